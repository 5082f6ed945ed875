"""watcher.text: what the sender wrote, the same words however they were dressed."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters import PLAIN_NO, ends, received
from watcher.mail import Mail, parse
from watcher.text import (
    MAX_SENTENCES,
    bare_subject,
    compose,
    cut_quotes,
    fold,
    html_to_text,
    own_text,
    sentences,
    unify,
    words,
)

BODY = (
    "Sehr geehrte Frau Öztürk,\n\nleider können wir Ihnen keine Zusage geben - die Entscheidung fiel uns nicht leicht. "
    'Wir haben uns für "andere" Bewerber entschieden, deren Profil besser passt. It\'s final: 120 people applied, see '
    "https://jobs.example/a or write to hr@helmwerk.example.\n\nAlles Gute für Ihre Suche!\n"
)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two", "One\nTwo"),
        ("<p>Un<b>fortu</b>nately</p>", "Unfortunately"),
        ("<p>a\n   b\t c</p>", "a b c"),
        ("<p>We&nbsp;regret &amp; apologise</p>", "We\xa0regret & apologise"),
        ("<html><head><title>T</title><style>p{}</style></head><body>Hi<script>alert(1)</script> there</body></html>", "Hi there"),
        ('<div style="display:none;max-height:0">We regret</div><p>You are invited</p>', "You are invited"),
        ('<span style="DISPLAY : none !important">We regret</span>Hello', "Hello"),
        ('<div style="visibility:hidden"><div>a</div><br><img src=x>b</div>Hello', "Hello"),
        ('<div style="mso-hide:all">a</div>Hello', "Hello"),
        ('<p style="font-size:0px">a</p>Hello', "Hello"),
        ("<!-- We regret --><p>Hello</p>", "Hello"),
        ("<table><tr><td><table><tr><td>One</td><td>Two</td></tr></table></td></tr></table>", "One\n\nTwo"),
        ('<p>Mine</p><div class="gmail_quote">On … wrote:<blockquote>Theirs</blockquote></div>', "Mine"),
        ('<p>Mine</p><blockquote type="cite">Theirs</blockquote>', "Mine"),
        ('<p>Mine</p><div id="divRplyFwdMsg">From: x</div><p>Theirs</p>', "Mine"),
        ("<blockquote>A motto</blockquote>", "A motto"),
        ("", ""),
        ("no markup at all", "no markup at all"),
        ("<p>a\0b</p>", "ab"),
        pytest.param('<p style="font-size:0.9em">Hello</p>', "Hello"),
        pytest.param(
            '<td style="font-size:0px;padding:10px"><div style="font-size:13px">Hello</div></td>', "Hello",
        ),
        ("<p><b>We</b>\n\n<i>regret</i></p>", "We regret"),
        ("<pre>Mine\n&gt; theirs</pre>", "Mine\n> theirs"),
        ("<p>One <b> two </b> three</p>", "One two three"),
        ("<p>\n One\n</p>\n\n <p>\n Two </p>", "One\n\nTwo"),
        ("<p>One<br>\n   two</p>", "One\ntwo"),
        ("<b>One</b> <i> </i> <u>two</u>", "One two"),
        ('<div style="white-space: pre-wrap">One\ntwo\n\nthree</div><p>four\n five</p>', "One\ntwo\n\nthree\n\nfour five"),
        ('<p style="white-space:nowrap">One\ntwo</p>', "One two"),
        ("<pre>a<pre>b</pre>\nc</pre><p>d\ne</p>", "a\n\nb\n\nc\n\nd e"),
        ("<p>Un&shy;fortu<wbr>nately</p>", "Un\u00adfortunately"),
        ('<p>a<span style="opacity:0">b</span><span style="opacity:0.9">c</span><span hidden>d</span></p>', "ac"),
        ('<div style="max-height:0!important">We regret</div>Hello', "Hello"),
        ("<p>Hello<o:p></o:p></p>", "Hello"),
        ("<!--[if mso]><table><tr><td>We regret<![endif]-->Hello<!--[if mso]></td></tr></table><![endif]-->", "Hello"),
        ("<![if !mso]>Hello<![endif]>", "Hello"),
        ('<?xml version="1.0" encoding="utf-16"?><meta charset="koi8-r"><p>Grüße</p>', "Grüße"),
        ("<p>1 < 2 & 3 > 2</p>", "1 < 2 & 3 > 2"),
        ("<p>a</p></div></table></p><p>b</p>", "a\n\nb"),
        ("<style><p>We regret</style>Hello", "Hello"),
        ("<p>We <!-- x --> regret</p>", "We regret"),
    ],
)  # fmt: skip
def test_html_becomes_what_is_seen(html: str, expected: str) -> None:
    """Visible text, paragraphs apart; nothing hidden, scripted, commented or quoted."""
    assert expected == html_to_text(html)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 5_000 + "hello" + "</div>" * 5_000,
        "<ol><li>" * 10_000 + "hello",
        "<b>" * 20_000 + "hello",
        "<!--" * 20_000 + "--><p>hello",
        "<p " + " ".join(f"a{n}=1" for n in range(10_000)) + ">hello",
        '<div style="' + "display " * 10_000 + '">hello</div>',
        "<table><tr><td>" * 3_000 + "hello",
    ],
    ids=["divs", "lists", "unclosed", "comments", "attributes", "style", "tables"],
)
def test_no_html_is_too_deep_or_too_slow(html: str) -> None:
    """Depth hides nothing, and no shape takes more than a second and a half."""
    found: list[str] = []

    assert ends(lambda: found.append(html_to_text(html)))
    assert ["hello"] == found


@given(st.text(alphabet=st.sampled_from("<>/!-\"'= &;#x0aé\n\0divpstyle"), max_size=200))
def test_any_html_is_text(html: str) -> None:
    """No markup makes it raise."""
    assert isinstance(html_to_text(html), str)


ATTRIBUTIONS = {
    "en Gmail": "On Mon, Feb 3, 2025 at 10:15 AM Alex Example <alex@example.org> wrote:",
    "en wrapped": "On Mon, Feb 3, 2025 at 10:15 AM Alex Example\n<alex@example.org> wrote:",
    "en Outlook": "-----Original Message-----\nFrom: Alex Example",
    "en header": "From: Alex Example <alex@example.org>\nSent: Monday, 3 February 2025\nTo: HR\nSubject: Application",
    "en forward": "---------- Forwarded message ---------",
    "en Apple": "Begin forwarded message:",
    "de": "Am 03.02.25 um 10:15 schrieb Alex Example:",
    "de Outlook": "-----Ursprüngliche Nachricht-----",
    "de header": "Von: Alex Example\nGesendet: Montag, 3. Februar 2025\nAn: HR",
    "fr": "Le lun. 3 févr. 2025 à 10:15, Alex Example <alex@example.org> a écrit :",
    "fr Outlook": "-----Message d’origine-----",
    "fr header": "De : Alex Example\nEnvoyé : lundi 3 février 2025\nÀ : RH",
    "es": "El lun, 3 feb 2025 a las 10:15, Alex Example (<alex@example.org>) escribió:",
    "es header": "De: Alex Example\nEnviado: lunes, 3 de febrero",
    "it": "Il giorno lun 3 feb 2025 alle ore 10:15 Alex Example <alex@example.org> ha scritto:",
    "it Outlook": "-----Messaggio originale-----",
    "nl Outlook": "-----Oorspronkelijk bericht-----",
    "pt": "Em seg., 3 de fev. de 2025 às 10:15, Alex Example <alex@example.org> escreveu:",
    "pt-PT": "Alex Example <alex@example.org> escreveu no dia segunda, 3/02/2025 à(s) 10:15:",
    "pl": "pon., 3 lut 2025 o 10:15 Alex Example <alex@example.org> napisał(a):",
    "cs": "po 3. 2. 2025 v 10:15 odesílatel Alex Example <alex@example.org> napsal:",
    "tr": "Alex Example <alex@example.org>, 3 Şub 2025 Pzt, 10:15 tarihinde şunu yazdı:",
    "ru": "-------- Исходное сообщение --------",
    "uk": "пн, 3 лют. 2025 р. о 10:15 Alex Example <alex@example.org> пише:",
    "ja": "2025年2月3日(月) 10:15 Alex Example <alex@example.org>のメール:",
    "zh": "Alex Example <alex@example.org> 于2025年2月3日周一 10:15写道：",
    "underlines": "________________________________\nFrom: Alex Example\nSent: Monday",
    "de Gmail": "Am Mo., 3. Feb. 2025 um 10:15 Uhr schrieb Alex Example <alex@example.org>:",
    "nl Gmail": "Op ma 3 feb 2025 om 10:15 schreef Alex Example <alex@example.org>:",
    "sv Gmail": "Den mån 3 feb. 2025 kl 10:15 skrev Alex Example <alex@example.org>:",
    "da Gmail": "Den man. 3. feb. 2025 kl. 10.15 skrev Alex Example <alex@example.org>:",
    "ru Gmail": "пн, 3 февр. 2025 г. в 10:15, Alex Example <alex@example.org>:",
    "ja Gmail": "2025年2月3日(月) 10:15 Alex Example <alex@example.org>:",
    "de wrapped": "Am Mo., 3. Feb. 2025 um 10:15 Uhr schrieb Alex Maria Example <\nalex@example.org>:",
    "de thrice wrapped": "Am Mo., 3. Feb. 2025 um 10:15 Uhr schrieb Dr. Alex\nMaria Example-Musterfrau\n<alex@example.org>:",
    "no Gmail": "man. 3. feb. 2025 kl. 10:15 skrev Dr. Alex Example (alex@example.org):",
}


@pytest.mark.parametrize(
    "attribution",
    [
        *(pytest.param(value, id=name) for name, value in ATTRIBUTIONS.items()),
    ],
)  # fmt: skip
def test_quotes_are_cut_in_every_language(attribution: str) -> None:
    """What stands under an attribution, a divider or a header block is not the sender's own."""
    text = unify(f"Thank you.\n\n{attribution}\n\nWe regret to inform you.\n")

    assert "Thank you." == cut_quotes(text).strip("_ \n")


