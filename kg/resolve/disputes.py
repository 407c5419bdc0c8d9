"""Contradictions about what happened: held or denied, at which encounter agreed, how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import combinations

from kg.model import Account, Claim, Conflict, Entity, Event, Interval, Stance, Status
from kg.resolve.contradiction import conflict, gap
from kg.resolve.reports import FAMILY, state_of

SAME_OCCASION = timedelta(days=7)
"""Pledges are repeated: two encounters further apart may each have had the same one."""

ACTORS = ("participant", "visitor")


def denied(events: Iterable[Event], claims: Iterable[Claim]) -> Iterator[Conflict]:
    """Events told as facts that a claimant denies."""
    facts = {e.identifier: e for e in events if e.merged.status is Status.HELD}
    for claim in claims:
        if claim.stance is not Stance.DENIES or claim.status is not Status.DENIED:
            continue
        for event in (facts[i] for i in claim.about if i in facts):
            told = [e for e in event.merged.evidence if e.quote != claim.evidence.quote]
            sides = f"{' and '.join(sorted({e.article for e in told}))}, denied in {claim.evidence.article}"
            comment = f"{event.label}: told as a fact in {sides}."
            yield from [conflict((event,), "status", comment, (claim.evidence, *told))] if told else []


# ---------------------------------------------------------------- at which encounter


def in_occasion(events: Iterable[Event], entities: Mapping[str, Entity]) -> Iterator[Conflict]:
    """Agreements that two articles have reached at two encounters of different people."""
    by_id = {e.identifier: e for e in events}
    for event in by_id.values():
        told = [(a, o) for a in event.accounts if (o := _occasion_in(a, by_id)) is not None]
        for (one, first), (other, second) in combinations(told, 2):
            if _are_two_occasions(first, second, entities):
                comment = f"{event.label}: agreed {_at(first, one)}, {_at(second, other)}."
                yield conflict((event, first, second), "occasion", comment, (*one.evidence, *other.evidence))
                break


def _occasion_in(account: Account, events: Mapping[str, Event]) -> Event | None:
    """Where an article has something agreed; at the one meeting that it names, where its words may mean several."""
    event = events.get(account.occasion or "")
    if event is None or not event.may_be:
        return event
    named = [events[i] for i in event.may_be if account.article in {a.article for a in events[i].accounts}]
    return named[0] if len(named) == 1 else None


def _at(occasion: Event, account: Account) -> str:
    meant = "" if account.occasion == occasion.identifier else ", if it means the one that it names"
    return f"at “{occasion.label}” in {account.article}{meant}"


def _are_two_occasions(one: Event, other: Event, entities: Mapping[str, Entity]) -> bool:
    """Whether two encounters are of different people, and near enough in time to be taken for each other."""
    x, y = _actors(one.merged), _actors(other.merged)
    named = all(a.startswith("person/") for a in x | y)
    states = [{state_of(a, entities) for a in actors} for actors in (x, y)]
    near = _may_be_near(one.merged.interval, other.merged.interval)
    return named and x != y and states[0] == states[1] and near


def _may_be_near(x: Interval | None, y: Interval | None) -> bool:
    return x is not None and y is not None and gap(x, y) <= SAME_OCCASION


# ---------------------------------------------------------------- how often


def in_number(events: Iterable[Event]) -> Iterator[Conflict]:
    """Several encounters told at once, where the only one that the text names is of another time by the others."""
    told: dict[object, list[tuple[Event, Account]]] = defaultdict(list)
    for event in events:
        for account in event.accounts:
            told[_what(event, account)].append((event, account))
    for group in told.values():
        for many, account in (found for found in group if found[0].several):
            named = [(e, a) for e, a in group if not e.several and _lies_in(a.interval, account.interval)]
            if len(named) == 1 and account.status is Status.HELD:
                yield from _miscounted(many, account, *named[0])


def _what(event: Event, account: Account) -> object:
    """By which article, of which kind and people an account is, and where a journey leads."""
    family = FAMILY.get(event.kind, event.kind)
    return account.article, family, _actors(account)


def _miscounted(many: Event, account: Account, single: Event, own: Account) -> Iterator[Conflict]:
    """The contradiction, if the others have the single encounter at another time."""
    preferred, told = single.merged.interval, own.interval
    if preferred is None or told is None or _lies_in(preferred, account.interval):
        return
    others = [a for a in single.accounts if a.article != own.article and _lies_in(a.interval, preferred)]
    comment = (
        f"{many.label}: {account.article} tells of several, but the only one that it names, of {told.edtf}, "
        f"was in {preferred.edtf} by {' and '.join(a.article or '' for a in others)}."
    )
    sides = (*account.evidence, *own.evidence, *(e for a in others for e in a.evidence))
    yield from [conflict((many, single), "number", comment, sides, single.preferences)] if others else []


def _lies_in(time: Interval | None, frame: Interval | None) -> bool:
    return time is not None and frame is not None and not gap(time, frame)


def _actors(account: Account) -> frozenset[str]:
    return frozenset(a.entity for a in account.arguments if a.role in ACTORS)
