"""tests/mails: whom a letter goes to and what it may mention, against what a careful reader would say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import cases
from tests.cases import Seen
from watcher import resources
from watcher.classifier import Classifier
from watcher.letter import Letters


@pytest.fixture(scope="module")
def seen(classifier: Classifier, tmp_path_factory: pytest.TempPathFactory) -> tuple[Seen, ...]:
    folder: Path = tmp_path_factory.mktemp("cases")
    letters = Letters(resources.templates())
    return tuple(cases.look(case, classifier, letters, folder) for case in cases.read())


def test_every_case_is_as_expected_but_for_what_is_known_to_be_missed(seen: tuple[Seen, ...]) -> None:
    """A miss that is gone has to be struck off, too."""
    told = {one.case.name: cases.misses(one) for one in seen}
    wrong = {
        one.case.name: told[one.case.name]
        for one in seen
        if set(told[one.case.name]) != set(one.case.known) - {"earlier"}
    }

    assert wrong == {}


def test_nothing_wrong_is_said_of_any_case(seen: tuple[Seen, ...]) -> None:
    """A name, a company or a role is right or left out; nobody is thanked for an interview that was none."""
    wrong = [
        (one.case.name, what, got)
        for one in seen
        for what, got, due in cases.names(one)
        if got and not cases.same(got, due)
    ]

    assert wrong == []
    assert [one.case.name for one in seen if one.met and one.case.stage == "applied"] == []


def test_nine_companies_and_roles_in_ten_are_found(seen: tuple[Seen, ...]) -> None:
    due = [got for one in seen for _, got, wanted in cases.names(one) if wanted]

    assert sum(map(bool, due)) >= 0.9 * len(due)
