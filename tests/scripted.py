"""A small IMAP server that does as it is told: a mailbox in memory, and rules by which single answers go wrong.

`server.on("UID SEARCH .*HEADER", no("[SERVERBUG] sorry"))` is a whole odd server. A rule's pattern is matched against the
command as it was sent, without its tag; its reaction gets the answer that a good server gives and returns another.
What is sent is remembered in `commands`, what was appended in `appended`.
"""

from __future__ import annotations

import email
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message

CUT = b"\0CUT"  # in an answer: send what stands before it, then close the connection


@dataclass
class Letter:
    raw: bytes
    received: datetime
    flags: tuple[str, ...] = ()


@dataclass
class Box:
    attribute: str = ""
    uidvalidity: int = 1
    uidnext: int = 1
    letters: dict[int, Letter] = field(default_factory=dict)

    def renumber(self, uidvalidity: int) -> None:
        """Every mail gets another UID, as after a restore."""
        self.letters = dict(enumerate(self.letters.values(), self.uidnext + 7))
        self.uidvalidity, self.uidnext = uidvalidity, max(self.letters, default=0) + 1


@dataclass
class Reaction:
    """What becomes of the good answer; `happens` says whether the command takes effect before."""

    reply: Callable[[str, bytes], bytes]
    happens: bool = True


def no(text: str) -> Reaction:
    return Reaction(lambda tag, _: f"{tag} NO {text}\r\n".encode(), happens=False)


def bad(text: str) -> Reaction:
    return Reaction(lambda tag, _: f"{tag} BAD {text}\r\n".encode(), happens=False)


def bye(text: str = "Session expired") -> Reaction:
    return Reaction(lambda tag, _: f"* BYE {text}\r\n".encode() + CUT, happens=False)


def lost() -> Reaction:
    """It is done, and the connection ends before the answer."""
    return Reaction(lambda tag, _: CUT)


def nothing() -> Reaction:
    """OK, without any data."""
    return Reaction(lambda tag, _: f"{tag} OK done\r\n".encode(), happens=False)


def before(*lines: str) -> Reaction:
    return Reaction(lambda tag, answer: b"".join(line.encode() + b"\r\n" for line in lines) + answer)


def after(*lines: str) -> Reaction:
    """Untagged lines in the same packet behind the tagged answer."""
    return Reaction(lambda tag, answer: answer + b"".join(line.encode() + b"\r\n" for line in lines))


def edit(pattern: bytes, replacement: bytes | Callable[[re.Match[bytes]], bytes]) -> Reaction:
    return Reaction(lambda tag, answer: re.sub(pattern, replacement, answer, flags=re.DOTALL))


def slowly(seconds: float) -> Reaction:
    return Reaction(lambda tag, answer: (time.sleep(seconds), answer)[1])


@dataclass
class Rule:
    pattern: str
    reaction: Reaction
    times: int


class Scripted:
    """Make it with `scripted()`. Rules apply to the commands that come after they were made; the first that matches wins."""

    def __init__(self) -> None:
        self.boxes = {
            "INBOX": Box(), "Drafts": Box("\\Drafts"), "Sent": Box("\\Sent"), "Trash": Box("\\Trash"), "Archive": Box("\\Archive"),
        }  # fmt: skip
        self.greeting = "* OK ready"
        self.capabilities = "IMAP4rev1 IDLE UIDPLUS SPECIAL-USE LITERAL+"
        self.permanent = "\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*"
        self.commands: list[str] = []
        self.appended: list[bytes] = []
        self.rules: list[Rule] = []
        self.lock = threading.RLock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.listener.getsockname()[1])
        self.idling = threading.Event()
        self._idlers: list[socket.socket] = []

    def on(self, pattern: str, reaction: Reaction, times: int = 1_000_000) -> None:
        self.rules.append(Rule(pattern, reaction, times))

    def put(self, raw: bytes, received: datetime, folder: str = "INBOX", flags: tuple[str, ...] = ()) -> int:
        with self.lock:
            box = self.boxes[folder]
            box.letters[box.uidnext] = Letter(raw, received, flags)
            box.uidnext += 1
            return box.uidnext - 1

    def push(self, *lines: str) -> None:
        """Say something to whoever idles."""
        for sock in self._idlers:
            sock.sendall(b"".join(line.encode() + b"\r\n" for line in lines))

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                sock, _ = self.listener.accept()
                threading.Thread(target=self._talk, args=(sock,), daemon=True).start()

    def _talk(self, sock: socket.socket) -> None:
        with suppress(OSError, ValueError), sock:
            Session(self, sock).run()

    def react(self, tag: str, command: str, happen: Callable[[], bytes]) -> bytes:
        with self.lock:
            self.commands.append(command)
            rule = next(
                (r for r in self.rules if r.times and re.match(r.pattern, command, re.IGNORECASE | re.DOTALL)), None
            )
            if rule is None:
                return happen()
            rule.times -= 1
            return rule.reaction.reply(tag, happen() if rule.reaction.happens else b"")


