"""Each thing that a graph must carry, left out or doubled: the shapes say so, and of which thing."""

from __future__ import annotations

import pytest
from datasets import build_dataset
from rdflib import BNode, Graph, Literal
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD
from worlds import LIMA, OSLO, hostile_world, small_world

from kg.graph.iris import article_iri, thing_iri
from kg.graph.terms import KG, SCHEMA
from kg.graph.validate import check_shapes

TALKS = thing_iri("event/meeting-anna-dahl-luis-quispe-2023-05-11")
VISIT = thing_iri("event/arrival-anna-dahl-lima-2023-05-10")
TREATY = thing_iri("event/treaty-of-fisheries-2023-05-11")
ACT = thing_iri("event/interaction-accuse-per-bol")
RELATION = thing_iri("event/relation-largest-trading-partner-of-nor-per")
CLAIM = thing_iri("claim/luis-quispe-1")
CONFLICT = thing_iri("conflict/date-meeting-anna-dahl-luis-quispe-2023-05-11")
PERU = thing_iri("country/PER")
DAHL = thing_iri("person/anna-dahl")
OFFICE = thing_iri("position/per-president")
TENURE = thing_iri("tenure/luis-quispe-per-president")
SENTENCE = thing_iri(f"evidence/{LIMA}/68-132")


def day(text):
    return Literal(text, datatype=XSD.date)


def merged(world):
    return Graph() + build_dataset(world).default_graph


@pytest.fixture
def graph():
    return merged(small_world())


@pytest.mark.parametrize("world", [small_world(), hostile_world()], ids=["small", "hostile"])
def test_what_is_built_conforms(world):
    assert list(check_shapes(merged(world))) == []


@pytest.mark.parametrize(
    ("node", "prop"),
    [
        (TALKS, KG.evidence),  # evidence above all
        (TALKS, KG.status),
        (TALKS, RDFS.label),
        (TALKS, KG.participant),
        (TALKS, KG.latest),  # a first day without a last one
        (TALKS, KG.edtf),
        (VISIT, KG.visitor),
        (VISIT, KG.destination),
        (TREATY, KG.agreementStatus),
        (TREATY, KG.evidence),
        (ACT, KG.ploverCode),
        (ACT, KG.actor),
        (ACT, KG.recipient),
        (RELATION, KG.relationType),
        (RELATION, KG.basis),
        (RELATION, KG.source),
        (RELATION, KG.target),
        (SENTENCE, KG.quote),
        (SENTENCE, KG.start),
        (SENTENCE, KG.end),
        (SENTENCE, KG.article),
        (CLAIM, KG.claimant),
        (CLAIM, KG.stance),
        (CLAIM, KG.content),
        (CLAIM, KG.evidence),
        (CONFLICT, KG.concerns),
        (CONFLICT, KG.aspect),
        (CONFLICT, RDFS.comment),
        (CONFLICT, KG.evidence),
        (PERU, KG.iso3),
        (PERU, RDFS.label),
        (DAHL, RDFS.label),
        (OFFICE, RDFS.label),
        (TENURE, KG.holder),
        (TENURE, KG.position),
        (TENURE, KG.former),
        (TENURE, KG.evidence),
        (article_iri(LIMA), DCTERMS.identifier),
    ],
    ids=lambda term: str(term).rsplit("#", 1)[-1].rsplit("/", 1)[-1],
)
def test_what_is_missing_is_found(graph, node, prop):
    graph.remove((node, prop, None))
    assert f"kgid:{node.split('/id/')[1]}" in {finding.node for finding in check_shapes(graph)}


@pytest.mark.parametrize(
    ("node", "prop", "value"),
    [
        (TALKS, KG.status, KG.Planned),  # a second status
        (TALKS, KG.status, KG.Signed),  # the wrong kind of status
        (TALKS, KG.earliest, day("2023-05-10")),  # a second day
        (TALKS, KG.edtf, Literal("2023-05")),
        (TALKS, KG.participant, thing_iri("place/lima")),  # no actor
        (TALKS, KG.place, DAHL),  # no place
        (TREATY, KG.status, KG.Held),  # an agreement has its own status
        (TREATY, KG.agreementStatus, KG.Proposed),
        (TREATY, KG.party, DAHL),  # countries and organisations agree
        (ACT, KG.ploverCode, Literal("INVADE")),
        (RELATION, KG.relationType, KG["allied-with"]),
        (RELATION, KG.basis, Literal("guessed")),
        (CLAIM, KG.stance, KG.Denies),
        (CLAIM, KG.about, DAHL),
        (CLAIM, KG.via, TALKS),
        (PERU, KG.iso3, Literal("PRU")),
        (DAHL, KG.represents, PERU),  # a second country
        (OFFICE, RDFS.label, Literal("head of state")),
        (article_iri(LIMA), KG.datePublishedInferred, day("2023-05-12")),  # known and inferred at once
        (article_iri(OSLO), KG.datePublishedInferred, Literal("13 May")),
        (article_iri(LIMA), SCHEMA.datePublished, day("2023-05-13")),
    ],
)
def test_what_is_too_much_or_of_the_wrong_kind_is_found(graph, node, prop, value):
    graph.add((node, prop, value))
    assert f"kgid:{node.split('/id/')[1]}" in {finding.node for finding in check_shapes(graph)}


@pytest.mark.parametrize(
    ("node", "prop", "value"),
    [
        (TALKS, KG.earliest, day("2023-05-12")),  # after the last day
        (TALKS, KG.latest, Literal("11 May 2023")),  # no date
        (PERU, KG.iso3, Literal("per")),
        (OFFICE, RDFS.label, Literal("President")),  # not lower case
        (SENTENCE, KG.start, Literal(132)),  # an empty stretch
        (SENTENCE, KG.start, Literal(-1)),
        (CLAIM, KG.content, Literal("")),
        (TALKS, RDFS.label, Literal("")),
    ],
)
def test_a_wrong_value_is_found(graph, node, prop, value):
    graph.set((node, prop, value))
    assert f"kgid:{node.split('/id/')[1]}" in {finding.node for finding in check_shapes(graph)}


def test_a_blank_node_is_no_thing(graph):
    blank = BNode()
    graph.add((blank, RDF.type, KG.Group))
    graph.add((blank, RDFS.label, Literal("rebels")))
    assert list(check_shapes(graph))


def test_a_finding_names_the_thing_and_the_sentence(graph):
    graph.add((TALKS, KG.status, KG.Planned))
    (finding,) = check_shapes(graph)
    assert finding.label == "Talks of Anna Dahl and Luis Quispe in Lima, 11 May 2023"
    assert finding.message == "exactly one status: held, planned, possible, denied or cancelled"
    assert finding.sentence.startswith("Dahl met Peruvian President")
    assert "\n" not in str(finding)
