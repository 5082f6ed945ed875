"""What a letter may mention: company, role, stage, language and register, each with where it was read.

A fact that is not sure is left out: `None` beats a guess. Gender is never a fact here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

import py3langid

from watcher.invitation import Invitation
from watcher.mail import Mail, Person
from watcher.names import CAPITAL, DESK
from watcher.text import bare_subject, own_text, unify

LANGUAGES = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "nl",
    "pt",
    "pl",
    "sv",
    "da",
    "no",
    "tr",
    "cs",
    "ro",
    "uk",
    "ru",
    "ja",
    "zh",
    "el",
)


class Stage(StrEnum):
    """How far the application came, as far as mails prove it."""

    APPLIED = "applied"
    INTERVIEWED = "interviewed"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and where it was read, in words for the user."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an application. `stage` carries its proof in `stage_where`."""

    language: str
    informal: bool = False
    company: Fact | None = None
    role: Fact | None = None
    stage: Stage = Stage.APPLIED
    stage_where: str = ""
    agency: bool = False


def gather(mail: Mail, related: Sequence[Mail], meetings: Sequence[Invitation]) -> Facts:
    """The facts of the application that a rejection is about. `related` are earlier mails, `meetings` those held."""
    text = own_text(mail)
    stage, where = _stage(text, meetings)
    language = language_of(f"{bare_subject(mail.subject)}\n{text}")
    return Facts(
        language=language,
        informal=_informal(language, text),
        company=company(mail, text),
        role=role(mail, text, related),
        stage=stage,
        stage_where=where,
        agency=bool(_AGENCY.search(text)),
    )


def language_of(text: str) -> str:
    """One of `LANGUAGES`, or "en" when the text is in none of them or too short to tell."""
    # cut first, and one start a word: an endless word is read once
    said = re.sub(r"(?<!\S)\S*[@/]\S*", " ", text[:16_000])[:4000]
    found = str(py3langid.classify(said)[0])
    found = {"nb": "no", "nn": "no"}.get(found, found)
    return found if found in LANGUAGES else "en"


_INFORMAL = {
    "en": (r"^(?:Hi|Hey|Hello there|Hiya)\b|\bCheers,", r"^Dear\b|\b(?:Yours (?:sincerely|faithfully)|Sincerely)\b"),
    "de": (r"\b(?:du|dich|dir|dein\w*|euch|eure?\w*)\b", r"\b(?:Sie|Ihnen|Ihre\w*)\b"),
    "fr": (r"\b(?:tu|toi|ton|ta|tes|te|t')\b", r"\b(?:vous|votre|vos)\b"),
    "es": (r"\b(?:tú|te|tu|tus|contigo|ti)\b", r"\b(?:usted|le|su|sus)\b"),
    "it": (r"\b(?:tu|ti|tuo|tua|tuoi|tue)\b", r"\b(?:Lei|Le|Suo|Sua|Suoi|Sue|La)\b"),
    "nl": (r"\b(?:je|jij|jou|jouw)\b", r"\b(?:u|uw)\b"),
    "pl": (r"\b(?:Ci|Cię|Ciebie|Tobie|Twoj\w*|Twój|Tobą)\b", r"\b(?:Pan\w*|Państw\w*)\b"),
    "cs": (r"\b(?:ty|tě|ti|tebe|tvůj|tvoje|tvou|tvé\w*)\b", r"\b(?:vás|vám|váš|vaše|vaši|Vás|Vám|Váš|Vaše|Vaši)\b"),
    "tr": (r"\b(?:sen|sana|seni|senin)\b", r"\b(?:siz|size|sizi|sizin|Sayın)\b"),
    "ru": (r"\b(?:ты|тебе|тебя|тво\w+)\b", r"\b(?:[Вв]ы|[Вв]ам|[Вв]ас|[Вв]аш\w*)\b"),
    "uk": (r"\b(?:ти|тобі|тебе|тво\w+)\b", r"\b(?:[Вв]и|[Вв]ам|[Вв]ас|[Вв]аш\w*)\b"),
    "ro": (r"\b(?:tu|tine|ție|îți|te|tău|ta)\b", r"\b(?:dumneavoastră|dvs|vă|v-)\b"),
    "pt": (r"\b(?:tu|te|ti|teu|tua)\b", r"\b(?:você|senhor\w*|seu|sua|lhe)\b"),
    "el": (r"\b(?:εσύ|εσένα|σου|σε)\b", r"\b(?:εσάς|σας)\b"),
}
_ALWAYS_INFORMAL = frozenset({"sv", "da", "no"})


