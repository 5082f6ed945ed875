"""From a mail to what its writer says in it: HTML to text, quotes and banners cut, words masked.

`own_text` is for reading facts: as written. `words` is for the classifier: one line a sentence, folded and masked, the
same whether the mail was wrapped, sent as HTML, or decorated with typographic quotes.
`TEXT_VERSION` is part of every model's manifest: a model only fits the words it was trained on.
"""

from __future__ import annotations

import re
import unicodedata

from lxml import etree

from watcher.mail import MAX_TEXT, Mail

TEXT_VERSION = 2
MAX_SENTENCES = 120

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile("[\t\x0b\x0c\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"',
                             "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "..."})  # fmt: skip

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset(
    ["head", "style", "script", "title", "template", "noscript", "svg", "object", "select", "button", "textarea"]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)"
)
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
        self.quoted = False

    def start(self, tag: str, attrib: dict[str, str]) -> None:
        if self.muted:
            if tag not in _VOID and tag == self.muted[0]:
                self.muted.append(tag)
            return
        if tag in _SILENT or (tag not in _VOID and _is_hidden(tag, attrib.get("style", "").lower())):
            self.muted.append(tag)
        elif _is_quote(tag, attrib):
            self.quoted = True
        elif tag == "br":
            self.out.append("\n")
        elif tag in _BLOCKS:
            self.out.append("\n\n" if tag != "td" else " \n")

    def end(self, tag: str) -> None:
        if self.muted:
            if tag == self.muted[-1]:
                self.muted.pop()
        elif tag in _BLOCKS:
            self.out.append("\n\n" if tag != "td" else " \n")

    def data(self, data: str) -> None:
        if not self.muted and not self.quoted:
            self.out.append(data if data.isspace() else re.sub(r"\s+", " ", data))

    def comment(self, data: str) -> None:
        pass

    def close(self) -> str:
        return "".join(self.out)


def _is_hidden(tag: str, style: str) -> bool:
    return bool(style) and (bool(_HIDDEN.search(style)) or (tag not in _LAYOUT and bool(_NO_SIZE.search(style))))


def _is_quote(tag: str, attrib: dict[str, str]) -> bool:
    marks = f"{attrib.get('class', '')} {attrib.get('id', '')}"
    return (marks != " " and bool(_QUOTE_MARKS.search(marks))) or (tag == "blockquote" and attrib.get("type") == "cite")


def html_to_text(html: str) -> str:
    """The visible text of an HTML mail, paragraphs apart, what it quotes left out. Linear in its input, never raises."""
    parser = etree.HTMLParser(target=_Reader(), huge_tree=True)
    try:
        parser.feed(html[:MAX_TEXT].replace("\0", ""))
        text: str = parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        text = re.sub(r"<[^<>]*>", " ", html[:MAX_TEXT])
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]*\n[ \t]*", "\n", text)).strip()


_WROTE = (
    r"wrote|writes|schrieb|geschrieben|a écrit|escribió|ha scritto|scrisse|escreveu|schreef|napisał\(?a?\)?|skrev|yazdı|"
    r"napsal\(?a?\)?|a scris|написа[влт][аи]?|пише[тш]?|έγραψε|のメール|写道|寫道|kirjoitti|írta"
)
_ATTRIBUTION = re.compile(rf"^(?=.{{8,300}}$)(?=.*[\d@<]).*(?:{_WROTE})[^.!?]{{0,60}}[:：]\s*$", re.IGNORECASE)
_DIVIDER = re.compile(
    r"^\s*(?:[-_]{2,}\s*)?(?:original message|original-?nachricht|ursprüngliche nachricht|weitergeleitete nachricht|"
    r"message (?:d'origine|original|transféré)|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|"
    r"mensagem (?:original|encaminhada)|oorspronkelijk bericht|doorgestuurd bericht|wiadomość oryginalna|"
    r"ursprungligt meddelande|oprindelig (?:meddelelse|besked)|opprinnelig melding|původní zpráva|mesaj original|"
    r"orijinal (?:mesaj|ileti)|исходное сообщение|пересылаемое сообщение|αρχικό μήνυμα|forwarded message|"
    r"begin forwarded message|転送されたメッセージ|元のメッセージ|原始邮件|转发邮件)\s*:?\s*(?:[-_]{2,}\s*)?$",
    re.IGNORECASE,
)
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
    kept: list[str] = []
    for number, line in enumerate(lines):
        if _opens_quote(lines, number):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line)
    return "\n".join(kept).strip()


def _opens_quote(lines: list[str], number: int) -> bool:
    line = lines[number]
    if _DIVIDER.match(line) or (_ends_in_colon(line) and _ATTRIBUTION.match(line)):
        return True
    if ":" in line and _HEADER_FROM.match(line):
        return any(_HEADER_NEXT.match(following) for following in lines[number + 1 : number + 5])
    # an attribution wrapped over two lines: "On Mon, 3 Feb 2025, Someone\n<a@b.example> wrote:"
    after = lines[number + 1].strip() if number + 1 < len(lines) else ""
    if not _ends_in_colon(after):
        return False
    wrapped = len(line) > 20 and re.search(r"\d", line) and not line.rstrip().endswith((".", "!", "?"))
    return bool(wrapped and after) and bool(_ATTRIBUTION.match(f"{line} {after}"))


