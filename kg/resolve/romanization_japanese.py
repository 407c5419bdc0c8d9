"""Japanese names in Hepburn, Kunrei and their variants, with or without long vowels, in either order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.resolve.romanization import letters
from kg.world.tables import Entry, read_table

FILE = "romanization.toml"
LONG_VOWELS = re.compile(r"ou|oo|oh(?![aeiouy])|uu")


@lru_cache(maxsize=65536)
def read_japanese(name: str) -> tuple[tuple[str, ...], ...]:
    """The two words of a name in one plain romanisation, sorted; nothing where a word is no Japanese."""
    words = tuple(sorted(_plain(word) for word in letters(name).replace(",", " ").split()))
    if len(words) != 2 or not all(_word().fullmatch(word) for word in words):
        return ()
    return (words,)


def same_japanese(first: tuple[str, ...], second: tuple[str, ...]) -> str | None:
    """The two words without long vowels, if both names have the same."""
    return " ".join(word.capitalize() for word in first) if first == second else None


def japanese_keys(reading: tuple[str, ...]) -> Iterator[str]:
    """The blocking key of a reading."""
    yield f"ja:{'+'.join(reading)}"


def _plain(word: str) -> str:
    """Hepburn without long vowels; m before b, p and m is n, tch is cch."""
    word = word.replace("'", "").replace("-", "").replace("tch", "cch")
    word = LONG_VOWELS.sub(lambda m: m[0][0], word)
    word = re.sub(r"m(?=[bpm])", "n", word)
    return _kunrei().sub(lambda m: _hepburn().text(m[0]), word)


@cache
def _kunrei() -> re.Pattern[str]:
    """Kunrei syllables, where they are no part of a Hepburn one ("hu" in "shu")."""
    forms = sorted(_hepburn().fields, key=lambda f: (-len(f), f))
    return re.compile(rf"(?<![cst])(?:{'|'.join(forms)})")


@cache
def _word() -> re.Pattern[str]:
    consonants = sorted(_japanese("morae").texts("consonants"), key=lambda c: (-len(c), c))
    return re.compile(rf"(?:(?:([kgsztdbpc])(?=\1))?(?:{'|'.join(consonants)})?[aiueo]|n(?![aiueoy]))+")


def _hepburn() -> Entry:
    return _japanese("hepburn")


@cache
def _japanese(section: str) -> Entry:
    japanese = read_table(FILE)["japanese"]
    assert isinstance(japanese, dict)
    return Entry(FILE, f"japanese.{section}", japanese[section])
