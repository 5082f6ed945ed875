"""A throw-away IMAP server with a sample mailbox, and one real visit to it. Nothing leaves this machine."""

from __future__ import annotations

import argparse
import asyncio
import mailbox as stdlib_mailbox
import threading
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from typing import Any

from imapclient import IMAPClient
from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer

from watcher import resources
from watcher.config import Config, validate
from watcher.mail import Mail, parse

USER, PASSWORD = "alex@example.org", "demo"
FOLDERS = ("Drafts", "Sent", "Trash", "Archive")


class DemoServer:
    """pymap on loopback, in memory, on a thread of its own."""

    def __init__(self) -> None:
        self.port = 0
        self._ready = threading.Event()
        self._error: BaseException | None = None
        self._connections: set[asyncio.Task[Any] | None] = set()
        self._thread = threading.Thread(target=self._main, name="demo-server", daemon=True)

    def start(self) -> None:
        """Return when it listens. Raises what kept it from doing so."""
        self._thread.start()
        self._ready.wait(20)
        if self._error is not None or not self.port:
            raise RuntimeError("the demo server did not start") from self._error

    def stop(self) -> None:
        """End all connections and the thread."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(5)

    def _main(self) -> None:
        try:
            asyncio.run(self._serve())
        except Exception as error:  # noqa: BLE001 - handed to start(), which raises it
            self._error = error
            self._ready.set()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        arguments = argparse.Namespace(
            demo_data=False, demo_user=USER, demo_password=PASSWORD, debug=False, host=["127.0.0.1"], port="0", cert=None, key=None,
            tls=False, inherited_sockets=None, proxy_protocol=None, passlib_cfg=None,
        )  # fmt: skip
        backend, config = await DictBackend.init(arguments, secure_auth=False, invalid_user_sleep=0.0)
        config.apply_context()
        async with AsyncExitStack() as stack:
            await backend.start(stack)
            imap = IMAPServer(backend.login, config)

            async def held(reader: Any, writer: Any, info: Any) -> None:
                # asyncio keeps only weak references to tasks: without this one an idle connection is collected
                task = asyncio.current_task()
                self._connections.add(task)
                try:
                    await imap(reader, writer, info)
                finally:
                    self._connections.discard(task)

            callback = ProxyProtocolReader(config.proxy_protocol).get_callback(held)
            server = await asyncio.start_server(callback, host="127.0.0.1", port=0, limit=1 << 20)
            self.port = server.sockets[0].getsockname()[1]
            async with server:
                self._ready.set()
                await self._stop.wait()


@dataclass(frozen=True, slots=True)
class Demo:
    """The running server, and a configuration that watches it."""

    server: DemoServer
    config: Config

    def drafts(self) -> list[tuple[Mail, str]]:
        """What a mail client would list in Drafts: each draft with its raw text."""
        with _client(self.server.port) as client:
            client.select_folder("Drafts", readonly=True)
            uids = client.search("ALL")
            raws = (
                [bytes(data[b"BODY[]"]) for _, data in sorted(client.fetch(uids, ["BODY.PEEK[]"]).items())]
                if uids
                else []
            )
        return [(parse(raw), raw.decode("utf-8", "replace")) for raw in raws]


@contextmanager
def demo(folder: Path) -> Iterator[Demo]:
    """A server with the sample mailbox, and its configuration in `folder`. Everything ends with the block."""
    server = DemoServer()
    server.start()
    try:
        _fill(server.port)
        secret = folder / "password"
        secret.write_text(PASSWORD + "\n", "utf-8")
        secret.chmod(0o600)
        account = {
            "host": "127.0.0.1", "port": server.port, "security": "none", "user": USER, "password_file": str(secret),
            "name": "Alex Example", "addresses": [USER, "a.example@work.example"],
        }  # fmt: skip
        yield Demo(
            server,
            validate({"accounts": {"demo": account}, "daemon": {"max_drafts_per_visit": 50}}, folder / "config.toml"),
        )
    finally:
        server.stop()


@contextmanager
def _client(port: int) -> Iterator[IMAPClient]:
    client = IMAPClient("127.0.0.1", port=port, ssl=False, timeout=20)
    try:
        client.login(USER, PASSWORD)
        yield client
    finally:
        client.logout()


def _fill(port: int) -> None:
    """The sample mails, moved in time so that the newest is an hour old."""
    messages = sample()
    newest = max(when for when, _ in messages)
    shift = datetime.now(UTC) - timedelta(hours=1) - newest
    with _client(port) as client:
        for folder in FOLDERS:
            client.create_folder(folder)
        for when, raw in messages:
            client.append("INBOX", _dated(raw, when + shift), msg_time=when + shift)


def sample() -> list[tuple[datetime, bytes]]:
    """The sample mailbox, each mail with its date."""
    box = stdlib_mailbox.mbox(resources.find("models/demo.mbox"), create=False)
    raws = [box.get_bytes(key) for key in box.iterkeys()]
    return [(parsedate_to_datetime(str(message_from_bytes(raw)["Date"])), raw) for raw in raws]


def _dated(raw: bytes, when: datetime) -> bytes:
    head, _, rest = raw.partition(b"\nDate: ")
    _, _, tail = rest.partition(b"\n")
    dated = head + b"\nDate: " + format_datetime(when).encode() + b"\n" + tail
    return dated.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
