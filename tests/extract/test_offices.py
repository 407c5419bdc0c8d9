"""Offices: which office a text gives a person, whose it is, and whether it is over."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, token

from kg.extract.offices import find_offices
from kg.extract.titles import title_span
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import EntityKind

LEXICON = load_lexicon()


def offices(text: str, name: str = "Mary Banda") -> list[tuple[str, str | None, bool]]:
    """The offices at the first mention of a person: label, whose, whether over."""
    doc = read_document(text)
    return [(o.label, o.of, o.former) for o in find_offices(doc, token(doc, name), LEXICON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an office alone
        ("President Mary Banda spoke.", [("president", None, False)]),
        # with its state as a demonym
        ("Zambian President Mary Banda spoke.", [("president", "country/ZMB", False)]),
        # with its state in the genitive
        ("Zambia's President Mary Banda spoke.", [("president", "country/ZMB", False)]),
        # with its state behind the name
        ("President Mary Banda of Zambia spoke.", [("president", "country/ZMB", False)]),
        # one label for two words
        (
            "Chilean Deputy Foreign Minister Mary Banda spoke.",
            [("vice foreign minister", "country/CHL", False)],
        ),
        # what it is over, in the order of the label
        ("Peruvian Minister of Defence Mary Banda spoke.", [("defense minister", "country/PER", False)]),
        # two at once
        (
            "Fijian Prime Minister and Foreign Minister Mary Banda spoke.",
            [("prime minister", "country/FJI", False), ("foreign minister", "country/FJI", False)],
        ),
        # one that is over, the state behind "former"
        ("Former Zambian President Mary Banda spoke.", [("president", "country/ZMB", True)]),
        # one that is over, the state before "former"
        ("Zambia's former President Mary Banda spoke.", [("president", "country/ZMB", True)]),
        # one that is over, without a state
        ("Former President Mary Banda spoke.", [("president", None, True)]),
        # a world body's office is called by the body
        (
            "European Commission President Mary Banda spoke.",
            [("european commission president", "organization/european-commission", False)],
        ),
        # the state at the end of a field
        (
            "Minister of Water and Irrigation of Zambia Mary Banda spoke.",
            [("minister of water and irrigation", "country/ZMB", False)],
        ),
        (
            "Secretary of State of the Republic of Zambia Mary Banda spoke.",
            [("secretary of state", "country/ZMB", False)],
        ),
        # the state between an ambassador and the post
        ("Ambassador of Zambia to Kenya Mary Banda spoke.", [("ambassador to kenya", "country/ZMB", False)]),
        # a comma before the name
        ("The Minister of Water, Mary Banda, spoke.", [("minister of water", None, False)]),
        # the adviser's office is not the president's
        ("An adviser to Zambian President Mary Banda spoke.", [("president", "country/ZMB", False)]),
        (
            "An adviser to European Council President Mary Banda spoke.",
            [("european council president", "organization/european-council", False)],
        ),
        # a plural is each one's office
        ("Foreign Ministers Mary Banda and Elias Haddad spoke.", [("foreign minister", None, False)]),
        # the day behind an office is that of what was done
        (
            "Mary Banda, Zambian Trade Minister on Monday met farmers.",
            [("trade minister", "country/ZMB", False)],
        ),
        (
            "Mary Banda, Trade Minister of Zambia last week, met farmers.",
            [("trade minister", "country/ZMB", False)],
        ),
        # others behind a person, and whoever speaks next
        (
            "He met Zambian President Mary Banda, along with the country's trade minister.",
            [("president", "country/ZMB", False)],
        ),
        (
            "It met Zambian President Mary Banda, and the Chilean trade minister, Elias Haddad.",
            [("president", "country/ZMB", False)],
        ),
        ("He met Mary Banda, an aide to the king said.", []),
        # leaders of a summit are no office of one
        (
            "After a trip for the Nordic leaders' summit, Senator Mary Banda spoke.",
            [("senator", None, False)],
        ),
        # a rank behind another office
        (
            "His Zambian counterpart Admiral Mary Banda spoke.",
            [("counterpart", "country/ZMB", False), ("admiral", "country/ZMB", False)],
        ),
        # brackets inside
        (
            "Zambian Chief of Army Staff (COAS) General Mary Banda spoke.",
            [("chief of army staff", "country/ZMB", False), ("general", "country/ZMB", False)],
        ),
        # a typographic apostrophe
        (
            "Zambian Chargé d’Affaires to Kenya Mary Banda spoke.",
            [("chargé d'affaires to kenya", "country/ZMB", False)],
        ),
        # a rank behind an office
        (
            "Zambian Army Chief Gen. Mary Banda spoke.",
            [("army chief", "country/ZMB", False), ("general", "country/ZMB", False)],
        ),
        # two offices of several fields
        (
            "Minister of Defense and Aviation and Inspector General Mary Banda spoke.",
            [("minister of defense and aviation", None, False), ("inspector general", None, False)],
        ),
        # the place's state
        ("Mayor of Mombasa Mary Banda spoke.", [("mayor of mombasa", "country/KEN", False)]),
        # the state at the end of a body's name
        (
            "Chairman of the Parliament of Zambia Mary Banda spoke.",
            [("parliament chair", "country/ZMB", False)],
        ),
        # in full
        (
            "Ambassador Extraordinary and Plenipotentiary of Zambia Mary Banda spoke.",
            [("ambassador", "country/ZMB", False)],
        ),
        # in a list that names the persons first
        (
            "Present were Sheikh Elias Haddad, Minister of Trade, Sheikh Mary Banda and others.",
            [],
        ),
        # a form of address is no office
        ("Mrs. Mary Banda spoke.", []),
        # nor is nothing
        ("Yesterday Mary Banda spoke.", []),
    ],
)
def test_before_the_name(text: str, expected: list[tuple[str, str | None, bool]]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind it, between commas
        ("Mary Banda, Zambia's foreign minister, spoke.", [("foreign minister", "country/ZMB", False)]),
        # behind it, with its state last
        ("Mary Banda, the president of Zambia, spoke.", [("president", "country/ZMB", False)]),
        # behind it, without an article
        ("Mary Banda, Zambian ambassador to Kenya, spoke.", [("ambassador to kenya", "country/ZMB", False)]),
        # behind it, over
        ("Mary Banda, a former Zambian president, spoke.", [("president", "country/ZMB", True)]),
        # behind it, over by an adverb
        ("Mary Banda, formerly Zambia's president, spoke.", [("president", "country/ZMB", True)]),
        # behind it, in brackets
        ("Mary Banda (Zambia's foreign minister) spoke.", [("foreign minister", "country/ZMB", False)]),
        # before it, between commas
        ("The president of Zambia, Mary Banda, spoke.", [("president", "country/ZMB", False)]),
        # before it, in the genitive
        ("Zambia's foreign minister, Mary Banda, spoke.", [("foreign minister", "country/ZMB", False)]),
        # behind it, an envoy of a government
        (
            "Mary Banda, Special Envoy of the Zambian Government, spoke.",
            [("special envoy", "country/ZMB", False)],
        ),
        # behind it, newly
        (
            "Mary Banda, the newly appointed foreign minister of Zambia, spoke.",
            [("foreign minister", "country/ZMB", False)],
        ),
        # behind it, two at once
        (
            "Mary Banda, Vice President and Minister of Finance, spoke.",
            [("vice president", None, False), ("finance minister", None, False)],
        ),
        # behind it, one after the other
        (
            "Mary Banda, Zambian Vice President, Minister of Finance, spoke.",
            [("vice president", "country/ZMB", False), ("finance minister", None, False)],
        ),
        # by a copula
        ("Mary Banda is the foreign minister of Zambia.", [("foreign minister", "country/ZMB", False)]),
        # by a copula, the other way round
        ("The foreign minister of Zambia is Mary Banda.", [("foreign minister", "country/ZMB", False)]),
        # not hers: the office of the next person
        ("With Mary Banda, Foreign Minister Elias Haddad spoke.", []),
        # not hers: more people in a list
        ("Mary Banda, two ministers and an envoy met.", []),
        # not hers: a clause
        ("Mary Banda, who met the president of Zambia, spoke.", []),
        # not hers: whose adviser the next one is
        ("Mary Banda, Foreign Minister Elias Haddad and others spoke.", []),
        # not hers: what a noun is about
        ("Mary Banda, official sources said, spoke.", []),
        # not what she is, but what she does
        ("Mary Banda is the first leader to speak.", []),
        # denied by the copula
        ("Mary Banda is not the president of Zambia.", []),
        # before a comma, without an article
        ("President of Zambia, Mary Banda, spoke.", [("president", "country/ZMB", False)]),
        ("We saw the President of Zambia, Mary Banda.", [("president", "country/ZMB", False)]),
        # that of the one before, not of the next in a row
        ("Heng Sokha, President of Zambia, Mary Banda and others spoke.", []),
        # that of whom she speaks of
        ("They met the Foreign Minister, Mary Banda said.", []),
        # that of whom she met before
        ("After talks with the king, Mary Banda left.", []),
        ("At the invitation of the President of Zambia, Mary Banda arrived in Lusaka.", []),
        # … but hers beside her name
        ("At the invitation of the president, Mary Banda, they came.", [("president", None, False)]),
        # of something that is no office
        ("After their official talks, Mary Banda spoke.", []),
        # cut off before an adjective
        ("Mary Banda, Chairman of the ruling party, spoke.", [("chair", None, False)]),
    ],
)
def test_around_the_name(text: str, expected: list[tuple[str, str | None, bool]]) -> None:
    assert offices(text) == expected


@given(any_text)
def test_offices_lie_in_the_text(text: str) -> None:
    doc = read_document(text)
    for name in doc.tokens:
        if name.name is not None and name.name.kind is EntityKind.PERSON:
            sentence = doc.sentence(name).span
            assert sentence.covers(title_span(doc, name, LEXICON))
            for office in find_offices(doc, name, LEXICON):
                assert sentence.covers(office.span)
                assert office.span.of(text) == office.verbatim
                assert office.label == office.label.lower() != ""
