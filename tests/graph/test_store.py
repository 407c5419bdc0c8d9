"""A folder's graph is opened from its store, its TriG or its Turtle, and never from an old store."""

from __future__ import annotations

import os
import shutil

import pytest
from worlds import hostile_world, small_world

from kg.errors import GraphError
from kg.export.trig import export_trig
from kg.export.turtle import export_turtle
from kg.graph.build import build_dataset
from kg.graph.store import open_graph, save_store
from kg.model import World


@pytest.fixture
def built(tmp_path):
    dataset = build_dataset(small_world())
    export_turtle(dataset, tmp_path / "graph.ttl")
    export_trig(dataset, tmp_path / "graph.trig")
    return tmp_path, len(list(dataset.quads())), len(dataset.default_graph)


def test_from_trig(built):
    folder, quads, _ = built
    assert len(open_graph(folder)) == quads


def test_from_turtle_where_there_is_no_trig(built):
    folder, _, triples = built
    (folder / "graph.trig").unlink()
    assert len(open_graph(folder)) == triples


def test_from_the_store(built):
    folder, quads, _ = built
    save_store(folder)
    assert len(open_graph(folder)) == quads
    assert sorted(p.name for p in (folder / "store").iterdir()) == ["oxigraph", "oxigraph.sha256"]


def test_a_store_can_be_made_anew(built):
    folder, quads, _ = built
    save_store(folder)
    save_store(folder)
    assert len(open_graph(folder)) == quads


def test_a_store_of_another_graph_is_not_used(built):
    folder, *_ = built
    save_store(folder)
    other = build_dataset(World(articles=hostile_world().articles))
    export_trig(other, folder / "graph.trig")
    assert len(open_graph(folder)) == len(list(other.quads()))


def test_a_damaged_store_is_not_used(built):
    folder, quads, _ = built
    save_store(folder)
    shutil.rmtree(folder / "store" / "oxigraph")
    assert len(open_graph(folder)) == quads


def test_a_later_build_of_the_turtle_alone_is_the_graph(built):
    folder, *_ = built
    save_store(folder)
    other = build_dataset(World(articles=hostile_world().articles))
    export_turtle(other, folder / "graph.ttl")
    os.utime(folder / "graph.trig", ns=(1, 1))
    assert len(open_graph(folder)) == len(other.default_graph)


def test_an_old_turtle_does_not_hide_a_later_trig(built):
    folder, quads, _ = built
    export_turtle(build_dataset(World()), folder / "graph.ttl")
    os.utime(folder / "graph.ttl", ns=(1, 1))
    assert len(open_graph(folder)) == quads


def test_the_articles_are_named_graphs(built):
    folder, *_ = built
    names = sorted(graph.value for graph in open_graph(folder).named_graphs())
    assert [name.rsplit("/", 1)[-1] for name in names] == ["lima-2023-05-12", "oslo_2023"]


def test_a_folder_without_a_graph_says_how_to_make_one(tmp_path):
    with pytest.raises(GraphError, match="kg build --out"):
        open_graph(tmp_path)


def test_a_graph_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "graph.trig").write_text("this is no graph")
    with pytest.raises(GraphError, match=r"graph\.trig: cannot be read"):
        open_graph(tmp_path)
