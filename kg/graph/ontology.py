"""What our terms mean, read from `ontology/`: the kinds of kinds, the roles, the types of relations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from kg.errors import GraphError
from kg.graph.terms import KG

ONTOLOGY = str(KG).removesuffix("#")
"""The IRI of the ontology itself."""

_PACKAGE = Path(__file__).resolve().parent.parent


def ontology_directory() -> Path:
    """The folder of the ontology: inside the installed package, or beside it in a checkout."""
    for directory in (_PACKAGE / "ontology", _PACKAGE.parent / "ontology"):
        if (directory / "kg.ttl").is_file():
            return directory
    raise GraphError(f"{_PACKAGE / 'ontology'}: the ontology is missing; install the package again")


@cache
def load_ontology() -> Graph:
    """The terms, as a graph."""
    return Graph().parse(ontology_directory() / "kg.ttl", format="turtle")


@cache
def class_memberships() -> Mapping[str, tuple[URIRef, ...]]:
    """Each class → itself and ours above it ("Summit" → Event, Meeting, Situation, Summit)."""
    return {local_name(c): _and_above(c) for c in load_ontology().subjects(RDF.type, OWL.Class)}


@cache
def roles() -> frozenset[str]:
    """The local names of the properties that an argument of an event may fill."""
    ontology = load_ontology()
    parts = (p for top in (KG.involves, KG.location) for p in ontology.subjects(RDFS.subPropertyOf, top))
    return frozenset(local_name(p) for p in (*parts, KG.about, KG.partOf))


@cache
def relation_types() -> frozenset[str]:
    """The local names of the kinds of standing relations."""
    ontology = load_ontology()
    return frozenset(local_name(t) for t in ontology.subjects(KG.symmetric, unique=True))


@cache
def relation_families() -> Mapping[str, str]:
    """Each kind of standing relation → the family it belongs to ("allied-with" → "friendly-relation")."""
    pairs = load_ontology().subject_objects(SKOS.broader)
    return {local_name(narrow): local_name(broad) for narrow, broad in pairs if _is_ours(narrow)}


@cache
def goldstein_weights() -> Mapping[str, float]:
    """Each PLOVER root code → its weight on Goldstein's scale, from -10 (conflict) to 10 (cooperation)."""
    ontology = load_ontology()
    weights = ontology.subject_objects(KG.goldstein)
    return {str(ontology.value(act, SKOS.notation)): float(str(weight)) for act, weight in weights}


@cache
def act_of(kind: str, status: str) -> str | None:
    """The PLOVER root code as which an event of a class, or an agreement of a status, counts; none for others."""
    ontology = load_ontology()
    counted = (ontology.value(term, KG.countsAs) for term in (*class_memberships()[kind], KG[status]))
    return next((str(ontology.value(act, SKOS.notation)) for act in counted if act is not None), None)


def local_name(term: Node) -> str:
    """A term's name behind the namespace."""
    return str(term).removeprefix(str(KG))


def _is_ours(term: object) -> bool:
    return str(term).startswith(str(KG))


def _and_above(kind: Node) -> tuple[URIRef, ...]:
    above = load_ontology().transitive_objects(kind, RDFS.subClassOf)
    return tuple(sorted(URIRef(str(k)) for k in above if _is_ours(k)))
