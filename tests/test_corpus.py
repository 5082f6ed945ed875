"""watcher.corpus: the shipped mail and the grammar, read and recombined the same way every time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from watcher.corpus import fingerprint, grammars, languages, read_mails, recombine, samples, sentences
from watcher.errors import UserError
from watcher.facts import LANGUAGES
from watcher.mail import Person
from watcher.resources import find

MAILS = """\
#### rejection/plain
From: Julia Meyer <j@x.example>
Subject: Your application: news

Dear Alex,

we regret to inform you.

#### other/receipt
Subject: Received

We have received your application. #### is no header here.
"""
GRAMMAR = {
    "rejecting": "[plain]\nWe regret, {name}.\nWe chose (another|a different) person for {role}.\n[stock]\nUnfortunately (no|not).\n",
    "lookalike": "[receipt]\nWe received it, {name}.\n[keepfile]\nWe keep your file.\n[conditional]\nIf we are interested we will write.\n",
    "shell": "[subject]\nYour application as {role}\n[greeting]\nDear {name},\n[opening]\nThank you.\n[middle]\nMany applied.\n[closing]\nGood luck.\n[signoff]\nRegards,\n[signature]\n{name}\\nHR\n",
    "slots": "[name]\nAlex\nKim\n[role]\nCook\n[sender]\nHelmwerk\n",
}  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    for part in ("mails", "frozen", "grammar"):
        (root / "en" / part).mkdir(parents=True)
    (root / "xx" / "mails").mkdir(parents=True)
    (root / "en" / "mails" / "a.txt").write_text(MAILS, "utf-8")
    for name, text in GRAMMAR.items():
        (root / "en" / "grammar" / f"{name}.txt").write_text(text, "utf-8")
    return root


def test_mails_are_read_with_label_and_kind(corpus: Path) -> None:
    """Subject, sender, body; a mail without a sender has none."""
    found = list(read_mails(corpus / "en" / "mails" / "a.txt"))

    assert [("rejection", "plain"), ("other", "receipt")] == [(label, kind) for _, label, kind in found]
    assert ("Your application: news", Person("Julia Meyer", "j@x.example")) == (found[0][0].subject, found[0][0].sender)
    assert ["Dear Alex,\n\nwe regret to inform you.", "We have received your application. #### is no header here."] == [
        m.plain for m, _, _ in found
    ]
    assert None is found[1][0].sender


@pytest.mark.parametrize(
    "head", ["#### maybe/x\nSubject: S", "#### rejection/x\nFrom: a@b.example", "#### \nSubject: S"]
)
def test_a_mail_without_label_or_subject_is_named(corpus: Path, head: str) -> None:
    """File and number, and what was expected."""
    path = corpus / "en" / "mails" / "a.txt"
    path.write_text(f"{MAILS}\n{head}\n\nBody\n", "utf-8")

    with pytest.raises(UserError) as caught:
        list(read_mails(path))

    assert f"{path}: mail 3: " in caught.value.problems[0]


def test_samples_are_the_words_of_the_mails(corpus: Path) -> None:
    """With their origin, so that evaluation and training can be told apart."""
    first, second = samples("mails", corpus)

    assert ("your application: news\njulia meyer j\ndear alex,\nwe regret to inform you.", True, "plain", "en", "en/mails/a.txt") == (
        first.words, first.rejection, first.kind, first.language, first.origin,
    )  # fmt: skip
    assert (False, "receipt") == (second.rejection, second.kind)
    assert [] == list(samples("frozen", corpus))


def test_languages_are_folders(corpus: Path) -> None:
    """And only those with shells and slots have a grammar."""
    assert ("en", "xx") == languages(corpus)
    assert ["en"] == [grammar.language for grammar in grammars(corpus)]


def test_a_grammar_gives_its_sentences_filled(corpus: Path) -> None:
    """No slot and no alternative is left open; only the rejecting section rejects."""
    found = list(sentences(grammars(corpus)[0]))

    assert all(not set("{}|()") & set(sentence.words) for sentence in found)
    assert {"plain", "stock"} == {sentence.kind for sentence in found if sentence.rejecting}
    assert {"unfortunately no.", "unfortunately not."} == {
        sentence.words for sentence in found if sentence.kind == "stock"
    }
    assert "we keep your file." in {sentence.words for sentence in found if not sentence.rejecting}


def test_recombined_mails_are_half_rejections(corpus: Path) -> None:
    """Each is filled, and a rejection holds a rejecting sentence unless it was cut off."""
    found = list(recombine(grammars(corpus)[0], 60))
    cores = ("regret", "chose", "unfortunately")

    assert (60, 30) == (len(found), sum(sample.rejection for sample in found))
    assert all(not set("{}|") & set(sample.words) for sample in found)
    assert all(any(core in sample.words for core in cores) for sample in found if sample.rejection)
    assert not any(any(core in sample.words for core in cores) for sample in found if not sample.rejection)
    assert {"en/grammar"} == {sample.origin for sample in found}
    assert len({sample.words for sample in found}) > 20


def test_the_same_seed_gives_the_same_mails(corpus: Path) -> None:
    """In this process and in another with another hash seed; another seed gives others."""
    grammar = grammars(corpus)[0]
    here = [sample.words for sample in recombine(grammar, 10)]
    code = "import json, pathlib, sys; from watcher.corpus import *; g = grammars(pathlib.Path(sys.argv[1]))[0]; print(json.dumps([s.words for s in recombine(g, 10)]))"
    there = subprocess.run(
        [sys.executable, "-c", code, str(corpus)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    ).stdout

    assert here == json.loads(there) == [sample.words for sample in recombine(grammar, 10, seed=0)]
    assert here != [sample.words for sample in recombine(grammar, 10, seed=1)]


def test_the_fingerprint_follows_every_byte(corpus: Path) -> None:
    """A changed, added or renamed file is another corpus; anything but .txt is not part of it."""
    before = fingerprint(corpus)
    (corpus / "en" / "notes.md").write_text("x")

    assert before == fingerprint(corpus)

    (corpus / "en" / "mails" / "a.txt").rename(corpus / "en" / "mails" / "b.txt")
    renamed = fingerprint(corpus)
    (corpus / "en" / "mails" / "b.txt").write_text(MAILS + " ", "utf-8")

    assert 3 == len({before, renamed, fingerprint(corpus)})


# -- the shipped corpus ----------------------------------------------------------------------------------------------


def test_the_shipped_corpus_is_well_formed() -> None:
    """Every mail file reads, with a body; every language of the letters has mail, a grammar and evaluation mail."""
    root = find("models/corpus")

    assert set(LANGUAGES) == {grammar.language for grammar in grammars()}
    assert set(LANGUAGES) == {path.parent.parent.name for path in root.glob("*/frozen/*.txt")}
    assert set(LANGUAGES) <= set(languages())
    for path in sorted(root.glob("*/mails/*.txt")) + sorted(root.glob("*/frozen/*.txt")):
        mails = list(read_mails(path))

        assert (path, 0, True) == (path, sum(not mail.plain for mail, _, _ in mails), bool(mails))


def test_the_shipped_grammars_are_complete() -> None:
    """Every slot that a sentence names has entries, every section has some, no bracket is left open."""
    for grammar in grammars():
        entries = [
            e
            for sections in (grammar.rejecting, grammar.lookalike, grammar.shell, grammar.slots)
            for found in sections.values()
            for e in found
        ]
        named = {slot for entry in entries for slot in re.findall(r"\{(\w+)\}", entry)}

        assert (grammar.language, set()) == (grammar.language, named - set(grammar.slots))
        assert (grammar.language, []) == (grammar.language, [e for e in entries if e.count("{") != e.count("}")])
        assert all(
            found for sections in (grammar.rejecting, grammar.lookalike, grammar.slots) for found in sections.values()
        )


def test_evaluation_mail_is_nowhere_in_the_training_mail() -> None:
    """No body stands in both parts: measuring on what was learned measures nothing."""
    root = find("models/corpus")
    learned = {" ".join(mail.plain.split()) for path in root.glob("*/mails/*.txt") for mail, _, _ in read_mails(path)}
    kept = {" ".join(mail.plain.split()) for path in root.glob("*/frozen/*.txt") for mail, _, _ in read_mails(path)}

    assert kept
    assert set() == learned & kept
