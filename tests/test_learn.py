"""Learning from labels: promoted when it is no worse, refused with a reason when it is, rolled back on request."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.letters import PLAIN_NO, RECEIPT, mail
from watcher import corpus, current, learn, modelfile
from watcher.classifier import Classifier
from watcher.errors import ModelError
from watcher.figures import Comparison, Figures
from watcher.mail import parse
from watcher.text import words

MADE_WITH = {"corpus": "a part of it"}


def figures(precision: float, f1: float) -> Figures:
    return Figures(10, 5, precision, f1, f1, f1, 0.0)


@pytest.fixture(scope="module")
def part() -> learn.Material:
    """A part of the corpus: enough to learn from, quick to train."""
    english = next(g for g in corpus.grammars() if g.language == "en")
    written = [s for s in corpus.samples("mails") if s.origin in {"en/mails/a.txt", "en/mails/p.txt"}]
    return learn.Material(written, list(corpus.recombine(english, 300)), list(corpus.sentences(english))[:1500])


@pytest.fixture
def small(part: learn.Material, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Classifier:
    """The base model of that part; `learn` works on the same part."""
    monkeypatch.setattr(learn, "material", lambda: part)
    return learn.train_base(tmp_path / "cache", "base-part", MADE_WITH)


def labelled() -> list[tuple[str, bool]]:
    odd = "Hello Alex, the orchard is fully staffed until spring and the ladder stays with Jonas. Warm regards, Hedda"
    yes = [(words(parse(mail(f"{odd} {n}"))), True) for n in ("one", "two", "three", "four")]
    return [*yes, (words(parse(mail(PLAIN_NO))), True), (words(parse(mail(RECEIPT))), False)]


def test_it_learns_what_the_user_says(small: Classifier, tmp_path: Path) -> None:
    """After a few labels of a kind that the base model takes for something else, the promoted model knows it."""
    text = labelled()[0][0]
    before = small.judge_words(text).probability
    result = learn.retrain(small, tmp_path / "state", MADE_WITH, labelled())
    assert result.promoted, result.reason
    learned, manifest = modelfile.load(tmp_path / "state" / "models", result.name, MADE_WITH)

    assert learned.judge_words(text).probability > before
    assert modelfile.current(tmp_path / "state" / "models") == manifest.name


def test_the_same_labels_teach_nothing_new(small: Classifier, tmp_path: Path) -> None:
    """A second training with the same labels is skipped, and says why."""
    assert learn.retrain(small, tmp_path / "state", MADE_WITH, labelled()).promoted
    again = learn.retrain(small, tmp_path / "state", MADE_WITH, labelled())

    assert (again.promoted, again.reason) == (False, "no label is new since the last training")


def test_without_labels_there_is_nothing_to_learn(small: Classifier, tmp_path: Path) -> None:
    """No labels: no training."""
    assert learn.retrain(small, tmp_path / "state", MADE_WITH, []).promoted is False


def test_labels_that_make_it_worse_are_refused(small: Classifier, part: learn.Material, tmp_path: Path) -> None:
    """Every rejection labelled as none: the new model fails the frozen mail, is refused, the old one stays."""
    wrong = [(sample.words, False) for sample in part.written if sample.rejection]
    result = learn.retrain(small, tmp_path / "state", MADE_WITH, wrong)

    assert result.promoted is False
    assert "evaluation mail" in result.reason
    assert modelfile.current(tmp_path / "state" / "models") == ""


def test_rollback_goes_back_step_by_step(small: Classifier, tmp_path: Path) -> None:
    """From the learned model to the base model."""
    learn.retrain(small, tmp_path / "state", MADE_WITH, labelled())

    assert learn.rollback(tmp_path / "state") == "the base model"
    assert modelfile.current(tmp_path / "state" / "models") == ""


def test_better_is_decided_on_both_yardsticks() -> None:
    """No worse on the evaluation mail and no worse on the user's own labels; otherwise refused, naming the yardstick."""
    good, bad = figures(0.99, 0.95), figures(0.95, 0.95)

    assert Comparison(good, good, good, good).refused == ""
    assert "evaluation mail" in Comparison(good, bad, good, good).refused
    assert "your own labels" in Comparison(good, good, good, bad).refused


def test_training_is_deterministic(part: learn.Material) -> None:
    """Two trainings of the same material give the same probabilities."""
    text = words(parse(mail()))

    assert learn.train(part, []).probability(text) == learn.train(part, []).probability(text)


def test_a_model_that_does_not_fit_is_not_loaded(small: Classifier, tmp_path: Path) -> None:
    """Another corpus, a file open to others, a changed byte, a missing file: each is a ModelError that says so."""
    folder = tmp_path / "cache"
    with pytest.raises(ModelError, match="another corpus"):
        modelfile.load(folder, "base-part", {"corpus": "another"})
    path = folder / "base-part.joblib"
    path.chmod(0o620)
    with pytest.raises(ModelError, match="may be written by others"):
        modelfile.load(folder, "base-part", MADE_WITH)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match="damaged"):
        modelfile.load(folder, "base-part", MADE_WITH)
    with pytest.raises(ModelError, match="No such file"):
        modelfile.load(folder, "base-other", MADE_WITH)


def test_a_missing_model_is_trained_from_the_corpus(small: Classifier, tmp_path: Path) -> None:
    """`current` loads what is there and trains what is not; a learned model that does not fit gives way to the base."""
    modelfile.point(tmp_path / "state" / "models", "learned-gone")
    found = current.classifier(tmp_path / "cache", tmp_path / "state")

    assert found.name == current.base_name(current.fits())
