"""Every template, in every combination of facts, and its row in docs/letters.md."""

from __future__ import annotations

import re

import pytest

from tests.wordings import BODIES, DOCS, documented, renderings

# What cannot stand before a full stop or a comma, or twice in a row: a fact was left out and its preposition was not.
DANGLING = {
    "en": "at|to|for|with|of|the|from|and|as|on", "de": "bei|für|als|um|auf|zur|mit|von|der|die|das|und|im|den", "fr": "chez|de|pour|à|du|le|la|les|et|au|avec|en",
    "es": "en|de|para|con|el|la|del|y|al|por", "it": "presso|di|per|con|il|la|e|da|del", "nl": "voor|van|met|de|het|en|als|op", "pt": "na|de|para|com|o|a|da|do|e|em",
    "pl": "w|na|do|dla|i|z|o|ze|firmie", "sv": "på|för|som|med|och|till|hos|av", "da": "på|for|som|med|og|til|hos|af", "no": "på|for|som|med|og|til|hos|av", "tr": "ve|için|ile",
    "cs": "v|na|do|pro|a|s|o|ve|z|společnosti", "ro": "la|pentru|de|cu|și|din|postul", "uk": "в|у|на|до|для|і|та|з|про|компанії", "ru": "в|на|для|и|с|о|от|к|компании",
    "ja": "」|の、|のの", "zh": "在，|的，|的。|的的", "el": "στην|για|με|και|από|σε|τη|την|της|του|εταιρεία",
}  # fmt: skip


@pytest.mark.parametrize("template", BODIES)
def test_nothing_gapes(template: str) -> None:
    """No doubled space, no empty line too many, no space before a full stop, no word twice, no lonely quotes."""
    for text in renderings(template):
        assert not re.search(r"  |\n{3}| \n|\n | [,.](?:\s|$)|\(\)|„”|„“|«»|“”|「」|\"\"", text)
        assert not re.search(r"(?<!\w)([^\W\d_]{3,}) \1(?!\w)", text)


@pytest.mark.parametrize("template", BODIES)
def test_nothing_dangles(template: str) -> None:
    """No preposition or article ends a clause for want of the fact behind it; "what I had hoped for" may, with all facts too."""
    words = DANGLING[template.partition("/")[0]]
    last = re.compile(words if template.startswith(("ja/", "zh/")) else rf"(?<!\w)(?:{words})(?=\s*[.,;:](?:\s|$))")
    texts = [text.split("\n\n", 1)[1] for text in renderings(template)]
    for start in range(0, len(texts), 16):  # a name; then company by role by familiar form by interview
        for other in range(start, start + 16):
            whole = texts[start + 12 + (other - start) % 4]

            assert set(last.findall(texts[other])) <= set(last.findall(whole))


def test_the_table_in_the_documentation_is_fresh() -> None:
    """`python -m tests.wordings` writes it."""
    page = DOCS.read_text("utf-8")

    assert documented(page) == page
