"""What a person is called: display names and signatures, as far as something proves them a person's. Gender is never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from watcher import domains
from watcher.desks import COMPANYLIKE, INSTITUTION
from watcher.domains import sounds, spelled, squeezed
from watcher.mail import Person
from watcher.nameforms import HAN, MAX_NAME, NAMELESS, PARTICLES, TITLES, Name, has_given, is_own_name, person_name
from watcher.signatures import Signature, signature, signed, written
from watcher.text import unify

__all__ = ["MAX_NAME", "NAMELESS", "Name", "is_own_name", "looks_like_person", "name_of", "signed"]

_AT = frozenset(
    """
    at with join joining bei beim zu zum zur für chez presso bij hos vid på w we u ve la în у в на στην στον στη στο do en na no
    to for för til till per para pour pentru voor dla pro για από för avec mit met con com med s z z
    """.split()
)


def name_of(person: Person, text: str = "") -> Name:
    """How to greet this person: from the display name, else from the signature of a mail he or she wrote.

    Two capitalised words are a company's or an office's as often as a person's. Something has to prove the person: a
    given name that many bear, the address, or how the letter is signed.
    """
    shown, found = person_name(unify(person.name), person), signature(text)
    below = _signer(found, person, text)
    if len(shown.full) < 4 and HAN.fullmatch(shown.full) and re.search("[\u3041-\u30ff]", text):
        shown = NAMELESS  # 高橋 in a Japanese mail is a family name alone
    if shown is NAMELESS or _is_first_name_and_firm(shown, below, person, text):
        return below
    above_firm = _stands_above_company(shown, person, text)
    return shown if above_firm or _is_this_person(shown, person, found, text) else below


def looks_like_person(shown: str) -> bool:
    """Whether a display name has the form of a person's: given and family name, no desk, no company."""
    return person_name(shown, None) is not NAMELESS


def _signer(found: Signature, person: Person, text: str) -> Name:
    """Who signs, if something besides the place proves that it is a person."""
    name = found.name
    if name is NAMELESS:
        return _above_family_firm(person, text)
    proven = found.vouched or has_given(name) or _is_addressed(name, person, text)
    firm = _is_the_domain(name, person) and not _has_family_firm(name, person, text)
    return NAMELESS if firm or not proven or _is_mentioned(name, text, person) else name


def _is_this_person(name: Name, person: Person, below: Signature, text: str) -> bool:
    """Whether address, signature or given name prove the person, and neither the domain nor the text the company."""
    signs = below.vouched and squeezed(below.name.full) == squeezed(name.full)
    addressed = _is_addressed(name, person, text)
    likely = has_given(name) or _is_titled(person.name) or _is_initialled(name)
    if not (
        signs
        or addressed
        or (
            likely
            and (
                HAN.match(name.full)
                or not _is_office(person)
                or _is_short_for(person.local, name)
                or _stands_below(name, text)
            )
        )
    ):
        return False  # Vasile Alecsandri <secretariat@> is a school until somebody of that name signs
    if _is_mentioned(name, text, person):
        return False
    return signs or addressed or not (_is_the_domain(name, person) or COMPANYLIKE.search(name.full))


def _is_office(person: Person) -> bool:
    """Whether an address is made of words, and so a desk's of a house that may be named after somebody: kontor@nbgym."""
    return len(person.local) > 2 and bool(re.fullmatch(r"[^\W\d_]+(?:[._-][^\W\d_]+)*", person.local))


def _is_short_for(local: str, name: Name) -> bool:
    """rafa@ of a Rafael."""
    return len(local) > 2 and squeezed(name.given).startswith(squeezed(local))


def _is_titled(shown: str) -> bool:
    """Whether a display name has what only people have: Dr. before it, or the family name before a comma."""
    return bool(TITLES.match(shown)) or bool(re.fullmatch(r"[^\W\d_][^,]{1,30},\s[^\W\d_]\w+", shown))


