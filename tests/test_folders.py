"""watcher.folders: which folder is which, in whatever language."""

from __future__ import annotations

import pytest

from watcher.folders import Folder, candidates
from watcher.mailbox import Where

GMAIL = [
    Folder(frozenset(), "/", "INBOX"), Folder(frozenset({"\\noselect"}), "/", "[Gmail]"), Folder(frozenset({"\\drafts"}), "/", "[Gmail]/Entwürfe"),
    Folder(frozenset({"\\sent"}), "/", "[Gmail]/Gesendet"), Folder(frozenset({"\\trash"}), "/", "[Gmail]/Papierkorb"),
    Folder(frozenset({"\\all"}), "/", "[Gmail]/Alle Nachrichten"), Folder(frozenset(), "/", "Drafts"), Folder(frozenset(), "/", "Archive"),
]  # fmt: skip


def plain(*names: str, delimiter: str = "/", attributes: frozenset[str] = frozenset()) -> list[Folder]:
    return [Folder(attributes, delimiter, name) for name in names]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Where.DRAFTS, "[Gmail]/Entwürfe"),
        (Where.SENT, "[Gmail]/Gesendet"),
        (Where.TRASH, "[Gmail]/Papierkorb"),
        (Where.ARCHIVE, "[Gmail]/Alle Nachrichten"),
    ],
)
def test_what_the_server_says_beats_names(where: Where, expected: str) -> None:
    """A special-use attribute (RFC 6154) decides, though another folder bears the name."""
    assert [expected] == candidates(GMAIL, where)


@pytest.mark.parametrize(
    "name",
    ["Drafts", "DRAFTS", "Entwürfe", "Brouillons", "Borradores", "Bozze", "Concepten", "Rascunhos", "Kopie robocze", "Utkast", "Kladder", "Rozepsané",
     "Taslaklar", "Ciorne", "Черновики", "Чернетки", "Πρόχειρα", "下書き", "草稿箱", "임시 보관함", "טיוטות"],
)  # fmt: skip
def test_drafts_are_known_by_name_without_an_attribute(name: str) -> None:
    """In the words of the usual webmail programs."""
    assert [name] == candidates(plain("INBOX", name, "Job"), Where.DRAFTS)


@pytest.mark.parametrize(
    ("where", "name"),
    [(Where.SENT, "Sent Items"), (Where.SENT, "Gesendete Elemente"), (Where.SENT, "Éléments envoyés"), (Where.SENT, "已发送"),
     (Where.TRASH, "Deleted Items"), (Where.TRASH, "Papierkorb"), (Where.TRASH, "Corbeille"), (Where.ARCHIVE, "All Mail"), (Where.ARCHIVE, "Archiv")],
)  # fmt: skip
def test_the_other_folders_are_known_by_name_too(where: Where, name: str) -> None:
    """Sent, trash and archive, each only as what it is."""
    assert {where: [name]} == {
        w: found
        for w in (Where.DRAFTS, Where.SENT, Where.TRASH, Where.ARCHIVE)
        if (found := candidates(plain(name), w))
    }


@pytest.mark.parametrize(("name", "delimiter"), [("INBOX.Drafts", "."), ("INBOX/Drafts", "/"), ("INBOX.Drafts", ""), ("INBOX.Drafts", "/"), ("[Google Mail]/Drafts", "/"), ("Mail/inbox.Drafts", "/")])  # fmt: skip
def test_prefixes_do_not_hide_a_folder(name: str, delimiter: str) -> None:
    """Only the last component counts, whatever the delimiter, and without INBOX in front."""
    assert [name] == candidates(plain(name, delimiter=delimiter), Where.DRAFTS)


def test_two_candidates_are_two() -> None:
    """Which of them is meant is for the caller to refuse, not to guess."""
    assert ["Drafts", "Entwürfe"] == candidates(plain("Drafts", "Entwürfe"), Where.DRAFTS)
    assert ["A", "B"] == candidates(plain("A", "B", attributes=frozenset({"\\drafts"})), Where.DRAFTS)


@pytest.mark.parametrize("attribute", ["\\noselect", "\\nonexistent"])
def test_a_folder_that_holds_no_mail_is_none(attribute: str) -> None:
    """Nothing can be written there, with or without the right attribute."""
    assert [] == candidates(plain("Drafts", attributes=frozenset({attribute, "\\drafts"})), Where.DRAFTS)


@pytest.mark.parametrize("name", ["Draftsman", "My Drafts 2", "Drafts/Old", "Entwurfe", ""])
def test_what_only_looks_like_drafts_is_not(name: str) -> None:
    """A name counts as a whole."""
    assert [] == candidates(plain(name), Where.DRAFTS)


def test_all_mail_beats_an_archive() -> None:
    """Where a server has both, everything is found in the first."""
    both = [Folder(frozenset({"\\archive"}), "/", "A"), Folder(frozenset({"\\all"}), "/", "B")]

    assert ["B"] == candidates(both, Where.ARCHIVE)
