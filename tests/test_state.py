"""watcher.state: what is remembered, in a real SQLite file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.letters import NOW
from watcher.errors import SafetyStop, TryAgain, UserError
from watcher.labels import Label, Strength
from watcher.mailbox import Bookmark, Draft, Mark, Place
from watcher.policy import Reason
from watcher.state import DraftState, Fate, Intent, Outcome, State, open_state, read_state
from watcher.statecopy import copied_state

OUTCOME = Outcome(
    source="<n1@helmwerk.example>", place=Place("INBOX", 1, 7), received=NOW - timedelta(hours=1), seen=NOW, sender="julia.meyer@helmwerk.example",
    subject="Ihre Bewerbung — «Köchin»", probability=0.98, band="rejection", telling=("leider", "unfortunately not"), reason="a rejection: drafted",
    detail="", fingerprint="f1", model="base",
)  # fmt: skip
INTENT = Intent(
    source=OUTCOME.source, person="julia.meyer@helmwerk.example", message_id="<d1@example.org>", state=DraftState.INTENT, relation="sender", why="sent the mail",
    template="en/applied.1.txt.j2", mark=Mark("Drafts", 3, 9), raw=b"From: x\r\n\r\n\xc3\xa9", words="no", tries=1, looks=0, looked=None, uid=None,
    created=NOW, fate=Fate.WAITING, answers=OUTCOME.source,
)  # fmt: skip


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with open_state(tmp_path, "personal") as opened:
        yield opened


def other(state: State) -> State:
    """Another account in the same file."""
    return State(state._engine, "work")


def only(state: State) -> Intent:
    (found,) = state.drafts()
    return found


def label(*, rejection: bool, strength: Strength = Strength.EXPLICIT, day: int = 0, source: str = "<a>") -> Label:
    return Label(source, rejection, strength, NOW + timedelta(day))


# -- bookmarks -------------------------------------------------------------------------------------------------------


def test_a_bookmark_is_kept_for_each_folder_and_account(state: State) -> None:
    """The last one counts; none is None."""
    state.move_bookmark(Bookmark("INBOX", 1, 7, NOW))
    state.move_bookmark(Bookmark("INBOX", 2, 3, NOW))
    state.move_bookmark(Bookmark("Jobs", 1, 1, NOW))
    other(state).move_bookmark(Bookmark("INBOX", 8, 8, NOW))

    assert Bookmark("INBOX", 2, 3, NOW) == state.bookmark("INBOX")
    assert (None, 8) == (state.bookmark("Archive"), getattr(other(state).bookmark("INBOX"), "uid", 0))


def test_times_come_back_as_the_same_moment(state: State) -> None:
    """Whatever zone they were given in."""
    state.move_bookmark(Bookmark("INBOX", 1, 1, NOW.astimezone(timezone(timedelta(hours=-7)))))

    assert NOW == getattr(state.bookmark("INBOX"), "at", None)


# -- outcomes --------------------------------------------------------------------------------------------------------


def test_an_outcome_comes_back_as_it_was(state: State) -> None:
    """Every field, in every script."""
    state.record(OUTCOME)

    assert OUTCOME == state.outcome(OUTCOME.source)
    assert [OUTCOME] == state.outcomes()
    assert (None, []) == (state.outcome("<other>"), other(state).outcomes())


def test_a_mail_has_one_outcome(state: State) -> None:
    """The last one recorded."""
    state.record(OUTCOME)
    state.record(replace(OUTCOME, reason="you labelled it as no rejection", place=Place("Jobs", 2, 1)))

    assert ["you labelled it as no rejection"] == [found.reason for found in state.outcomes()]


def test_outcomes_come_newest_first(state: State) -> None:
    """At most as many as asked for."""
    for number in range(5):
        state.record(replace(OUTCOME, source=f"<{number}>", seen=NOW + timedelta(minutes=number)))

    assert ["<4>", "<3>"] == [found.source for found in state.outcomes(most=2)]


@pytest.mark.parametrize(
    ("fingerprint", "source", "since", "expected"),
    [
        ("f1", "<another>", timedelta(days=-1), True),
        ("f2", "<another>", timedelta(days=-1), False),
        ("f1", OUTCOME.source, timedelta(days=-1), False),
        ("f1", "<another>", timedelta(days=1), False),
    ],
)
def test_the_same_words_under_another_id_are_recognised(
    state: State, fingerprint: str, source: str, since: timedelta, expected: bool
) -> None:
    """Only another mail, only with a draft, only lately."""
    state.record(OUTCOME, (INTENT,))

    assert expected is state.drafted_before(fingerprint, source, NOW + since)


def test_the_same_words_without_a_draft_do_not_count(state: State) -> None:
    """Nor does another account's draft."""
    state.record(OUTCOME)
    other(state).record(OUTCOME, (INTENT,))

    assert not state.drafted_before("f1", "<another>", NOW - timedelta(days=1))