@contextmanager
def scripted() -> Iterator[Scripted]:
    """A server on a port of its own, gone afterwards."""
    server = Scripted()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.listener.shutdown(socket.SHUT_RDWR)
        server.listener.close()
        thread.join(5)


class Session:
    """One connection: reads a command with its literals, lets `Scripted` bend the answer, sends it."""

    def __init__(self, server: Scripted, sock: socket.socket) -> None:
        self.server, self.sock, self.file = server, sock, sock.makefile("rb")
        self.box: Box | None = None

    def run(self) -> None:
        going = self.send(self.server.react("*", "GREETING", lambda: self.server.greeting.encode() + b"\r\n"))
        while going and (line := self.file.readline()):
            tag, _, rest = line.rstrip(b"\r\n").partition(b" ")
            going = self.command(tag.decode(), rest)

    def send(self, answer: bytes) -> bool:
        said, cut, _ = answer.partition(CUT)
        self.sock.sendall(said)
        if cut:
            self.sock.shutdown(socket.SHUT_RDWR)
        return not cut

    def command(self, tag: str, line: bytes) -> bool:
        literals: list[bytes] = []
        while size := re.search(rb"\{(\d+)(\+?)\}$", line):
            if not size[2] and not self.invited(tag, line):
                return True
            literals.append(self.file.read(int(size[1])))
            line += b" " + self.file.readline().rstrip(b"\r\n")
        words = line.decode("utf-8", "replace").rstrip()
        if words.upper() == "IDLE":
            return self.idle(tag)
        going = self.send(self.server.react(tag, words, lambda: self.answer(tag, words, literals)))
        return going and words.upper() != "LOGOUT"

    def invited(self, tag: str, line: bytes) -> bool:
        """Ask for a literal; a rule on `LITERAL …` may refuse it instead."""
        answer = self.server.react(tag, "LITERAL " + line.decode(), lambda: b"+ go on\r\n")
        return self.send(answer) and answer.startswith(b"+")

    def idle(self, tag: str) -> bool:
        answer = self.server.react(tag, "IDLE", lambda: b"+ idling\r\n")
        if not self.send(answer) or b"+" not in answer:
            return not answer.endswith(CUT)
        self.server._idlers.append(self.sock)
        self.server.idling.set()
        self.file.readline()
        self.server._idlers.remove(self.sock)
        self.server.idling.clear()
        return self.send(self.server.react(tag, "DONE", f"{tag} OK idled\r\n".encode))

    # -- a good server's answers -------------------------------------------------------------------------------------

    def answer(self, tag: str, line: str, literals: list[bytes]) -> bytes:
        words = re.findall(r'"(?:[^"\\]|\\.)*"|\([^)]*\)|BODY[^ ]*\[[^\]]*\](?:<[\d.]*>)?|[^\s()]+', line)
        verb = words[0].upper() + (f"_{words[1].upper()}" if words[0].upper() == "UID" else "")
        act = getattr(self, f"do_{verb.lower()}", None)
        if act is None:
            return f"{tag} BAD {verb} is not for you\r\n".encode()
        told, last = act([unquoted(word) for word in words], literals)
        return bytes(told) + f"{tag} {last}\r\n".encode()

    def do_capability(self, words: list[str], _: list[bytes]) -> tuple[bytes, str]:
        return f"* CAPABILITY {self.server.capabilities}\r\n".encode(), "OK done"

    def do_login(self, words: list[str], _: list[bytes]) -> tuple[bytes, str]:
        return b"", "OK hello"

    do_noop = do_enable = do_check = do_close = do_unselect = do_login

    def do_logout(self, words: list[str], _: list[bytes]) -> tuple[bytes, str]:
        return b"* BYE see you\r\n", "OK bye"

    def do_list(self, words: list[str], _: list[bytes]) -> tuple[bytes, str]:
        lines = [
            f'* LIST (\\HasNoChildren {box.attribute}) "/" "{name}"\r\n' for name, box in self.server.boxes.items()
        ]
        return "".join(lines).encode(), "OK done"

    def do_examine(self, words: list[str], _: list[bytes]) -> tuple[bytes, str]:
        self.box = box = self.server.boxes.get(words[1])
        if box is None:
            return b"", "NO [NONEXISTENT] no such mailbox"
        keywords = {flag for letter in box.letters.values() for flag in letter.flags}
        flags = " ".join(sorted({"\\Answered", "\\Seen", "\\Draft", "\\Deleted"} | keywords))
        return (
            f"* FLAGS ({flags})\r\n* OK [PERMANENTFLAGS ({self.server.permanent})] ok\r\n* {len(box.letters)} EXISTS\r\n* 0 RECENT\r\n"
            f"* OK [UIDVALIDITY {box.uidvalidity}] ok\r\n* OK [UIDNEXT {box.uidnext}] ok\r\n"
        ).encode(), "OK [READ-ONLY] done"

    def do_status(self, words: list[str], _: list[bytes]) -> tuple[bytes, str]:
        box = self.server.boxes[words[1]]
        values = {"UIDVALIDITY": box.uidvalidity, "UIDNEXT": box.uidnext, "MESSAGES": len(box.letters)}
        asked = " ".join(f"{name} {values.get(name, 0)}" for name in words[2].strip("()").split())
        return f'* STATUS "{words[1]}" ({asked})\r\n'.encode(), "OK done"

    def do_append(self, words: list[str], literals: list[bytes]) -> tuple[bytes, str]:
        box, flags = self.server.boxes[words[1]], words[2].strip("()").split()
        self.server.appended.append(literals[0])
        uid = self.server.put(literals[0], datetime.now(UTC), words[1], tuple(flags))
        return b"", f"OK [APPENDUID {box.uidvalidity} {uid}] done"

    def do_uid_search(self, words: list[str], _: list[bytes]) -> tuple[bytes, str]:
        assert self.box is not None
        found = [
            str(uid) for uid, letter in sorted(self.box.letters.items()) if matches(words[2:], uid, letter, self.box)
        ]
        return f"* SEARCH {' '.join(found)}".rstrip().encode() + b"\r\n", "OK done"

    def do_uid_fetch(self, words: list[str], _: list[bytes]) -> tuple[bytes, str]:
        assert self.box is not None
        items = re.findall(r"BODY[^ ]*\[[^\]]*\](?:<[\d.]*>)?|[^\s()]+", " ".join(words[3:]))
        out = b""
        for number, (uid, letter) in enumerate(sorted(self.box.letters.items()), 1):
            if within(uid, words[2], self.box):
                data = b" ".join([f"UID {uid}".encode(), *(fetched(item, letter) for item in items)])
                out += f"* {number} FETCH (".encode() + data + b")\r\n"
        return out, "OK done"


