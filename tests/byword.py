"""A classifier that judges by one word, for tests that make hundreds of visits: the real type around a model of three lines."""

from __future__ import annotations

from typing import cast

from watcher.classifier import Classifier, Model, Thresholds


class ByWord:
    """A rejection says "unfortunately", a mail that leaves one in doubt says "perhaps"."""

    def probability(self, text: str, weigh: object = None) -> float:
        return 0.99 if "unfortunately" in text.lower() else 0.5 if "perhaps" in text.lower() else 0.01

    def weigh(self, line: str) -> float:
        return 0.0

    def explain(self, text: str, most: int, weigh: object = None) -> tuple[tuple[str, ...], str]:
        return ("unfortunately",), text


BY_WORD = Classifier(cast(Model, ByWord()), Thresholds(draft=0.9, ask=0.3), "by word")
