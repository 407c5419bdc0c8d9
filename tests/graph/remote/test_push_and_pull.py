"""kg push and kg pull: to the letter there and back."""

from __future__ import annotations

import pytest
from command import kg
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store
from serving import serving

from kg.graph.remote.push import WORLD
from kg.graph.store import open_graph

OSLO = "https://w3id.org/kg-diplomacy/id/article/oslo_2023"
DAY = NamedNode("http://www.w3.org/2001/XMLSchema#date")
DBA = {"KG_USER": "dba", "KG_PASSWORD": "dba"}


@pytest.mark.parametrize(
    ("written", "read"), [("store", "query"), ("store", "store"), ("update", "query"), ("update", "store")]
)
def test_there_and_back_to_the_letter(empty, hostile_folder, sent, tmp_path, written, read):
    pushed = kg("push", f"{empty}/{written}", "--graph", hostile_folder, "--batch", 50)
    assert (pushed.exit_code, pushed.stdout) == (0, "")
    assert f" triples in 3 graphs sent to {empty}/{written}" in pushed.stderr
    assert kg("pull", f"{empty}/{read}", "--out", tmp_path / "back").exit_code == 0
    assert (tmp_path / "back" / "graph.trig").read_bytes() == sent
    assert sent.startswith((tmp_path / "back" / "graph.ttl").read_bytes())


@pytest.mark.parametrize("written", ["sparql-graph-crud-auth", "sparql-auth"])
def test_there_and_back_on_virtuoso(on_virtuoso, both_folder, tmp_path, written):
    pushed = kg("push", f"{on_virtuoso}/{written}", "--graph", both_folder, **DBA)
    assert f"the merged world is <{WORLD}> there" in pushed.stderr
    assert kg("pull", f"{on_virtuoso}/sparql", "--out", tmp_path / "back").exit_code == 0
    assert set(open_graph(tmp_path / "back")) == set(open_graph(both_folder))


def test_virtuoso_takes_hostile_texts(on_virtuoso, hostile_folder, tmp_path):
    world = ("--world", "http://example.org/hostile")
    pushed = kg("push", f"{on_virtuoso}/sparql-auth", "--graph", hostile_folder, *world, **DBA)
    assert pushed.exit_code == 0, pushed.stderr
    assert kg("pull", f"{on_virtuoso}/sparql", "--out", tmp_path / "back", *world).exit_code == 0
    assert triples_of(open_graph(tmp_path / "back")) == triples_of(open_graph(hostile_folder))


@pytest.mark.parametrize("written", ["sparql-graph-crud-auth", "sparql-auth"])
def test_virtuoso_takes_long_texts(on_virtuoso, tmp_path, written):
    """As long as an article; and values of the types that a graph has."""
    store = Store()
    values = [Literal("é" * size) for size in (1, 1900, 4090, 70_000)]
    values += [
        Literal("1999-12-31", datatype=DAY),
        Literal(-12),
        Literal("中文", language="zh"),
        Literal(True),
    ]
    for number, value in enumerate(values):
        thing = NamedNode(f"http://example.org/{number}")
        store.add(Quad(thing, NamedNode("http://example.org/has"), value, DefaultGraph()))
    store.dump(str(tmp_path / "graph.trig"), RdfFormat.TRIG)
    world = ("--world", "http://example.org/long")
    assert kg("push", f"{on_virtuoso}/{written}", "--graph", tmp_path, *world, **DBA).exit_code == 0
    assert kg("pull", f"{on_virtuoso}/sparql", "--out", tmp_path / "back", *world).exit_code == 0
    assert triples_of(open_graph(tmp_path / "back")) == triples_of(store)


def triples_of(store):
    """The merged world."""
    return {quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph())}


def test_virtuosos_limit_of_rows(on_virtuoso, tmp_path):
    """More triples than it sends at once come in pages; its graph store, which would drop the rest, is not read."""
    many, thing = Store(), "http://example.org/"
    for number in range(12_000):
        many.add(
            Quad(
                NamedNode(f"{thing}{number // 100}"),
                NamedNode(f"{thing}has"),
                Literal(number),
                DefaultGraph(),
            )
        )
    many.dump(str(tmp_path / "graph.trig"), RdfFormat.TRIG)
    world = ("--world", "http://example.org/many")
    call = ("push", f"{on_virtuoso}/sparql-graph-crud-auth", "--graph", tmp_path, *world)
    assert kg(*call, "--batch", 5000, **DBA).exit_code == 0
    assert kg("pull", f"{on_virtuoso}/sparql", "--out", tmp_path / "back", *world).exit_code == 0
    assert triples_of(open_graph(tmp_path / "back")) == triples_of(many)
    unknown = kg(*call, "--prune", **DBA)
    assert (unknown.exit_code, "name its /sparql or /sparql-auth" in unknown.stderr) == (1, True)
    kept_back = kg("pull", f"{on_virtuoso}/sparql-graph-crud-auth", "--out", tmp_path / "no", *world, **DBA)
    assert (kept_back.exit_code, "keeps long graphs back" in kept_back.stderr) == (1, True)
    told = kg("query", "SELECT * { GRAPH ?g { ?s ?p ?o } }", "--endpoint", f"{on_virtuoso}/sparql")
    assert "sends 10000 rows at most" in told.stderr
    assert "the merged world alone: --default-graph kgid:world" in told.stderr


