"""watcher.wire: what the server sends becomes values; what mails say never becomes a command."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.mail import parse
from watcher.mailbox import Arrival, Place
from watcher.wire import arrival_of, header_fields, is_safe, rebuilt, search_line, shortly, sleep, text_of, text_parts

HERE = Place("INBOX", 1, 7)


def test_an_arrival_from_a_fetch() -> None:
    """Flags become what they mean; a keyword is a flag without a backslash."""
    when = datetime(2026, 3, 1, tzinfo=UTC)
    basics = {b"FLAGS": (b"\\Seen", b"\\Answered", b"$Rejection"), b"INTERNALDATE": when, b"RFC822.SIZE": 99}
    expected = Arrival(
        place=HERE, raw=b"raw", received=when, size=99, answered=True, keywords=frozenset({"$Rejection"})
    )

    assert expected == arrival_of(HERE, b"raw", basics)


def test_an_arrival_without_anything() -> None:
    """What a server leaves out gets a sensible value."""
    found = arrival_of(HERE, b"raw", {})

    assert (3, False, frozenset()) == (found.size, found.answered, found.keywords)
    assert abs(datetime.now(UTC) - found.received) < timedelta(minutes=1)


def test_a_received_time_is_aware() -> None:
    """IMAPClient's naive local time gets its zone."""
    found = arrival_of(HERE, b"", {b"INTERNALDATE": datetime(2026, 3, 1, 9, 0)}).received  # noqa: DTZ001

    assert datetime(2026, 3, 1, 9, 0).astimezone() == found


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            b"Message-ID: <a@b>\r\nReferences: <c@d>\r\n\t<e@f>\r\n\r\n",
            {"message-id": " <a@b>", "references": " <c@d> <e@f>", "": ""},
        ),
        (b"", {}),
    ],
)
def test_header_fields_are_unfolded(raw: bytes, expected: dict[str, str]) -> None:
    """One entry a field, however it was folded."""
    assert expected == header_fields({b"UID": 1, b"BODY[HEADER.FIELDS (MESSAGE-ID)]": raw})


@pytest.mark.parametrize(
    "data", [{}, {b"BODY[HEADER.FIELDS (X)]": None}, {b"BODY[HEADER.FIELDS (X)]": b"\xff\xfe no colon"}]
)
def test_missing_header_fields_are_none(data: dict[bytes, object]) -> None:
    """Nothing or nonsense raises nothing."""
    assert all(value == "" for value in header_fields(data).values())


PLAIN = (b"TEXT", b"PLAIN", (b"CHARSET", b"utf-8"), None, None, b"7BIT", 10, 1)
HTML = (b"text", b"html", (b"CHARSET", b"utf-8"), None, None, b"BASE64", 10, 1)
ICS = (b"TEXT", b"CALENDAR", None, None, None, b"7BIT", 10, 1, None, (b"attachment", (b"filename", b"invite.ics")))
FILE = (b"TEXT", b"PLAIN", None, None, None, b"7BIT", 10, 1, None, (b"ATTACHMENT", (b"filename", b"a.txt")), None)
PDF = (b"APPLICATION", b"PDF", None, None, None, b"BASE64", 999)


@pytest.mark.parametrize(
    ("structure", "expected"),
    [
        (PLAIN, [""]),
        (([PLAIN, HTML], b"alternative"), ["1", "2"]),
        (([([PLAIN, HTML], b"alternative"), PDF, FILE, ICS], b"mixed"), ["1.1", "1.2", "4"]),
        (([PDF], b"mixed"), []),
        (PDF, []),
        (None, []),
        ((), []),
        (([], b"mixed"), []),
    ],
)
def test_text_parts_are_numbered_as_the_server_does(structure: object, expected: list[str]) -> None:
    """Text and calendars, no attached text, in order (RFC 9051 6.4.5)."""
    assert expected == list(text_parts(structure))


STRUCTURES = st.recursive(
    st.one_of(st.none(), st.binary(max_size=3), st.integers(), st.sampled_from([PLAIN, HTML, FILE, PDF, (b"TEXT",)])),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.lists(inner, max_size=4).map(tuple), st.tuples(st.lists(inner, max_size=4), st.binary(max_size=3))),
    max_leaves=30,
)  # fmt: skip


