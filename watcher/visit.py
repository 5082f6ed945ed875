"""The story of one message.

A visit is one idempotent pass over one mailbox: settle what was left open, look at what is new, decide, write drafts,
notice what the user did. Whatever dies in between, the next visit goes on where this one stopped: an outcome and its
intents are on the disk before the mailbox is touched, and the bookmark moves only past what is settled.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from watcher import domains, journal, letter, mailboxes, people, policy, safety
from watcher import facts as fact
from watcher.classifier import Classifier, Verdict
from watcher.errors import SafetyStop, TryAgain, UserError
from watcher.facts import Facts
from watcher.labels import Strength
from watcher.letter import Identity, Letters
from watcher.mail import Mail, parse
from watcher.mailbox import Arrival, Bookmark, Mailbox, Mark, Place, Pulse
from watcher.people import Recipient, Thanks
from watcher.policy import Ask, Decision, History, Reason, Rules, Thank
from watcher.readers import Reader, Reading, in_turn
from watcher.said import Said
from watcher.state import DraftState, Fate, Intent, Outcome, State
from watcher.text import own_text, words

log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]

RESENT_WITHIN = timedelta(days=60)
ANSWERED = {Reason.DRAFT_EXISTS, Reason.ANSWERED}
WITHHELD_FOR = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a visit needs to know. With `since`, bookmarks are neither used nor moved; `go_on` ends a safety stop."""

    account: str
    folders: tuple[str, ...]
    identities: tuple[Identity, ...]
    rules: Rules
    interviewers: bool = True
    label_yes: str = "Rejections/Yes"
    label_no: str = "Rejections/No"
    quote: bool = False
    max_drafts: int = 10
    dry_run: bool = False
    go_on: bool = False
    since: datetime | None = None


