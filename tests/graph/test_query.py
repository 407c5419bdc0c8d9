"""Questions in SPARQL: what is known without being said, what is refused, and how a mistake is told."""

from __future__ import annotations

import pytest
from pyoxigraph import QuerySolutions
from servers import says, telling

from kg.errors import QueryError
from kg.graph.query import Sources, check_syntax, run_query, select


def values(graph, text, **bindings):
    return [[term and term.value for term in row] for row in select(graph, text, bindings)]


def test_prefixes_are_known(small_graph):
    text = 'SELECT ?iso { ?c a kg:Country ; rdfs:label "Peru" ; kg:iso3 ?iso }'
    assert values(small_graph, text) == [["PER"]]


def test_a_prefix_of_ones_own_may_be_declared(small_graph):
    text = 'PREFIX k: <https://w3id.org/kg-diplomacy/ontology#> SELECT ?n { ?c k:iso3 "PER" ; rdfs:label ?n }'
    assert values(small_graph, text) == [["Peru"]]


def test_the_default_graph_is_the_merged_world(small_graph):
    text = "SELECT ?day { ?m a kg:Talks ; kg:edtf ?day }"
    assert values(small_graph, text) == [["2023-05-11"]]


def test_the_articles_are_asked_through_graph(small_graph):
    text = "SELECT ?day { GRAPH ?g { ?m a kg:Talks ; kg:edtf ?day } } ORDER BY ?day"
    assert values(small_graph, text) == [["2023-05-10"], ["2023-05-11"]]


def test_an_articles_graph_may_be_the_default(small_graph):
    article = "https://w3id.org/kg-diplomacy/id/article/oslo_2023"
    text = f"SELECT ?day FROM <{article}> {{ ?m a kg:Talks ; kg:edtf ?day }}"
    assert values(small_graph, text) == [["2023-05-10"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { service silent <http://example.org/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE is refused"),  # escaped
        (
            "SELECT * { ?s kg:a\\#b ?o . SERVICE <http://example.org/> {} }",
            "SERVICE is refused",
        ),  # no comment
        ("SELECT * { ?s ?p '#' . SERVICE <http://example.org/> {} }", "SERVICE is refused"),
        ("SELECT * { SERVICE:x {} }", "SERVICE is refused"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM <file:///etc/passwd> is no graph"),
        ("SELECT * FROM NAMED <http://example.org/x> { GRAPH ?g { ?s ?p ?o } }", "is no graph"),
        ("LOAD <file:///etc/passwd>", "LOAD is refused"),
        ("PREFIX x: <x:> INSERT DATA { x:a x:b x:c }", "INSERT is refused"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE is refused"),
        ("CLEAR ALL", "CLEAR is refused"),
        ("WITH <x:y> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH is refused"),
    ],
)
def test_what_reaches_out_or_changes_is_refused(small_graph, text, said):
    with pytest.raises(QueryError, match=said):
        run_query(small_graph, text)


@pytest.mark.parametrize("pair", ["{}", "()", "[]"])
def test_what_would_break_the_parser_is_refused(small_graph, pair):
    for text in (pair[0] * 50_000, pair[0] * 50_000 + pair[1] * 50_000):
        with pytest.raises(QueryError, match=r"nested \d+ deep; at most 200"):
            run_query(small_graph, f"ASK {text}")


def test_brackets_side_by_side_are_not_deep(small_graph):
    assert list(select(small_graph, "SELECT ?x { ?x a kg:Nothing " + "FILTER(1 = (1)) " * 300 + "}")) == []


@pytest.mark.parametrize(
    "text",
    [
        "# SERVICE\nSELECT ?x { ?x a kg:Person }",  # in a comment
        "SELECT ?service { ?service a kg:Person }",  # a variable
        "SELECT ?x { ?x rdfs:label 'LOAD SERVICE' }",  # in a string
        'SELECT ?x { ?x rdfs:label """a "SERVICE" b""" }',
        "SELECT ?x { ?x a <http://example.org/SERVICE> }",  # in an IRI
        "SELECT ?x { ?x kg:earliest ?a ; kg:latest ?b FILTER(?a<?b || ?b>?a) }",  # signs, no IRI
    ],
)
def test_words_that_only_look_so_are_not_refused(small_graph, text):
    assert isinstance(run_query(small_graph, text), QuerySolutions)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT ?x {\n  ?x a }", "line 2, column 9"),
        ("SELECT ?x { ?x a foo:Bar }", "the prefix of “foo:Bar” is not declared"),
        ("SELECT", "line 1, column 7: cannot be parsed at the end"),
        ("", "cannot be parsed"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_its_place(small_graph, text, said):
    with pytest.raises(QueryError, match=said) as caught:
        run_query(small_graph, text)
    assert "\n" not in str(caught.value)


def test_a_look_at_the_syntax_asks_nobody():
    with telling(says(500)) as server:
        for word in ("SERVICE", "service", "\\u0053ERVICE"):
            check_syntax(f"ASK {{ {word} <{server.address}> {{ ?s ?p ?o }} }}")
    assert not server.asked


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("Peru", [["PER"]]),
        ('Pe"ru } SERVICE', []),  # a value cannot leave its quotes
        ("<https://w3id.org/kg-diplomacy/id/country/PER>", []),  # an IRI is no label
    ],
)
def test_a_variable_can_be_set(small_graph, value, answer):
    assert values(small_graph, "SELECT ?iso { ?c rdfs:label ?name ; kg:iso3 ?iso }", name=value) == answer


@pytest.mark.parametrize("value", ["<https://w3id.org/kg-diplomacy/id/country/PER>", "kgid:country/PER"])
def test_a_thing_can_be_set(small_graph, value):
    assert values(small_graph, "SELECT ?iso WHERE { ?c kg:iso3 ?iso }", c=value) == [["PER"]]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"nobody": "x"}, r"no variable \?nobody to set; it has \?x"),
        ({"x": "<not an iri>"}, "is no IRI"),
    ],
)
def test_what_cannot_be_set_is_told(small_graph, settings, said):
    with pytest.raises(QueryError, match=said):
        run_query(small_graph, "SELECT ?x { ?x a kg:Person }", settings)