# -- the journal -----------------------------------------------------------------------------------------------------


def test_an_intent_comes_back_with_its_letter(state: State) -> None:
    """Byte for byte, with the outcome that it belongs to."""
    state.record(OUTCOME, (INTENT,))

    assert INTENT == only(state)
    assert (
        Draft(message_id="<d1@example.org>", to="julia.meyer@helmwerk.example", raw=INTENT.raw or b"")
        == only(state).draft
    )


def test_one_rejection_and_one_person_have_one_intent(state: State) -> None:
    """A second one, with other bytes or another case, changes nothing; another person has his own."""
    state.record(OUTCOME, (INTENT,))
    state.record(
        OUTCOME,
        (
            replace(INTENT, raw=b"other", message_id="<d2@example.org>"),
            replace(INTENT, person="Julia.Meyer@Helmwerk.example", message_id="<d3@x>"),
        ),
    )
    state.record(OUTCOME, (replace(INTENT, person="tom@helmwerk.example", message_id="<d4@example.org>"),))

    assert [("<d1@example.org>", INTENT.raw), ("<d4@example.org>", INTENT.raw)] == [
        (i.message_id, i.raw) for i in state.drafts()
    ]
    assert state.has_draft(OUTCOME.source, "JULIA.MEYER@helmwerk.example")
    assert not state.has_draft(OUTCOME.source, "eve@helmwerk.example")
    assert not other(state).has_draft(OUTCOME.source, INTENT.person)


def test_an_outcome_and_its_intents_are_one_transaction(state: State) -> None:
    """If an intent cannot be written, the outcome is not there either."""
    with pytest.raises(Exception, match=r"NOT NULL|datatype"):
        state.record(OUTCOME, (replace(INTENT, why=None),))  # type: ignore[arg-type]

    assert ([], []) == (state.outcomes(), state.drafts())


def test_an_intent_is_on_the_disk_before_record_returns(tmp_path: Path) -> None:
    """A process that dies at once after it leaves the intent behind."""
    code = (
        "import os, pathlib, sys; sys.path.insert(0, sys.argv[2])\n"
        "from tests.test_state import *\n"
        "context = open_state(pathlib.Path(sys.argv[1]), 'personal'); state = context.__enter__()\n"
        "state.record(OUTCOME, (INTENT,)); os._exit(137)"
    )
    died = subprocess.run([sys.executable, "-c", code, str(tmp_path), str(Path(__file__).parent.parent)], check=False)

    assert 137 == died.returncode
    with open_state(tmp_path, "personal") as state:
        assert [INTENT] == state.drafts(DraftState.INTENT)


def test_a_settled_draft_forgets_its_bytes(state: State) -> None:
    """And remembers where it lies."""
    state.record(OUTCOME, (INTENT,))
    state.settle(INTENT, Place("Drafts", 4, 11))
    settled = only(state)

    assert (DraftState.DRAFTED, None, 11, 4, Fate.WAITING) == (
        settled.state,
        settled.raw,
        settled.uid,
        settled.mark.uidvalidity,
        settled.fate,
    )
    with pytest.raises(SafetyStop):
        _ = settled.draft


def test_a_draft_may_be_settled_without_a_place(state: State) -> None:
    """Not every server tells where it put it."""
    state.record(OUTCOME, (INTENT,))
    state.settle(INTENT, None)
    settled = only(state)

    assert (DraftState.DRAFTED, None, 3) == (settled.state, settled.uid, settled.mark.uidvalidity)


def test_looking_and_trying_are_counted(state: State) -> None:
    """A new try begins with the Drafts folder as it is now, and with no looks."""
    state.record(OUTCOME, (INTENT,))
    state.looked(INTENT, NOW)
    state.looked(INTENT, NOW + timedelta(minutes=1))

    assert (2, NOW + timedelta(minutes=1), 1) == (only(state).looks, only(state).looked, only(state).tries)

    again = state.begin_try(only(state), Mark("Drafts", 5, 20))

    assert again == only(state)
    assert (2, 0, None, Mark("Drafts", 5, 20)) == (again.tries, again.looks, again.looked, again.mark)


