"""How long `watcher --help` takes, beside `python -c "import typer"`: medians of the same run, and their ratio."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 15


def median_seconds(command: list[str]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    typer = median_seconds([sys.executable, "-c", "import typer"])
    ours = median_seconds([sys.executable, "-m", "watcher", "--help"])
    print(
        f"import typer    {typer * 1000:6.0f} ms\nwatcher --help  {ours * 1000:6.0f} ms\nratio           {ours / typer:6.2f}   (bar: 2.5)"
    )


if __name__ == "__main__":
    main()
