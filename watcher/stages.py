"""How far an application came, as far as mails prove it, and whether an agency tells of it.

An interview counts only when the mail thanks for one or speaks of one that was: wishes, conditions, meetings with others,
and interviews that are called off prove nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Stage(StrEnum):
    """From the first to the last. Up to `SCREENED` no letter speaks of an interview."""

    APPLIED = "applied"
    SCREENED = "screened"
    INTERVIEWED = "interviewed"
    FINAL = "final round"

    @property
    def met(self) -> bool:
        """Whether an interview took place."""
        return self in {Stage.INTERVIEWED, Stage.FINAL}


_THANKS = {
    "en": r"(?:thank you|thanks|grateful|appreciate\w*)(?: (?:so|very) much| again| once again| all)*,?(?: for| that you| you)?(?: (?:\w+ing|the|your|having|us|you|to|time|and|effort|both|a|lot|took|taken|take|spent|put|into|being|with|so|much)){0,7} (?:interview(?:ing|ed)?\b(?! (?:process|coach|prep|request|slot|invit))|in (?:your|the|our) (?:\w+ )?interview\b|meet(?:ing)? (?:with )?(?:you\b|us\b|me\b|the team|our team|\w+ and (?:me|myself|i)\b)|to (?:meet|speak|talk|chat) (?:with|to) (?:us|me|the team)|speaking (?:with|to) (?:us|me|the team)|talking (?:with|to) (?:us|me|the team)|"
          r"coming (?:in|by|over|to (?:our|the) (?:office|interview)|to (?:see|meet|speak|talk))\b|(?:our|the) (?:\w+ ){0,2}(?:conversation|chat|interview|meeting)s?\b|joining us for (?:an|the|your) (?:\w+ )?interview)"
          r"|(?:pleasure|enjoyed|great|nice|lovely|good|glad|delight\w*)(?: (?:to|really|very|much|both|have|had|it|was|for|us|all|of|me)){0,5} (?:meet(?:ing)?|met|speak(?:ing)? (?:with|to)|talk(?:ing)? (?:with|to)|interview(?:ing)?|chatt?(?:ing)? (?:with|to)) (?:with )?you\b"
          r"|(?:enjoyed|pleasure of) (?:our|the|your) (?:\w+ )?(?:conversation|interview|chat|meeting)s?|(?:after|since|following|further to|at|during|in|from) (?:your (?:\w+[- ]){0,2}(?:interview(?!er)s?|conversations?|meetings?)|our (?:\w+[- ]){0,2}(?:interview(?!er)|conversation|meeting))\b(?! with (?:other|all|several|candidates))|(?:when|since|after|that) (?:we|you) (?:met\b|spoke|talked|interviewed)|you interviewed\b|\byou (?:came in|visited) (?:to|last|on|for)",
    "de": r"(?:für|nach|in|bei|zu|von)(?: (?:dem|den|unserem|unser|unseren|ihrem|deinem|das|die|ihren|dein|ihr|nette[ns]?|interessante[ns]?|angenehme[ns]?|offene[ns]?|gute[ns]?|persönliche[ns]?|geführte[ns]?|beiden|\w+gespräch am)){1,4} (?:\w*gespräche?s?|interviews?|kennenlernen|treffen)\b(?! mit (?:anderen|weiteren|den|allen|mehreren|einigen))|(?:hat|haben) uns (?:sehr )?gefreut, (?:sie|dich) (?:persönlich )?kennen|dass (?:sie|du) (?:sich die zeit (?:genommen haben|für das gespräch)|(?:bei|zu) uns (?:waren|warst|gekommen))|nahmen sie am \w*gespräch|(?:ihrer|deiner) vorstellung bei uns",
    "fr": r"(?:suite à|après|merci (?:encore |beaucoup )?(?:pour|de)|remerci\w+(?: encore| vivement| sincèrement)? (?:pour|de)|lors de|depuis|pendant|au cours de) (?:notre|votre|ton|nos|vos|tes|l'|cet|le|la)\s?(?:deux |récents? |derniers? |bel |bons? |premier |second )*(?:entretiens?|échanges?|rencontres?|rendez-vous|entrevues?)\b|(?:accordé|reçu|rencontré)\w* (?:un|en) entretien|(?:nous avons|j'ai) (?:eu (?:le )?plaisir (?:de|à) (?:vous|te) (?:rencontrer|recevoir)|apprécié (?:notre|nos) (?:échange|entretien|rencontre))|d'être venue? (?:nous|me) (?:voir|rencontrer)|plaisir de (?:vous|te) rencontrer",
    "es": r"(?:tras|después de|gracias por|agradecemos|durante|dedicó a|dedicaste a|en|por|luego de) (?:la|las|tu|su|nuestra|nuestro|el|haber)\s?(?:\w+ )?(?:entrevistas?|conversación|encuentro|reunión)\b|venir a (?:la entrevista|conocernos|vernos)|(?:ha sido|fue|fue todo) un (?:placer|gusto) (?:conocerte|conocerle|conocerla|conocerlo|hablar contigo)|(?:gust\w+|encant\w+) (?:conocerte|conocerle|hablar contigo)",
    "it": r"(?:(?:grazie|ringrazi\w+)[^.!?]{0,100}\bper|dopo|durante|in seguito a|a seguito de|nel corso de|seguito al) ?(?:il|l'|lo|la|al|ll'|l|nostro|suo|tuo|del|nel)\s?(?:\w+ ){0,2}(?:colloquio|incontro|chiacchierata|conversazione)\b(?! con altri)|(?:piacere|bello|piaciuto) (?:\w+ )?(?:conoscerti|conoscerla|incontrarti|incontrarla|parlare con)|essere venut[oa] a (?:trovarci|colloquio|conoscerci)",
    "nl": r"(?:na|(?:bedankt|dank)[^.!?]{0,90} voor|tijdens|naar aanleiding van) (?:het|je|jouw|uw|ons|onze|de|dat) (?:\w+ ){0,2}(?:gesprek(?:ken)?|sollicitatiegesprek\w*|kennismaking\w*|interview)\b(?! met andere)|(?:leuk|fijn|prettig) (?:om|dat) (?:je|u|we|jou) (?:\w+ ){0,3}(?:ontmoe\w+|gesproken|te spreken|leren kennen)|(?:leuke|fijne|prettige|goede) gesprek",
    "pt": r"(?:após|depois d[aeo]|obrigad[oa] (?:mais uma vez )?(?:pel[ao]|por)|agradec\w+(?: mais uma vez)? (?:pel[ao]|a|o|por)|durante|na sequência d[aeo]) (?:a |o |nossa |sua |tua |nosso )*(?:\w+ )?(?:entrevistas?|conversa|reunião|encontro)\b|(?:prazer|gosto|bom|gostámos de|gostamos de) (?:em )?(?:conhecê-l[oa]|conhecer-te|te conhecer|conversar (?:contigo|com você))|(?:ter|teres) vindo (?:à entrevista|conhecer)",
    "pl": r"(?:po|za|podczas|w trakcie)(?: \w+){0,3} (?:rozmow(?:ie|ę|y|ach)|spotkani(?:e|u|a|ach))\b(?! z (?:inn|kandydat|wszystki|pozosta))|czas poświęcony na (?:rozmow|spotkani)\w+|(?:udział|uczestnictwo) w (?:\w+ )?(?:rozmow|spotkani)\w+|miło (?:było|nam było) (?:\w+ )?(?:poznać|spotkać|porozmawiać)",
    "sv": r"tack för senast|(?:efter|under|vid|tack[^.!?]{0,90} för) (?:din|vår|den|ett|det|vårt|en|dina|de) (?:\w+ ){0,3}(?:intervju(?:n|er|erna)?|samtal(?:et|en)?|möte(?:t|n)?|träff(?:en)?)\b(?! med)|(?:trevligt|kul|roligt) att (?:få )?(?:träffa|prata med|lära känna) dig",
    "da": r"tak for sidst|(?:(?:efter|under|ved|tak[^.!?]{0,90} for) (?:din|vores|den|en|det|dit|et|de|to|et par) (?:\w+ ){0,3}(?:samtale(?:n|r|rne)?|jobsamtale\w*|interview(?:et)?|møde(?:t)?|snak(?:ken)?)|tak[^.!?]{0,40} for (?:samtalen|interviewet|snakken|mødet))\b(?! med andre)|(?:hyggeligt|rart|dejligt|en fornøjelse) at (?:møde|tale med|snakke med|hilse på) dig",
    "no": r"takk for sist|(?:(?:etter|under|ved|takk[^.!?]{0,90} for) (?:ditt|vårt|den|en|det|et|de|to) (?:\w+ ){0,3}(?:intervju(?:et|ene)?|samtale(?:n|r)?|jobbintervju\w*|møte(?:t)?|prat(?:en)?)|takk[^.!?]{0,40} for (?:samtalen|intervjuet|praten|møtet))\b(?! med andre)|(?:hyggelig|kjekt|fint|trivelig) å (?:møte|snakke med|treffe|bli kjent med) deg",
    "tr": r"(?:görüşme(?:miz|mizde|lerimiz|lerimizde|mizdeki|mize|mizden|niz|nizde)|mülakat(?:ımız|ınız|ımızda|ınızda))(?:\s\w+){0,4} (?:için (?:\w+ )?teşekkür|katıldığın\w*|ayırdığın\w*|keyifli|sonra\w*)|(?:tanışmak|tanıştığımız|sizinle görüşmek|seninle görüşmek)(?:\s\w+){0,2} (?:keyifli|güzel|memnun)|ofisimize (?:kadar )?gel\w+|ekibimizle tanıştığın\w*",
    "cs": r"(?:po|za|při|během|z)(?: \w+){0,3} (?:pohovoru|pohovorech|pohovor|schůzc[ei]|schůzku|setkání|osobní(?:m|ho)? pohovor\w*|rozhovor\w*)\b(?! se? )|(?:účast|účastnil\w*|zúčastnil\w*)(?: \w+){0,2} (?:na|v)? ?(?:pohovor\w*|osobní\w* pohovor\w*)|(?:potěšilo|těšilo|rádi jsme) (?:\w+ )?(?:vás|tě) (?:\w+ )?pozna\w+|(?:příjemné|milé) (?:setkání|povídání)",
    "ro": r"(?:după|(?:mulțum\w+)[^.!?]{0,90} pentru|în urma|în timpul)(?: \w+){0,3} (?:interviu(?:l|lui)|discuți(?:a|ei|e|i|ile)|întâlni(?:re|rea|rii|ri))\b(?! cu al)|(?:ne-a făcut|mi-a făcut|a fost) (?:o )?plăcere(?:a)? (?:\w+ )?(?:să te|să vă|cunoa\w+)|participarea la interviu|venit la interviu",
    "uk": r"(?:після|за|під час)(?: \w+){0,3} (?:співбесід(?:и|у|і)|зустріч(?:і)?|розмов(?:у|и)|інтерв'ю)\b(?! з ін)|(?:участь|часу?) (?:у|в|на|приділений)(?: \w+){0,2} співбесід\w+|приємно (?:було )?(?:\w+ )?(?:познайомитися|поспілкуватися|зустрітися)",
    "ru": r"(?:после|за|в ходе|во время|по итогам|по результатам)(?: \w+){0,3} (?:собеседовани(?:я|е)|встреч(?:и|у)|интервью|беседы?|разговор(?:а)?)\b(?! с друг)|(?:участие|врем\w+)(?: \w+){0,3} (?:в|на) собеседовани\w+|приятно (?:было )?(?:\w+ )?(?:познакомиться|пообщаться|встретиться)",
    "ja": r"面接(?:に|へ)(?:お越し|ご参加|ご足労|お時間を?|お運び|ご来社)(?:いただ|頂|くださ|下さ)(?!きたく|けますよう)[きりい](?!たい)|面接(?:では|の際(?:に)?は)[^。]{0,12}(?:ありがとう|お時間)|面接を(?:させていただき|受けていただき|お受けいただき)|先日の面接|面接(?:の)?(?:お時間|機会)を(?:いただき|頂き|頂戴)|面談(?:に|へ)(?:お越し|ご参加|お時間を?)(?:いただき|頂き|くださり|下さり)|先日は(?:面接|面談)|お会いでき",
    "zh": r"(?:感谢|谢谢|多謝|感謝)(?:您|你)?[^。,，]{0,14}(?:参加|來|来|前来|抽空|百忙之中|撥冗)[^。,，]{0,14}(?:面试|面試|面谈|终面|終面|复试|初试)|(?:面试|面試)(?:中|时|過程中|过程中)(?:您|你|的表现|對)|(?:经过|經過|在)(?:您|你|与您|本次|上次|这次)?的?(?:面试|面試|面谈)(?:后|後|中)|很(?:高兴|高興)(?:与|和|認識|认识|見到|见到)(?:您|你)",
    "el": r"(?:μετά|για|κατά|από)(?: \w+){0,3} (?:συνέντευξη(?:ς)?|συνέντευξή|συνάντησή?|συνάντηση|συζήτησή?|γνωριμία)\b(?! με άλλ)|(?:χαρήκαμε|χάρηκα|ήταν χαρά)(?: \w+){0,4} (?:γνωρίσ\w+|συζητήσ\w+|μιλήσ\w+|γνωριμ\w+)",
}  # fmt: skip
_OFF = re.compile(
    r"\b(?:cancel\w*|call(?:ed|ing)? off|(?:no longer|not|won't|cannot|can't|unable to) (?:\w+ ){0,4}interview|before (?:the|your|our) interview|instead of an interview|without an interview|you (?:missed|did not attend|didn't attend)|did(?: not|n't) (?:get|have) (?:the |a )?(?:chance|opportunity) to meet|(?:scheduled|planned|upcoming) (?:interview|meeting|call))\b"
    r"|\b(?:abgesagt|absagen|entfällt|ausfallen|geplante\w* (?:\w*gespräch|interview)|nicht (?:zu einem|zum) \w*gespräch|(?:nicht|leider nicht) (?:erschienen|wahrgenommen))\b|\b(?:annul\w+|prévu pour|n'aura pas lieu|ne (?:pouvons|souhaitons) pas (?:vous|te) (?:rencontrer|recevoir|proposer un entretien))\b|\b(?:cancelad[ao]|cancelamos|cancelar|no se presentó|annullat\w+|annulliamo|geannuleerd|annuleren|gaat niet door|cancelada|"
    r"odwoł\w+|odwołuj\w+|inställ\w*|ställa in|ställer in|aflys\w*|aflyst|avlys\w*|avlyst|iptal\w*|zruš\w+|ruší\w*|anul\w+|скасов\w+|скасу\w+|отмен\w+|ακυρών\w+|ακύρω\w+)\b|取消|中止|キャンセル",
    re.IGNORECASE,
)
_ABOUT_A_MEETING = re.compile(
    r"interview|meeting|gespräch|entretien|entrevue|entrevista|colloqui|gesprek|rozmow|spotkani|intervju|samtal|samtale|görüşme|mülakat|pohovor|schůzk|interviu|співбесід|зустріч|собеседован|встреч|面接|面试|面試|συνέντευξη|call\b|appel\b",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"\bfinal(?:-| )(?:round|stage|interview)|\bfinalists?\b|last round|letzte\w* (?:runde|auswahlrunde)|engere\w* (?:wahl|auswahl)|endrunde|dernier tour|finaliste|ronda final|fase final|última (?:fase|ronda|etapa)|fase finale|ultima fase|"
    r"laatste (?:ronde|fase)|etap(?:ie|u)? końcow\w+|ostatni\w* etap\w*|slutkandidat\w*|sista (?:steget|omgången)|sidste runde|siste runde|finalrunde\w*|son (?:aşama|tur)\w*|finální\w* kol\w*|posledního kola|etapa finală|runda finală|"
    r"фінальн\w+ (?:етап\w*|раунд\w*)|финальн\w+ (?:этап\w*|раунд\w*)|最終(?:面接|選考)|终面|終面|最后一轮|τελικ\w+ (?:φάση|στάδιο|γύρο)",
    re.IGNORECASE,
)
_SCREENED = re.compile(
    r"(?:thank|thanks|after|following|since|for|from)[^.!?]{0,30} (?:phone|telephone|screening|intro(?:ductory)?|recruiter|first|initial) (?:call|screen(?:ing)?|chat)|take-home|(?:nach|für) (?:unserem|dem|das|unser|ihr|dein) (?:telefonat|telefongespräch|telefoninterview|erstgespräch)|"
    r"(?:test|exercice) technique|prueba técnica|(?:zadani\w+|task|úkol\w*) (?:rekrutacyjn\w+|techniczn\w+)|тестово\w+ (?:задани\w+|завданн\w+)|onlinetest|online(?:-| )assessment|telefonintervju|telefonsamtal",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:der Kunde hat|le client a (?:choisi|retenu|décidé)|el cliente ha|il cliente ha|de (?:klant|opdrachtgever) heeft|o cliente (?:optou|decidiu|escolheu)|"
    r"kunden har val[gt]t|klient (?:zdecydował|wybrał|postanowił|se rozhodl|vybral)|клиент (?:выбрал|решил|остановился)|клієнт (?:обрав|вирішив)|clientul a (?:ales|decis))\b|"
    r"\b(?:client company|end client|hiring company|Kundenunternehmen|entreprise cliente|empresa cliente|azienda cliente|klantbedrijf|kundföretaget|kundevirksomheden|kundebedriften)\b|"
    r"\b(?:our|my|the) client(?:'s)?\b|\b(?:unser|mein)\w* (?:Kund|Mandant|Auftraggeber)\w*|\b(?:notre|mon|nos?) client\b|\b(?:nuestr[oa]|mi) (?:empresa )?cliente\b|\b(?:il )?(?:nostro|mio) cliente\b|\bdel nostro cliente\b|"
    r"\b(?:onze|mijn) (?:klant|opdrachtgever)\b|\b(?:nosso|meu) cliente\b|\b(?:nasz|mój)\w* klient\w*\b|\b(?:vår|min) (?:kund|uppdragsgivare)\b|\b(?:vores|min) kunde\b|\b(?:vår|min) (?:kunde|oppdragsgiver)\b|\bmüşterimiz(?:in|den| olan| firma\w*)\b|"
    r"\b(?:náš|našeho|našemu|našim|můj) klient\w*|\b(?:clientul|clientului) (?:nostru|meu)|\b(?:наш|нашого|нашому|мій) (?:клієнт|замовник)\w*|\b(?:наш|нашего|нашему|нашим) (?:клиент|заказчик)\w*|(?:クライアント|取引先|求人)企業|(?:紹介|応募)先企業|"
    r"\b(?:contact|gesproken|gesprek|overleg|reactie|terugkoppeling|bericht|nieuws|feedback|antwoord)(?: \w+){0,2} (?:met|van|bij) de (?:klant|opdrachtgever)\b|\bde opdrachtgever (?:gaat|kiest|koos)\b|"
    r"\b(?:Rückmeldung|Feedback|Antwort|Bescheid|Nachricht|Entscheidung) (?:vom|des|beim) (?:Kunden|Auftraggebers?|Mandanten)\b|\b(?:retour|réponse|nouvelles|décision) (?:négati\w+ )?(?:de la part )?du client\b|"
    r"\b(?:respuesta|noticias|feedback) del cliente\b|\b(?:riscontro|risposta|notizie|feedback)(?: \w+)? (?:dal|del) cliente\b|\b(?:resposta|retorno|feedback) do cliente\b|"
    r"\b(?:odpowiedź|informacj\w+|decyzj\w+|feedback) (?:od|ze strony) klienta\b|\b(?:besked|svar|återkoppling) från kunden\b|\b(?:svar|besked|beskjed|tilbagemelding|tilbakemelding) fra kunden\b|"
    r"\b(?:vyjádření|odpověď|zpětn\w+ vazb\w+|reakci) od klienta\b|\b(?:răspuns\w*|feedback\w*) (?:de la|din partea) client\w*|\b(?:відповідь|відгук|фідбек) від (?:клієнта|замовника)\b|"
    r"\b(?:ответ|отклик|обратн\w+ связь) от (?:клиента|заказчика)\b|\bmüşteriden (?:\w+ )?(?:geri dönüş|yanıt|cevap)|\b(?:απάντηση|νέα) από τον πελάτη\b|先方(?:より|から|企業|様|の(?:企業|人事))|(?:用人单位|客户)的?反馈|"
    r"\b(?:recruit|hir|besætter|rekrutter|rekryter|söker|suchen|besetzen|recrut|cherch|seleccion|busca|cerc|selezion|zoeken|werven|rekrut|szuka|hled|obsazuj|căut|шука|підбира|ищем|подбира)\w*[^.!?\n]{0,60}"
    r" (?:for a client|for en kunde|åt en kund|für einen (?:unserer )?Kunden|pour (?:un client|l'un de nos clients)|para un cliente|para um cliente|per un (?:nostro )?cliente|voor een (?:klant|opdrachtgever)|dla (?:naszego )?klienta|pro (?:našeho )?klienta|pentru un client|для (?:нашого )?клієнта|для (?:нашего )?клиента)\b|"
    r"(?:我们的|我的)?客户(?:公司|方|那边)|\b(?:ο|τον|του) πελάτη(?:ς)? μας",
    re.IGNORECASE,
)


def stage(text: str, subject: str, language: str, held: str = "") -> tuple[Stage, str]:
    """The stage and its proof in words for the user. `held` is the title of a meeting that took place."""
    met = held or _met(text, language)
    proof = f"calendar invitation «{held}»" if held else f"the mail says «{met}»"
    if met:
        final = _FINAL.search(f"{subject}\n{text}")
        return (
            (Stage.FINAL, f"{proof} and «{final[0]}»")
            if final and not held_only(final[0], text)
            else (Stage.INTERVIEWED, proof)
        )
    screened = _SCREENED.search(text)
    if screened:
        return Stage.SCREENED, f"the mail says «{' '.join(screened[0].split())}»"
    return Stage.APPLIED, "nothing tells of an interview"


def held_only(said: str, text: str) -> bool:
    """Whether the final round is spoken of as one that others reached: "those in the final round"."""
    at = text.find(said)
    return (
        bool(
            re.search(
                r"\b(?:not|nicht|pas|non|niet|nie|inte|ikke|değil|ne|nu|не|δεν)\b[^.!?]{0,40}$",
                text[max(0, at - 60) : at],
                re.IGNORECASE,
            )
        )
        if at >= 0
        else False
    )


def called_off(text: str) -> bool:
    """Whether the mail itself calls an interview off: then one that stands in the calendar was not held."""
    return any(_OFF.search(sentence) and _ABOUT_A_MEETING.search(sentence) for sentence in _sentences(text))


def agency(text: str) -> bool:
    """Whether the writer passes on a client's decision."""
    return bool(_AGENCY.search(text))


