"""Accounts that differ: of one event, or of two that may well be one with a wrong date or place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from kg.model import Account, Conflict, Entity, Event, Status
from kg.resolve.contradiction import conflict, gap
from kg.resolve.reports import FAMILY, PLACE_ROLES, is_country, state_of

ENCOUNTERS = frozenset({"Meeting", "Call", "Visit"})
OPPOSED = ({Status.HELD, Status.DENIED}, {Status.HELD, Status.CANCELLED})
NEAR = timedelta(days=2)


# ---------------------------------------------------------------- one event


def in_one_event(events: Iterable[Event], entities: Mapping[str, Entity]) -> Iterator[Conflict]:
    """Each account that contradicts the preferred one, with those that bear this one out."""
    for event in events:
        for account in event.accounts:
            for aspect, told in _differences(event.merged, account, entities).items():
                others = _witnesses(event, aspect, entities)
                named = " and ".join(other.article or "the others" for other in others)
                comment = f"{event.label}: {told}, in {named} and {account.article}."
                sides = (*(e for other in others for e in other.evidence), *account.evidence)
                yield conflict((event,), aspect, comment, sides, event.preferences)


def _witnesses(event: Event, aspect: str, entities: Mapping[str, Entity]) -> Sequence[Account]:
    """The first account that agrees with the merged one in an aspect; on a date, which others decide, the first two."""
    agreeing = [a for a in event.accounts if aspect not in _differences(event.merged, a, entities)]
    telling = [a for a in agreeing if aspect != "date" or a.interval]
    return (telling or agreeing)[: 2 if aspect == "date" else 1] or [event.merged]


def _differences(merged: Account, other: Account, entities: Mapping[str, Entity]) -> dict[str, str]:
    """In what an account contradicts the preferred one, and how."""
    found = {}
    stay = NEAR if merged.fillers("visitor") else timedelta(0)
    both = merged.interval and other.interval and merged.status == other.status
    if both and merged.interval and other.interval and gap(merged.interval, other.interval) > stay:
        found["date"] = f"{merged.interval.edtf} against {other.interval.edtf}"
    x, y = _states(merged, entities), _states(other, entities)
    if x and y and not x & y:
        found["place"] = f"{_named(x, entities)} against {_named(y, entities)}"
    if {merged.status, other.status} in OPPOSED:
        found["status"] = f"{merged.status.lower()} against {other.status.lower()}"
    return found


# ---------------------------------------------------------------- two events that may be one


def in_two_events(events: Iterable[Event], entities: Mapping[str, Entity]) -> Iterator[Conflict]:
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
                yield conflict((a, b), aspect, comment, sides)


def _nearly_one(a: Account, b: Account, entities: Mapping[str, Entity]) -> str | None:
    """In what two accounts differ that agree in all else: the year of a month, a day or two, or the place."""
    x, y = a.interval, b.interval
    if x is None or y is None or not _states(a, entities) or not _states(b, entities):
        return None
    if not _states(a, entities) & _states(b, entities):
        travels = bool(a.fillers("visitor"))
        return "place" if x == y and x.earliest == x.latest and not travels else None
    if x.edtf[5:] and x.edtf[5:] == y.edtf[5:] and x.earliest.year != y.earliest.year:
        return "date"
    exact = all(i.latest - i.earliest <= NEAR for i in (x, y))
    same_place = _exact_places(a, entities) == _exact_places(b, entities)
    return "date" if exact and same_place and timedelta(0) < gap(x, y) <= NEAR else None


def _exact_places(account: Account, entities: Mapping[str, Entity]) -> frozenset[str]:
    places = frozenset(a.entity for a in account.arguments if a.role in PLACE_ROLES)
    return frozenset(p for p in places if not is_country(p, entities)) or places


def _people(account: Account) -> frozenset[str]:
    """The persons of an encounter, nothing where one of its actors is no person."""
    actors = {*account.fillers("participant"), *account.fillers("visitor")}
    return frozenset(actors) if all(a.startswith("person/") for a in actors) else frozenset()


def _articles(event: Event) -> set[str]:
    return {e.article for e in event.merged.evidence}


# ---------------------------------------------------------------- places


def _states(account: Account, entities: Mapping[str, Entity]) -> frozenset[str]:
    """The countries of the places of an account; nothing where one of them lies in none, as a sea does."""
    places = (a.entity for a in account.arguments if a.role in PLACE_ROLES)
    states = frozenset(state_of(p, entities) for p in places)
    return states if all(is_country(s, entities) for s in states) else frozenset()


def _named(identifiers: Iterable[str], entities: Mapping[str, Entity]) -> str:
    return " and ".join(sorted(entities[i].label if i in entities else i for i in identifiers))
