"""Whether a name is the whole of what an employer calls itself: Brennauer, or Brennauer Messtechnik. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from watcher.desks import DESK, INSTITUTION, is_companylike, is_title
from watcher.domains import HAN
from watcher.names import looks_like_person
from watcher.orgnames import LEGAL_WORD, is_body, without_legal
from watcher.phrases import PHRASES
from watcher.titles import GENERIC, names_a_job

_PARTS = re.compile(r"\s*[|·•/:;,!?()\[\]\"„“”«»]\s*|\s[-–—]\s|\.\s|\.$")
_FIRM = re.compile(
    r"firm\w{0,3}|fa\.?|company|unternehmen\w?|gesellschaft|société|entreprise|empresa|compañía|azienda|società|ditta|bedrijf|spółk\w+|företaget|virksomheden|selskapet|společnost\w?|"
    r"compani[ae]i?|компан\w+|фірм\w+|фирм\w+|εταιρ\w+|teams?|teamet|hos|please|dear|die|der|das|le|la|the|rektörlüğü|dekanlığı|genel|sede|sitz|standort",
    re.IGNORECASE,
)
_GENITIVES = frozenset({"sv", "da", "no"})
_INSIDE = frozenset("& + and und et y e of de du des del della di do da dos das och og i a".split())


def whole(name: str, display: str, signature: Sequence[str], running: Sequence[str], language: str) -> str:
    """The longest form that two places agree on, or that stands with its legal form in a signature; else the name.

    Empty if the name stands nowhere but beside another word that belongs to it, or only in a genitive.
    `running` are subject and text.
    """
    bare = without_legal(name)
    if HAN.search(bare):
        return name  # no space tells where it ends
    places = [(display,), tuple(signature), *((text,) for text in running)]
    seen = [
        {run for text in place for run in _runs(bare, text, language, running=number > 1)}
        for number, place in enumerate(places)
    ]
    agreed = Counter(run for runs in seen for run in runs)
    alone = bare in agreed
    longer = [
        run for run, n in agreed.items() if run != bare and (n > 1 or (not alone and _has_legal_form(run, signature)))
    ]
    if longer:
        return max(longer, key=len)
    if agreed and not alone:
        only = next(iter(agreed)) if len(agreed) == 1 else ""
        kind = only.endswith(f" {bare}") or is_companylike(only.removeprefix(bare))
        return only if kind and (seen[0] or seen[1]) else ""
    return "" if language in _GENITIVES and _is_genitive(bare, places) else name


def _has_legal_form(run: str, signature: Sequence[str]) -> bool:
    mentions = (re.search(rf"(?<!\w){re.escape(run)}[ ,]+(?=\S)", line) for line in signature)
    return any(mention and LEGAL_WORD.match(mention.string[mention.end() :]) for mention in mentions)


def _is_genitive(name: str, places: Iterable[Iterable[str]]) -> bool:
    """Whether a name in -s is one of the same name without: Tallbackens, which nothing follows that it could belong to."""
    return name.endswith("s") and any(
        re.search(rf"(?<!\w){re.escape(name[:-1])}(?!\w)", text) for place in places for text in place
    )


def _runs(name: str, text: str, language: str, *, running: bool) -> Iterator[str]:
    """Each mention with the words around that belong to it; without the one that a sentence begins with, too."""
    flat = " ".join(text.split())
    for mention in re.finditer(rf"(?<![\w&-]){re.escape(name)}(?!\w)", flat):
        before = _PARTS.split(DESK.sub(" ; ", flat[max(0, mention.start() - 100) : mention.start()]))[-1].split()
        left = _belonging(before[::-1], language)[::-1]
        tail = DESK.sub(" ; ", flat[mention.end() :][:100])
        ended = tail[:1] != " " or (
            " " in name and INSTITUTION.fullmatch(name.rsplit(maxsplit=1)[-1])
        )  # Akçapınar Üniversitesi
        right = [] if ended else _belonging(_PARTS.split(tail)[0].split(), language, bodies=True)
        if running and len(left) == len(before):
            yield " ".join((name, *right))
        run = " ".join((*left, name, *right))
        person = looks_like_person(run) and not (looks_like_person(name) or is_companylike(run))
        yield name if person else run


def _belonging(words: Sequence[str], language: str, *, bodies: bool = False) -> list[str]:
    """The words next to a name that are a part of it, from the nearest on."""
    stop = PHRASES.get(language, PHRASES["en"]).stop
    taken: list[str] = []
    for word in words:
        usual = _FIRM.fullmatch(word) or DESK.fullmatch(word) or GENERIC.fullmatch(word) or word.lower() in stop
        capital = word[:1].isupper() and not (
            usual or is_title(word) or names_a_job(word) or LEGAL_WORD.fullmatch(word)
        )
        if not (capital or (taken and word in _INSIDE) or (bodies and not taken and is_body(word))):
            break
        taken.append(word)
    while taken and taken[-1] in _INSIDE:
        taken.pop()
    return taken
