"""Find files that ship with the package: beside it in a wheel, one folder up in a checkout."""

from __future__ import annotations

from pathlib import Path

from watcher.errors import UserError

_HERE = Path(__file__).resolve().parent


def find(name: str) -> Path:
    """The path of a shipped file or folder. Raises `UserError` when the installation is incomplete."""
    for base in (_HERE, _HERE.parent):
        if (base / name).exists():
            return base / name
    raise UserError(f"{name} is missing from this installation", hint="install rejection-watcher again")


def templates(own: Path | None = None) -> dict[str, str]:
    """All letter templates by name (`en/applied.1.txt.j2`); those in the user's folder come first."""
    sources: dict[str, str] = {}
    for folder in (find("templates"), own):
        if folder is None:
            continue
        if not folder.is_dir():
            raise UserError(f"letters.templates: {folder} is no folder")
        for path in sorted(folder.glob("*/*.txt.j2")):
            sources[path.relative_to(folder).as_posix()] = path.read_text("utf-8")
    return sources