def _is_initialled(name: Name) -> bool:
    return bool(re.fullmatch(r"[^\W\d_]\.", name.given))


def _is_addressed(name: Name, person: Person, text: str) -> bool:
    """Whether the address is this person's: j.meyer@, or julia@ if the name is common or a Julia signs."""
    if not _relates(name, person.local):
        return False
    if has_given(name):
        return True
    house = squeezed(person.local) in domains.owners([person.domain])
    if house or COMPANYLIKE.search(name.full) or domains.is_nobodys(person.domain):
        return False  # dulcevis@dulcevis.example, nordre.skole@, or blumen.schmidt@ of a free mail provider
    only = re.sub(r"\d", "", squeezed(person.local))  # ward7@ is no more than ward@
    if not any(only in spelled(word) for word in name.full.split()):
        return _is_composed(name, only)
    first = squeezed(name.given.split()[0])
    alone = any(squeezed(line) == first for line in text.split("\n")[-12:])
    return alone and first == only if text else not _is_the_domain(name, person)


def _is_composed(name: Name, local: str) -> bool:
    """Whether an address is one name with the beginning of another before or behind it: jmeyer, meyer.julia, kahhoe.tan."""
    words = name.full.split()
    ways = {way for word in (*words, *map("".join, pairwise(words))) for way in spelled(word)}
    initials = "".join(squeezed(word)[:1] for word in words)
    cut = {(way, rest) for way in ways if len(way) > 2 for rest in (local.removeprefix(way), local.removesuffix(way))}
    return local == initials or any(
        rest and rest != local and way != other and (other.startswith(rest) or initials.startswith(rest))
        for way, rest in cut
        for other in ways
    )


def _is_mentioned(name: Name, text: str, person: Person) -> bool:
    """Whether the text speaks of a name as of an employer: "your application to Blue Harbor", "the team at Ernst Klein"."""
    known = has_given(name)
    if known and is_own_name(name.full, person):
        return False
    flat = " ".join(text.split("\n"))
    for found in re.finditer(rf"(?<!\w){re.escape(name.full)}(?!\w)", flat):
        before = flat[: found.start()].rstrip()
        if not before or before[-1] in ".:!?。！？,|*_-–—)" or TITLES.match(f"{before.split()[-1]} "):
            continue
        last = before.split()[-1].lower()
        if INSTITUTION.search(before.split()[-1]) or re.search(r"\b[A-Z]{3,4}$", before):
            return True  # IES María Moliner, Liceul Vasile Alecsandri
        if last in _AT or (not known and last.isalpha() and last[0].islower() and _runs_on(text, name, last)):
            return True
    return False


def _runs_on(text: str, name: Name, last: str) -> bool:
    """Whether the word before a name stands in the same line, and does not end a farewell or a title."""
    return bool(re.search(rf"(?<!\w){re.escape(last)} {re.escape(name.full)}(?!\w)", text, re.IGNORECASE))


def _is_first_name_and_firm(name: Name, below: Name, person: Person, text: str) -> bool:
    """Loïc de Vrombio, who signs as Loïc Trégastel: "from Vrombio". The signature, the domain or the text tell."""
    if below is not NAMELESS and below.given.split()[0] == name.given.split()[0]:
        return not _rest(below) & _rest(name)
    particle, _, rest = name.family.partition(" ")
    if particle.lower() not in PARTICLES or not rest or _relates(Name("", rest, rest), person.local):
        return False
    owners = domains.owners([person.domain])
    elsewhere = re.search(
        rf"(?<!\w)(?!{particle} )(?:[^\W\d_]+|[.,!:]) {re.escape(rest)}(?!\w)", text.replace("\n", " ")
    )
    told = elsewhere and not elsewhere[0].startswith(particle)
    return bool(told) or any(way in owners for way in spelled(rest))


def _rest(name: Name) -> set[str]:
    """All but the first given name, without particles."""
    words = re.split(r"[ -]", name.full)[1:]
    return {squeezed(word) for word in words if word.lower() not in PARTICLES}


