"""What every mailbox promises: one suite, run against the one in memory and against IMAP on Dovecot."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import Box
from tests.letters import mail
from tests.memory import Folder, MemoryMailbox
from watcher import session
from watcher.config import load
from watcher.imap import ImapMailbox
from watcher.mail import parse
from watcher.mailbox import Bookmark, Draft, Mailbox, Marks, Where

NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=400)
RAW = b"From: alex@example.org\r\nTo: julia.meyer@helmwerk.example\r\nMessage-ID: <ours@example.org>\r\nIn-Reply-To: <n1@helmwerk.example>\r\n\r\nThank you.\r\n"
DRAFT = Draft(message_id="<ours@example.org>", to="julia.meyer@helmwerk.example", raw=RAW)


class Rig:
    """A mailbox, and the user's own hand in it."""

    def __init__(self, mailbox: Mailbox, put: Callable[..., None], empty: Callable[[str], None]) -> None:
        self.mailbox, self.put, self.empty = mailbox, put, empty


@contextlib.contextmanager
def in_memory() -> Iterator[Rig]:
    mailbox = MemoryMailbox()

    def put(
        raw: bytes,
        folder: str = "INBOX",
        age: timedelta = timedelta(hours=1),
        keywords: tuple[str, ...] = (),
        *,
        answered: bool = False,
    ) -> None:
        mailbox.folders.setdefault(folder, Folder())
        mailbox.put(folder, raw, NOW - age, keywords=keywords, answered=answered)

    yield Rig(mailbox, put, lambda folder: mailbox.folders[folder].mails.clear())


@contextlib.contextmanager
def on_dovecot(box: Box) -> Iterator[Rig]:
    def put(
        raw: bytes,
        folder: str = "INBOX",
        age: timedelta = timedelta(hours=1),
        keywords: tuple[str, ...] = (),
        *,
        answered: bool = False,
    ) -> None:
        if folder not in {"INBOX", "Drafts", "Sent", "Trash"}:
            with box.client as client:
                client.create_folder(folder)
        box.deliver(raw, folder, age, tuple(k.encode() for k in keywords) + ((b"\\Answered",) if answered else ()))

    def empty(folder: str) -> None:
        with box.client as client:
            client.select_folder(folder)
            client.delete_messages(client.search())
            client.expunge()

    path = box.configure()
    with session.connected("personal", load(path).accounts["personal"]) as mailbox:
        yield Rig(mailbox, put, empty)


@pytest.fixture(params=["memory", pytest.param("dovecot", marks=pytest.mark.dovecot)])
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    if request.param == "memory":
        with in_memory() as made:
            yield made
    else:
        with on_dovecot(request.getfixturevalue("make_box")()) as made:
            yield made


def ids(rig: Rig, bookmark: Bookmark | None = None, since: datetime = LONG_AGO) -> list[str | None]:
    return [parse(arrival.raw).message_id for arrival in rig.mailbox.arrivals("INBOX", bookmark, since)]


def test_arrivals_come_in_order_and_once(rig: Rig) -> None:
    """Everything since a day; behind the bookmark only what is newer."""
    rig.put(mail(message_id="<1@x.example>"))
    rig.put(mail(message_id="<2@x.example>"))
    assert ids(rig) == ["<1@x.example>", "<2@x.example>"]
    end = rig.mailbox.end_of("INBOX")
    assert end is not None
    assert ids(rig, end) == []
    rig.put(mail(message_id="<3@x.example>"))

    assert ids(rig, end) == ["<3@x.example>"]


def test_the_look_back_window(rig: Rig) -> None:
    """Without a bookmark only mail received since then, give or take a day."""
    rig.put(mail(message_id="<old@x.example>"), age=timedelta(days=30))
    rig.put(mail(message_id="<new@x.example>"))

    assert ids(rig, None, NOW - timedelta(days=14)) == ["<new@x.example>"]


def test_an_answered_mail_says_so(rig: Rig) -> None:
    """\\Answered is seen; the date is the server's."""
    rig.put(mail(), answered=True, age=timedelta(hours=5))
    (arrival,) = rig.mailbox.arrivals("INBOX", None, LONG_AGO)

    assert arrival.answered
    assert abs(arrival.received - (NOW - timedelta(hours=5))) < timedelta(minutes=20)


