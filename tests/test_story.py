"""The story of one mailbox over weeks, in any order: mail, visits that die anywhere, lost answers, the user's hand.

A model-based test (hypothesis) against the mailbox in memory and a real SQLite file. `BUDGET=5000 pytest tests/test_story.py`
tells more stories.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.byword import BY_WORD
from tests.letters import PLAIN_NO, RECEIPT, mail
from tests.memory import Folder, MemoryMailbox
from watcher import resources
from watcher.errors import Unclear
from watcher.letter import Identity, Letters
from watcher.mail import parse
from watcher.policy import Reason, Rules
from watcher.state import DraftState, open_state
from watcher.visit import Plan, Tally, visit

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
LOOK_BACK = timedelta(days=14)
PLAN = Plan(
    account="personal", folders=("INBOX",), identities=(Identity("alex@example.org", "Alex Example"),),
    rules=Rules(own=("alex@example.org",), max_age=LOOK_BACK), max_drafts=1000,
)  # fmt: skip
LETTERS = Letters(resources.templates())


def has_drafts(story: Story) -> bool:
    return bool(story.mailbox.folders["Drafts"].mails)


class Crash(BaseException):
    """The process ends here: nothing catches it, nothing cleans up after it."""


class Life:
    """How many steps a process still has to live."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def step(self) -> None:
        self.steps -= 1
        if self.steps == 0:
            raise Crash


class Mortal:
    """Whatever is done through this may be the last thing that the process does, or may be just not done any more."""

    def __init__(self, inner: Any, life: Life) -> None:
        self._inner, self._life = inner, life

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if not callable(found):
            return found

        def call(*args: Any, **kwargs: Any) -> Any:
            self._life.step()
            answer = found(*args, **kwargs)
            self._life.step()
            return self._each(answer) if isinstance(answer, Iterator) else answer

        return call

    def _each(self, items: Iterator[Any]) -> Iterator[Any]:
        for item in items:
            self._life.step()
            yield item


def key_of(raw: bytes) -> str:
    """The Message-ID: it is made from the person and the rejection, and from nothing else."""
    return parse(raw).message_id or ""


