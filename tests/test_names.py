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
    ("shown", "given_name", "family"),
    [
        ("Meyer, Julia (HR)", "Julia", "Meyer"), ("van der Berg, Jan", "Jan", "van der Berg"), ("DUPONT Jean", "Jean", "Dupont"), ("Julia Meyer, PhD", "Julia", "Meyer"),
        ("Prof. Dr. Julia von der Leine", "Julia", "von der Leine"), ("María José García López", "María José García", "López"), ("Kovács Péter", "Péter", "Kovács"),
        ("Seán O'NEIL", "Seán", "O'Neil"), ("Anne-Sophie LE GALL", "Anne-Sophie", "Le Gall"), ("佐藤 美咲", "美咲", "佐藤"), ("李雯", "雯", "李"), ("İnci Şahin", "İnci", "Şahin"),
        ("Παπαδόπουλος, Νίκος", "Νίκος", "Παπαδόπουλος"),
    ],
)  # fmt: skip
def test_names_in_the_ways_of_many_countries(shown: str, given_name: str, family: str) -> None:
    """Capitals, commas, particles and the order of East Asia and Hungary."""
    name = named(shown)

    assert (given_name, family.lower()) == (name.given, name.family.lower())


@pytest.mark.parametrize(
    ("shown", "address", "text"),
    [
        ("Blue Harbor", "info@blueharbor.example", ""), ("Hotel Belvedere", "x@y.example", ""), ("Nordhamn Logistik", "jobb@nordhamnlogistik.example", ""),
        ("Dirección Académica", "direccion@liceo.example", "No.\n\nUn saludo,\nLiceo"), ("Statek Dolní Lhota", "statek@dolnilhota.example", "Ne."),
        ("Tierarztpraxis Dr. Haberkorn", "praxis@tierarzt-haberkorn.example", ""), ("Redaktion Ostseekurier", "x@ostseekurier.example", ""), ("Casting Lumen", "casting@lumen.example", ""),
        ("Дунай Банк", "vidhuk+1@greenstem.example", "Ні."), ("Ospedale Monteverde", "x@y.example", "No.\n\nCordiali saluti\nOspedale Monteverde"),
        ("Menuiserie Delorme", "contact@delorme.example", "Non.\n\nMenuiserie Delorme\nDelorme SARL"), ("Vettore Assicurazioni", "x@y.example", ""), ("Sparkasse Wiesental", "x@y.example", ""),
        ("Tischlerei Obermaier", "info@tischlerei-obermaier.example", "Nein.\n\nAlles Gute\nTischlerei Obermaier"), ("Gasthof Brandl", "info@gasthof-brandl.example", "Nein.\n\nViele Grüße\nFamilie Brandl\nGasthof Brandl"),
        ("Nordlicht", "jobs@nordlicht.example", "Nein.\n\nViele Grüße\nHaus Nordlicht\nNordlicht Pflege"), ("Villa Serena", "info@villaserena.example", "No.\n\nCordiali saluti\nLa Direzione\nVilla Serena"),
        ("Emerson Blake", "reply+ab12cd34ef@post.hirely.example", "Thank you for your application to Emerson Blake. No.\n\nThe Emerson Blake team"), ("Niels Bohr", "kontor@nbgym.example", "Nej.\n\nKontoret"),
        ("Tallberg Interactive", "svar-41c8be07@post.jobbrummet.example", "Nej.\n\nTeamet på Tallberg Interactive"), ("Okul İdaresi", "bilgi@koleji.example", "Olumsuz."), ("Anouk de Velmora", "anouk@velmora.example", "Non.\n\nAnouk"),
        ("Cofetăria Dulce Vis", "dulcevis@dulcevis.example", "Nu.\n\nDulce Vis"), ("Blumen Hertel", "blumen.hertel@gmx.de", "Nein.\n\nBlumen Hertel"), ("Nordre Skole", "nordre.skole@kommunen.example", "Nej."), ("María Moliner", "ies.mariamoliner@norte.example", "No.\n\nSecretaría del IES María Moliner"),
        ("Bexley Marsh", "jobs@bexleymarsh.example", "No.\n\nKind regards,\nThe Bexley Marsh Team"), ("Nightingale Ward", "ward7@infirmary.example", "No."), ("高橋", "takahashi@midorikan.example", "見送りです。\n\n緑館\n高橋"), ("渤海 科技", "hr@bohai.example", "很遗憾。"),
        ("Mellowfield", "no@mellowfield.example", "No.\n\nSincerely,\nPeople Operations\n\nPaul Marsden\nChief Executive"), ("Stadtwerke", "x@sw.example", "Nein.\n\nMit freundlichen Grüßen\ni.V. Sven Dreyer      i.A. Nicole Patzke"), ("", "x@kapsalon.example", "Nee.\n\nGroetjes, Daan"),
        ("", "jobs@helmwerk.example", "No.\n\nKind regards,\nWorkshop Manager\nHelmwerk"), ("", "jobs@nordlicht.example", "Nein.\n\nViele Grüße\nNordlicht Klinik"),
    ],
)  # fmt: skip
def test_an_organisation_is_not_greeted(shown: str, address: str, text: str) -> None:
    """Two words with capitals are a company's as often as a person's: address, domain and signature tell."""
    assert NAMELESS == name_of(Person(shown, address), text)


