"""What a domain says about an organisation: whose it is, whether it is nobody's, and which names it spells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

HAN = re.compile("[\u3040-\u9fff]")  # letters that no domain spells as they are
_REGISTRIES = frozenset({"co", "com", "org", "net", "ac", "gov", "or", "ne", "edu", "gob", "gouv"})
_FREE_MAIL = re.compile(
    r"gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|proton|protonmail|aol|t-online|orange|laposte|free|libero|mail|qq|"
    r"163|126|sina|foxmail|yandex|ukr|seznam|wp|onet|interia|o2|sapo|uol|bol|terra|telenet|ziggo|mailbox|posteo|fastmail"
)
_PLATFORMS = re.compile(
    r"greenhouse|lever|hire|workday|myworkday|smartrecruiters|icims|taleo|workable|workablemail|ashbyhq|personio|teamtailor|jobvite|"
    r"bamboohr|recruitee|successfactors|breezy|softgarden|join|linkedin|indeed|indeedemail|stepstone|xing|infojobs|glassdoor|"
    r"(?:[a-z0-9-]+-)?ats|[a-z0-9-]+-mail|(?:talent|hiring|jobs|recruiting|apply|careers)mail"
)
_AGENCY = re.compile(
    r"recruit|staffing|headhunt|zeitarbeit|personalvermitt|personalberat|personaldienst|uitzend|werving|detacher|bemanning|rekryter|rekrutter|rekrutac|agencja|selezione$|seleccion$|"
    r"jinzai|lietou|insankaynaklari$|soegning$|sogning$|[a-z]{3}recruits|interim$|-?(?:talents?|talentos?|search|personal)$|-(?:hr|rh|ik|kadry)$"
)
# Parts of a domain that stand beside the name of whoever it belongs to.
_BESIDE = frozenset(
    """
    careers career jobs job hr mail email talent talents hiring recruiting recruitment apply team people work karriere kariera
    kariyer rekrytering rekruttering bewerbung group gruppe gruppo grupo grupa groupe holding gmbh ag kg ltd inc llc llp sa srl
    spa bv nv ab as oy online shop web app hq the get my go de fr es it nl pt pl se dk no tr cz ro ua ru jp cn gr eu uk us bld
    """.split()
)
_TRANSLITERATED = str.maketrans({
    "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "œ": "oe",
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z", "и": "i", "і": "i",
    "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n",
    "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "u", "φ": "f", "χ": "h", "ψ": "ps", "ω": "o",
})  # fmt: skip
# One sound, several spellings: how Cyrillic and Greek names are put into Latin letters differs from house to house.
_SOUNDS = (("shch", "sch"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("ts", "c"), ("tz", "c"), ("ks", "x"), ("ou", "u"), ("oo", "u"),
           ("j", "i"), ("y", "i"), ("w", "v"), ("b", "v"), ("u", "i"), ("ii", "i"), ("ie", "e"), ("ia", "a"), ("ii", "i"))  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def organisation(domain: str) -> str:
    """The last two labels of a domain, three where a country hands out names one level further down (co.uk, com.br)."""
    labels = domain.lower().rstrip(".").split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _REGISTRIES
    return ".".join(labels[-3:] if short else labels[-2:])


def is_nobodys(domain: str) -> bool:
    """Whether a domain says nothing about the employer: free mail providers, applicant tracking systems, job boards."""
    return is_free_mail(domain) or is_platform(domain)


def is_free_mail(domain: str) -> bool:
    """Whether anybody may have an address there."""
    return bool(_FREE_MAIL.fullmatch(organisation(domain).split(".")[0]))


def is_platform(domain: str) -> bool:
    """Whether an applicant tracking system or a job board sends from there, for whatever employer."""
    return bool(_PLATFORMS.fullmatch(organisation(domain).split(".")[0]))


def is_agencys(domain: str) -> bool:
    """Whether whoever owns a domain calls itself an agency that recruits for others: gullwing-talent, kestrelsearch."""
    return bool(_AGENCY.search(organisation(domain).split(".")[0]))


def squeezed(text: str) -> str:
    """Letters and digits only, lower-cased, without accents, in Latin letters where they can be written so."""
    return _plain(text.lower())


def _plain(lowered: str) -> str:
    if lowered.isascii():
        return re.sub(r"[^a-z0-9]", "", lowered)
    composed = unicodedata.normalize("NFC", lowered).translate(_TRANSLITERATED)
    bare = "".join(c for c in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(c))
    return re.sub(r"[\W_]", "", bare.translate(_TRANSLITERATED))


def spelled(text: str) -> frozenset[str]:
    """The ways in which a domain may spell a name: without umlauts, with two letters for one, by its sounds."""
    lowered = unicodedata.normalize("NFC", text.lower())
    found = {_plain(lowered), _plain(lowered.translate(_UMLAUTS))}
    if "&" in lowered:
        found |= {_plain(lowered.replace("&", link)) for link in ("and", "und", "et", "y", "e", "en", "och", "og", "i")}
    if re.search("[\u0370-\u04ff]", lowered):
        found |= {"~" + sounds(_plain(way)) for way in (lowered, _greek_sounds(lowered))}
    return frozenset(found)


def _greek_sounds(lowered: str) -> str:
    """With the letters that a pair of others is spoken as: Μαυρίδης is Mavridis."""
    voiced = re.sub(r"([αάεέ])[υύ](?=[βγδζλμνραάεέηήιίοόυύωώ])", r"\1β", lowered)
    return re.sub(r"([αάεέ])[υύ](?=\w)", r"\1φ", voiced).replace("μπ", "β")


def sounds(latin: str) -> str:
    """A rough key under which the usual transliterations of one name agree."""
    for spelling, sound in _SOUNDS:
        latin = latin.replace(spelling, sound)
    return latin


def owners(domains: Iterable[str]) -> frozenset[str]:
    """What the labels of these domains spell, each with and without what usually stands beside a name.

    The last label never counts, nor does anything of a domain that is nobody's but its sub-domains.
    """
    found: set[str] = set()
    for domain in domains:
        labels = domain.lower().split(".")
        shared = is_nobodys(domain) and not labels[-2:][0].endswith("-mail")
        body = labels[: -len(organisation(domain).split("."))] if shared else labels[:-1]
        for label in body:
            parts = [p for p in label.split("-") if p not in _BESIDE] or [""]
            found |= {label.replace("-", ""), "".join(parts)}
    spoken = {"~" + sounds(name) for name in found}
    return frozenset(name for name in found | spoken if len(name.strip("~")) >= 3 and name not in _BESIDE)


_LINKS = frozenset(
    "de des du of the für der die das am im an und and & y e et di del della do da dos van von la le les los las i og och a".split()
)


def abbreviates(label: str, words: Sequence[str]) -> bool:
    """Whether a hyphenated label stands for these words: one of them in full, the others by beginnings, initials or pieces.

    uni-lindach is Universität Lindach, greyfriars-am Greyfriars Asset Management, ifm-warnow Institut für Meereskunde Warnow.
    """
    if len(words) < 2 or words[0].lower() in _LINKS or words[-1].lower() in _LINKS:
        return False
    open_words = [word for word in words if word.lower() not in _LINKS]
    if not all(word[:1].isupper() for word in open_words):
        return False
    if "-" not in label and _runs_together(label, [squeezed(word) for word in open_words]):
        return True
    whole = [part for part in label.split("-") if len(part) > 3 and any(part in spelled(word) for word in open_words)]
    rest = [part for part in label.split("-") if part not in whole]
    left = [word for word in open_words if not any(part in spelled(word) for part in whole)]
    first = words.index(left[0]) if left else 0
    all_left = [word for word in words[first:] if word in left or word.lower() in _LINKS]
    return (
        bool(whole)
        and bool(rest)
        and bool(left)
        and all(_stands_for(part, left, all_left) for part in rest)
        and len(left) <= 3
    )


def _runs_together(label: str, words: Sequence[str], whole: int = 0) -> bool:
    """Whether a label is the words in their order, each in full or its beginning: nemhornilhota, zsborova.

    Words in full have to make up the better part of it: `whole` is by how many letters they are ahead of the others.
    """
    if not words:
        return not label and whole > 0
    word = words[0]
    return any(
        label.startswith(word[:length])
        and _runs_together(label[length:], words[1:], whole + (length if length == len(word) > 2 else -length))
        for length in {len(word), *range(1, min(len(word), 5))}
        if length
    )


def echoes(label: str, words: Iterable[str]) -> bool:
    """Whether a long word begins like a part of the label: Lipová in zslipova, Зарічанський in univ-zarichchia."""
    own = [sounds(squeezed(word)) for word in words if len(word) > 5]
    return any(len(word) > 4 and word[:5] in sounds(label) for word in own)


def _stands_for(part: str, words: Sequence[str], linked: Sequence[str]) -> bool:
    plain = [squeezed(word) for word in words]
    initials = {"".join(word[:1] for word in plain), "".join(squeezed(word)[:1] for word in linked)}
    return part in initials or (
        len(plain) == 1
        and (
            plain[0].startswith(part)
            or (len(part) > 3 and part in plain[0])
            or (len(part) < 5 and _scattered(part, plain[0]))
        )
    )


def _scattered(part: str, word: str) -> bool:
    """Whether the letters stand in the word in this order, the first at its beginning: gs in Grundschule."""
    letters = iter(word)
    return word[:1] == part[:1] and all(letter in letters for letter in part)


def is_lookalike(domain: str, earlier: Sequence[str]) -> bool:
    """Whether a domain is almost one of those known earlier: heImwerk, helmwerk-jobs, helmwerk.co for helmwerk.example."""
    new = organisation(domain)
    known = {organisation(old) for old in earlier if not is_nobodys(old)}
    if new in known or is_nobodys(domain):
        return False
    name = _shape(new.split(".")[0])
    return any(_alike(name, _shape(old.split(".")[0])) for old in known)


def _shape(label: str) -> str:
    """A label as the eye takes it: rn is m, l and 1 are i, 0 is o."""
    return label.replace("rn", "m").replace("vv", "w").translate(str.maketrans("l10", "iio"))


def _alike(new: str, old: str) -> bool:
    if len(old) < 5:
        return new == old
    parts = new.split("-")
    return new == old or (len(parts) > 1 and old in parts) or _one_off(new, old)


def _one_off(new: str, old: str) -> bool:
    """One letter more, less or different, or two exchanged."""
    if abs(len(new) - len(old)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(new, old, strict=False)) if a != b), min(len(new), len(old)))
    a, b = new[start:], old[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])
