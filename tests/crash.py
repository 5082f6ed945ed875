"""Kill a visit at a named point.

The points are made from the code: every call of the `Mailbox` protocol and of the methods of `State` that write, before and
after, and each mail that a call yields; every statement that writes, before its commit; every command on the wire, when
the server has answered and nobody has read it, and a letter that is half sent. The product knows nothing of this: the parts
that a visit is given are wrapped, in a forked process that ends by SIGKILL.
"""

from __future__ import annotations

import imaplib
import inspect
import os
import re
import select
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from tests.world import World, invitation, receipt, rejection
from watcher.errors import TryAgain
from watcher.labels import Label, Strength
from watcher.mailbox import Mailbox
from watcher.state import State, open_state

Reach = Callable[[str], None]
Point = tuple[str, int]  # its name, and the how manieth time it is reached

# The doorbell is the daemon's, `expected` the progress bar's, and bookmarks turn back only when the user says go on.
NOT_IN_A_VISIT = {"mailbox.wait", "mailbox.expected", "state.turn_back"}
WRITES = re.compile(r"state\.|uncommitted|keep_draft|letter")
HANGS = 30.0
LABELS = ("Rejections/Yes", "Rejections/No")


def public(kind: type) -> dict[str, Any]:
    return {name: found for name, found in inspect.getmembers(kind, inspect.isfunction) if not name.startswith("_")}


MAILBOX = frozenset(public(Mailbox))
STATE = frozenset(name for name, method in public(State).items() if {"_do", "begin"} & set(method.__code__.co_names))


