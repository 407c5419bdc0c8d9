"""Accounts of one thing that cannot all be true, kept side by side.

Three kinds: accounts of one event that contradict each other; two events of the same people that may well be
one with a wrong date or place; an event that one source tells as a fact and another denies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from kg.identifiers import digest
from kg.model import Account, Claim, Conflict, Entity, Event, Evidence, Interval, Stance, Status
from kg.resolve.reports import FAMILY, PLACE_ROLES, is_country, state_of

ENCOUNTERS = frozenset({"Meeting", "Call", "Visit"})
OPPOSED = ({Status.HELD, Status.DENIED}, {Status.HELD, Status.CANCELLED})
NEAR = timedelta(days=2)


def find_conflicts(
    events: Sequence[Event], claims: Sequence[Claim], entities: Mapping[str, Entity]
) -> tuple[Conflict, ...]:
    """What the articles contradict each other in."""
    found = [*_in_one_event(events, entities), *_in_two_events(events, entities), *_denied(events, claims)]
    unique = {c.identifier: c for c in found}
    return tuple(unique[i] for i in sorted(unique))


# ---------------------------------------------------------------- one event


def _in_one_event(events: Iterable[Event], entities: Mapping[str, Entity]) -> Iterator[Conflict]:
    """Each account that contradicts the preferred one, with the first account that bears this one out."""
    for event in events:
        for account in event.accounts:
            for aspect, told in _differences(event.merged, account, entities).items():
                other = _witness(event, aspect, entities)
                comment = f"{event.label}: {told}, in {other.article or 'the others'} and {account.article}."
                yield _conflict((event,), aspect, comment, (*other.evidence, *account.evidence))


def _witness(event: Event, aspect: str, entities: Mapping[str, Entity]) -> Account:
    """The first account that agrees with the merged one in an aspect."""
    agreeing = (a for a in event.accounts if aspect not in _differences(event.merged, a, entities))
    return next(agreeing, event.merged)


def _differences(merged: Account, other: Account, entities: Mapping[str, Entity]) -> dict[str, str]:
    """In what an account contradicts the preferred one, and how."""
    found = {}
    if merged.interval and other.interval and _gap(merged.interval, other.interval):
        found["date"] = f"{merged.interval.edtf} against {other.interval.edtf}"
    x, y = _states(merged, entities), _states(other, entities)
    if x and y and not x & y:
        found["place"] = f"{_named(x, entities)} against {_named(y, entities)}"
    if {merged.status, other.status} in OPPOSED:
        found["status"] = f"{merged.status.lower()} against {other.status.lower()}"
    return found


# ---------------------------------------------------------------- two events that may be one


def _in_two_events(events: Iterable[Event], entities: Mapping[str, Entity]) -> Iterator[Conflict]:
    """Encounters of the same people that no article tells apart and that nearly agree in time and place."""
    groups: dict[object, list[Event]] = defaultdict(list)
    for event in events:
        people = _people(event.merged)
        if FAMILY.get(event.kind, event.kind) in ENCOUNTERS and event.merged.status is Status.HELD and people:
            groups[FAMILY.get(event.kind, event.kind), people].append(event)
    for group in groups.values():
        for a, b in combinations(group, 2):
            aspect = None if _articles(a) & _articles(b) else _nearly_one(a.merged, b.merged, entities)
            if aspect:
                sides = tuple(sorted({*a.merged.evidence, *b.merged.evidence}))
                comment = f"{a.label}, and {b.label}: two occasions, or one with a wrong {aspect}."
                yield _conflict((a, b), aspect, comment, sides)


def _nearly_one(a: Account, b: Account, entities: Mapping[str, Entity]) -> str | None:
    """In what two accounts differ that agree in all else: the year of a month, a day or two, or the place."""
    x, y = a.interval, b.interval
    if x is None or y is None or not _states(a, entities) or not _states(b, entities):
        return None
    if not _states(a, entities) & _states(b, entities):
        return "place" if x == y and x.earliest == x.latest else None
    if x.edtf[5:] and x.edtf[5:] == y.edtf[5:] and x.earliest.year != y.earliest.year:
        return "date"
    exact = all(i.latest - i.earliest <= NEAR for i in (x, y))
    same_place = _exact_places(a, entities) == _exact_places(b, entities)
    return "date" if exact and same_place and timedelta(0) < _gap(x, y) <= NEAR else None


def _exact_places(account: Account, entities: Mapping[str, Entity]) -> frozenset[str]:
    places = frozenset(a.entity for a in account.arguments if a.role in PLACE_ROLES)
    return frozenset(p for p in places if not is_country(p, entities)) or places


def _people(account: Account) -> frozenset[str]:
    """The persons of an encounter, nothing where one of its actors is no person."""
    actors = {*account.fillers("participant"), *account.fillers("visitor")}
    return frozenset(actors) if all(a.startswith("person/") for a in actors) else frozenset()


def _articles(event: Event) -> set[str]:
    return {e.article for e in event.merged.evidence}


# ---------------------------------------------------------------- held and denied


def _denied(events: Iterable[Event], claims: Iterable[Claim]) -> Iterator[Conflict]:
    """Events told as facts that a claimant denies."""
    facts = {e.identifier: e for e in events if e.merged.status is Status.HELD}
    for claim in claims:
        if claim.stance is not Stance.DENIES or claim.status is not Status.DENIED:
            continue
        for event in (facts[i] for i in claim.about if i in facts):
            told = [e for e in event.merged.evidence if e.quote != claim.evidence.quote]
            sides = f"{' and '.join(sorted({e.article for e in told}))}, denied in {claim.evidence.article}"
            comment = f"{event.label}: told as a fact in {sides}."
            yield from [_conflict((event,), "status", comment, (claim.evidence, *told))] if told else []


# ---------------------------------------------------------------- descriptions


def _gap(x: Interval, y: Interval) -> timedelta:
    """How far two times lie apart; nothing where they overlap."""
    return max(y.earliest - x.latest, x.earliest - y.latest, timedelta(0))


def _states(account: Account, entities: Mapping[str, Entity]) -> frozenset[str]:
    """The countries of the places of an account."""
    places = (a.entity for a in account.arguments if a.role in PLACE_ROLES)
    return frozenset(state_of(p, entities) for p in places)


def _named(identifiers: Iterable[str], entities: Mapping[str, Entity]) -> str:
    return " and ".join(sorted(entities[i].label if i in entities else i for i in identifiers))


def _conflict(events: Sequence[Event], aspect: str, comment: str, sides: Sequence[Evidence]) -> Conflict:
    concerned = tuple(sorted(e.identifier for e in events))
    evidence = tuple(sorted(set(sides)))
    articles = sorted({e.article for e in evidence})
    name = f"conflict/{aspect}-{digest(*concerned, aspect, *articles)}"
    return Conflict(name, concerned, aspect, comment, evidence)
