"""How right the letters are about people and facts, over the cases of tests/mails, as a table.

    python benchmarks/letters.py [--misses] [FOLDER …]

Every mail goes through what a visit does, without a server. What the expectations call a rejection is treated as one, so that
people and facts are measured apart from the classifier, whose own word is counted in rows of its own. Two names are the same
if they differ in case, in a legal form (GmbH, Ltd …) or in the shape of an apostrophe only; nothing else is forgiven.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests import cases
from tests.cases import Case, Seen
from tests.conftest import CACHE
from watcher import current, resources
from watcher.classifier import Band
from watcher.letter import Letters


def count(seen: Iterable[Seen]) -> Counter[str]:
    """What the rows are made of: `… used`, `… due` and `… right` for names, decisions and interviews."""
    found: Counter[str] = Counter()
    for one in seen:
        case = one.case
        found["cases"] += 1
        found["decision right"] += sorted(one.to) == sorted(case.to)
        found["false alarms"] += one.judged is Band.REJECTION and bool(one.to) and not case.rejection
        found["rejections"] += case.rejection
        found["recognised"] += case.rejection and one.judged is Band.REJECTION
        found["interviews"] += case.stage == "interviewed"
        found["interviews known"] += case.stage == "interviewed" and one.met
        found["thanks for nothing"] += case.stage == "applied" and one.met
        for what, got, due in cases.names(one):
            found[f"{what} used"] += bool(got)
            found[f"{what} due"] += bool(due)
            found[f"{what} right"] += bool(got) and cases.same(got, due)
    return found


def rows(found: Counter[str]) -> dict[str, str]:
    """The figures of one part in words."""
    lines = {"cases": str(found["cases"]), "whom to write to, right": _share(found, "decision right", "cases")}
    for what in ("greeting", "company", "role"):
        lines[f"{what}: precision"] = _share(found, f"{what} right", f"{what} used")
        lines[f"{what}: recall"] = _share(found, f"{what} right", f"{what} due")
    lines["interviews that took place, known"] = _share(found, "interviews known", "interviews")
    lines["**thanks for an interview that did not take place**"] = str(found["thanks for nothing"])
    lines["rejections that the classifier is sure of by itself"] = _share(found, "recognised", "rejections")
    lines["drafts for what is no rejection"] = str(found["false alarms"])
    return lines


def _share(found: Counter[str], part: str, whole: str) -> str:
    if not found[whole]:
        return "–"
    return f"{found[part] / found[whole]:.3f} ({found[part]} of {found[whole]})"


def parts(folders: list[Path]) -> dict[str, list[Case]]:
    """Each folder as a part; without any, tests/mails."""
    return {folder.name: list(cases.read(folder)) for folder in folders or [cases.MAILS]}


def main(*arguments: str) -> None:
    classifier, letters = current.base(CACHE, current.fits()), Letters(resources.templates())
    table: dict[str, dict[str, str]] = {}
    told: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, which in parts([Path(a) for a in arguments if a != "--misses"]).items():
            seen = [cases.look(case, classifier, letters, Path(folder, name)) for case in which]
            table[name] = rows(count(seen))
            told += [f"{one.case.name}: {what} {how}" for one in seen for what, how in cases.misses(one).items()]
    print("| |", " | ".join(table), "|\n| --- |" + " --- |" * len(table))
    for row in next(iter(table.values())):
        print(f"| {row} |", " | ".join(found[row] for found in table.values()), "|")
    if "--misses" in arguments:
        print("", *told, sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
