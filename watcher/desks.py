"""Words that are no names of people: desks and departments, what somebody does, what companies call themselves."""

from __future__ import annotations

import re

DESK = re.compile(
    r"\b(?:e?-?recruit\w*|talents?|talento|talenty|talent\w*(?=\s(?:team|acquisition))|careers?|jobs?|hiring|hr(?:bp|d|m|is|o|s|en|\d{1,3}|[_-]\w{1,12})?|human (?:resources|capital)|people(?: (?:team|ops|operations|&|and) ?culture)?|people|acquisition|team|"
    r"no-?reply|do not reply|notifications?|bewerb\w*|karriere\w*|personal(?:abteilung|wesen|büro|amt|service|referat|management)?|recrutement|candidatures?|candidate|"
    r"ressources humaines|rh|drh|emploi|carrières?|selecci[oó]n|empleo|recursos humanos|rrhh|talento|selezion[ei]|lavora|lavoro|lavorare|"
    r"risorse umane|vacatures?|werving|selectie\w*|recrutamento|pessoas|gente|gestão|karier\w*|program(?:me|ma)?|kariéra|karriär\w*|καριέρα\w*|кар'?[єь]ера|carreiras|vagas|vacancies|offres|ofertas|rekrutacj\w*|rekrutacyjn\w*|kadry|kadr|rekryter\w*|rekrutter\w*|kariyer|ik|i̇k|insan kaynakları|nábor|"
    r"náboru|personální|personalist\w*|resurse umane|recrutare|cariere|hakemus|support|info|service|system\w*|mailer|office|admin\w*|department|abteilung|dział|oddělení|departament\w*|departamento|direction|"
    r"equipo|équipe|equip[ae]|echipa|ekibi|zespół|zespołu|komise|komisja|commission|comisión|採用\S*|人事\S*|人材\S*|招聘\S*|人力资源\S*|人資\S*|校园招聘|кадр\w*|персонал\w*|відділ|отдел\w*|підбору|подбора?|рекрутинг\w*|рекрутер\w*|команда|найма|"
    r"τμήμα|ανθρώπινου δυναμικού|ανθρώπινων πόρων|προσλήψεων|προσωπικού|γραφείο|διεύθυνση|committee|kommission\w*|search|application\w*|desk|portal|karriereportal|bewerbungsportal|"
    r"secretariat\w*|sekretariat\w*|secretaría|segreteria|secretaria|sekretær|sekreterare|graduate|onboarding|workforce|staffing|donotreply|automated|system|başvuru|işe alım|yetenek|stajı?|hr-avdelingen|personalavdelning\w*|"
    r"responsable|reclutamiento|reclutador\w*|capital humano|talento humano|concursos?|gestión|casting|escuela|servicio|programa|departament|recepción|personeelszaken|personeels?|personel|personeelsplanning|vereinsvorstand|marketplace|crewing|directie|dirección|prácticas|direção|direcção|direzione|conducerea|управління|управление|atração|podatelna|děkanát|pessoal|ufficio|risorse|personale|concorsi|comitato|comité|secrétariat|direction|rédaction|service|pôle|cellule|afdeling|dienst|selectiedienst|planning|dept|kanselarij|komisja|urząd|komitet|úřad|komunikace|registrator|förvaltning\w*|avdelning\w*|antagning\w*|bemanning\w*|enhet\w*|sekretariatet|dairesi|başkanlığı|müdürlüğü|birimi|bölümü|yönetimi|comisia|serviciul|biroul|primăria|комісія|комиссия|приёмная|служба|деканат|кафедра|επιτροπή|γραμματεία|personeelszaken|p&o|hrm|ta|hello|hallo|contact|kontakt|contacto|contatto|admissions?|scheduling|interviews?|ausbildung|verwaltung|redaktion|vorstand|schulleitung|rektorat|office|post|mail|bestuur|jinji|saiyo)\b",
    re.IGNORECASE,
)
TITLE_WORD = re.compile(
    r"\b(?:manager\w*|partner|director\w*|dirigente\w*|preside|rettore|rettrice|sindac[oa]|directrice|directeur|direktor\w*|lead|leader|head|chief|officer|specialist\w*|spezialist\w*|spécialiste|especialista|consultant\w*|coordinator\w*|"
    r"assistant\w*|associate|analyst|engineer|developer|founder|co-founder|mitgründer\w*|gründer\w*|fondat(?:eur|rice|ore|or)s?|fundador\w*|president\w*|presidente|proviseur\w*|principale?|forstander\w*|rektor\w*|headteacher|headmaster|headmistress|starosta|tajemn\w+|рекрутер\w*|hr-менеджер\w*|директорк\w*|bürgermeister\w*|intendant\w*|kantor\w*|burgemeester|borgmester|ordfører|ceo|cto|coo|chro|vp|sourcer|generalist\w*|business|executive|principal|"
    r"leiter\w*|leitung|referent\w*|sachbearbeit\w*|geschäftsführ\w*|inhaber\w*|chargée?|responsabile|jefe|jefa|gerente|titolare|direttore|direttrice|chef\w*|ansvarig|handläggare|leder\w*|"
    r"daglig|driftsleder|kierownik|dyrektor\w*|specjalist\w*|prezes|właściciel\w*|vedoucí|jednatel\w*|ředitel\w*|müdür\w*|uzman\w*|yönetici\w*|director|specialist|şef|administrator|"
    r"директор\w*|менеджер\w*|руководител\w*|керівни\w*|специалист\w*|спеціаліст\w*|διευθυντ\w*|υπεύθυν\w*|προϊσταμέν\w*|professor\w*|secretary|dean|chair|owner|advisor|adviser|berater\w*|agent\w*|supervisor|"
    r"scientist|designer|architect|recruiter|researcher|intern|trainee|nurse|teacher|technician|operations|marketing|sales|finance|engineering|product|department|operatør|medarbejder)\b|部長|課長|担当|代表|经理|总监|主管|"
    r"\b(?:im auftrag|i\.\s?a\.|i\.\s?v\.)",
    re.IGNORECASE,
)
COMPANYLIKE = re.compile(
    r"\b(?:biuro|bureau|agence|kontor\w*|hotel|hôtel|klinik\w*|clinic\w*|clínica|clinique|hospital\w*|hôpital|stadt|gemeinde|kommune|kommun|university|universität|universidad|università|université|school|college|museum|"
    r"bank\w*|banca|banque|banco|assicurazioni|\w*versicherung\w*|assurances?|seguros|verzekering\w*|ubezpieczeni\w*|forsikring\w*|försäkring\w*|pojišťovna|asigurări|страхов\w+|sigorta\w*|ασφαλιστικ\w+|group|gruppe|holding|logist\w*|logíst\w*|logisty\w*|transport\w*|services?|solutions?|systems?|software|digital|media|labs?|technolog\w*|tech|energi\w*|energy|foods?|"
    r"bakery|bäckerei|boulangerie|bakkerij|casa|café|cafe|restaurant|garage|atelier|studio|verlag|press|books|bygg|bau|bud|trade|trading|retail|consulting|outsourcing|partners|grupo|groupe|gruppo|grupa|grup|firma|company|compañía|fundación|fondation|fondazione|fundacja|nadace|colegio|collège|lycée|liceo|escola|escuela|école|scuola|szkoła|skola|skole|škola|ferretería|librería|panadería|padaria|hosteria|camping|crèche|brasserie|musée|museo|muzeum|teatro|teatr|théâtre|theater|festival|agencia|agence|agenzia|agencja|clinique|przedszkole|gmina|urząd|ayuntamiento|mairie|comune|gemeente|câmara|prefeitura|primăria|belediyesi|holding|sanayi|ticaret|yazılım|lojistik|enerji|sigorta|fırın|haras|statek|květinářství|\w*cent(?:er|re|rum)|\w*huset|\w*kommune|omsorg|rederi|ziraat|fakult\w*|schulen?|skolan|skolen|akademi\w*|academy|academia|anaokulu|okulu|koleji|lisesi|hastanesi|videregående|surgery|hospice|estates|winery|farms?|kita|kindergarten|barnehage|förskola\w*|předškolí|interim|bemanning|vikar\w*|\w*byrå|basisschool|secretariado|turizm|associates|capital|insurance|versicherung\w*|"
    r"pharma\w*|medical|health|care|dental|\w*praxis|möbelhaus|werke?|chemie|immobilien|autohaus|praxis|\w*kanzlei|notariat|étude|institut\w*|instytut|stiftung|foundation|verein|verband|society|council|trust|"
    r"supermercad\w*|supermarket\w*|supermarché\w*|tiendas?|almacenes|talleres|muebles|ristorante|trattoria|osteria|pastificio|pharmacie|farmacia|farmácia|imprenta|imprimerie|tipografia|restaurante|"
    r"cooperativa|coopérative|genossenschaft|spółdzielnia|družstvo|stichting|kooperativ\w*|tischlerei|schreinerei|metzgerei|fleischerei|zimmerei|gärtnerei|elektro|malerbetrieb|snickeri\w*|tømrer\w*|rörmokeri|rørlegger\w*|måleri|blomster|blommor|fleurs|fleuriste|menuiserie|garage|serrurerie|carpintería|carpintaria|fontanería|falegnameria|officina|officine|macelleria|schildersbedrijf|timmerbedrijf|loodgietersbedrijf|piekarnia|stolarnia|zakład|warsztat|truhlářství|řeznictví|tâmplărie|atelier\w*|εκπαιδευτήρι[αο]|αφοί|εστιατόριο|βιβλιοπωλείο|buchhandlung|apotheke|druckerei|konditorei|boekhandel|slagerij|apotheek|bokhandel\w*|bakeri|bageri|piekarni[ae]|księgarni[ae]|apteka|restauracja|kavárna|pekárna|restaurace|"
    r"knihkupectví|lékárna|librări[ae]|brutări[ae]|farmaci[ae]|кафе|пекарня|ресторан|аптека|магазин|книгарня|кав'ярня|ταβέρνα|φαρμακείο|φούρνος|eczanesi|kitabevi|"
    r"distribution|distribuzione|distribución|distribuição|ceramiche?|seramik|keramik|bouw|construction|costruzioni|construcciones|construções|inşaat|papper|tekstil|textil\w*|"
    r"quarry|harbor|harbour|industries|instruments|robotics|networks|games|online|shop|store|market\w*|gmbh|ag|se|kg|ltd|limited|inc|llc|llp|plc|corp|sa|sas|sarl|sl|spa|srl|bv|nv|ab|as|aps|oy|kft|"
    r"the|and|und|et|dear|hello|customer|applicant|candidate|bewerber\w*|best|kind|regards|your|our|ihr|ihre|votre|tu|su)\b|[&+@]",
    re.IGNORECASE,
)

