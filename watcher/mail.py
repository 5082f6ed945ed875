"""One mail as values: `parse(raw)` turns any bytes into a `Mail` and never raises.

The standard library's modern policy raises on header access and needs seconds for some 40 KB headers
(python/cpython#94306, #136063, #151857), so headers are read with compat32, capped, and decoded here.
The parts come from `mime`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from encodings.aliases import aliases
from inspect import signature
from itertools import islice

from watcher import mime
from watcher.mime import MAX_HEADER

MAX_HEADERS = 200
MAX_ALL_HEADERS = 65_536
MAX_TEXT = 131_072
MAX_NAME = 300
MAX_CALENDARS = 5

# C0, C1, line and paragraph separators, bidi controls, invisible tags: none belongs in a header or in a greeting.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,248}>")
_ENCODED = re.compile(r"=\?[^?\s]*\?[bq]\?", re.IGNORECASE)
_LABEL = "[A-Za-z0-9][A-Za-z0-9-]{0,62}"
_ADDRESS = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABEL}(?:\.{_LABEL}){{0,19}}\.?")
# «Jobs @ Acme <jobs@acme.example>», «a@b.example <a@b.example>», «[list] Ann <ann@x.example>»: common, and no phrase of RFC 5322.
_PHRASE = re.compile(r"(?:(?<=[,;:])|^)\s*([^\"<>,;:()\\@\[\]]*[@\[\]][^\"<>,;:()\\]*)<")
# Python's security releases and Debian's answer nothing at all for a header with one odd mailbox; `addresses` has its own guard.
_AS_WRITTEN: dict[str, bool] = {"strict": False} if "strict" in signature(getaddresses).parameters else {}
_PRIVATE = (".internal", ".local", ".localdomain", ".lan", ".intra", ".corp", ".home")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Only these are looked up: Python keeps every unknown name for ever, and some codecs decode to what cannot be written.
_NO_TEXT = {"base64_codec", "bz2_codec", "hex_codec", "quopri_codec", "uu_codec", "zlib_codec", "rot_13", "utf_7"}
_CODECS = (
    {*aliases.values(), "koi8_u", "koi8_t", "utf_8_sig", "cp720", "cp737", "cp856", "cp874", "cp875", "cp1006"}
    | {"mac_arabic", "mac_croatian", "mac_farsi", "mac_romanian"}
) - _NO_TEXT
# What is called by these names is in practice the larger set that Windows has.
_LARGER = {
    "ascii": "utf_8", "latin_1": "cp1252", "iso8859_1": "cp1252", "iso8859_9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "tis_620": "cp874",
}  # fmt: skip


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
    received_by: str = ""
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
        return _read(raw)
    except Exception as error:  # noqa: BLE001 - total by contract; nothing is left but the text
        return Mail(plain=_tidy(raw[:MAX_TEXT].decode("utf-8", "replace")), defects=(type(error).__name__,))


def ids(value: str) -> tuple[str, ...]:
    """The Message-IDs in a header value, in order: printable ASCII in angle brackets, at most 250 characters each.

    One with an encoded word in it is left out: programs that decode it find line breaks there, and then headers.
    """
    return tuple(found for found in _ID.findall(value) if not _ENCODED.search(found))


def _read(raw: bytes) -> Mail:
    whole = mime.read(raw)
    plain: list[str] = []
    html: list[str] = []
    calendars: list[bytes] = []
    defects: list[str] = []
    room = MAX_TEXT
    for part in mime.leaves(whole, defects):
        if part.is_calendar:
            if len(calendars) < MAX_CALENDARS:
                calendars.append(part.content()[:MAX_TEXT])
        elif (kind := part.kind) in {"text/plain", "text/html"} and not part.attached and room > 0:
            text = _tidy(_decode(part.content()[:room], part.charset))
            room -= len(text)
            (plain if kind == "text/plain" else html).append(text)
    return _with_headers(
        whole.headers,
        plain="\n".join(plain),
        html="\n".join(html),
        calendars=tuple(calendars),
        defects=tuple(defects),
    )


def _decode(data: bytes, charset: str | None) -> str:
    """Text in the charset it names, if that is a text codec; otherwise UTF-8, otherwise windows-1252."""
    for name in dict.fromkeys((_codec(charset or "utf-8"), "utf_8")):
        try:
            return data.decode(name)
        except ValueError:
            continue
    replaced = data.decode("utf-8", "replace")
    return replaced if replaced.count("�") * 50 < len(replaced) else data.decode("cp1252", "replace")


def _codec(charset: str) -> str:
    """The Python codec for a charset; UTF-8 for whatever is none, or none that makes text."""
    name = re.sub(r"[^a-z0-9.]+", "_", charset[:40].lower()).strip("_")
    name = aliases.get(name, name)
    return _LARGER.get(name, name) if name in _CODECS else "utf_8"


def _tidy(text: str) -> str:
    return _writable(text.replace("\r\n", "\n").replace("\r", "\n"))


def _writable(text: str) -> str:
    """Without controls, and without lone surrogates, which no letter and no state row can hold."""
    text = _CONTROLS.sub("", text)
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _with_headers(
    message: Message, *, plain: str, html: str, calendars: tuple[bytes, ...], defects: tuple[str, ...]
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
        received_by=_receiver(headers.get("received", ())),
        report=message.get_content_type() == "multipart/report",
        plain=plain,
        html=html,
        calendars=calendars,
        defects=defects,
    )


def _receiver(received: Iterable[str]) -> str:
    """The first server with a public name that says it took the mail: as a rule one of the user's own provider."""
    hosts = (re.search(r"\bby\s+((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w.:-])", clean(value).lower()) for value in received)
    named = (host[1] for host in hosts if host and not host[1].endswith(_PRIVATE))
    return next(named, "")


def _unfold(value: str) -> str:
    """Ids without the white space that folding left inside their brackets."""
    return re.sub(r"<[^<>]*>", lambda found: re.sub(r"[\r\n\t ]+", "", found[0]), value)


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
    if value.count('"') % 2:
        value = value.replace('"', " ")  # «Praxis „Am Markt" <praxis@x.example>»: a quotation mark that opens nothing
    try:
        pairs = getaddresses([_PHRASE.sub(r'"\1"<', value)], **_AS_WRITTEN)
    except Exception:  # noqa: BLE001 - IndexError and others on hostile comments (python/cpython#151857)
        return ()
    written = set(re.split(r"[\s<>,;:()\"]+", value))  # getaddresses joins what white space separates: another mailbox
    people = [(decoded(name)[:MAX_NAME].strip("'\" "), address) for name, address in pairs[:100]]
    return tuple(
        Person("" if _ADDRESS.fullmatch(name) else name, address)
        for name, address in people
        if address in written and _ADDRESS.fullmatch(address)
    )


def _date(value: str) -> datetime | None:
    try:
        when = parsedate_to_datetime(clean(value))
        return when if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
