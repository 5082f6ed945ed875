"""The worker of one account when the server or the network is at its worst: it backs off, says so, and comes back."""

from __future__ import annotations

import random
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.conftest import Box
from tests.letters import mail
from tests.relay import Fault, Relay
from tests.test_daemon import drafts, eventually
from watcher import connection, daemon, imap, session
from watcher.classifier import Classifier
from watcher.config import load
from watcher.connection import hinted_wait
from watcher.daemon import Daemon, Doorbell, Worker
from watcher.errors import TryAgain
from watcher.session import Paths

pytestmark = pytest.mark.dovecot

Serve = Callable[..., Daemon]


@pytest.fixture
def serve(box: Box, classifier: Classifier) -> Iterator[Serve]:
    """A daemon whose one account is reached through a relay; its worker is at work until the test ends."""
    workers: list[Worker] = []

    def start(relay: Relay) -> Daemon:
        made = prepared(box, relay.port, classifier)
        workers.extend(made.workers)
        made.workers[0].start()
        return made

    yield start
    for worker in workers:
        worker.stop()
        worker.cut()
        worker.join(30)


def prepared(box: Box, port: int, classifier: Classifier) -> Daemon:
    box.extra = '[daemon]\npoll = "1h"\n'
    path = box.configure(port=str(port), security='"none"')
    made = Daemon(load(path), Paths(path, box.folder / "state", box.folder / "cache"))
    made._classifier = classifier
    return made


@pytest.fixture
def worker(box: Box, classifier: Classifier) -> Worker:
    """One that is not at work."""
    return prepared(box, box.server.plain_port, classifier).workers[0]


@contextmanager
def quickly(patch: pytest.MonkeyPatch, **limits: float) -> Iterator[None]:
    """The daemon's limits, shortened."""
    with patch.context() as these:
        for name, seconds in limits.items():
            these.setattr(daemon, name, seconds)
        yield


def test_a_dead_peer_is_found_within_six_minutes(box: Box) -> None:
    """The kernel asks an idle peer and gives up on a silent one; IDLE is left in time, and its end is not waited for long."""
    account = load(box.configure()).accounts["personal"]
    with session.connected("personal", account) as mailbox:
        sock = mailbox._client.socket()
        keeps = [sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)]
        keeps += [
            sock.getsockopt(socket.IPPROTO_TCP, getattr(socket, f"TCP_{name}"))
            for name in ("KEEPIDLE", "KEEPINTVL", "KEEPCNT")
        ]
        unanswered = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
        reads = sock.gettimeout()

    assert keeps[0] == 1
    assert keeps[1] + keeps[2] * keeps[3] <= 360
    assert unanswered <= 360_000
    assert reads == connection.READ_SECONDS
    assert imap.IDLE_SLICE + connection.READ_SECONDS <= 360


def test_visits_share_one_connection(box: Box, serve: Serve) -> None:
    """Visits and the doorbell use the same connection, however often they come."""
    with Relay(box.server.plain_port) as relay:
        (worker,) = serve(relay).workers
        for count in range(1, 4):
            assert eventually(lambda: relay.exchanges.count("IDLE") >= count)  # noqa: B023 - called at once
            worker.bell.ring()
        assert eventually(lambda: relay.exchanges.count("IDLE") >= 4)

        assert relay.connections == 1


