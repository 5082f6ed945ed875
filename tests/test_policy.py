"""watcher.policy: one decision for one mail, always for a named reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters import received
from watcher.classifier import Band, Verdict
from watcher.mail import Mail
from watcher.people import Recipient, Relation, Thanks, to_thank
from watcher.policy import Ask, Decision, History, Leave, Reason, Rules, Thank, at_a_glance, decide, is_candidate

OWN = ("alex@example.org", "a.example@work.example")
RULES = Rules(own=OWN, max_age=timedelta(days=14))
FRESH = History()
REJECTION, UNSURE, OTHER = (
    Verdict(p, band, (), "", "m") for p, band in ((0.99, Band.REJECTION), (0.5, Band.UNSURE), (0.01, Band.OTHER))
)
MAIL = received()
NOBODY = received(sender="no-reply@helmwerk.example")
YES, NO = History(said=True), History(said=False)
MEETING = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260917T070000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
BY_VISIT = {Reason.DRY_RUN, Reason.LETTER_FAILED, Reason.UNREADABLE, Reason.NEEDS_ATTENTION}

CASES: list[tuple[str, Mail, Verdict, History, type[Decision], Reason]] = [
    ("rejection", MAIL, REJECTION, FRESH, Thank, Reason.REJECTION),
    ("the user says yes", MAIL, OTHER, YES, Thank, Reason.SAID_YES),
    ("yes, of a list", received(list_id="<l>", list_post="<mailto:l@x.example>"), OTHER, YES, Thank, Reason.SAID_YES),
    ("unsure", MAIL, UNSURE, FRESH, Ask, Reason.UNSURE),
    ("other", MAIL, OTHER, FRESH, Leave, Reason.NOT_A_REJECTION),
    ("the user says no", MAIL, REJECTION, NO, Leave, Reason.SAID_NO),
    ("no, though old and answered", MAIL, REJECTION, History(said=False, answered=True, age=timedelta(99)), Leave, Reason.SAID_NO),
    ("own mail", received(sender="Alex <A.Example@Work.example>"), REJECTION, FRESH, Leave, Reason.OWN_MAIL),
    ("own mail with a tag", received(sender="Alex <alex+jobs@example.org>"), REJECTION, FRESH, Leave, Reason.OWN_MAIL),
    ("report", received(report=True), REJECTION, FRESH, Leave, Reason.BOUNCE),
    ("mailer-daemon", received(sender="Mail <MAILER-DAEMON@x.example>"), REJECTION, FRESH, Leave, Reason.BOUNCE),
    ("out of office", received(auto_submitted="auto-replied; x=y"), REJECTION, FRESH, Leave, Reason.AUTO_REPLY),
    ("list", received(list_id="<l>", list_post="<mailto:l@x.example>"), REJECTION, FRESH, Leave, Reason.MAILING_LIST),
    ("announcement list", received(list_id="<l>", list_post="NO"), REJECTION, FRESH, Thank, Reason.REJECTION),
    ("applicant tracking system", received(list_id="<l>", precedence="bulk", auto_submitted="auto-generated"), REJECTION, FRESH, Thank, Reason.REJECTION),
    ("too old", MAIL, REJECTION, History(age=timedelta(days=14, seconds=1)), Leave, Reason.TOO_OLD),
    ("just young enough", MAIL, REJECTION, History(age=timedelta(days=14)), Thank, Reason.REJECTION),
    ("too old, though the user says yes", MAIL, OTHER, History(said=True, age=timedelta(99)), Leave, Reason.TOO_OLD),
    ("nobody", NOBODY, REJECTION, FRESH, Leave, Reason.NOBODY),
    ("answered", MAIL, REJECTION, History(answered=True), Leave, Reason.ANSWERED),
    ("answered, though the user says yes", MAIL, REJECTION, History(said=True, answered=True), Leave, Reason.ANSWERED),
    ("draft there", MAIL, REJECTION, History(draft_exists=True), Leave, Reason.DRAFT_EXISTS),
    ("asked to a meeting", replace(MAIL, calendars=(MEETING,)), REJECTION, FRESH, Ask, Reason.MEETING),
    ("a meeting called off", replace(MAIL, calendars=(MEETING.replace(b"REQUEST", b"CANCEL"),)), REJECTION, FRESH, Thank, Reason.REJECTION),
    ("in Finnish", MAIL, REJECTION, FRESH, Ask, Reason.NO_LETTER),
    ("in Finnish, though the user says yes", MAIL, OTHER, YES, Ask, Reason.NO_LETTER),
    ("in Finnish, but nobody reads it", NOBODY, REJECTION, FRESH, Leave, Reason.NOBODY),
    ("came before", MAIL, REJECTION, History(seen_before=True), Leave, Reason.RESENT),
]  # fmt: skip


def thanks_for(mail: Mail) -> Thanks:
    return to_thank(mail, (), OWN)


@pytest.mark.parametrize(
    ("name", "mail", "verdict", "history", "kind", "reason"), CASES, ids=[case[0] for case in CASES]
)
def test_each_mail_is_decided_for_its_reason(
    name: str, mail: Mail, verdict: Verdict, history: History, kind: type[Decision], reason: Reason
) -> None:
    """Thank, ask or leave, and why. There are no letters in Finnish."""
    decision = decide(mail, verdict, thanks_for(mail), history, RULES, speaks="Finnish" not in name)

    assert (kind, reason) == (type(decision), decision.reason)


def test_every_reason_is_reached() -> None:
    """No reason is dead: those not decided here are given by the visit."""
    assert set(Reason) == {case[-1] for case in CASES} | BY_VISIT
    assert set() == {case[-1] for case in CASES} & BY_VISIT


def test_reasons_are_distinct_words() -> None:
    """Log, status and explain show the words, so no two reasons may share them."""
    assert len(Reason) == len({reason.value for reason in Reason})


def test_whoever_is_thanked_is_who_was_found() -> None:
    """The decision keeps the people and their order."""
    thanks = thanks_for(MAIL)

    assert Thank(Reason.REJECTION, thanks.recipients) == decide(MAIL, REJECTION, thanks, FRESH, RULES)


@pytest.mark.parametrize("thanks", [None, Thanks((), (), ())])
def test_without_people_there_is_nobody(thanks: Thanks | None) -> None:
    """A rejection without a recipient is left."""
    assert Leave(Reason.NOBODY) == decide(MAIL, REJECTION, thanks, FRESH, RULES)


@given(
    st.sampled_from([REJECTION, UNSURE, OTHER]), st.sampled_from([None, True, False]), st.booleans(), st.booleans(), st.booleans(), st.integers(0, 30),
    st.sampled_from([MAIL, NOBODY, received(report=True), received(sender="alex@example.org")]),
)  # fmt: skip
def test_a_draft_needs_every_reason_for_it(
    verdict: Verdict, said: bool | None, seen: bool, answered: bool, draft: bool, days: int, mail: Mail
) -> None:
    """Nothing is drafted that was answered, drafted, seen, refused, is too old, or was not called a rejection by model or user."""
    history = History(said=said, seen_before=seen, answered=answered, draft_exists=draft, age=timedelta(days))
    decision = decide(mail, verdict, thanks_for(mail), history, RULES)
    wanted = said is True or (said is None and verdict is REJECTION and at_a_glance(mail, OWN) is None)
    free = not (seen or answered or draft or days > 14) and bool(thanks_for(mail).recipients)

    assert (wanted and free) == isinstance(decision, Thank)


@given(
    st.sampled_from([c[1] for c in CASES]),
    st.sampled_from([REJECTION, UNSURE, OTHER]),
    st.sampled_from([FRESH, YES, NO]),
)
def test_only_candidates_are_thanked(mail: Mail, verdict: Verdict, history: History) -> None:
    """Looking up related mail only for candidates loses no letter."""
    if not is_candidate(mail, verdict, history, RULES):
        sure = Thanks((Recipient(MAIL.sender, Relation.SENDER, "", MAIL),), (), ()) if MAIL.sender else None

        assert not isinstance(decide(mail, verdict, sure, history, RULES), Thank)
