"""Countries and territories, living and gone, and the names by which English news calls them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from kg.world.surfaces import index_shouted, index_surfaces, surface_key
from kg.world.tables import Entry, entries, sections

FILE = "countries.toml"


class CountryKind(StrEnum):
    """What stands behind a country code."""

    STATE = "state"
    TERRITORY = "territory"
    HISTORIC = "historic"


class NameKind(StrEnum):
    """How a surface form names a country; the value of the first four is also the order of trust."""

    NAME = "name"
    ACRONYM = "acronym"
    DEMONYM = "demonym"
    PEOPLE = "people"
    CAPITAL = "capital"
    METONYM = "metonym"
    CONTEXTUAL = "contextual"


FIELDS = {
    "official": NameKind.NAME,
    "names": NameKind.NAME,
    "acronyms": NameKind.ACRONYM,
    "adjectives": NameKind.DEMONYM,
    "people": NameKind.PEOPLE,
    "capitals": NameKind.CAPITAL,
    "metonyms": NameKind.METONYM,
    "contextual": NameKind.CONTEXTUAL,
}


class CountryName(NamedTuple):
    """One sense of a surface form: the country, how it is named, and whether the form needs no context."""

    iso3: str
    kind: NameKind
    strong: bool


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory; `names` are its labels in the graph, `surfaces` every form with its kind."""

    iso3: str
    name: str
    kind: CountryKind
    wikidata: str | None
    standing: str | None
    parent: str | None
    since: int | None
    until: int | None
    successors: tuple[str, ...]
    capitals: tuple[str, ...]
    adjectives: tuple[str, ...]
    names: tuple[str, ...]
    surfaces: tuple[tuple[str, NameKind], ...]
    weak: frozenset[str]

    @property
    def alt_labels(self) -> tuple[str, ...]:
        """Its other usual and official names in English, without those that other countries share."""
        return tuple(name for name in self.names if name != self.name and name not in self.weak)


@cache
def countries() -> Mapping[str, Country]:
    """Every country and territory by its ISO3 code."""
    known = [kind.value for kind in CountryKind]
    found = (
        _country(entry, CountryKind(name))
        for name, section in sections(FILE, known)
        for entry in entries(FILE, section)
    )
    return {country.iso3: country for country in found}


@cache
def country_names() -> Mapping[str, tuple[CountryName, ...]]:
    """Every surface form, as `surface_key` writes it, with the countries that it may name."""
    return index_surfaces(_senses())


def country_senses(surface: str) -> tuple[CountryName, ...]:
    """What a surface form may name, exactly as written; longer forms also in a headline's capitals."""
    key = surface_key(surface)
    return country_names().get(key) or (_shouted().get(key, ()) if key.isupper() else ())


def find_country(surface: str) -> CountryName | None:
    """The one country that a surface form names without help from its context, or none."""
    senses = country_senses(surface)
    return senses[0] if senses and senses[0].strong and len({sense.iso3 for sense in senses}) == 1 else None


@cache
def _shouted() -> Mapping[str, tuple[CountryName, ...]]:
    return index_shouted(country_names())


def _senses() -> Iterator[tuple[str, CountryName]]:
    for country in countries().values():
        for surface, kind in country.surfaces:
            strong = surface not in country.weak and kind is not NameKind.CONTEXTUAL
            yield surface, CountryName(country.iso3, kind, strong)


def _country(entry: Entry, kind: CountryKind) -> Country:
    entry.only("name", "wikidata", "standing", "parent", "since", "until", "successors", "weak", *FIELDS)
    name, weak = entry.text("name"), entry.texts("weak")
    surfaces = ((name, NameKind.NAME), *((s, FIELDS[f]) for f in FIELDS for s in entry.texts(f)))
    stray = sorted(set(weak) - {surface for surface, _ in surfaces})
    if stray:
        raise entry.error(f"calls {stray} weak, which it does not list among its names")
    return Country(
        iso3=entry.key,
        name=name,
        kind=kind,
        wikidata=entry.optional_text("wikidata"),
        standing=entry.optional_text("standing"),
        parent=entry.optional_text("parent"),
        since=entry.year("since"),
        until=entry.year("until"),
        successors=entry.texts("successors"),
        capitals=entry.texts("capitals"),
        adjectives=entry.texts("adjectives"),
        names=tuple(s for s, k in surfaces if k in {NameKind.NAME, NameKind.ACRONYM}),
        surfaces=surfaces,
        weak=frozenset(weak),
    )
