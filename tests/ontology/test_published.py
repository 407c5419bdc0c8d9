"""What is made of the ontology is made of this one: its page, and the ready questions in SHACL's terms."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import Store
from rdflib import BNode, Graph, Namespace, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SH, XSD
from rdflib.plugins.sparql import prepareQuery

from kg.export.ontology.executables import QUERIES, body_of, executables, form_of
from kg.export.ontology.page import PAGE, ontology_page, requirements, sections
from kg.graph.binding import bind
from kg.graph.library import list_queries, parse_query
from kg.graph.ontology import ONTOLOGY, load_ontology, ontology_directory
from kg.graph.query import select
from kg.graph.terms import KG, SCHEMA

QUERY = Namespace(f"{ONTOLOGY}/queries#")
QUESTIONS = {query.name: query for query in list_queries()}
TERMS = {str(s).removeprefix(str(KG)) for s in load_ontology().subjects() if str(s).startswith(str(KG))}


@pytest.fixture(scope="module")
def published() -> Graph:
    return Graph().parse(ontology_directory() / QUERIES)


@pytest.mark.parametrize(("name", "make"), [(PAGE, ontology_page), (QUERIES, executables)])
def test_it_is_not_stale(name, make):
    committed = (ontology_directory() / name).read_text(encoding="utf-8")
    assert committed == make(), "run make ontology, and read the difference"


def test_every_term_is_on_the_page_once():
    anchors = re.findall(r'<article id="([^"]+)">', ontology_page())
    assert sorted(anchors) == sorted(TERMS)


def test_every_link_within_the_page_leads_somewhere():
    page = ontology_page()
    identifiers = re.findall(r' id="([^"]+)"', page)
    assert len(identifiers) == len(set(identifiers))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(identifiers)
    files = set(re.findall(r'href="([\w.]+)"', page))
    assert files == {"kg.ttl", "shapes.ttl", "queries.ttl"}
    assert all((ontology_directory() / name).is_file() for name in files)


def test_the_page_loads_nothing():
    assert not re.search(r"<script|\ssrc=|@import|url\(|<iframe|\son\w+=", ontology_page())


def test_terms_stand_below_what_they_are_kinds_of():
    classes = next(iter(sections(load_ontology()))).terms
    depths = {term.name: term.depth for term in classes}
    assert (depths["Situation"], depths["Event"], depths["Meeting"], depths["Summit"]) == (0, 1, 2, 3)
    names = [term.name for term in classes]
    assert names.index("Talks") < names.index("Consultation") < names.index("Visit")


def test_a_term_tells_both_sides_of_its_connections():
    by_name = {term.name: term for section in sections(load_ontology()) for term in section.terms}
    meeting, visitor = by_name["Meeting"].facts, by_name["visitor"].facts
    assert [value.shown for value in meeting["sub-class of"]] == ["event"]
    assert "summit" in [value.shown for value in meeting["has sub-classes"]]
    assert [value.link for value in visitor["domain"]] == ["#Visit"]
    assert "visitor" in [value.shown for value in by_name["Visit"].facts["in the domain of"]]
    assert [value.shown for value in by_name["iso3"].facts["range"]] == ["xsd:string"]


def test_a_class_tells_what_a_graph_must_carry():
    assert "at least one visitor, each a person, country, organisation or group" in requirements()[KG.Visit]
    assert requirements().keys() <= {KG[name] for name in TERMS} | {SCHEMA.NewsArticle}
    page = ontology_page()
    visit = page[page.index('<article id="Visit">') :].partition("</article>")[0]
    assert "<li>at least one visitor, each a person, country, organisation or group</li>" in visit


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_asks_the_same_with_the_prefixes_that_are_declared(published, exports, name):
    text, question = str(published.value(QUERY[name], SH.select)), QUESTIONS[name]
    declared = published.objects(published.value(QUERY[name], SH.prefixes), SH.declare)
    prefixes = {str(published.value(d, SH.prefix)): str(published.value(d, SH.namespace)) for d in declared}
    prepareQuery(text, initNs=prefixes)  # another engine can read it too
    terms = question.terms({p.name: "2024-01-26" for p in question.parameters if p.required})
    rows = list(map(str, exports.query(bind(text, terms), prefixes=prefixes)))
    assert rows == list(map(str, select(exports, question.text, terms)))


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_keeps_its_words_and_parameters(published, name):
    question, node = QUESTIONS[name], QUERY[name]
    assert {SH.SPARQLExecutable, SH.SPARQLSelectExecutable} <= set(published.objects(node, RDF.type))
    assert str(published.value(node, RDFS.label)) == question.title
    assert question.description in str(published.value(node, RDFS.comment))
    assert published.value(node, SCHEMA.keywords)
    parameters = list(published.objects(node, SH.parameter))
    named = {
        str(published.value(parameter, SH.path)).rpartition("#")[2]: parameter for parameter in parameters
    }
    assert named.keys() == {parameter.name for parameter in question.parameters}
    for parameter in question.parameters:
        assert published.value(named[parameter.name], SH.optional).toPython() != parameter.required
        assert f"?{parameter.name}" in str(published.value(node, SH.select))
    dates = {p.name for p in question.parameters if p.type == "date"}
    assert {n for n, p in named.items() if (p, SH.datatype, XSD.date) in published} == dates


def test_nothing_published_is_without_a_name(published):
    assert not [term for triple in published for term in triple if isinstance(term, BNode)]
    assert (URIRef(f"{ONTOLOGY}/queries"), RDF.type, OWL.Ontology) in published


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "Select"),
        ("# SELECT\nask { ?select ?p ?o }", "Ask"),
        ("PREFIX x: <x:select>\nCONSTRUCT { ?s ?p ?o } WHERE { SELECT * { ?s ?p ?o } }", "Construct"),
    ],
)
def test_what_a_question_asks_for(text, form):
    assert form_of(parse_query("mine", text)) == form


def test_a_question_without_its_head_is_the_same():
    query = parse_query("mine", '#+ title: Who?\n#+ example: x\n\nASK { ?a ?b "#+ title" }\n')
    assert body_of(query) == 'ASK { ?a ?b "#+ title" }'
    assert Store().query(body_of(query)) is not None
