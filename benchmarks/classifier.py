"""What was tried for the classifier, a row each: views, models, scaling, masks, fields, parts of the corpus.

Trains every variant on the training part of the corpus and scores it on the frozen part, and on a file of labelled mail if
one is given. Ten minutes or so on two idle cores:

    python benchmarks/classifier.py [FILE.jsonl]

Every variant has its own scale, so what is compared needs no threshold: average precision, and recall at precision 0.98.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.sparse import diags
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, precision_recall_curve
from sklearn.svm import LinearSVC

from watcher import corpus, files, learn, text, training
from watcher.classifier import Model, mail_features
from watcher.corpus import Sample

IGNORED = {"position_closed", "withdrawn", "job_other"}
Words = Callable[[str], str]
Score = Callable[[Sequence[str]], Sequence[float]]


def whole(stuff: learn.Material, kind: str = "words", *, svm: bool = False, scaled: bool = False) -> Score:
    """One linear model on whole mails: words as the product has them, or characters."""
    mails = [*stuff.written, *stuff.recombined]
    truth = np.array([mail.rejection for mail in mails])
    weight = np.array([training.WRITTEN] * len(stuff.written) + [training.RECOMBINED] * len(stuff.recombined))
    settings = {"analyzer": mail_features} if kind == "words" else {"analyzer": "char_wb", "ngram_range": (2, 5)}
    vectorizer = TfidfVectorizer(**settings, sublinear_tf=True, min_df=3, dtype=np.float32)
    matrix = vectorizer.fit_transform([mail.words for mail in mails])
    scale = diags(training.ratios(matrix, truth, weight) if scaled else np.ones(matrix.shape[1]))
    plain = LogisticRegression(C=10.0, max_iter=300, class_weight="balanced")
    model = (LinearSVC(C=0.5, class_weight="balanced") if svm else plain).fit(matrix @ scale, truth, weight)
    return lambda texts: model.decision_function(vectorizer.transform(texts) @ scale)


def fitted(stuff: learn.Material, change: Words = str) -> Model:
    """The product's model, its training mail changed."""
    written, recombined = (
        [replace(s, words=change(s.words)) for s in part] for part in (stuff.written, stuff.recombined)
    )
    return training.fit(written, recombined, stuff.sentences)


def shipped(stuff: learn.Material, change: Words = str) -> Score:
    model = fitted(stuff, change)
    return lambda texts: [model.odds(change(words)) for words in texts]


def pooled(stuff: learn.Material) -> Score:
    model = fitted(stuff)
    return lambda texts: [model.evidence(words)[1] for words in texts]


def without_topic(stuff: learn.Material) -> Score:
    return shipped(replace(stuff, written=[s if s.rejection else replace(s, kind="receipt") for s in stuff.written]))


def bare(words: str) -> str:
    """Subject and sender left out."""
    return "\n\n" + words.split("\n", 2)[2] if words.count("\n") > 1 else words


def nameless(words: str) -> str:
    """The greeting's name and the sender's words replaced by one token."""
    subject, _, *said = (words + "\n\n").split("\n")
    greeting = [re.sub(r"(?<=\s)[^\W\d]+(?=[,!:]?$)", "name", line) if len(line.split()) < 5 else line for line in said]
    return "\n".join([subject, "name", *greeting])


def unmasked() -> Iterator[None]:
    masks, text._MASKS = text._MASKS, ()
    yield
    text._MASKS = masks


def report(name: str, score: Score, groups: Sequence[Sequence[Sample]]) -> None:
    cells = []
    for group in groups:
        scores, truth = np.array(score([s.words for s in group])), np.array([s.rejection for s in group])
        precision, recall, _ = precision_recall_curve(truth, scores)
        cells += [f"{average_precision_score(truth, scores):.3f}", f"{recall[precision >= 0.98].max():.3f}"]
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


def groups_of(path: str | None) -> list[list[Sample]]:
    """The frozen mail; its English part; the strangers' mail."""
    frozen = list(corpus.samples("frozen"))
    found = [frozen, [s for s in frozen if s.language == "en"]]
    labelled = [one for one in files.read(Path(path)) if one.label not in IGNORED] if path else []
    strangers = [
        Sample(
            words=text.words(one.mail), rejection=one.label == "rejection", kind="", language=one.language, origin=""
        )
        for one in labelled
    ]
    return [*found, strangers] if strangers else found


def main(path: str | None) -> None:
    stuff, groups = learn.material(), groups_of(path)
    names = ["frozen", "frozen, English", "file given"][: len(groups)]
    print("| variant | " + " | ".join(f"{n}: AP | recall at P 0.98" for n in names) + " |")
    print("| --- |" + " --: | --: |" * len(names))
    report("words, whole mail, logistic regression", whole(stuff), groups)
    report("the same, linear SVM", whole(stuff, svm=True), groups)
    report("the same, scaled by log-count ratios", whole(stuff, scaled=True), groups)
    report("characters (2 to 5), whole mail", whole(stuff, "characters"), groups)
    report("each sentence, the strongest counts", pooled(stuff), groups)
    report("whole and sentences joined", without_topic(stuff), groups)
    report("**shipped**: and is it about an application", shipped(stuff), groups)
    report("shipped, without subject and sender", shipped(stuff, bare), groups)
    report("shipped, names masked", shipped(stuff, nameless), groups)
    report("shipped, without the grammar's mails", shipped(replace(stuff, recombined=[])), groups)
    report("shipped, half of the written mail", shipped(replace(stuff, written=halved(stuff.written))), groups)
    for _ in unmasked():
        report("shipped, numbers, links and addresses not masked", shipped(learn.material()), groups_of(path))


def halved(written: Sequence[Sample]) -> list[Sample]:
    return [s for number, s in enumerate(written) if (number // training.BLOCK) % 2]


if __name__ == "__main__":
    main(*(sys.argv[1:] or [None]))
