"""The role that an application was for, as the mail itself writes it.

Candidates come from phrases in the text ("the position of …"), from phrases in the subject, and from the pieces of the
subject between dashes and colons. One of them is sure when subject and text agree on it, or when one of them states it
plainly and nothing contradicts it. Where a language inflects the role, the uninflected form has to be read somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from watcher import cjk
from watcher.domains import HAN, squeezed
from watcher.phrases import PHRASES, Phrases
from watcher.subjects import beside_application, job_alone, pieces_of
from watcher.titles import GENDER, GENERIC, MAX_WORDS, WHOSE, clean, names_a_job

_QUOTES = {'"': '"', "'": "'", "「": "」", "『": "』", "【": "】", "《": "》", "(": ")"}
_WEAK = re.compile(  # nouns that announce other things than roles as often
    r"(?:ricerca|búsqueda|procura|search|offre|mission|recherche|profil|contrat|place|annonce|qualité|stage|alternance|recrutement|proceso|selección|oferta|solicitud|convocatoria|perfil|función|rol(?!l)|"
    r"selezione|annuncio|figura|profilo|domanda|concorso|offerta|stage|opdracht|plek|baan|rol(?!l)|processo|oferta|inscrição|recrutamento|lugar|oportunidade|uppdrag|plats|arbete|sökt|söka|sökte|"
    r"rekrytering|opslag|søgt|søge|søgte|søkt|søke|søkte|job|anunț|concurs|locul|ως|interest|interview|submission|considered|opportunity)"
)
_LINKED = re.compile(
    r"^(?:na|o|на|για τη|για την)\s|\bna (?:pozici|místo|stanowisko)$|(?:\b(?:som|för|av|till|om|på|til|as|of|for|to|be|become|als|zum|zur|zum/zur|de|del|di|da|do|como|para|per|come|van|voor|naar|op|een|en|un|une|una|uno|an?|"
    r"jako|ca|pentru|ως|του|της|à|au|el|la|il|le|the|des|der|einer|eines|tant que)|[':])$"
)
_POST = re.compile(  # announces a role that follows
    r"^(?:(?:la|el|le|il|the|de|a|o|het|das|die|der)\s|l')?(?:oferta(?: de (?:empleo|trabajo))?|plaza|vacante|puesto|vaga|lugar|offre(?: d'emploi)?|poste|offerta|posizione|posto|ruolo|vacature|functie|post|position|role|job) (?:de|di|van|voor|of|as)\s(?=[^\W\d_])",
    re.IGNORECASE,
)
_BETWEEN = frozenset(
    """
    of and for in the & und für der des die im am zum zur de to on with / et du della di dei degli delle do da dos das e y i en a
    la le les las los van voor ds. og och till til per para pour alla allo al ao à au aux pentru și ve po по для та и και για της
    του των
    """.split()
)
_LINKS = frozenset(["of", "and", "in", "&", "/", "de", "du", "des", "en", "für", "und", "et", "y", "-", "ve"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible role. `tail` is what stood there in full; `sure` means that quotes or capitals set it off."""

    value: str
    tail: str
    sure: bool
    nominative: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A role, where it was read, whether two places agree on it; or none, and why."""

    value: str = ""
    where: str = ""
    agreed: bool = False
    doubt: str = ""


def read(
    subject: str, text: str, language: str, company: str = "", earlier: Iterable[str] = (), sender: str = ""
) -> Found:
    """The role of the application, which is called neither like the company nor like the sender.

    `earlier` are subjects of the same thread, read only when the mail itself is silent.
    """
    texts = _without(_without(candidates(text, language), company), sender)
    cued = _without(_without(candidates(subject, language, in_subject=True), company), sender)
    pieces = [p for p in pieces_of(subject) if not (_is_company(p, company) or _is_company(p, sender))]
    beside = beside_application(subject, language)
    if beside and not texts and company and not _is_company(beside, company):
        cued.append(Candidate(beside, beside, sure=True, nominative=True))
    found = _agreed(texts, cued, pieces, subject) or _stated(texts, cued)
    if found:
        return replace(found, value=_in_full(found.value, subject, text, company)) if found.value else found
    alone = job_alone(subject, text, language, company)
    return Found(alone, "subject") if alone else _from_thread(earlier, language)


def _without(found: Iterable[Candidate], company: str) -> list[Candidate]:
    """Those that are more than the company, without its name before them."""
    kept = []
    for candidate in found:
        rest = clean(candidate.value.removeprefix(company)) if company else ""
        behind = WHOSE.match(candidate.value.removesuffix(company)) if company and rest else None
        if behind and candidate.value.endswith(company) and clean(behind[1]):
            kept.append(replace(candidate, value=clean(behind[1]), tail=clean(behind[1])))
            continue
        if rest and rest != candidate.value and (names_a_job(rest) or HAN.match(rest)):
            kept.append(replace(candidate, value=rest, tail=rest))
        elif not _is_company(candidate.value, company):
            kept.append(candidate)
    return kept


def _in_full(role: str, subject: str, text: str, company: str) -> str:
    """What subject and text both write behind a comma or a dash belongs to the role, unless it is the company."""
    longer = re.search(rf"(?<!\w){re.escape(role)}(?:, ?| [-–] )[^\W\d_][^,.;:!?()\n\[\]|]{{2,40}}", subject)
    words = longer[0].split() if longer else []
    flat = " ".join(text.split())
    for end in range(len(words), len(role.split()), -1):
        whole = " ".join(words[:end])
        added = whole[len(role) :].strip(" ,-–")
        if company and added and re.search(rf"(?<!\w){re.escape(whole)}(?!\w)", flat):
            clash = squeezed(company) in squeezed(added) or squeezed(added) in squeezed(company)
            return role if clash or clean(whole) != whole else whole
    return role


def _agreed(texts: Sequence[Candidate], cued: Sequence[Candidate], pieces: Sequence[str], subject: str) -> Found | None:
    """A role that text and subject both name: as the text writes it, but uninflected if the subject has it so."""
    named = [*(c.value for c in cued if c.nominative), *pieces]
    for candidate in texts:
        for other in named:
            if squeezed(candidate.value) == squeezed(other):
                return Found(candidate.value if candidate.nominative else other, "subject and text", agreed=True)
        whole = next((n for n in _starts(candidate.tail) if _stands_in(n, subject)), "")
        rest = candidate.value[len(whole) :].strip() if candidate.value.startswith(whole) else ""
        if whole and candidate.nominative and (not rest or whole in named or (" " in whole and rest[0].islower())):
            return Found(whole, "subject and text", agreed=True)
        for other in named:
            if not candidate.nominative and _same_stems(candidate.value, other):
                return Found(other, "subject, and inflected in the text", agreed=True)
    return None


def _stated(texts: Sequence[Candidate], cued: Sequence[Candidate]) -> Found | None:
    plain = [c for c in texts if c.nominative and c.sure]
    said = [c for c in cued if c.nominative and c.sure]
    if plain and all(_overlap(plain[0].value, other.value) for other in (*plain[1:], *said)):
        first = plain[0].value
        return Found(next((c.value for c in plain if c.value.startswith((f"{first}, ", f"{first} - "))), first), "text")
    if said and not plain:
        return Found(said[0].value, "subject")
    if plain:
        return Found(doubt=f"the mail names several roles: «{plain[0].value}», «{(*plain[1:], *said)[0].value}»")
    return Found(doubt=f"«{texts[0].value}» stands there inflected or unclear") if texts else None


def _from_thread(earlier: Iterable[str], language: str) -> Found:
    for subject in earlier:
        found = next((c for c in candidates(subject, language, in_subject=True) if c.nominative), None)
        if found:
            return Found(found.value, f"subject of the earlier mail «{subject}»")
    return Found(doubt="the mail names none")


# -- candidates ------------------------------------------------------------------------------------------------------


def candidates(text: str, language: str, *, in_subject: bool = False) -> Iterator[Candidate]:
    """Whatever stands behind or before the words that announce a role, in the order of the text."""
    marked = [text[max(0, mark.start() - 80) : mark.start()] for mark in GENDER.finditer(text)]
    text = GENDER.sub("", text)
    found: list[tuple[int, Candidate]] = []
    for paragraph in _paragraphs(text, language):
        flat = flattened(paragraph)
        for name in dict.fromkeys((language, "en")):
            phrases = PHRASES.get(name, PHRASES["en"])
            found += _in_paragraph(flat, phrases, name, in_subject=in_subject)
    seen: set[str] = set()
    for _, candidate in sorted(found, key=lambda pair: pair[0]) if in_subject else found:
        if candidate.value not in seen:
            seen.add(candidate.value)
            # (m/w/d) stands behind nothing but a role
            yield replace(candidate, sure=candidate.sure or any(m.endswith(candidate.value) for m in marked))


def _paragraphs(text: str, language: str) -> list[str]:
    """The paragraphs; a role that is set off on a line of its own stays with the words that announce it."""
    phrases = PHRASES.get(language, PHRASES["en"])
    paragraphs: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text):
        before = f"{paragraphs[-1].rstrip()[-60:]} " if paragraphs else ""
        if re.search(rf"(?<!\w)(?:{phrases.role})\s*$", before, re.IGNORECASE) and _is_set_off(paragraph):
            paragraphs[-1] = f"{paragraphs[-1].rstrip()} {paragraph.strip()}"
        else:
            paragraphs.append(paragraph)
    return paragraphs


def _is_set_off(paragraph: str) -> bool:
    line = paragraph.strip()
    return len(line) < 80 and "\n" not in line and line[-1:] not in ".!?,:"


def flattened(paragraph: str) -> str:
    """One line. What stood alone on a short line does not run on into the next."""
    lines = [line.strip() for line in paragraph.split("\n")]
    return " ".join(line + ";" if len(line) < 42 and line[-1:].isalnum() else line for line in lines)


def _in_paragraph(flat: str, phrases: Phrases, language: str, *, in_subject: bool) -> Iterator[tuple[int, Candidate]]:
    for match in re.finditer(rf"(?<!\w)(?:{phrases.role})(?:(?<=\W)|(?!\w))", flat, re.IGNORECASE):
        tail = flat[match.end() : match.end() + 160].lstrip()
        candidate = _forwards(tail, phrases, match[0].lower().strip())
        if candidate:
            yield match.start(), candidate
    if language in {"ja", "zh"}:
        yield from ((m.start(), Candidate(v, v, sure=True, nominative=True)) for m, v in cjk.roles(flat, language))
    else:
        for match in re.finditer(rf"(?<!\w)(?:{phrases.role_after})", flat, re.IGNORECASE):
            candidate = _backwards(
                flat[max(0, match.start() - 120) : match.start()].rstrip(), phrases, in_subject=in_subject
            )
            if candidate:
                yield match.start(), candidate


def _forwards(tail: str, phrases: Phrases, cue: str) -> Candidate | None:
    close = _QUOTES.get(tail[:1])
    if close and tail[0] != "(" and (end := tail.find(close, 1)) > 0:
        value = clean(tail[1:end] if len(tail[1:end].split()) < 6 else tail[1:end].split(",", maxsplit=1)[0])
        return Candidate(value, value, sure=True, nominative=True) if value else None
    tail = _POST.sub("", tail)
    words, complete = _slot(tail.split(), phrases)
    value = clean(" ".join(words))
    if not value or not complete:
        return None
    behind = re.match(
        rf"{re.escape(value)}(, (?:[^\W\d_a-z]\w+ (?:& |and )?){{1,4}})(?:\(|(?:{phrases.role_after}))", tail
    )
    value += behind[1].rstrip() if behind else ""  # Analyst, Treasury Operations (R-104482)
    head = value.split()[0].lower()
    second = value.split()[1].lower() if value[:1].isupper() and len(value.split()) > 1 else ""
    genitive = cue.endswith((" des", " eines")) and head.endswith("s")
    inflected = re.search(rf"{phrases.inflected}$", head) is not None or _declined_title(value, second)
    # "the post was given": a noun alone announces a role only if that begins with a capital
    linked = bool(_LINKED.search(cue)) and not _WEAK.match(cue)
    apposition = phrases.inflected != "(?!)" or " " in value  # "na stanowisko Spedytor", hardly "vacature Fatma"
    sure = (not value[0].islower() and apposition) or (linked and len(value.split()) < 5) or names_a_job(value)
    return Candidate(value, _clause(tail), sure=sure, nominative=not (inflected or genitive))


def _declined_title(value: str, second: str) -> bool:
    """Product Ownera: an English title with a Slavic ending."""
    return value.split(maxsplit=1)[0].isascii() and bool(re.search(r"(?:er|or|ist|st)[aęu]$|ię$", second))


def _slot(words: Sequence[str], phrases: Phrases) -> tuple[list[str], bool]:
    """The words up to where a role must end, and whether an end came before there were too many."""
    taken: list[str] = []
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if _ends_before(word, following, taken, phrases):
            return taken[: -1 if _is_verb(taken, word, phrases) else None], True
        if len(taken) == MAX_WORDS:
            return [], False
        abbreviated = word[-1] == "." and len(word) <= 5 and following[:1].islower()  # ds., kat., Sr.
        taken.append(word if abbreviated else word.rstrip(",;:!?)\"'."))
        if word[-1] in ",;:!?)\"'." and not abbreviated:
            break
    return taken, True


_VERB_SECOND = {"nl": "we wij ik", "de": "wir ich", "sv": "vi jag", "da": "vi jeg", "no": "vi jeg"}


def _is_verb(taken: Sequence[str], word: str, phrases: Phrases) -> bool:
    """Whether the last word before "we" is what "we" did: "voor de functie beleidsadviseur gaven we", and no role."""
    behind = any(phrases is PHRASES[name] and word in words.split() for name, words in _VERB_SECOND.items())
    return behind and bool(taken) and taken[-1].islower()


def _ends_before(word: str, following: str, taken: Sequence[str], phrases: Phrases) -> bool:
    bare = word.strip(".,;:!?\"')(").lower()
    if taken and taken[-1].endswith("-"):
        return False  # social- og sundhedsassistent
    if taken and re.match(phrases.within, f"{bare} {following.lower()}") and names_a_job(" ".join(taken)):
        return False  # Менеджер по закупкам
    if taken and bare in phrases.articles and taken[-1].lower() not in _BETWEEN:
        return True
    if bare in phrases.also:
        return not following[:1].isupper() or following.lower().strip(".,") in phrases.stop
    if bare in phrases.stop or word[0] in '(-["' or re.match(r"\d{4,}", word):
        return True
    one_title = phrases.titled and taken[:1] and taken[0][:1].isupper()
    return bool(one_title or (len(taken) > 1 and _all_titled(taken))) and word[0].islower() and bare not in _BETWEEN


def _all_titled(words: Sequence[str]) -> bool:
    return words[-1][:1].isupper() and all(word[:1].isupper() or word.lower() in _BETWEEN for word in words)


def _clause(tail: str) -> str:
    return re.split(r"[,;!?(\n]|[.:](?=\s|$)|\s-\s", tail)[0].strip()


def _backwards(before: str, phrases: Phrases, *, in_subject: bool) -> Candidate | None:
    """A role in capitals or quotes right before its noun: "the Data Engineer position", "Depo Sorumlusu pozisyonu"."""
    before = re.sub(r"\s*\([^()]*\)$", "", before)
    quoted = re.search(r"[\"']([^\"']{3,70})[\"']$", before)
    if quoted:
        value = clean(quoted[1])
        return Candidate(value, value, sure=True, nominative=True) if value else None
    parts = re.split(r"([;:!?(\n]|,|\.\s|\s[-–]\s)", before)
    words = parts[-1].split()
    taken = _capitals(words)
    if taken and not words and len(parts) > 2 and parts[-2].strip() in {",", "-", "–"}:
        head = _capitals(parts[-3].split())
        if names_a_job(" ".join(head)) and not names_a_job(" ".join(taken)):  # Backend Engineer, Payments
            taken = [*head[:-1], head[-1] + ("," if parts[-2] == "," else f" {parts[-2].strip()}"), *taken]
    while taken and (taken[0].lower() in _LINKS or taken[0].lower() in phrases.stop or _is_loose(taken)):
        taken.pop(0)
    value = clean(" ".join(taken))
    if not value or len(taken) > MAX_WORDS:
        return None
    return Candidate(value, value, sure=in_subject or len(taken) > 1 or names_a_job(value), nominative=True)


def _is_loose(taken: Sequence[str]) -> bool:
    """Whether the first word says nothing; a rank before a title does."""
    ranked = len(taken) > 1 and taken[0].lower() in {"senior", "junior"}
    return GENERIC.fullmatch(taken[0]) is not None and not ranked


_OF_PEOPLE = re.compile(r"(?:Children|Women|Men|Youth|People|Infant|Ladie|Master|Bachelor|Veteran)s?'s?$")


def _capitals(words: list[str]) -> list[str]:
    """Takes the words with capitals, and the links between them, off the end."""
    taken: list[str] = []
    while words and len(taken) <= MAX_WORDS:
        word = words.pop()
        if not (_has_capital(word) or word[0].isdigit() or word.lower() in _LINKS) or (
            taken and "'" in word and not _OF_PEOPLE.match(word)
        ):
            words.append(word)
            break
        taken.insert(0, word)
    return taken


def _has_capital(word: str) -> bool:
    """Whether a word is written with a capital, be it the second letter: iOS, eCommerce."""
    return word[0].isupper() or (word[1:2].isupper() and word[2:3].isalpha())


def _is_company(role: str, company: str) -> bool:
    if not company:
        return False
    rest = re.sub(rf"(?<!\w){re.escape(company)}(?!\w)", " ", role, flags=re.IGNORECASE).split()
    if HAN.search(company) and squeezed(role) in squeezed(company):
        return True
    if squeezed(role).startswith(squeezed(company)) and len(company.split()) > 1:
        return True
    within = re.search(rf"(?<!\w){re.escape(role)}(?!\w)", company, re.IGNORECASE) is not None
    return within or squeezed(role) == squeezed(company) or all(map(GENERIC.fullmatch, rest))


def _starts(tail: str) -> Iterator[str]:
    """The beginnings of a clause, the longest first."""
    words = tail.split()[:MAX_WORDS]
    for end in range(len(words), 0, -1):
        start = clean(" ".join(words[:end]))
        if start:
            yield start


def _stands_in(role: str, subject: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(role)}(?!\w)", subject, re.IGNORECASE) is not None and (
        len(role.split()) > 1 or role[0].isupper() or len(role) > 4
    )


def _same_stems(inflected: str, other: str) -> bool:
    first, second = inflected.lower().split(), other.lower().split()
    return len(first) == len(second) and all(_same_stem(a, b) for a, b in zip(first, second, strict=True))


def _same_stem(a: str, b: str) -> bool:
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a == b or (shared >= 3 and shared >= max(len(a), len(b)) - 4)


def _overlap(one: str, other: str) -> bool:
    a, b = squeezed(one), squeezed(other)
    return a in b or b in a
