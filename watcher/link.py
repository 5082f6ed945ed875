"""One connection to a server, and the folder that is open on it: a command, its answer, or `TryAgain`."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError
from imapclient.imap_utf7 import decode as decode_utf7
from imapclient.response_parser import parse_response

from watcher import connection, wire
from watcher.errors import TryAgain
from watcher.folders import Folder
from watcher.mailbox import Pulse

log = logging.getLogger(__name__)

STATUS = ("MESSAGES", "UIDNEXT", "UIDVALIDITY")
PATIENCE = 40

T = TypeVar("T")


class Refused(TryAgain):
    """This one command was answered NO or BAD, or in a way that cannot be read. The connection is well."""


class Link:
    """A logged-in client that remembers which folder it examined. For one thread; after a `TryAgain` it is of no more use."""

    def __init__(self, client: IMAPClient, name: str) -> None:
        self._client = client
        self._name = name
        self._selected: str | None = None
        self._info: dict[bytes, Any] = {}
        self._fresh = False
        self._patience = PATIENCE
        self.heard = time.monotonic()  # when the server last answered a command
        self.folders = tuple(self._ask(self._list))
        self._abilities = frozenset(self._ask(client.capabilities))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all folders that can hold mail."""
        return tuple(folder.name for folder in self.folders if folder.selectable)

    def _ask(self, command: Callable[[], T]) -> T:
        """Run one command. A lost connection, a timeout or a garbled answer becomes `TryAgain`, a refusal `Refused`."""
        self._fresh = False
        try:
            answer = command()
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

        self.heard = time.monotonic()
        return answer

    def cut(self) -> None:
        """Shut the socket down under whatever waits for it: the one method that another thread may call."""
        connection.cut(self._client)

    def _can(self, *extensions: str) -> bool:
        return self._abilities.issuperset(extension.encode() for extension in extensions)

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
        """Open a folder for reading; `fresh` when it may be open already and what is known of it old."""
        if self._selected != folder or (fresh and not self._fresh):
            self._selected = None
            self._info = self._ask(lambda: self._client.select_folder(folder, readonly=True))
            self._selected = folder
        self._fresh = False
        return self._info

    def _validity(self, folder: str) -> int:
        return int(self._examine(folder).get(b"UIDVALIDITY", 0))

    def _same(self, folder: str, validity: int) -> None:
        if self._validity(folder) != validity:
            raise TryAgain(f"{self._name}: {folder} was renumbered during the visit")

    def _search(self, folder: str, criteria: list[Any]) -> list[int]:
        self._examine(folder)
        return sorted(int(uid) for uid in self._ask(lambda: self._client.search(wire.search_line(criteria))))

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

    # -- how folders stand -------------------------------------------------------------------------------------------

    def _pulses(self, folders: Sequence[str]) -> dict[str, Pulse]:
        """How each folder stands now. In one round trip where the server can; a folder that is not there is left out.

        The folder that is open is examined anew: what STATUS says of it may be old (RFC 3501, 6.3.10).
        """
        wanted = [folder for folder in dict.fromkeys(folders) if folder != self._selected]
        found: dict[str, Pulse] = {}
        if wanted and self._can("LIST-EXTENDED", "LIST-STATUS"):
            told = self._ask(lambda: self._list_status(wanted))
            found = {folder: told[_key(folder)] for folder in wanted if _key(folder) in told}
        elif wanted:
            found = {folder: self._status(folder) for folder in wanted if folder in self.names}
        if self._selected is not None and self._selected in folders:
            self._fresh = False
            found[self._selected] = wire.pulse(self._examine(self._selected, fresh=True))
            self._fresh = True  # nothing can have been missed until the next command
        return found

    def _status(self, folder: str) -> Pulse:
        return wire.pulse(self._ask(lambda: self._client.folder_status(folder, self._items())))

    def _items(self) -> list[str]:
        return [*STATUS, *(["HIGHESTMODSEQ"] if self._can("CONDSTORE") else [])]

    def _list_status(self, folders: Sequence[str]) -> dict[str, Pulse]:
        """LIST with RETURN (STATUS …), RFC 5819, which IMAPClient does not know."""
        imap, quoted = self._client._imap, self._client._normalise_folder  # noqa: SLF001
        patterns = " ".join(wire.text_of(quoted(folder)) for folder in folders)
        typ, said = imap.xatom("LIST", '""', f"({patterns})", f"RETURN (STATUS ({' '.join(self._items())}))")
        imap.response("LIST")  # taken away, or the next LIST would find it
        _, told = imap.response("STATUS")
        if typ != "OK":
            raise IMAPClientError(f"LIST failed: {said}")
        return dict(_statuses(told))


def _statuses(lines: Sequence[Any]) -> Iterator[tuple[str, Pulse]]:
    """The untagged STATUS answers as imaplib keeps them: names may be literals, and numbers."""
    parsed = iter(parse_response([line for line in lines if line]))
    for name, items in zip(parsed, parsed, strict=False):
        folder = decode_utf7(name) if isinstance(name, bytes) else str(name)
        yield _key(folder), wire.pulse(dict(zip(items[::2], items[1::2], strict=False)))


def _key(folder: str) -> str:
    return "INBOX" if folder.upper() == "INBOX" else folder


def _decoded(name: bytes | int) -> str:
    """A folder's name from modified UTF-7 (RFC 3501 5.1.3); as it is when that is broken."""
    try:
        return str(decode_utf7(name))
    except ValueError:
        return wire.text_of(str(name) if isinstance(name, int) else name)
