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
          r"being interviewed (?:for|by|at|here|last|on|yesterday|this)|coming (?:(?:up|down|along|across|out|round|back|all the way) )?(?:in\b|by\b|over\b|for (?:the|an|your) interview|to (?:the|your|our|an) (?:\w+ )?interview|to (?:our|the) (?:office|interview)|to (?:see|meet|speak|talk))\b|(?:our|the) (?:\w+ ){0,2}(?:conversation|chat|interview|meeting)s?\b|joining us for (?:an|the|your) (?:\w+ )?interview)"
          r"|(?:pleasure|enjoyed|great|nice|lovely|good|glad|delight\w*)(?: (?:to|really|very|much|both|have|had|it|was|for|us|all|of|me)){0,5} (?:meet(?:ing)?|met|speak(?:ing)? (?:with|to)|talk(?:ing)? (?:with|to)|interview(?:ing)?|chatt?(?:ing)? (?:with|to)) (?:with )?you\b"
          r"|(?:enjoyed|pleasure of) (?:our|the|your) (?:\w+ )?(?:conversation|interview|chat|meeting)s?|(?:after|since|following|further to|at|during|in|from) (?:your (?:\w+[- ]){0,2}(?:interview(?!er)s?|conversations?|meetings?)|our (?:\w+[- ]){0,2}(?:interview(?!er)|conversation|meeting))\b(?! with (?:other|all|several|candidates))|(?:when|since|after|that) (?:we|you) (?:met\b|spoke|talked|interviewed)|you interviewed\b|\byou (?:came in|came to see us|visited) (?:to|last|on|for)|(?:thank you|thanks|appreciate\w*|grateful)[^.!?]{0,60} for (?:attending|coming to|coming along to|joining us for|taking part in|giving up [^.!?]{3,30} (?:for|to)|making the (?:journey|trip)[^.!?]{0,20} (?:for|to)) (?:(?:the|an|your|our|a|two|both|second|first|final|online|video|panel) ){0,3}(?:interviews?|assessment cent(?:re|er))\b(?! (?:process|prep))|(?:great|good|lovely|nice|pleasure) to (?:have|see|host|welcome) you (?:in|here|at|last|on|yesterday|over)\b(?! (?:the|our) (?:team|future))|(?:thank you|thanks) for your time (?:on|over) (?:zoom|teams|google meet|the video call)\b|(?:appreciat\w+|enjoyed|grateful|thank you|thanks)[^.!?]{0,40} (?:chance|opportunity) to (?:speak|talk|chat|meet)(?: with)? you\b|(?:thank you|thanks) for your time (?:at|during|in) (?:the |your |our )?(?:\w+ )?interview\b|(?:thank you|thanks) for meeting (?:with )?[A-Z]?\w+(?: and (?:\w+ )?\w+)? (?:last|on|yesterday|this)\b|having (?:now )?(?:met|interviewed|spoken (?:to|with)) you\b|(?:thank you|thanks)[^.!?]{0,20} for (?:popping|dropping|calling|stopping) (?:in|by)[^.!?]{0,40} for (?:a|your|the|our) (?:chat|interview|talk)|(?:thank you|thanks)[^.!?]{0,80} for being interviewed|(?:good|kind) of you to (?:come in|come to|come and|meet|visit|interview)",
    "de": r"(?:für|nach|in|bei|zu|von)(?: (?:dem|den|unserem|unser|unseren|ihrem|deinem|das|die|ihren|dein|ihr|gestrigen|heutigen|letzten|nette[ns]?|interessante[ns]?|angenehme[ns]?|offene[ns]?|gute[ns]?|persönliche[ns]?|geführte[ns]?|beiden|\w+gespräch am)){1,4} (?:\w*gespräche?s?|\w*interviews?|kennenlernen|treffen)\b(?! mit (?:anderen|weiteren|den|allen|mehreren|einigen))|(?:hat|haben) uns (?:sehr )?gefreut, (?:sie|dich) (?:[\w.]+ ){0,4}kennen|dass (?:sie|du) (?:sich die zeit (?:genommen haben|für das gespräch)|(?:bei|zu) uns (?:waren|warst|gekommen))|(?:nach|in|bei) (?:unseren|ihren|deinen) (?:\w+ )?\w*gesprächen|dank[^.!?]{0,60} (?:das|ihr|dein|unser) (?:\w+ )?(?:\w*gespräch|interview)\b(?! mit (?:anderen|weiteren))|nahmen sie am \w*gespräch|dass (?:sie sich|du dir)[^.!?]{0,40} zeit für (?:ein|das|unser) \w*gespräch genommen|dass (?:sie|du)[^.!?]{0,40} (?:bei uns (?:in der \w+ )?(?:waren|warst)|zu uns (?:gekommen|in die \w+ gekommen)|zum \w*gespräch (?:da |hier |gekommen |erschienen )?(?:waren|warst|sind|bist|gekommen))|(?:ihr|dein)(?:en)? besuch (?:bei uns|in (?:unser|der)|am \w+tag|letzte\w*|vergangene\w*)|(?:am|vom|im|das) (?:\w*gespräch|interview) (?:am|vom|letzte\w*|vergangene\w*) (?:\w+tag|\d)|(?:ihrer|deiner) vorstellung bei uns",
    "fr": r"(?:(?:à|a) la suite d[e'u]|suite à|après|merci (?:encore |beaucoup )?(?:pour|de)|remerci\w+(?: encore| vivement| sincèrement)? (?:pour|de)|lors de|depuis|pendant|au cours de) (?:notre|votre|ton|nos|vos|tes|l'|cet|le|la)\s?(?:deux |récents? |derniers? |bel |bons? |premier |second )*(?:entretiens?|échanges?|rencontres?|rendez-vous|entrevues?)\b|(?:vous|t'|t’|te)\s?(?:\w+ ){0,2}(?:reçu|rencontré)e? en entretien|(?:nous|m'|m’)\s?(?:\w+ ){0,2}accordé un entretien|(?:nous avons|j'ai) (?:eu (?:le )?plaisir (?:de|à) (?:vous|te) (?:rencontrer|recevoir)|apprécié (?:notre|nos) (?:échange|entretien|rencontre))|d'être venue? (?:nous|me) (?:voir|rencontrer)|merci de nous avoir (?:rencontré|rendu visite)\w*|d'être venue? (?:\w+ ){0,3}(?:à|en|pour) (?:l'|un |votre |notre |cet )?entretien|de vous être (?:déplacée?|rendue? disponible)[^.!?]{0,30} (?:entretien|rencontre)|de (?:votre|ta) venue|(?:lors|à l'occasion) de (?:votre|ta) (?:venue|visite)|que (?:nous avons|j'ai) eu (?:avec (?:vous|toi) )?(?:le|la semaine|mardi|lundi|jeudi|mercredi|vendredi)|plaisir de (?:vous|te) rencontrer|pris le temps (?:de|d') ?(?:nous|me|venir) ?(?:nous |me )?(?:rencontrer|voir|échanger)|le temps (?:que vous (?:nous )?avez )?(?:accordé|consacré) (?:à|pour|lors de) (?:cet|notre|votre|l') ?entretien|(?:ravie?s?|heureu(?:x|se)s?|plaisir|content[es]*) (?:de |d')(?:faire (?:votre|ta) connaissance|(?:avoir )?(?:échangé?e?r?|discuté?r?) avec (?:vous|toi)|(?:vous|t'|te )\s?(?:avoir )?(?:rencontr|reçu|échang)\w+)",
    "es": r"(?:tras|después de|gracias por|agradecemos|durante|dedicó a|dedicaste a|en|por|luego de) (?:la|las|tu|su|nuestra|nuestro|el|haber)\s?(?:\w+ )?(?:entrevistas?|conversación|encuentro|reunión)\b|venir a (?:la entrevista|conocernos|vernos)|(?:gracias|agradec\w+)[^.!?]{0,60} (?:haber (?:venido|acudido|asistido|participado)|que (?:vinier\w+|acudier\w+|asistier\w+|viniese\w*)|venir|acudir|asistir|asistencia) (?:[^.!?]{0,25})?(?:a|en) (?:la|una|nuestra|tu|su) (?:\w+ )?entrevista|(?:la|tu|su) entrevista (?:del|de ayer|que (?:tuvimos|mantuvimos|hicimos|realizaste|realizó))|(?:ha sido|fue|fue todo) un (?:placer|gusto) (?:conocerte|conocerle|conocerla|conocerlo|recibirte|recibirle|hablar contigo|hablar con usted|charlar contigo)|(?:gust\w+|encant\w+)(?: mucho)? (?:conocerte|conocerle|hablar contigo)",
    "it": r"(?:(?:grazie|ringrazi\w+)[^.!?]{0,100}\bper|dopo|durante|in seguito a|a seguito de|nel corso de|seguito al) ?(?:il|l'|lo|la|al|ll'|l|nostro|suo|tuo|del|nel)\s?(?:\w+ ){0,2}(?:colloquio|incontro|chiacchierata|conversazione)\b(?! con altri)|(?:piacere|bello|piaciuto) (?:\w+ )?(?:conoscerti|conoscerla|incontrarti|incontrarla|parlare con)|essere venut[oa] (?:(?:fin qui|da noi|\w+) )?(?:a|al|per il) (?:trovarci|colloquio|conoscerci)|(?:tempo|disponibilità|attenzione) (?:\w+ )?(?:dedicat\w+|dimostrat\w+|concess\w+|per|al|nel|durante)(?: \w+)? (?:il|al|nel|durante il|nostro) (?:nostro )?colloquio|(?:aver(?:e|ci)?|per la) (?:sostenuto|partecipa\w+|presenza)[^.!?]{0,20} (?:al|il|a un) colloquio|(?:il|del|al) colloquio (?:di (?:lunedì|martedì|mercoledì|giovedì|venerdì|ieri)|del \d|che (?:abbiamo|ha|hai) (?:avuto|fatto|sostenuto))",
    "nl": r"(?:na|(?:bedankt|dank)[^.!?]{0,90} voor|tijdens|naar aanleiding van) (?:het|je|jouw|uw|ons|onze|de|dat) (?:\w+ ){0,2}(?:gesprek(?:ken)?|sollicitatiegesprek\w*|kennismaking\w*|interview)\b(?! met andere)|(?:het|ons) gesprek met (?:jou|u) (?:was|vonden|hebben)|(?:je|u) (?:langs|bij ons) (?:bent gekomen|kwam|bent geweest)[^.!?]{0,20} gesprek|(?:je|uw) komst (?:naar|op|voor) (?:het|ons|een) (?:sollicitatie)?gesprek|(?:dat (?:je|u)|dank\w*[^.!?]{0,30} (?:je|uw) komst)[^.!?]{0,40} (?:op|voor (?:het|een)|naar het) (?:sollicitatie)?gesprek (?:was|bent|kwam|geweest|gekomen|kon komen)|(?:leuk|fijn|prettig|goed|plezierig)(?: was)?(?: om)? (?:je|u|jou) (?:[\w.]+ ){0,4}(?:te spreken|te ontmoeten|gesproken|ontmoet|te leren kennen)|(?:leuk|fijn|prettig|goed) (?:om|dat) (?:je|u|we|jou) (?:\w+ ){0,3}(?:ontmoe\w+|gesproken|te spreken|leren kennen)|(?:leuke|fijne|prettige|goede) gesprek",
    "pt": r"(?:após|depois d[aeo]|obrigad[oa] (?:mais uma vez )?(?:pel[ao]|por)|agradec\w+(?: mais uma vez)? (?:pel[ao]|a|o|por)|durante|na sequência d[aeo]) (?:a |o |nossa |sua |tua |nosso )*(?:\w+ )?(?:entrevistas?|conversa|reunião|encontro)\b|(?:prazer|gosto|bom|gostámos(?: muito)? de|gostamos(?: muito)? de) (?:em )?(?:te conhecer|falar contigo|falar com você|recebê-l[oa]|conhecê-l[oa]|conhecer-te|te conhecer|conversar (?:contigo|com você))|(?:ter|teres|vindo|vir) (?:vindo |comparecido |participado )?(?:até nós |cá )?(?:à|na|para a) (?:nossa |sua |tua )?entrevista|(?:ter|teres) vindo (?:conhecer)|(?:participação|presença|comparência|disponibilidade) (?:na|para a) (?:\w+ )?entrevista|(?:da|na|a) entrevista (?:de (?:segunda|terça|quarta|quinta|sexta|ontem|dia \d)|do dia \d|que (?:tivemos|realizámos|realizamos|fizemos))",
    "pl": r"(?:po|za|podczas|w trakcie)(?: \w+){0,3} (?:rozmow(?:ie|ę|y|ach)|spotkani(?:e|u|a|ach))\b(?! z (?:inn|kandydat|wszystki|pozosta))|czas poświęcony na (?:rozmow|spotkani)\w+|(?:udział|uczestnictwo) w (?:\w+ )?(?:rozmow|spotkani)\w+|(?:za|że) (?:przybycie|przyjście|przyjazd|przyszedł|przyszła|przyjechał|obecność)[^.!?]{0,25} na (?:\w+ )?(?:rozmow|spotkani)\w+|miło (?:było|nam było) (?:\w+ )?(?:poznać|spotkać|porozmawiać)",
    "sv": r"tack för senast|tack[^.!?]{0,20} för (?:ditt besök|besöket|att du hälsade på)|tack[^.!?]{0,40} för (?:intervjun|samtalet|mötet|träffen)\b(?! med andra)|(?:efter|under|vid|på) (?:intervjun|samtalet|mötet|träffen) (?:med dig|vi hade|igår|i går|i (?:mån|tis|ons|tors|fre)dags)|att du (?:kom|var|ville komma|hade möjlighet att komma|tog dig tid att komma) (?:hit |till oss |in )?(?:på|till|för) (?:en |din |vår )?(?:\w*intervju\w*|samtal\w*|träff\w*)|att du (?:kom och|tog dig tid att) (?:träffade|träffa|hälsade på|besökte|besöka) oss|(?:efter|under|vid|tack[^.!?]{0,90} för) (?!en (?:rad|serie|omgång|runda))(?:din|vår|den|ett|det|vårt|en|dina|de) (?:\w+ ){0,3}(?:intervju(?:n|er|erna)?|samtal(?:et|en)?|möte(?:t|n)?|träff(?:en)?)\b(?! med)|(?:trevligt|kul|roligt) att (?:få )?(?:träffa|prata med|lära känna) dig",
    "da": r"tak for sidst|tak[^.!?]{0,20} for (?:dit besøg|besøget)|(?:efter|under|ved|til) (?:samtalen|interviewet|snakken|mødet) (?:med dig|vi havde|i går|sidst|i (?:man|tirs|ons|tors|fre)dags)|(?:at|fordi) du (?:kom|var|ville komme|tog dig tid til at komme|deltog|mødte op)(?: ind| ud| forbi| hen)? (?:til|i) (?:en |din |vores |den )?\w*(?:samtale\w*|interview\w*)|(?:at|fordi) du kom (?:forbi|ud til os|ind til os)|(?:(?:efter|under|ved|tak[^.!?]{0,90} for) (?!en (?:række|runde|serie))(?:din|vores|den|en|det|dit|et|de|to|et par) (?:\w+ ){0,3}(?:samtale(?:n|r|rne)?|jobsamtale\w*|interview(?:et)?|møde(?:t)?|snak(?:ken)?)|tak[^.!?]{0,40} for (?:samtalen|interviewet|snakken|mødet))\b(?! med andre)|(?:hyggeligt|rart|dejligt|en fornøjelse) at (?:møde|tale med|snakke med|hilse på) dig",
    "no": r"takk for sist|takk[^.!?]{0,20} for (?:besøket|ditt besøk)|(?:etter|under|på) (?:intervjuet|samtalen|praten|møtet) (?:med deg|vi hadde|i går|sist|på (?:man|tirs|ons|tors|fre)dag)|(?:at|fordi) du (?:kom|var|ville komme|tok deg tid til å komme|stilte|deltok|møtte)(?: inn| innom| opp)? (?:på|til|i) (?:et |ditt |vårt |en )?(?:\w*intervju\w*|\w*samtale\w*)|(?:at|fordi) du (?:kom innom|besøkte) oss|(?:(?:etter|under|ved|takk[^.!?]{0,90} for) (?!en (?:rekke|runde|serie))(?:ditt|vårt|den|en|det|et|de|to) (?:\w+ ){0,3}(?:intervju(?:et|ene)?|samtale(?:n|r)?|jobbintervju\w*|møte(?:t)?|prat(?:en)?)|takk[^.!?]{0,40} for (?:samtalen|intervjuet|praten|møtet))\b(?! med andre)|(?:hyggelig|kjekt|fint|trivelig) å (?:møte|snakke med|treffe|bli kjent med) deg",
    "tr": r"(?:görüşme(?:miz|mizde|lerimiz|lerimizde|mizdeki|mize|mizden|niz|nizde)|mülakat(?:ımız|ınız|ımızda|ınızda))(?:\s\w+){0,4} (?:için (?:\w+ )?teşekkür|katıldığın\w*|ayırdığın\w*|keyifli|sonra\w*)|(?:tanışmak|tanıştığımız|sizinle görüşmek|seninle görüşmek)(?:\s\w+){0,2} (?:keyifli|güzel|memnun)|(?:görüşmeye|mülakata|mülakatımıza|görüşmemize) (?:geldiğin\w*|katıldığın\w*|zaman ayırdığın\w*|katılımın\w*)|(?:bizimle|bizlerle) (?:görüştüğün\w*|tanıştığın\w*|bir araya geldiğin\w*)|(?:yaptığımız|gerçekleştirdiğimiz)(?:\s\w+){0,2} (?:görüşme|mülakat)(?!ler|lar)\w*|(?:mülakatınızın|görüşmenizin|görüşmemizin|mülakatımızın) (?:ardından|sonrasında|sonucunda)|ofisimize (?:kadar )?gel\w+|ekibimizle tanıştığın\w*",
    "cs": r"(?:po|za|při|během|z)(?: \w+){0,3} (?:pohovoru|pohovorech|pohovor|schůzc[ei]|schůzku|setkání|osobní(?:m|ho)? pohovor\w*|rozhovor\w*)\b(?! se? )|(?:účast|účastnil\w*|zúčastnil\w*)(?: \w+){0,2} (?:na|v)? ?(?:pohovor\w*|osobní\w* pohovor\w*)|(?:potěšilo|těšilo|rádi jsme) (?:\w+ )?(?:vás|tě) (?:\w+ )?pozna\w+|na základě (?:\w+ ){0,2}(?:pohovoru|schůzky|setkání) s (?:vámi|tebou)|že jste (?:si )?(?:k nám )?(?:přišel|přišla|přijel|přijela|dorazil|dorazila|udělal\w? čas)[^.!?]{0,30} (?:pohovor|schůzk|setkání)\w*|(?:váš|vaši|vaší) (?:návštěvu|účast) (?:u nás|na pohovor\w*)|(?:příjemné|milé) (?:setkání|povídání)",
    "ro": r"(?:după|(?:mulțum\w+)[^.!?]{0,90} pentru|în urma|în timpul)(?: \w+){0,3} (?:interviu(?:l|lui)|discuți(?:a|ei|e|i|ile)|întâlni(?:re|rea|rii|ri))\b(?! cu al)|(?:ne-a făcut|mi-a făcut|a fost) (?:o )?plăcere(?:a)? (?:\w+ )?(?:să te|să vă|cunoa\w+)|participarea (?:\w+ )?la (?:\w+ )?interviu\w*|(?:ați|ai) (?:venit|participat|fost)[^.!?]{0,20} la (?:\w+ )?interviu\w*|prezența la interviu|interviul (?:de (?:luni|marți|miercuri|joi|vineri|ieri)|din \d|susținut|avut)",
    "uk": r"(?:після|за|під час)(?: \w+){0,3} (?:співбесід(?:и|у|і)|зустріч(?:і)?|розмов(?:у|и)|інтерв'ю)\b(?! з ін)|(?:участь|часу?) (?:у|в|на|приділений)(?: \w+){0,2} співбесід\w+|(?:що|щоб) (?:ви )?(?:прийшли|приїхали|завітали|знайшли час|долучилися)[^.!?]{0,25} (?:на|до) (?:\w+ )?(?:співбесід|зустріч|розмов|інтерв)\w*|(?:наш\w+|вашій|вашої) (?:співбесід|зустріч|розмов)\w+|приємно (?:було )?(?:\w+ )?(?:познайомитися|поспілкуватися|зустрітися)",
    "ru": r"(?:после|за|в ходе|во время|по итогам|по результатам)(?: \w+){0,3} (?:собеседовани(?:я|е)|встреч(?:и|у)|интервью|бесед[ыу]|разговор(?:а)?)\b(?! с друг)|(?:участие|врем\w+)(?: \w+){0,3} (?:в|на) собеседовани\w+|(?:что|за то,? что)? ?(?:вы )?(?:пришли|приехали|нашли время|подъехали)[^.!?]{0,25} (?:на|к нам на|для) (?:\w+ )?(?:собеседован|встреч|разговор|интервью)\w*|приятно (?:было )?(?:\w+ )?(?:познакомиться|пообщаться|встретиться)",
    "ja": r"面接(?:に|へ)(?:お越し|ご参加|ご足労|お時間を?|お運び|ご来社)(?:いただ|頂|くださ|下さ)(?!きたく|けますよう)[きりい](?!たい)|面接(?:では|の際(?:に)?は)[^。]{0,12}(?:ありがとう|お時間)|面接を(?:させていただき|受けていただき|お受けいただき)|先日の(?:\S{0,6})?面接|面接(?:に|へ)お越し(?:いただ|頂|くださ|下さ)[^。]{0,8}ありがとう|面接(?:の)?(?:お時間|機会)を(?:いただき|頂き|頂戴)|面談(?:に|へ)(?:お越し|ご参加|お時間を?)(?:いただき|頂き|くださり|下さり)|先日は(?:面接|面談)|お会いでき",
    "zh": r"(?:感谢|谢谢|多謝|感謝)(?:您|你)?[^。,，]{0,14}(?:参加|來|来|前来|抽空|百忙之中|撥冗)[^。,，]{0,14}(?:面试|面試|面谈|终面|終面|复试|初试|[一二三]面)|(?:面试|面試)(?:中|时|過程中|过程中)(?:您|你|的表现|對)|(?:经过|經過|在)(?:您|你|与您|本次|上次|这次)的?(?:面试|面試|面谈)(?:后|後|中)|(?:感谢|谢谢|感謝)(?:您|你)?[^。，,]{0,20}(?:来|參加|参加|出席)[^。，,]{0,8}(?:面试|面試|面谈)|(?:与|和)(?:您|你)的?(?:面谈|面试|交流|沟通)(?:后|中|很|十分|非常)|(?:经过|經過)(?:本次|上次|这次|与您的?)(?:面试|面試|面谈)|很(?:高兴|高興)(?:与|和|認識|认识|見到|见到)(?:您|你)",
    "el": r"(?:μετά|ευχαριστ[^.!?]{0,90} για|κατά|από)(?: \w+){0,3} (?:συνέντευξη(?:ς)?|συνέντευξή|συνάντησή?|συνάντηση|συζήτησή?|γνωριμία)\b(?! με άλλ)|(?:χρόνο|χρόνος) (?:σας|σου) (?:στη|στην|για τη|για την|κατά τη) (?:συνέντευξη|συνάντηση|συζήτηση)|που (?:ήρθατε|ήρθες|ήλθατε|προσήλθατε|παραβρεθήκατε|συμμετείχατε)(?: \w+){0,4} (?:συνέντευξη|συνάντηση)|(?:παρουσία|συμμετοχή|προσέλευσή?)(?: \w+){0,4} συνέντευξη|(?:χαρήκαμε|χάρηκα|ήταν χαρά)(?: \w+){0,4} (?:γνωρίσ\w+|συζητήσ\w+|μιλήσ\w+|γνωριμ\w+)",
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
            start = "" if name in {"ja", "zh"} else r"(?<!\w)"  # no spaces between words there
            found = re.search(rf"{start}(?:{_THANKS.get(name, '(?!)')})", sentence, re.IGNORECASE)
            if found and not _OFF.search(sentence) and not _WISHED.search(sentence) and not _SEVERAL.search(sentence):
                return found[0].strip()
    return ""


