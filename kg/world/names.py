"""Personal names: their order, particles and suffixes, and the common family and given names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from kg.world.tables import Entry, sections

FILE = "names.toml"
SECTIONS = ("order", "particles", "suffixes", "family", "given")


class Gender(StrEnum):
    """Which pronoun a given name leads one to expect."""

    FEMALE = "female"
    MALE = "male"


def family_first() -> frozenset[str]:
    """The ISO3 codes of the countries whose people English news names family name first."""
    return _words("order", "family_first")


def family_first_at_home() -> frozenset[str]:
    """Those that put the family name first at home, while English news mostly does not."""
    return _words("order", "family_first_at_home")


def single_name_countries() -> frozenset[str]:
    """The ISO3 codes of the countries where many have no family name."""
    return _words("order", "single_name")


def name_particles() -> frozenset[str]:
    """Lower-case words that stand inside a name ("bin", "von")."""
    return _words("particles", "words")


def leading_particles() -> frozenset[str]:
    """Particles that may begin a family name ("de Gaulle")."""
    return _words("particles", "leading")


def descent_particles() -> frozenset[str]:
    """Particles before the father's name in Arabic ("bin", "ould")."""
    return _words("particles", "descent")


def hyphenated_particles() -> frozenset[str]:
    """Particles that a hyphen joins to the name behind them ("al-Assad")."""
    return _words("particles", "hyphenated")


def name_suffixes() -> frozenset[str]:
    """What may follow a name ("Jr.", "II")."""
    return _words("suffixes", "words")


@cache
def family_names() -> Mapping[str, frozenset[str]]:
    """Common family names by language ("korean" → Kim, Pak …)."""
    family = _table()["family"]
    return {language: frozenset(family.texts(language)) for language in family.fields if language != "weak"}


def weak_family_names() -> frozenset[str]:
    """Family names that are words too ("He", "In", "Park")."""
    return _words("family", "weak")


@cache
def given_names() -> Mapping[str, Gender | None]:
    """Common given names with the gender that they tell, where they tell one."""
    given = _table()["given"]
    either = dict.fromkeys(given.texts("either"))
    told = {name: gender for gender in Gender for name in given.texts(gender.value)}
    return {**told, **either}


def weak_given_names() -> frozenset[str]:
    """Given names that are words, places or titles too ("Will", "May", "Sultan")."""
    return _words("given", "weak")


@cache
def _words(section: str, field: str) -> frozenset[str]:
    return frozenset(_table()[section].texts(field))


@cache
def _table() -> Mapping[str, Entry]:
    return {name: Entry(FILE, name, section) for name, section in sections(FILE, SECTIONS)}
