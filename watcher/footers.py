"""What stands below a letter and says nothing of its own: signature, confidentiality notice, advertising. Pure.

Forty lines of it must not drown the sentence that decides, so the classifier never reads them.
"""

from __future__ import annotations

import re

# Sentences with which confidentiality notices begin, in forms that hardly occur above a signature.
_NOTICE = re.compile(
    r"intended (?:only|solely|exclusively) for|(?:not|are not) the intended recipient|legally privileged|"
    r"received (?:this|it) (?:e-?mail |message |communication )?in error|is sent on behalf of .{2,60} (?:plc|ltd|limited|inc|llp|group)\b|"
    r"(?:diese|die) (?:e-?mail|nachricht).{0,60}vertraulich|nicht der (?:richtige|beabsichtigte) (?:adressat|empfänger)|"
    r"ce (?:message|courriel).{0,80}confidentiel|usage exclusif d(?:u|es) destinataire|"
    r"este (?:mensaje|correo).{0,80}confidencial|destinatario (?:indicado|exclusivo)|"
    r"(?:questo|presente) (?:messaggio|e-?mail).{0,80}riservat|(?:dit|deze) (?:bericht|e-?mail).{0,60}vertrouwelijk|"
    r"esta mensagem.{0,60}confidencia"
)


# How letters end, at the start of a short paragraph; what stands below is signature, disclaimers and advertising.
_SIGN_OFF = re.compile(
    r"(?:(?:with )?(?:kind|kindest|best|warm|warmest)(?: personal)? (?:regards|wishes)|(?:best )?regards|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|"
    r"respectfully|cheers|all the best|many thanks|mit (?:freundlichen|besten|herzlichen|lieben) gr(?:ü|ue)(?:ß|ss)en|(?:freundliche|beste|herzliche|liebe|viele|schöne) grüsse|"
    r"(?:beste|liebe|viele|herzliche|freundliche) gr(?:ü|ue)ße|hochachtungsvoll|(?:bien )?cordialement|bien à vous|sincères salutations|(?:meilleures|cordiales) salutations|"
    r"(?:(?:veuillez|nous vous prions d['e] ?|je vous prie d['e] ?)[^.]{0,60})?l'expression de|(?:un )?cordial(?:es)? saludos?|(?:un )?saludo(?:s cordiales)?|atentamente|reciba un|"
    r"cordiali saluti|distinti saluti|un cordiale saluto|met vriendelijke groet(?:en)?|(?:vriendelijke|hartelijke) groet(?:en)?|atenciosamente|(?:com os )?(?:melhores )?cumprimentos|abraços?|"
    r"z (?:poważaniem|wyrazami szacunku)|(?:serdecznie )?pozdrawiam(?:y)?|(?:med )?vänliga? hälsning(?:ar)?|(?:bästa )?hälsningar|(?:med )?(?:venlig|vennlig|beste|bedste) hilsen(?:er)?|mvh|"
    r"saygılar(?:ımızla|ımla)|iyi çalışmalar|s pozdravem|s přátelským pozdravem|cu (?:stimă|respect)|з повагою|с уважением|с наилучшими|με εκτίμηση|敬具|よろしくお願い|此致|敬上|祝好|顺颂)"
)


# With what the advertising below a letter begins or ends.
_MARKETING = re.compile(
    r"^(?:follow|like|find|join) us (?:on|for)\b|^folgen sie uns|^suivez-nous|^s[ií]guenos|^seguici|^volg ons|^siga-nos|^obserwuj nas|"
    r"^följ oss|^følg oss|^bizi takip|^sledujte nás|^подписывайтесь на нас|"
    r"\bunsubscribe\b|newsletter abbestellen|vom newsletter abmelden|se désabonner|désinscrire|darse de baja|cancelar (?:la|tu|su) suscripción|"
    r"annulla(?:re)? l'iscrizione|disiscriv|uitschrijven|descadastr|cancelar a (?:subscrição|inscrição)|wypisz się|avprenumerera|"
    r"afmeld (?:dig )?nyheds|meld deg av|abonelikten çık|odhlásit (?:se )?(?:z|odběr)|dezabon|відписатися|отписаться|配信停止|退订|退訂|"
    r"you (?:are )?receiv(?:e|ing) this (?:e-?mail|message|newsletter) because"
)


def above_footer(said: list[str]) -> list[str]:
    """What stands above the sign-off's signature, a confidentiality notice or advertising; the first sentences always stay."""
    for number, line in enumerate(said):
        if number >= 1 and _SIGN_OFF.match(line) and len(line) < 200:
            return said[: number + 1]
        if number >= 1 and (_NOTICE.search(line) or _MARKETING.search(line)):
            return said[:number]
    return said
