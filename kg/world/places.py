"""Cities, regions, waters, islands and venues, with the country that each lies in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.world.surfaces import index_shouted, index_surfaces, surface_key
from kg.world.tables import Entry, entries, read_table, sections

CITIES = "cities.toml"
FILE = "places.toml"


class PlaceKind(StrEnum):
    """What sort of place a name denotes; the values are the sections of places.toml, and `city`."""

    CITY = "city"
    REGION = "region"
    STATE = "state"
    WATER = "water"
    ISLAND = "island"
    VENUE = "venue"
    BORDERLAND = "borderland"


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its other names, its country's ISO3 where one has it, and the names that need context."""

    name: str
    kind: PlaceKind
    country: str | None
    names: tuple[str, ...] = ()
    weak: frozenset[str] = frozenset()


@cache
def places() -> tuple[Place, ...]:
    """Every place: first the cities by country, then the rest by kind."""
    return (*_cities(), *_others())


@cache
def place_names() -> Mapping[str, tuple[Place, ...]]:
    """Every surface form, as `surface_key` writes it, with the places that it may name."""
    return index_surfaces((name, place) for place in places() for name in (place.name, *place.names))


def place_senses(surface: str) -> tuple[Place, ...]:
    """The places that a surface form may name, exactly as written; longer forms also in capitals."""
    key = surface_key(surface)
    return place_names().get(key) or (_shouted().get(key, ()) if key.isupper() else ())


def find_place(surface: str) -> Place | None:
    """The one place that a surface form names without help from its context, or none."""
    found = place_senses(surface)
    return found[0] if len(found) == 1 and is_strong(found[0], surface) else None


def is_strong(place: Place, surface: str) -> bool:
    """Whether this form names the place without help from its context."""
    weak = {surface_key(name).casefold() for name in place.weak}
    return not weak or surface_key(surface).casefold() not in weak


@cache
def _shouted() -> Mapping[str, tuple[Place, ...]]:
    return index_shouted(place_names())


def _cities() -> Iterator[Place]:
    table = dict(read_table(CITIES))
    weak = frozenset(Entry(CITIES, "weak", {"weak": table.pop("weak", [])}).texts("weak"))
    for country in entries(CITIES, table):
        for name in country.fields:
            names = country.texts(name)
            yield Place(name, PlaceKind.CITY, country.key, names, weak & {name, *names})


def _others() -> Iterator[Place]:
    for kind, section in sections(FILE, [k.value for k in PlaceKind if k is not PlaceKind.CITY]):
        for entry in entries(FILE, section):
            entry.only("country", "names", "weak")
            names, weak = entry.texts("names"), entry.texts("weak")
            if stray := sorted(set(weak) - {entry.key, *names}):
                raise entry.error(f"calls {stray} weak, which it does not list among its names")
            country = entry.optional_text("country")
            yield Place(entry.key, PlaceKind(kind), country, names, frozenset(weak))
