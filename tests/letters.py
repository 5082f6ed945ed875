"""Mails for tests, built in one line."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

from watcher.mail import Mail, Person, addresses

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

PLAIN_NO = (
    "Dear Alex,\n\nThank you for applying for the Data Engineer position at Helmwerk and for your interest in our company. "
    "Unfortunately, we have decided not to move forward with your application. We received many applications and have chosen "
    "other candidates whose experience more closely matches our needs.\n\nWe wish you all the best in your job search.\n\n"
    "Kind regards,\nJulia Meyer\nHelmwerk\n"
)
RECEIPT = (
    "Dear Alex,\n\nThank you for applying for the Data Engineer position at Helmwerk. We have received your application and our team "
    "will review it. If your experience matches the role, we will contact you to schedule an interview.\n\nKind regards,\nHelmwerk Careers\n"
)


def mail(
    text: str = PLAIN_NO,
    *,
    sender: str = "Julia Meyer <julia.meyer@helmwerk.example>",
    subject: str = "Your application as Data Engineer at Helmwerk",
    to: str = "Alex Example <alex@example.org>",
    message_id: str | None = "<n1@helmwerk.example>",
    date: datetime | None = None,
    **headers: str,
) -> bytes:
    """Wire bytes of a simple mail; `headers` names have underscores for hyphens."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = date or datetime.now().astimezone()
    if message_id:
        message["Message-ID"] = message_id
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def received(
    text: str = PLAIN_NO, *, sender: str = "Julia Meyer <julia.meyer@helmwerk.example>", **changes: Any
) -> Mail:
    """The same mail as a value, with whatever fields a test cares about."""
    usual: dict[str, Any] = {
        "message_id": "<n1@helmwerk.example>", "subject": "Your application as Data Engineer at Helmwerk",
        "sender": next(iter(addresses(sender)), None), "to": (Person("Alex Example", "alex@example.org"),),
        "date": NOW, "plain": text,
    }  # fmt: skip
    return Mail(**{**usual, **changes})


def invite(
    *attendees: str,
    summary: str = "Interview Data Engineer",
    start: str = "20260210T100000Z",
    organizer: str = "Julia Meyer <julia.meyer@helmwerk.example>",
    method: str = "REQUEST",
    status: str = "CONFIRMED",
    uid: str = "u1@helmwerk.example",
    kind: str = "INDIVIDUAL",
) -> bytes:
    """A calendar part (RFC 5545); people are written `Name <address>`, `kind` is the CUTYPE of the attendees."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", f"METHOD:{method}", "BEGIN:VEVENT", f"UID:{uid}",
        "DTSTAMP:20260201T100000Z", f"DTSTART:{start}", f"SUMMARY:{summary}", f"STATUS:{status}",
        *(f'ORGANIZER;CN="{p.name}":mailto:{p.address}' for p in addresses(organizer)),
        *(f'ATTENDEE;CUTYPE={kind};CN="{p.name}":mailto:{p.address}' for who in attendees for p in addresses(who)),
        "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    return "".join(f"{line}\r\n" for line in lines).encode()


def ends(work: Callable[[], object]) -> bool:
    """Whether work comes to an end in half a minute of processor time: a guard against hangs, not a measurement."""
    before = time.process_time()
    work()
    return time.process_time() - before < 30
