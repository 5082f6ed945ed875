"""From a mail to what its writer says in it: HTML to text, quotes and banners cut, words masked.

`own_text` is for reading facts: as written. `words` is for the classifier: one line a sentence, folded and masked, the
same whether the mail was wrapped, sent as HTML, or decorated with typographic quotes.
`TEXT_VERSION` is part of every model's manifest: a model only fits the words it was trained on.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from watcher.footers import above_footer
from watcher.mail import MAX_TEXT, Mail

TEXT_VERSION = 6
MAX_OWN = 32_768
MAX_SENTENCES = 32
MAX_SENTENCE = 1_500
MAX_DIVIDER = 120

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\t\x0b\x0c\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"',
                             "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "..."})  # fmt: skip

_BLOCKS = frozenset(
    """
    address article aside blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre
    section table tbody td tfoot th thead tr ul
    """.split()
)
_SILENT = frozenset(
    ["head", "style", "script", "title", "template", "noscript", "svg", "object", "select", "button", "textarea"]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:max-height|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|%)?\s*(?:;|!|$)"
)
_LAID_OUT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_WHITE = re.compile(r"[ \t\n\r\f]+")
_MARKUP = re.compile(r"<[^<>]*>")
_NO_SIZE = re.compile(r"font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)")
_LAYOUT = frozenset(["td", "tr", "table", "div"])  # MJML sets font-size:0 on these and the real size inside
_QUOTE_MARKS = re.compile(
    r"gmail_quote|gmail_extra|yahoo_quoted|divRplyFwdMsg|moz-cite-prefix|protonmail_quote|appendonsend"
)


class _Reader:
    """An lxml parser target: text as it comes, no tree, so that depth costs nothing and hides nothing.

    libxml2's tree drops what is nested deeper than 255; the event interface does not.
    """

    def __init__(self) -> None:
        self.out: list[str] = []
        self.muted: list[str] = []
        self.laid_out: list[str] = []
        self.quoted = False
        self.blank = True

    def start(self, tag: str, attrib: dict[str, str]) -> None:
        if self.muted:
            _open(self.muted, tag)
            return
        style = _looks(attrib["style"]) if "style" in attrib else _PLAIN
        if tag in _SILENT or (tag not in _VOID and ("hidden" in attrib or style.hides(tag))):
            self.muted.append(tag)
        elif _is_quote(tag, attrib):
            self.quoted = True
        elif tag == "br":
            self.put("\n")
        elif tag in _BLOCKS:
            self.put("\n\n" if tag != "td" else " \n")
        if self.laid_out:
            _open(self.laid_out, tag)
        elif tag == "pre" or (tag not in _VOID and style.laid_out):
            self.laid_out.append(tag)

    def end(self, tag: str) -> None:
        if self.muted:
            _close(self.muted, tag)
            return
        _close(self.laid_out, tag)
        if tag in _BLOCKS:
            self.put("\n\n" if tag != "td" else " \n")

    def data(self, data: str) -> None:
        if self.muted or self.quoted:
            return
        if not self.laid_out:
            data = _WHITE.sub(" ", data)
            data = data[1:] if self.blank and data.startswith(" ") else data
        if data:
            self.put(data)

    def put(self, text: str) -> None:
        """White space behind white space is not seen, whatever tags stand between."""
        self.out.append(text)
        self.blank = text[-1] in " \n"

    def comment(self, data: str) -> None:
        pass

    def close(self) -> str:
        return "".join(self.out)


def _open(inside: list[str], tag: str) -> None:
    """Count the elements of the same name inside one, so that its own end is known."""
    if tag not in _VOID and tag == inside[0]:
        inside.append(tag)


def _close(inside: list[str], tag: str) -> None:
    if inside and tag == inside[-1]:
        inside.pop()


class _Style(NamedTuple):
    """What of an element's style decides whether its text is seen, and how."""

    hidden: bool
    no_size: bool
    laid_out: bool

    def hides(self, tag: str) -> bool:
        return self.hidden or (self.no_size and tag not in _LAYOUT)


