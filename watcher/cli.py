"""rejection-watcher: leaves a thank-you for every rejection in Drafts, and never sends.

    Arrival -> Mail -> Verdict -> Decision -> Draft -> Outcome

`visit` tells the story of one message, `learn` that of feedback, `daemon` decides when. Below them are pure decisions
(`text`, `facts`, `people`, `policy`, `letter`) and the rims that touch the world (`imap`, `state`, `modelfile`).
This module alone prints and exits. Heavy modules are imported by the commands that need them: `--help` stays instant.
"""

from __future__ import annotations

import logging
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from watcher import cli_letter, cli_model, show, terminal
from watcher.errors import SafetyStop, TryAgain, UserError, WatcherError
from watcher.terminal import AsJson, ConfigFile, StateDir, Verbose

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=(__doc__ or "").split("\n", 1)[0]
)
cli_model.add_to(app)
cli_letter.add_to(app)


def main() -> None:
    """Run a command. Exit codes: 0 done, 1 a bug, 2 the user can fix it, 75 try again later (sysexits EX_TEMPFAIL)."""
    try:
        app()
    except UserError as error:
        for problem in error.problems:
            show.complain(problem)
        if error.hint:
            show.complain(f"  next: {error.hint}")
        sys.exit(2)
    except TryAgain as error:
        show.complain(f"{error}; nothing is lost, try again later")
        sys.exit(75)
    except (SafetyStop, WatcherError) as error:
        show.complain(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


@app.command()
def once(
    config: ConfigFile = None,
    state: StateDir = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Look and decide, write nothing at all.")] = False,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Look at everything received since that day.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Go on after a safety stop: you looked, and all is right.")
    ] = False,
    as_json: AsJson = False,
    verbose: Verbose = False,
) -> None:
    """One visit to every account."""
    from watcher import report, session
    from watcher.readers import OnAllCores

    terminal.set_up_logging(verbose)
    settings, where = terminal.open_settings(config, state)
    judge, wording = terminal.classifier(settings, where), session.letters(settings)
    failures: list[WatcherError] = []
    results = []
    for name, account in settings.accounts.items():
        try:
            with session.connected(name, account) as mailbox:
                plan = session.plan(
                    name,
                    account,
                    settings,
                    dry_run=dry_run,
                    go_on=yes,
                    since=since.replace(tzinfo=UTC) if since else None,
                )
                with terminal.progress_bar(f"{name}: ") as progress:
                    tally = session.run(mailbox, plan, where.state, judge, wording, OnAllCores(judge), progress)
                results.append(report.visited(name, tally))
        except WatcherError as error:
            failures.append(error)
    if as_json:
        show.as_json({"accounts": results})
    else:
        for result in results:
            show.visit(result)
    _raise_all(failures)


@app.command()
def run(config: ConfigFile = None, state: StateDir = None, verbose: Verbose = False) -> None:
    """Watch the mailboxes until stopped."""
    from watcher import daemon

    terminal.set_up_logging(verbose, level=logging.INFO)
    settings, where = terminal.open_settings(config, state)
    daemon.Daemon(settings, where).run()


@app.command()
def demo(
    keep: Annotated[bool, typer.Option("--keep", help="Leave the server up and say how to open it.")] = False,
) -> None:
    """A throw-away mail server with a sample mailbox: one visit, then the drafts."""
    import tempfile

    from watcher import demo as stage
    from watcher import report, session

    terminal.set_up_logging(False)
    with tempfile.TemporaryDirectory(prefix="watcher-demo-") as folder, stage.demo(Path(folder)) as sample:
        where = session.Paths(Path(folder) / "config.toml", Path(folder) / "state", session.paths().cache)
        judge = terminal.classifier(sample.config, where)
        account = sample.config.accounts["demo"]
        with session.connected("demo", account) as mailbox:
            tally = session.run(
                mailbox,
                session.plan("demo", account, sample.config),
                where.state,
                judge,
                session.letters(sample.config),
            )
        show.visit(report.visited("demo", tally), everything=True)
        show.drafts(sample.drafts())
        if keep:
            show.keep(sample.server.port, stage.USER, stage.PASSWORD)
            signal.pause()


@app.command()
def init(
    config: ConfigFile = None,
    example: Annotated[bool, typer.Option("--example", help="Print the annotated example and change nothing.")] = False,
) -> None:
    """Guided set-up: writes a configuration file."""
    from watcher import session, setup

    if example:
        typer.echo(setup.example(), nl=False)
        return
    path = session.paths(config).config
    if path.exists():
        raise UserError(
            f"{path}: exists already and is left as it is", hint="edit it, or move it away; then `watcher check`"
        )
    address = typer.prompt("Your mail address")
    found = setup.provider(address)
    name = typer.prompt("Your name, as it signs your letters")
    host = typer.prompt("IMAP server", default=found.host)
    secret = path.parent / "password"
    setup.write(path, setup.compose(address=address, name=name, host=host, auth=found.auth, password_file=secret))
    typer.echo(f"Wrote {path}.\nPassword: {found.note}.")
    if found.auth == "password":
        typer.echo(f"Put it, alone on one line, into {secret}:\n  (umask 077; cat > '{secret}')")
    typer.echo(
        f"Then:\n  watcher check\n  watcher once --dry-run\nAs a service:\n  systemctl --user enable --now '{setup.unit()}'"
    )


