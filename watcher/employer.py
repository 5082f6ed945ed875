"""The employer that an application went to, as its own mail writes it.

A name is read in several places: the display name, phrases in subject and text ("your application to …"), the signature,
a legal form, and any run of words that the sender's domain spells. It is sure when two places agree on it. Where the
language inflects names, one of the two must be a place where names stand uninflected.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from watcher import wholes
from watcher.desks import COMPANYLIKE, DESK, INSTITUTION, TOWN, is_companylike
from watcher.domains import HAN, squeezed
from watcher.mail import Mail
from watcher.mentions import DISPLAY, DOMAIN, SIGNATURE, SUBJECT, TEXT, Reading, Source
from watcher.names import is_own_name, looks_like_person, name_of, signed
from watcher.orgnames import LEGAL_WORD, key, runs, tidy, without_legal

__all__ = ["DISPLAY", "DOMAIN", "SIGNATURE", "SUBJECT", "TEXT", "Found", "read"]

_NEVER = re.compile(
    r"(?:the|our|your|this|that|we|i|you|us|dear|hello|hi|please|thank\w*|unfortunately|kind|best|team|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|montag|dienstag|mittwoch|donnerstag|freitag|"
    r"lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|sie|ihre?\w*|wir|uns\w*|der|die|das|ihnen|vous|nous|votre|notre|usted|nosotros|nuestr\w*|"
    r"stelle|position|bewerbung|re|fwd|application|candidature|candidatura|sollicitatie|ansökan|ansøgning|søknad|başvuru\w*|aplikacja|interview|"
    r"update|career\w*|job\w*|hr|indeed|linkedin|stepstone|xing|glassdoor|infojobs|monster|workday|greenhouse|lever|smartrecruiters|personio|"
    r"teamtailor|recruitee|ashby|taleo|successfactors|icims|bamboohr|jobvite|softgarden|join|workable|breezy|calendly|zoom|teams|"
    r"berlin|london|paris|madrid|roma|milano|amsterdam|lisboa|warszawa|stockholm|københavn|oslo|istanbul|praha|bucurești|kyiv|europe|europa)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Evidence:
    readings: list[Reading] = field(default_factory=list)

    @property
    def places(self) -> list[str]:
        return sorted({reading.place for reading in self.readings})


@dataclass(frozen=True, slots=True)
class Found:
    """An employer and where it was read; or none, and why."""

    value: str = ""
    where: str = ""
    doubt: str = ""


def read(mail: Mail, text: str, language: str, role: str = "") -> Found:
    """The employer, if two places of the mail agree on it and nothing contradicts them."""
    source = Source.of(mail, text, language)
    person = name_of(mail.sender, text).full if mail.sender else ""
    if mail.sender and not person and looks_like_person(source.display) and not source.owns(source.display):
        alone = squeezed(mail.sender.local) in map(squeezed, source.display.split())
        person = source.display if alone and not is_companylike(source.display) else ""
    under = signed(text).full
    if under and squeezed(under) != squeezed(person) and any(map(source.owns, runs(source.display))):
        person = "" if source.owns(under) else under  # Beatrice di Portolana, who signs Beatrice Lo Cascio
    if source.is_of_itself():
        person = ""
    person = person or ("" if source.owns(under) else under)
    if mail.sender and INSTITUTION.search(source.display):
        person = source.display if is_own_name(source.display, mail.sender) else ""
    evidence: dict[str, _Evidence] = {}
    for reading in source.readings():
        name = tidy(reading.name)
        # a founder may be called like the company, and a company like a founder
        announced = reading.cue and (source.owns(name) or source.has_team_of(name) or source.is_applied_to(name))
        spelled = len(name) > 9 and source.owns(name)  # Fjordsykehuset is one word and yet a name
        if name and _possible(name, "" if announced else person, role, spelled=spelled):
            evidence.setdefault(key(name), _Evidence()).readings.append(replace(reading, name=name))
    for found in list(evidence.values()):
        found.readings += list(source.witnesses(found.readings[0].name))
    passing = tuple(e.readings[0].name for e in evidence.values() if source.passes_on(e.readings[0].name))
    evidence = {k: e for k, e in evidence.items() if not e.readings[0].name.startswith(passing or ("\0",))}
    _join_cases(evidence)
    _drop_parts(evidence, source.said, source.owns)
    sure = {k: e for k, e in evidence.items() if _is_sure(e) or _sends_as_itself(e, source.display)}
    best = _best(sure)
    if best is None:
        return Found(doubt=_doubt(evidence, sure))
    name = source.as_written({r.name for r in best.readings if r.place != DOMAIN})
    entire = wholes.whole(name, source.display, source.signature, (source.subject, source.body), language)
    if not entire:
        return Found(doubt=f"«{name}» is only a part of a name")
    return Found(entire, " and ".join(best.places))


def _is_sure(evidence: _Evidence) -> bool:
    """Two places, one of them uninflected, and more than that somebody signs with it."""
    said = (
        _is_body(evidence)
        or _has_teams(evidence)
        or any(
            r.cue
            or r.place == DOMAIN
            or LEGAL_WORD.search(r.name)
            or (r.desk and HAN.search(r.name))
            or TOWN.fullmatch(r.name.split()[0])
            for r in evidence.readings
        )
    )
    return len(evidence.places) > 1 and said and any(r.plain for r in evidence.readings)


def _sends_as_itself(evidence: _Evidence, display: str) -> bool:
    """Whether a display name is nothing but a company's, which two more places mention: Vettore Assicurazioni."""
    name = evidence.readings[0].name
    team = any(r.place == SIGNATURE and r.desk for r in evidence.readings)
    if HAN.search(name) and display == name and len(name) > 3:  # 海岚设计, longer than people are called
        return len(evidence.places) > 2
    return key(display) == key(name) and len(evidence.places) > 2 and " " in name and (is_companylike(name) or team)


