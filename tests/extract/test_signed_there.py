"""Papers without signers: those of the two states whose people met before."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, read

from kg.extract.meetings import extract_meetings
from kg.extract.signed_there import sign_where_they_met
from kg.extract.visits import extract_visits

MET = "Kenyan President Mary Banda met Peruvian President Pedro Quispe on Monday."


def signed(text: str) -> list[tuple[str, str]]:
    """Each paper: its parties, its status."""
    context = read(text)
    told = [*extract_meetings(context), *extract_visits(context)]
    return [
        (", ".join(a.entity.removeprefix("country/") for a in e.arguments), e.status.value)
        for e in sign_where_they_met(context, told)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the passive
        (f"{MET} Eight agreements were signed.", [("KEN, PER", "Signed")]),
        # a sentence in between
        (f"{MET} It rained. Eight agreements were signed.", [("KEN, PER", "Signed")]),
        # a noun
        (f"{MET} The visit ended with the signing of two accords.", [("KEN, PER", "Signed")]),
        # on a visit
        (
            "Kenyan President Mary Banda visited Peru. Eight agreements were signed.",
            [("KEN, PER", "Signed")],
        ),
        # too far away
        (f"{MET} It rained. It snowed. It rained. Eight agreements were signed.", []),
        # three states
        (
            "Kenyan President Mary Banda met President Pedro Quispe of Peru and King Letsie of Lesotho. "
            "Eight agreements were signed.",
            [],
        ),
        # by others
        (f"{MET} Eight agreements were signed by companies.", []),
        (f"{MET} Eight agreements between Chad and Togo were signed.", []),
        # at another time
        (f"{MET} Eight agreements were signed in 1995.", []),
        # told of before
        (f"{MET} They praised the agreements signed before.", []),
        # one that is pointed back to
        (f"{MET} The agreement was signed.", []),
        # nobody met
        ("Kenyan President Mary Banda will meet President Pedro Quispe of Peru. Agreements were signed.", []),
    ],
)
def test_whose_papers_they_are(text: str, expected: list[tuple[str, str]]) -> None:
    assert signed(text) == expected


@given(any_text)
def test_any_text_can_be_read(text: str) -> None:
    signed(text)
