"""What a subject names besides the usual words: its pieces between dashes and colons."""

from __future__ import annotations

import re

from watcher.phrases import PHRASES
from watcher.titles import GENDER, GENERIC, clean, usual

_PIECES = re.compile(r"\s+[-|/·•]+\s+|:\s|[|【】「」()\"]|,\s|\s-(?=\s|$)")


def pieces_of(subject: str) -> list[str]:
    """What stands between the dashes, colons and brackets of a subject and is more than the usual words."""
    bare = GENDER.sub("", re.sub(r"\[[^\]]*\]", " ", subject))
    parts = (clean(part) for part in _PIECES.split(bare))
    return [part for part in parts if part and not usual(part) and len(part.split()) <= 6]


_APPLICATION = (
    r"application|applying|vacancy|position|role|bewerbung|stelle|ausschreibung|kandidatur|candidature|poste|postulation|candidatura|solicitud|vacante|puesto|convocatoria|postulación|aplicación|búsqueda|proceso|concurso|"
    r"posizione|sollicitatie|vacature|functie|kandidatuur|vaga|aplikacj\w+|rekrutacj\w+|stanowisk\w+|ansökan|tjänst\w*|ansøgning\w*|stilling\w*|søknad\w*|başvuru\w*|pozic\w+|"
    r"přihlášk\w+|žádost\w*|výběrové řízení|aplicați\w+|aplicare|postul|відгук\w*|вакансі\w+|посад\w+|отклик\w*|ваканси\w+|должност\w+|αίτησή?|αίτηση|υποψηφιότητά?|θέση|"
    r"interview|vorstellungsgespräch|entretien|entrevista|colloquio|応募|选拔|应聘|應徵"
)


def beside_application(subject: str, language: str) -> str:
    """The one thing that a subject names besides an application: "Your application - Cook", "Bewerbung Koch"."""
    bare = GENDER.sub("", re.sub(r"\[[^\]]*\]", " ", subject))
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
