"""What Dovecot will not do: servers that are old, limited, mistaken or short of breath.

Whatever the server does, after every test: at most one draft for one rejection was stored, no mail of the user was changed,
nothing but reading and APPEND to Drafts was asked for, and each visit ended well or with an error of `watcher.errors`.
"""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.byword import BY_WORD
from tests.letters import PLAIN_NO, RECEIPT, mail
from tests.scripted import Reaction, Scripted, after, bad, before, bye, edit, lost, no, nothing, scripted, slowly
from watcher import connection, resources
from watcher.config import Account
from watcher.errors import LoginRefused, TryAgain, WatcherError
from watcher.imap import open_mailbox
from watcher.letter import Identity, Letters
from watcher.mail import parse
from watcher.mailbox import Where
from watcher.policy import Reason, Rules
from watcher.state import DraftState, Fate, State, open_state
from watcher.visit import Plan, Tally, visit

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ALLOWED = re.compile(
    r"GREETING|CAPABILITY|LOGIN |LOGOUT|NOOP|IDLE|DONE|LIST |EXAMINE |STATUS |LITERAL APPEND|UID SEARCH |UID FETCH (?!.*BODY\[)(?!.*RFC822(?!\.SIZE))|"
    r'APPEND "?(?:\[Gmail\]/)?(?:Drafts|Entw&APw-rfe|drafts)"? '
)
LETTERS = Letters(resources.templates())


def known(error: WatcherError) -> str:
    """The class of `watcher.errors` that callers catch it by."""
    return next(kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "watcher.errors")


class Odd:
    """An odd server, and the watcher that has to live with it: `visits` makes visits, some minutes apart."""

    def __init__(self, server: Scripted, state: State) -> None:
        self.server, self.state, self.now = server, state, NOW
        self.account = Account(
            host="127.0.0.1",
            port=server.port,
            security="none",
            user="alex",
            name="Alex",
            addresses=("alex@example.org",),
        )
        self.plan = Plan(
            account="personal", folders=("INBOX",), identities=(Identity("alex@example.org", "Alex Example"),),
            rules=Rules(own=("alex@example.org",), max_age=timedelta(days=14)),
        )  # fmt: skip
        self.ends: list[Tally | WatcherError] = []

    def rejection(self, number: int = 1, folder: str = "INBOX", **more: str) -> int:
        raw = mail(
            PLAIN_NO.replace("Helmwerk", f"Helmwerk {number}"), message_id=f"<n{number}@helmwerk.example>",
            date=NOW - timedelta(hours=1), subject=f"Your application {number}", **more,
        )  # fmt: skip
        return self.server.put(raw, NOW - timedelta(hours=1), folder)

    def visits(self, count: int = 3) -> list[str]:
        """How they ended: "ok" or the name of the error."""
        for _ in range(count):
            self.now += timedelta(minutes=5)
            try:
                self.ends.append(self._visit())
            except WatcherError as error:
                self.ends.append(error)
        return ["ok" if isinstance(end, Tally) else known(end) for end in self.ends[-count:]]

    def _visit(self) -> Tally:
        mailbox = open_mailbox("personal", self.account, "secret")
        try:
            return visit(mailbox, self.state, BY_WORD, LETTERS, self.plan, self.now)
        finally:
            mailbox.close()

    @property
    def said(self) -> str:
        """What the last error told the user."""
        end = self.ends[-1]
        return f"{end} {getattr(end, 'hint', '')}" if isinstance(end, WatcherError) else ""

    @property
    def drafts(self) -> int:
        """How many drafts were stored, ever."""
        return len(self.server.appended)

    @property
    def reasons(self) -> list[str]:
        return sorted(outcome.reason for outcome in self.state.outcomes())

    @property
    def journal(self) -> list[tuple[DraftState, Fate]]:
        return [(intent.state, intent.fate) for intent in self.state.drafts()]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """For servers that never answer."""
    monkeypatch.setattr(connection, "READ_SECONDS", 2)


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[Odd]:
    with scripted() as server, open_state(tmp_path / "state", "personal") as state:
        yield Odd(server, state)
        thanked = Counter((str(parse(raw).to), parse(raw).in_reply_to) for raw in server.appended)
        assert [count for count in thanked.values() if count > 1] == []
        assert [command for command in server.commands if not ALLOWED.match(command)] == []


