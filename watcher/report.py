"""What it saw, decided and drafted, as plain values: for `status`, `explain`, `evaluate`, and their --json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from watcher import safety
from watcher.classifier import Classifier
from watcher.curves import Judged
from watcher.figures import measure
from watcher.files import Row
from watcher.state import DraftState, Intent, Outcome, State
from watcher.text import words
from watcher.visit import Study, Tally, describe


def outcome_row(outcome: Outcome) -> dict[str, Any]:
    """One mail, with the reason in the words that the log uses."""
    return {
        "id": outcome.source, "folder": outcome.place.folder, "uid": outcome.place.uid, "received": outcome.received.isoformat(),
        "sender": outcome.sender, "subject": outcome.subject, "probability": round(outcome.probability, 4), "verdict": outcome.band,
        "telling": list(outcome.telling), "reason": outcome.reason, "detail": outcome.detail,
    }  # fmt: skip


def draft_row(intent: Intent) -> dict[str, Any]:
    """One draft, and what became of it."""
    became = intent.fate.value if intent.state is DraftState.DRAFTED else intent.state.value
    return {
        "id": intent.source, "to": intent.person, "relation": intent.relation, "why": intent.why, "message_id": intent.message_id,
        "template": intent.template, "created": intent.created.isoformat(), "became": became,
    }  # fmt: skip


def status(state: State, most: int = 50, *, everything: bool = False) -> dict[str, Any]:
    """One account: counts by reason, the newest mails that mattered (or all of them), the newest drafts."""
    outcomes = state.outcomes(100_000)
    told = [outcome for outcome in outcomes if everything or outcome.reason != "not a rejection"]
    most = len(outcomes) + most if everything else most
    return {
        "account": state.account,
        "stopped": safety.standing(state),
        "seen": len(outcomes),
        "reasons": dict(Counter(outcome.reason for outcome in outcomes).most_common()),
        "last_seen": outcomes[0].seen.isoformat() if outcomes else None,
        "mails": [outcome_row(outcome) for outcome in told[:most]],
        "drafts": [draft_row(intent) for intent in state.drafts()[::-1][:most]],
        "labels": len(state.labelled_words()),
    }


def visited(name: str, tally: Tally) -> dict[str, Any]:
    """What one visit did."""
    return {
        "account": name, "seen": len(tally.outcomes), "labels": tally.labels, "settled": tally.settled, "open": tally.open,
        "known": tally.known, "reasons": dict(Counter(outcome.reason for outcome in tally.outcomes).most_common()),
        "mails": [outcome_row(outcome) for outcome in tally.outcomes], "drafts": [draft_row(intent) for intent in tally.drafts],
    }  # fmt: skip


def explained(study: Study) -> dict[str, Any]:
    """Verdict, facts, people, decision and reason of one mail."""
    facts, thanks = study.facts, study.thanks
    return {
        "id": study.mail.identity, "subject": study.mail.subject, "sender": study.mail.sender.address if study.mail.sender else "",
        "probability": round(study.verdict.probability, 4), "verdict": study.verdict.band.value, "model": study.verdict.model,
        "telling": list(study.verdict.telling), "sentence": study.verdict.sentence, "reason": study.decision.reason.value,
        "facts": {
            "language": facts.language, "informal": facts.informal, "stage": f"{facts.stage.value} ({facts.stage_where})",
            "company": f"{facts.company.value} ({facts.company.where})" if facts.company else None,
            "role": f"{facts.role.value} ({facts.role.where})" if facts.role else None,
        } if facts else None,
        "thanks": [f"{r.person.name} <{r.person.address}>: {r.relation.value}, {r.why}".strip() for r in thanks.recipients] if thanks else [],
        "left_out": [f"{left.person.address if left.person else '-'}: {left.why.value}" for left in thanks.left_out] if thanks else [],
        "detail": describe(study),
    }  # fmt: skip


def classified(classifier: Classifier, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """One object a mail."""
    verdicts = ((row, classifier.judge_words(words(row.mail))) for row in rows)
    return [{"id": row.name, "probability": round(v.probability, 4), "verdict": v.band.value} for row, v in verdicts]


def judged(rows: Iterable[Row], ignore: Sequence[str]) -> list[Judged]:
    """Labelled rows for a report page; the label is the kind."""
    return [
        Judged(row.name, words(row.mail), row.label == "rejection", row.label, row.language)
        for row in rows
        if row.label not in ignore
    ]


def evaluated(classifier: Classifier, rows: Iterable[Row], ignore: Sequence[str]) -> dict[str, Any]:
    """Figures on labelled rows at the shipped drafting threshold; rows with an ignored label are left out."""
    kept = [row for row in rows if row.label not in ignore]
    p = [classifier.model.probability(words(row.mail)) for row in kept]
    truth = [row.label == "rejection" for row in kept]
    threshold = classifier.thresholds.draft
    whole = measure(p, truth, threshold)
    asked = measure(p, truth, classifier.thresholds.ask)
    result: dict[str, Any] = {"n": whole.n, "rejections": whole.rejections, "threshold": threshold}
    result |= {
        k: round(v, 4)
        for k, v in asdict(whole).items()
        if k in {"precision", "recall", "f1", "average_precision", "calibration_error"}
    }
    result["recall_with_ask"] = round(asked.recall, 4)
    result["by_language"] = {}
    for language in sorted({row.language for row in kept}):
        index = [number for number, row in enumerate(kept) if row.language == language]
        part = measure([p[i] for i in index], [truth[i] for i in index], threshold)
        result["by_language"][language] = {
            "n": part.n, "rejections": part.rejections, "precision": round(part.precision, 4), "recall": round(part.recall, 4), "f1": round(part.f1, 4),
        }  # fmt: skip
    return result
