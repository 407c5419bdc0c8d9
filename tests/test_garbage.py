"""Resolution leaves no cycles behind, so that nobody has to search for them."""

from __future__ import annotations

import gc

import pytest

from benchmarks.resolve import make_readings
from kg.garbage import EVERY, no_search_for_garbage, set_aside
from kg.language.lexicon import load_lexicon
from kg.resolve.world import resolve_world


def test_resolution_leaves_no_garbage() -> None:
    readings, _ = make_readings(60)
    resolve_world(readings, load_lexicon())
    gc.collect()
    with no_search_for_garbage():
        world = resolve_world(readings, load_lexicon())
        assert gc.collect() == 0
    assert world.events


@pytest.mark.parametrize("searching", [True, False])
def test_the_search_is_as_before_afterwards(searching: bool) -> None:
    before = gc.isenabled()
    (gc.enable if searching else gc.disable)()
    try:
        with no_search_for_garbage():
            assert not gc.isenabled()
        assert gc.isenabled() is searching
    finally:
        (gc.enable if before else gc.disable)()


def test_what_is_set_aside_is_handed_on_and_given_back() -> None:
    assert gc.get_freeze_count() == 0
    things = set_aside(range(2 * EVERY))
    assert [next(things) for _ in range(EVERY + 1)] == list(range(EVERY + 1))
    assert gc.get_freeze_count() > 0
    assert list(things) == list(range(EVERY + 1, 2 * EVERY))
    assert gc.get_freeze_count() == 0


def test_nothing_stays_set_aside_after_an_error() -> None:
    things = set_aside(1 / (EVERY - number) for number in range(2 * EVERY))
    with pytest.raises(ZeroDivisionError):
        list(things)
    assert gc.get_freeze_count() == 0
