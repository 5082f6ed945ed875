"""Who signs a letter: the name under the last farewell, under a desk, or between the last sentence and a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from watcher.desks import COMPANYLIKE, DESK, is_title
from watcher.farewells import FAREWELL, FOR_OTHERS, OFFICE, ON_BEHALF
from watcher.givennames import is_given
from watcher.nameforms import DEGREE, HAN, NAMELESS, SURNAMES, TITLES, Name, east_asian, has_given, person_name

NEAR = 6  # lines below a farewell, or at the end of a letter without one
_SIGNED = re.compile(r"(?:fdo|firmado|gez|sgd|signed|signé|assinado|podpis(?:ano)?|υπογραφή|подпись|підпис|/s/|/-/)[.:]*\s*", re.IGNORECASE)  # fmt: skip
_HARD = re.compile(r"[\d@]|https?:|www\.|:$")
_HEADS = re.compile(  # of whole companies: they stand below a team's signature without having signed
    r"geschäftsführ|vorstand|chief executive|managing director|\bceo\b|directeur général|director general|amministratore|jednatel|prezes|verkställande|daglig leder|генеральн",
    re.IGNORECASE,
)
_DESK_END = re.compile(r"(?:[部課室係处處科组]|公司|中心|学校|大学|出版社|事务所|集团|会社|編集部|编辑部)$")


@dataclass(frozen=True, slots=True)
class Signature:
    """A name in the place of a signature; `vouched` is whether what stands around it is what people put there."""

    name: Name = NAMELESS
    vouched: bool = False


def signed(text: str) -> Name:
    """The name in the place of a signature, whatever it may be the name of."""
    return signature(text).name


def signature(text: str) -> Signature:
    """The name under the last farewell: its first line, or a later one that is surely a person's; else the one that
    stands between the last sentence and a title."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for number in range(len(lines) - 1, -1, -1):
        if (same_line := _behind_farewell(lines[number])) is not NAMELESS:
            return Signature(same_line)
        if _bids_farewell(lines, number):
            return _signer(list(_under(lines[number + 1 : number + NEAR])))
    desk = _below_desk(lines[-8:])
    return Signature(desk, vouched=True) if desk is not NAMELESS else _closing(lines)


def _bids_farewell(lines: Sequence[str], number: int) -> bool:
    """Whether a farewell ends with this line; French ones are often wrapped."""
    line = lines[number]
    if FAREWELL.match(line):
        return True
    before = lines[number - 1] if number else ""
    wrapped = len(before) > 40 and not FAREWELL.match(before) and written(line) is NAMELESS
    return wrapped and bool(FAREWELL.match(f"{before} {line}"))


def _behind_farewell(line: str) -> Name:
    """ "Kind regards, Julia Meyer" on one line."""
    head, _, rest = line.partition(",")
    return written(rest.strip()) if rest.strip() and len(line) < 70 and FAREWELL.match(head) else NAMELESS


def _below_desk(lines: Sequence[str]) -> Name:
    """「総務部人事課」 and on the next line 「山本 由美」: how Japanese offices sign without a farewell."""
    for above, below in pairwise(lines):
        if re.match(r"\S*[部課室]\s+\S", below) and (name := _after_desk(below)) is not NAMELESS and " " in name.full:
            return name
        if re.search(r"[部課室係处處]$", above) and re.fullmatch(
            rf"[\u4e00-\u9fff]{{1,3}}\s[\u3040-\u9fff]{{1,3}}(?<![部課室係])|[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{1,2}}(?<![部課室係处處组])",
            below,
        ):
            return _after_desk(below)
    return NAMELESS


def _under(lines: list[str]) -> Iterator[str]:
    for line in lines:
        bare = ON_BEHALF.sub("", line).strip() if ON_BEHALF.match(line) else line
        bare = _SIGNED.sub("", bare) if _SIGNED.match(bare) else bare
        if len(ON_BEHALF.findall(f" {line}")) > 1:
            return  # two sign side by side
        if bare and not re.fullmatch(r"[-_=*~ ]+", bare):
            yield re.split(r"\s*[|·•]\s*|\s[-–—]\s|\s{2,}", bare)[0]


def _signer(lines: list[str]) -> Signature:
    if not lines:
        return Signature()
    if (first := written(lines[0])) is not NAMELESS:
        vouched = _vouched(lines[0], lines[1:2])
        below_it = NAMELESS if vouched or has_given(first) else _further_down(lines)  # Pel'A Direção, and then a name
        return Signature(first, vouched) if below_it is NAMELESS else Signature(below_it)
    if len(lines) > 1 and _is_above_signer(lines[0]):
        below = _signer(lines[1:])
        return Signature(below.name, vouched=True)
    alone = lines[0].strip(" ,.")
    later = next((n for n in map(written, lines[1:4]) if n is not NAMELESS), NAMELESS)
    if len(alone.split()) == 1 and alone[:1].isupper() and later.given.split(" ")[0] == alone:
        return Signature(later, vouched=True)
    desk = next((n for n in map(_after_desk, lines[:3]) if n is not NAMELESS), NAMELESS)
    return Signature(desk, vouched=True) if desk is not NAMELESS else Signature(_further_down(lines))