_PLAIN = _Style(hidden=False, no_size=False, laid_out=False)
_LONG_STYLE = 200


def _looks(style: str) -> _Style:
    return _looks_often(style) if len(style) <= _LONG_STYLE else _looks_once(style)


def _looks_once(style: str) -> _Style:
    style = style.lower()
    return _Style(*(bool(pattern.search(style)) for pattern in (_HIDDEN, _NO_SIZE, _LAID_OUT)))


_looks_often = lru_cache(512)(_looks_once)  # designers repeat themselves


def _is_quote(tag: str, attrib: dict[str, str]) -> bool:
    if "class" not in attrib and "id" not in attrib and tag != "blockquote":
        return False
    marks = f"{attrib.get('class', '')} {attrib.get('id', '')}"
    return (marks != " " and bool(_QUOTE_MARKS.search(marks))) or (tag == "blockquote" and attrib.get("type") == "cite")


def html_to_text(html: str) -> str:
    """The visible text of an HTML mail, paragraphs apart, what it quotes left out. Linear in its input, never raises."""
    parser = etree.HTMLParser(target=_Reader(), huge_tree=True)
    try:
        parser.feed(html[:MAX_TEXT].replace("\0", ""))
        text: str = parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        text = _MARKUP.sub(" ", html[:MAX_TEXT])
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip(" \t\r") for line in text.split("\n"))).strip()


_WROTE = (
    r"wrote|writes|schrieb|geschrieben|a écrit|escribió|ha scritto|scrisse|escreveu|schreef|napisał\(?a?\)?|skrev|yazdı|"
    r"napsal\(?a?\)?|a scris|написа[влт][аи]?|пише[тш]?|έγραψε|のメール|写道|寫道|kirjoitti|írta"
)
_COLONS = (":", "：")
_LAST_VERB = re.compile(rf".*(?:{_WROTE})(.*)[:：]", re.IGNORECASE)
_ADDRESS = r"[<(\[]?\s?[^][\s<>()@]++@[^][\s<>()@]++[>)\]]?"
_NAMED = re.compile(rf"[^.!?]{{0,60}}|[^!?<]{{0,80}}{_ADDRESS}\s*")
# Gmail in Russian and Japanese writes no verb: "пн, 3 февр. 2025 г. в 10:15, Alex Example <alex@example.org>:"
_DATED = re.compile(
    r"(?:\w{2,3}\.?,?\s)?\d(?=.*(?<!\d)\d{4}(?!\d)|.{2,3}年)(?=.*\d[:.]\d\d).*<\s?[^\s<>@]++@[^\s<>@]++>\s*[:：]",
    re.IGNORECASE,
)
_DIVIDER = re.compile(
    r"\s*(?:[-_]{2,}\s*)?(?:original message|original-?nachricht|ursprüngliche nachricht|weitergeleitete nachricht|"
    r"message (?:d'origine|original|transféré)|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|"
    r"mensagem (?:original|encaminhada)|oorspronkelijk bericht|doorgestuurd bericht|wiadomość oryginalna|"
    r"ursprungligt meddelande|oprindelig (?:meddelelse|besked)|opprinnelig melding|původní zpráva|mesaj original|"
    r"orijinal (?:mesaj|ileti)|исходное сообщение|пересылаемое сообщение|αρχικό μήνυμα|forwarded message|"
    r"begin forwarded message|転送されたメッセージ|元のメッセージ|原始邮件|转发邮件)\s*:?\s*(?:[-_]{2,}\s*)?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_DIGIT_OR_ADDRESS = re.compile(r"[\d@<]")
_HEADER_FROM = re.compile(
    r"^\s*\*?(?:from|von|de|da|van|od|från|fra|kimden|от|від|από|发件人|差出人)\s?\*?\s*:\s*\S", re.IGNORECASE
)
_HEADER_NEXT = re.compile(
    r"^\s*\*?(?:sent|date|to|gesendet|datum|an|envoyé|à|enviado|fecha|para|inviato|data|verzonden|aan|wysłano|do|"
    r"skickat|till|sendt|til|gönderi\w*|tarih|kime|odesláno|komu|trimis|către|отправлено|дата|кому|надіслано|"
    r"στάλθηκε|προς|subject|betreff|objet|asunto|发送时间|收件人|日期|送信日時|宛先|日付)\s?\*?\s*:",
    re.IGNORECASE,
)


def cut_quotes(text: str) -> str:
    """What stands above the first quoted or forwarded block; inline `>` lines are dropped.

    A mail that is nothing but a forward becomes empty: its words are somebody else's.
    """
    lines = text.split("\n")
    ends = [line.rstrip() for line in lines] + ["", ""]
    kept: list[str] = []
    for number, line in enumerate(lines):
        if ends[number] and _opens_quote(ends, number):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line)
    return "\n".join(kept).strip()


