"""A variable is set where the whole pattern sees it, and no value leaves its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.graph.binding import as_day, as_number, bind
from kg.graph.query import select

SET = ' VALUES ?s { "x" }'


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s {@ ?s ?p ?o }",
        "SELECT ?s WHERE {@ ?s ?p ?o }",
        # the outer pattern, though only the inner one says WHERE
        "SELECT ?s {@ { SELECT ?s WHERE { ?s ?p ?o } } }",
        # a pattern in an expression
        "SELECT (EXISTS { ?s ?p ?o } AS ?e) WHERE {@ ?s ?p ?o }",
        "ASK {@ ?s ?p ?o }",
        "CONSTRUCT { ?s ?p ?o } WHERE {@ ?s ?p ?o }",
        "CONSTRUCT { ?s ?p ?o } FROM <http://example.org/> {@ ?s ?p ?o }",
        "CONSTRUCT WHERE {@ ?s ?p ?o }",
        "DESCRIBE ?s WHERE {@ ?s ?p ?o }",
        # no pattern
        "DESCRIBE ?s@",
        # braces that open nothing
        "# {\nSELECT ?s {@ ?s ?p '{' }",
        "PREFIX select: <http://example.org/> SELECT ?s {@ ?s select:p ?o }",
        "PREFIX where: <http://example.org/> SELECT ?s {@ ?s where:p ?o }",
    ],
)
def test_where_values_stand(text):
    assert bind(text.replace("@", ""), {"s": "x"}) == text.replace("@", SET)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        # where a query leaves room for it, and nowhere else
        (
            "SELECT ?o { { SELECT ?s { values $s {undef} ?s ?p ?o } } ?s ?p ?o }",
            'SELECT ?o { { SELECT ?s {  VALUES ?s { "x" } ?s ?p ?o } } ?s ?p ?o }',
        ),
        # in each of several places
        (
            "SELECT * { { VALUES ?s { UNDEF } } UNION { VALUES ?s { UNDEF } } }",
            'SELECT * { {  VALUES ?s { "x" } } UNION {  VALUES ?s { "x" } } }',
        ),
        # room for another variable, room in a comment, values already
        (
            "SELECT * {@ VALUES ?o { UNDEF } # VALUES ?s { UNDEF }\n VALUES ?s { 1 } }",
            'SELECT * { VALUES ?s { "x" } VALUES ?o { UNDEF } # VALUES ?s { UNDEF }\n VALUES ?s { 1 } }',
        ),
    ],
)
def test_room_for_a_value(text, bound):
    assert bind(text.replace("@", ""), {"s": "x"}) == bound


@given(value=st.text(st.characters(exclude_categories=["Cs"])))
def test_a_value_stays_a_value(small_graph, value):
    rows = [row["name"].value for row in select(small_graph, "SELECT ?name { }", {"name": Literal(value)})]
    assert rows == [value]


@pytest.mark.parametrize(
    ("make", "value", "term"),
    [
        (as_day, "2024-02-29", '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'),
        (as_number, " 7", '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ],
)
def test_terms_of_values(make, value, term):
    assert str(make(value)) == term


@pytest.mark.parametrize(("make", "value"), [(as_day, "2024-02-30"), (as_day, "soon"), (as_number, "seven")])
def test_what_is_none(make, value):
    with pytest.raises(ValueError):  # noqa: PT011  (Python's own)
        make(value)


def test_what_is_not_there_cannot_be_set():
    with pytest.raises(QueryError, match=r"no variable \?nobody to set; it has \?s"):
        bind("ASK { ?s a 1 }", {"nobody": NamedNode("http://example.org/")})
