"""Names of organisations as mails write them: in display names, signatures, behind legal forms, in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from watcher.carriers import ON_BEHALF
from watcher.desks import DESK, INSTITUTION, TOWN_HALL, is_title
from watcher.domains import squeezed
from watcher.farewells import FAREWELL

LEGAL = (
    r"(?:GmbH(?: & Co\.? ?KGa?A?)?|gGmbH|AG|SE|KGa?A?|OHG|e\.\s?V\.|eG|UG|mbH|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|PLC|plc|Inc\.?|Corp\.?|Co\.|Pty|S\.?A\.?S\.?U?|"
    r"S\.?A\.?R\.?L\.?|S\.?A\.?|S\.?L\.?U?\.?|S\.?p\.?A\.?|S\.?r\.?l\.?s?|S\.?R\.?L\.?|B\.?V\.?|N\.?V\.?|[Ss]p\. ?z ?o\. ?o\.?|S\.A\.|Sp\.k\.|AB|ASA?|A/S|ApS|Oyj?|"
    r"Lda\.?|Ltda\.?|S/A|s\. ?r\. ?o\.?|a\. ?s\.?|A\. ?Ş\.?|A\.Ş|Ltd\. [ŞS]ti\.|Ε\.?Π\.?Ε\.?|Α\.?Ε\.?|Ι\.?Κ\.?Ε\.?|Ο\.Ε\.|Ε\.Ε\.|"
    r"[Ss]\.?[Nn]\.?[Cc]\.?|[Ss]\.a\.s\.|[Ss]oc\. [Cc]oop\.|S\. ?[Cc]oop\.?|S\.L\.[LP]\.|SCOP|SCIC|SCI|EURL|SELARL|Sàrl|SARLU|SASU|GIE|GbR|eGbR|e\.\s?K\.|e\.\s?Kfm\.|PartG(?:mbB)?|"
    r"V\.?O\.?F\.?|HB|I/S|K/S|P/S|IVS|ANS|OÜ|UAB|d\.\s?o\.\s?o\.|s\.\s?p\.|z\.\s?s\.|z\.\s?ú\.|o\.\s?p\.\s?s\.|v\.\s?o\.\s?s\.|k\.\s?s\.|[Ss]p\. ?[jk]\.|S\.K\.A\.|PFA|EIRELI|"
    r"PLLC|CIC|Pvt|KF|FKF|IKS|HF|Kft\.?|Zrt\.?|S\.?A\.?U\.?|A\.?m\.?b\.?[Aa]\.?|Spółka (?:z o\.? ?o\.?|akcyjna|jawna)|spol\. s ?r\. ?o\.|p\. ?o\.|příspěvková organizace|Unipessoal Lda\.?|San\. (?:ve )?Tic\. (?:A\.Ş\.|Ltd\. Şti\.)|Α\.?Ε\.?Β\.?Ε\.?|Μ\.?Ι\.?Κ\.?Ε\.?|srls?|snc|sarl|gmbh|ltd|llc|aps|ЕООД|ООД|株式会社|有限公司|公司)"
)
# In Ukrainian and Russian the legal form stands first, and hardly anything else is written so.
_LEGAL_FIRST = re.compile(
    r"^(?:ТОВ|ПрАТ|ПАТ|АТ|ФОП|ООО|ПАО|ЗАО|ОАО|НАО|АО|ИП|АНО|ГБУ|ГБУЗ|МБОУ|КП|КНП)\s+(?=[\"«„]?[^\W\d_])"
)
_LEGAL_END = re.compile(rf"[\s,]+{LEGAL}\.?$")
_LINKS = frozenset(
    "& + and und et y e of de du des della di do da dos für for the der van von la le les del en och og i a ve".split()
)
_INSIDE = frozenset("& + and und et y e of de du des del della di do da dos le la les der van von".split())
_EDGE = _LINKS | frozenset(
    """
    της του η ο at @ by from bei chez hos bij presso la das die der den dem el il los las ihr ihre dein deine your our unser unsere votre
    notre ton lo l' d' det de het su tu
    """.split()
)
_ADDRESSING = frozenset(
    "the das die der ihr ihre dein deine your our unser unsere votre notre ton for from to with at by & and".split()
)
LEGAL_WORD = re.compile(rf"(?<!\w){LEGAL}(?!\w)")
_BEHALF = re.compile(
    r"(?:\bon behalf of|\bim (?:Auftrag|Namen) (?:von|der)|\bau nom de|\bpour le compte de|\ben nombre de|\bper conto di|\bnamens|\bem nome d[aeo]|\bw imieniu|"
    r"\bpå uppdrag av|\bpå vegne af|\bpå vegne av|\badına|\bjménem|\bîn numele|\bот имени|\bвід імені|\bεκ μέρους(?: της)?|\bfrom|\bat|\bvon|\bbei|\bchez|\bde chez|\bde|\bda|\bhos|\bfrån|\bfra|\bbij|\bpresso|\bz|\bze|\bиз|\bз|\bdin|\bla|\bvan|\bсεκ|@|\||·|•|/|,|:|-)\s+"
)


_VIA = re.compile(
    r"\s(?:via|vía|through|über|par le biais de|tramite|através d[aeo]|za pośrednictwem|через)\s", re.IGNORECASE
)
_FROM = re.compile(rf"{ON_BEHALF.pattern}|\s(?:for|für|dla|för)\s", re.IGNORECASE)


def key(name: str) -> str:
    """What two ways of writing one company have in common: no legal form, no article, no spaces, no case."""
    bare = without_legal(name)
    return squeezed(bare) or squeezed(name)


def without_legal(name: str) -> str:
    bare = _LEGAL_FIRST.sub("", _LEGAL_END.sub("", _LEGAL_END.sub("", name)))
    return (
        re.sub(
            r"^(?:株式|有限|合同)会社|株式会社$|^(?:学校|医療|社会福祉)法人|(?:股份)?有限(?:责任)?公司$", "", bare
        ).strip()
        or name
    )


def tidy(name: str) -> str:
    """A name without quotes, loose ends and links at its edges; empty when it cannot be one."""
    name = re.sub(r"[\"“”„«»\u2190-\u2bff\U0001f000-\U0001faff]", "", " ".join(name.split()))
    name = re.sub(r"(?<=[a-z])\s+[\u3040-\u9fff].*$", "", name).strip(" .,;:!?'’|/·•-–()")
    name = re.sub(
        r"^(?:Firma|Firmy|Fa\.|Ditta|Společnost|Компанія|Компания|Фирма|Фірма)\s(?=[^\W\d_a-zа-яіїєґ])", "", name
    )
    words = name.split()
    while words and words[-1].lower() in _EDGE:
        words.pop()
    while len(words) > 1 and (words[0].lower() in _ADDRESSING or (words[0].islower() and words[0] in _EDGE)):
        words.pop(0)
    name = " ".join(words)
    return name if 1 < len(name) <= 60 and re.search(r"[^\W\d_]", name) else ""


def signature_start(lines: Sequence[str]) -> int:
    """The line behind the last farewell; without one, the first of the short lines that end the text."""
    for number in range(len(lines) - 1, 0, -1):
        if FAREWELL.match(lines[number].strip()):
            return number + 1
    number = len(lines)
    while number > 1 and (
        not lines[number - 1].strip()
        or (len(lines[number - 1]) < 60 and not re.search(r"[.!?。！?]\s*$", lines[number - 1]))
    ):
        number -= 1
    return number


def of_display(shown: str) -> Iterator[tuple[str, bool]]:
    """ "Acme Talent Team", "Julia from Acme", "Acme": each half of a display name that is no desk, and whether one stood by."""
    for part in (*re.findall(r"[(\[]([^)\]]+)[)\]]", shown), re.sub(r"[(\[].*?[)\]]", " ", shown)):
        behalf, via = _FROM.split(part, maxsplit=1), _VIA.split(part, maxsplit=1)
        whole = behalf[1] if len(behalf) > 1 else via[0]
        halves = _BEHALF.split(whole)
        if len(halves) > 1 and len(halves[0].split()) == 1:
            halves = halves[1:]  # "Julia from Acme"
        for half in dict.fromkeys((*halves, whole)):
            yield from ((name, desk or half != whole) for name, desk in of_segments(half))


_TEAM = re.compile(
    r"(?<!\S)-?[Tt]eam(?:et)?\b|-[Tt]eam\b|\b(?:Your|Ihr|Das|The|Dein|Euer|L'|Het(?=.*[Tt]eam)|Din|Ditt|Vaš[íe]?|Echipa|Ekibi|Команда|Колектив|Zespół|Tým|Η ομάδα|Ομάδα|Equipo|Equipe|Equipa|Équipe)\s"
)
_BETWEEN_DESK = re.compile(
    r"\s(?:at|@|bei|chez|hos|bij|presso|der|des|von|de|du|del|della|di|da|do|van|från|fra|på|i|la|of)\s"
)


def of_segments(line: str) -> Iterator[tuple[str, bool]]:
    """The names in one line of a signature, without desks, titles and the words around them."""
    if len(line) > 90 or (len(line) > 50 and line.endswith(".")):
        return
    for segment in re.split(r"\s*[|·•/]\s*|,\s+|\s-\s|\s@\s|(?<=\w):\s", line):
        said = segment.strip(" *_-\"'.")
        quoted = re.search(r"[\"«「]([^\"»」]{2,40})[\"»」]", segment)
        if quoted:
            yield quoted[1], True
        for half in (said, *_BETWEEN_DESK.split(said)[1:]):
            rest = _TEAM.sub(" ", " ".join(_CJK_DESK.sub("", DESK.sub(_undesked, half)).split()).strip(" -|,:&/'"))
            name = tidy(rest)
            if name not in half:
                continue
            if name and _may_sign(name):
                yield name, squeezed(name) != squeezed(half) or half != said


_CJK_DESK = re.compile(
    r"(?<=[\u3040-\u9fff])(?:校园|社会)?(?:招聘|採用|人力资源|人事|人資|人才|新卒採用|中途採用)\S*$|(?:総務|人事|管理)\S*(?:部|課)\S*$"
)


def _undesked(desk: re.Match[str]) -> str:
    """Sundvall System is a company, Info Sundvall its mailbox."""
    last = desk.end() == len(desk.string) and desk.start() > 0
    return (
        desk[0]
        if TOWN_HALL.fullmatch(desk[0])
        or (last and re.fullmatch(r"systems?|services?|search|personal|desk|office", desk[0], re.IGNORECASE))
        else " "
    )


def _may_sign(name: str) -> bool:
    """Whether a piece of a signature can be a company: no title, no address, no sentence."""
    capital = name[0].isupper() or not name[0].isascii()
    words = name.split()
    lower = [word for word in words[1:] if word[:1].islower() and word.lower() not in _LINKS]
    capital = capital and len(lower) < 3 and not FAREWELL.match(words[0])
    return capital and not is_title(name) and len(name.split()) <= 6 and not re.search(r"\d{3}|@|https?:|www\.", name)


def by_legal_form(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for match in re.finditer(rf"(?<!\w){LEGAL}(?!\w)", line):
            words = re.split(r"[,;:|·•(]|\.\s", line[max(0, match.start() - 70) : match.start()])[-1].split()
            taken: list[str] = []
            while words and (_is_capital(words[-1].strip("\"'")) or words[-1] in _LINKS):
                taken.insert(0, words.pop())
            while taken and taken[0] in _LINKS:
                taken.pop(0)
            if taken:
                yield f"{' '.join(taken)} {match[0]}"


_UNSPACED = re.compile(
    r"((?:株式会社|有限会社|合同会社|学校法人|医療法人)[^\s、。,「」()（）:：|】様の/／]{2,20}|[^\s、。,「」『』【】()（）:：|]{2,20}(?:株式会社|有限会社|合同会社|股份有限公司|有限公司|集团))"
)
_UNSPACED_CUES = {
    "ja": re.compile(r"(?:^|\n|[、。\s【])([^\s、。「」【】()]{2,20}?)(?=(?:の?(?:採用|人事|人材)(?:担当|部|課|チーム|事務局|グループ)))|【([^】]{2,20})】|^([^\s、。]{2,20}?)(?=の[^\s、。]{1,4}(?:です|と申します))", re.MULTILINE),
    "zh": re.compile(r"(?:感谢您?(?:对|关注|应聘|申请|投递|选择|参加|报名)|感謝您?(?:對|應徵|申請|參加)|应聘|加入|我是)([^\s,，。的您]{2,12}?)(?=的|(?<!有限)公司|集团|岗位|20\d\d|招聘|，|,|。|hr|HR)|【([^】\s]{2,12})】(?<!通知】)(?<!结果】)(?<!面试】)(?<!招聘】)(?<!应聘】)(?<!进展】)(?<!回复】)(?<!提醒】)"),
}  # fmt: skip


def unspaced(text: str, language: str) -> Iterator[str]:
    if language in _UNSPACED_CUES:
        yield from (_named(found) for found in _UNSPACED.findall(text))
        yield from (
            next(filter(None, groups), "") if isinstance(groups, tuple) else groups
            for groups in _UNSPACED_CUES[language].findall(text)
        )


def introduced(text: str, shown: str, language: str) -> Iterator[str]:
    """Of whom the sender says that he is: 喫茶こもれび堂の波多野です, from 波多野 修平."""
    if language == "ja":
        for found in re.finditer(r"(?:^|[。、\s])([^\s、。「」()の]{2,20})の([^\s、。]{1,4})(?:です|と申します)", text):
            if shown.startswith(found[2]):
                yield found[1]


_LEAVE = re.compile(
    r"(?:^|[。！!\s])([^\s,，。、的我本]{2,14}(?:出版社|公司|集团|集團|大学|大學|学院|医院|醫院|学校|學校|研究院|研究所|银行|銀行|事务所|工作室|基金会|博物馆|图书馆))(?:谨|衷心|诚挚|再次|再度)?(?:感谢|感謝)(?:您|你)"
)


def taking_leave(text: str, language: str) -> Iterator[str]:
    """The house that thanks in the last paragraph, with what kind of house it is in its name: 青沣出版社感谢您."""
    if language == "zh":
        yield from _LEAVE.findall(next((p for p in reversed(text.split("\n\n")) if p.strip()), ""))


def _named(found: str) -> str:
    """Without the verb before a name and the desk behind it."""
    name = re.sub(r"^.*(?:感谢您?|参加|应聘|加入|投递|申请|关注|选择|报名|應徵|申請|參加)(?:了)?(?=\S{4})", "", found)
    return re.sub(r"(?:人事|採用|人材|総務|管理|HR|の).*$", "", name)


def runs(line: str) -> Iterator[str]:
    """Every run of up to six words of a line that may be a name: it begins with a capital, or stands alone."""
    words = line.split()[:1_500]
    alone = len(words) == 1
    for start, word in enumerate(words):
        first = word.lstrip("\"'([«")
        if not first or not (_is_capital(first) or alone):
            continue
        run = ""
        for following in words[start : start + 6]:
            run = f"{run} {following}".strip()
            yield re.sub(r"'[^\W\d_]{1,4}$", "", run.strip("\"'([«»)],.;:!?"))
            if following[-1] in ',;:!?)]"».' and len(following) > 3:
                break


def run_from(tail: str, language: str) -> str:
    """The name that begins here: in quotes, or words with capitals and the links between them."""
    quoted = re.match(r"[\"«„'「]([^\"»“'」]{2,50})[\"»“'」]", tail)
    if quoted:
        return quoted[1]
    taken: list[str] = []
    for word in tail.split():
        bare = word.strip("\"')")
        if not (_is_capital(bare) or (taken and bare in _INSIDE)):
            break
        if language == "tr" and "'" in bare:
            taken.append(bare.split("'")[0])
            break
        taken.append(bare.rstrip(",;:!?."))
        if word[-1] in ",;:!?)" or (word[-1] == "." and len(bare) > 3):
            break
    return " ".join(taken[:6])


_BEFORE = {
    "tr": re.compile(
        r"(?<!\S)((?:(?![a-zçğıöşü])\w[\w&-]{0,30} ){0,4}(?![a-zçğıöşü])\w[\w&-]{0,30})"
        r"(?: (?:bünyesinde|şirketinde|firmasında|ailesine)|'(?:y?[ea]|n?[dt][ea]ki) (?:olan |gösterdiğiniz )?(?:ilgi|başvur))"
    )
}


def run_before(text: str, language: str) -> Iterator[str]:
    """The names before words that follow an employer's, in languages that put them behind: "Yeldeğirmeni Enerji bünyesindeki"."""
    if language in _BEFORE:
        yield from _BEFORE[language].findall(" ".join(text.split()))


