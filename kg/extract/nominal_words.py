"""The nouns of `nominal_words.toml`, which speak of things named before."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def nominal_words() -> Mapping[str, frozenset[str]]:
    """The nouns, by what they can speak of."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in tables.items()}