@given(STRUCTURES)
def test_any_structure_is_walked(structure: object) -> None:
    """A server's nonsense, however nested, gives part numbers or nothing."""
    assert all(set(part) <= set("0123456789.") for part in text_parts(structure))


def test_a_deep_or_wide_structure_ends() -> None:
    """A thousand levels and ten thousand parts cost nothing."""
    deep: object = PLAIN
    for _ in range(1_000):
        deep = ([deep], b"mixed")

    assert [] == list(text_parts(deep))
    assert 50 == len(list(text_parts(([PLAIN] * 10_000, b"mixed"))))


def test_a_large_mail_is_rebuilt_small() -> None:
    """The headers and the text parts read like those of the whole mail."""
    head = b"From: j@x.example\r\nContent-Type: multipart/mixed;\r\n boundary=old\r\nMIME-Version: 1.0\r\nSubject: S\r\n\r\n"
    parts = [
        (
            b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
            b"Gr=C3=BC=C3=9Fe",
        ),
        (b"Content-Type: text/html\r\n", b"<p>x"),
        (None, None),
    ]
    read = parse(rebuilt(head, parts))

    assert ("S", "j@x.example", "<p>x") == (read.subject, read.sender and read.sender.address, read.html)
    assert "Grüße" == read.plain.strip()


def test_a_part_cannot_end_a_rebuilt_mail() -> None:
    """The boundary is not guessed by whoever wrote the mail."""
    one, two = rebuilt(b"Subject: S\r\n", []), rebuilt(b"Subject: S\r\n", [])

    assert one != two


@pytest.mark.parametrize("term", ["<a@b.example>", "a@b.example", "helmwerk", "<" + "a" * 240 + "@b>", "<a+b=c@d>"])
def test_ordinary_terms_may_be_searched(term: str) -> None:
    """Ids, addresses and names are fine."""
    assert is_safe(term)


@pytest.mark.parametrize(
    "term", ["a\r\nZ1 DELETE INBOX", "a\nb", "a\rb", "a\0b", 'a"b', "a\\b", "a b", "ü@b.example", "a@b@c", "", "a", "x" * 251, "ab\n", "{3}\r\nabc"]
)  # fmt: skip
def test_no_term_from_a_mail_becomes_a_command(term: str) -> None:
    """Line breaks, quotes, blanks and anything but ASCII stay out of a SEARCH."""
    assert not is_safe(term)


@given(st.text())
def test_a_safe_term_is_printable_ascii(term: str) -> None:
    """Whatever passes has no byte that means something to the protocol inside quotes."""
    if is_safe(term):
        assert all("!" <= c <= "~" and c not in '"\\' for c in term)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (["UID", "7:*"], "UID 7:*"),
        (["KEYWORD", "$Rejection"], "KEYWORD $Rejection"),
        (["SINCE", date(2026, 3, 1), "FROM", "helmwerk.example"], 'SINCE 01-Mar-2026 FROM "helmwerk.example"'),
        (["HEADER", "Message-ID", "{9}"], 'HEADER Message-ID "{9}"'),
        (["HEADER", "In-Reply-To", "TO", "TO", "a(b)*@x", "SINCE", date(2026, 12, 31)], 'HEADER In-Reply-To "TO" TO "a(b)*@x" SINCE 31-Dec-2026'),
    ],
)  # fmt: skip
def test_a_search_quotes_what_a_mail_said(terms: list[str | date], expected: str) -> None:
    """Values stand in quotes, in which only quotes and backslashes mean something; keys, numbers and keywords do not."""
    assert expected == search_line(terms)


def test_errors_are_one_short_line() -> None:
    """A server's novel does not fill the log, and an error without words has a name."""
    assert 200 == len(shortly(ValueError("x" * 999)))
    assert ("a b", "ValueError") == (shortly(ValueError("a\r\n  b")), shortly(ValueError()))


def test_flags_are_text() -> None:
    """Bytes or text, valid or not."""
    assert ("$A", "$A", "�") == (text_of(b"$A"), text_of("$A"), text_of(b"\xff"))


def test_sleep_wakes_up() -> None:
    """It ends at once when the descriptor is readable, and by itself when not."""
    reading, writing = os.pipe()
    try:
        assert not sleep(reading, 0.01)

        os.write(writing, b"x")

        assert sleep(reading, 30)
        assert not sleep(None, 0.01)
    finally:
        os.close(reading)
        os.close(writing)
