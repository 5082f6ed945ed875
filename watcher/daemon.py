"""The background service: one thread an account, a schedule that rings it, systemd told how it goes.

The scheduler decides when a visit happens; the doorbell (IDLE) may ring for an early one; nothing but a visit touches the
mailbox. A worker owns its one connection: visits and IDLE happen on the same thread, because IMAPClient has no locks.
"""

from __future__ import annotations

import logging
import os
import random
import select
import signal
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import FrameType

from apscheduler.schedulers.background import BackgroundScheduler

from watcher import current, session
from watcher.classifier import Classifier
from watcher.config import Account, Config
from watcher.errors import LoginRefused, SafetyStop, TryAgain, UserError
from watcher.imap import ImapMailbox
from watcher.journal import BETWEEN_LOOKS
from watcher.notify import notify, watchdog_seconds
from watcher.session import Paths
from watcher.state import read_state
from watcher.visit import Tally

log = logging.getLogger(__name__)

BACKOFF_FIRST, BACKOFF_MOST = 2.0, 900.0
REFUSED_WAIT, REFUSED_MOST = 900.0, 3
VISIT_MOST = 600.0
STOP_SECONDS = 3.0
IN_VAIN_MOST = 60.0
LEARN_AFTER = timedelta(minutes=10)


class Doorbell:
    """A thread-safe bell that a thread can wait for together with a socket."""

    def __init__(self) -> None:
        self.fd, self._write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)

    def ring(self) -> None:
        """Wake whoever waits; ringing twice is ringing once."""
        try:
            os.write(self._write, b"!")
        except BlockingIOError:
            return

    def quiet(self) -> None:
        """Forget what rang until now."""
        try:
            while os.read(self.fd, 512):
                pass
        except BlockingIOError:
            return

    def wait(self, seconds: float) -> None:
        """Wait for a ring, at most so long."""
        select.select([self.fd], [], [], max(seconds, 0))


class Worker(threading.Thread):
    """One account: visits, waits, backs off. `classifier` is asked for at each visit, so that a retrained one is used."""

    def __init__(
        self, name: str, account: Account, config: Config, where: Paths, classifier: Callable[[], Classifier]
    ) -> None:
        super().__init__(name=f"account-{name}", daemon=True)
        self.account_name, self.account, self.config, self.where = name, account, config, where
        self.classifier = classifier
        self.bell = Doorbell()
        self.stopping = threading.Event()
        self.said = "starting"
        self.mailbox: ImapMailbox | None = None
        self._letters = session.letters(config)
        self._deadline = time.monotonic() + VISIT_MOST
        self._failures = 0
        self._refusals = 0
        self._in_vain = 0

    @property
    def alive_and_well(self) -> bool:
        """Whether it made progress within its own deadline; an answer from the server is progress, backing off is, too."""
        heard = self.mailbox.heard if self.mailbox else 0.0
        return self.is_alive() and time.monotonic() < max(self._deadline, heard + VISIT_MOST)

    def cut(self) -> None:
        """From another thread: end a visit that hangs, as if the connection had been lost."""
        if self.mailbox:
            self.mailbox.cut()

    def stop(self) -> None:
        """End after the command at hand."""
        self.stopping.set()
        self.bell.ring()

    def run(self) -> None:
        """Visit, wait, and again, until stopped."""
        while not self.stopping.is_set():
            self.bell.quiet()
            self._promise(VISIT_MOST)
            wait = self._once()
            if not self.stopping.is_set():
                self._rest(wait)
        self._hang_up()

    def _once(self) -> float:
        """One visit; the seconds to wait for the next try, 0 for "until the bell rings"."""
        try:
            tally = self._visit()
        except LoginRefused as error:
            return self._refused(error)
        except TryAgain as error:
            return self._back_off(error, error.wait)
        except (UserError, SafetyStop) as error:
            self._hang_up()
            self._say(logging.ERROR, str(error))
            return REFUSED_WAIT
        except Exception as error:
            log.exception("%s: a visit failed; this is a bug", self.account_name)
            return self._back_off(error, 0)
        self._refusals = 0
        self._in_vain = 0 if tally.outcomes or tally.labels else self._in_vain + 1
        self._say(logging.INFO, f"{len(tally.outcomes)} looked at, {len(tally.drafts)} drafted")
        return BETWEEN_LOOKS.total_seconds() + 1 if tally.open else 0

    def _visit(self) -> Tally:
        if self.mailbox is None:
            self.mailbox = session.connect(self.account_name, self.account)
        plan = session.plan(self.account_name, self.account, self.config)
        return session.run(self.mailbox, plan, self.where.state, self.classifier(), self._letters)

    def _rest(self, wait: float) -> None:
        """Wait for the schedule, the doorbell, or the end of a back-off."""
        longest = wait or self.config.daemon.poll.total_seconds() * 2 + 60
        self._promise(longest + VISIT_MOST)
        if wait:
            self.stopping.wait(wait)  # the schedule must not cut a back-off short
            return
        try:
            self._listen(longest)
        except TryAgain as error:
            self._rest(self._back_off(error, error.wait))
        else:
            self._failures = 0  # not after a visit: a server that ends every IDLE would be asked without a pause

    def _listen(self, longest: float) -> None:
        """Until a bell rings. One that rings again and again for nothing is heard less and less, down to once a minute."""
        if self.mailbox is None or not self.config.daemon.idle:
            self.bell.wait(longest)
            return
        begun = time.monotonic()
        self.mailbox.wait(longest, self.bell.fd)
        if time.monotonic() - begun > IN_VAIN_MOST:
            self._in_vain = 0
        elif self._in_vain > 3:
            self.bell.wait(min(2.0 ** min(self._in_vain - 3, 6), IN_VAIN_MOST))

    def _back_off(self, error: Exception, hinted: float) -> float:
        """Full jitter between the first and the longest wait; never less than the server's own hint."""
        self._hang_up()
        self._failures += 1
        ceiling = min(BACKOFF_MOST, BACKOFF_FIRST * 2 ** min(self._failures, 20))
        wait = max(hinted, random.uniform(BACKOFF_FIRST / 2, ceiling))  # noqa: S311 - spreading load, not a secret
        # A connection that is lost now and then is nothing; providers end IDLE as they please.
        level = logging.WARNING if self._failures > 1 else logging.INFO
        self._say(level, f"{error}; trying again in {wait:.0f} s")
        return wait

    def _refused(self, error: LoginRefused) -> float:
        """Asking again and again locks accounts: three tries, far apart, then silence until a restart."""
        self._promise(VISIT_MOST)
        self._hang_up()
        self._refusals += 1
        if self._refusals < REFUSED_MOST:
            self._say(logging.ERROR, f"{error}; trying again in {REFUSED_WAIT / 60:.0f} min")
            return REFUSED_WAIT
        self._say(
            logging.ERROR, f"{error}; not asking any more: mend the login, see it with `watcher check`, then restart"
        )
        while not self.stopping.wait(VISIT_MOST / 4):
            self._promise(VISIT_MOST)
        return 0

    def _promise(self, seconds: float) -> None:
        self._deadline = time.monotonic() + seconds

    def _say(self, level: int, what: str) -> None:
        self.said = what
        log.log(level, "%s: %s", self.account_name, what)

    def _hang_up(self) -> None:
        if self.mailbox is not None:
            self.mailbox.close()
            self.mailbox = None


