"""watcher.people: whom to thank, whom not, and why."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters import NOW, invite, received
from watcher.domains import is_nobodys, organisation
from watcher.mail import Mail, Person, addresses, parse
from watcher.mailboxes import Unreadable, spellings, unreadable
from watcher.people import (
    MAX_INTERVIEWERS,
    LeftOut,
    Relation,
    Thanks,
    to_thank,
)

OWN = ("alex@example.org", "a.example@work.example")
JULIA = Person("Julia Meyer", "julia.meyer@helmwerk.example")
TOM = Person("Tom Berg", "tom.berg@helmwerk.example")
PASS = ("mx.example.org; spf=pass; dmarc=pass header.from=ats.example",)


def people(text: str) -> tuple[Person, ...]:
    return addresses(text)


def thank(mail: Mail, *related: Mail, company: str = "", interviewers: bool = True) -> Thanks:
    return to_thank(mail, related, OWN, company, interviewers=interviewers)


def thanked(found: Thanks) -> list[tuple[str, Relation]]:
    return [(r.person.address, r.relation) for r in found.recipients]


def why_not(found: Thanks) -> list[tuple[str | None, Unreadable]]:
    return [(left.person.address if left.person else None, left.why) for left in found.left_out]


def meeting(*attendees: str, days: int = 19, **event: str) -> Mail:
    """A mail with an invitation, sent `days` before the rejection."""
    return received(
        "You are invited.",
        message_id="<m@helmwerk.example>",
        date=NOW - timedelta(days),
        calendars=(invite(*attendees, **event),),
    )


# -- the reply target ------------------------------------------------------------------------------------------------


def test_the_sender_is_thanked() -> None:
    """A person who wrote the rejection gets the letter, as an answer to it."""
    mail = received()
    found = thank(mail)

    assert [("julia.meyer@helmwerk.example", Relation.SENDER)] == thanked(found)
    assert ((), (), mail) == (found.left_out, found.meetings, found.recipients[0].answers)


def test_reply_to_comes_before_from() -> None:
    """A recruiter in Reply-To of the same organisation is written to, not the machine in From."""
    found = thank(received(sender="no-reply@jobs.helmwerk.example", reply_to=(JULIA,)))

    assert [(JULIA.address, Relation.SENDER)] == thanked(found)


@pytest.mark.parametrize(
    "authentication",
    [
        (),
        ("mx; dmarc=fail",),
        ("mx; spf=pass",),
        ("mx; dmarc=none", "evil; dmarc=pass"),
        ("mx; xdmarc=passed",),
        ('mx; spf=fail smtp.mailfrom="; dmarc=pass "@evil.example',),
        ("mx; spf=fail (sender said; dmarc=pass) smtp.mailfrom=evil.example",),
        ("mx; spf=fail ((a) ; dmarc=pass (b))",),
        ("mx; spf=fail (((((; dmarc=pass",),
    ],
)
def test_a_foreign_reply_to_needs_somebody_to_vouch(authentication: tuple[str, ...]) -> None:
    """Another organisation in Reply-To is not trusted without DMARC, and only the topmost result counts."""
    found = thank(received(sender="no-reply@ats.example", reply_to=(JULIA,), authentication=authentication))

    assert ([], [(JULIA.address, Unreadable.FOREIGN)]) == (thanked(found), why_not(found))


@pytest.mark.parametrize(
    ("received", "result", "trusted"),
    [
        ("from a by mx.provider.example with ESMTPS", "in.provider.example; dmarc=pass", True),
        ("from a by mx.provider.example with ESMTPS", "In.Provider.Example 1; dkim=pass; dmarc = pass", True),
        ("from a by mx.provider.example with ESMTPS", "mx.example.org; dmarc=pass", True),
        ("from a by mx.provider.example with ESMTPS", "mx.evil.example; dmarc=pass", False),
        ("from a by mx.provider.example with ESMTPS", "spf=pass smtp.mailfrom=x.example; dmarc=pass", False),
        ("from a by AM9PR08.eurprd08.prod.outlook.com (2603::1)", "spf=pass smtp.mailfrom=x.example; dmarc=pass", True),
        ("by 2002:a05:6402::1 with SMTP id x", "mx.evil.example; dmarc=pass", False),
        ("from b by compute4.internal (LMTPProxy)", "mx.provider.example; dmarc=pass", True),
        ("from b by host7 (Cyrus)", "mx.provider.example; dmarc=pass", True),
    ],
)
def test_only_the_users_own_provider_vouches(received: str, result: str, trusted: bool) -> None:
    """A result counts under a name at home where the mail was received, or where the user has an address (RFC 8601 5)."""
    raw = (
        f"Received: {received}\r\nReceived: from c by mx.provider.example; Sun, 1 Mar 2026 09:00:00 +0000\r\nAuthentication-Results: {result}\r\n"
        "From: no-reply@ats.example\r\nReply-To: julia.meyer@helmwerk.example\r\nMessage-ID: <n@ats.example>\r\n\r\nNo.\r\n"
    )

    assert trusted == bool(thank(parse(raw.encode())).recipients)


def test_dmarc_vouches_for_a_foreign_reply_to() -> None:
    """An applicant tracking system that passes DMARC may name the recruiter."""
    found = thank(received(sender="no-reply@ats.example", reply_to=(JULIA,), authentication=PASS))

    assert [(JULIA.address, Relation.SENDER)] == thanked(found)


def test_several_reply_addresses_are_nobody() -> None:
    """A mail that wants answers at two addresses is left to the user; twice the same is one."""
    twice = (JULIA, Person("J", JULIA.address.upper()))

    assert [(None, Unreadable.SEVERAL)] == why_not(thank(received(reply_to=(JULIA, TOM))))
    assert [(JULIA.address, Relation.SENDER)] == [(a.lower(), r) for a, r in thanked(thank(received(reply_to=twice)))]


def test_a_mail_from_nobody_is_answered_to_nobody() -> None:
    """Without From and Reply-To there is no address."""
    assert Thanks((), (LeftOut(None, Unreadable.NO_ADDRESS),), ()) == thank(Mail())


def test_the_name_in_from_is_kept_when_reply_to_is_the_same_mailbox() -> None:
    """Reply-To often repeats the address without the name."""
    assert JULIA == thank(received(reply_to=(Person("", "Julia.Meyer@helmwerk.example"),))).recipients[0].person


@pytest.mark.parametrize("address", ["alex@example.org", "ALEX@example.org", "A.Example@work.example"])
def test_the_user_is_never_thanked(address: str) -> None:
    """Not even when a mail names his own address for replies."""
    assert [(address, Unreadable.SELF)] == why_not(thank(received(reply_to=(Person("", address),))))


NO_REPLY = {
    "en": "no-reply noreply no_reply no.reply noreply123 hr-noreply do-not-reply donotreply dont-reply do.not.respond no-response notifications unmonitored",
    "de": "keine-antwort keineantwort nicht-antworten bitte-nicht-antworten",
    "fr": "ne-pas-repondre nepasrepondre ne_pas_repondre sans-reponse",
    "es": "no-responder noresponder no-contestar no.responder", "it": "non-rispondere nonrispondere",
    "pt": "nao-responda nao-responder naoresponda", "nl": "niet-beantwoorden niet-antwoorden geen-antwoord",
    "pl": "nie-odpowiadaj nieodpowiadac", "sv": "svara-ej ej-svara", "da": "svar-ikke besvar-ikke", "no": "ikke-svar svar-ikke",
    "cs": "neodpovidat neodpovidaj", "ro": "nu-raspunde nu-raspundeti", "tr": "cevaplamayin yanitlamayiniz", "ru": "ne-otvechat neotvechat", "uk": "ne-vidpovidaty nevidpovidayte", "el": "min-apantate", "ja": "henshin-fuka sendonly",
    "zh": "noreply auto",
}  # fmt: skip


@pytest.mark.parametrize("language", NO_REPLY)
def test_mailboxes_that_nobody_reads_are_known_by_name(language: str) -> None:
    """In every language, with or without hyphens, dots, underscores and digits."""
    for local in NO_REPLY[language].split():
        assert (local, Unreadable.NO_REPLY) == (local, unreadable(Person("", f"{local}@helmwerk.example"), OWN))


@pytest.mark.parametrize(
    "person",
    [
        Person("Helmwerk (no reply)", "jobs@helmwerk.example"),
        Person("Do Not Reply", "jobs@helmwerk.example"),
        Person("Bitte nicht antworten", "jobs@helmwerk.example"),
        Person("Ne pas répondre", "jobs@helmwerk.example"),
        Person("Não responda", "jobs@helmwerk.example"),
        Person("Nie odpowiadać", "jobs@helmwerk.example"),
        Person("", "svara-inte@helmwerk.example"),
        Person("", "neodpovidejte@helmwerk.example"),
        Person("", "ne-vidpovidaty@helmwerk.example"),
        Person("", "min-apantate@helmwerk.example"),
        Person("", "henshin-fuka@helmwerk.example"),
        Person("", "non-rispondete@helmwerk.example"),
        Person("", "no-responda@helmwerk.example"),
        Person("", "not-monitored@helmwerk.example"),
    ],
    ids=lambda person: f"{person.name} {person.address}",
)  # fmt: skip
def test_nobody_reads_these_either(person: Person) -> None:
    """Display names count, with accents; and the forms that are less usual."""
    assert Unreadable.NO_REPLY is unreadable(person, OWN)


@pytest.mark.parametrize(
    "local",
    [
        "mailer-daemon",
        "MAILER-DAEMON",
        "postmaster",
        "bounce+abc=x",
        "bounces-7",
        "list-request",
        "owner-list",
        "x-bounces",
        "root",
    ],
)
def test_system_mailboxes_are_no_people(local: str) -> None:
    """Bounces and list owners never get a thank-you."""
    assert Unreadable.SYSTEM is unreadable(Person("", f"{local}@helmwerk.example"), OWN)


@pytest.mark.parametrize(
    "local",
    [
        "julia.meyer",
        "hr",
        "jobs",
        "careers",
        "talent",
        "recruiting",
        "nora.reyes",
        "antwort",
        "notker",
        "reply+abc123",
        "donna.r",
        "info",
    ],
)
def test_other_mailboxes_are_read(local: str) -> None:
    """A desk, a token address of an applicant tracking system or a person may be written to."""
    assert None is unreadable(Person("", f"{local}@helmwerk.example"), OWN)


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("helmwerk.example", "helmwerk.example"), ("Mail.Jobs.Helmwerk.Example.", "helmwerk.example"), ("a.helmwerk.co.uk", "helmwerk.co.uk"),
        ("co.uk", "co.uk"), ("a.b.com.br", "b.com.br"), ("jobs.helmwerk.de", "helmwerk.de"), ("example", "example"),
        ("jobs.sap.de", "sap.de"), ("mail.ubs.ch", "ubs.ch"), ("karriere.dm.de", "dm.de"),
    ],
)  # fmt: skip
def test_an_organisation_is_the_registered_domain(domain: str, expected: str) -> None:
    """Sub-domains belong to the same organisation, neighbours under co.uk do not."""
    assert expected == organisation(domain)


@pytest.mark.parametrize(("domain", "expected"), [("gmail.com", True), ("yahoo.co.uk", True), ("mail.greenhouse.io", True), ("myworkday.com", True), ("helmwerk.example", False), ("hotmailer.example", False)])  # fmt: skip
def test_some_domains_say_nothing_about_the_employer(domain: str, expected: bool) -> None:
    """Free mail and applicant tracking systems are nobody's company."""
    assert expected is is_nobodys(domain)