class Story(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="story"))
        self.now = START
        self.mailbox = MemoryMailbox(clock=lambda: self.now)
        for name in ("Later", "Rejections/Yes", "Rejections/No"):
            self.mailbox.folders[name] = Folder()
        self.arrived: list[tuple[int, str, bytes, datetime]] = []
        self.kept: Counter[str] = Counter()
        self.origin: dict[str, str] = {}
        self.removed: set[str] = set()
        self.forgotten: set[str] = set()
        self.amnesia = 0

    def teardown(self) -> None:
        try:
            self.all_is_well_in_the_end()
        finally:
            shutil.rmtree(self.folder)

    # -- mail --------------------------------------------------------------------------------------------------------

    @rule(kind=st.sampled_from(["no", "no", "no", "receipt", "perhaps", "nobody", "nameless"]))
    def arrive(self, kind: str) -> None:
        number = len(self.arrived)
        text = {"receipt": RECEIPT, "perhaps": "Perhaps we will write again."}.get(kind, PLAIN_NO).replace(
            "Helmwerk", f"Helmwerk {number}"
        )
        sender = (
            f"no-reply@helmwerk{number}.example"
            if kind == "nobody"
            else f"Julia Meyer <julia{number}@helmwerk{number}.example>"
        )
        message_id = None if kind == "nameless" else f"<n{number}@helmwerk.example>"
        self._deliver(number, kind, mail(text, sender=sender, message_id=message_id, date=self.now))

    def _deliver(self, number: int, kind: str, raw: bytes) -> None:
        self.mailbox.put("INBOX", raw, self.now)
        self.arrived.append((number, kind, raw, self.now))

    @precondition(lambda self: self.arrived)
    @rule(which=st.integers(0, 50))
    def arrive_again(self, which: int) -> None:
        """The same words once more, as a mail of its own."""
        number, kind, raw, _ = self.arrived[which % len(self.arrived)]
        if parse(raw).message_id:
            self._deliver(
                number, kind, raw.replace(b"Message-ID: <n", b"Message-ID: <again%d.n" % len(self.arrived), 1)
            )

    @precondition(lambda self: self.arrived)
    @rule(which=st.integers(0, 50))
    def move_away_and_back(self, which: int) -> None:
        """The same mail under a new UID."""
        box = self.mailbox.folders["INBOX"]
        if box.mails:
            uid = sorted(box.mails)[which % len(box.mails)]
            box.mails[box.uidnext] = box.mails.pop(uid)
            box.uidnext += 1

    # -- the watcher -------------------------------------------------------------------------------------------------

    @rule(
        minutes=st.sampled_from([0.5, 1.1, 2, 15, 1500]),
        life=st.one_of(st.just(0), st.integers(1, 120)),
        lose=st.lists(st.sampled_from(["", "before", "after"]), max_size=3),
    )
    def visit(self, minutes: float, life: int, lose: list[str]) -> None:
        self.mailbox.lose = list(lose)
        with suppress(Unclear, Crash):
            self._visit(timedelta(minutes=minutes), life)
        self.mailbox.lose = []

    @precondition(lambda self: self.arrived)
    @rule(minutes=st.sampled_from([2, 15]))
    def quiet_visit(self, minutes: float) -> None:
        with suppress(Unclear):
            self._visit(timedelta(minutes=minutes))

    @rule(lose=st.sampled_from(["", "before", "after"]), life=st.one_of(st.just(0), st.integers(20, 90)))
    def rejection_and_visit(self, lose: str, life: int) -> None:
        self.arrive("no")
        self.visit(2, life, [lose])

    def _visit(self, later: timedelta, life: int = 0) -> Tally:
        self.now += later
        fate = Life(life)
        before = set(self.mailbox.folders["Drafts"].mails)
        validity = self.mailbox.folders["Drafts"].uidvalidity
        try:
            with open_state(self.folder / f"state{self.amnesia}", "personal") as state:
                return visit(Mortal(self.mailbox, fate), Mortal(state, fate), BY_WORD, LETTERS, PLAN, self.now)  # type: ignore[arg-type]
        finally:
            drafts = self.mailbox.folders["Drafts"]
            assert drafts.uidvalidity == validity
            for uid in set(drafts.mails) - before:
                self.kept[key_of(drafts.mails[uid][0])] += 1

    @rule()
    def lose_the_memory(self) -> None:
        self.amnesia += 1
        self.forgotten |= set(self.kept)

    # -- the user ----------------------------------------------------------------------------------------------------

    def _move(self, which: int, to: str, renamed: str = "") -> None:
        """Take a draft out of Drafts and put it elsewhere, perhaps under a Message-ID of the client's own."""
        drafts = self.mailbox.folders["Drafts"].mails
        raw, *_ = drafts.pop(sorted(drafts)[which % len(drafts)])
        key = self.origin.get(key_of(raw), key_of(raw))
        if renamed:
            name = f"<{renamed}{len(self.origin)}@client.example>"
            self.origin[name] = key
            raw = raw.replace(key_of(raw).encode(), name.encode())
        if to:
            self.mailbox.put(to, raw, self.now)
        if not self._has_trace(key, parse(raw).in_reply_to):
            self.removed.add(key)

    def _has_trace(self, key: str, answers: tuple[str, ...]) -> bool:
        """Whether one who remembers nothing can know of that draft: by its own name, or by what it answers."""
        lying = {
            name: [parse(raw) for raw, *_ in self.mailbox.folders[name].mails.values()]
            for name in ("Drafts", "Sent", "Trash")
        }
        named = any(mail.message_id == key for mails in lying.values() for mail in mails)
        return named or any(set(answers) & set(mail.in_reply_to) for name in ("Drafts", "Sent") for mail in lying[name])

    @precondition(has_drafts)
    @rule(which=st.integers(0, 9), to=st.sampled_from(["", "Trash", "Later"]))
    def delete(self, which: int, to: str) -> None:
        """For good, into Trash, or into a folder that we never look at."""
        self._move(which, to)

    @precondition(has_drafts)
    @rule(which=st.integers(0, 9))
    def edit(self, which: int) -> None:
        """A client's autosave: a new UID and a new Message-ID."""
        self._move(which, "Drafts", "edit")

    @precondition(has_drafts)
    @rule(which=st.integers(0, 9), renamed=st.sampled_from(["", "sent"]))
    def send(self, which: int, renamed: str) -> None:
        self._move(which, "Sent", renamed)

    @precondition(lambda self: self.arrived)
    @rule(which=st.integers(0, 50))
    def answer(self, which: int) -> None:
        """The user thanks by himself."""
        source = parse(self.arrived[which % len(self.arrived)][2])
        if source.message_id and source.sender:
            number = self.mailbox.folders["Sent"].uidnext
            raw = mail("Thank you.", sender="alex@example.org", to=source.sender.address, message_id=f"<own{number}@example.org>", In_Reply_To=source.message_id)  # fmt: skip
            self.mailbox.put("Sent", raw, self.now)

    @rule()
    def write_something_else(self) -> None:
        number = self.mailbox.folders["Drafts"].uidnext
        self.mailbox.put(
            "Drafts", mail("Milk, eggs", to="shop@example.org", message_id=f"<list{number}@example.org>"), self.now
        )

    @precondition(lambda self: self.mailbox.folders["INBOX"].mails)
    @rule(which=st.integers(0, 50), yes=st.booleans(), folder=st.booleans())
    def label(self, which: int, yes: bool, folder: bool) -> None:
        """By a keyword, or by moving the mail into a folder."""
        box = self.mailbox.folders["INBOX"]
        uid = sorted(box.mails)[which % len(box.mails)]
        raw, received, _, answered = box.mails[uid]
        if folder:
            del box.mails[uid]
            self.mailbox.put("Rejections/Yes" if yes else "Rejections/No", raw, received, answered=answered)
        else:
            box.mails[uid] = (raw, received, frozenset({"$Rejection" if yes else "$NotRejection"}), answered)

    @rule(folder=st.sampled_from(["INBOX", "Drafts", "Rejections/Yes"]), keep=st.booleans())
    def renumber(self, folder: str, keep: bool) -> None:
        """UIDVALIDITY changes, and the UIDs with it or not."""
        box = self.mailbox.folders[folder]
        box.uidvalidity += 1
        if not keep:
            box.mails = dict(enumerate(box.mails.values(), 1))
            box.uidnext = len(box.mails) + 1

    @rule(days=st.sampled_from([1, 3, 10]))
    def time_goes_by(self, days: int) -> None:
        self.now += timedelta(days=days)

    # -- what holds --------------------------------------------------------------------------------------------------

    @invariant()
    def never_two_drafts(self) -> None:
        """Unless the watcher lost its memory and the user had taken every trace of the first away."""
        twice = {key: count for key, count in self.kept.items() if count > 1}
        assert {key for key in twice if not (key in self.forgotten and key in self.removed)} == set()

    def all_is_well_in_the_end(self) -> None:
        """After some quiet hours nothing is open, every mail has one outcome, and every rejection a draft or a reason."""
        for _ in range(6):
            tally = self._visit(timedelta(minutes=15))
        assert tally.open == 0
        self.never_two_drafts()
        here = {parse(raw).identity for raw, *_ in self.mailbox.folders["INBOX"].mails.values()}
        with open_state(self.folder / f"state{self.amnesia}", "personal") as state:
            outcomes = {outcome.source: outcome for outcome in state.outcomes()}
            journal = {intent.source: intent for intent in state.drafts()}
        for _, _, raw, received in self.arrived:
            source = parse(raw).identity
            if source not in here or self.now - received > LOOK_BACK - timedelta(hours=1):
                continue
            assert source in outcomes, source
            if outcomes[source].reason in {Reason.REJECTION, Reason.SAID_YES}:
                assert journal[source].state in {DraftState.DRAFTED, DraftState.PARKED}


Told = Story.TestCase
Told.settings = settings(
    max_examples=int(os.environ.get("BUDGET", "60")), stateful_step_count=15, deadline=None, derandomize="BUDGET" not in os.environ,
    suppress_health_check=list(HealthCheck), phases=(Phase.generate, *((Phase.shrink,) if "BUDGET" in os.environ else ())), database=None,
)  # fmt: skip
