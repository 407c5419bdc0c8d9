"""What is meant to harm harms nothing, and is answered clearly."""

from __future__ import annotations

import json
import socket
import time
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
TEN_MEGABYTES = b"SELECT * { ?s ?p '" + b"x" * 10_000_000 + b"' }"


def test_no_other_server_is_asked(small):
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.setblocking(False)
        address = f"http://127.0.0.1:{other.getsockname()[1]}/sparql"
        reply = small.query(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")
        with pytest.raises(BlockingIOError):
            other.accept()
    assert (reply.status, reply.kind) == (400, "text/plain")
    assert "SERVICE is refused" in reply.text


@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", {}),
        ("SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }", {}),
        ("SELECT * { ?s ?p ?o }", {"default-graph-uri": "file:///etc/passwd"}),
        ("SELECT * { ?s ?p ?o }", {"named-graph-uri": "http://127.0.0.1/"}),
        ("SELECT * { ?s ?p ?o }", {"default-graph-uri": "no iri"}),
    ],
)
def test_no_file_is_read(small, query, parameters):
    reply = small.query(query, **parameters)
    assert reply.status == 400
    assert "is no graph of this dataset" in reply.text


@pytest.mark.parametrize("query", ["LOAD <file:///etc/passwd>", "DROP ALL", "INSERT DATA { <x:a> <x:b> 1 }"])
def test_no_update_is_made(small, query):
    reply = small.query(query)
    assert (reply.status, "is refused" in reply.text) == (400, True)


def test_an_endless_question_is_stopped_and_the_next_one_answered(tight):
    began = time.monotonic()
    reply = tight.query(PRODUCT)
    assert reply.status == 503
    assert reply.text == "stopped after 1 s; ask for less\n"
    assert int(reply.headers["retry-after"]) > 0
    assert time.monotonic() - began < 10
    assert tight.query("ASK {}").status == 200


@pytest.mark.parametrize(("body", "kind"), [(TEN_MEGABYTES, QUERY), (b"query=" + TEN_MEGABYTES, FORM)])
def test_a_query_of_ten_megabytes_is_not_read(small, body, kind):
    reply = small.post(body, kind)
    assert (reply.status, reply.text) == (413, "a query may have 1 MiB; this one has more\n")


def test_nor_where_its_length_is_not_told(small):
    reply = small.ask("/sparql", None, "POST", iter([TEN_MEGABYTES]), Content_Type=QUERY)
    assert reply.status == 413


@pytest.mark.parametrize(
    ("query", "accept", "lines"),
    [
        ("SELECT ?s { ?s ?p ?o }", "text/csv", 1 + 5),
        ("SELECT ?s { ?s ?p ?o }", "text/tab-separated-values", 1 + 5),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples", 5),
    ],
)
def test_no_more_rows_than_allowed_and_a_header_says_so(tight, query, accept, lines):
    reply = tight.query(query, accept)
    assert len(reply.text.splitlines()) == lines
    assert reply.headers["kg-cut-at-rows"] == "5"


@pytest.mark.parametrize("form", ["json", "xml"])
def test_every_form_is_cut_alike(tight, form):
    text = tight.query("SELECT ?s { ?s ?p ?o }", f"application/sparql-results+{form}").text
    assert len(json.loads(text)["results"]["bindings"]) if form == "json" else text.count("<result>") == 5


def test_as_many_rows_as_allowed_are_not_cut(tight):
    assert "kg-cut-at-rows" not in tight.query("SELECT ?s { ?s ?p ?o } LIMIT 5").headers


@pytest.mark.parametrize("opening", ["(", "{", "{ OPTIONAL ", "!", "[ <x:p> "])
def test_what_goes_very_deep(tight, opening):
    reply = tight.form(query="SELECT * { ?s ?p ?o FILTER" + opening * 50_000)
    assert reply.status in {400, 503}


