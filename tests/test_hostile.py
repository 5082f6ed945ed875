"""Hostile mail on its whole way: from bytes to the letter nothing raises, nothing hangs, nothing gets out that was slipped in."""

from __future__ import annotations

import email
import random
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile import HEADERS, LINES, ME, SAID, TAGS, journey, make
from tests.letters import NOW, ends, invite, mail
from watcher.classifier import Classifier
from watcher.letter import HEADERS as OURS
from watcher.letter import Letters
from watcher.mail import parse
from watcher.resources import templates

LETTERS = Letters(templates())
ORDINARY = parse(mail())
BITS = st.lists(
    st.one_of(
        st.sampled_from(
            [*HEADERS, *LINES, b"\r\n", b"\r\n\r\n", b"--b\r\n", b"Content-Type: multipart/mixed; boundary=b\r\n"]
        ),
        st.sampled_from([*TAGS, *SAID]).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.binary(max_size=20),
    ),
    max_size=40,
).map(b"".join)


def assert_harmless(raw: bytes, classifier: Classifier) -> None:
    """Whatever letters come of a mail hold the allowed headers, one recipient, and no control characters."""
    for written in journey(raw, parse(raw), classifier, LETTERS):
        again = parse(written.draft.raw)
        head = written.draft.raw.partition(b"\r\n\r\n")[0].decode("ascii")

        assert {line.partition(":")[0] for line in head.split("\r\n") if not line.startswith(" ")} <= set(OURS)
        assert ([written.draft.to], ME.address) == (
            [p.address for p in again.to],
            again.sender and again.sender.address,
        )
        assert written.text == again.plain


@given(BITS)
def test_any_bytes_go_the_whole_way(classifier: Classifier, raw: bytes) -> None:
    """Headers, tags, calendar lines and phrases in any order."""
    assert_harmless(raw, classifier)


@given(BITS, st.sampled_from(["text/plain", "text/html", "text/calendar"]))
def test_any_body_goes_the_whole_way(classifier: Classifier, body: bytes, kind: str) -> None:
    """Under proper headers, as text, as HTML and as an invitation."""
    head, _, text = mail(Auto_Submitted="auto-generated", date=NOW).partition(b"\r\n\r\n")

    assert_harmless(head.replace(b"text/plain", kind.encode()) + b"\r\n\r\n" + text + body, classifier)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_names_go_the_whole_way(classifier: Classifier, person: str, role: str, company: str) -> None:
    """A name, a role and a company of any characters, where the readers look for them."""
    text = f"Dear Alex,\n\nUnfortunately we will not move forward with the role of {role} at {company}.\n\nKind regards,\n{person}\n"
    raw = b"Subject: Application for " + role.encode("utf-8", "replace").replace(b"\n", b" ").replace(b"\r", b" ")
    raw += b"\r\nFrom: julia@helmwerk.example\r\nMessage-ID: <n@x.example>\r\n\r\n" + text.encode("utf-8", "replace")

    assert_harmless(raw, classifier)


@pytest.mark.parametrize("block", range(4))
def test_torn_mails_go_the_whole_way(classifier: Classifier, block: int) -> None:
    """Sixty made mails a block; benchmarks/fuzz.py makes a hundred thousand."""
    for number in range(block * 60, block * 60 + 60):
        raw = make(number)[1]

        assert ends(lambda raw=raw: assert_harmless(raw, classifier)), number


def test_the_same_number_is_the_same_mail() -> None:
    """What the benchmark reports can be made again."""
    assert [make(number) for number in range(20)] == [make(number) for number in range(20)]


def test_an_earlier_mail_is_as_harmless(classifier: Classifier) -> None:
    """What comes out of the archive was written by strangers too."""
    hostile = parse(mail("x", subject="{{ 7*7 }}", sender='"Ju\u202elia <b>" <no-reply@helmwerk.example>'))
    crowd = parse(
        b"Content-Type: text/calendar\r\n\r\n" + invite(*(f"{{{{n}}}} <a{n}@helmwerk.example>" for n in range(500)))
    )
    for earlier in (hostile, crowd):
        for written in journey(mail(date=NOW), earlier, classifier, LETTERS):
            assert "{" not in written.text


NAMES = (
    "Julia Meyer",
    'Jülia "x" Meyer',
    "Meyer, Julia",
    "Julia <e@x.example> Meyer",
    "Julia (e@x.example) Meyer",
    "e@x.example",
    "Team: e@x.example;",
    "=?utf-8?q?J=0aBcc:_e=40x.example?= Meyer",
    "J\u202e\u200bulia Meyer",
)
SUBJECTS = (
    "Your application",
    "=?utf-8?q?a=0ABcc:_e=40x.example?=",
    'Grüße, "x" <e@x.example>',
    "x" * 950,
    "To: e@x.example",
    "a=?b?=",
)


@pytest.mark.skipif(not shutil.which("mutt"), reason="mutt is not installed")
@pytest.mark.parametrize("number", range(len(NAMES)))
def test_mutt_would_send_it_to_one_person(classifier: Classifier, tmp_path: Path, number: int) -> None:
    """Another program's reading of the same bytes: one recipient, the text as written, no further header."""
    chance = random.Random(number)
    raw = mail(sender="no-reply@helmwerk.example", subject="S").replace(
        b"From: no-reply@helmwerk.example", b"From: " + NAMES[number].encode() + b" <julia.meyer@helmwerk.example>"
    )
    raw = raw.replace(b"Subject: S", b"Subject: " + chance.choice(SUBJECTS).encode())
    [written] = journey(raw, ORDINARY, classifier, LETTERS)
    (tmp_path / "draft").write_bytes(written.draft.raw)
    (tmp_path / "send").write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > {tmp_path}/arguments\ncat > {tmp_path}/sent\n")
    (tmp_path / "send").chmod(stat.S_IRWXU)
    (tmp_path / "rc").write_text(
        f'set sendmail="{tmp_path}/send"\nset sendmail_wait=0\nset copy=no\nset use_from=yes\nset from="alex@example.org"\n'
        'set send_charset="utf-8"\n'
    )
    subprocess.run(
        ["mutt", "-n", "-F", str(tmp_path / "rc"), "-H", str(tmp_path / "draft")],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=True, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    sent = (tmp_path / "sent").read_bytes()

    assert ["--", written.draft.to] == (tmp_path / "arguments").read_text().split()
    assert written.text.rstrip() == parse(sent).plain.rstrip()
    assert parse(written.draft.raw).subject == parse(sent).subject
    assert set(email.message_from_bytes(sent).keys()) <= {*OURS, "Content-Disposition"}
