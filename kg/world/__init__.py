"""What is true of the world: countries, places, organisations, offices, names and agreements, as data.

The data stand in the `.toml` files of this folder, which need no Python to read or mend; each
loads on first use.
"""

from kg.world.countries import (
    Country,
    CountryKind,
    CountryName,
    NameKind,
    countries,
    country_names,
    country_senses,
    find_country,
)
from kg.world.name_patterns import HeadWord, agreement_heads, organization_heads, place_heads
from kg.world.office_labels import normalize_office
from kg.world.offices import (
    Level,
    OfficeHead,
    ambiguous_honorifics,
    find_office,
    honorifics,
    office_heads,
    office_level,
    office_modifiers,
    plural_heads,
)
from kg.world.organizations import (
    Organization,
    OrganizationKind,
    find_organization,
    organization_names,
    organization_senses,
    organizations,
)
from kg.world.places import Place, PlaceKind, find_place, place_names, place_senses, places
from kg.world.surfaces import surface_key

__all__ = [
    "Country",
    "CountryKind",
    "CountryName",
    "HeadWord",
    "Level",
    "NameKind",
    "OfficeHead",
    "Organization",
    "OrganizationKind",
    "Place",
    "PlaceKind",
    "agreement_heads",
    "ambiguous_honorifics",
    "countries",
    "country_names",
    "country_senses",
    "find_country",
    "find_office",
    "find_organization",
    "find_place",
    "honorifics",
    "normalize_office",
    "office_heads",
    "office_level",
    "office_modifiers",
    "organization_heads",
    "organization_names",
    "organization_senses",
    "organizations",
    "place_heads",
    "place_names",
    "place_senses",
    "places",
    "plural_heads",
    "surface_key",
]
