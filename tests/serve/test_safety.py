"""What is meant to harm harms nothing, and is answered clearly."""

from __future__ import annotations

import json
import socket
from contextlib import ExitStack, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph.library import list_queries

PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
RUBBISH = (
    b"GET /sparql?query=ASK{} HTTP/9.9",
    b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
    b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\nHost: localhost",
    b"PRI * HTTP/2.0",
    b"! ! HTTP/0.0",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
)
TEN_MEGABYTES = b"SELECT * { ?s ?p '" + b"x" * 10_000_000 + b"' }"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <@> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <@> { ?s ?p ?o } }",
        "SELECT * { BIND(<@> AS ?there) SERVICE ?there { ?s ?p ?o } }",
        "SELECT * { \\u0053ERV\\u0049CE <@> { ?s ?p ?o } }",
        "SELECT * { #\nsErViCe#\n<@> { ?s ?p ?o } }",
        "ASK { FILTER EXISTS { { SELECT * { SERVICE <@> { ?s ?p ?o } } } } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <@> { ?s ?p ?o } }",
    ],
)
def test_no_other_server_is_asked(small, query):
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.setblocking(False)
        reply = small.query(query.replace("@", f"http://127.0.0.1:{other.getsockname()[1]}/sparql"))
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
    reply = tight.query(PRODUCT)
    assert reply.status == 503
    assert reply.text == "stopped after 1 s; ask for less\n"
    assert int(reply.headers["retry-after"]) > 0
    assert tight.query("ASK {}").status == 200


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) { ?a (!<x:y>|^!<x:y>)* ?b . ?c (!<x:y>|^!<x:y>)* ?d . ?e (!<x:y>|^!<x:y>)* ?f }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY RAND()",
        "SELECT (GROUP_CONCAT(STR(?f)) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i && ?b = ?i) }",
    ],
)
def test_what_explodes_is_stopped(tight, query):
    assert tight.query(query).status == 503
    assert tight.query("ASK {}").status == 200


def test_a_pattern_that_never_ends_elsewhere(tight):
    pattern = f"SELECT (REGEX('{'a' * 50_000}!', '^((a+)+)+$') AS ?found) {{}}"
    assert tight.form("text/csv", query=pattern).text.split() == ["found", "false"]


def test_of_a_product_the_first_rows_come_at_once(tight):
    reply = tight.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "text/csv")
    assert (reply.status, reply.headers["kg-cut-at-rows"]) == (200, "5")


@pytest.mark.parametrize("head", ["SELECT ?long", "CONSTRUCT { ?s <x:y> ?long }"])
def test_an_answer_of_too_many_bytes_is_refused(small, head):
    doubled = " ".join(f"BIND(CONCAT(?v{n}, ?v{n}) AS ?v{n + 1})" for n in range(20))
    reply = small.query(f"{head} {{ ?s ?p ?o . BIND('{'x' * 10}' AS ?v0) {doubled} BIND(?v20 AS ?long) }}")
    assert (reply.status, reply.text) == (400, "query: the answer has more than 64 MiB; ask for less\n")


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
        for number in range(1000):
            client = slow.enter_context(socket.create_connection(small.place))
            client.sendall(
                b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
                if number % 2
                else b"GET /"
            )
        assert small.query("ASK {}").status == 200
        assert _hangs(client)


def _hangs(client):
    """Whether a server still waits for what a client has to say."""
    client.setblocking(False)
    try:
        client.recv(1)
    except BlockingIOError:
        return True
    return False


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


@pytest.mark.parametrize("sent", RUBBISH, ids=range(len(RUBBISH)))
def test_what_is_no_request_is_refused(small, sent):
    assert status_of(small, sent) in {None, 400, 404, 421, 431, 505}


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.binary(max_size=200))
def test_what_is_no_request_breaks_nothing(small, sent):
    assert status_of(small, sent) in {None, 400, 404, 421, 431, 505}
    assert small.process.poll() is None


def status_of(served, sent):
    """The status of the reply to some bytes, if there is one."""
    with socket.create_connection(served.place) as client:
        client.settimeout(20)
        client.sendall(sent + b"\r\n\r\n")
        client.shutdown(socket.SHUT_WR)
        reply = b""
        with suppress(ConnectionError):
            while data := client.recv(1 << 16):
                reply += data
    return int(reply.split(b" ", 2)[1]) if reply else None


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


LIBRARY = st.sampled_from([query.text for query in list_queries()])
CUTS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 20), PIECES | st.text(max_size=3)), min_size=1, max_size=4
)


def changed(text, cuts):
    """A text with some pieces taken out, and others put in their place."""
    for where, length, piece in cuts:
        start = int(where * len(text))
        text = f"{text[:start]} {piece} {text[start + length :]}"
    return text


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(query=st.builds(changed, LIBRARY, CUTS), accept=ACCEPTS)
def test_no_ready_question_gone_wrong_breaks_anything(tight, query, accept):
    assert tight.form(accept, query=query).status in {200, 400, 406, 503}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=100), kind=st.sampled_from([QUERY, FORM, "text/plain", ""]))
def test_no_body_breaks_anything(small, body, kind):
    assert small.post(body, kind).status in {200, 400, 415}
