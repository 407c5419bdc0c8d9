"""One contradiction: what it concerns, in what, a sentence that tells it, and the sentence of each side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from kg.identifiers import digest
from kg.model import Conflict, Event, Evidence, Interval


def conflict(
    events: Sequence[Event],
    aspect: str,
    comment: str,
    sides: Sequence[Evidence],
    preferences: Sequence[str] = (),
) -> Conflict:
    """A contradiction about some events; its identifier rests on these, the aspect and the articles."""
    concerned = tuple(sorted(e.identifier for e in events))
    evidence = tuple(sorted(set(sides)))
    articles = sorted({e.article for e in evidence})
    name = f"conflict/{aspect}-{digest(*concerned, aspect, *articles)}"
    return Conflict(name, concerned, aspect, comment, evidence, tuple(preferences))


def gap(x: Interval, y: Interval) -> timedelta:
    """How far two times lie apart; nothing where they overlap."""
    return max(y.earliest - x.latest, x.earliest - y.latest, timedelta(0))
