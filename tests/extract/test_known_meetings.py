"""Meetings that are called by their place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from texts import read

from kg.extract.known_meetings import extract_known_meetings
from kg.model import EventMention


def told_in(text: str, written: date) -> list[EventMention]:
    context = read(text)
    return list(extract_known_meetings(replace(context, article=replace(context.article, published=written))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the states stand beside it
        (
            "Envoys praised the Agra summit in talks on relations between India and Pakistan.",
            ["Agra summit: country/IND country/PAK"],
        ),
        (
            "The Wuhan meeting eased tension between China and India.",
            ["Wuhan summit: country/CHN country/IND"],
        ),
        # the states are not named: it may be any
        ("Envoys praised the Wuhan meeting.", []),
        # other states met there, too
        ("The Wuhan meeting on trade between Peru and Chile was short.", []),
        # the place is where, not what it is called by
        ("The meeting on China and India in Wuhan was short.", []),
        # no meeting
        ("The Vladivostok dance fair pleased Russia and North Korea.", []),
    ],
)
def test_called_by_its_place(text: str, expected: list[str]) -> None:
    told = told_in(text, date(2024, 6, 1))
    assert [
        f"{m.name}: {' '.join(a.entity for a in m.arguments if a.role == 'participant')}" for m in told
    ] == expected
    assert all(m.interval is None for m in told)


def test_a_text_does_not_mean_what_came_after_it() -> None:
    text = "The Wuhan meeting eased tension between China and India."
    assert told_in(text, date(2017, 1, 1)) == []
