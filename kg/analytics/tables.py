"""The analysis as tables: which views there are, their columns and their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.analytics.analysis import Analysis
from kg.analytics.change import Change

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One table of an analysis: what it tells, its columns, and how its rows are made."""

    title: str
    columns: Row
    rows: Callable[[Analysis], Iterable[Row]]


def _actors(found: Analysis) -> Iterable[Row]:
    for row in found.standings:
        figures = (row.pagerank, row.betweenness, row.constraint, row.effective_size)
        yield (
            found.labels[row.actor],
            str(row.degree),
            _figure(row.strength),
            *map(_figure, figures),
            str(row.core),
            str(row.community),
            "yes" if row.cut_point else "",
            str(len(row.events)),
        )


def _ties(found: Analysis) -> Iterable[Row]:
    for tie in found.ties:
        figures = (_figure(tie.weight), tie.first, tie.last)
        yield (*_names(found, tie.actors), *figures, _names_in_one(found, tie.events))


def _communities(found: Analysis) -> Iterable[Row]:
    for number, members in enumerate(found.communities, 1):
        yield str(number), str(len(members)), _names_in_one(found, members)


def _periods(found: Analysis) -> Iterable[Row]:
    for period in found.periods:
        for rank, actor in enumerate(period.ranking, 1):
            yield period.name, str(rank), found.labels[actor], str(len(period.events))


def _levels(found: Analysis) -> Iterable[Row]:
    for row in found.encounters:
        level = str(row.level).replace("_", " ")
        yield *_names(found, row.states), level, str(len(row.events)), _names_in_one(found, row.events)


def _pairs(found: Analysis) -> Iterable[Row]:
    for line in found.lines:
        for point in line.points:
            figures = (_figure(point.cooperation), _figure(point.conflict))
            yield (
                *_names(found, line.states),
                point.month or "undated",
                *figures,
                _names_in_one(found, point.events),
            )


def _balance(found: Analysis) -> Iterable[Row]:
    for triad in found.triads:
        signs = " ".join("+" if sign > 0 else "−" for sign in triad.signs)
        told = "balanced" if triad.balanced else "unbalanced"
        yield *_names(found, triad.states), signs, told, _names_in_one(found, triad.events)


VIEWS: Mapping[str, View] = {
    "actors": View(
        "Who stands in the middle: centrality, brokerage, cores and communities by shared events",
        (
            "actor",
            "degree",
            "strength",
            "pagerank",
            "betweenness",
            "constraint",
            "effective size",
            "core",
            "community",
            "cut point",
            "events",
        ),
        _actors,
    ),
    "ties": View("Who shares events with whom", ("one", "other", "weight", "first", "last", "events"), _ties),
    "communities": View(
        "Actors more tied among themselves than with others", ("community", "size", "members"), _communities
    ),
    "periods": View("How the ranking changes over time", ("period", "rank", "actor", "events"), _periods),
    "levels": View("Who meets whom at which level", ("one", "other", "level", "number", "events"), _levels),
    "pairs": View(
        "Cooperation and conflict of two states, month by month, in Goldstein's weights",
        ("one", "other", "month", "cooperation", "conflict", "events"),
        _pairs,
    ),
    "balance": View(
        "Triads of friendly (+) and hostile (−) states",
        ("first", "second", "third", "signs 12 13 23", "balance", "relations"),
        _balance,
    ),
}


def note_on(name: str, found: Analysis) -> str:
    """What has to be known of the figures of a view."""
    if name == "actors" and found.betweenness_sources:
        return (
            f"betweenness is estimated from {found.betweenness_sources} of the {len(found.standings)} actors"
        )
    return ""


def change_rows(change: Change, labels: Mapping[str, str]) -> Iterable[Row]:
    """What changed between two dates, one row each."""
    for event in change.events:
        yield "event", labels[event], "", ""
    for actor in change.actors:
        yield "new actor", labels[actor], "", ""
    for one, other in change.ties:
        yield "new tie", f"{labels[one]} - {labels[other]}", "", ""
    for actor, before, after in change.ranks:
        yield "rank", labels[actor], str(before), str(after)


CHANGES = ("what", "who", "rank before", "rank after")


def _names(found: Analysis, identifiers: Sequence[str]) -> Row:
    return tuple(found.labels[identifier] for identifier in identifiers)


def _names_in_one(found: Analysis, identifiers: Sequence[str]) -> str:
    return "; ".join(_names(found, identifiers))


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}".rstrip("0").rstrip(".")
