"""graph.ttl holds the default graph, appears whole or not at all."""

from __future__ import annotations

import pytest
from datasets import build_dataset
from rdflib import Graph
from worlds import hostile_world, small_world

from kg.errors import GraphError
from kg.export.turtle import export_turtle
from kg.files import write_atomically
from kg.graph.build import Graphs


@pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])
def test_the_file_is_the_merged_world(tmp_path, world):
    export_turtle(Graphs(world), tmp_path / "new" / "graph.ttl")
    assert set(Graph().parse(tmp_path / "new" / "graph.ttl")) == set(build_dataset(world).default_graph)


def test_the_same_world_gives_the_same_bytes(tmp_path):
    for name in ("one.ttl", "two.ttl"):
        export_turtle(Graphs(small_world()), tmp_path / name)
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "two.ttl").read_bytes()


def test_nothing_is_left_beside_the_file(tmp_path):
    write_atomically(tmp_path / "a", "old")
    write_atomically(tmp_path / "a", b"new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a", "new")]


def test_a_folder_in_the_way_is_told_and_nothing_is_left(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(GraphError, match="cannot be written"):
        write_atomically(tmp_path / "a", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_line_ends_are_the_same_everywhere(tmp_path):
    write_atomically(tmp_path / "a", "one\ntwo\n")
    assert (tmp_path / "a").read_bytes() == b"one\ntwo\n"
