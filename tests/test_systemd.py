"""The units are understood by systemd, every key of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

UNITS = Path(__file__).resolve().parent.parent / "systemd"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
@pytest.mark.parametrize("name", ["watcher.service", "user/watcher.service"])
def test_systemd_has_nothing_to_say(name: str) -> None:
    """`systemd-analyze verify` exits 0 even for unknown keys: only silence is approval."""
    done = subprocess.run(["systemd-analyze", "verify", str(UNITS / name)], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
