"""A query that cannot be read is told by its place, and why where that is plain."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.graph.mistakes import explain_mistake
from kg.graph.query import run_query


@pytest.mark.parametrize(
    ("query", "said"),
    [
        # a full stop is missing: the engine stops within the next word
        (
            "SELECT ?x {\n ?x a kg:Person\n ?x rdfs:label ?y }",
            "line 3, column 10: cannot be parsed before “rdfs:label ?y }”",
        ),
        ("SELECT * { ?x foaf:name ?y }", "before “?y }”: the prefix of “foaf:name” is not declared"),
        ("SELECT * { ?s ?p ?o", "column 20: cannot be parsed at the end of the line: a bracket is left open"),
        ("SELECT * { ?s ?p (?o }", "before “}”: a bracket is left open"),
        ("SELECT * { ?s ?p ?o } }", "at the end of the line: “}” closes nothing"),
        # brackets in texts and remarks are none
        ("SELECT * { ?s ?p '{' } # (\nLIMIT x", "line 2, column 7: cannot be parsed before “x”"),
        ("SELECT ?y (COUNT(?x) AS ?n) { ?x ?p ?y }", "SELECT names a variable that GROUP BY does not"),
        ("SELECT * { ?s ?p ?o } GROUP BY ?s", "SELECT * cannot stand with GROUP BY"),
        ("SELECT (?y AS ?x) { ?x ?p ?y }", "AS gives a name that is taken"),
        # no form of a question: a slip, and a question in words
        ("PREFIX a: <http://a.example/>\n# all\nSELCT ?x { ?x a:b ?y }", ": a question begins with SELECT, "),
        (" ", "at the end of the line: nothing is asked"),
        ("who met whom", "DESCRIBE, not “who”"),
        (
            "PREFIX a: <http://a.example/> SELECT ?x { ?x a:b }",
            "column 51: cannot be parsed at the end of the line",
        ),
        ("SELECT * { ?s ?p ?o } ORDER ?s", "column 31: cannot be parsed at the end of the line"),
    ],
)
def test_place_and_reason(small_graph, query, said):
    with pytest.raises(QueryError) as caught:
        run_query(small_graph, query)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_values_that_are_set_move_no_place(small_graph):
    with pytest.raises(QueryError, match="line 1, column 26: cannot be parsed"):
        run_query(small_graph, "SELECT ?x { ?x ?p ?o ?x }", {"x": "a long value"})


def test_what_has_no_place_is_told_as_it_is():
    assert explain_mistake("ASK {}", "not\n today") == "query: cannot be parsed: not today"
