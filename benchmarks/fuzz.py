"""Made hostile mails on their whole way from bytes to the letter: how many crash, which shapes cost most, how much memory.

`python benchmarks/fuzz.py [HOW_MANY] [--first NUMBER]`; `--show NUMBER` writes one mail to standard output.
The bars: no crash, none over 2 s, no process over 400 MB.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.hostile import journey, make  # noqa: E402 - the repository is no package
from tests.letters import mail  # noqa: E402
from watcher import current, session  # noqa: E402
from watcher.letter import LetterError, Letters  # noqa: E402
from watcher.mail import parse  # noqa: E402
from watcher.resources import templates  # noqa: E402

HANGS = 20
MEMORY = 2_000_000_000
BLOCK = 250
Result = tuple[int, str, int, float, str, int]  # number, shape, bytes, seconds, what went wrong, letters


def give_up(_signum: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {HANGS} s")


def block(first: int, last: int) -> tuple[list[Result], int]:
    """The mails of some numbers, and the most memory that this process has had, in kilobytes."""
    classifier, letters, earlier = JUDGE
    found: list[Result] = []
    for number in range(first, last):
        shape, raw = make(number)
        wrong, written = "", 0
        start = time.process_time()
        signal.alarm(HANGS)
        try:
            written = len(journey(raw, earlier, classifier, letters))
        except LetterError as error:
            wrong = f"refused: {error}"
        except BaseException as error:  # noqa: BLE001 - what is counted here
            wrong = f"{type(error).__name__}: {str(error)[:80]}"
        signal.alarm(0)
        found.append((number, shape, len(raw), time.process_time() - start, wrong, written))
        earlier = parse(raw) if number % 7 == 0 else earlier
    return found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def ready() -> None:
    """In each process: a limit on memory, the model, the templates."""
    global JUDGE  # noqa: PLW0603 - one a process
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, give_up)
    JUDGE = (current.base(session.paths().cache, current.fits()), Letters(templates()), parse(mail()))


def results(first: int, count: int) -> Iterator[tuple[list[Result], int]]:
    blocks = [(start, min(start + BLOCK, first + count)) for start in range(first, first + count, BLOCK)]
    with multiprocessing.get_context("spawn").Pool(min(2, os.cpu_count() or 1), ready) as pool:
        done = [pool.apply_async(block, at) for at in blocks]
        for waiting in done:
            yield waiting.get()


def run(first: int, count: int) -> bool:
    """Make them all, and print what came of them. True if every bar holds."""
    all_of_it: list[Result] = []
    memory, start = 0, time.monotonic()
    for found, peak in results(first, count):
        all_of_it += found
        memory = max(memory, peak)
        print(f"\r{len(all_of_it):,} of {count:,}", end="", file=sys.stderr)
    crashes = [r for r in all_of_it if r[4] and not r[4].startswith("refused")]
    refused = Counter(r[4][:70] for r in all_of_it if r[4].startswith("refused"))
    slowest = sorted(all_of_it, key=lambda r: -r[3])
    print(
        f"\n| | |\n| --- | --: |\n| mails | {len(all_of_it):,} |\n| bytes | {sum(r[2] for r in all_of_it) / 1e6:,.0f} MB |\n"
        f"| letters written | {sum(r[5] for r in all_of_it):,} |\n| letters that refused themselves | {sum(refused.values()):,} |\n"
        f"| crashes | {len(crashes)} |\n| over 2 s | {sum(1 for r in all_of_it if r[3] > 2)} |\n"
        f"| median | {slowest[len(slowest) // 2][3] * 1000:.1f} ms |\n| the slowest of a thousand | {slowest[len(slowest) // 1000][3] * 1000:.0f} ms |\n"
        f"| most memory of a process | {memory / 1024:.0f} MB |\n| minutes | {(time.monotonic() - start) / 60:.1f} |\n"
    )
    print("| slowest of its shape | number | KB | seconds |\n| --- | --: | --: | --: |")
    for shape in sorted({r[1] for r in all_of_it}):
        number, _, size, seconds, _, _ = next(r for r in slowest if r[1] == shape)
        print(f"| {shape} | {number} | {size / 1000:,.0f} | {seconds:.2f} |")
    for reason, times in refused.most_common(5):
        print(f"{times} {reason}")
    for number, shape, _, _, wrong, _ in crashes[:20]:
        print(f"CRASH {number} {shape} {wrong}")
    return not crashes and slowest[0][3] <= 2 and memory < 400 * 1024


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", nargs="?", type=int, default=100_000)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--show", type=int)
    given = options.parse_args()
    if given.show is not None:
        sys.stdout.buffer.write(make(given.show)[1])
        return 0
    # In a process of its own: training would count as this one's memory.
    subprocess.run(
        [sys.executable, "-c", "from watcher import current, session; current.base(session.paths().cache, current.fits())"],
        check=True, cwd=ROOT,
    )  # fmt: skip
    return 0 if run(given.first, given.count) else 1


if __name__ == "__main__":
    sys.exit(main())
