"""A copy of the state for a visit that is to leave no trace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from watcher.labels import Label
from watcher.schema import open_copy
from watcher.state import Outcome, State


@contextmanager
def copied_state(folder: Path, account: str) -> Iterator[State]:
    """A copy in memory, for a visit that is to leave no trace: nothing is made on the disk, nothing is to be written."""
    engine = open_copy(folder)
    try:
        yield _Copy(engine, account)
    finally:
        engine.dispose()


class _Copy(State):
    """Nobody changes it, so that what it does not hold is known without a query: an archive asks for each of its mails."""

    def __init__(self, engine: sa.Engine, account: str) -> None:
        super().__init__(engine, account)
        self._sources = {row.source for row in self._all("SELECT source FROM outcomes WHERE account = :account")}
        self._labelled = {row.source for row in self._all("SELECT source FROM labels WHERE account = :account")}

    def outcome(self, source: str) -> Outcome | None:
        return super().outcome(source) if source in self._sources else None

    def label(self, source: str) -> Label | None:
        return super().label(source) if source in self._labelled else None
