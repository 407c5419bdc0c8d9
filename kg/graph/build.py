"""The resolved world → RDF: the merged world is the default graph, each article has a graph of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from rdflib import URIRef

from kg.graph import happenings, support, things
from kg.graph.iris import article_iri, thing_iri
from kg.graph.own import OwnStatements, name_forms, own_statements
from kg.graph.support import Triple
from kg.graph.turtle import turtle_of
from kg.model import Article, Event, Evidence, World


@dataclass(frozen=True)
class Graphs:
    """The graphs of a world: no blank nodes, one named graph an article, with the IRIs of the default graph."""

    world: World

    @cached_property
    def turtle(self) -> str:
        """The default graph as Turtle, which is worked out once: the TriG begins with it."""
        return turtle_of(describe_world(self.world))

    def named(self) -> Iterator[tuple[URIRef, Iterator[Triple]]]:
        """Each article's graph with its name, sorted by it; described one by one, as they are asked for."""
        own = own_statements(self.world)
        for article in sorted(self.world.articles, key=lambda a: str(article_iri(a.identifier))):
            name, mentioned = (
                article_iri(article.identifier),
                self.world.mentioned.get(article.identifier, ()),
            )
            yield name, describe_own_statements(article, mentioned, own[article.identifier])


def describe_world(world: World) -> Iterator[Triple]:
    """The merged world."""
    for article in world.articles:
        yield from things.describe_article(article)
        yield from things.describe_mentions(article.identifier, world.mentioned.get(article.identifier, ()))
    for entity in world.entities:
        yield from things.describe_entity(entity)
        yield from support.describe_names(entity)
        yield from support.describe_support(thing_iri(entity.identifier), entity.evidence)
    for comparison in world.comparisons:
        yield from things.describe_comparison(comparison)
    for position in world.positions:
        yield from things.describe_position(position)
    for tenure in world.tenures:
        yield from things.describe_tenure(tenure, tenure.evidence)
    for event in world.events:
        yield from describe_merged(event)
    for claim in world.claims:
        yield from happenings.describe_claim(claim)
    for conflict in world.conflicts:
        yield from happenings.describe_conflict(conflict)
    for evidence in all_evidence(world):
        yield from support.describe_evidence(evidence)


def describe_merged(event: Event) -> Iterator[Triple]:
    """An event as the default graph tells it: the merged account, with the evidence of every account."""
    evidence = {sentence for account in (event.merged, *event.accounts) for sentence in account.evidence}
    yield from happenings.describe_event(event, replace(event.merged, evidence=tuple(evidence)))
    yield from happenings.describe_history(event)
    yield from support.describe_names(event)
    if event.relation_type:
        yield from happenings.describe_relation_type(event.relation_type)


def describe_own_statements(
    article: Article, mentioned: Iterable[str], own: OwnStatements
) -> Iterator[Triple]:
    """What one article itself says: its events as it tells them, the things it names, its claims."""
    yield from things.describe_article(article)
    yield from things.describe_mentions(article.identifier, mentioned)
    for entity in own.entities:
        yield from things.describe_entity(entity)
        yield from things.describe_name_forms(entity, name_forms(entity, article.text))
    for position in own.positions:
        yield from things.describe_position(position)
    for tenure, evidence in own.tenures:
        yield from things.describe_tenure(tenure, evidence)
    for event, account in own.accounts:
        yield from happenings.describe_event(event, account)
    for claim in own.claims:
        yield from happenings.describe_claim(claim)
    for sentence in own.evidence():
        yield from support.describe_evidence(sentence)


def all_evidence(world: World) -> set[Evidence]:
    """Every sentence that something rests on."""
    accounts = (account for event in world.events for account in (event.merged, *event.accounts))
    supports = (
        (entity.evidence for entity in world.entities),
        (comparison.evidence for comparison in world.comparisons),
        (tenure.evidence for tenure in world.tenures),
        (conflict.evidence for conflict in world.conflicts),
        (account.evidence for account in accounts),
        ((claim.evidence,) for claim in world.claims),
    )
    return {sentence for evidence in chain(*supports) for sentence in evidence}