# -- interviewers ----------------------------------------------------------------------------------------------------


def test_interviewers_are_thanked_too() -> None:
    """Whoever was in a meeting that took place gets a letter of his own; nobody gets two."""
    found = thank(received(), meeting("Tom Berg <tom.berg@helmwerk.example>", "Alex <alex@example.org>"))

    assert [(JULIA.address, Relation.SENDER), (TOM.address, Relation.INTERVIEWER)] == thanked(found)
    assert ("was in the meeting «Interview Data Engineer»", 1, ()) == (
        found.recipients[1].why,
        len(found.meetings),
        found.left_out,
    )


def test_interviewers_are_left_alone_if_the_user_wants_that() -> None:
    """The meetings still count as proof of an interview."""
    found = thank(received(), meeting("Tom Berg <tom.berg@helmwerk.example>"), interviewers=False)

    assert [(JULIA.address, Relation.SENDER)] == thanked(found)
    assert 1 == len(found.meetings)


@pytest.mark.parametrize(
    ("attendee", "why"),
    [
        ("Room 7 <room7@helmwerk.example>", Unreadable.ROBOT),
        ("Saal <raum-berlin@helmwerk.example>", Unreadable.ROBOT),
        ("Scheduler <scheduling@helmwerk.example>", Unreadable.ROBOT),
        ("Notes <notetaker.bot@helmwerk.example>", Unreadable.ROBOT),
        ("Planassistent Helmwerk <planassistent@helmwerk.example>", Unreadable.ROBOT),
        ("Helmwerk Recruiting <recruiting@helmwerk.example>", Unreadable.ROBOT),
        ("Eve <eve@other.example>", Unreadable.OTHER_COMPANY),
        ("Eve <eve@gmail.com>", Unreadable.OTHER_COMPANY),
        ("HR <no-reply@helmwerk.example>", Unreadable.NO_REPLY),
    ],
)  # fmt: skip
def test_rooms_robots_and_strangers_are_not_thanked(attendee: str, why: Unreadable) -> None:
    """Each is left out for its own reason."""
    found = thank(received(), meeting(attendee))

    assert ([(JULIA.address, Relation.SENDER)], [(people(attendee)[0].address, why)]) == (
        thanked(found),
        why_not(found),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our client, Borowianka, has decided otherwise.", True),
        ("Our client has decided otherwise.", False),
        ("Borowianka is a fine firm.", False),
    ],
)
def test_an_interviewer_of_an_agencys_client_is_thanked_if_the_mail_names_the_client(text: str, expected: bool) -> None:
    """Otherwise nobody knows why somebody of another company sat there."""
    found = thank(received(text), meeting("Zbigniew Orłowicz <z.orlowicz@borowianka.example>"))

    assert expected is (("z.orlowicz@borowianka.example", Relation.INTERVIEWER) in thanked(found))


