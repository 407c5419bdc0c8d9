"""Participles that look like nouns: clauses of their own, behind which the subject of the main verb stands."""

from __future__ import annotations

import pytest
from texts import marked

from kg.extract.verbs import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # at the head of a sentence
        ("[Meeting] in Lima, Mary Banda and Elias Haddad agreed on trade.", ["Mary Banda", "Elias Haddad"]),
        # with a day
        ("[Meeting] on Friday in Lima, King Letsie and Mary Banda agreed.", ["Letsie", "Mary Banda"]),
        # with whom
        ("[Meeting] with Mary Banda in Lima, King Letsie praised farmers.", ["Letsie"]),
        # behind a conjunction
        (
            "King Letsie has left Peru after [meeting] with Mary Banda on plans aimed at ending the war.",
            ["Letsie"],
        ),
    ],
)
def test_a_participle_has_the_subject_of_its_clause(text: str, expected: list[str]) -> None:
    doc, verb = marked(text)
    assert verb.pos == "VERB"
    assert [t.text for t in subjects(doc, verb)] == expected


@pytest.mark.parametrize(
    "text",
    [
        # with an article
        "The [meeting] in Lima, Mary Banda said, was short.",
        # no comma, no other subject
        "[Meeting] rooms in Lima cost more than in Cusco.",
        # after an event that has an article
        "King Letsie left Peru after the [meeting] with Mary Banda.",
    ],
)
def test_a_noun_stays_a_noun(text: str) -> None:
    _, word = marked(text)
    assert word.pos == "NOUN"
