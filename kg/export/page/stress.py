"""Points as far from each other as their nodes are along the edges.

Stress majorisation (Gansner, Koren and North, "Graph Drawing by Stress Majorization", 2004); of many nodes by its
sparse form, in which each keeps its distance from its neighbours and from some pivots (Ortmann, Klimenta and
Brandes, "A Sparse Stress Model", 2017).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
"""Points are rows (x, y); sides are rows (half a width, half a height)."""
Indices = NDArray[np.intp]

ALL_PAIRS = 250
"""So many nodes at most mind all others."""
PIVOTS = 60
ROUNDS = 200
ROUNDS_OF_MANY = 90
GOLDEN_ANGLE = 2.399963229728653


class _Links(NamedTuple):
    """Each edge in both directions, sorted by its end."""

    source: Indices
    target: Indices
    length: Matrix


def at_their_distances(graph: nx.Graph, nodes: Sequence[str]) -> Matrix:
    """A point for each node of a connected part, whose edges have the `length` that they should have."""
    links, start = _links(graph, nodes), _spiral(graph, nodes)
    return _all_pairs(start, links) if len(nodes) <= ALL_PAIRS else _sparse(start, links)


def _links(graph: nx.Graph, nodes: Sequence[str]) -> _Links:
    index = {node: i for i, node in enumerate(nodes)}
    rows = [(index[n], index[to], edge["length"]) for n in nodes for to, edge in graph.adj[n].items()]
    rows.sort(key=lambda row: (row[1], row[0]))
    source, target, length = zip(*rows, strict=True) if rows else ((), (), ())
    return _Links(np.array(source, np.intp), np.array(target, np.intp), np.array(length, np.float64))


def _spiral(graph: nx.Graph, nodes: Sequence[str]) -> Matrix:
    """The nodes on a sunflower's spiral, those with most neighbours in the middle."""
    points = {}
    for rank, node in enumerate(sorted(nodes, key=lambda n: (-graph.degree(n), n))):
        radius, angle = 60 * math.sqrt(rank + 0.5), rank * GOLDEN_ANGLE
        points[node] = (round(radius * math.cos(angle), 3), round(radius * math.sin(angle), 3))
    return np.array([points[node] for node in nodes])


def _distances(links: _Links, sources: Indices, count: int) -> Matrix:
    """How far it is along the edges from each source (a row) to each node (Bellman and Ford)."""
    distances = np.full((len(sources), count), np.inf)
    distances[np.arange(len(sources)), sources] = 0.0
    if not links.target.size:
        return distances
    ends, starts = np.unique(links.target, return_index=True)
    while True:
        through = np.minimum.reduceat(distances[:, links.source] + links.length, starts, axis=1)
        nearer = np.minimum(distances[:, ends], through)
        if np.array_equal(nearer, distances[:, ends]):
            return distances
        distances[:, ends] = nearer


def _all_pairs(points: Matrix, links: _Links) -> Matrix:
    """Points moved until the distances between all of them are as near as may be to those along the edges.

    Where two have many neighbours, mostly shared ones, their own distance counts more, or they would be one spot.
    """
    wanted = _distances(links, np.arange(len(points)), len(points))
    weight = 1.0 / np.maximum(wanted, 1.0) ** 2
    np.fill_diagonal(weight, 0.0)
    crowd = np.bincount(links.target, minlength=len(points))
    weight[links.source, links.target] *= crowd[links.source] * crowd[links.target]
    total = np.maximum(np.sum(weight, axis=0), 1e-12)
    for _ in range(ROUNDS):
        points = _pulled(points, points, wanted, weight) / total[:, None]
    return points


def _pulled(points: Matrix, anchors: Matrix, wanted: Matrix, weight: Matrix) -> Matrix:
    """Where the anchors (rows of the two tables) would have each point, summed by weight."""
    dx = points[None, :, 0] - anchors[:, None, 0]
    dy = points[None, :, 1] - anchors[:, None, 1]
    stretch = wanted / np.maximum(np.sqrt(dx * dx + dy * dy), 1e-6)
    x = np.sum(weight * (anchors[:, None, 0] + stretch * dx), axis=0)
    y = np.sum(weight * (anchors[:, None, 1] + stretch * dy), axis=0)
    return np.stack([x, y], axis=1)


def _sparse(points: Matrix, links: _Links) -> Matrix:
    """The same for many points: each minds its neighbours and the pivots."""
    count = len(points)
    pivots, wanted = _pivots(links, count)
    region = np.argmin(wanted, axis=0)
    weight = np.zeros_like(wanted)
    for row, distances in enumerate(wanted):
        own = np.sort(distances[region == row])
        share = np.searchsorted(own, distances / 2, side="right")
        weight[row] = share / np.maximum(distances, 1.0) ** 2
    weight[np.arange(len(pivots)), pivots] = 0.0
    near = 1.0 / links.length**2
    total = np.sum(weight, axis=0) + np.bincount(links.target, near, count)
    for _ in range(ROUNDS_OF_MANY):
        pulled = _pulled(points, points[pivots], wanted, weight) + _pulled_near(points, links, near)
        points = pulled / total[:, None]
    return points


def _pulled_near(points: Matrix, links: _Links, weight: Matrix) -> Matrix:
    """Where its neighbours would have each point, summed by weight."""
    away = points[links.target] - points[links.source]
    stretch = links.length / np.maximum(np.sqrt(away[:, 0] ** 2 + away[:, 1] ** 2), 1e-6)
    there = weight[:, None] * (points[links.source] + stretch[:, None] * away)
    return np.stack([np.bincount(links.target, there[:, side], len(points)) for side in (0, 1)], axis=1)


def _pivots(links: _Links, count: int) -> tuple[Indices, Matrix]:
    """Nodes far from each other, the first that with most neighbours, and their distances to all."""
    chosen = [int(np.argmax(np.bincount(links.target, minlength=count)))]
    rows = [_distances(links, np.array(chosen), count)[0]]
    while len(chosen) < PIVOTS:
        chosen.append(int(np.argmax(np.min(rows, axis=0))))
        rows.append(_distances(links, np.array(chosen[-1:]), count)[0])
    return np.array(chosen), np.array(rows)
