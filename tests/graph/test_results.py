"""An answer in each of its forms, in the order of its rows."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph

from kg.errors import QueryError
from kg.graph.query import run_query
from kg.graph.results import TABULAR, usual_style, write_results

ROWS = (
    """SELECT ?name ?iso { VALUES (?name ?iso) { ("Peru" "PER") ("a,\\"b\\"\\nc" UNDEF) ("Bolivia" 1) } }"""
)


def written(graph, text, style):
    return write_results(run_query(graph, text), style)


def test_csv(small_graph):
    rows = list(csv.reader(io.StringIO(written(small_graph, ROWS, "csv"), newline="")))
    assert rows == [["name", "iso"], ["Peru", "PER"], ['a,"b"\nc', ""], ["Bolivia", "1"]]


def test_tsv(small_graph):
    assert written(small_graph, ROWS, "tsv").splitlines()[:2] == ["?name\t?iso", '"Peru"\t"PER"']


def test_json(small_graph):
    bindings = json.loads(written(small_graph, ROWS, "json"))["results"]["bindings"]
    assert [row["name"]["value"] for row in bindings] == ["Peru", 'a,"b"\nc', "Bolivia"]


def test_xml(small_graph):
    assert ET.fromstring(written(small_graph, ROWS, "xml")).tag.endswith("sparql")


def test_table(small_graph):
    assert written(small_graph, ROWS, "table").splitlines() == [
        "name     iso",
        "───────  ───",
        "Peru     PER",
        'a,"b" c',  # one row is one line
        "Bolivia  1",
        "(3 rows)",
    ]


def test_a_table_shortens_names_and_shows_what_cannot_be_seen(small_graph):
    text = 'SELECT ?a ?b { VALUES (?a ?b) { (kgid:country/PER "x\\u202Ey\\u001B[31m") } }'.replace(
        "kgid:country/PER", "<https://w3id.org/kg-diplomacy/id/country/PER>"
    )
    assert written(small_graph, text, "table").splitlines()[2] == "kgid:country/PER  x\\u202ey\\u001b[31m"


def test_wide_letters_take_two_columns(small_graph):
    lines = written(
        small_graph, 'SELECT ?a ?b { VALUES (?a ?b) { ("北京" "x") ("Lima" "y") } }', "table"
    ).splitlines()
    assert lines[2:4] == ["北京  x", "Lima  y"]


def test_a_table_without_rows(small_graph):
    assert written(small_graph, "SELECT ?x { ?x a kg:Nothing }", "table").splitlines()[-1] == "(0 rows)"


@pytest.mark.parametrize(
    ("text", "answer"), [("ASK { ?x a kg:Person }", "yes\n"), ("ASK { ?x a kg:No }", "no\n")]
)
def test_yes_or_no(small_graph, text, answer):
    assert written(small_graph, text, "table") == answer


@pytest.mark.parametrize("style", TABULAR)
def test_yes_has_every_form_of_rows(small_graph, style):
    assert "true" in written(small_graph, "ASK { ?x a kg:Person }", style)


@pytest.mark.parametrize(
    "text", ["CONSTRUCT WHERE { ?s a kg:Call ; ?p ?o }", "DESCRIBE ?s WHERE { ?s a kg:Call }"]
)
def test_triples_are_written_as_turtle(small_graph, text):
    turtle = written(small_graph, text, "ttl")
    assert len(Graph().parse(data=turtle)) >= 10
    assert turtle == written(small_graph, text, "ttl")


@pytest.mark.parametrize(("style", "syntax"), [("nt", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD)])
def test_triples_in_other_forms(small_graph, style, syntax):
    text = "CONSTRUCT WHERE { ?s a kg:Call ; ?p ?o }"
    triples = {quad.triple for quad in parse(written(small_graph, text, style), syntax)}
    assert triples == {quad.triple for quad in parse(written(small_graph, text, "ttl"), RdfFormat.TURTLE)}
    assert written(small_graph, text, style) == written(small_graph, text, style)


@pytest.mark.parametrize(
    ("text", "on_terminal", "style"),
    [
        ("SELECT ?s { ?s a kg:Call }", True, "table"),
        ("SELECT ?s { ?s a kg:Call }", False, "csv"),
        ("ASK {}", True, "table"),
        ("ASK {}", False, "csv"),
        ("CONSTRUCT WHERE { ?s a kg:Call }", True, "ttl"),
        ("DESCRIBE ?s { ?s a kg:Call }", False, "ttl"),
    ],
)
def test_how_an_answer_is_written_where_nobody_says(small_graph, text, on_terminal, style):
    assert usual_style(run_query(small_graph, text), on_terminal) == style


def test_blank_nodes_of_a_construct_can_be_read(small_graph):
    turtle = written(small_graph, "CONSTRUCT { [] kg:about ?s } WHERE { ?s a kg:Call }", "ttl")
    assert len(Graph().parse(data=turtle)) == 1


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("SELECT ?s { ?s a kg:Call }", "ttl"),  # rows are no triples
        ("SELECT ?s { ?s a kg:Call }", "nt"),
        ("ASK {}", "jsonld"),
        ("CONSTRUCT WHERE { ?s a kg:Call }", "csv"),  # triples are no rows
        ("CONSTRUCT WHERE { ?s a kg:Call }", "table"),
    ],
)
def test_a_form_that_does_not_fit_is_refused(small_graph, text, style):
    with pytest.raises(QueryError, match="cannot be written as"):
        written(small_graph, text, style)


@pytest.mark.parametrize("style", ["table", "csv", "tsv", "json", "xml"])
def test_rows_keep_their_order(small_graph, style):
    answer = written(small_graph, 'SELECT ?n { VALUES ?n { "third" "first" "second" } }', style)
    assert answer.index("third") < answer.index("first") < answer.index("second")


@pytest.mark.parametrize("made", ['?c rdfs:label "\\u0001"', "?c <https://example.org/1> 1"])
def test_what_xml_cannot_hold_is_told(small_graph, made):
    results = run_query(small_graph, f"CONSTRUCT {{ {made} }} WHERE {{ ?c kg:iso3 'PER' }}")
    with pytest.raises(QueryError, match=r"RDF/XML has no form for a part of the answer .* take Turtle"):
        write_results(results, "rdf")
