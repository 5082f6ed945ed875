"""How mails about applications name a role and an employer, language by language: data for `roles` and `employer`.

`role` is what stands right before a role ("position of"), `role_after` what stands right behind one ("職"), `stop` the words
that no role reaches beyond. `company` stands right before an employer's name; `oblique` does so too, but the name behind it
may be inflected, so that somebody else has to witness it; `near` are prepositions before places too. `within` is a preposition and the next word that stand inside of a role, `articles` end one unless a preposition stands before them; `inflected` are endings of roles that are not in the nominative; `titled` tells that no lower-case word follows a noun.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Regular expressions (`stop`, `also` and `articles`: plain words) for one language."""

    role: str = r"(?!)"
    role_after: str = r"(?!)"
    stop: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    company: str = r"(?!)"
    oblique: str = r"(?!)"
    near: str = r"(?!)"
    inflected: str = r"(?!)"
    within: str = r"(?!)"
    articles: frozenset[str] = frozenset()
    titled: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SUBJECT = r"i (?:mate?matik|matematikk|svenska|dansk|norsk|engel?sk\w?|tyska?|fransk\w?|spansk\w?|fysik\w?|kemi|kjemi|biologi|histori\w|musikk?|slöjd|idrott|idræt|religion|samhällskunskap|samfunnsfag|geografi|bild)"

