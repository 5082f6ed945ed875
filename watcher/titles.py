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
    r"(?:the|our|your|this|an?|other|others|posts?|positions|roles|vacancies|opportunities|sobre|re|fwd|application|applications|applying|applied|position|role|job|jobs|vacancy|opening|opportunity|internship|update|status|outcome|"
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
    r"concorso|concours|bando|avviso|konkurs|конкурс|pozice|pozici|žádost|přihláška|vaše|výběrové|řízení|odpověď|informace|výsledek|životopis|pohovor|reakce|"
    r"candidatura|aplicația|aplicația|ta|răspuns|post|postul|poziția|rezultat|interviu|mulțumim|aplicare|"
    r"ваш|ваша|ваше|відгук|відповідь|вакансія|вакансію|посада|посаду|співбесіда|результат|результати|щодо|резюме|заявка|вашого|вашої|заявки|статус|"
    r"отклик|ответ|вакансия|вакансию|вакансии|должность|позиция|собеседование|собеседования|результаты|обратная|связь|заявку|вашего|"
    r"η|αίτησή|αίτηση|σας|σου|θέση|απάντηση|ενημέρωση|υποψηφιότητα|υποψηφιότητά|συνέντευξη|αποτέλεσμα|σχετικά|με|την|για|ευχαριστούμε|"
    r"\w*vikariat\w*|participación|participation|participação|partecipazione|teilnahme|trabalho|função|trabajo|arbete|arbejde|arbeid|práce|tillfället|genel|iç|postulación|convocatoria|aplicación|búsqueda|concurso|seguimiento|uopfordret|spontan\w*|espont\w*|initiativ\w*|open|åpen|öppen|senior|junior|officer|phd|læreplass|lærlingplass|same|other|another|similar|open|vacant|new|current|at|in|on|to|with|of|and|und|et|y|e|de|der|die|das|den|dem|le|les|na|w|i|o|s|k|и|в|на|за|по|re:?|aw)",
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


# What stands between a role and its employer: Gestor de banca personal de Caja Serranía.
WHOSE = re.compile(
    r"(.+?)\s(?:at|with|of|bei|beim|für|von|der|des|chez|de|du|del|de la|da|do|di|della|dell'|presso|bij|van|hos|på|vid|w|v|u|la|în|у|в|στην?|της|του)\s(?:the |la |el |die |der |the |het |de |dem )?$"
)

