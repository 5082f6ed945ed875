"""Read the shipped corpus: whole mails, and a grammar that recombines sentences.

A mail file is plain text: `#### label/kind`, `From:`, `Subject:`, an empty line, the body. A grammar file has `[section]`
lines and one entry a line, with `{slots}` and, in [stock], `(one|another)` alternatives. `frozen/` holds mails for evaluation only; their writers saw nothing of the rest.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from watcher.errors import UserError
from watcher.mail import Mail, addresses
from watcher.resources import find
from watcher.text import compose, words

Sections = Mapping[str, tuple[str, ...]]

STOCK_SAMPLES = 8
STOCK_SHARE = 0.5
BARE, BURDENED = 0.25, 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A mail with a label. `kind` is finer than the label; `origin` is the file it stands in."""

    words: str
    rejection: bool
    kind: str
    language: str
    origin: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the grammar, folded, with what it says."""

    words: str
    rejecting: bool
    kind: str
    language: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The sentence lists of one language."""

    language: str
    rejecting: Sections
    lookalike: Sections
    shell: Sections
    slots: Sections


def languages(root: Path | None = None) -> tuple[str, ...]:
    """The languages that have a folder in the corpus."""
    root = root or find("models/corpus")
    return tuple(sorted(path.name for path in root.iterdir() if path.is_dir()))


def samples(part: str, root: Path | None = None, only: str = "") -> Iterator[Sample]:
    """The written mails of one part, `mails` or `frozen`, in a stable order; of one language, if one is named."""
    root = root or find("models/corpus")
    for language in (only,) if only else languages(root):
        for path in sorted((root / language / part).glob("*.txt")):
            for mail, label, kind in read_mails(path):
                yield Sample(
                    words=words(mail),
                    rejection=label == "rejection",
                    kind=kind,
                    language=language,
                    origin=f"{language}/{part}/{path.name}",
                )


def read_mails(path: Path) -> Iterator[tuple[Mail, str, str]]:
    """Each mail of a corpus file with its label and kind. Raises `UserError` that names the mail."""
    for number, block in enumerate(re.split(r"^#### ", path.read_text("utf-8"), flags=re.MULTILINE)[1:], 1):
        head, _, body = block.partition("\n\n")
        lines = head.split("\n")
        label, _, kind = lines[0].strip().partition("/")
        headers = dict(line.split(":", 1) for line in lines[1:] if ":" in line)
        if label not in {"rejection", "other"} or "Subject" not in headers:
            raise UserError(
                f"{path}: mail {number}: expected `#### rejection/kind` or `#### other/kind`, From and Subject"
            )
        sender = next(iter(addresses(headers.get("From", ""))), None)
        yield Mail(sender=sender, subject=headers["Subject"].strip(), plain=body.strip()), label, kind


def grammars(root: Path | None = None) -> tuple[Grammar, ...]:
    """The grammar of each language that has one."""
    root = root or find("models/corpus")
    return tuple(
        Grammar(
            language,
            *(
                _sections(root / language / "grammar" / f"{name}.txt")
                for name in ("rejecting", "lookalike", "shell", "slots")
            ),
        )
        for language in languages(root)
        if (root / language / "grammar" / "shell.txt").exists() and (root / language / "grammar" / "slots.txt").exists()
    )


def _sections(path: Path) -> Sections:
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        section = re.fullmatch(r"\[([\w-]+)\]", line.strip())
        if section:
            current = found.setdefault(section[1], [])
        elif line.strip():
            current.append(line.strip().replace("\\n", "\n"))
    return {name: tuple(entries) for name, entries in found.items()}


def sentences(grammar: Grammar) -> Iterator[Sentence]:
    """Every core and shell sentence of a grammar, with slots filled."""
    rng = random.Random(f"sentences-{grammar.language}")  # noqa: S311 - reproducible, not secret
    for rejecting, sections in ((True, grammar.rejecting), (False, grammar.lookalike), (False, grammar.shell)):
        for kind, entries in sections.items():
            for entry in entries:
                for _ in range(STOCK_SAMPLES if kind == "stock" else 1):
                    body = compose("", "", _fill(entry, grammar, rng)).split("\n")[2:]
                    if body:
                        yield Sentence(" ".join(body), rejecting, kind, grammar.language)


def recombine(grammar: Grammar, count: int, seed: int = 0) -> Iterator[Sample]:
    """`count` mails made of the grammar: the same shells around rejecting and look-alike cores, half and half."""
    rng = random.Random(f"recombine-{grammar.language}-{seed}")  # noqa: S311 - reproducible, not secret
    for number in range(count):
        rejection = number % 2 == 0
        core, kind = _core(grammar, rng, rejecting=rejection)
        subject, sender, body = _shell(grammar, rng, core)
        mail = Mail(sender=next(iter(addresses(sender)), None), subject=subject, plain=body)
        yield Sample(
            words=words(mail),
            rejection=rejection,
            kind=kind,
            language=grammar.language,
            origin=f"{grammar.language}/grammar",
        )


