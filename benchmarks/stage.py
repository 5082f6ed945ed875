"""What the benchmarks share: a Dovecot full of invented mail, an account to watch it with, and a tap on the connection."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from imapclient import IMAPClient

from tests.dovecot import Dovecot
from watcher import current, session
from watcher.classifier import Classifier
from watcher.config import Config, load


@dataclass
class Tap:
    """What went over a connection, in plain text: round trips are the lines that we sent and the server had to answer."""

    trips: int = 0
    sent: int = 0
    received: int = 0
    lines: list[bytes] = field(default_factory=list)

    def listen(self, client: IMAPClient) -> Tap:
        imap = client._imap
        send, read, readline = imap.send, imap.read, imap.readline

        def tapped_send(data: bytes) -> None:
            self.sent += len(data)
            self.trips += data.endswith(b"\r\n")
            self.lines.append(data)
            send(data)

        def tapped_read(size: int) -> bytes:
            data: bytes = read(size)
            self.received += len(data)
            return data

        def tapped_readline() -> bytes:
            data: bytes = readline()
            self.received += len(data)
            return data

        imap.send, imap.read, imap.readline = tapped_send, tapped_read, tapped_readline
        return self

    def reset(self) -> None:
        self.trips = self.sent = self.received = 0
        self.lines.clear()


@dataclass(frozen=True)
class Stage:
    """A server and the configuration to watch it."""

    server: Dovecot
    folder: Path
    config: Config

    @property
    def where(self) -> session.Paths:
        return session.Paths(self.folder / "config.toml", self.folder / "state", session.paths().cache)

    @property
    def maildir(self) -> Path:
        return self.server.base / "home" / self.server.user / "Maildir"

    @property
    def client(self) -> IMAPClient:
        """The user's own mail program."""
        client = IMAPClient("localhost", port=self.server.plain_port, ssl=False, timeout=60)
        client.login(self.server.user, self.server.password)
        return client

    def fill(self, mails: Iterator[bytes], received: float) -> int:
        """Put mails into INBOX as Dovecot's own delivery would: one file each, its sizes in the name. Returns the bytes."""
        box, total = self.maildir / "cur", 0
        for name in ("cur", "new", "tmp"):
            (self.maildir / name).mkdir(parents=True, exist_ok=True)
        for number, raw in enumerate(mails):
            path = box / f"{int(received)}.M{number:06}P1.host,S={len(raw)},W={len(raw)}:2,S"
            path.write_bytes(raw)
            os.utime(path, (received, received))
            total += len(raw)
        if os.getuid() == 0:
            subprocess.run(
                [
                    "chown",
                    "-R",
                    f"{self.server.owner.pw_uid}:{self.server.owner.pw_gid}",
                    str(self.server.base / "home"),
                ],
                check=True,
            )
        return total


@contextlib.contextmanager
def stage(scratch: Path | None = None, **account: str) -> Iterator[Stage]:
    """A fresh server, gone at the end. `account` adds TOML values to the account."""
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=scratch))
    try:
        with Dovecot() as server:
            (folder / "password").write_text(server.password + "\n")
            (folder / "password").chmod(0o600)
            lines = {
                "host": '"localhost"', "port": str(server.port), "ca_file": f'"{server.cert}"', "user": f'"{server.user}"',
                "password_file": '"password"', "name": '"Alex Example"', "addresses": '["alex@example.org"]', **account,
            }  # fmt: skip
            path = folder / "config.toml"
            path.write_text(
                "[daemon]\nmax_drafts_per_visit = 10000\n"  # more letters in an hour than the safety stop lets through
                "[accounts.personal]\n" + "\n".join(f"{key} = {value}" for key, value in lines.items()) + "\n"
            )
            yield Stage(server, folder, load(path))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def classifier() -> Classifier:
    """The shipped model; trained first if it never was."""
    return current.base(session.paths().cache, current.fits())


def days_ago(days: float) -> float:
    return time.time() - days * 86_400


def resident() -> float:
    """This process's memory in megabytes, now."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024
