"""One record → the triples that say it, in the terms of the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from kg.errors import GraphError
from kg.graph.iris import article_iri, evidence_iri, thing_iri
from kg.graph.ontology import class_memberships, load_ontology, relation_types, roles
from kg.graph.terms import KG, SCHEMA, WIKIDATA
from kg.model import (
    Account,
    AgreementStatus,
    Article,
    Claim,
    Conflict,
    Entity,
    EntityKind,
    Event,
    Evidence,
    Interval,
    Position,
    Status,
    Tenure,
)

Triple = tuple[URIRef, URIRef, Node]

COUNTRY_PROPERTY = {
    EntityKind.PLACE: KG.inCountry,
    EntityKind.ORGANIZATION: KG.organizationOf,
    EntityKind.PERSON: KG.represents,
}


def describe_article(article: Article) -> Iterator[Triple]:
    """What is known of an article's publication."""
    node = article_iri(article.identifier)
    yield node, RDF.type, SCHEMA.NewsArticle
    yield node, DCTERMS.identifier, Literal(article.identifier)
    if article.headline:
        yield node, SCHEMA.headline, Literal(article.headline)
    if article.publisher:
        yield node, SCHEMA.publisher, Literal(article.publisher)
    if article.url:
        yield node, SCHEMA.url, Literal(article.url, datatype=XSD.anyURI)
    if article.published:
        yield node, SCHEMA.datePublished, day(article.published)
    elif article.published_inferred:
        yield node, KG.datePublishedInferred, day(article.published_inferred)
        if article.inference:
            yield node, KG.dateInference, Literal(article.inference)


def describe_mentions(article: str, entities: Iterable[str]) -> Iterator[Triple]:
    """Which entities an article names."""
    for entity in entities:
        yield article_iri(article), KG.mentions, thing_iri(entity)


def describe_entity(entity: Entity) -> Iterator[Triple]:
    """What an entity is and whose; its names beside the label are told apart, for they differ by article."""
    node = thing_iri(entity.identifier)
    yield from memberships(node, entity.kind)
    yield node, RDFS.label, Literal(entity.label)
    if entity.iso3:
        yield node, KG.iso3, Literal(entity.iso3)
    if entity.wikidata:
        yield node, SKOS.exactMatch, WIKIDATA[entity.wikidata]
    if entity.country and entity.kind in COUNTRY_PROPERTY:
        yield node, COUNTRY_PROPERTY[entity.kind], thing_iri(entity.country)
        if entity.state_media:
            yield node, KG.stateMediaOf, thing_iri(entity.country)


def describe_names(entity: Entity) -> Iterator[Triple]:
    """Every other name of an entity, and why they are taken for one thing."""
    node = thing_iri(entity.identifier)
    for name in entity.alt_labels:
        yield node, SKOS.altLabel, Literal(name)
    for reason in entity.reasons:
        yield node, KG.mergeReason, Literal(reason)


def describe_name_forms(entity: Entity, forms: Iterable[str]) -> Iterator[Triple]:
    """The names that one article's text uses."""
    node = thing_iri(entity.identifier)
    for form in forms:
        yield node, KG.nameForm, Literal(form)
        if form != entity.label:
            yield node, SKOS.altLabel, Literal(form)


def describe_position(position: Position) -> Iterator[Triple]:
    """An office and whose it is."""
    node = thing_iri(position.identifier)
    yield from memberships(node, "Position")
    yield node, RDFS.label, Literal(position.label)
    if position.of:
        yield node, KG.positionIn, thing_iri(position.of)


def describe_tenure(tenure: Tenure, evidence: Iterable[Evidence]) -> Iterator[Triple]:
    """Who holds which office, by these sentences: the record, and the short way from the person."""
    node, holder, position = map(thing_iri, (tenure.identifier, tenure.holder, tenure.position))
    yield from memberships(node, "Tenure")
    yield node, KG.holder, holder
    yield node, KG.position, position
    yield node, KG.former, Literal(tenure.former)
    yield holder, KG.holds, position
    yield from describe_interval(node, tenure.interval)
    yield from describe_support(node, evidence)


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
    if event.plover:
        yield node, KG.ploverCode, Literal(event.plover)
    if event.relation_type:
        yield node, KG.relationType, relation_type(event.relation_type)
    if event.basis:
        yield node, KG.basis, Literal(event.basis)


def describe_event_names(event: Event) -> Iterator[Triple]:
    """Every other name of an event, and why its accounts are taken for one."""
    node = thing_iri(event.identifier)
    for name in event.alt_labels:
        yield node, SKOS.altLabel, Literal(name)
    for reason in event.reasons:
        yield node, KG.mergeReason, Literal(reason)


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
    for concerned in conflict.concerns:
        yield node, KG.concerns, thing_iri(concerned)
    yield from describe_support(node, conflict.evidence)


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


def day(value: date) -> Literal:
    """A day as xsd:date."""
    return Literal(value.isoformat(), datatype=XSD.date)
