"""Mails found by what their headers say, also on servers whose SEARCH cannot do that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imapclient import IMAPClient

from watcher import wire
from watcher.link import Link, Refused
from watcher.mail import ids
from watcher.mailbox import Mark

BATCH = 200
RECENT = 300


class Lookup(Link):
    """A connection that remembers the headers it has seen, and whether the server can search them."""

    def __init__(self, client: IMAPClient, name: str) -> None:
        super().__init__(client, name)
        self._known_headers: dict[tuple[str, int, int], dict[str, str]] = {}
        self._blind: bool | None = None

    def _by_header(self, folder: str, header: str, message_id: str, *more: Any) -> list[int]:
        """SEARCH HEADER; where the server cannot do that, the headers of the newest few hundred that fit the rest."""
        if not self._is_blind(folder):
            try:
                return self._search(folder, ["HEADER", header, message_id.strip("<>"), *more])
            except Refused as error:  # Yahoo: NO [SERVERBUG]
                if error.wait:
                    raise
                self._blind = True
        told = self._headers(folder, self._search(folder, [*more, "UNDELETED"])[-RECENT:])
        return [uid for uid, fields in told.items() if message_id in ids(fields.get(header.lower(), ""))]

    def _is_blind(self, folder: str) -> bool:
        """Whether SEARCH HEADER finds nothing even where there is something (Yahoo, too); tried once a connection."""
        if self._blind is None:
            told = self._headers(folder, self._recent(folder, None)[-1:])
            known = [
                found for fields in told.values() for found in ids(fields.get("message-id", "")) if wire.is_safe(found)
            ]
            if known:
                self._blind = False  # `_by_header` asks us again
                self._blind = not self._by_header(folder, "Message-ID", known[0]) or self._blind
        return bool(self._blind)

    def _recent(self, folder: str, mark: Mark | None) -> list[int]:
        info = self._examine(folder, fresh=True)
        if not int(info.get(b"EXISTS", 1)):
            return []
        if mark and mark.folder == folder and mark.uidvalidity == int(info.get(b"UIDVALIDITY", 0)):
            return [uid for uid in self._search(folder, ["UID", f"{mark.uidnext}:*"]) if uid >= mark.uidnext]
        return self._search(folder, ["UNDELETED"])[-RECENT:]

    def _headers(self, folder: str, uids: Sequence[int]) -> dict[int, dict[str, str]]:
        """Fetched once: a UID never changes what it names (RFC 3501, 2.3.1.1)."""
        field = ["BODY.PEEK[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO REFERENCES)]"]
        validity, known = self._validity(folder), self._known_headers
        new = [uid for uid in uids if (folder, validity, uid) not in known]
        parts = [self._get(folder, new[start : start + BATCH], field) for start in range(0, len(new), BATCH)]
        told = {uid: wire.header_fields(data) for part in parts for uid, data in part.items()}
        told |= {uid: known[folder, validity, uid] for uid in uids if (folder, validity, uid) in known}
        kept = known if len(known) < 4 * RECENT else {}
        self._known_headers = kept | {(folder, validity, uid): header for uid, header in told.items()}
        return told