@dataclass(slots=True)
class Tally:
    """What one visit did. `open` counts intents that the next visit has to settle, `known` mails that had an outcome already."""

    outcomes: list[Outcome] = field(default_factory=list)
    drafts: list[Intent] = field(default_factory=list)
    labels: int = 0
    settled: int = 0
    open: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class Study:
    """All that is known about one mail, and what is to happen. Facts, thanks and the templates it lacks only for a rejection."""

    mail: Mail
    verdict: Verdict
    decision: Decision
    facts: Facts | None = None
    thanks: Thanks | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """The parts of one visit. `visit` makes it and runs it."""

    mailbox: Mailbox
    state: State
    classifier: Classifier
    letters: Letters
    plan: Plan
    now: datetime
    tally: Tally
    read: Reader = in_turn
    progress: Progress | None = None

    def folder(self, folder: str, pulse: Pulse | None = None) -> None:
        """Look at what is new in one folder, unless its pulse says that nothing is."""
        bookmark = None if self.plan.since else self.state.bookmark(folder)
        if pulse is not None and not pulse.may_hold_news(bookmark):
            return
        since = self.plan.since or self.now - self.plan.rules.max_age
        waits = False  # for a mail that the server withholds: it stays in front of the bookmark
        arrivals, expected = self.mailbox.arrivals(folder, bookmark, since), partial(self.mailbox.expected, folder)
        for number, (arrival, reading) in enumerate(self.read(arrivals, expected), 1):
            if self.progress and (number % 25 == 0 or number == expected()):
                self.progress(folder, number, expected())
            if not arrival.raw and self.is_withheld(arrival.place):
                waits = True
            elif bookmark is not None or arrival.received >= since:  # SEARCH SINCE knows days, not hours
                renumbered = bookmark is not None and bookmark.uidvalidity != arrival.place.uidvalidity
                self.message(safety.as_dated(arrival) if renumbered else arrival, reading=reading)
                if not waits:
                    self.keep_bookmark(Bookmark(folder, arrival.place.uidvalidity, arrival.place.uid, self.now))
        end = self.mailbox.end_of(folder)
        if end is not None and not waits:
            self.keep_bookmark(replace(end, at=self.now))

    def is_withheld(self, place: Place) -> bool:
        """Whether a mail that the server lists and does not give is worth asking for again: for some hours."""
        note = f"withheld {place.folder} {place.uidvalidity} {place.uid}"
        first = self.state.note(note)
        if first is None and not self.plan.dry_run:
            self.state.set_note(note, self.now.isoformat())
        return first is None or abs(self.now - datetime.fromisoformat(first)) < WITHHELD_FOR

    def keep_bookmark(self, to: Bookmark) -> None:
        """Move the bookmark, if this visit keeps one and it is news."""
        if self.plan.dry_run or self.plan.since:
            return
        held = self.state.bookmark(to.folder)
        if held is None or (held.uidvalidity, held.uid) != (to.uidvalidity, to.uid):
            self.state.move_bookmark(to)

    def message(self, arrival: Arrival, *, again: bool = False, reading: Reading | None = None) -> None:
        """One mail, whatever it is: exactly one outcome, and no exception but those that end a visit."""
        mail = reading.mail if reading else parse(arrival.raw)
        if not arrival.raw:
            mail = replace(mail, message_id=f"<{arrival.place.uidvalidity}.{arrival.place.uid}@withheld>")
        if not again and self.state.outcome(mail.identity) is not None:
            self.tally.known += 1
            return  # moved, copied or renumbered since, or recorded just before a crash
        if not arrival.raw:
            where = f"{arrival.place.folder}, UID {arrival.place.uid}"
            self.record(arrival, mail, None, Reason.UNREADABLE, f"the server lists it and does not give it: {where}")
            return
        try:
            self.act(arrival, self.study(mail, arrival, reading))
        except (TryAgain, SafetyStop, UserError):
            raise
        except letter.LetterError as error:
            self.record(arrival, mail, None, Reason.LETTER_FAILED, str(error))
        except Exception as error:  # noqa: BLE001 - one bad mail never stops a visit
            log.error("%s: %s could not be read: %s", self.plan.account, arrival.place, type(error).__name__)  # noqa: TRY400 - no mail text in logs
            self.record(
                arrival,
                mail,
                None,
                Reason.UNREADABLE,
                f"{type(error).__name__} in {arrival.place.folder}, UID {arrival.place.uid}",
            )

    def study(self, mail: Mail, arrival: Arrival, reading: Reading | None = None) -> Study:
        """Verdict to decision. Only a rejection costs further looks into the mailbox."""
        said = self.state.label(mail.identity)
        history = History(
            said=said.rejection if said and said.strength is Strength.EXPLICIT else None, answered=arrival.answered
        )
        verdict = reading.verdict if reading else self.classifier.judge(mail)
        if not policy.is_candidate(mail, verdict, history, self.plan.rules):
            return judge_alone(mail, verdict, history, self.plan.rules)
        if self.now - arrival.received > self.plan.rules.max_age:  # whatever else is found, it will not be answered
            return judge_alone(mail, verdict, replace(history, age=self.now - arrival.received), self.plan.rules)
        mail = parse(arrival.raw) if reading else mail
        company = fact.company(mail, own_text(mail))
        related = self.mailbox.related(mail, _hints(mail, company.value if company else ""), arrival.received)
        answer = self.mailbox.answered(mail)
        history = replace(
            history,
            age=self.now - arrival.received,
            answered=history.answered or (answer is not None and not answer.draft),
            draft_exists=answer is not None and answer.draft,
            seen_before=self.state.drafted_before(fingerprint(mail), mail.identity, self.now - RESENT_WITHIN),
        )
        return judge_whole(mail, verdict, history, related, self.plan, self.letters)

    def act(self, arrival: Arrival, study: Study) -> None:
        """Carry out a decision."""
        decision, detail = study.decision, describe(study)
        if not isinstance(decision, Thank):
            self.record(arrival, study.mail, study.verdict, decision.reason, detail)
        elif self.plan.dry_run:
            self.record(arrival, study.mail, study.verdict, Reason.DRY_RUN, detail)
        else:
            self.thank(arrival, study, decision, detail)

    def thank(self, arrival: Arrival, study: Study, decision: Thank, detail: str) -> None:
        """Journal first, then the mailbox."""
        safety.make_room(self.state, self.plan.max_drafts, len(decision.recipients), self.now)
        mark = self.mailbox.mark()
        intents: tuple[Intent, ...] = ()
        for person in decision.recipients:
            intent = self.intend(study, person, mark, intents)
            intents += (intent,) if intent is not None else ()
        self.record(
            arrival, study.mail, study.verdict, decision.reason if intents else Reason.DRAFT_EXISTS, detail, intents
        )
        for intent in intents:
            self.tally.drafts.append(intent)
            journal.append(self.mailbox, self.state, intent)

    def intend(self, study: Study, recipient: Recipient, mark: Mark, beside: tuple[Intent, ...]) -> Intent | None:
        """The letter to one person as a row of the journal; `None` if it is there already, in the state or in the mailbox.

        `beside` are the letters to the others about the same rejection: no two use the same wording.
        """
        assert study.facts is not None
        source, person = study.mail.identity, recipient.person.address
        identity = letter.identity_for(study.mail, self.plan.identities)
        message_id = letter.make_message_id(self.plan.account, source, person, identity.domain)
        if self.state.has_draft(source, person) or self.mailbox.find(message_id, None) is not None:
            return None
        avoid = {intent.template for intent in (*self.state.drafts()[-8:], *self.tally.drafts, *beside)}
        moment = self.now.astimezone()
        written = letter.write(
            recipient,
            study.facts,
            identity,
            self.letters,
            message_id=message_id,
            written_at=moment,
            avoid=avoid,
            quote=self.plan.quote,
        )
        return Intent(
            source=source, person=person, message_id=message_id, state=DraftState.INTENT, relation=recipient.relation.value,
            why=recipient.why, template=written.template, mark=mark, raw=written.draft.raw, words=words(study.mail), tries=1, looks=0,
            looked=None, uid=None, created=self.now, fate=Fate.WAITING, answers=recipient.answers.message_id or "",
        )  # fmt: skip

    def record(
        self,
        arrival: Arrival,
        mail: Mail,
        verdict: Verdict | None,
        reason: Reason,
        detail: str,
        intents: tuple[Intent, ...] = (),
    ) -> None:
        """The one outcome of a mail, durable unless this is a dry run."""
        outcome = Outcome(
            source=mail.identity, place=arrival.place, received=arrival.received, seen=self.now,
            sender=mail.sender.address if mail.sender else "", subject=mail.subject,
            probability=verdict.probability if verdict else 0.0, band=verdict.band.value if verdict else "",
            telling=verdict.telling if verdict else (), reason=reason.value, detail=detail,
            fingerprint=fingerprint(mail) if intents or reason in ANSWERED else "", model=verdict.model if verdict else "",
        )  # fmt: skip
        if not self.plan.dry_run:
            self.state.record(outcome, intents)
        self.tally.outcomes.append(outcome)
        log.info(
            "%s: %s UID %d: %s (p = %.3f)",
            self.plan.account,
            arrival.place.folder,
            arrival.place.uid,
            reason.value,
            outcome.probability,
        )


