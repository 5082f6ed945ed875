"""Three days of the daemon's own loop on a clock of ours, over a mailbox in memory and a network that fails at random.

No mail may be left without an outcome, no letter written twice, and no visit be lost: two tries are never further apart
than the longest back-off. At the end the real daemon idles at Dovecot for a minute: its share of a processor.

`python benchmarks/three_days.py [SEED]`
"""

from __future__ import annotations

import logging
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from tests.conftest import CACHE, Box
from tests.dovecot import Dovecot
from tests.memory import MemoryMailbox
from tests.world import invitation, quick_folder, receipt, rejection
from watcher import current, daemon, resources, session
from watcher.config import Account, Config
from watcher.daemon import BACKOFF_MOST, Worker
from watcher.errors import TryAgain
from watcher.letter import Letters
from watcher.mail import parse
from watcher.mailbox import Mailbox
from watcher.session import Paths
from watcher.state import open_state
from watcher.visit import visit

START = datetime.now(UTC)
DAYS = 3
POLL = timedelta(minutes=10)
FAULT = 0.004  # of every call of the mailbox
IDLE_SECONDS = 60


class Clock:
    """Simulated seconds since the start, and what is due when: mail, outages, the schedule's poll."""

    def __init__(self, chance: random.Random) -> None:
        self.now, self.end = 0.0, DAYS * 86_400.0
        self.mails = sorted(chance.uniform(0, self.end - 7200) for _ in range(DAYS * 40))
        starts = sorted(chance.uniform(0, self.end - 14_400) for _ in range(DAYS * 5))
        self.outages = [(begin, begin + chance.choice((20, 300, 3600, 10_000))) for begin in starts]

    @property
    def moment(self) -> datetime:
        return START + timedelta(seconds=self.now)

    @property
    def down(self) -> bool:
        return any(begin <= self.now < end for begin, end in self.outages)

    def up_between(self, start: float, end: float) -> float:
        """How many of these seconds the network was up."""
        near = [(b, e) for b, e in self.outages if b < end and e > start]
        return sum(not any(b <= t < e for b, e in near) for t in range(int(start), int(end)))


