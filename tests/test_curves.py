"""watcher.curves: one page that needs nothing else."""

from __future__ import annotations

import sys
from array import array

import pytest

from watcher.classifier import Classifier, Head, Linear, Model, Thresholds
from watcher.curves import Judged, page
from watcher.errors import UserError

INDEX = {"regret": 1, "received": 2}
VIEW = Linear(array("f", [0.0, 1.0, 1.0]), (Head(array("f", [0.0, 9.0, -9.0]), 0.0),) * 2)
OLD = Classifier(Model(INDEX, VIEW, VIEW, (1.0, 0.0, 0.0, 0.0, 0.0), 0.0), Thresholds(draft=0.9, ask=0.4), "old")
NEW = Classifier(Model(INDEX, VIEW, VIEW, (2.0, 0.0, 0.0, 0.0, 0.0), 0.0), Thresholds(draft=0.9, ask=0.4), "new")


def judged(line: str, *, rejection: bool, kind: str = "plain", language: str = "en") -> Judged:
    return Judged(line, f"news\nsender\n{line}", rejection, kind, language)


MAILS = [
    judged("we regret", rejection=True),
    judged("we regret it <b>", rejection=False, kind="refusal"),
    judged("received", rejection=False, kind="receipt", language="de"),
]


def test_the_page_needs_nothing_else() -> None:
    """Curves are inside; no script, no stylesheet, no image is loaded from anywhere."""
    made = page("New and old", {"new": NEW, "old": OLD}, MAILS)

    assert made.count("<svg") == 2
    assert not any(word in made for word in ("<script", "<img", "<link", "@import"))


def test_the_page_shows_figures_of_each_model_and_the_errors_of_the_first() -> None:
    """Old beside new; the mail that was wrongly taken for a rejection, with its words; a sort of mail with its bands."""
    made = page("New and old", {"new": NEW, "old": OLD}, MAILS)

    assert "<td>new<td class=n>0.500<td class=n>1.000" in made
    assert "<td>old<td class=n>0.500<td class=n>1.000" in made
    assert "<td>other: refusal<td>regret<td>we regret it &lt;b&gt;" in made
    assert "<td>other: receipt<td class=n>1<td class=n>0<td class=n>0<td class=n>1" in made
    assert "<td>other: de<td class=n>1" in made


def test_mail_of_one_class_makes_no_curve() -> None:
    """A clear error instead of an empty page."""
    with pytest.raises(UserError, match="rejections and mails that are not"):
        page("x", {"new": NEW}, MAILS[:1])


def test_without_matplotlib_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)

    with pytest.raises(UserError, match="matplotlib") as failed:
        page("x", {"new": NEW}, MAILS)
    assert "[report]" in failed.value.hint
