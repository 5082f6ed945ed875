"""Exactly one draft: the journal protocol, and what became of the drafts.

An intent is on the disk before APPEND is sent. Anything but a clear OK leaves it open, and an open intent is resolved by
looking: at every UID of Drafts from the stored UIDNEXT on, then by Message-ID in Drafts, Sent, archive and Trash. Only
after three looks, at least a minute apart, is the same letter with the same Message-ID tried again, and only if nothing that
came into Drafts since has gone: the user may have been faster than we. Otherwise, and after three tries, it is parked for him. What becomes of a draft drives status and labels only. It never leads to a new draft.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from watcher.labels import Label, Strength
from watcher.mailbox import Mailbox, Sighting, Where
from watcher.policy import Reason
from watcher.state import DraftState, Fate, Intent, State

log = logging.getLogger(__name__)

LOOKS = 3
BETWEEN_LOOKS = timedelta(seconds=60)
TRIES = 3
GONE_AFTER = timedelta(minutes=10)
FOLLOWED_FOR = timedelta(days=45)


def append(mailbox: Mailbox, state: State, intent: Intent) -> None:
    """Send one APPEND for an intent that is on the disk. Raises `Unclear`, and then the intent stays open."""
    place = mailbox.keep_draft(intent.draft, intent.mark)
    state.settle(intent, place)


def settle_open(mailbox: Mailbox, state: State, now: datetime) -> int:
    """Resolve the intents that an earlier visit left open; the number of those settled for good."""
    settled = 0
    for intent in state.drafts(DraftState.INTENT):
        seen = mailbox.find(intent.message_id, intent.mark)
        if seen is not None:
            state.settle(intent, seen.place if seen.where is Where.DRAFTS else None)
            settled += 1
        elif intent.looked is None or abs(now - intent.looked) >= BETWEEN_LOOKS:  # or the clock was put back
            settled += _absent(mailbox, state, intent, now)
    return settled


def _absent(mailbox: Mailbox, state: State, intent: Intent, now: datetime) -> int:
    state.looked(intent, now)
    if intent.looks + 1 < LOOKS:
        return 0
    if _was_there(mailbox, state, intent):
        state.settle(intent, None)
    elif intent.tries >= TRIES:
        _park(state, intent, f"it could not be written in {TRIES} tries")
    elif mailbox.vanished(intent.mark) != 0:
        _park(state, intent, "something came into Drafts and went, and may have been it")
    else:
        append(mailbox, state, state.begin_try(intent, mailbox.mark()))
    return 1


def _was_there(mailbox: Mailbox, state: State, intent: Intent) -> bool:
    """Whether the user edited or sent the draft before we could see it: clients do both under a Message-ID of their own."""
    ours = {known.message_id for known in state.drafts()}
    edits = (answers for message_id, answers in mailbox.drafts().items() if message_id not in ours)
    if not intent.answers:
        return False
    return any(intent.answers in answers for answers in edits) or (
        mailbox.sent_answer(intent.answers, intent.person, intent.created) is not None
    )


def _park(state: State, intent: Intent, why: str) -> None:
    log.warning("%s: the draft for %s is yours now: %s", state.account, intent.source, why)
    state.put_aside(intent, DraftState.PARKED, Reason.NEEDS_ATTENTION)


def followed(state: State, now: datetime) -> list[Intent]:
    """The drafts of the last weeks of which we still want to know what becomes of them."""
    return [i for i in state.drafts(DraftState.DRAFTED) if i.fate is not Fate.SENT and now - i.created < FOLLOWED_FOR]


def notice_fates(mailbox: Mailbox, state: State, now: datetime, outgoing: str) -> None:
    """Update what became of the drafts of the last weeks, and infer a label from each that was sent.

    `outgoing` is what the glance at the start of this visit said of the folders: no look while nothing moved in them.
    """
    intents = followed(state, now)
    if not intents or (outgoing and _rests(state, intents, outgoing, now)):
        return
    lying = mailbox.drafts()
    for intent in intents:
        fate = _fate(mailbox, intent, lying, state.fate_since(intent), now)
        if fate is Fate.SENT:  # the label first: a draft that is known to be sent is followed no longer
            state.add_label(Label(intent.source, rejection=True, strength=Strength.INFERRED, at=now), intent.words)
        if fate is not intent.fate:
            state.set_fate(intent, fate, now)
    if outgoing and outgoing != _last_look(state)[0]:
        state.set_note("outgoing", f"{outgoing} since {now.isoformat()}")


def _rests(state: State, intents: Sequence[Intent], outgoing: str, now: datetime) -> bool:
    """Whether a look can be left out: nothing moved since the last one, and none is due because of the time.

    A search may lag behind what STATUS says. So a missing draft is looked for at each visit, and one that is gone for a
    while after each move.
    """
    stood, since = _last_look(state)
    fates = {intent.fate for intent in intents}
    settling = Fate.GONE in fates and since is not None and now - since < GONE_AFTER
    return stood == outgoing and Fate.MISSING not in fates and not settling


def _last_look(state: State) -> tuple[str, datetime | None]:
    stood, _, since = (state.note("outgoing") or "").partition(" since ")
    return stood, datetime.fromisoformat(since) if since else None


def _fate(
    mailbox: Mailbox, intent: Intent, lying: dict[str, tuple[str, ...]], since: datetime | None, now: datetime
) -> Fate:
    if intent.message_id in lying:
        return Fate.WAITING
    if intent.answers and any(intent.answers in references for references in lying.values()):
        return Fate.EDITED
    if intent.fate is Fate.GONE and since and now - since > timedelta(days=1):
        return Fate.GONE  # mutt takes a draft away hours before it is sent, but not days
    seen = mailbox.find(intent.message_id, None) or mailbox.sent_answer(intent.answers, intent.person, intent.created)
    if seen is not None:
        return _fate_of(seen)
    if intent.fate is Fate.GONE or (intent.fate is Fate.MISSING and since and now - since >= GONE_AFTER):
        return Fate.GONE
    return Fate.MISSING


def _fate_of(seen: Sighting) -> Fate:
    """Only what lies in Sent was sent: a draft can be put into the archive as well, which is no word on the mail."""
    return {Where.DRAFTS: Fate.WAITING, Where.SENT: Fate.SENT}.get(seen.where, Fate.GONE)
