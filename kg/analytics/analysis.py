"""All measures of one network, gathered: what `kg analyze` tells and `analysis.json` holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property

import networkx as nx

from kg.analytics.balance import Triad, find_triads, sign_ties
from kg.analytics.change import Change, Period, rank_by_period
from kg.analytics.dyads import Encounters, Line, draw_lines, find_encounters
from kg.analytics.happenings import Happening, facts, find_happenings, within
from kg.analytics.network import build_network
from kg.analytics.standing import (
    Standing,
    betweenness_sources,
    find_communities,
    measure_standing,
    rounded,
)
from kg.analytics.ties import tie_actors
from kg.model import World

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors and the events that they share, with the first and last day of these; empty where none is dated."""

    actors: tuple[str, str]
    weight: float
    first: str
    last: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a network tells; every figure stands beside the events that it rests on."""

    standings: tuple[Standing, ...]
    ties: tuple[Tie, ...]
    communities: tuple[tuple[str, ...], ...]
    periods: tuple[Period, ...]
    encounters: tuple[Encounters, ...]
    lines: tuple[Line, ...]
    triads: tuple[Triad, ...]
    betweenness_sources: int | None
    """From how many actors betweenness was estimated; None where it is exact."""
    labels: dict[str, str]
    """Actor or event → its name."""
    told: tuple[Happening, ...]
    """The facts that all rests on."""


def analyze(network: nx.MultiDiGraph, since: date | None = None, until: date | None = None) -> Analysis:
    """Measure a network, or what falls into a stretch of days for certain; standing relations have no day and stay."""
    everything = find_happenings(network)
    told = within(facts(everything), since, until)
    ties = tie_actors(told)
    groups = find_communities(ties)
    triads = find_triads(sign_ties(network, everything))
    return Analysis(
        measure_standing(ties, groups),
        tuple(sorted(_ties(ties, told), key=lambda tie: (-tie.weight, tie.actors))),
        groups,
        rank_by_period(told),
        find_encounters(network, told),
        draw_lines(network, told),
        triads,
        betweenness_sources(ties),
        names_in(network, everything),
        told,
    )


@dataclass(frozen=True)
class Survey:
    """A world, its network and what that tells: each worked out once, when it is first asked for."""

    world: World

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """Who plays which role in what."""
        return build_network(self.world)

    @cached_property
    def analysis(self) -> Analysis:
        """All that the network tells; in large ones this takes a while."""
        return analyze(self.network)


def names_in(network: nx.MultiDiGraph, happenings: Iterable[Happening]) -> dict[str, str]:
    """Actor or event → its name."""
    return dict(network.nodes(data="label")) | {told.identifier: told.label for told in happenings}


def as_json(found: Analysis) -> Json:
    """An analysis as plain values, with the names of those that it speaks of and nobody else's."""
    plain: Json = asdict(replace(found, told=(), labels={}))
    del plain["told"]
    plain["triads"] = [asdict(triad) | {"balanced": triad.balanced} for triad in found.triads]
    return _named(plain, found.labels)


def with_names(change: Change, labels: Mapping[str, str]) -> Json:
    """A change as plain values, with the names of those that it speaks of."""
    return _named(asdict(change), labels)


def _named(plain: Json, labels: Mapping[str, str]) -> Json:
    return plain | {"labels": {key: labels[key] for key in sorted(set(_texts(plain)) & labels.keys())}}


def _ties(ties: nx.Graph, told: Iterable[Happening]) -> Iterable[Tie]:
    days = {fact.identifier: (fact.start, fact.end) for fact in told if fact.start and fact.end}
    for one, other, attributes in ties.edges(data=True):
        dated = [days[event] for event in attributes["events"] if event in days]
        first = min((str(start) for start, _ in dated), default="")
        last = max((str(end) for _, end in dated), default="")
        pair = (min(one, other), max(one, other))
        yield Tie(pair, rounded(attributes["weight"]), first, last, attributes["events"])


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
