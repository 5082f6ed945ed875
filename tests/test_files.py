"""watcher.files: mail from files, every kind that people have."""

from __future__ import annotations

import json
import mailbox
from pathlib import Path

import pytest

from tests.letters import PLAIN_NO, RECEIPT, mail
from watcher.errors import UserError
from watcher.files import Row, read
from watcher.mail import Mail, Person, parse

ONE, TWO = mail(PLAIN_NO), mail(RECEIPT, message_id="<n2@helmwerk.example>")


def lines(path: Path, *rows: object) -> Path:
    path.write_text(
        "".join(f"{row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8"
    )
    return path


def test_an_eml_is_one_mail(tmp_path: Path) -> None:
    """Named like its file, whatever the file's ending."""
    for name in ("a.eml", "a", "a.txt"):
        (tmp_path / name).write_bytes(ONE)

        assert [Row(name, parse(ONE))] == list(read(tmp_path / name))


def test_an_mbox_is_many_mails(tmp_path: Path) -> None:
    """Recognised by its first line; each named by its Message-ID, else by its number."""
    box = mailbox.mbox(tmp_path / "box")
    for raw in (ONE, TWO, mail("No id.\n", message_id=None)):
        box.add(raw)
    box.close()
    found = list(read(tmp_path / "box"))

    assert ["<n1@helmwerk.example>", "<n2@helmwerk.example>", "box#2"] == [row.name for row in found]
    assert PLAIN_NO == found[0].mail.plain


def test_a_maildir_is_read_whole(tmp_path: Path) -> None:
    """Both the new and the seen mail, and nothing is moved."""
    for part in ("cur", "new", "tmp"):
        (tmp_path / part).mkdir()
    (tmp_path / "cur" / "1:2,S").write_bytes(ONE)
    (tmp_path / "new" / "2").write_bytes(TWO)
    (tmp_path / "tmp" / "3").write_bytes(TWO)
    before = sorted(tmp_path.rglob("*"))

    assert ["<n1@helmwerk.example>", "<n2@helmwerk.example>"] == [row.name for row in read(tmp_path)]
    assert before == sorted(tmp_path.rglob("*"))


def test_a_folder_of_eml_files_is_read_in_order(tmp_path: Path) -> None:
    """Anything else in it is left alone."""
    for name, raw in (("b.eml", TWO), ("a.eml", ONE), ("notes.txt", b"x")):
        (tmp_path / name).write_bytes(raw)

    assert [Row("a.eml", parse(ONE)), Row("b.eml", parse(TWO))] == list(read(tmp_path))


def test_a_jsonl_is_a_row_a_line(tmp_path: Path) -> None:
    """Subject, sender, body, and what else is known; empty lines are nothing."""
    path = lines(
        tmp_path / "set.jsonl", {"id": "x1", "subject": "S\n1", "from": "Julia Meyer <j@x.example>", "body": "No.", "label": "rejection", "lang": "en"}, "", {"body": "Hi"},
    )  # fmt: skip

    assert [
        Row("x1", Mail(sender=Person("Julia Meyer", "j@x.example"), subject="S 1", plain="No."), "rejection", "en"),
        Row("set.jsonl:3", Mail(plain="Hi")),
    ] == list(read(path))


@pytest.mark.parametrize("line", ["{", "[]", "3", "null", '"x"', '{"subject": "no body"}'])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    """File and line, and what was expected."""
    path = lines(tmp_path / "set.jsonl", {"body": "fine"}, line)

    with pytest.raises(UserError) as caught:
        list(read(path))

    assert f"{path}: line 2: " in caught.value.problems[0]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x1e"])
def test_only_a_line_feed_ends_a_row(tmp_path: Path, separator: str) -> None:
    """JSON may hold other line separators raw, and mails do."""
    assert [f"one{separator}two"] == [
        row.mail.plain for row in read(lines(tmp_path / "set.jsonl", {"body": f"one{separator}two"}))
    ]


def test_a_jsonl_that_is_no_utf8_is_the_users_to_mend(tmp_path: Path) -> None:
    """No traceback."""
    (tmp_path / "set.jsonl").write_bytes(b'{"body": "\xff"}\n')

    with pytest.raises(UserError):
        list(read(tmp_path / "set.jsonl"))


def test_what_is_not_there_is_the_users_to_mend(tmp_path: Path) -> None:
    """A missing file, and a folder without mail."""
    for path in (tmp_path / "no.eml", tmp_path / "no.jsonl", tmp_path):
        with pytest.raises(UserError) as caught:
            list(read(path))

        assert caught.value.problems[0].startswith(f"{path}: ")


def test_any_file_is_a_mail(tmp_path: Path) -> None:
    """An empty or binary file is a mail without anything."""
    (tmp_path / "a.eml").write_bytes(b"")
    (tmp_path / "b.eml").write_bytes(bytes(range(256)))

    assert ["a.eml", "b.eml"] == [row.name for row in read(tmp_path)]
