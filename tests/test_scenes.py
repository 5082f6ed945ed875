"""Whole stories of an application on a real server: what went before the rejection, and who gets which letter for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.dovecot import Dovecot, installed
from tests.letters import PLAIN_NO, invite, mail
from tests.world import World, quick_folder
from watcher import resources
from watcher.classifier import Classifier
from watcher.labels import Label, Strength
from watcher.letter import Letters
from watcher.mail import Mail, parse
from watcher.policy import Reason
from watcher.state import open_state
from watcher.visit import Tally

NOW = datetime.now(UTC).replace(microsecond=0)
ALEX = "Alex Example <alex@example.org>"
JULIA, TOM, SARA = (
    f"{name} <{name.lower().replace(' ', '.')}@helmwerk.example>" for name in ("Julia Meyer", "Tom Berg", "Sara Lind")
)
AINO = "Aino Virtanen <aino.virtanen@helmwerk.example>"
UXIA = "Uxía Castro <uxia.castro@helmwerk.example>"
NO_REPLY = "Helmwerk Careers <no-reply@helmwerk.example>"
FINNISH_NO = (
    "Hei Alex,\n\nKiitos hakemuksestasi Data Engineer -tehtävään Helmwerkillä ja kiinnostuksestasi yritystämme kohtaan. "
    "Valitettavasti emme tällä kertaa etene hakemuksesi kanssa. Saimme paljon hakemuksia, ja valitsimme jatkoon hakijat, joiden "
    "kokemus vastasi paremmin tehtävän vaatimuksia.\n\nYstävällisin terveisin,\nAino Virtanen\nHelmwerk\n"
)
GALICIAN_NO = (
    "Bo día Alex,\n\nGrazas polo teu interese na praza de enxeñeiro de datos en Helmwerk. Lamentamos comunicarche que a túa "
    "candidatura non foi seleccionada e que nesta ocasión decidimos continuar con outros candidatos.\n\nUn saúdo,\nUxía Castro\nHelmwerk\n"
)


class Scene:
    """One mailbox: mail that came or went so many days ago, then visits, and the letters that lie in Drafts."""

    def __init__(self, world: World) -> None:
        self.world, self.tally, self.now = world, Tally(), NOW

    def came(self, text: str = PLAIN_NO, *, days: float = 0.1, folder: str = "INBOX", **changes: str) -> None:
        when = NOW - timedelta(days=days)
        self.world.put(mail(text, date=when, **{"message_id": f"<m{days}@helmwerk.example>", **changes}), when, folder)

    def meeting(
        self,
        *attendees: str,
        sender: str = JULIA,
        days: float = 10,
        method: str = "REQUEST",
        uid: str = "u1",
        extra: str = "",
    ) -> None:
        """An invitation, sent so many days ago, to an interview four days after that. `extra` are more lines of the event."""
        when = NOW - timedelta(days=days)
        start = f"{NOW - timedelta(days=6):%Y%m%dT%H%M%SZ}"
        event = invite(
            *attendees,
            ALEX,
            organizer=sender,
            start=start,
            method=method,
            uid=uid,
            status="CANCELLED" if method == "CANCEL" else "CONFIRMED",
        )
        message = EmailMessage()
        message["From"], message["To"], message["Subject"], message["Date"] = (
            sender,
            ALEX,
            "Interview Data Engineer",
            when,
        )
        message["Message-ID"] = f"<{method}.{uid}@helmwerk.example>"
        message.set_content(
            "Dear Alex,\n\nWe would like to invite you to an interview.\n\nKind regards,\nJulia Meyer\n"
        )
        calendar = event.decode().replace("END:VEVENT", f"{extra}END:VEVENT")
        message.add_alternative(calendar, subtype="calendar", params={"method": method})
        self.world.put(message.as_bytes().replace(b"\n", b"\r\n"), when)

    def letters(self) -> list[Mail]:
        """What a visit wrote, in order. The next visit finds nothing more to do."""
        self.tally = self.world.visit(self.now)
        assert self.world.visit(self.now + timedelta(minutes=5)).drafts == []
        drafts = self.world.folders()["Drafts"].mails
        return [parse(raw) for _, (*_, raw) in sorted(drafts.items())]

    @property
    def reasons(self) -> list[str]:
        return [outcome.reason for outcome in self.tally.outcomes]


@pytest.fixture(scope="module")
def stage(classifier: Classifier) -> Iterator[Callable[[str], World]]:
    """One server; each scene has a mailbox of its own on it."""
    if not installed():
        pytest.skip("Dovecot is not installed")
    letters = Letters(resources.templates())
    with Dovecot() as server, quick_folder() as folder:
        yield lambda name: World(server, name, folder / name, classifier, letters)


@pytest.fixture
def scene(stage: Callable[[str], World], request: pytest.FixtureRequest) -> Scene:
    return Scene(stage(re.sub(r"\W", "", request.node.name)))


def to(letters: list[Mail]) -> list[str]:
    return [letter.to[0].address for letter in letters]


def test_a_no_reply_rejection_is_answered_to_the_recruiter(scene: Scene) -> None:
    """The letter goes to her who wrote before, answers her mail, and thanks for no interview."""
    scene.came(
        "Dear Alex,\n\nThank you for your application. Could you send me your salary expectations for the Data Engineer role?\n\nKind regards,\nJulia Meyer\n",
        days=9, sender=JULIA, message_id="<ask@helmwerk.example>", subject="Your application",
    )  # fmt: skip
    scene.came(sender=NO_REPLY)
    (letter,) = scene.letters()

    assert (to([letter]), letter.in_reply_to) == (["julia.meyer@helmwerk.example"], ("<ask@helmwerk.example>",))
    assert letter.plain.startswith(("Dear Julia", "Hi Julia"))
    assert not re.search(r"interview|meeting|\bmet\b|conversation|Careers", letter.plain)


def test_a_panel_is_thanked_one_by_one(scene: Scene) -> None:
    """The sender and three interviewers get letters of different wording; the room and the scheduling robot get none."""
    robot = "GoodTime Scheduler <scheduler@helmwerk.example>"
    panel = (
        "Tom Berg <tom.berg@helmwerk.example>",
        "Sara Lind <sara.lind@helmwerk.example>",
        "Ivo Blum <ivo.blum@helmwerk.example>",
    )
    room = "ATTENDEE;CUTYPE=ROOM;CN=Room Elbe:mailto:elbe@helmwerk.example\r\nATTENDEE;CN=Room 4:mailto:room4@helmwerk.example\r\n"
    scene.meeting(*panel, sender=robot, extra=room)
    scene.came(sender=JULIA)
    letters = scene.letters()

    assert to(letters) == [f"{who}@helmwerk.example" for who in ("julia.meyer", "tom.berg", "sara.lind", "ivo.blum")]
    names, bodies = zip(*(letter.plain.split("\n\n", 1) for letter in letters), strict=True)
    assert names == ("Dear Julia Meyer,", "Dear Tom Berg,", "Dear Sara Lind,", "Dear Ivo Blum,")
    assert len(set(bodies)) == 4


def test_a_cancelled_interview_is_not_thanked_for(scene: Scene) -> None:
    """Only the sender gets a letter, and it speaks of no interview."""
    scene.meeting(TOM)
    scene.meeting(TOM, days=8, method="CANCEL")
    scene.came(sender=JULIA)
    (letter,) = scene.letters()

    assert to([letter]) == ["julia.meyer@helmwerk.example"]
    assert not re.search(r"interview|meeting|\bmet\b|conversation", letter.plain)


def test_an_agency_is_thanked_as_one(scene: Scene) -> None:
    """The letter to the agency takes it neither for the employer nor for somebody who interviewed."""
    scene.came(
        "Dear Alex,\n\nI have heard back from our client about the Data Engineer position. Unfortunately, they have decided not to move "
        "forward with your application, as other candidates matched their needs more closely.\n\nKind regards,\nNora Falk\nTalentbrücke\n",
        sender="Nora Falk <nora.falk@talentbruecke.example>", subject="Data Engineer position",
    )  # fmt: skip
    (letter,) = scene.letters()

    assert to([letter]) == ["nora.falk@talentbruecke.example"]
    assert scene.tally.drafts[0].template.startswith("en/agency")
    assert not re.search(r"Talentbr|interview", letter.plain.replace("Nora Falk", ""))


@pytest.mark.parametrize("written_to", ["a.example@work.example", "alex+jobs@example.org"])
def test_the_letter_comes_from_the_address_that_was_written_to(written_to: str, scene: Scene) -> None:
    """An alias or an address with a plus: the company knows the applicant by it."""
    scene.world = replace(scene.world, addresses=("alex@example.org", "a.example@work.example"))
    scene.came(to=f"Alex Example <{written_to}>")
    (letter,) = scene.letters()

    assert letter.sender is not None
    assert letter.sender.address == written_to


def test_two_roles_in_one_week_get_two_letters(scene: Scene) -> None:
    """The same recruiter of one company says no twice: each letter names its own role, and no two read alike."""
    scene.came(days=4)
    scene.came(
        PLAIN_NO.replace("Data Engineer", "Data Analyst"), subject="Your application as Data Analyst at Helmwerk"
    )
    letters = scene.letters()

    assert to(letters) == ["julia.meyer@helmwerk.example"] * 2
    assert [set(re.findall(r"Data \w+", letter.plain)) for letter in letters] == [{"Data Engineer"}, {"Data Analyst"}]
    assert len({letter.plain.replace("Analyst", "Engineer") for letter in letters}) == 2


def test_a_rejection_that_comes_again_gets_one_letter(scene: Scene) -> None:
    """Delivered twice, present in two watched folders, and sent again under another Message-ID."""
    scene.world = replace(scene.world, watched=("INBOX", "Jobs"))
    for folder in ("INBOX", "INBOX", "Jobs"):
        scene.came(folder=folder)
    scene.came(days=0.05)

    assert len(scene.letters()) == 1
    assert scene.reasons == [Reason.REJECTION, Reason.RESENT]


def test_a_rejection_that_was_answered_gets_no_letter(scene: Scene) -> None:
    """The user's own reply is in Sent."""
    scene.came(message_id="<no@helmwerk.example>")
    scene.came(
        "Thank you, Julia.\n", days=0.05, folder="Sent", sender=ALEX, to=JULIA, In_Reply_To="<no@helmwerk.example>"
    )

    assert scene.letters() == []
    assert scene.reasons == [Reason.ANSWERED]