def _informal(language: str, text: str) -> bool:
    """Whether the sender says du, tu, tú …: mirrored in the reply. The polite form wins every doubt."""
    if language in _ALWAYS_INFORMAL:
        return True
    if language not in _INFORMAL:
        return False
    near, far = _INFORMAL[language]
    return bool(re.search(near, text, re.MULTILINE)) and not re.search(far, text, re.MULTILINE)


_MET = re.compile(
    r"(?:thank you|thanks|pleasure|enjoyed|great|nice|appreciate\w*|glad)\b[^.!?]{0,60}\b(?:interview(?:ing|ed)?\b(?! process)|"
    r"meeting (?:with )?(?:you|us|the team)|speaking (?:with|to) (?:you|us)|talking (?:with|to) (?:you|us)|"
    r"conversation with you|coming in\b)|(?:after|since|following) (?:your|our|the) (?:recent |final |last |second )?interviews?\b|"
    r"(?:nach|für) (?:dem|den|unserem|unser|Ihrem|deinem|das|die|Ihren|dein)\s+(?:\w+\s+){0,3}(?:Vorstellungsgespräch|Gespräch|Interview)|"
    r"(?:suite à|après|merci pour|lors de) (?:notre|votre|ton|l')\s*(?:récent |dernier |bel )?(?:entretien|échange|rencontre)|"
    r"(?:tras|después de|gracias por|durante) (?:la|tu|su|nuestra)\s+(?:\w+\s+)?entrevista",
    re.IGNORECASE,
)


def _stage(text: str, meetings: Sequence[Invitation]) -> tuple[Stage, str]:
    if meetings:
        return Stage.INTERVIEWED, f"calendar invitation «{meetings[0].summary}»"
    met = _MET.search(text)
    if met:
        return Stage.INTERVIEWED, f"the mail says «{' '.join(met[0].split())}»"
    return Stage.APPLIED, "nothing tells of an interview"


_AGENCY = re.compile(
    r"\b(?:our|my|the) client\b|\b(?:unser|mein)\w* (?:Kund|Mandant|Auftraggeber)\w*|\bnotre client\b|\bmon client\b|\bnuestro cliente\b|"
    r"\bil nostro cliente\b|\b(?:onze|mijn) (?:klant|opdrachtgever)\b|\bnosso cliente\b|\bnasz\w* klient\w*\b|\bvår kund\b",
    re.IGNORECASE,
)

MAX_CANDIDATES = 60  # each is looked for in the whole mail; a hostile one names thousands

# -- company ---------------------------------------------------------------------------------------------------------

