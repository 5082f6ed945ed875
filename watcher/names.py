"""What a person is called: display names and signatures in the ways people write them. Gender is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from watcher import domains
from watcher.desks import COMPANYLIKE, DESK, INSTITUTION, TITLE_WORD, TOWN, is_title
from watcher.domains import sounds, spelled, squeezed
from watcher.farewells import FAREWELL, FOR_OTHERS, OFFICE, ON_BEHALF
from watcher.mail import Person
from watcher.text import unify

_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|mx|miss|dr|drs|ir|prof|professor|professorin|dipl|ing|mag|herr|frau|m|mme|mlle|me|madame|monsieur|sr|sra|srta|don|doña|dott|dott\.ssa|dottssa|dra|"
    r"sig|sig\.ra|avv|arch|dhr|mevr|mw|pan|pani|msc|phd|rer|nat|med|phil|jur|habil|hc|h\.c|univ|pd|priv|doz|doc|bc|mgr|inż|hab|eng|rndr|mudr|judr|phdr|sayın|г-н|г-жа|пан|пані|κ|κα|ing|oberst\w*|hauptmann|major|pfarrer\w*|pastor|rektor\w*|dekan\w*)\.?(?:[- ]|$))+",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"[A-Z]{2,5}(?:-[A-Z]{2,3})?|(?:[A-Z][A-Za-z]{0,3}\.){1,3}|Ph\.?\s?D\.?|[MB]\.?\s?Sc\.?|LL\.?M\.?|CSc\.?|DrSc\.?|s?PHRi?|(?:she|he|they)(?:/\w+)*"
)
_PARTICLES = frozenset(
    """
    van von der den de del della di da do dos das du la le les ten ter te zu zum zur vom am al el bin ibn ben y e af av til st.
    san santa lo dalla degli dello delle mac o'
    """.split()
)
_GIVEN_LAST = frozenset(  # Hungarian given names: who writes one last writes the family name first
    """
    péter lászló istván józsef jános zoltán sándor gábor ferenc attila tamás zsolt tibor andrás csaba imre lajos györgy balázs
    gergely ádám dániel bence máté levente krisztián mária erzsébet katalin ilona éva zsuzsanna judit ágnes ildikó erika
    krisztina mónika eszter zsófia réka dóra nóra orsolya tímea
    """.split()
)
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯"
)  # fmt: skip
_HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{1,4}")


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
    shown, below = _person_name(unify(person.name), person), signed(text)
    if shown is not NAMELESS and _stands_above_company(shown, person, text):
        return shown
    below = _above_family_firm(person, text) if below is NAMELESS else below
    if _is_the_domain(below, person) and not _has_family_firm(below, person, text):
        below = NAMELESS
    return shown if shown is not NAMELESS and _is_this_person(shown, person, below, text) else below


def is_own_name(shown: str, person: Person) -> bool:
    """Whether an address spells a name as people's do: peter.klinik@ is Peter Klinik, and no hospital."""
    return "." in person.local and squeezed(shown) == squeezed(person.local)


def looks_like_person(shown: str) -> bool:
    """Whether a display name has the form of a person's: given and family name, no desk, no company."""
    return _person_name(shown, None) is not NAMELESS


def _is_this_person(name: Name, person: Person, below: Name, text: str) -> bool:
    """Two words with capitals are a company's as often as a person's: the address and the signature tell."""
    if squeezed(below.full) == squeezed(name.full):
        return True
    if _relates(name, person.local):
        alone = any(squeezed(person.local) in spelled(word) for word in name.full.split())
        return not (alone and text) or _stands_below(name, text)
    return not (_is_the_domain(name, person) or DESK.fullmatch(person.local) or COMPANYLIKE.search(name.full))


def _stands_below(name: Name, text: str) -> bool:
    """Whether the last lines are signed with a part of the name: direccion@ is also a word of the Dirección Académica."""
    last = [line.strip(" ,.-*") for line in text.split("\n") if line.strip()][-8:]
    return any(
        re.search(rf"(?<!\w){re.escape(part)}(?!\w)", line)
        for line in last
        for part in (name.given.split()[0], name.family)
        if len(line) < 60
    )


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
    above = (_written(line) for line, firm in pairwise(last) if COMPANYLIKE.search(firm))
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


