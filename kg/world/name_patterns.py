"""The head words around which the names of bodies, agreements and places are built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.world.tables import Entry, entries, sections

FILE = "name_patterns.toml"
SECTIONS = ("organization_head", "agreement_head", "place_head")


@dataclass(frozen=True, slots=True)
class HeadWord:
    """A head word: what it makes, and whether the rest of the name stands before or after it."""

    word: str
    kind: str
    before: bool
    after: bool


def organization_heads() -> Mapping[str, HeadWord]:
    """The heads of organisations' names, in lower case ("ministry", "bank")."""
    return _heads()["organization_head"]


def agreement_heads() -> Mapping[str, HeadWord]:
    """The heads of agreements' names, in lower case ("treaty", "accord")."""
    return _heads()["agreement_head"]


def place_heads() -> Mapping[str, HeadWord]:
    """The heads of places' names, in lower case ("airport", "sea")."""
    return _heads()["place_head"]


@cache
def _heads() -> Mapping[str, Mapping[str, HeadWord]]:
    return {
        name: {head.word.lower(): head for entry in entries(FILE, section) for head in _words(entry)}
        for name, section in sections(FILE, SECTIONS)
    }


def _words(entry: Entry) -> list[HeadWord]:
    entry.only("before", "after")
    before, after = entry.texts("before"), entry.texts("after")
    words = dict.fromkeys((*before, *after))
    return [HeadWord(word, entry.key, word in before, word in after) for word in words]
