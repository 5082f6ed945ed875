"""One account put together from its configuration, and one visit to it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from watcher import credentials, resources
from watcher.classifier import Classifier, Thresholds
from watcher.config import Account, Config
from watcher.imap import ImapMailbox, open_mailbox
from watcher.letter import Identity, Letters
from watcher.policy import Rules
from watcher.readers import Reader, in_turn
from watcher.state import open_state
from watcher.statecopy import copied_state
from watcher.visit import Plan, Progress, Tally, visit


@dataclass(frozen=True, slots=True)
class Paths:
    """Where things are kept on this machine."""

    config: Path
    state: Path
    cache: Path


def paths(config: Path | None = None, state: Path | None = None) -> Paths:
    """Options first, then WATCHER_CONFIG and WATCHER_STATE, then systemd's directories, then the platform's."""
    named = config or _from("WATCHER_CONFIG")
    kept = state or _from("WATCHER_STATE") or _from("STATE_DIRECTORY")
    return Paths(
        config=named or Path(platformdirs.user_config_dir("rejection-watcher")) / "config.toml",
        state=kept or Path(platformdirs.user_state_dir("rejection-watcher")),
        cache=_from("WATCHER_CACHE")
        or _from("CACHE_DIRECTORY")
        or Path(platformdirs.user_cache_dir("rejection-watcher")),
    )


def _from(variable: str) -> Path | None:
    value = os.environ.get(variable, "").split(":", 1)[0]
    return Path(value) if value else None


def plan(
    name: str,
    account: Account,
    config: Config,
    *,
    dry_run: bool = False,
    go_on: bool = False,
    since: datetime | None = None,
) -> Plan:
    """What the user wants of a visit to this account."""
    return Plan(
        account=name,
        folders=account.folders,
        identities=tuple(Identity(address, account.name, account.signature) for address in account.addresses),
        rules=Rules(own=account.addresses, max_age=account.look_back),
        interviewers=account.interviewers,
        label_yes=account.label_yes,
        label_no=account.label_no,
        max_drafts=config.daemon.max_drafts_per_visit,
        dry_run=dry_run,
        go_on=go_on,
        since=since,
    )


def letters(config: Config) -> Letters:
    """The shipped templates with the user's own before them."""
    return Letters(resources.templates(config.letters.templates))


def adjusted(classifier: Classifier, config: Config) -> Classifier:
    """The classifier with the user's thresholds, where given."""
    mine, own = classifier.thresholds, config.thresholds
    return Classifier(classifier.model, Thresholds(own.draft or mine.draft, own.ask or mine.ask), classifier.name)


def connect(name: str, account: Account) -> ImapMailbox:
    """Log in with the account's credentials, read now: a token may have been renewed."""
    return open_mailbox(name, account, credentials.secret(name, account))


@contextmanager
def connected(name: str, account: Account) -> Iterator[ImapMailbox]:
    """The same, closed at the end."""
    mailbox = connect(name, account)
    try:
        yield mailbox
    finally:
        mailbox.close()


def run(
    mailbox: ImapMailbox, this: Plan, state: Path, classifier: Classifier, wording: Letters,
    read: Reader = in_turn, progress: Progress | None = None,
) -> Tally:  # fmt: skip
    """One visit, alone with this account's state; a dry run gets a copy of it and may run beside another visit."""
    with (copied_state if this.dry_run else open_state)(state, this.account) as memory:
        return visit(mailbox, memory, classifier, wording, this, datetime.now(UTC), read, progress)
