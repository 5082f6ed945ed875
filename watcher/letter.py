"""Write one letter: choose the wording, render it, serialise it, and check the finished bytes before anybody gets them.

Headers are serialised here because Python folds long Message-IDs into encoded words, which Exchange then drops
(python/cpython#100991), and because unpatched versions let an encoded newline become a header (CVE-2024-6923).
"""

from __future__ import annotations

import email
import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.header import Header
from email.message import Message
from email.utils import format_datetime, getaddresses
from itertools import chain
from quopri import encodestring

from jinja2 import DictLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from watcher.errors import WatcherError
from watcher.facts import Fact, Facts
from watcher.mail import Mail, clean, ids, parse
from watcher.mailbox import Draft
from watcher.mailboxes import untagged
from watcher.names import NAMELESS, Name, name_of
from watcher.people import SENDERS, Recipient, Relation
from watcher.quoting import quoted
from watcher.text import own_text, unify

HEADERS = (
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)
_IDS = ("Message-ID", "In-Reply-To", "References")
KINDS = ("applied", "after_interview", "agency", "recruiter", "interviewer")
MAX_REFERENCES = 20
_PLAIN_TAG = re.compile(r"\+[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?@")

_REPLY_PREFIX = re.compile(
    r"^\s*(?:re|aw|antw|antwort|sv|vs|ynt|odp|rif|res|r|ref|bls|sl|vá|αντ|απ|σχετ|ответ|відп|回复|回覆|返信|답장|re:回复)"
    r"\s*(?:\[\d+\]|\(\d+\)|\*\d+|-\d+)?\s*[:：]",
    re.IGNORECASE,
)


class LetterError(WatcherError):
    """The letter failed its own check; nothing was written. The message says what was wrong."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One of the user's addresses with the name and signature that go with it."""

    address: str
    name: str
    signature: str = ""

    @property
    def domain(self) -> str:
        """The domain at which our Message-IDs are made."""
        return self.address.rpartition("@")[2].lower()


@dataclass(frozen=True, slots=True)
class Written:
    """A draft, its text as the user reads it, and the template that it was made from."""

    draft: Draft
    text: str
    template: str


_SAMPLES: tuple[dict[str, object], ...] = tuple(
    {
        "name": Name(given, given, given),
        "company": fact,
        "role": fact,
        "interviewed": flag,
        "informal": flag,
        "me": "Alex",
        "signature": "Alex",
    }
    for given, fact, flag in (("", None, False), ("Kim", "Acme", True))
)


class Letters:
    """The templates, compiled in a sandbox where an unknown name is an error.

    `sources` maps names like `en/applied.1.txt.j2` to template text; the user's own come in under the same names.
    """

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.names = tuple(sorted(sources))
        # Letters are plain text: escaping HTML would corrupt them.
        self._environment = ImmutableSandboxedEnvironment(
            loader=DictLoader(dict(sources)),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )

    def problems(self) -> list[str]:
        """What is wrong with the templates, one sentence each; empty when every one can be written with and without facts."""
        found = []
        for name in self.names:
            try:
                for context in _SAMPLES:
                    self._environment.get_template(name).render(context)
            except TemplateError as error:
                found.append(f"{name}: {error}")
        return found

    def missing(self, language: str, kinds: Collection[str]) -> tuple[str, ...]:
        """The templates that these kinds of letter lack in the language, shipped or the user's own; empty if all are there."""
        needed = ("_greeting", "_closing", *(kind for kind in KINDS if kind in kinds))
        return tuple(f"{language}/{part}.txt.j2" for part in needed if not self._in(language, part))

    def _in(self, language: str, kind: str) -> tuple[str, ...]:
        return tuple(n for n in self.names if re.fullmatch(rf"{language}/{kind}(?:\.[\w-]+)?\.txt\.j2", n))

    def wordings(self, language: str, kind: str) -> tuple[str, ...]:
        """The templates for a kind of letter, in the language or, when it has none, in English."""
        for candidate in dict.fromkeys((language, "en")):
            if found := self._in(candidate, kind):
                return found
        raise LetterError(f"no template {language}/{kind}.txt.j2")

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """Greeting, body and closing as one text, each paragraph one line."""
        folder = template.partition("/")[0]
        try:
            parts = [
                self._environment.get_template(name).render(context)
                for name in (f"{folder}/_greeting.txt.j2", template, f"{folder}/_closing.txt.j2")
            ]
        except TemplateError as error:
            raise LetterError(f"template {template}: {error}") from error
        return _typeset(parts, str(context.get("signature", "")))


