"""The best tree over a table of head scores (Chu and Liu 1965, Edmonds 1967), with one root."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Heads = NDArray[np.int64]

_NEVER = -1e12
_TRIED_ROOTS = 5


def best_tree(scores: Array) -> Heads:
    """Find the heads of the best tree; rows are words, columns the root, then the words; -1 is the root."""
    heads = scores.argmax(axis=1) - 1
    if (heads == -1).sum() == 1 and _find_cycle(heads) is None:
        return cast(Heads, heads)
    length = len(scores)
    table = np.full((length + 1, length + 1), _NEVER)  # node 0 is the root; row: node, column: its head
    table[1:] = scores
    roots = np.flatnonzero(_spanning_tree(table.copy())[1:] == 0)
    likely = sorted(roots, key=lambda root: -scores[root, 0])[:_TRIED_ROOTS]
    best = max((_rooted(table, int(root) + 1) for root in likely), key=lambda found: found[0])
    return best[1][1:] - 1


def _rooted(table: NDArray[np.float64], root: int) -> tuple[float, Heads]:
    """The score and the heads of the best tree whose only root is the given node."""
    only = table.copy()
    only[:, 0] = _NEVER
    only[root, 0] = table[root, 0]
    heads = _spanning_tree(only)
    nodes = np.arange(1, len(table))
    return float(table[nodes, heads[1:]].sum()), heads


def _spanning_tree(table: NDArray[np.float64]) -> Heads:
    """The heads of the best tree from node 0; each cycle is shrunk to one node, then opened again."""
    shrunk: list[_Shrunk] = []
    heads = _best_heads(table)
    while (cycle := _find_cycle(heads)) is not None:
        step = _Shrunk.around(table, heads, np.array(cycle))
        shrunk.append(step)
        table = step.table
        heads = _best_heads(table)
    for step in reversed(shrunk):
        heads = step.opened(heads)
    return heads


def _best_heads(table: NDArray[np.float64]) -> Heads:
    """Each node's best head, -1 for node 0."""
    np.fill_diagonal(table, _NEVER * 10)
    heads = table.argmax(axis=1)
    heads[0] = -1
    return cast(Heads, heads)


@dataclass(frozen=True, slots=True)
class _Shrunk:
    """A graph in which a cycle has become the last node, and what is needed to open it."""

    table: NDArray[np.float64]
    heads: Heads
    cycle: Heads
    outside: Heads
    entering: NDArray[np.float64]
    leaving: NDArray[np.float64]

    @classmethod
    def around(cls, table: NDArray[np.float64], heads: Heads, cycle: Heads) -> _Shrunk:
        """Shrink a cycle; entering it at a node costs the arc within the cycle that this replaces."""
        outside = np.setdiff1d(np.arange(len(table)), cycle)
        entering = table[np.ix_(cycle, outside)] - table[cycle, heads[cycle]][:, None]
        leaving = table[np.ix_(outside, cycle)]
        smaller = np.full((len(outside) + 1, len(outside) + 1), _NEVER)
        smaller[:-1, :-1] = table[np.ix_(outside, outside)]
        smaller[-1, :-1] = entering.max(axis=0)
        smaller[:-1, -1] = leaving.max(axis=1)
        return cls(smaller, heads, cycle, outside, entering, leaving)

    def opened(self, small: Heads) -> Heads:
        """The heads in the graph before shrinking, from those in the shrunk one."""
        heads = self.heads.copy()
        for place, node in enumerate(self.outside):
            if small[place] == len(self.outside):
                heads[node] = self.cycle[self.leaving[place].argmax()]
            elif node != 0:
                heads[node] = self.outside[small[place]]
        entry = self.entering[:, small[-1]].argmax()
        heads[self.cycle[entry]] = self.outside[small[-1]]
        return heads


def _find_cycle(heads: Heads) -> list[int] | None:
    """The nodes of a cycle, None where following heads always ends at -1."""
    state = [0] * len(heads)  # 0 unseen, else the walk in which it was seen
    targets = heads.tolist()
    for start in range(len(targets)):
        node = start
        while node != -1 and not state[node]:
            state[node] = start + 1
            node = targets[node]
        if node != -1 and state[node] == start + 1:
            cycle = [node]
            node = targets[node]
            while node != cycle[0]:
                cycle.append(node)
                node = targets[node]
            return cycle
    return None
