"""watcher.link on a real server: what a visit with nothing new costs, and that it costs no promise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.conftest import Box
from tests.letters import PLAIN_NO, RECEIPT, mail
from watcher import session
from watcher.classifier import Classifier
from watcher.config import load
from watcher.imap import ImapMailbox
from watcher.state import Fate, read_state
from watcher.visit import Tally

pytestmark = pytest.mark.dovecot

FOLDERS = ("Rejections", "Rejections/Yes", "Rejections/No")


class Watched:
    """An account, a connection that stays open, visits to it, and the commands that they send."""

    def __init__(self, box: Box, mailbox: ImapMailbox, classifier: Classifier) -> None:
        self.box, self.mailbox, self.classifier = box, mailbox, classifier
        self.config = load(box.folder / "config.toml")
        self.commands: list[str] = []
        self._send = mailbox._client._imap.send
        mailbox._client._imap.send = self._note

    def _note(self, data: bytes) -> None:
        self.commands.append(data.decode("ascii", "replace"))
        self._send(data)

    def visit(self) -> Tally:
        self.commands.clear()
        plan = session.plan("personal", self.config.accounts["personal"], self.config)
        return session.run(self.mailbox, plan, self.box.folder / "state", self.classifier, session.letters(self.config))

    def said(self, word: str) -> int:
        return sum(word in command for command in self.commands)

    def fates(self) -> list[Fate]:
        with read_state(self.box.folder / "state", "personal") as state:
            return [intent.fate for intent in state.drafts()]


@contextmanager
def watched(box: Box, classifier: Classifier, *without: bytes) -> Iterator[Watched]:
    """`without` are the abilities that the server is said not to have."""
    with session.connected("personal", load(box.folder / "config.toml").accounts["personal"]) as mailbox:
        mailbox._abilities -= set(without)
        yield Watched(box, mailbox, classifier)


def rejections(box: Box, count: int) -> None:
    for number in range(count):
        text = PLAIN_NO.replace("Helmwerk", f"Helmwerk {number}")
        box.deliver(mail(text, message_id=f"<n{number}@helmwerk.example>"))


def make_folders(box: Box) -> None:
    with box.client as client:
        for folder in FOLDERS:
            client.create_folder(folder)


def test_nothing_new_is_two_commands(box: Box, classifier: Classifier) -> None:
    """With label folders, keywords and followed drafts: LIST with STATUS for all folders, and EXAMINE for the one that is open."""
    make_folders(box)
    rejections(box, 2)
    box.deliver(mail(RECEIPT, message_id="<r@helmwerk.example>"), flags=(b"$NotRejection",))
    with watched(box, classifier) as account:
        drafted = [len(account.visit().drafts) for _ in range(3)]
        account.mailbox.wait(0.1)
        account.visit()

        assert drafted == [2, 0, 0]
        assert (account.said("LIST"), account.said("EXAMINE"), len(account.commands)) == (1, 1, 2)


@pytest.mark.parametrize("without", [(), (b"LIST-STATUS",), (b"CONDSTORE",), (b"LIST-STATUS", b"CONDSTORE")], ids=str)
def test_what_the_user_does_is_noticed_on_every_server(
    box: Box, classifier: Classifier, without: tuple[bytes, ...]
) -> None:
    """New mail, a keyword, a filed mail, a draft marked deleted, a draft sent: with or without the extensions that make looking cheap."""
    make_folders(box)
    rejections(box, 2)
    with watched(box, classifier, *without) as account:
        for _ in range(3):
            account.visit()
            account.mailbox.wait(0.1)
        box.deliver(mail(RECEIPT, message_id="<new@helmwerk.example>"))
        box.deliver(mail(RECEIPT, message_id="<filed@helmwerk.example>"), "Rejections/No")
        with box.client as client:
            client.select_folder("INBOX")
            client.add_flags([1], [b"$NotRejection"])
            client.select_folder("Drafts")
            client.add_flags([1], [b"\\Deleted"])
        first = account.visit()
        sent = box.mails("Drafts")[1]
        box.deliver(sent, "Sent")
        with box.client as client:
            client.select_folder("Drafts")
            client.delete_messages([2])
            client.expunge()
        account.visit()

        assert ([outcome.source for outcome in first.outcomes], first.labels) == (["<new@helmwerk.example>"], 2)
        assert sorted(account.fates()) == sorted([Fate.SENT, Fate.MISSING])


def test_headers_of_drafts_are_fetched_once(box: Box, classifier: Classifier) -> None:
    """On a server without CONDSTORE the drafts are looked at on every visit, but what is known of them is not asked again."""
    rejections(box, 1)
    with watched(box, classifier, b"CONDSTORE") as account:
        for _ in range(3):
            account.visit()

        assert (account.said('EXAMINE "Drafts"'), account.said("FETCH")) == (1, 0)


def test_a_folder_that_is_made_later_is_noticed(box: Box, classifier: Classifier) -> None:
    """The user makes the label folder while the connection is open, and files a mail into it."""
    with watched(box, classifier) as account:
        account.visit()
        make_folders(box)
        box.deliver(mail(RECEIPT), "Rejections/No")

        assert account.visit().labels == 1


def test_the_bell_rings_for_what_came_behind_its_back(box: Box, classifier: Classifier) -> None:
    """A mail that comes during a visit, after its look at INBOX, does not wait for the next poll."""
    with watched(box, classifier) as account:
        account.visit()
        box.deliver(mail())
        account.mailbox.mark()  # any command: the server tells of the new mail now, and never again

        assert account.mailbox.wait(30)


def test_folder_names_of_any_kind_have_a_pulse(make_box: Callable[..., Box], classifier: Classifier) -> None:
    """Blanks, umlauts, digits alone, quotes, wildcards: as LIST with STATUS, and as STATUS each."""
    box = make_box()
    names = ["Entwürfe & mehr", "2026", "a b", "50%", 'so "called"']
    with box.client as client:
        for name in names:
            client.create_folder(name)
            client.append(name, mail())
    found = []
    for without in ((), (b"LIST-STATUS",)):
        with watched(box, classifier, *without) as account:
            found.append(account.mailbox.glance(names, outgoing=False).pulses)

    assert [pulse.messages for pulse in found[0].values()] == [1] * 5
    assert list(found[0]) == names
    assert [p.uidnext for p in found[0].values()] == [p.uidnext for p in found[1].values()]
