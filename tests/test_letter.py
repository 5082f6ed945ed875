"""watcher.letter: exactly the letter that was meant, byte for byte, whatever the mail says."""

from __future__ import annotations

import base64
import email
import email.policy
import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters import NOW, PLAIN_NO, mail, received
from watcher.facts import Fact, Facts, Stage
from watcher.letter import (
    HEADERS,
    KINDS,
    MAX_REFERENCES,
    Identity,
    LetterError,
    Letters,
    Written,
    check,
    identity_for,
    kind_of,
    make_message_id,
    reply_subject,
    serialise,
    write,
)
from watcher.mail import Mail, Person, ids, parse
from watcher.names import NAMELESS, Name
from watcher.people import Recipient, Relation
from watcher.resources import templates

SHIPPED = Letters(templates())
ME = Identity("alex@example.org", "Alex Example")
JULIA = Person("Julia Meyer", "julia.meyer@helmwerk.example")
OUR_ID = "<0123456789abcdef0123@example.org>"
LONG_ID = "<" + "BL1PR12MB5144" + "A" * 40 + "@BL1PR12MB5144.namprd12.prod" + ">"
LANGUAGES = (
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "fr",
    "it",
    "ja",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sv",
    "tr",
    "uk",
    "zh",
)
LOWER_AFTER_COMMA = ("cs/", "de/", "it/", "pl/")


def letter(
    answers: Mail | None = None,
    *,
    to: Person = JULIA,
    relation: Relation = Relation.SENDER,
    me: Identity = ME,
    message_id: str = OUR_ID,
    **facts: object,
) -> Written:
    recipient = Recipient(to, relation, "", answers if answers is not None else received())
    known = Facts(**{"language": "en", **facts})  # type: ignore[arg-type]
    return write(recipient, known, me, SHIPPED, message_id=message_id, written_at=NOW)


def fields(raw: bytes) -> list[tuple[str, str]]:
    """The header fields as they stand in the bytes, unfolded."""
    head = raw.partition(b"\r\n\r\n")[0].decode("ascii")
    return [
        (name, value)
        for name, _, value in (line.partition(": ") for line in re.sub(r"\r\n(?=[ \t])", "", head).split("\r\n"))
    ]


def assert_exact(written: Written, to: str = JULIA.address, threaded: bool = True) -> None:
    """Allowed headers in their order, one recipient, only ASCII, only CRLF, no line too long."""
    names = [name for name, _ in fields(written.draft.raw)]
    read = parse(written.draft.raw)

    assert [h for h in HEADERS if threaded or h not in {"In-Reply-To", "References"}] == names
    assert ([to], ["alex@example.org"]) == ([p.address for p in read.to], [read.sender.address if read.sender else ""])
    assert written.draft.raw.isascii()
    assert 0 == len(re.findall(rb"\r(?!\n)|(?<!\r)\n|\0", written.draft.raw))
    assert max(map(len, written.draft.raw.split(b"\r\n"))) <= 998
    assert max(map(len, written.draft.raw.partition(b"\r\n\r\n")[2].split(b"\r\n"))) <= 76
    assert written.draft.raw.endswith(b"\r\n")
    assert written.text == read.plain
    assert all(len(word) <= 75 for word in re.findall(rb"=\?[^? ]+\?[bq]\?[^? ]*\?=", written.draft.raw))


# -- bytes -----------------------------------------------------------------------------------------------------------


def test_a_letter_byte_by_byte() -> None:
    """What is appended to Drafts, in full."""
    source = Letters({"en/applied.txt.j2": "Thank you — for all{% if role %} about {{ role }}{% endif %}.\n\n\n\nBye.", "en/_greeting.txt.j2": "Dear {{ name.full }},",
                      "en/_closing.txt.j2": "Regards,\n{{ signature }}"})  # fmt: skip
    facts = Facts(language="en", role=Fact("Data Engineer", "text"))
    written = write(
        Recipient(JULIA, Relation.SENDER, "", received()), facts, ME, source, message_id=OUR_ID, written_at=NOW
    )

    assert written.draft.raw == (
        b"From: Alex Example <alex@example.org>\r\n"
        b"To: Julia Meyer <julia.meyer@helmwerk.example>\r\n"
        b"Subject: Re: Your application as Data Engineer at Helmwerk\r\n"
        b"Date: Sun, 01 Mar 2026 09:00:00 +0000\r\n"
        b"Message-ID: <0123456789abcdef0123@example.org>\r\n"
        b"In-Reply-To: <n1@helmwerk.example>\r\n"
        b"References: <n1@helmwerk.example>\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: text/plain; charset="utf-8"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n"
        b"\r\n"
        b"Dear Julia Meyer,\r\n\r\nThank you =E2=80=94 for all about Data Engineer.\r\n\r\nBye.\r\n\r\nRegards,\r\nAlex Example\r\n"
    )
    assert ("en/applied.txt.j2", OUR_ID, JULIA.address) == (
        written.template,
        written.draft.message_id,
        written.draft.to,
    )


