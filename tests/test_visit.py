"""The story of one message, told against a mailbox in memory: once, and never again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.letters import PLAIN_NO, RECEIPT, mail
from tests.memory import Folder, MemoryMailbox
from watcher import report, resources
from watcher.classifier import Classifier
from watcher.errors import SafetyStop, TryAgain, Unclear
from watcher.labels import Label, Strength
from watcher.letter import Identity, Letters
from watcher.mail import parse
from watcher.policy import Reason, Rules
from watcher.state import DraftState, Fate, State, open_state
from watcher.visit import Plan, Tally, visit

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLAN = Plan(
    account="personal",
    folders=("INBOX",),
    identities=(Identity("alex@example.org", "Alex Example"),),
    rules=Rules(own=("alex@example.org",), max_age=timedelta(days=14)),
)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with open_state(tmp_path / "state", "personal") as opened:
        yield opened


@pytest.fixture
def mailbox() -> MemoryMailbox:
    return MemoryMailbox()


@pytest.fixture(scope="module")
def letters() -> Letters:
    return Letters(resources.templates())


class Run:
    """Visits, one after the other, each a little later."""

    def __init__(self, mailbox: MemoryMailbox, state: State, classifier: Classifier, letters: Letters) -> None:
        self.parts = (mailbox, state, classifier, letters)
        self.now = NOW

    def __call__(self, later: timedelta = timedelta(minutes=5), plan: Plan = PLAN) -> Tally:
        self.now += later
        return visit(*self.parts, plan, self.now)


@pytest.fixture
def run(mailbox: MemoryMailbox, state: State, classifier: Classifier, letters: Letters) -> Run:
    return Run(mailbox, state, classifier, letters)


def test_a_rejection_becomes_one_draft(run: Run, mailbox: MemoryMailbox) -> None:
    """One rejection, one draft; the next visits add nothing."""
    mailbox.put("INBOX", mail(date=NOW), NOW)

    assert [len(run().drafts), len(run().drafts), len(mailbox.folders["Drafts"].mails)] == [1, 0, 1]


def test_a_lost_answer_to_a_stored_append(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """The server stored the draft and the answer was lost: the next visit finds it and adds nothing."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    mailbox.lose = ["after"]
    with pytest.raises(Unclear):
        run()
    run()

    assert [intent.state for intent in state.drafts()] == [DraftState.DRAFTED]
    assert len(mailbox.appended) == 1


