"""Offices that one state alone calls so, usual ones that a state does not have, those of one holder at a time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

from kg.world.tables import Entry, read_table

FILE = "sole_offices.toml"


@cache
def sole_offices() -> Mapping[str, tuple[str, ...]]:
    """The labels of such offices by ISO3."""
    return _offices("sole")


@cache
def lacking_offices() -> Mapping[str, tuple[str, ...]]:
    """The labels of usual offices that a state does not have, by ISO3."""
    return _offices("lacking")


@cache
def meeting_grounds() -> frozenset[str]:
    """Names of places where states meet on foreign ground."""
    entry = Entry(FILE, "grounds", cast(Mapping[str, object], read_table(FILE)["grounds"]))
    return frozenset(entry.texts("places"))


@cache
def offices_of_bodies() -> tuple[str, ...]:
    """The ends of the labels of offices that bodies have, not states."""
    entry = Entry(FILE, "bodies", cast(Mapping[str, object], read_table(FILE)["bodies"]))
    return entry.texts("offices")


@cache
def single_offices() -> frozenset[str]:
    """The labels of offices of which each state has one holder at a time."""
    return frozenset(
        Entry(FILE, "single", cast(Mapping[str, object], read_table(FILE)["single"])).texts("labels")
    )


@cache
def is_single(label: str) -> bool:
    """Whether an office has one holder at a time, so that its holders succeed each other."""
    entry = Entry(FILE, "succession", cast(Mapping[str, object], read_table(FILE)["succession"]))
    held_alone = label in single_offices() or label in entry.texts("labels")
    return held_alone or label.startswith(tuple(f"{head} " for head in entry.texts("heads")))


def _offices(section: str) -> Mapping[str, tuple[str, ...]]:
    table = read_table(FILE)[section]
    entry = Entry(FILE, section, cast(Mapping[str, object], table))
    return {iso3: entry.texts(iso3) for iso3 in entry.fields}
