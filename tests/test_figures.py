"""watcher.figures: arithmetic that agrees with scikit-learn and with a pencil."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, precision_recall_fscore_support

from watcher.figures import TOLERANCE, Comparison, Figures, measure

JUDGED = st.lists(st.tuples(st.integers(0, 20).map(lambda n: n / 20), st.booleans()), min_size=1, max_size=30)
GOOD = Figures(100, 50, precision=0.95, recall=0.9, f1=0.92, average_precision=0.97, calibration_error=0.03)


def test_figures_by_hand() -> None:
    """Four mails: two called rejections, one of them rightly, one rejection missed."""
    found = measure([0.9, 0.8, 0.4, 0.1], [True, False, True, False], 0.5)

    assert (4, 2, 0.5, 0.5, 0.5) == (found.n, found.rejections, found.precision, found.recall, found.f1)
    assert pytest.approx((1 + 2 / 3) / 2) == found.average_precision
    assert pytest.approx((0.1 + 0.8 + 0.6 + 0.1) / 4) == found.calibration_error


def test_the_threshold_itself_is_a_rejection() -> None:
    """At the threshold the watcher drafts, so it counts."""
    assert 1.0 == measure([0.5], [True], 0.5).recall


@pytest.mark.parametrize(("probabilities", "truth"), [([], []), ([0.1], [False]), ([0.9], [False]), ([0.1], [True])])
def test_where_nothing_was_there_rates_are_zero(probabilities: list[float], truth: list[bool]) -> None:
    """No division by zero."""
    found = measure(probabilities, truth, 0.5)

    assert (0.0, 0.0, 0.0) == (found.precision, found.recall, found.f1)


@given(JUDGED, st.integers(0, 20).map(lambda n: n / 20))
def test_figures_agree_with_scikit_learn(judged: list[tuple[float, bool]], threshold: float) -> None:
    """Precision, recall, F1 and average precision are the usual ones, ties included."""
    probabilities, truth = [p for p, _ in judged], [t for _, t in judged]
    found = measure(probabilities, truth, threshold)
    said = [p >= threshold for p in probabilities]
    precision, recall, f1, _ = precision_recall_fscore_support(truth, said, average="binary", zero_division=0)

    assert pytest.approx((precision, recall, f1)) == (found.precision, found.recall, found.f1)
    if any(truth):
        assert pytest.approx(average_precision_score(truth, probabilities)) == found.average_precision


@given(JUDGED)
def test_rates_are_rates(judged: list[tuple[float, bool]]) -> None:
    """Everything lies between 0 and 1."""
    found = measure([p for p, _ in judged], [t for _, t in judged], 0.5)

    assert all(
        0 <= rate <= 1 + 1e-9
        for rate in (found.precision, found.recall, found.f1, found.average_precision, found.calibration_error)
    )


def test_perfect_probabilities_are_calibrated() -> None:
    """Certainty that is right has no calibration error, certainty that is wrong all of it."""
    assert 0.0 == measure([1.0, 0.0], [True, False], 0.5).calibration_error
    assert 1.0 == measure([1.0, 0.0], [False, True], 0.5).calibration_error


def test_lengths_must_agree() -> None:
    """A probability without a truth is a bug."""
    with pytest.raises(ValueError):
        measure([0.5], [], 0.5)


@pytest.mark.parametrize(
    ("new", "new_labels", "expected"),
    [
        (GOOD, GOOD, ""),
        (replace(GOOD, precision=0.96, f1=0.93), GOOD, ""),
        (replace(GOOD, precision=0.95 - TOLERANCE / 2), GOOD, ""),
        (replace(GOOD, precision=0.94), GOOD, "on the evaluation mail its precision is 0.940, before it was 0.950"),
        (replace(GOOD, f1=0.9), GOOD, "on the evaluation mail its F1 is 0.900, before it was 0.920"),
        (GOOD, replace(GOOD, precision=0.9), "on your own labels its precision is 0.900, before it was 0.950"),
        (replace(GOOD, f1=0.99), replace(GOOD, f1=0.5), "on your own labels its F1 is 0.500, before it was 0.920"),
        (replace(GOOD, recall=0.1, average_precision=0.1), GOOD, ""),
    ],
)
def test_a_worse_model_is_refused_for_a_reason(new: Figures, new_labels: Figures, expected: str) -> None:
    """No gain on one yardstick pays for a loss on the other; noise does not count."""
    assert expected == Comparison(GOOD, new, GOOD, new_labels).refused
