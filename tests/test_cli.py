"""What a person sees when something is wrong: every problem at once, its own message, the next step, the right exit code."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.conftest import Box
from tests.letters import PLAIN_NO, RECEIPT, mail
from watcher.state import open_state

pytestmark = pytest.mark.dovecot


def refusal(box: Box, **changes: str) -> tuple[int, str]:
    box.configure(**changes)
    done = box.watcher("once")
    return done.returncode, done.stderr


def test_every_problem_of_a_configuration_at_once(box: Box) -> None:
    """Three mistakes, three lines, each with its path; exit 2."""
    code, said = refusal(box, port="70000", look_back='"soon"', adresses='["x@example.org"]')

    assert code == 2
    assert "accounts.personal.port" in said
    assert "accounts.personal.look_back" in said
    assert "accounts.personal.adresses: unknown key" in said


def test_a_missing_configuration_names_init(box: Box) -> None:
    """No configuration: the message names the command that makes one."""
    (box.folder / "config.toml").unlink()
    done = box.watcher("once")

    assert done.returncode == 2
    assert "watcher init" in done.stderr


def test_wrong_password(box: Box) -> None:
    """The server's no is told as a login that is not accepted."""
    box.configure()
    (box.folder / "password").write_text("wrong\n")
    done = box.watcher("once")

    assert done.returncode == 2
    assert "does not accept the login of alex@example.org" in done.stderr


def test_a_password_others_can_read(box: Box) -> None:
    """A password file with open permissions is refused with the command that mends it."""
    (box.folder / "password").chmod(0o644)
    done = box.watcher("once")

    assert done.returncode == 2
    assert "chmod 600" in done.stderr


def test_unknown_host(box: Box) -> None:
    """A host that does not exist is told as such, or as a name that cannot be looked up where there is no DNS."""
    code, said = refusal(box, host='"no-such-host.invalid"')

    assert (code, "there is no host 'no-such-host.invalid'" in said) in {(2, True), (75, False)}
    assert "no-such-host.invalid" in said


def test_untrusted_certificate(box: Box) -> None:
    """A certificate of an unknown authority: ca_file is named."""
    code, said = refusal(box, ca_file="")

    assert code == 2
    assert "is not trusted" in said
    assert "ca_file" in said


def test_plain_text_to_a_remote_host(box: Box) -> None:
    """The password is never sent in the clear over a network."""
    code, said = refusal(box, host='"imap.example.org"', security='"none"')

    assert code == 2
    assert "in the clear" in said


def test_no_drafts_folder(make_box: Callable[..., Box], classifier: object) -> None:
    """Without a Drafts folder nothing is guessed."""
    box = make_box(folders={"Sent": "Sent"})
    box.deliver(mail())
    done = box.watcher("once")

    assert done.returncode == 2
    assert "no Drafts folder" in done.stderr
    assert "drafts_folder" in done.stderr


def test_two_drafts_folders(make_box: Callable[..., Box], classifier: object) -> None:
    """Two candidates: refuse and ask."""
    box = make_box(folders={"Drafts": "", "Entwürfe": "", "Sent": "Sent"})
    box.deliver(mail())
    done = box.watcher("once")

    assert done.returncode == 2
    assert "more than one Drafts folder" in done.stderr


def test_a_localised_drafts_folder(make_box: Callable[..., Box], classifier: object) -> None:
    """Without special-use the folder is found by its name in the user's language."""
    box = make_box(folders={"Entwürfe": "", "Gesendet": ""})
    box.deliver(mail())
    done = box.watcher("once")

    assert (done.returncode, done.stderr) == (0, "")
    assert len(box.mails("Entwürfe")) == 1


