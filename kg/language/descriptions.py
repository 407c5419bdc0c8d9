"""What the world's data say of the countries, bodies and places that it has, by identifier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.identifiers import slug
from kg.model import EntityKind
from kg.world.countries import Country, NameKind, countries
from kg.world.organizations import Organization, organizations
from kg.world.places import Place, places


@dataclass(frozen=True, slots=True)
class Description:
    """What the world's data say of an entity."""

    kind: EntityKind
    label: str
    alt_labels: tuple[str, ...] = ()
    country: str | None = None
    iso3: str | None = None
    wikidata: str | None = None
    state_media: bool = False


def country_key(country: Country) -> str:
    """The identifier of a country."""
    return f"country/{country.iso3}"


def organization_key(body: Organization) -> str:
    """The identifier of an organisation of the gazetteer."""
    return f"organization/{slug(body.name)}"


def place_key(place: Place) -> str:
    """The identifier of a place of the gazetteer: with its country where another place bears the name."""
    name = slug(place.name)
    alone = len(_places_by_slug()[name]) == 1
    return f"place/{name}" + ("" if alone or not place.country else f"-{place.country.lower()}")


@cache
def _places_by_slug() -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place in places():
        found[slug(place.name)].append(place)
    return {k: tuple(v) for k, v in found.items()}


def countries_described() -> dict[str, Description]:
    """The countries by identifier."""
    return {
        country_key(c): Description(
            EntityKind.COUNTRY, c.name, c.alt_labels, iso3=c.iso3, wikidata=c.wikidata
        )
        for c in countries().values()
    }


def organizations_described() -> dict[str, Description]:
    """The organisations by identifier."""
    return {
        organization_key(o): Description(
            EntityKind.ORGANIZATION,
            o.name,
            o.names,
            f"country/{o.country}" if o.country and _is_of_state(o) else None,
            wikidata=o.wikidata,
            state_media=o.state_media,
        )
        for o in organizations()
    }


def _is_of_state(body: Organization) -> bool:
    """Whether a body belongs to a state, not only in it: a private newspaper does not."""
    return body.state_media or not body.is_media


def places_described(cities: Mapping[Place, str]) -> dict[str, Description]:
    """The places by identifier."""
    return {
        key: Description(EntityKind.PLACE, p.name, p.names, f"country/{p.country}" if p.country else None)
        for p, key in cities.items()
    }


def capital_cities(cities: Mapping[Place, str]) -> dict[str, str]:
    """Each spelling of a capital with the city's identifier."""
    keys = {(name, p.country): key for p, key in cities.items() for name in (p.name, *p.names)}
    return {
        surface: keys.get((surface, c.iso3)) or keys.get((c.capitals[0], c.iso3)) or f"place/{slug(surface)}"
        for c in countries().values()
        for surface, kind in c.surfaces
        if kind is NameKind.CAPITAL
    }