_INFLECTED_BODY = re.compile(  # in other cases than the nominative
    r"(?:üniversitesi|hastanesi|belediyesi|okulu|lisesi|bankası|koleji)[^\W\d_]+|üniversite\w+|hastane\w+|(?:universit|univerzit|uniwersyte|nemocnic|szpital|politechni|škol|szkol|університет|лікарн|больниц|университет|школ)\w*",
    re.IGNORECASE,
)


def as_institution(name: str, line: str) -> str:
    """A name with the body that it is a part of, if a line goes on so: Akçapınar, in «Akçapınar Üniversitesi».

    Empty if the body stands in another case than the nominative.
    """
    before = re.search(rf"(?<![^\W_])((?=[^\W\d_])[^\W_]+) {re.escape(name)}(?!\w)", line)
    if before and not INSTITUTION.search(name) and _is_capital(before[1]):
        if INSTITUTION.fullmatch(before[1]):
            return f"{before[1]} {name}"
        if _INFLECTED_BODY.fullmatch(before[1]):
            return ""
    behind = re.search(rf"(?<!\w){re.escape(name)} ((?=[^\W\d_])[^\W_]+)", line)
    if not behind or INSTITUTION.search(name) or not _is_capital(behind[1]):
        return name
    if INSTITUTION.fullmatch(behind[1]):
        return f"{name} {behind[1]}"
    return "" if _INFLECTED_BODY.fullmatch(behind[1]) else name


