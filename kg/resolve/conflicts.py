"""What the articles contradict each other in, kept side by side: each kind of contradiction has a finder.

Accounts of one event that differ; two events that may well be one with a wrong date or place; events held and
denied; events expected and held where the texts' times do not tell which came first; one agreement of two
encounters; several encounters of which the only one named is of another time; relations that exclude each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.model import Article, Claim, Conflict, Entity, Event
from kg.resolve.differences import in_one_event, in_two_events
from kg.resolve.disputes import denied, in_number, in_occasion
from kg.resolve.expectations import expected_and_held, foretold_and_held
from kg.resolve.opposed import opposed


def find_conflicts(
    events: Sequence[Event],
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    articles: Iterable[Article] = (),
) -> tuple[Conflict, ...]:
    """What the articles contradict each other in."""
    dates = {a.identifier: a.creation_time for a in articles}
    found = [
        *in_one_event(events, entities),
        *in_two_events(events, entities),
        *denied(events, claims),
        *expected_and_held(events, dates),
        *foretold_and_held(events, dates),
        *in_occasion(events, entities),
        *in_number(events),
        *opposed(events),
    ]
    unique = {c.identifier: c for c in found}
    return tuple(unique[i] for i in sorted(unique))