def encoded(text: str) -> bytes:
    """A text as one encoded word, line breaks and all."""
    return b"=?utf-8?b?" + base64.b64encode(text.encode("utf-8", "replace")) + b"?="


TEXT = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\r\n\t ,;:<>@\"'()=?\\")), max_size=90
)


@given(
    subject=TEXT,
    name=TEXT,
    local=st.text(
        st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="<>"), min_size=1, max_size=120
    ),
    mine=TEXT,
)
def test_any_mail_gives_an_exact_letter(subject: str, name: str, local: str, mine: str) -> None:
    """Any subject, names and ids, encoded line breaks included, give the allowed headers, one recipient and the same bytes again."""
    source = parse(
        b"From: "
        + encoded(name)
        + b" <julia.meyer@helmwerk.example>\r\nSubject: "
        + encoded(subject)
        + b"\r\nMessage-ID: <"
        + local.encode()
        + b"@x.example>\r\n\r\n"
    )
    me = Identity(
        "alex@example.org",
        " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]", "", mine).split()) or "Alex",
        "Alex",
    )
    written = letter(source, to=source.sender or JULIA, me=me)

    assert_exact(written, threaded=source.message_id is not None)
    assert reply_subject(source.subject) == parse(written.draft.raw).subject
    assert [i for i in [source.message_id] if i] == [
        value for header, value in fields(written.draft.raw) if header == "In-Reply-To"
    ]
    assert written == letter(source, to=source.sender or JULIA, me=me)


@given(TEXT, TEXT)
def test_even_an_unclean_mail_injects_nothing(subject: str, name: str) -> None:
    """Values that did not come through `mail.parse` add no header either."""
    assert_exact(letter(received(subject=subject), to=Person(name, JULIA.address)))


@pytest.mark.parametrize(
    "subject",
    [
        b"=?utf-8?q?a=0ABcc:_e=40x.example?=",
        b"=?utf-8?q?a=0D=0A=0D=0Abody?=",
        b"=?utf-8?b?" + base64.b64encode(b"x\r\nTo: e@x.example\r\n") + b"?=",
        b"a =?utf-8?q?=3D=3Futf-8=3Fq=3Fb=3D0ABcc:_e=3F=3D?=",
        b"a\r\n\r\n b",
        b"=?utf-8?q?=E2=80=A8Bcc:_e=40x.example?=",
    ],
)
def test_a_subject_injects_no_header(subject: bytes) -> None:
    """CVE-2024-6923: an encoded line break stays inside the subject, and an encoded word inside one is not passed on."""
    source = parse(b"From: j@helmwerk.example\r\nMessage-ID: <a@x.example>\r\nSubject: " + subject + b"\r\n\r\nhi")
    written = letter(source)

    assert_exact(written)
    assert reply_subject(source.subject) == parse(written.draft.raw).subject


@pytest.mark.parametrize(
    "name",
    [
        "Julia\r\nBcc: Evil",
        'Julia" <e@x.example>, "Meyer',
        "Julia <e@x.example> Meyer",
        "Julia, e@x.example",
        "=?utf-8?q?J=0ABcc:_e=40x?= Meyer",
        "Jülia\nMéyer",
    ],
)
def test_a_name_injects_no_recipient(name: str) -> None:
    """A display name adds nobody to To and no header."""
    assert_exact(letter(to=Person(name, JULIA.address)))
    assert_exact(letter(me=Identity("alex@example.org", name, "Alex")))


