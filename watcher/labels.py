"""What the user did to a mail, as a label. One rule: explicit beats inferred, and among equals the later one counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum


class Strength(IntEnum):
    """How the label came about."""

    INFERRED = 0  # the user sent our draft
    EXPLICIT = 1  # the user filed, marked or labelled the mail


@dataclass(frozen=True, slots=True)
class Label:
    """The user's word on one mail: whether it is a rejection, how we know, and since when."""

    source: str
    rejection: bool
    strength: Strength
    at: datetime


def effective(labels: Iterable[Label]) -> dict[str, Label]:
    """The one label that counts for each source mail."""
    winners: dict[str, Label] = {}
    for label in labels:
        held = winners.get(label.source)
        if held is None or (label.strength, label.at) >= (held.strength, held.at):
            winners[label.source] = label
    return winners
