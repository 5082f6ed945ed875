"""The promises that can be read off the code: it never sends, never deletes, never changes the user's mail."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "watcher").glob("*.py"))
# Everything an IMAP client can do to a mailbox beyond looking. `append` is in imap.keep_draft and in the demo's own server set-up.
FORBIDDEN = {
    "store", "copy", "move", "expunge", "uid_expunge", "delete_messages", "add_flags", "remove_flags", "set_flags", "delete_folder",
    "rename_folder", "close_folder", "add_gmail_labels", "set_gmail_labels", "remove_gmail_labels", "multiappend", "subscribe_folder", "create_folder",
}  # fmt: skip


def calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {
        node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


def test_it_cannot_send() -> None:
    """There is no SMTP, sendmail or web request anywhere in the package."""
    sending = re.compile(r"\b(?:smtplib|aiosmtplib|sendmail|sendmsg|urllib|requests|httpx|http\.client)\b")

    assert [path.name for path in SOURCES if sending.search(path.read_text("utf-8"))] == []


def test_it_changes_no_mail() -> None:
    """No module but the demo's calls an IMAP command that changes anything besides APPEND, and only imap appends."""
    assert {
        path.stem: calls(path) & FORBIDDEN for path in SOURCES if path.stem != "demo" and calls(path) & FORBIDDEN
    } == {}


def test_every_select_is_read_only() -> None:
    """`select_folder` is always EXAMINE."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "select_folder"
            ):
                assert any(
                    k.arg == "readonly" and isinstance(k.value, ast.Constant) and k.value.value is True
                    for k in node.keywords
                )


def test_every_fetch_peeks() -> None:
    """No FETCH item would set \\Seen."""
    for path in SOURCES:
        # What is requested is text; what is answered is bytes (b"BODY[]", f"BODY[…]".encode()).
        requested = re.findall(
            r"""(?<!b)["'](?:BODY\[[^"']*|RFC822(?:\.TEXT)?)["'](?!\.encode)""", path.read_text("utf-8")
        )

        assert requested == []


def test_no_pickle_ships() -> None:
    """The repository holds no model file."""
    shipped = [
        path
        for folder in ("watcher", "models", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".joblib", ".pkl", ".pickle"}
    ]

    assert shipped == []
