"""watcher.credentials: the secret from the first source that has one, or what to do about it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from watcher.config import Account
from watcher.credentials import secret
from watcher.errors import LoginRefused, TryAgain, UserError


def account(**sources: object) -> Account:
    return Account(host="imap.example.org", user="alex", name="Alex", addresses=("alex@example.org",), **sources)  # type: ignore[arg-type]


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


@pytest.fixture(autouse=True)
def nothing_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test looks into the keyring or the systemd credentials of this machine."""
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)


@pytest.fixture
def fill_ring(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """The real keyring library over a keyring in memory; the library is an optional extra."""
    monkeypatch.undo()
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    keyring = pytest.importorskip("keyring")
    from keyring.backend import KeyringBackend  # noqa: PLC0415 - an optional extra
    from keyring.errors import KeyringLocked  # noqa: PLC0415

    class Ring(KeyringBackend):  # type: ignore[misc]
        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            if kept is None:
                raise KeyringLocked("locked")
            return kept.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            raise NotImplementedError

    kept: dict[tuple[str, str], str] | None = {}

    def fill(content: dict[tuple[str, str], str] | None) -> None:
        nonlocal kept
        kept = content
        monkeypatch.setattr(keyring.core, "_keyring_backend", Ring())

    return fill


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    path = tmp_path / "password"
    path.write_text("s3cret\n")
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("content", [b"s3cret\n", b"s3cret", b"s3cret\r\nsecond line\n"])
def test_a_file_gives_its_first_line(password_file: Path, content: bytes) -> None:
    """Without its line break; what follows is the user's own."""
    password_file.write_bytes(content)

    assert "s3cret" == secret("personal", account(password_file=password_file))


def test_spaces_belong_to_a_password(password_file: Path) -> None:
    """Only the line break is cut."""
    password_file.write_text("  s3 cret \n", "utf-8")

    assert "  s3 cret " == secret("personal", account(password_file=password_file))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o601])
def test_a_file_that_others_can_use_is_refused(password_file: Path, mode: int) -> None:
    """With the command that mends it."""
    password_file.chmod(mode)

    with pytest.raises(UserError) as caught:
        secret("personal", account(password_file=password_file))

    assert f"chmod 600 {password_file}" == caught.value.hint


@pytest.mark.parametrize("what", ["missing", "folder", "empty", "latin-1"])  # fmt: skip
def test_a_file_without_a_password_is_the_users_to_mend(tmp_path: Path, password_file: Path, what: str) -> None:
    """Missing, a folder, empty, no UTF-8: the file is named, the content is not."""
    path = {"missing": tmp_path / "no", "folder": tmp_path}.get(what, password_file)
    if path == password_file:
        path.write_bytes({"empty": b"\n", "latin-1": b"geheim\xe9\n"}[what])
    tmp_path.chmod(0o700)

    with pytest.raises(UserError) as caught:
        secret("personal", account(password_file=path))

    assert str(path) in caught.value.problems[0]
    assert "geheim" not in str(caught.value)


def test_a_command_gives_its_first_line() -> None:
    """Run without a shell and without a terminal."""
    assert "s3cret" == secret("personal", account(password_command=python("print('s3cret\\nlogin: alex')")))
    assert "$HOME;" == secret("personal", account(password_command=("echo", "$HOME;")))
    assert "none" == secret(
        "personal", account(password_command=python("import sys; print(sys.stdin.read() or 'none')"))
    )


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("no-such-program-7",), "there is no program 'no-such-program-7'"),
        (python("import sys; sys.exit('gpg: locked')"), "ended with status 1: gpg: locked"),
        (python(""), "is empty"),
        (python("print()"), "is empty"),
        (("/etc/passwd",), ""),
        (python("import sys; sys.stdout.buffer.write(b'\\xe9')"), ""),
    ],
)  # fmt: skip
def test_a_command_that_fails_is_the_users_to_mend(command: tuple[str, ...], words: str) -> None:
    """The key is named, and what the program said."""
    with pytest.raises(UserError) as caught:
        secret("personal", account(password_command=command))

    assert caught.value.problems[0].startswith("accounts.personal.password_command")
    assert words in caught.value.problems[0]


def test_a_failing_command_does_not_tell_the_secret() -> None:
    """What it printed before it failed is not repeated."""
    with pytest.raises(UserError) as caught:
        secret("personal", account(password_command=python("import sys; print('s3cret'); sys.exit(2)")))

    assert "s3cret" not in f"{caught.value} {caught.value.hint}"


def test_a_command_that_hangs_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked agent is trouble of the moment."""
    monkeypatch.setattr("watcher.credentials.COMMAND_SECONDS", 0.1)

    with pytest.raises(TryAgain):
        secret("personal", account(password_command=python("import time; time.sleep(9)")))


def test_systemd_comes_first(tmp_path: Path, password_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A credential named like the account beats everything; another account's does not count."""
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / "personal").write_text("from systemd\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))

    assert "from systemd" == secret("personal", account(password_file=password_file))
    assert "s3cret" == secret("work", account(password_file=password_file))


def test_the_keyring_comes_last(fill_ring: Callable[..., None], password_file: Path) -> None:
    """It is asked when nothing else is configured."""
    fill_ring({("rejection-watcher", "alex"): "ringed"})

    assert "ringed" == secret("personal", account())
    assert "s3cret" == secret("personal", account(password_file=password_file))


def test_an_empty_keyring_says_how_to_fill_it(fill_ring: Callable[..., None]) -> None:
    """With the command."""
    fill_ring({})

    with pytest.raises(LoginRefused) as caught:
        secret("personal", account())

    assert "keyring set rejection-watcher alex" == caught.value.hint


def test_a_locked_keyring_is_the_users_to_open(fill_ring: Callable[..., None]) -> None:
    """On a machine without a desktop there may be none."""
    fill_ring(None)

    with pytest.raises(UserError) as caught:
        secret("personal", account())

    assert "give password_file or password_command" == caught.value.hint


def test_without_the_keyring_extra_the_user_is_told() -> None:
    """What to configure instead, and what to install."""
    with pytest.raises(UserError) as caught:
        secret("personal", account())

    assert "accounts.personal: no password: give password_file or password_command" == caught.value.problems[0]
    assert "rejection-watcher[keyring]" in caught.value.hint
