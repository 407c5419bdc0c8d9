"""The best tree is what trying every tree finds, and is always a tree with one root."""

import itertools

import numpy as np
import pytest

from kg.language.tree import best_tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    for start in range(len(heads)):
        node, steps = start, 0
        while node != -1 and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if node != -1:
            return False
    return heads.count(-1) == 1


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5])
def test_best_of_all_trees(length: int) -> None:
    random = np.random.default_rng(length)
    trees = [heads for heads in itertools.product(range(-1, length), repeat=length) if _is_tree(heads)]
    for _ in range(20):
        scores = random.normal(size=(length, length + 1)).astype("f")
        scores[np.arange(length), np.arange(length) + 1] = -1e9
        best = max(sum(scores[i, head + 1] for i, head in enumerate(heads)) for heads in trees)
        found = best_tree(scores)
        assert _is_tree(tuple(found.tolist()))
        assert scores[np.arange(length), found + 1].sum() == pytest.approx(best, abs=1e-4)


def test_a_long_sentence_without_any_clue() -> None:
    scores = np.zeros((300, 301), dtype="f")
    scores[np.arange(300), np.arange(300) + 1] = -1e9
    assert _is_tree(tuple(best_tree(scores).tolist()))
