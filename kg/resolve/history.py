"""The history of an event whose sentences have it be different things: first expected, then held."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from kg.model import AgreementStatus, Evidence, Stage, Status
from kg.resolve.accounts import deciding
from kg.resolve.likeness import AHEAD
from kg.resolve.reports import Report

WITH_HISTORY = frozenset({"Meeting", "Call", "MessageExchange", "Visit", "Agreement"})


def stages_of(reports: Sequence[Report]) -> tuple[Stage, ...]:
    """What each article has an event be, by when it was written; nothing where all have it be the same."""
    told: dict[tuple[str, Status | AgreementStatus], set[Evidence]] = defaultdict(set)
    dates = {r.article.identifier: r.article.creation_time for r in reports}
    for report in deciding(reports):
        whole = not report.mention.definite and not _is_part(report, reports)
        if report.family in WITH_HISTORY and whole and not _is_told_ahead(report, reports):
            told[report.article.identifier, report.mention.status].add(report.evidence)
    if len({status for _, status in told}) < 2:
        return ()
    stages = (Stage(s, a, dates[a], tuple(sorted(e))) for (a, s), e in told.items())
    return tuple(sorted(stages, key=lambda s: (str(s.published or "9999"), s.article, s.evidence)))


def _is_told_ahead(report: Report, reports: Sequence[Report]) -> bool:
    """Whether an event is ahead only of another that its text tells: "welcomed them ahead of their session", now over."""
    beside = any(r.is_in_text_of(report) and r.mention.status != report.mention.status for r in reports)
    if not beside or report.mention.status not in AHEAD:
        return False
    sentence, trigger = report.mention.sentence, report.mention.trigger
    return bool(_ahead().search(report.article.text[sentence.start : trigger.start]))


@cache
def _ahead() -> re.Pattern[str]:
    """A preposition, and the words between it and its noun."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    ahead, owners = ("|".join(table[name]) for name in ("ahead", "owners"))
    return re.compile(rf"\b(?:{ahead})\s+(?:(?:{owners})\s+)?(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)


def _is_part(report: Report, reports: Sequence[Report]) -> bool:
    """Whether a report of a stay is of one stop that others of it do not name: a cemetery to be seen in the city."""
    others = {p for r in reports if r.mention.status != report.mention.status for p in _exact(r)}
    return bool(_exact(report)) and bool(others) and not _exact(report) & others


def _exact(report: Report) -> frozenset[str]:
    return frozenset(p for p in report.places if not p.startswith("country/"))
