"""How fast the classifier judges, beside bogofilter: the same mails in the same run, both trained on the corpus.

    python -m benchmarks.speed [FILE.jsonl]

Judges the frozen part of the corpus, and the labelled mails of a file if one is given. bogofilter reads them in bulk from
one mbox, so that starting it costs it once. Processor time where one core works, the best of a few rounds that take turns.
The bars: a fifth of bogofilter's speed on text (the goal: half), 400 mails a second with MIME and HTML, 5 ms for one mail.
"""

from __future__ import annotations

import html
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from functools import partial
from pathlib import Path

from benchmarks.stage import classifier
from watcher import corpus, files
from watcher.classifier import Classifier
from watcher.figures import measure
from watcher.mail import Mail, parse
from watcher.mailbox import Arrival, Place
from watcher.readers import OnAllCores
from watcher.resources import find
from watcher.text import words

ROUNDS = 3
SPAM_CUTOFF = 0.99  # bogofilter's own
IGNORED = {"position_closed", "withdrawn", "job_other"}
STYLE = "margin:0 0 16px 0;font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#333333"


@dataclass(frozen=True)
class Set:
    """Mails to be judged, with the truth about each, as plain text and as HTML mail."""

    name: str
    mails: tuple[Mail, ...]
    truth: tuple[bool, ...]

    @property
    def plain(self) -> list[bytes]:
        return [as_plain(mail) for mail in self.mails]

    @property
    def laid_out(self) -> list[bytes]:
        return [as_html(mail, number) for number, mail in enumerate(self.mails)]


def written(part: str) -> Set:
    """One part of the corpus: `mails` or `frozen`."""
    root = find("models/corpus")
    paths = [path for language in corpus.languages() for path in sorted((root / language / part).glob("*.txt"))]
    found = [(mail, label == "rejection") for path in paths for mail, label, _ in corpus.read_mails(path)]
    return Set(f"the corpus, {part}", tuple(m for m, _ in found), tuple(t for _, t in found))


def labelled(path: Path) -> Set:
    rows = [row for row in files.read(path) if row.label not in IGNORED]
    return Set("the file given", tuple(row.mail for row in rows), tuple(row.label == "rejection" for row in rows))


def headed(mail: Mail) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = " ".join(mail.subject.split())
    if mail.sender:
        made["From"] = Address(" ".join(mail.sender.name.split()), addr_spec=mail.sender.address)
    return made


def as_plain(mail: Mail) -> bytes:
    """Nothing to decode: UTF-8 as it is."""
    made = headed(mail)
    made.set_content(mail.plain, cte="8bit")
    return bytes(made)


def as_html(mail: Mail, number: int) -> bytes:
    """The same as newsletters and application systems send it: both parts, a table, styles, base64 or quoted-printable."""
    paragraphs = "".join(
        f'<tr><td style="padding:0 24px"><p style="{STYLE}">{html.escape(text).replace(chr(10), "<br>")}</p></td></tr>'
        for text in re.split(r"\n\s*\n", mail.plain)
    )
    page = (
        "<!doctype html><html><head><meta charset=utf-8><title></title><style>"
        f"{'@media only screen and (max-width:480px){.c{width:100%!important}}' * 12}</style></head>"
        '<body style="margin:0;background:#f4f4f4"><table width="100%"><tr><td align="center">'
        '<table class="c" width="600"><tr><td><img src="https://img.example.com/logo.png" width="120" alt=""></td></tr>'
        f'{paragraphs}</table></td></tr></table><img src="https://img.example.com/o" width="1" height="1"></body></html>'
    )
    made = headed(mail)
    transfer = "base64" if number % 2 else "quoted-printable"
    made.set_content(mail.plain, cte=transfer)
    made.add_alternative(page, subtype="html", cte=transfer)
    return bytes(made)


