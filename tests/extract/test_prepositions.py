"""Prepositions: by which one a phrase is bound."""

from __future__ import annotations

import pytest
from texts import marked

from kg.extract.prepositions import preposition


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one word
        ("They talked with [Chad].", "with"),
        # two
        ("Prices rose because of the [talks].", "because of"),
        # none
        ("They praised [Chad].", ""),
        # a possessive is none
        ("They praised [Chad]'s envoy.", ""),
    ],
)
def test_prepositions(text: str, expected: str) -> None:
    assert preposition(*marked(text)) == expected
