"""What every statement rests on: its class, its sentences, its time, its status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, SKOS, XSD
from rdflib.term import Node

from kg.errors import GraphError
from kg.graph.iris import article_iri, evidence_iri, thing_iri
from kg.graph.ontology import class_memberships
from kg.graph.terms import KG
from kg.model import AgreementStatus, Entity, Event, Evidence, Interval, Status

Triple = tuple[URIRef, URIRef, Node]


def describe_names(thing: Entity | Event) -> Iterator[Triple]:
    """Every other name of an entity or event, and why its mentions or accounts are taken for one thing."""
    node = thing_iri(thing.identifier)
    for name in thing.alt_labels:
        yield node, SKOS.altLabel, Literal(name)
    for reason in thing.reasons:
        yield node, KG.mergeReason, Literal(reason)


def describe_support(node: URIRef, evidence: Iterable[Evidence]) -> Iterator[Triple]:
    """The sentences that a statement rests on, and the rules that read them."""
    for sentence in evidence:
        yield node, KG.evidence, evidence_iri(sentence)
        if sentence.rule:
            yield node, KG.rule, Literal(sentence.rule)


def describe_evidence(evidence: Evidence) -> Iterator[Triple]:
    """One sentence of one article, to the letter."""
    node = evidence_iri(evidence)
    yield from memberships(node, "Evidence")
    yield node, KG.quote, Literal(evidence.quote)
    yield node, KG.start, Literal(evidence.span.start)
    yield node, KG.end, Literal(evidence.span.end)
    yield node, KG.article, article_iri(evidence.article)
    if evidence.rule:
        yield node, KG.rule, Literal(evidence.rule)


def describe_status(node: URIRef, status: Status | AgreementStatus) -> Iterator[Triple]:
    """Whether something took place, or how far an agreement has come."""
    prop = KG.agreementStatus if isinstance(status, AgreementStatus) else KG.status
    yield node, prop, KG[status]


def describe_interval(node: URIRef, interval: Interval | None) -> Iterator[Triple]:
    """When, where it is known."""
    if interval:
        yield node, KG.earliest, day(interval.earliest)
        yield node, KG.latest, day(interval.latest)
        yield node, KG.edtf, Literal(interval.edtf)


def memberships(node: URIRef, kind: str) -> Iterator[Triple]:
    """A thing's class and every class above it, written out."""
    if kind not in class_memberships():
        raise GraphError(f"{node}: “{kind}” is no class of ontology/kg.ttl; add it there or use one that is")
    for above in class_memberships()[kind]:
        yield node, RDF.type, above


def day(value: date) -> Literal:
    """A day as xsd:date."""
    return Literal(value.isoformat(), datatype=XSD.date)
