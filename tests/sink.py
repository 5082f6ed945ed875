"""A mail server on loopback that takes everything and sends nothing on."""

from __future__ import annotations

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.dovecot import free_port


class Sink:
    """`received` holds the mails as they came, in their order.

    with Sink() as sink: …  # sink.port
    """

    def __init__(self) -> None:
        self.received: list[bytes] = []
        self.port = free_port()
        self._server = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        self.received.append(bytes(envelope.content or b""))
        return "250 taken"

    def __enter__(self) -> Sink:  # noqa: PYI034 - there is no subclass
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()