class Bogofilter:
    """A word list in a folder of its own, trained on both classes."""

    def __init__(self, folder: Path, training: Set) -> None:
        self.folder = folder
        both = list(zip(training.plain, training.truth, strict=True))
        for flag, wanted in (("-s", True), ("-n", False)):
            chosen = [raw for raw, truth in both if truth is wanted]
            self.run(flag, "-I", self.mbox(f"training{flag}", chosen))

    def run(self, *arguments: str | Path) -> str:
        command = ["bogofilter", "-C", "-d", self.folder, "-M", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode > 2:
            raise SystemExit(f"bogofilter: {done.stderr}")
        return done.stdout

    def mbox(self, name: str, raws: Sequence[bytes]) -> Path:
        path = self.folder / name
        quoted = (re.sub(rb"^From ", b">From ", raw, flags=re.MULTILINE) for raw in raws)
        path.write_bytes(b"".join(b"From a@example.org Thu Jan  1 00:00:00 2026\n" + raw + b"\n" for raw in quoted))
        return path

    def scores(self, mbox: Path) -> list[float]:
        return [float(line) for line in self.run("-TT", "-I", mbox).split()]


def processor() -> float:
    """Seconds of processor time, of this process and of those it waited for."""
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def best(jobs: dict[str, Callable[[], object]], clock: Callable[[], float] = processor) -> dict[str, float]:
    """Seconds for each job, the least of the rounds."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            start = clock()
            job()
            taken[name].append(clock() - start)
    return {name: min(times) for name, times in taken.items()}


def alone(judge: Classifier, raws: Sequence[bytes]) -> list[float]:
    """Milliseconds for each mail by itself, from its bytes to the verdict."""
    taken = []
    for raw in raws:
        start = time.perf_counter()
        judge.judge(parse(raw))
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def on_all_cores(judge: Classifier, raws: Sequence[bytes]) -> None:
    """As an archive is read, the start of the processes included."""
    when = datetime(2026, 1, 1, tzinfo=UTC)
    arrivals = (
        Arrival(place=Place("INBOX", 1, number), raw=raw, received=when, size=len(raw))
        for number, raw in enumerate(raws, 1)
    )
    assert all(reading for _, reading in OnAllCores(judge)(arrivals, lambda: len(raws)))


def rows(judge: Classifier, rival: Bogofilter, these: Set) -> Iterator[str]:
    texts, plain, laid_out = [words(mail) for mail in these.mails], these.plain, these.laid_out
    boxes = [rival.mbox(name, raws) for name, raws in (("plain", plain), ("laid-out", laid_out))]
    found = best(
        {
            "text": lambda: [judge.model.probability(text) for text in texts],
            "told": lambda: [judge.judge_words(text) for text in texts],
            "rival, text": partial(rival.scores, boxes[0]),
            "html": lambda: [judge.judge(parse(raw)) for raw in laid_out],
            "rival, html": partial(rival.scores, boxes[1]),
        }
    )
    crowd = best({"": partial(on_all_cores, judge, laid_out)}, time.perf_counter)[""]
    n = len(these.mails)
    pace = {name: n / seconds for name, seconds in found.items()}
    yield f"| text at hand, one core | {pace['text']:,.0f} | {pace['rival, text']:,.0f} | {pace['text'] / pace['rival, text']:.2f} |"
    yield f"| the same with the telling words | {pace['told']:,.0f} | | |"
    yield f"| MIME and HTML, one core | {pace['html']:,.0f} | {pace['rival, html']:,.0f} | {pace['html'] / pace['rival, html']:.2f} |"
    yield f"| MIME and HTML, all cores | {n / crowd:,.0f} | | |"
    yield f"| one HTML mail alone, median ms | {statistics.median(alone(judge, laid_out)):.2f} | | |"
    ours = measure([judge.model.probability(text) for text in texts], these.truth, judge.thresholds.draft)
    theirs = measure(rival.scores(boxes[0]), these.truth, SPAM_CUTOFF)
    for what in ("precision", "recall", "average_precision"):
        yield f"| {what.replace('_', ' ')} | {getattr(ours, what):.3f} | {getattr(theirs, what):.3f} | |"
    same = sum(
        judge.judge(parse(raw)).band is judge.judge_words(text).band for raw, text in zip(laid_out, texts, strict=True)
    )
    yield f"| in the same band as HTML | {same:,} of {n:,} | | |"


def main(path: str | None = None) -> None:
    judge = classifier()
    with tempfile.TemporaryDirectory() as folder:
        rival = Bogofilter(Path(folder), written("mails"))
        for these in [written("frozen"), *([labelled(Path(path))] if path else [])]:
            print(
                f"\n| {these.name}: {len(these.mails):,} mails | watcher | bogofilter | ratio |\n| --- | --: | --: | --: |"
            )
            for row in rows(judge, rival, these):
                print(row, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