# Agent nouns in the form in which a job is called by them: each of these is what somebody is, and hardly anything else.
JOB = re.compile(
    r"\w*(?:engineer|developer|designer|manager|analyst|assistant|consultant|specialist|technician|administrator|coordinator|architect|scientist|researcher|accountant|planner|controller|"
    r"operator|lecturer|surveyor|supervisor|programmer|keeper|writer|editor|trainee|apprentice|tester|animator|illustrator|translator)"
    r"|nurse|teacher|professor|clerk|officer|driver|chef|cook|barista|waiter|waitress|receptionist|librarian|electrician|mechanic|carpenter|welder|gardener|cleaner|cashier|pharmacist|psychologist|"
    r"physiotherapist|paralegal|solicitor|paralegal|statistician|producer|secretary|warden|inspector|florist|hairdresser|tutor|buyer|plumber|bricklayer|roofer|joiner|midwife|actuary|painter|baker|butcher|head|intern|representative|advisor|adviser"
    r"|\w*(?:entwickler|ingenieur|leiter|berater|sachbearbeiter|techniker|mechaniker|elektroniker|elektriker|verkäufer|koordinator|buchhalter|pfleger|erzieher|lehrer|fahrer|gärtner|monteur|schlosser|"
    r"tischler|lagerist|disponent|einkäufer|mitarbeiter|zeichner|mechatroniker|konstrukteur|laborant|redakteur|gestalter|grafiker|werkstudent|assistent|referent|praktikant|hausmeister|bäcker|ärzt|köch)(?:[:*_]?in)?"
    r"|\w*(?:fachkraft|bürokraft|pflegekraft|hilfskraft|aushilfe|angestellter?|kaufmann|kauffrau|kaufleute|schwester|koch|arzt|trainee)"
    r"|\w*(?:medewerker|ontwikkelaar|adviseur|beheerder|tekenaar|verkoper|leraar|docent|verpleegkundige|chauffeur|boekhouder|coördinator|begeleider|voorbereider|stagiair|hydroloog|loodgieter|hovenier|kapper|lasser|bioloog|psycholoog|assistente)"
    r"|\w*(?:utvecklare|ingenjör|säljare|medarbetare|ledare|sköterska|lärare|handläggare|tekniker|ekonom|samordnare|konstruktör|montör|konsult|biträde|utvikler|udvikler|ingeniør|leder|medarbejder|medarbeider|sælger|"
    r"selger|konsulent|rådgiver|montør|lærer|pædagog|sygeplejerske|sykepleier|sagsbehandler|saksbehandler|animatør|sekretær|laborant|analytiker|designer|arkitekt|kock|kok|kokk|bager|baker|pedagog|snekker|tømrer|rørlegger|bagare|frisör|frisør|lektor|bibliotekar(?:ie)?|museumsformidler|brygger)"
    r"|développeu(?:r|se)|ingénieure?|technicien(?:ne)?|responsable|chargée?|assistante?|gestionnaire|comptable|vendeu(?:r|se)|conseill(?:er|ère)|chef(?:fe)?|direct(?:eur|rice)|infirmi(?:er|ère)|aide-soignante?|"
    r"cuisini(?:er|ère)|serveu(?:r|se)|mécanicien(?:ne)?|chauffeur|analyste|graphiste|rédact(?:eur|rice)|acheteu(?:r|se)|secrétaire|enseignante?|professeure?|animat(?:eur|rice)|éducat(?:eur|rice)|magasini(?:er|ère)|"
    r"électricien(?:ne)?|contrôleu(?:r|se)|auditeur|consultante?|concept(?:eur|rice)|boulang(?:er|ère)|conduct(?:eur|rice)|dev"
    r"|desarrollador[ae]?|ingenier[oa]|técnic[oa]|responsable|auxiliar|analista|camarer[oa]|dependient[ea]|vendedor[a]?|administrativ[oa]|profesora?|enfermer[oa]|cociner[oa]|conductora?|mozo|jef[ea]|gestora?|asesora?|"
    r"contable|diseñadora?|programadora?|conserje|recepcionista|coordinadora?|encargad[oa]|operari[oa]|peón|consultora?|investigadora?|mecánic[oa]|electricista|panader[oa]|fisioterapeuta|arquitect[oa]|atendente"
    r"|sviluppat(?:ore|rice)|ingegnere|tecnic[oa]|addett[oa]|impiegat[oa]|operai[oa]|magazzinier[ea]|commess[oa]|camerier[ea]|cuoc[oa]|infermier[ea]|insegnante|docente|progettista|ragionier[ea]|autista|segretari[oa]|"
    r"consulente|programmat(?:ore|rice)|collaborat(?:ore|rice)|panettiere"
    r"|desenvolvedora?|engenheir[oa]|mecânic[oa]|assistente|gerente|coordenadora?|rececionista|motorista|cozinheir[oa]|padeir[oa]|operadora?|estagiári[oa]|contabilista|enólog[oa]|farmacêutic[oa]"
    r"|programista|specjalist(?:a|ka)|kierownik|inżynier|sprzedawca|asystent(?:ka)?|analityk|magazynier|kierowca|spedytor|przedstawiciel|doradca|nauczyciel(?:ka)?|pielęgniark[a]|mechanik|elektryk|kucharz|kelner(?:ka)?|"
    r"recepcjonist(?:a|ka)|rejestratorka|technik|adiunkt"
    r"|vývojář(?:ka)?|programátor(?:ka)?|analytik|účetní|asistent(?:ka)?|inženýr|konstruktér|obchodník|prodavač(?:ka)?|řidič|skladník|kuchař(?:ka)?|číšník|učitel(?:ka)?|grafik|vedoucí|manažer(?:ka)?|operátor|dispečer|správce|elektrikář"
    r"|inginer[ăa]?|programator|dezvoltator|analist|contabil|asistentă?|vânzător|tehnician|șofer|bucătar|ospătar|consilier|coordonator|tâmplar|librar|recepționer|brutar"
    r"|mühendisi?|geliştirici(?:si)?|uzmanı?|sorumlusu|müdürü|yöneticisi|asistanı?|analisti?|danışmanı?|tasarımcı(?:sı)?|temsilcisi|memuru|elemanı|operatörü?|teknisyeni?|teknikeri?|öğretmeni?|hemşire(?:si)?|garson|şoför|aşçı|muhasebeci"
    r"|(?:[\w-]*-)?(?:инженер|менеджер|разработчик|программист|аналитик|специалист|бухгалтер|дизайнер|оператор|администратор|кладовщик|водитель|продавец|логист|маркетолог|юрист|технолог|тестировщик|учитель|преподаватель|врач|"
    r"медсестра|повар|официант|бариста|консультант|координатор|руководитель|начальник|секретарь|помощник|редактор|художник|архитектор|пекарь|"
    r"інженер|розробник|програміст|аналітик|спеціаліст|адміністратор|водій|продавець|логіст|вчитель|викладач|лікар|кухар|офіціант|керівник|секретар|помічник|художник|архітектор|пекар)"
    r"|μηχανικός|υπεύθυν(?:ος|η)|υπάλληλος|πωλητής|πωλήτρια|λογιστής|λογίστρια|αναλυτής|νοσηλευτής|νοσηλεύτρια|διευθυντής|τεχνικός|σερβιτόρ(?:ος|α)|μάγειρας|οδηγός|ταμίας|γραμματέας|σύμβουλος|προγραμματιστής|βοηθός|καθηγητής"
    r"|.{0,14}(?:エンジニア|デザイナー|プログラマー?|マネージャー|ディレクター|オペレーター|サイエンティスト|アナリスト|コンサルタント|看護師|薬剤師|介護士|保育士|工程师|工程師|设计师|設計師|经理|經理|分析师|分析師|专员|專員|助理|护士|護理師)",
    re.IGNORECASE,
)


