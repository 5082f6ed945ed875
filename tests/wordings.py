"""Every template in every combination of present and absent facts. `python -m tests.wordings` writes the table into docs/letters.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from watcher.letter import Letters
from watcher.names import NAMELESS, Name
from watcher.resources import templates

DOCS = Path(__file__).resolve().parent.parent / "docs" / "letters.md"
BEGIN, END = "<!-- wordings: written by python -m tests.wordings -->", "<!-- end of wordings -->"
LETTERS = Letters(templates())
BODIES = tuple(name for name in LETTERS.names if "/_" not in name)
NAMES = (NAMELESS, Name("Julia", "Meyer", "Julia Meyer"))


def renderings(template: str) -> Iterator[str]:
    """The letter in all thirty-two combinations."""
    for name, company, role, informal, interviewed in product(
        NAMES, (None, "Helmwerk"), (None, "Data Engineer"), (False, True), (False, True)
    ):
        yield LETTERS.render(
            template,
            {"name": name, "company": company, "role": role, "informal": informal, "interviewed": interviewed, "me": "Alex", "signature": "Alex"},
        )  # fmt: skip


def table() -> str:
    """One row a template: how many different letters it makes, and how long the shortest and the longest are."""
    rows = ["| template | different letters | length | with all facts it begins |", "| --- | --: | --: | --- |"]
    for template in BODIES:
        texts = list(renderings(template))
        sizes = [_size(text, template) for text in texts]
        unit = "characters" if template.startswith(("ja/", "zh/")) else "words"
        opening = texts[-4].split("\n\n")[1]
        first = re.split(r"(?<=[.!?。！？])\s?", opening)[0].replace("|", "\\|")
        rows.append(f"| `{template.removesuffix('.txt.j2')}` | {len(set(texts))} | {min(sizes)}-{max(sizes)} {unit} | {first} |")  # fmt: skip
    return "\n".join(rows)


def _size(text: str, template: str) -> int:
    return len(re.sub(r"\s", "", text)) if template.startswith(("ja/", "zh/")) else len(text.split())


def documented(page: str) -> str:
    """The page with a fresh table between its marks, at the end if it has none yet."""
    block = f"{BEGIN}\n\n{table()}\n\n{END}"
    if BEGIN in page:
        return page[: page.index(BEGIN)] + block + page[page.index(END) + len(END) :]
    return f"{page.rstrip()}\n\n## All wordings\n\nEach is rendered with and without name, company, role, interview and familiar form: thirty-two letters, of which some are equal.\n\n{block}\n"


if __name__ == "__main__":
    DOCS.write_text(documented(DOCS.read_text("utf-8")), "utf-8")
