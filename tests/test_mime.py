"""watcher.mime: a mail taken apart as the standard library does it, but in bounded time and memory."""

from __future__ import annotations

import base64
import email
import encodings
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters import ends
from watcher.mail import parse
from watcher.mime import MAX_DEPTH, MAX_PARTS, TOO_DEEP, TOO_MANY, leaves, read, split

MAILS = sorted(Path(__file__).parent.joinpath("mails").glob("*.eml"))
MEGABYTE = 1_000_000


def contents(raw: bytes) -> list[bytes]:
    return [part.content() for part in leaves(read(raw), [])]


def nested(depth: int) -> bytes:
    """So many multiparts, each inside the one before."""
    return b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(depth))


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_ordinary_mail_comes_apart_as_in_the_standard_library(path: Path) -> None:
    """The same parts with the same bytes, apart from how a line ends."""
    raw = path.read_bytes()
    whole = email.message_from_bytes(raw)
    attached = {
        id(part) for outer in whole.walk() if outer.get_content_maintype() == "message" for part in outer.walk()
    }
    expected = [
        part.get_payload(decode=True) for part in whole.walk() if not part.is_multipart() and id(part) not in attached
    ]

    assert [bytes(part).replace(b"\r\n", b"\n") for part in expected] == [  # type: ignore[arg-type]
        part.replace(b"\r\n", b"\n") for part in contents(raw)
    ]


@given(st.binary(max_size=300), st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_head_and_body_are_split_as_in_the_standard_library(raw: bytes, end: bytes) -> None:
    """The first line that is no field begins the body, with or without a blank line."""
    raw = b"Subject: x" + end + raw
    expected = email.message_from_bytes(raw)._payload  # type: ignore[attr-defined]
    _, body = split(raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))

    assert re.sub("\r\n?", "\n", str(expected)) == body.decode("ascii", "surrogateescape")


@given(st.binary(max_size=400), st.integers(1, 90))
def test_base64_is_undone_whatever_stands_between(data: bytes, width: int) -> None:
    """Lines of any length, a footer behind the padding, missing padding."""
    digits = base64.b64encode(data)
    folded = b"\r\n ".join(digits[n : n + width] for n in range(0, len(digits), width))
    head = b"Content-Transfer-Encoding: BASE64\r\n\r\n"

    assert [data] == contents(head + folded)
    assert [data] == contents(head + digits.rstrip(b"="))
    assert [data] == contents(head + digits + b"=\r\n-- \r\nSent through a list\r\n")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Content-Type: multipart/mixed; boundary=b\n\nbefore\n--b\n\none\n--b\nContent-Type: text/html\n\ntwo\n--b--\nafter", [b"one", b"two"]),
        (b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nunclosed\n", [b"unclosed\n"]),
        (b"Content-Type: multipart/mixed; boundary=b\n\n--bb\n\nanother\n", []),
        (b"Content-Type: multipart/mixed; boundary=b\n\n--b\n--b\n--b--\n", [b"", b""]),
        (b'Content-Type: multipart/mixed; boundary="a b"\n\n--a b \t\n\none\n--a b--', [b"one"]),
        (b"Content-Type: multipart/mixed; boundary=b\r\rbefore\r--b\r\rone\r--b--\r", [b"one"]),
        (b"Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: theirs\n\nx\n--b--\n", []),
        (b"Content-Type: multipart/mixed\n\n--b\n\nno boundary\n", []),
        (b"Content-Type: multipart/mixed; boundary*0*=\n\n--b\n\nno boundary\n", []),
        (b"no header at all", [b"no header at all"]),
        (b"", [b""]),
    ],
)  # fmt: skip
def test_parts_are_what_stands_between_the_boundaries(raw: bytes, expected: list[bytes]) -> None:
    """RFC 2046 5.1: not what is before the first, behind the last, or inside an attached mail."""
    assert expected == contents(raw)