_ORG = (
    rf"({CAPITAL}[\w&'’+.\-]*(?:\s(?:{CAPITAL}[\w&'’+.\-]*|&|\+|and|und|et|y|of|de|du|des|della|di|für|for|der|the))*)"
)
_COMPANY_SUBJECT = (
    rf"\b(?:application|applying|interview|candidacy|interest|opportunit(?:y|ies)|position|role|update)\b.*?\b(?:at|with|to|from|in) {_ORG}$",
    rf"\b(?:Bewerbung|Interesse|Stelle)\b.*?\b(?:bei|an) (?:der |dem |die )?{_ORG}$",
    rf"\b(?:candidature|poste)\b.*?\b(?:chez|à|auprès de) {_ORG}$",
    rf"\b(?:candidatura|solicitud|proceso|vacante)\b.*?\b(?:en|con|a) {_ORG}$",
    rf"^{_ORG}\s*[:|-]\s",
)
_COMPANY_TEXT = (
    (
        rf"(?:interest in|interested in|applying (?:to|at|with|for)|apply (?:to|at)|application (?:to|at|with)|career(?:s)? (?:at|with)|"
        rf"(?:role|position|opening|job|opportunit(?:y|ies)|team|working|interview(?:ing|ed)?) (?:here )?(?:at|with)|joining|join) (?:us at |the |working at )?{_ORG}"
    ),
    rf"(?:Interesse an|bei|Bewerbung an) (?:der |dem |einer Mitarbeit bei |einer Tätigkeit bei )?{_ORG}",
    rf"(?:intérêt pour|chez|rejoindre|auprès de) {_ORG}",
    rf"(?:interés en|interés por|trabajar en|formar parte de|equipo de|proceso (?:de selección )?(?:en|de)) {_ORG}",
    rf"\b(?:The|Your|Das|Ihr|Dein|L'équipe|El equipo de|Il team|Team)\s+{_ORG}\s*(?:Team|Recruiting|Talent|HR)?\s*$",
)
_NOT_COMPANY = re.compile(
    r"^(?:the|our|your|this|that|we|i|you|us|dear|hello|hi|please|thank\w*|unfortunately|kind|best|team|monday|tuesday|wednesday|"
    r"thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december|sie|ihre?\w*|"
    r"wir|uns\w*|der|die|das|ihnen|vous|nous|votre|notre|usted|nosotros|nuestr\w*|stelle|position|bewerbung)$",
    re.IGNORECASE,
)


def company(mail: Mail, text: str) -> Fact | None:
    """The employer as its own mail writes it, if two places agree on it: display name, domain, subject, text."""
    for candidate, where in islice(_company_candidates(mail, text), MAX_CANDIDATES):
        name = _trim_company(candidate)
        if name and (seen := _witnesses(name, mail, text) - {where}):
            return Fact(name, " and ".join(sorted({where, *seen})))
    return None


def _company_candidates(mail: Mail, text: str) -> Iterator[tuple[str, str]]:
    display = _company_of_display(mail.sender)
    if display:
        yield display, "display name"
    subject = bare_subject(mail.subject)
    for pattern in _COMPANY_SUBJECT:
        yield from ((found, "subject") for found in re.findall(pattern, subject))
    for pattern in _COMPANY_TEXT:
        yield from ((found, "text") for found in re.findall(pattern, text, re.MULTILINE))


def _company_of_display(sender: Person | None) -> str:
    """ "Acme Talent Team" and "Julia from Acme" name a company; "Julia Meyer" does not."""
    if sender is None:
        return ""
    shown = re.sub(r"\(.*?\)|\[.*?\]", " ", unify(sender.name))
    via = re.match(rf"^.+?\s(?:from|at|von|bei|chez|de|@|\||·|via)\s+{_ORG}$", shown)
    if via and not DESK.search(via[1]):
        return via[1]
    rest = " ".join(DESK.sub(" ", shown).replace("@", " ").split()).strip(" -|,:&/")
    return rest if rest != " ".join(shown.split()) else ""


def _trim_company(name: str) -> str:
    name = " ".join(name.split()).rstrip(".,;:!?'’ ")
    name = re.sub(r"\s+(?:and|und|et|y|of|de|du|des|for|für|the|der|di|della|&|\+)$", "", name)
    name = re.sub(r"^(?:the|The|Das|Die|Der|La|Le|El)\s+(?=\S+\s*$)", "", name)
    if _NOT_COMPANY.match(name) or len(name) < 2 or len(name) > 60 or DESK.fullmatch(name):
        return ""
    return "" if _NOT_COMPANY.match(name.split()[0]) else name


def _witnesses(name: str, mail: Mail, text: str) -> set[str]:
    """The places that mention this very name; the domain counts when it spells the name."""
    said = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    squeezed = re.sub(r"[^a-z0-9]", "", name.lower())
    seen = set()
    if mail.sender and said.search(unify(mail.sender.name)):
        seen.add("display name")
    if said.search(unify(mail.subject)):
        seen.add("subject")
    if said.search(text):
        seen.add("text")
    if mail.sender and len(squeezed) >= 3 and squeezed in re.sub(r"[^a-z0-9]", "", mail.sender.domain):
        seen.add("domain")
    return seen


# -- role ------------------------------------------------------------------------------------------------------------

