"""A faulty network between the watcher and a real server. Every case there is runs in `benchmarks/network.py`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle

import pytest

from tests import network
from tests.crash import undisturbed
from tests.dovecot import Dovecot, installed
from tests.network import recorded, trouble
from tests.relay import Fault, Relay
from tests.world import World, quick_folder, receipt
from watcher import resources
from watcher.classifier import Classifier
from watcher.letter import Letters

pytestmark = pytest.mark.dovecot

START = datetime.now(UTC)
FAULTS = [fault for fault in Fault if fault not in {Fault.NONE, Fault.TRICKLE, Fault.RING}]


@pytest.fixture(scope="module")
def origin(classifier: Classifier) -> Iterator[World]:
    """An account in which a visit has something to do."""
    if not installed():
        pytest.skip("Dovecot is not installed")
    with Dovecot() as server, quick_folder() as folder:
        world = World(server, "origin", folder / "origin", classifier, Letters(resources.templates()))
        yield network.modest(world, START)


def test_the_end_is_the_same_over_a_faulty_network(origin: World) -> None:
    """Each command of a visit suffers two faults in turn, the letters all: no draft twice, none lost, nothing touched."""
    said = recorded(origin.copy("said"), START).exchanges
    expected = undisturbed(origin, START)
    faults = cycle(FAULTS)
    cases = [(said.index(name), next(faults)) for name in dict.fromkeys(said) for _ in range(2)]
    cases += [(said.index("the letter"), fault) for fault in FAULTS]
    found = {
        (said[at], fault): trouble(origin.copy(f"f{number}"), fault, at, START, expected)
        for number, (at, fault) in enumerate(dict.fromkeys(cases))
    }

    assert {case: wrong for case, wrong in found.items() if wrong} == {}


def test_the_end_is_the_same_when_tls_breaks(origin: World) -> None:
    """The same when the connection breaks somewhere in what nobody can read, the handshake included."""
    size = recorded(origin.copy("size"), START, tls=True).bytes
    expected = undisturbed(origin, START)
    cases = zip(
        (0, 700, size // 3, size // 2, size * 4 // 5), cycle((Fault.AFTER_CUT, Fault.AFTER_RESET, Fault.AFTER_SILENCE))
    )
    found = {(at, fault): trouble(origin.copy(f"t{at}"), fault, at, START, expected, tls=True) for at, fault in cases}

    assert {case: wrong for case, wrong in found.items() if wrong} == {}


def idles(world: World) -> int:
    """At which exchange it says IDLE."""
    with Relay(world.server.plain_port) as relay:
        network.wait(network.through(world, relay), 0.2)
    return relay.exchanges.index("IDLE")


def test_the_doorbell_over_a_faulty_network(origin: World) -> None:
    """Whatever happens to IDLE and DONE, waiting ends: by itself or with a lost connection."""
    first = idles(origin)
    found = {
        (said, fault): network.idle_trouble(origin, fault, at)
        for said, at in (("IDLE", first), ("DONE", first + 1))
        for fault in FAULTS
        if (said, fault) != ("IDLE", Fault.COALESCE)
    }

    assert {case: wrong for case, wrong in found.items() if wrong} == {}


def test_news_in_the_packet_that_opens_idle(origin: World) -> None:
    """EXISTS comes together with `+ idling`, where select cannot see it: the first, short slice of IDLE finds it."""
    world = origin.copy("news")
    with Relay(world.server.plain_port, Fault.COALESCE, idles(world)) as relay:
        threading.Timer(0.5, lambda: world.put(receipt("Newwerk"), START)).start()

        assert network.wait(network.through(world, relay), 60)
