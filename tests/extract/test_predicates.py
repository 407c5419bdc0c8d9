"""Predicates: the slots of a verb and of an event noun."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, marked

from kg.extract.predicates import noun_predicate, verb_predicate
from kg.extract.verbs import VERBAL
from kg.language.document import Token
from kg.language.pipeline import read_document

SUPPORT = frozenset({"hold", "pay", "have", "preside", "take"})


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [t.text for t in tokens]


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        # with
        ("Chad [talked] with Togo.", "with", ["Togo"]),
        # with two
        ("Chad [talked] with Togo and Benin.", "with", ["Togo", "Benin"]),
        # where
        ("The envoy [spoke] in Lomé.", "in", ["Lomé"]),
        # to whom
        ("Chad [wrote] to Togo.", "to", ["Togo"]),
        # a place said once for two verbs
        ("In Lomé the envoy arrived and [spoke].", "in", ["Lomé"]),
        # of a compound preposition
        ("Chad [spoke] on behalf of Togo.", "with", []),
    ],
)
def test_slots_of_a_verb(text: str, slot: str, expected: list[str]) -> None:
    doc, verb = marked(text)
    assert texts(verb_predicate(doc, verb).tokens(slot)) == expected


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        # its own
        ("[Talks] between Chad and Togo ended.", "between", ["Chad", "Togo"]),
        # whose
        ("Chad's [talks] with Togo ended.", "possessor", ["Chad"]),
        ("Chad's [talks] with Togo ended.", "with", ["Togo"]),
        # the subject of a light verb
        ("Chad held [talks] with Togo.", "subject", ["Chad"]),
        # … and its other words
        ("Chad held [talks] in Lomé with Togo.", "with", ["Togo"]),
        # the subject of a verb that only mentions it
        ("Chad criticised the [talks] with Togo.", "subject", []),
        ("Chad criticised the [talks] with Togo.", "outer", []),
        # who hears what is said at it
        ("Elias Haddad told Mary Banda in the [meeting] of Chad.", "outer", ["Elias Haddad", "Mary Banda"]),
        ("In a [meeting], Elias Haddad briefed Mary Banda.", "outer", ["Elias Haddad", "Mary Banda"]),
        ("Elias Haddad spoke with Mary Banda in a [call].", "outer", ["Elias Haddad", "Mary Banda"]),
        # … not before or after it
        ("Elias Haddad told Mary Banda after the [meeting].", "outer", ["Elias Haddad"]),
        # … nor who is only spoken of
        ("Elias Haddad praised Mary Banda in a [meeting].", "outer", ["Elias Haddad"]),
        # whose act it is, behind other phrases
        ("A [visit] to Lomé last week by Mary Banda ended.", "by", ["Mary Banda"]),
        ("A [visit] to Lomé was praised by Mary Banda.", "by", []),
        # over which one presides
        ("Chad presided over the [talks].", "subject", ["Chad"]),
        # on what a letter is of
        ("Chad sent a [message] of condolence to Togo.", "to", ["Togo"]),
        # the subject of what is done at it
        ("Chad objected at the [talks] with Togo.", "outer", ["Chad"]),
        # the subject of a journey to it
        ("The envoy flew to Lomé for [talks] with Togo.", "outer", ["envoy"]),
        # taking part
        ("Chad took part in the [talks].", "subject", ["Chad"]),
        # names set before it
        ("The Chad-Togo [talks] ended.", "modifier", ["Chad", "Togo"]),
        # where it was held
        ("The [talks] were held in Lomé.", "in", ["Lomé"]),
    ],
)
def test_slots_of_a_noun(text: str, slot: str, expected: list[str]) -> None:
    doc, noun = marked(text)
    assert texts(noun_predicate(doc, noun, SUPPORT).tokens(slot)) == expected


@given(any_text)
def test_slots_hold_tokens_of_the_sentence(text: str) -> None:
    doc = read_document(text)
    for trigger in doc.tokens:
        found = (
            verb_predicate(doc, trigger) if trigger.pos in VERBAL else noun_predicate(doc, trigger, SUPPORT)
        )
        tokens = found.tokens(*found.slots)
        assert all(t.sentence == trigger.sentence for t in tokens)
        assert list(tokens) == sorted(set(tokens), key=lambda t: t.i)
        assert found.tokens("no such slot") == ()
