"""Open an IMAP connection that notices when it is dead, and say clearly what is wrong when it cannot be opened."""

from __future__ import annotations

import contextlib
import re
import socket
import ssl

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from watcher.config import Account
from watcher.errors import LoginRefused, TryAgain, UserError

CONNECT_SECONDS = 15
READ_SECONDS = 60
HINT_MOST = 3600.0


def open_client(name: str, account: Account, secret: str) -> IMAPClient:
    """A logged-in client. `UserError` for what the user can mend, `LoginRefused` for a refused login, else `TryAgain`."""
    client = _connect(name, account)
    try:
        _login(client, name, account, secret)
    except LoginError as error:
        drop(client)
        if isinstance(error.__context__, IMAPClientAbortError):  # IMAPClient calls a lost connection a refused login
            raise TryAgain(
                f"{name}: {account.host} hung up during the login: {error}", hinted_wait(str(error))
            ) from error
        raise _refused(name, account, str(error)) from error
    except UserError:
        drop(client)
        raise
    except (IMAPClientError, OSError) as error:
        drop(client)
        raise TryAgain(f"{name}: {account.host} did not let us log in: {error}", hinted_wait(str(error))) from error
    return client


def _context(name: str, account: Account) -> ssl.SSLContext | None:
    """What TLS trusts. Made only where it is used: the certificates of the system take a tenth of a second to load."""
    if account.security == "none":
        return None
    try:
        return ssl.create_default_context(cafile=str(account.ca_file) if account.ca_file else None)
    except (OSError, ssl.SSLError) as error:
        raise UserError(f"accounts.{name}.ca_file: {account.ca_file} cannot be used: {error}") from error


def _connect(name: str, account: Account) -> IMAPClient:
    context = _context(name, account)
    try:
        client = IMAPClient(
            account.host, port=account.real_port, ssl=account.security == "tls", ssl_context=context,
            timeout=SocketTimeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
        )  # fmt: skip
        # IMAPClient sets imaplib's debug level to 5, which builds a repr of every literal even when nobody listens.
        if hasattr(client._imap, "debug"):  # noqa: SLF001 - measured: doubles the speed of fetching under TLS
            client._imap.debug = 0  # noqa: SLF001
        if account.security == "starttls":
            client.starttls(context)
    except (IMAPClientError, OSError) as error:
        raise _unreachable(name, account, error) from error
    _keep_alive(client.socket())
    return client


def _unreachable(name: str, account: Account, error: Exception) -> UserError | TryAgain:
    """What an error while connecting means to the user; the order matters, most of these are OSErrors."""
    where = f"{account.host}:{account.real_port}"
    if isinstance(error, ssl.SSLCertVerificationError):
        said, hint = (
            f"the certificate of {where} is not trusted: {error.verify_message}",
            "check host; for a private authority set ca_file to its certificate",
        )
    elif isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        said, hint = (
            f"no TLS with {where}: {error.reason or error}",
            'check port and security ("tls" is 993, "starttls" is 143)',
        )
    elif isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN:
        said, hint = f"there is no host {account.host!r}", "check the spelling of host; `watcher check` tries again"
    elif account.security == "starttls" and "starttls" in str(error).lower() and not isinstance(error, OSError):
        said, hint = f"{where} offers no STARTTLS: {error}", 'try security = "tls"'
    else:
        return TryAgain(f"{name}: {where} cannot be reached: {error}", hinted_wait(str(error)))
    return UserError(f"accounts.{name}: {said}", hint=hint)


def _login(client: IMAPClient, name: str, account: Account, secret: str) -> None:
    if account.auth == "password" and client.has_capability("LOGINDISABLED"):
        raise UserError(
            f"accounts.{name}: {account.host} takes no password on this connection (LOGINDISABLED)",
            hint='set security = "tls" or "starttls"; if it is, the provider wants a token: auth = "xoauth2"',
        )
    if account.auth == "xoauth2":
        client.oauth2_login(account.user, secret)
    elif account.auth == "oauthbearer":
        client.oauthbearer_login(account.user, secret)
    else:
        client.login(account.user, secret)


def _refused(name: str, account: Account, said: str) -> UserError | TryAgain:
    """RFC 5530: some refusals pass by themselves; the others are for the user."""
    if re.search(
        r"\[(?:UNAVAILABLE|LIMIT|INUSE|SERVERBUG)\]|too many|throttl|try again|not connected", said, re.IGNORECASE
    ):
        return TryAgain(f"{name}: {account.host} refuses logins just now: {said}", hinted_wait(said))
    hint = f"check user, and the password for accounts.{name}; many providers want an app password"
    if re.search(r"basic auth\w* is (?:disabled|blocked)", said, re.IGNORECASE):
        hint = 'this provider takes access tokens only: set auth = "xoauth2" and a password_command that prints a token'
    return LoginRefused(
        f"accounts.{name}: {account.host} does not accept the login of {account.user}: {said[:200]}", hint=hint
    )


def hinted_wait(said: str) -> float:
    """The server's own back-off hint in seconds ("Suggested Backoff Time: 299961 milliseconds"), at most an hour, else 0."""
    told = re.search(r"backoff time:?\s*(\d{1,12})\s*(milli)?", said, re.IGNORECASE)
    return min(int(told[1]) / (1000 if told[2] else 1), HINT_MOST) if told else 0.0


def drop(client: IMAPClient) -> None:
    """Close the socket without a word."""
    with contextlib.suppress(Exception):
        client.shutdown()


def cut(client: IMAPClient) -> None:
    """End the connection under a thread that waits for it, which then finds it lost."""
    with contextlib.suppress(Exception):
        # Not SSLSocket.shutdown: it forgets the session that the other thread is reading from.
        socket.socket.shutdown(client.socket(), socket.SHUT_RDWR)


def _keep_alive(sock: socket.socket) -> None:
    """Find a dead peer within minutes: laptops sleep, routers forget."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for option, value in (
        ("TCP_KEEPIDLE", 60),
        ("TCP_KEEPINTVL", 20),
        ("TCP_KEEPCNT", 3),
        ("TCP_USER_TIMEOUT", 60_000),
    ):
        if hasattr(socket, option):
            sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)