def unquoted(word: str) -> str:
    return re.sub(r"\\(.)", r"\1", word[1:-1]) if word.startswith('"') else word


def within(uid: int, sets: str, box: Box) -> bool:
    last = max(box.letters, default=0)
    for part in sets.split(","):
        low, _, high = part.replace("*", str(last)).partition(":")
        one, two = int(low), int(high or low)
        if min(one, two) <= uid <= max(one, two):
            return True
    return False


def matches(criteria: list[str], uid: int, letter: Letter, box: Box) -> bool:
    """The few search keys that a mail reader needs."""
    terms, message = list(criteria), email.message_from_bytes(letter.raw)
    while terms:
        key = terms.pop(0).upper()
        if key == "HEADER":
            name, value = terms.pop(0), terms.pop(0)
            found = value.lower() in str(message.get(name, "")).lower()
        elif key in {"FROM", "TO"}:
            found = terms.pop(0).lower() in str(message.get(key, "")).lower()
        elif key in {"SINCE", "BEFORE"}:
            day = datetime.strptime(terms.pop(0), "%d-%b-%Y").replace(tzinfo=UTC).date()
            found = (letter.received.date() >= day) is (key == "SINCE")
        elif key in {"KEYWORD", "UNKEYWORD"}:
            found = (terms.pop(0) in letter.flags) is (key == "KEYWORD")
        elif key == "UNDELETED":
            found = "\\Deleted" not in letter.flags
        else:
            found = key == "ALL" or within(uid, terms.pop(0) if key == "UID" else key, box)
        if not found:
            return False
    return True