def test_a_kept_draft_is_found(rig: Rig) -> None:
    """APPEND tells the place; find sees it from the mark on, and by its id."""
    mark = rig.mailbox.mark()
    assert rig.mailbox.find(DRAFT.message_id, mark) is None
    place = rig.mailbox.keep_draft(DRAFT, mark)
    found = rig.mailbox.find(DRAFT.message_id, mark)

    assert found is not None
    assert (found.where, found.place) == (Where.DRAFTS, place)
    assert rig.mailbox.find(DRAFT.message_id, None) is not None
    assert rig.mailbox.drafts()[DRAFT.message_id][0] == "<n1@helmwerk.example>"


def test_what_came_and_went_is_counted(rig: Rig) -> None:
    """Nothing since the mark, a draft that is still there, and none that can be told of a folder that was renumbered."""
    rig.put(RAW.replace(b"<ours@", b"<older@"), "Drafts")
    mark = rig.mailbox.mark()
    before = rig.mailbox.vanished(mark)
    rig.mailbox.keep_draft(DRAFT, mark)

    assert (before, rig.mailbox.vanished(mark)) == (0, 0)
    rig.empty("Drafts")
    assert rig.mailbox.vanished(mark) == 1
    assert rig.mailbox.vanished(replace(mark, uidvalidity=mark.uidvalidity + 1)) is None


def test_find_looks_in_sent_and_trash(rig: Rig) -> None:
    """A draft that was sent, or thrown away, is seen where it went."""
    rig.put(RAW, "Sent")
    rig.put(RAW.replace(b"<ours@", b"<binned@"), "Trash")

    assert [
        getattr(rig.mailbox.find(f"<{name}@example.org>", None), "where", None) for name in ("ours", "binned", "other")
    ] == [Where.SENT, Where.TRASH, None]


def test_an_answer_is_seen(rig: Rig) -> None:
    """A reply in Sent, or a draft of one, answers the mail; another mail stays unanswered."""
    first, second = parse(mail()), parse(mail(message_id="<n2@helmwerk.example>"))
    rig.put(RAW, "Sent")
    rig.put(RAW.replace(b"<n1@", b"<n2@").replace(b"<ours@", b"<ours2@"), "Drafts")
    found = [rig.mailbox.answered(m) for m in (first, second, parse(mail(message_id="<n3@helmwerk.example>")))]

    assert [(f is not None, f is not None and f.draft) for f in found] == [(True, False), (True, True), (False, False)]
    assert (
        rig.mailbox.sent_answer("<n1@helmwerk.example>", "julia.meyer@helmwerk.example", NOW - timedelta(days=2))
        is not None
    )
    assert rig.mailbox.sent_answer("<n1@helmwerk.example>", "somebody@else.example", NOW - timedelta(days=2)) is None
    assert (
        rig.mailbox.sent_answer("<n1@helmwerk.example>", "julia.meyer@helmwerk.example", NOW + timedelta(days=2))
        is None
    )


def test_related_mail_of_the_company(rig: Rig) -> None:
    """Earlier mail whose sender contains the hint, newest first, without the mail itself."""
    rig.put(mail(message_id="<a@helmwerk.example>"), age=timedelta(days=3))
    rig.put(mail(message_id="<b@other.example>", sender="x@other.example"), age=timedelta(days=2))
    rig.put(mail())
    found = rig.mailbox.related(parse(mail()), ("helmwerk.example",), NOW)

    assert [m.message_id for m in found] == ["<a@helmwerk.example>"]


def test_keywords_are_labels(rig: Rig) -> None:
    """$Rejection and $NotRejection, and nothing else."""
    rig.put(mail(message_id="<y@x.example>"), keywords=("$Rejection",))
    rig.put(mail(message_id="<n@x.example>"), keywords=("$NotRejection",))
    rig.put(mail(message_id="<z@x.example>"), keywords=("$Important",))

    marks = rig.mailbox.marks("INBOX")

    assert said_of(rig, marks, Marks()) == [("<n@x.example>", False), ("<y@x.example>", True)]
    assert said_of(rig, marks, marks) == []
    assert len(said_of(rig, marks, Marks(marks.uidvalidity + 1, marks.yes, marks.no))) == 2


def said_of(rig: Rig, marks: Marks, earlier: Marks) -> list[tuple[str | None, bool]]:
    return sorted(
        (parse(a.raw).message_id, said) for said, uids in marks.beyond(earlier) for a in rig.mailbox.read("INBOX", uids)
    )


def test_what_is_gone_is_not_read(rig: Rig) -> None:
    """UIDs that name nothing any more are left out."""
    rig.put(mail())

    assert [parse(a.raw).message_id for a in rig.mailbox.read("INBOX", [1, 7])] == ["<n1@helmwerk.example>"]