SHAPES = {
    "200 deep, a million lines": nested(200) + b"a\n" * MEGABYTE,
    "20 deep, a million lines": nested(20) + b"a\n" * MEGABYTE,
    "10,000 deep": nested(10_000),
    "a million boundaries": nested(1) + b"--b0\n" * MEGABYTE,
    "parts of headers": nested(1) + (b"--b0\n" + b"a:\n" * 6_000 + b"\nx\n") * 100,
    "spaces behind a boundary": nested(1) + (b"--b0" + b" " * 1_000 + b"x\n") * 2_000,
    "a million headers": b"a:\n" * MEGABYTE,
    "a million folds": b"Subject: x\n" + b" \n" * MEGABYTE,
    "parameters": nested(1) + (b"--b0\nContent-Type: text/plain" + b";a" * 4_000 + b"\n\nx\n") * 200,
    "continued parameters": nested(1) + (b"--b0\nContent-Type: text/plain" + b"".join(b";n*%d*=" % n for n in range(900)) + b"\n\nx\n") * 200,
    "one line of base64": b"Content-Transfer-Encoding: base64\n\n" + b"QUJD" * MEGABYTE,
    "soft line breaks": b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=\n" * MEGABYTE,
    "carriage returns": b"Subject: x\r\r" + b"\r" * 2 * MEGABYTE,
    "nul": b"\0" * 2 * MEGABYTE,
    "UTF-7": b"Content-Type: text/plain; charset=utf-7\n\n" + b"+AAA" * MEGABYTE,
    "UTF-16": b"Content-Type: text/plain; charset=utf-16\n\n" + b"\xff" * MEGABYTE,
    "escapes of ISO 2022": b"Content-Type: text/plain; charset=iso-2022-jp-2\n\n" + b"\x1b$(D" * MEGABYTE,
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_a_mail_is_much_work(shape: str) -> None:
    """Megabytes of it are read in no time, into little."""
    assert ends(lambda: parse(SHAPES[shape]))
    assert len(parse(SHAPES[shape]).plain) <= 140_000


def test_what_is_left_out_is_told() -> None:
    """Beyond a depth and a number of parts nothing is read, and the mail says so."""
    many = nested(1) + b"\nx\n" + b"--b0\n\nx\n" * 10_000

    assert parse(nested(MAX_DEPTH) + b"\ndeep").defects == ()
    assert parse(nested(MAX_DEPTH + 1) + b"\ndeep").defects == (TOO_DEEP,)
    assert (parse(many).defects, parse(many).plain.count("x")) == ((TOO_MANY,), MAX_PARTS - 1)


def test_no_charset_of_a_mail_is_remembered() -> None:
    """Python keeps each unknown name that it was asked for; a sender could fill the memory of the service with them."""

    def unknown() -> set[str]:
        return {name for name, codec in encodings._cache.items() if codec is None}  # type: ignore[attr-defined]

    before = unknown()
    for number in range(50):
        parse(
            f"Subject: =?x-{number}?q?a?=\nContent-Type: text/plain; charset=y-{number}; name*=z-{number}''a\n"
            f"Content-Disposition: inline; filename*=w-{number}''a\n\n\xff".encode("latin-1")
        )
        parse(f"Content-Type: text/plain; charset*=v-{number}''u-{number}\n\n\xff".encode("latin-1"))

    assert before == unknown()


@pytest.mark.parametrize("name", ["invite.ics", "INVITE.ICS", "a b.ics"])
@pytest.mark.parametrize(
    "header", ["Content-Type: application/octet-stream; name", "Content-Disposition: attachment; filename"]
)
@pytest.mark.parametrize("written", ['="{}"', "*=utf-8''{}", '*0="x"; NAME*1="{}"'])
def test_a_calendar_is_known_by_any_name(name: str, header: str, written: str) -> None:
    """RFC 2231 names are names too."""
    assert read(f"{header}{written.format(name)}\n\nx".encode()).is_calendar
    assert not read(f"{header}{written.format('ics.pdf')}\n\nx".encode()).is_calendar