@pytest.mark.parametrize(
    ("company", "domain"),
    [
        ("ミナヅキ精工", "minazuki-seiko"),
        ("株式会社ひまわり", "himawari"),
        ("シャッフル工業", "shaffuru"),
        ("Северовоз", "severovoz"),
        ("Blue Harbor", "blueharbor"),
    ],
)
def test_a_company_is_found_in_addresses_whatever_alphabet_it_is_written_in(company: str, domain: str) -> None:
    """So that whoever wrote from there is thanked for a rejection that a machine sends."""
    mail = received(sender="Jobs <no-reply@tool.example>")
    earlier = received("Hi", sender=f"Eve Stone <eve@{domain}.example>", message_id="<z@x.example>")

    assert any(way in domain for way in spellings(company))
    assert [(f"eve@{domain}.example", Relation.RECRUITER)] == thanked(thank(mail, earlier, company=company))


def test_a_person_called_sala_is_no_room() -> None:
    """An individual with a full name is not left out because one half of it means room."""
    found = thank(received(), meeting("Maria Sala <maria.sala@helmwerk.example>"))

    assert ("maria.sala@helmwerk.example", Relation.INTERVIEWER) in thanked(found)


@pytest.mark.parametrize("start", ["20260301T090000Z", "20260305T100000Z", "20270210T100000Z"])
def test_a_meeting_to_come_did_not_take_place(start: str) -> None:
    """Whoever has not met the user yet is not thanked for it."""
    found = thank(received(), meeting("Tom Berg <tom.berg@helmwerk.example>", start=start))

    assert ([(JULIA.address, Relation.SENDER)], ()) == (thanked(found), found.meetings)


