"""tests/mails: strange mail as it comes over the wire, with what is to become of it, on a real server."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from tests import cases
from tests.cases import Case
from tests.conftest import Box
from watcher.mail import Person, parse
from watcher.mailboxes import untagged
from watcher.policy import Reason

CASES = cases.read()
REASONS = {
    "rejection": {Reason.REJECTION},
    "nobody": {Reason.NOBODY},
    "not_a_rejection": {Reason.NOT_A_REJECTION, Reason.UNSURE, Reason.MEETING},
    "bounce": {Reason.BOUNCE},
    "auto_reply": {Reason.AUTO_REPLY},
    "mailing_list": {Reason.MAILING_LIST},
    "own_mail": {Reason.OWN_MAIL},
}

pytestmark = pytest.mark.dovecot


def due(case: Case) -> tuple[str, ...]:
    """Who gets a draft: nobody where it is known that the product misses the case, and somebody for an earlier mail
    that is known to be taken for a rejection."""
    twice = case.to if "earlier" in case.known else ()
    return twice if {"verdict", "to"} & case.known.keys() else (*case.to, *twice)


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
    """All cases in one mailbox: first what came before, a day earlier, then the mails that are judged, a minute apart."""
    box.extra = "[daemon]\nmax_drafts_per_visit = 900\n"
    box.configure()
    now = datetime.now(UTC)
    earlier = [raw for case in CASES for raw in case.mails[:-1]]
    last = [case.mails[-1] for case in CASES]
    with box.client as client:
        for age, mails in ((timedelta(days=1), earlier), (timedelta(hours=9), last)):
            for number, raw in enumerate(mails):
                client.append("INBOX", raw, msg_time=(now - age + timedelta(minutes=number)).astimezone())
        client.select_folder("INBOX")
        client.add_flags(client.search("ALL")[::3], [b"\\Flagged"])
    return box


def visit(box: Box) -> dict[str, object]:
    done = box.watcher("once", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    result: dict[str, object] = json.loads(done.stdout)["accounts"][0]
    return result


def test_each_mail_gets_what_it_is_due_and_nothing_twice(filled: Box) -> None:
    """Exactly the expected drafts, all proper replies; none at a second visit, none after the state is lost; all else stays, to the byte."""
    before = snapshot(filled)
    first = visit(filled)
    got = {mail["id"]: mail["reason"] for mail in first["mails"]}
    reasons = {case.name: got[parse(case.mails[-1]).identity] for case in CASES}
    wrong = {
        case.name: (case.outcome, reasons[case.name])
        for case in CASES
        if "verdict" not in case.known and "to" not in case.known and reasons[case.name] not in REASONS[case.outcome]
    }
    to = sorted(address for case in CASES for address in due(case))

    assert wrong == {}
    assert to == sorted(draft["to"].lower() for draft in first["drafts"])

    drafts = filled.mails("Drafts")
    assert len(to) == len(drafts)
    assert_proper_replies(drafts)
    assert visit(filled)["drafts"] == []
    shutil.rmtree(filled.folder / "state")
    assert visit(filled)["drafts"] == []
    assert drafts == filled.mails("Drafts")
    assert before == snapshot(filled)


def assert_proper_replies(drafts: list[bytes]) -> None:
    """From the address that was written to, one To, the sender's own subject, threading headers, nothing else."""
    sources = {mail.message_id: (mail, case) for case in CASES for mail in map(parse, case.mails)}
    own = {"alex@example.org", "a.example@work.example"}
    for raw in drafts:
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
            source, case = sources[draft.in_reply_to[0]]
            written = {p.address.lower() for p in (*source.to, *source.cc)} & own
            assert draft.references[-1] == draft.in_reply_to[0] == source.message_id
            assert {draft.sender.address} == written or not written
            assert draft.subject.endswith(source.subject) or draft.subject == source.subject
            assert any(draft.to[0].same(Person("", address)) for address in due(case))
