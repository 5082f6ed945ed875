"""watcher.schema: the database file, made, migrated and refused."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from watcher import schema
from watcher.errors import UserError
from watcher.schema import MIGRATIONS, open_engine


def tables(folder: Path) -> set[str]:
    with sqlite3.connect(folder / "watcher.sqlite") as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def version(folder: Path) -> int:
    with sqlite3.connect(folder / "watcher.sqlite") as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_new_folder_gets_a_database(tmp_path: Path) -> None:
    """With every table, at the newest version, in folders that are made as needed."""
    folder = tmp_path / "a" / "b"
    open_engine(folder).dispose()

    assert {"bookmarks", "outcomes", "drafts", "labels", "notes"} == tables(folder)
    assert len(MIGRATIONS) == version(folder)


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    """The folder, the file and what SQLite puts beside it."""
    engine = open_engine(tmp_path / "state")
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO notes VALUES ('a', 'b')")
        files = list((tmp_path / "state").iterdir())

        assert {0o600} == {stat.S_IMODE(file.stat().st_mode) for file in files}
    engine.dispose()

    assert 0o700 == stat.S_IMODE((tmp_path / "state").stat().st_mode)
    assert len(files) > 1


def test_every_commit_is_on_the_disk(tmp_path: Path) -> None:
    """WAL and synchronous FULL on each connection: an intent must survive a power cut."""
    engine = open_engine(tmp_path)
    for _ in range(2):
        with engine.connect() as connection:
            assert ("wal", 2) == (
                connection.exec_driver_sql("PRAGMA journal_mode").scalar_one(), connection.exec_driver_sql("PRAGMA synchronous").scalar_one(),
            )  # fmt: skip
        engine.dispose()


def test_opening_again_keeps_everything(tmp_path: Path) -> None:
    """A migration runs once."""
    with open_engine(tmp_path).begin() as connection:
        connection.exec_driver_sql("INSERT INTO notes VALUES ('a', 'b')")

    with open_engine(tmp_path).connect() as connection:
        assert [("a", "b")] == list(connection.exec_driver_sql("SELECT * FROM notes"))


def test_an_older_database_is_brought_forward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the missing steps run, in their order, and the data stays."""
    with open_engine(tmp_path).begin() as connection:
        connection.exec_driver_sql("INSERT INTO notes VALUES ('a', 'b')")
    monkeypatch.setattr(
        schema,
        "MIGRATIONS",
        (*MIGRATIONS, ("ALTER TABLE notes ADD COLUMN more TEXT",), ("UPDATE notes SET more = 'c'",)),
    )

    with open_engine(tmp_path).connect() as connection:
        assert [("a", "b", "c")] == list(connection.exec_driver_sql("SELECT * FROM notes"))
    assert len(MIGRATIONS) + 2 == version(tmp_path)


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    """An older program does not touch what it does not know."""
    open_engine(tmp_path).dispose()
    with sqlite3.connect(tmp_path / "watcher.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")

    with pytest.raises(UserError) as caught:
        open_engine(tmp_path)

    assert "newer version" in caught.value.problems[0]
    assert 99 == version(tmp_path)


def test_a_file_that_is_no_database_is_the_users_to_move(tmp_path: Path) -> None:
    """It is named and not overwritten."""
    content = b"no database, but long enough to be taken for one" * 100
    (tmp_path / "watcher.sqlite").write_bytes(content)

    with pytest.raises(UserError) as caught:
        open_engine(tmp_path)

    assert str(tmp_path) in caught.value.problems[0]
    assert content == (tmp_path / "watcher.sqlite").read_bytes()


def test_a_folder_that_cannot_be_used_is_the_users_to_mend(tmp_path: Path) -> None:
    """With the option that names another."""
    (tmp_path / "file").write_text("x")

    with pytest.raises(UserError) as caught:
        open_engine(tmp_path / "file" / "state")

    assert "choose another with --state DIR" == caught.value.hint


def test_a_migration_is_done_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that dies in the middle leaves the database as it was, and the next one begins again."""
    monkeypatch.setattr(schema, "MIGRATIONS", (("CREATE TABLE one (x)", "CREATE TABLE"),))
    with pytest.raises(UserError):
        open_engine(tmp_path)

    assert set() == tables(tmp_path)


@pytest.mark.parametrize(
    "name",
    ["plain", "with space", "ümlaut", "semi;colon", "what? now", "100%41"],
)
def test_a_state_folder_may_be_called_anything(tmp_path: Path, name: str) -> None:
    """The database lies in the folder that was named, and has the tables."""
    open_engine(tmp_path / name).dispose()

    assert [name] == [path.name for path in tmp_path.iterdir()]
    assert "drafts" in tables(tmp_path / name)


def test_two_processes_may_open_it(tmp_path: Path) -> None:
    """`watcher status` while the daemon runs: the second one waits or reads, it does not fail."""
    engine = open_engine(tmp_path)
    code = "import sys, pathlib; from watcher.schema import open_engine\nwith open_engine(pathlib.Path(sys.argv[1])).begin() as c: c.exec_driver_sql(\"INSERT INTO notes VALUES ('a', 'b')\")"
    with engine.connect() as reader:
        reader.exec_driver_sql("SELECT * FROM notes").all()
        subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)

    with engine.connect() as reader:
        assert [("a", "b")] == list(reader.exec_driver_sql("SELECT * FROM notes"))
