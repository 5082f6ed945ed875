"""When the world looks wrong: a flood of drafts, a clock that went back. Then it stops, until the user says to go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from watcher.errors import SafetyStop
from watcher.mail import parse
from watcher.mailbox import Arrival
from watcher.state import State

FLOOD_WITHIN = timedelta(hours=1)
CLOCK_MAY_SLIP = timedelta(days=1)
_STOPPED, _WENT_ON = "stopped at", "went on at"


def check(state: State, most: int, now: datetime) -> None:
    """Before a visit looks at anything new. Raises `SafetyStop` while a stop stands, or when our clock cannot be right."""
    last = state.last_moved()
    if last is not None and now < last - CLOCK_MAY_SLIP:
        raise SafetyStop(
            f"{state.account}: this machine's clock says {now:%Y-%m-%d %H:%M}, but the last visit was on {last:%Y-%m-%d %H:%M}; "
            "nothing is looked at until the clock is right. If it is right now: `watcher once --yes`"
        )
    if (stopped := state.note(_STOPPED)) and most <= int(stopped):
        raise SafetyStop(f"{state.account}: {_flood(int(stopped))}")


def make_room(state: State, most: int, wanted: int, now: datetime) -> None:
    """Before that many drafts are written. Raises `SafetyStop`, which then stands, when they are too many for one hour."""
    went_on = datetime.fromisoformat(state.note(_WENT_ON) or "1970-01-02T00:00:00+00:00")
    recent = [
        draft
        for draft in state.drafts()
        if abs(now - draft.created) < FLOOD_WITHIN and not draft.created < went_on <= now
    ]
    if recent and len(recent) + wanted > most:
        state.set_note(_STOPPED, str(most))
        raise SafetyStop(f"{state.account}: {_flood(most)}")


def go_on(state: State, now: datetime) -> None:
    """The user looked, and says that all is as it should be: as many drafts again, and our clock is right."""
    state.set_note(_STOPPED, "")
    state.set_note(_WENT_ON, now.isoformat())
    state.turn_back(now)


def standing(state: State) -> str:
    """The stop that stands, in a sentence, for `status`; "" if none does."""
    stopped = state.note(_STOPPED)
    return _flood(int(stopped)) if stopped else ""


def _flood(most: int) -> str:
    return (
        f"more than {most} drafts within an hour, stopped; look into Drafts, and if so many rejections are right, go on with "
        "`watcher once --yes`, or raise daemon.max_drafts_per_visit"
    )


def as_dated(arrival: Arrival) -> Arrival:
    """A mail of a folder that was renumbered: a restored or replaced mailbox may call old mail received today."""
    date = parse(arrival.raw).date
    return replace(arrival, received=min(arrival.received, date)) if date else arrival
