"""What the watcher remembers, in one SQLite file: bookmarks, outcomes, the journal of drafts, labels.

Every commit is fsynced (journal_mode WAL, synchronous FULL), because an intent must be on the disk before the mailbox
is touched. No mail body is kept, with three exceptions: a draft's bytes until it is known to lie in Drafts; the folded
words of a drafted mail until the draft is sent or gone; and those of labelled mails, which the model learns from.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TextIO

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from watcher.errors import SafetyStop, TryAgain
from watcher.labels import Label, Strength, effective
from watcher.mailbox import Bookmark, Draft, Mark, Place
from watcher.policy import Reason
from watcher.schema import open_engine


class DraftState(StrEnum):
    """Where a draft is in the journal."""

    INTENT = "intent"
    DRAFTED = "drafted"
    PARKED = "needs attention"
    DROPPED = "dropped"


class Fate(StrEnum):
    """What became of a draft in the mailbox, as far as it can be seen."""

    WAITING = "waiting"
    MISSING = "not seen"
    SENT = "sent"
    EDITED = "edited"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The one recorded outcome of one mail."""

    source: str
    place: Place
    received: datetime
    seen: datetime
    sender: str
    subject: str
    probability: float
    band: str
    telling: tuple[str, ...]
    reason: str
    detail: str
    fingerprint: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A row of the journal: a letter that is to be, or was, put into Drafts."""

    source: str
    person: str
    message_id: str
    state: DraftState
    relation: str
    why: str
    template: str
    mark: Mark
    raw: bytes | None
    words: str | None
    tries: int
    looks: int
    looked: datetime | None
    uid: int | None
    created: datetime
    fate: Fate
    answers: str

    @property
    def draft(self) -> Draft:
        """The letter itself. Only while the intent is open."""
        if self.raw is None:
            raise SafetyStop(f"the journal lost the letter {self.message_id}")
        return Draft(message_id=self.message_id, to=self.person, raw=self.raw)


class State:
    """The memory of one account. Open it with `open_state`, which holds the account's lock."""

    def __init__(self, engine: sa.Engine, account: str) -> None:
        self._engine = engine
        self.account = account

    # -- bookmarks ---------------------------------------------------------------------------------------------------

    def bookmark(self, folder: str) -> Bookmark | None:
        """How far this folder was worked through, or None on the first visit."""
        row = self._one(
            "SELECT uidvalidity, uid, at FROM bookmarks WHERE account = :account AND folder = :folder", folder=folder
        )
        return Bookmark(folder, row.uidvalidity, row.uid, _time(row.at)) if row else None

    def move_bookmark(self, mark: Bookmark) -> None:
        """Durable when this returns."""
        self._do(
            "INSERT INTO bookmarks VALUES (:account, :folder, :uidvalidity, :uid, :at) ON CONFLICT (account, folder) "
            "DO UPDATE SET uidvalidity = :uidvalidity, uid = :uid, at = :at",
            folder=mark.folder, uidvalidity=mark.uidvalidity, uid=mark.uid, at=_text(mark.at),
        )  # fmt: skip

    def last_moved(self) -> datetime | None:
        """When any bookmark was moved last."""
        row = self._one("SELECT max(at) AS at FROM bookmarks WHERE account = :account")
        return _time(row.at) if row and row.at else None

    def turn_back(self, now: datetime) -> None:
        """No bookmark was moved later than this: a clock that was ahead is right again."""
        self._do("UPDATE bookmarks SET at = :now WHERE account = :account AND at > :now", now=_text(now))

    # -- outcomes ----------------------------------------------------------------------------------------------------

    def outcome(self, source: str) -> Outcome | None:
        """What happened to a mail, by its identity."""
        row = self._one("SELECT * FROM outcomes WHERE account = :account AND source = :source", source=source)
        return _outcome(row) if row else None

    def outcomes(self, most: int = 1000) -> list[Outcome]:
        """The newest outcomes first."""
        return [
            _outcome(r)
            for r in self._all(
                "SELECT * FROM outcomes WHERE account = :account ORDER BY seen DESC, received DESC, uid DESC LIMIT :most",
                most=most,
            )
        ]

    def drafted_before(self, fingerprint: str, source: str, since: datetime) -> bool:
        """Whether another mail with the same words led to a draft since then, or was found to have an answer already."""
        return bool(
            self._one(
                "SELECT 1 FROM outcomes LEFT JOIN drafts USING (account, source) WHERE account = :account AND fingerprint = :fingerprint "
                "AND source <> :source AND seen > :since AND (message_id IS NOT NULL OR reason IN (:exists, :answered))",
                exists=Reason.DRAFT_EXISTS.value,
                answered=Reason.ANSWERED.value,
                fingerprint=fingerprint,
                source=source,
                since=_text(since),
            )
        )

    def record(self, outcome: Outcome, intents: tuple[Intent, ...] = ()) -> None:
        """The outcome and what is to be written because of it, in one transaction, fsynced before this returns."""
        with self._engine.begin() as connection:
            row = {
                "account": self.account, "source": outcome.source, "folder": outcome.place.folder,
                "uidvalidity": outcome.place.uidvalidity, "uid": outcome.place.uid, "received": _text(outcome.received),
                "seen": _text(outcome.seen), "sender": outcome.sender, "subject": outcome.subject,
                "probability": outcome.probability, "band": outcome.band, "telling": json.dumps(outcome.telling, ensure_ascii=False),
                "reason": outcome.reason, "detail": outcome.detail, "fingerprint": outcome.fingerprint, "model": outcome.model,
            }  # fmt: skip
            table = sa.table("outcomes", *(sa.column(name) for name in row))
            statement = insert(table).values(row)
            connection.execute(statement.on_conflict_do_update(index_elements=["account", "source"], set_=row))
            for intent in intents:
                self._insert_intent(connection, intent)

    def _insert_intent(self, connection: sa.Connection, intent: Intent) -> None:
        raw = intent.raw or b""
        row = {
            "account": self.account, "source": intent.source, "person": intent.person.lower(), "message_id": intent.message_id,
            "state": intent.state.value, "relation": intent.relation, "why": intent.why, "template": intent.template,
            "folder": intent.mark.folder, "uidvalidity": intent.mark.uidvalidity, "uidnext": intent.mark.uidnext,
            "sha256": hashlib.sha256(raw).hexdigest(), "raw": raw, "words": intent.words, "tries": intent.tries, "looks": intent.looks,
            "looked": None, "uid": None, "created": _text(intent.created), "fate": intent.fate.value, "fate_at": None,
            "answers": intent.answers,
        }  # fmt: skip
        table = sa.table("drafts", *(sa.column(name) for name in row))
        connection.execute(insert(table).values(row).on_conflict_do_nothing())

    # -- the journal of drafts ---------------------------------------------------------------------------------------

    def has_draft(self, source: str, person: str) -> bool:
        """Whether this rejection and this person are in the journal, in whatever state."""
        return bool(
            self._one(
                "SELECT 1 FROM drafts WHERE account = :account AND source = :source AND person = :person",
                source=source,
                person=person.lower(),
            )
        )

    def drafts(self, *states: DraftState) -> list[Intent]:
        """The journal, oldest first; only those in the given states if any are given."""
        rows = self._all(
            "SELECT * FROM drafts WHERE account = :account "
            "AND (:states = '[]' OR state IN (SELECT value FROM json_each(:states))) ORDER BY created, message_id",
            states=json.dumps([state.value for state in states]),
        )
        return [_intent(row) for row in rows]

    def begin_try(self, intent: Intent, mark: Mark) -> Intent:
        """Note, durably, that an APPEND is about to be sent again, into the Drafts folder as it is now."""
        self._do(
            "UPDATE drafts SET tries = tries + 1, looks = 0, looked = NULL, folder = :folder, uidvalidity = :uidvalidity, "
            "uidnext = :uidnext WHERE message_id = :message_id",
            message_id=intent.message_id, folder=mark.folder, uidvalidity=mark.uidvalidity, uidnext=mark.uidnext,
        )  # fmt: skip
        return replace(intent, tries=intent.tries + 1, looks=0, looked=None, mark=mark)

    def settle(self, intent: Intent, place: Place | None) -> None:
        """The draft is known to exist: forget its bytes. What became of it since is told by `set_fate`."""
        self._do(
            "UPDATE drafts SET state = :state, raw = NULL, uid = :uid, uidvalidity = coalesce(:uidvalidity, uidvalidity) "
            "WHERE message_id = :message_id",
            message_id=intent.message_id, state=DraftState.DRAFTED.value, uid=place.uid if place else None,
            uidvalidity=place.uidvalidity if place else None,
        )  # fmt: skip

    def looked(self, intent: Intent, now: datetime) -> None:
        """We looked for a draft whose APPEND had no clear answer, and it was not there."""
        self._do(
            "UPDATE drafts SET looks = looks + 1, looked = :now WHERE message_id = :message_id",
            message_id=intent.message_id,
            now=_text(now),
        )

    def put_aside(self, intent: Intent, state: DraftState, reason: Reason) -> None:
        """Park or drop an intent for good; it never leads to a draft again. The outcome of its mail says why."""
        with self._engine.begin() as connection:
            key = {"account": self.account, "message_id": intent.message_id, "source": intent.source}
            sql = "UPDATE drafts SET state = :state, raw = NULL WHERE message_id = :message_id"
            connection.execute(sa.text(sql), {**key, "state": state.value})
            sql = "UPDATE outcomes SET reason = :reason WHERE account = :account AND source = :source"
            connection.execute(sa.text(sql), {**key, "reason": reason.value})

    def set_fate(self, intent: Intent, fate: Fate, now: datetime) -> None:
        """What became of the draft. Once it is sent or gone, the words of the mail it answered are forgotten."""
        self._do(
            "UPDATE drafts SET fate = :fate, fate_at = :now, words = CASE WHEN :over THEN NULL ELSE words END WHERE message_id = :message_id",
            message_id=intent.message_id, fate=fate.value, now=_text(now), over=int(fate in {Fate.SENT, Fate.GONE}),
        )  # fmt: skip

    def fate_since(self, intent: Intent) -> datetime | None:
        """Since when the draft has had its present fate; `None` if it never changed."""
        row = self._one(
            "SELECT fate_at FROM drafts WHERE account = :account AND message_id = :message_id",
            message_id=intent.message_id,
        )
        return _time(row.fate_at) if row and row.fate_at else None

    # -- labels ------------------------------------------------------------------------------------------------------

    def add_label(self, label: Label, words: str | None) -> bool:
        """Keep what the user said, and the masked words of the mail if known. True if it is news."""
        held = self.label(label.source)
        self._do(
            "INSERT INTO labels VALUES (:account, :source, :rejection, :strength, :at, :words) ON CONFLICT (account, source, strength) "
            "DO UPDATE SET rejection = :rejection, at = CASE WHEN rejection = :rejection THEN at ELSE :at END, words = coalesce(:words, words)",
            source=label.source, rejection=int(label.rejection), strength=int(label.strength), at=_text(label.at), words=words,
        )  # fmt: skip
        return held is None or held.rejection != label.rejection

    def label(self, source: str) -> Label | None:
        """The label that counts for one mail."""
        rows = self._all("SELECT * FROM labels WHERE account = :account AND source = :source", source=source)
        return effective(map(_label, rows)).get(source)

    def unheard_labels(self, may_change: Iterable[str]) -> list[tuple[str, bool]]:
        """Explicit labels given without the mail at hand (`watcher label`): source and label.

        Those whose mail's words are missing, and those that call a rejection, after its outcome, what got one of these reasons.
        """
        rows = self._all(
            "SELECT l.source, l.rejection FROM labels l LEFT JOIN outcomes o USING (account, source) "
            "WHERE l.account = :account AND strength = :strength AND (words IS NULL OR "
            "(rejection AND seen < at AND reason IN (SELECT value FROM json_each(:reasons)))) ORDER BY l.source",
            strength=int(Strength.EXPLICIT),
            reasons=json.dumps(sorted(may_change)),
        )
        return [(row.source, bool(row.rejection)) for row in rows]

    def labelled_words(self) -> list[tuple[str, bool]]:
        """What can be learned from: the words of each labelled mail, with the label that counts."""
        rows = self._all("SELECT * FROM labels WHERE account = :account ORDER BY source")
        # The label that counts may be the one without words: they are joined only when it is known.
        texts = {row.source: row.words for row in rows if row.words is not None}
        counts = sorted(effective(map(_label, rows)).items())
        return [(texts[source], label.rejection) for source, label in counts if source in texts]

    # -- notes -------------------------------------------------------------------------------------------------------

    def note(self, name: str) -> str | None:
        """A small remembered value."""
        row = self._one(
            "SELECT value FROM notes WHERE name = :name AND :account = :account", name=f"{self.account}/{name}"
        )
        return str(row.value) if row else None

    def set_note(self, name: str, value: str) -> None:
        """Remember a small value."""
        self._do(
            "INSERT INTO notes SELECT :name, :value WHERE :account = :account ON CONFLICT (name) DO UPDATE SET value = :value",
            name=f"{self.account}/{name}", value=value,
        )  # fmt: skip

    # -- plumbing ----------------------------------------------------------------------------------------------------

    def _one(self, sql: str, **values: object) -> Any:
        with self._engine.connect() as connection:
            return connection.execute(sa.text(sql), {"account": self.account, **values}).first()

    def _all(self, sql: str, **values: object) -> list[Any]:
        with self._engine.connect() as connection:
            return list(connection.execute(sa.text(sql), {"account": self.account, **values}))

    def _do(self, sql: str, **values: object) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.text(sql), {"account": self.account, **values})


