"""The original below the answer, for those who like that: each line behind `> `, under a line that says whose it is."""

from __future__ import annotations

from watcher.mail import Mail, clean
from watcher.text import own_text

MAX_QUOTED = 6_000

# Each says who wrote when, in words that mail programs of the language use too: they are recognised and folded away.
_SAID = {
    "en": "On {date}, {who} wrote:", "de": "Am {date} schrieb {who}:", "fr": "Le {date}, {who} a écrit :", "es": "El {date}, {who} escribió:",
    "it": "Il {date}, {who} ha scritto:", "nl": "Op {date} schreef {who}:", "pt": "Em {date}, {who} escreveu:", "pl": "{date}, {who} napisał(a):",
    "sv": "Den {date} skrev {who}:", "da": "Den {date} skrev {who}:", "no": "Den {date} skrev {who}:", "tr": "{date} tarihinde {who} yazdı:",
    "cs": "Dne {date} napsal(a) {who}:", "ro": "Pe {date}, {who} a scris:", "uk": "{date} {who} пише:", "ru": "{date} {who} пишет:",
    "ja": "{date} {who} のメール:", "zh": "{date}，{who} 写道：", "el": "Στις {date}, ο/η {who} έγραψε:",
}  # fmt: skip


def quoted(mail: Mail, language: str) -> str:
    """What the sender wrote, quoted, with the attribution in the letter's language; empty if there is nothing to quote."""
    said = own_text(mail)[:MAX_QUOTED].strip()
    if not said or mail.sender is None:
        return ""
    who = clean(mail.sender.name) or mail.sender.address
    date = f"{mail.date:%Y-%m-%d}" if mail.date else "…"
    line = _SAID.get(language, _SAID["en"]).format(date=date, who=who)
    return f"{line}\n" + "\n".join(f"> {part}".rstrip() for part in said.split("\n")) + "\n"
