"""watcher.invitation: who met whom and when, as calendars say it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters import ends, invite, received
from watcher.invitation import MAX_ATTENDEES, Invitation, invitations
from watcher.mail import Mail, Person

TOM = Person("Tom Berg", "tom.berg@helmwerk.example")


def read(*parts: bytes) -> tuple[Invitation, ...]:
    return invitations(received(calendars=parts))


def test_an_invitation_tells_who_met_and_when() -> None:
    """Summary, start, organizer and attendees, in one value."""
    expected = Invitation(
        "Interview Data Engineer", datetime(2026, 2, 10, 10, tzinfo=UTC), Person("Julia Meyer", "julia.meyer@helmwerk.example"), (TOM,), cancelled=False,
    )  # fmt: skip

    assert (expected,) == read(invite("Tom Berg <tom.berg@helmwerk.example>"))


@pytest.mark.parametrize("kind", ["ROOM", "RESOURCE", "GROUP", "room"])
def test_rooms_are_no_people(kind: str) -> None:
    """Only individuals are attendees."""
    assert () == read(invite("Room 7 <room7@helmwerk.example>", kind=kind))[0].attendees


@pytest.mark.parametrize("kind", ["INDIVIDUAL", "UNKNOWN"])
def test_individuals_are_people(kind: str) -> None:
    """Google writes INDIVIDUAL, others UNKNOWN or nothing."""
    assert (TOM,) == read(invite("Tom Berg <tom.berg@helmwerk.example>", kind=kind))[0].attendees


@pytest.mark.parametrize(("method", "status"), [("CANCEL", "CONFIRMED"), ("REQUEST", "CANCELLED"), ("cancel", "x")])
def test_a_cancellation_is_one_by_method_or_status(method: str, status: str) -> None:
    """Servers tell it in either place."""
    assert read(invite(method=method, status=status))[0].cancelled


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("20260210T100000Z", datetime(2026, 2, 10, 10, tzinfo=UTC)),
        ("20260210T100000", datetime(2026, 2, 10, 10, tzinfo=UTC)),
        ("20260210", datetime(2026, 2, 10, tzinfo=UTC)),
    ],
)
def test_a_start_is_always_aware(start: str, expected: datetime) -> None:
    """Floating times and whole days are read as UTC."""
    raw = invite(start=start).replace(b"DTSTART:20260210\r\n", b"DTSTART;VALUE=DATE:20260210\r\n")

    assert expected == read(raw)[0].start


def test_a_time_zone_is_respected() -> None:
    """A start in Berlin is an hour earlier in UTC."""
    raw = invite().replace(b"DTSTART:20260210T100000Z", b"DTSTART;TZID=Europe/Berlin:20260210T100000")
    start = read(raw)[0].start

    assert start is not None
    assert datetime(2026, 2, 10, 9, tzinfo=UTC) == start.astimezone(UTC)


def test_a_name_that_is_only_the_address_is_no_name() -> None:
    """Google puts the address into CN when it knows no name."""
    assert (Person("", "t@helmwerk.example"),) == read(invite('"t@helmwerk.example" <t@helmwerk.example>'))[0].attendees


def test_attendees_without_a_plain_address_are_left_out() -> None:
    """A URI that is no mailbox is nobody."""
    raw = invite("Tom Berg <tom.berg@helmwerk.example>").replace(
        b"END:VEVENT", b"ATTENDEE;CN=X:urn:uuid:1\r\nATTENDEE:mailto:\r\nEND:VEVENT"
    )

    assert (TOM,) == read(raw)[0].attendees


@pytest.mark.parametrize(
    "part",
    [b"", b"no calendar", b"BEGIN:VCALENDAR", b"\xff\xfe", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:soon\r\nEND:VEVENT", b"END:VEVENT\r\n" * 100],
)  # fmt: skip
def test_a_broken_calendar_is_none(part: bytes) -> None:
    """What cannot be read gives no meeting, and the calendar beside it is still read."""
    assert 1 == len(read(part, invite()))


def test_a_calendar_without_a_meeting_is_none() -> None:
    """A free-busy answer or an empty calendar gives no meeting, nor does a mail without calendars."""
    assert () == read(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
    assert () == invitations(Mail())


@given(
    st.lists(
        st.sampled_from(
            [*invite("A <a@x.example>").splitlines(keepends=True), b"\0", b"DTSTART:x\r\n", b"RRULE:FREQ=SECONDLY\r\n"]
        ),
        max_size=20,
    )
)
def test_any_calendar_is_read_or_not(lines: list[bytes]) -> None:
    """No order and no choice of lines makes it raise."""
    for meeting in read(b"".join(lines)):
        assert len(meeting.attendees) <= MAX_ATTENDEES


def test_a_crowd_is_cut() -> None:
    """An invitation to a thousand costs little and names few."""
    crowd = invite(*(f"P{n} <p{n}@helmwerk.example>" for n in range(1_000)))

    assert MAX_ATTENDEES == len(read(crowd)[0].attendees)
    assert ends(lambda: read(crowd))


def test_a_summary_is_one_clean_line() -> None:
    """Line breaks and controls in a summary do not reach the log."""
    assert "Interview now" == read(invite(summary="Interview\\n now\u202e"))[0].summary
