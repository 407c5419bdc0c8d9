"""Long lines: reading takes hardly more than ten times the steps for ten times the line, whatever stands in it."""

from __future__ import annotations

import pytest
from steps import steps

from kg.language.found import Line, Word
from kg.language.lexicon import load_lexicon
from kg.language.names import find_names
from kg.language.pipeline import read_document
from kg.model import Span

LENGTH, TIMES = 1_500, 10

UNITS = [
    # sentences without a line break, as web pages are saved
    "Foreign Minister Ana Rojas met Luis Mamani in La Paz. Rojas thanked President Mamani. ",
    # titles, with names in them
    "Energy Minister of Peru Ana Rojas left. ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_steps_grow_with_the_line(unit: str) -> None:
    short = unit * (LENGTH // len(unit))
    read_document(short)  # what is loaded once is loaded
    assert steps(read_document, short * TIMES) < 1.2 * TIMES * steps(read_document, short)


@pytest.mark.parametrize("run", ["Luis Quispe", "Quispe Ministry", "Minister Quispe"])
def test_steps_grow_with_a_run_of_capitals(run: str) -> None:
    """A table that was saved as one line: hardly a word between the names."""
    find_names([listed(run, 1)], load_lexicon())  # what is loaded once is loaded
    short = steps(find_names, [listed(run, 100)], load_lexicon())
    assert steps(find_names, [listed(run, 100 * TIMES)], load_lexicon()) < 1.2 * TIMES * short


def listed(run: str, times: int) -> Line:
    """A line of words, each of which the recogniser takes for a name."""
    texts = ["The", "people", "present", "were", *run.split() * times, "and", "others", "."]
    words = tuple(Word(text, Span(10 * i, 10 * i + len(text)), True) for i, text in enumerate(texts))
    return Line(words, tuple((i, i, "ORG") for i in range(4, len(texts) - 3)))