_THANKS = re.compile(
    r"\s(?:thanks you|would like to thank|wishes to thank|regrets|dankt|bedankt|(?:vous|te) remercie|(?:le |te |les |lhe |vos )?agradece|(?:La|ti|Le|Vi|la) ringrazia|dziękuje|tackar|takker|"
    r"(?:Vám |vám |Ti )?děkuje|(?:vă|îți) mulțumește|(?:Вам )?дякує|(?:Вас )?благодарит|(?:σας |Σας )?ευχαριστεί)\s(?=\S)"
)


def thanking(flat: str) -> Iterator[str]:
    """Whoever thanks at the beginning of a sentence, so in the nominative: an institution, or words with capitals alone."""
    for verb in _THANKS.finditer(flat):
        name = re.split(r"(?:^|[.!?:;,])\s+", flat[max(0, verb.start() - 90) : verb.start()])[-1].strip()
        words = re.sub(
            r"^(?:[Tt]he|[Dd](?:ie|as|er)|L[ae]|L'|El|Il|[Dd]e|[Hh]et|[OA]|[Ηη]|[Ττ]ο|[Οο]) ?(?=[^\W\d_a-z])", "", name
        ).split()
        quoted = re.search(r"^(?:[^\W\d_]+ ){1,3}\"([^\"]{3,40})\"$", name)
        if quoted:
            yield quoted[1]
        elif 1 < len(words) < 9 and words[0][:1].isupper() and not DESK.match(words[0]):
            whole = " ".join(words)
            if all(_is_capital(word) or word in _LINKS for word in words) or INSTITUTION.search(whole):
                yield whole


