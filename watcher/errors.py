"""The error tree.

    WatcherError
     + UserError        you can fix this: every problem listed, the next command named; exit 2
     |  + LoginRefused  the server does not accept the login; asking again soon may lock the account
     + TryAgain         network or server trouble; the next visit may succeed; exit 75
     |  + Unclear       an APPEND was sent and no clear answer came: the draft may or may not be there
     + SafetyStop       the world looks wrong; nothing was written
     + ModelError       a model file is missing, outdated or damaged; rebuilt, never fatal

Two places catch them: `cli` prints and exits, the daemon's visit loop logs and goes on.
Any other exception is a bug and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Sequence


class WatcherError(Exception):
    """Base of everything this package raises on purpose."""


class UserError(WatcherError):
    """Something only the user can put right.

    `problems` holds one sentence a problem; `hint` is the next thing to do, often a command.
    """

    def __init__(self, problems: str | Sequence[str], hint: str = "") -> None:
        self.problems: tuple[str, ...] = (problems,) if isinstance(problems, str) else tuple(problems)
        self.hint = hint
        super().__init__("; ".join(self.problems))


class LoginRefused(UserError):
    """The server said no to the login itself (RFC 5530 AUTHENTICATIONFAILED and its kin)."""


class TryAgain(WatcherError):
    """Network or server trouble. `wait` is the server's own back-off hint in seconds, 0 if it gave none."""

    def __init__(self, message: str, wait: float = 0.0) -> None:
        self.wait = wait
        super().__init__(message)


class Unclear(TryAgain):
    """The connection ended, or the answer was not an OK, after an APPEND was begun."""


class SafetyStop(WatcherError):
    """The world looks wrong (too many drafts at once, a mailbox that was replaced): nothing was written."""


class ModelError(WatcherError):
    """A model file cannot be used. The caller rebuilds it."""