def met(text: str) -> str:
    """The words in which somebody speaks of having met the user, in whatever language; empty if there are none."""
    return next((found for language in _THANKS if (found := _met(text, language))), "")


def _met(text: str, language: str) -> str:
    for sentence in _sentences(text):
        for name in dict.fromkeys((language, "en")):
            found = re.search(rf"(?<!\w)(?:{_THANKS.get(name, '(?!)')})", sentence, re.IGNORECASE)
            if found and not _OFF.search(sentence) and not _WISHED.search(sentence):
                return found[0].strip()
    return ""


_WISHED = re.compile(
    r"\b(?:if|whether|would have|should (?:you|we)|could|hop(?:e|ed|ing)|look(?:ing)? forward|next time|future|invit\w+|einladen|eingeladen|einzuladen|einladung|inviter|convoqu\w+|invitar\w*|citar\w*|invitare|invitarla|uitnodig\w+|uitgenodigd|convid\w+|zapros\w+|zaprasz\w+|bjuda in|kallas?|kalla|indkald\w*|innkall\w*|davet\w*|pozvat|pozvan\w*|pozvali|запро\w+|пригла\w+|προσκ\w+|καλέσ\w+|other (?:candidates|applicants)|were unable|invite (?:you|only|a few|those)|wenn|falls|würden|hätten|anderen (?:bewerb|kandidat)\w*|leider (?:nicht|kein)|"
    r"si (?:vous|tu|nous)|aurions|prochain\w*|d'autres candidats|hubiera|próxim\w+|otros candidatos|in futuro|altri candidati|avremmo|andere kandidaten|volgende keer|outros candidatos|futur\w+|gdyby|jeśli|inni kandydaci|"
    r"om du|andra kandidater|hvis|andre kandidat\w*|diğer aday\w*|kdyby|pokud|jiní|dacă|alți candidați|якщо|якби|інш\w+ кандидат\w*|если|другими|други(?:е|х) кандидат\w*|αν θ|άλλους υποψ\w+)\b|(?:次の|今後の|他の)面接|如果|若您|邀请|邀請|お招き",
    re.IGNORECASE,
)


def _sentences(text: str) -> list[str]:
    flat = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text[:9_000]))
    return [s[:600] for paragraph in flat for s in re.split(r"(?<=[.!?。！？])\s*(?=\S)", paragraph) if s]