def test_a_draft_of_the_users_own_is_enough(scene: Scene) -> None:
    """What the user has begun to write stays the only draft."""
    scene.came(message_id="<no@helmwerk.example>")
    scene.came(
        "Dear Julia,\n\nthank you\n",
        days=0.05,
        folder="Drafts",
        sender=ALEX,
        to=JULIA,
        In_Reply_To="<no@helmwerk.example>",
    )

    assert [letter.plain.strip() for letter in scene.letters()] == ["Dear Julia,\n\nthank you"]
    assert scene.reasons == [Reason.DRAFT_EXISTS]


def test_a_friends_forward_gets_no_letter(scene: Scene) -> None:
    """The rejection in it is the friend's."""
    scene.came(
        "Look what I got today :(\n\n---------- Forwarded message ---------\nFrom: Julia Meyer <julia.meyer@helmwerk.example>\n"
        f"Date: Mon, 2 Feb 2026 at 10:00\nSubject: Your application\nTo: Kim Friend <kim@friends.example>\n\n{PLAIN_NO.replace('Alex', 'Kim')}",
        sender="Kim Friend <kim@friends.example>", subject="Fwd: Your application",
    )  # fmt: skip

    assert scene.letters() == []


@pytest.mark.parametrize("sender", [ALEX, "Nora Falk <nora.falk@example.org>"])
def test_who_interviews_others_gets_no_letter(sender: str, scene: Scene) -> None:
    """A rejection of somebody else, which the user sent himself or has in copy."""
    scene.came(PLAIN_NO.replace("Alex", "Kim"), sender=sender, to="Kim Friend <kim@friends.example>", Cc=ALEX)

    assert scene.letters() == []


