"""Circumstances: when and where, of the times and places that a sentence names."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, marked_token, read, token, unmarked

from kg.extract.circumstances import place_key, places_of, tense_of, when, where
from kg.extract.context import Context
from kg.extract.predicates import Predicate, noun_predicate, verb_predicate
from kg.extract.status import status_of
from kg.extract.verbs import VERBAL
from kg.language.document import Token
from kg.language.times import Tense
from kg.model import Status

SUPPORT = frozenset({"hold", "have", "pay", "make"})


def marked(text: str) -> tuple[Context, Predicate]:
    plain, (span,) = unmarked(text)
    context = read(plain)
    return context, predicate(context, marked_token(context.doc, span))


def predicate(context: Context, trigger: Token) -> Predicate:
    if trigger.pos in VERBAL:
        return verb_predicate(context.doc, trigger)
    return noun_predicate(context.doc, trigger, SUPPORT)


# Written on Wednesday, 15 June 2022.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a day
        ("Kenya's envoy [met] the king on 3 May 2021.", "2021-05-03"),
        # a weekday that is over
        ("Kenya's envoy [met] the king on Monday.", "2022-06-13"),
        # a weekday to come
        ("Kenya's envoy will [meet] the king on Friday.", "2022-06-17"),
        # a month
        ("Kenya's envoy [met] the king in March 2021.", "2021-03"),
        # a year
        ("Kenya's envoy [met] the king in 2019.", "2019"),
        # the narrower of two that agree
        ("Kenya's envoy will [meet] the king on Friday this week.", "2022-06-17"),
        # a weekday as an object
        ("Kenya's envoy [departed] Monday for Peru.", "2022-06-13"),
        # hung directly on the verb, not on what it came before
        ("Ahead of Saturday's summit, Kenya's envoy [met] the king on Monday.", "2022-06-13"),
        # of the speaking, not of what is spoken of
        ("They spoke on Monday on a [summit].", None),
        # of the calling off
        ("They cancelled the [summit] on Monday.", None),
        # what is put off to a day is not of it before
        ("They postponed the [summit] to Friday.", None),
        # of the journey, not of the talks ahead
        ("Kenya's envoy left on Monday for [talks] with the king.", "2022-06-13"),
        # in a relative clause
        ("The [summit], which was held in May, was short.", "2022-05"),
        # in front
        ("On Monday, Kenya's envoy [met] the king.", "2022-06-13"),
        # yesterday
        ("Kenya's envoy [met] the king yesterday.", "2022-06-14"),
        # of a noun
        ("The [summit] on 3 May 2021 was short.", "2021-05-03"),
        # of a noun's light verb
        ("They held [talks] in Accra on Monday.", "2022-06-13"),
        # of the verb above an infinitive that has none
        ("On Monday, Kenya's envoy travelled to Accra to [meet] the king.", "2022-06-13"),
        # of two verbs, each its own
        ("They [met] in 2019 and signed an accord in 2021.", "2019"),
        ("They met in 2019 and [signed] an accord in 2021.", "2021"),
        # a relative clause has its own
        ("Kenya's envoy, who left in 2019, [met] the king in 2021.", "2021"),
        # what is said on Monday was not done on Monday
        ("Kenya said on Monday that its envoy had [met] the king.", None),
        # no time
        ("Kenya's envoy [met] the king.", None),
    ],
)
def test_when(text: str, expected: str | None) -> None:
    context, found = marked(text)
    time = when(context, found, status_of(context.doc, found))
    assert (time and time.edtf) == expected


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
        # of a noun
        ("The [summit] in Mombasa was short.", ("place/mombasa",)),
        # of a light verb
        ("They held [talks] in Mombasa.", ("place/mombasa",)),
        # where a visit beside it leads
        ("The envoy visited Mombasa and [met] the king.", ("place/mombasa",)),
        # where a journey leads
        ("The envoy travelled to Mombasa to [meet] the king.", ("place/mombasa",)),
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
    assert where(*marked(text)) == expected


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
    assert place_key(context, token(context.doc, word)) == expected


def test_the_most_exact_place_comes_first() -> None:
    context = read("He left Mombasa, Kenya.")
    assert places_of(context, token(context.doc, "Mombasa"))[0] == "place/mombasa"


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        # told as past
        ("They [met].", Status.HELD, Tense.PAST),
        # told as future
        ("They will [meet].", Status.PLANNED, Tense.FUTURE),
        # called off before it came
        ("They will not [meet].", Status.CANCELLED, Tense.FUTURE),
        # perhaps to come
        ("They may [meet].", Status.POSSIBLE, Tense.FUTURE),
        # it did not happen
        ("They did not [meet].", Status.DENIED, Tense.PAST),
    ],
)
def test_tenses(text: str, status: Status, expected: Tense) -> None:
    context, found = marked(text)
    assert tense_of(context.doc, found.clause, status) is expected


@given(any_text)
def test_places_are_things_of_the_text(text: str) -> None:
    context = read(text)
    for trigger in context.doc.tokens:
        found = predicate(context, trigger)
        places = where(context, found)
        assert len(places) < 2
        assert all(key.startswith(("country/", "place/", "place:")) for key in places)
        time = when(context, found)
        assert time is None or time.earliest <= time.latest