@pytest.mark.parametrize(
    "message_id",
    [
        LONG_ID,
        "<" + "a" * 236 + "@x.example>",
        "<a!#$%&'*+/=?^_`{|}~.-@x.example>",
        "<a=?b?c=@x.example>",
        "<no-at>",
    ],
)
def test_ids_are_passed_on_raw(message_id: str) -> None:
    """82 characters of an Office 365 id stay what they are: Exchange drops encoded ones (python/cpython#100991)."""
    source = parse(
        mail(message_id=None).replace(
            b"\r\n", f"\r\nMessage-ID: {message_id}\r\nReferences: {LONG_ID} <b@x.example>\r\n".encode(), 1
        )
    )
    raw = letter(source).draft.raw
    chain = (
        list(dict.fromkeys([LONG_ID, "<b@x.example>", message_id]))
        if message_id != LONG_ID
        else ["<b@x.example>", LONG_ID]
    )

    assert len(LONG_ID) >= 82
    assert f"\r\nIn-Reply-To: {message_id}\r\n".encode() in raw
    assert b"References: \r\n" not in raw
    assert chain == dict(fields(raw))["References"].split(" ") == list(ids(dict(fields(raw))["References"]))


@pytest.mark.parametrize(
    "message_id",
    [
        "<=?utf-8?q?a=0d=0aBcc:_e=40x.example?=@x.example>",
        "<a=?utf-8?q?=0aBcc:_e?=>",
        "<=?UTF-8?B?DQpCY2M6IGVAeC5leGFtcGxl?=>",
    ],
)
def test_an_id_that_decodes_to_a_header_is_not_passed_on(message_id: str) -> None:
    """Python's own modern parser decodes encoded words in ids, and unpatched versions then write them out as headers."""
    source = parse(
        mail(message_id=None).replace(
            b"\r\n", f"\r\nMessage-ID: {message_id}\r\nReferences: {message_id} <b@x.example>\r\n".encode(), 1
        )
    )
    written = letter(source)
    again = email.message_from_bytes(written.draft.raw, policy=email.policy.SMTP)

    assert_exact(written, threaded=False)
    assert b"Bcc" not in again.as_bytes()
    assert ("<b@x.example>",) == source.references


@given(subject=TEXT, name=TEXT, references=st.lists(TEXT, max_size=4))
def test_the_standard_library_reads_the_same_letter(subject: str, name: str, references: list[str]) -> None:
    """Python's modern parser, which shares no code with ours, finds the same headers, recipient and text, and no defect."""
    source = parse(
        b"From: "
        + encoded(name)
        + b" <julia.meyer@helmwerk.example>\r\nSubject: "
        + encoded(subject)
        + b"\r\nMessage-ID: <n@x.example>\r\nReferences: "
        + b" ".join(b"<" + encoded(reference) + b"> <" + reference.encode() + b">" for reference in references)
        + b"\r\n\r\n"
    )
    written = letter(source, to=source.sender or JULIA)
    again = email.message_from_bytes(written.draft.raw, policy=email.policy.default)

    assert [header for header, _ in fields(written.draft.raw)] == again.keys()
    assert [JULIA.address] == [address.addr_spec for address in again["To"].addresses]
    assert ["alex@example.org"] == [address.addr_spec for address in again["From"].addresses]
    assert written.text == again.get_content().replace("\r\n", "\n")
    assert not again.defects


def test_a_mail_without_an_id_is_answered_without_threading() -> None:
    """No Message-ID, no In-Reply-To and no References."""
    assert_exact(letter(received(message_id=None, references=("<a@x.example>",))), threaded=False)


@pytest.mark.parametrize(
    ("references", "in_reply_to", "expected"),
    [
        ((), (), ["<n>"]),
        (("<a>", "<b>"), ("<x>",), ["<a>", "<b>", "<n>"]),
        ((), ("<a>",), ["<a>", "<n>"]),
        ((), ("<a>", "<b>"), ["<n>"]),
        (("<a>", "<n>", "<a>"), (), ["<a>", "<n>"]),
        (
            tuple(f"<{n}>" for n in range(50)),
            (),
            ["<0>", *(f"<{n}>" for n in range(50 - MAX_REFERENCES + 1, 50)), "<n>"],
        ),
    ],
)
def test_references_follow_the_standard(
    references: tuple[str, ...], in_reply_to: tuple[str, ...], expected: list[str]
) -> None:
    """RFC 5322 3.6.4: the parent's chain, then the parent; a long chain keeps its first and its last."""
    raw = letter(received(message_id="<n>", references=references, in_reply_to=in_reply_to)).draft.raw

    assert expected == dict(fields(raw))["References"].split(" ")


