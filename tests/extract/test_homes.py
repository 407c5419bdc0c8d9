"""Where a text speaks from: publishers and datelines, and whose people it names without their state."""

from __future__ import annotations

import pytest
from texts import read, token

from kg.extract.homes import dateline_country, publishing_country
from kg.language.lexicon import load_lexicon
from kg.model import Article


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
        ("LUSAKA: The president spoke.", "country/ZMB"),
        # a country
        ("KUWAIT, July 3 -- The emir spoke.", "country/KWT"),
        # a state's agency, wherever it writes
        ("NEW YORK, Sept 3 (KUNA) -- The emir spoke.", "country/KWT"),
        ("Geneva (VNA) – The president spoke.", "country/VNM"),
        # behind the headline
        ("President speaks\n\nLUSAKA: The president spoke.", "country/ZMB"),
        # where states meet on foreign ground
        ("GENEVA: The president spoke.", None),
        # no dateline
        ("The president spoke in Lusaka.", None),
    ],
)
def test_datelines(text: str, expected: str | None) -> None:
    assert dateline_country(Article("example", text), load_lexicon()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who acts at home
        ("LUSAKA: President Mary Banda opened the session.", "country/ZMB"),
        # whom they meet, where nobody else is spoken of
        ("LUSAKA: The cabinet met President Mary Banda.", "country/ZMB"),
        # whom they meet may be a guest
        ("LUSAKA: Kenyan envoys met President Mary Banda.", None),
        # who arrives is a guest
        ("LUSAKA: President Mary Banda arrived on Monday.", None),
        # a text that names the state of the country's people was written for others
        ("LUSAKA: Zambian envoy Chanda Phiri left.\nPresident Mary Banda spoke.", None),
        # before or after
        ("LUSAKA: President Mary Banda met her guests. Zambian envoy Chanda Phiri listened.", None),
        # a state that has no such office
        ("WASHINGTON: Prime Minister Mary Banda spoke.", None),
    ],
)
def test_at_home(text: str, expected: str | None) -> None:
    context = read(text)
    (key,) = context.referents.of(token(context.doc, "Mary Banda"))
    assert context.referents.things[key].country == expected
