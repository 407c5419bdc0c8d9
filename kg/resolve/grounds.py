"""Why accounts are taken for one event, and why the merged event follows one of them where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from kg.model import Account, Entity, Event, Interval
from kg.resolve.reports import FAMILY, PLACE_ROLES, known_summits, state_of

WHO = {"Visit": "visitor", "Agreement": "parties", "Relation": "two sides", "Interaction": "two sides"}


def merge_reasons(event: Event, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """For each further article a sentence that says what it has in common with the first."""
    first, *others = sorted(
        event.accounts, key=lambda a: (_is_apart(a, event.merged), not a.interval, a.article or "")
    )
    return tuple(_reason(event, first, other, entities) for other in others)


def _reason(event: Event, first: Account, other: Account, entities: Mapping[str, Entity]) -> str:
    family = FAMILY.get(event.kind, event.kind)
    common = [_who(family, first, other), _when(first, other), _where(first, other, entities)]
    if family == "Agreement":
        common.append("the same name or matters")
    common += [f"known as the {name}" for name in event.alt_labels if name in known_summits()]
    told = f"{first.article} and {other.article} tell of one event: "
    return told + "; ".join(part for part in common if part) + "."


def _who(family: str, first: Account, other: Account) -> str:
    name = WHO.get(family, "participants")
    if _actors(first) == _actors(other):
        return f"the same {name}"
    return f"the same {name} as far as each names them"


def _when(first: Account, other: Account) -> str:
    x, y = first.interval, other.interval
    if x is None or y is None:
        told = x or y
        return f"{told.edtf} in one, untold in the other" if told else ""
    if x == y:
        return f"{x.edtf} in both"
    if x.edtf[4:] == y.edtf[4:]:
        return f"{x.edtf} against {y.edtf}, the same but for the year"
    if _are_apart(x, y):
        return f"{x.edtf} and {y.edtf}, days of one stay"
    return f"{x.edtf} agrees with {y.edtf}"


def _where(first: Account, other: Account, entities: Mapping[str, Entity]) -> str:
    x, y = _places(first), _places(other)
    shared = x & y or {state_of(p, entities) for p in x} & {state_of(p, entities) for p in y}
    labels = sorted(entities[p].label for p in shared if p in entities)
    return f"{' and '.join(labels)} in both" if labels else ""


def preferences(event: Event) -> tuple[str, ...]:
    """For each time or status that an article has otherwise, a sentence on why the merged event does not."""
    return tuple(sorted({*_preferred_times(event), *_preferred_statuses(event)}))


def _preferred_times(event: Event) -> Iterator[str]:
    merged = event.merged.interval
    if merged is None:
        return
    agreeing = [a for a in event.accounts if a.interval and not _are_apart(a.interval, merged)]
    for account in event.accounts:
        if account.interval and _are_apart(account.interval, merged):
            same = [a for a in event.accounts if a.interval == account.interval]
            why = f"{_articles(agreeing)} against {_articles(same)} tell it so"
            if len(agreeing) == len(same):
                why = "other articles have the same people there at that time"
            yield f"{merged.edtf} rather than {account.interval.edtf}: {why}."


def _preferred_statuses(event: Event) -> Iterator[str]:
    chosen = event.merged.status
    for status in sorted({s.status for s in event.stages} - {chosen}):
        yield f"{chosen.lower()} rather than {status.lower()}: what is told as further on is the better founded."


def _articles(accounts: Sequence[Account]) -> str:
    count = len({a.article for a in accounts})
    return "one article" if count == 1 else f"{count} articles"


def _is_apart(account: Account, merged: Account) -> bool:
    return bool(account.interval and merged.interval and _are_apart(account.interval, merged.interval))


def _are_apart(x: Interval, y: Interval) -> bool:
    return max(y.earliest - x.latest, x.earliest - y.latest) > timedelta(0)


def _actors(account: Account) -> frozenset[str]:
    return frozenset(a.entity for a in account.arguments if a.role not in PLACE_ROLES)


def _places(account: Account) -> frozenset[str]:
    return frozenset(a.entity for a in account.arguments if a.role in PLACE_ROLES)
