"""Looking through a whole archive, against pulling it: `watcher once --since … --dry-run` beside mbsync, in one run.

Invented mail on Dovecot: 3 KB of plain text, 20 KB with HTML, and five in a hundred with an attachment of 1 to 3 MB; over
TLS. The bars: a fifth of mbsync's time and of its bytes, the same cost a mail at 2,000 and at 20,000, under 400 MB.
"""

from __future__ import annotations

import base64
import contextlib
import os
import quopri
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.stage import Stage, classifier, days_ago, stage
from tests.letters import PLAIN_NO, RECEIPT

SIZES = (2_000, 20_000)
NOUNS = [
    "garden",
    "kitchen",
    "harbour",
    "ticket",
    "train",
    "museum",
    "recipe",
    "bicycle",
    "concert",
    "library",
    "invoice",
    "parcel",
    "neighbour",
    "festival",
    "weather",
    "bakery",
    "lamp",
    "window",
    "river",
    "camera",
    "jacket",
    "table",
    "workshop",
    "newsletter",
    "market",
    "booking",
    "bridge",
    "orchard",
    "painting",
    "kettle",
    "school",
    "island",
    "tram",
    "choir",
    "hotel",
    "boot",
    "forest",
    "blanket",
    "castle",
    "station",
]
DEEDS = [
    "opens",
    "closes",
    "returns",
    "arrives",
    "moves",
    "waits",
    "changes",
    "travels",
    "grows",
    "shines",
    "improves",
    "sells",
    "out",
    "starts",
    "early",
    "ends",
    "late",
]
KINDS = [
    "new",
    "old",
    "green",
    "quiet",
    "bright",
    "famous",
    "local",
    "small",
    "heavy",
    "wooden",
    "friendly",
    "seasonal",
    "blue",
    "careful",
    "early",
    "late",
    "sunny",
    "simple",
    "generous",
    "northern",
]
SHAPES = (
    "Our {k} {n} {d} on day {z} of the month, together with the {n2} and the {k2} {n3}.",
    "If you like the {k} {n}, have a look at the {n2} that {d} beside the {k2} {n3}!",
    "Members save {z} percent on every {n} and on the {k} {n2}.",
    "The {n} near the {k} {n2} {d}, so please bring your {n3}.",
    "Last week {z} people saw how the {k} {n} {d} behind the {n2}.",
    "Have you been to the {k} {n} yet?",
    "Order number {z} with one {k} {n} and a {n2} is on its way from the {n3}.",
    "We wrote about the {k2} {n} in the {n2} pages, and {z} of you answered with a picture of a {k} {n3}.",
)


class Author:
    """Writes invented mail about anything but work; a sentence seldom comes twice."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.attachment = base64.encodebytes(self.dice.randbytes(2_200_000)).replace(b"\n", b"\r\n")

    def sentences(self, size: int) -> str:
        said: list[str] = []
        while sum(map(len, said)) < size:
            n, k, dice = self.dice.choices(NOUNS, k=3), self.dice.choices(KINDS, k=2), self.dice
            said.append(
                dice.choice(SHAPES).format(
                    n=n[0], n2=n[1], n3=n[2], k=k[0], k2=k[1], d=dice.choice(DEEDS), z=dice.randint(2, 999)
                )
            )
        return " ".join(said)[:size]

    def text(self, number: int, size: int) -> str:
        """One in fifty is a rejection, one in twenty a receipt; the rest is anything."""
        opening = PLAIN_NO if number % 50 == 7 else RECEIPT if number % 20 == 3 else ""
        paragraphs = [self.sentences(500) for _ in range(max(1, (size - len(opening)) // 500))]
        return (opening + "\n\n".join(paragraphs)).replace("\n", "\r\n")

    def mail(self, number: int) -> bytes:
        head = (
            f"Return-Path: <news{number}@shop{number % 700}.example>\r\nReceived: from mx.shop{number % 700}.example by mail.example.org; "
            f"Mon, 2 Feb 2026 10:00:00 +0000\r\nFrom: Somebody {number % 700} <news@shop{number % 700}.example>\r\nTo: alex@example.org\r\n"
            f"Subject: {self.sentences(30)}\r\nDate: Mon, 2 Feb 2026 10:00:00 +0000\r\nMessage-ID: <{number}.scan@shop{number % 700}.example>\r\nMIME-Version: 1.0\r\n"
        ).encode()
        if number % 20 == 11:
            return head + self.with_attachment(number)
        if number % 2:
            return head + b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + self.text(number, 2_500).encode()
        return head + self.with_html(number)

    def with_html(self, number: int) -> bytes:
        text = self.text(number, 2_500)
        cells = "".join(
            f'<tr><td style="padding:12px 24px;font-family:Arial,Helvetica,sans-serif;font-size:14px;color:#333333" class="cell-{n}">'
            f'<a href="https://click.shop.example/{self.dice.getrandbits(256):x}"><img src="https://img.shop.example/{n}.png" width="1" alt=""></a>'
            f"<p>{paragraph}</p></td></tr>\r\n"
            for n, paragraph in enumerate(part for line in text.split("\r\n\r\n") for part in line.split(". "))
        )
        style = "td{mso-line-height-rule:exactly;-webkit-text-size-adjust:100%}\r\n" * 90
        html = f"<html><head><style>{style}</style></head><body><table>{cells}</table></body></html>"
        return (
            b'Content-Type: multipart/alternative; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n' + text.encode()
            + b"\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + quopri.encodestring(html.encode().replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n") + b"\r\n--b1--\r\n"
        )  # fmt: skip

    def with_attachment(self, number: int) -> bytes:
        size = self.dice.randint(1_000_000, 3_000_000) // 78 * 78
        return (
            b'Content-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n' + self.text(number, 2_500).encode()
            + b'\r\n--b1\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment; filename="a.pdf"\r\n'
            b"Content-Transfer-Encoding: base64\r\n\r\n" + self.attachment[:size] + b"--b1--\r\n"
        )  # fmt: skip

    def mails(self, count: int) -> Iterator[bytes]:
        return (self.mail(number) for number in range(count))


@dataclass
class Relay:
    """Passes bytes on between whoever connects and the server, and counts them, in both directions, as they are on the wire."""

    target: int
    passed: int = 0

    def __post_init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                far = socket.create_connection(("127.0.0.1", self.target))
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(262_144):
                self.passed += len(data)
                other.sendall(data)
            other.shutdown(socket.SHUT_WR)


def memory(root: int) -> float:
    """Megabytes of a process and all below it; what they share is counted once."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
    family, total = {root}, 0
    for pid in sorted(parents):
        if parents[pid] in family:
            family.add(pid)
    for pid in family:
        with contextlib.suppress(OSError, IndexError):
            total += int(Path(f"/proc/{pid}/smaps_rollup").read_text().split("\nPss:")[1].split()[0])
    return total / 1024


