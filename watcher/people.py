"""Whom to thank: the reply target if a person reads it, and the people who interviewed the user.

Everyone left out is left out for a named reason. Names of no-reply mailboxes follow the languages of the corpus;
machine headers (Auto-Submitted, Precedence, List-Unsubscribe) are soft evidence only, because most applicant
tracking systems set them on mails whose Reply-To is a recruiter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from watcher import stages
from watcher.desks import DESK
from watcher.domains import is_lookalike, is_nobodys, organisation, owners, spelled
from watcher.invitation import Invitation, invitations
from watcher.mail import Mail, Person
from watcher.mailboxes import Unreadable, is_robot, letters, spellings, unreadable, untagged
from watcher.text import own_text

MAX_INTERVIEWERS = 4
RECENT = timedelta(days=180)

_TOKEN = re.compile(
    r"^(?:reply|replies|response|antwort|respuesta|r|inbound|message|msg|candidate|conversation)[+._=-][\w+=.-]{4,}$|\+[\w=.-]{8,}$|[0-9a-f]{16,}"
)
_MANAGES = re.compile(
    r"\b(?:manager|director|head of|lead|founder|ceo|cto|coo|owner|principal|professor|dean|supervisor|leiter\w*|geschäftsführ\w*|inhaber\w*|gründer\w*|responsable|directeur|directrice|fondat\w+|"
    r"jefe|jefa|gerente|director\w*|responsabile|direttore|direttrice|titolare|chefe|gestor|diretor\w*|kierowni\w+|dyrektor\w*|właściciel\w*|chef|ansvarig|leder|daglig leder|müdür\w*|kurucu|"
    r"vedoucí|ředitel\w*|jednatel\w*|șef|manager|директор\w*|руководител\w*|керівни\w+|διευθυντ\w+|ιδρυτ\w+)\b|部長|課長|代表|店長|总监|经理|主管",
    re.IGNORECASE,
)
_NOT_YOURS = re.compile(
    r"\b(?:candidate|applicant|person|friend|colleague)(?: (?:whom|who|that))? you (?:have )?(?:recently )?(?:referred|recommended|interviewed|put forward|introduced)\b|\byour (?:referral|referee)\b|"
    r"\bthank you for (?:referring|recommending|your referral)\b|\b(?:your|the) (?:feedback|scorecard|notes) (?:on|about) the candidate\b|\bthe candidate (?:has been|was) (?:informed|told|rejected)\b|"
    r"\b(?:von (?:dir|ihnen) (?:empfohlene\w*|vorgeschlagene\w*)|deine empfehlung von|(?:den|die|der) (?:du|sie) (?:empfohlen|interviewt) (?:hast|haben))\b|"
    r"\b(?:que (?:vous avez|tu as) (?:recommandée?|cooptée?|reçue? en entretien)|votre cooptation|ta cooptation)\b|"
    r"\b(?:que (?:recomendaste|recomendó|entrevistaste|entrevistó)|tu referid[oa]|su referid[oa])\b|\b(?:che (?:hai|ha) (?:segnalato|raccomandato|intervistato))\b|"
    r"\b(?:die (?:je|u) hebt? (?:aangedragen|voorgedragen|aanbevolen))\b|\b(?:que (?:você|tu) (?:indicou|indicaste|recomendou|entrevistou))\b|"
    r"\b(?:którego|którą|kogo) (?:poleciłeś|poleciłaś|Pan polecił|Pani poleciła)\b|\b(?:som du (?:rekommenderade|tipsade om|intervjuade|anbefalte|anbefalede|intervjuet|interviewede))\b|"
    r"\b(?:önerdiğiniz|önerdiğin|mülakat yaptığınız) aday\b|\b(?:kterého jste doporučil|kterou jste doporučil)|\bpe care (?:ai|ați) recomandat|которого (?:ты|вы) рекомендовал|якого (?:ти|ви) рекомендува|"
    r"(?:ご紹介いただいた|ご推薦いただいた|面接していただいた)(?:方|候補者)|(?:您|你)(?:推荐|内推|面试)的(?:候选人|朋友|同学)|που (?:συστήσατε|συνέστησες|προτείνατε)"
    # and what somebody tells whom the others turned down
    r"|\b(?:I (?:got|was|have been|'ve been) (?:rejected|turned down)|(?:they|who) (?:rejected|turned down) me|turned me down|I (?:didn't|did not) get (?:it|the job)|ich (?:habe?|hab') (?:\w+ ){0,3}absage (?:bekommen|erhalten|gekriegt)|"
    r"haben (?:sie )?mich (?:\w+ )?(?:abgelehnt|nicht genommen)|(?:ils|on) (?:ne )?m'(?:ont|a) (?:pas (?:pris|retenu)|refus)\w*|je n'ai pas été (?:pris|retenu)e?|me (?:han )?(?:descartado|rechazado|rechazaron)|no me (?:han )?(?:cogido|cogieron|elegido|contratado)|que no sigo en el proceso|"
    r"mi hanno (?:scartat[oa]|rifiutat[oa])|non mi hanno pres[oa]|non sono stat[oa] (?:pres|scelt|selezionat)[oa]|ik ben (?:helaas )?(?:afgewezen|het niet geworden)|não fui (?:escolhid|selecionad|aprovad)[oa]|não me escolheram|fui rejeitad[oa]|(?:odrzucili|nie wzięli) mnie|nie dostał[ae]m (?:tej )?pracy|dostał[ae]m odmowę|"
    r"jag fick (?:inte jobbet|avslag|nej)|jeg (?:fik|fikk) (?:ikke jobben?t?|afslag|avslag)|beni (?:almadılar|reddettiler|elediler)|reddedildim|(?:nevzali|odmítli) mě|nu m-au (?:luat|ales)|am fost respins[ă]?|мене не взяли|мені відмовили|меня не взяли|мне отказали|με απέρριψαν|δεν με πήραν)\b|私も?落ち|我被拒|没要我",
    re.IGNORECASE,
)


class Relation(StrEnum):
    """Why this person is thanked; the letter is chosen by it."""

    SENDER = "sender"
    HIRING_MANAGER = "hiring manager"
    MAILBOX = "mailbox"
    RECRUITER = "recruiter"
    INTERVIEWER = "interviewer"


SENDERS = frozenset({Relation.SENDER, Relation.HIRING_MANAGER, Relation.MAILBOX})


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone to thank: the relation, why, and the mail that the letter answers."""

    person: Person
    relation: Relation
    why: str
    answers: Mail


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Someone not thanked, and why not."""

    person: Person | None
    why: Unreadable


@dataclass(frozen=True, slots=True)
class Thanks:
    """Who is thanked (at most one for the mail itself, then the interviewers), who is not, which meetings took place."""

    recipients: tuple[Recipient, ...]
    left_out: tuple[LeftOut, ...]
    meetings: tuple[Invitation, ...]


def to_thank(
    mail: Mail, related: Sequence[Mail], own: Sequence[str], company: str = "", *, interviewers: bool = True
) -> Thanks:
    """Whom to thank for this rejection. `own` are the user's addresses; `related` earlier mails, newest first.

    `company` is the employer's name if it is known: a domain that spells it counts as the company's own.
    """
    left: list[LeftOut] = []
    if _NOT_YOURS.search(own_text(mail)[:6_000]) or _is_a_copy(mail, (*own, *mail.delivered_to)):
        return Thanks((), (LeftOut(None, Unreadable.NOT_YOURS),), ())
    own = (*own, *mail.delivered_to)
    target = _reply_target(mail, related, own, left)
    held = _held((mail, *related), mail.date)
    circle = _circle(mail, target, related, company) | _clients(mail, held)
    chosen: list[Recipient] = []
    if target is not None:
        chosen.append(_sender(target, mail))
    elif (recruiter := _recruiter(mail, related, own, circle)) is not None:
        chosen.append(recruiter)
    if interviewers:
        from_meetings = _interviewers(held, related, own, circle, left)
        for candidate in (*from_meetings, *_writers(mail, related, own, circle)):
            if any(candidate.person.same(taken.person) for taken in chosen):
                continue
            if sum(1 for taken in chosen if taken.relation is Relation.INTERVIEWER) >= MAX_INTERVIEWERS:
                left.append(LeftOut(candidate.person, Unreadable.TOO_MANY))
            else:
                chosen.append(candidate)
    return Thanks(tuple(chosen), tuple(dict.fromkeys(left)), tuple(meeting for meeting, _ in held))


def _is_a_copy(mail: Mail, own: Sequence[str]) -> bool:
    """Whether it is written to strangers and the user is only in Cc. A colleague of the sender in To is no stranger."""
    ours = {untagged(address) for address in own}
    copied = {letters(p.name) for p in mail.cc if untagged(p.address) in ours}
    senders = [p for p in (mail.sender, *mail.reply_to) if p]
    house = {organisation(p.domain) for p in senders if not is_nobodys(p.domain)}
    others = [
        p for p in mail.to if not any(p.same(sender) for sender in senders) and organisation(p.domain) not in house
    ]
    itself = any(untagged(p.address) in ours or (p.name and letters(p.name) in copied) for p in mail.to)
    return bool(copied and others) and not itself


def _sender(target: Person, mail: Mail) -> Recipient:
    """The reply target with what is known of him or her: a manager by the signature, a token by the address."""
    if _TOKEN.search(target.local):
        return Recipient(target, Relation.MAILBOX, "sent the mail from an address whose replies a person reads", mail)
    title = next((line for line in own_text(mail).split("\n")[-12:] if len(line) < 60 and _MANAGES.search(line)), "")
    if title and not DESK.search(title):
        return Recipient(target, Relation.HIRING_MANAGER, f"sent the mail; signs as «{title.strip()}»", mail)
    return Recipient(target, Relation.SENDER, "sent the mail", mail)


def _reply_target(mail: Mail, related: Sequence[Mail], own: Sequence[str], left: list[LeftOut]) -> Person | None:
    """RFC 5322 3.6.2: Reply-To before From; judged for whether a person reads it and whether it may be trusted."""
    wanted = tuple({person.address.lower(): person for person in mail.reply_to}.values()) or (
        (mail.sender,) if mail.sender else ()
    )
    if len(wanted) > 1:
        read = tuple(person for person in wanted if unreadable(person, own) is None)
        wanted = read if len(read) == 1 else wanted
    if len(wanted) != 1:
        left.append(LeftOut(None, Unreadable.SEVERAL if wanted else Unreadable.NO_ADDRESS))
        return None
    target = wanted[0]
    problem = unreadable(target, own)
    if (
        problem is None
        and mail.sender
        and organisation(target.domain) != organisation(mail.sender.domain)
        and not _vouched(mail, own)
    ):
        problem = Unreadable.FOREIGN
    if (
        problem is None
        and not _vouched(mail, own)
        and is_lookalike(target.domain, [m.sender.domain for m in related if m.sender])
    ):
        problem = Unreadable.LOOKALIKE
    if problem is not None:
        left.append(LeftOut(target, problem))
        return None
    if mail.sender and mail.sender.same(target):
        return mail.sender
    return target


def _vouched(mail: Mail, own: Sequence[str]) -> bool:
    """Whether the user's own provider found that DMARC passes.

    RFC 8601 5: anybody can write Authentication-Results. Only the topmost counts, and only under a name that is at home
    where the mail was received or where the user has an address. Outlook gives no name at all.
    """
    if not mail.authentication:
        return False
    said = _spoken(mail.authentication[0])
    server = re.match(r"\s*([\w.-]+)(?:\s+\d+)?\s*;", said)
    home = {organisation(address.rpartition("@")[2]) for address in own} | {organisation(mail.received_by)}
    named = organisation(server[1]) in home if server else "outlook.com" in home
    return (named or not mail.received_by) and bool(re.search(r"(?:^|;)\s*dmarc\s*=\s*pass\b", said, re.IGNORECASE))


def _spoken(value: str) -> str:
    """Without quoted strings and comments: both may repeat what the sender called himself."""
    value = re.sub(r'"(?:[^"\\]|\\.)*+"', "", value)
    for _ in range(3):
        value = re.sub(r"\((?:[^()\\]|\\.)*+\)", "", value)
    return value.partition("(")[0]


def _circle(mail: Mail, target: Person | None, related: Sequence[Mail], company: str) -> frozenset[str]:
    """The organisational domains that count as the company's own."""
    people = [person for person in (mail.sender, target, *mail.reply_to) if person]
    ways = spellings(company)
    people += [
        m.sender
        for m in related
        if m.sender and any(way in re.sub(r"[^a-z0-9]", "", organisation(m.sender.domain)) for way in ways)
    ]
    return frozenset(organisation(p.domain) for p in people if not is_nobodys(p.domain))


