"""watcher.labels: explicit beats inferred, later beats earlier."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from watcher.labels import Label, Strength, effective

START = datetime(2026, 1, 1, tzinfo=UTC)
LABELS = st.lists(
    st.builds(
        Label, st.sampled_from(["<a>", "<b>"]), st.booleans(), st.sampled_from(Strength), st.integers(0, 5).map(lambda d: START + timedelta(d)),
    ), max_size=8,
)  # fmt: skip


def label(*, rejection: bool, strength: Strength = Strength.EXPLICIT, day: int = 0, source: str = "<a>") -> Label:
    return Label(source, rejection, strength, START + timedelta(day))


def test_explicit_beats_inferred_even_when_earlier() -> None:
    """What the user said counts more than what he did later."""
    said = label(rejection=False, day=0)
    sent = label(rejection=True, strength=Strength.INFERRED, day=9)

    assert {"<a>": said} == effective([said, sent]) == effective([sent, said])


def test_later_beats_earlier_among_equals() -> None:
    """The user may change his mind."""
    yes, no = label(rejection=True, day=1), label(rejection=False, day=2)

    assert {"<a>": no} == effective([yes, no]) == effective([no, yes])


def test_at_the_same_moment_the_last_one_counts() -> None:
    """Two labels of one moment are taken in the order given."""
    assert not effective([label(rejection=True), label(rejection=False)])["<a>"].rejection


@given(LABELS)
def test_each_mail_has_the_strongest_latest_label(labels: list[Label]) -> None:
    """Every labelled mail has one winner, and no label of that mail beats it."""
    winners = effective(labels)

    assert {held.source for held in labels} == set(winners)
    assert all((held.strength, held.at) <= (winners[held.source].strength, winners[held.source].at) for held in labels)
    assert all(winner in labels for winner in winners.values())
