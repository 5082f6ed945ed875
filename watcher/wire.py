"""Small shapes of the IMAP protocol: FETCH answers to values, BODYSTRUCTURE to part numbers, what may enter a SEARCH."""

from __future__ import annotations

import os
import re
import select
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from datetime import UTC, date, datetime
from typing import Any

from watcher.mailbox import Arrival, Place, Pulse


def arrival_of(place: Place, raw: bytes, basics: dict[bytes, Any]) -> Arrival:
    """A mail from the answers to FETCH."""
    flags = {text_of(flag) for flag in basics.get(b"FLAGS") or ()}
    received = basics.get(b"INTERNALDATE") or datetime.now(UTC)
    received = received if received.tzinfo else received.astimezone()  # IMAPClient gives naive local time
    keywords = frozenset(flag for flag in flags if not flag.startswith("\\"))
    return Arrival(
        place=place,
        raw=raw,
        received=received,
        size=size_of(basics) or len(raw),
        answered="\\Answered" in flags,
        keywords=keywords,
    )


def pulse(told: Mapping[bytes, Any]) -> Pulse:
    """How a folder stands, from the answer to STATUS or to EXAMINE."""

    def number(*names: bytes) -> int:
        return next((value for name in names if isinstance(value := told.get(name), int)), 0)

    return Pulse(number(b"UIDVALIDITY"), number(b"UIDNEXT"), number(b"MESSAGES", b"EXISTS"), number(b"HIGHESTMODSEQ"))


def outgoing(drafts: Pulse, others: Sequence[Pulse]) -> str:
    """`Glance.outgoing`: flags count in Drafts alone, where \\Deleted means something."""
    stand = [*astuple(drafts), *(number for other in others for number in astuple(other)[:3])]
    return " ".join(map(str, stand))


def size_of(basics: dict[bytes, Any]) -> int:
    """RFC822.SIZE, 0 if the server does not say it in digits."""
    said = basics.get(b"RFC822.SIZE")
    return said if isinstance(said, int) else 0


def header_fields(data: dict[bytes, Any]) -> dict[str, str]:
    """The fields of a BODY[HEADER.FIELDS …] answer, unfolded, names lower-cased."""
    raw: bytes = next((value for key, value in data.items() if key.startswith(b"BODY[HEADER")), b"") or b""
    lines = re.sub(r"\r?\n[ \t]+", " ", raw.decode("ascii", "replace")).splitlines()
    return {name.strip().lower(): value for name, _, value in (line.partition(":") for line in lines)}


def text_parts(structure: Any, prefix: str = "", depth: int = 0) -> Iterator[str]:
    """Part numbers of text and calendar parts that are not attachments. Total on whatever the server sent."""
    if not isinstance(structure, tuple) or not structure or depth > 8:
        return
    if isinstance(structure[0], list):
        for number, child in enumerate(structure[0][:50], 1):
            yield from text_parts(child, f"{prefix}.{number}" if prefix else str(number), depth + 1)
    elif len(structure) > 1 and isinstance(structure[0], bytes) and isinstance(structure[1], bytes):
        kind = (structure[0] + b"/" + structure[1]).lower()
        attached = any(
            isinstance(e, tuple) and e and isinstance(e[0], bytes) and e[0].lower() == b"attachment" for e in structure
        )
        if kind == b"text/calendar" or (kind in {b"text/plain", b"text/html"} and not attached):
            yield prefix


def rebuilt(head: bytes, parts: Sequence[tuple[bytes | None, bytes | None]]) -> bytes:
    """A smaller mail of the same shape: the headers, and each given part with its own."""
    kept = re.sub(
        rb"(?im)^(?:content-[\w-]+|mime-version):.*(?:\r?\n[ \t].*)*\r?\n", b"", head.rstrip(b"\r\n") + b"\r\n"
    )
    boundary = b"=_" + os.urandom(12).hex().encode()
    out = kept + b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="' + boundary + b'"\r\n\r\n'
    for mime, body in parts:
        out += b"--" + boundary + b"\r\n" + (mime or b"").rstrip(b"\r\n") + b"\r\n\r\n" + (body or b"") + b"\r\n"
    return out + b"--" + boundary + b"--\r\n"


def search_line(terms: Sequence[str | date]) -> str:
    """One SEARCH as it is sent. What stems from a mail stands in quotes: without them the Message-ID `<{9}>` has the
    server wait for nine more bytes, so that this visit and every later one hangs. The values are those that `is_safe` allows.
    """
    said: list[str] = []
    rest = iter(terms)
    for term in rest:
        said.append(_day(term) if isinstance(term, date) else term)
        if term == "HEADER":
            said.append(str(next(rest)))
        if term in {"HEADER", "FROM", "TO"}:
            said.append(f'"{next(rest)}"')
    return " ".join(said)


def _day(day: date) -> str:
    """RFC 3501: English, whatever the locale."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day:02}-{months[day.month - 1]}-{day.year:04}"


def is_safe(term: str) -> bool:
    """Whether a string from a mail may enter a SEARCH: IMAPClient would send CR LF raw, and so another command."""
    return bool(re.fullmatch(r"[\x21\x23-\x5b\x5d-\x7e]{2,250}", term)) and term.count("@") <= 1


def text_of(value: bytes | str) -> str:
    """A flag or a name as text."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def shortly(error: Exception) -> str:
    """An error on one short line."""
    return " ".join(str(error).split())[:200] or type(error).__name__


def sleep(wake: int | None, seconds: float) -> bool:
    """Wait for a file descriptor, at most so long."""
    return bool(select.select([wake] if wake is not None else [], [], [], seconds)[0])