def _is_body(evidence: _Evidence) -> bool:
    """Whether a hospital, a university, a town says who it is, or a company with its East Asian legal form."""
    return any(
        r.place in {DISPLAY, SIGNATURE}
        and ((INSTITUTION.search(r.name) and (" " in r.name or HAN.search(r.name))) or _HAN_LEGAL.search(r.name))
        for r in evidence.readings
    )


def _has_teams(evidence: _Evidence) -> bool:
    """Whether its team both sends and signs under its name: not for «HR Hamburg», which may be a place."""
    teams = {r.place for r in evidence.readings if r.desk}
    again = len(evidence.places) > 2 and is_companylike(evidence.readings[0].name)
    return teams >= {DISPLAY, SIGNATURE} and (again or any(r.leads for r in evidence.readings if r.place == DISPLAY))


def _best(sure: dict[str, _Evidence]) -> _Evidence | None:
    """The one that phrases about the application name; of several such, none."""
    ranked = sorted(sure.values(), key=_rank, reverse=True)
    if len(ranked) > 1 and _rank(ranked[0]) == _rank(ranked[1]):
        return None
    return ranked[0] if ranked else None


def _rank(evidence: _Evidence) -> tuple[bool, bool, int]:
    return any(r.cue for r in evidence.readings), DOMAIN in evidence.places, len(evidence.places)


def _doubt(evidence: dict[str, _Evidence], sure: dict[str, _Evidence]) -> str:
    if sure:
        return "the mail names several: " + ", ".join(f"«{e.readings[0].name}»" for e in list(sure.values())[:3])
    first = next(iter(evidence.values()), None)
    return f"«{first.readings[0].name}» stands only in the {first.places[0]}" if first else "the mail names none"


def _drop_parts(evidence: dict[str, _Evidence], said: str, owns: Callable[[str], bool]) -> None:
    """Of two names one of which holds the other: the longer if the mail never writes the shorter alone, else the shorter."""
    for short in sorted(evidence, key=len):
        for long in sorted(evidence, key=len, reverse=True):
            if short not in evidence or long not in evidence or not _within(evidence[short], evidence[long]):
                continue
            together = _count(evidence[long], said)
            alone = _count(evidence[short], said) - together
            named = evidence[long].readings[0].name
            if (
                INSTITUTION.search(named)
                and not INSTITUTION.search(evidence[short].readings[0].name)
                and _ends_with(evidence[long], evidence[short])
            ):
                del evidence[short]  # the town of a hospital
                continue
            longer = len(evidence[long].places) > 1 and (
                alone < together or (alone == together and (is_companylike(named.split()[0]) or owns(named)))
            )
            short_name = evidence[short].readings[0].name
            keep, drop = (long, short) if longer else (short, long)
            evidence[keep].readings += [
                replace(r, name=evidence[keep].readings[0].name, plain=r.plain and not longer)
                for r in evidence[drop].readings
                if longer or r.place != DOMAIN or owns(short_name)
            ]
            del evidence[drop]


