"""What the watcher needs of a mailbox: the `Mailbox` protocol and the values that cross it.

`imap.ImapMailbox` is the real one; the tests have one in memory that passes the same suite.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Pulse:
    """How a folder stands: whatever comes or goes changes it. `modseq` counts changes of flags too; 0 if the server has none."""

    uidvalidity: int
    uidnext: int
    messages: int
    modseq: int = 0

    def may_hold_news(self, bookmark: Bookmark | None) -> bool:
        """Whether something may lie behind the bookmark; a server that tells no UIDNEXT has to be asked in full."""
        known = bookmark is not None and bookmark.uidvalidity == self.uidvalidity
        return bookmark is None or not known or not self.uidnext or self.uidnext > bookmark.uid + 1


@dataclass(frozen=True, slots=True)
class Glance:
    """A cheap look at the start of a visit. What is not in it has to be looked at in full.

    `outgoing` names the state of Drafts and of the folders that a draft may go to: while it is the same text, no draft
    came, went, or was marked deleted. It is empty if the server cannot tell.
    """

    pulses: Mapping[str, Pulse]
    outgoing: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The UIDs of a folder that bear $Rejection (`yes`) and $NotRejection (`no`); the newest few hundred."""

    uidvalidity: int = 0
    yes: frozenset[int] = frozenset()
    no: frozenset[int] = frozenset()

    def beyond(self, earlier: Marks) -> Iterator[tuple[bool, tuple[int, ...]]]:
        """What was marked since then: True with the new `yes`, False with the new `no`."""
        same = earlier.uidvalidity == self.uidvalidity
        yield True, tuple(sorted(self.yes - earlier.yes if same else self.yes))
        yield False, tuple(sorted(self.no - earlier.no if same else self.no))


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

    def expected(self, folder: str) -> int:
        """How many mails the running `arrivals` of this folder goes through, known when it has yielded the first."""
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

    def glance(self, folders: Sequence[str], *, outgoing: bool) -> Glance:
        """A cheap look at these folders; with `outgoing` also at Drafts and where drafts go. Begins every visit."""
        ...

    def marks(self, folder: str) -> Marks:
        """On which mails the user set the keyword $Rejection or $NotRejection."""
        ...

    def read(self, folder: str, uids: Sequence[int]) -> Iterator[Arrival]:
        """The mails with these UIDs, those that are gone left out."""
        ...

    def wait(self, seconds: float, wake: int | None = None) -> bool:
        """Wait for the doorbell (IDLE), at most so long, or until `wake` is readable. It may ring for nothing."""
        ...

    def close(self) -> None:
        """End the connection. Never raises."""
        ...