@pytest.mark.parametrize(
    "subject",
    ["Re: x", "AW: x", "RE: x", "Re[2]: x", "Antw: x", "SV: x", "Odp: x", "回复：x", "Ответ: x", "re : x", "Αντ: x"],
)
def test_a_reply_prefix_is_not_repeated(subject: str) -> None:
    """In whatever language it stands there already."""
    assert subject == reply_subject(subject)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("x", "Re: x"), ("", "Re:"), ("Result: x", "Re: Result: x"), ("a\r\n b", "Re: a b"), ("Fwd: x", "Re: Fwd: x")],
)
def test_a_subject_is_answered(subject: str, expected: str) -> None:
    """The sender's own words, on one line, behind Re:."""
    assert expected == reply_subject(subject)


def test_the_body_survives_transport() -> None:
    """Lines that mail systems alter are encoded: From at the start of a line, long lines, trailing spaces, a lone dot."""
    text = "Dear\n\nFrom here on\n\n.\n\n" + "ü" * 500 + "\n\nx\n"
    raw = serialise("j@x.example", "", received(), ME, text, OUR_ID, NOW)

    assert text == parse(raw).plain
    assert b"\r\nFrom here" not in raw
    assert all(len(line) <= 76 for line in raw.partition(b"\r\n\r\n")[2].split(b"\r\n"))


# -- the self-check --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"To: Julia", b"Bcc: e@x.example\r\nTo: Julia"),
        (b"To: Julia", b"X-Draft: 1\r\nTo: Julia"),
        (b"Date: ", b"To: e@x.example\r\nDate: "),
        (b"julia.meyer@helmwerk.example>\r\nSubject", b"eve@helmwerk.example>\r\nSubject"),
        (b"meyer@helmwerk.example>\r\nSubject", b"meyer@helmwerk.example>, e@x.example\r\nSubject"),
        (b"alex@example.org", b"eve@example.org"),
        (b"Kind regards", b"Best regards"),
        (b"Kind regards,\r\n", b""),
        (b"Subject: ", b"Subject: " + b"x" * 1_000),
        (b"To: Julia Meyer <", b"To: eve@x.example (Julia) <"),
        (b"<julia.meyer@helmwerk.example>\r\nSubject", b"<julia.meyer@helmwerk.example>, eve\r\nSubject"),
        (b"From: Alex", b"From: eve, Alex"),
        (b"References: <", b"References: x <"),
        (b"References: <", b"References: <=?utf-8?q?=0aBcc:_e?=> <"),
        (b"In-Reply-To: <n1@", b"In-Reply-To: <n1 @"),
        (b'text/plain; charset="utf-8"', b'text/html; charset="utf-8"'),
        (b'text/plain; charset="utf-8"', b'multipart/mixed; boundary="b"'),
        (b"Encoding: quoted-printable", b"Encoding: base64"),
    ],
)
def test_a_letter_that_was_altered_is_refused(old: bytes, new: bytes) -> None:
    """One more header, another person, another word: nothing is written."""
    written = letter()
    assert old in written.draft.raw
    check(written.draft.raw, JULIA.address, ME.address, written.text)

    with pytest.raises(LetterError):
        check(written.draft.raw.replace(old, new, 1), JULIA.address, ME.address, written.text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Dear {{ name }}\n",
        "a {% if %}\n",
        "a  b\n",
        "a\n\n\n\nb\n",
        "Dear None,\n",
        "a\x07b\n",
        "a\u202eb\n",
        "undefined\n",
    ],
)
def test_a_text_that_was_not_finished_is_refused(text: str) -> None:
    """Template syntax, gaps and control characters do not reach Drafts."""
    raw = serialise(JULIA.address, "", received(), ME, text, OUR_ID, NOW)

    with pytest.raises(LetterError):
        check(raw, JULIA.address, ME.address, text)


