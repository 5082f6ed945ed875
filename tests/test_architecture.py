"""The module map of docs/design.md: imports point up the table only; each third-party library has one owner."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "watcher"

ROWS: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "errors notify figures footers mime",
        "mail",
        "mailbox",
        "folders wire text labels desks farewells domains carriers phrases stages titles",
        "givennames",
        "nameforms",
        "signatures",
        "invitation names quoting subjects cjk classifier",
        "mailboxes roles",
        "orgnames",
        "mentions wholes",
        "clients employer people resources config readers",
        "facts",
        "policy letter corpus curves credentials connection schema files modelfile",
        "link state training",
        "lookup statecopy",
        "imap journal learn said safety",
        "visit current",
        "session report preview",
        "daemon setup doctor demo show terminal",
        "cli_model cli_letter",
        "cli",
        "__main__",
    )
)
PURE = frozenset(
    [
        "errors",
        "figures",
        "mime",
        "mail",
        "mailbox",
        "folders",
        "text",
        "labels",
        "invitation",
        "desks",
        "farewells",
        "domains",
        "carriers",
        "phrases",
        "subjects",
        "cjk",
        "givennames",
        "nameforms",
        "signatures",
        "names",
        "titles",
        "clients",
        "roles",
        "orgnames",
        "mentions",
        "wholes",
        "employer",
        "quoting",
        "stages",
        "classifier",
        "facts",
        "mailboxes",
        "people",
        "policy",
        "letter",
    ]
)
OWNERS = {
    "imapclient": {"imap", "lookup", "link", "connection", "demo"},
    "sklearn": {"training", "curves"},
    "matplotlib": {"curves"},
    "numpy": {"training"},
    "scipy": {"training"},
    "joblib": {"modelfile", "training"},
    "jinja2": {"letter"},
    "apscheduler": {"daemon"},
    "sqlalchemy": {"state", "statecopy", "schema"},
    "pydantic": {"config"},
    "icalendar": {"invitation"},
    "lxml": {"text"},
    "py3langid": {"facts"},
    "platformdirs": {"session"},
    "keyring": {"credentials"},
    "typer": {"cli", "cli_letter", "cli_model", "show", "terminal"},
    "rich": {"show", "terminal"},
    "pymap": {"demo"},
    "proxyprotocol": {"demo"},
}
IMPURE = {"socket", "ssl", "subprocess", "os", "random", "time", "logging", "threading", "select", "pathlib", "sqlite3"}


def modules() -> dict[str, ast.Module]:
    return {path.stem: ast.parse(path.read_text("utf-8")) for path in PACKAGE.glob("*.py") if path.stem != "__init__"}


def imports(tree: ast.Module) -> list[tuple[str, str]]:
    """Pairs of the top package and the module imported from it, type-checking imports included."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name.split(".")[0], alias.name.partition(".")[2]) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            top, _, rest = node.module.partition(".")
            found += [(top, rest)] if rest else [(top, alias.name) for alias in node.names]
    return found


def test_every_module_has_a_row() -> None:
    """A new module has to find its place in the map."""
    assert set().union(*ROWS) == set(modules())


@pytest.mark.parametrize("name", sorted(modules()))
def test_imports_point_up(name: str) -> None:
    """A row imports only from rows above it."""
    row = next(number for number, names in enumerate(ROWS) if name in names)
    above = set().union(*ROWS[:row])
    wrong = {module for top, module in imports(modules()[name]) if top == "watcher" and module and module not in above}

    assert set() == wrong


@pytest.mark.parametrize("name", sorted(modules()))
def test_libraries_have_one_owner(name: str) -> None:
    """A third-party library is touched by its owner alone, and none goes without one."""
    foreign = {
        top
        for top, _ in imports(modules()[name])
        if top not in sys.stdlib_module_names and top not in {"watcher", "__future__"}
    }

    assert {library for library in foreign if name not in OWNERS.get(library, ())} == set()


@pytest.mark.parametrize("name", sorted(PURE))
def test_the_middle_is_pure(name: str) -> None:
    """The decisions touch no network, disk, clock, randomness or log."""
    assert {top for top, _ in imports(modules()[name])} & IMPURE == set()


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.stem)
def test_modules_are_short(path: Path) -> None:
    """A module that passes 400 lines does more than one thing."""
    assert len(path.read_text("utf-8").splitlines()) <= 400


def test_nothing_heavy_loads_for_help() -> None:
    """`watcher --help` does not pay for scikit-learn, SQLAlchemy, pydantic or matplotlib."""
    code = "import sys, watcher.cli; print([m for m in ('sklearn', 'numpy', 'sqlalchemy', 'pydantic', 'matplotlib', 'imapclient') if m in sys.modules])"

    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
