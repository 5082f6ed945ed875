"""The story of feedback: train from the corpus and from the labels, promote or refuse, roll back.

A model that learned from the user replaces the old one only if it is no worse on the frozen evaluation mail and on the
user's own labels; otherwise it is refused and the reason is shown. Former models stay for rollback.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from watcher import corpus, modelfile, training
from watcher.classifier import Classifier, Model
from watcher.corpus import Sample, Sentence
from watcher.curves import Judged
from watcher.figures import Comparison, Figures, measure
from watcher.modelfile import Manifest
from watcher.training import THRESHOLDS, Progress

log = logging.getLogger(__name__)

RECOMBINED = 250
RECOMBINED_MOST = {"en": 1200}
KEEP = 5


@dataclass(frozen=True, slots=True)
class Result:
    """What a retraining came to. `comparison` and `candidate`, the new model, are missing when nothing was trained."""

    promoted: bool
    reason: str
    name: str
    comparison: Comparison | None = None
    candidate: Classifier | None = None


def train_base(cache: Path, name: str, made_with: dict[str, str], progress: Progress | None = None) -> Classifier:
    """Train from the corpus alone and keep the model in the cache directory under that name."""
    model = train(material(), [], progress)
    modelfile.save(cache, model, Manifest(name, made_with, THRESHOLDS, _now()))
    return Classifier(model, THRESHOLDS, name)


@dataclass(frozen=True, slots=True)
class Material:
    """What the corpus gives to training."""

    written: list[Sample]
    recombined: list[Sample]
    sentences: list[Sentence]


def material() -> Material:
    """Read the shipped corpus, the frozen part left out."""
    grammars = corpus.grammars()
    languages = corpus.languages()
    read = training.both_cores(
        [
            *((_written, (language,)) for language in languages),
            *((_recombined, (grammar,)) for grammar in grammars),
        ]
    )
    found = list(read)
    return Material(
        written=list(corpus.weathered([s for part in found[: len(languages)] for s in part], grammars)),
        recombined=[s for part in found[len(languages) :] for s in part],
        sentences=[s for g in grammars for s in corpus.sentences(g)],
    )


def _written(language: str) -> list[Sample]:
    return list(corpus.samples("mails", only=language))


def _recombined(grammar: corpus.Grammar) -> list[Sample]:
    return list(corpus.recombine(grammar, RECOMBINED_MOST.get(grammar.language, RECOMBINED)))


def train(stuff: Material, labelled: Sequence[tuple[str, bool]], progress: Progress | None = None) -> Model:
    """Train from the corpus and the user's labelled mail, each of which counts several times."""
    return training.fit(stuff.written, stuff.recombined, stuff.sentences, _own(labelled), progress)


def retrain(
    old: Classifier,
    state: Path,
    made_with: dict[str, str],
    labelled: Sequence[tuple[str, bool]],
    progress: Progress | None = None,
) -> Result:
    """Learn from the labels; promote the new model over the old one, or refuse it with a reason."""
    digest = hashlib.sha256(repr(sorted(labelled)).encode()).hexdigest()[:16]
    folder = state / "models"
    held = modelfile.current(folder)
    if not labelled:
        return Result(promoted=False, reason="there is no labelled mail to learn from yet", name=held)
    trained = f"{digest} {sorted(made_with.items())}"
    if modelfile.last_trained(folder) == trained:
        return Result(promoted=False, reason="no label is new since the last training", name=held)
    stuff = material()
    model = train(stuff, labelled, progress)
    name = datetime.now(UTC).strftime("learned-%Y%m%d-%H%M%S")
    modelfile.note_trained(folder, trained)
    held_out = training.held_out(model, stuff.written, stuff.recombined, stuff.sentences, _own(labelled))
    candidate = Classifier(model, THRESHOLDS, name)
    comparison = compare(old, candidate, labelled, held_out)
    if comparison.refused:
        return Result(promoted=False, reason=comparison.refused, name=held, comparison=comparison, candidate=candidate)
    modelfile.save(folder, model, Manifest(name, made_with, THRESHOLDS, _now(), labels=digest))
    modelfile.point(folder, name)
    _tidy(folder)
    return Result(
        promoted=True,
        reason=f"it learned from {len(labelled)} labelled mails",
        name=name,
        comparison=comparison,
        candidate=candidate,
    )


def compare(
    old: Classifier, new: Classifier, labelled: Sequence[tuple[str, bool]], held_out: Sequence[float]
) -> Comparison:
    """Old beside new on the frozen mail, and on the user's labels: the new model's there with those labels held out in turn."""
    frozen = list(corpus.samples("frozen"))
    truth = [sample.rejection for sample in frozen]
    texts = [sample.words for sample in frozen]
    said = [rejection for _, rejection in labelled]
    return Comparison(
        old=_figures(old, texts, truth),
        new=_figures(new, texts, truth),
        old_labels=_figures(old, [text for text, _ in labelled], said),
        new_labels=measure(held_out, said, new.thresholds.draft),
    )


def evaluation() -> list[Judged]:
    """The frozen part of the corpus, for a report."""
    return [
        Judged(f"{sample.origin}, {number}", sample.words, sample.rejection, sample.kind, sample.language)
        for number, sample in enumerate(corpus.samples("frozen"), 1)
    ]


def rollback(state: Path) -> str:
    """Go back to the model before the current one, in the end to the base model. Returns the name now current."""
    folder = state / "models"
    names = [manifest.name for manifest in modelfile.manifests(folder)]
    held = modelfile.current(folder)
    before = names[names.index(held) + 1 :] if held in names else []
    modelfile.point(folder, before[0] if before else "")
    return before[0] if before else "the base model"


def _figures(judge: Classifier, texts: Sequence[str], truth: Sequence[bool]) -> Figures:
    return measure([judge.model.probability(text) for text in texts], truth, judge.thresholds.draft)


def _own(labelled: Sequence[tuple[str, bool]]) -> list[Sample]:
    return [Sample(words=text, rejection=said, kind="own", language="", origin="own") for text, said in labelled]


def _tidy(folder: Path) -> None:
    for manifest in modelfile.manifests(folder)[KEEP:]:
        for suffix in (".joblib", ".json"):
            (folder / f"{manifest.name}{suffix}").unlink(missing_ok=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
