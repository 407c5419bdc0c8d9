"""Calls and messages: who spoke or wrote to whom at a distance."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, check_in_text, read, told

from kg.extract.exchanges import extract_exchanges


def exchanges(text: str) -> list[tuple[str, str, str]]:
    return told(read(text), extract_exchanges)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb
        ("Mary Banda phoned King Letsie.", ("Call", "Letsie, Mary Banda", "Held")),
        # by phone
        ("Mary Banda spoke by phone with King Letsie.", ("Call", "Letsie, Mary Banda", "Held")),
        # a noun with a light verb
        ("Mary Banda had a phone call with King Letsie.", ("Call", "Letsie, Mary Banda", "Held")),
        # a noun between two
        ("A call between Mary Banda and King Letsie lasted an hour.", ("Call", "Letsie, Mary Banda", "Held")),
        # talks by phone
        ("Mary Banda held phone talks with King Letsie.", ("Call", "Letsie, Mary Banda", "Held")),
        # a conversation by phone
        ("Mary Banda had a telephone conversation with King Letsie.", ("Call", "Letsie, Mary Banda", "Held")),
        # a matter of talk, by phone
        ("Mary Banda discussed trade with King Letsie by phone.", ("Call", "Letsie, Mary Banda", "Held")),
        # called to speak
        ("Mary Banda called King Letsie on Monday to discuss trade.", ("Call", "Letsie, Mary Banda", "Held")),
        # to come
        ("Mary Banda will phone King Letsie.", ("Call", "Letsie, Mary Banda", "Planned")),
        # not done
        ("Mary Banda did not phone King Letsie.", ("Call", "Letsie, Mary Banda", "Denied")),
        # a letter
        ("Mary Banda sent a letter to King Letsie.", ("MessageExchange", "Letsie, Mary Banda", "Held")),
        # a letter, to whom first
        ("Mary Banda sent King Letsie a letter.", ("MessageExchange", "Letsie, Mary Banda", "Held")),
        # wrote to
        ("Mary Banda wrote to King Letsie.", ("MessageExchange", "Letsie, Mary Banda", "Held")),
        # letters both ways
        (
            "Mary Banda and King Letsie exchanged letters.",
            ("MessageExchange", "Letsie, Mary Banda", "Held"),
        ),
        # of states
        ("Chad and Niger exchanged notes.", ("MessageExchange", "Chad, Niger", "Held")),
        # spoke in one place
        ("Mary Banda spoke in person with King Letsie.", ("Talks", "Letsie, Mary Banda", "Held")),
        (
            "Mary Banda spoke with King Letsie on the margins of a summit in Fiji.",
            ("Talks", "Letsie, Mary Banda", "Held"),
        ),
        # spoke by phone, from a place
        ("Mary Banda spoke by phone with King Letsie at a hotel.", ("Call", "Letsie, Mary Banda", "Held")),
        # spoke of what is in a place
        ("Mary Banda spoke with King Letsie about the war in Fiji.", ("Call", "Letsie, Mary Banda", "Held")),
    ],
)
def test_one_exchange(text: str, expected: tuple[str, str, str]) -> None:
    assert exchanges(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # face to face
        "Mary Banda met King Letsie.",
        # called names
        "Mary Banda called King Letsie a liar.",
        # to the press
        "Mary Banda spoke to reporters.",
        # a call in person
        "Mary Banda paid a courtesy call to King Letsie.",
        # a call for something
        "Mary Banda's call for talks with King Letsie was heard.",
        # of somebody
        "Mary Banda spoke about King Letsie.",
        # prisoners
        "Chad and Niger exchanged prisoners.",
        # a letter of the alphabet
        "The letter A is the first.",
        # praise is no message
        "Mary Banda congratulated King Letsie.",
        # to nobody
        "Mary Banda sent a letter.",
        # troops
        "Chad sent troops to Niger.",
    ],
)
def test_no_exchange(text: str) -> None:
    assert exchanges(text) == []


@given(any_text)
def test_exchanges_lie_in_the_text(text: str) -> None:
    context = read(text)
    found = list(extract_exchanges(context))
    check_in_text(context, found)
    assert all(a.role == "participant" for event in found for a in event.arguments)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # several calls: one with each
        (
            "King Letsie received telephone calls from President Mary Banda and Minister Heng Sokha.",
            ["Letsie, Mary Banda", "Heng Sokha, Letsie"],
        ),
        (
            "King Letsie received phone calls from Mary Banda of Zambia; Heng Sokha of Fiji; and Pedro Quispe of Peru.",
            ["Letsie, Mary Banda", "Heng Sokha, Letsie", "Letsie, Pedro Quispe"],
        ),
        (
            "King Letsie made telephone calls to President Mary Banda and Minister Heng Sokha.",
            ["Letsie, Mary Banda", "Heng Sokha, Letsie"],
        ),
        # one call of three
        (
            "King Letsie held a telephone call with Mary Banda and Heng Sokha.",
            ["Heng Sokha, Letsie, Mary Banda"],
        ),
        # nobody knows with whom
        ("The hotel received telephone calls from Mary Banda and Heng Sokha.", []),
    ],
)
def test_who_calls_whom(text: str, expected: list[str]) -> None:
    assert sorted(found for _, found, _ in exchanges(text)) == sorted(expected)