def timed(command: list[str], environment: dict[str, str] | None = None) -> tuple[float, float, float, str]:
    """Seconds, those of them that were spent on processors, megabytes at the peak, and what it said."""
    start, peak, before = time.monotonic(), 0.0, os.times()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, stdout=said, stderr=subprocess.DEVNULL, env={**os.environ, **(environment or {})}
        )
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(0.5)
        spent, after = time.monotonic() - start, os.times()
        worked = after.children_user + after.children_system - before.children_user - before.children_system
        said.seek(0)
        assert process.returncode == 0, said.read()
        return spent, worked, peak, said.read()


MBSYNC = """IMAPAccount here
Host localhost
Port {port}
User {user}
Pass {password}
SSLType IMAPS
CertificateFile {cert}

IMAPStore far
Account here

MaildirStore near
Path {out}/
Inbox {out}/INBOX

Channel all
Far :far:
Near :near:
Patterns INBOX
Create Near
SyncState *
Sync Pull
"""


def pull(scene: Stage) -> tuple[float, float, int]:
    """mbsync: seconds, seconds of processors, bytes on the wire."""
    relay, out = Relay(scene.server.port), scene.folder / "pulled"
    out.mkdir()
    rules = scene.folder / "mbsyncrc"
    server = scene.server
    rules.write_text(
        MBSYNC.format(port=relay.port, user=server.user, password=server.password, cert=server.cert, out=out)
    )
    spent, worked, _, _ = timed(["mbsync", "-c", str(rules), "-a"])
    shutil.rmtree(out)
    return spent, worked, relay.passed


def scan(scene: Stage, count: int) -> tuple[float, float, int, float]:
    """`watcher once --since … --dry-run`: seconds, seconds of processors, bytes on the wire, megabytes."""
    relay = Relay(scene.server.port)
    path = scene.folder / "config.toml"
    path.write_text(path.read_text().replace(f"port = {scene.server.port}", f"port = {relay.port}"))
    where = {"WATCHER_CONFIG": str(path), "WATCHER_STATE": str(scene.folder / "state")}
    spent, worked, peak, said = timed(
        [sys.executable, "-m", "watcher", "once", "--since", "2001-01-01", "--dry-run"], where
    )
    assert f"looked at {count}" in said, said[-2000:]
    path.write_text(path.read_text().replace(f"port = {relay.port}", f"port = {scene.server.port}"))
    return spent, worked, relay.passed, peak


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    classifier()  # trained before anything is timed
    print("| mails | | seconds | ms a mail | of these, processor | MB on the wire | MB of memory |")
    print("| --: | --- | --: | --: | --: | --: | --: |")
    for count in sizes:
        with stage() as scene:
            scene.fill(Author(1).mails(count), days_ago(50))
            with scene.client as client:
                client.select_folder("INBOX", readonly=True)  # Dovecot makes its index: neither of the two pays for it
            ours, work, our_bytes, peak = scan(scene, count)
            theirs, their_work, their_bytes = pull(scene)
            each = 1000 / count
            print(
                f"| {count:,} | scan | {ours:.1f} | {ours * each:.2f} | {work * each:.2f} | {our_bytes / 1e6:.0f} | {peak:.0f} |"
            )
            print(
                f"| | mbsync | {theirs:.1f} | {theirs * each:.2f} | {their_work * each:.2f} | {their_bytes / 1e6:.0f} | |"
            )
            print(f"| | **ratio** | {ours / theirs:.2f} | | | {our_bytes / their_bytes:.2f} | |", flush=True)


if __name__ == "__main__":
    main()
