"""How results look on the terminal. Called by `cli` only."""

from __future__ import annotations

import json
from typing import Any

import typer


def as_json(value: Any) -> None:
    """Machine-readable, on stdout."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def complain(text: str) -> None:
    """One line on stderr."""
    typer.echo(f"watcher: {text}", err=True)


def table(title: str, columns: list[str], rows: list[list[str]]) -> None:
    """A table as wide as the terminal, or 150 columns where there is none."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*[escape(cell) for cell in row])
    terminal = Console()
    (terminal if terminal.is_terminal else Console(width=150)).print(table)


def visit(result: dict[str, Any], *, everything: bool = False) -> None:
    """What one visit did."""
    shown = [m for m in result["mails"] if everything or m["reason"] != "not a rejection"]
    rows = [
        [m["sender"], m["subject"], f"{m['probability']:.3f}", ", ".join(m["telling"][:4]), m["reason"]] for m in shown
    ]
    if rows:
        table(f"{result['account']}: what it saw", ["from", "subject", "p", "telling words", "outcome"], rows)
    typer.echo(
        f"{result['account']}: looked at {result['seen']}, drafted {len(result['drafts'])}, labels noticed {result['labels']}"
        + (f", {result['open']} drafts still unclear" if result["open"] else "")
        + (f", {result['known']} known from before" if result["known"] else "")
    )
    for reason, count in result["reasons"].items():
        typer.echo(f"  {count:6,}  {reason}")


def drafts(drafts: list[tuple[Any, str]]) -> None:
    """The drafts as a mail client lists and opens them."""
    rows = [
        [mail.to[0].address if mail.to else "", mail.subject, f"{mail.date:%d %b %H:%M}" if mail.date else ""]
        for mail, _ in drafts
    ]
    table("Drafts, as a mail client lists them", ["to", "subject", "date"], rows)
    for mail, _ in drafts:
        name = (
            f"{mail.to[0].name} <{mail.to[0].address}>"
            if mail.to and mail.to[0].name
            else mail.to[0].address
            if mail.to
            else ""
        )
        typer.echo(
            f"\n{'-' * 78}\nFrom: {mail.sender.name} <{mail.sender.address}>\nTo: {name}\nSubject: {mail.subject}\n\n{mail.plain.strip()}"
        )
    typer.echo(
        f"\n{'-' * 78}\n{len(drafts)} drafts wait for you. Nothing was sent; nothing else in the mailbox was touched."
    )


def keep(port: int, user: str, password: str) -> None:
    """How to open the demo's mailbox."""
    typer.echo(f"\nThe demo server listens on 127.0.0.1 port {port} (no TLS), user {user}, password {password}.")
    typer.echo(f"  mutt -f 'imap://{user.replace('@', '%40')}:{password}@127.0.0.1:{port}/Drafts'")
    typer.echo(
        "  Thunderbird: new account, server 127.0.0.1, that port, connection security None, normal password.\nCtrl-C ends it."
    )


def status(row: dict[str, Any]) -> None:
    """One account's memory."""
    typer.echo(
        f"{row['account']}: {row['seen']} mails looked at, {row['labels']} labelled; last: {row['last_seen'] or 'never'}"
    )
    if row["stopped"]:
        typer.echo(f"  STOPPED: {row['stopped']}")
    for reason, count in row["reasons"].items():
        typer.echo(f"  {count:6}  {reason}")
    if row["drafts"]:
        table(
            "Drafts",
            ["to", "as", "made", "became"],
            [[d["to"], d["relation"], d["created"][:16], d["became"]] for d in row["drafts"]],
        )
    if row["mails"]:
        rows = [
            [m["received"][:10], m["sender"], m["subject"], f"{m['probability']:.2f}", m["reason"], m["detail"]]
            for m in row["mails"]
        ]
        table("Mails that mattered", ["received", "from", "subject", "p", "outcome", "detail"], rows)


def explained(row: dict[str, Any]) -> None:
    """One mail, a line a fact."""
    for key, value in row.items():
        if isinstance(value, dict):
            for inner, said in value.items():
                typer.echo(f"  {inner:12} {said if said is not None else 'not sure, left out'}")
        elif isinstance(value, list):
            typer.echo(f"{key:12} " + ("; ".join(value) or "-"))
        else:
            typer.echo(f"{key:12} {value}")