def test_truth_values_of_virtuoso_are_written_as_such(on_virtuoso):
    question = "SELECT DISTINCT ?x { ?s ?p ?x FILTER(DATATYPE(?x) = xsd:boolean) }"
    told = kg("query", question, "--endpoint", f"{on_virtuoso}/sparql", "--default-graph", "kgid:world")
    assert (told.stderr, set(told.stdout.split()) <= {"x", "true", "false"}) == ("", True)
    assert len(told.stdout.split()) > 1


def test_one_article_alone(empty, small_folder, tmp_path):
    kg("push", f"{empty}/store", "--graph", small_folder)
    changed = Store()
    changed.load(path=str(small_folder / "graph.trig"), format=RdfFormat.TRIG)
    for graph in (NamedNode(OSLO), DefaultGraph()):
        changed.add(Quad(NamedNode(OSLO), NamedNode("http://example.org/p"), Literal("new"), graph))
    changed.dump(str(tmp_path / "graph.trig"), RdfFormat.TRIG)
    assert (
        "in 1 graph sent"
        in kg("push", f"{empty}/store", "--graph", tmp_path, "--article", "oslo_2023").stderr
    )
    assert (
        "the merged world"
        not in kg("push", f"{empty}/update", "--graph", tmp_path, "--article", "oslo_2023").stderr
    )
    asked = ("query", "SELECT ?g { GRAPH ?g { ?s ?p 'new' } } ", "--endpoint", f"{empty}/query")
    assert kg(*asked).stdout.splitlines() == ["g", OSLO]
    assert kg("query", "ASK { ?s ?p 'new' }", "--endpoint", f"{empty}/query").stdout == "false\n"


def test_a_second_push_replaces_the_first(empty, hostile_folder, small_folder, tmp_path):
    for folder in (hostile_folder, small_folder, small_folder):
        assert kg("push", f"{empty}/update", "--graph", folder, "--batch", 7).exit_code == 0
    kg("pull", f"{empty}/query", "--out", tmp_path / "back")
    assert (tmp_path / "back" / "graph.trig").read_bytes() == (small_folder / "graph.trig").read_bytes()


@pytest.mark.parametrize("written", ["store", "update"])
def test_graphs_of_articles_that_are_gone_are_removed(empty, small_folder, tmp_path, written):
    kg("push", f"{empty}/store", "--graph", small_folder)
    fewer = Store()
    fewer.extend(quad for quad in open_graph(small_folder) if quad.graph_name != NamedNode(OSLO))
    fewer.dump(str(tmp_path / "graph.trig"), RdfFormat.TRIG)
    asked = ("query", f"ASK {{ GRAPH <{OSLO}> {{ ?s ?p ?o }} }}", "--endpoint", f"{empty}/query")
    assert kg("push", f"{empty}/{written}", "--graph", tmp_path).exit_code == 0
    assert kg(*asked).stdout == "true\n"
    kg("push", f"{empty}/store", "--graph", small_folder)
    assert kg("push", f"{empty}/{written}", "--graph", tmp_path, "--prune").exit_code == 0
    assert kg(*asked).stdout == "false\n"
    wrong = kg("push", f"{empty}/store", "--graph", small_folder, "--prune", "--article", "oslo_2023")
    assert (wrong.exit_code, "--prune is for the whole graph" in wrong.stderr) == (2, True)


def test_our_own_server_is_pulled_and_takes_nothing(small_folder, tmp_path):
    with serving(small_folder) as served:
        for address in ("data", "sparql"):
            out = tmp_path / address
            assert kg("pull", f"{served.address}{address}", "--out", out).exit_code == 0
            assert (out / "graph.trig").read_bytes() == (small_folder / "graph.trig").read_bytes()
            refused = kg("push", f"{served.address}{address}", "--graph", small_folder)
            assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
            assert "it takes no such request" in refused.stderr


def test_a_server_that_sends_few_rows_at_once(small_folder, tmp_path):
    with serving(small_folder, "--max-rows", "150") as served:
        assert kg("pull", f"{served.address}sparql", "--out", tmp_path / "back").exit_code == 0
    assert (tmp_path / "back" / "graph.trig").read_bytes() == (small_folder / "graph.trig").read_bytes()


def test_what_was_pulled_can_be_checked_and_pulled_again(empty, small_folder, tmp_path):
    kg("push", f"{empty}/store", "--graph", small_folder)
    for _ in range(2):
        assert kg("pull", f"{empty}/query", "--out", tmp_path / "back").exit_code == 0
    assert {entry.name for entry in tmp_path.iterdir()} == {"back"}
    assert (
        kg("validate", "--graph", tmp_path / "back").exit_code
        == kg("validate", "--graph", small_folder).exit_code
    )
    (tmp_path / "back" / "graph.html").touch()
    refused = kg("pull", f"{empty}/query", "--out", tmp_path / "back")
    assert (refused.exit_code, "holds graph.html already" in refused.stderr) == (1, True)
