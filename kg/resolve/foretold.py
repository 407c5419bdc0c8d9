"""Forecasts without a date, and what was held later: linked, never merged.

"The two may soon meet" of one year is not the meeting that another year tells of, but it may be. A forecast is
linked with the one encounter of the same people that no article tells beside it and that may lie after it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.model import Article, Event, Status
from kg.resolve.reports import FAMILY

AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})
ENCOUNTERS = frozenset({"Meeting", "Call", "Visit"})

Dates = Mapping[str, date | None]


def with_foretold(events: Sequence[Event], articles: Iterable[Article]) -> Iterator[Event]:
    """The events, forecasts with what they may have foretold."""
    dates = {a.identifier: a.creation_time for a in articles}
    held: dict[object, list[Event]] = defaultdict(list)
    for event in events:
        if event.merged.status is Status.HELD and not event.several:
            held[_people(event)].append(event)
    for event in events:
        ahead = event.merged.status in AHEAD and event.merged.interval is None and _people(event) is not None
        found = [h for h in held[_people(event)] if _may_follow(h, event, dates)] if ahead else []
        yield replace(event, foretold=(found[0].identifier,)) if len(found) == 1 else event


def _people(event: Event) -> object:
    """The family and the persons of an encounter; None for anything else."""
    family = FAMILY.get(event.kind, event.kind)
    actors = {*event.merged.fillers("participant"), *event.merged.fillers("visitor")}
    if family not in ENCOUNTERS or not actors or not all(a.startswith("person/") for a in actors):
        return None
    destination = event.merged.fillers("destination") if family == "Visit" else ()
    return family, tuple(sorted(actors)), destination


def _may_follow(held: Event, forecast: Event, dates: Dates) -> bool:
    """Whether an encounter may lie after its forecast, as far as the texts' dates tell."""
    if {a.article for a in held.accounts} & {a.article for a in forecast.accounts}:
        return False
    written = _days(forecast, dates)
    if held.merged.interval is not None:
        return not written or held.merged.interval.latest >= min(written)
    told = _days(held, dates)
    return not written or not told or max(told) >= min(written)


def _days(event: Event, dates: Dates) -> list[date]:
    """The dates of an event's articles; none where one has none."""
    found = [dates.get(a.article or "") for a in event.accounts]
    known = [day for day in found if day is not None]
    return known if len(known) == len(found) else []
