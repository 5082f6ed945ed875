"""The crash matrix: a visit to a real server is killed at every point that it has, and the next visits make it good."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests import crash
from tests.dovecot import Dovecot, installed
from tests.world import World, quick_folder
from watcher import resources
from watcher.classifier import Classifier
from watcher.letter import Letters

pytestmark = [pytest.mark.dovecot, pytest.mark.slow]

START = datetime.now(UTC)


@pytest.fixture(scope="module")
def origin(classifier: Classifier) -> Iterator[World]:
    """An account in which the next visit has everything to do."""
    if not installed():
        pytest.skip("Dovecot is not installed")
    with Dovecot() as server, quick_folder() as folder:
        world = World(server, "origin", folder / "origin", classifier, Letters(resources.templates()))
        yield crash.rich(world, START)


@pytest.fixture(scope="module")
def points(origin: World) -> list[str]:
    """What a visit comes by when nothing happens to it."""
    return crash.points(origin.copy("points"), START)


def test_every_step_is_a_point(points: list[str]) -> None:
    """A visit makes every call of the mailbox and every change of the state: a new step has to join the scenario."""
    steps = {f"mailbox.{name}" for name in crash.MAILBOX} | {f"state.{name}" for name in crash.STATE}

    assert {step for step in steps if f"after {step}" not in points} == crash.NOT_IN_A_VISIT


def test_a_kill_at_any_point_changes_nothing_in_the_end(origin: World, points: list[str]) -> None:
    """One draft a person and rejection, one outcome a mail, and all other mail byte for byte as it was."""
    matrix = crash.matrix(points)
    print(f"{len(points)} points, {len(set(points))} distinct, {len(matrix)} kills")

    assert crash.broken(origin, matrix, START) == []
