"""What the network says, for the page: the analysis by numbers, each list up to so many rows, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from kg.analytics.analysis import Analysis
from kg.analytics.change import Period
from kg.analytics.dyads import Encounters, Line
from kg.analytics.standing import Standing

Numbers = Mapping[str, int]
Row = list[Any]

ROWS = 60
MEMBERS = 40
RANKS = 6
"""How much of a list the page shows; `kg analyze` tells all."""


def findings(found: Analysis, number: Numbers) -> dict[str, Any]:
    """The figures of every actor, and the first rows of each list beside its length."""
    shown = {
        "communities": (found.communities, _communities(found, number)),
        "ties": (found.ties, _ties(found, number)),
        "periods": (found.periods, _periods(found.periods, number)),
        "encounters": (found.encounters, _encounters(found.encounters, number)),
        "pairs": (found.lines, _pairs(found.lines, number)),
        "triads": (found.triads, _triads(found, number)),
    }
    rows = {name: {"of": len(every), "rows": list(first)} for name, (every, first) in shown.items()}
    return {
        "actors": [_standing(row, number) for row in found.standings],
        "sources": found.betweenness_sources,
        "dated": _dated(found, number),
        **rows,
    }


def _standing(row: Standing, number: Numbers) -> Row:
    figures = (row.strength, row.betweenness, row.pagerank, row.constraint, row.effective_size)
    cut = int(row.cut_point)
    return [
        number[row.actor],
        row.degree,
        *map(_figure, figures),
        row.core,
        row.community,
        cut,
        _all(row.events, number),
    ]


def _dated(found: Analysis, number: Numbers) -> list[Row]:
    """The facts that have a date, each with its actors: what any stretch of time brought is worked out from them."""
    return [[number[told.identifier], *_all(told.actors, number)] for told in found.told if told.start]


def _ties(found: Analysis, number: Numbers) -> Iterable[Row]:
    for tie in found.ties[:ROWS]:
        yield [_all(tie.actors, number), _figure(tie.weight), _all(tie.events, number)]


def _periods(periods: Sequence[Period], number: Numbers) -> Iterable[Row]:
    """The latest first: its foremost actors, each with its rank in the period before (none: 0)."""
    earlier = [Period("", (), ()), *periods]
    for before, period in [*pairwise(earlier)][: -ROWS - 1 : -1]:
        rank = {actor: place for place, actor in enumerate(before.ranking, 1)}
        first = [[number[actor], rank.get(actor, 0)] for actor in period.ranking[:RANKS]]
        yield [period.name, first, len(period.ranking), _all(period.events, number)]


def _communities(found: Analysis, number: Numbers) -> Iterable[Row]:
    """The members of each, those with most weight first."""
    order = {row.actor: rank for rank, row in enumerate(found.standings)}
    for members in found.communities[:ROWS]:
        yield [len(members), _all(sorted(members, key=order.__getitem__)[:MEMBERS], number)]


def _encounters(rows: Sequence[Encounters], number: Numbers) -> Iterable[Row]:
    """Those with most events first."""
    for row in sorted(rows, key=lambda row: -len(row.events))[:ROWS]:
        yield [_all(row.states, number), str(row.level).replace("_", " "), _all(row.events, number)]


def _pairs(lines: Sequence[Line], number: Numbers) -> Iterable[Row]:
    """Those with most of both first."""
    for line in sorted(lines, key=lambda line: -(line.cooperation + line.conflict))[:ROWS]:
        points = [
            [point.month, _figure(point.cooperation), _figure(point.conflict), _all(point.events, number)]
            for point in line.points
        ]
        yield [_all(line.states, number), _figure(line.cooperation), _figure(line.conflict), points]


def _triads(found: Analysis, number: Numbers) -> Iterable[Row]:
    """The unbalanced first."""
    for triad in sorted(found.triads, key=lambda triad: triad.balanced)[:ROWS]:
        yield [_all(triad.states, number), list(triad.signs), int(triad.balanced), _all(triad.events, number)]


def _all(identifiers: Iterable[str], number: Numbers) -> list[int]:
    return [number[identifier] for identifier in identifiers]


def _figure(value: float | None) -> float | None:
    """To three digits after the point, a whole number without any."""
    short = None if value is None else round(value, 3)
    return int(short) if short is not None and short == int(short) else short
