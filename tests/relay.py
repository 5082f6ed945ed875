"""A faulty network: a TCP relay between the watcher and a server that does what networks do, at the exchange it is told.

In plain text it follows the conversation: an exchange is what the client says until it waits (a command, a letter's bytes, DONE)
and what the server answers. Under TLS it only counts the bytes of the answers.

with Relay(server.plain_port, Fault.AFTER_CUT, at=7) as relay: … relay.port … relay.exchanges
"""

from __future__ import annotations

import contextlib
import re
import select
import socket
import struct
import threading
import time
from enum import StrEnum


class Fault(StrEnum):
    """What happens. BEFORE: the server never hears of it. AFTER: it is done, and the answer is lost."""

    NONE = "none"
    BEFORE_CUT = "cut before"
    BEFORE_RESET = "reset before"
    BEFORE_SILENCE = "silence before"
    AFTER_CUT = "answer lost, cut"
    AFTER_RESET = "answer lost, reset"
    AFTER_SILENCE = "answer lost, silence"
    HALF = "half an answer, cut"
    HALF_SILENCE = "half an answer, silence"
    DELAY = "delay"
    SPLIT = "byte by byte"
    COALESCE = "with what comes next"
    TRICKLE = "an answer that never ends"
    RING = "a ring for nothing"


HARMLESS = {Fault.NONE, Fault.DELAY, Fault.SPLIT, Fault.COALESCE}
DELAY_SECONDS = TRICKLE_SECONDS = 0.1
HANGS = 30.0


class _Over(Exception):
    """The conversation has come to its end."""


class Relay:
    """Connections to `port` go on to the server; the first to reach the exchange, by number or name, suffers the fault, once.

    With `always` every connection does, every time. With `tls` nothing is read, and `at` counts bytes of the server's answers.
    """

    def __init__(
        self, to: int, fault: Fault = Fault.NONE, at: int | str = 0, *, tls: bool = False, always: bool = False
    ) -> None:
        self._to, self._fault, self._at, self._tls, self._always = to, fault, at, tls, always
        self.exchanges: list[str] = []
        self.bytes = 0
        self.connections = 0
        self.struck = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Relay:  # noqa: PYI034 - there is no subclass
        return self

    def __exit__(self, *_: object) -> None:
        for sock in (self._listener, *self._open):
            _close(sock)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client = self._listener.accept()[0]
                self.connections += 1
                server = socket.create_connection(("127.0.0.1", self._to))
                for sock in (client, server):
                    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._open += (client, server)
                talk = _Bytes if self._tls else _Talk
                threading.Thread(target=talk(self, client, server).run, daemon=True).start()

    def due(self, number: int, name: str = "") -> Fault:
        """The fault that an exchange, or a byte, suffers."""
        if self._at not in {number, name} or (self.struck.is_set() and not self._always):
            return Fault.NONE
        self.struck.set()
        return self._fault