class Watched:
    """A mailbox or a state whose named methods are points."""

    def __init__(self, part: Any, label: str, names: frozenset[str], reach: Reach) -> None:
        self._part, self._label, self._names, self._reach = part, label, names, reach

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._part, name)
        return self._watched(f"{self._label}.{name}", found) if name in self._names else found

    def _watched(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self._reach(f"before {name}")
            result = method(*args, **kwargs)
            if inspect.isgenerator(result):
                return self._each(name, result)
            self._reach(f"after {name}")
            return result

        return call

    def _each(self, name: str, results: Iterator[Any]) -> Iterator[Any]:
        for result in results:
            self._reach(f"{name} yields")
            yield result
            self._reach(f"{name} goes on")
        self._reach(f"after {name}")


def watch_statements(reach: Reach) -> None:
    """Each statement that writes is a point, when it is executed and not yet committed. For the rest of this process."""

    def executed(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith(("SELECT", "PRAGMA")):
            reach(f"{' '.join(statement.split()[:4])}, uncommitted")

    event.listen(sa.engine.Engine, "after_cursor_execute", executed)


def watch_wire(reach: Reach) -> None:
    """Each command is a point when the server has answered and the answer is unread. For the rest of this process."""
    plainly = imaplib.IMAP4.send
    line = bytearray()  # IMAPClient sends a command in pieces

    def send(self: imaplib.IMAP4, data: bytes) -> None:
        if b"\r\n" in data[:-2]:
            plainly(self, data[: len(data) // 2])
            reach("half the letter sent")
            plainly(self, data[len(data) // 2 :])
            return
        plainly(self, data)
        line.extend(data)
        if line.endswith(b"\r\n"):
            select.select([self.socket()], [], [], HANGS)
            command = re.match(rb"[A-Z]+\d+ ((?:UID )?\w+)", line)
            reach(f"{command[1].decode() if command else 'the letter'} sent, answer unread")
            line.clear()

    imaplib.IMAP4.send = send  # type: ignore[method-assign]


def points(world: World, now: datetime) -> list[str]:
    """Visit in a forked process to the end; every point that it reached, in order."""
    read, write = os.pipe()
    with os.fdopen(read) as told, os.fdopen(write, "w") as tell:
        status = forked(lambda: _watched_visit(world, now, lambda point: print(point, file=tell, flush=True)))
        tell.close()
        assert status == 0
        return told.read().splitlines()


def killed_at(world: World, point: Point, now: datetime) -> bool:
    """Visit in a forked process and kill it there; false if the visit never came by."""
    status = forked(lambda: _watched_visit(world, now, _killer(*point)))
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def _watched_visit(world: World, now: datetime, reach: Reach) -> None:
    watch_statements(reach)
    watch_wire(reach)
    world.visit(
        now, lambda mailbox, state: (Watched(mailbox, "mailbox", MAILBOX, reach), Watched(state, "state", STATE, reach))
    )


def _killer(name: str, occurrence: int = 1) -> Reach:
    """Ends the process the n-th time that this point is reached."""
    left = [occurrence]

    def reach(point: str) -> None:
        left[0] -= point == name
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    return reach


def forked(work: Callable[[], object]) -> int:
    """Run it in a forked process; its wait status. An exception is status 1, and told on stderr."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        work()
        os._exit(0)
    except TryAgain:
        os._exit(75)
    except BaseException:  # noqa: BLE001 - whatever it is, it must not run on as a second pytest
        __import__("traceback").print_exc()
        os._exit(1)


def matrix(points: list[str]) -> list[Point]:
    """Each point when it is first reached; those at which something is being written also when they are reached last."""
    return [
        (name, occurrence)
        for name, times in Counter(points).items()
        for occurrence in sorted({1, times if WRITES.search(name) else 1})
    ]


def broken(origin: World, kills: Sequence[Point], start: datetime) -> list[Point]:
    """The kills after which the world is another one than after a visit that nobody disturbed."""
    expected = undisturbed(origin, start)
    found = []
    for number, point in enumerate(kills):
        world = origin.copy(f"kill{number}")
        died = killed_at(world, point, start)
        world.visit_in_peace(start)
        if not died or world.ending() != expected:
            found.append(point)
        world.forget()
    return found


def undisturbed(origin: World, start: datetime) -> dict[str, Any]:
    """How it ends when nothing breaks: one letter a person and rejection, and the other folders as they were."""
    whole = origin.copy("whole")
    whole.visit(start)
    whole.visit_in_peace(start)
    ending = whole.ending()
    assert set(ending["letters"].values()) == {1}
    assert ending["mail"].items() <= origin.folders().items()
    return ending


def rich(world: World, start: datetime) -> World:
    """An account in which the next visit has everything to do: the points that it reaches are all there are.

    Drafts that were sent and deleted, three open intents (stored, lost, given up), labels by folder, keyword and command, and
    new mail: a rejection with two people, the same words again, a receipt.
    """
    before = start - timedelta(days=2)
    for name in ("Sentwerk", "Gonewerk"):
        world.put(rejection(name), before)
    for name in ("Folderwerk", "Keywerk", "Linewerk", "Nowerk"):
        world.put(receipt(name), before)
    world.visit(start - timedelta(hours=2))
    use_the_drafts(world)
    leave_intents_open(world, start)
    label(world, start)
    world.put(invitation(start), start - timedelta(days=5))
    twice = rejection("Twinwerk", sender="Twinwerk Careers <no-reply@twinwerk.example>")
    world.put(twice, start)
    world.put(twice.replace(b"<no@", b"<again@"), start)
    world.put(receipt("Newwerk"), start)
    return world


def use_the_drafts(world: World) -> None:
    """The user sends one of two drafts and deletes the other."""
    with world.client() as client:
        client.select_folder("Drafts")
        by_person = {
            data[b"ENVELOPE"].to[0].host: uid for uid, data in client.fetch(client.search(), ["ENVELOPE"]).items()
        }
        client.copy([by_person[b"sentwerk.example"]], "Sent")
        client.delete_messages(by_person.values())
        client.expunge()


def label(world: World, now: datetime) -> None:
    """By folder, by keyword, and by `watcher label`."""
    with world.client() as client:
        for folder in LABELS:
            client.create_folder(folder)
        client.select_folder("INBOX")
        client.copy(client.search(["FROM", "folderwerk"]), LABELS[0])
        client.copy(client.search(["FROM", "nowerk"]), LABELS[1])
        client.add_flags(client.search(["FROM", "keywerk"]), ["$Rejection"])
    with open_state(world.state, "personal") as state:
        state.add_label(Label("<no@linewerk.example>", rejection=True, strength=Strength.EXPLICIT, at=now), None)


def leave_intents_open(world: World, start: datetime) -> None:
    """A letter that never was sent and is due to be, one that had its three tries, and one whose letter is in Drafts."""
    ends = ("before mailbox.keep_draft", "before mailbox.keep_draft", "the letter sent, answer unread")
    for name, end, minutes in zip(("Lostwerk", "Triedwerk", "Storedwerk"), ends, (60, 50, 40), strict=True):
        world.put(rejection(name), start - timedelta(hours=2))
        assert killed_at(world, (end, 1), start - timedelta(minutes=minutes))
    with open_state(world.state, "personal") as state:
        (tried,) = (intent for intent in state.drafts() if "tried" in intent.source)
        for _ in range(2):
            state.begin_try(tried, tried.mark)
        for _ in range(2):
            state.looked(tried, start - timedelta(minutes=30))
