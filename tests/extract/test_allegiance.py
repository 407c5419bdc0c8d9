"""Allegiance: whose official a person is where the title does not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, read, token

from kg.extract.allegiance import publishing_country, setting_of
from kg.language.lexicon import load_lexicon
from kg.model import Article, EntityKind


def country_of(text: str, name: str, publisher: str | None = None) -> str | None:
    context = read(text, publisher)
    (key,) = context.referents.of(token(context.doc, name))
    return context.referents.things[key].country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the title says it
        ("Kenyan President Mary Banda met President Elias Haddad.", "country/KEN"),
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
    ("publisher", "expected"),
    [
        # a ministry
        ("Ministry of Foreign Affairs of Kenya", "country/KEN"),
        # an embassy: of the state that it is of
        ("Embassy of Peru", "country/PER"),
        # a government by its demonym
        ("Canadian Government", "country/CAN"),
        # an outlet is no government, whatever its name
        ("Kenya Times", None),
        # two states
        ("Embassy of Peru in Kenya", None),
        # no state
        ("Ministry of Magic", None),
        # unknown
        (None, None),
    ],
)
def test_publishers(publisher: str | None, expected: str | None) -> None:
    article = Article("example", "", publisher=publisher)
    assert publishing_country(article, load_lexicon()) == expected


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


@given(any_text)
def test_a_country_is_a_known_one(text: str) -> None:
    """Whatever a text implies, an official is given no country that it does not imply anything of."""
    lexicon = load_lexicon()
    for thing in read(text, "Ministry of Foreign Affairs of Peru").referents.things.values():
        assert thing.country is None or lexicon.describe(thing.country) is not None or thing.country in text