@app.command()
def check(config: ConfigFile = None, state: StateDir = None, as_json: AsJson = False) -> None:
    """A doctor: names what is wrong and how to mend it. Writes nothing to the mailbox."""
    from dataclasses import asdict

    from watcher import doctor

    settings, where = terminal.open_settings(config, state)
    findings = []
    for finding in doctor.examine(settings, where):
        findings.append(finding)
        if not as_json:
            typer.echo(f"{'ok ' if finding.well else 'NOT'}  {finding.what}: {finding.said}")
            if finding.hint and not finding.well:
                typer.echo(f"       next: {finding.hint}")
    if as_json:
        show.as_json([asdict(finding) for finding in findings])
    bad = [finding for finding in findings if not finding.well]
    if bad:
        raise typer.Exit(75 if all(finding.later for finding in bad) else 2)


@app.command()
def status(config: ConfigFile = None, state: StateDir = None, as_json: AsJson = False) -> None:
    """What it saw, decided and drafted, and what became of each draft."""
    from watcher import report
    from watcher.state import read_state

    settings, where = terminal.open_settings(config, state)
    rows = []
    for name in settings.accounts:
        with read_state(where.state, name) as memory:
            rows.append(report.status(memory, everything=as_json))
    if as_json:
        show.as_json({"accounts": rows})
        return
    for row in rows:
        show.status(row)


@app.command()
def review(config: ConfigFile = None, state: StateDir = None) -> None:
    """The unsure ones, one key each: y it is a rejection, n it is not, s skip, q stop."""
    from watcher.labels import Label, Strength
    from watcher.policy import TO_REVIEW
    from watcher.state import read_state

    settings, where = terminal.open_settings(config, state)
    asked = 0
    for name in settings.accounts:
        with read_state(where.state, name) as memory:
            for outcome in memory.outcomes(10_000):
                if outcome.reason not in TO_REVIEW or memory.label(outcome.source):
                    continue
                asked += 1
                typer.echo(
                    f"\n{outcome.received:%d %b} {outcome.sender}: {outcome.subject}\n  p = {outcome.probability:.2f}; telling: {', '.join(outcome.telling)}"
                )
                key = typer.prompt("rejection? [y/n/s/q]", default="s", show_default=False).strip().lower()[:1]
                if key == "q":
                    return
                if key in {"y", "n"}:
                    memory.add_label(Label(outcome.source, key == "y", Strength.EXPLICIT, datetime.now(UTC)), None)
    typer.echo(
        "Nothing to review." if not asked else "Thank you. The next visit acts on it, the next training learns from it."
    )


@app.command()
def label(
    message_id: str,
    answer: Annotated[str, typer.Argument(metavar="yes|no")],
    config: ConfigFile = None,
    state: StateDir = None,
) -> None:
    """Say that a mail is (yes) or is not (no) a rejection."""
    from watcher.labels import Label, Strength
    from watcher.state import read_state

    if answer.lower() not in {"yes", "no"}:
        raise UserError(f"expected yes or no, not {answer!r}")
    settings, where = terminal.open_settings(config, state)
    wanted = message_id if message_id.startswith("<") else f"<{message_id}>"
    for name in settings.accounts:
        with read_state(where.state, name) as memory:
            if memory.outcome(wanted) is not None:
                memory.add_label(Label(wanted, answer.lower() == "yes", Strength.EXPLICIT, datetime.now(UTC)), None)
                typer.echo(f"{wanted}: {answer.lower()}. The next visit acts on it, the next training learns from it.")
                return
    raise UserError(f"no mail {wanted} was seen", hint="`watcher status --json` lists the ids")


@app.command()
def explain(
    what: Annotated[str, typer.Argument(metavar="MESSAGE-ID|FILE")],
    config: ConfigFile = None,
    state: StateDir = None,
    as_json: AsJson = False,
) -> None:
    """Verdict, telling words, facts, people, decision and reason of one mail."""
    from watcher import report, session
    from watcher.config import Account, Config
    from watcher.files import read
    from watcher.policy import History
    from watcher.visit import judge_alone, judge_whole

    path = Path(what)
    if not path.exists():
        _explain_remembered(what, config, state, as_json)
        return
    where = session.paths(config, state)
    if config is not None or where.config.exists():
        settings, where = terminal.open_settings(config, state)
    else:
        nobody = Account(host="localhost", user="nobody", name="You", addresses=("you@example.org",))
        settings = Config(accounts={"none": nobody})
    name, account = next(iter(settings.accounts.items()))
    judge, plan = terminal.classifier(settings, where), session.plan(name, account, settings)
    letters = session.letters(settings)
    for row in read(path):
        verdict = judge.explain(row.mail)
        study = (
            judge_whole(row.mail, verdict, History(), (), plan, letters)
            if verdict.band == "rejection"
            else judge_alone(row.mail, verdict, History(), plan.rules)
        )
        show.as_json(report.explained(study)) if as_json else show.explained(report.explained(study))


def _explain_remembered(what: str, config: Path | None, state: Path | None, as_json: bool) -> None:
    from watcher import report
    from watcher.state import read_state

    settings, where = terminal.open_settings(config, state)
    wanted = what if what.startswith("<") else f"<{what}>"
    for name in settings.accounts:
        with read_state(where.state, name) as memory:
            outcome = memory.outcome(wanted)
            if outcome is not None:
                row = report.outcome_row(outcome) | {
                    "drafts": [f"{d.person}: {d.fate.value}" for d in memory.drafts() if d.source == wanted]
                }
                show.as_json(row) if as_json else show.explained(row)
                return
    raise UserError(f"{what}: neither a file nor a mail that was seen", hint="`watcher status --json` lists the ids")


def _raise_all(failures: list[WatcherError]) -> None:
    """Every account had its turn; now say what went wrong, the user's part first."""
    mine = [error for error in failures if isinstance(error, UserError)]
    if mine:
        raise UserError([p for error in mine for p in error.problems], hint=mine[0].hint)
    for error in failures[1:]:
        show.complain(str(error))
    if failures:
        raise failures[0]
