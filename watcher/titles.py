"""What a role looks like: without gender markers, numbers and loose ends; and the usual words that are none."""

from __future__ import annotations

import re

MAX_WORDS = 8
MAX_LENGTH = 70

GENDER = re.compile(
    r"\s*[\[(](?:[mwfdxhkgi*]|männlich|weiblich|divers|nb)(?:\s?[/|,]\s?(?:[mwfdxhkgi*]|nb|[a-z]{1,3}|männlich|weiblich|divers))+\.?[\])]"
    r"|\s*[(\[](?:all genders?|alle geschlechter|gn|mwd|k/m|m/k|f/m|h/f|genre neutre|alle)[)\]]"
    r"|(?<=\w) (?:[mwf]/[mwfd](?:/[dx])?|H/F|F/H|M/F|K/M|M/K)(?![\w/])",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:req(?:uisition)?|ref(?:erence|erenz(?:nummer)?|erencia|erência|erenţa|erinta)?|réf(?:érence)?|rif(?:erimento)?|job ?(?:id|no|number|code)|posting|"
    r"kennziffer|stellen-?id|chiffre|vacaturenummer|vacature ?nr|nr ref|numer ref|annuncio|concours|diarienummer|dnr|kod|kodu|cod|kód|č\. ?j|"
    r"referansnummer|referencenummer|stillingsnr|ilan no|referans no|referans numarası|znak sprawy|求人番号|職位編號|编号|κωδ(?:ικός)?|код|номер|№|id|nr|no|vaga)"
)
REQUISITION = re.compile(
    rf"(?<!\w){_LABEL}\s?[.:#-]{{0,2}}\s?(?:№|no\.?|nr\.?)?\s?([A-Z]{{0,6}}[-_/]?\d[\w/.-]{{1,20}}(?<![.-]))"
    r"|(?<![\w.-])((?:REQ|JR|R|JOB|ID|REF|JO|VAC)[-_ ]?\d{3,12}(?:-\d+)?)(?![\w-])|(?<=\()#?(\d{4,8})(?=\))|(?<![\w&])#(\d{3,8})\b",
    re.IGNORECASE,
)
_SPOILS = re.compile(r"https?:|www\.|[@<>{}\\|=…]|\d{5}")
GENERIC = re.compile(
    r"(?:the|our|your|this|an?|re|fwd|application|applications|applying|applied|position|role|job|jobs|vacancy|opening|opportunity|internship|update|status|outcome|"
    r"decision|feedback|result|results|response|reply|thank|thanks|you|for|news|information|info|notification|important|next|steps?|interview|second|first|final|round|candidate|"
    r"candidacy|recruitment|recruiting|hiring|process|team|company|interest|hello|hi|dear|about|regarding|external|employment|work|talent|career|careers|speculative|unsolicited|"
    r"bewerbung|ihre?|deine?|unsere?|stelle|stellenangebot|absage|rückmeldung|eingangsbestätigung|zusage|information|bewerbungsprozess|bewerbungsverfahren|auswahlverfahren|"
    r"vorstellungsgespräch|gespräch|initiativbewerbung|ergebnis|entscheidung|ausbildung|praktikum|promotionsstelle|nachricht|betreff|"
    r"candidature|votre|ta|réponse|retour|suite|suivi|poste|offre|emploi|entretien|recrutement|mise|jour|spontanée|concernant|merci|stage|alternance|"
    r"candidatura|tu|su|respuesta|proceso|selección|puesto|empleo|trabajo|vacante|entrevista|resultado|actualización|gracias|solicitud|personal|"
    r"la|sua|tua|esito|colloquio|selezione|posizione|lavoro|aggiornamento|grazie|risposta|spontanea|domanda|offerta|riscontro|"
    r"sollicitatie|je|uw|vacature|functie|gesprek|reactie|terugkoppeling|update|bedankt|afwijzing|kandidatuur|"
    r"retorno|vaga|processo|seletivo|recrutamento|atualização|resposta|obrigad[oa]|entrevista|emprego|"
    r"aplikacja|twoja|państwa|rekrutacja|stanowisko|informacja|zwrotna|wynik|wyniki|odpowiedź|decyzja|dotyczy|dotycząca|praca|oferta|cv|nabór|"
    r"ansökan|din|tjänst|tjänsten|jobb|återkoppling|uppdatering|besked|svar|angående|rekrytering|intervju|jobbet|"
    r"ansøgning|stilling|stillingen|afslag|vedr|vedrørende|samtale|jobbet|job|søknad|søknaden|tilbakemelding|avslag|oppdatering|svar|på|om|"
    r"başvuru|başvurunuz|başvurun|pozisyon|sonucu|hakkında|hk|bilgilendirme|ilan|iş|süreç|görüşmemiz|mülakat|geri|bildirim|"
    r"pozice|pozici|žádost|přihláška|vaše|výběrové|řízení|odpověď|informace|výsledek|životopis|pohovor|reakce|"
    r"candidatura|aplicația|aplicația|ta|răspuns|post|postul|poziția|rezultat|interviu|mulțumim|aplicare|"
    r"ваш|ваша|ваше|відгук|відповідь|вакансія|вакансію|посада|посаду|співбесіда|результат|результати|щодо|резюме|заявка|вашого|вашої|заявки|статус|"
    r"отклик|ответ|вакансия|вакансию|вакансии|должность|позиция|собеседование|собеседования|результаты|обратная|связь|заявку|вашего|"
    r"η|αίτησή|αίτηση|σας|σου|θέση|απάντηση|ενημέρωση|υποψηφιότητα|υποψηφιότητά|συνέντευξη|αποτέλεσμα|σχετικά|με|την|για|ευχαριστούμε|"
    r"trabalho|função|trabajo|arbete|arbejde|arbeid|práce|tillfället|genel|iç|postulación|convocatoria|aplicación|búsqueda|concurso|seguimiento|uopfordret|spontan\w*|espont\w*|initiativ\w*|open|åpen|öppen|senior|junior|officer|phd|læreplass|lærlingplass|same|other|another|similar|open|vacant|new|current|at|in|on|to|with|of|and|und|et|y|e|de|der|die|das|den|dem|le|les|na|w|i|o|s|k|и|в|на|за|по|re:?|aw)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s+(?:and|und|et|y|e|och|og|ve|en|i|a|of|de|du|des|for|für|the|der|di|del|da|do|van|von|til|till|för|in|im|with|to|&|para|per|voor|pour|pentru|"
    r"для|по|в|at|à|la|le|als|som|as|-|/|ds\.?|n?[°º]|no?\.?|nr\.?|ref\.?|id|m|f)$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:applicants?|candidates?|bewerber\w*|kandidat\w*|candidat[eo]?s?|candidat[ao]s?|sökande|ansøger\w*|søker\w*|aday\w*|kandydat\w*|uchazeč\w*|кандидат\w*|υποψήφι\w*|sollicitant\w*)\b",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|avril|juin|juillet|août|"
    r"septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|"
    r"ottobre|dicembre|monday|tuesday|wednesday|thursday|friday|days?|weeks?|hours?|tage?n?|wochen?|stunden|jours?|semaines?|heures?|días?|semanas?|giorni|settimane|dagen|weken|20[12]\d)\b",
    re.IGNORECASE,
)