@pytest.mark.parametrize("event", [{"method": "CANCEL"}, {"status": "CANCELLED"}])
def test_a_cancelled_meeting_did_not_take_place(event: dict[str, str]) -> None:
    """The cancellation counts wherever it stands among the mails."""
    asked, off = (
        meeting("Tom Berg <tom.berg@helmwerk.example>"),
        meeting("Tom Berg <tom.berg@helmwerk.example>", days=18, **event),
    )

    assert () == thank(received(), off, asked).meetings == thank(received(), asked, off).meetings


@pytest.mark.parametrize(
    "later", [{"method": "CANCEL", "summary": "Canceled: Interview Data Engineer"}, {"start": "20270210T100000Z"}], ids=["Outlook cancels", "moved to next year"]
)  # fmt: skip
def test_an_update_of_the_same_meeting_replaces_it(later: dict[str, str]) -> None:
    """Outlook writes Canceled: into the summary, and a meeting that was moved did not take place at its first time."""
    asked, changed = (
        meeting("Tom Berg <tom.berg@helmwerk.example>"),
        meeting("Tom Berg <tom.berg@helmwerk.example>", days=18, **later),
    )

    assert () == thank(received(), changed, asked).meetings


def test_at_most_four_interviewers() -> None:
    """More are counted and left out."""
    crowd = [f"P{n} Q <p{n}@helmwerk.example>" for n in range(7)]
    found = thank(received(), meeting(*crowd))

    assert [f"p{n}@helmwerk.example" for n in range(MAX_INTERVIEWERS)] == [
        a for a, r in thanked(found) if r is Relation.INTERVIEWER
    ]
    assert [(f"p{n}@helmwerk.example", Unreadable.TOO_MANY) for n in range(4, 7)] == why_not(found)


