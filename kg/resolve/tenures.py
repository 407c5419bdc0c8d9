"""Positions and tenures: who held which office of which state, as far as the articles show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.identifiers import slug
from kg.model import Evidence, Position, Reading, Tenure
from kg.resolve.entities import Identities


def resolve_tenures(
    readings: Sequence[Reading], identities: Identities
) -> tuple[tuple[Position, ...], tuple[Tenure, ...]]:
    """The positions that the texts name, and who held each, with every sentence that says so."""
    positions: dict[str, Position] = {}
    evidence: dict[tuple[str, str, bool], set[Evidence]] = defaultdict(set)
    for reading in readings:
        for referent in reading.referents:
            holder = identities.of(reading.article, referent.key)
            for office in referent.offices:
                position = _position(office.label, office.of)
                positions[position.identifier] = position
                sentence = next((s for s in referent.sentences if s.covers(office.span)), office.span)
                quote = sentence.of(reading.article.text)
                evidence[(holder, position.identifier, office.former)].add(
                    Evidence(reading.article.identifier, sentence, quote, "office")
                )
    tenures = [
        _tenure(holder, position, former, found) for (holder, position, former), found in evidence.items()
    ]
    return (
        tuple(sorted(positions.values(), key=lambda p: p.identifier)),
        tuple(sorted(tenures, key=lambda t: t.identifier)),
    )


def _position(label: str, of: str | None) -> Position:
    scope = slug(of.rpartition("/")[2]) if of else "unknown"
    return Position(f"position/{scope}/{slug(label)}", label, of)


def _tenure(holder: str, position: str, former: bool, evidence: set[Evidence]) -> Tenure:
    name = holder.removeprefix("person/")
    post = position.removeprefix("position/").replace("/", "-")
    identifier = f"tenure/{name}-{post}" + ("-former" if former else "")
    return Tenure(identifier, holder, position, None, former, tuple(sorted(evidence)))
