"""Bodies that go by an acronym, and by a full name elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from readings import ORGANIZATION, Told, thing

from kg.language.lexicon import load_lexicon
from kg.model import EntityKind
from kg.resolve.entities import Identities, resolve_entities

COMMISSION = "Volta River Commission"


def text(name: str, words: str, *bodies: str) -> Told:
    cast = tuple(thing(f"organization:{body}", ORGANIZATION, body) for body in bodies)
    return Told(name, cast, sentences=[words])


def resolved(*told: Told) -> Identities:
    return resolve_entities([t.reading for t in told], load_lexicon())


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        # in one text
        ([text("a", "The Volta River Commission (VRC) met. The VRC rose.", COMMISSION, "VRC")], 1),
        # one text has it behind the name, another alone
        ([text("a", "The Volta River Commission (VRC) met.", COMMISSION), text("b", "The VRC met.", "VRC")], 1),
        # no text has it behind the name
        ([text("a", "The Volta River Commission met.", COMMISSION), text("b", "The VRC met.", "VRC")], 2),
        # two names go by it
        (
            [
                text("a", "The Volta River Commission (VRC) met.", COMMISSION),
                text("b", "The Vienna Rail Club (VRC) met.", "Vienna Rail Club"),
                text("c", "The VRC met.", "VRC"),
            ],
            3,
        ),
        # … and a text that says which is meant
        (
            [
                text("a", "The Volta River Commission (VRC) met.", COMMISSION),
                text("b", "The Vienna Rail Club (VRC) met. The VRC rose.", "Vienna Rail Club", "VRC"),
            ],
            2,
        ),
        # what stands in the brackets is a place, or somebody else
        ([text("a", "The Volta River Commission (ACCRA) met.", COMMISSION), text("b", "ACCRA met.", "ACCRA")], 2),
    ],
)  # fmt: skip
def test_acronyms(told: list[Told], bodies: int) -> None:
    found = resolved(*told).entities.values()
    assert len([e for e in found if e.kind is EntityKind.ORGANIZATION]) == bodies


def test_a_body_has_its_acronym_with_the_reason() -> None:
    told = text("a", "The Volta River Commission (VRC) met.", COMMISSION), text("b", "The VRC met.", "VRC")
    body = resolved(*told).entities["organization/volta-river-commission"]
    assert (body.label, body.alt_labels) == (COMMISSION, ("VRC",))
    assert body.reasons == ("“VRC” is taken for “Volta River Commission”: a has the one behind the other.",)


def test_an_acronym_that_everybody_knows_stays_what_it_is() -> None:
    united = thing("organization/united-nations", ORGANIZATION, "UN")
    told = replace(text("a", "The Union of Nurses (UN) met.", "Union of Nurses"))
    assert len(resolved(told, Told("b", (united,), sentences=["The UN met."])).entities) == 2