def test_server_away(box: Box) -> None:
    """A server that is not there: exit 75, nothing lost."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        code, said = refusal(box, host='"127.0.0.1"', port=str(taken.getsockname()[1]))

    assert code == 75
    assert "cannot be reached" in said


def test_starttls(box: Box) -> None:
    """The same visit over STARTTLS."""
    box.configure(port=str(box.server.plain_port), security='"starttls"')
    box.deliver(mail())

    assert box.watcher("once").returncode == 0
    assert len(box.mails("Drafts")) == 1


def test_dry_run_writes_nothing(box: Box) -> None:
    """--dry-run decides and leaves neither a draft nor a memory."""
    box.deliver(mail())
    result = json.loads(box.watcher("once", "--dry-run", "--json").stdout)["accounts"][0]

    assert [m["reason"] for m in result["mails"]] == ["a rejection: would be drafted"]
    assert box.mails("Drafts") == []
    assert not (box.folder / "state").exists()
    assert json.loads(box.watcher("status", "--json").stdout)["accounts"][0]["seen"] == 0


def test_a_dry_run_knows_what_was_done(box: Box) -> None:
    """With a state it counts the mails that have an outcome, beside another watcher at work, and changes no byte of the state."""
    box.deliver(mail())
    box.watcher("once")
    box.deliver(mail(RECEIPT, message_id="<r@helmwerk.example>"))
    before = {path.name: path.read_bytes() for path in (box.folder / "state").iterdir() if path.is_file()}
    with open_state(box.folder / "state", "personal"):
        done = box.watcher("once", "--dry-run", "--since", "2001-01-01")
    after = {path.name: path.read_bytes() for path in (box.folder / "state").iterdir() if path.is_file()}

    assert (done.returncode, before) == (0, after)
    assert "looked at 1, drafted 0, labels noticed 0, 1 known from before" in done.stdout
    assert "1  not a rejection" in done.stdout


def test_an_archive_is_scanned_on_all_cores(box: Box) -> None:
    """Several hundred mails, one of them a rejection of long ago: all are looked at, each has a reason, and the end says so."""
    with box.client as client:
        for number in range(440):
            text = PLAIN_NO if number == 300 else RECEIPT
            client.append(
                "INBOX",
                mail(text, message_id=f"<s{number}@helmwerk.example>"),
                msg_time=datetime(2020, 1, 1, tzinfo=UTC),
            )
    done = box.watcher("once", "--since", "2001-01-01", "--dry-run")

    assert "looked at 440, drafted 0" in done.stdout, done.stderr
    assert "439  not a rejection" in done.stdout
    assert "1  a rejection, but too old to answer" in done.stdout


def test_status_and_explain_use_the_same_words(box: Box) -> None:
    """`status`, `explain` and the visit itself name one reason."""
    box.deliver(mail(RECEIPT, message_id="<r@helmwerk.example>"))
    box.deliver(mail())
    told = {m["id"]: m["reason"] for m in json.loads(box.watcher("once", "--json").stdout)["accounts"][0]["mails"]}
    status = json.loads(box.watcher("status", "--json").stdout)["accounts"][0]
    explained = json.loads(box.watcher("explain", "<n1@helmwerk.example>", "--json").stdout)

    assert (
        told["<n1@helmwerk.example>"] == explained["reason"] == status["mails"][0]["reason"] == "a rejection: drafted"
    )
    assert told["<r@helmwerk.example>"] == "not a rejection"


def test_explain_a_file(box: Box) -> None:
    """A mail in a file is explained without the server: verdict, sentence, facts, people."""
    path = box.folder / "mail.eml"
    path.write_bytes(mail())
    row = json.loads(box.watcher("explain", str(path), "--json").stdout)

    assert row["verdict"] == "rejection"
    assert "decided not to move forward" in row["sentence"]
    assert row["facts"]["company"].startswith("Helmwerk")
    assert row["facts"]["role"].startswith("Data Engineer")
    assert row["thanks"] == ["Julia Meyer <julia.meyer@helmwerk.example>: sender, sent the mail"]


def test_classify_reads_every_kind_of_file(box: Box) -> None:
    """.eml, mbox, Maildir and .jsonl, one JSON object a line."""
    eml, mbox, maildir, rows = (box.folder / name for name in ("a.eml", "b.mbox", "Maildir", "c.jsonl"))
    eml.write_bytes(mail())
    mbox.write_bytes(b"From x Thu Jan  1 00:00:00 2026\n" + mail(RECEIPT).replace(b"\r\n", b"\n") + b"\n")
    for part in ("cur", "new", "tmp"):
        (maildir / part).mkdir(parents=True)
    (maildir / "new" / "1").write_bytes(mail())
    rows.write_text(json.dumps({"id": "row", "subject": "Your application", "from": "", "body": PLAIN_NO}) + "\n")
    done = box.watcher("classify", "--json", *map(str, (eml, mbox, maildir, rows)))
    found = [json.loads(line) for line in done.stdout.splitlines()]

    assert [(row["verdict"]) for row in found] == ["rejection", "other", "rejection", "rejection"]
    assert set(found[0]) == {"id", "probability", "verdict"}


def test_evaluate_prints_the_contract(box: Box) -> None:
    """--json prints the promised object; ignored labels do not count."""
    path = box.folder / "set.jsonl"
    rows = [
        {"subject": "", "from": "", "body": PLAIN_NO, "label": "rejection", "lang": "en"},
        {"subject": "", "from": "", "body": RECEIPT, "label": "acknowledgement", "lang": "en"},
        {"subject": "", "from": "", "body": PLAIN_NO, "label": "withdrawn"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    found = json.loads(box.watcher("evaluate", str(path), "--json", "--ignore", "withdrawn").stdout)

    assert {"n", "rejections", "threshold", "precision", "recall", "f1", "average_precision", "by_language"} <= set(
        found
    )
    assert (found["n"], found["rejections"], found["precision"], found["recall"]) == (2, 1, 1.0, 1.0)
    assert set(found["by_language"]["en"]) == {"n", "rejections", "precision", "recall", "f1"}


def test_check_finds_nothing_wrong(box: Box) -> None:
    """The doctor on a healthy account."""
    done = box.watcher("check")

    assert done.returncode == 0, done.stdout
    assert "puts drafts into Drafts" in done.stdout


def test_check_names_a_missing_folder(box: Box) -> None:
    """The doctor says which folder is missing and which there are."""
    box.configure(folders='["Jobs"]')
    done = box.watcher("check")

    assert done.returncode == 2
    assert "there is no folder 'Jobs'" in done.stdout
    assert "INBOX" in done.stdout


def test_label_leads_to_a_draft(box: Box) -> None:
    """A mail left as unsure or other gets its draft after `watcher label … yes`."""
    text = "Hi Alex, the allotment committee sat on Tuesday; the tomatoes won.\n\nBest,\nNora Lind\n"
    box.deliver(mail(text, sender="Nora Lind <nora@lind.example>", subject="Tuesday", message_id="<odd@lind.example>"))
    assert json.loads(box.watcher("once", "--json").stdout)["accounts"][0]["drafts"] == []
    assert box.watcher("label", "odd@lind.example", "yes").returncode == 0
    drafts = json.loads(box.watcher("once", "--json").stdout)["accounts"][0]["drafts"]

    assert [draft["to"] for draft in drafts] == ["nora@lind.example"]
    assert json.loads(box.watcher("once", "--json").stdout)["accounts"][0]["drafts"] == []


def test_label_of_an_unknown_mail(box: Box) -> None:
    """A label for a mail that nobody saw is an error that says where ids are listed."""
    done = box.watcher("label", "<nobody@example.org>", "yes")

    assert done.returncode == 2
    assert "watcher status" in done.stderr


def test_a_flood_is_told_and_answered(box: Box) -> None:
    """More rejections than the limit: exit 2 and what to do; `status` says the same; `once --yes` goes on."""
    box.extra = "[daemon]\nmax_drafts_per_visit = 1\n"
    box.configure()
    for number in (1, 2):
        box.deliver(
            mail(PLAIN_NO.replace("Helmwerk", f"Helmwerk {number}"), message_id=f"<m{number}@helmwerk.example>")
        )
    stopped, told = box.watcher("once"), box.watcher("status")

    assert (stopped.returncode, len(box.mails("Drafts"))) == (2, 1)
    assert "watcher once --yes" in stopped.stderr
    assert "STOPPED: more than 1 drafts within an hour" in told.stdout
    assert box.watcher("once", "--yes").returncode == 0
    assert len(box.mails("Drafts")) == 2
