"""What a person is called: display names and signatures in the ways people write them. Gender is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from watcher.mail import Person
from watcher.text import unify

DESK = re.compile(
    r"\b(?:recruit\w*|talent\w*|careers?|jobs?|hiring|hr|human resources|people (?:team|ops|operations)|acquisition|team|"
    r"no-?reply|do not reply|notifications?|bewerb\w*|karriere|personal(?:abteilung|wesen)?|recrutement|candidatures?|"
    r"ressources humaines|rh|drh|emploi|carrières?|selecci[oó]n|empleo|recursos humanos|rrhh|talento|selezione|lavora|"
    r"risorse umane|vacatures?|werving|recrutamento|kariera|rekrutacja|rekrytering|rekruttering|kariyer|ik|nábor|"
    r"resurse umane|hakemus|support|info|service|system|mailer|office|admin\w*|department|abteilung|service|equipo|"
    r"équipe|zespół|採用|人事|招聘|кадр\w*|персонал\w*|відділ|отдел|committee|kommission|search|application\w*|desk)\b",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|mx|miss|dr|prof|professor|dipl|ing|mag|herr|frau|m|mme|mlle|madame|monsieur|sr|sra|srta|dott|dott\.ssa|"
    r"sig|sig\.ra|dhr|mevr|pan|pani|msc|phd|rer|nat|med|hc|h\.c|univ|doc|bc|mgr)\.?(?:[- ]|$))+",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "ten",
        "ter",
        "zu",
        "zum",
        "al",
        "el",
        "bin",
        "ibn",
        "y",
        "e",
        "af",
    ]
)
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЁЄІЇҐŠŽĆČĐ]"
_NAME_WORD = re.compile(rf"(?:{CAPITAL}[\w'’.\-]*|{'|'.join(_PARTICLES)})$")


@dataclass(frozen=True, slots=True)
class Name:
    """How a person may be greeted. Every part may be empty; `full` is in the order the person uses."""

    given: str
    family: str
    full: str


MAX_NAME = 80
NAMELESS = Name("", "", "")


def name_of(person: Person, text: str = "") -> Name:
    """How to greet this person: from the display name, else from the signature of a mail he or she wrote."""
    shown = _person_name(unify(person.name))
    if shown is NAMELESS and text:
        shown = next((n for n in map(_person_name, _signature_lines(text)) if n is not NAMELESS and n.family), NAMELESS)
    return shown


def _person_name(shown: str) -> Name:
    shown = re.sub(r"\(.*?\)|\[.*?\]|<.*?>", " ", shown).strip(" \"'")
    shown = re.split(r"\s(?:from|at|von|bei|chez|via|@|\||·|-)\s|\s*[|/]\s*", shown)[0]
    if "," in shown:
        family, _, given = shown.partition(",")
        shown = f"{given.split(',')[0].strip()} {family.strip()}"
    shown = _TITLES.sub("", " ".join(shown.split()))
    pieces = [_cased(piece) for piece in shown.split()]
    if (
        not 1 <= len(pieces) <= 5
        or len(shown) > MAX_NAME
        or DESK.search(shown)
        or not all(_NAME_WORD.match(p) for p in pieces)
        or re.search(r"[\d@&]", shown)
    ):
        return NAMELESS
    if len(pieces) == 1:
        return NAMELESS  # one word may be a company, a nickname or a family name
    start = next((n for n in range(1, len(pieces)) if pieces[n].lower() in _PARTICLES), len(pieces) - 1)
    return Name(given=" ".join(pieces[:start]), family=" ".join(pieces[start:]), full=" ".join(pieces))


def _cased(piece: str) -> str:
    """JULIA becomes Julia; McKay, O'Neil and van stay."""
    return "-".join(p.capitalize() for p in piece.split("-")) if piece.isupper() and len(piece) > 2 else piece


_FAREWELL = re.compile(
    r"^(?:(?:kind|best|warm|kindest|many|with)?\s*(?:regards|wishes|thanks)|sincerely|yours|cheers|all the best|best|warmly|take care|"
    r"(?:mit )?(?:freundlich\w*|herzlich\w*|beste\w*|viele\w*|liebe\w*|schöne\w*) grü(?:ß|ss)e\w*|cordialement|bien (?:à|cordialement).*|"
    r"sincères salutations|.*salutations.*|un saludo|saludos.*|atentamente|cordialmente|(?:un )?cordial saludo|"
    r"cordiali saluti|distinti saluti|met vriendelijke groet\w*|vriendelijke groet\w*|atenciosamente|z poważaniem|"
    r"vänliga hälsningar|med vänlig hälsning|med venlig hilsen|vennlig hilsen|saygılarımla|s pozdravem|cu stimă|"
    r"з повагою|с уважением|με εκτίμηση)\W*$",
    re.IGNORECASE,
)


def _signature_lines(text: str) -> Iterable[str]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for number in range(len(lines) - 1, -1, -1):
        if _FAREWELL.match(lines[number]):
            return lines[number + 1 : number + 2]
    return ()
