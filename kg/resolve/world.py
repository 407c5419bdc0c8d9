"""The readings of all articles → one world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.garbage import no_search_for_garbage
from kg.language.lexicon import Lexicon
from kg.model import Decision, Entity, Event, Reading, World
from kg.resolve.claims import resolve_claims
from kg.resolve.conflicts import find_conflicts
from kg.resolve.entities import Identities, resolve_entities, with_needed
from kg.resolve.events import resolve_events
from kg.resolve.journeys import with_journeys
from kg.resolve.surnames import with_surnames
from kg.resolve.tenures import resolve_tenures


@no_search_for_garbage()
def resolve_world(readings: Sequence[Reading], lexicon: Lexicon, decisions: Sequence[Decision] = ()) -> World:
    """Join what the articles say: entities, then events, then what is claimed and what is contradicted."""
    ordered = [with_journeys(r, lexicon) for r in sorted(readings, key=lambda r: r.article.identifier)]
    named = with_surnames(resolve_entities(ordered, lexicon, decisions), ordered)
    identities = _with_circumstances(named, ordered, lexicon)
    events = resolve_events(ordered, identities)
    entities = _with_evidence(identities.entities, events.events)
    claims = resolve_claims(ordered, identities, events)
    positions, tenures = resolve_tenures(ordered, identities)
    return World(
        articles=tuple(r.article for r in ordered),
        entities=tuple(entities[i] for i in sorted(entities)),
        positions=positions,
        tenures=tenures,
        events=events.events,
        claims=claims,
        conflicts=find_conflicts(events.events, claims, entities, [r.article for r in ordered]),
        comparisons=identities.comparisons,
        unheeded=identities.unheeded,
        mentioned=_mentioned(ordered, identities),
    )


def _with_circumstances(identities: Identities, readings: Sequence[Reading], lexicon: Lexicon) -> Identities:
    """The entities, with the places that only an event's circumstances name."""
    named = (
        identities.of(reading.article, argument.entity)
        for reading in readings
        for mention in reading.events
        for argument in mention.arguments
    )
    return replace(identities, entities=with_needed(identities.entities, named, lexicon))


def _with_evidence(entities: Mapping[str, Entity], events: Sequence[Event]) -> dict[str, Entity]:
    """The entities, those that no name of their own bears out with the sentences of their events."""
    found = {a.entity: e.merged.evidence for e in events for a in e.merged.arguments}
    return {k: e if e.evidence else replace(e, evidence=found.get(k, ())) for k, e in entities.items()}


def _mentioned(readings: Sequence[Reading], identities: Identities) -> Mapping[str, tuple[str, ...]]:
    """For each article the entities that its text names."""
    return {
        r.article.identifier: tuple(sorted({identities.of(r.article, ref.key) for ref in r.referents}))
        for r in readings
    }