@pytest.mark.parametrize("line", ["> We regret", "  > We regret", ">> We regret", ">We regret"])
def test_quoted_lines_are_dropped_wherever_they_stand(line: str) -> None:
    """Inline quotes go, the answers between them stay."""
    assert "One\nTwo" == cut_quotes(f"One\n{line}\nTwo")


@pytest.mark.parametrize(
    "text",
    [
        "We wrote to 120 people: all of them were good.",
        "Our director wrote:",
        "From: 9 am\nto 5 pm we are here.",
        "Von: wem auch immer\n\n\n\n\nAn: niemanden",
        "The original message of our founder is simple.",
        "Interview on 3 March 2025 at 10:15 with Julia <julia@helmwerk.example>:",
        "Please send these three to Julia <julia@helmwerk.example>:",
        "You can reach us until 10:15 on any day:",
    ],
)
def test_what_only_looks_like_a_quote_stays(text: str) -> None:
    """Ordinary sentences with the same words are not taken for attributions."""
    assert text == cut_quotes(text)


def test_a_mere_forward_is_empty() -> None:
    """A mail that is nothing but a forward says nothing of its own."""
    assert "" == own_text(received("---------- Forwarded message ---------\nFrom: HR <hr@x.example>\n\nWe regret.\n"))


DRESSED = {
    "wrapped": lambda t: "\n\n".join(textwrap.fill(p, 50, break_on_hyphens=False, break_long_words=False) for p in t.split("\n\n")),
    "crlf": lambda t: t.replace("\n", "\r\n"),
    "trailing spaces": lambda t: t.replace("\n", "  \n"),
    "indented": lambda t: textwrap.indent(t, "   "),
    "nbsp": lambda t: t.replace(" ", "\xa0"),
    "narrow spaces": lambda t: t.replace(" ", "\u202f"),
    "nfd": lambda t: unicodedata.normalize("NFD", t),
    "curly": lambda t: t.replace(' "', " „").replace('" ', "“ ").replace("'", "’"),
    "guillemets": lambda t: t.replace(' "', " «").replace('" ', "» "),
    "dashes": lambda t: t.replace(" - ", " – "),
    "soft hyphens": lambda t: t.replace("nn", "n\u00adn"),
    "zero width": lambda t: t.replace("e", "e\u200b"),
    "bom": lambda t: "\ufeff" + t,
    "word joiners": lambda t: t.replace("i", "i\u2060"),
    "upper case": str.upper,
    "banner": lambda t: "[EXTERNAL]\n\n" + t,
    "long banner": lambda t: "CAUTION: This email originated from outside of the organization. Do not click links.\n\n" + t,
    "German banner": lambda t: "ACHTUNG: Diese E-Mail kommt von außerhalb des Unternehmens.\n\n" + t,
    "quoted": lambda t: t + "\n> Sehr geehrte Damen und Herren,\n> hiermit bewerbe ich mich.\n",
    "signature": lambda t: t + "\n-- \nJulia Meyer\nHelmwerk\n",
}  # fmt: skip


