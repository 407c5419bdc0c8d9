"""No more of an answer than is wanted, in each form, and whole graphs up to a size."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.graph.excerpts import Excerpt, write_dataset, write_excerpt, write_graph
from kg.graph.query import run_query
from kg.graph.results import write_results

MANY = 1 << 20
LABELS = "SELECT ?name { ?c a kg:Country ; rdfs:label ?name } ORDER BY ?name"
OSLO = "https://w3id.org/kg-diplomacy/id/article/oslo_2023"


@pytest.mark.parametrize(
    ("most", "excerpt"),
    [
        (1, Excerpt("name\r\nBolivia\r\n", is_cut=True)),
        (3, Excerpt("name\r\nBolivia\r\nKenya\r\nNorway\r\n", is_cut=True)),
        (4, Excerpt("name\r\nBolivia\r\nKenya\r\nNorway\r\nPeru\r\n", is_cut=False)),
        (9, Excerpt("name\r\nBolivia\r\nKenya\r\nNorway\r\nPeru\r\n", is_cut=False)),
    ],
)
def test_the_first_rows(small_graph, most, excerpt):
    assert write_excerpt(run_query(small_graph, LABELS), "csv", most, MANY) == excerpt


@pytest.mark.parametrize(
    "value",
    [
        'a tab\t, a line\nbreak, a return\r, "quotes" \\ and a backslash',
        "\u2028\x85\x0b\x0c\x1c",  # what only Python takes for the end of a line
        "",
        "عربي 🙂",
    ],
)
def test_every_text_comes_through(value):
    graph = Store()
    graph.add(Quad(NamedNode("x:a"), NamedNode("x:b"), Literal(value)))
    question = "SELECT ?o { ?s ?p ?o }"
    expected = write_results(run_query(graph, question), "json")
    assert write_excerpt(run_query(graph, question), "json", 5, MANY).text == expected


@pytest.mark.parametrize("most", [1, 2, 3])
def test_triples_are_counted_too(small_graph, most):
    results = run_query(small_graph, "CONSTRUCT { ?c rdfs:label ?n } WHERE { ?c kg:iso3 ?i ; rdfs:label ?n }")
    excerpt = write_excerpt(results, "nt", most, MANY)
    assert (len(excerpt.text.splitlines()), excerpt.is_cut) == (most, True)


def test_yes_is_never_cut(small_graph):
    assert write_excerpt(run_query(small_graph, "ASK {}"), "json", 1, 1) == Excerpt(
        '{"head":{},"boolean":true}', False
    )


def test_too_many_bytes(small_graph):
    with pytest.raises(QueryError, match="the answer has more than 0 MiB; ask for less"):
        write_excerpt(run_query(small_graph, "SELECT * { ?s ?p ?o }"), "csv", MANY, 1000)
    for write in (
        lambda: write_graph(small_graph, None, "nt", 1000),
        lambda: write_dataset(small_graph, "nq", 1000),
    ):
        with pytest.raises(QueryError, match="the graph has more than 0 MiB; take it as a file"):
            write()


def test_a_whole_graph(small_graph):
    assert '"2023-05-10"' in (write_graph(small_graph, OSLO, "nt", MANY) or "")
    assert "kg:edtf" in (write_graph(small_graph, None, "ttl", MANY) or "")
    assert write_graph(small_graph, "https://example.org/none", "ttl", MANY) is None
