"""Centrality and brokerage against networks that others have worked out."""

from __future__ import annotations

import networkx as nx
import pytest
from networks import ties_of

from kg.analytics.standing import EXACT, Standing, find_communities, measure_standing


def measured(ties: nx.Graph) -> dict[str, Standing]:
    return {row.actor: row for row in measure_standing(ties, find_communities(ties))}


@pytest.fixture(scope="module")
def kite() -> dict[str, Standing]:
    """The kite of D. Krackhardt, "Assessing the Political Landscape", ASQ 35 (1990), its nodes named a to j."""
    plain = nx.krackhardt_kite_graph()
    return measured(ties_of(*("".join(chr(97 + node) for node in edge) for edge in plain.edges)))


@pytest.mark.parametrize(
    ("actor", "degree", "betweenness"),
    [("d", 6, 3.667 / 36), ("f", 5, 8.333 / 36), ("h", 3, 14 / 36), ("i", 2, 8 / 36), ("j", 1, 0)],
)
def test_kite(kite: dict[str, Standing], actor: str, degree: int, betweenness: float) -> None:
    assert kite[actor].degree == degree
    assert kite[actor].betweenness == pytest.approx(betweenness, abs=1e-4)


def test_cut_points_of_the_kite(kite: dict[str, Standing]) -> None:
    assert {actor for actor, row in kite.items() if row.cut_point} == {"h", "i"}


@pytest.mark.parametrize(("actor", "core"), [("d", 3), ("h", 2), ("i", 1), ("j", 1)])
def test_cores_of_the_kite(kite: dict[str, Standing], actor: str, core: int) -> None:
    assert kite[actor].core == core


@pytest.mark.parametrize(
    ("actor", "constraint", "size"),
    [
        ("a", 1 / 3, 3),  # between three who don't know each other: 3 x (1/3)², nothing redundant
        ("b", 1, 1),  # all its eggs in one basket
    ],
)
def test_brokerage_in_a_star(actor: str, constraint: float, size: float) -> None:
    row = measured(ties_of("ab", "ac", "ad"))[actor]
    assert row.constraint == pytest.approx(constraint)
    assert row.effective_size == pytest.approx(size)


def test_heavy_ties_are_short() -> None:
    """From a to c by b, where both met often, rather than by d."""
    rows = measured(ties_of("ab", "ab", "bc", "bc", "ad", "dc"))
    assert rows["b"].betweenness > rows["d"].betweenness == 0


def test_pagerank_of_a_star() -> None:
    """The centre holds x, each leaf y: x = 0.15/4 + 0.85·3y and y = 0.15/4 + 0.85·x/3."""
    rows = measured(ties_of("ab", "ac", "ad"))
    assert rows["a"].pagerank == pytest.approx((0.0375 + 0.85 * 3 * 0.0375) / (1 - 0.85**2), abs=1e-5)


def test_communities() -> None:
    ties = ties_of("ab", "bc", "ac", "de", "ef", "df", "cd")
    assert find_communities(ties) == (("a", "b", "c"), ("d", "e", "f"))


def test_without_a_tie() -> None:
    assert measure_standing(nx.Graph(), ()) == ()
    assert measured(ties_of("a"))["a"].constraint is None


def test_a_large_network_is_estimated_from_the_same_sample_each_time() -> None:
    names = [chr(0x4E00 + number) for number in range(EXACT + 1)]
    ring = ties_of(*(one + other for one, other in zip(names, names[1:] + names[:1], strict=True)))
    first, second = measure_standing(ring, (names,)), measure_standing(ring, (names,))
    assert first == second
    assert len({row.betweenness for row in first}) > 1  # exact, all would have the same
