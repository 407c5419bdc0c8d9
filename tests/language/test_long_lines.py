"""Long lines: reading takes hardly more than ten times the steps for ten times the line, whatever stands in it."""

from __future__ import annotations

import pytest
from steps import steps

from kg.language.pipeline import read_document

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
