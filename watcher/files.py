"""Read mail from files without a server: .eml, mbox, Maildir, .jsonl."""

from __future__ import annotations

import json
import mailbox as stdlib_mailbox
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from watcher.errors import UserError
from watcher.mail import Mail, addresses, clean, parse


@dataclass(frozen=True, slots=True)
class Row:
    """A mail from a file: `name` says which one, `label` and `language` are empty where the file has none."""

    name: str
    mail: Mail
    label: str = ""
    language: str = ""


def read(path: Path) -> Iterator[Row]:
    """Every mail in a file or folder. Raises `UserError` that names the file, and the line for .jsonl."""
    try:
        if path.is_dir():
            yield from _folder(path)
        elif path.suffix == ".jsonl":
            yield from _jsonl(path)
        elif _is_mbox(path):
            yield from _mbox(path)
        else:
            yield Row(path.name, parse(path.read_bytes()))
    except FileNotFoundError as error:
        raise UserError(f"{path}: there is no such file or folder") from error
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {error.strerror}") from error


def _is_mbox(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(5) == b"From "


def _mbox(path: Path) -> Iterator[Row]:
    box = stdlib_mailbox.mbox(path, create=False)
    for key in box.iterkeys():
        mail = parse(box.get_bytes(key))
        yield Row(mail.message_id or f"{path.name}#{key}", mail)


def _folder(path: Path) -> Iterator[Row]:
    """A Maildir, or a folder of .eml files."""
    if (path / "cur").is_dir() and (path / "new").is_dir():
        for part in ("cur", "new"):
            for file in sorted((path / part).iterdir()):
                mail = parse(file.read_bytes())
                yield Row(mail.message_id or file.name, mail)
        return
    found = sorted(path.glob("*.eml"))
    if not found:
        raise UserError(f"{path}: neither a Maildir nor a folder of .eml files")
    for file in found:
        yield Row(file.name, parse(file.read_bytes()))


def _jsonl(path: Path) -> Iterator[Row]:
    """A row ends at a line feed only: mails hold other line separators, and JSON lets them stand."""
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8"))
            sender = next(iter(addresses(str(row.get("from") or ""))), None)
            mail = Mail(sender=sender, subject=clean(str(row.get("subject") or "")), plain=str(row["body"]))
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise UserError(
                f'{path}: line {number}: expected an object in UTF-8 with "subject", "from", "body"'
            ) from error
        yield Row(
            str(row.get("id") or f"{path.name}:{number}"), mail, str(row.get("label") or ""), str(row.get("lang") or "")
        )
