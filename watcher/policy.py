"""What happens to one mail: thank somebody, ask the user, or leave it, always for a named reason. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from watcher.classifier import Band, Verdict
from watcher.invitation import invitations
from watcher.mail import Mail
from watcher.mailboxes import untagged
from watcher.people import Recipient, Thanks


class Reason(StrEnum):
    """Why a mail got the outcome it got. The same words stand in the log, in `status` and in `explain`."""

    REJECTION = "a rejection: drafted"
    SAID_YES = "you labelled it a rejection: drafted"
    UNSURE = "unsure: please review"
    MEETING = "it reads like a rejection and asks you to a meeting: please review"
    NOT_A_REJECTION = "not a rejection"
    SAID_NO = "you labelled it as no rejection"
    OWN_MAIL = "you wrote it yourself"
    BOUNCE = "a delivery report"
    AUTO_REPLY = "an automatic reply to one of your mails"
    MAILING_LIST = "from a mailing list"
    TOO_OLD = "a rejection, but too old to answer"
    NOBODY = "a rejection, but nobody would read a reply"
    NO_LETTER = "a rejection, but no letter in its language"
    ANSWERED = "a rejection that you answered already"
    DRAFT_EXISTS = "a rejection that already has a draft"
    RESENT = "a rejection that came before"
    LETTER_FAILED = "a rejection, but the letter failed its own check"
    DRY_RUN = "a rejection: would be drafted"
    UNREADABLE = "could not be read"
    NEEDS_ATTENTION = "a draft may or may not be there: please look"

    @property
    def advice(self) -> str:
        """What the user could do about it, where the reason alone does not say so."""
        return _ADVICE.get(self, "")


_ADVICE = {
    Reason.NO_LETTER: "answer by hand; or write these into your own templates folder, then label the mail yes",
}


TO_REVIEW = frozenset({Reason.UNSURE, Reason.MEETING})


@dataclass(frozen=True, slots=True)
class Rules:
    """The user's settings that decide."""

    own: tuple[str, ...]
    max_age: timedelta


@dataclass(frozen=True, slots=True)
class History:
    """What is known of this mail from before. `said` is the user's explicit label; `age` counts from its arrival."""

    said: bool | None = None
    seen_before: bool = False
    answered: bool = False
    draft_exists: bool = False
    age: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Thank:
    """Write to these, in this order."""

    reason: Reason
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Show it to the user: the unsure ones in `review`, all of them in `status`."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Leave:
    """Do nothing."""

    reason: Reason


Decision = Thank | Ask | Leave


def at_a_glance(mail: Mail, own: Sequence[str]) -> Leave | None:
    """What the headers alone settle (RFC 3834 section 2, RFC 3464, RFC 2919)."""
    if mail.sender and untagged(mail.sender.address) in {untagged(address) for address in own}:
        return Leave(Reason.OWN_MAIL)
    if mail.report or (mail.sender and re.match(r"mailer-?daemon|postmaster", mail.sender.local)):
        return Leave(Reason.BOUNCE)
    if mail.auto_submitted.startswith("auto-replied"):
        return Leave(Reason.AUTO_REPLY)
    if mail.list_id and mail.list_post and not mail.list_post.upper().startswith("NO"):
        return Leave(Reason.MAILING_LIST)
    return None


def is_candidate(mail: Mail, verdict: Verdict, history: History, rules: Rules) -> bool:
    """Whether it is worth looking up related mail: a sure rejection, or one by the user's word."""
    if history.said is not None:
        return history.said
    return verdict.band is Band.REJECTION and at_a_glance(mail, rules.own) is None


def decide(
    mail: Mail, verdict: Verdict, thanks: Thanks | None, history: History, rules: Rules, *, speaks: bool = True
) -> Decision:
    """The decision on one mail. `thanks` is needed only when `is_candidate`; the user's word beats the model's.

    `speaks` tells whether there are letters in the language of the mail for all who are thanked.
    """
    glance = at_a_glance(mail, rules.own)
    if glance is not None and history.said is not True:
        return glance
    if history.said is False:
        return Leave(Reason.SAID_NO)
    if not is_candidate(mail, verdict, history, rules):
        return Ask(Reason.UNSURE) if verdict.band is Band.UNSURE else Leave(Reason.NOT_A_REJECTION)
    if history.said is None and any(not meeting.cancelled for meeting in invitations(mail)):
        return Ask(Reason.MEETING)  # whoever asks somebody to a meeting turns nobody down
    return _candidate(thanks, history, rules, speaks=speaks)


def _candidate(thanks: Thanks | None, history: History, rules: Rules, *, speaks: bool) -> Decision:
    against = {
        Reason.ANSWERED: history.answered,
        Reason.DRAFT_EXISTS: history.draft_exists,
        Reason.RESENT: history.seen_before,
        Reason.TOO_OLD: history.age > rules.max_age,
    }
    reason = next((reason for reason, holds in against.items() if holds), None)
    if reason is not None:
        return Leave(reason)
    if thanks is None or not thanks.recipients:
        return Leave(Reason.NOBODY)
    if not speaks:
        return Ask(Reason.NO_LETTER)
    return Thank(Reason.SAID_YES if history.said else Reason.REJECTION, thanks.recipients)
