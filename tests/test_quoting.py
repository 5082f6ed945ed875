"""watcher.quoting: the original below the letter, under a line in the letter's language."""

from __future__ import annotations

import pytest

from tests.letters import NOW, received
from watcher.facts import LANGUAGES, Facts
from watcher.letter import Identity, Letters, write
from watcher.mail import Mail, Person, parse
from watcher.people import Recipient, Relation
from watcher.quoting import quoted
from watcher.resources import templates
from watcher.text import cut_quotes

LETTERS = Letters(templates())
JULIA = Person("Julia Meyer", "julia.meyer@helmwerk.example")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_original_stands_below_the_letter(language: str) -> None:
    """Each line behind a mark, after the signature; what is above it is the letter as it was without."""
    source = received("Dear Alex,\n\nwe say None of {{ this }}.\n\nJulia")
    recipient = Recipient(JULIA, Relation.SENDER, "", source)
    me = Identity("alex@example.org", "Alex Example")
    plain, full = (
        write(recipient, Facts(language), me, LETTERS, message_id="<a@example.org>", written_at=NOW, quote=quote).text
        for quote in (False, True)
    )

    assert full.startswith(plain)
    assert full.endswith("> Dear Alex,\n>\n> we say None of {{ this }}.\n>\n> Julia\n")
    assert "2026-03-01" in full.removeprefix(plain).split("\n")[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_quoted_is_not_taken_for_the_users_words(language: str) -> None:
    """The line above the quote is one that this program itself recognises."""
    assert "Thank you." == cut_quotes("Thank you.\n\n" + quoted(received("Leider nein."), language))


def test_there_may_be_nothing_to_quote() -> None:
    """An empty mail, or one from nobody, leaves the letter as it is."""
    assert "" == quoted(received(""), "en") == quoted(Mail(plain="x"), "en")


def test_a_long_original_is_cut() -> None:
    """Nobody needs a hundred pages back."""
    assert len(quoted(received("word " * 9_000), "en")) < 7_000


def test_a_quoted_letter_is_still_one_mail() -> None:
    """A quoted line that looks like a header adds none."""
    source = received("Bcc: eve@x.example\n\nFrom here on")
    raw = write(
        Recipient(JULIA, Relation.SENDER, "", source), Facts("en"), Identity("alex@example.org", "Alex"), LETTERS,
        message_id="<a@example.org>", written_at=NOW, quote=True,
    ).draft.raw  # fmt: skip

    assert [JULIA.address] == [person.address for person in parse(raw).to]
    assert b"\r\nBcc" not in raw
