"""Who is tied to whom: the network of actors by the events that they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import networkx as nx

from kg.analytics.happenings import Happening, facts


def tie_actors(happenings: Iterable[Happening]) -> nx.Graph:
    """Actors as nodes, one edge between any two who share an event that is told as a fact.

    An edge's `weight` is the sum over their events of 1/(n - 1), n being the number of those who took part, so that a
    conference of thirty ties two of them less than a meeting of two; `events` are those events. The weights are
    those of M. E. J. Newman, "Scientific collaboration networks II", Physical Review E 64, 016132 (2001), eq. 2.
    """
    ties = nx.Graph()
    for told in sorted(facts(happenings)):
        ties.add_nodes_from(told.actors)
        for pair in combinations(told.actors, 2):
            _tie(ties, *pair, told.identifier, 1 / (len(told.actors) - 1))
    return ties


def events_of(ties: nx.Graph, actor: str) -> tuple[str, ...]:
    """The events that tie an actor to others, sorted."""
    return tuple(sorted({event for _, _, shared in ties.edges(actor, data="events") for event in shared}))


def ordered(ties: nx.Graph, actors: Iterable[str]) -> Sequence[str]:
    """Actors by the weight of their ties, the heaviest first; equals by name, whatever the order of adding."""
    strength = {actor: round(weight, 9) for actor, weight in ties.degree(weight="weight")}
    return sorted(actors, key=lambda actor: (-strength[actor], actor))


def _tie(ties: nx.Graph, one: str, other: str, event: str, weight: float) -> None:
    before = ties.get_edge_data(one, other, {"weight": 0.0, "events": ()})
    ties.add_edge(one, other, weight=before["weight"] + weight, events=(*before["events"], event))