def visit(
    mailbox: Mailbox, state: State, classifier: Classifier, letters: Letters, plan: Plan, now: datetime,
    read: Reader = in_turn, progress: Progress | None = None,
) -> Tally:  # fmt: skip
    """One pass. Raises `TryAgain`, `UserError` or `SafetyStop`; what was done until then is kept and not done again.

    `read` may parse and judge ahead of time; `progress` is told the folder, the mails done, and of how many.
    """
    tally = Tally()
    this = Visit(mailbox, state, classifier, letters, plan, now, tally, read, progress)
    followed = [] if plan.dry_run else journal.followed(state, now)
    glance = mailbox.glance((plan.label_yes, plan.label_no, *plan.folders), outgoing=bool(followed))
    said = Said(mailbox, state, glance, now)
    if not plan.dry_run:
        tally.settled = journal.settle_open(mailbox, state, now)
        if plan.go_on:
            safety.go_on(state, now)
        safety.check(state, plan.max_drafts, now)
        said.notice(plan.label_yes, plan.label_no, plan.folders)
        tally.labels = said.news
    for folder in plan.folders:
        this.folder(folder, glance.pulses.get(folder))
    for arrival in said.yes:
        if said.is_due(parse(arrival.raw).identity):
            this.message(arrival, again=True)
    if not plan.dry_run:
        said.keep()
        journal.notice_fates(mailbox, state, now, glance.outgoing)
        tally.open = len(state.drafts(DraftState.INTENT))
    return tally