@pytest.mark.parametrize(
    "value",
    [
        "{{ 7*7 }}",
        "<b>Chef</b>",
        "a|b",
        "https://x.example",
        "WWW.x.example",
        "//x.example",
        "me@x.example",
        "x" * 81,
        "a\nb",
        "[x]",
        "a\\b",
    ],
)
def test_a_strange_fact_is_left_out(value: str) -> None:
    """Markup, links and templates in a role or a company do not stand in a letter."""
    assert letter().text == letter(role=Fact(value, ""), company=Fact(value, "")).text


@pytest.mark.parametrize(
    ("facts", "me"),
    [
        pytest.param(
            {}, Identity("alex@example.org", "Alex", "Alex\nTel:   +49 30\nWeb:\thttps://x.example"), id="columns"
        ),
        pytest.param({}, Identity("alex@example.org", "Alex", "Alex\n\n\n+49 30"), id="blank lines"),
        pytest.param({"role": Fact("Data  Engineer", "")}, ME, id="spaces in a role"),
        pytest.param({"company": Fact("None Such", "")}, ME, id="a company called None Such"),
    ],
)
def test_the_users_own_layout_is_no_unfinished_text(facts: dict[str, object], me: Identity) -> None:
    """A signature in columns, or a name that holds the word None, does not make every letter fail."""
    assert letter(me=me, **facts).text.endswith(f"{me.signature or me.name}\n")


def test_what_cannot_be_encoded_is_a_letter_error() -> None:
    """A lone surrogate is refused like anything else that cannot stand in a letter."""
    with pytest.raises(LetterError):
        letter(role=Fact("Cook \ud800", ""))


@pytest.mark.parametrize(
    "name",
    [
        "{{ 7*7 }} Meyer",
        "{% raw %} Meyer",
        "Julia {{ config }}",
        "{# x #} Meyer",
        "Ju\u202elia Meyer",
        "Ju\u200blia Mey\u200der",
        "Ju\u2066lia\u2069 Meyer",
        "Ju\U000e0041lia Meyer",
        "Ju\u3164lia Meyer",
        "Ju\ufff9lia Meyer",
        "\u200fJulia Meyer\u200e",
        "J" * 100 + " Meyer",
    ],
)
def test_a_name_is_a_name_or_left_out(name: str) -> None:
    """Template syntax is never rendered, and what cannot be seen does not reach the greeting or To."""
    written = letter(received("Hello."), to=Person(name, JULIA.address), company=Fact(name, ""), role=Fact(name, ""))
    shown = written.text + dict(fields(written.draft.raw))["To"]

    assert written.text.startswith(("Dear Julia Meyer,", "Hello,"))
    assert "49" not in shown
    assert not re.search("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufff9-\ufffb\U000e0000-\U000e0fff{}]", shown)


def test_a_company_is_not_greeted_as_a_person() -> None:
    """A display name that is the employer's is no name."""
    assert letter(
        received("No."), to=Person("Blue Harbor", "x@ats.example"), company=Fact("Blue Harbor", "")
    ).text.startswith("Hello,\n")


# -- templates -------------------------------------------------------------------------------------------------------

NAMES = (NAMELESS, Name("Julia", "Meyer", "Julia Meyer"), Name("J.", "Meyer", "J. Meyer"))
BODIES = tuple(name for name in SHIPPED.names if "/_" not in name)


def rendered(
    template: str,
    name: Name = NAMES[1],
    *,
    company: str | None = None,
    role: str | None = None,
    informal: bool = False,
    interviewed: bool = False,
) -> str:
    return SHIPPED.render(
        template,
        {"name": name, "company": company, "role": role, "interviewed": interviewed, "informal": informal, "me": ME.name, "signature": ME.name},
    )  # fmt: skip


def test_every_language_has_every_kind() -> None:
    """Every kind of letter in at least two wordings, and nothing that cannot be written."""
    assert set(LANGUAGES) == {name.partition("/")[0] for name in SHIPPED.names}
    assert [] == SHIPPED.problems()
    for kind in KINDS:
        assert all(
            len([n for n in SHIPPED.wordings(lang, kind) if n.startswith(f"{lang}/")]) >= 2 for lang in LANGUAGES
        )
        assert len(SHIPPED.wordings("en", kind)) >= 3
    assert {n for lang, k in product(LANGUAGES, KINDS) for n in SHIPPED.wordings(lang, k)} == set(BODIES)


