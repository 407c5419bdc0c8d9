"""What is true of the world: countries, places, organisations, offices, names and agreements, as data.

The data stand in the `.toml` files of this folder, which need no Python to read or mend; each
loads on first use.
"""

from kg.world.agreements import (
    AgreementKind,
    KnownAgreement,
    agreement_names,
    agreement_senses,
    agreements,
    find_agreement,
)
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
from kg.world.groupings import Grouping, find_grouping, grouping_names, groupings
from kg.world.name_patterns import HeadWord, agreement_heads, organization_heads, place_heads
from kg.world.names import (
    Gender,
    descent_particles,
    family_first,
    family_first_at_home,
    family_names,
    given_names,
    hyphenated_particles,
    leading_particles,
    name_particles,
    name_suffixes,
    single_name_countries,
    weak_family_names,
    weak_given_names,
)
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
    "AgreementKind",
    "Country",
    "CountryKind",
    "CountryName",
    "Gender",
    "Grouping",
    "HeadWord",
    "KnownAgreement",
    "Level",
    "NameKind",
    "OfficeHead",
    "Organization",
    "OrganizationKind",
    "Place",
    "PlaceKind",
    "agreement_heads",
    "agreement_names",
    "agreement_senses",
    "agreements",
    "ambiguous_honorifics",
    "countries",
    "country_names",
    "country_senses",
    "descent_particles",
    "family_first",
    "family_first_at_home",
    "family_names",
    "find_agreement",
    "find_country",
    "find_grouping",
    "find_office",
    "find_organization",
    "find_place",
    "given_names",
    "grouping_names",
    "groupings",
    "honorifics",
    "hyphenated_particles",
    "leading_particles",
    "name_particles",
    "name_suffixes",
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
    "single_name_countries",
    "surface_key",
    "weak_family_names",
    "weak_given_names",
]