def _clients(mail: Mail, held: Sequence[tuple[Invitation, Mail]]) -> frozenset[str]:
    """The domains of an agency's client that it names, where people of that domain sat in the meeting."""
    text = own_text(mail)[:6_000]
    if not stages.agency(f"{mail.subject}\n{text}"):
        return frozenset()
    words = re.findall(r"[^\W_][\w&'-]*", text)
    runs = (" ".join(words[at : at + length]) for at in range(len(words)) for length in (1, 2, 3))
    named = {way for run in runs if run[0].isupper() and len(run) > 3 for way in spelled(run)}
    people = (person for meeting, _ in held for person in meeting.attendees if not is_nobodys(person.domain))
    return frozenset(organisation(person.domain) for person in people if named & owners([person.domain]))


def _recruiter(mail: Mail, related: Sequence[Mail], own: Sequence[str], circle: frozenset[str]) -> Recipient | None:
    """The newest human in the thread, else the newest human of the company who wrote to the user."""
    thread = {*mail.references, *mail.in_reply_to}
    humans = [
        m
        for m in related
        if m.sender and unreadable(m.sender, own) is None and not _machine(m) and not is_robot(m.sender)
    ]
    in_thread = [m for m in humans if m.message_id in thread or thread & {*m.references, *m.in_reply_to}]
    at_company = [m for m in humans if m.sender and organisation(m.sender.domain) in circle]
    for found, why in (
        (in_thread, "wrote to you earlier in this thread"),
        (at_company, "wrote to you earlier from the company"),
    ):
        if found and found[0].sender:
            return Recipient(
                found[0].sender,
                Relation.RECRUITER,
                f"{why}; the rejection itself came from a mailbox nobody reads",
                found[0],
            )
    return None


