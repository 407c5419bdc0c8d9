"""Where the nodes of the page stand: worked out once, here, so that the page draws at once.

Each connected part is laid out by stress majorisation (Gansner, Koren and North, "Graph Drawing by Stress
Majorization", 2004), boxes that overlap are pushed apart, and the parts are set side by side on shelves.
Only element-wise arithmetic and sums over rows are used, which give the same result on every processor.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
"""Points are rows (x, y); sides are rows (half a width, half a height)."""

ROUNDS = 200
WIDENING = 1.2
MOST_STRETCH = 2.5
GROWTH = 1.004
GAP = 50.0
GOLDEN_ANGLE = 2.399963229728653


class Box(NamedTuple):
    """The room that a node and its label take around its position, in pixels."""

    half_width: float
    above: float
    below: float


def positions(graph: nx.Graph, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """A place for each node, in whole pixels, so that no two boxes overlap.

    `graph` is simple and undirected, and each edge has the `length` that it should have.
    """
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda p: (-len(p), p[0]))
    nodes = [node for part in parts for node in part]
    sides = np.array([(boxes[n].half_width, (boxes[n].above + boxes[n].below) / 2) for n in nodes])
    sunk = np.array([(0.0, (boxes[n].below - boxes[n].above) / 2) for n in nodes])
    centres = _on_shelves([_lay_out(graph, part) for part in parts], sides) if nodes else sides
    return {n: (round(x), round(y)) for n, (x, y) in zip(nodes, (centres - sunk).tolist(), strict=True)}


def _lay_out(graph: nx.Graph, nodes: Sequence[str]) -> Matrix:
    part = graph.subgraph(nodes)
    points = _majorised(_spiral(part, nodes), _distances(part, nodes))
    width, height = np.maximum(np.ptp(points, axis=0), 1.0).tolist()
    stretch = math.sqrt(min(max(WIDENING * height / width, 1 / MOST_STRETCH), MOST_STRETCH))
    return np.stack([points[:, 0] * stretch, points[:, 1] / stretch], axis=1)


def _distances(graph: nx.Graph, nodes: Sequence[str]) -> Matrix:
    """How far it is from each node to each other along the edges (Floyd and Warshall)."""
    index = {node: i for i, node in enumerate(nodes)}
    distances = np.where(np.eye(len(nodes), dtype=bool), 0.0, np.inf)
    for one, other, length in graph.edges(data="length"):
        distances[index[one], index[other]] = distances[index[other], index[one]] = length
    for k in range(len(nodes)):
        distances = np.minimum(distances, distances[:, k, None] + distances[None, k, :])
    return distances


def _spiral(graph: nx.Graph, nodes: Sequence[str]) -> Matrix:
    """The nodes on a sunflower's spiral, those with most neighbours in the middle."""
    points = {}
    for rank, node in enumerate(sorted(nodes, key=lambda n: (-graph.degree(n), n))):
        radius, angle = 60 * math.sqrt(rank + 0.5), rank * GOLDEN_ANGLE
        points[node] = (round(radius * math.cos(angle), 3), round(radius * math.sin(angle), 3))
    return np.array([points[node] for node in nodes])


def _majorised(points: Matrix, wanted: Matrix) -> Matrix:
    """Points moved, round by round, until their distances are as near as may be to those wanted."""
    weight = 1.0 / np.maximum(wanted, 1.0) ** 2
    np.fill_diagonal(weight, 0.0)
    total = np.maximum(np.sum(weight, axis=0), 1e-12)
    for _ in range(ROUNDS):
        x, y = points[:, 0], points[:, 1]
        dx, dy = x[None, :] - x[:, None], y[None, :] - y[:, None]
        stretch = wanted / np.maximum(np.sqrt(dx * dx + dy * dy), 1e-6)
        new_x = np.sum(weight * (x[:, None] + stretch * dx), axis=0) / total
        new_y = np.sum(weight * (y[:, None] + stretch * dy), axis=0) / total
        points = np.stack([new_x, new_y], axis=1)
    return points


def _pushed_apart(points: Matrix, sides: Matrix) -> Matrix:
    """Points moved along the shorter way out of each overlap, and a little outward, until none is left."""
    one, other = np.triu_indices(len(points), 1)
    room = sides[one] + sides[other]
    while True:
        apart = points[other] - points[one]
        overlap = room - np.abs(apart)
        clash = np.nonzero((overlap[:, 0] > 0) & (overlap[:, 1] > 0))[0]
        if not clash.size:
            return points
        shorter = overlap[clash] == np.min(overlap[clash], axis=1, keepdims=True)
        push = np.where(shorter, np.where(apart[clash] < 0, -0.4, 0.4) * overlap[clash], 0.0)
        points = points * GROWTH
        np.add.at(points, other[clash], push)
        np.subtract.at(points, one[clash], push)


def _on_shelves(parts: list[Matrix], sides: Matrix) -> Matrix:
    """The parts, largest first, from left to right on shelves no wider than the first part (or so)."""
    ends = np.cumsum([len(part) for part in parts])
    own_sides = np.split(sides, ends[:-1])
    laid = [_pushed_apart(part, own) for part, own in zip(parts, own_sides, strict=True)]
    widest = max(900.0, *(_extent(part, own)[1][0] for part, own in zip(laid, own_sides, strict=True)))
    corner, shelf_height, moved = np.array([0.0, 0.0]), 0.0, []
    for part, own in zip(laid, own_sides, strict=True):
        low, size = _extent(part, own)
        if corner[0] > 0 and corner[0] + size[0] > widest:
            corner, shelf_height = np.array([0.0, corner[1] + shelf_height + GAP]), 0.0
        moved.append(part - low + corner)
        corner = corner + np.array([size[0] + GAP, 0.0])
        shelf_height = max(shelf_height, float(size[1]))
    return np.concatenate(moved)


def _extent(points: Matrix, sides: Matrix) -> tuple[Matrix, Matrix]:
    low = np.min(points - sides, axis=0)
    return low, np.max(points + sides, axis=0) - low