def test_a_draft_that_is_sent_before_it_is_known(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """The answer was lost and the user sent the draft before the next visit: sent, and a label like any other."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    mailbox.lose = ["after"]
    with pytest.raises(Unclear):
        run()
    (raw, *_) = mailbox.folders["Drafts"].mails.pop(1)
    mailbox.put("Sent", raw, NOW)
    run()

    assert [(intent.state, intent.fate) for intent in state.drafts()] == [(DraftState.DRAFTED, Fate.SENT)]
    assert [rejection for _, rejection in state.labelled_words()] == [True]


def test_a_lost_append_is_looked_for_three_times(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """Nothing was stored: only after three looks, a minute apart, the same letter goes out again, once."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    mailbox.lose = ["before"]
    with pytest.raises(Unclear):
        run()
    minute = timedelta(seconds=61)
    counts = [run(minute) and len(mailbox.appended) for _ in range(2)]
    assert counts == [1, 1]
    run(timedelta(seconds=1))
    assert len(mailbox.appended) == 1
    run(minute)

    assert len(set(mailbox.appended)) == 1
    assert len(mailbox.folders["Drafts"].mails) == 1
    assert [intent.state for intent in state.drafts()] == [DraftState.DRAFTED]


@pytest.mark.parametrize("fate", ["deleted", "moved", "renumbered"])
def test_the_user_may_be_faster(run: Run, mailbox: MemoryMailbox, state: State, fate: str) -> None:
    """The answer to a stored APPEND was lost, and the draft is gone before anybody looked: it does not come again."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    mailbox.lose = ["after"]
    with pytest.raises(Unclear):
        run()
    entry = mailbox.folders["Drafts"].mails.pop(1)
    if fate == "moved":
        mailbox.folders["Later"] = Folder(mails={1: entry})
    elif fate == "renumbered":
        mailbox.folders["Drafts"].uidvalidity += 1
    for _ in range(5):
        run()

    assert len(mailbox.appended) == 1
    assert [intent.state for intent in state.drafts()] == [DraftState.PARKED]
    assert [outcome.reason for outcome in state.outcomes()] == [Reason.NEEDS_ATTENTION.value]


@pytest.mark.parametrize(("folder", "fate"), [("Drafts", Fate.EDITED), ("Sent", Fate.SENT)])
def test_the_user_may_edit_or_send_before_we_look(
    run: Run, mailbox: MemoryMailbox, state: State, folder: str, fate: Fate
) -> None:
    """The same, and his program gave the letter another Message-ID: it is recognised by what it answers."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    mailbox.lose = ["after"]
    with pytest.raises(Unclear):
        run()
    (raw, *_) = mailbox.folders["Drafts"].mails.pop(1)
    mailbox.put(folder, raw.replace((parse(raw).message_id or "").encode(), b"<other@client.example>"), NOW)
    for _ in range(5):
        run()

    assert len(mailbox.appended) == 1
    assert [(intent.state, intent.fate) for intent in state.drafts()] == [(DraftState.DRAFTED, fate)]


def test_a_lost_state_knows_what_was_resent(
    run: Run, mailbox: MemoryMailbox, classifier: Classifier, letters: Letters, tmp_path: Path
) -> None:
    """Without its memory the watcher finds the draft for the first mail, and sends none for the same words again."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    mailbox.put("INBOX", mail(date=NOW, message_id="<again@helmwerk.example>"), NOW)
    run()
    with open_state(tmp_path / "new", "personal") as fresh:
        tally = visit(mailbox, fresh, classifier, letters, PLAN, NOW + timedelta(hours=1))

    assert [outcome.reason for outcome in tally.outcomes] == [Reason.DRAFT_EXISTS.value, Reason.RESENT.value]


def test_after_three_tries_it_is_the_users(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """A server that never says yes: three tries, then the intent is parked and never tried again."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    mailbox.lose = ["before"] * 50
    for _ in range(30):
        try:
            run(timedelta(minutes=2))
        except Unclear:
            continue

    assert [intent.state for intent in state.drafts()] == [DraftState.PARKED]
    assert len(mailbox.appended) == 3


def test_a_deleted_draft_stays_deleted(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """The user deletes the draft: it is noticed as gone, and no draft comes again."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    run()
    mailbox.folders["Drafts"].mails.clear()
    for _ in range(5):
        run()

    assert len(mailbox.appended) == 1
    assert state.drafts()[0].fate is Fate.GONE


def test_a_sent_draft_is_a_label(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """The user sends the draft: status says sent, and the classifier may learn from it."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    run()
    (raw, *_) = mailbox.folders["Drafts"].mails.pop(1)
    mailbox.put("Sent", raw, NOW)
    run()

    assert state.drafts()[0].fate is Fate.SENT
    assert [rejection for _, rejection in state.labelled_words()] == [True]


def test_an_edited_draft_is_left_alone(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """A client replaces the draft by its own copy with another id: that is an edit, and nothing is added."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    run()
    (raw, *_) = mailbox.folders["Drafts"].mails.pop(1)
    own = (parse(raw).message_id or "").encode()
    mailbox.put("Drafts", raw.replace(own, b"<edited@client.example>"), NOW)
    run()

    assert state.drafts()[0].fate is Fate.EDITED
    assert len(mailbox.appended) == 1


def test_an_answered_rejection_gets_none(run: Run, mailbox: MemoryMailbox) -> None:
    """The user replied himself, in whatever client: \\Answered, or a reply in Sent."""
    mailbox.put("INBOX", mail(date=NOW), NOW, answered=True)
    mailbox.put("INBOX", mail(date=NOW, message_id="<n2@helmwerk.example>", subject="Your application as Planner"), NOW)
    mailbox.put(
        "Sent",
        mail(
            "Thank you.", sender="alex@example.org", message_id="<a@example.org>", In_Reply_To="<n2@helmwerk.example>"
        ),
        NOW,
    )
    tally = run()

    assert [outcome.reason for outcome in tally.outcomes] == [Reason.ANSWERED.value] * 2
    assert mailbox.appended == []


def test_a_lost_state_finds_its_drafts(
    run: Run, mailbox: MemoryMailbox, classifier: Classifier, letters: Letters, tmp_path: Path
) -> None:
    """Without its memory the watcher recognises its own drafts by their Message-ID."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    run()
    with open_state(tmp_path / "new", "personal") as fresh:
        tally = visit(mailbox, fresh, classifier, letters, PLAN, NOW + timedelta(hours=1))

    assert [outcome.reason for outcome in tally.outcomes] == [Reason.DRAFT_EXISTS.value]
    assert len(mailbox.appended) == 1


def test_the_same_rejection_again(run: Run, mailbox: MemoryMailbox) -> None:
    """The same words from the same sender under another Message-ID are the same news."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    mailbox.put("INBOX", mail(date=NOW, message_id="<again@helmwerk.example>"), NOW)
    tally = run()

    assert [outcome.reason for outcome in tally.outcomes] == [Reason.REJECTION.value, Reason.RESENT.value]


def test_a_renumbered_mailbox(run: Run, mailbox: MemoryMailbox) -> None:
    """UIDVALIDITY changes and every UID with it: nothing is drafted twice."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    run()
    box = mailbox.folders["INBOX"]
    box.uidvalidity, box.mails = 2, {uid + 100: entry for uid, entry in box.mails.items()}
    box.uidnext = 200
    run()

    assert len(mailbox.appended) == 1


def flood(mailbox: MemoryMailbox, first: int, last: int) -> None:
    for number in range(first, last):
        text = PLAIN_NO.replace("Helmwerk", f"Helmwerk {number}")
        mailbox.put("INBOX", mail(text, date=NOW, message_id=f"<m{number}@helmwerk.example>"), NOW)


def test_a_flood_stops_until_the_user_says_go_on(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """Twelve rejections where ten are the limit: ten drafts, and a stop that stands for all visits until he says yes."""
    flood(mailbox, 0, 12)
    for later in (timedelta(minutes=5), timedelta(minutes=5), timedelta(days=2)):
        with pytest.raises(SafetyStop, match="more than 10 drafts"):
            run(later)
    assert (len(mailbox.appended), report.status(state)["stopped"] != "") == (10, True)
    run(plan=replace(PLAN, go_on=True))

    assert (len(mailbox.appended), report.status(state)["stopped"]) == (12, "")
    assert run().drafts == []


def test_a_trickle_is_a_flood_too(run: Run, mailbox: MemoryMailbox) -> None:
    """One rejection a visit, eleven within an hour: it is the hour that counts, not the visit."""
    for number in range(10):
        flood(mailbox, number, number + 1)
        run(timedelta(minutes=1))
    flood(mailbox, 10, 11)
    with pytest.raises(SafetyStop):
        run(timedelta(minutes=1))

    assert len(mailbox.appended) == 10


def test_yes_allows_as_many_again(run: Run, mailbox: MemoryMailbox) -> None:
    """Not any number."""
    flood(mailbox, 0, 25)
    with pytest.raises(SafetyStop):
        run()
    with pytest.raises(SafetyStop):
        run(plan=replace(PLAN, go_on=True))

    assert len(mailbox.appended) == 20


def test_a_raised_limit_ends_the_stop(run: Run, mailbox: MemoryMailbox) -> None:
    """The other way to say that so many are right."""
    flood(mailbox, 0, 12)
    with pytest.raises(SafetyStop):
        run()
    run(plan=replace(PLAN, max_drafts=20))

    assert len(mailbox.appended) == 12


def test_rejections_over_days_are_no_flood(run: Run, mailbox: MemoryMailbox) -> None:
    """Fifteen of them, two hours apart: an ordinary bad month."""
    for number in range(15):
        flood(mailbox, number, number + 1)
        run(timedelta(hours=2))

    assert len(mailbox.appended) == 15


def test_a_replaced_mailbox_gets_no_letters_for_old_mail(run: Run, mailbox: MemoryMailbox) -> None:
    """Restored from a backup: all UIDVALIDITYs are new, the known mail is gone, and old mail claims to have come today."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    run()
    for box in mailbox.folders.values():
        box.uidvalidity, box.mails, box.uidnext = 77, {}, 1
    old = NOW - timedelta(days=400)
    mailbox.put(
        "INBOX", mail(date=old, message_id="<old@helmwerk.example>", subject="Your application in those days"), NOW
    )
    mailbox.put(
        "INBOX", mail(PLAIN_NO.replace("Helmwerk", "Neuwerk"), date=NOW, message_id="<new@helmwerk.example>"), NOW
    )
    tally = run()

    assert [outcome.reason for outcome in tally.outcomes] == [Reason.TOO_OLD.value, Reason.REJECTION.value]


def test_a_clock_that_went_back_stops_it(run: Run, mailbox: MemoryMailbox) -> None:
    """A machine that wakes up in another year looks at nothing, until its clock is right or the user says that it is."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    run()
    flood(mailbox, 1, 2)
    with pytest.raises(SafetyStop, match="clock"):
        run(timedelta(days=-900))
    assert len(mailbox.appended) == 1
    run(timedelta(days=900))

    assert len(mailbox.appended) == 2


def test_a_clock_that_was_ahead_can_be_put_right(run: Run, mailbox: MemoryMailbox) -> None:
    """A year ahead, mail is too old to answer; back in the present, one yes makes all as before, also a renumbered INBOX."""
    run()
    mailbox.put("INBOX", mail(date=NOW), NOW)
    assert [outcome.reason for outcome in run(timedelta(days=365)).outcomes] == [Reason.TOO_OLD.value]
    with pytest.raises(SafetyStop, match="clock"):
        run(timedelta(days=-365))
    flood(mailbox, 1, 2)
    mailbox.folders["INBOX"].uidvalidity = 2
    run(plan=replace(PLAN, go_on=True))

    assert len(mailbox.appended) == 1


def test_a_clock_that_slips_while_a_draft_is_sought(run: Run, mailbox: MemoryMailbox) -> None:
    """An hour back (a wrong time zone put right): the looks for a lost APPEND go on."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    mailbox.lose = ["before"]
    with pytest.raises(Unclear):
        run()
    run()
    run(timedelta(hours=-1))
    run()

    assert len(mailbox.folders["Drafts"].mails) == 1


def test_an_old_rejection_is_not_answered(run: Run, mailbox: MemoryMailbox) -> None:
    """What is older than the look-back window is never answered, even by label."""
    mailbox.folders["Rejections/Yes"] = mailbox.folders["INBOX"].__class__()
    mailbox.put("Rejections/Yes", mail(date=NOW - timedelta(days=90)), NOW - timedelta(days=90))
    tally = run()

    assert [outcome.reason for outcome in tally.outcomes] == [Reason.TOO_OLD.value]


def test_labels_by_folder_and_keyword(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """Filing a mail, or marking it, is a label; saying no keeps a rejection from being drafted."""
    mailbox.folders["Rejections/No"] = mailbox.folders["INBOX"].__class__()
    mailbox.put("INBOX", mail(date=NOW), NOW, keywords=["$NotRejection"])
    mailbox.put("Rejections/No", mail(RECEIPT, message_id="<r@helmwerk.example>", date=NOW), NOW)
    tally = run()

    assert [outcome.reason for outcome in tally.outcomes] == [Reason.SAID_NO.value]
    assert [rejection for _, rejection in state.labelled_words()] == [False, False]
    assert tally.labels == 2
    assert run().labels == 0


def test_a_label_outlives_a_visit_that_breaks_off(
    run: Run, mailbox: MemoryMailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection is lost when a labelled mail is looked into: the next visit still drafts for it."""

    def lost(*_: object) -> None:
        monkeypatch.undo()
        raise TryAgain("connection lost")

    mailbox.folders["Rejections/Yes"] = mailbox.folders["INBOX"].__class__()
    mailbox.put("Rejections/Yes", mail(RECEIPT, date=NOW), NOW)
    monkeypatch.setattr(mailbox, "related", lost)
    with pytest.raises(TryAgain):
        run()

    assert [outcome.reason for outcome in run().outcomes] == [Reason.SAID_YES.value]


def test_a_keyword_is_heard_once(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """What the user says later by command is not overruled by the keyword that still stands on the mail."""
    mailbox.put("INBOX", mail(RECEIPT, date=NOW), NOW, keywords=["$Rejection"])
    run()
    state.add_label(Label("<n1@helmwerk.example>", rejection=False, strength=Strength.EXPLICIT, at=NOW), None)
    run()
    label = state.label("<n1@helmwerk.example>")

    assert label is not None
    assert not label.rejection


@pytest.mark.parametrize("how", ["folder", "keyword", "command"])
def test_a_yes_is_acted_on_whatever_dies_in_between(
    how: str, run: Run, mailbox: MemoryMailbox, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mail passed over is called a rejection, and the visit dies before it could be judged again: the next one does it, once."""
    place = mailbox.put("INBOX", mail(RECEIPT, date=NOW), NOW)
    assert [outcome.reason for outcome in run().outcomes] == [Reason.NOT_A_REJECTION.value]
    if how == "folder":
        mailbox.folders["Rejections/Yes"] = mailbox.folders["INBOX"].__class__()
        mailbox.put("Rejections/Yes", mail(RECEIPT, date=NOW), NOW)
    elif how == "keyword":
        raw, received, _, answered = mailbox.folders["INBOX"].mails[place.uid]
        mailbox.folders["INBOX"].mails[place.uid] = (raw, received, frozenset({"$Rejection"}), answered)
    else:
        said = Label(
            "<n1@helmwerk.example>", rejection=True, strength=Strength.EXPLICIT, at=run.now + timedelta(minutes=1)
        )
        state.add_label(said, None)
    with monkeypatch.context() as broken:
        broken.setattr(mailbox, "related", lambda *_: (_ for _ in ()).throw(TryAgain("the line went dead")))
        with pytest.raises(TryAgain):
            run()
    reasons = [[outcome.reason for outcome in run().outcomes] for _ in range(3)]

    assert reasons == [[Reason.SAID_YES.value], [], []]
    assert len(mailbox.appended) == 1


def test_a_change_of_mind_by_command_is_acted_on(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """`watcher label … no`, and days later `watcher label … yes`: the second is heard as well, and once."""
    mailbox.put("INBOX", mail(RECEIPT, date=NOW), NOW)
    run()
    for rejection in (False, True):
        at = run.now + timedelta(minutes=1)
        state.add_label(Label("<n1@helmwerk.example>", rejection=rejection, strength=Strength.EXPLICIT, at=at), None)
        reasons = [[outcome.reason for outcome in run(timedelta(days=1)).outcomes] for _ in range(2)]

        assert reasons == [[Reason.SAID_YES.value] if rejection else [], []]
    assert len(mailbox.appended) == 1


def test_a_draft_put_into_the_archive_is_not_sent(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """It says nothing about the mail, so no label is inferred from it."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    run()
    mailbox.folders["Archive"] = mailbox.folders["INBOX"].__class__()
    mailbox.put("Archive", mailbox.folders["Drafts"].mails.pop(1)[0], NOW)
    run()

    assert state.drafts()[0].fate is Fate.GONE
    assert state.label("<n1@helmwerk.example>") is None


def test_a_label_without_its_mail_is_sought_once_a_day(
    run: Run, mailbox: MemoryMailbox, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mail was moved away before `watcher label` reached it: it is looked for, but not at every visit."""
    mailbox.put("INBOX", mail(RECEIPT, date=NOW), NOW)
    run()
    mailbox.folders["INBOX"].mails.clear()
    state.add_label(Label("<n1@helmwerk.example>", rejection=True, strength=Strength.EXPLICIT, at=NOW), None)
    sought: list[str] = []
    fetch = mailbox.fetch
    monkeypatch.setattr(mailbox, "fetch", lambda place, identity: (sought.append(identity), fetch(place, identity))[1])
    for _ in range(3):
        run()
    assert len(sought) == 1
    run(timedelta(days=1))

    assert len(sought) == 2


def test_drafts_are_not_looked_at_while_nothing_moves(
    run: Run, mailbox: MemoryMailbox, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One look after the draft was written, then none; when it is gone, looks until that is sure, and later when mail is sent."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    run()
    looks: list[int] = []
    drafts = mailbox.drafts
    monkeypatch.setattr(mailbox, "drafts", lambda: (looks.append(1), drafts())[1])
    for _ in range(4):
        run()
    assert len(looks) == 1
    gone = mailbox.folders["Drafts"].mails.pop(1)[0]
    for _ in range(9):
        run()
    assert state.drafts()[0].fate is Fate.GONE
    assert len(looks) == 4
    mailbox.put("Sent", gone, NOW)
    run()

    assert state.drafts()[0].fate is Fate.SENT


def test_progress_is_told(mailbox: MemoryMailbox, state: State, classifier: Classifier, letters: Letters) -> None:
    """Every 25 mails, and with the last one: the folder, how many are done, of how many."""
    for number in range(60):
        mailbox.put("INBOX", mail(RECEIPT, date=NOW, message_id=f"<p{number}@x.example>"), NOW)
    told: list[tuple[str, int, int]] = []
    visit(mailbox, state, classifier, letters, PLAN, NOW, progress=lambda *step: told.append(step))

    assert told == [("INBOX", 25, 60), ("INBOX", 50, 60), ("INBOX", 60, 60)]


def test_a_dry_run_leaves_no_trace(run: Run, mailbox: MemoryMailbox, state: State) -> None:
    """Nothing is written to the mailbox, nothing remembered."""
    mailbox.put("INBOX", mail(date=NOW), NOW)
    dry = Plan(account="personal", folders=PLAN.folders, identities=PLAN.identities, rules=PLAN.rules, dry_run=True)

    assert [outcome.reason for outcome in run(plan=dry).outcomes] == [Reason.DRY_RUN.value]
    assert (mailbox.appended, state.outcomes(), state.bookmark("INBOX")) == ([], [], None)


def test_interviewers_get_a_note_of_their_own(run: Run, mailbox: MemoryMailbox) -> None:
    """A rejection from a no-reply mailbox after an interview: the recruiter and the interviewers, each a different letter."""
    invitation = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261110T100000Z\r\n"
        "DTSTART:20261112T100000Z\r\nSUMMARY:Interview Data Engineer\r\nORGANIZER;CN=Julia Meyer:mailto:julia.meyer@helmwerk.example\r\n"
        "ATTENDEE;CN=Tom Berg:mailto:tom.berg@helmwerk.example\r\nATTENDEE;CUTYPE=ROOM:mailto:room1@helmwerk.example\r\n"
        "ATTENDEE:mailto:alex@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    head = mail(
        "x", subject="Interview Data Engineer", message_id="<inv@helmwerk.example>", date=NOW - timedelta(days=10)
    ).partition(b"\r\n\r\n")[0]
    head = b"\r\n".join(
        line for line in head.split(b"\r\n") if not line.lower().startswith((b"content-", b"mime-version"))
    )
    raw = head + b"\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" + invitation.encode()
    mailbox.put("INBOX", raw, NOW - timedelta(days=10))
    mailbox.put("INBOX", mail(sender="Helmwerk Careers <no-reply@helmwerk.example>", date=NOW), NOW)
    tally = run()

    assert [(intent.person, intent.relation) for intent in tally.drafts] == [
        ("julia.meyer@helmwerk.example", "recruiter"),
        ("tom.berg@helmwerk.example", "interviewer"),
    ]
    assert len({parse(raw).plain for raw, *_ in mailbox.folders["Drafts"].mails.values()}) == 2
