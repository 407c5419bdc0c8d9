"""Awkward terms come back the same in each form of an answer, as a reader that is not ours has them."""

from __future__ import annotations

import csv
import io

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDFS, XSD
from rdflib.query import Result

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
TSV, CSV = "text/tab-separated-values", "text/csv"
TERMS = (
    Literal("plain"),
    Literal(""),
    Literal("a \"quote\", an 'apostrophe', a comma; <b>&amp; a \\ backslash"),
    Literal("a tab\tand\na line\n\nor two"),
    Literal(" spaces around "),
    Literal("=1+1"),
    Literal("외교부 – عربي 🙂 e\u0301"),
    Literal("외교부", lang="ko"),
    Literal("colour", lang="en-gb"),
    Literal("7", datatype=XSD.integer),
    Literal("1.5", datatype=XSD.decimal),
    Literal("2024-01-26", datatype=XSD.date),
    Literal("true", datatype=XSD.boolean),
    Literal("x", datatype=URIRef("https://types.example/a#b")),
    URIRef("https://news.example/?a=1&b='2'"),
    URIRef("https://news.example/서울/%20x"),
)
ASKED = "SELECT ?n ?term ?none { VALUES (?n ?term) { %s } OPTIONAL { ?none a kg:Nothing } } ORDER BY ?n"


@pytest.fixture(scope="module")
def question():
    return ASKED % " ".join(f"({n} {term.n3()})" for n, term in enumerate(TERMS))


def read(reply, form):
    return list(Result.parse(io.BytesIO(reply.text.encode()), format=form))


@pytest.mark.parametrize(("accept", "form"), [(JSON, "json"), (XML, "xml"), (TSV, "tsv")])
def test_terms_as_they_are(small, question, accept, form):
    rows = read(small.form(accept, query=question), form)
    assert [
        (term, getattr(term, "datatype", None), getattr(term, "language", None)) for _, term, _ in rows
    ] == [(term, getattr(term, "datatype", None), getattr(term, "language", None)) for term in TERMS]
    assert {none for *_, none in rows} == {None}


def test_values_in_csv(small, question):
    text = small.form(CSV, query=question).text
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows == [["n", "term", "none"], *([str(n), str(term), ""] for n, term in enumerate(TERMS))]


@pytest.mark.parametrize(("accept", "form"), [(JSON, "json"), (XML, "xml")])
@pytest.mark.parametrize(("pattern", "answer"), [("{}", True), ("{ ?x a kg:Nothing }", False)])
def test_yes_and_no(small, accept, form, pattern, answer):
    reply = small.query(f"ASK {pattern}", accept)
    assert Result.parse(io.BytesIO(reply.text.encode()), format=form).askAnswer is answer


@pytest.mark.parametrize(("accept", "form"), [(JSON, "json"), (XML, "xml"), (TSV, "tsv")])
def test_one_nameless_thing_twice_is_one(small, accept, form):
    reply = small.query(
        "SELECT ?one ?again ?other { BIND(BNODE() AS ?one) BIND(?one AS ?again) BIND(BNODE() AS ?other) }",
        accept,
    )
    ((one, again, other),) = read(reply, form)
    assert isinstance(one, BNode)
    assert one == again != other


@pytest.mark.parametrize("form", ["turtle", "nt", "xml"])
def test_triples_as_they_are(small, question, form):
    accept = {
        "turtle": "text/turtle",
        "nt": "application/n-triples",
        "xml": "application/rdf+xml",
    }
    pattern = question[question.index("{") :].partition(" ORDER")[0]
    reply = small.form(accept[form], query=f"CONSTRUCT {{ [] rdfs:label ?term }} {pattern}")
    assert reply.kind == accept[form]
    said = list(Graph().parse(data=reply.text, format=form))
    assert sorted((str(value), value.n3()) for _, _, value in said) == sorted(
        (str(term), term.n3()) for term in TERMS
    )
    assert len({subject for subject, _, _ in said if isinstance(subject, BNode)}) == len(TERMS)


def test_a_thing_described(small):
    reply = small.query("DESCRIBE kgid:person/anna-dahl", "text/turtle")
    assert reply.status == 400  # a slash ends a name with a prefix
    reply = small.query("DESCRIBE <https://w3id.org/kg-diplomacy/id/person/anna-dahl>", "text/turtle")
    assert Literal("Anna Dahl") in set(
        Graph().parse(data=reply.text, format="turtle").objects(None, RDFS.label)
    )