@pytest.mark.parametrize("template", BODIES)
def test_every_wording_reads_well_in_every_combination(template: str) -> None:
    """No gap, no stray punctuation, no template syntax, nothing empty; facts stand there exactly when they are known."""
    for name, company, role, informal, interviewed in product(
        NAMES, (None, "Helmwerk"), (None, "Data Engineer"), (False, True), (False, True)
    ):
        text = rendered(template, name, company=company, role=role, informal=informal, interviewed=interviewed)
        paragraphs = text.rstrip("\n").split("\n\n")

        assert [] == re.findall(r"  |\n{3}|[{}%#]| [,.;]|,,|\.\.|None|undefined|\( | \)|[ \t]\n|““|„“|« »|\"\"", text)
        assert 4 <= len(paragraphs) + ("interviewer" in template) <= 7
        assert all(p[-1] in ".!?;。！？" for p in paragraphs[1:-1])
        assert not any(p[0].islower() for p in paragraphs[2:-1])
        assert (paragraphs[1][0].islower() or paragraphs[1].startswith("Ihre ")) == template.startswith(
            LOWER_AFTER_COMMA
        )
        assert paragraphs[-1].split("\n")[1:] == ["Alex Example"]
        assert "\n" == text[len(text.rstrip()) :]
        assert (name.full != "" and (name.full in text or name.given in text)) == (
            "Julia" in text or "J. Meyer" in text
        )
        assert role is not None or "Data Engineer" not in text
        assert company is not None or "Helmwerk" not in text
        if "J." in name.full:
            assert ("J. Meyer" in paragraphs[0]) != template.startswith(("cs/", "pl/"))  # no vocative of it is known


POLITE = {"de": r"\b(?:Sie|Ihnen|Ihr\w*)\b", "fr": r"\b(?:vous|votre|vos|Vous)\b", "es": r"\b(?:usted|su|sus|le|Le)\b"}
NEAR = {"de": r"\b(?:du|dir|dich|dein\w*|Du|Dir|Deine?\w*|euch|Euch|ihr|Ihr habt|euer\w*|eure\w*)\b", "fr": r"\b(?:tu|toi|te|ton|ta|tes|Tu)\b", "es": r"\b(?:tú|ti|tu|tus|te|Te|contigo)\b"}  # fmt: skip


@pytest.mark.parametrize("template", [name for name in BODIES if name.partition("/")[0] in POLITE])
def test_no_wording_mixes_the_registers(template: str) -> None:
    """Whoever is addressed politely is so throughout; du and tú never meet Sie and usted."""
    language = template.partition("/")[0]
    for name, interviewed in product(NAMES, (False, True)):
        polite = rendered(template, name, interviewed=interviewed)
        near = rendered(template, name, informal=True, interviewed=interviewed)

        assert [] == re.findall(NEAR[language], polite)
        assert [] == [w for w in re.findall(POLITE[language], near) if not (w.startswith("Ihr") and w == "Ihr")]


MET = re.compile(
    r"\binterview|Vorstellungsgespräch|(?:das|dem|zum|im|beim) Gespräch|entretien|entrevista", re.IGNORECASE
)


@pytest.mark.parametrize("template", [n for n in BODIES if not re.search(r"/(?:after_interview|interviewer)\.", n)])
def test_nobody_is_thanked_for_an_interview_that_was_not(template: str) -> None:
    """Letters to people who never met the user do not speak of a meeting."""
    assert [] == MET.findall(rendered(template, role="Data Engineer", company="Helmwerk"))


@pytest.mark.parametrize(("template", "informal", "expected"), [
    ("en/applied.1.txt.j2", False, "Dear Julia Meyer,"), ("en/applied.1.txt.j2", True, "Hi Julia,"),
    ("de/applied.1.txt.j2", False, "Guten Tag Julia Meyer,"), ("de/applied.1.txt.j2", True, "Hallo Julia,"),
    ("fr/applied.1.txt.j2", False, "Bonjour Julia Meyer,"), ("es/applied.1.txt.j2", True, "Hola, Julia:"),
])  # fmt: skip
def test_people_are_greeted_in_their_register_without_a_gender(template: str, informal: bool, expected: str) -> None:
    """By the full name, or by the given name among people who say du; never Mr or Ms."""
    assert expected == rendered(template, informal=informal).split("\n")[0]


