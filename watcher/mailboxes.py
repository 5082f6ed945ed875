"""What an address tells: whether anybody reads it, whether it is a machine's or a desk's, which companies it may spell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from watcher.desks import DESK
from watcher.domains import spelled
from watcher.mail import Person
from watcher.names import looks_like_person


class Unreadable(StrEnum):
    """Why a person or a mailbox is not written to."""

    NO_ADDRESS = "the mail names nobody to reply to"
    SEVERAL = "the mail asks for replies to several addresses"
    NO_REPLY = "nobody reads this mailbox (no-reply)"
    SYSTEM = "a mail system's own address"
    SELF = "the user's own address"
    FOREIGN = "the reply address belongs to another domain than the sender, and no DMARC pass vouches for it"
    ROBOT = "a room or a scheduling robot"
    OTHER_COMPANY = "from another company"
    TOO_MANY = "more interviewers than are written to"
    ALREADY = "thanked already as the sender"
    LOOKALIKE = "a domain that only looks like the company's, and no DMARC pass vouches for it"
    NOT_YOURS = "about somebody else's application"

    @property
    def advice(self) -> str:
        """What the user could do, when nobody is left to thank."""
        return _ADVICE.get(self, "")


_ADVICE = {
    Unreadable.NO_ADDRESS: "answer by hand if you know who wrote it",
    Unreadable.SEVERAL: "answer by hand, to whichever of them you know",
    Unreadable.NO_REPLY: "if you know a recruiter there, write to him or her; an earlier mail of theirs in a watched folder is found by itself",
    Unreadable.SYSTEM: "nothing: a mail system sent it",
    Unreadable.FOREIGN: "look at the reply address closely; answer by hand if it is right",
    Unreadable.LOOKALIKE: "beware: compare the sender's domain with the company's before you answer",
    Unreadable.NOT_YOURS: "nothing: the news is not about you",
}


_NO_REPLY = re.compile(
    r"no[t]?repl(?:y|ies)|donot(?:reply|respond|answer)|dontreply|noresponse|nepasrepondre|neparepondre|sansreponse|keineantwort|"
    r"nichtantworten|bittenichtantworten|norespond(?:er|a)|nocontest(?:ar|e)|norespuesta|nonrispond(?:ere|ete)|naoresponda|naoresponder|naorespond|"
    r"nietbeantwoorden|nietantwoorden|geenantwoord|nieodpowiadaj|nieodpowiadac|ejsvara|svaraej|svarainte|svarikke|ikkesvar|"
    r"besvarikke|neodpovid(?:a[tj]|ejte)|nevidpovida(?:ty|jte|yte)|minapantate|henshinfuka|nuraspunde|cevaplamayin|yanitlamayin|neotvechat|unmonitored|notmonitored|unattended|"
    r"niepisz|nichtbeantworten|nepaspondre|nepaspondere|nongrad|nonrispond|inteatersvar|kanejbesvaras|maikkebesvares|nuraspund|neodpoved|nereply|"
    r"notmonitoredmailbox|неотвеча|невідповіда|неответ|бытьнеотвеч|μηναπαντ|返信不可|返信しない|送信専用|请勿回复|請勿回覆|勿回复|勿回覆|自动发送|"
    r"autoresponder|automailer|automated$|^mailer$|^notifications?$|^notify$|^alerts?$|^donot$|^sendonly|^outbound$|^auto$"
)
_SYSTEM = re.compile(
    r"^(?:mailer-?daemon|postmaster|hostmaster|abuse|root|bounces?(?:[+=-].*)?|owner-.*|.*-request|.*-bounces?|.*-owner)$"
)
_ROBOT = re.compile(
    r"(?:^|[._+-])(?:room|rooms|raum|salle|sala|conf|conference|meeting-?room|resource|calendar|calendars|scheduler|scheduling|"
    r"schedule|bot|robot|assistant|calendly|goodtime|modernloop|zoom|teams|webex|meet|booking|kalender|interviews?)(?:[._+-]|$|\d)",
)
_ROBOTIC = re.compile(
    r"plan(?:ungs|ning)?[- ]?(?:assist\w+|bot|robot)|\w*(?:termin|afspraken|agenda|kalender|møde|møte|mötes|rendez-?vous|rdv)[- ]?(?:bot|robot|assistent\w*|planer|planner|buchung|service)\b|"
    r"assistant virtuel|asistente virtual|assistente virtuale|virtual assistant|virtuele assistent|notetaker|note ?taker",
    re.IGNORECASE,
)
_FAMILIES = frozenset({"sala", "salle", "raum"})


def unreadable(person: Person, own: Sequence[str]) -> Unreadable | None:
    """Why nobody would read a reply to this mailbox, or None when a person probably does."""
    if any(untagged(person.address) == untagged(address) for address in own):
        return Unreadable.SELF
    if _SYSTEM.match(person.local):
        return Unreadable.SYSTEM
    if _NO_REPLY.search(letters(person.local)) or _NO_REPLY.search(letters(person.name)):
        return Unreadable.NO_REPLY
    return None


def untagged(address: str) -> str:
    """In lower case and without its +tag: alex+jobs@example.org is alex@example.org's."""
    return re.sub(r"\+[^@]*(?=@)", "", address.lower())


