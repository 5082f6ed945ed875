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


ZONE = (
    b"BEGIN:VTIMEZONE\r\nTZID:%(name)s\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0900\r\n"
    b"RRULE:FREQ=%(freq)s\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


def zoned(name: bytes, freq: bytes = b"YEARLY", zone: bytes = ZONE) -> bytes:
    """A meeting at ten in a time zone that the mail itself defines."""
    return (
        invite()
        .replace(b"DTSTART:20260210T100000Z", b"DTSTART;TZID=%s:20260210T100000" % name)
        .replace(b"BEGIN:VEVENT", zone % {b"name": name, b"freq": freq} + b"BEGIN:VEVENT")
    )


@pytest.mark.parametrize("name", [b"Customized Time Zone", b"W. Europe Standard Time", b"Europe/Berlin", b"X/Mine"])
def test_no_mail_tells_the_time_for_another(name: bytes) -> None:
    """A time zone that one sender defines changes no later meeting, whatever name he gave it."""
    before = read(zoned(name, zone=b""))
    read(zoned(name))

    assert before == read(zoned(name, zone=b""))


@pytest.mark.parametrize("freq", [b"SECONDLY", b"MINUTELY;BYMONTH=2;BYMONTHDAY=31", b"YEARLY;BYSECOND=1,2,3"])
def test_a_time_zone_that_never_stops_changing_costs_nothing(freq: bytes) -> None:
    """Rules are not followed: a start can be compared at once."""
    start = read(zoned(b"X/Fast", freq))[0].start

    assert start is not None
    assert ends(lambda: start < datetime(2027, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("name", "hour"),
    [
        (b"/freeassociation.sourceforge.example/Europe/Berlin", 9),
        (b"/Europe/Berlin", 9),
        (b"W. Europe Standard Time", 9),
        (b'"Europe/Berlin"', 9),
        (b"/x/Nowhere", 10),
        (b"/x/No/Where", 10),
    ],
)
@pytest.mark.filterwarnings("error")
def test_time_zones_are_known_by_their_usual_names(name: bytes, hour: int) -> None:
    """The system's, Windows', and those with a program's prefix; any other is UTC, and nothing is printed."""
    start = read(zoned(name, zone=b""))[0].start

    assert start is not None
    assert datetime(2026, 2, 10, hour, tzinfo=UTC) == start.astimezone(UTC)


@pytest.mark.parametrize(
    "lines",
    [
        b"ATTENDEE:mailto:a@b.example\r\n" * 100_000,
        b"X-FILLER:y\r\n" * 100_000,
        b"SUMMARY:x\r\n" + b" y\r\n" * 300_000,
        b"ATTENDEE;" + b"A=b;" * 200_000 + b"CN=x:mailto:a@b.example\r\n",
        b"BEGIN:VEVENT\r\n" * 50_000,
        b"BEGIN:VALARM\r\n" * 50_000 + b"END:VALARM\r\n" * 50_000,
        b"RRULE:FREQ=YEARLY;BYDAY=" + b"MO," * 200_000 + b"MO\r\n",
        b"DURATION:P" + b"9" * 500_000 + b"W\r\n",
    ],
    ids=["attendees", "lines", "folds", "parameters", "nested", "alarms", "days", "digits"],
)
def test_a_giant_calendar_is_no_work(lines: bytes) -> None:
    """Only the lines that matter are read, so many of a kind, and the meeting after them is still whole."""
    part = invite().replace(b"DTSTART", lines + b"DTSTART", 1)

    assert ends(lambda: read(part))
    assert len(read(part)) <= 5


def test_what_stands_behind_a_crowd_is_read() -> None:
    """Outlook writes the start behind the attendees, and they may be many."""
    part = invite().replace(b"DTSTART", b"ATTENDEE:mailto:a@b.example\r\n" * 5_000 + b"DTSTART", 1)

    assert datetime(2026, 2, 10, 10, tzinfo=UTC) == read(part)[0].start


def test_an_alarm_is_not_the_meeting() -> None:
    """The summary and the attendees of a reminder inside a meeting are not the meeting's."""
    alarm = b"BEGIN:VALARM\r\nACTION:EMAIL\r\nSUMMARY:Remind\r\nATTENDEE:mailto:x@y.example\r\nEND:VALARM\r\n"

    assert read(invite()) == read(invite().replace(b"END:VEVENT", alarm + b"END:VEVENT"))
