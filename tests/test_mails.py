"""tests/mails: strange mail as it comes over the wire, with what is to become of it, on a real server."""

from __future__ import annotations

import json
import shutil
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import Box
from watcher.mail import Person, parse
from watcher.people import untagged
from watcher.policy import Reason

MAILS = sorted(Path(__file__).parent.joinpath("mails").glob("*.eml"))
REASONS = {
    "rejection": {Reason.REJECTION},
    "nobody": {Reason.NOBODY},
    "not_a_rejection": {Reason.NOT_A_REJECTION, Reason.UNSURE},
    "bounce": {Reason.BOUNCE},
    "auto_reply": {Reason.AUTO_REPLY},
    "mailing_list": {Reason.MAILING_LIST},
    "own_mail": {Reason.OWN_MAIL},
}

pytestmark = pytest.mark.dovecot


def expected(path: Path) -> dict[str, object]:
    return tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))


def snapshot(box: Box) -> dict[str, object]:
    """Everything of every folder but Drafts: flags, dates, sizes, bytes, counts."""
    found: dict[str, object] = {}
    with box.client as client:
        for _, _, name in client.list_folders():
            if name != "Drafts":
                status = client.select_folder(name, readonly=True)
                uids = client.search("ALL")
                data = client.fetch(uids, ["FLAGS", "INTERNALDATE", "BODY.PEEK[]"]) if uids else {}
                found[name] = (
                    status[b"EXISTS"],
                    status[b"UIDVALIDITY"],
                    status[b"UIDNEXT"],
                    sorted((u, d[b"FLAGS"], d[b"INTERNALDATE"], d[b"BODY[]"]) for u, d in data.items()),
                )
    return found


@pytest.fixture
def filled(box: Box) -> Box:
    box.extra = "[daemon]\nmax_drafts_per_visit = 100\n"
    box.configure()
    with box.client as client:
        for number, path in enumerate(MAILS):
            client.append(
                "INBOX",
                path.read_bytes(),
                msg_time=(datetime.now(UTC) - timedelta(hours=9, minutes=-number)).astimezone(),
            )
        client.select_folder("INBOX")
        client.add_flags(client.search("ALL")[::3], [b"\\Flagged"])
    return box


def visit(box: Box) -> dict[str, object]:
    done = box.watcher("once", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    result: dict[str, object] = json.loads(done.stdout)["accounts"][0]
    return result


def test_each_mail_gets_what_it_is_due_and_nothing_twice(filled: Box) -> None:
    """Exactly the expected drafts; none at a second visit; none after the state is lost; all else stays as it was, to the byte."""
    before = snapshot(filled)
    first = visit(filled)
    names = {parse(path.read_bytes()).identity: path.stem for path in MAILS}
    got = {names[mail["id"]]: mail["reason"] for mail in first["mails"]}
    wrong = {
        path.stem: (expected(path)["outcome"], got[path.stem])
        for path in MAILS
        if got[path.stem] not in REASONS[str(expected(path)["outcome"])]
    }
    due = sorted(str(address).lower() for path in MAILS for address in expected(path)["to"])

    assert wrong == {}
    assert due == sorted(draft["to"].lower() for draft in first["drafts"])

    drafts = filled.mails("Drafts")
    assert len(due) == len(drafts)
    assert visit(filled)["drafts"] == []
    shutil.rmtree(filled.folder / "state")
    assert visit(filled)["drafts"] == []
    assert drafts == filled.mails("Drafts")
    assert before == snapshot(filled)


def test_every_draft_is_a_proper_reply(filled: Box) -> None:
    """From the address that was written to, one To, the sender's own subject, threading headers, nothing else."""
    visit(filled)
    sources = {parse(path.read_bytes()).message_id: (parse(path.read_bytes()), path) for path in MAILS}
    own = {"alex@example.org", "a.example@work.example"}
    for raw in filled.mails("Drafts"):
        draft = parse(raw)
        head = raw.partition(b"\r\n\r\n")[0].decode("ascii")
        names = [line.partition(":")[0] for line in head.split("\r\n") if not line.startswith((" ", "\t"))]
        base = ["From", "To", "Subject", "Date", "Message-ID"]
        end = ["MIME-Version", "Content-Type", "Content-Transfer-Encoding"]

        assert names in ([*base, "In-Reply-To", "References", *end], [*base, *end])
        assert draft.sender is not None
        assert untagged(draft.sender.address) in own
        assert len(draft.to) == 1
        assert draft.message_id is not None
        assert draft.message_id.endswith(f"@{draft.sender.domain}>")
        if draft.in_reply_to:
            source, path = sources[draft.in_reply_to[0]]
            written = {p.address.lower() for p in (*source.to, *source.cc)} & own
            assert draft.references[-1] == draft.in_reply_to[0] == source.message_id
            assert {draft.sender.address} == written or not written
            assert draft.subject.endswith(source.subject) or draft.subject == source.subject
            assert draft.to[0].same(Person("", str(expected(path)["to"][0])))
