"""Long lines: reading takes hardly more than ten times the steps for ten times the line, whatever stands in it."""

from __future__ import annotations

import cProfile
import pstats

import pytest

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
    assert steps(short * TIMES) < 1.2 * TIMES * steps(short)


def steps(text: str) -> int:
    """How many functions reading calls, which no other work on the machine disturbs."""
    watched = cProfile.Profile()
    watched.runcall(read_document, text)
    return sum(row[1] for row in pstats.Stats(watched).stats.values())  # type: ignore[attr-defined]
