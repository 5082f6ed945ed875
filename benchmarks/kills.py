"""500 random SIGKILLs during visits to Dovecot, while new mail is delivered all along: nothing twice, nothing lost, nothing touched.

`python benchmarks/kills.py [KILLS] [SEED]`. First the crash matrix in full: every point of `tests/crash.py`, each time it is
reached. Then the random ones: a forked process makes visit after visit, the clock moved on by a minute for each, until it is
killed after a random time; the next one goes on.
"""

from __future__ import annotations

import itertools
import logging
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests import crash
from tests.conftest import CACHE
from tests.dovecot import Dovecot
from tests.world import World, invitation, quick_folder, receipt, rejection
from watcher import current, resources
from watcher.config import Daemon
from watcher.errors import SafetyStop, TryAgain
from watcher.letter import Letters
from watcher.mail import parse
from watcher.policy import Reason
from watcher.state import DraftState, open_state

LONGEST_LIFE = 0.8
START = datetime.now(UTC)
DRAFTED = {Reason.REJECTION.value}
SILENT = {Reason.NOT_A_REJECTION.value, Reason.UNSURE.value}


class Delivery(threading.Thread):
    """A rejection to one person, one to two, and a receipt, in turn, a few each second."""

    def __init__(self, world: World, chance: random.Random) -> None:
        super().__init__(daemon=True)
        self.world, self.chance = world, chance
        self.stopping = threading.Event()
        self.delivered: dict[str, bytes] = {}
        self.due: Counter[tuple[str, str]] = Counter()  # the source, and who is to be thanked

    def run(self) -> None:
        for number in itertools.count():
            if self.stopping.wait(self.chance.uniform(0.1, 1.2)):
                return
            name = f"Werk{number}"
            kind = ("one", "two", "receipt")[number % 3]
            if kind == "two":
                self.deliver(invitation(START, name), timedelta(days=5))
            self.deliver(receipt(name) if kind == "receipt" else rejection(name))
            if kind != "receipt":
                domain, source = f"{name.lower()}.example", f"<no@{name.lower()}.example>"
                people = ("julia.meyer", "tom.berg") if kind == "two" else ("julia.meyer",)
                self.due.update((source, f"{person}@{domain}") for person in people)

    def deliver(self, raw: bytes, age: timedelta = timedelta(0)) -> None:
        self.world.put(raw, START - age)
        self.delivered[parse(raw).message_id or ""] = raw


def live(world: World, now: datetime) -> None:
    """Visit after visit, as the daemon does, with a clock of its own."""
    for later in itertools.count(1):
        try:
            world.visit(now + later * timedelta(seconds=61))
        except (TryAgain, SafetyStop):
            continue


def killed(world: World, now: datetime, after: float) -> None:
    child = os.fork()
    if not child:
        try:
            live(world, now)
        finally:
            os._exit(1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def open_intents(world: World) -> int:
    with open_state(world.state, "personal") as state:
        return len(state.drafts(DraftState.INTENT))


def whole_matrix(origin: World) -> None:
    crash.rich(origin, START)
    points = crash.points(origin.copy("points"), START)
    kills = [(name, n) for name, times in Counter(points).items() for n in range(1, times + 1)]
    broken = crash.broken(origin, kills, START)
    print("| crash matrix | |\n| --- | --: |")
    print(
        f"| points of one visit, each killed once | {len(kills)} |\n| of them with names of their own | {len(set(points))} |"
    )
    print(f"| after which the world is another | {len(broken)} |\n", flush=True)


def random_kills(world: World, kills: int, chance: random.Random) -> dict[str, object]:
    delivery = Delivery(world, chance)
    world.put(receipt("Firstwerk"), START)
    world.visit(START)
    delivery.start()
    now, interrupted, began = START, 0, time.monotonic()
    for _ in range(kills):
        killed(world, now, chance.uniform(0.02, LONGEST_LIFE))
        now += timedelta(minutes=5)
        interrupted += open_intents(world) > 0
    delivery.stopping.set()
    delivery.join()
    took = time.monotonic() - began
    for _ in range(200):
        now += timedelta(seconds=61)
        try:
            if not world.visit(now).open:
                break
        except SafetyStop:
            continue
    return {
        "kills": kills,
        "minutes": f"{took / 60:.1f}",
        "kills that left an intent open": interrupted,
        **judge(world, delivery),
    }


def judge(world: World, delivery: Delivery) -> dict[str, object]:
    ending = world.ending()
    folders = world.folders()
    found = Counter(
        (parse(raw).in_reply_to[0], parse(raw).to[0].address) for *_, raw in folders["Drafts"].mails.values()
    )
    people = Counter(address for _, address in found.elements())
    due = Counter(address for _, address in delivery.due)
    unexplained = [
        source
        for source, address in delivery.due
        if not people[address] and ending["outcomes"].get(source) in {None, *DRAFTED, *SILENT}
    ]
    inbox = {parse(raw).message_id: (flags, raw) for flags, _, raw in folders["INBOX"].mails.values()}
    changed = [i for i, raw in delivery.delivered.items() if inbox.get(i) != (frozenset(), raw)]
    return {
        "mails delivered": len(delivery.delivered),
        "letters due": sum(due.values()),
        "drafts": people.total(),
        "**duplicates**": sum(times - 1 for times in people.values()),
        "**rejections without a draft or a named reason**": len(unexplained),
        "**mails with another flag or byte**": len(changed),
        "mails without an outcome": len(set(delivery.delivered) - set(ending["outcomes"])),
    }


def main(kills: int = 500, seed: int = 1) -> None:
    logging.disable()
    classifier = current.base(CACHE, current.fits())
    with Dovecot() as server, quick_folder() as folder:
        world = World(server, "matrix", folder / "matrix", classifier, Letters(resources.templates()))
        whole_matrix(world)
    with Dovecot() as server, quick_folder() as folder:
        flood = Daemon(max_drafts_per_visit=10_000)  # the simulated hours hold more letters than any real ones
        world = World(server, "kills", Path(folder) / "kills", classifier, Letters(resources.templates()), daemon=flood)
        found = random_kills(world, kills, random.Random(seed))
    print("| random kills | |\n| --- | --: |")
    for name, value in found.items():
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
