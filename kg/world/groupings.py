"""Words for several countries at once ("the Koreas", "Western", "Sino-Russian"): never one country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.world.surfaces import index_surfaces, surface_key
from kg.world.tables import Entry, entries, read_table

FILE = "groupings.toml"


@dataclass(frozen=True, slots=True)
class Grouping:
    """A word for several countries, with its members' ISO3 codes where everybody would name the same ones."""

    name: str
    names: tuple[str, ...]
    members: tuple[str, ...]
    weak: frozenset[str]


@cache
def groupings() -> tuple[Grouping, ...]:
    """Every word for several countries, in the order of the file."""
    return tuple(_grouping(entry) for entry in entries(FILE, read_table(FILE)))


@cache
def grouping_names() -> Mapping[str, tuple[Grouping, ...]]:
    """Every surface form, as `surface_key` writes it, with the groupings that it may name."""
    return index_surfaces((name, group) for group in groupings() for name in (group.name, *group.names))


def find_grouping(surface: str) -> Grouping | None:
    """The grouping that a surface form names, or none."""
    return next(iter(grouping_names().get(surface_key(surface), ())), None)


def _grouping(entry: Entry) -> Grouping:
    entry.only("names", "adjectives", "members", "weak")
    names = (*entry.texts("names"), *entry.texts("adjectives"))
    weak = frozenset(entry.texts("weak"))
    if stray := sorted(weak - {entry.key, *names}):
        raise entry.error(f"calls {stray} weak, which it does not list among its names")
    return Grouping(entry.key, names, entry.texts("members"), weak)
