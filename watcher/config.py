"""The user's settings: TOML to a frozen `Config`, validated as a whole; every problem at once, each with its path."""

from __future__ import annotations

import ipaddress
import re
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from watcher.errors import UserError

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
# What an address header can bear as it stands: a dot-atom (RFC 5322 3.4.1) at a domain in ASCII.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9][A-Za-z0-9-]{0,62}"
_ADDRESS = re.compile(rf"(?=[^@]{{1,64}}@){_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}(?:\.{_LABEL}){{1,19}}|localhost)")
_LONGEST = timedelta(days=36525)


def _duration(value: object) -> object:
    if isinstance(value, timedelta):
        return value
    match = re.fullmatch(r"(\d+)\s*([smhdw])", value.strip()) if isinstance(value, str) else None
    if not match:
        raise ValueError('expected a duration like "10m", "14d" or "2h"')
    try:
        found = timedelta(**{_UNITS[match[2]]: int(match[1])})
    except OverflowError:
        found = timedelta.max
    if found > _LONGEST:
        raise ValueError("longer than a hundred years")
    return found


def _positive(value: timedelta) -> timedelta:
    if not value:
        raise ValueError("must be longer than nothing")
    return value


def _at_home(file: Path) -> Path:
    try:
        return file.expanduser()
    except RuntimeError as error:
        raise ValueError(f"there is no such home directory: {file.parts[0]}") from error


Duration = Annotated[timedelta, BeforeValidator(_duration)]
Interval = Annotated[Duration, AfterValidator(_positive)]
File = Annotated[Path, AfterValidator(_at_home)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Account(_Table):
    """One mailbox on one server."""

    host: str = Field(min_length=1)
    port: int | None = Field(default=None, ge=1, le=65535)
    security: Literal["tls", "starttls", "none"] = "tls"
    ca_file: File | None = None
    user: str = Field(min_length=1)
    auth: Literal["password", "xoauth2", "oauthbearer"] = "password"
    password_file: File | None = None
    password_command: tuple[str, ...] | None = None
    name: str = Field(min_length=1)
    addresses: tuple[str, ...] = Field(min_length=1)
    folders: tuple[str, ...] = Field(default=("INBOX",), min_length=1)
    drafts_folder: str | None = None
    label_yes: str = "Rejections/Yes"
    label_no: str = "Rejections/No"
    look_back: Duration = timedelta(days=14)
    interviewers: bool = True
    signature: str = ""

    @property
    def real_port(self) -> int:
        """The port that is connected to: the configured one, else the standard one for the security."""
        return self.port or (993 if self.security == "tls" else 143)

    @field_validator("addresses")
    @classmethod
    def _are_addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        wrong = [address for address in value if not _ADDRESS.fullmatch(address)]
        if wrong:
            raise ValueError(f"not a mail address: {', '.join(wrong)}")
        return value

    @model_validator(mode="after")
    def _safe(self) -> Account:
        if self.security == "none" and not _loopback(self.host):
            raise ValueError(
                'security = "none" would send the password in the clear; it is allowed for loopback hosts only. Use "tls" or "starttls"'
            )
        if self.password_file and self.password_command:
            raise ValueError("give password_file or password_command, not both")
        return self


class Thresholds(_Table):
    """Overrides of the model's own thresholds."""

    draft: float | None = Field(default=None, gt=0, lt=1)
    ask: float | None = Field(default=None, gt=0, lt=1)

    @model_validator(mode="after")
    def _in_order(self) -> Thresholds:
        if self.draft is not None and self.ask is not None and self.ask > self.draft:
            raise ValueError("ask must not be above draft: no mail would ever be asked about")
        return self


class Training(_Table):
    """When the classifier learns from labelled mail."""

    every: Interval = timedelta(days=1)
    min_new_labels: int = Field(default=1, ge=1)


class Letters(_Table):
    """How letters are written."""

    templates: File | None = None
    quote: bool = False


class Daemon(_Table):
    """The background service."""

    poll: Interval = timedelta(minutes=10)
    idle: bool = True
    max_drafts_per_visit: int = Field(default=10, ge=1)


class Config(_Table):
    """Everything the user decided. `path` is the file it was read from."""

    accounts: dict[str, Account] = Field(min_length=1)
    thresholds: Thresholds = Thresholds()
    training: Training = Training()
    letters: Letters = Letters()
    daemon: Daemon = Daemon()
    path: Path = Path()

    @field_validator("accounts")
    @classmethod
    def _plain_names(cls, value: dict[str, Account]) -> dict[str, Account]:
        wrong = [name for name in value if not re.fullmatch(r"[\w-]{1,40}", name)]
        if wrong:
            raise ValueError(f"account names are letters, digits, - and _: {', '.join(wrong)}")
        return value


def load(path: Path) -> Config:
    """Read and validate. Raises `UserError` with every problem, each with the path of its key."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise UserError(f"{path}: there is no such file", hint="`watcher init` makes one") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{path}: not valid TOML: {error}", hint="look at config.example.toml") from error
    return validate(data, path)


def validate(data: dict[str, Any], path: Path) -> Config:
    """The same from parsed TOML. Relative file names are taken from the folder of the config file."""
    try:
        config = Config.model_validate({**data, "path": path})
    except ValidationError as error:
        problems = [f"{path}: {_where(e['loc'])}: {_what(e)}" for e in error.errors()]
        raise UserError(problems, hint="correct the file, then `watcher check`") from error
    return config.model_copy(
        update={
            "accounts": {
                name: account.model_copy(update=_anchored(account, path)) for name, account in config.accounts.items()
            },
            "letters": config.letters.model_copy(update={"templates": _anchor(config.letters.templates, path)}),
        }
    )


def _anchored(account: Account, path: Path) -> dict[str, Path | None]:
    return {"ca_file": _anchor(account.ca_file, path), "password_file": _anchor(account.password_file, path)}


def _anchor(file: Path | None, path: Path) -> Path | None:
    return path.parent / file if file is not None else None


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in {"localhost", "localhost.localdomain"}


def _where(location: tuple[int | str, ...]) -> str:
    out = ""
    for step in location:
        out += f"[{step}]" if isinstance(step, int) else f".{step}" if out else str(step)
    return out or "the file"


def _what(error: Any) -> str:
    known = {"extra_forbidden": "unknown key", "missing": "is missing"}
    text = known.get(error["type"], str(error["msg"]).removeprefix("Value error, "))
    given = error.get("input")
    return f"{text} (it is {given!r})" if error["type"] not in known and isinstance(given, str | int | float) else text
