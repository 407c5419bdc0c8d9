"""Positions and tenures: who held which office of which state, as far as the articles show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.identifiers import slug
from kg.model import Entity, Evidence, Office, Position, Reading, Referent, Tenure
from kg.resolve.entities import Identities

Held = tuple[str, str, str]
"""A person, the label of an office, and whose it is."""


class Holding(NamedTuple):
    """One text's word that somebody holds an office."""

    holder: str
    office: Office
    evidence: Evidence


def resolve_tenures(
    readings: Sequence[Reading], identities: Identities
) -> tuple[tuple[Position, ...], tuple[Tenure, ...]]:
    """The positions that the texts name, and who held each, with every sentence that says so."""
    holdings = [h for r in readings for h in _holdings(r, identities)]
    stated = {(h.holder, h.office.label, h.office.of) for h in holdings if h.office.of is not None}
    positions: dict[str, Position] = {}
    evidence: dict[tuple[str, str, bool], set[Evidence]] = defaultdict(set)
    for holder, office, found in holdings:
        position = _position(
            office.label, office.of or _whose(holder, office.label, stated, identities.entities)
        )
        positions[position.identifier] = position
        evidence[(holder, position.identifier, office.former)].add(found)
    tenures = (_tenure(*held, found) for held, found in evidence.items())
    return (
        tuple(positions[i] for i in sorted(positions)),
        tuple(sorted(tenures, key=lambda t: t.identifier)),
    )


def _holdings(reading: Reading, identities: Identities) -> Iterator[Holding]:
    for referent in reading.referents:
        for office in referent.offices:
            holder = identities.of(reading.article, referent.key)
            whose = identities.of(reading.article, office.of) if office.of is not None else None
            yield Holding(holder, replace(office, of=whose), _evidence(reading, referent, office))


def _evidence(reading: Reading, referent: Referent, office: Office) -> Evidence:
    """The sentence that names the office."""
    sentence = next((s for s in referent.sentences if s.covers(office.span)), office.span)
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


def _tenure(holder: str, position: str, former: bool, evidence: set[Evidence]) -> Tenure:
    name = holder.removeprefix("person/")
    post = position.removeprefix("position/").replace("/", "-")
    identifier = f"tenure/{name}-{post}" + ("-former" if former else "")
    return Tenure(identifier, holder, position, None, former, tuple(sorted(evidence)))
