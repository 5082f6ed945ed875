"""One mail as values: `parse(raw)` turns any bytes into a `Mail` and never raises.

The standard library's modern policy raises on header access and needs seconds for some 40 KB headers
(python/cpython#94306, #136063, #151857), so headers are read with compat32, capped, and decoded here.
"""

from __future__ import annotations

import codecs
import email
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import Compat32
from email.utils import getaddresses, parsedate_to_datetime
from itertools import islice

MAX_RAW = 2_000_000
MAX_HEADERS = 200
MAX_HEADER = 8_192
MAX_ALL_HEADERS = 65_536
MAX_PARTS = 100
MAX_DEPTH = 20
MAX_TEXT = 131_072

# C0, C1, line and paragraph separators, bidi controls: none belongs in a header or in a greeting.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,248}>")
_LABEL = "[A-Za-z0-9][A-Za-z0-9-]{0,62}"
_ADDRESS = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABEL}(?:\.{_LABEL}){{0,19}}\.?")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSAFE_CODECS = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}


class _Capped(Compat32):
    """Cuts every header of every part while it is read: the parser itself splits parameters, in quadratic time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:MAX_HEADER]


_POLICY = _Capped()


@dataclass(frozen=True, slots=True)
class Person:
    """A mailbox as a header gave it: `address` is a plain addr-spec, `name` may be empty."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """What follows the @, lower-cased."""
        return self.address.rpartition("@")[2].lower()

    @property
    def local(self) -> str:
        """What stands before the @, lower-cased."""
        return self.address.rpartition("@")[0].lower()

    def same(self, other: Person | str) -> bool:
        """Whether both name the same mailbox; case is ignored, as every provider does."""
        return self.address.lower() == (other if isinstance(other, str) else other.address).lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A parsed mail. Text fields hold no control characters but newline and tab; ids keep their angle brackets."""

    message_id: str | None = None
    subject: str = ""
    sender: Person | None = None
    reply_to: tuple[Person, ...] = ()
    to: tuple[Person, ...] = ()
    cc: tuple[Person, ...] = ()
    delivered_to: tuple[str, ...] = ()
    date: datetime | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    auto_submitted: str = ""
    precedence: str = ""
    return_path: str | None = None
    list_id: str = ""
    list_post: str = ""
    authentication: tuple[str, ...] = ()
    report: bool = False
    plain: str = ""
    html: str = ""
    calendars: tuple[bytes, ...] = ()
    defects: tuple[str, ...] = field(default=(), compare=False)

    @property
    def identity(self) -> str:
        """A name for this mail that survives a move, a copy and a new UID: its Message-ID, else a hash of what it says."""
        if self.message_id:
            return self.message_id
        sender = self.sender.address.lower() if self.sender else ""
        said = "\0".join((sender, self.date.isoformat() if self.date else "", self.subject, self.plain, self.html))
        return f"<sha256.{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:40]}>"


def clean(text: str) -> str:
    """One line without control characters and without runs of white space."""
    return " ".join(_writable(text).split())


def parse(raw: bytes) -> Mail:
    """Read a mail from its bytes. Total: whatever the bytes are, a `Mail` comes back; `defects` says what was wrong."""
    try:
        return _read(email.message_from_bytes(raw[:MAX_RAW], policy=_POLICY))
    except (Exception, RecursionError) as first:  # noqa: BLE001 - total by contract; the fallback reads less, safely
        return _fallback(raw, type(first).__name__)


def ids(value: str) -> tuple[str, ...]:
    """The Message-IDs in a header value, in order: printable ASCII in angle brackets, at most 250 characters each."""
    return tuple(_ID.findall(value))


def _fallback(raw: bytes, why: str) -> Mail:
    head, _, body = raw[:MAX_RAW].replace(b"\r\n", b"\n").partition(b"\n\n")
    text = _tidy(body[:MAX_TEXT].decode("utf-8", "replace"))
    try:
        message = BytesHeaderParser(policy=_POLICY).parsebytes(head[:65_536] + b"\n\n")
        return _with_headers(message, plain=text, html="", calendars=(), defects=(why,))
    except (Exception, RecursionError) as second:  # noqa: BLE001 - nothing is left but the text
        return Mail(plain=text, defects=(why, type(second).__name__))


def _read(message: Message) -> Mail:
    plain: list[str] = []
    html: list[str] = []
    calendars: list[bytes] = []
    room = MAX_TEXT
    for part in _leaves(message):
        kind = part.get_content_type()
        if kind == "text/calendar" or _filename(part).lower().endswith(".ics"):
            calendars.append(_payload(part)[:MAX_TEXT])
        elif kind in {"text/plain", "text/html"} and not _attached(part) and room > 0:
            text = _tidy(_decode(_payload(part)[:room], part.get_content_charset()))
            room -= len(text)
            (plain if kind == "text/plain" else html).append(text)
    return _with_headers(message, plain="\n".join(plain), html="\n".join(html), calendars=tuple(calendars[:5]))


