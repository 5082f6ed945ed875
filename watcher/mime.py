"""A mail taken apart: header blocks, the text parts, their transfer encodings undone. Linear in time, never raises.

Done here because the standard library asks of every line whether it ends any of the multiparts around it, so that 200
nested ones and a million short lines take minutes, and because it looks up every charset that it meets and keeps the
name of each unknown one for ever (`encodings._cache`).
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import Compat32
from functools import cached_property

MAX_RAW = 2_000_000
MAX_HEAD = 131_072
MAX_PART_HEAD = 8_192
MAX_HEADER = 8_192
MAX_PART_HEADER = 1_024
MAX_BODY = 524_288
MAX_PARTS = 100
MAX_DEPTH = 20

TOO_DEEP = "nested too deep"
TOO_MANY = "too many parts"

# The first line that is no field, no continuation and no mbox separator begins the body, blank line or not.
_BODY = re.compile(rb"(?:\A|\n)(?!(?:[\x21-\x39\x3b-\x7e]*:|[ \t]|From ))")
_DELIMITER = re.compile(rb"\n--([^\n]*+)")
_CONTENT = re.compile(rb"^content-[^\n]*\n(?:[ \t][^\n]*\n)*", re.IGNORECASE | re.MULTILINE)
_CALENDAR_NAME = re.compile(r"\.ics[\"']?\s*+(?:;|$)", re.IGNORECASE)


class _Capped(Compat32):
    """Cuts every header while it is read: the parser itself splits parameters, in quadratic time."""

    def __init__(self, length: int) -> None:
        super().__init__()
        object.__setattr__(self, "length", length)

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[: self.length]  # type: ignore[attr-defined]


_WHOLE = BytesHeaderParser(policy=_Capped(MAX_HEADER))
_PART = BytesHeaderParser(policy=_Capped(MAX_PART_HEADER))


@dataclass(frozen=True)
class Part:
    """A header block and what stands under it, still in its transfer encoding."""

    headers: Message
    body: bytes

    @cached_property
    def kind(self) -> str:
        """The media type, lower-cased; `text/plain` when none is named."""
        return self.headers.get_content_type()

    @property
    def charset(self) -> str:
        """The charset as it is named, which may be anything."""
        return self._parameter("charset")

    @property
    def attached(self) -> bool:
        """Whether the part is to be shown as a file."""
        return str(self.headers.get("Content-Disposition", "")).strip().lower().startswith("attachment")

    @property
    def is_calendar(self) -> bool:
        """Whether this is an invitation, by its type or by its name."""
        named = (str(self.headers.get(name, "")) for name in ("Content-Type", "Content-Disposition"))
        return self.kind == "text/calendar" or any(_CALENDAR_NAME.search(value) for value in named)

    def content(self) -> bytes:
        """The body with its transfer encoding undone, as far as it can be."""
        encoding = str(self.headers.get("Content-Transfer-Encoding", "")).strip().lower()
        body = self.body[:MAX_BODY]
        if encoding == "base64":
            return _base64(body)
        return binascii.a2b_qp(body) if encoding == "quoted-printable" else body

    def parts(self) -> Iterator[Part]:
        """What a multipart holds, at most `MAX_PARTS`; the text before the first and behind the last is nobody's."""
        boundary = self._parameter("boundary").rstrip().encode("ascii", "surrogateescape")
        if not boundary:
            return
        within = b"\n" + self.body
        ends = boundary + b"--"
        found = ((line, line[1].rstrip(b" \t")) for line in _DELIMITER.finditer(within))
        start = None
        for number, (delimiter, name) in enumerate(pair for pair in found if pair[1] in {boundary, ends}):
            if start is not None:
                yield self._part(within[start : delimiter.start()])
            if name == ends or number > MAX_PARTS:
                return
            start = delimiter.end() + 1
        if start is not None:
            yield self._part(within[start:])

    def _part(self, raw: bytes) -> Part:
        head, body = split(raw)
        headers = _PART.parsebytes(b"".join(_CONTENT.findall(head))[:MAX_PART_HEAD])
        if self.kind == "multipart/digest":
            headers.set_default_type("message/rfc822")
        return Part(headers, body)

    def _parameter(self, name: str) -> str:
        try:
            value = self.headers.get_param(name, "")
        except Exception:  # noqa: BLE001 - RFC 2231 parameters raise several kinds of errors (python/cpython#151857)
            return ""
        return str(value[2] if isinstance(value, tuple) else value)


def read(raw: bytes) -> Part:
    """A mail as a part. Line ends are made alike first: a lone CR ends a line for the standard library as well."""
    head, body = split(raw[:MAX_RAW].replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    return Part(_WHOLE.parsebytes(head), body)


def leaves(mail: Part, defects: list[str]) -> Iterator[Part]:
    """The parts that are the mail itself: attached messages are somebody else's words and are not entered.

    What lies beyond `MAX_DEPTH` or `MAX_PARTS` is left out, and `defects` says so.
    """
    stack = [(mail, 0)]
    seen = 0
    while stack and seen < MAX_PARTS:
        part, depth = stack.pop()
        seen += 1
        family = part.kind.partition("/")[0]
        if family == "multipart" and depth < MAX_DEPTH:
            stack.extend((child, depth + 1) for child in reversed([*part.parts()]))
        elif family == "multipart":
            defects.append(TOO_DEEP)
        elif family != "message":
            yield part
    if stack:
        defects.append(TOO_MANY)


def split(raw: bytes) -> tuple[bytes, bytes]:
    """The header block with its last line end, and what stands under it without the blank line between."""
    body = _BODY.search(raw, 0, MAX_HEAD)
    end = body.end() if body else min(len(raw), MAX_HEAD)
    return raw[:end], raw[end + 1 if raw[end : end + 1] == b"\n" else end :]


def _base64(body: bytes) -> bytes:
    """As far as the first padding: what lists and filters append in plain text stands behind it."""
    digits = re.sub(rb"[^A-Za-z0-9+/]+", b"", body.partition(b"=")[0])
    if len(digits) % 4 == 1:
        digits = digits[:-1]
    return binascii.a2b_base64(digits + b"=" * (-len(digits) % 4))
