"""Which folder is Drafts, Sent, Trash, Archive: by special-use attribute (RFC 6154), else by its localised name. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from watcher.mailbox import Where


@dataclass(frozen=True, slots=True)
class Folder:
    """A line of LIST: attributes lower-cased, the name decoded."""

    attributes: frozenset[str]
    delimiter: str
    name: str

    @property
    def leaf(self) -> str:
        """The last component of the name, for comparing."""
        last = self.name.rpartition(self.delimiter)[2] if self.delimiter else self.name
        return re.sub(r"^INBOX[./]", "", last, flags=re.IGNORECASE).strip().casefold()

    @property
    def selectable(self) -> bool:
        """Whether it can hold mail at all."""
        return not self.attributes & {"\\noselect", "\\nonexistent"}


_ATTRIBUTES = {
    Where.DRAFTS: ("\\drafts",),
    Where.SENT: ("\\sent",),
    Where.TRASH: ("\\trash",),
    Where.ARCHIVE: ("\\all", "\\archive"),
}

# The names that webmail programs give these folders in their translations.
_NAMES = {
    Where.DRAFTS: """Drafts, Draft, Entwürfe, Entwurf, Brouillons, Borradores, Bozze, Concepten, Konsepten, Rascunhos, Kladder,
        Kladd, Utkast, Luonnokset, Kopie robocze, Szkice, Wersje robocze, Rozepsané, Koncepty, Piszkozatok, Ciorne,
        Πρόχειρα, Черновики, Чернетки, Чернови, Нацрти, Predlošci, Skice, Osnutki, Mustandid, Juodraščiai, Uzmetumi,
        Taslak, Taslaklar, Esborranys, Zirriborroak, 下書き, 草稿, 草稿箱, 草稿匣, 임시 보관함, المسودات, טיוטות,
        پیش‌نویس‌ها, Thư nháp, กล่องจดหมายร่าง""",
    Where.SENT: """Sent, Sent Items, Sent Mail, Sent Messages, Gesendet, Gesendete Elemente, Gesendete Objekte, Envoyés,
        Messages envoyés, Éléments envoyés, Enviados, Elementos enviados, Posta inviata, Inviata, Verzonden,
        Verzonden items, Enviadas, Itens enviados, Wysłane, Elementy wysłane, Skickat, Skickade, Sendt, Sendt post,
        Sendte elementer, Gönderilmiş Öğeler, Gönderilenler, Odeslané, Odeslaná pošta, Trimise, Надіслані, Отправленные,
        Απεσταλμένα, 送信済み, 送信済みメール, 已发送, 寄件備份, 보낸편지함""",
    Where.TRASH: """Trash, Deleted, Deleted Items, Deleted Messages, Bin, Papierkorb, Gelöschte Elemente, Corbeille,
        Éléments supprimés, Papelera, Elementos eliminados, Cestino, Posta eliminata, Prullenbak, Verwijderde items, Lixeira,
        Itens excluídos, Kosz, Papperskorgen, Papirkurv, Slettet post, Çöp Kutusu, Silinmiş Öğeler, Koš, Coș de gunoi,
        Кошик, Корзина, Κάδος απορριμμάτων, ごみ箱, 已删除, 垃圾桶, 휴지통""",
    Where.ARCHIVE: """Archive, Archives, All Mail, Archiv, Alle Nachrichten, Archivo, Todos, Archivio, Archief, Arquivo,
        Archiwum, Arkiv, Arşiv, Arhivă, Архів, Архив, Αρχείο, アーカイブ, 归档, 封存""",
}
_LEAVES = {
    where: frozenset(" ".join(n.split()).casefold() for n in names.split(",")) for where, names in _NAMES.items()
}


def candidates(folders: Sequence[Folder], where: Where) -> list[str]:
    """The folders that may serve: those with the attribute; without any, those with a known name."""
    usable = [folder for folder in folders if folder.selectable]
    for attribute in _ATTRIBUTES[where]:
        marked = [folder.name for folder in usable if attribute in folder.attributes]
        if marked:
            return marked
    return [folder.name for folder in usable if folder.leaf in _LEAVES[where]]
