"""Where: of the places that a sentence names, the one that belongs to an event."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, marked_predicate, predicate_at, read, token

from kg.extract.event_places import named_place, places_of, where
from kg.extract.event_times import when


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a city
        ("The envoys [met] in Mombasa.", ("place/mombasa",)),
        # a country
        ("The envoys [met] in Peru.", ("country/PER",)),
        # a capital is a city
        ("The envoys [met] in Lima.", ("place/lima",)),
        # the city before its country
        ("The envoys [met] in Mombasa, Kenya.", ("place/mombasa",)),
        # in front
        ("In Mombasa, the envoys [met] the king.", ("place/mombasa",)),
        # what follows comes first: the other belongs to what stands in front
        (
            "Following the lines of his talks with Kari Aho in Mombasa last month, the king [met] Luis Prado in Lima.",
            ("place/lima",),
        ),
        # what stands before the noun only says where that is
        ("They held a [summit] in the Black Sea resort of Sochi.", ("place/sochi",)),
        ("They [met] in Russia's Black Sea coastal city Sochi.", ("place/sochi",)),
        # of a noun
        ("The [summit] in Mombasa was short.", ("place/mombasa",)),
        # of a light verb
        ("They held [talks] in Mombasa.", ("place/mombasa",)),
        # where a visit beside it leads
        ("The envoy visited Mombasa and [met] the king.", ("place/mombasa",)),
        # where a journey leads
        ("The envoy travelled to Mombasa to [meet] the king.", ("place/mombasa",)),
        # where something is planned that is told of the same place
        (
            "A second round of talks between Kenya and Mali is scheduled for 2 July in Mombasa, "
            "where both countries [reiterated] their commitment to the accord.",
            ("place/mombasa",),
        ),
        # … but not where a journey to come leads
        ("The envoy will fly to Mombasa on Friday after he [met] the king.", ()),
        # whose king he is tells no place
        ("The envoys [met] the king of Peru.", ()),
        # a demonym tells none
        ("The envoys [met] Peruvian farmers.", ()),
        # no place
        ("The envoys [met].", ()),
        # a matter is no place
        ("The envoys [met] in secret.", ()),
    ],
)
def test_where(text: str, expected: tuple[str, ...]) -> None:
    assert where(*marked_predicate(text)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a country by name
        ("He left Peru.", "Peru", "country/PER"),
        # a capital, the city
        ("He left Lima.", "Lima", "place/lima"),
        # a city
        ("He left Mombasa.", "Mombasa", "place/mombasa"),
        # a demonym is no place
        ("A Peruvian farmer left.", "Peruvian", None),
        # nor is a person
        ("He left Mary Banda.", "Mary Banda", None),
        # nor a plain word
        ("He left home.", "home", None),
    ],
)
def test_what_names_a_place(text: str, word: str, expected: str | None) -> None:
    context = read(text)
    assert named_place(context, token(context.doc, word)) == expected


def test_the_most_exact_place_comes_first() -> None:
    context = read("He left Mombasa, Kenya.")
    assert places_of(context, token(context.doc, "Mombasa"))[0] == "place/mombasa"


@given(any_text)
def test_places_are_things_of_the_text(text: str) -> None:
    context = read(text)
    for trigger in context.doc.tokens:
        found = predicate_at(context, trigger)
        places = where(context, found)
        assert len(places) < 2
        assert all(key.startswith(("country/", "place/", "place:")) for key in places)
        time = when(context, found)
        assert time is None or time.earliest <= time.latest