# -- folders ---------------------------------------------------------------------------------------------------------


def test_a_clean_server_is_clean(odd: Odd) -> None:
    """The measure of all others: one rejection, one draft, three quiet visits."""
    odd.rejection()

    assert odd.visits() == ["ok"] * 3
    assert (odd.drafts, odd.reasons, odd.journal) == (1, [Reason.REJECTION], [(DraftState.DRAFTED, Fate.WAITING)])


@pytest.mark.parametrize(
    "listed",
    [
        ["() NIL INBOX", "() NIL Drafts", "() NIL Sent"],
        ['() "/" {5}\r\nINBOX', '() "/" {6}\r\nDrafts'],
        ['(\\hasnochildren) "." inbox', '() "." drafts', '() "." "Sent Items"'],
        ['() "/" INBOX', '(\\drafts) "/" "Entw&APw-rfe"'],
        ['() "/" INBOX', '() "/" "Entw&APw-rfe"'],
        ['(\\Noselect) "/" "[Gmail]"', '() "/" INBOX', '(\\HasNoChildren \\Drafts) "/" "[Gmail]/Drafts"'],
        ['() "/" INBOX', '() "/" "Broken &-&AP name"', '() "/" "say \\"hi\\""', '() "/" Drafts'],
        ['() "/" INBOX', "", '() "/" Drafts', '(\\Noselect) "" ""'],
    ],
    ids=["NIL", "literal", "lower-case", "utf-7", "no attribute", "Gmail", "broken utf-7", "gaps"],
)
def test_folders_are_found_however_they_are_listed(odd: Odd, listed: list[str]) -> None:
    """No SPECIAL-USE, no delimiter, names as literals, in lower case, quoted, in modified UTF-7."""
    drafts = odd.server.boxes["Drafts"]
    odd.server.boxes |= {
        "Entw&APw-rfe": drafts,
        "[Gmail]/Drafts": drafts,
        "drafts": drafts,
        "inbox": odd.server.boxes["INBOX"],
        "Sent Items": odd.server.boxes["Sent"],
    }
    lines = "".join(f"* LIST {line}\r\n" for line in listed if line).encode()
    odd.server.on("LIST", Reaction(lambda tag, _: lines + f"{tag} OK done\r\n".encode()))
    odd.rejection()

    assert odd.visits() == ["ok"] * 3
    assert odd.drafts == 1


def test_two_drafts_folders_are_one_question(odd: Odd) -> None:
    """Which of two is the real one, only the user knows."""
    odd.server.on("LIST", edit(rb"\\Sent", rb"\\Drafts"))
    odd.rejection()

    assert odd.visits() == ["UserError"] * 3
    assert "more than one Drafts folder" in odd.said


def test_a_listed_inbox_may_be_missing(odd: Odd) -> None:
    """A server that cannot open what it lists is not the user's mistake."""
    odd.server.on("EXAMINE", no("[NONEXISTENT] Unknown Mailbox: INBOX"))

    assert odd.visits() == ["TryAgain"] * 3


# -- logging in ------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("greeting", "ends"),
    [
        ("* BYE Too many connections", TryAgain),
        ("* OK [ALERT] ready", None),
        ("HTTP/1.1 400 Bad Request", TryAgain),
        ("", TryAgain),
    ],
)
def test_greetings(odd: Odd, greeting: str, ends: type[WatcherError] | None) -> None:
    """A server that says goodbye first, or is none at all."""
    odd.server.greeting = greeting

    assert odd.visits(1) == [ends.__name__ if ends else "ok"]


