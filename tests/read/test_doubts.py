"""What is odd in articles that can be read: copies, and texts that are not in English."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.read.doubts import doubts_about, load_english, reads_like_english

FRENCH = load_english().counterexamples[0]


def _articles(*texts: str) -> list[Article]:
    return [Article(identifier=f"a{number}", text=text) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize("text", load_english().examples)
def test_english(text: str) -> None:
    assert reads_like_english(text)


@pytest.mark.parametrize("text", load_english().counterexamples)
def test_other_languages(text: str) -> None:
    assert not reads_like_english(text)


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["He came.", "She left."], []),
        # blanks around a text make no other text of it; a word does
        (["He came.", "He came.\n", "He came"], ["a1, a2: the same text; "]),
        # one line for each text
        (["He came.", "She left.", "He came.", "She left."], ["a1, a3: ", "a2, a4: "]),
        # not all of many are named
        (["He came."] * 7, ["a1, a2, a3, a4, a5 and 2 more: "]),
        # one line for all languages; what is short may be anything
        ([FRENCH, "Il est venu.", FRENCH + " Fin."], ["a1, a3: no English prose"]),
    ],
)
def test_doubts(texts: list[str], told: list[str]) -> None:
    found = list(doubts_about(_articles(*texts)))
    assert [line[: len(start)] for line, start in zip(found, told, strict=True)] == told
    assert all("\n" not in line and "; " in line for line in found)