class _Talk:
    """One connection, exchange by exchange."""

    def __init__(self, relay: Relay, client: socket.socket, server: socket.socket) -> None:
        self.relay, self.client, self.server = relay, client, server
        self.held = b""
        self.tag = b""
        self.letter = 0
        self.number = 0

    def run(self) -> None:
        with contextlib.suppress(_Over, OSError, ValueError):  # ValueError: closed meanwhile
            self.exchange(b"", "greeting")
            while True:
                said = self.from_client()
                self.exchange(said, self.name(said))
        _close(self.client)
        _close(self.server)

    def from_client(self) -> bytes:
        """All that it says until it waits. While it idles, what the server has to say goes to it."""
        said = b""
        while not said.endswith(b"\r\n") or len(said) < self.letter:
            ready = select.select([self.client, self.server], [], [])[0]
            if self.server in ready:
                self.to_client(_received(self.server))
            if self.client in ready:
                said += _received(self.client)
        return said

    def name(self, said: bytes) -> str:
        """The command, and what its answer will end with."""
        command = re.match(rb"([A-Z]+\d+) ((?:UID )?\w+)", said)
        if self.letter:
            self.letter = 0
            return "the letter"
        if command is None:
            return "DONE"
        self.tag = command[1]
        size = re.search(rb"\{(\d+)\+?\}\r\n$", said)
        self.letter = int(size[1]) + 2 if size else 0
        return command[2].decode()

    def exchange(self, said: bytes, name: str) -> None:
        fault = self.relay.due(self.number, name)
        self.relay.exchanges.append(name)
        self.number += 1
        self.strike(fault, "before")
        self.server.sendall(said)
        answer = self.answer(name)
        self.strike(fault, "lost")
        if fault in {Fault.HALF, Fault.HALF_SILENCE}:
            self.to_client(answer[: len(answer) // 2])
            self.strike(fault, "half")
        self.deliver(answer, fault)

    def answer(self, name: str) -> bytes:
        ends = (
            rb"\+ .*\r\n" if self.letter or name == "IDLE" else self.tag + rb" .*\r\n" if self.tag else rb"\* OK .*\r\n"
        )
        answer = b""
        while not re.search(rb"(?:^|\r\n)" + ends + rb"$", answer):
            answer += _received(self.server)
            if re.search(rb"(?:^|\r\n)" + (self.tag or rb"\*") + rb" (?:NO|BAD|BYE) .*\r\n$", answer):
                self.letter = 0
                break
        return answer

    def deliver(self, answer: bytes, fault: Fault) -> None:
        if fault is Fault.TRICKLE:
            while True:
                self.to_client(b"*")
                time.sleep(TRICKLE_SECONDS)
        if fault is Fault.SPLIT:
            for byte in answer:
                self.client.sendall(bytes([byte]))
        elif fault is Fault.COALESCE:
            if select.select([self.server], [], [], HANGS if self.relay.exchanges[-1] == "IDLE" else DELAY_SECONDS)[0]:
                answer += _received(self.server)
            self.to_client(answer)
        else:
            time.sleep(DELAY_SECONDS if fault is Fault.DELAY else 0)
            self.to_client(answer)
        if fault is Fault.RING:
            time.sleep(DELAY_SECONDS)
            self.to_client(b"* 0 RECENT\r\n")

    def to_client(self, answer: bytes) -> None:
        self.client.sendall(answer)

    def strike(self, fault: Fault, moment: str) -> None:
        if moment not in fault:
            return
        end(self.client, fault)
        raise _Over


class _Bytes:
    """One connection of which nothing is understood: so many bytes of the server's, then the fault."""

    def __init__(self, relay: Relay, client: socket.socket, server: socket.socket) -> None:
        self.relay, self.client, self.server = relay, client, server
        self.passed = 0

    def run(self) -> None:
        with contextlib.suppress(_Over, OSError, ValueError):  # ValueError: closed meanwhile
            while True:
                ready = select.select([self.client, self.server], [], [])[0]
                if self.client in ready:
                    self.server.sendall(_received(self.client))
                if self.server in ready:
                    self.answer(_received(self.server))
        _close(self.client)
        _close(self.server)

    def answer(self, said: bytes) -> None:
        for byte in said:
            self.relay.bytes += 1
            fault = self.relay.due(self.passed)
            if fault not in HARMLESS:
                end(self.client, fault)
                raise _Over
            self.client.sendall(bytes([byte]))
            self.passed += 1


def end(client: socket.socket, fault: Fault) -> None:
    """FIN, RST, or silence until the client has had enough."""
    if "reset" in fault:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()
    if "silence" in fault:
        client.settimeout(HANGS)
        while client.recv(65536):
            pass


def _received(sock: socket.socket) -> bytes:
    data = sock.recv(65536)
    if not data:
        raise _Over
    return data


def _close(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
    sock.close()
