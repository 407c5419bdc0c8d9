"""Titles: where the words that belong to a person's name begin."""

from __future__ import annotations

import pytest

from kg.language.document import TITLE
from kg.language.pipeline import read_document
from kg.model import EntityKind


def titles(text: str) -> list[tuple[str, str]]:
    """Each person's title, with the state it belongs to, and name."""
    doc = read_document(text)
    found = []
    for name in doc.tokens:
        if name.name is not None and name.name.kind is EntityKind.PERSON:
            parts = [t for t in doc.children(name) if t.dep == TITLE]
            start = parts[0].span.start if parts else name.span.start
            found.append((text[start : name.span.start].strip(), name.text))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one word
        ("Yesterday President Mary Banda spoke.", "President"),
        # the hour is none
        ("At 5 p.m. President Mary Banda spoke.", "President"),
        # two
        ("Yesterday Prime Minister Mary Banda spoke.", "Prime Minister"),
        # with its state
        ("Yesterday Malawian President Mary Banda spoke.", "Malawian President"),
        # its state in the genitive
        ("Yesterday Malawi's Foreign Minister Mary Banda spoke.", "Malawi's Foreign Minister"),
        # a hyphen inside
        ("Yesterday Laotian Vice-Foreign Minister Mary Banda spoke.", "Laotian Vice-Foreign Minister"),
        # what it is over
        ("Yesterday Minister of Water and Irrigation Mary Banda spoke.", "Minister of Water and Irrigation"),
        # what it is over, in a list
        (
            "Yesterday Minister of Environment, Water, and Agriculture Mary Banda spoke.",
            "Minister of Environment, Water, and Agriculture",
        ),
        # two titles joined
        (
            "Yesterday Deputy Prime Minister and Foreign Minister Mary Banda spoke.",
            "Deputy Prime Minister and Foreign Minister",
        ),
        # a former one
        ("Yesterday former Zambian President Mary Banda spoke.", "former Zambian President"),
        # a former one behind the state, whose other words are in lower case
        ("Yesterday the then Zambian foreign minister Mary Banda spoke.", "then Zambian foreign minister"),
        # an office over what no list knows
        ("Yesterday Minister of Livestock and Roads Mary Banda spoke.", "Minister of Livestock and Roads"),
        # an envoy to another state
        ("Yesterday Special Envoy for Haiti Mary Banda spoke.", "Special Envoy for Haiti"),
        # a body's
        ("Yesterday NATO Secretary General Mary Banda spoke.", "NATO Secretary General"),
        # forms of address before an office
        ("Yesterday His Highness the Emir Mary Banda spoke.", "His Highness the Emir"),
        # no title
        ("Yesterday Mary Banda spoke.", ""),
        # a verb's object ends it
        ("They asked President Mary Banda.", "President"),
        # the office of another sentence is not hers
        ("She chose a minister. Mary Banda spoke.", ""),
        # an office behind a comma is no title before the name
        ("The president, Mary Banda, spoke.", ""),
    ],
)
def test_titles(text: str, expected: str) -> None:
    assert titles(text) == [(expected, "Mary Banda")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each has his own
        (
            "President Mary Banda met Prime Minister Elias Haddad.",
            [("President", "Mary Banda"), ("Prime Minister", "Elias Haddad")],
        ),
        # a title ends at another person
        (
            "President Mary Banda and Foreign Minister Elias Haddad left.",
            [("President", "Mary Banda"), ("Foreign Minister", "Elias Haddad")],
        ),
        # one plural for two
        (
            "Foreign Ministers Mary Banda and Elias Haddad left.",
            [("Foreign Ministers", "Mary Banda"), ("", "Elias Haddad")],
        ),
        # the president is another than the foreign minister
        ("The president and Foreign Minister Elias Haddad left.", [("Foreign Minister", "Elias Haddad")]),
    ],
)
def test_titles_of_several(text: str, expected: list[tuple[str, str]]) -> None:
    assert titles(text) == expected


def test_a_list_of_hundreds() -> None:
    """Whether an apposition stands before a title hangs on the title of whoever stands before that."""
    listed = "Sheikh Luis Mamani, Minister of Health, Sheikh Ana Rojas, Minister of Trade, " * 150
    assert set(titles(f"Present were {listed}and others.")) == {
        ("Sheikh", "Luis Mamani"),
        ("Sheikh", "Ana Rojas"),
    }
