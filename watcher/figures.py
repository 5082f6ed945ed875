"""How good a classifier is, in figures: precision, recall, F1, average precision, calibration. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TOLERANCE = 0.005
BINS = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """How well a model did on mails it was not trained on, at one threshold. Rates are 0 where nothing was there."""

    n: int
    rejections: int
    precision: float
    recall: float
    f1: float
    average_precision: float
    calibration_error: float


def measure(probabilities: Sequence[float], truth: Sequence[bool], threshold: float) -> Figures:
    """Figures at the threshold; average precision over all thresholds; expected calibration error over ten bins."""
    said = [p >= threshold for p in probabilities]
    right = sum(1 for s, t in zip(said, truth, strict=True) if s and t)
    precision = right / sum(said) if any(said) else 0.0
    recall = right / sum(truth) if any(truth) else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Figures(
        len(said),
        sum(truth),
        precision,
        recall,
        f1,
        _average_precision(probabilities, truth),
        _calibration_error(probabilities, truth),
    )


def _average_precision(probabilities: Sequence[float], truth: Sequence[bool]) -> float:
    """The area under precision over recall, ties taken together, as scikit-learn's average_precision_score has it."""
    ranked = sorted(zip(probabilities, truth, strict=True), key=lambda pair: -pair[0])
    area, right, before = 0.0, 0, 0
    for number, (p, is_true) in enumerate(ranked, 1):
        right += is_true
        if number == len(ranked) or ranked[number][0] != p:
            area += (right - before) * right / number
            before = right
    return area / right if right else 0.0


def _calibration_error(probabilities: Sequence[float], truth: Sequence[bool]) -> float:
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for p, is_true in zip(probabilities, truth, strict=True):
        bins[min(int(p * BINS), BINS - 1)].append((p, is_true))
    gaps = (abs(sum(p for p, _ in b) - sum(t for _, t in b)) for b in bins)
    return sum(gaps) / len(probabilities) if probabilities else 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """A new model beside the old one. It is promoted only if it is no worse on either yardstick."""

    old: Figures
    new: Figures
    old_labels: Figures
    new_labels: Figures

    @property
    def refused(self) -> str:
        """Why the new model is refused; empty when it may replace the old one."""
        for what, old, new in (
            ("the evaluation mail", self.old, self.new),
            ("your own labels", self.old_labels, self.new_labels),
        ):
            if new.precision < old.precision - TOLERANCE:
                return f"on {what} its precision is {new.precision:.3f}, before it was {old.precision:.3f}"
            if new.f1 < old.f1 - TOLERANCE:
                return f"on {what} its F1 is {new.f1:.3f}, before it was {old.f1:.3f}"
        return ""
