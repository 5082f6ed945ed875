"""What a visit with nothing new costs: round trips, bytes, processor time; and whether memory grows over 10,000 of them.

The account has label folders, some mail with keywords, and three drafts that are being followed. The bar is four round
trips and 2 KB, the same at 100 and at 50,000 mails, and less than 5 MB of growth.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Iterator

from benchmarks.stage import Stage, Tap, classifier, days_ago, resident, stage
from tests.letters import PLAIN_NO, RECEIPT, mail
from watcher import session
from watcher.classifier import Classifier
from watcher.imap import ImapMailbox

SIZES = (100, 50_000)
VISITS = 10_000
WARM = 500


def receipts(count: int) -> Iterator[bytes]:
    for number in range(count):
        yield mail(RECEIPT, message_id=f"<old{number}@helmwerk.example>")


def prepare(scene: Stage, count: int) -> None:
    scene.fill(receipts(count), days_ago(100))
    with scene.client as client:
        for folder in ("Rejections", "Rejections/Yes", "Rejections/No"):
            client.create_folder(folder)
        for number, company in enumerate(("Helmwerk", "Nordlicht", "Auenland")):
            text = PLAIN_NO.replace("Helmwerk", company)
            sender = f"Julia Meyer <julia.meyer@{company.lower()}.example>"
            client.append("INBOX", mail(text, sender=sender, message_id=f"<no{number}@{company.lower()}.example>"))
        client.append("INBOX", mail(RECEIPT, message_id="<kept@helmwerk.example>"), flags=(b"$NotRejection",))


class Visits:
    """Visits as the daemon makes them, on a connection that stays open; each returns the number of its drafts."""

    def __init__(self, scene: Stage, judge: Classifier, mailbox: ImapMailbox) -> None:
        plan = session.plan("personal", scene.config.accounts["personal"], scene.config)
        self.parts = (mailbox, plan, scene.where.state, judge, session.letters(scene.config))

    def __call__(self) -> int:
        return len(session.run(*self.parts).drafts)


def measure(scene: Stage, judge: Classifier) -> tuple[int, int, float]:
    """Round trips, bytes and milliseconds of processor time of an idle visit, the worst of ten, on a connection that is open."""
    with session.connected("personal", scene.config.accounts["personal"]) as mailbox:
        visit = Visits(scene, judge, mailbox)
        drafted = [visit() for _ in range(3)]
        assert drafted == [3, 0, 0], drafted
        tap, seen, spent = Tap().listen(mailbox._client), [], []
        for _ in range(10):
            tap.reset()
            before = time.process_time()
            visit()
            spent.append(time.process_time() - before)
            seen.append((tap.trips, tap.sent + tap.received))
            mailbox.wait(0.1)  # what the daemon does in between: it leaves INBOX open
    return max(trips for trips, _ in seen), max(size for _, size in seen), statistics.median(spent) * 1000


def growth(scene: Stage, judge: Classifier, visits: int) -> tuple[float, float]:
    """Megabytes that the process grew by, and the visits a second."""
    with session.connected("personal", scene.config.accounts["personal"]) as mailbox:
        visit = Visits(scene, judge, mailbox)
        for _ in range(WARM):
            visit()
        gc.collect()
        before, start = resident(), time.monotonic()
        for _ in range(visits):
            visit()
        gc.collect()
        return resident() - before, visits / (time.monotonic() - start)


def main() -> None:
    judge = classifier()
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else VISITS
    print("| mails | round trips | bytes | processor time (ms) |\n| --: | --: | --: | --: |")
    for count in SIZES:
        with stage() as scene:
            prepare(scene, count)
            trips, size, spent = measure(scene, judge)
            print(f"| {count:,} | {trips} | {size:,} | {spent:.1f} |", flush=True)
            if count == SIZES[0]:
                grown, pace = growth(scene, judge, visits)
    print(f"\n{visits:,} visits in one process: memory grew by {grown:.1f} MB ({pace:.0f} visits a second).")


if __name__ == "__main__":
    main()