def test_a_glance_shows_news(rig: Rig) -> None:
    """A folder's pulse may hold news until the bookmark is behind the newest mail; a folder that is missing has none."""
    rig.put(mail())
    list(rig.mailbox.arrivals("INBOX", None, LONG_AGO))
    end = rig.mailbox.end_of("INBOX")
    assert end is not None
    before = rig.mailbox.glance(("INBOX", "No such folder"), outgoing=False).pulses
    rig.put(mail(message_id="<2@x.example>"))
    after = rig.mailbox.glance(("INBOX",), outgoing=False).pulses["INBOX"]

    assert set(before) == {"INBOX"}
    assert [p.may_hold_news(b) for p in (before["INBOX"], after) for b in (end, None)] == [False, True, True, True]
    assert after.may_hold_news(Bookmark("INBOX", end.uidvalidity + 1, 99, NOW))


def test_a_glance_sees_drafts_come_and_go(rig: Rig) -> None:
    """`outgoing` stays while nothing moves, whatever happens in INBOX, and changes with Drafts and with Sent."""
    seen = [rig.mailbox.glance(("INBOX",), outgoing=True).outgoing]
    rig.put(mail())
    seen.append(rig.mailbox.glance(("INBOX",), outgoing=True).outgoing)
    rig.mailbox.keep_draft(DRAFT, rig.mailbox.mark())
    seen.append(rig.mailbox.glance(("INBOX",), outgoing=True).outgoing)
    rig.put(RAW, "Sent")
    seen.append(rig.mailbox.glance(("INBOX",), outgoing=True).outgoing)

    assert seen[0] == seen[1] != ""
    assert len(set(seen)) == 3
    assert rig.mailbox.glance(("INBOX",), outgoing=False).outgoing == ""


def test_a_mail_is_fetched_again_by_identity(rig: Rig) -> None:
    """At its place; and not when the place holds something else."""
    rig.put(mail())
    (arrival,) = rig.mailbox.arrivals("INBOX", None, LONG_AGO)
    again = rig.mailbox.fetch(arrival.place, "<n1@helmwerk.example>")

    assert again is not None
    assert again.raw == arrival.raw
    assert rig.mailbox.fetch(arrival.place, "<no@helmwerk.example>") is None


@pytest.mark.parametrize(
    "name", ["{3}", "{9+}", "a{3}", "(", ")", "a(b)c", "*", "%", "~{3}", "]", "NIL", "{ABC-1}@x.example"]
)
def test_an_id_is_only_ever_an_id(rig: Rig, name: str) -> None:
    """Ids that mean something to the protocol (a literal, a list, a wildcard) are searched for like any other."""
    rig.put(mail(message_id=None).replace(b"\r\n", f"\r\nMessage-ID: <{name}>\r\n".encode(), 1))
    rig.put(RAW.replace(b"<n1@helmwerk.example>", f"<{name}>".encode()), folder="Sent")
    [arrival] = rig.mailbox.arrivals("INBOX", None, LONG_AGO)
    answer = rig.mailbox.answered(parse(arrival.raw))
    again = rig.mailbox.fetch(arrival.place, f"<{name}>")

    assert answer is not None
    assert again is not None
    assert (Where.SENT, arrival.raw) == (answer.where, again.raw)


def test_a_folder_that_is_missing(rig: Rig) -> None:
    """`has` tells before anybody looks."""
    assert rig.mailbox.has("INBOX")
    assert not rig.mailbox.has("Rejections/Yes")


@pytest.mark.dovecot
def test_large_mail_arrives_without_its_attachment(make_box: Callable[..., Box]) -> None:
    """Of a 3 MB mail the headers, the text and the invitation are fetched, not the attachment."""
    box = make_box()
    boundary = b"--b\r\n"
    big = (
        b"Content-Type: application/pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + b"QUJD" * 750_000
        + b"\r\n"
    )
    raw = (
        b"From: Julia Meyer <julia@helmwerk.example>\r\nSubject: Interview\r\nMessage-ID: <big@helmwerk.example>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        + boundary + b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSch=F6ne Gr=FC=DFe\r\n"
        + boundary + b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
        + boundary + big + b"--b--\r\n"
    )  # fmt: skip
    box.deliver(raw)
    with session.connected("personal", load(box.configure()).accounts["personal"]) as mailbox:
        assert isinstance(mailbox, ImapMailbox)
        (arrival,) = mailbox.arrivals("INBOX", None, LONG_AGO)
    found = parse(arrival.raw)

    assert len(arrival.raw) < 5_000 < arrival.size
    assert (found.plain.strip(), found.message_id, len(found.calendars)) == (
        "Schöne Grüße",
        "<big@helmwerk.example>",
        1,
    )