def _further_down(lines: Sequence[str]) -> Name:
    """A known given name on the second or third line, with nothing but a function or a team above it."""
    for number, line in enumerate(lines[:3]):
        if _HARD.search(line):
            return NAMELESS
        name = written(line) if number else NAMELESS
        if number and DESK.search(lines[number - 1]) and _HEADS.search(" ".join(lines[number + 1 : number + 2])):
            return NAMELESS
        if name is not NAMELESS and has_given(name):
            return name
    return NAMELESS


def _vouched(line: str, below: Sequence[str]) -> bool:
    """Whether a title stands before or behind a name, or below it."""
    head, _, rest = line.partition(",")
    told = bool(TITLES.match(head)) or bool(rest and (is_title(rest) or DEGREE.fullmatch(rest.strip())))
    return told or any(is_title(title) and len(title) < 60 and not _is_office(title) for title in below)


def _is_office(line: str) -> bool:
    return bool(re.search(r"\b(?:office|team|department|abteilung|kontor|büro|bureau|oficina|ufficio)\W*$", line, re.IGNORECASE))  # fmt: skip


def _closing(lines: Sequence[str]) -> Signature:
    """Who signs without a farewell: a name alone on a line between the last sentence and a title, a firm or nothing."""
    for number in range(len(lines) - 1, max(0, len(lines) - NEAR - 1), -1):
        line, below = next(_under([lines[number]]), ""), lines[number + 1 : number + 2]
        name = written(line)
        if name is NAMELESS or not _ends_sentence(lines, number - 1):
            continue
        vouched = _vouched(line, below)
        if HAN.fullmatch(name.family):
            if any(_DESK_END.search(desk) for desk in below):
                return Signature(name, vouched=True)
        elif vouched or has_given(name):
            return Signature(name, vouched)
    return Signature()


def _ends_sentence(lines: Sequence[str], number: int) -> bool:
    """Whether the letter's text ends with this line, or with the one before a function that somebody signs in."""
    if re.fullmatch(r"[-_=*~ ]+", lines[number]):
        return True
    if re.search(r"[.!?。！？…:;)]\W*$|[,]$", lines[number]) and not re.search(r":$", lines[number]):
        return True
    if number > 0 and len(lines[number].split()) == 1 and lines[number + 1].startswith(lines[number].strip(" ,.")):
        return True  # Darnell, and below it Darnell Whitcombe
    return number > 0 and _is_above_signer(lines[number]) and _ends_sentence(lines, number - 1)


def _is_above_signer(line: str) -> bool:
    """Whether a line tells for whom or as what somebody signs on the next: "namens de commissie,", "La Dirigente scolastica"."""
    return bool(
        ON_BEHALF.match(line)
        or (FOR_OTHERS.fullmatch(line) and DESK.search(line))
        or (OFFICE.match(line) and is_title(line))
    )


def written(line: str) -> Name:
    """A name in a signature: "Julia Meyer", "Julia Meyer, HR Manager", never a title or a company."""
    head, _, rest = line.strip(" ,").partition(",")
    if rest and is_title(head) and len(head.split()) == 1:
        return written(rest.strip())  # "Director, prof. Mioara Stan"
    if rest and (is_title(rest) or DESK.search(rest) or DEGREE.fullmatch(rest.strip()) or _is_persons(head)):
        line = head
    line = line.strip(" ,*_")
    if FAREWELL.match(head.strip()):
        return NAMELESS  # "Groetjes, Daan"
    if is_title(line) or COMPANYLIKE.search(line) or not re.fullmatch(r"[^.!?。！？]*(?:\.[^.!?]*){0,4}", line):
        return NAMELESS
    return person_name(line, None)


def _is_persons(head: str) -> bool:
    """Whether what stands before a comma is a given and a family name: whatever stands behind it is what he or she does."""
    words = TITLES.sub("", head).split()
    return len(words) > 1 and is_given(words[0])


def _after_desk(line: str) -> Name:
    """「人事部 佐藤 美咲」: East Asian signatures put the desk on the same line."""
    words = re.sub(r"^\S*(?:部|課|室|科|組|担当|チーム|处|组)[\s:：]+", "", line).split()
    return (
        east_asian(words)
        if words and all(HAN.fullmatch(w) for w in words) and not DESK.search(line.rsplit(maxsplit=1)[-1])
        else NAMELESS
    )
