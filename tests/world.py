"""One account on a real server with its state directory: visits to it at times of our choosing, and what they left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from imapclient import IMAPClient

from tests.dovecot import Dovecot
from tests.letters import RECEIPT, invite, mail
from watcher import session
from watcher.classifier import Classifier
from watcher.config import Account, Config, Daemon
from watcher.imap import open_mailbox
from watcher.journal import BETWEEN_LOOKS
from watcher.letter import Letters
from watcher.mail import parse
from watcher.state import open_state
from watcher.visit import Tally, visit

Watch = Callable[[Any, Any], tuple[Any, Any]]


@dataclass
class World:
    """One account on a server with its state directory, and visits to it at times of our choosing."""

    server: Dovecot
    user: str
    state: Path
    classifier: Classifier
    letters: Letters
    port: int = 0  # of whatever stands between us and the server
    security: Literal["none", "tls"] = "none"
    addresses: tuple[str, ...] = ("alex@example.org",)
    watched: tuple[str, ...] = ("INBOX",)
    daemon: Daemon = field(default_factory=Daemon)

    @property
    def account(self) -> Account:
        return Account(
            host="localhost", port=self.port or self.server.plain_port, security=self.security, user=self.user, name="Alex Example",
            addresses=self.addresses, folders=self.watched, ca_file=self.server.cert,
        )  # fmt: skip

    def visit(self, now: datetime, watch: Watch = lambda mailbox, state: (mailbox, state)) -> Tally:
        """One visit as `session.run` makes it; `watch` may put something between the visit and its mailbox and state."""
        mailbox: Any = open_mailbox("personal", self.account, self.server.password)
        plan = session.plan("personal", self.account, Config(accounts={"personal": self.account}, daemon=self.daemon))
        try:
            with open_state(self.state, "personal") as opened:
                mailbox, state = watch(mailbox, opened)
                return visit(mailbox, state, self.classifier, self.letters, plan, now)
        finally:
            mailbox.close()

    def copy(self, user: str) -> World:
        """The same mailbox and the same memory under another name."""
        for source, target in (
            (self.server.base / "home" / self.user, self.server.base / "home" / user),
            (self.state, self.state.parent / user),
        ):
            subprocess.run(["cp", "-a", str(source), str(target)], check=True)
        return replace(self, user=user, state=self.state.parent / user)

    def forget(self) -> None:
        shutil.rmtree(self.server.base / "home" / self.user, ignore_errors=True)
        shutil.rmtree(self.state, ignore_errors=True)

    @contextlib.contextmanager
    def client(self) -> Iterator[IMAPClient]:
        """The user's own hand in the mailbox."""
        client = IMAPClient("localhost", port=self.server.plain_port, ssl=False, timeout=30)
        client.login(self.user, self.server.password)
        yield client
        client.logout()

    def put(self, raw: bytes, received: datetime, folder: str = "INBOX") -> None:
        with self.client() as client:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            client.append(folder, raw, msg_time=received.astimezone())

    def visit_in_peace(self, start: datetime) -> None:
        """Until nothing is open, as the daemon would; and once more when the fates of all drafts are clear."""
        for look in range(1, 6):
            if not self.visit(start + BETWEEN_LOOKS * 1.1 * look).open:
                break
        self.visit(start + timedelta(minutes=30))

    def ending(self) -> dict[str, Any]:
        """All that counts in the end, and that must be the same whatever broke on the way.

        Each letter in Drafts, how often it lies there; what is remembered; and all other folders byte for byte.
        """
        folders = self.folders()
        letters = [parse(raw) for *_, raw in folders.pop("Drafts").mails.values()]
        with open_state(self.state, "personal") as state:
            return {
                "letters": Counter((letter.to[0].address, letter.message_id) for letter in letters),
                "outcomes": {outcome.source: outcome.reason for outcome in state.outcomes()},
                "drafts": {(i.source, i.person): (i.state.value, i.fate.value) for i in state.drafts()},
                "labels": state.labelled_words(),
                "bookmarks": {name: mark.uid for name in folders if (mark := state.bookmark(name))},
                "mail": folders,
            }

    def folders(self) -> dict[str, Folder]:
        with self.client() as client:
            names = [name for flags, _, name in client.list_folders() if b"\\Noselect" not in flags]
            return {name: _folder(client, name) for name in names}


@dataclass(frozen=True)
class Folder:
    """A folder byte for byte: UIDVALIDITY, UIDNEXT, and of each UID the flags, the date and the mail."""

    uidvalidity: int
    uidnext: int
    mails: dict[int, tuple[frozenset[bytes], datetime, bytes]]


def _folder(client: IMAPClient, name: str) -> Folder:
    info = client.select_folder(name, readonly=True)
    found = client.fetch(client.search(), ["FLAGS", "INTERNALDATE", "BODY.PEEK[]"]) if info[b"EXISTS"] else {}
    return Folder(
        info[b"UIDVALIDITY"], info[b"UIDNEXT"],
        {uid: (frozenset(d[b"FLAGS"]) - {b"\\Recent"}, d[b"INTERNALDATE"], d[b"BODY[]"]) for uid, d in found.items()},
    )  # fmt: skip


@contextlib.contextmanager
def quick_folder() -> Iterator[Path]:
    """In memory where that is possible: a killed process loses nothing that it has written, on whatever it wrote."""
    memory = "/dev/shm"
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


def rejection(name: str, text: str | None = None, **headers: Any) -> bytes:
    """A rejection from a company of that name, by Julia Meyer unless told otherwise."""
    domain = f"{name.lower()}.example"
    return mail(
        (text or NO).replace("Helmwerk", name), message_id=f"<no@{domain}>", subject=f"Your application at {name}",
        **{"sender": f"Julia Meyer <julia.meyer@{domain}>", **headers},
    )  # fmt: skip


NO = (
    "Dear Alex,\n\nThank you for applying for the Data Engineer position at Helmwerk and for your interest in our company. "
    "Unfortunately, we have decided not to move forward with your application.\n\nKind regards,\nJulia Meyer\nHelmwerk\n"
)


def receipt(name: str) -> bytes:
    return rejection(name, RECEIPT, sender=f"{name} Careers <careers@{name.lower()}.example>")


def invitation(start: datetime, name: str = "Twinwerk") -> bytes:
    """To an interview with Julia Meyer and Tom Berg of that company, a day after it was received five days ago."""
    domain = f"{name.lower()}.example"
    body = invite(
        f"Tom Berg <tom.berg@{domain}>", "Alex Example <alex@example.org>",
        organizer=f"Julia Meyer <julia.meyer@{domain}>", start=f"{start - timedelta(days=4):%Y%m%dT100000Z}",
    )  # fmt: skip
    head = (
        f"From: Julia Meyer <julia.meyer@{domain}>\r\nTo: alex@example.org\r\nSubject: Interview Data Engineer\r\n"
        f"Message-ID: <inv@{domain}>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n"
    )
    return head.encode() + body