@pytest.mark.parametrize(
    ("shown", "address", "text", "expected"),
    [
        ("Julia from Acme", "reply+7@acme.example", "No.\n\nBest,\nJulia\n\nJulia Meyer\nTalent Partner", "Julia Meyer"),
        ("Stadt Ahrenfeld", "personal@ahrenfeld.example", "Nein.\n\nMit freundlichen Grüßen\nIm Auftrag\nBirgit Löhmann", "Birgit Löhmann"),
        ("HR", "hr@acme.example", "No.\n\nKind regards,\nJulia Meyer, HR Manager", "Julia Meyer"),
        ("HR", "hr@acme.example", "No.\n\nKind regards,\nJulia Meyer | Acme", "Julia Meyer"),
        ("人事部", "hr@acme.example", "見送らせていただきます。\n\n以上\n人事部 佐藤 美咲", "佐藤 美咲"),
        ("Дунай Банк", "vidhuk+1@greenstem.example", "Ні.\n\nЗ повагою,\nНіна Гай\nрекрутерка, Дунай Банк", "Ніна Гай"),
        ("Personal - Ayuntamiento de Robledo", "personal@robledo.example", "No.\n\nReciba un cordial saludo,\n\nCarmen Iglesias", "Carmen Iglesias"),
        ("Bruno Delatour", "contact@menuiserie-delatour.example", "Non.\n\nBien à vous,\n\nBruno Delatour\nMenuiserie Delatour\n06 99 00 12 34", "Bruno Delatour"),
        ("Daniela Rovati", "info@officinarovati.example", "No.\n\nCordiali saluti\nDaniela Rovati\nOfficina Rovati snc", "Daniela Rovati"),
        ("Νίκος Καρράς", "info@xylinidimiourgia.example", "Όχι.\n\nΝίκος Καρράς\nΞύλινη Δημιουργία", "Νίκος Καρράς"),
        ("青葉山大学 人事課", "jinji@aobayama-u.example", "採用を見送らせていただきます。\n\n------\n青葉山大学 総務部人事課\n山本 由美\njinji@aobayama-u.example\n------", "山本 由美"),
        ("青葉山大学 人事課", "jinji@aobayama-u.example", "採用を見送らせていただきます。\n\n------\n青葉山大学 総務部\n学生 人事課\n------", ""),
        ("Olga Stassart", "olga@stassart.example", "Non.\n\nOlga", "Olga Stassart"),
        ("Jürgen Hollmann", "juergen@baeckerei-hollmann.example", "Nein.\n\nViele Grüße\nJürgen\n\nBäckerei Hollmann", "Jürgen Hollmann"),
        ("Rui Fontes", "rui@carpintariafontes.example", "Não.\n\nUm abraço,\nRui\n\nCarpintaria Fontes", "Rui Fontes"),
        ("Nordlicht Versicherung", "reply+1@tailor-ats.example", "Nein.\n\nAlles Gute für dich und liebe Grüße\nCarolin Behrens\nRecruiting", "Carolin Behrens"),
        ("Stichting Zonnehof", "hr@zonnehof.example", "Nee.\n\nMet vriendelijke groet en veel succes,\nFemke Jansen", "Femke Jansen"),
        ("Werving", "werving@gemeente-meerdijk.example", "Nee.\n\nMet vriendelijke groet,\n\nnamens de selectiecommissie,\nHarmen Postma\nAdviseur HRM", "Harmen Postma"),
        ("Segreteria Liceo Galvara", "segreteria@liceogalvara.example", "No.\n\nCon i migliori saluti\n\nLa Dirigente scolastica\nPatrizia Lo Presti", "Patrizia Lo Presti"),
        ("HR", "hr@acme.example", "No.\n\nCordiali saluti\nLaura Bianchi, HR Manager\nMario Rossi", "Laura Bianchi"),
        ("Tischlerei Obermaier", "werkstatt@tischlerei-obermaier.example", "Nein.\n\nKorbinian Obermaier\nTischlerei Obermaier, Dorfstraße 9", "Korbinian Obermaier"),
        ("Talleres Quiroga", "info@talleresquiroga.example", "No.\n\nUn saludo,\nPaco Quiroga\nTalleres Quiroga S.L.", "Paco Quiroga"),
        ("Městský úřad Lipová", "podatelna@urad-lipova.example", "Ne.\n\nS pozdravem\n\nZdeněk Hrubý\ntajemník", "Zdeněk Hrubý"),
        ("Loïc de Vrombio", "reponse+b71e@mail.recrutable.example", "Chez Vrombio, non.\n\nBonne route !\n\nLoïc Trégastel\nHead of People", "Loïc Trégastel"),
        ("Town Clerk", "clerk@wexcombe-tc.example", "No.\n\nYours sincerely\n\nMrs Judith Whitlock PSLCC\nTown Clerk", "Judith Whitlock"), ("HR", "hr@x.example", "No.\n\nAtentamente\n\nFdo.: Remedios Cascajares\nDirectora", "Remedios Cascajares"),
        ("Secrétariat", "secretariat@lycee.example", "Non.\n\nJe vous prie d'agréer, Madame, l'expression de mes salutations\ndistinguées.\n\nThibault de Kergoat\nProviseur adjoint", "Thibault de Kergoat"),
        ("Secretaria", "geral@jf.example", "Não.\n\nCom os melhores cumprimentos,\n\nO Presidente da Junta\nAurélio Nogueira", "Aurélio Nogueira"), ("Отдел подбора", "otvet+5d2a@mail.podborka.example", "Нет. Желаем удачи!\n\nЗарина Алимбекова\nрекрутер", "Зарина Алимбекова"),
        ("人事部", "hr@qingfeng.example", "很遗憾,祝您工作顺利。\n\n谢文岚\n人事部", "谢文岚"), ("Приймальня", "p@muzei.example", "Ні.\n\nЗ повагою\n\nОрися Кобилецька,\nдиректорка", "Орися Кобилецька"),
        ("Sietse Postma", "sietse@rijwielhuispostma.example", "Nee.\n\nGroeten,\nSietse\nRijwielhuis Postma", "Sietse Postma"), ("Rafael Mendonça", "rafa@caixote.example", "Não.\n\nAbs,\nRafa", "Rafael Mendonça"), ("Tan Kah Hoe", "kahhoe.tan@merlion.example", "No.\n\nKah Hoe", "Tan Kah Hoe"),
        ("Kestrel Search", "hello@kestrel.example", "No.\n\nDarnell\n\nDarnell Whitcombe\nSenior Consultant", "Darnell Whitcombe"), ("Grace Lin 林雅文", "grace.lin@formosa.example", "No.\n\nGrace", "Grace Lin"), ("Kadry", "kadry@huta.example", "Nie.\n\nz up. Dyrektora\nHalina Orczyk", "Halina Orczyk"),
        ("海棠物流", "hr@haitang-wuliu.example", "很遗憾，本次未能录用。\n\n海棠物流人力资源部\n陈晓东", "陈晓东"),
    ],
)  # fmt: skip
def test_a_signature_is_read_in_its_many_forms(shown: str, address: str, text: str, expected: str) -> None:
    """On behalf of, with a title behind a comma, with the desk before it, the given name first."""
    assert expected == name_of(Person(shown, address), text).full


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