class Daemon:
    """All accounts, the schedule, the watchdog."""

    def __init__(self, config: Config, where: Paths) -> None:
        self.config, self.where = config, where
        self._ended = threading.Event()
        self._classifier: Classifier | None = None
        self._loading = threading.Lock()
        self.workers = [
            Worker(name, account, config, where, self.classifier) for name, account in config.accounts.items()
        ]
        # APScheduler drops a job that is a second late unless told otherwise, and one hung run would stop a job for ever.
        self._scheduler = BackgroundScheduler(
            job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        )

    def classifier(self) -> Classifier:
        """The current model, loaded (or trained, the first time) when it is first asked for."""
        with self._loading:
            if self._classifier is None:
                found = current.classifier(self.where.cache, self.where.state, _still_alive)
                self._classifier = session.adjusted(found, self.config)
            return self._classifier

    def run(self) -> None:
        """Until SIGTERM or SIGINT. Raises `UserError` before the first visit when something is wrong from the start."""
        for name in self.config.accounts:
            with read_state(self.where.state, name):
                pass  # open and migrate now, so that a broken state is a clear error
        for signum in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signum, self._end)
        notify("READY=1\nSTATUS=loading the model")
        self.classifier()
        self._schedule()
        for worker in self.workers:
            worker.start()
        self._ended.wait()
        self._shut_down()

    def _schedule(self) -> None:
        for worker in self.workers:
            self._scheduler.add_job(
                worker.bell.ring, "interval", seconds=self.config.daemon.poll.total_seconds(), id=worker.name
            )
        every = self.config.training.every
        soon = datetime.now(UTC) + min(every, LEARN_AFTER)  # a laptop that is restarted daily must learn as well
        self._scheduler.add_job(self._learn, "interval", seconds=every.total_seconds(), next_run_time=soon, id="learn")
        seconds = min(watchdog_seconds() or 30.0, 30.0)
        self._scheduler.add_job(
            self._report, "interval", seconds=seconds, next_run_time=datetime.now(UTC), id="watchdog"
        )
        self._scheduler.start()

    def _learn(self) -> None:
        """Retrain when there are new labels; the next visit uses what came of it."""
        labelled: list[tuple[str, bool]] = []
        for name in self.config.accounts:
            with read_state(self.where.state, name) as state:
                labelled += state.labelled_words()
        if len(labelled) >= self.config.training.min_new_labels:
            from watcher import learn  # noqa: PLC0415 - scikit-learn loads when there is something to learn

            old = current.classifier(self.where.cache, self.where.state)
            result = learn.retrain(old, self.where.state, current.fits(), labelled, _still_alive)
            log.info("training: %s", result.reason)
            if result.promoted:
                self._classifier = None

    def _report(self) -> None:
        """Feed the watchdog only while every account keeps its own deadline: a hung one must not hide behind a timer.

        One that hangs is cut off from its server; if that does not help it, the supervisor starts us again.
        """
        status = "; ".join(f"{worker.account_name}: {worker.said}" for worker in self.workers)
        hung = [worker for worker in self.workers if not worker.alive_and_well]
        for worker in hung:
            log.error("%s makes no progress: %s", worker.account_name, worker.said)
            worker.cut()
        if not hung:
            notify(f"WATCHDOG=1\nSTATUS={status[:300]}")

    def _end(self, _signum: int, _frame: FrameType | None) -> None:
        self._ended.set()

    def _shut_down(self) -> None:
        notify("STOPPING=1")
        self._scheduler.shutdown(wait=False)
        for worker in self.workers:
            worker.stop()
        ends = time.monotonic() + STOP_SECONDS
        for worker in self.workers:
            worker.join(max(0.0, ends - time.monotonic()))
        log.info("stopped")


def _still_alive(what: str, done: int, of: int) -> None:
    notify(f"WATCHDOG=1\nSTATUS={what} {done}/{of}")