def write(
    recipient: Recipient,
    facts: Facts,
    identity: Identity,
    letters: Letters,
    *,
    message_id: str,
    written_at: datetime,
    avoid: Collection[str] = (),
    quote: bool = False,
) -> Written:
    """The letter to one recipient, with the original below it if asked. The same arguments give the same bytes.

    Raises `LetterError`.
    """
    template = _choose(letters.wordings(facts.language, kind_of(recipient, facts)), message_id, avoid)
    name = _greeted(recipient, facts)
    given = {
        "company": _usable(facts.company),
        "role": _usable(facts.role),
        "me": identity.name,
        "signature": identity.signature.replace("\r\n", "\n").strip() or identity.name,
    }
    flags = {"interviewed": facts.stage.met, "informal": facts.informal}
    text = letters.render(template, {"name": name, **given, **flags})
    below = quoted(recipient.answers, facts.language) if quote else ""
    text = f"{text}\n{below}" if below else text
    raw = serialise(recipient.person.address, name.full, recipient.answers, identity, text, message_id, written_at)
    values = [value for value in (*given.values(), name.full, name.given, name.family) if value]
    check(raw, recipient.person.address, identity.address, text, values, below)
    return Written(Draft(message_id=message_id, to=recipient.person.address, raw=raw), text, template)


def kind_of(recipient: Recipient, facts: Facts) -> str:
    """Which of `KINDS` fits this person."""
    if recipient.relation is Relation.INTERVIEWER:
        return "interviewer"
    if recipient.relation is Relation.RECRUITER:
        return "recruiter"
    if facts.agency:
        return "agency"
    return "after_interview" if facts.stage.met else "applied"


def make_message_id(account: str, source: str, person: str, domain: str) -> str:
    """Deterministic, so that a lost state finds its own drafts again; opaque to whoever reads it."""
    digest = hashlib.blake2b(f"{source}\0{person.lower()}".encode(), key=account.encode()[:64], digest_size=10)
    return f"<{digest.hexdigest()}@{domain}>"


def identity_for(mail: Mail, identities: Sequence[Identity]) -> Identity:
    """The address that was written to: To and Cc, then Delivered-To, then without its +tag, else the first.

    A tag in To or Cc is kept, if it is a plain one: the sender knows the user by it.
    """
    named = [p.address for p in (*mail.to, *mail.cc)]
    known = {identity.address.lower(): identity for identity in identities}
    exact = (known.get(a.lower()) for a in named)
    tagged = (replace(known[untagged(a)], address=a) for a in named if _PLAIN_TAG.search(a) and untagged(a) in known)
    other = (known.get(a) for address in mail.delivered_to for a in (address, untagged(address)))
    bare = (known.get(untagged(a)) for a in named)
    return next((found for found in chain(exact, tagged, other, bare) if found), identities[0])


def _usable(fact: Fact | None) -> str | None:
    """A fact as it may stand in a letter: no template syntax, no markup, no link, nothing invisible, not too long."""
    value = unify(fact.value) if fact else ""
    if not 0 < len(value) <= 80 or re.search(r"[{}<>\[\]|\\\n@]|//|https?:|www\.", value, re.IGNORECASE):
        return None
    return value


def _wrote_it(recipient: Recipient) -> bool:
    sender = recipient.answers.sender
    return sender is not None and (sender.same(recipient.person) or recipient.relation in SENDERS)


def _greeted(recipient: Recipient, facts: Facts) -> Name:
    """What the person is called. Many mailboxes bear the company's name, which nobody is called by."""
    name = name_of(recipient.person, own_text(recipient.answers) if _wrote_it(recipient) else "")
    same = facts.company is not None and _squeezed(name.full) == _squeezed(facts.company.value)
    return NAMELESS if same else name


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


def _choose(wordings: Sequence[str], token: str, avoid: Collection[str]) -> str:
    start = int(hashlib.blake2b(token.encode(), digest_size=4).hexdigest(), 16) % len(wordings)
    turned = [*wordings[start:], *wordings[:start]]
    return next((w for w in turned if w not in avoid), turned[0])


_SPACES = re.compile(r"[ \t\r\n]+")  # a no-break space, as French sets it inside its quotation marks, stays what it is


def _typeset(parts: Sequence[str], signature: str) -> str:
    """Paragraphs without gaps. The signature stays as the user laid it out."""
    paragraphs: list[str] = []
    for part in parts[:2]:
        paragraphs += [_SPACES.sub(" ", p).strip() for p in re.split(r"\n\s*\n", part) if p.strip()]
    before, kept, after = parts[2].rpartition(signature) if signature else ("", "", parts[2])
    closing = (_tidy(before) + kept + _tidy(after)).strip()
    return "\n\n".join([*paragraphs, closing]) + "\n"


