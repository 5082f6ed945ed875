"""Train the classifier. Pure: samples in, a model out.

Two views of a mail, both TF-IDF with logistic regression: each sentence by itself, pooled by its strongest (a mail is a
rejection if one of its sentences is), and the mail as a whole, which is also asked whether it is about an application of
the reader. One more logistic regression joins them and is calibrated on mail that no view was trained on, kept apart by
origin. Features of the whole mail are scaled by how unevenly they fall on the two classes (Wang and Manning 2012, "Baselines
and Bigrams": naive-Bayes log-count ratios), which what is rare but telling needs.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from watcher.classifier import Head, Linear, Model, Thresholds, features, lines, mail_features
from watcher.corpus import Sample, Sentence

Floats = NDArray[np.float64]
Progress = Callable[[str, int, int], None]

THRESHOLDS = Thresholds(draft=0.87, ask=0.35)
FOLDS = 3
BLOCK = 10
WRITTEN, RECOMBINED, OWN = 1.0, 0.25, 2.0
RATIO_POWER = 0.5
ABOUT_AN_APPLICATION = frozenset(
    {
        "account", "assessment", "delay", "hold", "incomplete", "interview", "offer", "receipt", "reference", "reschedule",
        "status", "survey", "thanks", "withdrawal",
    }
)  # fmt: skip


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
    evidence = np.zeros((len(samples), 5))
    for fold in range(FOLDS):
        say("calibrating", fold + 1, steps)
        inside = folds != fold
        if inside.any() and not inside.all():
            blind = Model(*ground.views(inside), (), 0.0)
            evidence[~inside] = [blind.evidence(s.words) for s, kept in zip(samples, inside, strict=True) if not kept]
    say("training", FOLDS + 1, steps)
    joint = LogisticRegression(C=1.0, max_iter=500).fit(evidence, [sample.rejection for sample in samples])
    views = ground.views(np.ones(len(samples), dtype=bool))
    say("done", steps, steps)
    return Model(*views, tuple(float(w) for w in joint.coef_[0]), float(joint.intercept_[0]))


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
            blind = Model(*ground.views(np.ones(len(samples), dtype=bool), ~outside), model.joint, model.bias)
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
        self.whole, self.mail_matrix = _vectorize([mail.words for mail in mails], mail_features, 3)
        quiet = [
            (number, line) for number, mail in enumerate(samples) if not mail.rejection for line in lines(mail.words)
        ]
        self.line_source = np.array([-1] * len(sentences) + [number for number, _ in quiet])
        self.line_truth = np.array([sentence.rejecting for sentence in sentences] + [False] * len(quiet))
        self.sentence, self.line_matrix = _vectorize(
            [s.words for s in sentences] + [line for _, line in quiet], features, 2
        )
        self.written, self.own = len(samples), len(labelled)
        self.about = np.array([s.rejection or s.kind in ABOUT_AN_APPLICATION for s in samples])

    def views(self, written: NDArray[np.bool_], own: NDArray[np.bool_] | None = None) -> tuple[Linear, Linear]:
        """The two views trained on some of the written and of the user's mails, and on everything else."""
        theirs = np.ones(self.own, dtype=bool) if own is None else own
        middle = np.ones(len(self.mail_truth) - self.written - self.own, dtype=bool)
        mails = np.concatenate([written, middle, theirs])
        kept = (self.line_source < 0) | written[self.line_source]
        sentence = _head(self.line_matrix[kept], self.line_truth[kept])
        whole = _scaled(self.mail_matrix[mails], self.mail_truth[mails], self.mail_weight[mails])
        topic = _scaled(self.mail_matrix[: self.written][written], self.about[written], np.ones(int(written.sum())))
        return _linear(self.sentence, sentence), _linear(self.whole, whole, topic)


def _vectorize(
    texts: Sequence[str], analyzer: Callable[[str], list[str]], rarest: int
) -> tuple[TfidfVectorizer, csr_matrix]:
    vectorizer = TfidfVectorizer(analyzer=analyzer, sublinear_tf=True, min_df=rarest, dtype=np.float32)
    return vectorizer, csr_matrix(vectorizer.fit_transform(texts))


def _head(matrix: csr_matrix, truth: NDArray[np.bool_], weight: Floats | None = None) -> Head:
    if truth.all() or not truth.any():
        return Head(array("f", bytes(4 * matrix.shape[1])), 0.0)
    found = LogisticRegression(C=10.0, max_iter=300, class_weight="balanced").fit(matrix, truth, sample_weight=weight)
    return Head(array("f", found.coef_[0]), float(found.intercept_[0]))


def _scaled(matrix: csr_matrix, truth: NDArray[np.bool_], weight: Floats) -> Head:
    """A head trained on scaled features, its weights scaled back, so that judging knows nothing of it."""
    present = (matrix > 0).astype(np.float32)
    yes, no = (1.0 + present[side].T @ weight[side] for side in (truth, ~truth))
    scale = np.abs(np.log(yes / yes.sum()) - np.log(no / no.sum())) ** RATIO_POWER
    head = _head(csr_matrix(matrix @ diags(scale)), truth, weight)
    return Head(array("f", np.asarray(head.weight) * scale), head.bias)


def _linear(vectorizer: TfidfVectorizer, *heads: Head) -> Linear:
    index = {str(feature): int(at) for feature, at in vectorizer.vocabulary_.items()}
    return Linear(index, array("f", vectorizer.idf_), heads)
