"""Where the nodes of the page stand: worked out once, here, so that the page draws at once.

Each connected part is laid out by stress majorisation (Gansner, Koren and North, "Graph Drawing by Stress
Majorization", 2004); a part with many nodes by its sparse form, in which each node keeps its distance from its
neighbours and from some pivots (Ortmann, Klimenta and Brandes, "A Sparse Stress Model", 2017). Boxes that
overlap are pushed apart, and the parts are set side by side on shelves. Only element-wise arithmetic and sums
in a fixed order are used, which give the same result on every processor.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.export.page.shelves import on_shelves

Matrix = NDArray[np.float64]
"""Points are rows (x, y); sides are rows (half a width, half a height)."""
Indices = NDArray[np.intp]

ALL_PAIRS = 250
PIVOTS = 60
ROUNDS = 200
ROUNDS_OF_MANY = 90
WIDENING = 1.2
MOST_STRETCH = 2.5
CROWDED = 0.35
"""A part is first enlarged until its boxes cover no more than this of its extent."""
GROWTH = 1.004
GROWTH_OF_MANY = 1.02
GOLDEN_ANGLE = 2.399963229728653


class Box(NamedTuple):
    """The room that a node and its label take around its position, in pixels."""

    half_width: float
    above: float
    below: float


class _Links(NamedTuple):
    """Each edge in both directions, sorted by its end."""

    source: Indices
    target: Indices
    length: Matrix


def positions(graph: nx.Graph, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """A place for each node, in whole pixels, so that no two boxes overlap.

    `graph` is simple and undirected, and each edge has the `length` that it should have.
    """
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda p: (-len(p), p[0]))
    nodes = [node for part in parts for node in part]
    sides = np.array([(boxes[n].half_width, (boxes[n].above + boxes[n].below) / 2) for n in nodes])
    sunk = np.array([(0.0, (boxes[n].below - boxes[n].above) / 2) for n in nodes])
    centres = _side_by_side([_lay_out(graph, part) for part in parts], sides) if nodes else sides
    return {n: (round(x), round(y)) for n, (x, y) in zip(nodes, (centres - sunk).tolist(), strict=True)}


def parted(
    places: Mapping[str, tuple[float, float]], boxes: Mapping[str, Box]
) -> dict[str, tuple[float, float]]:
    """The same places, moved no farther than it takes that no two boxes, each about its place, overlap."""
    nodes = sorted(places)
    sides = np.array([(boxes[n].half_width, (boxes[n].above + boxes[n].below) / 2) for n in nodes])
    moved = _pushed_apart(np.array([places[n] for n in nodes]), sides) if nodes else sides
    return {n: (round(x, 1), round(y, 1)) for n, (x, y) in zip(nodes, moved.tolist(), strict=True)}


def _lay_out(graph: nx.Graph, nodes: Sequence[str]) -> Matrix:
    links, start = _links(graph, nodes), _spiral(graph, nodes)
    few = len(nodes) <= ALL_PAIRS
    points = _all_pairs(start, links) if few else _sparse(start, links)
    width, height = np.maximum(np.ptp(points, axis=0), 1.0).tolist()
    stretch = math.sqrt(min(max(WIDENING * height / width, 1 / MOST_STRETCH), MOST_STRETCH))
    return np.stack([points[:, 0] * stretch, points[:, 1] / stretch], axis=1)


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


def _with_room(points: Matrix, sides: Matrix) -> Matrix:
    """Points enlarged until their boxes cover no more of their extent than they may."""
    extent = np.maximum(np.ptp(points, axis=0), 1.0)
    cover = 4 * float(np.sum(sides[:, 0] * sides[:, 1])) / float(extent[0] * extent[1])
    return points * max(1.0, math.sqrt(cover / CROWDED))


def _pushed_apart(points: Matrix, sides: Matrix) -> Matrix:
    """Points moved along the shorter way out of each overlap, and a little outward, until none is left."""
    growth = GROWTH if len(points) <= ALL_PAIRS else GROWTH_OF_MANY
    while True:
        one, other = _neighbours(points[:, 0], sides[:, 0])
        apart = points[other] - points[one]
        overlap = sides[one] + sides[other] - np.abs(apart)
        clash = np.nonzero((overlap[:, 0] > 0) & (overlap[:, 1] > 0))[0]
        if not clash.size:
            return points
        shorter = overlap[clash] == np.min(overlap[clash], axis=1, keepdims=True)
        push = np.where(shorter, np.where(apart[clash] < 0, -0.4, 0.4) * overlap[clash], 0.0)
        points = points * growth
        np.add.at(points, other[clash], push)
        np.subtract.at(points, one[clash], push)


def _side_by_side(parts: Sequence[Matrix], sides: Matrix) -> Matrix:
    """The parts, each with room for its boxes, set on shelves."""
    own_sides = np.split(sides, np.cumsum([len(part) for part in parts])[:-1])
    laid = [_pushed_apart(_with_room(part, own), own) for part, own in zip(parts, own_sides, strict=True)]
    return np.concatenate(on_shelves(laid, own_sides, WIDENING))


def _neighbours(x: Matrix, half: Matrix) -> tuple[Indices, Indices]:
    """Pairs of boxes that stand above each other, found by a sweep from left to right."""
    order = np.argsort(x - half, kind="stable")
    left, right = (x - half)[order], (x + half)[order]
    beyond = np.searchsorted(left, right, side="left")
    counts = np.maximum(beyond - np.arange(len(x)) - 1, 0)
    one = np.repeat(np.arange(len(x)), counts)
    step = np.arange(len(one)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[one], order[one + 1 + step]