def test_one_person_in_two_meetings_is_thanked_once() -> None:
    """The newest meeting is the one that is named."""
    second = meeting(
        "Tom Berg <tom.berg@helmwerk.example>", summary="Second interview", start="20260220T100000Z", uid="u2"
    )
    found = thank(received(), second, meeting("Tom Berg <TOM.Berg@helmwerk.example>"))

    assert [(TOM.address, Relation.INTERVIEWER)] == thanked(found)[1:]
    assert "was in the meeting «Second interview»" == found.recipients[1].why


def test_the_letter_answers_the_interviewers_own_mail_if_there_is_one() -> None:
    """Else it answers the invitation; a name missing there is taken from that mail."""
    own = received("See you!", sender="Tom Berg <tom.berg@helmwerk.example>", message_id="<t@helmwerk.example>")
    asked = meeting('"tom.berg@helmwerk.example" <tom.berg@helmwerk.example>')

    assert (own, TOM) == (
        thank(received(), own, asked).recipients[1].answers,
        thank(received(), own, asked).recipients[1].person,
    )
    assert asked == thank(received(), asked).recipients[1].answers


def test_the_company_is_known_by_its_name_too() -> None:
    """When the rejection comes from a tracking system, a domain that spells the employer is the employer's."""
    mail = received(sender="no-reply@mail.greenhouse.io")
    asked = meeting("Tom Berg <tom.berg@helmwerk.example>")

    assert [(JULIA.address, Relation.RECRUITER), (TOM.address, Relation.INTERVIEWER)] == thanked(
        thank(mail, asked, company="Helmwerk")
    )


def test_an_invitation_without_a_date_of_the_rejection_proves_nothing() -> None:
    """A rejection that does not say when it was written cannot be later than a meeting."""
    assert () == thank(received(date=None), meeting("Tom Berg <tom.berg@helmwerk.example>")).meetings


# -- the recruiter ---------------------------------------------------------------------------------------------------

MACHINE = received(sender="Helmwerk <no-reply@helmwerk.example>", references=("<q@helmwerk.example>",))


def test_a_recruiter_in_the_thread_is_thanked_instead_of_a_machine() -> None:
    """The newest person of the same thread, before anybody else of the company."""
    in_thread = received("Hi", sender="Tom Berg <tom.berg@helmwerk.example>", message_id="<q@helmwerk.example>")
    newer = received("Hi", message_id="<z@helmwerk.example>")
    found = thank(MACHINE, newer, in_thread)

    assert [(TOM.address, Relation.RECRUITER)] == thanked(found)
    assert in_thread == found.recipients[0].answers
    assert [("no-reply@helmwerk.example", Unreadable.NO_REPLY)] == why_not(found)


def test_a_recruiter_of_the_company_is_second_best() -> None:
    """The newest person who wrote from the company's domain."""
    older = received("Hi", sender="Tom Berg <tom.berg@helmwerk.example>", message_id="<a@helmwerk.example>")
    newer = received("Hi", message_id="<z@helmwerk.example>")

    assert [(JULIA.address, Relation.RECRUITER)] == thanked(thank(MACHINE, newer, older))


