"""Meetings told without names: of the one meeting that they can be, or of none."""

from __future__ import annotations

import pytest
from readings import Told, day, events_of

from kg.model import Event

STATES = ("country/CHN", "country/PRK")
SUN_PAK, SUN_CHOE = ("p:sun", "p:pak"), ("p:sun", "p:choe")
FRIDAY, SATURDAY = "2024-01-26", "2024-01-27"


def lead(words: str, when: str | None = FRIDAY) -> Told:
    """A text that opens without names, and goes on with the two vice ministers."""
    return Told("a").meeting(*STATES, when=when, words=words, bare=True).meeting(*SUN_PAK)


def second(when: str | None = FRIDAY) -> Told:
    """A text with the talks of the vice ministers, and with the call on the minister."""
    return Told("b").meeting(*SUN_PAK, when=when).meeting(*SUN_CHOE, when=when)


def unnamed(events: list[Event]) -> list[Event]:
    return [e for e in events if set(e.merged.fillers("participant")) <= set(STATES)]


@pytest.mark.parametrize(
    ("told", "apart"),
    [
        # no other article knows a second meeting
        ((lead("Ministers of both countries talked."), Told("b").meeting(*SUN_PAK, when=FRIDAY)), False),
        # another does
        ((lead("Ministers of both countries talked."), second()), True),
        ((lead("Officials from both countries talked."), second()), True),
        # … on another day
        ((lead("Ministers of both countries talked."), Told("b").meeting(*SUN_CHOE, when=SATURDAY)), False),
        # … in a month that holds the day: nothing says that it was then
        ((lead("Ministers of both countries talked."), Told("b").meeting(*SUN_CHOE, when="2024-01")), False),
        # its words are not of the second: no one there is a deputy of both
        (
            (
                Told("a").meeting(*STATES, when=FRIDAY, words="Foreign ministers talked.").meeting("p:choe", "p:sun"),
                Told("b").meeting(*SUN_PAK, when=FRIDAY),
            ),
            False,
        ),
        # who is named before is meant by what follows
        (
            (
                Told("a").meeting(*SUN_PAK).meeting(*STATES, when=FRIDAY, words="The two sides talked.", bare=True),
                second(),
            ),
            False,
        ),
        # … unless others are brought in
        (
            (
                Told("a").meeting(*SUN_PAK).meeting(*STATES, when=FRIDAY, words="Officials of both sides talked."),
                second(),
            ),
            True,
        ),
        # of no day, in a text whose own meeting is of the day of the second, as others tell or it does itself
        ((lead("Ministers of both countries talked.", when=None), second()), True),
        (
            (
                Told("a").meeting(*STATES, words="Ministers of both countries talked.").meeting(*SUN_PAK, when=FRIDAY),
                second(),
            ),
            True,
        ),
    ],
)  # fmt: skip
def test_a_meeting_without_names(told: tuple[Told, ...], apart: bool) -> None:
    assert [len(e.may_be) for e in unnamed(events_of(*told))] == [2] * apart


@pytest.mark.parametrize(
    ("words", "events"),
    [
        # vice ministers are ministers, and officials
        ("Ministers of both countries talked.", 1),
        ("Officials of both countries talked.", 1),
        # … and no presidents
        ("Presidents of both countries talked.", 2),
    ],
)
def test_a_rank_that_is_none_of_theirs_is_of_others(words: str, events: int) -> None:
    assert len(events_of(lead(words))) == events


def test_it_is_linked_with_all_that_it_may_be() -> None:
    events = events_of(lead("Ministers of both countries talked."), second())
    (event,) = unnamed(events)
    assert event.merged.interval == day(FRIDAY)
    assert event.may_be == tuple(sorted(e.identifier for e in events if e is not event))


def test_in_one_text_with_two_meetings_it_may_be_both() -> None:
    told = second().meeting(*STATES, words="Talks between officials of both were friendly.")
    assert [len(e.may_be) for e in unnamed(events_of(told))] == [2]


def test_what_may_be_one_only_is_not_linked() -> None:
    told = (
        Told("a").meeting(*STATES, when=FRIDAY, status="Denied"),
        Told("b").meeting(*SUN_PAK, when="2024-02"),
    )
    assert [e.may_be for e in unnamed(events_of(*told))] == [()]
