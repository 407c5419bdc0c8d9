"""A folder's graph is opened from its store, its TriG or its Turtle, and never from an old store."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from datasets import build_dataset
from worlds import hostile_world, small_world

from kg.errors import GraphError
from kg.export.trig import export_trig
from kg.export.turtle import export_turtle
from kg.graph import store
from kg.graph.build import Graphs
from kg.graph.store import open_graph, save_store
from kg.model import World


@pytest.fixture
def built(tmp_path):
    dataset, graphs = build_dataset(small_world()), Graphs(small_world())
    export_turtle(graphs, tmp_path / "graph.ttl")
    export_trig(graphs, tmp_path / "graph.trig")
    return tmp_path, len(list(dataset.quads())), len(dataset.default_graph)


def test_from_trig(built):
    folder, quads, _ = built
    assert len(open_graph(folder)) == quads


def test_from_turtle_where_there_is_no_trig(built):
    folder, _, triples = built
    (folder / "graph.trig").unlink()
    assert len(open_graph(folder)) == triples


@pytest.fixture
def from_store_only(monkeypatch):
    """A graph that is read from its files is a failure."""
    monkeypatch.setattr(store, "_load", lambda source: pytest.fail(f"{source.path} was read"))


def stores(folder):
    return sorted(path.name for path in (folder / "store").iterdir())


def test_from_the_store(built, from_store_only):
    folder, quads, _ = built
    save_store(folder)
    assert len(open_graph(folder)) == quads


def test_from_the_store_of_a_turtle(built, from_store_only):
    folder, _, triples = built
    (folder / "graph.trig").unlink()
    save_store(folder)
    assert len(open_graph(folder)) == triples


def test_asking_changes_nothing(built, from_store_only):
    folder, quads, _ = built
    save_store(folder)
    for _ in range(3):
        assert len(open_graph(folder)) == quads


def test_a_store_that_is_whole_is_not_made_anew(built, monkeypatch):
    folder, quads, _ = built
    save_store(folder)
    monkeypatch.setattr(store, "_fill", lambda *_: pytest.fail("the store was made anew"))
    save_store(folder)
    assert len(open_graph(folder)) == quads


def test_a_store_of_another_graph_is_not_used_and_goes(built):
    folder, *_ = built
    save_store(folder)
    (before,) = stores(folder)
    other = World(articles=hostile_world().articles)
    export_trig(Graphs(other), folder / "graph.trig")
    quads = len(list(build_dataset(other).quads()))
    assert len(open_graph(folder)) == quads
    save_store(folder)
    assert len(open_graph(folder)) == quads
    assert len(stores(folder)) == 1
    assert before not in stores(folder)


def flip(file):
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)


def cut(file):
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


@pytest.mark.parametrize("damage", [flip, cut, Path.unlink])
def test_a_damaged_store_is_not_used_and_is_mended(built, damage, monkeypatch):
    folder, quads, _ = built
    save_store(folder)
    (name,) = stores(folder)
    for kind in ("*.sst", "MANIFEST-*", "CURRENT", "seal"):
        damage(max((folder / "store" / name).glob(kind), key=lambda file: file.stat().st_size))
        assert len(open_graph(folder)) == quads
        save_store(folder)
    with monkeypatch.context() as patched:
        patched.setattr(store, "_load", lambda source: pytest.fail(f"{source.path} was read"))
        assert len(open_graph(folder)) == quads


@pytest.mark.parametrize("call", ["_seal_of", "_remove_others"])
def test_a_run_killed_before(built, call):
    folder, quads, _ = built
    save_store(folder)
    export_trig(Graphs(World(articles=hostile_world().articles)), folder / "graph.trig")
    kill = "import os, sys; from pathlib import Path; import kg.graph.store as s\n"
    kill += "dead = lambda *_: os.kill(os.getpid(), 9)\n"
    kill += f"s.{call} = dead; s._is_whole = lambda *_: False; s.save_store(Path(sys.argv[1]))"
    assert subprocess.run([sys.executable, "-c", kill, str(folder)], check=False).returncode == -9
    export_trig(Graphs(small_world()), folder / "graph.trig")
    assert len(open_graph(folder)) == quads


def test_what_a_killed_run_left_goes_when_it_is_old(built):
    folder, *_ = built
    save_store(folder)
    for name in (".graph-old", ".graph-new", "readings"):
        (folder / "store" / name).mkdir()
    os.utime(folder / "store" / ".graph-old", (0, 0))
    save_store(folder)
    assert stores(folder)[::2] == [".graph-new", "readings"]


def test_links_are_not_followed(built, tmp_path_factory):
    folder, quads, _ = built
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (folder / "store").symlink_to(elsewhere)
    with pytest.raises(GraphError, match="a link or no folder"):
        save_store(folder)
    assert list(elsewhere.iterdir()) == []
    assert len(open_graph(folder)) == quads


def test_where_no_store_can_be_kept_it_is_said(built):
    folder, quads, _ = built
    (folder / "store").write_text("a file")
    with pytest.raises(GraphError, match="store"):
        save_store(folder)
    assert len(open_graph(folder)) == quads


def test_a_later_build_of_the_turtle_alone_is_the_graph(built):
    folder, *_ = built
    save_store(folder)
    other = World(articles=hostile_world().articles)
    export_turtle(Graphs(other), folder / "graph.ttl")
    os.utime(folder / "graph.trig", ns=(1, 1))
    assert len(open_graph(folder)) == len(build_dataset(other).default_graph)


def test_an_old_turtle_does_not_hide_a_later_trig(built):
    folder, quads, _ = built
    export_turtle(Graphs(World()), folder / "graph.ttl")
    os.utime(folder / "graph.ttl", ns=(1, 1))
    assert len(open_graph(folder)) == quads


def test_the_articles_are_named_graphs(built):
    folder, *_ = built
    names = sorted(graph.value for graph in open_graph(folder).named_graphs())
    assert [name.rsplit("/", 1)[-1] for name in names] == ["lima-2023-05-12", "oslo_2023"]


def test_a_folder_without_a_graph_says_how_to_make_one(tmp_path):
    with pytest.raises(GraphError, match="kg build --out"):
        open_graph(tmp_path)


@pytest.mark.parametrize("call", [open_graph, save_store])
@pytest.mark.parametrize("text", [b"this is no graph", b'<x:a> <x:b> "cut', b'<x:a> <x:b> "\xff" .'])
def test_a_graph_that_cannot_be_read_is_named(tmp_path, call, text):
    (tmp_path / "graph.trig").write_bytes(text)
    with pytest.raises(GraphError, match=r"graph\.trig: cannot be read"):
        call(tmp_path)
    assert not [place for place in (tmp_path / "store").glob("*") if place.name.startswith((".", "graph"))]
