"""What the user said since the last visit: mails filed into a label folder, marked with a keyword, labelled by command."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from watcher.labels import Label, Strength
from watcher.mail import parse
from watcher.mailbox import Arrival, Bookmark, Glance, Mailbox, Marks, Pulse
from watcher.policy import Reason
from watcher.state import State
from watcher.text import words

EPOCH = datetime(1970, 1, 2, tzinfo=UTC)
OPEN_TO_LABELS = {
    Reason.UNSURE.value,
    Reason.MEETING.value,
    Reason.NOT_A_REJECTION.value,
    Reason.SAID_NO.value,
    Reason.MAILING_LIST.value,
    Reason.NO_LETTER.value,
}


@dataclass(slots=True)
class Said:
    """One visit's hearing. `yes` are the mails newly called rejections, `news` counts labels of either kind.

    How far we heard is kept only when all that follows is done: whoever dies before `keep` hears it again, and `is_due`
    tells what is left to do.
    """

    mailbox: Mailbox
    state: State
    glance: Glance
    now: datetime
    yes: list[Arrival] = field(default_factory=list)
    news: int = 0
    _words: list[tuple[Label, str]] = field(default_factory=list)
    _bookmarks: list[Bookmark] = field(default_factory=list)
    _notes: dict[str, str] = field(default_factory=dict)

    def notice(self, label_yes: str, label_no: str, folders: Sequence[str]) -> None:
        """Keep every label the user gave."""
        for rejection, arrival in self._events(label_yes, label_no, folders):
            mail = parse(arrival.raw)
            self.news += self.state.add_label(self._label(mail.identity, rejection=rejection), words(mail))
            if rejection and self.is_due(mail.identity):
                self.yes.append(arrival)
        for source, rejection in self._sought():
            known = self.state.outcome(source)
            found = self.mailbox.fetch(known.place, source) if known else None
            if found is not None:
                self._words.append((self._label(source, rejection=rejection), words(parse(found.raw))))
                if rejection and not any(arrival.place == found.place for arrival in self.yes):
                    self.yes.append(found)

    def is_due(self, source: str) -> bool:
        """Whether a mail was called a rejection before it got an outcome, or after one that this may change."""
        label, earlier = self.state.label(source), self.state.outcome(source)
        if label is None or not label.rejection:
            return False
        return earlier is None or (earlier.reason in OPEN_TO_LABELS and earlier.seen < label.at)

    def keep(self) -> None:
        """All that was said has been acted on."""
        for label, text in self._words:
            self.state.add_label(label, text)
        for bookmark in self._bookmarks:
            self.state.move_bookmark(bookmark)
        for name, value in self._notes.items():
            self.state.set_note(name, value)

    def _label(self, source: str, *, rejection: bool) -> Label:
        return Label(source, rejection=rejection, strength=Strength.EXPLICIT, at=self.now)

    def _events(self, label_yes: str, label_no: str, folders: Sequence[str]) -> Iterator[tuple[bool, Arrival]]:
        for folder, rejection in ((label_yes, True), (label_no, False)):
            bookmark, pulse = self.state.bookmark(folder), self.glance.pulses.get(folder)
            if self.mailbox.has(folder) and (pulse is None or pulse.may_hold_news(bookmark)):
                yield from ((rejection, a) for a in self.mailbox.arrivals(folder, bookmark, EPOCH) if a.raw)
                end = self.mailbox.end_of(folder)
                if end is not None and end != bookmark:
                    self._bookmarks.append(replace(end, at=self.now))
        for folder in folders:
            yield from self._marked(folder, self.glance.pulses.get(folder))

    def _marked(self, folder: str, pulse: Pulse | None) -> Iterator[tuple[bool, Arrival]]:
        """Mails that bear a keyword and did not at the last visit; nothing is asked while no flag in the folder changed."""
        name = f"marks {folder}"
        moment = f"{pulse.uidvalidity} {pulse.modseq}" if pulse and pulse.modseq else ""
        held = json.loads(self.state.note(name) or '["", 0, [], []]')
        if moment and moment == held[0]:
            return
        marks = self.mailbox.marks(folder)
        for rejection, uids in marks.beyond(Marks(held[1], frozenset(held[2]), frozenset(held[3]))):
            for arrival in self.mailbox.read(folder, uids):
                yield rejection, arrival
        news = [moment, marks.uidvalidity, sorted(marks.yes), sorted(marks.no)]
        if news != held:
            self._notes[name] = json.dumps(news)

    def _sought(self) -> list[tuple[str, bool]]:
        """Labels given by command, whose mails have to be fetched; those that were not found are looked for once a day."""
        wanted = self.state.unheard_labels(OPEN_TO_LABELS)
        token = f"{self.now:%Y-%m-%d} {hashlib.sha256(repr(wanted).encode()).hexdigest()[:16]}"
        if not wanted or self.state.note("sought") == token:
            return []
        self._notes["sought"] = token
        return wanted
