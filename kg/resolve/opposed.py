"""Statements about two states that exclude each other: one text's protector voted against the other in the next."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from pathlib import Path

from kg.model import Conflict, Event, Status
from kg.resolve.contradiction import conflict, gap

Ends = tuple[tuple[str, ...], tuple[str, ...]]
"""Who does it, and to whom."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two kinds of statement that exclude each other, by relation type or by the rule that read an act."""

    name: str
    one: frozenset[str]
    other: frozenset[str]
    words: str


def opposed(events: Iterable[Event]) -> Iterator[Conflict]:
    """For each two states and each pair of statements the first two that exclude each other."""
    by_ends: dict[Ends, list[Event]] = defaultdict(list)
    for event in events:
        if event.kind in {"Relation", "Interaction"} and event.merged.status is Status.HELD:
            by_ends[_ends(event)].append(event)
    for ends in sorted(by_ends):
        for pair in opposed_pairs():
            one, other = ([e for e in by_ends[ends] if _kinds(e) & kinds] for kinds in (pair.one, pair.other))
            found = (_conflict(pair, a, b) for a, b in product(one, other) if _exclude(a, b))
            yield from islice(found, 1)


def _exclude(a: Event, b: Event) -> bool:
    """Whether two statements of different articles may be of one time."""
    x, y = a.merged.interval, b.merged.interval
    apart = {s.article for s in a.accounts}.isdisjoint(s.article for s in b.accounts)
    return apart and not (x is not None and y is not None and gap(x, y))


def _conflict(pair: Pair, a: Event, b: Event) -> Conflict:
    articles = [", ".join(s.article or "" for s in e.accounts) for e in (a, b)]
    comment = f"{a.label} ({articles[0]}), and {b.label} ({articles[1]}): {pair.words}."
    return conflict((a, b), "relation", comment, (*a.merged.evidence, *b.merged.evidence))


def _ends(event: Event) -> Ends:
    merged = event.merged
    return (
        (*merged.fillers("source"), *merged.fillers("actor")),
        (*merged.fillers("target"), *merged.fillers("recipient")),
    )


def _kinds(event: Event) -> frozenset[str]:
    rules = {e.rule for e in event.merged.evidence} if event.kind == "Interaction" else set()
    return frozenset({event.relation_type or "", *rules} - {""})


@cache
def opposed_pairs() -> tuple[Pair, ...]:
    """The pairs of `opposed.toml`."""
    tables: Mapping[str, Mapping[str, list[str] | str]] = tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    )
    return tuple(
        Pair(name, frozenset(t["one"]), frozenset(t["other"]), str(t["words"])) for name, t in tables.items()
    )