@pytest.mark.parametrize(
    ("answer", "expected", "wait"),
    [
        (no("[AUTHENTICATIONFAILED] Invalid credentials (Failure)"), LoginRefused, 0),
        (no("LOGIN failed."), LoginRefused, 0),
        (no("[ALERT] Application-specific password required"), LoginRefused, 0),
        (no("Basic authentication is disabled."), LoginRefused, 0),
        (no("[EXPIRED] Password expired"), LoginRefused, 0),
        (no("[UNAVAILABLE] Temporary authentication failure."), TryAgain, 0),
        (no("[LIMIT] Rate limit hit."), TryAgain, 0),
        (no("[ALERT] Too many simultaneous connections. (Failure)"), TryAgain, 0),
        (bad("User is authenticated but not connected."), TryAgain, 0),
        (bad("Request is throttled. Suggested Backoff Time: 299961 milliseconds"), TryAgain, 299.961),
        (bye("Session invalidated - AccessTokenExpired"), TryAgain, 0),
        (bye("Connection closed. 14"), TryAgain, 0),
        (no("[PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure connections"), LoginRefused, 0),
    ],
)
def test_logins(odd: Odd, answer: Reaction, expected: type[WatcherError], wait: float) -> None:
    """What passes by itself is tried again, after the server's own back-off; what does not is told to the user (RFC 5530)."""
    odd.server.on("LOGIN", answer)
    odd.rejection()
    odd.visits(1)
    end = odd.ends[0]

    assert isinstance(end, expected)
    assert getattr(end, "wait", 0) == pytest.approx(wait)


def test_capabilities_only_after_the_login(odd: Odd) -> None:
    """A server may say what it can do in the greeting, in the answer to LOGIN, or when asked."""
    odd.server.on("CAPABILITY", edit(rb"IDLE UIDPLUS SPECIAL-USE", b""), times=1)
    odd.server.on("LOGIN", edit(rb"OK hello", b"OK [CAPABILITY IMAP4rev1 IDLE] hello"))
    odd.rejection()

    assert odd.visits() == ["ok"] * 3
    assert odd.drafts == 1


def test_a_login_that_is_disabled(odd: Odd) -> None:
    """LOGINDISABLED is not a wrong password: nothing secret is sent, and the hint is about security."""
    odd.server.capabilities += " STARTTLS LOGINDISABLED"

    assert odd.visits(1) == ["UserError"]
    assert "security" in odd.said
    assert not any(command.startswith("LOGIN") for command in odd.server.commands)


# -- reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "reaction"),
    [
        ("UID FETCH", edit(rb"RFC822\.SIZE \d+", b"RFC822.SIZE 0")),
        ("UID FETCH", edit(rb"RFC822\.SIZE \d+", b"RFC822.SIZE 99999999")),
        ("UID FETCH", edit(rb"RFC822\.SIZE \d+", b"RFC822.SIZE NIL")),
        ("UID FETCH", edit(rb"RFC822\.SIZE \d+ ?", b"")),
        ("UID FETCH", edit(rb'INTERNALDATE "[^"]*" ?', b"")),
        ("UID FETCH", edit(rb'INTERNALDATE "[^"]*"', b'INTERNALDATE "99-Foo-2026 12:00:00 +0000"')),
        ("UID FETCH", edit(rb"FLAGS \([^)]*\)", b"FLAGS NIL")),
        ("UID FETCH .*ENVELOPE", bad("no ENVELOPE here")),
        ("UID FETCH", edit(rb"(UID \d+) (.*?)(\)\r\n)", rb"\2 \1\3")),
    ],
    ids=[
        "size 0",
        "size huge",
        "size NIL",
        "no size",
        "no date",
        "bad date",
        "flags NIL",
        "no ENVELOPE",
        "UID last",
    ],
)
def test_a_fetch_that_is_wrong_in_one_item(odd: Odd, pattern: str, reaction: Reaction) -> None:
    """A wrong size, date, flag list or structure costs at most speed."""
    odd.server.on(pattern, reaction)
    odd.rejection()

    assert odd.visits() == ["ok"] * 3
    assert odd.drafts == 1


