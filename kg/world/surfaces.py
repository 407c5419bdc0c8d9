"""Surface forms: a name as an article writes it, and the index from surface to what it may denote."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")

ARTICLES = ("the ", "The ", "THE ")
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'", "ʽ": "'"})
UNMARKED = str.maketrans("øłıđðæœə", "oliddaoa")
SHOUTED = 4
"""From this length on, words in capitals are read as a headline's capitals; shorter ones are acronyms."""


def surface_key(surface: str) -> str:
    """A surface form without leading article, with plain apostrophes and single spaces; case is kept."""
    plain = " ".join(unicodedata.normalize("NFC", surface).translate(APOSTROPHES).split())
    return next((plain[len(a) :] for a in ARTICLES if plain.startswith(a)), plain)


def fold(text: str) -> str:
    """A name without case, accents and punctuation."""
    if text.isascii():
        return text.casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.casefold().translate(UNMARKED)


def index_surfaces(senses: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """Each surface key with the senses it may have, in the order given, none twice."""
    index: dict[str, dict[T, None]] = {}
    for surface, sense in senses:
        index.setdefault(surface_key(surface), {})[sense] = None
    return {key: tuple(found) for key, found in index.items()}


def index_shouted(index: Mapping[str, tuple[T, ...]]) -> dict[str, tuple[T, ...]]:
    """The same index by the surfaces in capital letters, as headlines and datelines write them."""
    return index_surfaces(
        (key.upper(), sense) for key, senses in index.items() if len(key) >= SHOUTED for sense in senses
    )
