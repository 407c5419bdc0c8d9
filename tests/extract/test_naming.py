"""Things that a text names, and the country that they lie in or belong to."""

from __future__ import annotations

import pytest
from texts import read


def country(text: str, name: str) -> str | None:
    """The country of the first thing with a name."""
    things = read(text).referents.things.values()
    return next(t.country for t in things if name in t.names)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # a place with its country behind
        ("They met in Kaspi, Georgia.", "Kaspi", "country/GEO"),
        # what includes a country does not lie in it
        ("Africa including Kenya will gain.", "Africa", None),
        ("Asia, including Japan, will gain.", "Asia", None),
        # what follows upon a country's act neither
        ("Africa, following Kenya's vote, will gain.", "Africa", None),
    ],
)
def test_countries(text: str, name: str, expected: str | None) -> None:
    assert country(text, name) == expected
