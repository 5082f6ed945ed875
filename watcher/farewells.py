"""How letters end in nineteen languages: the words above a signature, and those that say for whom somebody signs."""

from __future__ import annotations

import re

_WISH = (
    r"(?:(?:with )?(?:kind|best|warm|warmest|kindest|many|my best|very best)? ?(?:regards|wishes|thanks|thank you)|(?:yours )?(?:sincerely|faithfully|truly)|yours|cheers|rgds|(?:speak|talk) soon|all the (?:very )?best|best|warmly|take care|thanks(?: again)?|all best|"
    r"(?:wir verbleiben )?(?:mit |es )?(?:den )?(?:[\w&]+ ){0,3}(?:grü(?:ß|ss)\w*|gruß|gruss|gruess\w*|empfehlungen)(?: aus \w+| an alle)?|herzlich(?:st)?|mfg|lg|vg|beste grüße|grüße|hochachtungsvoll|"
    r"(?:bien )?cordialement|bien (?:à (?:toi|vous)|cordialement)|(?:sincères |meilleures |respectueuses )?salutations.*|veuillez agréer.*|.*salutations distinguées|.*considération distinguée|amicalement|belle journée|bonne (?:journée|continuation)|à bientôt|bises|"
    r"(?:reciba[ns]? )?(?:un )?(?:cordial |fuerte |afectuoso |atento )?(?:saludo|abrazo)s?(?: cordial\w*)?.*|saludos.*|atentamente|cordialmente|atte|"
    r"(?:con (?:i (?:migliori|più cordiali) )?)?(?:un )?(?:cordial[ei]|distint[io]|car[oi]|cordialissimi)? ?salut[oi].*|cordialmente|a presto|in fede|"
    r"(?:met )?(?:vriendelijke|hartelijke|vriendelijk) groet\w*|groet(?:en|jes)?|mvg|hoogachtend|"
    r"(?:atenciosamente|atentamente|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|cordialmente|abraços?|um abraço|att|at\.te)|"
    r"z (?:poważaniem|wyrazami szacunku|pozdrowieniami|serdecznymi pozdrowieniami)|(?:serdecznie )?pozdrawiam\w*|serdeczności|"
    r"(?:med )?(?:vänlig\w*|bästa|varma|många) hälsning\w*|(?:med )?hälsning(?:ar|en)?|mvh|vänligen|kram|"
    r"(?:med )?(?:venlig|vennlig|de bedste|bedste|beste|kærlig|mange|varm|hjertelig)e? hils(?:en|ener|ner|ninger)|(?:med )?hilsen|vh|kh|"
    r"saygılar(?:ımla|ımızla)?|(?:en )?iyi dileklerim\w*|sevgiler(?:imle)?|kolay gelsin|iyi çalışmalar|selamlar|"
    r"(?:s|se srdečným) (?:pozdravem|přátelským pozdravem|úctou)|hezký den|pěkný den|přeji(?:eme)? .{3,30}|zdraví|"
    r"cu (?:stimă|respect|drag|prietenie|considerație)|toate cele bune|o zi (?:bună|frumoasă)|"
    r"(?:з|із) (?:повагою|найкращими побажаннями|вдячністю)|на все добре|гарного дня|щиро|"
    r"с (?:уважением|наилучшими пожеланиями|теплом)|всего (?:доброго|хорошего|наилучшего)|"
    r"με (?:εκτίμηση|φιλικούς χαιρετισμούς|τιμή)|φιλικά|(?:θερμούς |πολλούς )?χαιρετισμούς|"
    r"敬具|草々|以上|此致|敬礼|敬上|祝好|顺祝商祺|顺颂商祺|商祺|谨启|敬启|祝.{2,12}|よろしくお願い(?:いた|致)します)"
)
_AND = r"(?:and|und|et|y|e|en|i|och|og|a|și|та|и|και|ve)"
FAREWELL = re.compile(
    rf"^(?:[^.!?\n]{{3,40}} {_AND} )?{_WISH}(?: {_AND} [^.!?\d\n]{{3,40}})?\W*$", re.IGNORECASE
)  # "Alles Gute für dich und liebe Grüße"
ON_BEHALF = re.compile(
    r"(?:im auftrag|i\.\s?a\.|i\.\s?v\.|in vertretung|p\.\s?p\.|pp|par délégation|per procura|in opdracht|z up\.|z upoważnienia|p\.o\.|e\.u\.|e\.h\.)\.?,?",
    re.IGNORECASE,
)
FOR_OTHERS = re.compile(  # a whole line: "namens de selectiecommissie,"
    r"(?:on behalf of|im namen|im auftrag|au nom d|pour l|en nombre d|per conto d|a nome d|namens|em nome d|w imieniu|på uppdrag av|på vegne a[fv]|för|for|jménem|za|în numele|от имени|від імені|за|εκ μέρους|για)\b"
    r"(?=.*\w)[^.!?]*",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:(?:il|la|lo|le|el|der|die|the|o|a|η|ο)\s|l')(?=[^\W\d_])", re.IGNORECASE
)  # "La Dirigente scolastica"
