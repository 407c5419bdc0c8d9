"""Lines: what is one, what is taken off it, where hard-wrapped paragraphs are joined."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from texts import any_text

from kg.language.lines import find_lines, is_hard_wrapped

WRAPPED = (
    "The foreign minister of Botswana landed in Montevideo late on\n"
    "Sunday, where she was received by the mayor and by the\n"
    "ambassadors of the region, who had waited for two hours in the\n"
    "rain.\n"
)


def lines(text: str) -> list[str]:
    return [line.span.of(text) for line in find_lines(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nothing
        ("", []),
        # white space alone is no line
        (" \n\t\n\r\n", []),
        # marks alone are no line
        ("***\n---\n", []),
        # one line, white space around it left off
        ("  Peru waits. \n", ["Peru waits."]),
        # each line by itself
        ("Peru waits.\nChile too.", ["Peru waits.", "Chile too."]),
        # empty lines between
        ("Peru waits.\n\n\nChile too.\n", ["Peru waits.", "Chile too."]),
        # line breaks of other systems
        ("Peru waits.\r\nChile too.\rAnd Ecuador.", ["Peru waits.", "Chile too.", "And Ecuador."]),
        # bullets
        (
            "- Peru waits.\n• Chile too.\n* Ecuador as well.",
            ["Peru waits.", "Chile too.", "Ecuador as well."],
        ),
        # numbers of a list
        ("1. Peru waits.\n(2) Chile too.\n3) Ecuador.", ["Peru waits.", "Chile too.", "Ecuador."]),
        # a dash before a name without a space is no bullet
        ("-Peru waits.", ["-Peru waits."]),
        # a year is no number of a list
        ("2019. A year of talks.", ["2019. A year of talks."]),
        # where and when an agency wrote it, in small letters
        ("Port Louis, Oct 4 (ANI) Peru waits.", ["Peru waits."]),
        ("Peru, on Oct 4 (a Friday) Chile waits.", ["Peru, on Oct 4 (a Friday) Chile waits."]),
        # no letters lost outside ASCII
        ("Côte d’Ivoire — 中国 — São Tomé", ["Côte d’Ivoire — 中国 — São Tomé"]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind the full stop
        ("Fiji signed.3 Tonga did not.", ["3"]),
        # at the end of the line
        ("Fiji signed.12", ["12"]),
        # behind a closing quotation mark
        ("“Fiji signed.”4 Tonga did not.", ["4"]),
        # a decimal is none
        ("It cost 3.5 million.", []),
        # a year is none
        ("Fiji signed.2019 was the year.", []),
        # a version behind a capital is none
        ("The A.5 road is shut.", []),
    ],
)
def test_footnotes(text: str, expected: list[str]) -> None:
    (line,) = find_lines(text)
    assert [number for _, number in line.notes] == expected
    assert [span.of(text) for span, _ in line.notes] == expected


def test_a_wrapped_paragraph_is_one_line() -> None:
    assert lines(WRAPPED + "\n" + WRAPPED) == [WRAPPED.strip(), WRAPPED.strip()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # broken where the width ran out
        (WRAPPED * 2, True),
        # a paragraph a line
        ("The foreign minister of Botswana landed in Montevideo late on Sunday.\n" * 6, False),
        # short lines (a poem, a list of names) break where they mean to
        ("Botswana\nand Lesotho\nand Eswatini\n" * 4, False),
        # too little to tell
        ("The foreign minister of Botswana landed in\nMontevideo.", False),
    ],
)
def test_hard_wrapping(text: str, expected: bool) -> None:
    assert is_hard_wrapped(text) is expected


@given(any_text)
def test_spans_slice_trimmed_lines_in_order(text: str) -> None:
    found = list(find_lines(text))
    for line in found:
        words = line.span.of(text)
        assert words
        assert words == words.strip()
        assert any(c.isalnum() for c in words)
        assert all(line.span.covers(span) and span.of(text) == number for span, number in line.notes)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(any_text)
def test_no_letter_is_lost(text: str) -> None:
    """Only bullets' numbers and white space stand outside the lines."""
    inside = sum(c.isalpha() for line in find_lines(text) for c in line.span.of(text))
    assert inside == sum(c.isalpha() for c in text)
