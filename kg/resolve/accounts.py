"""What the reports of one event tell together: an account for each article, and one of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from kg.model import Account, AgreementStatus, Argument, Interval, Status
from kg.resolve.likeness import FEW_DAYS
from kg.resolve.reports import FIRMNESS, PLACE_ROLES, Report, days_of

ENCOUNTERS = frozenset({"Meeting", "Call", "Visit", "MessageExchange"})


def best_report(reports: Sequence[Report]) -> Report:
    """The report that knows most, of the firmest status."""
    return min(
        reports,
        key=lambda r: (
            r.mention.definite,
            r.mention.bare,
            FIRMNESS.index(r.mention.status),
            -r.persons,
            -len(r.actors),
            r.mention.basis or "",
            r.mention.interval is None,
            days_of(r.mention.interval),
            not r.places,
            *r.standing,
        ),
    )


def merged_account(reports: Sequence[Report], article: str | None = None) -> Account:
    """What some reports tell together: the firmest status, and the time that goes with it.

    An encounter that was expected for a day and then held is of that day; what is only sought for a day dates
    no standing relation.
    """
    status = _status(reports)
    firm = [r for r in reports if r.mention.status == status]
    dating = firm if firm[0].family in {"Relation", "Interaction"} else reports
    evidence = tuple(sorted({r.evidence for r in reports}))
    interval = _interval(firm) or _interval(dating)
    return Account(article, _arguments(reports), interval, status, evidence, _occasion(reports))


def accounts(reports: Sequence[Report], merged: Account) -> tuple[Account, ...]:
    """One account for each article; that of a single one is the merged account."""
    by_article: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_article[report.article.identifier].append(report)
    if len(by_article) == 1:
        return (replace(merged, article=next(iter(by_article))),)
    return tuple(merged_account(found, article) for article, found in sorted(by_article.items()))


def _status(reports: Sequence[Report]) -> Status | AgreementStatus:
    """That of the best report; of an encounter the firmest, what points back to it included ("The visit was called off")."""
    best = best_report(reports)
    if best.family not in ENCOUNTERS or best.mention.bare:
        return best.mention.status
    return min((r.mention.status for r in deciding(reports)), key=FIRMNESS.index)


def deciding(reports: Sequence[Report]) -> list[Report]:
    """The reports that say whether an event was: what hangs on a fuller one only where its text has none of it."""
    full = {r.article.identifier for r in reports if not r.mention.bare}
    return [r for r in reports if not r.mention.bare or r.article.identifier not in full]


def _interval(reports: Sequence[Report]) -> Interval | None:
    """The time that most articles bear out, the narrowest such, the earlier of two.

    A visit lasts from the first day told to the last.
    """
    told = {r.mention.interval for r in reports if r.mention.interval is not None}
    if not told:
        return None
    best = min(told, key=lambda i: (-_bearing_out(i, reports), days_of(i), i.earliest, i.edtf))
    if reports[0].family != "Visit" or days_of(best) > 0:
        return best
    return _stay({i for i in told if _overlap(i, best, FEW_DAYS)})


def _bearing_out(interval: Interval, reports: Sequence[Report]) -> int:
    """How many articles tell a time that agrees with one."""
    agreeing = (r for r in reports if r.mention.interval and _overlap(r.mention.interval, interval, FEW_DAYS))
    return len({r.article.identifier for r in agreeing})


def _overlap(x: Interval, y: Interval, slack: timedelta) -> bool:
    return x.earliest <= y.latest + slack and y.earliest <= x.latest + slack


def _occasion(reports: Sequence[Report]) -> str | None:
    """The encounter that most articles have an agreement reached at; the first of several such."""
    told = {(r.article.identifier, r.occasion) for r in reports if r.occasion is not None}
    votes = Counter(occasion for _, occasion in told)
    return min(votes, key=lambda o: (-votes[o], o), default=None)


def _stay(told: set[Interval]) -> Interval:
    """The days from the first to the last of some that are told exactly."""
    days = [i for i in told if days_of(i) <= FEW_DAYS.days]
    first, last = min(i.earliest for i in days), max(i.latest for i in days)
    return Interval(first, last, str(first) if first == last else f"{first}/{last}")


def _arguments(reports: Sequence[Report]) -> tuple[Argument, ...]:
    """The actors of the report that names most persons, all parties, and places more exact than a country."""
    named = min(
        reports, key=lambda r: (r.mention.definite, not r.actors, -r.persons, -len(r.actors), *r.standing)
    )
    actors = {a for a in named.arguments if a.role not in PLACE_ROLES}
    actors |= {a for r in reports for a in r.arguments if a.role == "party"}
    places = {a for r in reports for a in r.arguments if a.role in PLACE_ROLES}
    exact = {a for a in places if not a.entity.startswith("country/")}
    return tuple(sorted(actors | (exact or places)))
