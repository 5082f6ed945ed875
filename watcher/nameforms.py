"""The forms of a person's name: its order, titles and letters around it, and what has the form but is no person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from watcher.desks import DESK, INSTITUTION, TITLE_WORD, TOWN
from watcher.domains import sounds, squeezed
from watcher.givennames import is_given
from watcher.mail import Person

TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|mx|miss|dr|drs|ir|prof|professor|professorin|dipl|ing|mag|herr|frau|m|mme|mlle|me|madame|monsieur|sr|sra|srta|don|doña|dott|dott\.ssa|dottssa|dra|"
    r"sig|sig\.ra|avv|arch|dhr|mevr|mw|pan|pani|msc|phd|rer|nat|med|phil|jur|habil|hc|h\.c|univ|pd|priv|doz|doc|bc|mgr|inż|hab|eng|rndr|mudr|judr|phdr|sayın|г-н|г-жа|пан|пані|κ|κα|ing|paeddr|lic|arq|mtro|mtra|prof\.ssa|geom|rag|sister|schwester|soeur|suor|lek|mvdr|thdr|pharmdr|rsdr|thlic|rev|cllr|sir|lady|öğr|üyesi|doç|arş|gör|uzm|av|oberst\w*|hauptmann|major|pfarrer\w*|pastor|rektor\w*|dekan\w*)\.?(?:[- ]|$))+",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"[A-Z]{2,5}(?:-[A-Z]{2,3})?|(?:[A-Z][A-Za-z]{0,3}\.){1,3}|Ph\.?\s?D\.?|[MB]\.?\s?Sc\.?|LL\.?M\.?|CSc\.?|DrSc\.?|s?PHRi?|(?:she|he|they)(?:/\w+)*"
)
PARTICLES = frozenset(
    """
    van von der den de del della di da do dos das du la le les ten ter te zu zum zur vom am al el bin ibn ben y e af av til st.
    san santa lo dalla degli dello delle mac o'
    """.split()
)
_LETTERS = re.compile(  # what stands behind a name and is none: degrees, orders, chartered bodies
    r"MBA|M?BA|BSc|MSc|MA|BEng|MEng|Ph\.?D\.?|DPhil|LL\.?[BM]\.?|PGCE|[FMA]?CIPD|(?:Chartered )?[FMA]?CIPD|[AF]?C[AM]A|ACCA|FCCA|CPA|CFA|OBE|MBE|CBE|PMP|S?PHRi?|SHRM-S?CP|RN|RGN|MRCVS|[FM]RICS|RIBA|CEng|MIET|FRSA|JP|KC|QC|Esq\.?|CSc\.?|DiS\.?|[IVX]{2,3}|Jr\.?|Sr\.?",
)
_HAN_FIRM = re.compile(
    "(?:科技|集团|集團|公司|工业|工業|商事|製作所|物流|学園|学院|学校|银行|銀行|医院|病院|电子|電子|贸易|建設|設計|食品|教育|出版|传媒|咨询|软件|网络|産業|製薬|技研|電機|本社|支社|本店|支店)$"
)
_GIVEN_LAST = frozenset(  # Hungarian given names: who writes one last writes the family name first
    """
    péter lászló istván józsef jános zoltán sándor gábor ferenc attila tamás zsolt tibor andrás csaba imre lajos györgy balázs
    gergely ádám dániel bence máté levente krisztián mária erzsébet katalin ilona éva zsuzsanna judit ágnes ildikó erika
    krisztina mónika eszter zsófia réka dóra nóra orsolya tímea
    """.split()
)
SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯"
)  # fmt: skip
HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{1,4}")


@dataclass(frozen=True, slots=True)
class Name:
    """How a person may be greeted. Every part may be empty; `full` is in the order the person uses."""

    given: str
    family: str
    full: str


MAX_NAME = 80
NAMELESS = Name("", "", "")


def is_own_name(shown: str, person: Person) -> bool:
    """Whether an address spells a name as people's do: peter.klinik@ is Peter Klinik, and no hospital."""
    return "." in person.local and squeezed(shown) == squeezed(person.local)


def person_name(shown: str, person: Person | None) -> Name:
    shown = re.sub(r"\(.*?\)|\[.*?\]|<.*?>|（.*?）", " ", shown).strip(" \"'")
    shown = re.split(
        r"\s(?:from|at|bei|chez|de chez|hos|från|fra|bij|presso|via|z|из|з|din|@|\||·|•|-|/)\s|\s*[|/]\s*", shown
    )[0]
    shown = re.sub(
        r"(?<=\S)(\s\S+)\svon\s(?!de[rnm]\b).*$", r"\1", shown
    )  # Julia Meyer von Helmwerk, not Julia von Stein
    if re.search("[A-Za-z] [A-Za-z]", shown):
        shown = re.sub("\\s[\u3040-\u9fff]+", "", shown)  # Grace Lin 林雅文
    if "," in shown:
        shown = _uncommaed(shown, person)
    shown = TITLES.sub("", " ".join(shown.split()))
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
    if words and all(HAN.fullmatch(word) for word in words):
        return east_asian(words)
    return _western(words)