@pytest.mark.parametrize("dress", DRESSED)
def test_the_words_are_the_same_however_a_mail_is_dressed(dress: str) -> None:
    """Wrapping, spaces, composition, quotes, invisible characters, banners, quotes and signatures change no word."""
    dressed = parse(b"Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + DRESSED[dress](BODY).encode())

    assert words(Mail(subject="x", plain=BODY)) == words(dressed)


def test_the_words_of_html_are_those_of_plain_text() -> None:
    """An HTML mail, by itself or beside a stub of a plain part, has the words of its text."""
    html = "<html><body>" + "".join(f"<p>{p}</p>" for p in BODY.strip().split("\n\n")) + "</body></html>"
    expected = words(Mail(subject="x", plain=BODY))

    assert expected == words(Mail(subject="x", html=html))
    assert expected == words(Mail(subject="x", plain="Your mail program cannot show HTML.", html=html))
    assert expected == words(Mail(subject="x", plain=html))


def test_a_wrapped_line_is_no_banner() -> None:
    """Where a line breaks does not decide whether its words count."""
    said = "We have decided to go on with {}external candidates.\n\nKind regards"

    assert words(Mail(plain=said.format(""))) == words(Mail(plain=said.format("\n")))


BANNERS = (
    "[EXTERNAL]",
    "EXTERNAL EMAIL",
    "*** External sender ***",
    "[EXTERN: Absender unbekannt]",
    "CAUTION: This email originated from outside of the organization. Do not click links.",
    "CAUTION: This email originated from outside of the\norganization. Do not click links or open attachments unless\nyou know the sender.",
    "Warning - the sender of this message is\noutside your company.",
    "CAUTION: EXTERNAL EMAIL",
    "ATTENTION : ce message provient de l'extérieur",
    "[EXTERNAL]\n\nCaution: this sender is external.",
)


@pytest.mark.parametrize("banner", BANNERS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_banners_are_cut_however_they_are_wrapped(banner: str, gap: str) -> None:
    """What a gateway wrote above a mail is not the sender's, and nothing below it is lost."""
    assert own_text(Mail(plain=f"{banner}{gap}{BODY}")) == own_text(Mail(plain=BODY))


@pytest.mark.parametrize(
    "text",
    [
        "External candidates were preferred.",
        "We prefer\nexternal\ncandidates.",
        "Attention to detail matters.\n\nWe look outside as well.",
        "Externe Bewerber haben den Vorzug erhalten.",
        "Hello,\nwarning lights went on when we looked outside.",
    ],
)
def test_a_sentence_about_outsiders_is_no_banner(text: str) -> None:
    """Only what a gateway would write is cut."""
    assert text == own_text(Mail(plain=text))


LAYOUT = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1" /><title>Update</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
<style type="text/css">#outlook a { padding:0; } @media only screen and (max-width:480px) { .m { width:100% !important; } }</style></head>
<body style="margin:0;padding:0;background:#f4f4f4;">
<div style="display:none;font-size:1px;color:#f4f4f4;line-height:1px;max-height:0px;opacity:0;overflow:hidden;">Great news inside! &zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;</div>
<table role="presentation" width="100%" border="0"><tr><td align="center" style="font-size:0px;">
<!--[if mso | IE]><table align="center" width="600"><tr><td><![endif]-->
<table class="m" width="600"><tbody><tr><td style="padding:20px"><img src="https://cdn.helmwerk.example/logo.png" alt="" width="120" /></td></tr>
<tr><td style="font-size:15px;line-height:22px"><div style="font-family:Arial">Dear&nbsp;Alex,</div></td></tr>
<tr><td><p class="MsoNormal"><span lang=EN-US>Thank you for
applying for the <strong>Data&nbsp;Engineer</strong> position at Helm<b>werk</b>.<o:p></o:p></span></p>
<p class="MsoNormal"><span>Un</span><span>fortunately</span>, we have decided <i>not</i>
<u>to</u> move forward.<o:p>&nbsp;</o:p></p></td></tr>
<tr><td><!--[if mso]><v:roundrect href="https://x.example"><center>Open jobs</center></v:roundrect><![endif]-->
<!--[if !mso]><!--><a href="https://helmwerk.example/jobs" style="display:inline-block">See open jobs</a><!--<![endif]--></td></tr>
<tr><td style="display:none"><p>We would like to invite you.</p></td></tr>
<tr><td>Kind regards,<br />
Julia Meyer<br/>Helmwerk</td></tr></tbody></table>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td></tr></table><img src="https://t.helmwerk.example/o.gif" width="1" height="1" style="display:none" /></body></html>"""


def test_a_newsletter_layout_reads_like_a_letter() -> None:
    """Nested tables, a hidden preheader, Outlook's conditions and fragments, a button, a tracking pixel: only the letter is left."""
    assert (
        "Dear Alex,\n\nThank you for applying for the Data Engineer position at Helmwerk.\n\n"
        "Unfortunately, we have decided not to move forward.\n\nSee open jobs\n\nKind regards,\nJulia Meyer\nHelmwerk"
    ) == own_text(Mail(html=LAYOUT))


@given(st.integers(20, 100))
def test_rewrapping_at_any_width_changes_no_word(width: int) -> None:
    """However narrow the sender's window was, the words are the same."""
    wrapped = "\n\n".join(
        textwrap.fill(p, width, break_on_hyphens=False, break_long_words=False) for p in PLAIN_NO.split("\n\n")
    )

    assert words(received(PLAIN_NO)) == words(received(wrapped))


@given(st.text(max_size=200))
def test_unify_and_fold_are_stable(text: str) -> None:
    """Doing it twice changes nothing more."""
    assert unify(unify(text)) == unify(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://x.example/a?b=1 now", "see weblink now"),
        ("www.x.example", "weblink"),
        ("Write to Julia.Meyer+jobs@mail.helmwerk.example.", "write to mailaddress ."),
        ("Req 12.345,67 on 3/2/2025", "req 0 on 0"),
        ("[EXTERNAL] Hello", "hello"),
        ("ＦＵＬＬ Straße", "full strasse"),
    ],
)
def test_numbers_links_and_addresses_are_masked(text: str, expected: str) -> None:
    """Each becomes one token, letter case and width are gone."""
    assert expected == fold(text)


def test_one_long_word_is_no_work() -> None:
    """A mail that is one endless word is folded at once."""
    assert ends(lambda: fold("a" * 120_000))


@pytest.mark.parametrize(
    "subject",
    [
        "Re: Job",
        "RE: Re: Job",
        "AW: Job",
        "Fwd: Re: Job",
        "Re[2]: Job",
        "WG: Job",
        "回复：Job",
        "Sv: Job",
        "TR: Job",
        "Odp: Job",
        " re :Job",
    ],
)
def test_reply_prefixes_are_no_subject(subject: str) -> None:
    """A subject is the same with and without Re:, AW:, Fwd: …"""
    assert "Job" == bare_subject(subject)


def test_sentences_are_whole_and_bounded() -> None:
    """Line breaks inside a sentence are undone, scripts without spaces are cut too, and there is an end."""
    assert ("One two.", "Three!", "Four") == sentences("One\ntwo. Three!\n\nFour")
    assert ("残念です。", "以上") == sentences("残念です。以上")
    assert MAX_SENTENCES == len(sentences("Yes. " * 1_000))
    assert () == sentences("")


def test_words_are_subject_sender_and_sentences() -> None:
    """Line 1 is the subject, line 2 the sender, then one line a sentence."""
    mail = received("One. Two!\n", sender="Julia Meyer <talent.team@x.example>", subject="Re: Job 7")

    assert "job 0\njulia meyer talent team\none.\ntwo!" == words(mail)
    assert "\n" == words(Mail())
    assert "job\nme\nno." == compose("Job", "me", "No.")


def test_a_signature_is_cut_only_below_the_text() -> None:
    """A mail that is little more than its signature keeps it."""
    assert ("Unfortunately not, and we wish you all the best.",) == sentences(
        "Unfortunately not, and we wish you all the best.\n--\nJulia"
    )
    assert 2 == len(sentences("Hi.\n--\n" + "We regret to tell you this. "))
