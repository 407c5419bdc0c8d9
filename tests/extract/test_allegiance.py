"""Allegiance: whose official a person is where the title does not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, read, token

from kg.language.lexicon import load_lexicon
from kg.model import EntityKind


def country_of(text: str, name: str, publisher: str | None = None) -> str | None:
    context = read(text, publisher)
    (key,) = context.referents.of(token(context.doc, name))
    return context.referents.things[key].country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the title says it
        ("Kenyan President Mary Banda met President Elias Haddad.", "country/KEN"),
        # whose she is
        ("President Elias Haddad hosted Kenya's Mary Banda.", "country/KEN"),
        ("President Elias Haddad hosted Kenya’s Mary Banda.", "country/KEN"),
        # … not what she comes from
        ("He left Kenya. Mary Banda stayed.", None),
        # a list belongs to a state
        ("He met Kenyan leaders, including Foreign Minister Mary Banda.", "country/KEN"),
        # those met there are of there
        ("In Nairobi, he met Foreign Minister Mary Banda.", "country/KEN"),
        ("While in Kenya, he met Foreign Minister Mary Banda.", "country/KEN"),
        # the visitor who meets is not
        ("In Nairobi, Foreign Minister Mary Banda met envoys.", None),
        # one state alone has such an office
        ("Secretary of State Mary Banda spoke.", "country/USA"),
        # nothing implies it
        ("Foreign Minister Mary Banda spoke.", None),
        # who holds no office is nobody's official
        ("In Nairobi, he met Mary Banda.", None),
    ],
)
def test_whose_official(text: str, expected: str | None) -> None:
    assert country_of(text, "Mary Banda") == expected


def test_an_office_takes_the_state_of_its_holder() -> None:
    context = read("In Nairobi, he met Foreign Minister Mary Banda.")
    persons = [t for t in context.referents.things.values() if t.kind is EntityKind.PERSON]
    assert [[(o.label, o.of) for o in p.offices] for p in persons] == [[("foreign minister", "country/KEN")]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # its own people act in its text
        ("Foreign Minister Mary Banda met envoys.", "country/CAN"),
        # whom they meet may be anybody's
        ("Envoys met Foreign Minister Mary Banda.", None),
        # a stated allegiance stands
        ("Kenyan Foreign Minister Mary Banda met envoys.", "country/KEN"),
    ],
)
def test_a_government_writes_of_its_own(text: str, expected: str | None) -> None:
    assert country_of(text, "Mary Banda", "Government of Canada") == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # the state right behind a name without a title
        (
            "The leaders, Mary Banda of Zambia and Elias Haddad of Lebanon, met.",
            "Elias Haddad",
            "country/LBN",
        ),
        # where each of several is
        (
            "She will see Foreign Ministers Mary Banda in Zambia and Elias Haddad in Lebanon.",
            "Elias Haddad",
            "country/LBN",
        ),
        # where one is, is not where he is from
        ("She saw Foreign Minister Elias Haddad in Lebanon.", "Elias Haddad", None),
        # the president of "his Zambian minister"
        (
            "President Elias Haddad and his Zambian-born wife met President Mary Banda and her Zambian foreign minister "
            "Chanda Phiri.",
            "Mary Banda",
            "country/ZMB",
        ),
        # whoever is named by office and state further on
        (
            "President Mary Banda spoke first. Later the Zambian president left.",
            "Mary Banda",
            "country/ZMB",
        ),
        # of two without a state, neither
        (
            "President Mary Banda spoke. President Elias Haddad listened. Later the Zambian president left.",
            "Mary Banda",
            None,
        ),
        # another of that state holds the office
        (
            "President Mary Banda spoke to Zambian President Chanda Phiri. Later the Zambian president left.",
            "Mary Banda",
            None,
        ),
        # who is thanked first
        (
            "He spoke with Prime Minister Mary Banda, expressing gratitude for Zambia's help in Lebanon's crisis.",
            "Mary Banda",
            "country/ZMB",
        ),
        # … by somebody of another state
        (
            "Lebanese President Elias Haddad asked Minister Mary Banda to convey his thanks for help for Lebanon's poor.",
            "Mary Banda",
            None,
        ),
        # whose country was spoken of, unless he or she meets somebody of it
        ("Zambia opened a port. Trade Minister Mary Banda spoke of grain.", "Mary Banda", "country/ZMB"),
        ("Zambia opened a port. Trade Minister Pia Holm met the Zambian president.", "Pia Holm", None),
        ("Zambia opened a port. Trade Minister Pia Holm met Zambian President Mary Banda.", "Pia Holm", None),
        # of two offices the state stands behind the second, of two heads it is the second's alone
        (
            "President Mary Banda and Trade Minister Elias Haddad of Zambia spoke.",
            "Mary Banda",
            "country/ZMB",
        ),
        ("Prime Minister Mary Banda and President Elias Haddad of Zambia spoke.", "Mary Banda", None),
        # a body's official is no state's, whoever stands beside
        ("He met Zambian President Elias Haddad and Secretary-General Mary Banda.", "Mary Banda", None),
    ],
)
def test_states_told_elsewhere(text: str, name: str, expected: str | None) -> None:
    assert country_of(text, name) == expected


@given(any_text)
def test_a_country_is_a_known_one(text: str) -> None:
    """Whatever a text implies, an official is given no country that it does not imply anything of."""
    lexicon = load_lexicon()
    for thing in read(text, "Ministry of Foreign Affairs of Peru").referents.things.values():
        assert thing.country is None or lexicon.describe(thing.country) is not None or thing.country in text
