"""watcher.mail: any bytes become a Mail, in bounded time, without control characters."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.letters import ends, mail
from watcher.mail import MAX_TEXT, Mail, Person, addresses, clean, decoded, ids, parse
from watcher.mime import MAX_DEPTH, MAX_PARTS, TOO_DEEP

FORBIDDEN = {chr(c) for c in (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0x2028, 0x2029, 0x202E, 0x2066)}
HOSTILE_HEADERS = (
    b"Message-ID: <[b378...@microsoft.com]>",
    b"Message-ID: <[anu10].1c@x.SMTPIN_ADDED_MISSING>",
    b"Message-ID: <" + b"a" * 9_000 + b"@x.example>",
    b"Content-Type: text/plain; name*",
    b"Content-Type: text/plain; name*0*",
    b"Content-Type: text/plain; charset*=utf-8''%ff",
    b"Content-Type: text/plain; charset*0=a; charset*=b",
    b"Content-Type: multipart/mixed",
    b"Content-Type: multipart/mixed; boundary=",
    b"Content-Type: message/rfc822",
    b"Content-Type: /",
    b"Content-Transfer-Encoding: base64",
    b"Content-Transfer-Encoding: x-uuencode",
    b"To: (c):",
    b"Cc: (x): a@b.com;",
    b'To: "',
    b"To: <",
    b"To: @",
    b"To: a@b.example.",
    b"To: .a@b.example",
    b"From: \xff\xfe <a@b.example>",
    b"From: =?utf-8?b?####?= <a@b.example>",
    b"Subject: =?rot13?q?a?= =?bogus?q?b?= =?utf-8\0?q?c?=",
    b"Subject: =?utf-8?q?a=0D=0ABcc:_e=40x.example?=",
    b"Subject: \xed\xa0\x80\x80\xff",
    b"Date: Mon, 99 Foo 99999 99:99:99 +9999",
    b"Date: Thu, 1 Jan 1970 00:00:00 +2399",
    b"Date: 0",
    b"References: <<>> <> < > <a@b",
    b"In-Reply-To: <a\r\n @b.example>",
    b"Return-Path: <>",
    b"Authentication-Results:",
    b": no name",
)


def texts(read: Mail) -> list[str]:
    """Every text of a mail that may reach a log, a letter or a screen."""
    people = [p for p in (read.sender, *read.reply_to, *read.to, *read.cc) if p]
    return [read.subject, read.plain, read.html, read.identity, *(t for p in people for t in (p.name, p.address))]


def assert_sound(read: Mail) -> None:
    assert set() == FORBIDDEN & {c for text in texts(read) for c in text}
    assert len(read.plain) + len(read.html) <= MAX_TEXT + MAX_PARTS
    assert all(i.isascii() and len(i) <= 250 and " " not in i for i in (*read.references, *read.in_reply_to))
    assert not read.subject.count("\n")


@given(st.binary(max_size=2_000))
@example(b"")
@example(b"\0")
@example(b"\r\n\r\n")
def test_any_bytes_are_a_mail(raw: bytes) -> None:
    """`parse` never raises, and what it gives is sound, whatever the bytes are."""
    assert_sound(parse(raw))


@given(
    st.lists(st.one_of(st.sampled_from(HOSTILE_HEADERS), st.binary(max_size=40)), max_size=8), st.binary(max_size=80)
)
def test_any_headers_are_a_mail(headers: list[bytes], body: bytes) -> None:
    """Headers that break Python's modern policy, in any combination, break nothing here."""
    assert_sound(parse(b"\r\n".join([*headers, b"", body])))


