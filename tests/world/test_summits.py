"""Meetings known by their place: each is told from the others there."""

from __future__ import annotations

from datetime import date

import pytest

from kg.world.countries import countries
from kg.world.summits import find_summit, summits


def test_states_are_countries() -> None:
    known = set(countries())
    assert all(s.states <= known and len(s.states) > 1 for s in summits())


def test_names_are_told_once() -> None:
    names = [s.name for s in summits()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("place", "states", "written", "name"),
    [
        ("Geneva", {"RUS", "USA"}, date(2022, 1, 1), "Geneva summit of Biden and Putin"),
        ("Geneva", {"SUN", "USA"}, None, "Geneva summit of Reagan and Gorbachev"),
        # before it took place
        ("Geneva", {"RUS", "USA"}, date(2020, 1, 1), None),
        # one state is not enough
        ("Geneva", {"USA"}, None, None),
        # both fit
        ("Geneva", {"RUS", "SUN", "USA"}, None, None),
        ("Lima", {"CHN", "USA"}, date(2025, 1, 1), "Lima meeting of Biden and Xi"),
        ("Turin", {"CHN", "USA"}, None, None),
    ],
)
def test_find(place: str, states: set[str], written: date | None, name: str | None) -> None:
    found = find_summit(place, states, written)
    assert (found.name if found else None) == name
