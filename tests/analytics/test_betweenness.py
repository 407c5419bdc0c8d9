"""Betweenness: by hand, and as networkx has it, exact and from the same sample."""

from __future__ import annotations

import random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networks import ties_of

from kg.analytics.betweenness import measure_betweenness

PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ("ab bc", {"a": 0, "b": 1, "c": 0}),  # all ways lead through the middle
        ("ab bc cd", {"a": 0, "b": 2 / 3, "c": 2 / 3, "d": 0}),  # 2 of 3 pairs of others
        ("ab bd ac cd", {"a": 1 / 6, "b": 1 / 6, "c": 1 / 6, "d": 1 / 6}),  # half of one pair of three
        ("ab ab bc bc ac", {"a": 0, "b": 0.5, "c": 0}),  # two halves are as long as one whole
        ("ab ab ab bc bc ac", {"a": 0, "b": 1, "c": 0}),  # heavy ties are short
        ("ab", {"a": 0, "b": 0}),  # no others
        ("", {}),
    ],
)
def test_by_hand(events: str, expected: dict[str, float]) -> None:
    assert measure_betweenness(ties_of(*events.split()), None, 1) == pytest.approx(expected)


def _as_networkx(ties: nx.Graph, sources: int | None, seed: int) -> dict[str, float]:
    far = nx.Graph()
    far.add_nodes_from(ties)
    far.add_edges_from((one, other, {"far": 1 / weight}) for one, other, weight in ties.edges(data="weight"))
    found: dict[str, float] = nx.betweenness_centrality(far, k=sources, weight="far", seed=seed)
    return found


@given(PAIRS)
def test_as_networkx_has_it(pairs: list[tuple[str, str]]) -> None:
    ties = ties_of(*(one + other for one, other in pairs if one != other))
    assert measure_betweenness(ties, None, 1) == pytest.approx(_as_networkx(ties, None, 1))


@pytest.mark.parametrize("seed", [1, 2])
def test_the_estimate_is_that_of_networkx(seed: int) -> None:
    chance = random.Random(3)
    events = (f"{chance.choice('abcdefghij')}{chance.choice('klmnopqrst')}" for _ in range(40))
    ties = ties_of(*events)
    assert measure_betweenness(ties, 8, seed) == pytest.approx(_as_networkx(ties, 8, seed))