@pytest.mark.parametrize("header", HOSTILE_HEADERS, ids=lambda header: header[:30].decode("latin-1"))
def test_a_hostile_header_costs_only_itself(header: bytes) -> None:
    """One broken header leaves the others readable."""
    read = parse(header + b"\r\nX-Other: 1\r\nFrom: Julia <julia@helmwerk.example>\r\nList-Id: <l.example>\r\n\r\nhi")

    assert read.list_id == "<l.example>"
    assert_sound(read)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"To: " + b"a," * 80_000 + b"\r\n\r\nx", id="160 KB of To"),
        pytest.param(b"Subject: " + b"=?utf-8?q?a?= " * 40_000 + b"\r\n\r\nx", id="40k encoded words"),
        pytest.param(b"To: " + b"(" * 20_000 + b"\r\n\r\nx", id="20 KB of parentheses"),
        pytest.param(b"References: " + b" " * 200_000 + b"<a\r\n\r\nx", id="200 KB of spaces"),
        pytest.param(b"References: " + b"< " * 100_000 + b"\r\n\r\nx", id="100k open brackets"),
        pytest.param(b"X: y\r\n" * 100_000 + b"\r\nx", id="100k headers"),
        pytest.param(
            b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 10_000 + b"--b--\r\n", id="10,000 parts",
        ),
        pytest.param(
            b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1_000)), id="1,000 deep",
        ),
        pytest.param(b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + b"\xff" * 3_000_000, id="3 MB of no UTF-8"),
        pytest.param(
            b"Content-Type: text/plain; " + b"a;" * 120_000 + b"\r\n\r\nx", id="120k parameters",
        ),
        pytest.param(
            (b"To: " + b"a," * 4_090 + b"\r\n") * 150 + b"\r\nx", id="150 To headers of 8 KB",
        ),
    ],
)  # fmt: skip
def test_a_mail_is_read_in_bounded_time(raw: bytes) -> None:
    """No mail keeps the watcher busy for more than a second and a half."""
    assert ends(lambda: assert_sound(parse(raw)))


def test_a_thousand_deep_mail_keeps_its_headers() -> None:
    """A mail too deep to parse still tells who sent it, what about, and that something was wrong."""
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1_000))
    read = parse(b"From: Julia <julia@helmwerk.example>\r\nSubject: Deep\r\nMessage-ID: <d@x.example>\r\n" + deep)

    assert (Person("Julia", "julia@helmwerk.example"), "Deep", "<d@x.example>") == (
        read.sender,
        read.subject,
        read.message_id,
    )
    assert read.defects == (TOO_DEEP,)


def test_an_ordinary_mail_has_no_defects() -> None:
    """A plain mail comes back field by field."""
    read = parse(mail("Hello\n", Reply_To="hr@helmwerk.example", In_Reply_To="<q@example.org>", References="<p@example.org> <q@example.org>",
                      date=datetime(2026, 3, 1, 9, tzinfo=UTC), Cc="Bo <bo@x.example>, c@x.example", Auto_Submitted="Auto-Generated"))  # fmt: skip

    assert read == Mail(
        message_id="<n1@helmwerk.example>",
        subject="Your application as Data Engineer at Helmwerk",
        sender=Person("Julia Meyer", "julia.meyer@helmwerk.example"),
        reply_to=(Person("", "hr@helmwerk.example"),),
        to=(Person("Alex Example", "alex@example.org"),),
        cc=(Person("Bo", "bo@x.example"), Person("", "c@x.example")),
        date=datetime(2026, 3, 1, 9, tzinfo=UTC),
        in_reply_to=("<q@example.org>",),
        references=("<p@example.org>", "<q@example.org>"),
        auto_submitted="auto-generated",
        plain="Hello\n",
    )
    assert read.defects == ()


