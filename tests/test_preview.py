"""watcher.preview: what would be written, without an account."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.letters import NOW, invite, mail, received
from watcher.letter import Identity, Letters
from watcher.people import Relation
from watcher.preview import headers, identity_of, preview
from watcher.resources import templates

LETTERS = Letters(templates())
ME = (Identity("alex@example.org", "Alex Example"),)


def test_a_mail_is_answered_as_a_visit_would() -> None:
    """One letter to the sender, with its headers as a reader sees them."""
    found = preview(received(), ME, LETTERS, NOW)

    assert [Relation.SENDER] == [choice.recipient.relation for choice in found.choices]
    assert found.choices[0].written is not None
    assert [
        ("From", "Alex Example <alex@example.org>"), ("To", "Julia Meyer <julia.meyer@helmwerk.example>"),
        ("Subject", "Re: Your application as Data Engineer at Helmwerk"), ("In-Reply-To", "<n1@helmwerk.example>"),
    ] == headers(found.choices[0].written)  # fmt: skip
    assert "Helmwerk" in found.choices[0].written.text


def test_all_wordings_of_all_kinds_that_fit() -> None:
    """Every template for every person, each once."""
    source = received(calendars=(invite("Tom Berg <tom.berg@helmwerk.example>"),))
    found = preview(source, ME, LETTERS, NOW, every=True)
    used = [choice.template for choice in found.choices]

    assert sorted([*LETTERS.wordings("en", "after_interview"), *LETTERS.wordings("en", "interviewer")]) == sorted(used)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"sender": "no-reply@helmwerk.example"}, "nobody reads this mailbox"),
        ({"sender": "Alex <alex@example.org>"}, "you wrote it yourself"),
        ({"sender": "mailer-daemon@helmwerk.example"}, "a delivery report"),
        ({"sender": ""}, "the mail names nobody"),
    ],
)
def test_why_nobody_is_written_to(changes: dict[str, str], expected: str) -> None:
    """The reason stands where the letter would."""
    found = preview(received(**changes), ME, LETTERS, NOW)

    assert () == found.choices
    assert expected in found.nobody


def test_a_language_without_letters_is_named() -> None:
    """With the templates that would be needed, as `explain` and `status` say it."""
    text = "Kiitos hakemuksestasi. Valitettavasti emme tällä kertaa etene hakemuksesi kanssa, sillä valitsimme toisen hakijan."
    found = preview(received(text, subject="Hakemuksesi"), ME, LETTERS, NOW)

    assert () == found.choices
    assert "fi/_greeting.txt.j2, fi/_closing.txt.j2, fi/applied.txt.j2" in found.nobody


def test_the_user_is_whom_the_mail_was_written_to() -> None:
    """Without a configuration, To tells the name and the address."""
    assert Identity("alex@example.org", "Alex Example") == identity_of(received())
    assert Identity("you@example.org", "You") == identity_of(received(to=()))


def watcher(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("WATCHER_")}
    return subprocess.run(
        [sys.executable, "-m", "watcher", *arguments], capture_output=True, text=True, check=False,
        env={**clean, "XDG_CONFIG_HOME": str(folder), "XDG_STATE_HOME": str(folder), "XDG_CACHE_HOME": str(folder)},
    )  # fmt: skip


def test_the_command_needs_no_configuration_and_no_model(tmp_path: Path) -> None:
    """Facts, people and letter of a file; nothing is written, not even a cache."""
    (tmp_path / "a.eml").write_bytes(mail())
    done = watcher(tmp_path, "preview", str(tmp_path / "a.eml"), "--json")
    told = json.loads(done.stdout)

    assert ("", 0) == (done.stderr, done.returncode)
    assert "Helmwerk (read in domain and signature and subject and text; two places agree)" == told["facts"]["company"]
    assert ["julia.meyer@helmwerk.example"] == [letter["to"] for letter in told["letters"]]
    assert ["a.eml"] == [path.name for path in tmp_path.iterdir()]


def test_the_command_speaks_to_people_too(tmp_path: Path) -> None:
    """Who, why, from which template; the letter; a word on what it did not do."""
    (tmp_path / "a.eml").write_bytes(mail())
    said = watcher(tmp_path, "preview", str(tmp_path / "a.eml"), "--all").stdout

    assert len(LETTERS.wordings("en", "applied")) == said.count(
        "julia.meyer@helmwerk.example (sender: sent the mail); en/applied."
    )
    assert "Nothing was written." in said


def test_the_configuration_tells_identity_and_quoting(tmp_path: Path) -> None:
    """The name, the signature and the quote are those of a real draft."""
    (tmp_path / "a.eml").write_bytes(mail())
    (tmp_path / "c.toml").write_text(
        '[accounts.a]\nhost = "localhost"\nuser = "x"\nname = "A. Example"\naddresses = ["alex@example.org"]\nsignature = "A."\n[letters]\nquote = true\n'
    )
    done = watcher(tmp_path, "preview", str(tmp_path / "a.eml"), "--json", "--config", str(tmp_path / "c.toml"))
    letter = json.loads(done.stdout)["letters"][0]

    assert "A. Example <alex@example.org>" == letter["headers"]["From"]
    assert "\nA.\n\nOn " in letter["text"]
    assert "\n> Dear Alex,\n" in letter["text"]
