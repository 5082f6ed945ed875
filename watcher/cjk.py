"""Roles in Japanese and Chinese, which no space sets off: what stands around them does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.titles import clean, names_a_job

_KEEPS_JOB = re.compile(
    r"(?:営業|事務|総合|技術|研究|販売|企画|一般|専門|管理|製造|介護|看護|保育|経理|人事|広報|開発|接客)$"
)
_JA = (
    re.compile(r"[「『【\"]([^「」『』【】\"]{2,40})[」』】\"](?=\s?(?:職|枠|の?(?:ポジション|求人|募集|選考|職種|ポスト)|に(?:ご応募|つき|つい|関)|へ(?:の|ご)|への?ご?応募|にお?申))"),
    re.compile(r"(?:弊社|当社|弊所|当院|当園|当校|当館|当行|当学園|本学園|本校|本学|本院|このたびは?|この度は?|先日は?|、|。|の|^|\s)(?:の|、)?([^\s、。「」『』()のにはを]{2,24})(?=(?:職|枠)(?:に|へ|の|を|で|応募|募集|採用|選考|、))"),
    re.compile(r"(?:弊社|当社|弊所|当院|当園|当校|当館|当行|当学園|本学園|本校|本学|本院|このたびは?|この度は?|先日は?|、|。|^|\s|(?:大学|病院|会社|銀行|学園|役所|図書館)の)(?:の|、)?([^\s、。「」『』()のにはを]{2,24})(?=の(?:ポジション|求人|職種|募集|ポスト|選考|採用選考|採用試験|採用面接|(?:一次|二次|最終)?面接)(?:に|へ|の|を|で))"),
    re.compile(r"(?:^|[。\s])([^\s、。「」『』()のにはを]{2,24})の件(?=(?:です|につきまし|について|は))"),
)  # fmt: skip
_OCCASION = re.compile(
    r"先日|先週|先月|昨日|本日|今日|今回|前回|次回|当日|過日|先般|この間|[0-9０-９一二三四五六七八九十]+[月日].*|[月火水木金土日]曜日?|午前|午後|オンライン|対面|電話|書類|ご?応募|弊社|御社|貴社|皆様?|上次|本次|这次|昨天|今天|上周|近期|此前|线上|现场|电话"
)
_ZH_NOUN = r"(?:岗位|职位|一职|职务|岗|職位|一職|職務|職缺|崗位)"
_ZH = (
    re.compile(rf"[「『【《\"]([^「」『』【】《》\"]{{2,40}})[」』】》\"](?=\s?(?:的)?(?:工作)?{_ZH_NOUN}|$)"),
    re.compile(rf"(?:应聘|申请|投递|竞聘|應徵|应征|報考|报考|申請|报名|参加|面试|担任)(?:[^\s,，。;；:：]{{0,16}}的)?([^\s,，。;；:：的了「\"]{{2,20}}?)(?=的?{_ZH_NOUN})"),
    re.compile(r"(?:^|[\s,，。;；:：、!！])([^\s,，。;；:：、的「\"]{2,12}?)(?:这个|这一|該|该|這個)(?:职位|岗位|職位|職缺)"),
    re.compile(r"(?:应聘|應徵|应征)([^\s,，。;；:：的了「\"]{2,16})$"),
)  # fmt: skip


def roles(flat: str, language: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each role that one line of text names, with what named it."""
    for pattern in _JA if language == "ja" else _ZH:
        for match in pattern.finditer(flat):
            value = re.sub(
                r"^(?:了|本|我司|我们|本公司|我公司|公司|[我本贵貴](?:院|校|所|馆|館|行|局|单位|單位)|贵司|敝司|弊社|当社|今回|求人)+",
                "",
                match[1],
            )
            quoted = flat[match.end() - 1] in '」』】"'
            kept = language == "ja" and not quoted and flat[match.end() :].startswith("職") and _KEEPS_JOB.search(value)
            value = clean(f"{value}職" if kept else value)
            named_by = re.search(r"(?:这个|这一|該|该|這個)\S{2}$", match[0])
            if value and named_by and not names_a_job(value):
                continue
            if (
                value
                and not re.search(
                    r"該|同$|別$|^(?:当|弊)\S{1,3}$|^(?:同|本|当|この|その|此|该|这|贵|別|他|正社員|中途採用|新卒採用|募集|採用|選考|[一二]次|最終|校园招聘)$|招聘$|結果|结果|您|你",
                    value,
                )
                and not _OCCASION.fullmatch(value)
            ):
                yield match, value
