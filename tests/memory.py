"""A mailbox in memory that keeps the promises of `watcher.mailbox.Mailbox`, and can lose an answer."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from watcher.errors import Unclear
from watcher.mail import Mail, parse
from watcher.mailbox import Arrival, Bookmark, Draft, Glance, Mark, Marks, Place, Pulse, Sighting, Where


@dataclass
class Folder:
    uidvalidity: int = 1
    uidnext: int = 1
    mails: dict[int, tuple[bytes, datetime, frozenset[str], bool]] = field(default_factory=dict)

    @property
    def pulse(self) -> Pulse:
        flags = repr([(uid, sorted(keywords), answered) for uid, (_, _, keywords, answered) in self.mails.items()])
        return Pulse(self.uidvalidity, self.uidnext, len(self.mails), 1 + zlib.crc32(flags.encode()))

    def arrival(self, place: Place) -> Arrival:
        raw, received, keywords, answered = self.mails[place.uid]
        return Arrival(place=place, raw=raw, received=received, size=len(raw), answered=answered, keywords=keywords)


@dataclass
class MemoryMailbox:
    """`lose` says what the next APPENDs do: "before" nothing is stored and no answer comes, "after" it is stored."""

    folders: dict[str, Folder] = field(
        default_factory=lambda: {name: Folder() for name in ("INBOX", "Drafts", "Sent", "Trash")}
    )
    lose: list[str] = field(default_factory=list)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    appended: list[str] = field(default_factory=list)
    _ends: dict[str, Bookmark] = field(default_factory=dict)

    def put(
        self, folder: str, raw: bytes, received: datetime, *, keywords: Sequence[str] = (), answered: bool = False
    ) -> Place:
        box = self.folders[folder]
        box.mails[box.uidnext] = (raw, received, frozenset(keywords), answered)
        box.uidnext += 1
        return Place(folder, box.uidvalidity, box.uidnext - 1)

    def has(self, folder: str) -> bool:
        return folder in self.folders

    def arrivals(self, folder: str, bookmark: Bookmark | None, since: datetime) -> Iterator[Arrival]:
        box = self.folders[folder]
        self._ends[folder] = Bookmark(folder, box.uidvalidity, box.uidnext - 1, self.clock())
        known = bookmark if bookmark and bookmark.uidvalidity == box.uidvalidity else None
        if bookmark and known is None:
            since = max(since, bookmark.at - timedelta(days=2))
        for uid in sorted(box.mails):
            received = box.mails[uid][1]
            if (known and uid > known.uid) or (known is None and received >= since):
                yield box.arrival(Place(folder, box.uidvalidity, uid))

    def expected(self, folder: str) -> int:
        return len(self.folders[folder].mails)

    def end_of(self, folder: str) -> Bookmark | None:
        return self._ends.get(folder)

    def mark(self) -> Mark:
        return Mark("Drafts", self.folders["Drafts"].uidvalidity, self.folders["Drafts"].uidnext)

    def keep_draft(self, draft: Draft, mark: Mark) -> Place | None:
        fault = self.lose.pop(0) if self.lose else ""
        self.appended.append(draft.message_id)
        if fault == "before":
            raise Unclear("no answer")
        place = self.put("Drafts", draft.raw, self.clock())
        if fault == "after":
            raise Unclear("no answer")
        return place

    def find(self, message_id: str, mark: Mark | None) -> Sighting | None:
        for where in (Where.DRAFTS, Where.SENT, Where.ARCHIVE, Where.TRASH):
            folder = where.value.title()
            for uid, (raw, *_) in self.folders[folder].mails.items() if self.has(folder) else ():
                if parse(raw).message_id == message_id:
                    return Sighting(where, Place(folder, self.folders[folder].uidvalidity, uid))
        return None

    def vanished(self, mark: Mark) -> int | None:
        box = self.folders["Drafts"]
        if box.uidvalidity != mark.uidvalidity:
            return None
        return box.uidnext - mark.uidnext - sum(uid >= mark.uidnext for uid in box.mails)

    def answered(self, mail: Mail) -> Sighting | None:
        for folder, where in (("Drafts", Where.DRAFTS), ("Sent", Where.SENT)):
            if any(
                mail.message_id in (*parse(raw).in_reply_to, *parse(raw).references)
                for raw, *_ in self.folders[folder].mails.values()
            ):
                return Sighting(where, None)
        return None

    def sent_answer(self, answers: str, to: str, since: datetime) -> Sighting | None:
        for raw, received, *_ in self.folders["Sent"].mails.values():
            mail = parse(raw)
            if (
                received.date() >= since.date()
                and answers in mail.in_reply_to
                and any(person.same(to) for person in mail.to)
            ):
                return Sighting(Where.SENT, None)
        return None

    def drafts(self) -> dict[str, tuple[str, ...]]:
        mails = [parse(raw) for raw, *_ in self.folders["Drafts"].mails.values()]
        return {mail.message_id or "": (*mail.in_reply_to, *mail.references) for mail in mails}

    def fetch(self, place: Place, identity: str) -> Arrival | None:
        return next(
            (
                a
                for a in self.arrivals(place.folder, None, datetime(1971, 1, 1, tzinfo=UTC))
                if parse(a.raw).identity == identity
            ),
            None,
        )

    def related(self, mail: Mail, hints: Sequence[str], before: datetime) -> tuple[Mail, ...]:
        found = [parse(raw) for raw, received, *_ in self.folders["INBOX"].mails.values() if received <= before]
        thread = {*mail.references, *mail.in_reply_to}
        near = [
            m
            for m in found
            if m.identity != mail.identity
            and (m.message_id in thread or (m.sender and any(hint in m.sender.address for hint in hints)))
        ]
        return tuple(reversed(near))

    def glance(self, folders: Sequence[str], *, outgoing: bool) -> Glance:
        pulses = {name: self.folders[name].pulse for name in folders if name in self.folders}
        going = [str(self.folders[name].pulse) for name in ("Drafts", "Sent", "Trash")] if outgoing else []
        return Glance(pulses, " ".join(going))

    def marks(self, folder: str) -> Marks:
        box = self.folders[folder]
        yes, no = (
            frozenset(uid for uid, (_, _, keywords, _) in box.mails.items() if keyword in keywords)
            for keyword in ("$Rejection", "$NotRejection")
        )
        return Marks(box.uidvalidity, yes, no)

    def read(self, folder: str, uids: Sequence[int]) -> Iterator[Arrival]:
        box = self.folders[folder]
        for uid in uids:
            if uid in box.mails:
                yield box.arrival(Place(folder, box.uidvalidity, uid))

    def wait(self, seconds: float, wake: int | None = None) -> bool:
        return False

    def close(self) -> None:
        pass
