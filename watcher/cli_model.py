"""The commands about the classifier: classify, evaluate, train, report, model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from watcher import show, terminal
from watcher.errors import UserError
from watcher.terminal import AsJson, ConfigFile, StateDir

if TYPE_CHECKING:
    from watcher.classifier import Classifier
    from watcher.curves import Judged


ReportFile = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE.html", help="Also write curves, confusions and the worst errors."),
]


def add_to(app: typer.Typer) -> None:
    """Hang these commands into the command line."""
    for command in (classify, evaluate, train, report):
        app.command()(command)
    kept = typer.Typer(help="The models that are kept: list them, or go back to the one before.")
    kept.command("list")(model_list)
    kept.command("rollback")(model_rollback)
    app.add_typer(kept, name="model")


def classify(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…")],
    config: ConfigFile = None,
    state: StateDir = None,
    as_json: AsJson = False,
) -> None:
    """The verdict on mails in files: .eml, mbox, Maildir or .jsonl. Needs no server and no configuration."""
    from watcher.files import read
    from watcher.report import classified

    settings, where = terminal.open_if_there(config, state)
    judge = terminal.classifier(settings, where)
    for path in paths:
        for rows in _batches(read(path), 256):
            for row in classified(judge, rows):
                typer.echo(
                    json.dumps(row, ensure_ascii=False)
                    if as_json
                    else f"{row['verdict']:9}  {row['probability']:.3f}  {row['id']}"
                )


def evaluate(
    path: Annotated[Path, typer.Argument(metavar="SET.jsonl")],
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="LABEL", help="Leave out rows with this label; may be given again.")
    ] = None,
    report: ReportFile = None,
    config: ConfigFile = None,
    state: StateDir = None,
    as_json: AsJson = False,
) -> None:
    """Measure the classifier on labelled mail at the shipped drafting threshold."""
    from watcher.files import read
    from watcher.report import evaluated, judged

    settings, where = terminal.open_if_there(config, state)
    rows = list(read(path))
    if not any(row.label for row in rows):
        raise UserError(
            f"{path}: no row has a label", hint='each line is an object with "subject", "from", "body", "label"'
        )
    judge = terminal.classifier(settings, where)
    if report is not None:
        _write(report, f"{judge.name} on {path.name}", {judge.name: judge}, judged(rows, tuple(ignore or ())))
    result = evaluated(judge, rows, tuple(ignore or ()))
    if as_json:
        show.as_json(result)
        return
    for key, value in result.items():
        if key != "by_language":
            typer.echo(f"{key:20} {value}")
    for language, figures in result["by_language"].items():
        typer.echo(f"  {language or '-':4} " + "  ".join(f"{key} {value}" for key, value in figures.items()))


def train(
    base: Annotated[
        bool, typer.Option("--base", help="From the corpus alone; forgets nothing, promotes nothing.")
    ] = False,
    report: ReportFile = None,
    config: ConfigFile = None,
    state: StateDir = None,
    as_json: AsJson = False,
) -> None:
    """Retrain from the corpus and the labelled mail; shows old beside new."""
    from dataclasses import asdict, replace

    from watcher import current, learn
    from watcher.state import read_state

    settings, where = terminal.open_if_there(config, state)
    if base:
        with terminal.progress_bar() as progress:
            made_with = current.fits()
            made = learn.train_base(where.cache, current.base_name(made_with), made_with, progress)
        name = made.name
        if report is not None:
            _write(report, f"{name} on the evaluation mail", {name: made}, learn.evaluation())
        show.as_json({"model": name}) if as_json else typer.echo(f"trained {name}")
        return
    labelled: list[tuple[str, bool]] = []
    for name in settings.accounts if settings else ():
        with read_state(where.state, name) as memory:
            labelled += memory.labelled_words()
    with terminal.progress_bar() as progress:
        old = current.classifier(where.cache, where.state, progress)
        result = learn.retrain(old, where.state, current.fits(), labelled, progress)
    if report is not None:
        new = {f"new: {result.candidate.name}": result.candidate} if result.candidate else {}
        _write(report, "Old and new on the evaluation mail", {**new, f"old: {old.name}": old}, learn.evaluation())
    if as_json:
        show.as_json(asdict(replace(result, candidate=None)))
        return
    typer.echo(f"{'promoted' if result.promoted else 'not promoted'}: {result.reason}")
    if result.comparison:
        pair = result.comparison
        for what, before, after in (
            ("evaluation mail", pair.old, pair.new),
            ("your labels", pair.old_labels, pair.new_labels),
        ):
            typer.echo(
                f"  {what:16} old: precision {before.precision:.3f} recall {before.recall:.3f} F1 {before.f1:.3f}   new: precision {after.precision:.3f} recall {after.recall:.3f} F1 {after.f1:.3f}"
            )


def report(
    path: Annotated[Path, typer.Argument(metavar="FILE.html")] = Path("report.html"),
    config: ConfigFile = None,
    state: StateDir = None,
) -> None:
    """Write how the model in use does on the corpus's evaluation mail: curves, confusions, the worst errors."""
    from watcher import learn

    settings, where = terminal.open_if_there(config, state)
    judge = terminal.classifier(settings, where)
    _write(path, f"{judge.name} on the evaluation mail", {judge.name: judge}, learn.evaluation())


def _write(path: Path, title: str, models: dict[str, Classifier], mails: list[Judged]) -> None:
    from watcher import curves

    page = curves.page(title, models, mails)
    try:
        path.write_text(page, "utf-8")
    except OSError as error:
        raise UserError(f"{path}: {error.strerror}", hint="name a file in a folder that you may write to") from None
    typer.echo(f"wrote {path}", err=True)


def model_list(config: ConfigFile = None, state: StateDir = None) -> None:
    """The models that learned from you, newest first."""
    from watcher import modelfile

    _, where = terminal.open_if_there(config, state)
    held = modelfile.current(where.state / "models")
    for manifest in modelfile.manifests(where.state / "models"):
        typer.echo(f"{'*' if manifest.name == held else ' '} {manifest.name}  made {manifest.created}")
    typer.echo(f"{' ' if held else '*'} the base model, from the shipped corpus")


def model_rollback(config: ConfigFile = None, state: StateDir = None) -> None:
    """Go back to the model before the current one."""
    from watcher import learn

    _, where = terminal.open_if_there(config, state)
    typer.echo(f"now current: {learn.rollback(where.state)}")


def _batches(rows: Iterator[Any], size: int) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