@pytest.mark.parametrize(("language", "given", "family", "informal", "expected"), [
    ("cs", "Jiří", "Novotný", True, "Ahoj Jiří,"), ("cs", "Petr", "Novotný", True, "Ahoj,"), ("cs", "Petr", "Novotný", False, "Dobrý den,"),
    ("pl", "Jerzy", "Wrona", True, "Cześć, Jerzy,"), ("pl", "Anna", "Wrona", True, "Cześć,"), ("pl", "Anna", "Wrona", False, "Dzień dobry,"),
    ("el", "Ειρήνη", "Παππά", True, "Γεια σου Ειρήνη,"), ("el", "Νίκος", "Παππάς", True, "Γεια σου,"), ("el", "Nikos", "Pappas", False, "Γεια σας,"),
    ("uk", "Оксана", "Бойко", False, "Добрий день!"), ("uk", "Julia", "Meyer", False, "Добрий день, Julia Meyer!"),
])  # fmt: skip
def test_nobody_is_called_by_the_wrong_case(
    language: str, given: str, family: str, informal: bool, expected: str
) -> None:
    """A name that would need a vocative is left out of the greeting rather than put there uninflected."""
    name = Name(given, family, f"{given} {family}")

    assert expected == rendered(f"{language}/applied.1.txt.j2", name, informal=informal).split("\n")[0]


INSTITUTIONS = {"cs": "Nemocnice Horní Lhota", "pl": "Uniwersytet Sosnowski", "uk": "Подільська міська лікарня", "ru": "НИИ Полюс", "el": "Δήμος Αλιδρόσου", "pt": "Hospital da Ribeira"}  # fmt: skip


@pytest.mark.parametrize("template", [name for name in BODIES if name.partition("/")[0] in INSTITUTIONS])
def test_a_hospital_is_not_called_a_company(template: str) -> None:
    """Where the language needs a noun before the name and "company" would be wrong, the letter does without either."""
    institution = INSTITUTIONS[template.partition("/")[0]]

    for role in (None, "Data Engineer"):
        assert rendered(template, role=role) == rendered(template, role=role, company=institution)


def test_an_unknown_language_is_answered_in_english() -> None:
    """A rejection in a language without templates gets an English letter, greeting and closing included."""
    written = letter(language="fi")

    assert written.template.startswith("en/")
    assert written.text.startswith("Dear Julia Meyer,")


@pytest.mark.parametrize(
    "template",
    ["{{ nonsense }}", "{{ name.nonsense }}", "{% if %}", "{{ ''.__class__.__mro__ }}", "{{ role.__init__ }}"],
)
def test_a_template_with_an_error_is_a_letter_error(template: str) -> None:
    """A misspelt name is an error and not an empty place, and a template reaches nothing but its values."""
    broken = Letters({"en/applied.txt.j2": template, "en/_greeting.txt.j2": "x", "en/_closing.txt.j2": "y"})

    with pytest.raises(LetterError):
        write(
            Recipient(JULIA, Relation.SENDER, "", received()),
            Facts(language="en"),
            ME,
            broken,
            message_id=OUR_ID,
            written_at=NOW,
        )


def test_a_template_that_does_not_compile_is_a_problem() -> None:
    """`watcher check` names the file."""
    assert ["en/x.txt.j2"] == [
        p.partition(":")[0] for p in Letters({"en/x.txt.j2": "{% if %}", "en/y.txt.j2": "fine"}).problems()
    ]


def test_a_kind_without_a_template_is_a_letter_error() -> None:
    """Not even English has it."""
    with pytest.raises(LetterError):
        Letters({}).wordings("de", "applied")


@pytest.mark.parametrize(
    ("relation", "facts", "expected"),
    [
        (Relation.SENDER, {}, "applied"),
        (Relation.SENDER, {"stage": Stage.INTERVIEWED}, "after_interview"),
        (Relation.SENDER, {"agency": True, "stage": Stage.INTERVIEWED}, "agency"),
        (Relation.RECRUITER, {"agency": True}, "recruiter"),
        (Relation.INTERVIEWER, {"agency": True}, "interviewer"),
    ],
)
def test_the_kind_follows_from_who_and_what(relation: Relation, facts: dict[str, object], expected: str) -> None:
    """One kind for each situation."""
    assert expected == kind_of(Recipient(JULIA, relation, "", received()), Facts(language="en", **facts))  # type: ignore[arg-type]


