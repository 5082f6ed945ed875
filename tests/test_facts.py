"""watcher.facts: what a letter may mention, and nothing that is not sure."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters import PLAIN_NO, RECEIPT, ends, invite, received
from watcher.facts import LANGUAGES, Certainty, Fact, Stage, company, gather, language_of, of_this_application, role
from watcher.invitation import Invitation
from watcher.mail import Mail
from watcher.text import own_text

MEETING = Invitation("Interview Data Engineer", datetime(2026, 2, 10, tzinfo=UTC), None, (), cancelled=False)


def company_of(mail: Mail) -> str | None:
    found = company(mail, own_text(mail))
    return found.value if found else None


def role_in(text: str, subject: str = "Your application") -> str | None:
    found = role(received(text, subject=subject), text, ())
    return found.value if found else None


def test_a_plain_rejection_gives_its_facts() -> None:
    """Company, role, language and stage, each with where it was read."""
    facts = gather(received(PLAIN_NO), (), ())

    assert ("en", False, Stage.APPLIED, False) == (facts.language, facts.informal, facts.stage, facts.agency)
    assert Fact("Data Engineer", "subject and text", Certainty.AGREED) == facts.role
    assert Fact("Helmwerk", "domain and signature and subject and text", Certainty.AGREED) == facts.company


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAIN_NO, "en"),
        ("Leider müssen wir Ihnen mitteilen, dass wir uns für andere Bewerber entschieden haben.", "de"),
        ("Nous avons le regret de vous informer que votre candidature n'a pas été retenue.", "fr"),
        ("Lamentamos comunicarle que hemos decidido continuar con otros candidatos para el puesto.", "es"),
        ("Purtroppo dobbiamo informarLa che la Sua candidatura non è stata selezionata per la posizione.", "it"),
        ("Helaas moeten wij u mededelen dat wij niet verder gaan met uw sollicitatie.", "nl"),
        ("Infelizmente, decidimos não avançar com a sua candidatura para esta vaga.", "pt"),
        ("Z przykrością informujemy, że nie zdecydowaliśmy się kontynuować procesu rekrutacji.", "pl"),
        ("Til vores store beklagelse må vi meddele dig, at vi ikke går videre med din ansøgning.", "da"),
        ("Maalesef başvurunuzu olumlu değerlendiremediğimizi üzülerek bildiririz.", "tr"),
        ("К сожалению, мы не готовы пригласить вас на следующий этап отбора.", "ru"),
        ("На жаль, ми не готові запросити вас на наступний етап відбору.", "uk"),
        ("誠に残念ながら、今回は採用を見送らせていただくこととなりました。", "ja"),
        ("很遗憾地通知您，您的申请未能通过我们的筛选。", "zh"),
        ("Δυστυχώς δεν θα προχωρήσουμε με την αίτησή σας για τη θέση.", "el"),
    ],
)
def test_the_language_is_that_of_the_text(text: str, expected: str) -> None:
    """A sentence or two are enough."""
    assert expected == language_of(text)


@given(st.text(max_size=59))
def test_what_is_too_short_to_tell_is_in_a_language_that_we_write(text: str) -> None:
    """Nobody goes without a letter for a few strange characters."""
    assert language_of(text) in LANGUAGES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kiitos hakemuksestasi. Valitettavasti emme tällä kertaa etene hakemuksesi kanssa, sillä valitsimme toisen hakijan.", "fi"),
        ("Köszönjük jelentkezését. Sajnálattal értesítjük, hogy ezúttal nem az Ön jelentkezését választottuk erre a pozícióra.", "hu"),
        ("Moltes gràcies per l'interès que has mostrat. Lamentem comunicar-te que hem decidit continuar amb altres candidats.", "ca"),
        ("지원해 주셔서 진심으로 감사합니다. 안타깝게도 이번 채용에서는 함께하지 못하게 되었음을 알려드립니다. 앞으로의 구직 활동에 좋은 결과가 있기를 바라겠습니다.", "ko"),
    ],
)  # fmt: skip
def test_a_language_without_letters_is_told(text: str, expected: str) -> None:
    """By its code, which is no folder of ours: a reply in English would be clumsy."""
    assert expected == language_of(text)
    assert expected not in LANGUAGES


def test_two_languages_in_one_mail() -> None:
    """Where a half can be read and written by us, it is in that language, whichever half is longer."""
    finnish = "Kiitos hakemuksestasi ja mielenkiinnostasi. Valitettavasti emme tällä kertaa etene hakemuksesi kanssa, sillä valitsimme toisen hakijan. "
    english = (
        "Thank you for your application. Unfortunately, we have decided to continue with other candidates this time."
    )

    assert "en" == language_of(f"{finnish * 2}\n\n{english}")
    assert "en" == language_of(f"{english}\n\n{finnish * 2}")


def test_a_subject_is_no_half_of_a_mail() -> None:
    """Applicant tracking systems write subjects in English above whatever text."""
    text = "Kiitos hakemuksestasi ja mielenkiinnostasi. Valitettavasti emme tällä kertaa etene hakemuksesi kanssa, sillä valitsimme toisen hakijan. "

    assert "fi" == language_of(
        f"Your application as Data Engineer at Helmwerk\nHei Alex,\n\n{text * 2}\n\nYstävällisin terveisin"
    )


def test_few_words_are_in_english() -> None:
    """Too short to tell, whatever they look like."""
    assert "en" == language_of("Hei Alex, kiitos!")


def test_a_link_or_an_address_is_no_language() -> None:
    """English words in links do not make a German mail English."""
    assert "de" == language_of(
        "Leider haben wir uns anders entschieden. https://www.example.com/we/regret/to/inform/you/that/the/position@example.org"
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Leider können wir dir nicht zusagen, deine Bewerbung war gut, danke dafür und alles Gute.", True),
        ("de", "Leider können wir Ihnen nicht zusagen, Ihre Bewerbung war gut, danke dafür und alles Gute.", False),
        ("de", "Leider können wir Ihnen nicht zusagen. Wie du siehst, ist die Entscheidung gefallen, alles Gute.", False),
        ("fr", "Nous avons le regret de te dire que ta candidature n'a pas été retenue cette fois.", True),
        ("fr", "Nous avons le regret de vous dire que votre candidature n'a pas été retenue cette fois.", False),
        ("es", "Lamentamos decirte que tu candidatura no ha sido seleccionada, gracias por tu interés.", True),
        ("es", "Lamentamos comunicarle que su candidatura no ha sido seleccionada, gracias por su interés.", False),
        ("da", "Til vores store beklagelse må vi meddele dig, at vi ikke går videre med din ansøgning.", True),
        ("en", "Unfortunately we have decided not to move forward with your application, dear friend.", False),
    ],
)  # fmt: skip
def test_the_register_of_the_sender_is_mirrored(language: str, text: str, expected: bool) -> None:
    """Du, tu and tú are answered so; where both occur the polite form wins."""
    facts = gather(received(text, subject=""), (), ())

    assert (language, expected) == (facts.language, facts.informal)


@pytest.mark.parametrize(
    ("mail", "expected"),
    [
        (received(), "Helmwerk"),
        (received(sender="Helmwerk Talent Team <no-reply@ats.example>"), "Helmwerk"),
        (received(sender="Julia from Helmwerk <julia@ats.example>"), "Helmwerk"),
        (
            received(
                "Thank you for your interest in Blue Harbor. No.",
                sender="Blue Harbor Careers <x@ats.example>",
                subject="",
            ),
            "Blue Harbor",
        ),
        (received("Leider nein.", sender="x@nordlicht.example", subject="Ihre Bewerbung bei Nordlicht"), "Nordlicht"),
        (
            received("Malheureusement non.", sender="x@chantier.example", subject="Votre candidature chez Chantier"),
            "Chantier",
        ),
        (received("No, lo sentimos.", sender="x@faro.example", subject="Tu candidatura en Faro"), "Faro"),
        (received("Unfortunately no.", sender="x@ats.example", subject="Your application at Helmwerk"), None),
        (received("Unfortunately no.", sender="Julia Meyer <julia@gmail.com>", subject="Your application"), None),
        (
            received(
                "We have decided not to go on with you.", sender="x@monday.example", subject="Interview on Monday"
            ),
            None,
        ),
        (Mail(), None),
    ],
)
def test_a_company_is_named_by_two_witnesses(mail: Mail, expected: str | None) -> None:
    """Display name, domain, subject, text: one place alone is a guess, and a guess is left out."""
    assert expected == company_of(mail)


def test_the_company_is_written_as_its_own_mail_writes_it() -> None:
    """Not as the domain spells it."""
    assert "HelmWerk" == company_of(received("Thank you for your interest in HelmWerk.", subject="Application"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you for applying for the Data Engineer position at Helmwerk.", "Data Engineer"),
        ("Thank you for applying for the\nData Engineer position at Helmwerk.", "Data Engineer"),
        ('Thank you for your application for the position of "Lead Cook (m/f/d)".', "Lead Cook"),
        ("We received your application for the Senior Data Engineer role.", "Senior Data Engineer"),
        ("your application for the position of Data Engineer - REQ-12345 at Helmwerk.", "Data Engineer"),
        ("your application for the position of Data Engineer - REQ-12345.", "Data Engineer"),
        ("The Data Engineer position has been filled.", "Data Engineer"),
        ("vielen Dank für Ihre Bewerbung als Krankenpfleger.", "Krankenpfleger"),
        ("Ihre Bewerbung um die Stelle als Projektleiter Bau.", "Projektleiter Bau"),
        ("votre candidature au poste de Chargé de Projet.", "Chargé de Projet"),
        ("tu candidatura al puesto de Analista de Datos.", "Analista de Datos"),
        ("We have decided not to go on with your application.", None),
        ("The position has been filled.", None),
        ("thank you for your interest in our open position and in Helmwerk.", None),
        ("We chose another candidate for this role. The role is closed.", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_role_is_read_from_the_text(text: str, expected: str | None) -> None:
    """As the mail writes it, without requisition numbers; none beats a guess."""
    assert expected == role_in(text)


def test_the_role_may_stand_in_the_subject_or_earlier_in_the_thread() -> None:
    """The text comes first, then the subject, then an earlier mail of this very thread, never of another."""
    here = received("No.", subject="Ihre Bewerbung als Koch", references=("<q@helmwerk.example>",))
    silent = received("No.", subject="Hello", references=("<q@helmwerk.example>",))
    earlier = received("", subject="Re: the Data Engineer position", message_id="<q@helmwerk.example>")
    other = received("", subject="Re: the Data Engineer position", message_id="<z@helmwerk.example>")

    assert Fact("Koch", "subject") == role(here, "No.", (earlier,))
    assert Fact("Data Engineer", "subject of the earlier mail «the Data Engineer position»") == role(
        silent, "No.", (other, earlier)
    )
    assert None is role(silent, "No.", (other,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you for taking the time to interview with us last week.", Stage.INTERVIEWED),
        ("It was a pleasure meeting you on Monday.", Stage.INTERVIEWED),
        ("Following your recent interview, we have decided against it.", Stage.INTERVIEWED),
        ("vielen Dank für das nette Gespräch.", Stage.INTERVIEWED),
        ("nach dem Vorstellungsgespräch haben wir beraten.", Stage.INTERVIEWED),
        ("merci pour notre entretien de mardi.", Stage.INTERVIEWED),
        ("gracias por la entrevista del martes.", Stage.INTERVIEWED),
        ("We only invite a few applicants to an interview.", Stage.APPLIED),
        ("Our interview process is long.", Stage.APPLIED),
        (PLAIN_NO, Stage.APPLIED),
        (RECEIPT, Stage.APPLIED),
    ],
)
def test_an_interview_is_one_only_if_a_mail_proves_it(text: str, expected: Stage) -> None:
    """Words about a meeting that was, not about meetings in general."""
    assert expected is gather(received(text), (), ()).stage


def test_a_held_meeting_proves_an_interview() -> None:
    """The invitation is named as the proof."""
    facts = gather(received(), (), (MEETING,))

    assert (Stage.INTERVIEWED, "calendar invitation «Interview Data Engineer»") == (facts.stage, facts.stage_where)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our client has decided to go with someone else.", True),
        ("unser Kunde hat sich anders entschieden.", True),
        ("notre client a retenu un autre profil.", True),
        ("nuestro cliente ha elegido a otra persona.", True),
        ("Our clients love us.", False),
        (PLAIN_NO, False),
    ],
)
def test_an_agency_speaks_of_its_client(text: str, expected: bool) -> None:
    """Only then is it thanked as one that passes a decision on."""
    assert expected is gather(received(text), (), ()).agency


@pytest.mark.parametrize(
    "text",
    [
        "Team " * 20_000, "position of A in " * 5_000, "the Aa " * 15_000, "Interesse an A und " * 5_000, '" ' * 25_000, "A " * 50_000,
        "thank you " * 10_000, "our " * 30_000, "position" + " " * 120_000 + "x",
        *("".join(template.format(number) for number in range(120_000 // len(template)))
          for template in ("join Xa{}b. ", "at Xa{}b. ", "chez Xa{}b. ", "The Xa{}b Team\n", "role of Xa{}b. ", 'role "xa{} ab" ')),
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_no_text_makes_the_reading_slow(text: str) -> None:
    """128 KB of the worst words, or of thousands of companies, are no work."""
    assert ends(lambda: gather(received(text, subject=text[:8_000]), (), ()))
    assert ends(lambda: role(Mail(), text, ()))


def test_one_long_word_has_a_language_at_once() -> None:
    """A mail that is one endless word costs nothing."""
    language_of("warm up")

    assert ends(lambda: language_of("a" * 120_000))


@given(st.text(max_size=120), st.text(max_size=60))
def test_facts_are_short_lines_that_the_mail_holds(text: str, subject: str) -> None:
    """Whatever the mail says, company and role are one line of at most 70 characters."""
    facts = gather(Mail(plain=text, subject=" ".join(subject.split())), (), ())

    for fact in filter(None, (facts.company, facts.role)):
        assert 2 <= len(fact.value) <= 70
        assert "\n" not in fact.value


@pytest.mark.parametrize(
    ("role", "method", "kept"),
    [
        ("Data Engineer", "REQUEST", True),
        ("Senior Data Engineer, Platform", "REQUEST", True),
        ("Office Manager", "REQUEST", False),
        ("Office Manager", "CANCEL", True),
        ("データエンジニア", "REQUEST", True),
    ],
)
def test_earlier_mail_about_another_role_is_another_application(role: str, method: str, kept: bool) -> None:
    """One that names no role, or the same in other words or letters, is not; a cancellation always counts."""
    calendars = (invite(summary=f"Interview {role}", method=method),)
    text = f"Dear Alex,\n\nwe would like to meet you about the {role} position at Helmwerk.\n\nJulia Meyer"
    asked = received(text, subject=f"Interview: {role}", message_id="<n0@helmwerk.example>", calendars=calendars)
    silent = received("When could you come by?", subject="A date", message_id="<n00@helmwerk.example>")

    assert of_this_application(received(), (asked, silent)) == ((asked, silent) if kept else (silent,))
    assert asked in of_this_application(received(in_reply_to=("<n0@helmwerk.example>",)), (asked, silent))


def test_an_invitation_counts_where_the_rejection_names_the_company_behind_the_same_words_as_a_role() -> None:
    """« entretien chez Verdanelle » names no role: the meeting about one is of this application."""
    asked = received("Voici le créneau.", subject="Entretien responsable logistique", sender="d.p@verdanelle.example")
    refused = received(
        "Nous vous remercions de l'intérêt que vous portez à Verdanelle. Nous avons décidé de ne pas poursuivre avec votre "
        "candidature au poste de responsable logistique.\n\nL'équipe Recrutement de Verdanelle",
        subject="Suite à votre entretien chez Verdanelle",
        sender="Verdanelle <ne-pas-repondre@verdanelle.tailorteam.example>",
    )

    assert of_this_application(refused, (asked,)) == (asked,)
