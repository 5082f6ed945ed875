"""Every exchange of a visit to Dovecot, and of waiting for the doorbell, with every fault that a network has.

The relay of `tests/relay.py` strikes once in each case; the next visits, over a sound network, have to bring the same end.
`python benchmarks/network.py [SHARE]` runs every SHARE-th case.
"""

from __future__ import annotations

import logging
import sys
import time
from collections import Counter
from datetime import UTC, datetime

from tests.conftest import CACHE
from tests.crash import undisturbed
from tests.dovecot import Dovecot
from tests.network import idle_trouble, modest, recorded, through, trouble, wait
from tests.relay import Fault, Relay
from tests.world import World, quick_folder
from watcher import current, resources
from watcher.letter import Letters

START = datetime.now(UTC)
FAULTS = [fault for fault in Fault if fault not in {Fault.NONE, Fault.TRICKLE, Fault.RING}]
BREAKS = (Fault.AFTER_CUT, Fault.AFTER_RESET, Fault.AFTER_SILENCE)
PLACES = 40  # in the bytes of a visit under TLS


def visits(origin: World, share: int, wrong: Counter[str]) -> int:
    said = recorded(origin.copy("said"), START).exchanges
    expected = undisturbed(origin, START)
    cases = [(at, fault) for at in range(len(said)) for fault in FAULTS][::share]
    for number, (at, fault) in enumerate(cases):
        world = origin.copy(f"v{number}")
        note(trouble(world, fault, at, START, expected), f"{said[at]} ({at}): {fault}", wrong)
        world.forget()
    return len(cases)


def doorbells(origin: World, share: int, wrong: Counter[str]) -> int:
    with Relay(origin.server.plain_port) as relay:
        wait(through(origin, relay), 0.2)
    said = relay.exchanges
    cases = [(at, f) for at in range(len(said)) for f in FAULTS if (said[at], f) != ("IDLE", Fault.COALESCE)][::share]
    for at, fault in cases:
        note(idle_trouble(origin, fault, at), f"doorbell, {said[at]} ({at}): {fault}", wrong)
    return len(cases)


def encrypted(origin: World, share: int, wrong: Counter[str]) -> int:
    size = recorded(origin.copy("size"), START, tls=True).bytes
    expected = undisturbed(origin, START)
    cases = [(place * size * 95 // 100 // PLACES, fault) for place in range(PLACES) for fault in BREAKS][::share]
    for number, (at, fault) in enumerate(cases):
        world = origin.copy(f"t{number}")
        note(trouble(world, fault, at, START, expected, tls=True), f"TLS, byte {at}: {fault}", wrong)
        world.forget()
    return len(cases)


def note(trouble: str, case: str, wrong: Counter[str]) -> None:
    if trouble:
        print(f"{case}: {trouble}", file=sys.stderr, flush=True)
    wrong["any"] += bool(trouble)
    for what in ("letters", "outcomes", "mail"):
        wrong[what] += what in trouble


def main(share: int = 1) -> None:
    logging.disable()
    classifier = current.base(CACHE, current.fits())
    wrong: Counter[str] = Counter()
    began = time.monotonic()
    with Dovecot() as server, quick_folder() as folder:
        origin = modest(World(server, "origin", folder / "origin", classifier, Letters(resources.templates())), START)
        counts = [run(origin, share, wrong) for run in (visits, doorbells, encrypted)]
    print("| | |\n| --- | --: |")
    for name, value in (
        ("(exchange, fault) cases of a visit", counts[0]),
        ("of waiting for the doorbell", counts[1]),
        ("breaks of a TLS connection", counts[2]),
        ("minutes", f"{(time.monotonic() - began) / 60:.1f}"),
        ("**drafts twice or missing**", wrong["letters"]),
        ("**mails with another outcome**", wrong["outcomes"]),
        ("**other mail with another flag or byte**", wrong["mail"]),
        ("cases with any other trouble", wrong["any"]),
    ):
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