PHRASES: dict[str, Phrases] = {
    "en": Phrases(
        titled=True,
        role=r"(?:position|role|post|job|vacancy|opening|opportunity|internship|traineeship|apprenticeship)s?,? (?:of|as|for|titled|called|being|entitled)(?: an?\b| our\b| the\b)?(?: (?:position|role|post) of)?"
        r"|(?:position|role|job(?: title)?|vacancy|post) ?:|(?:apply|applied|applying|application|candidacy|candidature|considered|interview(?:ed|ing)?|interest|submission) (?:for|to (?:be|become)|in (?:being|becoming|the role of))(?: the\b| our\b| an?\b)?(?: (?:position|role|post|job) (?:of|as))?"
        r"|(?:application|applied|apply|applying|work|working|join us) as(?: an?\b| our\b| the\b)?|search for an?|(?:consider|considered|considering) you (?:for|as)(?-i:(?= [A-Z]))",
        role_after=r"(?:position|role|post|job|vacancy|opening|opportunity|internship|apprenticeship|traineeship|requisition|gig)s?\b",
        stop=_words("someone somebody another at with and is was has have had are were be been will would to from in on by that which we i you your our this these those there "
                    "here but however unfortunately after since because please thank thanks regarding dated or as via through who whose it its a an position role post job vacancy opening "
                    "opportunity internship opportunities positions roles within based located team requisition ref reference req gig apprenticeship traineeship not the my above advertised mentioned following said"),
        also=_words("and &"),
        company=r"(?:\bat|\bwith|interest(?:ed)? in|interest you have shown in|join(?:ing)?|work(?:ing)? for|apply(?:ing)? to|applied to|application to|considering|choosing|thank you from|thanks from|update from|news from|message from|choose|chose|team at|here at|behalf of|to (?=\S+$))(?: us at| the team at| joining| working (?:at|with|for)| a career (?:at|with)| careers (?:at|with)| a position (?:at|with)| opportunities (?:at|with)| employment (?:at|with))?(?: the)?",
    ),
    "de": Phrases(
        titled=True,
        role=r"(?:Stelle|Position|Stellenausschreibung|Stellenanzeige|Ausschreibung|Ausbildung|Ausbildungsplatz|Ausbildungsstelle|Praktikum|Praktikumsplatz|Praktikumsstelle|Tätigkeit|Funktion|Vakanz|Rolle|Traineeprogramm|Aushilfe|Job)(?:(?: als| zum/zur| zur/zum| zum| zur| einer| eines| der| des)?(?: (?:Stelle|Position) (?:als|der))?(?=\s)|\s?:)"
        r"|(?:Bewerbung|Initiativbewerbung|beworben|Kandidatur|Vorstellungsgespräch|Interesse an der Tätigkeit) (?:als|zum|zur|für die Position(?: als)?|auf die Position(?: als)?)|\bals(?=\s[^.,\n]{2,60} beworben)|\b(?:suchen|suchten)(?: wir)?(?:, wie (?:Sie wissen|du weißt),)? eine(?-i:(?= (?:[a-zäöü]+e )?[A-ZÄÖÜ]))",
        stop=_words("jemand jemanden jemandem bei in im am an auf und sowie ist wurde wird haben hat habe hatte zu mit von vom unter zum zur aus unser unsere unserem unseren unserer ihr ihre ihrer ihren ihnen sie wir ich uns das die den dem leider "
                    "oder nicht beworben bewerben interessieren entschieden besetzt gefunden gegangen vergeben ab kennziffer referenz referenznummer ref nr stelle position möchten danken danke vielen herzlichen eingegangen bedanken beim als deine deiner dein dir du dich sind können müssen nach"),
        also=_words("und & /"),
        company=r"(?:\bbei|\bbeim|Interesse an|Bewerbung an|Mitarbeit (?:bei|in)|Namen|Auftrag|Team|Personalabteilung|Unternehmen|Firma|Hause)(?: der| dem| den| des| unserem Kunden| einer Mitarbeit bei(?: der)?| einer Tätigkeit bei(?: der)?| einer Mitarbeit in der)?",
        articles=_words("ein eine einen"),
    ),
    "fr": Phrases(
        role=r"(?:poste|offre(?: d'emploi)?|emploi|stage|alternance|mission|fonctions?|apprentissage|recrutement|recherche|profil|contrat|place|annonce|qualité|candidature|postulation|intitulé)(?:(?: vacant| ouvert)?(?: de la | de | en tant que | comme | en tant qu'| d')(?:un\(?e?\)? |une? )?|(?: :| -) ?)(?:poste (?:de |d'))?"
        r"|(?:candidature|postulé|postuler|candidater|candidaté|embauche) (?:comme|en tant que|en tant qu'|pour le poste de|au poste de)|\b(?:au|le|du|ce) poste(?-i:(?= [A-ZÀ-Ý\"]))|\b(?:au|le|du) poste d'|(?:offre|annonce|poste|emploi|mission|stage)(?-i:(?= \"))",
        stop=_words("quelqu'un chez à au aux dans sein et ou que qui nous vous notre votre nos vos a est sera ne n'a n'est pour auprès parmi sur basé basée situé située suite pourvu été malheureusement avec "
                    "référence réf ref mais par ce cette je j'ai tu ta ton tes avez avons proposé publié parue paru ainsi afin car en-date mis qu'il ici depuis lors"),
        also=_words("et & ou /"),
        company=r"(?:\bchez|\bauprès de|\bau sein de|intérêt (?:pour|envers|porté à)|rejoindre|intégrer|l'entreprise|la société|l'équipe(?: recrutement)?(?: de| d')?|votre candidature à|la part de)(?: la| l'| le| les| du| des| d')?(?: société| équipe(?:s)? de| entreprise)?",
        within=r"à (?:domicile|la (?:personne|clientèle|vente)|l'accueil|distance)",
        articles=_words("un une la le les"),
    ),
    "es": Phrases(
        role=r"(?:puesto|búsqueda|vacante|posición|plaza|oferta(?: de (?:empleo|trabajo))?|prácticas|cargo|empleo|rol|función|perfil|proceso de selección|selección|candidatura|postulación|convocatoria|solicitud)(?: de trabajo| vacante)?(?:(?: de| del| como| para)(?: el puesto de| la vacante de| la plaza de| la posición de| el cargo de| el rol de| puesto de| una?)?(?=\s)|\s?:)|(?:oferta|vacante|puesto|plaza|proceso|inscripción en)(?-i:(?= [A-ZÁÉÍÓÚÑ]))|(?:proceso|contratación) de(?: una?\b)?(?=\s)|(?:candidatura|postulación|solicitud|aplicación) (?:a|al)(?-i:(?= [A-ZÁÉÍÓÚÑ]))|(?:postularte|postularse|postulado|trabajar|aplicar|aplicado) (?:como|a la vacante de|al puesto de|para)|\bpara(?: el puesto de)?(?= (?:\w+ ){1,4}nos (?:quedamos|hemos quedado|decidimos|hemos decidido))",
        stop=_words("alguien nos otra otro en con y e o que nos le les te su sus tu tus ha han fue está por a hemos se no lamentablemente nuestra nuestro nuestras nuestros desde ref referencia publicada publicado ofertado ofertada "
                    "pero esta este será ya me sin ubicado convocada convocado agradecemos gracias queremos dentro mi usted va vía"),
        also=_words("y e & o /"),
        company=r"(?:interés (?:en|por|hacia)|trabajar (?:en|con|para)|formar parte (?:de|del equipo de)|equipo (?:de|del|humano de)|parte de|candidatura (?:en|a|para)|proceso de selección (?:en|de|con)|proceso (?:en|con)|confianza en|la empresa|Gracias por (?:elegir|contactar con)|solicitud (?:en|a)|elegir|puesto en|nombre de|seleccion(?:ado)? en)(?: el| la| los| las)?(?: empresa| compañía)?",
        near=r"\ben",
        within=r"en (?:prevención|enfermería|electr|inform|mecánica|admin|market|farmacia|recursos|laboratorio|logística|contab|educación|cuidados)",
        articles=_words("un una el los las la"),
    ),
    "it": Phrases(
        role=r"(?:posizione|ricerca|ruolo|posto|offerta(?: di lavoro)?|annuncio|tirocinio|stage|selezione|candidatura|incarico|vacancy|figura|profilo|mansione|domanda|concorso)(?: lavorativa| aperta| vacante| professionale)?(?:(?: di| da| come| per| in qualità di| relativa a)(?: la posizione di| il ruolo di| il posto di| la figura di| un posto di| una?)?(?=\s)|\s?:)|(?:candidato|candidata|candidarti|candidarsi|candidatura|lavorare|proposto|proposta) (?:come|in qualità di|per il ruolo di|per la posizione di|alla posizione di)",
        stop=_words("qualcuno qualcun'altro un'altra presso in nella nel nello nell' con e ed o che ci le la ti lei sua suo tua tuo è stata stato a al abbiamo non purtroppo si mi il lo i gli ma ha hanno dopo sede rif riferimento "
                    "pubblicata pubblicato inviata inviato siamo desideriamo grazie nostro nostra questa quest' anche su sul"),
        also=_words("e ed & o /"),
        company=r"(?:\bpresso|interesse (?:per|verso|nei confronti di|dimostrato per)|far parte (?:di|del team di)|lavorare (?:in|con|per)|entrare in|team (?:di|risorse umane di)?|candidatura (?:in|a)|azienda|società|aver scelto|collaborare con|(?:ufficio|selezione|risorse umane)(?: di)?)(?: il| la| lo| l')?(?: team di| gruppo)?",
        near=r"(?:\bda|\bin)",
        articles=_words("un una uno il lo gli la le"),
    ),
    "nl": Phrases(
        role=r"(?:functie|vacature|positie|baan|rol|stage|stageplaats|stageplek|betrekking|plek|job|sollicitatie|kandidatuur|opdracht)(?: van| als| voor(?: de functie(?: van)?| de vacature(?: van)?| de rol(?: van)?)?| naar de functie(?: van)?| op de functie(?: van)?| op de vacature(?: van| voor)?| naar de rol(?: van)?)?(?: een\b)?(?=\s)|(?:functie|vacature|positie) ?:|(?:gesolliciteerd|solliciteerde|solliciteren|werken) (?:als|naar de functie (?:van)?|op de functie (?:van)?)",
        stop=_words("iemand anderen bij in op en of hebben heeft wij we je jij u ons onze met aan te binnen die dat niet helaas zijn wordt werd is gaan gaat om waarvoor waarop kwamen komen inmiddels vervuld ingevuld gekozen hebt ref referentie vacaturenummer "
                    "maar want jouw uw daar er deze naar ontvangen goed al ontvingen kiezen via bedankt dank per"),
        also=_words("en & /"),
        company=r"(?:\bbij|interesse in|werken (?:bij|voor)|sollicitatie (?:bij|aan)|namens|team (?:van|recruitment)?|belangstelling voor|vertrouwen in)(?: de| het| een baan bij| een functie bij| werken bij)?",
        articles=_words("een"),
    ),
    "pt": Phrases(
        role=r"(?:vaga|posição|cargo|função|lugar|oportunidade|estágio|processo sele[c]?tivo|processo de (?:recrutamento|seleção)|candidatura|emprego|oferta(?: de emprego)?|posto|inscrição|recrutamento)(?: de trabalho| aberta| em aberto)?(?:(?: de| para| como| à| ao| a)(?: a vaga de| o cargo de| a função de| vaga de| função de| cargo de| posição de| a posição de| o lugar de| lugar de| uma?)?(?=\s)|\s?:)|\b(?:a|sobre a|da) vaga(?-i:(?= [A-ZÀ-Ý]))|(?:candidatar|candidatado|candidatura|candidatou|trabalhar) (?:como|à vaga de|a|para)",
        stop=_words("alguém outra outro na no nas nos em com e ou que foi foram está a aos à às não infelizmente decidimos se já junto nossa nosso sua seu tua teu você nós ref referência mas por é publicada anunciada disponível "
                    "agradecemos obrigado obrigada tem temos tendo vimos queremos o os as esta este neste pois optámos optamos vai ser ja será"),
        also=_words("e & ou /"),
        company=r"(?:interesse (?:em|na|no|pela|pelo|demonstrado (?:na|no|pela|pelo))|trabalhar (?:na|no|com a|com o)|candidatado? à|candidatura (?:à|ao|na|no|a)|parte (?:da equip[ae] da|do time da|da|do)|equip[ae] (?:da|do|de)|junto da|empresa|processo (?:sele[c]?tivo )?(?:da|do|na|no)|escolhido a|time (?:da|do))(?: equipe da| equipa da| time da)?",
        near=r"(?:\bna|\bda|\bno|\bdo|\bnas|\bnos|\bdas)",
        within=r"em (?:enfermagem|inform|segurança|eletr|contab|radiologia|marketing|vendas|mecânica|administração|logística|nutrição|farmácia|recursos)",
        articles=_words("um uma"),
    ),
    "pl": Phrases(
        role=r"(?:na )?(?:stanowisk(?:o|u|a)|ofert\w+ pracy|pozycj\w+|rol[ięa]|staż\w*|praktyk\w+|funkcj\w+|wakat\w*)(?: pracy| urzędnicze| naukowe)?(?: na stanowisko| na stanowisku| jako)?(?:\s?:|(?=\s))|(?:aplikacj\w+|rekrutacj\w+|zgłoszeni\w+|kandydatur\w+)(?: na(?! stanow)| jako| -)(?=\s)",
        stop=_words("kogoś inną innego w we oraz i na z ze do od przez dla po jest została został zostało zostały który która które niestety nie że u pod zdecydowaliśmy zdecydowałam dziękujemy dziękuję wpłynęło wpłynęły się a państwa twoja pana pani "
                    "nr ref kod wybraliśmy zamknięta zakończona zakończyła anulowana już informujemy firmie firma spółce za czas ale naszej naszym chcielibyśmy postanowiliśmy to mamy"),
        also=_words("i & / oraz"),
        company=r"(?:\bfirm(?:a|ie|y|ą|ę)|spół(?:ka|ce|ki|kę)|zesp(?:ół|ołu)(?: rekrutacji| hr)?|organizacji|imieniu|dział (?:hr|kadr|rekrutacji|personalny))",
        oblique=r"(?:\bw|\bwe|\bdo|\bprzez|pracą (?:w|we|dla)|dla|zainteresowanie)",
        inflected=r"(?:ego|ej|(?<!s)ta|esa|sza|[iy]sty|ika|yka|ora|era|arza|acza|anta|enta|iela|loga|ki|cy|owi|em|[ęą])",
    ),
    "sv": Phrases(
        within=_SUBJECT,
        role=r"(?:(?:tjänst\w*|roll\w*|jobb\w*|befattning\w*|position\w*|anställning\w*|uppdrag\w*|praktikplats\w*|plats\w*|arbete\w*|vikariat\w*)(?: som|\s?:)|(?:ansökan|sökt|söka|sökte|rekrytering\w*)(?: som| till| av| om| för|\s?:))(?: en\b| ett\b| tjänsten som| tjänsten| rollen som| jobbet som| rollen| jobbet)?",
        stop=_words("någon hos på i vid och eller är har vi att till med din ditt du kl nu inte tyvärr av från men vilken vill hade blev kommer gick tillsattes tillsatt ref där referensnummer nr via er oss den det tack när så "
                    "åt samt under"),
        also=_words("och & /"),
        company=r"(?:\bhos(?: oss på)?|intresse för|intresserad av|(?:jobb|jobba|arbeta|arbete|tjänst|anställning|ansökan|karriär) (?:hos|på|till|vid)|till oss på|oss på|oss hos|uppdrag av|välja|rekryteringsteamet)(?: att jobba hos)?",
        near=r"(?:\bpå|\btill|\bi|\bvid)",
        articles=_words("en ett annan"),
    ),
    "da": Phrases(
        within=_SUBJECT,
        role=r"(?:(?:stilling\w*|job\w*|rolle\w*|position\w*|praktikplads\w*|elevplads\w*|læreplads\w*|vikariat\w*|uddannelse\w*)(?: som|\s?:)|(?:ansøgning\w*|søgt|søge|søgte)(?: som| til| om| på|\s?:))(?: en\b| et\b| stillingen som| stillingen| jobbet som| rollen som| job som| rollen| vores)?",
        stop=_words("nogen hos i ved på og eller er har vi at til med din dit du nu ikke desværre af fra men vil blev hvor ref via os jer det den tak da samt gik vores under nr søgte havde dags kan må måtte denne dette"),
        also=_words("og & /"),
        company=r"(?:\bhos(?: os i)?|interesse for|interesseret i|(?:job|jobbe|arbejde|stilling|ansøgning) (?:hos|i|til|ved|på)|os i|os hos|vegne af)",
        near=r"(?:\bved|\bi|\btil|\bpå)",
        articles=_words("en et anden"),
    ),
    "no": Phrases(
        within=_SUBJECT,
        role=r"(?:(?:stilling\w*|jobb\w*|rolle\w*|posisjon\w*|vikariat\w*|lærlingplass\w*|praksisplass\w*|praktikplass\w*)(?: som|\s?:)|(?:søknad\w*|søkt|søke|søkte|utlysning\w*)(?: som| til| på| om|\s?:))(?: en\b| ei\b| et\b| stillingen som| stillingen| stilling som| jobben som| rollen som| jobb som| rollen)?",
        stop=_words("noen hos i ved på og eller er har vi å til med din ditt du nå ikke dessverre av fra men vil ble blei hvor ref via oss dere det den takk da samt gikk vår vårt under nr søkte hadde kan må måtte at denne dette"),
        also=_words("og & /"),
        company=r"(?:\bhos(?: oss i)?|interesse for|interessen for|interessert i|(?:jobb|jobbe|arbeide|stilling|søknad) (?:hos|i|til|ved|på)|oss i|oss hos|vegne av)",
        near=r"(?:\bved|\bi|\btil|\bpå)",
        articles=_words("en et annen"),
    ),
    "tr": Phrases(
        role=r"(?:pozisyon|görev|kadro|unvan|ilan)(?: adı)? ?:",
        role_after=r"(?:pozisyon\w*|görevi(?:ne|nin|miz\w*)?|kadro\w*|ilan\w*|rolü\w*|iş ilan\w*|staj\w*|kontenjan\w*|olarak|başvurunuz\w*|başvurun\w*|alımı\w*|işine|işi)\b",
        stop=_words("için olarak ve olan bu söz konusu açık açılan adlı numaralı referanslı kodlu bünyesindeki bünyesinde şirketindeki sayın merhaba ilgili"),
        also=_words("ve & /"),
        company=r"(?:şirketimiz|firmamız)",
    ),
    "cs": Phrases(
        role=r"(?:na |o )?(?:pozic[ieí]\w*|míst[oaue]\w*|funkc[ieí]\w*|rol[ie]|výběrov\w+ řízení(?: na)?|nabídk\w+ práce|stáž\w*|přihlášk\w+|žádost\w*)(?: na| o| jako| -)?(?: pozici| pracovní pozici| místo)?(?:\s?:|(?=\s))",
        stop=_words("někoho jinou v ve u na s se a i který která které je byla bylo byl nebyl bohužel jsme že do od za ze z po již vás vám vaše společnosti společnost firmě nebyla obsazena nakonec kterou jste si nám děkujeme rozhodli o to ale č ref kód "
                    "mohli vybrali nebude nebudou nebudeme budeme pokračovat nepokračovat bude nebo k ke tentokrát jinému jiného"),
        also=_words("a & / i"),
        company=r"(?:společnost(?:i|í)?|firm(?:a|ě|u|y)|skupin(?:a|ě|y)|tým(?:u|em)?|jménem(?: společnosti)?|personální oddělení|hr oddělení|nábor)",
        oblique=r"(?:\bv|\bve|\bu|\bdo|\bo|práci (?:v|ve|u|pro)|zájem o)",
        inflected=r"(?:ého|ího|ou|ovou|íka|ika|ora|éra|era|istu|isty|tele|[áa]ře|[iae]če|né|ku|ky|anta|enta|loga|kta|stra|ýra|ára|em)",
    ),
    "ro": Phrases(
        role=r"(?:post(?:ul|ului)?|poziți[ae]i?|rol(?:ul|ului)?|job(?:ul)?|locul|anunț\w*|funcți[ae]i?|stagi\w+|concurs\w*|candidatur\w+|aplicați\w+)(?: vacant| disponibil| de muncă)?(?:(?: de| pentru| ca)(?: postul de| poziția de| rolul de| postul| poziția| rolul)?(?=\s)|\s?:)|(?:poziția|postul|rolul|aplicația (?:ta|dvs|dumneavoastră) pentru)(?-i:(?= [A-ZĂÂÎȘȚ\"]))",
        stop=_words("altcineva pe în la din cu și sau care a este nu vă am dumneavoastră ne pe cadrul fost au s-a că dar ta dvs publicat ref cod tău nostru noastră ca va de-a vom prin ți-am către fi ocupat echipa merge"),
        also=_words("și & /"),
        company=r"(?:(?:aplicat|aplicarea ta|aplicația ta|candidatura ta|candidatura dumneavoastră|lucra|lucrezi|lucrați|cariera|echipa) la|cadrul|compani(?:a|ei)|firm(?:a|ei)|societat(?:ea|ii)|interesul (?:pentru|acordat|față de|arătat)|echip(?:a|ei)(?: de recrutare| hr)?|numele|alături de|alăturați)(?: companiei| firmei| echipei)?",
        near=r"(?:\bla|\bîn)",
        articles=_words("un o"),
    ),
    "uk": Phrases(
        role=r"(?:на )?(?:посад(?:а|у|и|і)|вакансі(?:я|ю|ї|єю)|позиці(?:я|ю|ї)|рол(?:ь|і)|стажування|місце)(?:\s?:|\s?-|(?=\s))",
        stop=_words("в у на та і й до з зі із від що яка який яку ми ви вас вам не вже закрита закрито закрили було наразі компанії компанія за після для по про на-жаль обрали через дякуємо ваше ваша тому але іншу іншого інша іншій цю цієї"),
        also=_words("та і й & /"),
        company=r"(?:компані(?:я|ї|ю|єю)|фірм(?:а|и|і|у)|команд(?:а|и|і|у)(?: (?:рекрутингу|найму|hr))?|групи компаній|тов|пп|пат|прат|банк(?:у|ом)?|клінік(?:а|и|у)|мереж(?:а|і) \w+|(?:завод|комбінат|фабри[кц]|агрофірм|холдинг|видавництв|готел|ресторан|студі|мереж|центр|підприємств|організаці|фонд|музе|театр|ліце|школ|клінік|аптек|магазин|гру[пж])\w*(?= \"))",
        oblique=r"(?:\bв|\bу|\bдо|\bвід|\bз)",
        inflected=r"(?:ого|ього|ої|ера|ора|іка|ика|[иі]ста|[ая]ря|ача|еля|ці|(?<!и)ця|ента|анта|лога|[иі]ра|рга|ога|[ка]та|[бвдзлмнпж]а(?<!голова)|[ая]ра|[иії]|ою|ом|ем|ку|ача)",
        within=r"(?:з|із|по) (?!результат|підсумк|причин|ваш|наш|цієї|якої|резюме|огляду|радіст|вдячніст|поваг|інтерес|вами|нами|можливіст)\w{4,}",
    ),
    "ru": Phrases(
        role=r"(?:на )?(?:должност(?:ь|и|ью)|ваканси(?:я|ю|и|ей)|позици(?:я|ю|и|ей)|рол(?:ь|и)|стажировк\w+|место)(?:\s?:|\s?-|(?=\s))",
        stop=_words("в во на с со и от до для что которая которую который мы вы вас вам не уже закрыта закрыли была был было компании компания к по после за но или мной ваш ваше вашу из получили сожалению решили нами о так другой другого эту этой этот данную данной"),
        also=_words("и & /"),
        company=r"(?:компани(?:я|и|ю|ей)|фирм(?:а|ы|е|у)|команд(?:а|ы|е|у)(?: (?:рекрутинга|найма|hr|подбора))?|группы компаний|групп[аеу] компаний|ооо|оао|пао|зао|ао|банк(?:а|е|ом)?|клиник(?:а|и|у|е)|сет(?:ь|и) \w+|(?:завод|комбинат|фабри[кц]|холдинг|издательств|гостиниц|отел|ресторан|студи|сет|центр|предприяти|организаци|фонд|музе|театр|лице|школ|клиник|аптек|магазин|групп)\w*(?= \"))",
        oblique=r"(?:\bв|\bво|\bот|\bиз|\bс)",
        inflected=r"(?:ого|его|ой|ей|ера|ора|ара|ика|иста|аря|ача|еля|ента|анта|лога|[иыя]ра|рга|ога|(?<!и)ца|[ка]та|[бвдзлмнпж]а(?<!глава)|[ая]ра|[ыи]|ию|ую|ом|ем|ку)",
        within=r"по (?!результат|итог|причин|ваш|наш|эт|котор|резюме|мнени|сравнени|отклик|почт|телефон)\w{4,}|с (?:ключев|клиент|персонал|партн|поставщик|юридич|физич|корпоратив)",
    ),
    "ja": Phrases(role=r"(?:応募職種|募集職種|職種|応募ポジション|ポジション|求人名|応募先)\s?[:：]", role_after=r"(?:職|のポジション|ポジション|の職種|の募集|の求人|のポスト|の選考|枠)"),
    "zh": Phrases(role=r"(?:岗位|职位|职务|應徵職位|应聘职位|应聘岗位|申请职位|職位|職缺)\s?[:：]", role_after=r"(?:岗位|职位|一职|职务|岗|職位|一職|職缺|崗位|的职位|的岗位)"),
    "el": Phrases(
        role=r"(?:για (?:τη|την) )?(?:θέση|θέσης|θέσεως|ρόλο|ρόλου|αγγελία|πρακτική άσκηση|ειδικότητα|ειδικότητας)(?: εργασίας)?(?: ως| του/της| του| της| των)?(?:\s?:|\s?-|(?=\s))|\bως(?=\s)",
        stop=_words("στην στη στο στον στις στους στα σε και που έχει είναι δεν μας σας σου με από για εταιρεία εταιρείας εταιρίας η ο το οι τα καλύφθηκε έχουμε αποφασίσαμε θα όμως δυστυχώς κωδ κωδικός μετά αλλά ήταν καλύφθηκαν προς όπου"),
        also=_words("και & /"),
        company=r"(?:εταιρε?ία(?:ς)?|όμιλο(?:ς|υ)?|ομάδα(?: προσλήψεων| hr)?|τράπεζα(?:ς)?)",
        oblique=r"(?:\bστην|\bστη|\bστο|\bστον|\bστα|\bστις|\bστους|\bτων|\bτης|\bτου|\bαπό την|\bαπό τη|\bσας (?:στην|στη|στο))",
        inflected=r"(?:ου|ού|ων|ών|έα|τή|ία|τη|γό|χη)",
    ),
}  # fmt: skip
