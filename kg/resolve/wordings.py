"""The words by which texts tell what is agreed: one for synonyms, and those that any of them says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path


def in_plain_words(words: Iterable[str]) -> frozenset[str]:
    """Words without number, one for synonyms."""
    single = (_singular(word) for word in words)
    return frozenset(_synonyms().get(word, word) for word in single)


def by_stem(words: Iterable[str]) -> frozenset[str]:
    """Words without the endings that make nouns and adjectives of one another ("friendly", "friendship")."""
    return frozenset(_synonyms().get(stem, stem) for stem in map(_stem, words))


def said_in_every_pledge() -> frozenset[str]:
    """What of itself tells no pledge from another."""
    return frozenset(_texts("said_in_every_pledge"))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _stem(word: str) -> str:
    ending = max((e for e in _texts("endings") if word.endswith(e)), key=len, default="")
    return word.removesuffix(ending) if len(word) - len(ending) > 3 else word


def _texts(name: str) -> tuple[str, ...]:
    return tuple(word for word in _table()[name] if isinstance(word, str))


@cache
def _synonyms() -> Mapping[str, str]:
    """Each word of a group of synonyms → the first of the group."""
    return {word: group[0] for group in _table()["synonyms"] for word in group}


@cache
def _table() -> Mapping[str, list[list[str]] | list[str]]:
    found: dict[str, list[list[str]] | list[str]] = tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    )
    return found
