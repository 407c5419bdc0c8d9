"""Contradictions: what is one, what only looks like one, and that each side can be read."""

from __future__ import annotations

import pytest
from readings import Told, world_of

from kg.model import Conflict, Stance, Status

SUN_PAK = ("p:sun", "p:pak")
P, Q = "place/pyongyang", "place/sinuiju"
PERU = "country/PER"


def a() -> Told:
    return Told("a")


def b() -> Told:
    return Told("b")


def conflicts(*told: Told) -> list[Conflict]:
    return list(world_of(*told).conflicts)


@pytest.mark.parametrize(
    ("one", "other", "aspects"),
    [
        # nothing contradicts
        (a().meeting(*SUN_PAK, place=P), b().meeting(*SUN_PAK, when="2024-01-26"), []),
        # one month of two years, at one place
        (
            a().meeting(*SUN_PAK, place=P, when="2023-09"),
            b().meeting(*SUN_PAK, place="country/PRK", when="2024-09"),
            ["date"],
        ),
        # … at no place known
        (a().meeting(*SUN_PAK, when="2023-09"), b().meeting(*SUN_PAK, when="2024-09"), []),
        # … in two countries
        (
            a().meeting(*SUN_PAK, place=P, when="2023-09"),
            b().meeting(*SUN_PAK, place=PERU, when="2024-09"),
            [],
        ),
        # … of states, which meet every year
        (
            a().meeting("country/CHN", "country/PRK", place=P, when="2023-09"),
            b().meeting("country/CHN", "country/PRK", place=P, when="2024-09"),
            [],
        ),
        # two years and no more
        (a().meeting(*SUN_PAK, place=P, when="2023"), b().meeting(*SUN_PAK, place=P, when="2024"), []),
        # a day earlier or later
        (
            a().meeting(*SUN_PAK, place=P, when="2024-01-26"),
            b().meeting(*SUN_PAK, place=P, when="2024-01-27"),
            ["date"],
        ),
        # a week later they met again
        (
            a().meeting(*SUN_PAK, place=P, when="2024-01-26"),
            b().meeting(*SUN_PAK, place=P, when="2024-02-02"),
            [],
        ),
        # the same day in two countries
        (
            a().meeting(*SUN_PAK, place=P, when="2024-01-26"),
            b().meeting(*SUN_PAK, place=PERU, when="2024-01-26"),
            ["place"],
        ),
        # a visit that lasts two days
        (
            a().visit("p:sun", P, when="2024-01-25"),
            b().visit("p:sun", P, when="2024-01-26"),
            [],
        ),
        # held and denied
        (
            a().meeting(*SUN_PAK, when="2024-01-26"),
            b().meeting(*SUN_PAK, when="2024-01-26", status=Status.DENIED),
            ["status"],
        ),
        # held and called off
        (
            a().meeting(*SUN_PAK, when="2024-01-26"),
            b().meeting(*SUN_PAK, when="2024-01-26", status=Status.CANCELLED),
            ["status"],
        ),
        # first planned, then held: no contradiction
        (
            a().meeting(*SUN_PAK, when="2024-01-26"),
            b().meeting(*SUN_PAK, when="2024-01-26", status=Status.PLANNED),
            [],
        ),
    ],
)
def test_two_articles(one: Told, other: Told, aspects: list[str]) -> None:
    assert [c.aspect for c in conflicts(one, other)] == aspects


def test_one_article_that_tells_both_means_two() -> None:
    told = a().meeting(*SUN_PAK, place=P, when="2023-09").meeting(*SUN_PAK, place=P, when="2024-09")
    assert conflicts(told) == []


def test_conflict_over_two_events_names_both_and_shows_both_sides() -> None:
    (found,) = conflicts(
        a().meeting(*SUN_PAK, place=P, when="2023-09"), b().meeting(*SUN_PAK, place=P, when="2024-09")
    )
    assert found.concerns == (
        "event/meeting-pak-myong-ho-sun-weidong-pyongyang-2023-09",
        "event/meeting-pak-myong-ho-sun-weidong-pyongyang-2024-09",
    )
    assert [e.article for e in found.evidence] == ["a", "b"]
    assert "2023-09" in found.comment
    assert found.comment.endswith("two occasions, or one with a wrong date.")


def test_a_denial_inside_one_text_contradicts_what_the_text_tells() -> None:
    told = a().meeting(*SUN_PAK, when="2024-01-26")
    told.meeting(*SUN_PAK, when="2024-01-26", status=Status.DENIED).claim("country/PRK", Stance.DENIES)
    (found,) = conflicts(told)
    assert (found.aspect, len(found.evidence)) == ("status", 2)


def test_a_denial_of_something_else_in_the_same_words_contradicts_nothing() -> None:
    """Whoever denies a threat at a meeting does not deny the meeting."""
    told = a().meeting(*SUN_PAK).meeting(*SUN_PAK).claim("country/PRK", Stance.DENIES)
    assert conflicts(told) == []


def test_a_denial_that_nobody_contradicts_is_no_conflict() -> None:
    told = a().meeting(*SUN_PAK, status=Status.DENIED).claim("country/PRK", Stance.DENIES)
    assert conflicts(told) == []


def test_each_dissenting_article_is_one_conflict() -> None:
    """Not one for each pair: nine texts hold, two deny, two conflicts."""
    held = [Told(f"h{k}").meeting(*SUN_PAK, when="2024-01-26") for k in range(9)]
    denied = [Told(f"d{k}").meeting(*SUN_PAK, when="2024-01-26", status=Status.DENIED) for k in range(2)]
    found = conflicts(*held, *denied)
    assert len(found) == 2
    assert {len({e.article for e in c.evidence}) for c in found} == {2}
