"""Look at everything a visit needs and name what is wrong, without writing anything to the mailbox."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from watcher import session
from watcher.config import Account, Config
from watcher.errors import TryAgain, UserError, WatcherError
from watcher.folders import candidates
from watcher.imap import ImapMailbox
from watcher.mailbox import Where
from watcher.session import Paths
from watcher.state import read_state


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `hint` is what to do when it is not well; `later` if it may pass by itself."""

    what: str
    well: bool
    said: str
    hint: str = ""
    later: bool = False


def examine(config: Config, where: Paths) -> Iterator[Finding]:
    """All findings, one after the other. Problems are findings, not exceptions."""
    yield _well("configuration", str(config.path))
    yield from _templates(config)
    for name, account in config.accounts.items():
        yield from _state(name, where)
        yield from _account(name, account)


def _well(what: str, said: str) -> Finding:
    return Finding(what, well=True, said=said)


def _ill(what: str, said: str, hint: str = "", *, later: bool = False) -> Finding:
    return Finding(what, well=False, said=said, hint=hint, later=later)


def _templates(config: Config) -> Iterator[Finding]:
    try:
        letters = session.letters(config)
    except WatcherError as error:
        yield _problem("letters", error)
        return
    problems = letters.problems()
    for problem in problems:
        yield _ill("letters", problem, "correct the template")
    if not problems:
        languages = sorted({name.partition("/")[0] for name in letters.names})
        yield _well("letters", f"{len(letters.names)} templates in {len(languages)} languages compile")


def _state(name: str, where: Paths) -> Iterator[Finding]:
    try:
        with read_state(where.state, name) as state:
            yield _well("state", f"{where.state}: {len(state.outcomes(10**6))} mails remembered for {name}")
    except WatcherError as error:
        yield _problem("state", error)


def _account(name: str, account: Account) -> Iterator[Finding]:
    try:
        with session.connected(name, account) as mailbox:
            yield _well(name, f"logged in to {account.host} as {account.user} over {account.security}")
            yield from _folders(name, account, mailbox)
    except WatcherError as error:
        yield _problem(name, error)


def _folders(name: str, account: Account, mailbox: ImapMailbox) -> Iterator[Finding]:
    for folder in account.folders:
        if mailbox.has(folder) or folder.upper() == "INBOX":
            yield _well(name, f"watches {folder}")
        else:
            yield _ill(
                name,
                f"there is no folder {folder!r}",
                f"correct accounts.{name}.folders; it has: {', '.join(mailbox.names)}",
            )
    try:
        yield _well(name, f"puts drafts into {mailbox.drafts_folder}")
    except WatcherError as error:
        yield _problem(name, error)
    sent = candidates(mailbox.folders, Where.SENT)
    yield _well(name, f"looks for sent replies in {', '.join(sent) or 'no folder: it found none that is called Sent'}")
    labels = [folder for folder in (account.label_yes, account.label_no) if mailbox.has(folder)]
    yield _well(
        name,
        f"learns from {', '.join(labels) if labels else f'nothing yet: make the folders {account.label_yes} and {account.label_no} to label mail'}",
    )
    yield _well(name, "is told of new mail at once (IDLE)" if mailbox.idles else "polls: the server has no IDLE")


def _problem(what: str, error: WatcherError) -> Finding:
    if isinstance(error, UserError):
        return _ill(what, "; ".join(error.problems), error.hint)
    return _ill(
        what, str(error), "try again later" if isinstance(error, TryAgain) else "", later=isinstance(error, TryAgain)
    )
