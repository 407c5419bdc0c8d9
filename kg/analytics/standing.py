"""How each actor stands in the network of ties: centrality, brokerage, cores, communities, cut points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from kg.analytics.betweenness import measure_betweenness
from kg.analytics.ties import events_of

SEED = 20240126
EXACT, SAMPLE = 500, 250
"""Betweenness is exact up to so many actors, and above them estimated from so many sources."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The figures of one actor; `events` are those that they rest on.

    degree: with how many others it shares an event. strength: the summed weight of its ties.
    betweenness: the share of the shortest paths between others that pass through it (Freeman 1977; heavy ties are
    short), estimated from a seeded sample of sources in large networks (Brandes and Pich 2007).
    pagerank: Brin and Page 1998, damping 0.85. constraint, effective_size: how closed its circle is, and
    how many separate ones it has, without weights (Burt 1992, Borgatti 1997); None for those with no tie.
    core: the largest k for which it lies in the k-core (Seidman 1983).
    community: by the Louvain method (Blondel et al. 2008), numbered by size.
    cut_point: whether the network falls into more parts without it.
    """

    actor: str
    degree: int
    strength: float
    betweenness: float
    pagerank: float
    constraint: float | None
    effective_size: float | None
    core: int
    community: int
    cut_point: bool
    events: tuple[str, ...]


def measure_standing(ties: nx.Graph, groups: Sequence[Sequence[str]]) -> tuple[Standing, ...]:
    """The standing of every actor, by the weight of its ties; equals by PageRank and name.

    `groups` are the communities of the same ties.
    """
    if not ties:
        return ()
    between, rank = (
        measure_betweenness(ties, betweenness_sources(ties), SEED),
        nx.pagerank(ties, weight="weight"),
    )
    constraint, size = _brokerage(ties)
    cores, cuts = nx.core_number(ties), set(nx.articulation_points(ties))
    community = {actor: number for number, members in enumerate(groups, 1) for actor in members}
    rows = (
        Standing(
            actor,
            ties.degree(actor),
            rounded(ties.degree(actor, weight="weight")),
            rounded(between[actor]),
            rounded(rank[actor]),
            constraint.get(actor),
            size.get(actor),
            cores[actor],
            community[actor],
            actor in cuts,
            events_of(ties, actor),
        )
        for actor in ties
    )
    return tuple(sorted(rows, key=lambda row: (-row.strength, -row.pagerank, row.actor)))


def betweenness_sources(ties: nx.Graph) -> int | None:
    """From how many actors betweenness is estimated; None where it is exact."""
    return SAMPLE if len(ties) > EXACT else None


def find_communities(ties: nx.Graph) -> tuple[tuple[str, ...], ...]:
    """Groups of actors more tied among themselves than with others: the largest first, equals by name."""
    if not ties:
        return ()
    found = nx.community.louvain_communities(ties, weight="weight", seed=SEED)
    return tuple(sorted((tuple(sorted(group)) for group in found), key=lambda group: (-len(group), group)))


def rounded(figure: float) -> float:
    """A figure without the last digits, which depend on the machine's order of adding."""
    return round(float(figure), 9) + 0.0


def _brokerage(ties: nx.Graph) -> tuple[dict[str, float], dict[str, float]]:
    """Constraint and effective size (Borgatti's form: n - 2t/n, t being the ties among n others) of all that have a tie."""
    tied = ties.subgraph([actor for actor in ties if ties.degree(actor)]).copy()
    if not tied:
        return {}, {}
    constraint, among = nx.constraint(tied, weight="weight"), nx.triangles(tied)
    size = {actor: n - 2 * among[actor] / n for actor, n in tied.degree}
    return ({a: rounded(constraint[a]) for a in tied}, {a: rounded(size[a]) for a in tied})
