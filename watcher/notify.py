"""Tell systemd how we are (sd_notify(3)): a datagram to $NOTIFY_SOCKET, nothing where there is none."""

from __future__ import annotations

import os
import socket


def notify(message: str) -> None:
    """Send READY=1, STATUS=…, WATCHDOG=1 or STOPPING=1. Never raises: a service must not die of its supervisor."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sock:
            sock.connect(address)
            sock.sendall(message.encode())
    except OSError:
        return


def watchdog_seconds() -> float | None:
    """How often WATCHDOG=1 is due (half of WATCHDOG_USEC), or None when the unit sets no watchdog."""
    usec = os.environ.get("WATCHDOG_USEC", "")
    mine = os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
    return int(usec) / 2_000_000 if usec.isdigit() and mine else None
