"""What changed: how the ranking moves from year to year, and what came between two dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.analytics.happenings import Happening, facts, within
from kg.analytics.ties import ordered, tie_actors


@dataclass(frozen=True, slots=True)
class Period:
    """The actors of one stretch of time by the weight of their ties, the heaviest first."""

    name: str
    ranking: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What the days after one date, up to another, brought: who is new, who is newly tied, whose rank moved.

    `ranks` are (actor, rank before, rank after), the ranks by the weight of all ties up to the date, in
    the order of the later ones.
    """

    since: date
    until: date
    events: tuple[str, ...]
    actors: tuple[str, ...]
    ties: tuple[tuple[str, str], ...]
    ranks: tuple[tuple[str, int, int], ...]


def rank_by_period(happenings: Iterable[Happening]) -> tuple[Period, ...]:
    """The ranking of every month where the facts span up to two years, else of every year; undated facts left out."""
    dated = [told for told in facts(happenings) if told.start and told.end]
    years = {told.start.year for told in dated if told.start}
    form = "%Y-%m" if years and max(years) - min(years) < 2 else "%Y"
    periods: dict[str, list[Happening]] = {}
    for told in dated:
        if told.start and told.end and f"{told.start:{form}}" == f"{told.end:{form}}":
            periods.setdefault(f"{told.start:{form}}", []).append(told)
    return tuple(_period(name, periods[name]) for name in sorted(periods))


def compare(happenings: Iterable[Happening], since: date, until: date) -> Change:
    """What the days after `since`, up to and with `until`, brought."""
    told = facts(happenings)
    before, after = within(told, None, since), within(told, None, until)
    then, now = tie_actors(before), tie_actors(after)
    ranks = {actor: rank for rank, actor in enumerate(ordered(then, then), 1)}
    moved = ((actor, ranks[actor], rank) for rank, actor in enumerate(ordered(now, now), 1) if actor in ranks)
    ties = {tuple(sorted(pair)) for pair in now.edges} - {tuple(sorted(pair)) for pair in then.edges}
    return Change(
        since,
        until,
        tuple(sorted({event.identifier for event in after} - {event.identifier for event in before})),
        tuple(sorted(set(now) - set(then))),
        tuple(sorted((one, other) for one, other in ties)),
        tuple(row for row in moved if row[1] != row[2]),
    )


def _period(name: str, told: list[Happening]) -> Period:
    ties = tie_actors(told)
    return Period(name, tuple(ordered(ties, ties)), tuple(sorted(happening.identifier for happening in told)))
