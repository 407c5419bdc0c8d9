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
        assert (reply.status, reply.text) == (404, "no void.ttl is here; kg build writes it\n")


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


@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        (None, RdfFormat.TURTLE),
        ("text/turtle", RdfFormat.TURTLE),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/rdf+xml", RdfFormat.RDF_XML),
    ],
)
def test_the_terms_at_their_path(small: Served, accept, syntax) -> None:
    reply = small.ask("/ontology", accept)
    assert (reply.status, reply.headers["vary"]) == (200, "Accept")
    meeting = NamedNode("https://w3id.org/kg-diplomacy/ontology#Meeting")
    store = loaded(reply.text, syntax)
    assert list(store.quads_for_pattern(meeting, None, None))


def test_a_browser_is_shown_the_page_of_the_terms(small: Served) -> None:
    reply = small.ask("/ontology", BROWSER)
    assert (reply.status, reply.headers["location"]) == (303, f"{small.address}ontology/index.html")
    page = small.ask("/ontology/index.html", BROWSER)
    assert (page.status, page.kind) == (200, "text/html")
    assert '<article id="Meeting">' in page.text
    assert "style-src 'unsafe-inline'" in page.headers["content-security-policy"]
    assert "script-src" not in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/ontology/kg.ttl", 200),
        ("/ontology/shapes.ttl", 200),
        ("/ontology/queries.ttl", 200),
        ("/ontology/queries/cq01.rq", 404),
        ("/ontology/../kg/cli.py", 404),
    ],
)
def test_the_files_of_the_ontology(small: Served, path: str, status: int) -> None:
    assert small.ask(path).status == status


@pytest.mark.parametrize("path", ["/ontology/queries", "/.well-known/sparql-examples"])
def test_the_ready_questions_say_whom_to_ask(small: Served, path: str) -> None:
    store = loaded(small.ask(path, "text/turtle").text, RdfFormat.TURTLE)
    found = store.query(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX schema: <https://schema.org/>"
        " SELECT ?text ?target { ?q a sh:SPARQLExecutable ; sh:select ?text ; schema:target ?target }"
    )
    rows = [(row["text"].value, row["target"].value) for row in found]
    assert len(rows) > 30
    assert {target for _, target in rows} == {f"{small.address}sparql"}


def test_terms_in_the_page_of_a_thing_lead_to_their_meaning(small: Served) -> None:
    assert 'href="/ontology#holds"' in small.ask("/id/person/anna-dahl", BROWSER).text
