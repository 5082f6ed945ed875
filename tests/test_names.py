"""watcher.names: what people are called, and what is no name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.mail import Person
from watcher.names import NAMELESS, Name, name_of


def named(shown: str, text: str = "") -> Name:
    return name_of(Person(shown, "x@helmwerk.example"), text)


@pytest.mark.parametrize(
    ("shown", "given_name", "family"),
    [
        ("Julia Meyer", "Julia", "Meyer"),
        ("Meyer, Julia", "Julia", "Meyer"),
        ('"Meyer, Julia"', "Julia", "Meyer"),
        ("JULIA MEYER", "Julia", "Meyer"),
        ("Julia MEYER", "Julia", "Meyer"),
        ("ANNE-MARIE SCHMIDT", "Anne-Marie", "Schmidt"),
        ("Dr. Julia van der Meyer", "Julia", "van der Meyer"),
        ("Prof. Dr. Anna Schmidt-Lang", "Anna", "Schmidt-Lang"),
        ("M. Jean Dupont", "Jean", "Dupont"),
        ("Frau Dr. Julia Meyer", "Julia", "Meyer"),
        ("Julia Maria Meyer", "Julia Maria", "Meyer"),
        ("Julia Meyer (she/her)", "Julia", "Meyer"),
        ("Julia Meyer [Helmwerk]", "Julia", "Meyer"),
        ("Julia Meyer (Helmwerk GmbH)", "Julia", "Meyer"),
        ("Julia Meyer | Helmwerk", "Julia", "Meyer"),
        ("Julia Meyer - Helmwerk", "Julia", "Meyer"),
        ("Julia Meyer – Helmwerk", "Julia", "Meyer"),
        ("Julia Meyer at Helmwerk", "Julia", "Meyer"),
        ("Julia Meyer from Helmwerk", "Julia", "Meyer"),
        ("Julia Meyer via Greenhouse", "Julia", "Meyer"),
        ("Julia Meyer bei Helmwerk", "Julia", "Meyer"),
        ("Patrick O’Neil", "Patrick", "O'Neil"),
        ("Ian McKay", "Ian", "McKay"),
        ("J. Meyer", "J.", "Meyer"),
        ("Łukasz Żak", "Łukasz", "Żak"),
        ("Мария Иванова", "Мария", "Иванова"),
        ("Jo\u0308rg Mu\u0308ller", "Jörg", "Müller"),
        ("Maria de la Cruz", "Maria", "de la Cruz"),
    ],
)
def test_people_are_read_as_they_write_themselves(shown: str, given_name: str, family: str) -> None:
    """Titles, pronouns, companies, capitals and commas around a name do not end up in the greeting."""
    assert Name(given_name, family, f"{given_name} {family}") == named(shown)


@pytest.mark.parametrize(
    "shown",
    [
        "", "Anna", "Helmwerk", "Helmwerk Talent Team", "Julia from Helmwerk", "HR Department", "Info Desk", "Workday Notifications",
        "Do Not Reply", "no-reply", "Helmwerk Careers", "Karriere bei Helmwerk", "Recursos Humanos", "Ressources Humaines", "Equipo Helmwerk",
        "Bewerbermanagement Helmwerk", "採用担当", "人事部", "Отдел кадров", "julia.meyer@helmwerk.example", "Max & Moritz", "Team 7", "julia meyer",
        "The Quick Brown Fox Jumped Over", "{{ name }}", "<script>", "Julia\nBcc: Evil", "7 Eleven", "Hiring @ Helmwerk", "- -", ",", "Dr.", "Dr. Meyer",
    ],
)  # fmt: skip
def test_desks_companies_and_fragments_are_nameless(shown: str) -> None:
    """Whoever is not surely a person with two names is greeted without a name."""
    assert NAMELESS == named(shown)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Julia Meyer, MBA", "Julia Meyer"),
        ("Julia Meyer, SHRM-CP", "Julia Meyer"),
        ("Julia Meyer, Helmwerk", ""),
        ("Helmwerk GmbH", ""),
        ("Siemens AG", ""),
        ("Acme Inc.", ""),
        ("Dear Customer", ""),
        ("Ștefan Popescu", "Ștefan Popescu"),
        ("Άννα Παπαδοπούλου", "Άννα Παπαδοπούλου"),
        ("Marie DE LA TOUR", "Marie de la Tour"),
    ],
)
def test_other_shapes_of_names(shown: str, expected: str) -> None:
    """Degrees behind a comma are left out, companies are no people, every alphabet has capitals."""
    assert expected == named(shown).full


@pytest.mark.parametrize(
    "farewell",
    ["Kind regards,", "Best regards", "Mit freundlichen Grüßen", "Viele Grüsse", "Cordialement,", "Un saludo,", "Cordiali saluti",
     "Met vriendelijke groet,", "Atenciosamente,", "Z poważaniem", "Med vänlig hälsning", "Med venlig hilsen", "Saygılarımla,",
     "S pozdravem", "Cu stimă,", "З повагою,", "С уважением,", "Με εκτίμηση"],
)  # fmt: skip
def test_a_signature_tells_the_name_that_the_header_does_not(farewell: str) -> None:
    """The line under the farewell is read, in every language of the corpus."""
    assert "Julia Meyer" == named("Helmwerk Recruiting", f"Text.\n\n{farewell}\nJulia Meyer\nTalent Acquisition\n").full


@pytest.mark.parametrize(
    "text",
    [
        "Text.\n\nKind regards,\nHelmwerk Careers\n",
        "Kind regards,",
        "",
        "Julia Meyer",
        "Text.\n\nKind regards,\nJulia\n",
    ],
)
def test_a_signature_without_a_full_name_gives_none(text: str) -> None:
    """A team's signature, a first name or none at all leaves the greeting nameless."""
    assert NAMELESS == named("Helmwerk Recruiting", text)


def test_the_display_name_comes_first() -> None:
    """A signature is read only where the header has no name."""
    assert "Julia Meyer" == named("Julia Meyer", "x\n\nKind regards,\nTom Berg\n").full


@given(st.text(max_size=60))
def test_any_display_name_is_a_name_or_none(shown: str) -> None:
    """Whatever stands in the header, a name has both parts or neither, on one line, without digits or brackets."""
    name = named(shown)

    assert bool(name.given) == bool(name.family) == bool(name.full)
    assert name.full == f"{name.given} {name.family}".strip()
    assert not set("<>@&{}\n\r0123456789|") & set(name.full)