@pytest.mark.parametrize(
    "reaction",
    [
        edit(rb"BODYSTRUCTURE \(.*?\) (?=BODY\[)", b"BODYSTRUCTURE NIL "),
        edit(rb"BODYSTRUCTURE \(.*?\) (?=BODY\[)", b'BODYSTRUCTURE (("a" "b) '),
        edit(rb"BODYSTRUCTURE \(.*?\) (?=BODY\[)", b"BODYSTRUCTURE " + b"(" * 3000 + b")" * 3000 + b" "),
        edit(rb"BODYSTRUCTURE \(.*?\) (?=BODY\[)", b'BODYSTRUCTURE ("a"b" NIL) '),
        bad("[CLIENTBUG] BODYSTRUCTURE cannot be made"),
    ],
    ids=["NIL", "open quote", "too deep", "inner quote", "refused"],
)
def test_a_structure_that_cannot_be_read(odd: Odd, reaction: Reaction) -> None:
    """A large mail whose BODYSTRUCTURE is garbage is read without it."""
    odd.server.on("UID FETCH .*BODYSTRUCTURE", reaction)
    odd.server.on("UID FETCH .*RFC822.SIZE", edit(rb"RFC822\.SIZE \d+", b"RFC822.SIZE 999999"))
    odd.rejection()
    odd.rejection(2)

    assert odd.visits() == ["ok"] * 3
    assert odd.drafts == 2


def test_a_mail_without_its_body_is_asked_for_again(odd: Odd) -> None:
    """OK without data (iCloud): the mails around it are read now, it itself as soon as the server gives it."""
    odd.server.on(
        r"UID FETCH [\d,:]+ .*BODY", edit(rb"\* 2 FETCH \((?:UID 2 )?BODY.*?\)\r\n(?=\* 3|\S+ OK)", b""), times=6
    )
    for number in (1, 2, 3):
        odd.rejection(number)
    assert odd.visits(1) == ["ok"]
    assert odd.drafts == 2
    odd.visits(9)

    assert odd.drafts == 3


@pytest.mark.parametrize(
    "reaction",
    [
        edit(rb"BODY\[[^\r]*\].*(?=\)\r\n\S+ OK)", b"BODY[] NIL"),
        edit(rb"BODY\[[^\r]*\].*(?=\)\r\n\S+ OK)", b'BODY[] ""'),
        edit(rb"\* 1 FETCH .*?(?=\* 2 FETCH|\S+ OK done)", b""),
        no("[UNAVAILABLE] UID FETCH Server error - Please try again later"),
    ],
    ids=["NIL", "empty", "missing", "refused"],
)
def test_a_mail_that_never_comes_has_an_outcome_in_the_end(odd: Odd, reaction: Reaction) -> None:
    """A mail that the server lists and never gives stops no other mail, and is named after some hours."""
    odd.server.on(r"UID FETCH (?:1|1,2|1:2) .*BODY", reaction)
    odd.rejection(1)
    odd.rejection(2)
    assert odd.visits(2) == ["ok"] * 2
    assert odd.drafts == 1
    odd.now += timedelta(days=2)
    odd.visits(3)

    assert odd.reasons == [Reason.REJECTION, Reason.UNREADABLE]
    odd.server.commands.clear()
    odd.visits(2)
    assert not any("BODY.PEEK[]" in command for command in odd.server.commands)


def test_a_mail_that_is_deleted_meanwhile_is_nobodys(odd: Odd) -> None:
    """Listed by SEARCH, gone before FETCH: the visit goes on, and nothing is asked for again."""
    odd.server.on("UID SEARCH .*(?:SINCE|UID)", edit(rb"SEARCH", b"SEARCH 77"), times=1)
    odd.rejection()

    assert odd.visits() == ["ok"] * 3
    assert (odd.drafts, odd.reasons) == (1, [Reason.REJECTION])


UNSOLICITED = ("* 9 EXISTS", "* 1 RECENT", "* 1 FETCH (FLAGS (\\Seen))", "* FLAGS (\\Seen \\Odd)", "* OK Still here", "* 4 EXPUNGE", "* NO low on disk")  # fmt: skip


