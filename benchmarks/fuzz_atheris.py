"""Coverage-guided fuzzing of everything that reads a mail, with atheris, which the project does not depend on.

    pip install atheris -e .      (in a virtual environment of its own)
    python benchmarks/fuzz_atheris.py [FOLDER] -max_total_time=300

Starts from tests/mails; what is found is kept in FOLDER. Options are those of libFuzzer. It ends at the first crash, at an
input that takes more than 5 s, and beyond 1 GB.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

try:
    import atheris
except ImportError:
    print("atheris is not installed: pip install atheris")
    sys.exit(0)

with atheris.instrument_imports(include=["watcher", "email", "icalendar"]):
    from tests.hostile import HEADERS, LINES, PLAN, SAID, TAGS
    from tests.letters import NOW
    from watcher import facts, letter, people, wire
    from watcher.letter import Letters
    from watcher.mail import parse
    from watcher.resources import templates
    from watcher.text import words

LETTERS = Letters(templates())
ME = PLAN.identities[0]


def read(raw: bytes) -> None:
    """Parse, words, people, facts, letters; what goes wrong is raised."""
    mail = parse(raw)
    words(mail)
    list(wire.text_parts((mail.subject.encode("utf-8", "replace"),)))
    parse(wire.rebuilt(raw[:2_000], [(b"Content-Type: text/plain\r\n", raw[2_000:])]))
    thanks = people.to_thank(mail, (mail,), [ME.address])
    known = facts.gather(mail, (mail,), thanks.meetings)
    for recipient in thanks.recipients:
        source = letter.make_message_id("a", mail.identity, recipient.person.address, ME.domain)
        letter.write(recipient, known, ME, LETTERS, message_id=source, written_at=NOW)


def dictionary(folder: Path) -> Path:
    """The words of mail, for libFuzzer to put in."""
    pieces = [*HEADERS, *LINES, *(text.encode("utf-8", "surrogatepass") for text in (*TAGS, *SAID))]
    lines = ['"' + "".join(f"\\x{byte:02x}" for byte in piece) + '"' for piece in pieces]
    path = folder / "words"
    path.write_text("\n".join(lines) + "\n")
    return path


def main() -> None:
    own = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    options = [argument for argument in sys.argv[1:] if argument.startswith("-")] or ["-max_total_time=60"]
    with tempfile.TemporaryDirectory() as scratch:
        found = own[0] if own else scratch
        usual = [f"-dict={dictionary(Path(scratch))}", "-timeout=5", "-rss_limit_mb=1000", "-max_len=20000"]
        atheris.Setup([sys.argv[0], found, str(ROOT / "tests" / "mails"), *usual, *options], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
