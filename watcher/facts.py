"""What a letter may mention: company, role, stage, language and register, each with where it was read.

A fact that is not sure is left out: `None` beats a guess. Gender is never a fact here.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import py3langid

from watcher import clients, employer, roles, stages, titles
from watcher.desks import AGENCY
from watcher.domains import HAN, is_agencys, squeezed
from watcher.invitation import Invitation, invitations
from watcher.mail import Mail
from watcher.orgnames import of_display
from watcher.stages import Stage
from watcher.text import bare_subject, own_text

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
MAX_READ = 9_000
ENOUGH = 60  # letters from which on a language can be told
CLEAR = 50.0  # the logarithm of how much likelier another language is
_VARIETIES = {"nb": "no", "nn": "no", "yue": "zh"}
_FULL_WIDTH = str.maketrans(
    {"，": ", ", "：": ": ", "；": "; ", "（": " (", "）": ") ", "！": "! ", "？": "? ", "｜": " | ", "／": " / "}
)

__all__ = [
    "LANGUAGES",
    "Certainty",
    "Fact",
    "Facts",
    "Stage",
    "company",
    "gather",
    "language_of",
    "of_this_application",
    "role",
]


class Certainty(StrEnum):
    """How sure a fact is. Less than this is no fact."""

    AGREED = "two places agree"
    STATED = "stated plainly, once"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value, where it was read, in words for the user, and how sure it is."""

    value: str
    where: str
    sure: Certainty = Certainty.STATED


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an application. `stage` carries its proof; `doubts` say why company or role are not known."""

    language: str
    informal: bool = False
    company: Fact | None = None
    role: Fact | None = None
    requisition: Fact | None = None
    stage: Stage = Stage.APPLIED
    stage_where: str = ""
    agency: bool = False
    doubts: tuple[str, ...] = ()


def gather(mail: Mail, related: Sequence[Mail], meetings: Sequence[Invitation]) -> Facts:
    """The facts of the application that a rejection is about. `related` are earlier mails, `meetings` those held."""
    text = own_text(mail)[:MAX_READ].translate(_FULL_WIDTH)
    subject = bare_subject(mail.subject)[:500].translate(_FULL_WIDTH)
    language = language_of(f"{subject}\n{text}")
    firm = _employer(mail, subject, text, language)
    agency = stages.agency(f"{subject}\n{text}")
    if agency or _signs_as_agency(mail, text, firm.value):
        firm = _client(firm, subject, text, language, told=agency)
    job = roles.read(subject, text, language, firm.value, _thread_subjects(mail, related), _shown(mail))
    number = titles.requisition(subject, text)
    held = meetings[0].summary or "untitled" if meetings and not stages.called_off(text) else ""
    stage, where = stages.stage(text, subject, language, held)
    told = (("company", firm.doubt), ("role", job.doubt))
    return Facts(
        language=language,
        informal=_informal(language, text),
        company=_fact(firm.value, firm.where, agreed=" and " in firm.where),
        role=_fact(job.value, job.where, agreed=job.agreed),
        requisition=_fact(number, "subject or text", agreed=False),
        stage=stage,
        stage_where=where,
        agency=agency,
        doubts=tuple(f"{what}: {doubt}" for what, doubt in told if doubt),
    )


def company(mail: Mail, text: str) -> Fact | None:
    """The employer as its own mail writes it, if two places of the mail agree on it."""
    subject = bare_subject(mail.subject)[:500]
    language = language_of(f"{subject}\n{text[:MAX_READ]}")
    found = _employer(mail, subject, text[:MAX_READ], language)
    return _fact(found.value, found.where, agreed=True)


def role(mail: Mail, text: str, related: Sequence[Mail]) -> Fact | None:
    """The role as the mail writes it: from the rejection itself, else from an earlier mail of the same thread."""
    subject = bare_subject(mail.subject)[:500]
    language = language_of(f"{subject}\n{text[:MAX_READ]}")
    firm = _employer(mail, subject, text[:MAX_READ], language).value
    found = roles.read(subject, text[:MAX_READ], language, firm, _thread_subjects(mail, related))
    return _fact(found.value, found.where, agreed=found.agreed)


def of_this_application(mail: Mail, related: Sequence[Mail]) -> tuple[Mail, ...]:
    """Earlier mails without those that name another role than this mail does: two applications at one company.

    Cancellations stay, whatever they name: without them a meeting that was called off would look held.
    """
    wanted = role(mail, own_text(mail), ())
    if wanted is None:
        return tuple(related)
    thread = {*mail.references, *mail.in_reply_to}
    return tuple(
        earlier
        for earlier in related
        if earlier.message_id in thread
        or any(meeting.cancelled for meeting in invitations(earlier))
        or not _names_another(earlier, wanted.value)
    )


def _names_another(earlier: Mail, wanted: str) -> bool:
    """Whether a mail surely names a role that shares no word with the wanted one, which it nowhere mentions."""
    text = own_text(earlier)
    named = role(earlier, text, ())
    said = f"{earlier.subject}\n{text}".casefold()
    words = {word[:5] for word in _words(wanted)}
    return (
        named is not None
        and not any(word in said for word in words)
        and _script(named.value) == _script(wanted)  # セールス and Sales may be one
    )


def _words(role: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", role.casefold()) if len(word) > 3] or [role.casefold()]


def _script(text: str) -> str:
    """The alphabet of the first letter: Latin, Greek, CYRILLIC, CJK …"""
    return unicodedata.name(next((c for c in text if c.isalpha()), "A")).split()[0]


def _employer(mail: Mail, subject: str, text: str, language: str) -> employer.Found:
    """Whatever is called a role is no company, unless the sender's own domain spells it."""
    first = employer.read(mail, text, language)
    if employer.DOMAIN in first.where:
        return first
    job = roles.read(subject, text, language, sender=_shown(mail)).value
    if HAN.match(first.value) and job.startswith(first.value) and employer.SUBJECT in first.where:
        return first  # 晨光软件前端工程师: nothing parts the two but the subject
    return employer.read(mail, text, language, job)