@pytest.mark.parametrize(
    ("charset", "data", "expected"),
    [
        ("utf-8", "Grüße".encode(), "Grüße"),
        ("iso-8859-1", "„Grüße“".encode("cp1252"), "„Grüße“"),
        ("us-ascii", "Grüße".encode(), "Grüße"),
        ("koi8-r", "Привет".encode("koi8-r"), "Привет"),
        ("gb18030", "很遗憾".encode("gb18030"), "很遗憾"),
        ("iso-2022-jp", "残念".encode("iso-2022-jp"), "残念"),
        ("bogus", "Grüße".encode(), "Grüße"),
        ("bogus", "Grüße aus Köln".encode("cp1252"), "Grüße aus Köln"),
        ("rot13", "Grüße".encode(), "Grüße"),
        ("zlib", b"x", "x"),
        ("undefined", b"x", "x"),
        ("idna", b"x", "x"),
        ("utf-8\0", "Grüße".encode(), "Grüße"),
        ("", "Grüße".encode(), "Grüße"),
        ("utf-8", "Grüße".encode("cp1252"), "Grüße"),
    ],
)  # fmt: skip
def test_text_is_decoded_by_its_charset_or_by_a_sensible_one(charset: str, data: bytes, expected: str) -> None:
    """A charset that does not exist, is no text codec, or lies, falls back to UTF-8 and then windows-1252."""
    read = parse(b'Content-Type: text/plain; charset="' + charset.encode() + b'"\r\n\r\n' + data)

    assert expected == read.plain


@pytest.mark.parametrize(
    "raw",
    [
        "Subject: =?unicode_escape?q?=5Cud800?=\r\n\r\n",
        'Content-Type: text/plain; charset="unicode-escape"\r\n\r\n\\ud800',
        'Content-Type: text/plain; charset="raw_unicode_escape"\r\n\r\n\\ud800',
        "Subject: =?raw-unicode-escape?q?=5Cud800?=\r\n\r\n",
        "Subject: =?utf-7?q?+2AA-?=\r\n\r\n",
        'Content-Type: text/plain; charset="unicode escape"\r\n\r\n\\ud800',
        'Content-Type: text/plain; charset="raw-unicode-escape"\r\n\r\n\\ud800',
        'Content-Type: text/plain; charset="utf-7"\r\n\r\n+2AA-',
    ],
)  # fmt: skip
def test_no_codec_makes_text_that_cannot_be_written(raw: str) -> None:
    """What was decoded can be encoded again: a lone surrogate would end the visit in SQLite or in the letter."""
    read = parse(raw.encode())

    assert set() == {c for c in read.subject + read.plain if "\ud800" <= c <= "\udfff"}


def test_raw_eight_bit_headers_are_utf8_or_windows_1252() -> None:
    """Headers without any encoding are read as the two that occur."""
    assert parse("Subject: Grüße\r\n\r\n".encode()).subject == "Grüße"
    assert parse("Subject: Grüße\r\n\r\n".encode("cp1252")).subject == "Grüße"
    assert Person("Jörg", "j@x.example") == parse("From: Jörg <j@x.example>\r\n\r\n".encode("cp1252")).sender


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=?utf-8?q?Absage_f=C3=BCr_?= =?utf-8?q?Sie?=", "Absage für Sie"),
        ("=?UTF-8?B?w5xiZXI=?= uns", "Über uns"),
        ("Re: =?utf-8?q?a=0D=0ABcc:_e=40x.example?=", "Re: a Bcc: e@x.example"),
        ("=?utf-8?q?a=00b=E2=80=AEc=C2=85d?=", "abcd"),
        ("=?bogus?q?a?=", "a"),
        ("=?utf-8?b?!!?= x", "x"),
        ("a\r\n\tb", "a b"),
    ],
)
def test_a_header_is_decoded_to_one_line(value: str, expected: str) -> None:
    """Encoded words are decoded, line breaks and controls in them are gone."""
    assert expected == decoded(value)


