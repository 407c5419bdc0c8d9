"""The merged world and each article's own statements, in the terms of the contract."""

from __future__ import annotations

from dataclasses import replace

import pytest
from datasets import build_dataset
from rdflib import BNode, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD
from worlds import LIMA, OSLO, hostile_world, small_world

from kg.errors import GraphError
from kg.graph.iris import article_iri, thing_iri
from kg.graph.terms import KG, SCHEMA
from kg.model import Article, World

TALKS = thing_iri("event/meeting-anna-dahl-luis-quispe-2023-05-11")
DAHL = thing_iri("person/anna-dahl")


@pytest.fixture(scope="module")
def dataset():
    return build_dataset(small_world())


@pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])
def test_nothing_is_a_blank_node(world):
    assert not [term for quad in build_dataset(world).quads() for term in quad if isinstance(term, BNode)]


def test_the_same_world_gives_the_same_quads(dataset):
    assert set(build_dataset(small_world()).quads()) == set(dataset.quads())


def test_each_article_has_the_graph_of_its_iri(dataset):
    named = {g.identifier for g in dataset.graphs()} - {dataset.default_graph.identifier}
    assert named == {article_iri(LIMA), article_iri(OSLO)}


def test_an_event_is_one_node_with_the_evidence_of_both_articles(dataset):
    articles = {
        dataset.default_graph.value(e, KG.article) for e in dataset.default_graph.objects(TALKS, KG.evidence)
    }
    assert articles == {article_iri(LIMA), article_iri(OSLO)}


@pytest.mark.parametrize(
    ("article", "day", "place"),
    [
        (None, "2023-05-11", "place/lima"),  # the merged world has the preferred account
        (LIMA, "2023-05-11", "place/lima"),
        (OSLO, "2023-05-10", "place/cusco"),  # an article keeps its own
    ],
)
def test_each_graph_has_one_status_date_and_place(dataset, article, day, place):
    graph = dataset.graph(article_iri(article)) if article else dataset.default_graph
    assert list(graph.objects(TALKS, KG.status)) == [KG.Held]
    assert list(graph.objects(TALKS, KG.earliest)) == [Literal(day, datatype=XSD.date)]
    assert list(graph.objects(TALKS, KG.latest)) == [Literal(day, datatype=XSD.date)]
    assert list(graph.objects(TALKS, KG.edtf)) == [Literal(day)]
    assert list(graph.objects(TALKS, KG.place)) == [thing_iri(place)]


def test_an_articles_graph_holds_only_its_own_evidence(dataset):
    for article in (LIMA, OSLO):
        assert set(dataset.graph(article_iri(article)).objects(None, KG.article)) == {article_iri(article)}


def test_memberships_are_written_out(dataset):
    kinds = set(dataset.default_graph.objects(TALKS, RDF.type))
    assert kinds == {KG.Talks, KG.Meeting, KG.Event, KG.Situation}
    assert dataset.default_graph.value(TALKS, KG.kind) == KG.Talks


def test_a_month_has_both_its_ends(dataset):
    meeting = thing_iri("event/meeting-grace-wanjiru-luis-quispe-2023-06")
    dates = [str(dataset.default_graph.value(meeting, p)) for p in (KG.earliest, KG.latest, KG.edtf)]
    assert dates == ["2023-06-01", "2023-06-30", "2023-06"]


def test_nothing_is_said_of_a_time_that_is_not_known(dataset):
    letter = thing_iri("event/letter-ole-berg-luis-quispe")
    assert not [p for p in (KG.earliest, KG.latest, KG.edtf) if dataset.default_graph.value(letter, p)]


def test_an_agreement_has_its_own_status(dataset):
    treaty = thing_iri("event/treaty-of-fisheries-2023-05-11")
    assert dataset.default_graph.value(treaty, KG.agreementStatus) == KG.Signed
    assert dataset.default_graph.value(treaty, KG.status) is None


def test_a_person_has_names_a_country_and_an_office(dataset):
    graph = dataset.default_graph
    assert graph.value(DAHL, RDFS.label) == Literal("Anna Dahl")
    assert Literal("Foreign Minister Anna Dahl") in set(graph.objects(DAHL, SKOS.altLabel))
    assert graph.value(DAHL, KG.represents) == thing_iri("country/NOR")
    assert [str(graph.value(p, RDFS.label)) for p in graph.objects(DAHL, KG.holds)] == ["foreign minister"]


@pytest.mark.parametrize(
    ("article", "forms"),
    [
        (LIMA, {"Anna Dahl", "Dahl", "Foreign Minister Anna Dahl"}),
        (OSLO, {"A. Dahl", "Dahl"}),
    ],
)
def test_an_articles_graph_has_the_names_that_its_text_uses(dataset, article, forms):
    found = dataset.graph(article_iri(article)).objects(DAHL, KG.nameForm)
    assert {str(form) for form in found} == forms


def test_publication_dates_are_known_or_inferred(dataset):
    graph, lima, oslo = dataset.default_graph, article_iri(LIMA), article_iri(OSLO)
    assert str(graph.value(lima, SCHEMA.datePublished)) == "2023-05-12"
    assert graph.value(lima, KG.datePublishedInferred) is None
    assert graph.value(oslo, SCHEMA.datePublished) is None
    assert str(graph.value(oslo, KG.datePublishedInferred)) == "2023-05-13"


def test_a_claim_has_its_carrier_and_the_event_it_is_about(dataset):
    graph, claim = dataset.default_graph, thing_iri("claim/luis-quispe-1")
    assert graph.value(claim, KG.via / KG.via / KG.claimant) == thing_iri("organization/tv-peru")
    assert graph.value(claim, KG.about) == thing_iri("event/treaty-of-fisheries-2023-05-11")


def test_an_event_and_its_sentence_share_the_rule(dataset):
    graph = dataset.graph(article_iri(OSLO))
    (sentence,) = graph.objects(TALKS, KG.evidence)
    assert set(graph.objects(TALKS, KG.rule)) & set(graph.objects(sentence, KG.rule)) == {
        Literal("meetings.talks")
    }


def test_a_relation_type_is_told_with_its_label(dataset):
    graph = dataset.default_graph
    kind = graph.value(thing_iri("event/relation-largest-trading-partner-of-nor-per"), KG.relationType)
    assert kind == KG["largest-trading-partner-of"]
    assert str(graph.value(kind, RDFS.label)) == "largest trading partner of"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"kind": "Tea"}, "Tea"),  # a class that the ontology lacks
        ({"relation_type": "likes"}, "likes"),
    ],
)
def test_what_the_ontology_lacks_is_refused_by_name(change, named):
    world = small_world()
    with pytest.raises(GraphError, match=named):
        build_dataset(replace(world, events=(replace(world.events[0], **change),)))


@pytest.mark.parametrize(
    ("identifier", "iri"),
    [
        ("000_3d6534949c19e1d4", "https://w3id.org/kg-diplomacy/id/article/000_3d6534949c19e1d4"),
        ("a b/c", "https://w3id.org/kg-diplomacy/id/article/a%20b%2Fc"),
        ("50% é", "https://w3id.org/kg-diplomacy/id/article/50%25%20%C3%A9"),
    ],
)
def test_an_article_keeps_its_identifier(identifier, iri):
    dataset = build_dataset(World(articles=(Article(identifier, "text"),)))
    assert list(dataset.default_graph.objects(URIRef(iri), DCTERMS.identifier)) == [Literal(identifier)]
    assert URIRef(iri) in {graph.identifier for graph in dataset.graphs()}


def test_an_empty_world_is_an_empty_graph():
    assert not list(build_dataset(World()).quads())
