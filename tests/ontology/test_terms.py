"""Every term says what it means, and every term that the graph uses is one."""

from __future__ import annotations

import re

import pytest
from datasets import build_dataset
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from worlds import small_world

from kg.graph.ontology import class_memberships, load_ontology, ontology_directory, relation_types, roles
from kg.graph.terms import KG
from kg.model import AgreementStatus, EntityKind, Stance, Status

ONTOLOGY = URIRef("https://w3id.org/kg-diplomacy/ontology")
TERMS = sorted({s for s in load_ontology().subjects() if str(s).startswith(str(KG))})


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.removeprefix(str(KG)))
@pytest.mark.parametrize("prop", [RDFS.label, SKOS.definition, SKOS.example, RDFS.isDefinedBy])
def test_every_term_says_what_it_means(term, prop):
    values = list(load_ontology().objects(term, prop))
    assert len(values) == 1
    assert str(values[0]).strip()


def test_the_ontology_has_a_version_apart_from_its_iri():
    ontology = load_ontology()
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in ontology
    assert str(ontology.value(ONTOLOGY, OWL.versionIRI)).startswith(f"{ONTOLOGY}/")


def test_every_term_that_a_graph_uses_is_defined():
    dataset = build_dataset(small_world())
    used = {term for quad in dataset.quads() for term in quad[:3] if str(term).startswith(str(KG))}
    assert used <= set(TERMS)


def test_every_term_that_the_code_names_is_defined(root):
    code = "".join(path.read_text() for path in (root / "kg" / "graph").glob("*.py"))
    named = {KG[name] for name in re.findall(r"\bKG\.(\w+)", code)}
    assert named <= set(TERMS)


@pytest.mark.parametrize("name", ["queries", "checks", "explain"])
def test_every_term_that_a_query_names_is_defined(name):
    for path in (ontology_directory() / name).glob("*.rq"):
        named = {KG[term] for term in re.findall(r"\bkg:([\w-]+)", path.read_text())}
        assert named <= set(TERMS), path.name


def test_every_term_that_a_shape_names_is_defined():
    shapes = Graph().parse(ontology_directory() / "shapes.ttl")
    own = {s for s in shapes.subjects() if str(s).startswith(str(KG))}
    named = {term for triple in shapes for term in triple if str(term).startswith(str(KG))} - own
    assert named <= set(TERMS)


@pytest.mark.parametrize(
    ("values", "kind"), [(Status, "Status"), (AgreementStatus, "AgreementStatus"), (Stance, "Stance")]
)
def test_the_statuses_and_stances_of_the_model_are_those_of_the_ontology(values, kind):
    assert {KG[value] for value in values} == set(load_ontology().subjects(RDF.type, KG[kind]))


@pytest.mark.parametrize(
    ("kind", "above"),
    [
        ("Summit", {"Summit", "Meeting", "Event", "Situation"}),  # written out to the top
        ("Treaty", {"Treaty", "Agreement", "Event", "Situation"}),
        ("Call", {"Call", "Event", "Situation"}),  # a call is no meeting
        ("MessageExchange", {"MessageExchange", "Event", "Situation"}),
        ("Visit", {"Visit", "Event", "Situation"}),
        ("Relation", {"Relation", "Situation"}),  # a relation does not happen
        ("Country", {"Country", "Actor"}),  # what others define stays out of our graphs
    ],
)
def test_kinds_of_kinds(kind, above):
    assert set(class_memberships()[kind]) == {KG[name] for name in above}


def test_every_kind_of_entity_is_a_class():
    assert {kind.value for kind in EntityKind} <= class_memberships().keys()


@pytest.mark.parametrize(
    "role",
    [
        "participant",
        "place",
        "visitor",
        "destination",
        "party",
        "actor",
        "recipient",
        "source",
        "target",
        "about",
    ],
)
def test_every_role_of_the_contract_is_one(role):
    assert role in roles()


def test_a_property_that_is_no_role_cannot_be_filled():
    assert not roles() & {"status", "evidence", "label", "kind", "claimant"}


def test_relation_types_are_a_closed_list_with_directions():
    assert {
        "allied-with",
        "largest-trading-partner-of",
        "permanent-member-of",
        "sanctions",
    } <= relation_types()
    for name in relation_types():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert len(list(load_ontology().objects(KG[name], SKOS.broader))) == 1
        symmetric = load_ontology().value(KG[name], KG.symmetric).toPython()
        assert bool(load_ontology().value(KG[name], KG.inverseReading)) != symmetric, name


def test_the_sixteen_root_codes():
    notations = {
        str(load_ontology().value(c, SKOS.notation))
        for c in load_ontology().subjects(SKOS.inScheme, KG.PloverCodes)
    }
    assert len(notations) == 16
    assert {"AGREE", "CONSULT", "ASSAULT"} <= notations