@given(st.text())
def test_decoded_headers_are_one_clean_line(text: str) -> None:
    """However a text is encoded in a header, what comes out has no line break and no control character."""
    word = f"=?utf-8?b?{base64.b64encode(text.encode('utf-8', 'replace')).decode()}?="

    assert clean(text.encode("utf-8", "replace").decode()) == decoded(word) or len(word) > 8_000
    assert not FORBIDDEN & set(decoded(word))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Julia Meyer <j@x.example>", [Person("Julia Meyer", "j@x.example")]),
        ('"Meyer, Julia" <j@x.example>, k@x.example', [Person("Meyer, Julia", "j@x.example"), Person("", "k@x.example")]),
        ("=?utf-8?q?J=C3=B6rg?= <j@x.example>", [Person("Jörg", "j@x.example")]),
        ("=?utf-8?q?a_=3Cevil=40x.example=3E?= <j@x.example>", [Person("a <evil@x.example>", "j@x.example")]),
        ("Team: a@x.example, b@x.example;", [Person("", "a@x.example"), Person("", "b@x.example")]),
        ("<>, nobody, ü@x.example, a@b@c.example, j meyer@x.example", []),
        ("undisclosed-recipients:;", []),
        ('"j\r\nBcc: e"@x.example', []),
        ("j@x.example\r\nBcc: e@x.example", []),
        ("j@helm werk.example", []),
        ("julia@x.example meyer", []),
        ("Jobs @ Helm <j@x.example>, k@x.example", [Person("Jobs @ Helm", "j@x.example"), Person("", "k@x.example")]),
        ("j@x.example <j@x.example>", [Person("", "j@x.example")]),
        ("k@x.example <j@x.example>", [Person("", "j@x.example")]),
        ("[list] Ann <a@x.example>", [Person("[list] Ann", "a@x.example")]),
        ("Jobs @ Helm <j@x.example>, <>, a b c,", [Person("Jobs @ Helm", "j@x.example")]),
        ('Praxis „Am Markt" <j@x.example>', [Person("Praxis „Am Markt", "j@x.example")]),
    ],
)  # fmt: skip
def test_addresses_are_plain_or_left_out(value: str, expected: list[Person]) -> None:
    """A mailbox is a plain addr-spec; what is not is left out and never repaired."""
    assert expected == list(addresses(value))


def test_a_name_is_cut() -> None:
    """A display name of eight kilobytes would have to be looked through by many patterns."""
    assert [300] == [len(person.name) for person in addresses("a" * 8_000 + " <j@x.example>")]


@given(st.text(max_size=300))
def test_addresses_never_hold_a_separator(value: str) -> None:
    """No text gives an address with white space, brackets, commas or anything but ASCII."""
    for person in addresses(value):
        assert person.address.isascii()
        assert not set(' \t\r\n<>,;:"()[]\\') & set(person.address)
        assert person.address.count("@") == 1


def test_ids_are_printable_and_short() -> None:
    """Only ids that may stand in a header or in a SEARCH are taken from a header."""
    assert ids("x <a@b><c@d> <e f@g> <> <ü@h> <" + "a" * 249 + ">") == ("<a@b>", "<c@d>")


def test_a_folded_id_is_whole() -> None:
    """A Message-ID that was folded inside its brackets is put together again."""
    assert parse(b"Message-ID:\r\n <a@b.\r\n example>\r\n\r\n").message_id == "<a@b.example>"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"Sun, 01 Mar 2026 09:00:00 +0100", datetime(2026, 3, 1, 9, tzinfo=timezone(timedelta(hours=1)))),
        (b"Sun, 01 Mar 2026 09:00:00", datetime(2026, 3, 1, 9, tzinfo=UTC)),
        (b"01 Mar 2026 09:00:00 -0000", datetime(2026, 3, 1, 9, tzinfo=UTC)),
        (b"yesterday", None),
        (b"Sun, 01 Mar 99999 09:00:00 +0100", None),
        (b"Sun, 01 Mar 2026 09:00:00 +9999", None),
    ],
)
def test_dates_are_aware_or_missing(value: bytes, expected: datetime | None) -> None:
    """A date always knows its zone; what is no date is None."""
    assert expected == parse(b"Date: " + value + b"\r\n\r\n").date


