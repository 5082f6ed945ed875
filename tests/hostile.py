"""Hostile mail, made from numbers: mutations of tests/mails, and shapes that cost much somewhere once. The same number gives the same mail."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from tests.letters import NOW, invite, mail
from watcher import letter
from watcher.classifier import Classifier
from watcher.letter import Identity, Letters
from watcher.mail import Mail, parse
from watcher.people import organisation
from watcher.policy import History, Rules, Thank
from watcher.visit import Plan, describe, fingerprint, judge_whole

MAILS = Path(__file__).parent / "mails"
ME = Identity("alex@example.org", "Alex Example")
PLAN = Plan(
    account="personal",
    folders=("INBOX",),
    identities=(ME,),
    rules=Rules(own=(ME.address,), max_age=timedelta(days=14)),
)
MANY = (1, 1, 1, 2, 3, 10, 100, 1_000, 10_000)

HEADERS = (
    b"Message-ID: <[b378...@x.example]>", b"Message-ID: <a=?utf-8?q?=0d=0aBcc:_e=40x.example?=>", b"Message-ID: <{9}>",
    b"Content-Type: text/plain; name*0*", b"Content-Type: text/plain; charset*=utf-8''%ff", b"Content-Type: multipart/mixed",
    b"Content-Type: text/html; charset=utf-7", b"Content-Type: text/plain; charset=utf-16", b"Content-Type: text/calendar",
    b"Content-Type: multipart/digest; boundary=b", b"Content-Type: message/rfc822", b"Content-Transfer-Encoding: base64",
    b"Content-Transfer-Encoding: quoted-printable", b"Content-Transfer-Encoding: x-uuencode", b"To: (c):", b'To: "', b"Cc: (x): a@b.com;",
    b"From: =?utf-8?q?J=0aBcc:_x?= <a@b.example>", b"From: \xff\xfe <a@b.example>", b"Reply-To: a@b.example, c@d.example", b"From: {{ 7*7 }} <a@b.example>",
    b"Subject: =?utf-8?q?a=0D=0ABcc:_e=40x.example?=", b"Subject: =?rot13?q?a?= =?utf-8\0?q?c?=", b"Subject: \xed\xa0\x80", b"Date: Thu, 1 Jan 1970 00:00:00 +2399",
    b"Date: Mon, 1 Jan 0001 00:00:00 -2359", b"Date: Fri, 31 Dec 9999 23:59:59 -2359", b"References: <<>> <> < > <a@b", b"Return-Path: <>",
    b"Authentication-Results: mx; dmarc=pass", b"List-Post: <mailto:x@y.example>", b"Auto-Submitted: auto-replied", b": no name", b"Received: by by by",
)  # fmt: skip
TAGS = (
    "<div>", "</div>", "<p>", "</p>", "<table><tr><td>", "</td></tr></table>", "<blockquote type=cite>", "<pre>", "<!--", "-->", "<style>", "</style>",
    "<br>", "<b>", "</b>", "<![CDATA[", "]]>", "<?xml", "<p style='display:none'>", "<p style='white-space:pre'>", "<a href='", "&#x110000;", "&nbsp;",
    "<script>", "<svg>", "<template>", "<select>", "<o:p>", "<div class=gmail_quote>", "<!DOCTYPE html>", "<meta charset=utf-16>", "<", "&", '"', "\0",
)  # fmt: skip
SAID = (
    "Unfortunately, we have decided not to move forward. ", "Thank you for applying for the Data Engineer position at Helmwerk. ", "join Xa{n}b. ",
    "role of Xa{n}b. ", 'position of "a{n} b" ', "On Mon, 3 Feb 2025 at 10:15 a@b.example wrote:\n", "1 wrote wrote wrote !:\n", "From: a\n", "> ",
    "CAUTION: external outside\n", "interview at A of the ", "\n", " ", "\t \n", "a", "@", "www.", "https://", "1", "あ", "。", "\u202e", "\u0301", "{{ x }}",
    "Kind regards,\nJulia Meyer\n", "-- \n", "\U0001f600", "ﷺ", "İ", "the A ", "(", "[", "Sehr geehrte ", "thank you for interviewing ", "\ud800",
)  # fmt: skip
LINES = (
    b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"BEGIN:VALARM\r\n", b"BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\n", b"DTSTART;TZID=X:20260210T100000\r\n",
    b"DTSTART:00010101T000000Z\r\n", b"DTSTART:99991231T235959\r\n", b"RRULE:FREQ=SECONDLY\r\n", b'ATTENDEE;CN="a":mailto:a@b.example\r\n', b" folded\r\n",
    b"ORGANIZER:mailto:a@b.example\r\n", b"SEQUENCE:99999999999999999999\r\n", b"UID:1\r\n", b"METHOD:CANCEL\r\n", b"DTSTART;TZID=/x/Europe/Berlin:20260210T1\r\n", b"\0\r\n",
)  # fmt: skip
CHARSETS = (
    "utf-8",
    "utf-16",
    "utf-7",
    "iso-2022-jp",
    "hz",
    "gb18030",
    "cp037",
    "bogus",
    "unicode_escape",
    "punycode",
    "rot13",
    "",
)


@cache
def seeds() -> tuple[bytes, ...]:
    """The mails of tests/mails, as they came over the wire."""
    return tuple(path.read_bytes() for path in sorted(MAILS.glob("*.eml")))


def make(number: int) -> tuple[str, bytes]:
    """The mail of a number, and the name of its shape. Most are short, some are long, a few are as long as it goes."""
    most = 2_000_000 if number % 500 == 0 else 200_000 if number % 20 == 0 else 20_000
    chance = random.Random(number)
    shape = chance.choice((mutated, mutated, mutated, headed, boxed, marked_up, spoken, met, encoded))
    return shape.__name__, shape(chance, most)


def mutated(chance: random.Random, most: int) -> bytes:
    """An ordinary mail, torn a little."""
    raw = chance.choice(seeds())
    for _ in range(chance.choice((1, 2, 4, 8))):
        at, end = sorted((chance.randrange(len(raw) + 1), chance.randrange(len(raw) + 1)))
        raw = chance.choice(TEARS)(chance, raw, at, min(end, at + chance.choice((1, 10, 200, 5_000))))[:most]
    return raw


Tear = Callable[[random.Random, bytes, int, int], bytes]
TEARS: tuple[Tear, ...] = (
    lambda chance, raw, at, end: raw[:at] + chance.randbytes(chance.choice((1, 2, 20))) + raw[end:],
    lambda chance, raw, at, end: raw[:at] + raw[end:],
    lambda chance, raw, at, end: (
        raw[:at] + raw[at:end] * min(chance.choice(MANY), 1 + 200_000 // (end - at + 1)) + raw[end:]
    ),
    lambda chance, raw, at, end: raw[:at] + chance.choice(HEADERS) + b"\r\n" + raw[at:],
    lambda chance, raw, at, end: chance.choice(HEADERS) + b"\r\n" + raw,
    lambda chance, raw, at, end: raw[:at] + some(chance, TAGS, 50).encode("utf-8", "replace") + raw[at:],
    lambda chance, raw, at, end: raw[:at] + some(chance, SAID, 50).encode("utf-8", "surrogatepass") + raw[end:],
    lambda chance, raw, at, end: raw[:at] + chance.choice(seeds())[at:],
    lambda chance, raw, at, end: raw.replace(b"\r\n", chance.choice((b"\n", b"\r", b"\r\n\r\n"))),
    lambda chance, raw, at, end: raw.replace(b"utf-8", chance.choice(CHARSETS).encode()),
    lambda chance, raw, at, end: raw[:at],
)


def some(chance: random.Random, pieces: tuple[str, ...], most: int) -> str:
    """A few of the pieces, each a few or very many times."""
    found = ""
    while len(found) < most and chance.random() < 0.9:
        piece = chance.choice(pieces)
        number = min(chance.choice(MANY), 20_000 // len(piece))
        found += "".join(piece.replace("{n}", str(n)) for n in range(number)) if "{n}" in piece else piece * number
    return found


def headed(chance: random.Random, most: int) -> bytes:
    """Headers by the dozen, long ones, folded ones."""
    lines = [chance.choice(HEADERS) for _ in range(chance.choice((1, 5, 50)))]
    name = chance.choice(
        (
            "To",
            "Cc",
            "Reply-To",
            "Subject",
            "References",
            "Message-ID",
            "Content-Type",
            "Date",
            "Received",
            "X",
            "Authentication-Results",
        )
    )
    token = chance.choice(
        (
            "a,",
            "a@b.example,",
            "(",
            '"',
            "<",
            "=?utf-8?q?a?= ",
            " ",
            "\t",
            "\r\n ",
            ";a=",
            ";n*0*=",
            "<a@b>",
            "[",
            "\\",
            "9",
            "by ",
            ":",
        )
    )
    lines.append(f"{name}: {token * chance.choice(MANY)}".encode())
    chance.shuffle(lines)
    return (b"\r\n".join(lines * chance.choice((1, 1, 1, 20))) + b"\r\n\r\n" + words(chance))[:most]


def boxed(chance: random.Random, most: int) -> bytes:
    """Multiparts in multiparts, with and without ends."""
    depth = chance.choice((1, 2, 5, 19, 20, 21, 200, 1_000))
    opened = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(depth))
    parts = [chance.choice(HEADERS) + b"\r\n\r\n" + words(chance) for _ in range(chance.choice((1, 3, 150)))]
    inner = (b"\r\n--b%d\r\n" % (depth - 1)).join(parts)[: most // 2]
    return (opened + (inner + b"\r\n--b%d--\r\n" % chance.randrange(depth)) * chance.choice((1, 1, 20)))[:most]


def marked_up(chance: random.Random, most: int) -> bytes:
    """HTML of tags that were never closed, or closed too often."""
    return (
        mail("", subject="Your application", date=NOW).replace(b"text/plain", b"text/html")
        + (
            "".join(
                some(chance, TAGS if chance.random() < 0.7 else SAID, 500) for _ in range(chance.choice((1, 5, 30)))
            )
        ).encode("utf-8", "replace")[:most]
    )


def spoken(chance: random.Random, most: int) -> bytes:
    """A rejection whose text is full of what the readers of facts, quotes and banners look for."""
    sender = chance.choice(
        ("Julia Meyer <julia@helmwerk.example>", "Helmwerk Recruiting <jobs@helmwerk.example>", "<a@b.example>")
    )
    raw = mail(SAID[0] + "\n", sender=sender, message_id=f"<{chance.random()}@x.example>", date=NOW)
    text = "".join(some(chance, SAID, 500) for _ in range(chance.choice((1, 5, 30))))
    return (raw.replace(b"7bit", b"8bit") + text.encode("utf-8", "surrogatepass"))[:most]


def met(chance: random.Random, most: int) -> bytes:
    """A calendar in disorder."""
    lines = invite("Tom Berg <tom@helmwerk.example>").splitlines(keepends=True)
    for _ in range(chance.choice((1, 5, 20))):
        lines.insert(chance.randrange(len(lines)), chance.choice(LINES) * chance.choice(MANY))
    if chance.random() < 0.3:
        chance.shuffle(lines)
    head = mail("", date=NOW).replace(b"text/plain", b"text/calendar").rstrip() + b"\r\n\r\n"
    return (head + b"".join(lines))[:most]


def encoded(chance: random.Random, most: int) -> bytes:
    """Any bytes in any charset under any transfer encoding."""
    data = chance.choice(
        (chance.randbytes(500), b"\xff", b"\x1b$B", b"+AAA", b"=", b"\0", "é".encode("utf-16"))
    ) * chance.choice(MANY)
    coded, name = chance.choice(
        ((base64.b64encode(data), "base64"), (data, "base64"), (data, "quoted-printable"), (data, "8bit"))
    )
    kind = chance.choice(("plain", "html", "calendar"))
    return (
        f"Content-Type: text/{kind}; charset={chance.choice(CHARSETS)}\r\nContent-Transfer-Encoding: {name}\r\n\r\n".encode()
        + coded[:most]
    )


def words(chance: random.Random) -> bytes:
    """A little text, in bytes."""
    return some(chance, SAID, 100).encode("utf-8", "surrogatepass")


def journey(raw: bytes, earlier: Mail, classifier: Classifier, letters: Letters) -> list[letter.Written]:
    """All that a visit would do with a mail that it takes for a rejection, short of the mailbox: the letters."""
    read = parse(raw)
    verdict = classifier.judge(read)
    study = judge_whole(read, verdict, History(said=True), (earlier,), PLAN, letters)
    assert describe(study) is not None
    assert fingerprint(read)
    assert all(organisation(person.domain) for person in (*read.to, *read.reply_to))
    recipients = study.decision.recipients if isinstance(study.decision, Thank) else ()
    assert study.facts is not None
    return [
        letter.write(
            recipient,
            study.facts,
            ME,
            letters,
            message_id=letter.make_message_id("personal", read.identity, recipient.person.address, ME.domain),
            written_at=datetime(2026, 3, 1, tzinfo=UTC),
        )
        for recipient in recipients
    ]
