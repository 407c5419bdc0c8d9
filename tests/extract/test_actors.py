"""Actors: who can take part, and who is left out beside those who stand for them."""

from __future__ import annotations

from texts import read, token

from kg.extract.actors import actors_in, without_represented
from kg.extract.predicates import verb_predicate


def test_actors_are_persons_states_and_bodies() -> None:
    context = read("Mary Banda praised Chad, Mombasa and the African Union.")
    praised = verb_predicate(context.doc, token(context.doc, "praised"))
    assert actors_in(context, praised, ("subject", "object")) == [
        "person:0",
        "country/TCD",
        "organization/african-union",
    ]


def test_a_person_stands_for_the_state_and_for_the_unnamed() -> None:
    context = read("Chadian President Mary Banda and Elias Haddad met Chad and young farmers.")
    keys = list(context.referents.things)
    assert without_represented(context, keys) == ["person:0", "person:1"]