def _leaves(message: Message, depth: int = 0) -> Iterator[Message]:
    """The parts that are the mail itself: attached messages are somebody else's words and are not entered."""
    stack = [(message, 0)]
    seen = 0
    while stack and seen < MAX_PARTS:
        part, depth = stack.pop()
        seen += 1
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            if depth < MAX_DEPTH:
                stack.extend(
                    (child, depth + 1) for child in reversed(payload[:MAX_PARTS]) if isinstance(child, Message)
                )
        elif part.get_content_maintype() != "message":
            yield part


def _attached(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _filename(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except Exception:  # noqa: BLE001 - RFC 2231 parameters raise several kinds of errors on hostile input
        return ""


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - a broken transfer encoding leaves the raw text
        payload = str(part.get_payload()).encode("utf-8", "replace")
    return payload if isinstance(payload, bytes) else b""


def _decode(data: bytes, charset: str | None) -> str:
    """Text in the charset it names, if that is a text codec; otherwise UTF-8, otherwise windows-1252."""
    named = (charset or "utf-8").strip().strip("\0").lower()
    named = {"iso-8859-1": "cp1252", "us-ascii": "utf-8", "latin-1": "cp1252", "latin1": "cp1252"}.get(named, named)
    for name in dict.fromkeys((named, "utf-8")):
        try:
            if codecs.lookup(name).name.replace("_", "-") not in _UNSAFE_CODECS:
                return data.decode(name)
        except (LookupError, ValueError):
            continue
    replaced = data.decode("utf-8", "replace")
    return replaced if replaced.count("�") * 50 < len(replaced) else data.decode("cp1252", "replace")


def _tidy(text: str) -> str:
    return _writable(text.replace("\r\n", "\n").replace("\r", "\n"))


def _writable(text: str) -> str:
    """Without controls, and without lone surrogates, which no letter and no state row can hold."""
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))


def _with_headers(
    message: Message, *, plain: str, html: str, calendars: tuple[bytes, ...], defects: tuple[str, ...] = ()
) -> Mail:
    headers: dict[str, list[str]] = {}
    room = MAX_ALL_HEADERS
    for name, value in islice(message.raw_items(), MAX_HEADERS):
        capped = str(value)[:MAX_HEADER]
        if len(capped) <= room:  # what is too long is left out whole; a short header behind it is still read
            room -= len(capped)
            headers.setdefault(name.lower(), []).append(capped)

    def first(name: str) -> str:
        return (headers.get(name) or [""])[0]

    def people(name: str) -> tuple[Person, ...]:
        return tuple(person for value in headers.get(name, ()) for person in addresses(value))

    path = headers.get("return-path")
    return Mail(
        message_id=next(iter(ids(_unfold(first("message-id")))), None),
        subject=decoded(first("subject")),
        sender=next(iter(people("from")), None),
        reply_to=people("reply-to"),
        to=people("to"),
        cc=people("cc"),
        delivered_to=tuple(
            clean(value).strip("<>").lower()
            for name in ("delivered-to", "x-original-to", "envelope-to")
            for value in headers.get(name, ())
        ),
        date=_date(first("date")),
        in_reply_to=ids(_unfold(first("in-reply-to"))),
        references=ids(_unfold(first("references"))),
        auto_submitted=clean(first("auto-submitted")).lower(),
        precedence=clean(first("precedence")).lower(),
        return_path=clean(path[0]) if path else None,
        list_id=clean(first("list-id")),
        list_post=clean(first("list-post")),
        authentication=tuple(clean(value) for value in headers.get("authentication-results", ())),
        report=message.get_content_type() == "multipart/report",
        plain=plain,
        html=html,
        calendars=calendars,
        defects=defects,
    )


def _unfold(value: str) -> str:
    return re.sub(r"[\r\n\t ]+(?=[^<]*>)", "", value)


def decoded(value: str) -> str:
    """A header's text with its encoded words decoded and every control character gone, on one line."""
    value = _eight_bit(value).replace("\r", "").replace("\n", "")
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError, LookupError):
        return clean(value)
    return clean("".join(_decode(p, c) if isinstance(p, bytes) else p for p, c in pieces))


def _eight_bit(value: str) -> str:
    """Raw 8-bit headers arrive as surrogates; they are UTF-8 or windows-1252 in practice."""
    return _decode(value[:MAX_HEADER].encode("utf-8", "surrogateescape"), None)


def addresses(value: str) -> tuple[Person, ...]:
    """The mailboxes in an address header; whatever is not a plain addr-spec is left out, never repaired."""
    value = _eight_bit(value).strip()
    if re.search(r"[\r\n](?![ \t\n])", value):
        return ()  # a line break that folds nothing: another header was slipped in
    value = value.replace("\r", " ").replace("\n", " ")
    try:
        pairs = getaddresses([value])
    except Exception:  # noqa: BLE001 - IndexError and others on hostile comments (python/cpython#151857)
        return ()
    written = set(re.split(r"[\s<>,;:()\"]+", value))  # getaddresses joins what white space separates: another mailbox
    return tuple(
        Person(decoded(name).strip("'\" "), address)
        for name, address in pairs[:100]
        if address in written and _ADDRESS.fullmatch(address)
    )


def _date(value: str) -> datetime | None:
    try:
        when = parsedate_to_datetime(clean(value))
        return when if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