_ROLE = (
    rf"((?:{CAPITAL}[\w&'’+#./\-]*|\d[\w.]*)(?:\s(?:{CAPITAL}[\w&'’+#./\-]*|\([\w/. ]{{1,12}}\)|\*?in\b|of|and|for|in|&|-|–|/|de|du|des|en|"
    r"für|und|et|y|der|im|la|le|del|para|d'[\w]+|with|to|the|I{1,3}|[a-zà-ÿ]{3,}(?=\s(?:de|en|des|du)\b))){0,7})"
)
_QUOTED = r"[\"']([^\"'\n]{3,70})[\"']"
_ROLE_PATTERNS = tuple(
    pattern.replace("ROLE", group)
    for group in (_QUOTED, _ROLE)
    for pattern in (
        r"\b(?:position|role|post|job|vacancy|opening|opportunity|internship) (?:of|as|for|titled)?(?: an?| our| the)?:?\s?ROLE(?=[\s.,;:!?)]|$)",
        r"\b(?:the|our|a|an|of|for|this) (?:open |advertised |recent )?ROLE (?:position|role|post|job|vacancy|opening|opportunity|internship|gig)\b",
        r"\bfor the ROLE (?:at|with)\b",
        r"\b(?:Stelle|Position|Ausbildung|Ausbildungsplatz|Praktikum|Tätigkeit|Stellenausschreibung) (?:als|zum|zur|im Bereich|der|des|zum/zur)?:?\s?ROLE(?=[\s.,;:!?)]|$)",
        r"\bBewerbung (?:als|um die Stelle als|auf die Stelle als|auf die Position|zum|zur)\s?ROLE(?=[\s.,;:!?)]|$)",
        r"\b(?:poste|offre|stage|alternance|emploi) (?:de la |de |d'|d’|en tant que |: )ROLE(?=[\s.,;:!?)]|$)",
        r"\b(?:puesto|vacante|posición|plaza|oferta|prácticas) (?:de |como |para |: )ROLE(?=[\s.,;:!?)]|$)",
    )
)
_NOT_ROLE = re.compile(
    r"^(?:position|role|job|stelle|poste|puesto|the|our|this|application|your|team|company|interest|we|i|you|in|at|with|it|dear)$",
    re.IGNORECASE,
)
_REQUISITION = re.compile(
    r"\s*[-–(#,:]*\s*(?:(?:req|ref|job|id|nr|no)\W*)*[A-Z]{0,4}[-_]?\d{3,}[\w-]*\)?\s*$|\s+(?:at|with|bei|chez)\s.*$",
    re.IGNORECASE,
)


def role(mail: Mail, text: str, related: Sequence[Mail]) -> Fact | None:
    """The role as the mails write it: from the rejection itself, else from an earlier mail of the same thread."""
    subject = bare_subject(mail.subject)
    for where, source in (("text", text), ("subject", subject)):
        found = next(_roles(source), None)
        if found:
            return Fact(found, where)
    own_ids = {*mail.references, *mail.in_reply_to}
    for earlier in related:
        if earlier.message_id in own_ids and (found := next(_roles(bare_subject(earlier.subject)), None)):
            return Fact(found, f"subject of the earlier mail «{earlier.subject}»")
    return None


def _roles(source: str) -> Iterator[str]:
    flat = re.sub(r"(?<![ \t])[ \t]*\n(?!\n)", " ", source)
    for pattern in _ROLE_PATTERNS:
        for match in re.finditer(pattern, flat):
            trimmed = _trim_role(match[1])
            if trimmed:
                yield trimmed


def _trim_role(found: str) -> str:
    found = _REQUISITION.sub("", " ".join(found.split())).strip(" -–,.:;/")
    found = re.sub(r"\s+(?:and|und|et|y|of|de|du|des|for|für|the|der|in|im|en|with|to|&|para|at)$", "", found)
    pieces = found.split()
    if not pieces or len(found) > 70 or len(found) < 3 or any(_NOT_ROLE.match(piece) for piece in pieces[:1]):
        return ""
    return found if re.search(r"[^\W\d_]{2}", found) else ""
