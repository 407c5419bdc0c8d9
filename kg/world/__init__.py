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
from kg.world.surfaces import surface_key

__all__ = [
    "Country",
    "CountryKind",
    "CountryName",
    "NameKind",
    "countries",
    "country_names",
    "country_senses",
    "find_country",
    "surface_key",
]
