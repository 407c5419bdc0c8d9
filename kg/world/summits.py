"""Meetings of states that are known by their place; what the table says of days is never asserted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.world.tables import Entry, entries, sections

FILE = "summits.toml"


@dataclass(frozen=True, slots=True)
class KnownSummit:
    """A meeting of states that texts call by its place; the day serves to tell it from others there."""

    name: str
    places: frozenset[str]
    states: frozenset[str]
    day: date


@cache
def summits() -> tuple[KnownSummit, ...]:
    """Every such meeting, in the order of the file."""
    return tuple(
        _summit(entry) for _, section in sections(FILE, ["summit"]) for entry in entries(FILE, section)
    )


def find_summit(place: str, states: Iterable[str], written: date | None) -> KnownSummit | None:
    """The one meeting that a place names in a text of a day that speaks of some states (ISO3), or none."""
    named = frozenset(states)
    found = [
        s
        for s in summits()
        if place in s.places and s.states <= named and (written is None or s.day <= written)
    ]
    return found[0] if len(found) == 1 else None


def _summit(entry: Entry) -> KnownSummit:
    entry.only("place", "names", "states", "date")
    try:
        day = date.fromisoformat(entry.text("date"))
    except ValueError as error:
        raise entry.error("needs `date`, a day as YYYY-MM-DD") from error
    places = frozenset({entry.text("place"), *entry.texts("names")})
    return KnownSummit(entry.key, places, frozenset(entry.texts("states")), day)