def test_wordings_differ_within_one_company() -> None:
    """A wording that went there before is avoided as long as there is another; the choice follows from the id."""
    who, facts = Recipient(JULIA, Relation.SENDER, "", received()), Facts(language="en")
    used: list[str] = []
    for _ in SHIPPED.wordings("en", "applied"):
        used.append(write(who, facts, ME, SHIPPED, message_id=OUR_ID, written_at=NOW, avoid=used).template)

    assert sorted(SHIPPED.wordings("en", "applied")) == sorted(used)
    assert used[0] == write(who, facts, ME, SHIPPED, message_id=OUR_ID, written_at=NOW, avoid=used).template
    assert len({letter(message_id=f"<{n}@example.org>").template for n in range(30)}) > 1


def test_the_signature_names_a_sender_without_a_display_name() -> None:
    """Only in a mail that this person wrote: an interviewer is not called like the recruiter."""
    source = received(PLAIN_NO, sender="jm@helmwerk.example")

    assert letter(source, to=Person("", "jm@helmwerk.example")).text.startswith("Dear Julia Meyer,")
    assert letter(source, to=Person("", "tom@helmwerk.example"), relation=Relation.INTERVIEWER).text.startswith(
        "Hello,"
    )


# -- identities and ids ----------------------------------------------------------------------------------------------


def test_our_ids_are_deterministic_and_tell_nothing() -> None:
    """The same account, source and person give the same id, at the user's own domain; anything else another one."""
    made = make_message_id("personal", "<n@x.example>", "Julia@Helmwerk.example", "example.org")
    others = {
        make_message_id("work", "<n@x.example>", "julia@helmwerk.example", "example.org"),
        make_message_id("personal", "<m@x.example>", "julia@helmwerk.example", "example.org"),
        make_message_id("personal", "<n@x.example>", "tom@helmwerk.example", "example.org"),
    }  # fmt: skip

    assert made == make_message_id("personal", "<n@x.example>", "julia@helmwerk.example", "example.org")
    assert (made,) == ids(made)
    assert re.fullmatch(r"<[0-9a-f]{20}@example\.org>", made)
    assert 3 == len(others - {made})


ALEX, WORK = Identity("alex@example.org", "Alex"), Identity("a.example@work.example", "A. Example")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ALEX),
        ({"to": (Person("", "A.Example@Work.example"),)}, WORK),
        ({"to": (Person("", "x@y.example"),), "cc": (Person("", "a.example@work.example"),)}, WORK),
        ({"to": (), "delivered_to": ("a.example@work.example",)}, WORK),
        ({"to": (Person("", "A.Example+jobs@work.example"),)}, replace(WORK, address="A.Example+jobs@work.example")),
        ({"to": (Person("", "a.example+x\u202ey@work.example"),)}, WORK),
        (
            {"to": (Person("", "a.example+jobs@work.example"),), "delivered_to": ("a.example@work.example",)},
            replace(WORK, address="a.example+jobs@work.example"),
        ),
        ({"to": (), "delivered_to": ("a.example+jobs@work.example",)}, WORK),
        ({"to": (Person("", "alex@example.org"),), "delivered_to": ("a.example@work.example",)}, ALEX),
        ({"to": (Person("", "stranger@work.example"),)}, ALEX),
    ],
)
def test_the_letter_comes_from_the_address_that_was_written_to(changes: dict[str, object], expected: Identity) -> None:
    """To and Cc, with the +tag that stands there, then Delivered-To, else the first; never an address that is not the user's."""
    assert expected == identity_for(received(**changes), (ALEX, WORK))


def test_a_date_keeps_its_zone() -> None:
    """The letter is dated as it was written."""
    raw = serialise("j@x.example", "", received(), ME, "x\n", OUR_ID, datetime(2026, 7, 1, 12, tzinfo=UTC))

    assert "Wed, 01 Jul 2026 12:00:00 +0000" == dict(fields(raw))["Date"]