def letters(text: str) -> str:
    """Lower-case letters only, without accents: as the pattern is written."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ı", "i"))
    return re.sub(r"[\W_\d]", "", plain)


def is_robot(person: Person) -> bool:
    """A room or a scheduler by its address. Maria Sala has a name that the address spells; a room comes before its own."""
    words = re.findall(r"[^\W_]+", person.local)
    if len(words) > 1 and words[-1] in _FAMILIES and sorted(words) == sorted(re.findall(r"\w+", person.name.lower())):
        return False
    return bool(_ROBOT.search(person.local) or _ROBOTIC.search(f"{person.local} {person.name}") or _is_desk(person))


def _is_desk(person: Person) -> bool:
    """Whether a calendar entry is a department's: nobody of that name sat in the meeting."""
    shown = person.name.strip()
    return bool(DESK.fullmatch(person.local)) and not (shown and looks_like_person(shown))


# -- companies in addresses ------------------------------------------------------------------------------------------

_KANA = dict(
    zip(
        "アイウエオカキクケコガギグゲゴサシスセソザジズゼゾタチツテトダヂヅデドナニヌネノハヒフヘホバビブベボパピプペポマミムメモヤユヨラリルレロワヲンヴ",
        "a i u e o ka ki ku ke ko ga gi gu ge go sa shi su se so za ji zu ze zo ta chi tsu te to da ji zu de do na ni nu ne no ha hi "
        "fu he ho ba bi bu be bo pa pi pu pe po ma mi mu me mo ya yu yo ra ri ru re ro wa o n vu".split(),
        strict=True,
    )
)
_SMALL = {"ャ": "a", "ュ": "u", "ョ": "o", "ァ": "a", "ィ": "i", "ェ": "e", "ォ": "o", "ゥ": "u"}


def spellings(company: str) -> tuple[str, ...]:
    """How addresses may spell a company, as far as that is told by its letters: severovoz, minazuki for ミナヅキ精工."""
    ways = {way for way in spelled(company) if way.isascii() and not way.startswith("~")}
    runs = re.findall("[\u30a1-\u30ff]{3,}", unicodedata.normalize("NFC", _as_katakana(company)))
    return tuple(sorted(way for way in {*ways, *map(_romanised, runs)} if len(way) >= 4))


def _as_katakana(text: str) -> str:
    return "".join(chr(ord(c) + 0x60) if "\u3041" <= c <= "\u3096" else c for c in text)


def _romanised(kana: str) -> str:
    """Hepburn without long vowels."""
    latin = ""
    for number, letter in enumerate(kana):
        if letter in _SMALL and latin:
            latin = re.sub("[aiueo]$", "", latin)
            latin += ("" if latin.endswith(("sh", "ch", "j")) or letter in "ァィェォゥ" else "y") + _SMALL[letter]
        elif letter == "ッ":
            latin += _KANA.get(kana[number + 1 : number + 2], "")[:1]
        else:
            latin += _KANA.get(letter, "")
    return latin