def _stands_below(name: Name, text: str) -> bool:
    """Whether one of the last lines is the name or the given name: direccion@ is also a word of the Dirección Académica."""
    last = [line.strip(" ,.-*") for line in text.split("\n") if line.strip()][-8:]
    first = name.given.split()[0]
    return any(line == first or line.startswith(name.full) for line in last)


def _stands_above_company(name: Name, person: Person, text: str) -> bool:
    """Whether a display name signs, alone on its line, and what the domain spells stands on the next: Bruno Delorme, Menuiserie Delorme."""
    last = [line.strip(" ,.-*") for line in text.split("\n") if line.strip()][-6:]
    owners = domains.owners([person.domain])
    below = [_without_form(b) for a, b in pairwise(last) if a == name.full]
    return not COMPANYLIKE.search(name.full) and any(
        name.given not in firm
        and not set(firm.split()) <= set(name.full.split())  # Menuiserie Delorme above Delorme SARL
        and any(way in owners for way in spelled(firm))
        for firm in below
    )


def _has_family_firm(name: Name, person: Person, text: str) -> bool:
    """Whether a mailbox or the last lines name a firm after the signer: Korbinian Obermaier of the Tischlerei Obermaier.

    The firm is spelled out by the domain, bears the family name at its end and a trade instead of the given name.
    """
    last = [line.strip(" ,.-*").split(",")[0] for line in text.split("\n") if line.strip()][-5:]
    owners = domains.owners([person.domain])
    firms = [_without_form(firm) for firm in (unify(person.name), *last)]
    return any(
        len(firm.split()) > 1
        and firm.split()[-1] == name.family
        and not set(name.given.split()) & set(firm.split())
        and COMPANYLIKE.search(firm.split()[0])
        and any(way in owners for way in spelled(firm))
        for firm in firms
    )


def _above_family_firm(person: Person, text: str) -> Name:
    """Whoever signs without a farewell right above the firm that is called after him or her."""
    last = [line.strip(" ,.-*") for line in text.split("\n") if line.strip()][-4:]
    above = (written(line) for line, firm in pairwise(last) if COMPANYLIKE.search(firm))
    return next((name for name in above if name is not NAMELESS and _has_family_firm(name, person, text)), NAMELESS)


def _without_form(firm: str) -> str:
    """A firm without the short word or letters behind it: Delorme SARL, Quiroga S.L."""
    return re.sub(r"(?: [^\W\d_.]{2,4}| (?:\w\.){2,4})$", "", firm)


def _is_the_domain(name: Name, person: Person) -> bool:
    labels = [squeezed(label) for label in person.domain.split(".")[:-1]]
    own = [
        word
        for word in name.full.split()
        if len(word) > 3 and any(way in label for way in spelled(word) for label in labels)
    ]
    if has_given(name) and not any(word in own for word in name.given.split()) and not COMPANYLIKE.search(name.full):
        return False  # Roberta Falco of falcoarredi.example: a firm is called after its owner
    return (len(own) > 1 and len(own) >= len(name.full.split()) - 1 and not _relates(name, person.local, but=own)) or (
        bool(own) and not _relates(name, person.local)
    )


def _relates(name: Name, local: str, but: Sequence[str] = ()) -> bool:
    parts = [p for p in re.split(r"[ .'-]", name.full) if len(p) > 2 and p not in but]
    pieces = {sounds(way) for p in parts for way in spelled(p) if not way.startswith("~")}
    if but and local == squeezed(name.full.split()[0]):
        return False  # statek@dolnilhota.example is the Statek Dolní Lhota, not one of its people
    said = sounds(squeezed(local))
    initials = "".join(sounds(squeezed(word))[:1] for word in name.full.split())
    return (
        any(len(p) > 2 and p in said for p in pieces)
        or any(squeezed(p) == local.lower() for p in parts)
        or (1 < len(said) == len(initials) and said == initials)
    )