def _machine(mail: Mail) -> bool:
    return mail.auto_submitted.startswith("auto-") or mail.precedence in {"bulk", "junk", "list"} or bool(mail.list_id)


def _held(mails: Sequence[Mail], now: datetime | None) -> tuple[tuple[Invitation, Mail], ...]:
    """Meetings that took place: as the last update has them, begun before now and not cancelled. Newest first."""
    last: dict[str, tuple[Invitation, Mail]] = {}
    for mail in mails:
        for meeting in invitations(mail):
            key = meeting.uid or f"{meeting.summary} {meeting.start}"  # a UID is compulsory, but not everybody knows
            if key not in last or _rank(meeting, mail) > _rank(*last[key]):
                last[key] = (meeting, mail)
    return tuple(
        (meeting, mail)
        for meeting, mail in last.values()
        if not meeting.cancelled and meeting.start is not None and now is not None and meeting.start < now
    )


def _rank(meeting: Invitation, mail: Mail) -> tuple[int, datetime, bool]:
    """RFC 5546 2.1.5: the higher sequence is the later update, and at the same sequence the later mail."""
    return meeting.sequence, mail.date or datetime.min.replace(tzinfo=UTC), meeting.cancelled


def _interviewers(
    held: Sequence[tuple[Invitation, Mail]],
    related: Sequence[Mail],
    own: Sequence[str],
    circle: frozenset[str],
    left: list[LeftOut],
) -> Iterator[Recipient]:
    seen: set[str] = set()
    for meeting, mail in held:
        theirs = circle | (
            {organisation(meeting.organizer.domain)}
            if meeting.organizer
            and mail.sender
            and meeting.organizer.domain == mail.sender.domain
            and not is_nobodys(meeting.organizer.domain)
            else frozenset()
        )
        for person in (*((meeting.organizer,) if meeting.organizer else ()), *meeting.attendees):
            if person.address.lower() in seen:
                continue
            seen.add(person.address.lower())
            problem = unreadable(person, own)
            if problem is None and is_robot(person):
                problem = Unreadable.ROBOT
            if problem is None and organisation(person.domain) not in theirs:
                problem = Unreadable.OTHER_COMPANY
            if problem is Unreadable.SELF:
                continue
            if problem is not None:
                left.append(LeftOut(person, problem))
                continue
            own_mail = next((m for m in related if m.sender and m.sender.same(person) and not m.calendars), None)
            yield Recipient(
                _named(person, own_mail),
                Relation.INTERVIEWER,
                f"was in the meeting «{meeting.summary}»",
                own_mail or mail,
            )


def _writers(mail: Mail, related: Sequence[Mail], own: Sequence[str], circle: frozenset[str]) -> Iterator[Recipient]:
    """Who wrote to the user from the company and spoke of having met."""
    thread = {*mail.references, *mail.in_reply_to}
    for earlier in related:
        sender = earlier.sender
        if sender is None or unreadable(sender, own) or _machine(earlier) or is_robot(sender):
            continue
        near = organisation(sender.domain) in circle or earlier.message_id in thread
        recent = mail.date is None or earlier.date is None or mail.date - RECENT < earlier.date < mail.date
        met = stages.met(own_text(earlier)) if near and recent else ""
        if met:
            yield Recipient(sender, Relation.INTERVIEWER, f"wrote to you «{met}»", earlier)


def _named(person: Person, own_mail: Mail | None) -> Person:
    return own_mail.sender if not person.name and own_mail and own_mail.sender else person
