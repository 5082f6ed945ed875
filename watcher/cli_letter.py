"""The command about letters: preview."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from watcher import show, terminal
from watcher.terminal import AsJson, ConfigFile, StateDir


def add_to(app: typer.Typer) -> None:
    """Hang this command into the command line."""
    app.command()(preview)


def preview(
    file: Annotated[Path, typer.Argument(metavar="FILE.eml")],
    every: Annotated[bool, typer.Option("--all", help="Every wording of every letter that fits.")] = False,
    config: ConfigFile = None,
    state: StateDir = None,
    as_json: AsJson = False,
) -> None:
    """What would be written for the mail in a file, and why. Needs no server and no configuration."""
    from watcher import preview as proof
    from watcher import resources
    from watcher.files import read
    from watcher.letter import Identity, Letters

    settings, _ = terminal.open_if_there(config, state)
    options: dict[str, Any] = {"every": every}
    letters = Letters(resources.templates(settings.letters.templates if settings else None))
    for row in read(file):
        identities: tuple[Identity, ...] = (proof.identity_of(row.mail),)
        if settings:
            account = next(iter(settings.accounts.values()))
            identities = tuple(Identity(address, account.name, account.signature) for address in account.addresses)
            options |= {"interviewers": account.interviewers, "quote": settings.letters.quote}
        found = proof.preview(row.mail, identities, letters, datetime.now().astimezone(), **options)
        (show.as_json if as_json else show.preview)(_told(found))


def _told(found: Any) -> dict[str, Any]:
    from watcher import report
    from watcher.preview import headers

    return {
        "subject": found.mail.subject,
        "facts": report.told_facts(found.facts),
        "left_out": [report.told_left_out(left) for left in found.thanks.left_out],
        "nobody": found.nobody,
        "letters": [
            {
                "to": choice.recipient.person.address, "relation": choice.recipient.relation.value, "why": choice.recipient.why,
                "template": choice.template, "problem": choice.problem,
                "headers": dict(headers(choice.written)) if choice.written else {}, "text": choice.written.text if choice.written else "",
            }
            for choice in found.choices
        ],
    }  # fmt: skip