def test_attachments_and_attached_mails_are_somebody_elses_words() -> None:
    """Text attachments and forwarded messages are not part of what the sender wrote; alternatives are both kept."""
    parts = (
        b"Content-Type: text/plain\r\n\r\nown", b"Content-Type: text/html\r\n\r\n<p>own",
        b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nfile",
        b"Content-Type: message/rfc822\r\n\r\nSubject: theirs\r\n\r\ntheirs", b"Content-Type: image/png\r\n\r\npng",
    )  # fmt: skip
    read = parse(
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + b"".join(b"--b\r\n" + p + b"\r\n" for p in parts)
        + b"--b--\r\n"
    )

    assert (read.plain, read.html) == ("own", "<p>own")


@pytest.mark.parametrize(
    "head", [b"Content-Type: text/calendar; method=REQUEST", b"Content-Type: application/octet-stream; name=invite.ics"]
)
def test_invitations_are_found_by_type_or_name(head: bytes) -> None:
    """A calendar is one whether its type or only its name says so."""
    assert parse(head + b"\r\n\r\nBEGIN:VCALENDAR").calendars == (b"BEGIN:VCALENDAR",)


def test_identity_is_the_message_id_or_what_the_mail_says() -> None:
    """Without a Message-ID the same mail has the same identity, and another mail another one."""
    one, same, other = (
        parse(mail(text, message_id=None, date=datetime(2026, 3, 1, tzinfo=UTC))) for text in ("a\n", "a\n", "b\n")
    )

    assert parse(mail()).identity == "<n1@helmwerk.example>"
    assert one.identity == same.identity != other.identity
    assert (one.identity,) == ids(one.identity)


def test_reports_and_return_paths_are_told_apart() -> None:
    """An empty return path is not a missing one, and a delivery report is one."""
    assert (
        parse(b"Return-Path: <>\r\n\r\n").return_path,
        parse(b"Content-Type: multipart/report; boundary=b\r\n\r\n").report,
    ) == ("<>", True)
    assert None is parse(b"\r\n").return_path


def test_only_the_first_of_a_header_that_may_stand_once_counts() -> None:
    """A second Subject or From, added behind the first, changes nothing."""
    read = parse(b"From: a@x.example\r\nSubject: one\r\nFrom: b@x.example\r\nSubject: two\r\n\r\n")

    assert (read.sender and read.sender.address, read.subject) == ("a@x.example", "one")


def test_people_are_compared_without_case() -> None:
    """Mailboxes that differ in case only are the same, and their parts are lower-cased."""
    person = Person("J", "Julia.Meyer@Helmwerk.Example")

    assert (
        person.same("julia.meyer@helmwerk.example"),
        person.same(Person("", person.address.upper())),
        person.same("j@x.example"),
    ) == (True, True, False)
    assert (person.local, person.domain) == ("julia.meyer", "helmwerk.example")


def nested(depth: int) -> bytes:
    """A text inside so many multiparts."""
    opened = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(depth))
    return opened + b"Content-Type: text/plain\r\n\r\ndeep"


def test_parts_are_read_to_a_depth_and_a_number() -> None:
    """Twenty levels and a hundred parts in all are more than any honest mail has; what is beyond them is not read."""
    inner = b"Content-Type: multipart/mixed; boundary=i\r\n\r\n" + b"--i\r\n\r\nx\r\n" * 60 + b"--i--\r\n"
    many = parse(b"Content-Type: multipart/mixed; boundary=o\r\n\r\n" + (b"--o\r\n" + inner) * 5 + b"--o--\r\n")

    assert ("deep", "") == (parse(nested(MAX_DEPTH)).plain, parse(nested(MAX_DEPTH + 1)).plain)
    assert 90 < many.plain.count("x") < MAX_PARTS


def test_an_address_that_is_none_is_refused_at_once() -> None:
    """A pattern that tries every split of a host name would need minutes for this one."""
    assert ends(lambda: addresses("a@" + "b" * 60 + "_"))
    assert addresses("a@" + "b" * 60 + "_") == ()
