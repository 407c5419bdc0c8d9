"""What the server says of its dataset, and the dataset as a whole."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse
from serving import Served, serving, write_exports
from worlds import small_world

from kg.export.trig import trig_of
from kg.graph.build import Graphs

VOID, SD = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/sparql-service-description#"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def loaded(text: str, syntax: RdfFormat) -> Store:
    store = Store()
    store.load(text, syntax)
    return store


def value(store: Store, thing: str, name: str) -> str:
    found = store.quads_for_pattern(NamedNode(thing), NamedNode(name), None)
    return next(found).object.value


@pytest.mark.parametrize("path", ["/.well-known/void", "/void.ttl"])
@pytest.mark.parametrize(
    ("accept", "kind", "syntax"),
    [
        (None, "text/turtle", RdfFormat.TURTLE),
        (BROWSER, "text/turtle", RdfFormat.TURTLE),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
    ],
)
def test_the_description_knows_where_it_is(small: Served, path: str, accept, kind, syntax) -> None:
    reply = small.ask(path, accept)
    assert (reply.status, reply.kind) == (200, kind)
    store = loaded(reply.text, syntax)
    dataset = f"{small.address}void.ttl#dataset"
    assert value(store, dataset, f"{VOID}sparqlEndpoint") == f"{small.address}sparql"
    asked = small.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv").text.split()
    assert value(store, dataset, f"{VOID}triples") == asked[1]


def test_the_endpoint_leads_to_the_description(small: Served) -> None:
    store = loaded(small.ask("/sparql", "text/turtle").text, RdfFormat.TURTLE)
    dataset = value(store, f"{small.address}sparql", f"{SD}defaultDataset")
    page, _, anchor = dataset.partition("#")
    assert (page, anchor) == (f"{small.address}void.ttl", "dataset")


def test_the_files_that_it_lists_are_there(small: Served) -> None:
    store = loaded(small.ask("/void.ttl").text, RdfFormat.TURTLE)
    dumps = [quad.object.value for quad in store.quads_for_pattern(None, NamedNode(f"{VOID}dataDump"), None)]
    assert dumps == [f"{small.address}graph.trig"]
    reply = small.ask("/graph.trig")
    assert (reply.status, reply.kind) == (200, "application/trig")
    assert reply.text == (small.folder / "graph.trig").read_text(encoding="utf-8")
    assert small.ask("/graph.html").status == 200


@pytest.mark.parametrize("path", ["/graph.nq", "/analysis.json", "/store", "/store/seal", "/graph.trig/x"])
def test_what_was_not_written_is_not_there(small: Served, path: str) -> None:
    assert small.ask(path).status == 404


def test_without_a_description(tmp_path) -> None:
    folder = tmp_path / "graph"
    folder.mkdir()
    write_exports(small_world(), folder)
    (folder / "void.ttl").unlink()
    with serving(folder) as served:
        reply = served.ask("/.well-known/void")
        assert (reply.status, reply.text) == (404, "no void.ttl is among the exports; kg build writes it\n")


@pytest.mark.parametrize(
    ("accept", "kind", "syntax"),
    [
        (None, "application/n-quads", RdfFormat.N_QUADS),
        (BROWSER, "application/n-quads", RdfFormat.N_QUADS),
        ("application/trig", "application/trig", RdfFormat.TRIG),
    ],
)
def test_the_whole_dataset(small: Served, accept, kind, syntax) -> None:
    reply = small.ask("/data", accept)
    assert (reply.status, reply.kind) == (200, kind)
    expected = set(parse(trig_of(Graphs(small_world())), RdfFormat.TRIG))
    assert set(parse(reply.text, syntax)) == expected


def test_the_whole_dataset_has_no_form_of_triples(small: Served) -> None:
    reply = small.ask("/data", "text/turtle")
    assert reply.status == 406
    assert "application/n-quads, application/trig" in reply.text
    assert "?default" in reply.text


@pytest.mark.parametrize("path", ["/data?default", "/id/person/anna-dahl", "/sparql?query=DESCRIBE%20kg:x"])
def test_triples_as_rdf_xml(small: Served, path: str) -> None:
    reply = small.ask(path, "application/rdf+xml")
    assert (reply.status, reply.kind) == (200, "application/rdf+xml")
    plain = small.ask(path, "application/n-triples")
    assert set(parse(reply.text, RdfFormat.RDF_XML)) == set(parse(plain.text, RdfFormat.N_TRIPLES))
