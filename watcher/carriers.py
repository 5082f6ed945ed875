"""What a mail says of the system that carried it: "Sent via Workly on behalf of Acme". No such name is an employer's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

ON_BEHALF = re.compile(
    r"\s+(?:on behalf of|at the request of|im (?:Auftrag|Namen) (?:von|der)|au nom de|pour le compte de|en nombre de|por cuenta de|per conto di|a nome di|namens|in opdracht van|em nome d[aeo]|w imieniu|"
    r"na zlecenie|på uppdrag av|på vegne a[fv]|adına|jménem|în numele|от имени|по поручению|від імені|за дорученням|εκ μέρους|για λογαριασμό)\s"
)
_FOR = re.compile(r"\s(?:for|för|für|pour|para|per|voor|dla|pentru|pro|для|για)\s")
_VIA = (
    r"via|vía|through|by|with|using|from|on|über|mit|von|durch|par|avec|por|con|a través de|através d[aeo]|pel[ao]|da|dal|tramite|attraverso|door|met|przez|za pośrednictwem|z|av|med|af|fra|från|genom|gjennom|"
    r"gennem|prostřednictvím|pomocí|z|prin(?: intermediul)?|cu|de|через|за допомогою|с помощью|посредством|μέσω|από|par l'intermédiaire de|par le biais de"
)
_SENT = (
    r"(?:sent|delivered|generated|powered|provided|hosted|managed|processed|automated|versendet|verschickt|gesendet|versandt|zugestellt|erstellt|bereitgestellt|betrieben|"
    r"envoyée?|transmise?|généré|propulsé|enviad[ao]|generad[ao]|remitid[ao]|gestionad[ao]|inviat[ao]|generat[ao]|gestit[ao]|fornit[ao]|verzonden|verstuurd|aangeboden|mogelijk gemaakt|gerad[ao]|expedid[ao]|"
    r"wysłan[aoey]|wygenerowan[aoey]|dostarczon[aoey]|obsługiwan[aoey]|skickat|skickats|skickades|levereras|drivs|sendt|leveret|leveres|drevet|drives|odeslán[oay]?|zaslán[oay]?|vygenerován[oay]?|trimis[ăe]?|expediat|generat|"
    r"надіслано|надісланий|відправлено|створено|отправлено|направлено|создано|στάλθηκε|εστάλη|αποστέλλεται|υποστηρίζεται)"
)
# Words in front of the name that make it a system's.
_PLATFORM = re.compile(
    rf"(?<!\w)(?:{_SENT}(?:\s\w+){{0,3}}?\s(?:{_VIA})|via|through|über|tramite|za pośrednictwem|aracılığıyla|prostřednictvím|prin intermediul|через|за допомогою|μέσω|a través de|através d[aeo]|"
    r"par l'intermédiaire de|par le biais de)\s+(?:the |der |das |la |le |il |o |systemu |systému |систему )?$",
    re.IGNORECASE,
)
# Whole lines that speak of nothing else.
_FOOTER = re.compile(
    rf"^\W*(?:powered|propulsé|sent|skickat|sendt|gesendet|verzonden|enviado|inviato|envoyé|wysłano|odesláno|trimis|надіслано|отправлено|στάλθηκε)\b[^.!?]{{0,20}}?\s(?:{_VIA})\s"
    rf"|(?:e-?mail|mail|message|nachricht|courriel|mensaje|correo|messaggio|bericht|mensagem|wiadomość|mejl\w*|meddeland\w*|besked\w*|melding\w*|zpráv\w*|mesaj\w*|лист|письмо|сообщение|повідомлення|μήνυμα)\b[^.!?]{{0,50}}?\b{_SENT}\b[^.!?]{{0,30}}?\s(?:{_VIA})\s"
    r"|(?:aracılığıyla|üzerinden|sistemiyle|tarafından)\b.{0,20}\b(?:gönderil|iletil|oluşturul)|altyapısıyla|による?(?:自動)?(?:配信|送信)|より(?:自動)?(?:配信|送信)|(?:由|通过|透過)\S{2,20}(?:系统|平台|系統)?(?:自动|自動)?(?:发送|發送|寄出|提供)",
    re.IGNORECASE,
)


def is_in_front(before: str) -> bool:
    """Whether what stands right before a name makes it that of a system: "sent via …"."""
    return bool(_PLATFORM.search(before))


def without_footers(lines: Iterable[str]) -> Iterator[str]:
    """The lines without those that say which system sent the mail; on whose behalf it did stays."""
    for line in lines:
        if len(line) < 160 and _FOOTER.search(line):
            behalf = ON_BEHALF.search(line)
            yield line[behalf.end() :].rstrip(". ") if behalf else ""
        else:
            yield line


def of_footers(lines: Iterable[str]) -> Iterator[str]:
    """What such lines name, without those on whose behalf it was sent."""
    yield from (
        _FOR.split(ON_BEHALF.split(line, maxsplit=1)[0], maxsplit=1)[0]
        for line in lines
        if len(line) < 160 and _FOOTER.search(line)
    )
