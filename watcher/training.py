"""Train the classifier. Pure: samples in, a model out.

Two views of a mail, both TF-IDF with logistic regression: each sentence by itself, pooled by its strongest (a mail is a
rejection if one of its sentences is), and the mail as a whole, which is also asked whether it is about an application of
the reader. One more logistic regression joins them and is calibrated on mail that no view was trained on, kept apart by
origin. Features of the whole mail are scaled by how unevenly they fall on the two classes (Wang and Manning 2012, "Baselines
and Bigrams": naive-Bayes log-count ratios), which what is rare but telling needs.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from watcher.classifier import Head, Linear, Model, Thresholds, evidence_of_lines, features, lines, mail_features
from watcher.corpus import Sample, Sentence

Floats = NDArray[np.float64]
Progress = Callable[[str, int, int], None]


class Weights(NamedTuple):
    """A linear model of one view, as it is trained: one weight for each feature."""

    weight: Floats
    bias: float


Heads = tuple[Weights, Weights, Weights]

THRESHOLDS = Thresholds(draft=0.9, ask=0.3)
FOLDS = 5
BLOCK = 10
WRITTEN, RECOMBINED, OWN = 1.0, 0.25, 2.0
RATIO_POWER = 0.5
ABOUT_AN_APPLICATION = frozenset(
    {
        "account", "assessment", "delay", "hold", "incomplete", "interview", "offer", "receipt", "reference", "reschedule",
        "status", "survey", "thanks", "withdrawal",
    }
)  # fmt: skip
# The corpus is full of what is seldom in a mailbox. It is there to be learned from; how sure to be is learned from the rest.
SELDOM = frozenset(
    {
        "buried", "gig", "implied", "personal", "plainwords", "promotion", "speculative", "thread",
        "hold", "quoted", "refusal", "someoneelse", "thanks", "withdrawal",
    }
)  # fmt: skip
SELDOM_WEIGHT = 0.1


def fit(
    samples: Sequence[Sample],
    recombined: Sequence[Sample],
    sentences: Sequence[Sentence],
    labelled: Sequence[Sample] = (),
    progress: Progress | None = None,
) -> Model:
    """Train on written and recombined mails, labelled sentences, and the user's own labelled mails.

    The joint is calibrated on the written mails, each scored by views that did not see it or its neighbours in the file
    (writers put near-twins side by side). Deterministic for the same input and versions.
    """
    say = progress or (lambda _what, _done, _of: None)
    steps = FOLDS + 3
    say("reading", 0, steps)
    ground = _Ground(samples, recombined, sentences, labelled)
    folds = np.array([(number // BLOCK) % FOLDS for number in range(len(samples))])
    kept = [np.ones(len(samples), dtype=bool), *(folds != fold for fold in range(FOLDS))]
    heads = []
    for done, found in enumerate(both_cores([(ground.heads, (part,)) for part in kept]), 1):
        say("training", done, steps)
        heads.append(found)
    evidence = np.zeros((len(samples), 5))
    for part, blind in zip(kept[1:], heads[1:], strict=True):
        evidence[~part] = ground.evidence(blind)[~part]
    say("calibrating", FOLDS + 2, steps)
    weight = [SELDOM_WEIGHT if sample.kind in SELDOM else 1.0 for sample in samples]
    joint = LogisticRegression(C=1.0, max_iter=500).fit(evidence, [sample.rejection for sample in samples], weight)
    say("done", steps, steps)
    return ground.model(heads[0], tuple(float(w) for w in joint.coef_[0]), float(joint.intercept_[0]))


def held_out(
    model: Model,
    samples: Sequence[Sample],
    recombined: Sequence[Sample],
    sentences: Sequence[Sentence],
    labelled: Sequence[Sample],
) -> list[float]:
    """The probability of each of the user's labelled mails from views that did not see it, under the model's own joint."""
    ground = _Ground(samples, recombined, sentences, labelled)
    folds = np.array([number % FOLDS for number in range(len(labelled))])
    found = np.zeros(len(labelled))
    for fold in range(FOLDS):
        outside = folds == fold
        if outside.any():
            heads = ground.heads(np.ones(len(samples), dtype=bool), ~outside)
            blind = ground.model(heads, model.joint, model.bias)
            found[outside] = [blind.probability(s.words) for s, o in zip(labelled, outside, strict=True) if o]
    return [float(p) for p in found]


class _Ground:
    """All training texts as matrices, made once, so that parts can be held out cheaply."""

    def __init__(
        self,
        samples: Sequence[Sample],
        recombined: Sequence[Sample],
        sentences: Sequence[Sentence],
        labelled: Sequence[Sample],
    ) -> None:
        mails = [*samples, *recombined, *labelled]
        self.mail_truth = np.array([mail.rejection for mail in mails])
        self.mail_weight = np.array([WRITTEN] * len(samples) + [RECOMBINED] * len(recombined) + [OWN] * len(labelled))
        said = [(number, line) for number, mail in enumerate(samples) for line in lines(mail.words)]
        spoken_of = {sentence.language for sentence in sentences}  # elsewhere there would be examples of one side only
        quiet = [(n, line) for n, line in said if not samples[n].rejection and samples[n].language in spoken_of]
        self.line_source = np.array([-1] * len(sentences) + [number for number, _ in quiet])
        self.line_truth = np.array([sentence.rejecting for sentence in sentences] + [False] * len(quiet))
        spoken = [s.words for s in sentences] + [line for _, line in quiet]
        (self.whole, self.mail_matrix, _), (self.sentence, self.line_matrix, self.said_matrix) = both_cores(
            [
                (_vectorize, ([mail.words for mail in mails], mail_features, 4, ())),
                (_vectorize, (spoken, features, 3, [line for _, line in said])),
            ]
        )
        self.said_source = np.array([number for number, _ in said])
        self.written, self.own = len(samples), len(labelled)
        self.about = np.array([s.rejection or s.kind in ABOUT_AN_APPLICATION for s in samples])

    def heads(self, written: NDArray[np.bool_], own: NDArray[np.bool_] | None = None) -> Heads:
        """The heads of the two views, trained on some of the written and of the user's mails, and on everything else."""
        theirs = np.ones(self.own, dtype=bool) if own is None else own
        middle = np.ones(len(self.mail_truth) - self.written - self.own, dtype=bool)
        mails = np.concatenate([written, middle, theirs])
        kept = (self.line_source < 0) | written[self.line_source]
        return (
            _head(self.line_matrix[kept], self.line_truth[kept]),
            _scaled(self.mail_matrix[mails], self.mail_truth[mails], self.mail_weight[mails]),
            _scaled(self.mail_matrix[: self.written][written], self.about[written], np.ones(int(written.sum()))),
        )

    def model(self, heads: Heads, joint: tuple[float, ...], bias: float) -> Model:
        """Both views in plain numbers over one index of features."""
        names = sorted({*self.sentence.vocabulary_, *self.whole.vocabulary_})
        index = {name: at for at, name in enumerate(names, 1)}
        return Model(
            index, _linear(self.sentence, index, heads[:1]), _linear(self.whole, index, heads[1:]), joint, bias
        )

    def evidence(self, heads: Heads) -> Floats:
        """`Model.evidence` of every written mail, by matrices: one row of five numbers each."""
        line, rejection, application = heads
        scores = self.said_matrix @ line.weight + line.bias
        found = np.zeros((self.written, 5))
        found[:, 1:4] = [evidence_of_lines(part.tolist()) for part in np.split(scores, self._starts())]
        mails = self.mail_matrix[: self.written]
        found[:, 0] = mails @ rejection.weight + rejection.bias
        found[:, 4] = np.minimum(mails @ application.weight + application.bias, 0.0)
        return found

    def _starts(self) -> NDArray[np.int_]:
        return np.flatnonzero(np.diff(self.said_source)) + 1