def _ends_in_colon(line: str) -> bool:
    """What every attribution does; asked first, because the pattern itself is slow on long lines."""
    return line.rstrip().endswith((":", "："))


_BANNER = re.compile(
    r"^\W*(?:\[?(?:external|extern|externe|externo|esterno|extern mail)\b.{0,20}\]?\W*$|"
    r"(?:caution|warning|achtung|attention|atención|attenzione|external (?:e-?mail|sender|message))\b.{0,300}"
    r"(?:external|outside|extern|außerhalb|extérieur|externo|fuera|esterno)\b.*$)",
    re.IGNORECASE,
)


def unify(text: str) -> str:
    """NFC, ordinary spaces, straight quotes, no invisible characters: what a reader would call the same text."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_TYPOGRAPHY)
    return _SPACES.sub(" ", text)


def own_text(mail: Mail) -> str:
    """What the sender wrote, unified, without quotes and banners; paragraphs are separated by an empty line."""
    plain, html = mail.plain, mail.html
    shown = plain
    if html:
        visible = html_to_text(html)
        # Many senders fill the plain part with a stub ("your mail program cannot show HTML").
        shown = visible if len(plain.split()) < max(12, len(visible.split()) // 3) else plain
    elif re.match(r"\s*<(?:!doctype|html|body|div|p|table)\b", plain, re.IGNORECASE):
        shown = html_to_text(plain)
    lines = cut_quotes(unify(shown)).split("\n")
    return "\n".join(line.strip() for n, line in enumerate(lines) if n > 12 or not _BANNER.match(line)).strip()


_SIGNATURE = re.compile(r"\n-- ?\n")
_MASKS = (
    (re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE), " weblink "),
    # one start a word, possessive: an endless word without an @ is read once, not from each of its letters
    (re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"), " mailaddress "),
    (re.compile(r"\[(?:external|extern)\w*\]", re.IGNORECASE), " "),
    (re.compile(r"\d[\d.,:/-]*"), " 0 "),
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+|(?<=[。！？])\s*|\n\s*\n")
_PREFIX = re.compile(
    r"^\s*(?:(?:re|aw|fwd?|wg|tr|sv|vs|rv|res|rif|antw|odp|ynt|enc|fyi|回复|答复|返信|转发)\s*(?:\[\d+\])?\s*[:：]\s*)+",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """Lower-cased, compatibility-composed and masked: numbers, links and addresses become one token each."""
    text = unicodedata.normalize("NFKC", text)
    for pattern, token in _MASKS:
        text = pattern.sub(token, text)
    return " ".join(text.casefold().split())


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
    return tuple(piece for piece in pieces if piece)[:MAX_SENTENCES]


def words(mail: Mail) -> str:
    """The mail for the classifier: line 1 the subject, line 2 the sender, then one line a sentence."""
    return compose(mail.subject, _sender_words(mail), own_text(mail))


# Sentences with which confidentiality notices begin, in forms that hardly occur above a signature.
_NOTICE = re.compile(
    r"intended (?:only|solely|exclusively) for|(?:not|are not) the intended recipient|legally privileged|"
    r"received (?:this|it) (?:e-?mail |message |communication )?in error|is sent on behalf of .{2,60} (?:plc|ltd|limited|inc|llp|group)\b|"
    r"(?:diese|die) (?:e-?mail|nachricht).{0,60}vertraulich|nicht der (?:richtige|beabsichtigte) (?:adressat|empfänger)|"
    r"ce (?:message|courriel).{0,80}confidentiel|usage exclusif d(?:u|es) destinataire|"
    r"este (?:mensaje|correo).{0,80}confidencial|destinatario (?:indicado|exclusivo)|"
    r"(?:questo|presente) (?:messaggio|e-?mail).{0,80}riservat|(?:dit|deze) (?:bericht|e-?mail).{0,60}vertrouwelijk|"
    r"esta mensagem.{0,60}confidencia"
)


def _above_footer(said: list[str]) -> list[str]:
    """What stands above a confidentiality notice; the first two sentences always stay."""
    end = next((number for number, line in enumerate(said) if number >= 2 and _NOTICE.search(line)), len(said))
    return said[:end]


def compose(subject: str, sender: str, body: str) -> str:
    """The same from its pieces: `body` is unified text without quotes."""
    said = _above_footer([fold(sentence) for sentence in sentences(body)])
    return "\n".join([fold(bare_subject(subject)), sender, *(line for line in said if line)])


def _sender_words(mail: Mail) -> str:
    if mail.sender is None:
        return ""
    return fold(f"{mail.sender.name} {re.sub(r'[^a-z]+', ' ', mail.sender.local)}")
