"""Contradictions: what is one, what only looks like one, and that each side can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from readings import Told, day, world_of

from kg.extract.rules import load_rules
from kg.graph.ontology import relation_types
from kg.model import Conflict, Stance, Status
from kg.resolve.opposed import opposed_pairs

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
        # … of a traveller, who may well have been in both
        (a().visit("p:sun", P, when="2024-01-26"), b().visit("p:sun", PERU, when="2024-01-26"), []),
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


# ---------------------------------------------------------------- one wrong year

RESS = "country/PRK"
WRITTEN = {"jan": date(2024, 1, 27), "oct": date(2024, 10, 7), "sep": date(2024, 9, 20)}


def of(name: str, day: str | None) -> Told:
    return Told(name, published=WRITTEN[day] if day else None)


@pytest.mark.parametrize(
    ("told", "events", "aspects"),
    [
        # two articles have September 2023, one that looks back a year later has September 2024
        (
            [
                of("a", "jan").meeting(*SUN_PAK, place=P, when="2023-09"),
                of("b", "jan").meeting(*SUN_PAK, place=P, when="2023-09"),
                of("c", "oct").meeting(*SUN_PAK, place=RESS, when="2024-09"),
            ],
            1,
            ["date"],
        ),
        # one against one: nobody knows, two events and a doubt
        (
            [
                of("a", "jan").meeting(*SUN_PAK, place=P, when="2023-09"),
                of("c", "oct").meeting(*SUN_PAK, place=RESS, when="2024-09"),
            ],
            2,
            ["date"],
        ),
        # the later text reports news of its own month: they met again
        (
            [
                of("a", "jan").meeting(*SUN_PAK, place=P, when="2023-09"),
                of("b", "jan").meeting(*SUN_PAK, place=P, when="2023-09"),
                of("c", "sep").meeting(*SUN_PAK, place=RESS, when="2024-09"),
            ],
            2,
            ["date"],
        ),
        # abroad, as at a yearly assembly: two meetings
        (
            [
                of("a", "jan").meeting(*SUN_PAK, place=PERU, when="2023-09"),
                of("b", "jan").meeting(*SUN_PAK, place=PERU, when="2023-09"),
                of("c", "oct").meeting(*SUN_PAK, place=PERU, when="2024-09"),
            ],
            2,
            ["date"],
        ),
        # messages of every year stay two, and contradict nothing
        (
            [
                of("a", "jan").meeting(*SUN_PAK, kind="MessageExchange", when="2023-09"),
                of("b", "jan").meeting(*SUN_PAK, kind="MessageExchange", when="2023-09"),
                of("c", "oct").meeting(*SUN_PAK, kind="MessageExchange", when="2024-09"),
            ],
            2,
            [],
        ),
        # an article that tells of both means two
        (
            [
                of("a", "jan").meeting(*SUN_PAK, place=P, when="2023-09"),
                of("b", "jan").meeting(*SUN_PAK, place=P, when="2023-09"),
                of("c", "oct")
                .meeting(*SUN_PAK, place=P, when="2024-09")
                .meeting(*SUN_PAK, place=P, when="2023-09"),
            ],
            2,
            [],
        ),
        # three years of the same month: a custom
        (
            [
                of("a", "jan").meeting(*SUN_PAK, place=P, when="2022-09"),
                of("b", "jan").meeting(*SUN_PAK, place=P, when="2023-09"),
                of("d", "jan").meeting(*SUN_PAK, place=P, when="2023-09"),
                of("c", "oct").meeting(*SUN_PAK, place=P, when="2024-09"),
            ],
            3,
            ["date", "date", "date"],
        ),
        # two years apart
        (
            [
                of("a", "jan").meeting(*SUN_PAK, place=P, when="2022-09"),
                of("b", "jan").meeting(*SUN_PAK, place=P, when="2022-09"),
                of("c", "oct").meeting(*SUN_PAK, place=P, when="2024-09"),
            ],
            2,
            ["date"],
        ),
        # a tour of two states, and two later texts that each have one of them in the next year: no slip of one
        (
            [
                of("a", "jan").visit("p:sun", RESS, PERU, when="2023-09"),
                of("b", "jan").visit("p:sun", RESS, PERU, when="2023-09"),
                of("c", "oct").visit("p:sun", RESS, when="2024-09"),
                of("d", "oct").visit("p:sun", PERU, when="2024-09"),
            ],
            3,
            ["date", "date"],
        ),
        # the visit follows the meeting that bears it out
        (
            [
                of("a", "jan").visit("p:sun", P, when="2023-09"),
                of("b", "jan").meeting(*SUN_PAK, place=P, when="2023-09"),
                of("c", "oct").visit("p:sun", RESS, when="2024-09"),
            ],
            2,
            ["date"],
        ),
    ],
)
def test_wrong_year(told: list[Told], events: int, aspects: list[str]) -> None:
    world = world_of(*told)
    assert (len(world.events), [c.aspect for c in world.conflicts]) == (events, aspects)


def test_the_better_founded_year_is_preferred_and_says_why() -> None:
    years = [("a", "2024-09"), ("b", "2024-09"), ("c", "2023-09")]
    told = [Told(n, published=date(2025, 1, 5)).meeting(*SUN_PAK, place=P, when=y) for n, y in years]
    (event,) = world_of(*told).events
    assert event.merged.interval == day("2024-09")
    assert event.preferences == ("2024-09 rather than 2023-09: 2 articles against one article tell it so.",)
    assert [a.interval for a in event.accounts] == [day("2024-09"), day("2024-09"), day("2023-09")]
    assert world_of(*told).conflicts[0].preferences == event.preferences


# ---------------------------------------------------------------- expected, foretold, held

PLANNED, POSSIBLE = Status.PLANNED, Status.POSSIBLE


@pytest.mark.parametrize(
    ("told", "aspects"),
    [
        # one text expects it and tells it as held: older words beside newer ones
        ([a().meeting(*SUN_PAK, place=P).meeting(*SUN_PAK, place=P, status=PLANNED)], ["status"]),
        # … unless it was ahead only of what the text tells
        (
            [
                a()
                .meeting(*SUN_PAK, place=P)
                .meeting(
                    *SUN_PAK,
                    place=P,
                    status=PLANNED,
                    words="He welcomed them ahead of their talks.",
                    at="talks",
                )
            ],
            [],
        ),
        # … but the one was in another place
        ([a().meeting(*SUN_PAK, place=P).meeting(*SUN_PAK, place=Q, status=PLANNED)], []),
        # one text expects it, a later one has it held: a history
        (
            [
                of("a", "jan").meeting(*SUN_PAK, place=P, when="2024-01-29", status=PLANNED),
                of("b", "oct").meeting(*SUN_PAK, place=P, when="2024-01-29"),
            ],
            [],
        ),
        # a text expects it long after it was over
        (
            [
                of("a", "oct").meeting(*SUN_PAK, place=P, when="2024-01", status=PLANNED),
                of("b", "oct").meeting(*SUN_PAK, place=P, when="2024-01-29"),
            ],
            ["status"],
        ),
        # a text tells as held what others have on a later day
        (
            [
                of("a", "jan").meeting(*SUN_PAK, place=P, when="2024-01"),
                of("b", "oct").meeting(*SUN_PAK, place=P, when="2024-01-31"),
            ],
            ["date"],
        ),
        # a forecast, and a meeting that no text dates
        ([of("a", "jan").meeting(*SUN_PAK, status=POSSIBLE), of("b", None).meeting(*SUN_PAK)], ["status"]),
        # … in a text of a known day: it came later
        ([of("a", "jan").meeting(*SUN_PAK, status=POSSIBLE), of("b", "oct").meeting(*SUN_PAK)], []),
        # a firm plan, and a meeting that no text dates
        ([of("a", "jan").meeting(*SUN_PAK, status=PLANNED), of("b", None).meeting(*SUN_PAK)], []),
        # a stop on a journey that was still to come
        (
            [
                a()
                .visit("p:sun", P, when="2024-01-26")
                .visit("p:sun", "place/kumsusan-palace-of-the-sun", when="2024-01-26", status=PLANNED)
            ],
            [],
        ),
        # another day of one stay
        ([a().visit("p:sun", P, when="2024-01-26"), b().visit("p:sun", P, when="2024-01-24")], []),
        # a day that was changed
        (
            [
                of("a", "jan").visit("p:sun", P, when="2024-01-29", status=PLANNED),
                of("b", "oct").visit("p:sun", P, when="2024-01-28"),
            ],
            [],
        ),
        # a forecast, and a meeting of a later day: linked, and no contradiction
        (
            [
                of("a", "jan").meeting(*SUN_PAK, status=POSSIBLE),
                of("b", "oct").meeting(*SUN_PAK, when="2024-09-01"),
            ],
            [],
        ),
        # a text that expects one and tells of another knows them apart
        ([of("a", "jan").meeting(*SUN_PAK, status=POSSIBLE).meeting(*SUN_PAK)], []),
    ],
)
def test_expected_and_held(told: list[Told], aspects: list[str]) -> None:
    assert [c.aspect for c in conflicts(*told)] == aspects


@pytest.mark.parametrize(
    ("held", "linked"),
    [
        # later
        (of("b", "oct").meeting(*SUN_PAK, when="2024-09-01"), True),
        # before the forecast
        (of("b", "oct").meeting(*SUN_PAK, when="2023-09-01"), False),
        # other people
        (of("b", "oct").meeting("p:sun", "p:choe", when="2024-09-01"), False),
        # two that it may be: none
        (of("b", "oct").meeting(*SUN_PAK, when="2024-09-01").meeting(*SUN_PAK, when="2024-03-01"), False),
    ],
)
def test_a_forecast_is_linked_with_what_it_may_be(held: Told, linked: bool) -> None:
    events = world_of(of("a", "jan").meeting(*SUN_PAK, status=POSSIBLE), held).events
    assert bool([e for e in events if e.foretold]) is linked
    assert [e.merged.status for e in events if e.foretold] == [POSSIBLE] * linked


# ---------------------------------------------------------------- occasions, numbers, relations

STATES = ("country/CHN", "country/PRK")
PLEDGE = "agreement to defend common interests"


def pledge_at(name: str, *who: str, when: str = "2024-01-26", words: str = PLEDGE) -> Told:
    """A text in one sentence of which people meet and their states agree."""
    told = Told(name).meeting(*who, when=when)
    told.agreement(words, *STATES)
    told.events[-1] = replace(told.events[-1], sentence=told.events[0].sentence)
    return told


@pytest.mark.parametrize(
    ("told", "aspects"),
    [
        # one pledge of two meetings
        ([pledge_at("a", *SUN_PAK), pledge_at("b", "p:sun", "p:choe")], ["occasion"]),
        # … worded otherwise
        (
            [
                pledge_at("a", *SUN_PAK),
                pledge_at("b", "p:sun", "p:choe", words="pledge to safeguard shared common interests"),
            ],
            ["occasion"],
        ),
        # of the same meeting
        ([pledge_at("a", *SUN_PAK), pledge_at("b", *SUN_PAK)], []),
        # states stand for whoever met
        ([pledge_at("a", *SUN_PAK), pledge_at("b", *STATES)], []),
        # another pledge
        ([pledge_at("a", *SUN_PAK), pledge_at("b", "p:sun", "p:choe", words="agreement to trade coal")], []),
        # repeated a month later
        ([pledge_at("a", *SUN_PAK), pledge_at("b", "p:sun", "p:choe", when="2024-03-01")], []),
    ],
)
def test_at_which_encounter(told: list[Told], aspects: list[str]) -> None:
    assert [c.aspect for c in conflicts(*told)] == aspects


def test_several_visits_of_which_the_only_one_named_was_in_another_year() -> None:
    years = [("a", "2023-09"), ("b", "2023-09")]
    others = [Told(n, published=WRITTEN["jan"]).visit("p:sun", P, when=y) for n, y in years]
    told = of("c", "oct").visit("p:sun", "country/PRK", when="2023-10/2024-10", several=True)
    found = conflicts(*others, told.visit("p:sun", P, when="2024-09"))
    assert [c.aspect for c in found] == ["date", "number"]
    assert len(found[1].concerns) == 2
    assert {e.article for e in found[1].evidence} == {"a", "b", "c"}


def test_who_gives_no_time_is_no_side_of_a_contradiction_on_the_number() -> None:
    visits = {"a": "2023-09", "b": None}
    others = [Told(n, published=WRITTEN["jan"]).visit("p:sun", P, when=y) for n, y in visits.items()]
    told = of("c", "oct").visit("p:sun", "country/PRK", when="2023-10/2024-10", several=True)
    found = [c for c in conflicts(*others, told.visit("p:sun", P, when="2024-09")) if c.aspect == "number"]
    assert {e.article for c in found for e in c.evidence} == {"a", "c"}
    assert [c.comment.endswith("was in 2023-09 by a.") for c in found] == [True]


def test_several_visits_and_one_named_is_no_contradiction() -> None:
    told = of("c", "oct").visit("p:sun", "country/PRK", when="2023-10/2024-10", several=True)
    assert conflicts(told.visit("p:sun", P, when="2024-09")) == []


def relation(name: str, kind: str, **more: object) -> Told:
    ends = ("source=country/CHN", "target=country/PRK")
    return Told(name).tell("Relation", *ends, relation_type=kind, **more)  # type: ignore[arg-type]


def voted(name: str, **more: object) -> Told:
    ends = ("actor=country/CHN", "recipient=country/PRK")
    return Told(name).tell("Interaction", *ends, plover="REJECT", rule="voted-against", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "aspects"),
    [
        # protector in one text, opponent in the other
        ([relation("a", "shields"), voted("b")], ["relation"]),
        # at different times
        ([relation("a", "shields", when="2020"), voted("b", when="2017")], []),
        # only alleged
        ([relation("a", "shields", status=POSSIBLE), voted("b")], []),
        # the other way round
        (
            [
                relation("a", "shields"),
                b().tell(
                    "Interaction",
                    "actor=country/PRK",
                    "recipient=country/CHN",
                    plover="REJECT",
                    rule="voted-against",
                ),
            ],
            [],
        ),
        # allies that quarrel
        ([relation("a", "allied-with"), relation("b", "tension-with")], []),
        # one text tells of a change
        ([relation("a", "shields").tell("Interaction", "actor=country/CHN", plover="REJECT")], []),
    ],
)
def test_opposed_relations(told: list[Told], aspects: list[str]) -> None:
    assert [c.aspect for c in conflicts(*told)] == aspects


def test_opposed_pairs_name_relation_types_or_rules() -> None:
    rules = {r.name for r in load_rules("interactions")}
    for pair in opposed_pairs():
        assert pair.one | pair.other <= rules | relation_types(), pair.name
        assert not pair.one & pair.other


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