@pytest.mark.parametrize("end", [DraftState.PARKED, DraftState.DROPPED])
def test_an_intent_put_aside_never_comes_back(state: State, end: DraftState) -> None:
    """It is no open intent any more, holds no letter, and still stands in the way of a second one."""
    state.record(OUTCOME, (INTENT,))
    state.put_aside(INTENT, end, Reason.NEEDS_ATTENTION)
    state.record(OUTCOME, (replace(INTENT, message_id="<d2@example.org>"),))

    assert [] == state.drafts(DraftState.INTENT)
    assert (end, None, INTENT.message_id) == (only(state).state, only(state).raw, only(state).message_id)
    assert state.has_draft(INTENT.source, INTENT.person)


def test_drafts_are_found_by_their_state(state: State) -> None:
    """Oldest first."""
    for number in range(3):
        state.record(
            OUTCOME,
            (
                replace(
                    INTENT, person=f"p{number}@x.example", message_id=f"<{number}>", created=NOW - timedelta(number)
                ),
            ),
        )
    state.settle(state.drafts()[0], None)

    assert ["<2>"] == [i.message_id for i in state.drafts(DraftState.DRAFTED)]
    assert ["<1>", "<0>"] == [i.message_id for i in state.drafts(DraftState.INTENT)]
    assert 3 == len(state.drafts(DraftState.INTENT, DraftState.DRAFTED))
    assert [] == other(state).drafts()


def test_a_fate_has_its_time(state: State) -> None:
    """Since when it is so; none as long as it never changed."""
    state.record(OUTCOME, (INTENT,))

    assert None is state.fate_since(INTENT)

    state.set_fate(INTENT, Fate.MISSING, NOW)

    assert (Fate.MISSING, NOW) == (only(state).fate, state.fate_since(INTENT))


# -- labels ----------------------------------------------------------------------------------------------------------


def test_a_label_is_news_once(state: State) -> None:
    """Saying the same again is none, changing one's mind is."""
    assert [True, False, True] == [
        state.add_label(label(rejection=True), "w"), state.add_label(label(rejection=True, day=1), "w"), state.add_label(label(rejection=False, day=2), "w"),
    ]  # fmt: skip
    assert not getattr(state.label("<a>"), "rejection", True)


def test_saying_the_same_again_does_not_make_it_younger(state: State) -> None:
    """A folder that is read at each visit gives the same label each time."""
    state.add_label(label(rejection=True, day=0), "w")
    state.add_label(label(rejection=True, day=5), "w")

    assert label(rejection=True, day=0) == state.label("<a>")


def test_explicit_beats_inferred(state: State) -> None:
    """In whatever order they came."""
    state.add_label(label(rejection=False), "w")
    state.add_label(label(rejection=True, strength=Strength.INFERRED, day=9), "w")

    assert label(rejection=False) == state.label("<a>")
    assert [("w", False)] == state.labelled_words()
    assert None is state.label("<b>")


def test_words_may_come_later(state: State) -> None:
    """A label given on the command line waits for the mail's words, and they are not lost again."""
    state.add_label(label(rejection=True), None)

    assert ([], [("<a>", True)]) == (state.labelled_words(), state.unheard_labels(()))

    state.add_label(label(rejection=True), "the words")
    state.add_label(label(rejection=True), None)

    assert ([("the words", True)], []) == (state.labelled_words(), state.unheard_labels(()))


def test_a_wordless_explicit_label_beats_an_inferred_one_for_training_too(state: State) -> None:
    """The user sent the draft, then said `watcher label … no`: the model must not learn a yes."""
    state.add_label(label(rejection=True, strength=Strength.INFERRED), "the words")
    state.add_label(label(rejection=False, day=1), None)

    assert ("<a>", False) == (getattr(state.label("<a>"), "source", ""), getattr(state.label("<a>"), "rejection", True))
    assert [("the words", False)] == state.labelled_words()


def test_labels_belong_to_an_account(state: State) -> None:
    """Two accounts may hold the same mail."""
    state.add_label(label(rejection=True), "w")

    assert ([], None) == (other(state).labelled_words(), other(state).label("<a>"))


