"""Claims: each construction on its examples, stances, the words to the letter, chains."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import read_statements
from kg.extract.claims import find_claims
from kg.extract.context import build_context
from kg.extract.quotations import find_quotations
from kg.extract.said import Said
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import Article, Reading, Stance

CONSTRUCTIONS = Path(__file__).parents[2] / "kg" / "extract" / "claims.toml"


def rows(kind: str) -> Iterator[tuple[str, str]]:
    for name, table in tomllib.loads(CONSTRUCTIONS.read_text(encoding="utf-8")).items():
        for text in table.get(kind, ()):
            yield name, text


def claims_of(text: str) -> tuple[Said, ...]:
    return find_claims(build_context(Article("a", text), read_document(text), load_lexicon()))


def read(text: str) -> Reading:
    return read_statements(Article("a", text), read_document(text), load_lexicon())


def told(text: str) -> list[tuple[str, str, str]]:
    """Each claim as (who, stance, words)."""
    return [(s.source.key, s.stance.value, s.content.of(text)) for s in claims_of(text)]


@pytest.mark.parametrize(("name", "text"), list(rows("examples")))
def test_construction_is_found(name: str, text: str) -> None:
    assert name in {s.rule for s in claims_of(text)}


@pytest.mark.parametrize(("name", "text"), list(rows("counterexamples")))
def test_construction_is_not_found(name: str, text: str) -> None:
    assert name not in {s.rule for s in claims_of(text)}


def test_every_construction_has_both() -> None:
    assert {name for name, _ in rows("examples")} == {name for name, _ in rows("counterexamples")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a report in a country is not the country's word
        (
            "A Kenyan report said the lake was dry.",
            ("group:kenyan report", "Says", "the lake was dry"),
        ),
        # what the words amount to is nobody's word
        (
            "Peru will close the port, Mary Banda said Monday, in what could end the dispute.",
            ("person:0", "Says", "Peru will close the port"),
        ),
        # the clause behind the verb, without "that" and the full stop
        ("Peru said that the border would reopen.", ("country/PER", "Says", "the border would reopen")),
        # two clauses without a comma between them
        (
            "Peru said that the border was open and the two sides agreed to talk.",
            ("country/PER", "Says", "the border was open and the two sides agreed to talk"),
        ),
        # the clause before it
        (
            "The border will reopen, the Kenyan government said.",
            ("country/KEN", "Says", "The border will reopen"),
        ),
        # a dateline is not claimed
        ("MOMBASA: The border will reopen, Kenya said.", ("country/KEN", "Says", "The border will reopen")),
        # a body speaks for itself
        (
            "South Africa's central bank said prices had fallen.",
            ("organization:south africa's central bank", "Says", "prices had fallen"),
        ),
        # one official is not the state
        (
            "An Omani official said the talks had begun.",
            ("group:omani official", "Says", "the talks had begun"),
        ),
        # the words stand for whoever gave them out
        (
            "A statement from the Kenyan government said that the camp had closed.",
            ("country/KEN", "Says", "the camp had closed"),
        ),
        # an attribution behind the words
        ("Togo has left, according to Reuters.", ("organization/reuters", "Reports", "Togo has left")),
        # whom and what, in one
        (
            "Kenya accused Somalia of moving the border.",
            ("country/KEN", "Accuses", "Somalia of moving the border"),
        ),
        # a day is not what is claimed
        (
            "The border will reopen, Peruvian state media reported Saturday, days after talks in Lima.",
            ("organization:peruvian state media", "Reports", "The border will reopen"),
        ),
        # a noun that only opens a title speaks for nobody
        (
            "But rebel leader Omar Said denied that Chad was helping his side.",
            ("person:0", "Denies", "Chad was helping his side"),
        ),
        # a speaker behind a long apposition
        (
            "Ana Torres, assistant professor of East African international relations at the School of Public "
            "Policy at the National University of Lima, pointed out in an interview with El Peruano that since "
            "the 1970s, Chad has been courting both powers to get the best from both sides.",
            (
                "person:0",
                "Says",
                "since the 1970s, Chad has been courting both powers to get the best from both sides",
            ),
        ),
        # a denial of what lies in a noun
        ("Chile denied any agreement with Bolivia.", ("country/CHL", "Denies", "any agreement with Bolivia")),
        # an opinion about what is to come
        ("Brazil believes that the talks will fail.", ("country/BRA", "Predicts", "the talks will fail")),
        # an opinion about what is
        ("Brazil believes that the talks have failed.", ("country/BRA", "Says", "the talks have failed")),
    ],
)
def test_who_says_what(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        # through the outlet that quotes
        (
            "Reuters reported, citing the African Union, that Togo had left.",
            ("organization/african-union", "organization/reuters"),
        ),
        # through the outlet that the sentence begins with
        (
            "According to Reuters, Kenya said that the border was closed.",
            ("country/KEN", "organization/reuters"),
        ),
        # through the outlet that was told
        ("Kenya told Reuters that the border was closed.", ("country/KEN", "organization/reuters")),
        # through a footnote
        ("Kenya said the border was closed.1\nSources: 1Reuters.", ("country/KEN", "organization/reuters")),
    ],
)
def test_who_carries_it(text: str, chain: tuple[str, str]) -> None:
    found = {(s.source.key, s.via.key) for s in claims_of(text) if s.via is not None}
    assert found == {chain}


@pytest.mark.parametrize(
    "text",
    [
        # who is told does not say it
        "“This is an answer,” policy chief, who chaired the meeting in Lusaka, told reporters.",
        # what somebody only speaks about
        "Ana Torres made the remarks while commenting on reports that the border was closed.",
        # nobody stands behind a document because the sentence has a subject
        "Kenya will send tanks to rebels, according to a leaked document.",
        # nobody speaks
        "The border was closed.",
        # a hedge names nobody
        "The border was reportedly closed.",
        # a credit under a picture
        "The border at dusk. — AFP",
        # a treaty gives no word of its own
        "According to the treaty, the border is open.",
        # not said yet
        "Kenya will say that the border is closed.",
        # "he" without anybody before
        "He said that the border was closed.",
        # a refusal to speak
        "Kenya declined to comment.",
    ],
)
def test_nobody_claims_anything(text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # one body acts and speaks
        ("Reuters reported that Togo had left. It said the border was closed.", "organization/reuters"),
        # two bodies, so "it" means neither
        ("Kenya did not reply, Reuters said. It said the border was closed.", None),
        # a person's name stands nearer than the unnamed speaker
        ("A diplomat said Omar Said had left. He said the border was closed.", "person:0"),
    ],
)
def test_who_a_pronoun_lets_speak(text: str, speaker: str | None) -> None:
    last = [s.source.key for s in claims_of(text) if s.content.of(text) == "the border was closed"]
    assert last == ([speaker] if speaker else [])


def test_who_adds_is_who_speaks() -> None:
    text = (
        'A Peruvian official said Chile was trying to close the port, adding: "Peru is exercising restraint."'
    )
    assert {who for who, _, _ in told(text)} == {"group:peruvian official"}


def test_each_other_is_accused_of_something() -> None:
    text = "Peru and Chile have accused each other of violating the ceasefire, minutes after it took effect."
    assert {words.split(",")[0] for _, _, words in told(text)} == {"each other of violating the ceasefire"}


def test_the_same_official_goes_on_speaking() -> None:
    text = "A Chilean official said the treaty was valid. The official said it was old. He said it was good."
    assert {s.source.key for s in claims_of(text)} == {"group:chilean official"}


def test_a_claim_points_to_the_event_in_its_words() -> None:
    text = "Peru said that Amina Mohamed met King Abdullah in Lima."
    reading = read(text)
    claim = reading.claims[0]
    assert [trigger.of(text) for trigger in claim.events] == ["met"]


def test_every_claimant_is_a_referent_of_the_reading() -> None:
    reading = read("An Omani official said, citing two diplomats, that the talks had begun in Muscat.")
    keys = {r.key for r in reading.referents}
    assert {m.claimant for m in reading.claims} | {m.via for m in reading.claims if m.via} <= keys


def test_a_footnote_stands_for_the_sentences_of_its_line() -> None:
    text = "Kenya closed the border. Somalia protested.1\nTogo left.2\nSources: 1Reuters, 2The Guardian."
    assert [(s.source.key, s.content.of(text)) for s in claims_of(text) if s.stance is Stance.REPORTS] == [
        ("organization/reuters", "Kenya closed the border"),
        ("organization/reuters", "Somalia protested"),
        ("organization/guardian", "Togo left"),
    ]


@pytest.mark.parametrize(
    "listed",
    [
        # run on in one line
        "Sources: 1Reuters, 2The Guardian and 3Xinhua.",
        # one a line
        "Sources\n1. Reuters\n2. The Guardian\n3. Xinhua",
        # in brackets
        "References: [1] Reuters; [2] The Guardian; [3] Xinhua",
    ],
)
def test_sources_are_listed_in_many_ways(listed: str) -> None:
    text = f"Kenya closed the border.1\nTogo left.2\nChile sent an envoy.3\n{listed}"
    assert [s.source.key for s in claims_of(text)] == [
        "organization/reuters",
        "organization/guardian",
        "organization/xinhua-news-agency",
    ]


def test_a_provided_view_ends_with_its_paragraph() -> None:
    text = "Kenyan view, as provided by the Daily Nation. Somalia moved the border.\nTogo left."
    assert [s.content.of(text) for s in claims_of(text)] == ["Somalia moved the border"]


# ---------------------------------------------------------------- laws


SENTENCES = [
    "Kenya closed the border.",
    "“We are ready,” an Omani official said.",
    "“It is late. We must go,” Chile said.",
    "According to Reuters, Togo left.",
    "Brazil denied that its envoy had met the rebels.",
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_claims_slice_the_text_in_order(sentences: list[str]) -> None:
    text = " ".join(sentences)
    found = claims_of(text)
    assert all(s.content.of(text).strip() == s.content.of(text) != "" for s in found)
    assert [s.sentence.i for s in found] == sorted(s.sentence.i for s in found)
    assert len({(s.source.key, s.stance, s.content) for s in found}) == len(found)


@given(st.text(alphabet='ab “”"«»\n.,', max_size=60))
def test_quotations_stand_apart(text: str) -> None:
    found = find_quotations(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
