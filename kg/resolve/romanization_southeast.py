"""Vietnamese and Burmese names: syllables written apart, with or without marks and honorifics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.world.names import family_names
from kg.world.surfaces import fold
from kg.world.tables import Entry, read_table

FILE = "name_forms.toml"
VIETNAMESE = re.compile(
    r"(?:ngh?|nh|th|tr|ch|ph|kh|gh|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)


@lru_cache(maxsize=65536)
def read_vietnamese(name: str) -> tuple[tuple[str, ...], ...]:
    """The syllables of a Vietnamese name without marks, the family name first; in Western order it stands last."""
    words = tuple(fold(name).split())
    if len(words) > 1 and words[0] not in _vietnamese_families():
        words = (words[-1], *words[:-1])
    if not 2 <= len(words) <= 5 or words[0] not in _vietnamese_families():
        return ()
    return (words,) if all(VIETNAMESE.fullmatch(word) for word in words) else ()


def same_vietnamese(first: tuple[str, ...], second: tuple[str, ...]) -> str | None:
    """The syllables without marks, if both names have the same."""
    return " ".join(word.capitalize() for word in first) if first == second else None


def is_part_of_vietnamese(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether the one is the other with a middle word left out."""
    short, full = sorted((first, second), key=len)
    return len(short) < len(full) and (short[0], short[-1]) == (full[0], full[-1]) and set(short) < set(full)


def vietnamese_keys(reading: tuple[str, ...]) -> Iterator[str]:
    """The blocking key of a reading."""
    yield f"vi:{'+'.join(reading)}"


@lru_cache(maxsize=65536)
def read_burmese(name: str) -> tuple[tuple[str, ...], ...]:
    """The syllables of a Burmese name, each in one spelling, without U and Daw before it."""
    words = tuple(fold(name).replace("-", " ").split())
    if len(words) > 1 and words[0] in _burmese_honorifics():
        words = words[1:]
    if not all(word in _burmese_syllables() for word in words):
        return ()
    return (tuple(_burmese_syllables()[word] for word in words),) if words else ()


def same_burmese(first: tuple[str, ...], second: tuple[str, ...]) -> str | None:
    """The fuller name, if the other is the same or the last two of its four syllables or more ("Suu Kyi")."""
    short, full = sorted((first, second), key=len)
    if short == full or (len(short) == 2 and len(full) > 3 and full[-2:] == short):
        return " ".join(word.capitalize() for word in full)
    return None


def is_part_of_burmese(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether the one is the end of the other."""
    short, full = sorted((first, second), key=len)
    return full[-len(short) :] == short


def burmese_keys(reading: tuple[str, ...]) -> Iterator[str]:
    """The blocking key of a reading: its last two syllables."""
    yield f"my:{'+'.join(reading[-2:])}"


@cache
def _vietnamese_families() -> frozenset[str]:
    return frozenset(fold(name) for name in family_names()["vietnamese"])


@cache
def _burmese_syllables() -> dict[str, str]:
    """Each spelling with the one that stands for it."""
    spellings = _table("burmese").fields["spellings"]
    assert isinstance(spellings, dict)
    variants = {form: syllable for syllable, forms in spellings.items() for form in forms}
    return {
        word: variants.get(word, word)
        for word in (*_table("burmese").texts("syllables"), *variants, *spellings)
    }


@cache
def _burmese_honorifics() -> frozenset[str]:
    return frozenset(_table("honorifics").texts("burmese"))


def _table(section: str) -> Entry:
    fields = read_table(FILE)[section]
    assert isinstance(fields, dict)
    return Entry(FILE, section, fields)