def fetched(item: str, letter: Letter) -> bytes:
    """One data item of a FETCH answer."""
    name = item.upper()
    if name.startswith("BODY") and "[" in name:
        return section(item, letter)
    if name == "FLAGS":
        return f"FLAGS ({' '.join(letter.flags)})".encode()
    if name == "INTERNALDATE":
        return f'INTERNALDATE "{letter.received:%d-%b-%Y %H:%M:%S +0000}"'.encode()
    if name == "BODYSTRUCTURE":
        return b"BODYSTRUCTURE " + structure(email.message_from_bytes(letter.raw))
    return f"{name} {len(letter.raw) if name == 'RFC822.SIZE' else 0}".encode()


def section(item: str, letter: Letter) -> bytes:
    found = re.fullmatch(r"(?i)BODY(?:\.PEEK)?\[(?P<what>[^\]]*)\](?:<(?P<first>\d+)\.(?P<count>\d+)>)?", item)
    assert found is not None, item
    head, _, body = letter.raw.partition(b"\r\n\r\n")
    what = found["what"].upper()
    if not what:
        data = letter.raw
    elif what == "HEADER":
        data = head + b"\r\n\r\n"
    elif what.startswith("HEADER.FIELDS"):
        wanted = what.partition("(")[2].strip(")").lower().split()
        fields = re.findall(rb"[^\r\n]+(?:\r\n[ \t][^\r\n]*)*", head)
        data = (
            b"".join(f + b"\r\n" for f in fields if f.partition(b":")[0].decode("ascii", "replace").lower() in wanted)
            + b"\r\n"
        )
    else:
        data = part(what, email.message_from_bytes(letter.raw), body)
    label = f"BODY[{found['what']}]"
    if found["first"]:
        data = data[int(found["first"]) :][: int(found["count"])]
        label += f"<{found['first']}>"
    return f"{label} {{{len(data)}}}\r\n".encode() + data


def part(what: str, message: Message, body: bytes) -> bytes:
    for number in re.findall(r"\d+", what):
        children = message.get_payload()
        if isinstance(children, list):
            message = children[int(number) - 1]
    if what.endswith("MIME"):
        return "".join(f"{k}: {v}\r\n" for k, v in message.items()).encode() + b"\r\n"
    payload = message.get_payload()
    return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else body


def structure(message: Message) -> bytes:
    children = message.get_payload()
    if isinstance(children, list):
        return b"(" + b"".join(structure(child) for child in children) + f' "{message.get_content_subtype()}")'.encode()
    kind = f'"{message.get_content_maintype()}" "{message.get_content_subtype()}" ("CHARSET" "utf-8") NIL NIL'
    return f'({kind} "{message.get("Content-Transfer-Encoding", "7bit")}" {len(str(children))} 1)'.encode()