def _opens_quote(lines: list[str], number: int) -> bool:
    """Whether a quotation begins with this line. All mail passes here line by line: what costs little is asked first."""
    line, one, two = lines[number : number + 3]
    if (len(line) < MAX_DIVIDER and _DIVIDER.fullmatch(line)) or _is_attribution(line):
        return True
    if ":" in line and _HEADER_FROM.match(line):
        return any(_HEADER_NEXT.match(following) for following in lines[number + 1 : number + 5])
    # an attribution wrapped over two or three lines: "On Mon, 3 Feb 2025, Someone\n<a@b.example> wrote:"
    wrapped = 1 if one.endswith(_COLONS) else 2 if one and two.endswith(_COLONS) else 0
    if not wrapped or len(line) <= 20 or line.endswith((".", "!", "?")) or not _DIGIT.search(line):
        return False
    return _is_attribution(" ".join([line, *(following.strip() for following in (one, two)[:wrapped])]))


def _is_attribution(line: str) -> bool:
    """Whether a line says who wrote what follows. Only its last verb is looked at, so that no line costs much."""
    if not line.endswith(_COLONS):
        return False
    line = line.strip()
    if not 8 <= len(line) <= 300 or not _DIGIT_OR_ADDRESS.search(line):
        return False
    verb = _LAST_VERB.fullmatch(line)
    return bool((verb and _NAMED.fullmatch(verb[1])) or _DATED.fullmatch(line))


_TAG = re.compile(
    r"\W*(?:\[(?:external|extern|externe|externo|esterno|ekstern)\b[^\]]{0,20}\]|(?:external|extern|externe|externo|esterno|ekstern)"
    r"(?:[ -](?:e-?mail|mail|message|sender|source|origin|absender|nachricht|bericht|afzender|avsändare|afsender))?)\W*",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"\W*(?:caution|warning|achtung|attention|atención|attenzione|external (?:e-?mail|sender|message))\b.{0,300}"
    r"(?:external|outside|extern|außerhalb|extérieur|externo|fuera|esterno)\b.*",
    re.IGNORECASE,
)


LAST_BANNER = 12
_ENDS = (".", "!", "?", "]", "*", "-", "=", "_")


def _without_banners(lines: list[str]) -> list[str]:
    """The lines without what mail gateways write above a mail. Only a paragraph may begin with it: where a sentence
    is wrapped does not decide whether it counts."""
    kept: list[str] = []
    number = 0
    while number <= LAST_BANNER:
        begins = not kept or not kept[-1]
        length = _banner(lines[number : number + 5]) if begins and number < len(lines) else 0
        kept += lines[number : number + 1] if not length else []
        number += max(1, length)
    return kept + lines[number:]


def _banner(lines: list[str]) -> int:
    """How many of these lines are a banner: up to the end of its sentence, however it is wrapped."""
    if _TAG.fullmatch(lines[0]):
        return 1
    for length, line in enumerate(lines, 1):
        after = lines[length] if length < len(lines) else ""
        found = _BANNER.fullmatch(" ".join(lines[:length]))
        if line.endswith(_ENDS) or not after or (found and not after[0].islower()):
            return length if found else 0
    return 0


