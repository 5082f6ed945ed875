"""What would be written for one mail if it were a rejection: no account, no network, no classifier, nothing kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from watcher import facts as fact
from watcher import letter, people, policy
from watcher.facts import Facts
from watcher.letter import Identity, LetterError, Letters, Written
from watcher.mail import Mail, parse
from watcher.people import Recipient, Thanks
from watcher.text import own_text


@dataclass(frozen=True, slots=True)
class Choice:
    """A letter to one person; `problem` says why it could not be written."""

    recipient: Recipient
    template: str
    written: Written | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The facts, the people and the letters. `nobody` says why no letter is written at all."""

    mail: Mail
    identity: Identity
    facts: Facts
    thanks: Thanks
    choices: tuple[Choice, ...]
    nobody: str = ""


def preview(
    mail: Mail,
    identities: Sequence[Identity],
    letters: Letters,
    now: datetime,
    *,
    interviewers: bool = True,
    quote: bool = False,
    every: bool = False,
) -> Preview:
    """The same decisions that a visit makes, but the verdict. With `every` all wordings of each kind that fits."""
    own = [identity.address for identity in identities]
    company = fact.company(mail, own_text(mail))
    thanks = people.to_thank(mail, (), own, company.value if company else "", interviewers=interviewers)
    facts = fact.gather(mail, (), thanks.meetings)
    glance = policy.at_a_glance(mail, own)
    identity = letter.identity_for(mail, identities)
    why = glance.reason.value if glance else _why_nobody(thanks) or _why_no_letter(facts, thanks, letters)
    found = Preview(mail, identity, facts, thanks, (), why)
    if found.nobody:
        return found
    choices: list[Choice] = []
    for recipient in thanks.recipients:
        kind = letters.wordings(facts.language, letter.kind_of(recipient, facts))
        choices += [_write(found, recipient, letters, now, quote, only) for only in (kind if every else ("",))]
    return replace(found, choices=tuple(choices))


def _why_nobody(thanks: Thanks) -> str:
    if thanks.recipients:
        return ""
    return "; ".join(f"{left.why.value} ({left.why.advice})" for left in thanks.left_out) or "the mail names nobody"


def _why_no_letter(facts: Facts, thanks: Thanks, letters: Letters) -> str:
    reason = policy.Reason.NO_LETTER
    missing = letters.missing(facts.language, {letter.kind_of(person, facts) for person in thanks.recipients})
    return f"{reason.value} ({reason.advice}: {', '.join(missing)})" if missing else ""


def _write(found: Preview, recipient: Recipient, letters: Letters, now: datetime, quote: bool, only: str) -> Choice:  # noqa: FBT001 - one of six that travel together
    message_id = letter.make_message_id("preview", found.mail.identity, recipient.person.address, found.identity.domain)
    avoid = [name for name in letters.names if only and name != only]
    try:
        written = letter.write(
            recipient, found.facts, found.identity, letters, message_id=message_id, written_at=now, avoid=avoid, quote=quote
        )  # fmt: skip
    except LetterError as error:
        return Choice(recipient, only, None, str(error))
    return Choice(recipient, written.template, written)


def headers(written: Written) -> list[tuple[str, str]]:
    """The headers of a finished letter as a reader sees them: decoded, on one line each."""
    mail = parse(written.draft.raw)
    shown = [("From", mail.sender), ("To", mail.to[0] if mail.to else None)]
    lines = [(name, f"{person.name} <{person.address}>".strip()) for name, person in shown if person]
    return [*lines, ("Subject", mail.subject), *(("In-Reply-To", found) for found in mail.in_reply_to)]


def identity_of(mail: Mail) -> Identity:
    """Whom the mail was written to, when no configuration tells who the user is."""
    person = next(iter((*mail.to, *mail.cc)), None)
    if person is None:
        return Identity("you@example.org", "You")
    return Identity(person.address, person.name or person.local)
