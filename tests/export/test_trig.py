"""graph.trig holds the dataset; its default graph is graph.ttl."""

from __future__ import annotations

import pytest
from datasets import build_dataset
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic
from worlds import hostile_world, small_world

from kg.export.trig import export_trig
from kg.export.turtle import export_turtle
from kg.graph.build import Graphs


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib's own TriG reader
@pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])
def test_turtle_is_exactly_the_default_graph_of_trig(tmp_path, world):
    graphs = Graphs(world)
    export_turtle(graphs, tmp_path / "graph.ttl")
    export_trig(graphs, tmp_path / "graph.trig")
    read = Dataset().parse(data=(tmp_path / "graph.trig").read_text(encoding="utf-8"), format="trig")
    assert isomorphic(Graph().parse(tmp_path / "graph.ttl"), Graph() + read.default_graph)
    assert set(read.quads()) == set(build_dataset(world).quads())