_RANK = re.compile(r"senior|junior|sr\.?|jr\.?|i{1,3}|iv|\d|data|m/w/d", re.IGNORECASE)


_FAMILIES = re.compile(
    r"bak[ek]r|butcher|cook|carpenter|gardener|painter|head|koch|kok|porter", re.IGNORECASE
)  # names, too


def names_a_job(text: str) -> bool:
    """Whether the first or the last word before any preposition is what a job is called: Night Manager, Técnico de Mantenimiento."""
    words = [word for word in re.split(r"[,(/]|\s-\s", text)[0].split() if not _RANK.fullmatch(word)]
    end = next((n for n, word in enumerate(words) if n and word[0].islower() and len(word) < 5), len(words))
    first = words[:1] if end == 1 or (words and not _FAMILIES.fullmatch(words[0])) else []
    return any(JOB.fullmatch(word.rsplit("-", 1)[-1]) for word in (*first, *words[:end][-1:]))


_OCCASION = re.compile(
    r"(?:satur|sun|week|holi)days?|weekend|summer|winter|christmas|easter|(?:part|full)[- ]?time|students?|evening|night|temp\w*|dream|seasonal|remote|freelance|hafta sonu|yaz|kış|yarı zamanlı|ek",
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
    if cut and not cut.start():
        found, cut = found[cut.end() :].lstrip(" -–,.:;)"), None  # R-104482 Analyst
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
        and not _OCCASION.fullmatch(found)
        and not re.match(r"(?:ds\.|do spraw)\s", found)
        and not all(map(GENERIC.fullmatch, words))
        else ""
    )


def usual(part: str) -> bool:
    """Whether a piece of a subject says no more than the usual words."""
    words = [w.strip(".,!?#*") for w in part.split()]
    usual = [w for w in words if not w or GENERIC.fullmatch(w) or re.fullmatch(r"[\d./#-]+|[A-Z]{0,4}-?\d+", w)]
    return len(usual) == len(words) or bool(GENERIC.fullmatch(words[0])) or not any(c.isalpha() for c in part)
