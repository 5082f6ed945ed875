"""The state's tables and how they came about: migrations, and opening the database file."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from watcher.errors import UserError

# Each entry brings the schema one version further (PRAGMA user_version counts them). Entries are never edited.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE bookmarks (account TEXT NOT NULL, folder TEXT NOT NULL, uidvalidity INTEGER NOT NULL,
           uid INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (account, folder)) STRICT""",
        """CREATE TABLE outcomes (account TEXT NOT NULL, source TEXT NOT NULL, folder TEXT NOT NULL,
           uidvalidity INTEGER NOT NULL, uid INTEGER NOT NULL, received TEXT NOT NULL, seen TEXT NOT NULL,
           sender TEXT NOT NULL, subject TEXT NOT NULL, probability REAL NOT NULL, band TEXT NOT NULL,
           telling TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, fingerprint TEXT NOT NULL,
           model TEXT NOT NULL, PRIMARY KEY (account, source)) STRICT""",
        "CREATE INDEX outcomes_fingerprint ON outcomes (account, fingerprint)",
        """CREATE TABLE drafts (account TEXT NOT NULL, source TEXT NOT NULL, person TEXT NOT NULL,
           message_id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, relation TEXT NOT NULL, why TEXT NOT NULL,
           template TEXT NOT NULL, folder TEXT NOT NULL, uidvalidity INTEGER NOT NULL, uidnext INTEGER NOT NULL,
           sha256 TEXT NOT NULL, raw BLOB, words TEXT, tries INTEGER NOT NULL, looks INTEGER NOT NULL, looked TEXT,
           uid INTEGER, created TEXT NOT NULL, fate TEXT NOT NULL, fate_at TEXT, answers TEXT NOT NULL,
           PRIMARY KEY (account, source, person)) STRICT""",
        """CREATE TABLE labels (account TEXT NOT NULL, source TEXT NOT NULL, rejection INTEGER NOT NULL,
           strength INTEGER NOT NULL, at TEXT NOT NULL, words TEXT, PRIMARY KEY (account, source, strength)) STRICT""",
        "CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    ),
)


def open_engine(folder: Path) -> sa.Engine:
    """The database in the state directory, made and migrated as needed; owner-only. Raises `UserError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / "watcher.sqlite"
        path.touch(mode=0o600)
        engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": 30})
        event.listen(engine, "connect", _prepare)
        _migrate(engine, path)
    except OSError as error:
        raise UserError(
            f"{folder}: the state directory cannot be used: {error.strerror}", hint="choose another with --state DIR"
        ) from error
    except sa.exc.DatabaseError as error:
        raise UserError(
            f"{folder}/watcher.sqlite: {error.orig}",
            hint="move the file away; drafts that still lie in the mailbox are recognised without it",
        ) from error
    return engine


def open_copy(folder: Path) -> sa.Engine:
    """The same database in memory, empty if there is none. Nothing on the disk is made, locked or changed."""
    path = folder / "watcher.sqlite"
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    engine = sa.create_engine("sqlite://", creator=lambda: memory, poolclass=sa.StaticPool)
    try:
        if path.exists():
            # Without a log beside it nobody writes; with one, the copy must follow the log and its index, which are there.
            logged = Path(f"{path}-wal").exists()
            how = "mode=ro" if logged else "immutable=1"
            with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as disk:
                disk.backup(memory)
        _migrate(engine, path)
    except (OSError, sqlite3.DatabaseError, sa.exc.DatabaseError) as error:
        raise UserError(f"{path}: {error}", hint="move the file away, or choose another with --state DIR") from error
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _migrate(engine: sa.Engine, path: Path) -> None:
    """Whole or not at all, and once, if two processes start together."""
    with engine.connect() as connection:
        if _version(connection, path) == len(MIGRATIONS):
            return
    with engine.begin() as connection:
        # sqlite3 opens no transaction for DDL by itself. The version is read again: it may have changed while we waited.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        version = _version(connection, path)
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            for statement in statements:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _version(connection: sa.Connection, path: Path) -> int:
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version > len(MIGRATIONS):
        raise UserError(f"{path} was written by a newer version of watcher", hint="upgrade rejection-watcher")
    return version
