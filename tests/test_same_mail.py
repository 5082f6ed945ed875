"""The same mail in other clothes gets the same verdict: metamorphic tests over the corpus's evaluation mail."""

from __future__ import annotations

import html
import textwrap
import unicodedata
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.letters import RECEIPT
from watcher import corpus
from watcher.classifier import Classifier
from watcher.mail import Mail, parse
from watcher.resources import find
from watcher.text import words

MAILS = [
    mail
    for language in corpus.languages()
    for path in sorted((find("models/corpus") / language / "frozen").glob("*.txt"))
    for mail, _, _ in corpus.read_mails(path)
    if mail.sender and "\n>" not in mail.plain
]

LEGAL = "\n".join(
    [
        "This e-mail and any files transmitted with it are confidential and intended solely for the addressee.",
        "If you have received this e-mail in error, please notify the sender and delete it.",
        *(
            f"Registered office: {n} Harbour Row, Example Town. Registered in the county court under number {n}."
            for n in range(19)
        ),
        *(f"Any view in paragraph {n} is that of its author and binds no company of the group." for n in range(19)),
    ]
)
MARKETING = (
    "Follow us for more stories from our teams. Read our latest report on the future of work. Download our app and win one of "
    "fifty vouchers. You receive this message because you have an account with us. Unsubscribe or change your preferences."
)
WERBUNG = (
    "Folgen Sie uns! Neues aus unseren Werken, Rezepte aus der Kantine und jeden Monat ein Gewinnspiel. "
    "Sie möchten keine Post mehr? Hier können Sie den Newsletter abbestellen."
)


def html_only(text: str) -> bytes:
    """The text as a designer would send it: tables, spans and entities, no plain part."""
    paragraphs = "".join(
        f"<tr><td style='padding:8px'><span>{html.escape(p).replace(chr(10), '<br>')}</span></td></tr>"
        for p in text.split("\n\n")
    )
    return f"<html><head><style>td{{color:red}}</style></head><body><table>{paragraphs}</table></body></html>".encode()


def wired(mail: Mail, body: bytes, subtype: str, encoding: str) -> Mail:
    message = EmailMessage()
    message["Subject"] = mail.subject
    assert mail.sender is not None
    message["From"] = str(mail.sender.address)
    message.set_content(body, "text", subtype, cte=encoding, params={"charset": "utf-8"})
    parsed = parse(message.as_bytes())
    return Mail(sender=mail.sender, subject=mail.subject, plain=parsed.plain, html=parsed.html)


def changed(mail: Mail, change: Callable[[str], str]) -> Mail:
    return Mail(sender=mail.sender, subject=mail.subject, plain=change(mail.plain))


def resubject(prefix: str) -> Callable[[Mail], Mail]:
    return lambda mail: Mail(sender=mail.sender, subject=f"{prefix} {mail.subject}", plain=mail.plain)


def wrapped(text: str) -> str:
    return "\n\n".join(
        "\n".join(textwrap.fill(line, 68, break_on_hyphens=False, break_long_words=False) for line in p.split("\n"))
        for p in text.split("\n\n")
    )


CLOTHES: dict[str, Callable[[Mail], Mail]] = {
    "re-wrapped": lambda m: changed(m, wrapped),
    "HTML only": lambda m: wired(m, html_only(m.plain), "html", "quoted-printable"),
    "base64": lambda m: wired(m, m.plain.encode(), "plain", "base64"),
    "no-break spaces": lambda m: changed(m, lambda t: t.replace(" ", "\xa0")),
    "curly quotes": lambda m: changed(m, lambda t: t.replace("'", "’")),
    "NFD": lambda m: changed(m, lambda t: unicodedata.normalize("NFD", t)),
    "soft hyphens": lambda m: changed(m, lambda t: t.replace("e", "e\xad")),
    "zero-width characters": lambda m: changed(m, lambda t: t.replace("a", "a\u200b").replace(". ", ".\u2060 ")),
    "banner": lambda m: changed(m, lambda t: "[EXTERNAL]\n\n" + t),
    "Re:": resubject("Re:"),
    "AW:": resubject("AW:"),
    "FW: [EXTERNAL]": resubject("FW: [EXTERNAL]"),
    "a quoted receipt below": lambda m: changed(
        m,
        lambda t: (
            f"{t}\n\nOn Mon, Feb 3, 2025 at 10:15 AM Careers <jobs@helmwerk.example> wrote:\n"
            + textwrap.indent(RECEIPT, "> ", lambda _: True)
        ),
    ),
}
BURDENS: dict[str, Callable[[Mail], Mail]] = {
    "a legal footer of forty lines": lambda m: changed(m, lambda t: f"{t}\n\n{LEGAL}"),
    "a marketing block": lambda m: changed(m, lambda t: f"{t}\n\n{MARKETING}"),
    "a German one": lambda m: changed(m, lambda t: f"{t}\n\n{WERBUNG}"),
}


@pytest.mark.parametrize("clothes", CLOTHES)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(mail=st.sampled_from(MAILS))
def test_clothes_change_no_word(clothes: str, mail: Mail) -> None:
    """What a reader would call the same mail has the same words for the classifier, so the verdict cannot differ."""
    assert words(mail) == words(CLOTHES[clothes](mail))


@pytest.mark.parametrize("burden", BURDENS)
def test_what_stands_below_changes_no_verdict(classifier: Classifier, burden: str) -> None:
    """A footer or an advertisement under a letter leaves it in its band: nearly always no word of it is read."""
    read = [(words(mail), words(BURDENS[burden](mail))) for mail in MAILS]
    other = [pair for pair in read if pair[0] != pair[1]]

    assert len(other) < 10
    assert all(classifier.judge_words(bare).band is classifier.judge_words(burdened).band for bare, burdened in other)
