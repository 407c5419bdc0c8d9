"""Resolution leaves no cycles behind, so that nobody has to search for them."""

from __future__ import annotations

import gc

import pytest

from benchmarks.resolve import make_readings
from kg.garbage import no_search_for_garbage
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
