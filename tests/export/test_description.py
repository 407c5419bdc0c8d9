"""void.ttl: what it counts is in the graph, what it lists was written, and a catalogue can read it."""

from __future__ import annotations

import pyshacl
import pytest
from datasets import build_dataset
from pyoxigraph import RdfFormat, Store
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID, XSD
from worlds import hostile_world, small_world

from kg.export.description import FORMS, description_of, export_description
from kg.export.trig import trig_of
from kg.graph.build import Graphs
from kg.graph.statistics import Counts, count_statements
from kg.model import World
from kg.pipeline import FILES, OF_GRAPHS, OF_SURVEY

AT = Namespace("https://desk.example/void.ttl#")

CATALOGUE = """
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

[] a sh:NodeShape ; sh:targetClass dcat:Catalog ; sh:property
    [ sh:path dcterms:title ; sh:minCount 1 ; sh:uniqueLang true ] ,
    [ sh:path dcterms:description ; sh:minCount 1 ] ,
    [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property
    [ sh:path dcterms:title ; sh:minCount 1 ; sh:uniqueLang true ] ,
    [ sh:path dcterms:description ; sh:minCount 1 ] ,
    [ sh:path dcterms:temporal ; sh:maxCount 1 ; sh:class dcterms:PeriodOfTime ] ,
    [ sh:path dcterms:rights ; sh:minCount 1 ; sh:class dcterms:RightsStatement ] ,
    [ sh:path dcterms:spatial ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ; sh:property
    [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:mediaType ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^https://www.iana.org/assignments/" ] ,
    [ sh:path dcat:byteSize ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] .
[] a sh:NodeShape ; sh:targetClass dcterms:PeriodOfTime ; sh:property
    [ sh:path dcat:startDate ; sh:minCount 1 ; sh:datatype xsd:date ; sh:lessThanOrEquals dcat:endDate ] ,
    [ sh:path dcat:endDate ; sh:minCount 1 ; sh:datatype xsd:date ] .
[] a sh:NodeShape ; sh:targetSubjectsOf void:class ; sh:property [ sh:path void:entities ; sh:minCount 1 ] .
[] a sh:NodeShape ; sh:targetSubjectsOf void:property ; sh:property [ sh:path void:triples ; sh:minCount 1 ] .
"""

COUNTS = {
    VOID.triples: "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    VOID.distinctSubjects: "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    VOID.distinctObjects: "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
    VOID.classes: "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s a ?o }",
    VOID.properties: "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
    VOID.entities: "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o "
    'FILTER(STRSTARTS(STR(?s), "https://w3id.org/kg-diplomacy/id/")) }',
}
WORLDS = pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])


def written(world, folder):
    for name in FORMS:
        (folder / name).write_text("x" * len(name))
    return description_of(Graphs(world), [folder / name for name in FORMS])


def read(turtle):
    return Graph().parse(data=turtle, format="turtle", publicID=str(AT)[:-1])


def number(graph, query):
    return int(next(iter(graph.query(query)))["n"].value)


@pytest.fixture
def described(tmp_path):
    return read(written(small_world(), tmp_path))


@WORLDS
def test_the_counts_are_those_of_the_merged_world(tmp_path, world):
    described = read(written(world, tmp_path))
    merged = Store()
    merged.load(trig_of(Graphs(world)), RdfFormat.TRIG)
    for count, query in COUNTS.items():
        assert int(described.value(AT.dataset, count)) == number(merged, query), count
    for part in described.objects(AT.dataset, VOID.classPartition):
        things = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{described.value(part, VOID['class'])}> }}"
        assert int(described.value(part, VOID.entities)) == number(merged, things)
    for part in described.objects(AT.dataset, VOID.propertyPartition):
        said = f"{{ ?s <{described.value(part, VOID.property)}> ?o }}"
        counts = {"triples": "*", "distinctSubjects": "DISTINCT ?s", "distinctObjects": "DISTINCT ?o"}
        for count, what in counts.items():
            assert int(described.value(part, VOID[count])) == number(
                merged, f"SELECT (COUNT({what}) AS ?n) {said}"
            )


@WORLDS
def test_a_catalogue_can_read_it(tmp_path, world):
    shapes = Graph().parse(data=CATALOGUE, format="turtle")
    conforms, _, report = pyshacl.validate(read(written(world, tmp_path)), shacl_graph=shapes)
    assert conforms, report


def test_every_class_and_property_has_a_part(described):
    merged = build_dataset(small_world()).default_graph
    parts = {described.value(p, VOID["class"]) for p in described.objects(AT.dataset, VOID.classPartition)}
    assert parts == set(merged.objects(None, RDF.type))
    parts = {described.value(p, VOID.property) for p in described.objects(AT.dataset, VOID.propertyPartition)}
    assert parts == set(merged.predicates())


def test_when_and_where(described):
    merged = build_dataset(small_world()).default_graph
    days = "SELECT (MIN(?e) AS ?first) (MAX(?l) AS ?last) { ?x kg:earliest ?e ; kg:latest ?l }"
    first, last = next(iter(merged.query(days, initNs={"kg": "https://w3id.org/kg-diplomacy/ontology#"})))
    time = described.value(AT.dataset, DCTERMS.temporal)
    assert (described.value(time, DCAT.startDate), described.value(time, DCAT.endDate)) == (first, last)
    places = {str(place).rpartition("/")[2] for place in described.objects(AT.dataset, DCTERMS.spatial)}
    assert places == {"BOL", "KEN", "NOR", "PER"}


def test_each_file_with_its_size_and_kind(described):
    for name, form in FORMS.items():
        part = AT[name]
        assert described.value(part, DCAT.downloadURL) == URIRef(f"https://desk.example/{name}")
        assert described.value(part, DCAT.byteSize) == Literal(len(name), datatype=XSD.nonNegativeInteger)
        assert str(described.value(part, DCAT.mediaType)).endswith(form.media_type)
    dumps = {str(dump).rpartition("/")[2] for dump in described.objects(AT.dataset, VOID.dataDump)}
    assert dumps == {name for name, form in FORMS.items() if form.feature}


def test_whatever_can_be_written_can_be_described():
    formats = {**OF_GRAPHS, **OF_SURVEY}
    assert {FILES.get(name, f"graph.{name}") for name in formats} == FORMS.keys()


def test_examples_are_in_the_graph(described):
    merged = build_dataset(small_world()).default_graph
    examples = set(described.objects(AT.dataset, VOID.exampleResource))
    assert examples
    assert examples <= set(merged.subjects())


def test_of_nothing_there_is_a_description_too(tmp_path):
    described = read(description_of(Graphs(World()), []))
    assert int(described.value(AT.dataset, VOID.triples)) == 0
    assert described.value(AT.dataset, DCTERMS.temporal) is None


def test_the_same_bytes(tmp_path):
    for name in ("one.ttl", "two.ttl"):
        export_description(Graphs(small_world()), tmp_path / name, [])
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "two.ttl").read_bytes()


def test_counting():
    counts = count_statements("<x:a> <x:p> 1 , 2 ; a <x:C> . <x:b> <x:p> 2 ; <x:q> 2 ; a <x:C> .")
    assert counts.whole == Counts(6, 2, 3)
    assert counts.properties["x:p"] == Counts(3, 2, 2)
    assert (counts.classes, counts.examples, counts.entities) == ({"x:C": 2}, {"x:C": "x:a"}, 0)