def test_clients_that_never_finish_keep_nobody_out(small):
    with ExitStack() as slow:
        for number in range(300):
            client = slow.enter_context(socket.create_connection(small.place))
            client.sendall(
                b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
                if number % 2
                else b"GET /"
            )
        began = time.monotonic()
        assert small.query("ASK {}").status == 200
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "path", ["/", "/sparql?query=ASK{}", "/sparql?query=no", "/nowhere", "/static/kg.css", "/data?default"]
)
def test_safe_headers(small, path):
    headers = small.ask(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize(
    ("host", "status"), [("localhost", 200), ("127.0.0.1:80", 200), ("evil.example", 421)]
)
def test_it_answers_only_to_its_own_name(small, host, status):
    assert small.ask("/sparql?query=ASK{}", Host=host).status == status


def test_a_line_for_each_request(small):
    small.ask("/no%0Asuch%1B[31mpath")
    last = small.log.read_text().splitlines()[-1]
    assert "127.0.0.1 GET /no\\nsuch\\x1b[31mpath 404" in last


TERMS = st.sampled_from(
    [
        "?s",
        "?p",
        "?o",
        "kg:status",
        "a",
        "'x'",
        "1",
        "<x:y>",
        "_:b",
        "rdfs:label",
        "kg:participant+",
        "[]",
        "<>",
        "''@en",
        "1e9",
    ]
)
PIECES = st.sampled_from(
    [
        "SELECT",
        "*",
        "{",
        "}",
        "?s",
        "?p",
        "?o",
        ".",
        ";",
        "FILTER",
        "(",
        ")",
        "OPTIONAL",
        "UNION",
        "GRAPH",
        "?g",
        "BIND",
        "AS",
        "COUNT",
        "'",
        '"""',
        "<",
        ">",
        "#",
        "\\u0041",
        "\\UFFFFFFFF",
        "\x00",
        "\ud7ff",
        "LIMIT",
        "-1",
        "ORDER",
        "BY",
        "VALUES",
        "FROM",
        "<x:y>",
        "<<",
        "ASK",
        "DESCRIBE",
        "CONSTRUCT",
        "PREFIX",
        "BASE",
        "^",
        "/",
        "SERVICE",
        "kg:",
        "EXISTS",
        "MINUS",
        "DISTINCT",
        "GROUP",
        "HAVING",
        "UNDEF",
    ]
)
TRIPLES = st.lists(st.tuples(TERMS, TERMS, TERMS).map(" ".join), max_size=3).map(" . ".join)
FILTERS = st.sampled_from(
    [
        "",
        "FILTER(?s = ?o)",
        "FILTER(REGEX(?o, '(a+)+$'))",
        "FILTER(1/0 > ?o)",
        "BIND(STRLANG(?o, 'x y') AS ?z)",
        "MINUS { ?s a kg:Event }",
        "OPTIONAL { ?s ?q ?r }",
        "GRAPH ?g { ?s ?p ?o }",
        "VALUES ?s { UNDEF }",
    ]
)
HEADS = st.sampled_from(
    [
        "SELECT *",
        "SELECT DISTINCT ?s",
        "SELECT (COUNT(?o) AS ?n) ?s",
        "ASK",
        "DESCRIBE ?s",
        "CONSTRUCT { ?s ?p ?o }",
    ]
)
TAILS = st.sampled_from(
    ["", "LIMIT 3", "ORDER BY ?o", "GROUP BY ?s", "OFFSET 2", "HAVING(?s)", "VALUES ?s { <x:y> }"]
)
WELL_MADE = st.tuples(HEADS, st.just("WHERE {"), TRIPLES, FILTERS, st.just("}"), TAILS).map(" ".join)
ACCEPTS = st.sampled_from(
    [None, "text/html", "text/csv", "application/sparql-results+xml", "application/ld+json", "*/*;q=0.1"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(query=WELL_MADE | st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=40), accept=ACCEPTS)
def test_no_query_breaks_anything(small, query, accept):
    assert small.form(accept, query=query).status in {200, 400, 406}
