"""Fixtures: a real Dovecot, the real classifier (trained once and kept), a configuration that joins them."""

from __future__ import annotations

import fcntl
import os
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from imapclient import IMAPClient

from tests.dovecot import Dovecot, installed
from watcher import current
from watcher.classifier import Classifier

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".pytest_cache" / "models"

settings.register_profile(
    "fixed", derandomize=True, deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("fixed")


def pytest_configure(config: pytest.Config) -> None:
    if not installed() and os.environ.get("CI") == "true":
        pytest.exit("CI=true and there is no Dovecot: apt-get install dovecot-imapd", returncode=1)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not installed():
        terminalreporter.section("Dovecot is not installed", sep="!", red=True, bold=True)
        terminalreporter.line(
            "Every test against a real IMAP server was SKIPPED. Install dovecot-imapd and openssl to run them."
        )


@pytest.fixture(scope="session")
def classifier() -> Classifier:
    """The shipped base model. Kept between runs; two test processes do not train it twice."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return current.base(CACHE, current.fits())


@dataclass
class Box:
    """A Dovecot account, and a watcher configured for it."""

    server: Dovecot
    folder: Path
    extra: str = ""
    account_extra: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def client(self) -> IMAPClient:
        """A new connection of the user's own mail program."""
        context = ssl.create_default_context(cafile=str(self.server.cert))
        client = IMAPClient("localhost", port=self.server.port, ssl_context=context, timeout=20)
        client.login(self.server.user, self.server.password)
        return client

    def configure(self, **changes: str) -> Path:
        """Write the configuration. `changes` are TOML values that replace lines of the account."""
        (self.folder / "password").write_text(self.server.password + "\n")
        (self.folder / "password").chmod(0o600)
        lines = {
            "host": '"localhost"', "port": str(self.server.port), "ca_file": f'"{self.server.cert}"', "user": f'"{self.server.user}"',
            "password_file": '"password"', "name": '"Alex Example"', "addresses": '["alex@example.org", "a.example@work.example"]', **changes,
        }  # fmt: skip
        path = self.folder / "config.toml"
        body = "\n".join(f"{key} = {value}" for key, value in lines.items() if value)
        path.write_text(f"[accounts.personal]\n{body}\n{self.account_extra}\n{self.extra}\n")
        return path

    def env(self) -> dict[str, str]:
        return {
            **os.environ, "WATCHER_CONFIG": str(self.folder / "config.toml"), "WATCHER_STATE": str(self.folder / "state"),
            "WATCHER_CACHE": str(CACHE), **self.environment,
        }  # fmt: skip

    def watcher(self, *arguments: str, timeout: float = 300) -> subprocess.CompletedProcess[str]:
        """Run the real command."""
        command = [sys.executable, "-m", "watcher", *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, env=self.env(), timeout=timeout, check=False, cwd=self.folder
        )

    def deliver(
        self, raw: bytes, folder: str = "INBOX", age: timedelta = timedelta(hours=1), flags: tuple[bytes, ...] = ()
    ) -> None:
        with self.client as client:
            client.append(folder, raw, flags=flags, msg_time=(datetime.now(UTC) - age).astimezone())

    def mails(self, folder: str) -> list[bytes]:
        with self.client as client:
            client.select_folder(folder, readonly=True)
            uids = client.search("ALL")
            return (
                [bytes(data[b"BODY[]"]) for _, data in sorted(client.fetch(uids, ["BODY.PEEK[]"]).items())]
                if uids
                else []
            )


@pytest.fixture
def make_box(tmp_path: Path) -> Iterator[Callable[..., Box]]:
    """Make accounts on fresh servers; everything is gone after the test."""
    if not installed():
        pytest.skip("Dovecot is not installed")
    servers: list[Dovecot] = []

    def make(folders: dict[str, str] | None = None, **settings: str) -> Box:
        server = Dovecot(folders).start()
        servers.append(server)
        folder = tmp_path / f"box{len(servers)}"
        folder.mkdir()
        box = Box(server, folder, **settings)
        box.configure()
        return box

    yield make
    for server in servers:
        server.stop()


@pytest.fixture
def box(make_box: Callable[..., Box], classifier: Classifier) -> Box:
    """One account with the usual folders, and a model that is ready."""
    return make_box()