def unify(text: str) -> str:
    """NFC, ordinary spaces, straight quotes, no invisible characters: what a reader would call the same text."""
    if text.isascii():
        return _SPACES.sub(" ", text).replace("`", "'")
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_TYPOGRAPHY)
    return _SPACES.sub(" ", text)


def own_text(mail: Mail) -> str:
    """What the sender wrote, unified, without quotes and banners; paragraphs are separated by an empty line.

    Of a text that is longer than any letter only the beginning.
    """
    return _own_text(mail.plain, mail.html)


@lru_cache(maxsize=4)  # asked for by everybody who looks at a mail
def _own_text(plain: str, html: str) -> str:
    shown = plain
    if html and not _says_as_much(plain, _words_at_most(html)):
        visible = html_to_text(html)
        shown = plain if _says_as_much(plain, len(visible.split())) else visible
    elif re.match(r"\s*<(?:!doctype|html|body|div|p|table)\b", plain, re.IGNORECASE):
        shown = html_to_text(plain)
    lines = [" ".join(line.split()) for line in cut_quotes(unify(shown)[:MAX_OWN]).split("\n")]
    return "\n".join(_without_banners(lines)).strip()


def _says_as_much(plain: str, visible: int) -> bool:
    """Many senders fill the plain part with a stub ("your mail program cannot show HTML")."""
    return len(plain.split()) >= max(12, visible // 3)


def _words_at_most(html: str) -> int:
    """More words than the page can show, counted without reading it, which takes a hundred times as long."""
    return len(_MARKUP.sub(" ", html).split()) + html.count("&")


_SIGNATURE = re.compile(r"\n-- ?\n")
_MASKS = (  # each with what a text must hold to be worth a search
    ("://", re.compile(r"https?://\S+"), " weblink "),
    ("www.", re.compile(r"www\.\S+"), " weblink "),
    # one start a word, possessive: an endless word without an @ is read once, not from each of its letters
    ("@", re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"), " mailaddress "),
    ("[extern", re.compile(r"\[extern\w*\]"), " "),
)
_NUMBER = re.compile(r"\d[\d.,:/-]*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+|(?<=[。！？])\s*|\n\s*\n")
_PREFIX = re.compile(
    r"^\s*(?:(?:(?:re|aw|fwd?|wg|tr|sv|vs|rv|res|rif|antw|odp|ynt|enc|fyi|回复|答复|返信|转发)\s*(?:\[\d+\])?\s*[:：]|"
    r"\[extern(?:al|e|o|)\])\s*)+",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """Lower-cased, compatibility-composed and masked: numbers, links and addresses become one token each."""
    text = (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()
    for mark, pattern, token in _MASKS:
        if mark in text:
            text = pattern.sub(token, text)
    return " ".join(_NUMBER.sub(" 0 ", text).split())


def bare_subject(subject: str) -> str:
    """The subject without reply and forward prefixes."""
    return _PREFIX.sub("", unify(subject)).strip()


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text as written, line breaks inside a paragraph undone."""
    body = text
    cut = _SIGNATURE.search(text)
    if cut and cut.start() > len(text) // 3:
        body = text[: cut.start()]
    pieces = (" ".join(piece.split()) for piece in _SENTENCE_END.split(body) if piece)
    return tuple(piece[:MAX_SENTENCE] for piece in pieces if piece)[:MAX_SENTENCES]


def words(mail: Mail) -> str:
    """The mail for the classifier: line 1 the subject, line 2 the sender, then one line a sentence."""
    return compose(mail.subject, _sender_words(mail), own_text(mail))


def compose(subject: str, sender: str, body: str) -> str:
    """The same from its pieces: `body` is unified text without quotes."""
    said = above_footer([fold(sentence) for sentence in sentences(body)])
    return "\n".join([fold(bare_subject(subject)), sender, *(line for line in said if line)])


def _sender_words(mail: Mail) -> str:
    if mail.sender is None:
        return ""
    return fold(f"{mail.sender.name} {re.sub(r'[^a-z]+', ' ', mail.sender.local)}")
