"""Events, relations, claims and conflicts → the triples that say them, in the terms of the ontology."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from kg.errors import GraphError
from kg.graph.iris import article_segment, thing_iri
from kg.graph.ontology import load_ontology, relation_types, roles
from kg.graph.support import (
    Triple,
    day,
    describe_interval,
    describe_status,
    describe_support,
    memberships,
)
from kg.graph.terms import KG
from kg.model import Account, Claim, Conflict, Event, Stage


def describe_event(event: Event, account: Account) -> Iterator[Triple]:
    """An event or relation as one account tells it."""
    node = thing_iri(event.identifier)
    yield from memberships(node, event.kind)
    yield node, KG.kind, KG[event.kind]
    yield node, RDFS.label, Literal(event.label)
    yield from describe_status(node, account.status)
    yield from describe_interval(node, account.interval)
    yield from describe_support(node, account.evidence)
    for role, entity in account.arguments:
        yield node, role_property(role), thing_iri(entity)
    if account.occasion:
        yield node, KG.occasion, thing_iri(account.occasion)
    if event.plover:
        yield node, KG.ploverCode, Literal(event.plover)
    if event.relation_type:
        yield node, KG.relationType, relation_type(event.relation_type)
    if event.basis:
        yield node, KG.basis, Literal(event.basis)


def describe_history(event: Event) -> Iterator[Triple]:
    """The steps of an event, what it may foretell, and why its merged account follows one side."""
    node = thing_iri(event.identifier)
    for reason in event.preferences:
        yield node, KG.preference, Literal(reason)
    for held in event.foretold:
        yield node, KG.mayForetell, thing_iri(held)
    for meeting in event.may_be:
        yield node, KG.mayBe, thing_iri(meeting)
    for stage in event.stages:
        step = thing_iri(stage_identifier(event, stage))
        yield node, KG.stage, step
        yield from memberships(step, "Stage")
        yield from describe_status(step, stage.status)
        yield from describe_support(step, stage.evidence)
        if stage.published:
            yield step, KG.toldOn, day(stage.published)


def stage_identifier(event: Event, stage: Stage) -> str:
    """The event, the status and the article: what tells a step from the others."""
    name = event.identifier.removeprefix("event/")
    return f"stage/{name}-{stage.status.lower()}-{article_segment(stage.article)}"


def describe_relation_type(name: str) -> Iterator[Triple]:
    """A kind of standing relation, with its label and the kind above it, as the ontology has them."""
    concept = relation_type(name)
    yield concept, RDF.type, SKOS.Concept
    for prop in (RDFS.label, SKOS.broader):
        for value in load_ontology().objects(concept, prop):
            yield concept, prop, value


def describe_claim(claim: Claim) -> Iterator[Triple]:
    """Who says what, how, of which event, and through whom."""
    node = thing_iri(claim.identifier)
    yield from memberships(node, "Claim")
    yield node, KG.claimant, thing_iri(claim.claimant)
    yield node, KG.stance, KG[claim.stance]
    yield node, KG.content, Literal(claim.content)
    for event in claim.about:
        yield node, KG.about, thing_iri(event)
    if claim.via:
        yield node, KG.via, thing_iri(claim.via)
    if claim.status:
        yield from describe_status(node, claim.status)
    yield from describe_interval(node, claim.interval)
    yield from describe_support(node, (claim.evidence,))


def describe_conflict(conflict: Conflict) -> Iterator[Triple]:
    """What cannot all be true, with the sentence of each side."""
    node = thing_iri(conflict.identifier)
    yield from memberships(node, "Conflict")
    yield node, KG.aspect, Literal(conflict.aspect)
    yield node, RDFS.comment, Literal(conflict.comment)
    for reason in conflict.preferences:
        yield node, KG.preference, Literal(reason)
    for concerned in conflict.concerns:
        yield node, KG.concerns, thing_iri(concerned)
    yield from describe_support(node, conflict.evidence)


def role_property(role: str) -> URIRef:
    """The property of a role."""
    if role not in roles():
        raise GraphError(f"“{role}” is no role of ontology/kg.ttl: {', '.join(sorted(roles()))}")
    return KG[role]


def relation_type(name: str) -> URIRef:
    """The concept of a kind of standing relation."""
    if name not in relation_types():
        raise GraphError(f"“{name}” is no relation type of ontology/kg.ttl; add it there or use one that is")
    return KG[name]
