"""How good a model is, as one HTML page that needs nothing else: curves, confusions, the worst errors with their words.

The curves are scikit-learn's own displays, drawn by matplotlib (the `report` extra) as SVG inside the page.
"""

from __future__ import annotations

import html
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from watcher.classifier import Band, Classifier
from watcher.errors import UserError
from watcher.figures import measure

WORST = 25

_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}"
    "table{border-collapse:collapse;margin:1em 0}td,th{border-bottom:1px solid #ddd;padding:.3em .7em;text-align:left;"
    "vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums}svg{max-width:48%;height:auto}"
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A mail of the measuring set: what it is, as `text.words` made it, and its finer label and language."""

    name: str
    words: str
    rejection: bool
    kind: str
    language: str


def page(title: str, models: Mapping[str, Classifier], mails: Sequence[Judged]) -> str:
    """The page. The first model is the one whose errors are shown. Raises `UserError` without matplotlib or without mails."""
    if not any(mail.rejection for mail in mails) or all(mail.rejection for mail in mails):
        raise UserError("a report needs mails that are rejections and mails that are not")
    scores = {name: [model.model.probability(mail.words) for mail in mails] for name, model in models.items()}
    judge = next(iter(models.values()))
    first = next(iter(scores.values()))
    size = f"{len(mails)} mails, {sum(m.rejection for m in mails)} rejections"
    limits = f"a draft from {judge.thresholds.draft} on, a question from {judge.thresholds.ask} on"
    body = [
        f"<h1>{_safe(title)}</h1><p>{size}; {limits}.</p>",
        _table(["model", "precision", "recall", "recall with ask", "average precision", "calibration error"], _sums(models, scores, mails)),
        *(_drawn(kind, scores, [mail.rejection for mail in mails]) for kind in ("precision-recall", "calibration")),
        *(f"<h2>By {what}</h2>" + _table([what, "mails", *(b.value for b in Band)], _bands(judge, first, mails, what)) for what in ("kind", "language")),
        "<h2>The worst errors</h2>" + _table(["p", "mail", "what it is", "telling words", "sentence"], _worst(judge, first, mails)),
    ]  # fmt: skip
    return f"<!doctype html><html lang=en><meta charset=utf-8><title>{_safe(title)}</title><style>{_STYLE}</style>{''.join(body)}</html>"


def _sums(
    models: Mapping[str, Classifier], scores: Mapping[str, Sequence[float]], mails: Sequence[Judged]
) -> Iterator[tuple[Any, ...]]:
    truth = [mail.rejection for mail in mails]
    for name, judge in models.items():
        found = measure(scores[name], truth, judge.thresholds.draft)
        asked = measure(scores[name], truth, judge.thresholds.ask).recall
        yield name, found.precision, found.recall, asked, found.average_precision, found.calibration_error


def _bands(judge: Classifier, scores: Sequence[float], mails: Sequence[Judged], what: str) -> Iterator[tuple[Any, ...]]:
    """How many mails of each sort fell into each band."""
    sorts: dict[tuple[bool, str], list[Band]] = {}
    for mail, p in zip(mails, scores, strict=True):
        sort = mail.kind if what == "kind" else mail.language
        sorts.setdefault((mail.rejection, sort), []).append(judge.thresholds.band(p))
    for (rejection, sort), bands in sorted(sorts.items(), reverse=True):
        yield f"{'rejection' if rejection else 'other'}: {sort or '-'}", len(bands), *(bands.count(b) for b in Band)


def _worst(judge: Classifier, scores: Sequence[float], mails: Sequence[Judged]) -> Iterator[tuple[Any, ...]]:
    wrong = [
        (abs(p - mail.rejection), p, mail)
        for p, mail in zip(scores, mails, strict=True)
        if (judge.thresholds.band(p) is Band.REJECTION) != mail.rejection
    ]
    for _, p, mail in sorted(wrong, key=lambda found: -found[0])[:WORST]:
        telling, sentence = judge.model.explain(mail.words, 6)
        yield (
            p,
            mail.name,
            f"{'rejection' if mail.rejection else 'other'}: {mail.kind}",
            ", ".join(telling),
            sentence[:200],
        )


def _drawn(kind: str, scores: Mapping[str, Sequence[float]], truth: Sequence[bool]) -> str:
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra
    except ImportError:
        raise UserError("matplotlib is not installed", hint="pip install 'rejection-watcher[report]'") from None
    from sklearn.calibration import CalibrationDisplay  # noqa: PLC0415 - takes seconds to load
    from sklearn.metrics import PrecisionRecallDisplay  # noqa: PLC0415

    figure = Figure(figsize=(5.5, 4.5))
    axes = figure.subplots()
    for name, found in scores.items():
        if kind == "calibration":
            CalibrationDisplay.from_predictions(truth, found, n_bins=10, name=name, ax=axes)
        else:
            PrecisionRecallDisplay.from_predictions(truth, found, name=name, ax=axes)
    drawn = io.StringIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None})
    return drawn.getvalue()[drawn.getvalue().index("<svg") :]


def _table(heads: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> str:
    top = "".join(f"<th>{_safe(head)}" for head in heads)
    lines = ["<tr>" + "".join(map(_cell, row)) for row in rows]
    return f"<table><tr>{top}{''.join(lines)}</table>"


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"<td class=n>{value:.3f}"
    return f"<td class=n>{value}" if isinstance(value, int) else f"<td>{_safe(value)}"


def _safe(text: str) -> str:
    return html.escape(str(text))