@contextmanager
def open_state(folder: Path, account: str) -> Iterator[State]:
    """The state of one account, alone: a second visit to it at the same time raises `TryAgain`."""
    engine = open_engine(folder)
    try:
        with (folder / f"{account}.lock").open("w") as lock:
            _take(lock, account)
            yield State(engine, account)
    finally:
        engine.dispose()


def _take(lock: TextIO, account: str) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise TryAgain(f"{account}: another watcher is at work with this state directory") from error


@contextmanager
def read_state(folder: Path, account: str) -> Iterator[State]:
    """The same without the lock: for looking and for labelling while a watcher runs."""
    engine = open_engine(folder)
    try:
        yield State(engine, account)
    finally:
        engine.dispose()


def _text(when: datetime) -> str:
    return when.astimezone(UTC).isoformat()


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _outcome(row: Any) -> Outcome:
    return Outcome(
        source=row.source, place=Place(row.folder, row.uidvalidity, row.uid), received=_time(row.received), seen=_time(row.seen),
        sender=row.sender, subject=row.subject, probability=row.probability, band=row.band, telling=tuple(json.loads(row.telling)),
        reason=row.reason, detail=row.detail, fingerprint=row.fingerprint, model=row.model,
    )  # fmt: skip


def _intent(row: Any) -> Intent:
    return Intent(
        source=row.source, person=row.person, message_id=row.message_id, state=DraftState(row.state), relation=row.relation, why=row.why,
        template=row.template, mark=Mark(row.folder, row.uidvalidity, row.uidnext), raw=row.raw, words=row.words, tries=row.tries, looks=row.looks,
        looked=_time(row.looked) if row.looked else None, uid=row.uid, created=_time(row.created), fate=Fate(row.fate), answers=row.answers,
    )  # fmt: skip


def _label(row: Any) -> Label:
    return Label(row.source, bool(row.rejection), Strength(row.strength), _time(row.at))
