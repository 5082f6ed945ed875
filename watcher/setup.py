"""Guided set-up: from a mail address to a config file that works, and a service unit that fits this installation."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from watcher import resources
from watcher.errors import UserError


@dataclass(frozen=True, slots=True)
class Provider:
    """What is known about a mail provider. `note` tells what kind of password it wants."""

    host: str
    note: str
    auth: str = "password"


_APP = "use an app password, not the one you sign in with"
_TOKEN = "access tokens only: set password_command to a program that prints one"  # noqa: S105 - advice, not a secret
PROVIDERS = {
    "gmail.com": Provider("imap.gmail.com", f"{_APP} (needs two-step verification)"),
    "googlemail.com": Provider("imap.gmail.com", f"{_APP} (needs two-step verification)"),
    "outlook.com": Provider("outlook.office365.com", _TOKEN, "xoauth2"),
    "hotmail.com": Provider("outlook.office365.com", _TOKEN, "xoauth2"),
    "live.com": Provider("outlook.office365.com", _TOKEN, "xoauth2"),
    "yahoo.com": Provider("imap.mail.yahoo.com", _APP),
    "aol.com": Provider("imap.aol.com", _APP),
    "icloud.com": Provider("imap.mail.me.com", _APP),
    "me.com": Provider("imap.mail.me.com", _APP),
    "fastmail.com": Provider("imap.fastmail.com", _APP),
    "gmx.net": Provider("imap.gmx.net", "switch IMAP on in the settings of the web mailer first"),
    "gmx.de": Provider("imap.gmx.net", "switch IMAP on in the settings of the web mailer first"),
    "web.de": Provider("imap.web.de", "switch IMAP on in the settings of the web mailer first"),
    "posteo.de": Provider("posteo.de", "your usual password"),
    "mailbox.org": Provider("imap.mailbox.org", "your usual password"),
}


def provider(address: str) -> Provider:
    """What to try for an address; for unknown domains a guess that the user is asked about."""
    domain = address.rpartition("@")[2].lower()
    return PROVIDERS.get(domain, Provider(f"imap.{domain}", "your mail password, or an app password"))


def compose(*, address: str, name: str, host: str, auth: str, password_file: Path) -> str:
    """A config file for one account, with a pointer to every other key."""
    quoted = json.dumps  # TOML basic strings and JSON strings agree on everything that can be typed here
    return (
        "# Every other key, with its meaning and default: config.example.toml (`watcher init --example` prints it).\n\n"
        "[accounts.personal]\n"
        f"host = {quoted(host)}\nuser = {quoted(address)}\n"
        + (
            f'auth = {quoted(auth)}\npassword_command = ["program-that-prints-a-token"]\n'
            if auth != "password"
            else f"password_file = {quoted(str(password_file))}\n"
        )
        + f"name = {quoted(name)}\naddresses = [{quoted(address)}]\n"
    )


def write(path: Path, text: str) -> None:
    """Write a new config file, owner-only. Raises `UserError` rather than overwrite one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
    except FileExistsError as error:
        raise UserError(
            f"{path}: exists already and is left as it is", hint="edit it, or move it away; then `watcher check`"
        ) from error
    except OSError as error:
        raise UserError(f"{path}: cannot be written: {error.strerror}") from error


def example() -> str:
    """The annotated example of every key."""
    return resources.find("config.example.toml").read_text("utf-8")


def unit() -> Path:
    """The systemd user unit that ships with this installation."""
    return resources.find("systemd") / "user" / "watcher.service"
