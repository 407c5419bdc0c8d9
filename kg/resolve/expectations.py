"""Events expected and held, where the texts' times do not make one history of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from kg.model import Conflict, Event, Interval, Span, Stage, Status
from kg.resolve.contradiction import conflict

TIME_ZONES = timedelta(days=2)
"""So much a day may be off without a text's being written before what it tells."""
NEXT_DAY = timedelta(days=1)
"""A text of the morning after may have been written the evening before."""
AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})
ENCOUNTERS = frozenset(
    {"Meeting", "Talks", "Summit", "Dialogue", "Consultation", "Call", "Visit", "StateVisit"}
)


def expected_and_held(events: Iterable[Event], dates: Mapping[str, date | None]) -> Iterator[Conflict]:
    """Events that a text plans which also tells them as held, or which was written when they were over.

    So is an event that is told as held by a text from before it.
    """
    for event in (e for e in events if e.merged.status is Status.HELD):
        yield from _out_of_order(event, dates)
        held = [s for s in event.stages if s.status is Status.HELD]
        for stage in (s for s in event.stages if s.status in AHEAD):
            beside = [s for s in held if s.article == stage.article and stage.status is Status.PLANNED]
            if any(_sentences(s) & _sentences(stage) for s in beside):
                continue
            if beside or _is_late(stage, event.merged.interval):
                sides = (*stage.evidence, *(beside or held)[0].evidence)
                comment = f"{event.label}: {_told(stage, bool(beside))}."
                yield conflict((event,), "status", comment, sides, event.preferences)


def _sentences(stage: Stage) -> set[Span]:
    return {e.span for e in stage.evidence}


def _is_late(stage: Stage, interval: Interval | None) -> bool:
    """Whether a text that plans an event was written when it was over."""
    return (
        stage.status is Status.PLANNED
        and stage.published is not None
        and interval is not None
        and stage.published > interval.latest + NEXT_DAY
    )


def _told(stage: Stage, beside: bool) -> str:
    what = stage.status.lower()
    if beside:
        return f"{what} in one sentence of {stage.article} and held in another: older words beside newer ones"
    return f"still {what} in {stage.article}, written when it was over"


def _out_of_order(event: Event, dates: Mapping[str, date | None]) -> Iterator[Conflict]:
    """An event told as held by a text written before the day that others have it on."""
    merged = event.merged.interval
    for account in event.accounts:
        written = dates.get(account.article or "")
        if merged is None or written is None or account.status is not Status.HELD:
            continue
        if written + TIME_ZONES < merged.earliest:
            others = [a for a in event.accounts if a.article != account.article and a.interval]
            sides = (*account.evidence, *(e for a in others[:1] for e in a.evidence))
            comment = (
                f"{event.label}: told as held in {account.article}, written on {written}, before it happened."
            )
            yield from [conflict((event,), "date", comment, sides)] if others else []


def foretold_and_held(events: Iterable[Event], dates: Mapping[str, date | None]) -> Iterator[Conflict]:
    """Mere forecasts, and what was held without a date: which came first, no text tells."""
    by_id = {e.identifier: e for e in events}
    for forecast in (e for e in by_id.values() if e.merged.status is Status.POSSIBLE):
        for held in (by_id[i] for i in forecast.foretold):
            if held.merged.interval is not None or _are_all_dated((forecast, held), dates):
                continue
            comment = (
                f"{forecast.label}: {forecast.merged.status.lower()} in {_articles(forecast)}, held without a "
                f"date in {_articles(held)}: the one foretold, or another."
            )
            yield conflict(
                (forecast, held), "status", comment, (*forecast.merged.evidence, *held.merged.evidence)
            )


def _are_all_dated(events: Iterable[Event], dates: Mapping[str, date | None]) -> bool:
    return all(dates.get(a.article or "") is not None for e in events for a in e.accounts)


def _articles(event: Event) -> str:
    return " and ".join(a.article or "" for a in event.accounts)