@pytest.mark.parametrize("where", [before, after], ids=["before", "after"])
@pytest.mark.parametrize("line", UNSOLICITED)
def test_unsolicited_lines_change_nothing(odd: Odd, where: type[Reaction], line: str) -> None:
    """EXISTS, EXPUNGE, FETCH, FLAGS and notices may come with any answer (RFC 9051 7)."""
    odd.server.on("(?!GREETING|LITERAL|LOGOUT)", where(line))
    odd.rejection()

    assert odd.visits() == ["ok"] * 3
    assert odd.drafts == 1


# -- searching -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "reaction",
    [no("[SERVERBUG] SEARCH Server error"), nothing(), edit(rb"SEARCH[\d ]*", b"SEARCH")],
    ids=["SERVERBUG", "no data", "finds nothing"],
)
@pytest.mark.parametrize("answered", [True, False])
def test_a_server_that_cannot_search_headers(odd: Odd, reaction: Reaction, answered: bool) -> None:
    """Yahoo: an answer in Sent is still seen, and so is our own draft after its APPEND got lost."""
    odd.server.on("UID SEARCH .*HEADER", reaction)
    odd.server.on("APPEND", lost(), times=1)
    odd.rejection()
    if answered:
        raw = mail(
            "Thank you.", sender="alex@example.org", message_id="<a@example.org>", In_Reply_To="<n1@helmwerk.example>"
        )
        odd.server.put(raw, NOW, "Sent")

    assert odd.visits() == (["ok"] * 3 if answered else ["Unclear", "ok", "ok"])
    assert odd.drafts == (0 if answered else 1)
    assert odd.reasons == [Reason.ANSWERED if answered else Reason.REJECTION]


@pytest.mark.parametrize(
    "reaction",
    [no("[SERVERBUG] SEARCH Server error"), edit(rb"SEARCH[\d ]*", b"SEARCH")],
    ids=["SERVERBUG", "finds nothing"],
)
def test_a_sent_draft_is_seen_without_header_search(odd: Odd, reaction: Reaction) -> None:
    """On such a server, too, a draft that the user sent is known to be sent."""
    odd.server.on("UID SEARCH .*HEADER", reaction)
    odd.rejection()
    odd.visits(1)
    odd.server.put(odd.server.boxes["Drafts"].letters.popitem()[1].raw, NOW, "Sent")

    assert odd.visits(2) == ["ok"] * 2
    assert odd.journal == [(DraftState.DRAFTED, Fate.SENT)]


# -- appending -------------------------------------------------------------------------------------------------------


def test_the_append_itself_makes_it_a_draft(odd: Odd) -> None:
    """Exchange takes mail for a draft only if \\Draft is in the APPEND; and a date of ours would say what we cannot know."""
    odd.rejection()
    odd.visits(1)
    (command,) = [command for command in odd.server.commands if command.startswith("APPEND")]

    assert re.fullmatch(r'APPEND "Drafts" \(\\Draft \\Seen\) \{\d+\}', command)


def test_without_appenduid(odd: Odd) -> None:
    """No UIDPLUS: the draft is kept and followed all the same."""
    odd.server.capabilities = "IMAP4rev1"
    odd.server.on("APPEND", edit(rb"\[APPENDUID \d+ \d+\] ", b""))
    odd.rejection()

    assert odd.visits() == ["ok"] * 3
    assert odd.journal == [(DraftState.DRAFTED, Fate.WAITING)]


@pytest.mark.parametrize(
    "said",
    [
        "[OVERQUOTA] Quota exceeded",
        "[READ-ONLY] Drafts is read-only",
        "[NOPERM] Access denied",
        "[TRYCREATE] Unknown mailbox",
        "APPEND failed",
    ],
)
@pytest.mark.parametrize("when", ["APPEND", "LITERAL APPEND"])
def test_an_append_that_is_refused_is_told(odd: Odd, when: str, said: str) -> None:
    """A full or closed Drafts: it says so, tries as often as the journal allows, parks the draft; other mail is still looked at."""
    odd.server.capabilities = odd.server.capabilities.replace(" LITERAL+", "")
    odd.server.on(when, no(said))
    odd.rejection()
    assert odd.visits(1) == ["Unclear"]
    assert said in odd.said
    odd.server.put(mail(RECEIPT, message_id="<r@helmwerk.example>", date=NOW), NOW)
    odd.visits(10)

    assert odd.journal == [(DraftState.PARKED, Fate.WAITING)]
    assert odd.reasons == [Reason.NEEDS_ATTENTION, Reason.NOT_A_REJECTION]
    assert odd.drafts == 0


