"""Positions and tenures: who held which office of which state, from when to when as far as the articles show it.

A text has somebody in office on the day it was written, or on the day of the past event that its sentence tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from kg.identifiers import slug
from kg.model import Entity, Evidence, Office, Position, Reading, Referent, Span, Tenure
from kg.resolve.entities import Identities
from kg.resolve.likeness import MONTH
from kg.resolve.reports import days_of
from kg.world.sole_offices import is_single

Held = tuple[str, str, str]
"""A person, the label of an office, and whose it is."""
Days = tuple[date, date]

STATE = "country/"


class Holding(NamedTuple):
    """One text's word that somebody holds an office, and on which days it has him or her in it."""

    holder: str
    office: Office
    evidence: Evidence
    days: Days | None


def resolve_tenures(
    readings: Sequence[Reading], identities: Identities
) -> tuple[tuple[Position, ...], tuple[Tenure, ...]]:
    """The positions that the texts name, and who held each, with every sentence that says so."""
    holdings = [h for r in readings for h in _holdings(r, identities)]
    stated = {(h.holder, h.office.label, h.office.of) for h in holdings if h.office.of is not None}
    positions: dict[str, Position] = {}
    told: dict[tuple[str, str, bool], list[Holding]] = defaultdict(list)
    for holding in holdings:
        holder, office = holding.holder, holding.office
        whose = office.of or _whose(holder, office.label, stated, identities.entities)
        position = _position(office.label, whose)
        positions[position.identifier] = position
        told[(holder, position.identifier, office.former)].append(holding)
    tenures = [_tenure(*held, found) for held, found in told.items()]
    ordered = _in_succession(_ended(tenures), positions)
    return (
        tuple(positions[i] for i in sorted(positions)),
        tuple(sorted(ordered, key=lambda t: t.identifier)),
    )


def _holdings(reading: Reading, identities: Identities) -> Iterator[Holding]:
    for referent in reading.referents:
        for office in referent.offices:
            holder = identities.of(reading.article, referent.key)
            whose = _owner(reading, referent, office, identities)
            sentence = next((s for s in referent.sentences if s.covers(office.span)), office.span)
            told = _evidence(reading, sentence)
            yield Holding(holder, replace(office, of=whose), told, _days(reading, referent, sentence))


def _owner(reading: Reading, referent: Referent, office: Office, identities: Identities) -> str | None:
    """Whose an office is; of a person whom one article puts to a wrong state that of the right one."""
    if office.of is None:
        return None
    holder = identities.entities.get(identities.of(reading.article, referent.key))
    home = holder.country if holder is not None else None
    misplaced = (
        office.of == referent.country and office.of.startswith(STATE) and (home or "").startswith(STATE)
    )
    return home if misplaced else identities.of(reading.article, office.of)


def _days(reading: Reading, referent: Referent, sentence: Span) -> Days | None:
    """On which days a sentence has its person in office: those of the past event it tells, else the text's own.

    None where the event is not told to the month, or the text is of no known day.
    """
    written = reading.article.creation_time
    told = [
        m.interval
        for m in reading.events
        if m.sentence == sentence and m.interval and any(a.entity == referent.key for a in m.arguments)
    ]
    past = [i for i in told if written is None or i.earliest <= written]
    exact = sorted((i for i in past if days_of(i) <= MONTH), key=lambda i: (days_of(i), i.earliest))
    if exact:
        return exact[0].earliest, min(exact[0].latest, written or exact[0].latest)
    return (written, written) if written and not past else None


def _evidence(reading: Reading, sentence: Span) -> Evidence:
    """The sentence that names the office."""
    return Evidence(reading.article.identifier, sentence, sentence.of(reading.article.text), "office")


def _whose(holder: str, label: str, stated: set[Held], entities: Mapping[str, Entity]) -> str | None:
    """Whose an office is that a text leaves open: as another sentence has it, else the holder's state."""
    told = {of for person, office, of in stated if (person, office) == (holder, label)}
    if told:
        return told.pop() if len(told) == 1 else None
    return entities[holder].country if holder in entities else None


def _position(label: str, of: str | None) -> Position:
    scope = slug(of.rpartition("/")[2]) if of else "unknown"
    return Position(f"position/{scope}/{slug(label)}", label, of)


def _tenure(holder: str, position: str, former: bool, told: Sequence[Holding]) -> Tenure:
    name = holder.removeprefix("person/")
    post = position.removeprefix("position/").replace("/", "-")
    identifier = f"tenure/{name}-{post}" + ("-former" if former else "")
    days = [day for h in told if h.days is not None for day in h.days]
    evidence = tuple(sorted({h.evidence for h in told}))
    return Tenure(
        identifier,
        holder,
        position,
        None,
        former,
        evidence,
        attested=(min(days), max(days)) if days and not former else None,
        ended_by=min(days) if days and former else None,
    )


# ---------------------------------------------------------------- the end, and who came next


def _ended(tenures: Sequence[Tenure]) -> Iterator[Tenure]:
    """The tenures; one that is later told as former ended by then."""
    former = {(t.holder, t.position): t.ended_by for t in tenures if t.former}
    for tenure in tenures:
        ended = former.get((tenure.holder, tenure.position))
        over = ended is not None and tenure.attested is not None and ended > tenure.attested[1]
        yield replace(tenure, ended_by=ended) if over and not tenure.former else tenure


def _in_succession(tenures: Iterable[Tenure], positions: Mapping[str, Position]) -> Iterator[Tenure]:
    """The tenures, those of an office of one holder at a time with whoever came next."""
    by_position: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        by_position[tenure.position].append(tenure)
    for position, held in by_position.items():
        yield from _succeeded(held) if is_single(positions[position].label) else held


def _succeeded(held: Sequence[Tenure]) -> Iterator[Tenure]:
    """The tenures of one office; none with a successor where two overlap, for then one of them is misread."""
    current = sorted((t for t in held if t.attested), key=lambda t: (t.attested, t.identifier))
    spans = [t.attested for t in current if t.attested]
    apart = all(before[1] < after[0] for before, after in pairwise(spans))
    following = {one.identifier: other for one, other in pairwise(current)} if apart else {}
    for tenure in held:
        after = following.get(tenure.identifier)
        if after is None or after.attested is None:
            yield tenure
            continue
        ended = min(filter(None, (tenure.ended_by, after.attested[0])))
        yield replace(tenure, ended_by=ended, succeeded_by=after.identifier)