@pytest.mark.parametrize(
    "related",
    [
        received("Hi", sender="Eve <eve@other.example>", message_id="<z@x.example>"),
        received("Hi", sender="Alex <alex@example.org>", message_id="<q@helmwerk.example>"),
        received("Hi", sender="no-reply@helmwerk.example", message_id="<q@helmwerk.example>"),
        received("Hi", sender="scheduling@helmwerk.example", message_id="<q@helmwerk.example>"),
        received("Hi", message_id="<q@helmwerk.example>", auto_submitted="auto-generated"),
        received("Hi", message_id="<q@helmwerk.example>", precedence="bulk"),
        received("Hi", message_id="<q@helmwerk.example>", list_id="<l>"),
        received("Hi", sender="", message_id="<q@helmwerk.example>"),
    ],
)
def test_nobody_else_stands_in_for_a_machine(related: Mail) -> None:
    """Not a stranger, not the user, no machine, no robot."""
    assert [] == thanked(thank(MACHINE, related))


def test_a_free_mail_domain_makes_nobody_a_colleague() -> None:
    """Two people at the same mail provider are not of one company."""
    mail = received(sender="no-reply@gmail.com")

    assert [] == thanked(thank(mail, received("Hi", sender="Eve Stone <eve@gmail.com>", message_id="<z@x.example>")))


# -- who it is --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sender", "text", "expected"),
    [
        ("Julia Meyer <julia.meyer@helmwerk.example>", "No.\n\nKind regards,\nJulia Meyer\nWorkshop Manager", Relation.HIRING_MANAGER),
        ("Julia Meyer <julia.meyer@helmwerk.example>", "No.\n\nKind regards,\nJulia Meyer\nHR Manager", Relation.SENDER),
        ("Julia Meyer <julia.meyer@helmwerk.example>", "Nein.\n\nViele Grüße\nJulia Meyer\nLeiterin Einkauf", Relation.HIRING_MANAGER),
        ("Helmwerk <reply+7d41c0a95e@helmwerk.example>", "No.", Relation.MAILBOX),
        ("Julia Meyer <julia.meyer@helmwerk.example>", "No.", Relation.SENDER),
    ],
)  # fmt: skip
def test_the_relation_follows_from_signature_and_address(sender: str, text: str, expected: Relation) -> None:
    """Who signs as the head of something is the hiring manager; a token is an address that a person reads."""
    assert [expected] == [r.relation for r in thank(received(text, sender=sender)).recipients]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for referring Sam. Unfortunately we decided not to move forward with the candidate.",
        "The candidate you interviewed on Monday will not get an offer, unfortunately.",
        "Leider hat es mit der von dir empfohlenen Bewerberin nicht geklappt.",
        "La personne que vous avez recommandée n'a pas été retenue.",
        "Lamentablemente, la candidata que recomendaste no sigue en el proceso.",
        "Kandidaten som du rekommenderade gick tyvärr inte vidare.",
        "К сожалению, кандидат, которого вы рекомендовали, нам не подошёл.",
        "很遗憾，您推荐的候选人没有通过面试。",
        "Ay, al final nada: han elegido a otra persona y que no sigo en el proceso.",
        "Ich habe heute leider eine Absage bekommen. Kopf hoch, sagt Mama.",
        "So they turned me down. Drinks on Friday?",
    ],
)
def test_news_about_somebody_else_is_not_answered(text: str) -> None:
    """The user as interviewer or friend thanks nobody for another's rejection."""
    assert ([], [(None, Unreadable.NOT_YOURS)]) == (thanked(thank(received(text))), why_not(thank(received(text))))


@pytest.mark.parametrize(
    "domain", ["heimwerk.example", "he1mwerk.example", "helmwerk-jobs.example", "helmwerk.test", "helmwrek.example", "helmwerkk.example"]
)  # fmt: skip
def test_a_lookalike_is_never_written_to(domain: str) -> None:
    """A domain that is nearly that of earlier mails is left alone, unless DMARC vouches for it."""
    earlier = received("Hi", message_id="<a@helmwerk.example>")
    mail = received(sender=f"Julia Meyer <julia@{domain}>")

    assert [(f"julia@{domain}", Unreadable.LOOKALIKE)] == why_not(thank(mail, earlier))
    assert Unreadable.LOOKALIKE not in {
        w for _, w in why_not(thank(received(sender=f"J <julia@{domain}>", authentication=PASS), earlier))
    }


