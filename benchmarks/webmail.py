"""Our drafts in Roundcube, in Chromium: opened, a word changed, sent; then they have to be in their thread and known as sent.

    python benchmarks/webmail.py [PICTURE.png]

The second draft is also saved before it is sent, and the watcher looks in between. Needs Debian's Roundcube, PHP and Chromium,
and installs them with apt-get if root runs it. Nothing leaves the machine: Dovecot, the mail server that takes what is sent,
Roundcube's database and its web server are made for the run and gone after it.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.browser import Browser, wait
from tests.conftest import Box
from tests.dovecot import Dovecot, free_port, installed
from tests.letters import mail
from tests.sink import Sink
from tests.world import quick_folder
from watcher.mail import Mail, parse

PACKAGES = ["dovecot-imapd", "openssl", "roundcube-core", "roundcube-sqlite3", "php-cli", "chromium", "chromium-driver"]
PROGRAMS = ["php", "chromium", "chromedriver"]
PAGES = Path("/var/lib/roundcube/public_html")
SCHEMA = Path("/usr/share/roundcube/SQL/sqlite.initial.sql")
SETTINGS = """<?php
$config['db_dsnw'] = 'sqlite:///{folder}/roundcube.sqlite?mode=0600';
$config['imap_host'] = '127.0.0.1:{imap}';
$config['smtp_host'] = '127.0.0.1:{smtp}';
$config['smtp_user'] = $config['smtp_pass'] = '';
$config['des_key'] = 'a key of 24 characters..';
$config['log_dir'] = $config['temp_dir'] = '{folder}';
$config['language'] = 'en_US';
$config['product_name'] = 'Roundcube';
$config['skin'] = 'elastic';
$config['plugins'] = [];
"""
GERMAN = (
    "Guten Tag Alex Example,\n\nvielen Dank für Ihre Bewerbung als Bauzeichner bei der Nordlicht Bau GmbH. Leider müssen wir Ihnen mitteilen, "
    "dass wir uns für andere Bewerber entschieden haben. Wir wünschen Ihnen für Ihren weiteren Weg alles Gute.\n\n"
    "Mit freundlichen Grüßen\nJürgen Weiß\nNordlicht Bau GmbH\n"
)
REJECTIONS = (
    mail(
        message_id="<AM9PR08MB6177D6F9E1B8B2F1B3A9C7E2A1B2@AM9PR08MB6177.eurprd08.prod.helmwerk.example>",
        In_Reply_To="<application-17@work.example>", References="<posting.4711@jobs.example> <application-17@work.example>",
    ),
    mail(
        GERMAN, sender="Jürgen Weiß <j.weiss@nordlicht-bau.example>", subject="Ihre Bewerbung als Bauzeichner – Rückmeldung",
        message_id="<CAF+x=7Yw_9$k%2@mail.nordlicht-bau.example>",
    ),
)  # fmt: skip
SELECT_FIRST_WORD = """
const area = document.querySelector('#composebody'), word = area.value.match(/[^\\s,]+/);
area.focus(); area.setSelectionRange(word.index, word.index + word[0].length); return area.value;
"""
LETTER_IS_SHOWN = """
const page = document.querySelector('#messagecontframe').contentDocument;
return page.readyState === 'complete' && !!page.querySelector('#messagebody') && !rcmail.busy;
"""
NEW_WORD = "Hallihallo"


def missing() -> str:
    """What is not here and cannot be had; installs what can."""
    lacking = [name for name in PROGRAMS if not shutil.which(name)]
    lacking += [str(path) for path in (PAGES, SCHEMA) if not path.exists()]
    lacking += [] if installed() else ["Dovecot"]
    if not lacking:
        return ""
    if os.getuid() != 0 or not shutil.which("apt-get"):
        return (
            f"{', '.join(lacking)}: not installed. Run this as root on Debian, or: apt-get install {' '.join(PACKAGES)}"
        )
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, stdout=subprocess.DEVNULL)
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *PACKAGES]
    subprocess.run(install, check=True, env=quiet, stdout=subprocess.DEVNULL)
    return ""


@contextmanager
def roundcube(folder: Path, imap: int, smtp: int) -> Iterator[str]:
    """Roundcube with a configuration and a database of its own, nothing of /etc but the defaults; yields its address."""
    folder.mkdir()
    (folder / "config.inc.php").write_text(SETTINGS.format(folder=folder, imap=imap, smtp=smtp))
    for name in ("defaults.inc.php", "mimetypes.php"):
        (folder / name).symlink_to(f"/etc/roundcube/{name}")
    with closing(sqlite3.connect(folder / "roundcube.sqlite")) as database:
        database.executescript(SCHEMA.read_text())
    at = f"127.0.0.1:{free_port()}"
    said = (folder / "php.log").open("wb")
    server = subprocess.Popen(
        ["php", "-S", at, "-t", str(PAGES)],
        stdout=said,
        stderr=said,
        env={**os.environ, "ROUNDCUBE_CONFIG_DIR": str(folder)},
    )
    try:
        yield f"http://{at}/"
    finally:
        server.terminate()
        server.wait()
        said.close()


@dataclass(frozen=True)
class Desk:
    """The user before the web page."""

    page: str
    browser: Browser

    def log_in(self, user: str, password: str) -> None:
        wait("Roundcube", lambda: self.browser.open(self.page) is None)
        self.browser.fill("#rcmloginuser", user)
        self.browser.fill("#rcmloginpwd", password)
        self.browser.click("#rcmloginsubmit")
        self.browser.click("#mailboxlist li.mailbox.drafts > a")

    def look(self, uid: int) -> str:
        """Select a draft in Drafts, which shows it beside the list. Returns its row."""
        self.browser.open(f"{self.page}?_task=mail&_mbox=Drafts")
        row = f'#messagelist a[href*="_draft_uid={uid}"]'
        self.browser.click(row)
        wait("the letter beside the list", lambda: self.browser.run(LETTER_IS_SHOWN))
        return row

    def edit(self, uid: int) -> str:
        """Open a draft from the list and change its first word. Returns the text as it was."""
        self.browser.double_click(self.look(uid))
        self.browser.see("#composebody")
        wait("the page to be ready", lambda: self.browser.run("return !!window.rcmail && !rcmail.busy"))
        text = str(self.browser.run(SELECT_FIRST_WORD))
        self.browser.type(NEW_WORD)
        return text

    def save(self) -> None:
        self.browser.click("a.save.draft")
        self.browser.see("#messagestack .confirmation")

    def send(self) -> None:
        self.browser.click("button.send")
        self.browser.see("#mailboxlist")


def visit(box: Box) -> None:
    done = box.watcher("once")
    if done.returncode:
        sys.exit(f"the visit failed: {done.stderr}")


def followed(box: Box, original: Mail) -> dict[str, str]:
    """What `watcher status` says of the draft for that rejection, after another visit."""
    visit(box)
    (account,) = json.loads(box.watcher("status", "--json").stdout)["accounts"]
    (row,) = [draft for draft in account["drafts"] if draft["id"] == original.identity]
    return dict(row)


def drafts(box: Box, original: Mail) -> list[int]:
    """The UIDs in Drafts of what answers that rejection."""
    with box.client as client:
        client.select_folder("Drafts", readonly=True)
        return [int(uid) for uid in client.search(["HEADER", "In-Reply-To", original.identity])]


def compared(original: Mail, shown: str, sent: Mail) -> dict[str, bool]:
    """What has to hold of the mail that left, by the rejection that it answers and the letter as the page showed it."""
    first, rest = shown.split(maxsplit=1)
    words = [NEW_WORD + "," * first.endswith(","), *rest.split()]
    return {
        "In-Reply-To: the rejection": sent.in_reply_to == (original.message_id,),
        "References: those of the rejection, and itself": sent.references
        == (*original.references, original.message_id),
        "From: the address that was written to": sent.sender is not None
        and sent.sender.address == original.to[0].address,
        "To: who wrote the rejection": [to.address for to in sent.to] == [original.sender and original.sender.address],
        "Subject: that of the rejection, with Re:": sent.subject == f"Re: {original.subject}",
        "text: the letter, one word changed": sent.plain.split() == words,
    }


def journey(box: Box, desk: Desk, sink: Sink, original: Mail, *, save: bool) -> dict[str, bool | str]:
    """One draft is opened, edited, perhaps saved, and sent. Booleans are what has to hold."""
    (uid,) = drafts(box, original)
    shown = desk.edit(uid)
    saved = "(not saved)"
    if save:
        desk.save()
        saved = f"{followed(box, original)['became']}, {len(drafts(box, original))} in Drafts"
    desk.send()
    sent = parse(sink.received[-1])
    draft = followed(box, original)
    return {
        **compared(original, shown, sent),
        "Drafts: it is gone, and none came in its place": not drafts(box, original),
        "`watcher status` says sent": draft["became"] == "sent",
        "(`watcher status`, when it was saved)": saved,
        "(Message-ID)": "ours" if sent.message_id == draft["message_id"] else "a new one",
    }


def show(columns: list[dict[str, bool | str]]) -> bool:
    """Print the table. Whether all of it holds."""
    print("| | edited and sent | edited, saved, sent |\n| --- | --- | --- |")
    for what in columns[0]:
        cells = [
            ("yes" if cell else "**NO**") if isinstance(cell, bool) else cell for cell in (c[what] for c in columns)
        ]
        print(f"| {what} | {' | '.join(cells)} |")
    return all(cell is not False for column in columns for cell in column.values())


def main(picture: Path | None = None) -> None:
    if lacking := missing():
        print(lacking)
        return
    with (
        Dovecot() as server,
        Sink() as sink,
        quick_folder() as folder,
        roundcube(folder / "roundcube", server.plain_port, sink.port) as page,
        Browser(1240, 720) as browser,
    ):
        box = Box(server, folder)
        box.configure()
        for raw in REJECTIONS:
            box.deliver(raw)
        visit(box)
        desk = Desk(page, browser)
        desk.log_in(server.user, server.password)
        if picture:
            desk.look(*drafts(box, parse(REJECTIONS[0])))
            browser.photograph(picture)
        columns = []
        for raw, save in zip(REJECTIONS, (False, True), strict=True):
            columns.append(journey(box, desk, sink, parse(raw), save=save))
        if not show(columns):
            sys.exit(1)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
