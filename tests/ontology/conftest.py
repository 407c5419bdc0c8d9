"""The small world as a graph that can be asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from worlds import small_world

from kg.export.trig import trig_of
from kg.graph.build import Graphs


@pytest.fixture(scope="session")
def exports(root: Path) -> Store:
    """The graph of the five articles."""
    store = Store()
    store.bulk_load(path=str(root / "exports" / "graph.trig"), format=RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def small_graph() -> Store:
    store = Store()
    store.load(trig_of(Graphs(small_world())).encode(), RdfFormat.TRIG)
    return store
