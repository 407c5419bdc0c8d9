"""Offices that one state alone calls so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.world.tables import Entry, read_table

FILE = "sole_offices.toml"


@cache
def sole_offices() -> Mapping[str, tuple[str, ...]]:
    """The labels of such offices by ISO3."""
    table = read_table(FILE)
    entry = Entry(FILE, "offices", table)
    return {iso3: entry.texts(iso3) for iso3 in table}
