"""One connection to a server, and the folder that is open on it: a command, its answer, or `TryAgain`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError
from imapclient.imap_utf7 import decode as decode_utf7

from watcher import connection, wire
from watcher.errors import TryAgain
from watcher.folders import Folder

log = logging.getLogger(__name__)

T = TypeVar("T")
PATIENCE = 40


class Refused(TryAgain):
    """This one command was answered NO or BAD, or in a way that cannot be read. The connection is well."""


class Link:
    """A logged-in client that remembers which folder it examined. For one thread; after a `TryAgain` it is of no more use."""

    def __init__(self, client: IMAPClient, name: str) -> None:
        self._client = client
        self._name = name
        self._selected: str | None = None
        self._info: dict[bytes, Any] = {}
        self._patience = PATIENCE
        self.folders = tuple(self._ask(self._list))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all folders that can hold mail."""
        return tuple(folder.name for folder in self.folders if folder.selectable)

    def _ask(self, command: Callable[[], T]) -> T:
        """Run one command. A lost connection, a timeout or a garbled answer becomes `TryAgain`, a refusal `Refused`."""
        try:
            return command()
        except (IMAPClientAbortError, OSError, ValueError, IndexError, AssertionError) as error:
            raise TryAgain(
                f"{self._name}: connection lost: {wire.shortly(error)}", connection.hinted_wait(str(error))
            ) from error
        except (
            IMAPClientError,
            TypeError,
            AttributeError,
            RecursionError,
        ) as error:  # the last three: IMAPClient at a loss
            if "got more than" in str(error):  # imaplib read the half of a line that is too long
                raise TryAgain(f"{self._name}: an answer without end: {wire.shortly(error)}") from error
            raise Refused(
                f"{self._name}: the server refused: {wire.shortly(error)}", connection.hinted_wait(str(error))
            ) from error

    def _list(self) -> list[Folder]:
        self._client.folder_encode = False  # IMAPClient would give up the whole list for one name in broken UTF-7
        try:
            listed = self._client.list_folders()
        finally:
            self._client.folder_encode = True
        return [
            Folder(
                frozenset(wire.text_of(a).lower() for a in attributes), wire.text_of(delimiter or b""), _decoded(name)
            )
            for attributes, delimiter, name in listed
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
        """FETCH. When the answer is no, or cannot be read, by halves: one bad mail must not hide the others.

        A mail that cannot be had is left out. A server that refuses again and again, or asks for a pause, is ill: `TryAgain`.
        """
        if not uids:
            return {}
        self._examine(folder)
        try:
            answer = self._ask(lambda: self._client.fetch(list(uids), what))
        except Refused as error:
            self._patience -= 1
            if error.wait or self._patience < 0:
                raise
            if len(uids) == 1:
                log.debug("%s: UID %d of %s: %s", self._name, uids[0], folder, error)
                return {}
            half = len(uids) // 2
            return self._get(folder, uids[:half], what) | self._get(folder, uids[half:], what)
        return {uid: answer[uid] for uid in uids if uid in answer}


def _decoded(name: bytes | int) -> str:
    """A folder's name from modified UTF-7 (RFC 3501 5.1.3); as it is when that is broken."""
    try:
        return str(decode_utf7(name))
    except ValueError:
        return wire.text_of(str(name) if isinstance(name, int) else name)