def test_a_draft_follows_when_there_is_room_again(odd: Odd) -> None:
    """OVERQUOTA once: the same letter is kept when the mailbox has room."""
    odd.server.on("APPEND", no("[OVERQUOTA] Quota exceeded"), times=1)
    odd.rejection()
    odd.visits(5)

    assert (odd.drafts, odd.journal) == (1, [(DraftState.DRAFTED, Fate.WAITING)])


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "reaction",
    [
        lost(),
        bye(),
        edit(rb".*", b"garbage\r\n"),
        bad("Request is throttled. Suggested Backoff Time: 5000 milliseconds"),
    ],
    ids=["lost", "BYE", "garbage", "throttled"],
)
def test_an_append_without_a_clear_answer(odd: Odd, reaction: Reaction) -> None:
    """Stored or not, told or not: one draft in the end."""
    odd.server.on("APPEND", reaction, times=1)
    odd.rejection()
    assert odd.visits(1) == ["Unclear"]
    odd.visits(5)

    assert (odd.drafts, odd.journal) == (1, [(DraftState.DRAFTED, Fate.WAITING)])


@pytest.mark.parametrize("uid", ["1 1 1", "0 0", "x y", "4294967299 99999999999999999999"])
def test_an_appenduid_that_is_wrong(odd: Odd, uid: str) -> None:
    """A nonsensical place is no place; the draft is there."""
    odd.server.on("APPEND", edit(rb"APPENDUID \d+ \d+", f"APPENDUID {uid}".encode()))
    odd.rejection()

    assert odd.visits() == ["ok"] * 3
    assert odd.drafts == 1


# -- renumbering -----------------------------------------------------------------------------------------------------


def test_a_renumbered_inbox(odd: Odd) -> None:
    """UIDVALIDITY changed and every UID with it: what is known stays known, what came meanwhile is found."""
    odd.rejection(1)
    odd.visits(1)
    odd.rejection(2)
    odd.server.boxes["INBOX"].renumber(2)

    assert odd.visits() == ["ok"] * 3
    assert (odd.drafts, odd.reasons) == (2, [Reason.REJECTION] * 2)


def test_a_uidvalidity_that_flips_back(odd: Odd) -> None:
    """Two back ends that disagree: each visit sees another UIDVALIDITY, and nothing is lost or doubled."""
    odd.rejection(1)
    for number in range(2, 8):
        odd.server.boxes["INBOX"].uidvalidity = number % 2 + 1
        odd.server.boxes["Drafts"].uidvalidity = number % 2 + 1
        odd.rejection(number)
        assert odd.visits(1) == ["ok"]

    assert odd.drafts == 7


def test_a_renumbering_between_two_commands(odd: Odd) -> None:
    """A UIDVALIDITY that changes during the visit ends it before a wrong mail is read for a right one."""
    odd.rejection()
    seen: list[int] = []

    def flip(tag: str, answer: bytes) -> bytes:
        seen.append(1)
        return answer.replace(b"UIDVALIDITY 1", b"UIDVALIDITY %d" % (len(seen) % 2 + 1))

    odd.server.on("EXAMINE", Reaction(flip))
    odd.visits(6)

    assert odd.drafts == 1


def test_uidvalidity_and_uidnext_may_be_missing(odd: Odd) -> None:
    """A server that tells neither in EXAMINE is read all the same."""
    odd.server.on("EXAMINE", edit(rb"\* OK \[UID[A-Z]+ \d+\] ok\r\n", b""))
    odd.rejection(1)
    odd.visits(2)
    odd.rejection(2)

    assert odd.visits() == ["ok"] * 3
    assert odd.drafts == 2


# -- the end of the connection, at every command ---------------------------------------------------------------------


