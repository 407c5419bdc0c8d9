"""Structural balance: do the friends and enemies of three states fit together?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import prod

import networkx as nx

from kg.analytics.happenings import Happening, state_of
from kg.graph.ontology import relation_families

SIGNS = {"friendly-relation": 1, "hostile-relation": -1}


@dataclass(frozen=True, slots=True)
class Triad:
    """Three states, each pair friendly (+1) or hostile (-1), in the order of the pairs (1,2), (1,3), (2,3).

    Balanced where the product of the signs is positive: D. Cartwright and F. Harary, "Structural balance: a
    generalization of Heider's theory", Psychological Review 63 (1956).
    """

    states: tuple[str, str, str]
    signs: tuple[int, int, int]
    events: tuple[str, ...]

    @property
    def balanced(self) -> bool:
        """Whether the friend of a friend is a friend, and the enemy of an enemy too."""
        return prod(self.signs) > 0


def sign_ties(network: nx.MultiDiGraph, happenings: Iterable[Happening]) -> nx.Graph:
    """States as nodes; an edge where they are told to stand as friends or as enemies, with `sign` and `events`.

    A pair of which both is told has the sign 0: doubt is not a sign.
    """
    signed = nx.Graph()
    for told in sorted(happenings):
        sign = SIGNS.get(relation_families().get(told.relation_type or "", ""))
        if told.factual and sign:
            for source, target in told.toward:
                _sign(signed, state_of(network, source), state_of(network, target), sign, told.identifier)
    return signed


def find_triads(signed: nx.Graph) -> tuple[Triad, ...]:
    """All triangles of signed ties, sorted."""
    clear = nx.Graph((one, other, data) for one, other, data in signed.edges(data=True) if data["sign"])
    return tuple(
        _triad(clear, (one, other, third))
        for one in sorted(clear)
        for other, third in combinations(sorted(n for n in clear[one] if n > one), 2)
        if clear.has_edge(other, third)
    )


def _triad(clear: nx.Graph, states: tuple[str, str, str]) -> Triad:
    ties = [clear.edges[pair] for pair in combinations(states, 2)]
    first, second, third = (int(tie["sign"]) for tie in ties)
    return Triad(
        states, (first, second, third), tuple(sorted({event for tie in ties for event in tie["events"]}))
    )


def _sign(signed: nx.Graph, one: str | None, other: str | None, sign: int, event: str) -> None:
    if one and other and one != other:
        before = signed.get_edge_data(one, other, {"sign": sign, "events": ()})
        agreed = sign if before["sign"] == sign else 0
        signed.add_edge(one, other, sign=agreed, events=tuple(sorted({*before["events"], event})))