_WISHED = re.compile(
    r"\b(?:if|whether|would have|should (?:you|we)|could|hop(?:e|ed|ing)|look(?:ing)? forward|next time|future|invit\w+|einladen|eingeladen|einzuladen|einladung|inviter|convoqu\w+|invitar\w*|citar\w*|invitare|invitarla|uitnodig\w+|uitgenodigd|convid\w+|zapros\w+|zaprasz\w+|bjuda in|kallas?|kalla|indkald\w*|innkall\w*|davet\w*|pozvat|pozvan\w*|pozvali|запро\w+|пригла\w+|προσκ\w+|καλέσ\w+|other (?:candidates|applicants)|were unable|invite (?:you|only|a few|those)|wenn|falls|würden|hätten|anderen (?:bewerb|kandidat)\w*|leider (?:nicht|kein)|"
    r"si (?:vous|tu|nous)|aurions|prochain\w*|d'autres candidats|hubiera|próxim\w+|otros candidatos|in futuro|altri candidati|avremmo|andere kandidaten|volgende keer|outros candidatos|futur\w+|gdyby|jeśli|inni kandydaci|"
    r"om du|andra kandidater|hvis|andre kandidat\w*|diğer aday\w*|kdyby|pokud|jiní|dacă|alți candidați|якщо|якби|інш\w+ кандидат\w*|если|другими|други(?:е|х) кандидат\w*|αν θ|άλλους υποψ\w+)\b|(?:次の|今後の|他の)面接|如果|若您|邀请|邀請|お招き",
    re.IGNORECASE,
)