def test_goodbye_at_every_command(tmp_path: Path) -> None:
    """BYE, a cut before, a cut after each command of a visit: `TryAgain`, and later visits make it good with one draft."""
    with scripted() as server, open_state(tmp_path / "clean", "personal") as state:
        clean = Odd(server, state)
        clean.rejection()
        clean.visits(1)
        steps = len(server.commands) - 1  # the last is LOGOUT
    faults = {
        "bye": bye(),
        "lost": lost(),
        "throttled": bad("Request is throttled. Suggested Backoff Time: 5000 milliseconds"),
    }
    for step in range(steps):
        for name, fault in faults.items():
            with scripted() as server, open_state(tmp_path / f"{step}{name}", "personal") as state:
                odd = Odd(server, state)
                odd.rejection()
                server.on("", before(), times=step)
                server.on("", fault, times=1)
                first, *_ = odd.visits(1)
                while not odd.drafts and len(odd.ends) < 7:
                    odd.visits(1)
                odd.visits(1)

                told = (first in {"TryAgain", "Unclear", "ok"}, odd.drafts, odd.reasons)
                assert told == (True, 1, [Reason.REJECTION]), (step, name, clean.server.commands[step])
    assert steps > 20


def test_a_slow_server_is_waited_for(odd: Odd) -> None:
    """An answer may take its time."""
    odd.server.on("UID", slowly(0.05))
    odd.rejection()

    assert odd.visits(1) == ["ok"]
    assert odd.drafts == 1


# -- keywords and labels ---------------------------------------------------------------------------------------------


def test_keywords_may_not_be_permitted(odd: Odd) -> None:
    """PERMANENTFLAGS without \\*: nobody can set a keyword, nobody is asked for one."""
    odd.server.permanent = "\\Seen \\Deleted"
    odd.rejection()

    assert odd.visits() == ["ok"] * 3
    assert not any("KEYWORD" in command for command in odd.server.commands)


def test_gmails_labels_are_folders(odd: Odd) -> None:
    """The same mail in INBOX and All Mail, our draft in Drafts and All Mail: one mail, one draft, not yet sent."""
    odd.server.capabilities += " X-GM-EXT-1"
    odd.server.boxes["Archive"].attribute = "\\All"
    odd.plan = Plan(
        account="personal", folders=("INBOX", "Archive"), identities=odd.plan.identities, rules=odd.plan.rules
    )
    odd.rejection()
    odd.rejection(folder="Archive")
    odd.visits(1)
    odd.server.put(odd.server.appended[0], NOW, "Archive")

    assert odd.visits() == ["ok"] * 3
    assert (odd.drafts, odd.journal) == (1, [(DraftState.DRAFTED, Fate.WAITING)])


# -- IDLE ------------------------------------------------------------------------------------------------------------


def waiting(odd: Odd, seconds: float = 20) -> list[bool | str]:
    """What `wait` says on this server, at most so long."""
    mailbox = open_mailbox("personal", odd.account, "secret")
    try:
        return [mailbox.wait(seconds)]
    except TryAgain as error:
        return [str(error)]
    finally:
        mailbox.close()


def test_news_in_the_packet_of_the_continuation(odd: Odd) -> None:
    """EXISTS behind `+ idling` in one packet is invisible to poll; a short first slice finds it."""
    odd.server.on("IDLE", after("* 3 EXISTS"), times=1)

    assert waiting(odd) == [True]


@pytest.mark.parametrize("line", ["* 3 EXISTS", "* 1 EXPUNGE", "* 2 FETCH (FLAGS (\\Seen))"])
def test_news_while_idling(odd: Odd, line: str) -> None:
    """Whatever the server says rings."""
    threading.Thread(
        target=lambda: (odd.server.idling.wait(20), time.sleep(0.1), odd.server.push(line)), daemon=True
    ).start()

    assert waiting(odd) == [True]