def _join_cases(evidence: dict[str, _Evidence]) -> None:
    """What stands announced but inflected speaks for the same name in the nominative: Lipensoftu for Lipensoft."""
    inflected = [
        k for k, e in evidence.items() if not any(r.plain for r in e.readings) and any(r.cue for r in e.readings)
    ]
    for other in inflected:
        own = [e for k, e in evidence.items() if k not in inflected and _is_case_of(evidence[other], e)]
        if len(own) == 1:
            readings = evidence.pop(other).readings
            own[0].readings += [
                replace(r, name=own[0].readings[0].name, plain=False) for r in readings if r.place != DOMAIN
            ]


def _is_case_of(inflected: _Evidence, plain: _Evidence) -> bool:
    """Whether two names differ in the endings of their words only, and the second is no person's."""
    first, second = (without_legal(e.readings[0].name) for e in (inflected, plain))
    words = list(zip(first.split(), second.split(), strict=False))
    person = looks_like_person(second) and not (is_companylike(second) or INSTITUTION.search(second))
    return (
        len(first.split()) == len(second.split())
        and not person
        and all(_same_stem(a, b) for a, b in words)
        and len(second) > 4
    )


def _same_stem(inflected: str, plain: str) -> bool:
    shared = next(
        (n for n, (a, b) in enumerate(zip(inflected, plain, strict=False)) if a != b), min(len(inflected), len(plain))
    )
    return inflected == plain or (shared > 3 and shared >= max(len(inflected), len(plain)) - 3)


def _ends_with(long: _Evidence, short: _Evidence) -> bool:
    return long.readings[0].name.endswith(f" {short.readings[0].name}")


def _within(short: _Evidence, long: _Evidence) -> bool:
    a, b = (e.readings[0].name for e in (short, long))
    a, b = (a, b) if HAN.search(b) else (without_legal(a), without_legal(b))
    return a != b and re.search(_mention(a), b, re.IGNORECASE) is not None


def _count(evidence: _Evidence, said: str) -> int:
    name = evidence.readings[0].name
    return len(re.findall(_mention(name if HAN.search(name) else without_legal(name)), said, re.IGNORECASE))


def _mention(name: str) -> str:
    """A pattern for a name as a whole, or as a part of a text that puts no spaces between words."""
    return re.escape(name) if _HAN_LEGAL.search(name) else rf"(?<!\w){re.escape(name)}(?!\w)"


def _possible(name: str, person: str, role: str, *, spelled: bool) -> bool:
    first = name.split(maxsplit=1)[0]
    if len(name) < 3 and HAN.search(name):
        return False
    if _NEVER.fullmatch(name) or (_NEVER.fullmatch(first) and len(name.split()) < 3 and not LEGAL_WORD.search(name)):
        return False
    if (
        role
        and not INSTITUTION.search(name)
        and not _HAN_LEGAL.search(name)
        and (key(name) in squeezed(role) or (squeezed(role) and squeezed(role) in key(name)))
    ):
        return False
    if (person and (key(name) in squeezed(person) or squeezed(person) in key(name))) or _TITLED.match(name):
        return False
    vague = all(_VAGUE.fullmatch(word) or COMPANYLIKE.fullmatch(word) for word in name.split())  # "the Collegio"
    return (spelled or not vague) and not DESK.fullmatch(name) and len(key(name)) > 1


_HAN_LEGAL = re.compile(r"^(?:株式|有限|合同)会社|(?:会社|公司)$|^(?:医療|学校|社会福祉)法人")
_TITLED = re.compile(
    r"(?:dr|prof|mr|mrs|ms|herr|frau|mme|pan|pani|familie|family|famille|famiglia|familia|família)\b", re.IGNORECASE
)
_VAGUE = re.compile(
    r"junta|freguesia|services?|care|coordination|cent(?:er|re)|operations|global|office|group|management|graduates?|campus|early|experienced|people|culture|customers?|candidates?|emea|central|corporate|"
    r"dezernat|amtsleitung|zentrale|redaktion|rektorat|verwaltung|sekretariat|leitung|business|global|tech|technical|marketing|sales|student\w*|internal|external|online|digital|"
    r"employer|brand|branding|europe|international|the|and|&|und|for|of|im|auftrag|vacancy|company|emerging|ihr|ihre|mit|best|with|warm",
    re.IGNORECASE,
)
