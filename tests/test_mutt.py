"""A draft, recalled in mutt, edited or not, and sent to a local SMTP sink, keeps its thread."""

from __future__ import annotations

import os
import pty
import shutil
import threading
import time
from pathlib import Path

import pytest

from tests.conftest import Box
from tests.letters import mail
from tests.sink import Sink
from watcher.mail import parse

pytestmark = [pytest.mark.dovecot, pytest.mark.skipif(not shutil.which("mutt"), reason="mutt is not installed")]

OFFICE365 = "<AM9PR08MB6177D6F9E1B8B2F1B3A9C7E2A1B2@AM9PR08MB6177.eurprd08.prod.helmwerk.example>"


def press(folder: Path, keys: list[tuple[float, bytes]], box: Box) -> str:
    """Run mutt on a terminal and press keys, each after a pause."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm", HOME=str(folder), LANG="C.UTF-8", SSL_CERT_FILE=str(box.server.cert))
        os.execvp("mutt", ["mutt", "-n", "-F", str(folder / "muttrc")])
    screen = bytearray()

    def read() -> None:
        while True:
            try:
                screen.extend(os.read(terminal, 4096))
            except OSError:
                return

    threading.Thread(target=read, daemon=True).start()
    for pause, key in keys:
        time.sleep(pause)
        os.write(terminal, key)
    ends = time.monotonic() + 15
    while time.monotonic() < ends:
        if os.waitpid(pid, os.WNOHANG) != (0, 0):
            return screen.decode("utf-8", "replace")
        time.sleep(0.1)
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    return screen.decode("utf-8", "replace")


def recalled_and_sent(box: Box, editor: str) -> bytes:
    """What arrives when the user recalls the one draft in mutt, leaves it to the editor, and sends it."""
    url = f"imaps://alex%40example.org:{box.server.password}@localhost:{box.server.port}"
    with Sink() as sink:
        (box.folder / "muttrc").write_text(
            f'set folder="{url}/"\nset spoolfile="{url}/INBOX"\nset postponed="{url}/Drafts"\nset record="{url}/Sent"\n'
            f'set smtp_url="smtp://127.0.0.1:{sink.port}/"\nset ssl_starttls=no\nset ssl_force_tls=no\nset ssl_ca_certificates_file="{box.server.cert}"\n'
            f'set certificate_file="{box.server.cert}"\nset from="alex@example.org"\nset editor="{editor}"\nset use_from=yes\nset envelope_from=no\n'
            "set postpone=no\nset abort_unmodified=no\nset recall=yes\nset confirmappend=no\nset wait_key=no\nset edit_headers=no\n"
        )
        screen = press(box.folder, [(3, b"m"), (3, b"y"), (4, b"q")], box)
    assert len(sink.received) == 1, screen[-2000:]
    return sink.received[0]


@pytest.mark.parametrize(
    ("editor", "change"), [("true", ("", "")), ("sed -i s/Dear/Hello/", ("Dear", "Hello"))], ids=["as it is", "edited"]
)
def test_mutt_sends_what_we_drafted(box: Box, editor: str, change: tuple[str, str]) -> None:
    """Recall, edit or not, send: the sink gets In-Reply-To, References, and the letter with the change; status says sent."""
    box.deliver(mail(message_id=OFFICE365))
    assert box.watcher("once").returncode == 0
    (draft,) = box.mails("Drafts")
    letter = parse(draft).plain

    sent = parse(recalled_and_sent(box, editor))

    assert (sent.in_reply_to, sent.references) == ((OFFICE365,), (OFFICE365,))
    assert [person.address for person in sent.to] == ["julia.meyer@helmwerk.example"]
    assert letter.startswith("Dear")
    assert sent.plain.split() == letter.replace(*change).split()
    assert box.watcher("once").returncode == 0
    assert box.mails("Drafts") == []
    assert '"became": "sent"' in box.watcher("status", "--json").stdout