def both_cores(calls: Sequence[tuple[Callable[..., Any], tuple[Any, ...]]]) -> Iterator[Any]:
    """The results of the calls in their order, two at a time in processes of their own."""
    found: Iterator[Any] = Parallel(n_jobs=2, return_as="generator")(delayed(what)(*given) for what, given in calls)
    return found


def _vectorize(
    texts: Sequence[str], analyzer: Callable[[str], list[str]], rarest: int, more: Sequence[str]
) -> tuple[TfidfVectorizer, csr_matrix, csr_matrix]:
    """The vectorizer made from `texts`, and the rows of `texts` and of `more`."""
    vectorizer = TfidfVectorizer(analyzer=analyzer, sublinear_tf=True, min_df=rarest, dtype=np.float32)
    rows = csr_matrix(vectorizer.fit_transform(texts))
    return vectorizer, rows, csr_matrix(vectorizer.transform(more)) if more else rows[:0]


def _head(matrix: csr_matrix, truth: NDArray[np.bool_], weight: Floats | None = None) -> Weights:
    if truth.all() or not truth.any():
        return Weights(np.zeros(matrix.shape[1]), 0.0)
    found = LogisticRegression(C=10.0, max_iter=300, class_weight="balanced").fit(matrix, truth, sample_weight=weight)
    return Weights(found.coef_[0], float(found.intercept_[0]))


def ratios(matrix: csr_matrix, truth: NDArray[np.bool_], weight: Floats) -> Floats:
    """For each feature, how unevenly it falls on the two classes: the absolute log-count ratio, damped."""
    present = (matrix > 0).astype(np.float32)
    yes, no = (1.0 + present[side].T @ weight[side] for side in (truth, ~truth))
    scale: Floats = np.abs(np.log(yes / yes.sum()) - np.log(no / no.sum())) ** RATIO_POWER
    return scale


def _scaled(matrix: csr_matrix, truth: NDArray[np.bool_], weight: Floats) -> Weights:
    """A head trained on scaled features, its weights scaled back, so that judging knows nothing of it."""
    scale = ratios(matrix, truth, weight)
    head = _head(csr_matrix(matrix @ diags(scale)), truth, weight)
    return Weights(head.weight * scale, head.bias)


def _linear(vectorizer: TfidfVectorizer, index: dict[str, int], heads: Sequence[Weights]) -> Linear:
    """The view with its features where `index` has them, zeros elsewhere."""
    column = np.zeros(len(vectorizer.vocabulary_), dtype=np.int64)
    for name, at in vectorizer.vocabulary_.items():
        column[at] = index[name]

    def placed(values: Floats) -> array[float]:
        row = np.zeros(len(index) + 1, dtype=np.float32)
        row[column] = values
        return array("f", row.tobytes())

    idf = vectorizer.idf_
    return Linear(placed(idf * idf), tuple(Head(placed(idf * h.weight), h.bias) for h in heads))
