"""What ships is what is meant to ship, and it runs where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import CACHE
from watcher.classifier import Classifier

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_exactly_this(wheel: Path) -> None:
    """The package, templates, corpus, units and the example: each file of the checkout, nothing more."""
    members = set(zipfile.ZipFile(wheel).namelist())
    meta = {name for name in members if name.startswith("rejection_watcher-0.1.0.dist-info/")}
    package = {f"watcher/{path.name}" for path in (ROOT / "watcher").glob("*.py")} | {
        "watcher/py.typed",
        "watcher/config.example.toml",
    }
    shipped = {
        f"watcher/{path.relative_to(ROOT).as_posix()}"
        for pattern in (
            "templates/*/*.txt.j2",
            "models/corpus/**/*.txt",
            "models/corpus/README.md",
            "models/README.md",
            "models/demo.mbox",
            "systemd/**/*.service",
            "systemd/README.md",
        )
        for path in ROOT.glob(pattern)
    }

    assert package | shipped == members - meta
    assert {name.rpartition("/")[2] for name in meta} == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "LICENSE"}


def test_the_wheel_runs_the_demo_in_an_empty_place(wheel: Path, tmp_path: Path, classifier: Classifier) -> None:
    """Installed into an empty venv, run from an empty directory."""
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    install = [
        str(python),
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
        "-c",
        str(ROOT / "constraints.txt"),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {
        "WATCHER_CACHE": str(CACHE),
        "HOME": str(empty),
    }
    done = subprocess.run(
        [str(tmp_path / "venv" / "bin" / "watcher"), "demo"],
        capture_output=True,
        text=True,
        cwd=empty,
        env=environment,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Nothing was sent" in done.stdout