# What the name of a public body begins with, and no person's does.
TOWN = re.compile(
    r"stadt|gemeinde|landkreis|mairie|commune|ayuntamiento|municipio|diputación|comune|provincia|gemeente|provincie|município|câmara|prefeitura|gmina|powiat|starostwo|urząd|"
    r"kommun|kommune|region|obec|město|primăria|consiliul|belediyesi|valilik|мэрия|мерія|администрация|адміністрація|δήμος|περιφέρεια|city|county|town|council",
    re.IGNORECASE,
)

# What only those call themselves who recruit for others.
AGENCY = re.compile(
    r"\b(?:(?:employment|recruitment|staffing|temp) agency|executive search|headhunt\w*|\w*personalvermittlung\w*|personalberatung\w*|personaldienstleist\w+|zeitarbeit\w*|uitzendbureau\w*|detachering\w*|"
    r"cabinet de recrutement|agence d'intérim|agence d'emploi|agenzia per il lavoro|empresa de trabajo temporal|ETT|agencja (?:pracy|zatrudnienia|rekrutacyjna)|(?:personální|pracovní) agentura|agentura práce|"
    r"bemanningsföretag\w*|bemanningsbyrå\w*|rekryteringsföretag\w*|rekrutteringsbureau\w*|rekrutteringsfirma\w*|headhunting|vikarbureau\w*|agenție de recrutare|(?:кадров|рекрутингов)\w+ (?:агентство|агенція)|istihdam bürosu|γραφείο ευρέσεως)\b"
    r"|人材紹介|人材派遣|猎头",
    re.IGNORECASE,
)