_CHOSE = r"(?:select\w*|chos[ea]n?|shortlist\w*|ausgewählt|retenu\w*|sélectionn\w+|selezionat\w+|scelt\w+|seleccionad\w+|elegid\w+|eleg\w+|(?:uit)?gekozen|kozen|geselecteerd|selecionad\w+|escolh\w+|wybr\w+|valt\w*|valgt|utvald|utvalgt|seçil\w+|vybr\w+|ales|selectat\w*|обра\w+|вибра\w+|выбра\w+|отобра\w+|επιλ\w+)"
_INTEREST = r"(?:interest\w*|inter[eé]s\w*|intérêt|intresse\w*|zainteresow\w*|zájem|інтерес\w*|интерес|ενδιαφέρον)"
_FOR = r"(?:for|to|für|zum|zu|pour|para|per|voor|na|till?|ut till|pentru|на|для|για)\s(?:(?:an?|the|ein\w*|das|un|une|l'|la|las|el|il|lo|een|het|a|o|et|en|den|τη|την|τις)\s?)?(?:\w+ )?"
_INTERVIEW = r"(?:interview\w*|\w*gespräch\w*|entretien\w*|entrevista\w*|colloqui\w*|\w*gesprek\w*|rozm\w+|\w*intervju\w*|\w*samtale?\w*|pohovor\w*|interviu\w*|співбесід\w+|собеседован\w+|συνέντευξη)"
_SEVERAL = re.compile(  # interviews with whomever: the user may not have been among them
    r"\b(?:(?:várias|vários|diversas|varias|plusieurs|diversi|vari|mehrere\w*|several|various|a number of|flera|flere|meerdere|kilku|několika|mai multe|кількох|нескольких|αρκετές)\s(?:\w+ )?(?:entrevistas|entretiens|colloqui|\w*gesprächen?|interview\w*|intervju\w*|samtal\w*|gesprekken|rozm\w+|pohovor\w*|співбес\w+|собесед\w+|συνεντεύξεις)\b(?! (?:with|mit|avec|con|con|met|med|z|s|cu|з|с) (?:you|ihnen|dir|vous|toi|usted|lei|te|jou|u|dig|deg|panem|panią|vámi|вами))|(?:tras|después de|luego de|durante|en) las (?:\w+ )?entrevistas\b(?! (?:que (?:tuvimos|mantuvimos|hicimos)|contigo|con usted))|(?:na|tijdens|van|uit|door) de (?:\w+ ){0,2}gesprekken\b(?! met (?:jou|je|u)\b)|"
    r"(?:após|depois d|durante) ?as (?:\w+ )?entrevistas\b(?! (?:que (?:tivemos|fizemos)|contigo|consigo))|po (?:(?!nasz|twoich|pa[nń])\w+ ){0,2}(?:rozmowach|spotkaniach)\b(?! z (?:pan|tob))|"
    r"(?:efter|etter|under|ved|vid) de (?:\w+ ){0,3}(?:intervjuer|interviews|samtal|möten|samtaler|møder|møter)\b(?! (?:vi (?:hade|havde|hadde) )?(?:med (?:dig|deg)))|(?:görüşmelerimiz|mülakatlarımız)\w* (?:\w+ ){0,2}son\w*|(?:při|během) (?:\w+ ){0,2}pohovorech|po (?:(?!naš|vaš|tv)\w+ ){0,2}(?:pohovorech|schůzkách)\b(?! s (?:vámi|tebou))|(?:efter|etter) (?:de |alla |alle )?(?:\w+ ){0,2}(?:intervjuerna|intervjuene|samtalerne|samtalene)\b(?! (?:med (?:dig|deg)|vi hade|vi havde|vi hadde))|"
    r"(?:після|після проведених) співбесід\b(?! з (?:вами|тобою))|(?:после|по итогам|по результатам) (?:\w+ )?собеседований\b(?! с (?:вами|тобой))|după (?:\w+ )?interviurile\b(?! cu (?:dumneavoastră|tine))|μετά τις (?:\w+ )?συνεντεύξεις\b(?! (?:με εσάς|μαζί σας|μας)))"
    r"|\b(?:with|mit|avec|con|com|met|med|z|s|cu|з|с|με) (?:\w+ ){0,2}(?:candidates|applicants|bewerber\w*|kandidat\w*|candidat\w*|kandydat\w*|sökande|ansøgere|søkere|sollicitanten|uchazeč\w*|кандидат\w*|υποψηφί\w+)\b"
    rf"|\b{_INTEREST} (?:in|en|an|à|por|pelo|per|em|for|för|om|w|o|pentru|к|до|на|για) (?:(?!\b(?:and|und|et|y|och|og|oraz|și|та|и|και|ve|en voor|en je|e per|e por|e pel[ao])\b)[^.!?,;]){{0,25}}{_INTERVIEW}"
    rf"|\b(?:gotowoś\w+|готовн\w+|διάθεσ\w+|návrh\w*|forslag|förslag|vorschl\w+|propuesta|proposta|voorstel\w*|bereitschaft|ochot\w+|willing\w*|propozyc\w+)\b[^.!?,;]{{0,40}}{_INTERVIEW}|(?:愿意|有意|希望)[^。]{{0,6}}(?:面试|面谈|面試)"
    # whoever is not chosen for an interview, or is told that others were
    rf"|\b{_CHOSE}[^.!?,;]{{0,30}} {_FOR}{_INTERVIEW}|[,;] {_FOR}{_INTERVIEW}[^.!?,;]{{0,25}} {_CHOSE}",
    re.IGNORECASE,
)


def _sentences(text: str) -> list[str]:
    flat = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text[:9_000]))
    return [s[:600] for paragraph in flat for s in re.split(r"(?<=[.!?。！？])\s*(?=\S)", paragraph) if s]