_BODY = re.compile(
    r"vårdcentral\w*|kommun|skola|folkhögskola|förskola|bibliotek|sjukhus|församling|tandvård|vårdhem|hotell|värdshus|bageri|museum|teater|gård|mejeri|bryggeri|herrgård|äldreboende|"
    r"kommune|skole|efterskole|højskole|folkehøgskole|barnehage|børnehave|sykehjem|plejehjem|plejecenter|bakeri|meieri|mejeri|kro|hotel|hotell|rådhus|fjordhotell|teater|menighet|sogn|apotek|"
    r"univerzita|nemocnice|knihovna|škola|muzeum|divadlo|lékárna|uniwersytet|szpital|biblioteka|szkoła|teatr|apteka|університет|лікарня|бібліотека|школа|музей|театр|аптека|"
    r"университет|больница|библиотека|οινοποιείο|νοσοκομείο|πανεπιστήμιο|bibliothèque|vårdcentralen"
)


def is_body(word: str) -> bool:
    """Whether a lower-case word ends the name of a public house: Tallbackens vårdcentral, Zlatohorská univerzita."""
    return bool(_BODY.fullmatch(word))


# Nothing but the nominative: an adjective before the body, or its owner in the genitive.
_WITH_BODY = {
    "sv": r"s", "da": r"s", "no": r"s", "cs": r"[áýé]", "pl": r"(?:sk|ck|n)[iae]|[iy]", "uk": r"[аий]|ий|ка", "ru": r"(?:ая|ий|ый|ой|ое)",
}  # fmt: skip


def with_bodies(flat: str, language: str) -> Iterator[str]:
    """Names that end in a lower-case word: Tallbackens vårdcentral, Zlatohorská univerzita."""
    ending = _WITH_BODY.get(language)
    if ending:
        for found in re.finditer(
            rf"(?<!\w)((?:(?=[^\W\d_a-z])[\w-]+ )?(?=[^\W\d_a-z])[\w-]+{ending}) ({_BODY.pattern})(?!\w| [\"«„])", flat
        ):
            yield found[0]


def without_desks(name: str) -> str:
    """Without a team or a department before or behind it."""
    words = name.split()
    while len(words) > 1 and DESK.fullmatch(words[0].strip("-:,")) and not TOWN_HALL.fullmatch(words[0]):
        words.pop(0)
    while len(words) > 1 and DESK.fullmatch(words[-1].strip("-:,")):
        words.pop()
    return " ".join(words)


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()


def declined(run: str, cue: str, language: str) -> bool:
    """Whether a name may stand in another case than its own: "bei der Deutschen Bahn"."""
    words = run.split()
    return (
        language == "de"
        and len(words) > 1
        and words[0].endswith("en")
        and bool(re.search(r"(?:beim|der|dem|den)\s*$", cue))
    )
