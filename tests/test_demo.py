"""`watcher demo` is the first thing anybody runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import CACHE
from watcher.classifier import Classifier
from watcher.demo import sample
from watcher.mail import parse


def test_the_sample_mailbox(classifier: Classifier) -> None:
    """At least thirty mails, rejections of several kinds and languages among them, reserved domains only."""
    mails = [parse(raw) for _, raw in sample()]

    assert len(mails) >= 30
    assert all(mail.sender is None or mail.sender.domain.endswith((".example", "example.org")) for mail in mails)


def test_the_demo_shows_verdicts_and_drafts(classifier: Classifier, tmp_path: Path) -> None:
    """It exits 0, shows telling words and drafts, and leaves nothing running."""
    done = subprocess.run(
        [sys.executable, "-m", "watcher", "demo"],
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "WATCHER_CACHE": str(CACHE)},
    )

    assert done.returncode == 0, done.stderr
    assert "telling words" in done.stdout
    assert "Drafts, as a mail client lists them" in done.stdout
    assert "In-Reply-To" not in done.stdout
    assert "Nothing was sent" in done.stdout
