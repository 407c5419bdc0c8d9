"""Phrases that the tree hangs elsewhere find what they belong to."""

from __future__ import annotations

import pytest
from texts import marked

from kg.extract.torn_phrases import agent_behind, company_above, hearers, honoured, origin_torn_off


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind a place and a day
        ("A [visit] to Lomé last week by Mary Banda ended.", ["Mary Banda"]),
        # in another clause
        ("A [visit] to Lomé, planned by Mary Banda, ended.", []),
        # of a passive
        ("A [visit] to Lomé was praised by Mary Banda.", []),
    ],
)
def test_whose_act_it_is(text: str, expected: list[str]) -> None:
    assert [t.text for t in agent_behind(*marked(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is told something
        ("Elias Haddad [told] Mary Banda about trade.", ["Mary Banda"]),
        # with whom one speaks
        ("Elias Haddad [spoke] about trade with Mary Banda.", ["Mary Banda"]),
        # who is only spoken of
        ("Elias Haddad [praised] Mary Banda.", []),
        # nobody named
        ("Elias Haddad [told] reporters about trade.", []),
    ],
)
def test_who_hears_it(text: str, expected: list[str]) -> None:
    assert [t.text for t in hearers(*marked(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind the people
        ("Mary Banda met with her [counterparts] from Chad and Togo.", ["Chad"]),
        # behind something else
        ("Mary Banda met [ministers] on her way back from Chad.", []),
    ],
)
def test_whence_people_are(text: str, expected: list[str]) -> None:
    assert [t.text for t in origin_torn_off(*marked(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # beside what both did
        ("Elias Haddad signed a pact with Mary Banda while [meeting] in Lomé.", ["Mary Banda"]),
        # beside a journey
        ("Elias Haddad flew home with Mary Banda after [meeting] in Lomé.", []),
        # in another clause
        ("Elias Haddad talked with Mary Banda, who [met] the king.", []),
    ],
)
def test_who_is_in_company(text: str, expected: list[str]) -> None:
    assert [t.text for t in company_above(*marked(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # beside the meal
        ("Elias Haddad [hosted] a dinner in honour of Mary Banda.", ["Mary Banda"]),
        # beside something else
        ("Elias Haddad [hosted] a dinner in memory of Mary Banda.", []),
    ],
)
def test_for_whom_a_meal_is_given(text: str, expected: list[str]) -> None:
    doc, verb = marked(text)
    dinner = next(t for t in doc.tokens if t.text == "dinner")
    assert [t.text for t in honoured(doc, dinner, verb)] == expected
