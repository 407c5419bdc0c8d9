"""The history of an event whose sentences have it be different things: first expected, then held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.model import AgreementStatus, Evidence, Stage, Status
from kg.resolve.accounts import deciding
from kg.resolve.reports import Report

WITH_HISTORY = frozenset({"Meeting", "Call", "MessageExchange", "Visit", "Agreement"})


def stages_of(reports: Sequence[Report]) -> tuple[Stage, ...]:
    """What each article has an event be, by when it was written; nothing where all have it be the same."""
    told: dict[tuple[str, Status | AgreementStatus], set[Evidence]] = defaultdict(set)
    dates = {r.article.identifier: r.article.creation_time for r in reports}
    for report in deciding(reports):
        whole = not report.mention.definite and not _is_part(report, reports)
        if report.family in WITH_HISTORY and whole:
            told[report.article.identifier, report.mention.status].add(report.evidence)
    if len({status for _, status in told}) < 2:
        return ()
    stages = (Stage(s, a, dates[a], tuple(sorted(e))) for (a, s), e in told.items())
    return tuple(sorted(stages, key=lambda s: (str(s.published or "9999"), s.article, s.evidence)))


def _is_part(report: Report, reports: Sequence[Report]) -> bool:
    """Whether a report of a stay is of one stop that others of it do not name: a cemetery to be seen in the city."""
    others = {p for r in reports if r.mention.status != report.mention.status for p in _exact(r)}
    return bool(_exact(report)) and bool(others) and not _exact(report) & others


def _exact(report: Report) -> frozenset[str]:
    return frozenset(p for p in report.places if not p.startswith("country/"))
