"""Parsing and judging, one mail after the other here, or many at once on all cores: the results are the same, in order.

A pool of processes is worth its start only for hundreds of mails: an archive, a first look back. What a process reads
stays small: a few chunks of mail are under way at any time, and what comes back is without the texts.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from watcher.classifier import Classifier, Verdict
from watcher.mail import Mail, parse
from watcher.mailbox import Arrival
from watcher.text import words

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

MANY = 400
MOST_PROCESSES = 4  # each holds a model of some 70 MB
CHUNK = 40
CHUNK_BYTES = 1_000_000
AHEAD = 3
REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A mail and its verdict. Read in another process, `mail` has its identity as Message-ID and no text: parse again for more."""

    mail: Mail
    verdict: Verdict


Readings = Iterator[tuple[Arrival, Reading | None]]
Reader = Callable[[Iterator[Arrival], Callable[[], int]], Readings]


def in_turn(arrivals: Iterable[Arrival], _expected: Callable[[], int] = int) -> Readings:
    """Nothing is read ahead: whoever gets the mail reads it."""
    return ((arrival, None) for arrival in arrivals)


@dataclass(frozen=True, slots=True)
class OnAllCores:
    """A reader with a pool of its own while it has many mails to read; `None` for a mail that could not be read."""

    classifier: Classifier
    processes: int = 0

    def __call__(self, arrivals: Iterator[Arrival], expected: Callable[[], int]) -> Readings:
        """`expected` tells how many mails there are, once the first has come."""
        first = next(arrivals, None)
        if first is None:
            return
        arrivals = chain([first], arrivals)
        if expected() < MANY:
            yield from in_turn(arrivals)
            return
        processes = self.processes or min(len(os.sched_getaffinity(0)), MOST_PROCESSES)
        pool = _pool(self.classifier, processes)
        try:
            yield from _ahead(pool, chunks(arrivals), processes * AHEAD)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _pool(classifier: Classifier, processes: int) -> ProcessPoolExecutor:
    import multiprocessing  # noqa: PLC0415 - a quarter of a second that only a scan has to spend
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    # spawn: whoever calls may have threads and open connections, which a fork would copy
    context = multiprocessing.get_context("spawn")
    packed = pickle.dumps(classifier)  # once, not once a process
    return ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(packed,))


def _ahead(pool: ProcessPoolExecutor, parts: Iterator[list[Arrival]], most: int) -> Readings:
    """Hand out chunks, at most so many at once, and take the results in order."""
    under_way: deque[tuple[list[Arrival], Future[list[Reading | None]] | None]] = deque()
    for part in parts:
        under_way.append((part, _handed_out(pool, part)))
        if len(under_way) >= most:
            yield from _taken(*under_way.popleft())
    while under_way:
        yield from _taken(*under_way.popleft())


def _handed_out(pool: ProcessPoolExecutor, part: list[Arrival]) -> Future[list[Reading | None]] | None:
    try:
        return pool.submit(_read_all, [arrival.raw for arrival in part])
    except BrokenExecutor:
        return None


def _taken(part: list[Arrival], future: Future[list[Reading | None]] | None) -> Readings:
    """What a process made of these mails; without one (killed, out of memory) they are left to the caller."""
    try:
        read = future.result() if future else None
    except BrokenExecutor:
        read = None
    yield from zip(part, read, strict=True) if read else in_turn(part)


def chunks(arrivals: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    """In order; each of so many mails, or fewer large ones."""
    part: list[Arrival] = []
    room = CHUNK_BYTES
    for arrival in arrivals:
        part.append(arrival)
        room -= len(arrival.raw)
        if len(part) >= CHUNK or room <= 0:
            yield part
            part, room = [], CHUNK_BYTES
    if part:
        yield part


class _Judge:
    """The classifier of a process of the pool. Archives say the same in many mails: each sentence is heard once."""

    def __init__(self, classifier: Classifier) -> None:
        self.classifier = classifier
        self.hear = lru_cache(REMEMBERED)(classifier.model.hear)

    def read(self, raw: bytes) -> Reading | None:
        try:
            mail = parse(raw)
            verdict = self.classifier.judge_words(words(mail), self.hear)
        except Exception:  # noqa: BLE001 - read again where a mail that cannot be read gets its outcome
            return None
        return Reading(replace(mail, message_id=mail.identity, plain="", html="", calendars=()), verdict)


_judges: list[_Judge] = []  # in a process of the pool: one, from its beginning


def _begin(packed: bytes) -> None:
    import signal  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that talks to the user
    _judges.append(_Judge(pickle.loads(packed)))  # noqa: S301 - from the process that started this one


def _read_all(raws: list[bytes]) -> list[Reading | None]:
    return [_judges[0].read(raw) for raw in raws]
