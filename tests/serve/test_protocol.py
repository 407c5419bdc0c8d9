"""SPARQL 1.1 Protocol and Graph Store Protocol, over a socket."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from pyoxigraph import Literal, RdfFormat, Store, parse

COUNTRIES = "SELECT ?name { ?c a kg:Country ; rdfs:label ?name } ORDER BY ?name"
NAMES = ["Bolivia", "Kenya", "Norway", "Peru"]
ONE = "CONSTRUCT { ?c rdfs:label ?name } WHERE { ?c kg:iso3 'PER' ; rdfs:label ?name }"
DAY = "SELECT ?day { ?m a kg:Talks ; kg:edtf ?day }"
DAY_IN_GRAPH = "SELECT ?day { GRAPH ?g { ?m a kg:Talks ; kg:edtf ?day } } ORDER BY ?day"
OSLO = "https://w3id.org/kg-diplomacy/id/article/oslo_2023"
LIMA = "https://w3id.org/kg-diplomacy/id/article/lima-2023-05-12"
FORM = "application/x-www-form-urlencoded"


def names_in_json(text):
    return [row["name"]["value"] for row in json.loads(text)["results"]["bindings"]]


def names_in_xml(text):
    return [
        element.text for element in ElementTree.fromstring(text).iter() if element.tag.endswith("literal")
    ]


def names(reply):
    return names_in_json(reply.text)


def days(reply):
    return [row["day"]["value"] for row in json.loads(reply.text)["results"]["bindings"]]


def test_get(small):
    reply = small.query(COUNTRIES)
    assert (reply.status, reply.kind) == (200, "application/sparql-results+json")
    assert names(reply) == NAMES


def test_post_of_a_form(small):
    assert names(small.form(query=COUNTRIES)) == NAMES


def test_post_of_the_query_itself(small):
    assert names(small.post(COUNTRIES.encode())) == NAMES


def test_head(small):
    reply = small.ask(f"/sparql?query={quote(COUNTRIES)}", method="HEAD")
    assert (reply.status, reply.text) == (200, "")
    told = small.query(COUNTRIES).headers
    assert all(reply.headers[name] == told[name] for name in ("content-type", "content-length", "vary"))


def test_what_may_be_done_here(small):
    reply = small.ask("/sparql", method="OPTIONS")
    assert (reply.status, set(reply.headers["allow"].split(", "))) == (
        200,
        {"GET", "HEAD", "POST"},
    )


def test_before_a_page_of_another_origin_asks(small):
    asked = {"Origin": "https://desk.example", "Access_Control_Request_Method": "POST"}
    headers = small.ask("/sparql", method="OPTIONS", **asked).headers
    assert headers["access-control-allow-origin"] == "https://desk.example"
    assert "POST" in headers["access-control-allow-methods"]


@pytest.mark.parametrize(
    "name",
    [
        "Gr\u00fc\u00dfe, \uc678\uad50\ubd80 \u2013 \u0639\u0631\u0628\u064a \U0001f642",
        'a "b" + c & d = e % f',
    ],
)
def test_letters_of_all_kinds_in_each_way_of_asking(small, name):
    text = f"SELECT ?name {{ BIND({Literal(name)} AS ?name) }}"
    ways = (small.query(text), small.form(query=text), small.post(text.encode()))
    assert [names(reply) for reply in ways] == [[name]] * 3


@pytest.mark.parametrize("kind", ["application/sparql-query; charset=utf-8", "APPLICATION/SPARQL-QUERY"])
def test_how_the_kind_of_a_body_may_be_written(small, kind):
    assert names(small.post(COUNTRIES.encode(), kind)) == NAMES


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("application/*;q=0.2, text/csv;q=0.1", "application/sparql-results+json"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9, */*;q=0.1", "application/sparql-results+xml"),
        ("application/sparql-results+json;q=0, text/tab-separated-values", "text/tab-separated-values"),
        ("image/png, */*;q=0.01", "application/sparql-results+json"),
        ("application/json", "application/json"),
    ],
)
def test_the_form_that_suits_best(small, accept, kind):
    assert small.query(COUNTRIES, accept).kind == kind


@pytest.mark.parametrize(
    ("accept", "read"),
    [
        ("application/sparql-results+json", names_in_json),
        ("application/sparql-results+xml", names_in_xml),
        ("text/csv", lambda text: [row[0] for row in csv.reader(io.StringIO(text))][1:]),
        ("text/tab-separated-values", lambda text: [line.strip('"') for line in text.splitlines()[1:]]),
    ],
)
def test_rows_in_each_form(small, accept, read):
    reply = small.query(COUNTRIES, accept)
    assert (reply.status, reply.kind, read(reply.text)) == (200, accept, NAMES)


@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_triples_in_each_form(small, accept, syntax):
    reply = small.query(ONE, accept)
    assert (reply.status, reply.kind) == (200, accept)
    assert [quad.object.value for quad in parse(reply.text, syntax)] == ["Peru"]


@pytest.mark.parametrize(
    ("accept", "said"), [("application/sparql-results+json", '"boolean":true'), ("text/csv", "true")]
)
def test_yes_and_no(small, accept, said):
    assert said in small.query("ASK { ?p a kg:Person }", accept).text


def test_no_rows(small):
    assert small.query("SELECT ?x { ?x a kg:Nothing }", "text/csv").text.split() == ["x"]


def test_a_row_of_nothing(small):
    bindings = json.loads(small.query("SELECT ?x { OPTIONAL { ?x a kg:Nothing } }").text)["results"][
        "bindings"
    ]
    assert bindings == [{}]


def test_an_articles_graph_as_the_default(small):
    parameters = {"default-graph-uri": OSLO}
    assert days(small.query(DAY, **parameters)) == ["2023-05-10"]
    assert days(small.form(query=DAY, **parameters)) == ["2023-05-10"]
    assert days(small.post(DAY.encode(), path=f"/sparql?default-graph-uri={quote(OSLO)}")) == ["2023-05-10"]


def test_what_the_protocol_says_goes_before_the_query(small):
    text = f"SELECT ?day FROM <{LIMA}> {{ ?m a kg:Talks ; kg:edtf ?day }}"
    assert days(small.query(text)) == ["2023-05-11"]
    assert days(small.query(text, **{"default-graph-uri": OSLO})) == ["2023-05-10"]


def test_several_graphs_as_one(small):
    both = "".join(f"&default-graph-uri={quote(iri)}" for iri in (OSLO, LIMA))
    asked = quote("SELECT DISTINCT ?day { ?m a kg:Talks ; kg:edtf ?day } ORDER BY ?day")
    assert days(small.ask(f"/sparql?query={asked}{both}")) == ["2023-05-10", "2023-05-11"]


def test_one_graph_as_the_default_and_another_by_name(small):
    parameters = {"default-graph-uri": OSLO, "named-graph-uri": LIMA}
    both = (
        "SELECT ?day { { ?m a kg:Talks ; kg:edtf ?day } UNION { GRAPH ?g { ?m a kg:Talks ; kg:edtf ?day } } }"
    )
    assert sorted(days(small.query(both, **parameters))) == ["2023-05-10", "2023-05-11"]


def test_named_graphs_alone(small):
    parameters = {"named-graph-uri": OSLO}
    assert days(small.query(DAY_IN_GRAPH, **parameters)) == ["2023-05-10"]
    assert days(small.query(DAY, **parameters)) == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * {", "query: line 1, column 11: cannot be parsed"),
        ("", "query: line 1, column 1: cannot be parsed"),
        ("SELECT ?x { ?x xy:z ?y }", "line 1, column 21: cannot be parsed"),
        ("SELECT * FROM <relative> { ?s ?p ?o }", "FROM <relative> is no graph"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(small, query, said):
    reply = small.query(query)
    assert (reply.status, reply.kind) == (400, "text/plain")
    assert said in reply.text
    assert reply.text.count("\n") == 1


@pytest.mark.parametrize(
    ("body", "kind", "status", "said"),
    [
        (b"", FORM, 400, "no query"),
        (b"query=ASK{}&query=ASK{}", FORM, 400, "more than one query"),
        (b"update=CLEAR+ALL", FORM, 400, "an update is refused"),
        (b"CLEAR ALL", "application/sparql-update", 415, "an update is refused"),
        (b"CLEAR ALL", "application/sparql-query", 400, "CLEAR is refused"),
        (b"ASK {}", "text/plain", 415, "a body of text/plain is not read"),
        (b"ASK {}", "", 415, "a body of no kind is not read"),
        (b"ASK { ?s ?p '\xff' }", "application/sparql-query", 400, "the body is no UTF-8"),
    ],
)
def test_bodies_that_are_refused(small, body, kind, status, said):
    reply = small.post(body, kind)
    assert (reply.status, reply.kind) == (status, "text/plain")
    assert said in reply.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "more than one query"),
        ("/sparql?default-graph-uri=x", "no query"),
        ("/sparql?query=", "cannot be parsed"),
        ("/sparql?update=CLEAR%20ALL", "an update is refused"),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=", "is no graph"),
    ],
)
def test_addresses_that_are_refused(small, path, said):
    reply = small.ask(path)
    assert (reply.status, reply.kind) == (400, "text/plain")
    assert said in reply.text


@pytest.mark.parametrize(
    ("query", "accept", "said"),
    [
        (COUNTRIES, "image/png", "nothing here is image/png"),
        (COUNTRIES, "text/turtle", "the answer is rows"),
        (ONE, "text/csv", "the answer is triples"),
    ],
)
def test_forms_that_there_are_not(small, query, accept, said):
    reply = small.query(query, accept)
    assert reply.status == 406
    assert said in reply.text


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/sparql"), ("DELETE", "/data?default"), ("POST", "/"), ("PUT", "/id/x")]
)
def test_nothing_is_written(small, method, path):
    reply = small.ask(path, method=method, body=b"x")
    assert reply.status == 405
    assert "GET" in reply.headers["allow"]


def test_nothing_is_there(small):
    assert small.ask("/nowhere").status == 404
    assert small.ask("/static/../app.py").status == 404


def test_the_service_describes_itself(small):
    reply = small.ask("/sparql", "text/turtle")
    store = Store()
    store.load(reply.text, RdfFormat.TURTLE)
    found = store.query(
        "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT ?at ?graph { ?s a sd:Service ;"
        " sd:endpoint ?at ; sd:defaultDataset/sd:namedGraph/sd:name ?graph } ORDER BY ?graph"
    )
    assert [(row["at"].value, row["graph"].value) for row in found] == [
        (f"{small.address}sparql", LIMA),
        (f"{small.address}sparql", OSLO),
    ]


@pytest.mark.parametrize(
    ("path", "day"), [("/data?default", "2023-05-11"), (f"/data?graph={quote(OSLO)}", "2023-05-10")]
)
@pytest.mark.parametrize(
    ("accept", "syntax"), [("text/turtle", RdfFormat.TURTLE), ("application/n-triples", RdfFormat.N_TRIPLES)]
)
def test_a_graph_as_a_whole(small, path, day, accept, syntax):
    store = Store()
    store.load(small.ask(path, accept).text, syntax)
    found = store.query(
        "PREFIX kg: <https://w3id.org/kg-diplomacy/ontology#> SELECT ?day { ?m a kg:Talks ; kg:edtf ?day }"
    )
    assert [row["day"].value for row in found] == [day]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/data?default&graph={quote(OSLO)}", 400),
        ("/data?graph=https://example.org/none", 404),
        ("/data?graph=no%20iri", 404),
        ("/data?graph=file:///etc/passwd", 404),
    ],
)
def test_graphs_that_are_not_there(small, path, status):
    assert small.ask(path).status == status


def test_only_the_origin_that_was_named_may_ask_from_its_pages(small, tight):
    asked = {"Origin": "https://desk.example"}
    assert (
        small.ask("/sparql?query=ASK{}", **asked).headers["access-control-allow-origin"]
        == "https://desk.example"
    )
    assert (
        "access-control-allow-origin"
        not in small.ask("/sparql?query=ASK{}", Origin="https://x.example").headers
    )
    assert "access-control-allow-origin" not in tight.ask("/sparql?query=ASK{}", **asked).headers