def requisition(subject: str, text: str) -> str:
    """The number under which the employer files the role, if one is called so."""
    for source in (subject, text):
        found = REQUISITION.search(source)
        if found:
            return next(group for group in found.groups() if group)
    return ""


def clean(found: str) -> str:
    """Without gender markers, numbers of any kind, and loose ends; empty when it cannot be a role."""
    found = GENDER.sub("", " ".join(found.split()))
    found = re.sub(
        r"^(?:arbete|arbeid|arbejde|stilling|tjänst|jobb|job|work|stillingen|tjänsten) (?:som|as) ", "", found
    )
    cut = REQUISITION.search(found)
    found = (found[: cut.start()] if cut else found).strip(" -–,.:;/#*\"'(")
    found = re.sub(r"^(?:[dl]'|(?:de|di|da|un|une|una|uno|an?|the|einen?|eine|en|et|een)\s)(?=\S)", "", found)
    found = re.sub(
        r"[\u2190-\u2bff\U0001f000-\U0001faff]|(?<!\()(?<=\w)\)$|\s*\([^)]*$|\s+\d{1,3}(?:\s?-\s?\d{1,3})?\s?%.*$|\s\(\s*\)",
        "",
        found,
    )
    while (shorter := _TRAILING.sub("", found)) != found:
        found = shorter
    words = found.split()
    good = 2 <= len(found) <= MAX_LENGTH and 0 < len(words) <= MAX_WORDS and re.search(r"[^\W\d_]{2}", found)
    return (
        found
        if good
        and not _SPOILS.search(found)
        and not _MONTHS.search(found)
        and not _NOBODY.search(found)
        and not all(map(GENERIC.fullmatch, words))
        else ""
    )


def usual(part: str) -> bool:
    """Whether a piece of a subject says no more than the usual words."""
    words = [w.strip(".,!?#*") for w in part.split()]
    usual = [w for w in words if not w or GENERIC.fullmatch(w) or re.fullmatch(r"[\d./#-]+|[A-Z]{0,4}-?\d+", w)]
    return len(usual) == len(words) or bool(GENERIC.fullmatch(words[0])) or not any(c.isalpha() for c in part)
