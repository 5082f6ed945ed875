"""The only place that speaks IMAP (RFC 3501, RFC 9051), through IMAPClient.

It reads with EXAMINE and BODY.PEEK, searches before it fetches (IMAPClient 4 refuses `n:*`), sends at most a few hundred
UIDs a command, and writes one thing: APPEND into Drafts. Nothing taken from a mail enters a command unless it is plain
printable ASCII, because IMAPClient quotes search terms but lets a CR LF through.
"""

from __future__ import annotations

import logging
import re
import select
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from watcher import connection, wire
from watcher.config import Account
from watcher.errors import Unclear, UserError
from watcher.folders import candidates
from watcher.lookup import RECENT, Lookup
from watcher.mail import Mail, ids, parse
from watcher.mailbox import Arrival, Bookmark, Draft, Glance, Mark, Marks, Place, Sighting, Where

log = logging.getLogger(__name__)

BATCH = 200
SMALL = 100_000
BATCH_BYTES = 4_000_000
SEARCH_WINDOW = 20_000
FEW = 10
MAX_RELATED = 30
RELATED_DAYS = 200
IDLE_SLICE = 290
GOODBYE_SECONDS = 5
KEYWORDS = ("$Rejection", "$NotRejection")


class ImapMailbox(Lookup):
    """One account on one server; `mailbox.Mailbox` says what the methods promise. Made by `open_mailbox`.

    One connection, one thread. After any `TryAgain` it must be closed and opened anew.
    """

    def __init__(self, client: IMAPClient, name: str, account: Account) -> None:
        super().__init__(client, name)
        self._account = account
        self._ends: dict[str, Bookmark] = {}
        self._told: dict[str, int] = {}
        self._expected: dict[str, int] = {}
        self._first_slice = True

    # -- reading -----------------------------------------------------------------------------------------------------

    def has(self, folder: str) -> bool:
        """Whether the account has a folder of that name."""
        return any(known.name == folder and known.selectable for known in self.folders)

    def arrivals(self, folder: str, bookmark: Bookmark | None, since: datetime) -> Iterator[Arrival]:
        """Mails behind the bookmark, oldest first. Yields whole batches between commands, so that callers may use the mailbox."""
        if not self.has(folder) and folder.upper() != "INBOX":
            raise UserError(
                f"accounts.{self._name}.folders: the server has no folder {folder!r}",
                hint=f"it has: {', '.join(self.names)}",
            )
        info = self._examine(folder, fresh=True)
        uids = self._new_uids(folder, info, bookmark, since)
        self._expected[folder] = len(uids)
        for start in range(0, len(uids), BATCH):
            yield from self._fetch(folder, uids[start : start + BATCH], withheld=True)

    def expected(self, folder: str) -> int:
        """How many mails the running `arrivals` of this folder goes through."""
        return self._expected.get(folder, 0)

    def end_of(self, folder: str) -> Bookmark | None:
        """A bookmark behind everything that the last `arrivals` of this folder could see."""
        return self._ends.get(folder)

    def glance(self, folders: Sequence[str], *, outgoing: bool) -> Glance:
        """STATUS of all these folders in one round trip where the server can; flags count where it has CONDSTORE (RFC 7162)."""
        drafts = self.drafts_folder if outgoing and self._can("CONDSTORE") else ""
        going = [name for where in (Where.SENT, Where.ARCHIVE, Where.TRASH) for name in self._special(where) if drafts]
        found = self._pulses([*folders, *going, *([drafts] if drafts else [])])
        if any(not self.has(folder) for folder in found):
            self.folders = tuple(self._ask(self._list))  # the user made a folder since
        self._told |= {folder: found[folder].uidnext for folder in folders if folder in found}
        whole = drafts in found and found[drafts].modseq and all(name in found for name in going)
        return Glance(found, wire.outgoing(found[drafts], [found[name] for name in going]) if whole else "")

    def marks(self, folder: str) -> Marks:
        """SEARCH KEYWORD, only where EXAMINE says that the folder knows the keyword at all."""
        info = self._examine(folder)
        known = {wire.text_of(flag) for flag in info.get(b"FLAGS", ())}
        yes, no = (
            frozenset(self._search(folder, ["KEYWORD", keyword])[-RECENT:] if keyword in known else ())
            for keyword in KEYWORDS
        )
        return Marks(int(info.get(b"UIDVALIDITY", 0)), yes, no)

    def read(self, folder: str, uids: Sequence[int]) -> Iterator[Arrival]:
        """The mails with these UIDs, those that are gone left out."""
        return self._fetch(folder, uids)

    def _new_uids(self, folder: str, info: dict[bytes, Any], bookmark: Bookmark | None, since: datetime) -> list[int]:
        validity, uidnext = int(info.get(b"UIDVALIDITY", 0)), int(info.get(b"UIDNEXT", 0))
        known = bookmark if bookmark and bookmark.uidvalidity == validity else None
        if bookmark and known is None:
            log.warning(
                "%s: %s was renumbered (UIDVALIDITY changed); looking again at what came lately", self._name, folder
            )
            since = max(since, bookmark.at - timedelta(days=2))
        floor = known.uid if known else 0
        if uidnext and floor + 1 >= uidnext:
            uids: list[int] = []
        elif known:
            uids = [uid for uid in self._search(folder, ["UID", f"{floor + 1}:*"]) if uid > floor]
        else:
            uids = self._since(folder, since, int(info.get(b"EXISTS", 0)), uidnext)
        self._ends[folder] = Bookmark(folder, validity, max([uidnext - 1, floor, *uids]), datetime.now(UTC))
        self._told[folder] = uidnext
        return uids

    def _since(self, folder: str, since: datetime, exists: int, uidnext: int) -> list[int]:
        """SEARCH SINCE, in UID windows when the folder is large: imaplib cannot read an answer over a megabyte."""
        day = since.date() - timedelta(days=1)
        if exists <= SEARCH_WINDOW or not uidnext:
            return self._search(folder, ["SINCE", day])
        windows = range(1, uidnext, SEARCH_WINDOW)
        found = [
            self._search(folder, ["UID", f"{start}:{start + SEARCH_WINDOW - 1}", "SINCE", day]) for start in windows
        ]
        return sorted({uid for part in found for uid in part})

    def _fetch(self, folder: str, uids: Sequence[int], *, withheld: bool = False) -> Iterator[Arrival]:
        """Sizes first; small mails whole, in batches by bytes; of large ones the headers and the text parts.

        What the server does not give is left out; with `withheld`, what it still lists all the same comes without bytes.
        """
        validity = int(self._examine(folder).get(b"UIDVALIDITY", 0))
        basics = self._get(folder, uids, ["RFC822.SIZE", "INTERNALDATE", "FLAGS"])
        pending: list[int] = []
        room = BATCH_BYTES
        for uid in [*sorted(uids), None]:
            size = wire.size_of(basics.get(uid, {})) if uid is not None else 0
            if pending and (uid is None or size > room):
                self._same(folder, validity)
                bodies = self._bodies(folder, pending, basics)
                for done in pending:
                    if done in bodies or (withheld and self._search(folder, ["UID", str(done)])):
                        place = Place(folder, validity, done)
                        yield wire.arrival_of(place, bodies.get(done, b""), basics.get(done, {}))
                pending, room = [], BATCH_BYTES
            if uid is not None:
                pending.append(uid)
                room -= min(size, SMALL)

    def _bodies(self, folder: str, uids: Sequence[int], basics: dict[int, dict[bytes, Any]]) -> dict[int, bytes]:
        small = [uid for uid in uids if wire.size_of(basics.get(uid, {})) <= SMALL]
        found = {
            uid: data[b"BODY[]"]
            for uid, data in self._get(folder, small, ["BODY.PEEK[]"]).items()
            if data.get(b"BODY[]")
        }
        rest = [uid for uid in uids if uid not in found]
        found |= self._large(folder, rest)
        for uid in rest if len(rest) > 1 else ():
            if not found.get(uid):  # an answer that one mail spoils hides the others
                found |= self._large(folder, [uid])
        return {uid: raw for uid, raw in found.items() if raw}

    def _large(self, folder: str, uids: Sequence[int]) -> dict[int, bytes]:
        """Headers and text parts of large mails, each put together as a smaller mail of the same shape."""
        told = self._get(folder, uids, ["BODYSTRUCTURE", "BODY.PEEK[HEADER]"])
        shapes: dict[tuple[str, ...], list[int]] = {}
        for uid in uids:
            shape = told.get(uid, {}).get(b"BODYSTRUCTURE")
            shapes.setdefault(tuple(wire.text_parts(shape))[:6], []).append(uid)
        found: dict[int, bytes] = {}
        for parts, alike in shapes.items():  # mails of one shape in one command, a few at a time
            for start in range(0, len(alike), FEW):
                found |= self._parts(folder, alike[start : start + FEW], parts, told)
        return found

    def _parts(
        self, folder: str, uids: Sequence[int], parts: tuple[str, ...], told: dict[int, dict[bytes, Any]]
    ) -> dict[int, bytes]:
        heads = {uid: bytes(told.get(uid, {}).get(b"BODY[HEADER]") or b"") for uid in uids}
        if not parts or parts == ("",):  # nothing to pick out, or not a multipart at all
            whole = self._get(folder, uids, ["BODY.PEEK[]<0.262144>"])
            return {uid: bytes(whole.get(uid, {}).get(b"BODY[]<0>") or heads[uid]) for uid in uids}
        fields = [f"BODY.PEEK[{part}.MIME]" for part in parts] + [f"BODY.PEEK[{part}]<0.131072>" for part in parts]
        got = self._get(folder, uids, fields)
        return {
            uid: wire.rebuilt(heads[uid], [(data.get(f"BODY[{p}.MIME]".encode()), data.get(f"BODY[{p}]<0>".encode())) for p in parts])
            for uid, data in ((uid, got.get(uid, {})) for uid in uids)
        }  # fmt: skip

    # -- drafts ------------------------------------------------------------------------------------------------------

    @property
    def drafts_folder(self) -> str:
        """The Drafts folder. Raises `UserError` when there is none or more than one."""
        if self._account.drafts_folder:
            if not self.has(self._account.drafts_folder):
                raise UserError(
                    f"accounts.{self._name}.drafts_folder: the server has no folder {self._account.drafts_folder!r}",
                    hint=f"it has: {', '.join(self.names)}",
                )
            return self._account.drafts_folder
        found = candidates(self.folders, Where.DRAFTS)
        if len(found) == 1:
            return found[0]
        names = ", ".join(found or self.names)
        said = f"more than one Drafts folder: {names}" if found else f"no Drafts folder among {names}"
        raise UserError(
            f"accounts.{self._name}: {said}",
            hint=f'name it: drafts_folder = "{found[0] if found else "…"}" under [accounts.{self._name}]',
        )

    def mark(self) -> Mark:
        """The state of the Drafts folder, read now."""
        folder = self.drafts_folder
        status = self._ask(lambda: self._client.folder_status(folder, ["UIDVALIDITY", "UIDNEXT"]))
        return Mark(folder, int(status.get(b"UIDVALIDITY", 0)), int(status.get(b"UIDNEXT", 1)))

    def keep_draft(self, draft: Draft, mark: Mark) -> Place | None:
        """APPEND. The flags are in the command itself: Exchange makes it a draft only then ([MS-OXCMSG] 2.2.1.6)."""
        try:
            answer = self._client.append(mark.folder, draft.raw, flags=(b"\\Draft", b"\\Seen"))
        except (IMAPClientError, OSError, ValueError) as error:
            raise Unclear(
                f"{self._name}: no clear answer to APPEND: {wire.shortly(error)}", connection.hinted_wait(str(error))
            ) from error
        told = re.search(rb"\[APPENDUID (\d+) (\d+)\]", bytes(answer or b""))
        return Place(mark.folder, int(told[1]), int(told[2])) if told else None

    def find(self, message_id: str, mark: Mark | None) -> Sighting | None:
        """Every UID of Drafts from the mark on by its header; then SEARCH by id in Drafts, Sent, archive and Trash."""
        drafts = self.drafts_folder
        for uid, header in self._headers(drafts, self._recent(drafts, mark)).items():
            if message_id in ids(header.get("message-id", "")):
                return Sighting(Where.DRAFTS, Place(drafts, self._validity(drafts), uid))
        return self._search_id("Message-ID", message_id, (Where.DRAFTS, Where.SENT, Where.ARCHIVE, Where.TRASH))

    def vanished(self, mark: Mark) -> int | None:
        """By counting: each mail that ever came took a UID (RFC 3501, 2.3.1.1)."""
        info = self._examine(mark.folder, fresh=True) if self.has(mark.folder) else {}
        uidnext = int(info.get(b"UIDNEXT", 0))
        if not uidnext or int(info.get(b"UIDVALIDITY", 0)) != mark.uidvalidity:
            return None
        return uidnext - mark.uidnext - len(self._recent(mark.folder, mark))

    def answered(self, mail: Mail) -> Sighting | None:
        """A reply to this mail in Sent, or a draft of one in Drafts."""
        if mail.message_id is None:
            return None
        if any(mail.message_id in answered for answered in self.drafts().values()):
            return Sighting(Where.DRAFTS, None)
        return self._search_id("In-Reply-To", mail.message_id, (Where.SENT,))

    def sent_answer(self, answers: str, to: str, since: datetime) -> Sighting | None:
        """A mail in Sent, from that day on, to that address, that answers that id."""
        for folder in self._special(Where.SENT) if wire.is_safe(answers) and wire.is_safe(to) else ():
            if uids := self._by_header(folder, "In-Reply-To", answers, "TO", to, "SINCE", since.date()):
                return Sighting(Where.SENT, Place(folder, self._validity(folder), uids[-1]))
        return None

    def drafts(self) -> dict[str, tuple[str, ...]]:
        """Each Message-ID in Drafts with the ids that it answers; the newest few hundred."""
        folder = self.drafts_folder
        headers = self._headers(folder, self._recent(folder, None))
        answers = {uid: ids(h.get("in-reply-to", "") + h.get("references", "")) for uid, h in headers.items()}
        return {next(iter(ids(h.get("message-id", ""))), f"<uid.{uid}>"): answers[uid] for uid, h in headers.items()}

    def fetch(self, place: Place, identity: str) -> Arrival | None:
        """The mail of that identity, at its place or elsewhere in the folder."""
        if not self.has(place.folder) and place.folder.upper() != "INBOX":
            return None
        uids = [place.uid] if self._validity(place.folder) == place.uidvalidity else []
        if wire.is_safe(identity):
            uids += self._by_header(place.folder, "Message-ID", identity)[-1:]
        return next(
            (a for a in self._fetch(place.folder, sorted(set(uids))) if parse(a.raw).identity == identity), None
        )

    def related(self, mail: Mail, hints: Sequence[str], before: datetime) -> tuple[Mail, ...]:
        """Earlier mails of the thread, and those whose sender contains one of the hints (a domain, a company's name)."""
        since = before.date() - timedelta(days=RELATED_DAYS)
        found: dict[str, Mail] = {}
        for folder in dict.fromkeys((*self._account.folders, *self._special(Where.ARCHIVE))):
            if not self.has(folder) and folder.upper() != "INBOX":
                continue
            uids: set[int] = set()
            for hint in hints:
                if wire.is_safe(hint):
                    uids |= set(self._search(folder, ["SINCE", since, "FROM", hint])[-MAX_RELATED:])
            for reference in (*mail.references, *mail.in_reply_to)[-5:]:
                if wire.is_safe(reference):
                    uids |= set(self._by_header(folder, "Message-ID", reference)[-1:])
            for arrival in self._fetch(folder, sorted(uids)[-MAX_RELATED:]):
                earlier = parse(arrival.raw)
                if earlier.identity != mail.identity and arrival.received <= before + timedelta(minutes=1):
                    found[earlier.identity] = earlier
        return tuple(sorted(found.values(), key=lambda m: m.date or before, reverse=True)[:MAX_RELATED])

    def _search_id(self, header: str, message_id: str, wheres: Sequence[Where]) -> Sighting | None:
        for where in wheres if wire.is_safe(message_id) else ():
            for folder in (self.drafts_folder,) if where is Where.DRAFTS else self._special(where):
                if uids := self._by_header(folder, header, message_id):
                    return Sighting(where, Place(folder, self._validity(folder), uids[-1]))
        return None

    def _special(self, where: Where) -> tuple[str, ...]:
        return tuple(candidates(self.folders, where))

    # -- the doorbell ------------------------------------------------------------------------------------------------

    def wait(self, seconds: float, wake: int | None = None) -> bool:
        """IDLE for at most so long; ends early when the server says anything or `wake` (a file descriptor) is readable.

        IDLE is a hint: whatever it says, the caller looks for itself. The first slice is short, because an EXISTS that
        shares a packet with the server's `+ idling` is invisible until DONE.
        """
        deadline = time.monotonic() + seconds
        if not self.idles:
            return wire.sleep(wake, seconds)
        folder = self._account.folders[0]
        here = self._fresh and self._selected == folder
        info = self._info if here else self._examine(folder, fresh=True)
        if int(info.get(b"UIDNEXT", 0)) > self._told.get(folder, sys.maxsize):
            return True  # it came during the visit, behind its back
        while (left := deadline - time.monotonic()) > 0:
            seconds = min(left, 2 if self._first_slice else IDLE_SLICE)
            rang, woken = self._ask(partial(self._slice, seconds, wake))
            self._first_slice = rang
            if rang or woken:
                return True
        return False

    @property
    def idles(self) -> bool:
        """Whether the server can tell of new mail by itself."""
        return self._can("IDLE")

    def _slice(self, seconds: float, wake: int | None) -> tuple[bool, bool]:
        self._client.idle()
        sock = self._client.socket()
        pending = getattr(sock, "pending", lambda: 0)()
        ready = [sock] if pending else select.select([sock, *([wake] if wake is not None else [])], [], [], seconds)[0]
        _, said = self._client.idle_done()
        news = [response for response in said if not (response[0] == b"OK" or response[:1] == (b"OK",))]
        return bool(news), wake is not None and wake in ready

    def close(self) -> None:
        """End the connection. Never raises."""
        try:
            self._client.socket().settimeout(GOODBYE_SECONDS)
            self._client.logout()
        except Exception:  # noqa: BLE001 - the connection may be in any state; there is nothing left to lose
            log.debug("%s: logout failed", self._name)
            connection.drop(self._client)


def open_mailbox(name: str, account: Account, secret: str) -> ImapMailbox:
    """Connect and log in. Raises `UserError` or `TryAgain`, each saying what to do next."""
    return ImapMailbox(connection.open_client(name, account, secret), name, account)