def test_a_silent_server_is_given_up(box: Box, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer, in the middle of a visit: the connection is given up, and the next one brings the draft."""
    monkeypatch.setattr(connection, "READ_SECONDS", 0.5)
    box.deliver(mail())
    with Relay(box.server.plain_port, Fault.AFTER_SILENCE, "UID FETCH") as relay:
        serve(relay)

        assert eventually(lambda: drafts(box, 1))
        assert relay.connections >= 2


def test_a_visit_that_hangs_is_ended(box: Box, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that says a byte now and then, for ever: no read times out, so the daemon cuts the worker off."""
    box.deliver(mail())
    with quickly(monkeypatch, VISIT_MOST=3.0), Relay(box.server.plain_port, Fault.TRICKLE, "UID FETCH") as relay:
        made = serve(relay)
        assert eventually(relay.struck.is_set)
        assert not drafts(box, 1)

        assert eventually(lambda: made._report() or drafts(box, 1))
        assert relay.connections >= 2


def test_a_long_visit_is_no_hang(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each answer of the server is progress, however long the visit takes."""
    with quickly(monkeypatch, VISIT_MOST=0.0):
        monkeypatch.setattr(worker, "is_alive", lambda: True)
        worker._promise(0)
        assert not worker.alive_and_well
    with session.connected("personal", worker.account) as worker.mailbox:
        assert worker.alive_and_well


def test_a_server_that_ends_every_idle_is_asked_less_and_less(
    box: Box, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The visits succeed and the doorbell never holds: that is no reason to log in without a pause."""
    waits: list[float] = []
    monkeypatch.setattr(Worker, "_rest", recorded(Worker._rest, waits))
    with Relay(box.server.plain_port, Fault.AFTER_CUT, "IDLE", always=True) as relay:
        (worker,) = serve(relay).workers

        assert eventually(lambda: worker._failures == 3)
        assert relay.connections <= 4
    assert [wait > 0 for wait in waits[:6]] == [False, True] * 3


def recorded(rest: Callable[[Worker, float], None], waits: list[float]) -> Callable[[Worker, float], None]:
    def resting(worker: Worker, wait: float) -> None:
        waits.append(wait)
        rest(worker, min(wait, 0.1))

    return resting


def test_a_bell_that_rings_for_nothing_is_heard_less_and_less(
    box: Box, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that has something to say whenever IDLE begins: visits without a pause would come of it."""
    pauses: list[float] = []
    monkeypatch.setattr(Doorbell, "wait", lambda _bell, seconds: pauses.append(seconds))
    with Relay(box.server.plain_port, Fault.RING, "IDLE", always=True) as relay:
        serve(relay)

        assert eventually(lambda: len(pauses) >= 8)
    assert pauses[:8] == [2, 4, 8, 16, 32, 60, 60, 60]


def test_three_refused_logins_are_enough(box: Box, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three tries, then it says so and stops asking, and is well."""
    with quickly(monkeypatch, REFUSED_WAIT=0.2, VISIT_MOST=2.0), Relay(box.server.plain_port) as relay:
        monkeypatch.setattr(box.server, "password", "wrong")
        (worker,) = serve(relay).workers
        assert eventually(lambda: "not asking any more" in worker.said)
        assert not eventually(lambda: not worker.alive_and_well, 3)

        assert relay.exchanges.count("LOGIN") == 3


def test_lost_connections_are_no_refused_logins(box: Box, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that ends every login does not end the asking."""
    with (
        quickly(monkeypatch, BACKOFF_FIRST=0.01),
        Relay(box.server.plain_port, Fault.BEFORE_CUT, "LOGIN", always=True) as relay,
    ):
        (worker,) = serve(relay).workers

        assert eventually(lambda: relay.exchanges.count("LOGIN") > 4)
        assert worker._refusals == 0


def test_back_off_has_full_jitter_and_an_end(worker: Worker) -> None:
    """From a second up, doubling, spread over the whole range, never over a quarter of an hour; a week of failures is no bug."""
    random.seed(7)
    waits = [worker._back_off(TryAgain("no network"), 0) for _ in range(2000)]

    assert 1 <= min(waits) <= waits[0] <= 4
    assert waits[1] <= 8
    assert max(waits) <= 900
    assert {int(wait // 90) for wait in waits[10:]} == set(range(10))


@pytest.mark.parametrize(
    ("said", "least", "most"),
    [
        ("Request is throttled. Suggested Backoff Time: 299961 milliseconds", 299.961, 299.961),
        ("Backoff time: 120", 120, 120),
        ("Suggested Backoff Time: 1 milliseconds", 1, 4),
        ("Suggested Backoff Time: 99999999999999999999999999 milliseconds", 3600, 3600),
        (f"Suggested Backoff Time: {'9' * 6000} milliseconds", 3600, 3600),
    ],
)
def test_the_servers_hint_is_obeyed(worker: Worker, said: str, least: float, most: float) -> None:
    """It lengthens the wait, up to an hour, and never shortens it."""
    assert least <= worker._back_off(TryAgain(said), hinted_wait(said)) <= most
