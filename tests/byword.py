"""A classifier that judges by one word, for tests that make hundreds of visits: the real type around a model of three lines."""

from __future__ import annotations

from typing import cast

from watcher.classifier import Classifier, Heard, Model, Thresholds


class ByWord:
    """A rejection says "unfortunately", a mail that leaves one in doubt says "perhaps"."""

    def probability(self, text: str, hear: object = None) -> float:
        return 0.99 if "unfortunately" in text.lower() else 0.5 if "perhaps" in text.lower() else 0.01

    def hear(self, line: str) -> Heard:
        return Heard(0.0, [])

    def explain(self, text: str, most: int, hear: object = None) -> tuple[tuple[str, ...], str]:
        return ("unfortunately",), text


BY_WORD = Classifier(cast(Model, ByWord()), Thresholds(draft=0.9, ask=0.3), "by word")
