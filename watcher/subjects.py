"""What a subject names besides the usual words: its pieces between dashes and colons."""

from __future__ import annotations

import re

from watcher.phrases import PHRASES
from watcher.titles import GENDER, GENERIC, clean, names_a_job, usual

_PIECES = re.compile(r"\s+[-|/·•]+\s+|:\s|[|【】「」()\"]|,\s|\s-(?=\s|$)")


_POST = re.compile(r"(?<=\w)\s(?:position|role|post|job|vacancy|opening|pozisyonu)$", re.IGNORECASE)


def _without_marks(subject: str) -> str:
    """Without brackets and gender markers; behind a marker and a comma stands where the job is."""
    return GENDER.sub(
        "",
        re.sub(
            rf"({GENDER.pattern}),\s[^|:()\[\]–]{{2,40}}?(?=$|\s[-–|:])",
            "",
            re.sub(r"\[[^\]]*\]", " ", subject),
            flags=re.IGNORECASE,
        ),
    )


def pieces_of(subject: str) -> list[str]:
    """What stands between the dashes, colons and brackets of a subject and is more than the usual words."""
    bare = _without_marks(subject)
    parts = (clean(_POST.sub("", part.strip())) for part in _PIECES.split(bare))
    return [part for part in parts if part and not usual(part) and len(part.split()) <= 6]


_APPLICATION = (
    r"application|applying|vacancy|position|role|bewerbung|stelle|ausschreibung|kandidatur|candidature|poste|postulation|candidatura|solicitud|vacante|puesto|convocatoria|postulación|aplicación|búsqueda|proceso|concurso|"
    r"posizione|sollicitatie|vacature|functie|kandidatuur|vaga|aplikacj\w+|rekrutacj\w+|stanowisk\w+|ansökan|tjänst\w*|ansøgning\w*|stilling\w*|søknad\w*|başvuru\w*|pozic\w+|"
    r"přihlášk\w+|žádost\w*|výběrové řízení|aplicați\w+|aplicare|postul|відгук\w*|вакансі\w+|посад\w+|отклик\w*|ваканси\w+|должност\w+|αίτησή?|αίτηση|υποψηφιότητά?|θέση|"
    r"interview|vorstellungsgespräch|entretien|entrevista|colloquio|応募|选拔|应聘|應徵"
)


def beside_application(subject: str, language: str) -> str:
    """The one thing that a subject names besides an application: "Your application - Cook", "Bewerbung Koch"."""
    bare = _without_marks(subject)
    if not re.search(rf"(?<!\w)(?:{_APPLICATION})(?!\w)", bare, re.IGNORECASE):
        return ""
    found = []
    for part in re.split(r"\s+[-|/·•]+\s+|:\s|[|\"]|\s-(?=\s|$)", bare):
        words = part.split()
        while words and GENERIC.fullmatch(words[0].strip(".,!?")):
            words.pop(0)
        piece = clean(" ".join(words))
        if piece and not usual(piece):
            found.append(piece)
    return found[0] if len(found) == 1 and not _is_sentence(found[0], language) and len(found[0].split()) <= 5 else ""


def _is_sentence(piece: str, language: str) -> bool:
    phrases = PHRASES.get(language, PHRASES["en"])
    words = piece.split()
    stops = {word for word in phrases.stop | PHRASES["en"].stop if word not in phrases.also}
    return (
        not piece[0].isupper()
        or any(word.lower() in stops for word in words)
        or re.search(rf"{phrases.inflected}$", words[0].lower()) is not None
    )


_AT = r"(?:at|@|bei|beim|chez|en|in|na|no|presso|bij|hos|på|i|v|ve|w|we|la|de|von|van|в|у|στην?|στο)"
_BESIDE = re.compile(r"\s(?:at|@|bei|beim|chez|presso|bij|hos|we?|ve?|στην?)\s(?=[^\W\d_a-zà-ÿ])")
_STAFF = re.compile(r"hiring|recruit\w*|talent|hr|rh|personal\w*", re.IGNORECASE)


def job_alone(subject: str, text: str, language: str, company: str) -> str:
    """The job that is all a subject names beside the company, if it is called by an agent noun or the text says so, too.

    "Re: Backend Developer", "Graphiste chez Voltige", "barista job".
    """
    firm = "|".join(re.escape(name) for name in {company, *company.split()[:1]} if len(name) > 2)
    bare = re.sub(rf"(?<!\w)(?:{_AT}\s)?(?:{firm})\w{{0,2}}(?!\w)", " - ", subject) if firm else subject
    parts = _PIECES.split(GENDER.sub("", re.sub(r"\[[^\]]*\]", " ", bare)))
    pieces = [piece for piece in map(_without_usual, (_BESIDE.split(part)[0] for part in parts)) if piece]
    jobs = [piece for piece in pieces if len(piece.split()) < 6 and not _says_more(piece, language)]
    jobs = [piece for piece in jobs if names_a_job(piece) or _is_called_job(piece, text, language)]
    return jobs[0] if len(jobs) == 1 and len(pieces) < 3 else ""


def _without_usual(piece: str) -> str:
    words = piece.split()
    while words and GENERIC.fullmatch(words[-1]) and not names_a_job(words[-1]):
        words.pop()
    while words and GENERIC.fullmatch(words[0]) and not re.fullmatch(r"senior|junior", words[0], re.IGNORECASE):
        words.pop(0)
    return clean(" ".join(words))


def _says_more(piece: str, language: str) -> bool:
    """Whether a piece is a part of a sentence, inflected, or about somebody who hires."""
    phrases = PHRASES.get(language, PHRASES["en"])
    stops = {word for word in phrases.stop | PHRASES["en"].stop if word not in phrases.also}
    words = piece.lower().split()
    if names_a_job(piece):  # инженер по качеству
        words = words[:1] + re.sub(rf"(?<!\w)(?:{phrases.within})", "", " ".join(words[1:])).split()
    return (
        any(word in stops or _STAFF.fullmatch(word) for word in words)
        or re.search(rf"{phrases.inflected}$", words[0]) is not None
    )


def _is_called_job(piece: str, text: str, language: str) -> bool:
    phrases = PHRASES.get(language, PHRASES["en"])
    named = re.search(rf"(?<!\w){re.escape(piece)}\s+(?:{phrases.role_after})", text, re.IGNORECASE)
    return named is not None
