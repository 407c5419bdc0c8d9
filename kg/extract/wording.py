"""The words of `wording.toml`: what verbs, nouns and prepositions do in a sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def words(use: str) -> frozenset[str]:
    """The words of one use ("reporting", "journeys")."""
    return _tables()[use]


@cache
def _tables() -> Mapping[str, frozenset[str]]:
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {use: frozenset(listed) for use, listed in tables.items()}