def _tidy(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")))


# -- serialising -----------------------------------------------------------------------------------------------------


def reply_subject(subject: str) -> str:
    """`Re: ` before the sender's own words, unless a reply prefix of any language stands there already."""
    subject = clean(subject)
    return subject if _REPLY_PREFIX.match(subject) else f"Re: {subject}".strip()


def serialise(
    to: str, to_name: str, answers: Mail, identity: Identity, text: str, message_id: str, written_at: datetime
) -> bytes:
    """The bytes to append: allow-listed headers only, UTF-8 quoted-printable text, CRLF throughout (RFC 5322, 2047).

    Raises `LetterError` for what no letter can hold: a lone surrogate, an address that is not ASCII.
    """
    try:
        headers = _headers(to, to_name, answers, identity, message_id, written_at)
        head = "".join(f"{name}: {value}\r\n" for name, value in headers).encode("ascii")
        body = encodestring(text.encode()).replace(b"\nFrom ", b"\n=46rom ").replace(b"\n", b"\r\n")
    except UnicodeEncodeError as error:
        raise LetterError(f"the letter cannot be encoded: {error.reason}") from error
    return head + b"\r\n" + (body if body.endswith(b"\r\n") else body + b"\r\n")


def _headers(
    to: str, to_name: str, answers: Mail, identity: Identity, message_id: str, written_at: datetime
) -> list[tuple[str, str]]:
    headers = [
        ("From", _mailbox(identity.name, identity.address, "From")),
        ("To", _mailbox(to_name, to, "To")),
        ("Subject", _unstructured(reply_subject(answers.subject), "Subject")),
        ("Date", format_datetime(written_at)),
        ("Message-ID", message_id),
    ]
    if answers.message_id:
        headers += [("In-Reply-To", answers.message_id), ("References", "\r\n ".join(_references(answers)))]
    return [
        *headers,
        ("MIME-Version", "1.0"),
        ("Content-Type", 'text/plain; charset="utf-8"'),
        ("Content-Transfer-Encoding", "quoted-printable"),
    ]


def _references(answers: Mail) -> list[str]:
    """RFC 5322 3.6.4: the parent's References, or its In-Reply-To if that is one id, then the parent itself."""
    chain = answers.references or (answers.in_reply_to if len(answers.in_reply_to) == 1 else ())
    unique = [i for i in dict.fromkeys(chain) if i != answers.message_id]
    if len(unique) > MAX_REFERENCES:
        unique = [unique[0], *unique[-(MAX_REFERENCES - 1) :]]
    return [*unique, answers.message_id or ""]


def _mailbox(name: str, address: str, header: str) -> str:
    name = clean(name)
    if not name:
        return address
    if not name.isascii() or "=?" in name:
        return f"{_encoded(name, header)}\r\n <{address}>"
    quoted = name if re.fullmatch(r"[\w !#$%&'*+/=?^`{|}~-]+", name) else '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    return f"{quoted} <{address}>"


def _unstructured(value: str, header: str) -> str:
    plain = value.isascii() and "=?" not in value and all(len(word) < 900 for word in value.split())
    if not plain:
        return _encoded(value, header)
    lines, line = [], ""
    for word in value.split(" "):
        if line and len(line) + len(word) > 68:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\r\n ".join([*lines, line])


def _encoded(value: str, header: str) -> str:
    return Header(value, "utf-8", header_name=header).encode(linesep="\r\n")


# -- the final self-check --------------------------------------------------------------------------------------------


def check(raw: bytes, to: str, own: str, text: str, values: Collection[str] = (), below: str = "") -> None:
    """Refuse a letter that is not exactly what was meant: headers, addresses, text. Raises `LetterError`.

    `values` are what the template was filled with: a signature in columns or a company called None is no mistake.
    `below` is the quoted original at the end of the text: it may say what it likes.
    """
    again = email.message_from_bytes(raw)
    names = [name for name, _ in again.raw_items()]
    if len(set(names)) != len(names) or not set(names) <= set(HEADERS):
        raise LetterError(f"unexpected headers {sorted(set(names) - set(HEADERS)) or names}")
    mail = parse(raw)
    meant = ([own], [to])
    if tuple([a for _, a in getaddresses([again.get(name, "")])] for name in ("From", "To")) != meant or meant != (
        [mail.sender.address if mail.sender else ""],
        [p.address for p in mail.to],
    ):
        raise LetterError("the finished letter names other people than it was meant for")
    if any(list(ids(again[name])) != again[name].split() for name in _IDS if name in again):
        raise LetterError("the finished letter answers something that is no Message-ID")
    if not mail.plain.strip() == _read_elsewhere(again) == text.strip():
        raise LetterError("the finished letter reads differently from what was written")
    if any(len(line) > 998 for line in raw.split(b"\r\n")) or b"\0" in raw:
        raise LetterError("a line of the finished letter is too long")
    found = re.search(
        r"\{\{|\}\}|\{%|%\}|\{#|\bNone\b|\bundefined\b|  |\n\n\n", _wording(text.removesuffix(below), values)
    )
    if found or not text.strip() or text != _without_controls(text):
        raise LetterError(f"the text holds «{found[0] if found else 'control characters or nothing'}»")


def _read_elsewhere(message: Message) -> str:
    """The text as the standard library reads it, which shares nothing with our own reader."""
    body = message.get_payload(decode=True)
    return body.decode("utf-8", "replace").replace("\r\n", "\n").strip() if isinstance(body, bytes) else ""


def _wording(text: str, values: Collection[str]) -> str:
    """The template's own words: a mark in place of each value, the longest first as one may hold another."""
    for value in sorted(values, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", "*", text)
    return text


def _without_controls(text: str) -> str:
    return "\n".join(
        re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", "", line)
        for line in text.split("\n")
    )
