"""Where the nodes of the page stand: worked out once, here, so that the page draws at once.

Each connected part is laid out by itself; boxes that overlap are pushed apart, and the parts are set side by side on
shelves. Only element-wise arithmetic and sums in a fixed order are used, which give the same result on every
processor.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import networkx as nx
import numpy as np

from kg.export.page.shelves import on_shelves
from kg.export.page.stress import ALL_PAIRS, Indices, Matrix, at_their_distances

WIDENING = 1.2
MOST_STRETCH = 2.5
CROWDED = 0.35
"""A part is first enlarged until its boxes cover no more than this of its extent."""
GROWTH = 1.004
GROWTH_OF_MANY = 1.02


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
    points = at_their_distances(graph, nodes)
    width, height = np.maximum(np.ptp(points, axis=0), 1.0).tolist()
    stretch = math.sqrt(min(max(WIDENING * height / width, 1 / MOST_STRETCH), MOST_STRETCH))
    return np.stack([points[:, 0] * stretch, points[:, 1] / stretch], axis=1)


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
