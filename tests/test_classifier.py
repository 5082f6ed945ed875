"""watcher.classifier: a verdict in plain arithmetic, checked with numbers small enough for a pencil."""

from __future__ import annotations

import math
import pickle
import subprocess
import sys
from array import array
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters import received
from watcher.classifier import (
    Band,
    Classifier,
    Head,
    Linear,
    Model,
    Thresholds,
    Verdict,
    features,
    lines,
    mail_features,
    tokens,
)
from watcher.mail import Mail

# For a sentence "regret" speaks for a rejection (idf 1, weight 2), "received" against it (idf 2, weight -1).
INDEX = {"regret": 1, "received": 2, "application": 3, "to": 4}
TINY = Linear(array("f", [0.0, 1.0, 4.0, 0.0, 0.0]), (Head(array("f", [0.0, 2.0, -2.0, 0.0, 0.0]), -0.5),))
WHOLE = Linear(
    array("f", [0.0, 1.0, 0.0, 1.0, 1.0]),
    (Head(array("f", [0.0, 1.0, 0.0, 0.5, 0.25]), 0.0), Head(array("f", [0.0, 0.0, 0.0, 2.0, 0.0]), -1.0)),
)
MODEL = Model(INDEX, sentence=TINY, whole=WHOLE, joint=(1.0, 2.0, 0.5, -0.25, 0.5), bias=-0.5)
CLASSIFIER = Classifier(MODEL, Thresholds(draft=0.9, ask=0.4), "tiny")


@pytest.mark.parametrize(
    ("probability", "band"),
    [
        (0.0, Band.OTHER),
        (0.3999, Band.OTHER),
        (0.4, Band.UNSURE),
        (0.8999, Band.UNSURE),
        (0.9, Band.REJECTION),
        (1.0, Band.REJECTION),
    ],
)
def test_bands_begin_at_their_thresholds(probability: float, band: Band) -> None:
    """At `draft` and above a rejection, at `ask` and above unsure."""
    assert band is Thresholds(draft=0.9, ask=0.4).band(probability)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("we don't regret!", ["we", "don't", "regret", "!"]),
        ("0 people, no. why?", ["0", "people", "no", "why", "?"]),
        ("残念ながら", ["残", "念", "な", "が", "ら"]),
        ("on 残念 day", ["on", "残", "念", "day"]),
        ("straße_a été", ["straße", "a", "été"]),
        ("", []),
    ],
)
def test_tokens_are_words_or_single_characters(line: str, expected: list[str]) -> None:
    """Scripts without spaces are cut into characters."""
    assert expected == tokens(line)


def test_features_by_hand() -> None:
    """Words and pairs, and 1- to 3-grams of word beginnings."""
    assert [
        "we",
        "decided",
        "no",
        "we decided",
        "decided no",
        "~we",
        "~decid",
        "~no",
        "~we decid",
        "~decid no",
        "~we decid no",
    ] == list(features("we decided no"))
    assert () == features("")


def test_the_features_of_a_mail_know_where_they_stood() -> None:
    """Subject and sender are fields of their own, and no pair reaches over a line."""
    assert ["subject:job", "subject:~job", "from:hr", "from:team", "no", "~no", "bye", "~bye"] == mail_features(
        "job\nhr team\nno\nbye"
    )
    assert [] == mail_features("") == mail_features("\n")


@given(st.text(max_size=80))
def test_features_of_any_text_hold_no_line_break(text: str) -> None:
    """A model is saved with one feature a line."""
    assert not any("\n" in feature for feature in (*features(text), *mail_features(text)))


def test_lines_are_the_sentences() -> None:
    """Subject and sender are none; a mail without a body is judged by its subject."""
    assert ["one.", "two."] == lines("subject\nsender\none.\n\ntwo.")
    assert ["subject"] == lines("subject\nsender")
    assert [""] == lines("\n")


def score(found: list[str]) -> float:
    return TINY.scores(MODEL.known(found))[0]


def test_a_score_by_hand() -> None:
    """Bias plus the cosine-scaled, damped, weighted counts."""
    twice = 1 + math.log(2)

    assert pytest.approx(-0.5 + 1.0 * 2.0) == score(["regret"])
    assert pytest.approx(-0.5 - 1.0) == score(["received", "unknown"])
    assert pytest.approx(-0.5 + (1.0 * 2.0 - 2.0 * 1.0) / math.sqrt(1 + 4)) == score(["regret", "received"])
    assert pytest.approx(-0.5 + (twice * 2.0 - 2.0 * 1.0) / math.sqrt(twice**2 + 4)) == score(
        ["regret", "received", "regret"]
    )
    assert pytest.approx(-0.5) == score(["nothing", "known", "here"])
    assert pytest.approx(-0.5) == score([])


