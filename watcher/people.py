"""Whom to thank: the reply target if a person reads it, and the people who interviewed the user.

Everyone left out is left out for a named reason. Names of no-reply mailboxes follow the languages of the corpus;
machine headers (Auto-Submitted, Precedence, List-Unsubscribe) are soft evidence only, because most applicant
tracking systems set them on mails whose Reply-To is a recruiter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from watcher.domains import is_nobodys, organisation
from watcher.invitation import Invitation, invitations
from watcher.mail import Mail, Person

MAX_INTERVIEWERS = 4


class Relation(StrEnum):
    """Why this person is thanked; the letter is chosen by it."""

    SENDER = "sender"
    RECRUITER = "recruiter"
    INTERVIEWER = "interviewer"


class Unreadable(StrEnum):
    """Why a person or a mailbox is not written to."""

    NO_ADDRESS = "the mail names nobody to reply to"
    SEVERAL = "the mail asks for replies to several addresses"
    NO_REPLY = "nobody reads this mailbox (no-reply)"
    SYSTEM = "a mail system's own address"
    SELF = "the user's own address"
    FOREIGN = "the reply address belongs to another domain than the sender, and no DMARC pass vouches for it"
    ROBOT = "a room or a scheduling robot"
    OTHER_COMPANY = "from another company"
    TOO_MANY = "more interviewers than are written to"
    ALREADY = "thanked already as the sender"


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


_NO_REPLY = re.compile(
    r"no[t]?repl(?:y|ies)|donot(?:reply|respond|answer)|dontreply|noresponse|nepasrepondre|neparepondre|sansreponse|keineantwort|"
    r"nichtantworten|bittenichtantworten|norespond(?:er|a)|norespuesta|nonrispond(?:ere|ete)|naoresponda|naoresponder|naorespond|"
    r"nietbeantwoorden|nietantwoorden|geenantwoord|nieodpowiadaj|nieodpowiadac|ejsvara|svaraej|svarainte|svarikke|ikkesvar|"
    r"besvarikke|neodpovid(?:a[tj]|ejte)|nevidpovida(?:ty|jte)|minapantate|henshinfuka|nuraspunde|cevaplamayin|yanitlamayin|neotvechat|unmonitored|notmonitored|unattended|"
    r"autoresponder|automailer|automated$|^mailer$|^notifications?$|^notify$|^alerts?$|^donot$"
)
_SYSTEM = re.compile(
    r"^(?:mailer-?daemon|postmaster|hostmaster|abuse|root|bounces?(?:[+=-].*)?|owner-.*|.*-request|.*-bounces?|.*-owner)$"
)
_ROBOT = re.compile(
    r"(?:^|[._+-])(?:room|rooms|raum|salle|sala|conf|conference|meeting-?room|resource|calendar|calendars|scheduler|scheduling|"
    r"schedule|bot|robot|assistant|calendly|goodtime|modernloop|zoom|teams|webex|meet|booking|kalender|interviews?)(?:[._+-]|$|\d)",
)
_FAMILIES = frozenset({"sala", "salle", "raum"})


def to_thank(
    mail: Mail, related: Sequence[Mail], own: Sequence[str], company: str = "", *, interviewers: bool = True
) -> Thanks:
    """Whom to thank for this rejection. `own` are the user's addresses; `related` earlier mails, newest first.

    `company` is the employer's name if it is known: a domain that spells it counts as the company's own.
    """
    left: list[LeftOut] = []
    target = _reply_target(mail, own, left)
    circle = _circle(mail, target, related, company)
    held = _held((mail, *related), mail.date)
    chosen: list[Recipient] = []
    if target is not None:
        chosen.append(Recipient(target, Relation.SENDER, "sent the mail", mail))
    elif (recruiter := _recruiter(mail, related, own, circle)) is not None:
        chosen.append(recruiter)
    if interviewers:
        for candidate in _interviewers(held, related, own, circle, left):
            if any(candidate.person.same(taken.person) for taken in chosen):
                continue
            if sum(1 for taken in chosen if taken.relation is Relation.INTERVIEWER) >= MAX_INTERVIEWERS:
                left.append(LeftOut(candidate.person, Unreadable.TOO_MANY))
            else:
                chosen.append(candidate)
    return Thanks(tuple(chosen), tuple(dict.fromkeys(left)), tuple(meeting for meeting, _ in held))


def unreadable(person: Person, own: Sequence[str]) -> Unreadable | None:
    """Why nobody would read a reply to this mailbox, or None when a person probably does."""
    if any(person.same(address) for address in own):
        return Unreadable.SELF
    if _SYSTEM.match(person.local):
        return Unreadable.SYSTEM
    if _NO_REPLY.search(_squeezed(person.local)) or _NO_REPLY.search(_squeezed(person.name)):
        return Unreadable.NO_REPLY
    return None


def _squeezed(text: str) -> str:
    """Lower-case letters only, without accents: as the pattern is written."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ı", "i"))
    return re.sub(r"[\W_\d]", "", plain)