def _uncommaed(shown: str, person: Person | None) -> str:
    """ "Meyer, Julia" and "Julia Meyer, PhD" in the order of speech; what is neither is empty."""
    before, _, after = (part.strip() for part in shown.partition(","))
    after = after.split(",")[0].strip()
    if (
        len(before.split()) > 1
        and DEGREE.fullmatch(after)
        and not (person and squeezed(after) in squeezed(person.local) and len(after) > 2)
    ):
        return before
    families = [word for word in before.split() if word.lower() not in PARTICLES]
    told = (
        person is not None
        and len(squeezed(after.split()[0] if after else "")) > 2
        and sounds(squeezed(after.split()[0])) in sounds(squeezed(person.local))
    )
    if not after or (len(families) > 1 and not told):
        return ""
    return f"{after} {before}"


def has_given(name: Name) -> bool:
    """Whether a name holds a given name that many bear; one in Chinese letters has the form of a name by itself."""
    return bool(HAN.fullmatch(name.family)) or any(map(is_given, name.given.split()[:1]))


def _without_letters(words: list[str]) -> list[str]:
    """Judith Whitlock PSLCC, Julia Meyer MBA: whoever shouts only the last word behind two names puts letters there."""
    while len(words) > 2 and (_LETTERS.fullmatch(words[-1]) or _is_abbreviated(words)):
        words = words[:-1]
    return words


def _is_abbreviated(words: list[str]) -> bool:
    last = words[-1]
    return (
        last.isascii()
        and 1 < len(last) < 7
        and last.isupper()
        and not re.search("[AEIOUY]", last)
        and not words[0].isupper()
    )


def _western(words: list[str]) -> Name:
    words = _without_letters(words)
    if len(words) == 2 and _shouted(words[0]) and not _shouted(words[1]) and len(words[1]) > 2:
        words.reverse()  # DUPONT Jean, as French and Belgian offices write
    words = [_cased(word) for word in words]
    if not 2 <= len(words) <= 5 or not all(map(_is_name_word, words)) or _is_no_person(words):
        return NAMELESS
    full = " ".join(words)
    if words[-1].lower() in _GIVEN_LAST and words[0].lower() not in _GIVEN_LAST:
        return Name(given=words[-1], family=" ".join(words[:-1]), full=full)
    start = next((n for n in range(1, len(words)) if words[n].lower() in PARTICLES), len(words) - 1)
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
        or any(TITLES.match(f"{word} ") for word in words[1:-1])  # Tierarztpraxis Dr. Haberkorn
        or bool(TITLE_WORD.match(words[0]) or re.search(r"(?:chef|sjef|leder|leiter(?:in)?)$", first))
        or first in _ARTICLES | (PARTICLES - {"al", "le", "san", "ben", "da"})
        or len(words[-1].strip(".")) < 2
    )


def _companylike(words: list[str]) -> bool:
    return bool(
        re.search(
            r"\b(?:gmbh|ag|se|kg|ltd|limited|inc|llc|llp|plc|corp|sarl|srl|snc|scop|scic|eurl|spa|bv|nv|vof|ab|aps|oyj?|oü|kft|gbr|ohg|sa|sas|тов|ооо|оао|зао|пао|прат|еоод|the|and|und|et|dear|hello|customer|applicant|hotel|klinik|stadt)\b",
            " ".join(words).lower(),
        )
    )


def east_asian(words: list[str]) -> Name:
    """Family name first. One unspaced word is a person only if it begins with a Chinese family name."""
    if _HAN_FIRM.search(words[-1]):
        return NAMELESS
    if len(words) == 2 and all(1 <= len(word) <= 4 for word in words):
        return Name(given=words[1], family=words[0], full=" ".join(words))
    if len(words) == 1 and 2 <= len(words[0]) <= 3 and words[0][0] in SURNAMES:
        return Name(given=words[0][1:], family=words[0][0], full=words[0])
    return NAMELESS


def _is_name_word(word: str) -> bool:
    return word.lower() in PARTICLES or (
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
    if word.lower() in PARTICLES:
        return word.lower()
    if len(word) == 2:
        return word.capitalize() if re.search("[AEIOUYÁÉÍÓÚÄÖÜАЕИОУЫЭЮЯ]", word) else word
    return "-".join("'".join(p.capitalize() for p in part.split("'")) for part in word.split("-"))