def _core(grammar: Grammar, rng: random.Random, *, rejecting: bool) -> tuple[list[str], str]:
    """The sentences that decide. A rejection may hold a look-alike beside the decision, as real ones do."""
    like_kind = _kind(grammar.lookalike, rng)
    like = rng.choice(grammar.lookalike[like_kind])
    if not rejecting:
        extra = [
            rng.choice(grammar.lookalike[k])
            for k in ("receipt", "keepfile", "conditional")
            if k in grammar.lookalike and rng.random() < 0.2
        ]
        return [like, *extra], like_kind
    kind = _kind(grammar.rejecting, rng)
    core = [rng.choice(grammar.rejecting[kind])]
    for name, chance in (("keepfile", 0.25), ("receipt", 0.15)):
        if name in grammar.lookalike and rng.random() < chance:
            core.insert(rng.randrange(2), rng.choice(grammar.lookalike[name]))
    return core, kind


def _kind(sections: Sections, rng: random.Random) -> str:
    """Half of all mail is ordinary: the stock phrases are drawn as often as all other kinds together."""
    if "stock" in sections and rng.random() < STOCK_SHARE:
        return "stock"
    return rng.choice(sorted(sections))


def _shell(grammar: Grammar, rng: random.Random, core: Sequence[str]) -> tuple[str, str, str]:
    pick = _Picker(grammar, rng)
    opening = pick.some("opening", 0.75) + pick.some("middle", 0.35)
    ending = pick.some("middle", 0.3) + pick.some("closing", 0.75)
    paragraphs = [pick.some("banner", 0.05), pick.some("greeting", 0.75)]
    if rng.random() < 0.5:
        paragraphs += [opening, list(core), ending]
    else:
        paragraphs += [opening + list(core) + ending]
    paragraphs += [pick.some("signoff", 0.7) + pick.some("signature", 0.6)]
    paragraphs += [pick.some(name, chance) for name, chance in (("ats", 0.25), ("legal", 0.2), ("marketing", 0.15))]
    body = "\n\n".join("\n".join(p) if n == len(paragraphs) - 4 else " ".join(p) for n, p in enumerate(paragraphs) if p)
    subject = pick.one("subject") if rng.random() < 0.7 else ""
    sender = f'"{pick.one("sender")}" <talent@mail.example>' if rng.random() < 0.4 else ""
    body = _fill(body, grammar, rng)
    return (
        _fill(subject, grammar, rng),
        _fill(sender, grammar, rng),
        body[: rng.randint(150, 260)] if rng.random() < 0.06 else body,
    )


def weathered(samples: Sequence[Sample], grammars_: Sequence[Grammar]) -> Iterator[Sample]:
    """The samples as mail really arrives: some without subject and sender, some under a long footer. Labels stay."""
    known = {grammar.language: grammar for grammar in grammars_}
    rng = random.Random("weathered")  # noqa: S311 - reproducible, not secret
    for sample in samples:
        subject, sender, *said = sample.words.split("\n")
        if rng.random() < BARE:
            subject, sender = "", ""
        grammar = known.get(sample.language)
        if grammar is not None and rng.random() < BURDENED:
            below = [e for name in ("legal", "ats", "marketing") for e in grammar.shell.get(name, ())]
            footer = "\n\n".join(_fill(rng.choice(below), grammar, rng) for _ in range(rng.randint(3, 12)))
            said += compose("", "", footer).split("\n")[2:]
        yield replace(sample, words="\n".join([subject, sender, *said]))


class _Picker:
    def __init__(self, grammar: Grammar, rng: random.Random) -> None:
        self.grammar, self.rng = grammar, rng

    def one(self, section: str) -> str:
        return self.rng.choice(self.grammar.shell.get(section) or self.grammar.slots.get(section) or ("",))

    def some(self, section: str, chance: float) -> list[str]:
        return [self.one(section)] if self.rng.random() < chance else []


def _fill(entry: str, grammar: Grammar, rng: random.Random) -> str:
    filled: dict[str, str] = {}

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name not in filled:
            filled[name] = rng.choice(grammar.slots.get(name) or ("",))
        return filled[name]

    chosen = re.sub(r"\(([^()|]*(?:\|[^()|]*)+)\)", lambda match: rng.choice(match[1].split("|")), entry)
    return re.sub(r"\{(\w+)\}", value, chosen)


def fingerprint(root: Path | None = None) -> str:
    """A hash of every byte of the corpus: a model made from another corpus is another model."""
    root = root or find("models/corpus")
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.txt")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
