"""Accounts of one event that cannot all be true, kept side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.identifiers import digest
from kg.model import Account, Conflict, Entity, EntityKind, Event, Status


def find_conflicts(events: Sequence[Event], entities: Mapping[str, Entity]) -> tuple[Conflict, ...]:
    """What the articles' accounts of each event contradict each other in."""
    found = [
        c
        for event in events
        for a, b in combinations(event.accounts, 2)
        for c in _between(event, a, b, entities)
    ]
    return tuple(sorted(found, key=lambda c: c.identifier))


def _between(event: Event, a: Account, b: Account, entities: Mapping[str, Entity]) -> Iterator[Conflict]:
    if (
        a.interval
        and b.interval
        and (a.interval.latest < b.interval.earliest or b.interval.latest < a.interval.earliest)
    ):
        yield _conflict(event, "date", a, b, f"{a.interval.edtf} against {b.interval.edtf}")
    for role in ("place", "destination"):
        x, y = _states(a, role, entities), _states(b, role, entities)
        if x and y and not x & y:
            yield _conflict(
                event, "place", a, b, f"{' and '.join(sorted(x))} against {' and '.join(sorted(y))}"
            )
    if {a.status, b.status} == {Status.HELD, Status.DENIED}:
        yield _conflict(event, "status", a, b, "told as held and denied")


def _states(account: Account, role: str, entities: Mapping[str, Entity]) -> set[str]:
    """The countries of the places in a role, by label."""
    found = set()
    for identifier in account.fillers(role):
        entity = entities.get(identifier)
        country = identifier if entity is None or entity.kind is EntityKind.COUNTRY else entity.country
        if country:
            found.add(entities[country].label if country in entities else country)
    return found


def _conflict(event: Event, aspect: str, a: Account, b: Account, what: str) -> Conflict:
    comment = f"{event.label}: {what}, in {a.article} and {b.article}."
    evidence = tuple(sorted({*a.evidence, *b.evidence}))
    identifier = f"conflict/{aspect}-{digest(event.identifier, aspect, str(a.article), str(b.article))}"
    return Conflict(identifier, (event.identifier,), aspect, comment, evidence)
