"""kg push and kg pull: to the letter there and back, and what happens when servers fail."""

from __future__ import annotations

import pytest
from command import kg
from servers import oxigraph

from kg.graph.remote.push import WORLD
from kg.graph.store import open_graph

OSLO = "https://w3id.org/kg-diplomacy/id/article/oslo_2023"
DBA = {"KG_USER": "dba", "KG_PASSWORD": "dba"}


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """An Oxigraph server that each test fills anew."""
    with oxigraph(tmp_path_factory.mktemp("empty")) as address:
        yield address


@pytest.fixture
def sent(hostile_folder):
    return (hostile_folder / "graph.trig").read_bytes()


@pytest.mark.parametrize(
    ("written", "read"), [("store", "query"), ("store", "store"), ("update", "query"), ("update", "store")]
)
def test_there_and_back_to_the_letter(empty, hostile_folder, sent, tmp_path, written, read):
    pushed = kg("push", f"{empty}/{written}", "--graph", hostile_folder, "--batch", 50)
    assert (pushed.exit_code, pushed.stdout) == (0, "")
    assert f" triples in 3 graphs are at {empty}/{written}" in pushed.stderr
    assert kg("pull", f"{empty}/{read}", "--out", tmp_path / "back").exit_code == 0
    assert (tmp_path / "back" / "graph.trig").read_bytes() == sent
    assert sent.startswith((tmp_path / "back" / "graph.ttl").read_bytes())


@pytest.mark.parametrize("written", ["sparql-graph-crud-auth", "sparql-auth"])
def test_there_and_back_on_virtuoso(on_virtuoso, both_folder, tmp_path, written):
    pushed = kg("push", f"{on_virtuoso}/{written}", "--graph", both_folder, **DBA)
    assert f"the merged world is <{WORLD}> there" in pushed.stderr
    assert kg("pull", f"{on_virtuoso}/sparql", "--out", tmp_path / "back").exit_code == 0
    assert set(open_graph(tmp_path / "back")) == set(open_graph(both_folder))
