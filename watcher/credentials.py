"""Where the password or access token comes from: a systemd credential, a command, a file, the keyring, in that order."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

from watcher.config import Account
from watcher.errors import LoginRefused, TryAgain, UserError

COMMAND_SECONDS = 30


def secret(name: str, account: Account) -> str:
    """The secret of one account. Raises `UserError` that names the source and the next step; never logs the value."""
    systemd = os.environ.get("CREDENTIALS_DIRECTORY")
    if systemd and (Path(systemd) / name).is_file():
        return _from_file(Path(systemd) / name, f"systemd credential {name}")
    if account.password_command:
        return _from_command(name, account.password_command)
    if account.password_file:
        return _from_private_file(account.password_file, f"accounts.{name}.password_file {account.password_file}")
    return _from_keyring(name, account.user)


def _from_command(name: str, command: tuple[str, ...]) -> str:
    where = f"accounts.{name}.password_command"
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=COMMAND_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except OSError as error:
        # An unreadable folder on the PATH turns "not found" into "permission denied".
        missing = not Path(command[0]).is_absolute() and shutil.which(command[0]) is None
        said = (
            f"there is no program {command[0]!r}"
            if missing or isinstance(error, FileNotFoundError)
            else f"{command[0]!r} cannot be run: {error.strerror}"
        )
        raise UserError(f"{where}: {said}") from error
    except subprocess.TimeoutExpired as error:
        raise TryAgain(f"{where}: no answer within {COMMAND_SECONDS} s") from error
    if done.returncode != 0:
        raise UserError(
            f"{where}: ended with status {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()[:200]}",
            hint="run it by hand to see why",
        )
    return _first_line(done.stdout, where)


def _from_private_file(path: Path, where: str) -> str:
    try:
        shared = path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    except OSError as error:
        raise UserError(f"{where}: cannot be read: {error.strerror}") from error
    if shared:
        raise UserError(f"{where}: other users can read it", hint=f"chmod 600 {path}")
    return _from_file(path, where)


def _from_file(path: Path, where: str) -> str:
    try:
        return _first_line(path.read_bytes(), where)
    except OSError as error:
        raise UserError(f"{where}: cannot be read: {error.strerror}") from error


def _from_keyring(name: str, user: str) -> str:
    try:
        import keyring  # noqa: PLC0415 - an optional extra
        from keyring.errors import KeyringError  # noqa: PLC0415
    except ImportError as error:
        raise UserError(
            f"accounts.{name}: no password: give password_file or password_command",
            hint="or install the extra: pip install 'rejection-watcher[keyring]'",
        ) from error
    try:
        found = keyring.get_password("rejection-watcher", user)
    except KeyringError as error:
        raise UserError(
            f"accounts.{name}: the keyring cannot be used: {error}", hint="give password_file or password_command"
        ) from error
    if not found:
        raise LoginRefused(
            f"accounts.{name}: no password in password_file, password_command or the keyring",
            hint=f"keyring set rejection-watcher {user}",
        )
    return str(found)


def _first_line(content: bytes, where: str) -> str:
    try:
        line = content.decode("utf-8").split("\n", 1)[0].rstrip("\r")
    except UnicodeDecodeError:
        raise UserError(f"{where}: is not UTF-8") from None  # the error would carry the secret along
    if not line:
        raise UserError(f"{where}: is empty")
    return line