# What an institution calls itself, and neither a person nor a department does.
INSTITUTION = re.compile(
    r"(?i:(?<!\w)(?:\w*hospital\w{0,2}|hôpital|hôpitaux|\w*klinikum|\w*klinik(?:en)?|clinique|clínica|sygehuse?t?|\w*sykehuse?t?|\w*sjukhuse?t?|\w*ziekenhuis|szpital|nemocnice|spital(?:ul)?|лікарня|больница|"
    r"поликлиника|поліклініка|νοσοκομείο|hastanesi|universit(?:y|ät|é|à|eit|et|etet|atea)|universi[dt]ad[e]?|uniwersytet|univerzita|университет|університет|πανεπιστήμιο|üniversitesi|\w*hochschule|politechnika|"
    r"politecnico|stadtwerke|hogeschool|\w*högskola|\w*høgskole|videregående skole|gymnasium|lycée|bibliothèque|biblioteca|biblioteka|bibliotek(?:et)?|бібліотека|(?:міська|сільська|селищна) рада|библиотека|βιβλιοθήκη|"
    r"(?:city|district|county|borough|town|parish) council|landratsamt|\w*kommune?|belediyesi|mairie|ayuntamiento|waterschap|gemeente|prefeitura|primăria|město|museum|musée|museo|muzeum|museet|"
    r"bank|\w{3,}sparkasse|sparkasse|volksbank|raiffeisenbank|landesbank|banque|caisse d'épargne|banco|banca|banka|bankası|spare?bank(?:en)?|spořitelna|банк|ощадбанк|сбербанк|τράπεζα|"
    r"ospedale|azienda (?:ospedaliera|sanitaria)|centre hospitalier|centro hospitalar|poliklinika|poliklinik|przychodnia|klinika|clinica|clinic|клініка|клиника|κλινική|kliniği|"
    r"(?:primary|secondary|high|grammar|elementary|infant|junior|nursery) school|college(?! of)|\w*(?:grund|gesamt|real|haupt|berufs|musik|mittel)schule|(?:základní|mateřská|střední|vysoká) škola|"
    r"szkoła|liceum|école|collège|colegio|colégio|escola|liceo|scuola|istituto (?:comprensivo|tecnico|superiore)|basisschool|scholengemeenschap|\w{3,}skolan?|\w{3,}skolen?|"
    r"școala|liceul|colegiul|grădinița|школа|гімназія|гимназия|ліцей|лицей|σχολείο|γυμνάσιο|λύκειο|okulu|lisesi|koleji)(?!\w))"
    r"|(?<!\w)(?:C\.?H\.?R?\.?U\.?|NHS|A?ASL|AUSL|ULSS)(?!\w)|(?:病院|大学|大學|医院|醫院|図書館|图书馆|圖書館|博物館|博物馆|市役所|銀行|银行|信用金庫|小学校|小学|中学校|中学|高等学校|幼稚園|幼儿园|保育園)$"
)

# Names of offices that are a part of the name of whoever they serve: Urząd Gminy Borki, Primăria Valea Lungă.
TOWN_HALL = re.compile(r"urząd|úřad|primăria|starostwo|městský|obecní|magistrát", re.IGNORECASE)


def is_companylike(text: str) -> bool:
    """Whether a word is one that companies call themselves: Hotel, Studio, Klinik."""
    return bool(COMPANYLIKE.search(text))


def is_title(text: str) -> bool:
    """Whether a line of a signature says what somebody does and not who employs him or her."""
    return bool(TITLE_WORD.search(text))
