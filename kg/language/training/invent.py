"""Made-up names of many languages, so that training meets names nobody knows."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from random import Random

from kg.world.countries import CountryKind, countries

_PART = re.compile(r"\{(\w+)\}")

Parts = dict[str, list[str]]


@cache
def name_parts() -> dict[str, Parts]:
    """The lists of name parts, by language."""
    text = resources.files(__package__).joinpath("names.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def country_names() -> tuple[str, ...]:
    """The short English names of the countries of the world."""
    states = (country for country in countries().values() if country.kind is CountryKind.STATE)
    return tuple(sorted(state.name for state in states))


def invent_name(label: str, random: Random) -> str:
    """Make up a name for an entity label; a place is a real country two times in five."""
    if label == "ORG":
        return _fill(name_parts()["organisations"], random.choice(["organisation"] * 4 + ["acronym"]), random)
    if label == "GPE" and random.random() < 0.4:
        return random.choice(country_names())
    languages = sorted(set(name_parts()) - {"organisations"})
    return _fill(name_parts()[random.choice(languages)], "person" if label == "PERSON" else "place", random)


def _fill(parts: Parts, kind: str, random: Random) -> str:
    """Draw a pattern of a kind and fill in its parts."""

    def draw(slot: re.Match[str]) -> str:
        part = random.choice(parts[slot[1].lower()])
        return part[:1].upper() + part[1:] if slot[1][0].isupper() else part

    pattern = random.choice(parts[kind])
    return _PART.sub(draw, pattern)