# -- notes and locks -------------------------------------------------------------------------------------------------


def test_notes_are_kept_for_each_account(state: State) -> None:
    """The last value counts."""
    state.set_note("n", "1")
    state.set_note("n", "2")
    other(state).set_note("n", "3")

    assert ("2", "3", None) == (state.note("n"), other(state).note("n"), state.note("m"))


def test_one_visit_at_a_time(tmp_path: Path) -> None:
    """A second one to the same account is told to come again; another account is free, and so is the lock afterwards."""
    with open_state(tmp_path, "personal"):
        with pytest.raises(TryAgain), open_state(tmp_path, "personal"):
            pass
        with open_state(tmp_path, "work"):
            pass

    with open_state(tmp_path, "personal"):
        pass


def test_a_dead_process_holds_no_lock(tmp_path: Path) -> None:
    """The lock file stays behind, the lock does not."""
    code = "import os, pathlib, sys; from watcher.state import open_state\nopen_state(pathlib.Path(sys.argv[1]), 'personal').__enter__(); os._exit(137)"
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)

    with open_state(tmp_path, "personal") as state:
        assert [] == state.outcomes()


def test_reading_and_labelling_need_no_lock(tmp_path: Path) -> None:
    """`watcher status` and `watcher label` work while the daemon is at it."""
    with open_state(tmp_path, "personal") as writer:
        writer.record(OUTCOME)
        with read_state(tmp_path, "personal") as reader:
            assert [OUTCOME] == reader.outcomes()

            reader.add_label(label(rejection=True), None)

        assert [("<a>", True)] == writer.unheard_labels(())


def test_an_error_inside_leaves_the_lock_free(tmp_path: Path) -> None:
    """And reaches the caller as it is."""
    with pytest.raises(ZeroDivisionError), open_state(tmp_path, "personal"):
        _ = 1 / 0

    with open_state(tmp_path, "personal"):
        pass


def test_a_blocked_socket_is_not_blamed_on_another_watcher(tmp_path: Path) -> None:
    """Only taking the lock means that."""
    with pytest.raises(BlockingIOError), open_state(tmp_path, "personal"):
        raise BlockingIOError


def test_a_moment_has_one_form_in_the_file(state: State) -> None:
    """Times are compared as text, so all are in UTC."""
    state.record(
        replace(OUTCOME, source="<late>", seen=datetime(2026, 3, 1, 10, 30, tzinfo=timezone(timedelta(hours=2))))
    )
    state.record(replace(OUTCOME, source="<later>", seen=datetime(2026, 3, 1, 9, 0, tzinfo=UTC)))

    assert ["<later>", "<late>"] == [found.source for found in state.outcomes()]


def test_a_copy_leaves_no_trace(tmp_path: Path) -> None:
    """It holds what the state holds, needs no lock, and makes no file; where there is no state it is empty."""
    with copied_state(tmp_path / "none", "personal") as nothing:
        assert nothing.outcomes() == []
    assert not (tmp_path / "none").exists()
    with open_state(tmp_path, "personal") as state:
        state.record(OUTCOME)
        state.add_label(Label(OUTCOME.source, rejection=True, strength=Strength.EXPLICIT, at=OUTCOME.seen), "words")
        with copied_state(tmp_path, "personal") as copy:  # while the other one is open: it still has its log beside it
            held = [
                copy.outcome(OUTCOME.source),
                copy.outcome("<other>"),
                copy.label(OUTCOME.source),
                copy.label("<other>"),
            ]
    files = sorted(path.name for path in tmp_path.iterdir())
    with copied_state(tmp_path, "personal") as copy:
        assert [
            copy.outcome(OUTCOME.source),
            copy.outcome("<other>"),
            copy.label(OUTCOME.source),
            copy.label("<other>"),
        ] == held

    assert [found is None for found in held] == [False, True, False, True]
    assert files == sorted(path.name for path in tmp_path.iterdir())


def test_a_broken_state_is_named_when_it_is_copied(tmp_path: Path) -> None:
    """A file that is no database is the user's to mend, in a dry run too."""
    (tmp_path / "watcher.sqlite").write_bytes(b"not a database at all, but long enough to be read as one" * 20)

    with pytest.raises(UserError, match="not a database"), copied_state(tmp_path, "personal"):
        pass
