"""The service on a real server: the doorbell, the poll, a server that dies, SIGTERM, systemd's socket."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import Box
from tests.letters import mail
from watcher.state import open_state

pytestmark = pytest.mark.dovecot


@contextmanager
def running(box: Box) -> Iterator[subprocess.Popen[str]]:
    log = (box.folder / "log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "watcher", "run"], env=box.env(), stderr=log, text=True, cwd=box.folder
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        log.close()


def eventually(what: Callable[[], bool], seconds: float = 40) -> bool:
    """Whether it becomes true; the generous limit only matters on a machine that is very busy."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if what():
            return True
        time.sleep(0.1)
    return False


def said(box: Box, text: str) -> bool:
    return text in (box.folder / "log").read_text()


def drafts(box: Box, count: int) -> bool:
    return len(box.mails("Drafts")) == count


def test_the_doorbell_brings_a_draft(box: Box) -> None:
    """With the poll an hour away, a delivered rejection becomes a draft by IDLE."""
    box.extra = '[daemon]\npoll = "1h"\n'
    box.configure()
    with running(box):
        assert eventually(lambda: said(box, "0 looked at"))
        box.deliver(mail())

        assert eventually(lambda: drafts(box, 1))


def test_without_idle_the_poll_brings_it(box: Box) -> None:
    """With IDLE off the next poll finds the mail."""
    box.extra = '[daemon]\nidle = false\npoll = "2s"\n'
    box.configure()
    with running(box):
        assert eventually(lambda: said(box, "0 looked at"))
        box.deliver(mail())

        assert eventually(lambda: drafts(box, 1))


def test_it_survives_a_server_that_dies(box: Box) -> None:
    """Dovecot is killed and comes back: the watcher backs off, returns by itself, and drafts once."""
    box.extra = '[daemon]\npoll = "2s"\n'
    box.configure()
    with running(box) as process:
        assert eventually(lambda: said(box, "0 looked at"))
        box.server.kill()
        assert eventually(lambda: said(box, "trying again in"))
        box.server.start()
        box.deliver(mail())

        assert eventually(lambda: drafts(box, 1), 90)
        assert process.poll() is None


def test_sigterm_ends_it(box: Box) -> None:
    """SIGTERM in the middle of IDLE: it says goodbye and exits 0."""
    with running(box) as process:
        assert eventually(lambda: said(box, "0 looked at"))
        process.send_signal(signal.SIGTERM)

        assert process.wait(5) == 0


def test_it_tells_systemd(box: Box, tmp_path: Path) -> None:
    """READY once, WATCHDOG while every account moves, STATUS in words, STOPPING at the end."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        path = tmp_path / "notify"
        listener.bind(str(path))
        listener.settimeout(40)
        box.environment |= {"NOTIFY_SOCKET": str(path), "WATCHDOG_USEC": "2000000"}
        heard: list[str] = []
        with running(box) as process:
            while not any("WATCHDOG=1" in message and "looked at" in message for message in heard):
                heard.append(listener.recv(4096).decode())
            process.send_signal(signal.SIGTERM)
            while "STOPPING=1" not in heard[-1]:
                heard.append(listener.recv(4096).decode())

        assert sum("READY=1" in message for message in heard) == 1
        assert any("STATUS=personal: 0 looked at, 0 drafted" in message for message in heard)


def test_a_refused_login_is_not_asked_for_again_and_again(box: Box) -> None:
    """A wrong password: the service says so and waits a quarter of an hour before it asks again."""
    (box.folder / "password").write_text("wrong\n")
    with running(box):
        assert eventually(lambda: said(box, "trying again in 15 min"))
        time.sleep(3)

        assert box.server.log().count("auth failed") == 1


def test_two_watchers_do_not_meet(box: Box) -> None:
    """While one holds the state, a visit by another ends with 75."""
    with open_state(box.folder / "state", "personal"):
        done = box.watcher("once")

    assert done.returncode == 75
    assert "another watcher is at work" in done.stderr