def test_half_a_line_is_waited_for(odd: Odd) -> None:
    """A line split over two packets is one line."""

    def speak() -> None:
        odd.server.idling.wait(20)
        with odd.server.lock:  # it ends its line before it answers DONE
            (listener,) = odd.server._idlers
            for half in (b"* 3 EX", b"ISTS\r\n"):
                listener.sendall(half)
                time.sleep(0.3)

    threading.Thread(target=speak, daemon=True).start()

    assert waiting(odd) == [True]


def test_still_here_does_not_ring(odd: Odd) -> None:
    """Dovecot's and Exchange's sign of life is no news."""
    threading.Thread(
        target=lambda: (odd.server.idling.wait(20), odd.server.push("* OK Still here")), daemon=True
    ).start()

    assert waiting(odd, 3) == [False]


@pytest.mark.parametrize(
    "reaction",
    [bad("IDLE not supported"), no("IDLE is off today"), before("* 1 EXISTS"), bye(), lost()],
    ids=["BAD", "NO", "news first", "BYE", "cut"],
)
def test_an_idle_that_fails_is_no_doorbell(odd: Odd, reaction: Reaction) -> None:
    """A server that announces IDLE and refuses it, speaks before `+`, or hangs up: the connection is given up, the visit to come is not."""
    odd.server.on("IDLE", reaction)
    (said,) = waiting(odd)
    odd.rejection()

    assert isinstance(said, str)
    assert odd.visits(1) == ["ok"]


def test_a_dead_peer_in_idle_is_noticed(odd: Odd) -> None:
    """After a FIN the wait ends with `TryAgain`, not with an endless loop of empty answers."""
    threading.Thread(
        target=lambda: (odd.server.idling.wait(20), [sock.shutdown(2) for sock in odd.server._idlers]), daemon=True
    ).start()
    (said,) = waiting(odd, 60)

    assert isinstance(said, str)


def test_a_server_without_idle_is_waited_for_in_silence(odd: Odd) -> None:
    """No IDLE: `wait` sends nothing and lets the schedule ring."""
    odd.server.capabilities = "IMAP4rev1"

    assert waiting(odd, 0.1) == [False]
    assert "IDLE" not in odd.server.commands


# -- hostile answers -------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "reaction",
    [
        edit(rb".*", b"\xff\xfe\x00\r\n"),
        edit(rb"^", b"* \r\n"),
        edit(rb"^", b"* 99999999999999999999 EXISTS\r\n"),
        edit(rb"^", b"* SEARCH 1 x 3\r\n"),
        edit(rb"^", b"+ what?\r\n"),
        edit(rb"^", b"a" * 1_100_000 + b"\r\n"),
        edit(rb"^", b"* LIST (\r\n"),
        edit(rb"OK", b"OK [" + b"x" * 100 + b"]"),
        edit(rb"OK", b"PREAUTH"),
        edit(rb"^\S+|(?<=\n)\S+(?= OK)", b"zzz1"),
    ],
    ids=[
        "binary",
        "empty line",
        "huge number",
        "words in SEARCH",
        "stray +",
        "a megabyte",
        "half a LIST",
        "odd code",
        "odd status",
        "wrong tag",
    ],
)
@pytest.mark.parametrize("where", ["LIST", "EXAMINE", "UID SEARCH", "UID FETCH", "STATUS", "APPEND"])
def test_garbage_is_an_error_of_ours(odd: Odd, where: str, reaction: Reaction) -> None:
    """Any nonsense for any answer, once: the visit ends well or says `TryAgain`; the next ones make it good."""
    odd.server.on(where, reaction, times=1)
    odd.rejection()
    first, *_ = odd.visits(6)

    assert first in {"ok", "TryAgain", "Unclear"}
    assert odd.drafts == 1


def test_find_sees_the_right_folder_without_search(odd: Odd) -> None:
    """A mail of ours in Trash is told from one in Sent even where SEARCH HEADER is refused."""
    odd.server.on("UID SEARCH .*HEADER", no("[SERVERBUG]"))
    odd.server.put(mail(message_id="<ours@example.org>"), NOW, "Trash")
    mailbox = open_mailbox("personal", odd.account, "secret")
    seen = mailbox.find("<ours@example.org>", None)
    mailbox.close()

    assert seen is not None
    assert seen.where is Where.TRASH