def _shown(mail: Mail) -> str:
    """What the sender is called, without its desk."""
    return next((part for part, _ in of_display(mail.sender.name)), "") if mail.sender else ""


def _client(agency: employer.Found, subject: str, text: str, language: str, *, told: bool) -> employer.Found:
    """The client that the mail names; else what was read, unless that may be the agency itself.

    `told` is whether the mail speaks of a client: else an agency may be the employer, if subject or text name it as one.
    """
    named = dict.fromkeys(name for name in clients.named(subject, text, language) if name not in agency.value)
    named = named or dict.fromkeys(
        name for name in clients.heard_from(text, language) if squeezed(name) not in squeezed(agency.value)
    )
    if len(named) == 1:
        return employer.Found(next(iter(named)), where="text, as the agency's client")
    silent = not {employer.TEXT, employer.SUBJECT} & set(agency.where.split(" and "))
    own = employer.DOMAIN in agency.where
    itself = own or silent or employer.SIGNATURE in agency.where or employer.DISPLAY in agency.where
    if agency.value and ((told and itself) or (own and silent)):
        return employer.Found(doubt=f"«{agency.value}» seems to be an agency that tells of its client's decision")
    return agency


# What stays at the end of a firm's own name is no desk of it: Fenwright Search.
_RECRUITS = re.compile(r"\S\s(?:search|recruit(?:ment|ing|ers)|staffing|selection|headhunting|personnel|talent|selección|selezione|werving)$", re.IGNORECASE)  # fmt: skip


def _signs_as_agency(mail: Mail, text: str, firm: str) -> bool:
    """Whether a sender's domain, display name or last lines, or the firm's own name, are those of an agency."""
    last = [line for line in text.split("\n") if 0 < len(line.strip()) < 60][-6:]
    shown = mail.sender.name if mail.sender else ""
    told = AGENCY.search("\n".join((shown, firm, *last))) or _RECRUITS.search(firm)
    return bool(told) or (mail.sender is not None and is_agencys(mail.sender.domain))


def _thread_subjects(mail: Mail, related: Sequence[Mail]) -> list[str]:
    own_ids = {*mail.references, *mail.in_reply_to}
    return [bare_subject(earlier.subject) for earlier in related if earlier.message_id in own_ids]


def _fact(value: str, where: str, *, agreed: bool) -> Fact | None:
    return Fact(value, where, Certainty.AGREED if agreed else Certainty.STATED) if value else None


def language_of(text: str) -> str:
    """One of `LANGUAGES`; the code of another for a text that is clearly in that one; "en" when it is too short to tell.

    A mail in two languages, of which one is of `LANGUAGES`, is in that one.
    """
    # cut first, and one start a word: an endless word is read once
    said = re.sub(r"(?<!\S)\S*[@/]\S*", " ", text[:16_000])[:4000]
    found = str(py3langid.classify(said)[0])
    found = _VARIETIES.get(found, found)
    if found in LANGUAGES:
        return found
    _, ahead = _best_of_ours(said, found)
    if len(re.findall(r"\w", said)) < ENOUGH or ahead > -CLEAR:
        return "en"
    return _other_half(said, found) or found


def _other_half(text: str, other: str) -> str:
    """The one of `LANGUAGES` in which a good part of the text is; a subject or a greeting alone is not enough."""
    shares: Counter[str] = Counter()
    for part in re.split(r"\n\s*\n", text):
        ours, ahead = _best_of_ours(part, other)
        shares[ours] += len(part) if ahead > CLEAR else 0
    ours, share = shares.most_common(1)[0]
    return ours if share * 4 > len(text) else ""


def _best_of_ours(text: str, other: str) -> tuple[str, float]:
    """The likeliest of `LANGUAGES`, and how far it is ahead of the other one."""
    scores = {str(language): float(score) for language, score in py3langid.rank(text)}
    ours = max((*LANGUAGES, *_VARIETIES), key=lambda language: scores.get(language, -math.inf))
    return _VARIETIES.get(ours, ours), scores[ours] - scores[other]


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
