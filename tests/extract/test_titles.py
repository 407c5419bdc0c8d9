"""Titles: the name with the words of its title."""

from __future__ import annotations

import pytest
from texts import token

from kg.extract.titles import title_span
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the title without the state
        ("Zambian Foreign Minister Mary Banda spoke.", "Foreign Minister Mary Banda"),
        # the genitive stays outside too
        ("Zambia's Foreign Minister Mary Banda spoke.", "Foreign Minister Mary Banda"),
        # a verb that the tree takes for one
        ("Prime Minister Kim Jong Un echoed Xi’s sentiments, pledging to help.", "Xi"),
        # no title
        ("Yesterday Mary Banda spoke.", "Mary Banda"),
        # a form of address
        ("Yesterday Mrs. Mary Banda spoke.", "Mrs. Mary Banda"),
    ],
)
def test_the_name_with_its_title(text: str, expected: str) -> None:
    doc = read_document(text)
    name = "Mary Banda" if "Mary Banda" in expected else expected
    assert title_span(doc, token(doc, name), LEXICON).of(text) == expected