def _person_name(shown: str, person: Person | None) -> Name:
    shown = re.sub(r"\(.*?\)|\[.*?\]|<.*?>|（.*?）", " ", shown).strip(" \"'")
    shown = re.split(
        r"\s(?:from|at|bei|chez|de chez|hos|från|fra|bij|presso|via|z|из|з|din|@|\||·|•|-|/)\s|\s*[|/]\s*", shown
    )[0]
    shown = re.sub(
        r"(?<=\S)(\s\S+)\svon\s(?!de[rnm]\b).*$", r"\1", shown
    )  # Julia Meyer von Helmwerk, not Julia von Stein
    if "," in shown:
        shown = _uncommaed(shown, person)
    shown = _TITLES.sub("", " ".join(shown.split()))
    if (
        len(shown) > MAX_NAME
        or re.search(r"[\d@&_:;!?{}]", shown)
        or DESK.search(shown)
        or (TITLE_WORD.search(shown) and person is None)
    ):
        return NAMELESS
    if INSTITUTION.search(shown) and not (person and is_own_name(shown, person)):
        return NAMELESS
    words = shown.split()
    if words and all(_HAN.fullmatch(word) for word in words):
        return _east_asian(words)
    return _western(words)


def _uncommaed(shown: str, person: Person | None) -> str:
    """ "Meyer, Julia" and "Julia Meyer, PhD" in the order of speech; what is neither is empty."""
    before, _, after = (part.strip() for part in shown.partition(","))
    after = after.split(",")[0].strip()
    if (
        len(before.split()) > 1
        and _DEGREE.fullmatch(after)
        and not (person and squeezed(after) in squeezed(person.local) and len(after) > 2)
    ):
        return before
    families = [word for word in before.split() if word.lower() not in _PARTICLES]
    told = (
        person is not None
        and len(squeezed(after.split()[0] if after else "")) > 2
        and sounds(squeezed(after.split()[0])) in sounds(squeezed(person.local))
    )
    if not after or (len(families) > 1 and not told):
        return ""
    return f"{after} {before}"


def _western(words: list[str]) -> Name:
    if len(words) == 2 and _shouted(words[0]) and not _shouted(words[1]) and len(words[1]) > 2:
        words.reverse()  # DUPONT Jean, as French and Belgian offices write
    words = [_cased(word) for word in words]
    if not 2 <= len(words) <= 5 or not all(map(_is_name_word, words)) or _is_no_person(words):
        return NAMELESS
    full = " ".join(words)
    if words[-1].lower() in _GIVEN_LAST and words[0].lower() not in _GIVEN_LAST:
        return Name(given=words[-1], family=" ".join(words[:-1]), full=full)
    start = next((n for n in range(1, len(words)) if words[n].lower() in _PARTICLES), len(words) - 1)
    return Name(given=" ".join(words[:start]), family=" ".join(words[start:]), full=full)


_ARTICLES = frozenset(
    [
        "familie",
        "family",
        "famille",
        "familia",
        "família",
        "famiglia",
        "rodzina",
        "rodina",
        "aile",
        "o",
        "a",
        "os",
        "as",
        "the",
        "det",
        "die",
        "das",
        "der",
        "les",
        "los",
        "las",
        "il",
        "i",
    ]
)


def _is_no_person(words: list[str]) -> bool:
    """A company, a function, an article or a particle where a given name should stand; half a family name."""
    first = words[0].lower()
    return (
        _companylike(words)
        or bool(TOWN.fullmatch(first))  # Δήμος Αλιδρόσου signs as itself
        or any(_TITLES.match(f"{word} ") for word in words[1:-1])  # Tierarztpraxis Dr. Haberkorn
        or bool(TITLE_WORD.match(words[0]) or re.search(r"(?:chef|sjef|leder|leiter(?:in)?)$", first))
        or first in _ARTICLES | (_PARTICLES - {"al", "le", "san", "ben", "da"})
        or len(words[-1].strip(".")) < 2
    )


def _companylike(words: list[str]) -> bool:
    return bool(
        re.search(
            r"\b(?:gmbh|ag|se|kg|ltd|limited|inc|llc|llp|plc|corp|sarl|srl|snc|scop|scic|eurl|spa|bv|nv|vof|ab|aps|oyj?|oü|kft|gbr|ohg|sa|sas|тов|ооо|оао|зао|пао|прат|еоод|the|and|und|et|dear|hello|customer|applicant|hotel|klinik|stadt)\b",
            " ".join(words).lower(),
        )
    )


def _east_asian(words: list[str]) -> Name:
    """Family name first. One unspaced word is a person only if it begins with a Chinese family name."""
    if len(words) == 2 and all(1 <= len(word) <= 4 for word in words):
        return Name(given=words[1], family=words[0], full=" ".join(words))
    if len(words) == 1 and 2 <= len(words[0]) <= 3 and words[0][0] in _SURNAMES:
        return Name(given=words[0][1:], family=words[0][0], full=words[0])
    return NAMELESS


