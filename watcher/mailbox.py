"""What the watcher needs of a mailbox: the `Mailbox` protocol and the values that cross it.

`imap.ImapMailbox` is the real one; the tests have one in memory that passes the same suite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from watcher.mail import Mail


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mail lies: folder, UIDVALIDITY, UID (RFC 9051 2.3.1.1)."""

    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Everything up to and including `uid` has an outcome. `at` is when it was last moved."""

    folder: str
    uidvalidity: int
    uid: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A mail as it was fetched. `raw` is the whole mail, or its headers and text parts when the mail is large.

    `raw` is empty when the server lists the mail and does not give it.
    """

    place: Place
    raw: bytes
    received: datetime
    size: int
    answered: bool = False
    keywords: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A finished letter. `raw` is exactly what is appended; `message_id` is the one inside it, with angle brackets."""

    message_id: str
    to: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Mark:
    """The Drafts folder just before an APPEND: whatever we add gets a UID of at least `uidnext`."""

    folder: str
    uidvalidity: int
    uidnext: int


class Where(StrEnum):
    """In which kind of folder something was seen."""

    DRAFTS = "drafts"
    SENT = "sent"
    TRASH = "trash"
    ARCHIVE = "archive"
    INBOX = "inbox"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mail of ours, or the user's own answer, was seen there."""

    where: Where
    place: Place | None

    @property
    def draft(self) -> bool:
        """Whether it lies in Drafts."""
        return self.where is Where.DRAFTS


class Mailbox(Protocol):
    """One account on one server. Every method may raise `TryAgain`; none changes a mail of the user."""

    def has(self, folder: str) -> bool:
        """Whether the account has a folder of that name."""
        ...

    def arrivals(self, folder: str, bookmark: Bookmark | None, since: datetime) -> Iterator[Arrival]:
        """Mails behind the bookmark, oldest first; without one, or when UIDVALIDITY changed, those received since then."""
        ...

    def end_of(self, folder: str) -> Bookmark | None:
        """A bookmark behind the last mail that `arrivals` had seen when it began, or None before it ran."""
        ...

    def mark(self) -> Mark:
        """The state of the Drafts folder, read now."""
        ...

    def keep_draft(self, draft: Draft, mark: Mark) -> Place | None:
        """APPEND with \\Draft and \\Seen. The place if the server told it. Raises `Unclear` if no clear OK came."""
        ...

    def find(self, message_id: str, mark: Mark | None) -> Sighting | None:
        """Look for a mail of ours: every UID of Drafts from the mark on, then Drafts, Sent, archive and Trash by id."""
        ...

    def vanished(self, mark: Mark) -> int | None:
        """How many mails came into Drafts since the mark and are not there any more; None if that cannot be told."""
        ...

    def answered(self, mail: Mail) -> Sighting | None:
        """A reply to this mail that is already in Sent, or a draft of one in Drafts."""
        ...

    def sent_answer(self, answers: str, to: str, since: datetime) -> Sighting | None:
        """A mail in Sent, from that day on, to that address, that answers that id: clients may send under a new one."""
        ...

    def drafts(self) -> dict[str, tuple[str, ...]]:
        """What lies in Drafts now: each Message-ID with the ids that it answers. The newest few hundred."""
        ...

    def fetch(self, place: Place, identity: str) -> Arrival | None:
        """The mail of that identity, at the place if it is still there, else wherever in its folder."""
        ...

    def related(self, mail: Mail, hints: Sequence[str], before: datetime) -> tuple[Mail, ...]:
        """Earlier mails of the same thread, or whose sender contains a hint, newest first; at most a few dozen."""
        ...

    def marked(self, folder: str) -> Iterator[tuple[bool, Arrival]]:
        """Mails on which the user set the keyword $Rejection (True) or $NotRejection (False)."""
        ...

    def wait(self, seconds: float, wake: int | None = None) -> bool:
        """Wait for the doorbell (IDLE), at most so long, or until `wake` is readable. It may ring for nothing."""
        ...

    def close(self) -> None:
        """End the connection. Never raises."""
        ...
