"""From delivery to the draft being visible: the service, beside a bare loop of IDLE, FETCH and APPEND on the same server.

Both wait in IDLE for the same rejection; whoever looks on polls Drafts from a connection of its own. The rounds take turns.
The bar is a ratio of 2 of the medians.
"""

from __future__ import annotations

import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from benchmarks.stage import Stage, Tap, classifier, stage
from tests.letters import PLAIN_NO, mail
from watcher import daemon, session
from watcher.daemon import Worker

ROUNDS = 25
PATIENCE = 120


class Onlooker:
    """Delivers a rejection and sees when Drafts holds one mail more."""

    def __init__(self, scene: Stage) -> None:
        self.hand, self.eye = scene.client, scene.client
        self.number = 0

    def seconds(self) -> float:
        self.number += 1
        company = f"Helmwerk {self.number}"
        raw = mail(
            PLAIN_NO.replace("Helmwerk", company),
            sender=f"Julia Meyer <julia.meyer@helmwerk{self.number}.example>",
            message_id=f"<l{self.number}@helmwerk{self.number}.example>",
        )
        before = self.drafts()
        start = time.perf_counter()
        self.hand.append("INBOX", raw)
        while self.drafts() == before:
            assert time.perf_counter() - start < PATIENCE, "no draft came"
            time.sleep(0.002)
        return time.perf_counter() - start

    def drafts(self) -> int:
        return int(self.eye.folder_status("Drafts", ["MESSAGES"])[b"MESSAGES"])


@contextmanager
def bare_loop(scene: Stage) -> Iterator[None]:
    """The least that can be done: IDLE, fetch what is new, append a fixed answer."""
    client, ended = scene.client, threading.Event()
    answer = mail("Thank you.\n", sender="alex@example.org", message_id="<bare@example.org>")
    client.select_folder("INBOX", readonly=True)
    following = int(client.folder_status("INBOX", ["UIDNEXT"])[b"UIDNEXT"])

    def loop() -> None:
        nonlocal following
        client.idle()
        while not ended.is_set():
            if client.idle_check(timeout=0.5):
                client.idle_done()
                for uid in client.fetch([following], ["BODY.PEEK[]"]):
                    client.append("Drafts", answer, flags=(b"\\Draft", b"\\Seen"))
                    following = uid + 1
                client.idle()
        client.idle_done()

    with running(threading.Thread(target=loop), ended.set):
        yield


@contextmanager
def service(scene: Stage, commands: Counter[str]) -> Iterator[None]:
    """The worker of the service, as `watcher run` starts it; its commands are counted."""
    judge = session.adjusted(classifier(), scene.config)
    worker = Worker("personal", scene.config.accounts["personal"], scene.config, scene.where, lambda: judge)
    connect = session.connect

    def tapped(name: str, account: object) -> object:
        mailbox = connect(name, account)  # type: ignore[arg-type]
        tap = Tap().listen(mailbox._client)
        mailbox.tap = tap  # type: ignore[attr-defined]
        taps.append(tap)
        return mailbox

    taps: list[Tap] = []
    daemon.session.connect = tapped  # type: ignore[assignment]
    try:
        with running(worker, worker.stop):
            while "looked at" not in worker.said:
                time.sleep(0.05)
            for tap in taps:
                tap.reset()
            yield
        for tap in taps:
            commands.update(
                line.split()[1 + (b"UID" in line.split()[:2])].decode() for line in tap.lines if line.count(b" ") >= 1
            )
    finally:
        daemon.session.connect = connect


@contextmanager
def running(thread: threading.Thread, stop: Callable[[], None]) -> Iterator[None]:
    thread.start()
    try:
        yield
    finally:
        stop()
        thread.join(10)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    print("| | median (ms) | 95th of a hundred | fastest |\n| --- | --: | --: | --: |")
    medians = {}
    commands: Counter[str] = Counter()
    with stage() as bare_scene, stage() as our_scene, bare_loop(bare_scene), service(our_scene, commands):
        bare, ours = Onlooker(bare_scene), Onlooker(our_scene)
        bare.seconds(), ours.seconds()  # the first letter of a service loads what it needs
        taken: dict[str, list[float]] = {"bare loop": [], "watcher": []}
        for _ in range(rounds):
            time.sleep(0.7)  # both are in IDLE again
            taken["bare loop"].append(bare.seconds() * 1000)
            taken["watcher"].append(ours.seconds() * 1000)
        time.sleep(1)
    for name, spent in taken.items():
        spent.sort()
        medians[name] = statistics.median(spent)
        print(f"| {name} | {medians[name]:.0f} | {spent[int(len(spent) * 0.95)]:.0f} | {spent[0]:.0f} |")
    print(f"| ratio | {medians['watcher'] / medians['bare loop']:.2f} | | |")
    rounds += 1  # the first counts among the commands
    each = ", ".join(f"{name} {count / rounds:.1f}" for name, count in commands.most_common())
    print(f"\nCommands for one mail, all in all: {sum(commands.values()) / rounds:.1f} ({each}).")


if __name__ == "__main__":
    main()
