"""Where the acts of a text happen, and whose officials are met there."""

from __future__ import annotations

import pytest
from texts import read, token

from kg.extract.scenes import setting_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a capital
        ("In Lima, he met Mary Banda.", "country/PER"),
        # another city
        ("In Mombasa, he met Mary Banda.", "country/KEN"),
        # a demonym is no place
        ("In Kenyan eyes, he met Mary Banda.", None),
        # not the opening
        ("He met in Lima with Mary Banda.", None),
        # from there is not there
        ("From Lima he called Mary Banda.", None),
    ],
)
def test_settings(text: str, expected: str | None) -> None:
    context = read(text)
    name = token(context.doc, "Mary Banda")
    assert setting_of(context.referents, context.doc.sentence(name), name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the country of the journey
        ("Kenyan envoy Elias Haddad arrived in Lusaka. He met President Mary Banda.", "country/ZMB"),
        # a visit told in the same sentence
        ("During his visit to Zambia, Kenyan envoy Elias Haddad met President Mary Banda.", "country/ZMB"),
        # a journey that goes on
        (
            "Kenyan envoy Elias Haddad went to Malawi. He will continue to Zambia to meet President Mary Banda.",
            "country/ZMB",
        ),
        # who travels with an envoy
        ("Kenyan envoy Elias Haddad will be accompanied by Minister Mary Banda.", "country/KEN"),
        # no journey is told
        ("Kenyan envoy Elias Haddad praised Zambia. He met President Mary Banda.", None),
        # somebody's state is no destination
        (
            "During his visit Kenyan envoy Elias Haddad saw Zambian envoy Chanda Phiri. He met President Mary Banda.",
            None,
        ),
        # a journey through two countries
        ("Kenyan envoy Elias Haddad visited Zambia and Malawi. He met President Mary Banda.", None),
        # whoever is at home reports to his own
        ("Kenyan envoy Elias Haddad returned from Zambia. He briefed President Mary Banda.", None),
    ],
)
def test_met_on_a_journey(text: str, expected: str | None) -> None:
    context = read(text)
    (key,) = context.referents.of(token(context.doc, "Mary Banda"))
    assert context.referents.things[key].country == expected