@pytest.mark.parametrize("domain", ["jobs.helmwerk.example", "other.example", "helm.example", "werk.example"])
def test_another_domain_is_no_lookalike(domain: str) -> None:
    """Sub-domains and names that nobody mixes up."""
    assert thanked(
        thank(received(sender=f"Julia Meyer <julia@{domain}>"), received("Hi", message_id="<a@helmwerk.example>"))
    )


def test_of_several_reply_addresses_the_one_that_is_read() -> None:
    """A no-reply address beside a person's asks for no choice."""
    mail = received(reply_to=(Person("", "no-reply@helmwerk.example"), JULIA))

    assert [JULIA.address] == [address for address, _ in thanked(thank(mail))]


@pytest.mark.parametrize("address", ["alex+jobs@example.org", "alias@forward.example"])
def test_the_users_other_addresses_are_his_own(address: str) -> None:
    """With a tag, or as the mail was delivered to."""
    mail = received(sender=f"X <{address}>", delivered_to=("alias@forward.example",))

    assert [(address, Unreadable.SELF)] == why_not(thank(mail))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was great talking to you on Monday!", True),
        ("Danke für das nette Gespräch gestern.", True),
        ("Merci pour notre échange de mardi.", True),
        ("Tack för senast!", True),
        ("I look forward to meeting you on Monday.", False),
        ("Could we move our interview to Monday?", False),
        ("Wir können Sie leider nicht zu einem Gespräch einladen.", False),
    ],
)
def test_whoever_wrote_of_having_met_is_an_interviewer(text: str, expected: bool) -> None:
    """An earlier mail of the company counts when its writer speaks of a meeting that was, not of one to come."""
    earlier = received(
        text, sender="Tom Berg <tom.berg@helmwerk.example>", message_id="<t@x.example>", date=NOW - timedelta(9)
    )

    assert expected is ((TOM.address, Relation.INTERVIEWER) in thanked(thank(received(), earlier)))


def test_an_old_meeting_is_of_another_application() -> None:
    """Half a year is long enough to forget."""
    earlier = received(
        "It was great talking to you!", sender="Tom Berg <tom.berg@helmwerk.example>", date=NOW - timedelta(400)
    )

    assert [(JULIA.address, Relation.SENDER)] == thanked(thank(received(), earlier))


def test_every_reason_with_nobody_left_says_what_to_do() -> None:
    """What the user reads in `explain` when there is nobody to thank."""
    for reason in (Unreadable.NO_ADDRESS, Unreadable.SEVERAL, Unreadable.NO_REPLY, Unreadable.FOREIGN, Unreadable.LOOKALIKE, Unreadable.NOT_YOURS):  # fmt: skip
        assert reason.advice


@given(
    st.lists(st.sampled_from(["julia.meyer@helmwerk.example", "no-reply@helmwerk.example", "alex@example.org", "eve@other.example", "room1@helmwerk.example"]), max_size=3),
    st.lists(st.sampled_from(["Tom Berg <tom.berg@helmwerk.example>", "Alex <alex@example.org>", "Eve <eve@other.example>", "R <room@helmwerk.example>"]), max_size=4),
    st.booleans(),
)  # fmt: skip
def test_nobody_is_thanked_twice_or_without_reading_it(
    reply_to: list[str], attendees: list[str], machine: bool
) -> None:
    """Whatever the mails name: each person once, never the user, never a mailbox nobody reads, at most five letters."""
    mail = received(
        sender="no-reply@helmwerk.example" if machine else "Julia Meyer <julia.meyer@helmwerk.example>",
        reply_to=tuple(Person("", a) for a in reply_to),
    )
    found = thank(mail, meeting(*attendees), received("Hi", message_id="<z@helmwerk.example>"))
    chosen = [r.person.address.lower() for r in found.recipients]

    assert len(set(chosen)) == len(chosen) <= 1 + MAX_INTERVIEWERS
    assert all(unreadable(r.person, OWN) is None for r in found.recipients)
    assert not {"alex@example.org", "room@helmwerk.example"} & set(chosen)