def test_rows_are_wanted(small_graph):
    with pytest.raises(QueryError, match="ask with SELECT"):
        select(small_graph, "ASK {}")


DAYS = "SELECT ?day { { ?m a kg:Talks ; kg:edtf ?day } UNION { GRAPH ?g { ?m a kg:Talks ; kg:edtf ?day } } } ORDER BY ?day"
OSLO = "https://w3id.org/kg-diplomacy/id/article/oslo_2023"


@pytest.mark.parametrize(
    ("sources", "days"),
    [
        (Sources(), ["2023-05-10", "2023-05-11", "2023-05-11"]),
        (Sources(merged=[OSLO]), ["2023-05-10"]),
        (Sources(named=[OSLO]), ["2023-05-10"]),
        (Sources([OSLO], [OSLO]), ["2023-05-10", "2023-05-10"]),
    ],
)
def test_a_question_is_put_to_some_of_the_graphs(small_graph, sources, days):
    assert [row["day"].value for row in run_query(small_graph, DAYS, sources=sources)] == days


@pytest.mark.parametrize("iri", ["https://example.org/none", "file:///etc/passwd", "no iri", ""])
def test_a_graph_that_there_is_not(small_graph, iri):
    with pytest.raises(QueryError, match="is no graph of this dataset"):
        run_query(small_graph, DAYS, sources=Sources([iri]))
    with pytest.raises(QueryError, match=r"is no graph of this dataset|cannot be parsed"):
        run_query(small_graph, f"SELECT * FROM <{iri}> {{ ?s ?p ?o }}")