def test_telling_words_are_sorted_and_speak_for_it() -> None:
    """Strongest first, ties by name, none that speaks against."""
    tied = Linear(array("f", [0.0] + [1.0] * 4), (Head(array("f", [0.0, 1.0, 1.0, 2.0, -1.0]), 0.0),))

    assert ["regret", "application", "to"] == MODEL.telling(WHOLE, ["to", "regret", "application", "unknown"])
    assert ["regret"] == MODEL.telling(TINY, ["regret", "received"])
    assert ["application", "received", "regret"] == MODEL.telling(tied, ["regret", "received", "to", "application"])


def test_a_probability_by_hand() -> None:
    """Whole mail, two strongest sentences, length, and how far it is from an application; joined and squashed."""
    text = "subject\nsender\nregret\nreceived\nhello"
    best, second = 1.5, -0.5
    evidence = (1.0, best, second, math.log1p(3), -1.0)

    assert pytest.approx(evidence) == MODEL.evidence(text)
    assert pytest.approx(
        1 / (1 + math.exp(-(-0.5 + 1.0 + 2 * best + 0.5 * second - 0.25 * math.log1p(3) - 0.5)))
    ) == MODEL.probability(text)


def test_a_single_sentence_has_no_second() -> None:
    """Its place is taken by what counts least: the sentence itself, but never as evidence for a rejection."""
    assert 0.0 == MODEL.evidence("s\nx\nregret")[2]
    assert -1.5 == MODEL.evidence("s\nx\nreceived")[2]


@given(st.text(max_size=200))
def test_any_text_has_a_probability(text: str) -> None:
    """Between 0 and 1, the same each time."""
    assert 0 <= MODEL.probability(text) <= 1
    assert CLASSIFIER.judge_words(text) == CLASSIFIER.judge_words(text)


@pytest.mark.parametrize("bias", [1e9, -1e9])
def test_extreme_odds_do_not_overflow(bias: float) -> None:
    """Certainty has an end."""
    assert 0 < replace(MODEL, bias=bias).probability("regret") < 1 + 1e-12


def test_an_explanation_names_words_once_and_the_best_sentence() -> None:
    """Readable words, no word beginnings, nothing said twice, at most as many as asked for."""
    text = "your news\nsender\nhello, your application\nwe regret to say"

    assert (("regret", "application"), "we regret to say") == MODEL.explain(text, 6)
    assert (("regret",), "we regret to say") == MODEL.explain(text, 1)


def test_a_verdict_on_a_mail() -> None:
    """Probability, band, telling words, sentence and the model's name."""
    mail = received("Hello.\n\nWe regret, we regret.", subject="x", sender="a@b.example")
    verdict = CLASSIFIER.judge(mail)

    assert ("tiny", Band.REJECTION, ("regret",), "we regret, we regret.") == (
        verdict.model,
        verdict.band,
        verdict.telling,
        verdict.sentence,
    )
    assert verdict == CLASSIFIER.explain(mail)


def test_what_is_plainly_other_is_explained_only_when_asked() -> None:
    """`judge` saves the work, `explain` does not; the verdict is the same."""
    sure = Classifier(MODEL, Thresholds(draft=0.99, ask=0.98), "tiny")
    mail = received("We regret.", subject="x", sender="a@b.example")
    told = sure.explain(mail)

    assert Verdict(told.probability, Band.OTHER, (), "", "tiny") == sure.judge(mail)
    assert (("regret",), "we regret.") == (told.telling, told.sentence)


def test_an_empty_mail_is_judged() -> None:
    """Nothing said is no reason to raise."""
    assert 0 < CLASSIFIER.judge(Mail()).probability < 1


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_model_survives_pickling(protocol: int) -> None:
    """Equal, and with the same verdicts to the last bit."""
    again = pickle.loads(pickle.dumps(CLASSIFIER, protocol))

    assert CLASSIFIER == again
    assert MODEL.probability("s\nx\nregret received") == again.model.probability("s\nx\nregret received")


@given(
    st.lists(
        st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=5),
        unique=True,
        min_size=1,
        max_size=9,
    )
)
def test_pickling_keeps_the_order_of_features(names: list[str]) -> None:
    """Each feature keeps its own weight, whatever the order in which the index was filled."""
    shuffled = dict(sorted(((name, at) for at, name in enumerate(names, 1)), key=lambda pair: pair[0]))
    view = Linear(array("f", range(len(names) + 1)), (Head(array("f", range(len(names) + 1)), 0.25),))
    model = Model(shuffled, view, view, (1.0,), 0.0)

    assert model == pickle.loads(pickle.dumps(model))


def test_judging_needs_no_array_library() -> None:
    """Neither NumPy nor scikit-learn is loaded to judge a mail."""
    code = "import sys, watcher.classifier; print([m for m in ('numpy', 'scipy', 'sklearn', 'joblib') if m in sys.modules])"

    assert (
        "[]" == subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    )
