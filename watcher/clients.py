"""The client whose decision an agency passes on, where the agency names it: "our client Pellmont"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.desks import INSTITUTION, is_companylike, is_title
from watcher.domains import HAN
from watcher.orgnames import LEGAL_WORD, run_from, tidy
from watcher.roles import flattened
from watcher.titles import names_a_job

# In the nominative where names are inflected: what stands behind another case may be inflected, too.
_CLIENT = re.compile(
    r"(?<!\w)(?:(?:our|my) client|(?:unser|mein)(?:e[nm]?)? (?:Kunden?|Mandant(?:en)?|Auftraggebern?|Auftraggeber)|(?:notre|mon) client|(?:nuestr[oa]|mi) (?:empresa )?cliente|"
    r"(?:il |del |dal )?(?:nostro|mio) cliente|(?:onze|mijn) (?:klant|opdrachtgever)|(?:nosso|meu) cliente|(?:nasz|mój) klient|(?:vår|min) (?:kund|uppdragsgivare)|"
    r"(?:vores|min) kunde|(?:vår|min) (?:kunde|oppdragsgiver)|müşterimiz(?: olan)?|(?:náš|můj) klient|client(?:ul|ului) (?:nostru|meu)|"
    r"(?:наш|мій) (?:клієнт|замовник)|(?:наш|мой) (?:клиент|заказчик)|ο πελάτης μας)(?=[\s,:–-])"
    r"[,:–-]?\s*(?P<firm>(?:(?:die|der|das|la|l'|il|the|de|η|a|o|het)?\s?(?:firma|firm|company|unternehmen|société|entreprise|empresa|compañía|azienda|società|bedrijf|företaget|virksomheden|"
    r"selskapet|společnost|compania|компанія|компания|εταιρε?ία)\s)?)\s*(?:(?:die|der|das|la|le|il|the|de|het|a|o|η)\s)?",
    re.IGNORECASE,
)

# Where the subject names it, too: 株式会社みなと計測の「品質管理」のポジション
_FIRM = re.compile(
    r"(?:株式|有限|合同)会社([^\s、。「」()様の]{2,20})(?=[様の])|([^\s、。「」()様のた]{2,20})(?:株式|有限|合同)会社(?=[様の])"
)


# What an agency hears from its client: "heard back from Oxbury Looms", "w siedzibie firmy Borowianka". No person is "they".
_HEARD = re.compile(
    r"(?<!\w)(?:(?:heard(?: back)?|feedback|word|news|decision|response|reply|answer) (?:today |now )?from(?: the team at)?|(?:interview|meeting|conversation|application|chat) (?:with|at|to)(?: the team at)?|(?:Rückmeldung|Nachricht|Antwort|Absage) (?:von|der Firma)|"
    r"(?:retour|réponse|décision) (?:de la part )?de(?: chez)?|(?:respuesta|noticias|comentarios) de|(?:riscontro|risposta|notizie) (?:da|di)|(?:reactie|terugkoppeling|bericht) van|(?:retorno|resposta|notícias) d[aeo]|"
    r"(?:svar|besked|återkoppling|tilbagemelding|tilbakemelding|beskjed) (?:från|fra))\s+",
    re.IGNORECASE,
)
_THEY = re.compile(r"\b(?:they|ont|han|hanno|sie haben|ze|zij|eles|de har)\b", re.IGNORECASE)
_FIRM_WORD = re.compile(r"(?<!\w)(?:firm[aąęy]|firmie|der Firma|the company|l'entreprise|la société|la empresa|l'azienda|la ditta|het bedrijf|a empresa|företaget|firmaet|společnost[ií]?|компан[иіи][яюийїє]+|фірм[аиіу]|фирм[аыеу])\s+(?=[^\W\d_])", re.IGNORECASE)  # fmt: skip


def heard_from(text: str, language: str) -> Iterator[str]:
    """The clients that an agency tells of without calling them so; to be read only where an agency writes."""
    for paragraph in re.split(r"\n\s*\n", text):
        flat = flattened(paragraph)
        for cue in (*_HEARD.finditer(flat), *_FIRM_WORD.finditer(flat)):
            tail = flat[cue.end() :][:160]
            name = tidy(run_from(tail, language)) if tail[:1].isupper() or tail[:1] in "\"'" else ""
            legal = LEGAL_WORD.search(name) or is_companylike(name) or INSTITUTION.search(name)
            they = _THEY.search(tail[len(name) :]) and not re.search(r"\b(?:he|she)\b", tail, re.IGNORECASE)
            if name and not is_title(name) and (legal or they or cue.re is _FIRM_WORD):
                yield name


# Without spaces no capital tells where a name ends: the subject does, or the quotes.
_UNSPACED_CLIENT = re.compile(
    r"(?:我们的|我们|我方|我的|我司)?(?:客户|客戶)(?:公司|企业|方)?(?=[^\s,，。的])|(?:クライアント|取引先|紹介先)(?:企業)?(?:様)?(?:の|である|、)"
)


def _unspaced(subject: str, text: str) -> Iterator[str]:
    """A client that the text names and that the subject sets off by spaces or quotes: 青禾银行 风险经理 进展."""
    pieces = [p for p in re.split(r"[\s,、。:;|/()「」【】《》\"]+", subject) if len(p) > 2 and HAN.search(p)]
    for cue in _UNSPACED_CLIENT.finditer(text):
        tail = text[cue.end() : cue.end() + 40].lstrip('「"《')
        yield from (piece for piece in pieces if tail.startswith(piece) and not names_a_job(piece))


def named(subject: str, text: str, language: str) -> Iterator[str]:
    """The clients that an agency names plainly: as a company, in quotes, or more than once."""
    said = f"{subject}\n{text}"
    yield from (firm for firm in dict.fromkeys(filter(None, sum(_FIRM.findall(text), ()))) if firm in subject)
    if language in {"ja", "zh"}:
        yield from _unspaced(subject, text)
    for paragraph in (subject, *re.split(r"\n\s*\n", text)):
        flat = flattened(paragraph)
        for cue in _CLIENT.finditer(flat):
            tail = flat[cue.end() : cue.end() + 120]
            name = tidy(run_from(tail, language))
            if not name or is_title(name):
                continue
            again = len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", said)) > 1
            plain = cue["firm"] or not tail[:1].isalnum() or is_companylike(name) or INSTITUTION.search(name)
            if again or plain:
                yield name
