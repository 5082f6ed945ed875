"""One connection to a server, and the folder that is open on it: a command, its answer, or `TryAgain`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from watcher import connection, wire
from watcher.errors import TryAgain
from watcher.folders import Folder

T = TypeVar("T")


class Link:
    """A logged-in client that remembers which folder it examined. For one thread; after a `TryAgain` it is of no more use."""

    def __init__(self, client: IMAPClient, name: str) -> None:
        self._client = client
        self._name = name
        self._selected: str | None = None
        self._info: dict[bytes, Any] = {}
        self.folders = tuple(self._ask(self._list))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all folders that can hold mail."""
        return tuple(folder.name for folder in self.folders if folder.selectable)

    def _ask(self, command: Callable[[], T]) -> T:
        """Run one command; a lost connection, a timeout or a garbled answer becomes `TryAgain`."""
        try:
            return command()
        except (IMAPClientAbortError, OSError, ValueError, IndexError, AssertionError) as error:
            raise TryAgain(
                f"{self._name}: connection lost: {wire.shortly(error)}", connection.hinted_wait(str(error))
            ) from error
        except IMAPClientError as error:
            raise TryAgain(
                f"{self._name}: the server refused: {wire.shortly(error)}", connection.hinted_wait(str(error))
            ) from error

    def _list(self) -> list[Folder]:
        return [
            Folder(
                frozenset(wire.text_of(a).lower() for a in attributes),
                wire.text_of(delimiter or b""),
                wire.text_of(name),
            )
            for attributes, delimiter, name in self._client.list_folders()
        ]

    def _examine(self, folder: str, *, fresh: bool = False) -> dict[bytes, Any]:
        if self._selected != folder or fresh:
            self._selected = None
            self._info = self._ask(lambda: self._client.select_folder(folder, readonly=True))
            self._selected = folder
        return self._info

    def _validity(self, folder: str) -> int:
        return int(self._examine(folder).get(b"UIDVALIDITY", 0))

    def _same(self, folder: str, validity: int) -> None:
        if self._validity(folder) != validity:
            raise TryAgain(f"{self._name}: {folder} was renumbered during the visit")

    def _search(self, folder: str, criteria: list[Any]) -> list[int]:
        self._examine(folder)
        return sorted(int(uid) for uid in self._ask(lambda: self._client.search(criteria)))

    def _get(self, folder: str, uids: Sequence[int], what: list[str]) -> dict[int, dict[bytes, Any]]:
        if not uids:
            return {}
        self._examine(folder)
        answer = self._ask(lambda: self._client.fetch(list(uids), what))
        return {uid: answer[uid] for uid in uids if uid in answer}
