"""Articles, entities and offices → the triples that say them, in the terms of the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import Literal
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD

from kg.graph.iris import article_iri, thing_iri
from kg.graph.support import Triple, day, describe_interval, describe_support, memberships
from kg.graph.terms import KG, SCHEMA, WIKIDATA
from kg.model import Article, Comparison, Entity, EntityKind, Evidence, Position, Tenure

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
    if tenure.attested:
        yield node, KG.attestedFrom, day(tenure.attested[0])
        yield node, KG.attestedUntil, day(tenure.attested[1])
    if tenure.ended_by:
        yield node, KG.endedBy, day(tenure.ended_by)
    if tenure.succeeded_by:
        yield node, KG.succeededBy, thing_iri(tenure.succeeded_by)
    yield from describe_interval(node, tenure.interval)
    yield from describe_support(node, evidence)


def describe_comparison(comparison: Comparison) -> Iterator[Triple]:
    """Two names of persons held against each other, with the sentences that have them."""
    node = thing_iri(comparison.identifier)
    yield from memberships(node, "Comparison")
    for person in comparison.concerns:
        yield node, KG.compares, thing_iri(person)
    for name in comparison.names:
        yield node, KG.comparedName, Literal(name)
    yield node, KG.verdict, KG[comparison.verdict.capitalize()]
    yield node, KG.verdictBy, Literal(comparison.basis)
    yield node, RDFS.comment, Literal(comparison.reason)
    yield from describe_support(node, comparison.evidence)
