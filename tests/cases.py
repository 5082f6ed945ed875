"""The cases of tests/mails: a mail as it comes over the wire, or a small mailbox that ends in one, and what is to become of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.memory import MemoryMailbox
from watcher.classifier import Band, Classifier, Verdict
from watcher.letter import Identity, Letters
from watcher.mail import Mail, parse
from watcher.orgnames import without_legal
from watcher.people import Relation
from watcher.policy import Rules, Thank
from watcher.readers import Reading
from watcher.state import open_state
from watcher.visit import Plan, Study, Tally, Visit

MAILS = Path(__file__).parent / "mails"
OWN = ("alex@example.org", "a.example@work.example")
WHO = tuple(Identity(address, "Alex Example") for address in OWN)
SURE = Verdict(1.0, Band.REJECTION, (), "", "")


@dataclass(frozen=True, slots=True)
class Case:
    """The last of `mails` is the one that is judged; `to` are the addresses that a draft is due to, `greeting` is of the first.

    An empty `greeting`, `company` or `role` is not surely known to a careful reader; an empty `stage` is not said.
    `known` tells what the product misses, and why.
    """

    name: str
    mails: tuple[bytes, ...]
    outcome: str
    to: tuple[str, ...]
    greeting: str
    company: str
    role: str
    language: str
    stage: str
    known: dict[str, str]

    @property
    def rejection(self) -> bool:
        """Whether a careful reader would call it a rejection of the user's own application."""
        return self.outcome in {"rejection", "nobody"}


def read(folder: Path = MAILS) -> tuple[Case, ...]:
    """Every case of a folder, by name."""
    told = {path: (path.with_suffix(".eml"),) for path in folder.glob("*.toml")}
    told |= {path: tuple(sorted(path.parent.glob("*.eml"))) for path in folder.glob("*/case.toml")}
    return tuple(sorted((_case(path, mails) for path, mails in told.items()), key=lambda case: case.name))


def _case(path: Path, mails: tuple[Path, ...]) -> Case:
    said = tomllib.loads(path.read_text("utf-8"))
    name = path.parent.name if path.name == "case.toml" else path.stem
    texts = {what: said.get(what, "") for what in ("outcome", "greeting", "company", "role", "language", "stage")}
    to = tuple(address.lower() for address in said["to"])
    return Case(
        name=name, mails=tuple(mail.read_bytes() for mail in mails), to=to, known=said.get("known", {}), **texts
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """What the product makes of one case; `judged` is what the classifier alone says."""

    case: Case
    study: Study
    judged: Band
    to: tuple[str, ...]
    greeted: str

    @property
    def language(self) -> str:
        return self.study.facts.language if self.study.facts else ""

    @property
    def company(self) -> str:
        known = self.study.facts and self.study.facts.company
        return known.value if known else ""

    @property
    def role(self) -> str:
        known = self.study.facts and self.study.facts.role
        return known.value if known else ""

    @property
    def met(self) -> bool:
        """Whether any letter thanks for an interview."""
        facts, thanks = self.study.facts, self.study.thanks
        meets = thanks is not None and any(r.relation is Relation.INTERVIEWER for r in thanks.recipients)
        return meets or (facts is not None and facts.stage.met)


def look(case: Case, classifier: Classifier, letters: Letters, folder: Path) -> Seen:
    """One case in a mailbox of its own."""
    mailbox, mails = MemoryMailbox(), [parse(raw) for raw in case.mails]
    received = [_received(mail, number) for number, mail in enumerate(mails)]
    for raw, at in zip(case.mails, received, strict=True):
        place = mailbox.put("INBOX", raw, at)
    plan = Plan(account="cases", folders=("INBOX",), identities=WHO, rules=Rules(OWN, timedelta(days=60)))
    arrival = mailbox.folders["INBOX"].arrival(place)
    judged = classifier.judge(mails[-1])
    with open_state(folder / case.name, "cases") as state:
        visit = Visit(mailbox, state, classifier, letters, plan, received[-1] + timedelta(hours=1), Tally())
        study = visit.study(mails[-1], arrival, Reading(mails[-1], SURE if case.rejection else judged))
        to = study.decision.recipients if isinstance(study.decision, Thank) else ()
        first = sorted(to, key=lambda recipient: recipient.person.address.lower() not in case.to[:1])[:1]
        intent = visit.intend(study, first[0], mailbox.mark(), ()) if first else None
    greeted = parse(intent.raw).to[0].name if intent else ""
    return Seen(case, study, judged.band, tuple(r.person.address.lower() for r in to), greeted)


def _received(mail: Mail, number: int) -> datetime:
    return mail.date or datetime(2026, 10, 1, tzinfo=UTC) + timedelta(days=number)


def same(one: str, other: str) -> bool:
    """Whether two names differ in case, legal form or the shape of an apostrophe only."""
    first, second = (without_legal(name.replace("’", "'")).casefold() for name in (one, other))
    return first == second


def names(one: Seen) -> list[tuple[str, str, str]]:
    """What was read, as (what, value, expected): the greeting only where there is somebody to greet."""
    if not one.case.rejection:
        return []
    facts = [("company", one.company, one.case.company), ("role", one.role, one.case.role)]
    return [("greeting", one.greeted, one.case.greeting), *facts] if one.to else facts


def misses(one: Seen) -> dict[str, str]:
    """What is not as expected."""
    case, found = one.case, {}
    if sorted(one.to) != sorted(case.to):
        found["to"] = f"{sorted(one.to)}, not {sorted(case.to)}: {one.study.decision.reason.value}"
    found |= {what: f"«{got}», not «{due}»" for what, got, due in names(one) if not same(got, due)}
    if case.rejection and one.language != case.language:
        found["language"] = f"«{one.language}», not «{case.language}»"
    if case.rejection and case.stage and (case.stage == "interviewed") != one.met:
        found["stage"] = f"not {case.stage}: {one.study.facts.stage_where if one.study.facts else ''}"
    if case.rejection != (one.judged is Band.REJECTION) and (case.rejection or case.outcome == "not_a_rejection"):
        found["verdict"] = f"the classifier says {one.judged.value}"
    return found
