"""Parts of a drawing side by side: from left to right on shelves, as wide as lets the whole fit a window best."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from kg.export.page.stress import Matrix

GAP = 50.0
WIDER = 1.1
"""Shelves are tried from the width of the widest part on, each so much wider than the last."""


def on_shelves(parts: Sequence[Matrix], sides: Sequence[Matrix], shape: float) -> list[Matrix]:
    """The points of each part, moved; `sides` are those of their boxes, `shape` is width to height of the window."""
    lows, sizes = (np.array(values) for values in zip(*map(_extent, parts, sides), strict=True))
    corners = min(
        (_shelved(sizes, width) for width in _widths(sizes)), key=lambda at: _reach(at + sizes, shape)
    )
    return [part + shift for part, shift in zip(parts, corners - lows, strict=True)]


def _widths(sizes: Matrix) -> list[float]:
    """How wide shelves may be, until all stand on one."""
    width, all_on_one = float(np.max(sizes[:, 0])), float(np.sum(sizes[:, 0] + GAP))
    steps = math.ceil(math.log(all_on_one / width) / math.log(WIDER))
    return [width * WIDER**step for step in range(steps + 1)]


def _shelved(sizes: Matrix, width: float) -> Matrix:
    """Where the corner of each part stands, on shelves of a width."""
    corners, x, y, height = [], 0.0, 0.0, 0.0
    for wide, high in sizes.tolist():
        if x > 0 and x + wide > width:
            x, y, height = 0.0, y + height + GAP, 0.0
        corners.append((x, y))
        x, height = x + wide + GAP, max(height, high)
    return np.array(corners)


def _reach(far_corners: Matrix, shape: float) -> float:
    """How wide a window must be to show all."""
    width, height = np.max(far_corners, axis=0)
    return max(float(width), shape * float(height))


def _extent(points: Matrix, sides: Matrix) -> tuple[Matrix, Matrix]:
    low = np.min(points - sides, axis=0)
    return low, np.max(points + sides, axis=0) - low