class World:
    """The mailbox, who writes to it, and the network between it and the daemon."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.clock = chance, Clock(chance)
        self.mailbox = MemoryMailbox()
        self.delivered: dict[str, float] = {}
        self.due: Counter[tuple[str, str]] = Counter()
        self.faults: Counter[str] = Counter()
        self.tries: list[float] = []
        self.visits: list[float] = []

    def pass_by(self, seconds: float) -> None:
        """Time passes: mail arrives, the user sends or deletes a draft."""
        self.clock.now += seconds
        while self.clock.mails and self.clock.mails[0] <= self.clock.now:
            self.deliver(len(self.delivered), self.clock.mails.pop(0))
            self.use_a_draft()

    def deliver(self, number: int, at: float) -> None:
        name, kind = f"Werk{number}", number % 3
        if kind == 1:
            self.mailbox.put("INBOX", invitation(START, name), START + timedelta(seconds=at) - timedelta(days=5))
        raw = receipt(name) if kind == 2 else rejection(name)
        self.mailbox.put("INBOX", raw, START + timedelta(seconds=at))
        self.delivered[f"<no@{name.lower()}.example>"] = at
        for person in ("julia.meyer", "tom.berg")[: (1, 2, 0)[kind]]:
            self.due[f"<no@{name.lower()}.example>", f"{person}@{name.lower()}.example"] += 1

    def use_a_draft(self) -> None:
        drafts = self.mailbox.folders["Drafts"].mails
        if drafts and self.chance.random() < 0.3:
            entry = drafts.pop(self.chance.choice(list(drafts)))
            self.mailbox.put(self.chance.choice(("Sent", "Trash")), entry[0], self.clock.moment)

    def letters(self) -> Counter[str]:
        """To whom letters were ever written, and how often."""
        found = (m for name in ("Drafts", "Sent", "Trash") for m in self.mailbox.folders[name].mails.values())
        return Counter(parse(raw).to[0].address for raw, *_ in found)


class Line:
    """The mailbox as the daemon reaches it: any call may be the last of its connection, a letter's answer may be lost."""

    def __init__(self, world: World) -> None:
        self._world, self._lost = world, False
        self.heard = 0.0

    def __getattr__(self, name: str) -> Any:
        if name not in vars(Mailbox):
            raise AttributeError(name)
        return lambda *args, **kwargs: self._call(name, *args, **kwargs)

    def _call(self, name: str, *args: Any, **kwargs: Any) -> Any:
        world = self._world
        world.pass_by(0.05)
        if self._lost or world.clock.down or world.chance.random() < FAULT:
            self._lost = True
            world.faults["calls"] += 1
            raise TryAgain("connection lost")
        if name == "keep_draft" and world.chance.random() < 0.2:
            world.mailbox.lose = [world.chance.choice(("before", "after"))]
            world.faults["letters without an answer"] += 1
        return getattr(world.mailbox, name)(*args, **kwargs)

    def wait(self, seconds: float, _wake: int | None = None) -> bool:
        """IDLE: until mail comes, or the schedule rings, or the connection is lost."""
        world, begun = self._world, self._world.clock.now
        ends = min(begun + seconds, (begun // POLL.total_seconds() + 1) * POLL.total_seconds())
        while (now := world.clock.now) < ends:
            had = len(world.delivered)
            world.pass_by(min(5.0, ends - now))
            if world.clock.down or world.chance.random() < FAULT / 10:
                world.faults["waits"] += 1
                raise TryAgain("connection lost")
            if len(world.delivered) > had:
                return True
        return True

    def cut(self) -> None:
        self._lost = True

    def close(self) -> None:
        self._lost = True


class Sleep:
    """Stands for the worker's `stopping` event: waiting lets simulated time pass."""

    def __init__(self, world: World) -> None:
        self._world = world

    def is_set(self) -> bool:
        return self._world.clock.now >= self._world.clock.end

    def wait(self, seconds: float) -> bool:
        self._world.pass_by(seconds)
        return self.is_set()


class Bell(Sleep):
    """Stands for the worker's doorbell; nobody rings but `Line.wait`."""

    fd = -1

    def quiet(self) -> None:
        """Nothing rang."""


def three_days(world: World, folder: Path) -> dict[str, object]:
    account = Account(
        host="localhost", security="none", user="alex@example.org", name="Alex Example", addresses=("alex@example.org",)
    )
    classifier = current.base(CACHE, current.fits())
    letters = Letters(resources.templates())

    def connect(*_: object) -> Line:
        world.tries.append(world.clock.now)
        world.pass_by(0.5)
        if world.clock.down:
            world.faults["connections"] += 1
            raise TryAgain("no network")
        return Line(world)

    def run(mailbox: Any, plan: Any, state: Path, *_: object) -> Any:
        world.tries.append(world.clock.now)
        with open_state(state, plan.account) as memory:
            tally = visit(mailbox, memory, classifier, letters, plan, world.clock.moment)
        world.visits.append(world.clock.now)
        return tally

    where = Paths(folder / "config.toml", folder / "state", folder)
    worker = Worker("personal", account, Config(accounts={"personal": account}), where, lambda: classifier)
    worker.stopping = Sleep(world)  # type: ignore[assignment]
    worker.bell = Bell(world)  # type: ignore[assignment]
    clock = SimpleNamespace(monotonic=lambda: world.clock.now)
    random.seed(1)
    with (
        patch.object(session, "connect", connect),
        patch.object(session, "run", run),
        patch.object(daemon, "time", clock),
    ):
        worker.run()
    with open_state(where.state, "personal") as state:
        outcomes = {outcome.source for outcome in state.outcomes(100_000)}
        parked = sum(intent.state.value == "needs attention" for intent in state.drafts())
    return judge(world, outcomes, parked)


def judge(world: World, outcomes: set[str], parked: int) -> dict[str, object]:
    letters = world.letters()
    missing = [address for _, address in world.due if not letters[address]]
    tries = [b - a for a, b in pairwise([0.0, *world.tries, world.clock.end])]
    visits = [world.clock.up_between(a, b) for a, b in pairwise([0.0, *world.visits, world.clock.end])]
    return {
        "simulated days": DAYS,
        "visits that succeeded": len(world.visits),
        **{
            f"lost {name}" if name != "letters without an answer" else name: count
            for name, count in world.faults.items()
        },
        "hours without a network": f"{(world.clock.end - world.clock.up_between(0, world.clock.end)) / 3600:.1f}",
        "mails": len(world.delivered),
        "letters due": sum(world.due.values()),
        "**letters written twice**": sum(times - 1 for times in letters.values()),
        "**letters neither written nor left to the user**": max(0, len(missing) - parked),
        "left to the user after three tries": parked,
        "**mails without an outcome**": len(set(world.delivered) - outcomes),
        "**longest time between two tries (minutes)**": f"{max(tries) / 60:.1f}",
        "bar: the longest back-off": f"{BACKOFF_MOST / 60:.1f}",
        "longest time of a working network without a visit that succeeded": f"{max(visits) / 60:.1f}",
    }


def processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle_share(poll: str) -> float:
    """The share of one processor that the real daemon takes while nothing happens."""
    with Dovecot() as server, tempfile.TemporaryDirectory() as folder:
        box = Box(server, Path(folder), extra=f'[daemon]\npoll = "{poll}"\n')
        box.configure()
        log = Path(folder) / "log"
        with log.open("w") as said:
            process = subprocess.Popen([sys.executable, "-m", "watcher", "run"], env=box.env(), stderr=said, cwd=folder)
            while "looked at" not in log.read_text():
                time.sleep(0.1)
            time.sleep(3)
            before = processor_seconds(process.pid)
            time.sleep(IDLE_SECONDS)
            share = (processor_seconds(process.pid) - before) / IDLE_SECONDS
            process.send_signal(signal.SIGTERM)
            process.wait()
    return share


def main(seed: int = 1) -> None:
    logging.disable()
    began = time.monotonic()
    with quick_folder() as folder:
        found = three_days(World(random.Random(seed)), folder)
    found["took (seconds)"] = f"{time.monotonic() - began:.0f}"
    for poll in ("10m", "5s"):
        found[f"processor share of the idle daemon, poll = {poll}"] = f"{idle_share(poll):.2%}"
    print("| | |\n| --- | --: |")
    for name, value in found.items():
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