def _is_name_word(word: str) -> bool:
    return word.lower() in _PARTICLES or (
        word[0].isupper()
        and re.fullmatch(r"[^\W\d_][^\W\d_'.\-\u0300-\u036f]*(?:['.\-][^\W\d_]*)*", word) is not None
        and not re.match(r"(?!Mc|Mac|De|Di|La|Le|Du|O)[A-Z]{2}[a-z]", word)
    )


def _shouted(word: str) -> bool:
    return word.isupper() and len(word.strip(".")) > 2


def _cased(word: str) -> str:
    """JULIA becomes Julia, DE LA becomes de la; McKay, O'Neil and van stay."""
    if not word.isupper() or len(word) < 2 or word.endswith("."):
        return word
    if word.lower() in _PARTICLES:
        return word.lower()
    if len(word) == 2:
        return word.capitalize() if re.search("[AEIOUYÁÉÍÓÚÄÖÜАЕИОУЫЭЮЯ]", word) else word
    return "-".join("'".join(p.capitalize() for p in part.split("'")) for part in word.split("-"))


# -- signatures --------------------------------------------------------------------------------------------------------


def signed(text: str) -> Name:
    """The name under the last farewell: its first line, or a later one that spells out a given name alone on the first."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for number in range(len(lines) - 1, -1, -1):
        if FAREWELL.match(lines[number]):
            return _signer(list(_under(lines[number + 1 : number + 6])))
    return _below_desk(lines[-8:])


def _below_desk(lines: Sequence[str]) -> Name:
    """「総務部人事課」 and on the next line 「山本 由美」: how Japanese offices sign without a farewell."""
    for above, below in pairwise(lines):
        if re.search(r"[部課室係处處]$", above) and re.fullmatch(
            rf"[\u4e00-\u9fff]{{1,3}}\s[\u3040-\u9fff]{{1,3}}(?<![部課室係])|[{''.join(sorted(_SURNAMES))}][\u4e00-\u9fff]{{1,2}}(?<![部課室係处處组])",
            below,
        ):
            return _after_desk(below)
    return NAMELESS


def _under(lines: list[str]) -> Iterator[str]:
    for line in lines:
        bare = ON_BEHALF.sub("", line).strip() if ON_BEHALF.match(line) else line
        if bare and not re.fullmatch(r"[-_=*~ ]+", bare):
            yield re.split(r"\s*[|·•]\s*|\s-\s|\s{2,}", bare)[0]


def _signer(lines: list[str]) -> Name:
    if not lines:
        return NAMELESS
    first = _written(lines[0])
    if first is not NAMELESS:
        return first
    if len(lines) > 1 and _is_above_signer(lines[0]):
        return _signer(lines[1:])
    alone = lines[0].strip(" ,.")
    later = next((n for n in map(_written, lines[1:4]) if n is not NAMELESS), NAMELESS)
    if len(alone.split()) == 1 and alone[:1].isupper() and later.given.split(" ")[0] == alone:
        return later
    return next((n for n in map(_after_desk, lines[:3]) if n is not NAMELESS), NAMELESS)


def _is_above_signer(line: str) -> bool:
    """Whether a line tells for whom or as what somebody signs on the next: "namens de commissie,", "La Dirigente scolastica"."""
    return bool((FOR_OTHERS.fullmatch(line) and DESK.search(line)) or (OFFICE.match(line) and is_title(line)))


def _written(line: str) -> Name:
    """A name in a signature: "Julia Meyer", "Julia Meyer, HR Manager", never a title or a company."""
    head, _, rest = line.partition(",")
    if rest and (is_title(rest) or DESK.search(rest) or _DEGREE.fullmatch(rest.strip())):
        line = head
    if is_title(line) or COMPANYLIKE.search(line) or not re.fullmatch(r"[^.!?。！？]*(?:\.[^.!?]*){0,4}", line):
        return NAMELESS
    return _person_name(line, None)


def _after_desk(line: str) -> Name:
    """「人事部 佐藤 美咲」: East Asian signatures put the desk on the same line."""
    words = re.sub(r"^\S*(?:部|課|室|科|組|担当|チーム|处|组)[\s:：]+", "", line).split()
    return (
        _east_asian(words)
        if words and all(_HAN.fullmatch(w) for w in words) and not DESK.search(line.rsplit(maxsplit=1)[-1])
        else NAMELESS
    )
