"""What all commands share: their common options, opening the configuration, the model with its progress bar, logging."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from watcher.classifier import Classifier
    from watcher.config import Config
    from watcher.session import Paths

ConfigFile = Annotated[Path | None, typer.Option("--config", envvar="WATCHER_CONFIG", help="Configuration file.")]
StateDir = Annotated[Path | None, typer.Option("--state", envvar="WATCHER_STATE", help="State directory.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Log every mail (never its text) to stderr.")]


def open_settings(config: Path | None, state: Path | None) -> tuple[Config, Paths]:
    """The configuration, and where things are. Raises `UserError` with every problem."""
    from watcher import session
    from watcher.config import load

    where = session.paths(config, state)
    return load(where.config), where


def open_if_there(config: Path | None, state: Path | None) -> tuple[Config | None, Paths]:
    """For commands that work without a configuration; one that is there must be right."""
    from watcher import session

    where = session.paths(config, state)
    return open_settings(config, state) if config is not None or where.config.exists() else (None, where)


def classifier(settings: Config | None, where: Paths) -> Classifier:
    """The current model, trained with a progress bar if there is none; with the user's thresholds."""
    from watcher import current, session

    with progress_bar() as progress:
        judge = current.classifier(where.cache, where.state, progress)
    return session.adjusted(judge, settings) if settings else judge


@contextmanager
def progress_bar(doing: str = "training the classifier: ") -> Iterator[Any]:
    """A bar on stderr that appears with the first thing to report, if somebody is there to see it."""
    bar: Any = None

    def report(what: str, done: int, of: int) -> None:
        nonlocal bar
        if not sys.stderr.isatty():
            return
        if bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            counted = TextColumn("{task.completed:,.0f} of {task.total:,.0f}", style="dim")
            columns = (TextColumn("{task.description}"), BarColumn(), counted, TimeElapsedColumn())
            bar = Progress(*columns, console=Console(stderr=True), transient=True)
            bar.add_task("", total=of)
            bar.start()
        bar.update(0, description=f"{doing}{what}", completed=done, total=of)

    try:
        yield report
    finally:
        if bar is not None:
            bar.stop()


def set_up_logging(verbose: bool, level: int = logging.WARNING) -> None:
    """Log to stderr. Mail text never reaches a log: the libraries that would print it are silenced."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO if verbose else level, format="%(levelname)s %(name)s: %(message)s"
    )
    for noisy in ("imapclient", "apscheduler"):
        logging.getLogger(noisy).setLevel(logging.WARNING)  # their debug output would hold mail text