def _is_robot(person: Person) -> bool:
    """A room or a scheduler by its address. Maria Sala has a name that the address spells; a room comes before its own."""
    words = re.findall(r"[^\W_]+", person.local)
    if len(words) > 1 and words[-1] in _FAMILIES and sorted(words) == sorted(re.findall(r"\w+", person.name.lower())):
        return False
    return bool(_ROBOT.search(person.local))


def _reply_target(mail: Mail, own: Sequence[str], left: list[LeftOut]) -> Person | None:
    """RFC 5322 3.6.2: Reply-To before From; judged for whether a person reads it and whether it may be trusted."""
    wanted = tuple({person.address.lower(): person for person in mail.reply_to}.values()) or (
        (mail.sender,) if mail.sender else ()
    )
    if len(wanted) != 1:
        left.append(LeftOut(None, Unreadable.SEVERAL if wanted else Unreadable.NO_ADDRESS))
        return None
    target = wanted[0]
    problem = unreadable(target, own)
    if (
        problem is None
        and mail.sender
        and organisation(target.domain) != organisation(mail.sender.domain)
        and not _vouched(mail)
    ):
        problem = Unreadable.FOREIGN
    if problem is not None:
        left.append(LeftOut(target, problem))
        return None
    if mail.sender and mail.sender.same(target):
        return mail.sender
    return target


def _vouched(mail: Mail) -> bool:
    """RFC 8601: only the topmost Authentication-Results was written by the user's own provider."""
    return bool(mail.authentication) and bool(re.search(r"\bdmarc=pass\b", mail.authentication[0], re.IGNORECASE))


def _circle(mail: Mail, target: Person | None, related: Sequence[Mail], company: str) -> frozenset[str]:
    """The organisational domains that count as the company's own."""
    people = [person for person in (mail.sender, target, *mail.reply_to) if person]
    squeezed = re.sub(r"[^a-z0-9]", "", company.lower())
    if len(squeezed) >= 4:
        people += [
            m.sender
            for m in related
            if m.sender and squeezed in re.sub(r"[^a-z0-9]", "", organisation(m.sender.domain))
        ]
    return frozenset(organisation(p.domain) for p in people if not is_nobodys(p.domain))


def _recruiter(mail: Mail, related: Sequence[Mail], own: Sequence[str], circle: frozenset[str]) -> Recipient | None:
    """The newest human in the thread, else the newest human of the company who wrote to the user."""
    thread = {*mail.references, *mail.in_reply_to}
    humans = [
        m
        for m in related
        if m.sender and unreadable(m.sender, own) is None and not _machine(m) and not _is_robot(m.sender)
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
            if problem is None and _is_robot(person):
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


def _named(person: Person, own_mail: Mail | None) -> Person:
    return own_mail.sender if not person.name and own_mail and own_mail.sender else person
