"""watcher.letter: whatever names, subjects, ids and facts a mail brings, the draft is what was meant, to Python and to mutt."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters import NOW, received
from watcher.facts import LANGUAGES, Fact, Facts, Stage
from watcher.letter import HEADERS, Identity, Letters, Written, write
from watcher.mail import Mail, Person, parse
from watcher.people import Recipient, Relation
from watcher.resources import templates

LETTERS = Letters(templates())
ME = Identity("alex@example.org", "Alex Example")
ADDRESS = "julia.meyer@helmwerk.example"
LINE = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("{}%#<>\"'\\,;:@()=?\r\n\t")), max_size=70
)
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def letter(
    source: Mail, name: str, language: str, relation: Relation, stage: Stage, company: str, role: str
) -> Written:
    facts = Facts(
        language,
        company=Fact(company, "") if company else None,
        role=Fact(role, "") if role else None,
        stage=stage,
    )
    recipient = Recipient(Person(name, ADDRESS), relation, "", source)
    return write(recipient, facts, ME, LETTERS, message_id="<ours@example.org>", written_at=NOW)


@given(
    subject=LINE, name=LINE, local=st.from_regex(r"\A[!-;=?-~]{1,200}\Z"), company=LINE, role=LINE,
    language=st.sampled_from(LANGUAGES), relation=st.sampled_from(list(Relation)), stage=st.sampled_from(list(Stage)),
)  # fmt: skip
def test_any_mail_gives_the_letter_that_was_meant(
    subject: str, name: str, local: str, company: str, role: str, language: str, relation: Relation, stage: Stage
) -> None:
    """Only allowed headers, the one recipient, no template syntax, no control character; facts go through `parse` first."""
    tame = " ".join(CONTROL.sub(" ", f"{company}\0{role}").split())
    company, role = CONTROL.sub("", company)[:60].strip(), CONTROL.sub("", tame)[:60].strip()
    known = f"{company} {role} {name}"
    if any(mark in known for mark in ("{{", "}}", "{%", "%}", "{#")) or "  " in known:
        company = role = ""
    written = letter(
        received("No.", subject=subject, message_id=f"<{local}@x.example>"),
        name,
        language,
        relation,
        stage,
        company,
        role,
    )
    read = parse(written.draft.raw)
    head = written.draft.raw.partition(b"\r\n\r\n")[0].decode("ascii")
    names = [line.partition(":")[0] for line in head.split("\r\n") if line[:1] not in " \t"]

    assert list(HEADERS) == names
    assert [ADDRESS] == [person.address for person in read.to]
    assert ("alex@example.org", "<ours@example.org>") == (read.sender.address if read.sender else "", read.message_id)
    assert (f"<{local}@x.example>",) == read.in_reply_to
    assert not re.search(r"\{\{|\}\}|\{%|%\}|\{#", written.text)
    assert not CONTROL.search(written.text)
    assert written.text == read.plain


HARD = [
    ("Your application", "Julia Meyer", "en"),
    ("Réponse à votre candidature – Chargé de projet", "Meyer, Zoë", "fr"),
    ("選考結果のご連絡（株式会社青空精機）", "佐藤 美咲", "ja"),
    ("=?utf-8?q?not_an?= encoded word: " + "x" * 300, 'Julia "J" O\'Neil', "de"),
    ("Ответ " * 40, "Ольга Смирнова", "ru"),
]


@pytest.mark.skipif(not shutil.which("mutt"), reason="mutt is not installed")
@pytest.mark.parametrize(("subject", "name", "language"), HARD, ids=[row[2] for row in HARD])
def test_mutt_reads_what_python_reads(subject: str, name: str, language: str, tmp_path: Path) -> None:
    """A draft opened and sent in mutt, in batch mode, keeps its people, its subject, its thread and its words."""
    written = letter(received("No.", subject=subject), name, language, Relation.SENDER, Stage.APPLIED, "Helmwerk", "")
    (tmp_path / "draft").write_bytes(written.draft.raw.replace(b"\r\n", b"\n"))
    (tmp_path / "sendmail").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/to\ncat > {tmp_path}/sent\n')
    (tmp_path / "sendmail").chmod(0o700)
    (tmp_path / "rc").write_text(
        f'set sendmail="{tmp_path}/sendmail"\nset record=""\nset copy=no\nset send_charset="utf-8"\nset charset="utf-8"\nset use_from=no\n'
    )
    done = subprocess.run(
        ["mutt", "-n", "-F", str(tmp_path / "rc"), "-H", str(tmp_path / "draft")], stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False, timeout=60, env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert (tmp_path / "sent").exists(), done.stderr
    ours, theirs = parse(written.draft.raw), parse((tmp_path / "sent").read_bytes())

    assert ADDRESS in (tmp_path / "to").read_text().split("\n")
    assert (ours.to, ours.subject, ours.in_reply_to, ours.references) == (
        theirs.to, theirs.subject, theirs.in_reply_to, theirs.references,
    )  # fmt: skip
    assert ours.plain.strip() == theirs.plain.strip()
