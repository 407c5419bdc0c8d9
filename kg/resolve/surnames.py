"""Surnames alone that an encounter gives a full name.

A text that says no more than "Kim" tells of his message to Xi; another has Kim Jong Un exchange messages with Xi
at that time, and nobody else of the surname does; or has him visit the same state. What the text itself calls by
full name stays what it is, and who was decided to be different stays so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from kg.extract.name_parts import DESCENT, name_parts
from kg.extract.short_names import has_regnal_name
from kg.model import Comparison, Entity, EntityKind, Reading, Verdict
from kg.resolve.entities import Identities
from kg.resolve.likeness import Match, are_of_one_time, match_times
from kg.resolve.reports import Report, find_reports, state_of

Pair = frozenset[str]
"""Two persons."""

ENCOUNTERS = frozenset({"Meeting", "Call", "MessageExchange"})

Company = tuple[str, frozenset[str]]
"""A kind of encounter, and who else took part; of a journey the state that it led to."""


def with_surnames(identities: Identities, readings: Sequence[Reading]) -> Identities:
    """The identities, surnames alone as the one person who met the same people at that time."""
    apart = _told_apart(identities.comparisons)
    named = dict(_named(identities, readings, apart))
    found = _without_quarrels(named, apart)
    if not found:
        return identities
    of_referent = {standing: found.get(e, e) for standing, e in identities.of_referent.items()}
    entities = {i: e for i, e in identities.entities.items() if i not in found}
    for surname, full in sorted(found.items()):
        entities[full] = _joined(entities[full], identities.entities[surname])
    comparisons = tuple(_renamed(comparison, found) for comparison in identities.comparisons)
    return replace(identities, of_referent=of_referent, entities=entities, comparisons=comparisons)


def _told_apart(comparisons: Iterable[Comparison]) -> Set[Pair]:
    return {frozenset(c.concerns) for c in comparisons if c.verdict is Verdict.DIFFERENT}


def _without_quarrels(found: Mapping[str, str], apart: Iterable[Pair]) -> Mapping[str, str]:
    """The surnames with their persons, but for those that one person would join and a decision tells apart."""
    torn = {
        surname
        for pair in apart
        if len({found.get(p, p) for p in pair}) == 1
        for surname in pair
        if surname in found
    }
    return {surname: full for surname, full in found.items() if surname not in torn}


def _renamed(comparison: Comparison, found: Mapping[str, str]) -> Comparison:
    """A comparison, surnames that have found their person under his or her identifier."""
    return replace(comparison, concerns=tuple(found.get(p, p) for p in comparison.concerns))


def _named(
    identities: Identities, readings: Sequence[Reading], apart: Set[Pair]
) -> Iterator[tuple[str, str]]:
    """Each surname alone with the one person that all its encounters allow, and no decision forbids."""
    entities = identities.entities
    company: dict[Company, list[tuple[str, Report]]] = defaultdict(list)
    alone: dict[str, list[tuple[Company, Report]]] = defaultdict(list)
    reports = find_reports(readings, identities)
    for report in (r for r in reports if r.persons == len(r.actors) and _tells_of_company(r)):
        for actor in report.actors:
            beside = report.family, report.actors - {actor} or _states(report, entities)
            company[beside].append((actor, report))
            if _is_alone(entities.get(actor)):
                alone[actor].append((beside, report))
    articles = _articles(identities) if alone else {}
    regnal = _regnal(identities, readings) if alone else frozenset()
    for surname, met in sorted(alone.items()):
        fitting = {
            full
            for beside, report in met
            for full, other in company[beside]
            if frozenset((surname, full)) not in apart
            and _fits(entities, surname, full, surname in regnal)
            and _may_be_one(report, other)
        }
        if len(fitting) == 1:
            full = fitting.pop()
            if articles[full].isdisjoint(report.article.identifier for _, report in met):
                yield surname, full


def _tells_of_company(report: Report) -> bool:
    """Whether a report tells whom somebody met or wrote to, or where and when somebody went alone."""
    if report.family == "Visit":
        return len(report.actors) == 1 and report.time is not None and bool(report.places)
    return report.family in ENCOUNTERS and len(report.actors) > 1


def _states(report: Report, entities: Mapping[str, Entity]) -> frozenset[str]:
    return frozenset(state_of(place, entities) for place in report.places)


def _is_alone(entity: Entity | None) -> bool:
    return entity is not None and entity.kind is EntityKind.PERSON and len(name_parts(entity.label)) == 1


def _regnal(identities: Identities, readings: Iterable[Reading]) -> Set[str]:
    """Who is called by a given or a regnal name: "King Letsie"."""
    return {
        identities.of(reading.article, referent.key)
        for reading in readings
        for referent in reading.referents
        if referent.kind is EntityKind.PERSON and has_regnal_name(referent)
    }


def _fits(entities: Mapping[str, Entity], surname: str, full: str, regnal: bool) -> bool:
    """Whether a full name has the surname at one of its ends, and no other state stands against it.

    A regnal name stands at the front; what stands behind "bin" is the father's.
    """
    one, other = entities[surname], entities.get(full)
    if other is None or other.kind is not EntityKind.PERSON:
        return False
    parts = name_parts(other.label)
    state = one.country is None or other.country is None or one.country == other.country
    if len(parts) < 2:
        return False
    ends = {parts[0]} if regnal or parts[-2] in DESCENT else {parts[0], parts[-1]}
    return name_parts(one.label)[0] in ends and state


def _may_be_one(a: Report, b: Report) -> bool:
    if a.family == "Visit":
        return match_times(a, b) is Match.SHARED
    return match_times(a, b) is not Match.CONTRARY and are_of_one_time(a, b)


def _articles(identities: Identities) -> Mapping[str, set[str]]:
    """The articles that name each entity."""
    found: dict[str, set[str]] = defaultdict(set)
    for (article, _), entity in identities.of_referent.items():
        found[entity].add(article)
    return found


def _joined(full: Entity, alone: Entity) -> Entity:
    """The person with the surname as one more name, and why."""
    why = "the same people were met or written to, or the same state was visited, at one time"
    reason = f"“{alone.label}” is taken for “{full.label}”: {why}."
    names = {*full.alt_labels, alone.label, *alone.alt_labels} - {full.label}
    return replace(
        full,
        alt_labels=tuple(sorted(names)),
        country=full.country or alone.country,
        reasons=tuple(dict.fromkeys((*full.reasons, reason))),
        evidence=tuple(sorted({*full.evidence, *alone.evidence})),
    )
