"""Titles in the plural: which of the states is whose of the persons named."""

from __future__ import annotations

import pytest
from texts import read

from kg.model import EntityKind


def states(text: str) -> list[tuple[str, str | None]]:
    """Each person's name, and the office that the text gives with its state."""
    people = [t for t in read(text).referents.things.values() if t.kind is EntityKind.PERSON]
    return [(p.names[0], o.of) for p in people for o in p.offices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two states, two names
        (
            "Zambian and Lebanese Foreign Ministers Mary Banda and Elias Haddad spoke.",
            [("Mary Banda", "country/ZMB"), ("Elias Haddad", "country/LBN")],
        ),
        # three of each
        (
            "Zambian, Lebanese and Fijian presidents Mary Banda, Elias Haddad and Ana Vula spoke.",
            [("Mary Banda", "country/ZMB"), ("Elias Haddad", "country/LBN"), ("Ana Vula", "country/FJI")],
        ),
        # the names set off
        (
            "The Zambian and Lebanese prime ministers, Mary Banda and Elias Haddad, spoke.",
            [("Mary Banda", "country/ZMB"), ("Elias Haddad", "country/LBN")],
        ),
        # the states behind
        (
            "The presidents of Zambia and Lebanon, Mary Banda and Elias Haddad, spoke.",
            [("Mary Banda", "country/ZMB"), ("Elias Haddad", "country/LBN")],
        ),
        # one state for all
        (
            "Zambian ministers Mary Banda and Elias Haddad spoke.",
            [("Mary Banda", "country/ZMB"), ("Elias Haddad", "country/ZMB")],
        ),
        # no state at all
        ("Ministers Mary Banda and Elias Haddad spoke.", [("Mary Banda", None), ("Elias Haddad", None)]),
        # an office of each one's own
        (
            "Zambian President Mary Banda and Lebanese President Elias Haddad spoke.",
            [("Mary Banda", "country/ZMB"), ("Elias Haddad", "country/LBN")],
        ),
    ],
)
def test_each_gets_a_state(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert states(text) == expected


def test_the_states_take_no_part_themselves() -> None:
    context = read("Zambian and Lebanese Foreign Ministers Mary Banda and Elias Haddad met in Suva.")
    heads = [context.referents.of(t) for t in context.doc.tokens if t.text in {"Zambian", "Lebanese"}]
    assert heads == [("person:0",), ("person:1",)]


def test_more_names_than_states_are_not_shared_out() -> None:
    text = "Zambian and Lebanese ministers Mary Banda, Elias Haddad and Ana Vula spoke."
    assert ("Elias Haddad", "country/LBN") not in states(text)
