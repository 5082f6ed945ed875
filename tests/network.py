"""Visits over a faulty network, and how they must end: as if nothing had happened, a little later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

from tests.relay import HARMLESS, Fault, Relay
from tests.world import World, invitation, receipt, rejection
from watcher import connection
from watcher.imap import open_mailbox

LOST = ("TryAgain: ", "Unclear: ")
SHORT = 0.4  # seconds until an answer is given up, where silence is the fault


def modest(world: World, start: datetime) -> World:
    """A draft that the user sent, a rejection with two people, a receipt: every command of a visit, and not many of each."""
    world.put(rejection("Sentwerk"), start - timedelta(days=2))
    world.visit(start - timedelta(hours=2))
    with world.client() as client:
        client.select_folder("Drafts")
        client.copy(client.search(), "Sent")
        client.delete_messages(client.search())
        client.expunge()
    world.put(invitation(start), start - timedelta(days=5))
    world.put(rejection("Twinwerk"), start)
    world.put(receipt("Newwerk"), start)
    return world


def limits(fault: Fault) -> Any:
    """Nobody waits a minute for silence to end."""
    seconds = {"CONNECT_SECONDS": SHORT, "READ_SECONDS": SHORT} if "silence" in fault else {"READ_SECONDS": 60}
    return patch.multiple(connection, **seconds)


def recorded(world: World, now: datetime, *, tls: bool = False) -> Relay:
    """A visit over a network without a fault: its relay knows what was said, or under TLS how much."""
    with relay_to(world, Fault.NONE, 0, tls=tls) as relay:
        through(world, relay, tls=tls).visit(now)
    return relay


def relay_to(world: World, fault: Fault, at: int, *, tls: bool = False) -> Relay:
    return Relay(world.server.port if tls else world.server.plain_port, fault, at, tls=tls)


def through(world: World, relay: Relay, *, tls: bool = False) -> World:
    return replace(world, port=relay.port, security="tls" if tls else "none")


def trouble(world: World, fault: Fault, at: int, now: datetime, expected: dict[str, Any], *, tls: bool = False) -> str:
    """What went wrong when this exchange (under TLS: this byte) of a visit suffered this fault; nothing should."""
    with limits(fault), relay_to(world, fault, at, tls=tls) as relay:
        said = told(lambda: through(world, relay, tls=tls).visit(now))
    world.visit_in_peace(now)
    ending = world.ending()
    wrong = [name for name in expected if ending[name] != expected[name]]
    wrong += [] if relay.struck.is_set() else ["it was never reached"]
    return ", ".join([*wrong, *([said] if said and (fault in HARMLESS or not said.startswith(LOST)) else [])])


def idle_trouble(world: World, fault: Fault, at: int) -> str:
    """The same for the doorbell: in the end it says that the connection is lost, or nothing; it never hangs."""
    with limits(fault), relay_to(world, fault, at) as relay:
        said = told(lambda: wait(through(world, relay), 0.2))
    wrong = [] if relay.struck.is_set() else ["it was never reached"]
    return ", ".join([*wrong, *([said] if said and (fault in HARMLESS or not said.startswith(LOST)) else [])])


def wait(world: World, seconds: float) -> bool:
    """Connect, and wait for the doorbell."""
    mailbox = open_mailbox("personal", world.account, world.server.password)
    try:
        return mailbox.wait(seconds)
    finally:
        mailbox.close()


def told(what: Callable[[], object]) -> str:
    """The error that came of it, if any."""
    try:
        what()
    except Exception as error:  # noqa: BLE001 - whatever comes, it is told
        return f"{type(error).__name__}: {error}"
    return ""
