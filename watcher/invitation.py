"""Calendar invitations in a mail (RFC 5545, RFC 6047): when, who asked, who else was asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from icalendar import Calendar

from watcher.mail import MAX_NAME, Mail, Person, addresses, clean

MAX_ATTENDEES = 30
MAX_EVENTS = 5
MAX_LINE = 2_048
MAX_OF_A_KIND = 100
_ANSWERS = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})  # what attendees send: they change no meeting
_FRAMES = frozenset({b"VCALENDAR", b"VEVENT"})
_FRAME = re.compile(rb"(BEGIN|END):([A-Z-]{1,40})\s*$", re.IGNORECASE)
_READ = re.compile(rb"(BEGIN|END|METHOD|UID|SUMMARY|DTSTART|STATUS|SEQUENCE|ORGANIZER|ATTENDEE)[;:]", re.IGNORECASE)
# "/vendor.example/Europe/Berlin": the library would guess as much, and print the sender's words in a warning.
_VENDOR = re.compile(rb'(;TZID="?)/(?:[^:;"]*/)?([^/:;"]+/[^/:;"]+)(?=[:;"])', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Invitation:
    """One meeting. Rooms and resources are left out of `attendees` (CUTYPE, RFC 5545 3.2.3).

    `uid` and `sequence` tell which meeting an update belongs to (RFC 5546 2.1.4); they say nothing about it.
    """

    summary: str
    start: datetime | None
    organizer: Person | None
    attendees: tuple[Person, ...]
    cancelled: bool
    uid: str = field(default="", compare=False)
    sequence: int = field(default=0, compare=False)


def invitations(mail: Mail) -> tuple[Invitation, ...]:
    """The meetings a mail proposes. A calendar part that cannot be read gives none; nothing is raised."""
    return tuple(meeting for part in mail.calendars for meeting in _read(part))


def _read(part: bytes) -> Iterable[Invitation]:
    try:
        calendar = Calendar.from_ical(_needed(part))
        method = str(calendar.get("METHOD", "")).upper()
        return [_meeting(event, method) for event in calendar.walk("VEVENT")[:MAX_EVENTS] if method not in _ANSWERS]
    except Exception:  # noqa: BLE001 - hostile input; the library raises ValueError, KeyError, IndexError and more
        return []


def _needed(part: bytes) -> bytes:
    """The lines that are read here. Above all no VTIMEZONE: the library would keep it for every later mail under a name
    of the sender's choice, and a rule that repeats each second since 1970 takes minutes to ask for the time.

    Time zones are thus those of the system, by their own names or Windows'; one that only the sender knows is UTC.
    """
    kept: list[bytes] = []
    counts: Counter[bytes] = Counter()
    inside = b""
    for line in re.sub(rb"\r?\n[ \t]", b"", part).splitlines():
        frame = _FRAME.match(line)
        if inside:
            inside = b"" if frame and frame[1].upper() == b"END" and frame[2].upper() == inside else inside
        elif frame and frame[2].upper() not in _FRAMES:
            inside = frame[2].upper() if frame[1].upper() == b"BEGIN" else b""
        elif (found := _READ.match(line)) and counts[kind := found[1].upper()] < MAX_OF_A_KIND:
            counts[kind] += 1
            kept.append(_VENDOR.sub(rb"\1\2", line[:MAX_LINE]))
    return b"".join(line + b"\r\n" for line in kept)


def _meeting(event: object, method: str) -> Invitation:
    get = event.get  # type: ignore[attr-defined]
    asked = get("ATTENDEE", [])
    asked = asked if isinstance(asked, list) else [asked]
    people = (_person(who) for who in asked[:MAX_ATTENDEES] if _is_human(who))
    organizer, sequence = get("ORGANIZER"), get("SEQUENCE")
    return Invitation(
        summary=clean(str(get("SUMMARY", ""))),
        start=_moment(getattr(get("DTSTART"), "dt", None)),
        organizer=_person(organizer) if organizer is not None else None,
        attendees=tuple(person for person in people if person),
        cancelled=method == "CANCEL" or str(get("STATUS", "")).upper() == "CANCELLED",
        uid=clean(str(get("UID", ""))),
        sequence=sequence if isinstance(sequence, int) else 0,
    )


def _is_human(who: object) -> bool:
    kind = str(getattr(who, "params", {}).get("CUTYPE", "INDIVIDUAL")).upper()
    return kind in {"INDIVIDUAL", "UNKNOWN"}


def _person(who: object) -> Person | None:
    address = str(who)
    if address.lower().startswith("mailto:"):
        address = address[7:]
    name = clean(str(getattr(who, "params", {}).get("CN", "")))[:MAX_NAME].strip("'\" ")
    found = addresses(address)
    if not found:
        return None
    return Person("" if name.lower() == found[0].address.lower() else name, found[0].address)


def _moment(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(), tzinfo=UTC)
    return None
