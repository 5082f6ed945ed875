"""watcher.readers: many mails at once say the same as one after the other, whatever becomes of the processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import active_children

import pytest

from tests.letters import NOW, PLAIN_NO, RECEIPT, mail
from watcher import readers
from watcher.classifier import Classifier
from watcher.mail import parse
from watcher.mailbox import Arrival, Place
from watcher.readers import OnAllCores, chunks, in_turn

COUNT = 90


def arrivals(count: int = COUNT) -> Iterator[Arrival]:
    for number in range(count):
        text = (PLAIN_NO, RECEIPT, f"Line {number} of a list.\n")[number % 3]
        raw = mail(text, message_id=f"<m{number}@x.example>" if number % 5 else None, date=NOW)
        yield Arrival(place=Place("INBOX", 1, number + 1), raw=raw, received=NOW, size=len(raw))


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool is worth its while for a handful already."""
    monkeypatch.setattr(readers, "MANY", 10)


@pytest.mark.usefixtures("many")
def test_all_cores_say_what_one_says(classifier: Classifier) -> None:
    """The same mails in the same order with the same verdicts; only the texts stay where they were read."""
    for arrival, reading in OnAllCores(classifier, 2)(arrivals(), lambda: COUNT):
        whole = parse(arrival.raw)

        assert reading is not None
        assert reading.verdict == classifier.judge(whole)
        assert reading.mail == replace(whole, message_id=whole.identity, plain="", html="", calendars=())
        assert reading.mail.identity == whole.identity


@pytest.mark.usefixtures("many")
def test_a_process_that_dies_loses_nothing(classifier: Classifier) -> None:
    """The pool breaks in the middle: the mails come all the same, in order, for the caller to read."""
    seen: list[int] = []
    unread = 0
    for arrival, reading in OnAllCores(classifier, 2)(arrivals(400), lambda: 400):
        if not seen:
            _kill_children()
        seen.append(arrival.place.uid)
        unread += reading is None

    assert seen == list(range(1, 401))
    assert unread > 0


def _kill_children() -> None:
    for child in active_children():
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)


def test_few_mails_are_read_where_they_are(classifier: Classifier) -> None:
    """No pool for a handful; no mail is taken before it is asked for."""
    source = arrivals(3)
    reading = OnAllCores(classifier)(source, lambda: 3)
    first = next(reading)

    assert (first[0].place.uid, first[1]) == (1, None)
    assert next(source).place.uid == 2
    assert list(OnAllCores(classifier)(iter(()), lambda: 0)) == []


def test_chunks_are_small_in_number_and_in_bytes() -> None:
    """At most so many mails, fewer when they are large; none is lost and the order stays."""
    large = [replace(arrival, raw=b"x" * 600_000) for arrival in arrivals(5)]

    assert [len(part) for part in chunks(arrivals())] == [40, 40, 10]
    assert [len(part) for part in chunks(large)] == [2, 2, 1]
    assert [a.place.uid for part in chunks(arrivals()) for a in part] == [a.place.uid for a, _ in in_turn(arrivals())]