def judge_alone(mail: Mail, verdict: Verdict, history: History, rules: Rules) -> Study:
    """The decision on what is no rejection, or one that cannot be answered any more."""
    return Study(mail, verdict, policy.decide(mail, verdict, None, history, rules))


def judge_whole(
    mail: Mail, verdict: Verdict, history: History, related: tuple[Mail, ...], plan: Plan, letters: Letters
) -> Study:
    """The decision on a rejection, with the people and the facts. `related` are earlier mails, newest first."""
    related = fact.of_this_application(mail, related)
    company = fact.company(mail, own_text(mail))
    thanks = people.to_thank(
        mail, related, plan.rules.own, company.value if company else "", interviewers=plan.interviewers
    )
    facts = fact.gather(mail, related, thanks.meetings)
    missing = letters.missing(facts.language, {letter.kind_of(person, facts) for person in thanks.recipients})
    decision = policy.decide(mail, verdict, thanks, history, plan.rules, speaks=not missing)
    return Study(mail, verdict, decision, facts, thanks, missing)


def describe(study: Study) -> str:
    """For `status` and `explain`: to whom and why, or who was left out and why, or what the user could do."""
    if isinstance(study.decision, Ask):
        return f"{study.decision.reason.advice}: {', '.join(study.missing)}" if study.decision.reason.advice else ""
    if study.thanks is None:
        return ""
    if isinstance(study.decision, Thank):
        who = [f"{r.person.address} ({r.relation.value}: {r.why})" for r in study.decision.recipients]
        return "; ".join([*who, *_known(study.facts)])
    return "; ".join(
        f"{left.person.address if left.person else '-'}: {left.why.value}"
        + (f"; {left.why.advice}" if left.why.advice else "")
        for left in study.thanks.left_out
    )


def _known(facts: Facts | None) -> list[str]:
    """The facts that the letter may mention, each with where it was read."""
    found = {"company": facts.company, "role": facts.role} if facts else {}
    return [f"{what} {known.value} (read in {known.where})" for what, known in found.items() if known]


def fingerprint(mail: Mail) -> str:
    """The same for the same words from the same sender under the same subject, whatever the Message-ID."""
    said = "\0".join((mail.sender.address.lower() if mail.sender else "", mail.subject, own_text(mail)))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:32]


def _hints(mail: Mail, company: str) -> tuple[str, ...]:
    """What the sender of a related mail contains: the company's domain, or its name as domains spell it."""
    people_of_mail = [p for p in (mail.sender, *mail.reply_to) if p]
    hosts = [domains.organisation(p.domain) for p in people_of_mail if not domains.is_nobodys(p.domain)]
    ways = mailboxes.spellings(company)
    hyphened = re.sub(r"[^a-z0-9]+", "-", company.lower()).strip("-")
    return tuple(dict.fromkeys([*hosts, *ways, *([hyphened] if hyphened.replace("-", "") in ways else [])]))
