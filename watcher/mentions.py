"""Where one mail mentions organisations: each name with the place it stands in and what announces it. Data for `employer`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from watcher import carriers, domains
from watcher.carriers import ON_BEHALF
from watcher.desks import INSTITUTION, is_companylike
from watcher.domains import squeezed
from watcher.mail import Mail, Person
from watcher.names import looks_like_person
from watcher.orgnames import (
    as_institution,
    by_legal_form,
    declined,
    introduced,
    key,
    of_display,
    of_segments,
    run_before,
    run_from,
    runs,
    signature_start,
    taking_leave,
    thanking,
    unspaced,
    with_bodies,
    without_desks,
    without_legal,
)
from watcher.phrases import PHRASES
from watcher.roles import flattened
from watcher.text import bare_subject, unify

MAX_READ = 9_000

DISPLAY, DOMAIN, SUBJECT, TEXT, SIGNATURE = "display name", "domain", "subject", "text", "signature"

_INFLECTING = frozenset({"pl", "cs", "uk", "ru", "el", "ro"})
_APPLIED_TO = re.compile(r"\b(?:application|applying|applied|Bewerbung|candidature|candidatura|sollicitatie|ansökan|ansøgning|søknad) (?:at|to|bei|chez|en|presso|bij|na|no|à|hos|på|till|til)\s$", re.IGNORECASE)  # fmt: skip
_SWALLOWED = re.compile(r"(?<=\s)(?:La|Le|Les|El|Los|Las|Il|Het|De)\s*$")  # of a name: La Poste, Het Lichtpunt
_FOR = re.compile(rf"{ON_BEHALF.pattern}|\s+(?:for|für|pour|para|per|voor|dla|för|pentru|для|για)\s")


@dataclass(frozen=True, slots=True)
class Reading:
    """A name as it stands somewhere. `plain`: names stand uninflected there.

    `cue`: a phrase announced it; `desk`: it stood beside a team or a department, which it `leads`: Acme Careers.
    """

    name: str
    place: str
    plain: bool = True
    cue: bool = False
    desk: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The places of one mail, ready to be read."""

    display: str
    people: tuple[Person, ...]
    subject: str
    body: str
    signature: tuple[str, ...]
    carriers: str
    owners: frozenset[str]
    labels: tuple[str, ...]
    language: str

    @staticmethod
    def of(mail: Mail, text: str, language: str) -> Source:
        people = tuple(p for p in (mail.sender, *mail.reply_to) if p)
        written = text[:MAX_READ].split("\n")
        lines = list(carriers.without_footers(written))
        start = signature_start(lines)
        hosts = [p.domain for p in people]
        return Source(
            display=unify(mail.sender.name) if mail.sender else "",
            people=people,
            subject=bare_subject(mail.subject)[:500],
            body="\n".join(lines[:start]),
            signature=tuple(line.strip() for line in lines[start : start + 14] if line.strip()),
            carriers="\n".join(carriers.of_footers(written)),
            owners=domains.owners(hosts)
            | {squeezed(p.local) for p in people if domains.is_platform(p.domain) and len(squeezed(p.local)) > 4},
            labels=tuple(label for host in hosts if not domains.is_nobodys(host) for label in host.split(".")[:-1]),
            language=language,
        )

    def readings(self) -> Iterator[Reading]:
        yield from self._spelled()
        for name, desk in of_display(self.display):
            leads = desk and self.display.startswith(f"{name} ")
            yield Reading(name, DISPLAY, desk=desk, cue=self._is_beside_person(name), leads=leads)
        if " " in self.display and self.display in re.split(r"\s+[-–—|·]\s+|:\s", self.subject):
            yield Reading(self.display, SUBJECT, cue=True)  # Marienstift Ulmen - Ihre Bewerbung
        yield from (Reading(name, DISPLAY, cue=True) for name in introduced(self.body, self.display, self.language))
        yield from (Reading(name, SIGNATURE, cue=True) for name in taking_leave(self.body, self.language))
        opening = re.match(r"\[?([^:\[\]]{2,40})(?:: |\])", self.subject)
        if opening and any(opening[1] == name for name, _ in of_display(self.display)):
            yield Reading(opening[1], SUBJECT, cue=True)  # Cofrim: retorno sobre a vaga
        yield from (Reading(name, SIGNATURE, desk=desk) for line in self.signature for name, desk in of_segments(line))
        for place, text in ((SUBJECT, self.subject), (TEXT, self.body)):
            yield from self._by_phrase(text, place)
            yield from (Reading(name, place) for name in by_legal_form(text))
        yield from (Reading(name, SIGNATURE) for line in self.signature for name in by_legal_form(line))

    def is_of_itself(self) -> bool:
        """Whether the display name is a given name and whose it is: Beatrice di Portolana, beatrice@portolana."""
        given, _, firm = self.display.partition(" ")
        mailbox = any(squeezed(p.local) == squeezed(given) for p in self.people)
        return mailbox and any(
            half != self.display and half in firm and self.owns(half) for half, _ in of_display(self.display)
        )

    def _is_beside_person(self, name: str) -> bool:
        """Whether the display name is a person's with this company in brackets: Tereza Malá (Kovárna Digital)."""
        own = any(squeezed(p.local).startswith(squeezed(name.split(maxsplit=1)[0])) for p in self.people)
        person, bracket, _ = self.display.partition(f"({name})")
        return bool(bracket) and (own or is_companylike(name)) and looks_like_person(person.strip())

    def _spelled(self) -> Iterator[Reading]:
        """Runs of words anywhere that the sender's domain spells."""
        for place, line in self._lines():
            for run in runs(line):
                if self.owns(run) and not (place == SUBJECT and run.islower()):
                    name = without_desks(run)
                    name = as_institution(name if self.owns(name) else run, line)
                    if not name:
                        continue
                    plain = place != TEXT or self.language not in _INFLECTING or self._is_spelled(name)
                    yield Reading(name, place, plain)
                    yield Reading(name, DOMAIN, plain)

    def _is_spelled(self, name: str) -> bool:
        return any(way in self.owners for way in domains.spelled(without_legal(name)))

    def owns(self, name: str) -> bool:
        """Whether a domain of the mail spells this name."""
        return self._is_spelled(name) or any(domains.abbreviates(label, name.split()) for label in self.labels)

    def _lines(self) -> Iterator[tuple[str, str]]:
        yield DISPLAY, self.display
        yield SUBJECT, self.subject
        yield from ((TEXT, flattened(paragraph)) for paragraph in re.split(r"\n\s*\n", self.body))
        yield from ((SIGNATURE, line) for line in self.signature)

    def _by_phrase(self, text: str, place: str) -> Iterator[Reading]:
        for name in dict.fromkeys((self.language, "en")):
            phrases = PHRASES.get(name, PHRASES["en"])
            for pattern, plain, cue in (
                (phrases.company, True, True),
                (phrases.oblique, False, True),
                (phrases.near, True, False),
            ):
                for paragraph in re.split(r"\n\s*\n", text):
                    flat = flattened(paragraph)
                    for match in re.finditer(rf"(?<!\w)(?:{pattern})(?:(?<=\W)|(?!\w))\s*(?=\S)", flat, re.IGNORECASE):
                        swallowed = _SWALLOWED.search(match[0])
                        start = match.start() + swallowed.start() if swallowed else match.end()
                        run = run_from(flat[start : start + 120], name) or self._lower_case(flat[match.end() :][:60])
                        if run:
                            yield Reading(run, place, plain and not declined(run, match[0], name), cue=cue)
        yield from (Reading(name, place, cue=True) for name in unspaced(text, self.language))
        yield from (Reading(name, place, cue=True) for name in run_before(text, self.language))
        yield from (
            Reading(n, place, cue=True)
            for p in re.split(r"\n\s*\n", text)
            for n in with_bodies(" ".join(p.split()), self.language)
        )
        yield from (
            Reading(n, place, cue=True) for p in re.split(r"\n\s*\n", text) for n in thanking(" ".join(p.split()))
        )

    def _lower_case(self, tail: str) -> str:
        """The first word, if the domain spells it: a company that writes itself without a capital."""
        word = next(iter(tail.split()), "").strip(".,;:!?()\"'")
        return word if len(word) > 4 and self.owns(word) else ""

    def witnesses(self, of: str) -> Iterator[Reading]:
        """The places that mention this very name without announcing it."""
        name = without_legal(of)
        said = re.compile(
            rf"(?<!\w){re.escape(name)}(?!\w)"
            if name.isascii() or " " in name or (name[0].isalpha() and ord(name[0]) < 0x3000)
            else re.escape(name)
        )
        for place, text in (
            (DISPLAY, self.display),
            (SUBJECT, self.subject),
            (TEXT, " ".join(self.body.split())),
            (SIGNATURE, "\n".join(self.signature)),
        ):
            if any(not _is_platform(text, m, place) for m in said.finditer(text)):
                yield Reading(name, place, plain=place in {DISPLAY, SIGNATURE})
        if (
            self.owns(name)
            or self._begins(key(name))
            or self._has_word(name)
            or self._owns_genitive(name)
            or any(map(self.owns, (*runs(name), *_tails(name))))
        ):
            spells = self._is_spelled if self.language in _INFLECTING else self.owns
            yield Reading(name, DOMAIN, plain=spells(name))

    def _owns_genitive(self, name: str) -> bool:
        """Whether the domain spells whose body it is: Tallbackens vårdcentral at tallbacken."""
        first = name.split(maxsplit=1)[0]
        return " " in name and self.language in {"sv", "da", "no"} and first.endswith("s") and self.owns(first[:-1])

    def is_applied_to(self, name: str) -> bool:
        """Whether the subject speaks of an application there, which nobody sends to a person: Your application at Verity Glass."""
        if not name or name == self.display or name not in self.subject:
            return False
        return _APPLIED_TO.search(self.subject.partition(name)[0]) is not None

    def has_team_of(self, name: str) -> bool:
        """Whether a team signs with this name: Teamet på Norrskata Interactive."""
        return " " in name and any(
            desk and squeezed(name) == squeezed(signed) for line in self.signature for signed, desk in of_segments(line)
        )

    def _begins(self, squeezed_name: str) -> bool:
        return any(
            min(len(o), len(squeezed_name)) >= max(5, 0.6 * max(len(o), len(squeezed_name)))
            and (o.startswith(squeezed_name) or squeezed_name.startswith(o))
            for o in self.owners
        )

    def _has_word(self, name: str) -> bool:
        """A longer name one word of which is a part of the domain: Weingut Halbturner Höfe at halbturner-hoefe."""
        parts = {part for label in self.labels for part in label.split("-") if len(part) > 4}
        own = [word for word in name.split() if not INSTITUTION.search(word)]
        echoed = INSTITUTION.search(name) is not None and any(domains.echoes(label, own) for label in self.labels)
        spoken = parts | {f"~{domains.sounds(part)}" for part in parts}
        echoed = echoed or any(squeezed(tail) in parts for tail in _tails(name))
        echoed = echoed or (" " in name and len(key(name)) > 7 and key(name) in parts)
        return echoed or any(way in spoken for word in name.split() if len(word) > 4 for way in domains.spelled(word))

    def passes_on(self, name: str) -> bool:
        """Whether some place says that this name only passes mail on for another."""
        said = re.compile(rf"(?<!\w){re.escape(without_legal(name))}(?!\w)")
        places = (
            (DISPLAY, self.display),
            *((SIGNATURE, line) for line in self.signature),
            (TEXT, " ".join(self.body.split())),
        )
        if said.search(self.carriers):
            return True
        return any(_is_platform(text, mention, place) for place, text in places for mention in said.finditer(text))

    @property
    def said(self) -> str:
        """Everything, as one text."""
        return "\n".join((self.display, self.subject, " ".join(self.body.split()), *self.signature))

    def as_written(self, forms: Collection[str]) -> str:
        """The form that the mail uses most; the longer at a tie, capitals only if nobody writes it otherwise."""
        whole = {form: len(re.findall(re.escape(form), self.said)) for form in forms}
        inside = {form: n - sum(whole[o] for o in forms if o != form and form in o) for form, n in whole.items()}
        best = max(
            sorted(forms),
            key=lambda form: (
                not form.isupper() or len(form) < 5,
                inside[form],
                without_legal(form) == form,
                len(form),
            ),
        )
        return best + "." if re.search(r"\.\w$", best) and best + "." in self.said else best


def _tails(name: str) -> Iterator[str]:
    """The ends of a name: knihovna Studánka, of the Městská knihovna Studánka."""
    words = name.split()
    return (" ".join(words[start:]) for start in range(1, len(words) - 1))


def _is_platform(text: str, mention: re.Match[str], place: str) -> bool:
    """Whether the name is that of a system: "sent via …", "… on behalf of Acme"."""
    before, after = text[: mention.start()][-60:], text[mention.end() :][:40]
    return carriers.is_in_front(before) or bool((_FOR if place in {DISPLAY, SIGNATURE} else ON_BEHALF).match(after))