def test_the_senders_colleague_in_to_is_no_stranger(scene: Scene) -> None:
    """A recruiter writes to the hiring manager and to the applicant in copy: the news is the applicant's."""
    scene.came(to=TOM, Cc=ALEX)

    assert to(scene.letters()) == ["julia.meyer@helmwerk.example"]


def test_a_language_without_letters_is_left_to_the_user(scene: Scene) -> None:
    """No reply in English to a mail in Finnish, also when the user calls it a rejection; `status` says what he could do."""
    scene.came(FINNISH_NO, folder="Rejections/Yes", sender=AINO, subject="Hakemuksesi")

    assert scene.letters() == []
    assert scene.reasons == [Reason.NO_LETTER]
    lacking = "fi/_greeting.txt.j2, fi/_closing.txt.j2, fi/applied.txt.j2"
    assert scene.tally.outcomes[0].detail == f"{Reason.NO_LETTER.advice}: {lacking}"


def test_the_users_own_letters_bring_a_language(scene: Scene, tmp_path: Path) -> None:
    """A mail in Galician waits; when the templates that it lacks are written and it is called a rejection, there is a draft."""
    (tmp_path / "gl").mkdir()
    for name, text in (
        ("_greeting", "Ola {{ name.given }},"),
        ("applied", "grazas pola resposta."),
        ("_closing", "{{ signature }}"),
    ):
        (tmp_path / "gl" / f"{name}.txt.j2").write_text(text)
    scene.came(GALICIAN_NO, sender=UXIA, subject="A túa candidatura")
    assert (scene.letters(), scene.reasons) == ([], [Reason.NO_LETTER])
    scene.world = replace(scene.world, letters=Letters(resources.templates(tmp_path)))
    said = Label(
        scene.tally.outcomes[0].source, rejection=True, strength=Strength.EXPLICIT, at=NOW + timedelta(hours=1)
    )
    with open_state(scene.world.state, "personal") as state:
        state.add_label(said, None)
    scene.now += timedelta(hours=2)
    (letter,) = scene.letters()

    assert letter.plain.strip() == "Ola Uxía,\n\ngrazas pola resposta.\n\nAlex Example"
