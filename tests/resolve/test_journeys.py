"""Journeys lend their time to what happens on them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from readings import Told, day

from kg.language.lexicon import load_lexicon
from kg.model import AgreementStatus, Interval, Span, Stance, Status
from kg.resolve.journeys import with_journeys

P, Q, PRK, PERU = "place/pyongyang", "place/sinuiju", "country/PRK", "country/PER"
WEEK = "2024-01-24/2024-01-27"


def a() -> Told:
    return Told("a")


def times(told: Told) -> list[Interval | None]:
    return [m.interval for m in with_journeys(told.reading, load_lexicon()).events]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # a meeting where the visit leads
        (a().visit("p:sun", PRK, when=WEEK).meeting("p:sun", "p:pak", place=P), WEEK),
        # … told before the visit
        (a().visit("p:sun", P, when=WEEK).meeting("p:sun", "p:pak", place=PRK), WEEK),
        # a meeting elsewhere
        (a().visit("p:sun", PRK, when=WEEK).meeting("p:sun", "p:pak", place=PERU), None),
        # a meeting nobody knows where
        (a().visit("p:sun", PRK, when=WEEK).meeting("p:sun", "p:pak"), None),
        # somebody else's visit
        (a().visit("p:choe", PRK, when=WEEK).meeting("p:sun", "p:pak", place=P), None),
        # two journeys to one place: which?
        (
            a()
            .visit("p:sun", PRK, when="2023-01")
            .visit("p:sun", PRK, when="2024-01")
            .meeting("p:sun", "p:pak", place=P),
            None,
        ),
        # a meeting with a day of its own keeps it
        (
            a().visit("p:sun", PRK, when=WEEK).meeting("p:sun", "p:pak", place=P, when="2024-01-26"),
            "2024-01-26",
        ),
        # a standing relation is not of a day
        (
            a().visit("p:sun", PRK, when=WEEK).tell("Relation", "source=p:sun", "target=country/PRK"),
            None,
        ),
    ],
)
def test_last_event(told: Told, expected: str | None) -> None:
    assert times(told)[-1] == (day(expected) if expected else None)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # the encounter of the two states told before it
        (
            a()
            .meeting("p:sun", "p:pak", when="2024-01-26")
            .agreement("pledge", "country/CHN", PRK, kind="Pledge"),
            "2024-01-26",
        ),
        # told only after it
        (
            a()
            .agreement("pledge", "country/CHN", PRK, kind="Pledge")
            .meeting("p:sun", "p:pak", when="2024-01-26"),
            None,
        ),
        # an encounter of others
        (
            a()
            .meeting("p:sun", "p:pak", when="2024-01-26")
            .agreement("pledge", "country/CHN", PERU, kind="Pledge"),
            None,
        ),
        # an encounter that is only planned
        (
            a()
            .meeting("p:sun", "p:pak", when="2024-01-26", status=Status.PLANNED)
            .agreement("pledge", "country/CHN", PRK, kind="Pledge"),
            None,
        ),
        # a treaty has a date of its own or none
        (
            a()
            .meeting("p:sun", "p:pak", when="2024-01-26")
            .agreement("Coal Pact", "country/CHN", PRK, kind="Treaty"),
            None,
        ),
        # a proposal has no day yet
        (
            a()
            .meeting("p:sun", "p:pak", when="2024-01-26")
            .agreement("pledge", "country/CHN", PRK, kind="Pledge", status=AgreementStatus.PROPOSED),
            None,
        ),
    ],
)
def test_pledge(told: Told, expected: str | None) -> None:
    (found,) = (
        m.interval
        for m in with_journeys(told.reading, load_lexicon()).events
        if m.status in {AgreementStatus.AGREED, AgreementStatus.PROPOSED}
    )
    assert found == (day(expected) if expected else None)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        # "Sun's visit to North Korea" over a text that has him there
        (a().visit("p:sun", PRK, bare=True, status=Status.POSSIBLE).visit("p:sun", P), Status.HELD),
        # … that expects him
        (
            a()
            .visit("p:sun", PRK, bare=True, status=Status.POSSIBLE)
            .visit("p:sun", P, status=Status.PLANNED),
            Status.PLANNED,
        ),
        # … of another's visit
        (a().visit("p:sun", PRK, bare=True, status=Status.POSSIBLE).visit("p:choe", P), Status.POSSIBLE),
        # a verb of its own needs no other
        (a().visit("p:sun", PRK, status=Status.PLANNED).visit("p:sun", P), Status.PLANNED),
    ],
)
def test_headline(told: Told, status: Status) -> None:
    assert with_journeys(told.reading, load_lexicon()).events[0].status is status


def test_nothing_else_changes() -> None:
    told = a().visit("p:sun", PRK, when=WEEK).meeting("p:sun", "p:pak", place=P)
    reading = with_journeys(told.reading, load_lexicon())
    assert (reading.article, reading.referents) == (told.reading.article, told.reading.referents)
    assert [m.trigger for m in reading.events] == [m.trigger for m in told.events]


def letter(*, between: bool = False, day_of_words: str | None = "2024-01", author: str = "p:sun") -> Told:
    """A text in which somebody speaks, and then says more in a letter."""
    told = a().tell("Relation", "source=country/CHN", "target=country/PRK", relation_type="allied-with")
    told.claim(author, Stance.SAYS)
    told.claims[-1] = replace(told.claims[-1], day=day(day_of_words) if day_of_words else None)
    if between:
        told.visit("p:choe", PERU)
    return told.meeting("p:sun", "p:pak", kind="MessageExchange")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # "Earlier this month, Sun said …. …, he said in his letter to Pak"
        (letter(), "2024-01"),
        # nobody knows when he said it
        (letter(day_of_words=None), None),
        # a sentence between
        (letter(between=True), None),
        # somebody else's words
        (letter(author="p:choe"), None),
    ],
)
def test_a_letter_carries_on_what_its_author_said(told: Told, expected: str | None) -> None:
    assert times(told)[-1] == (day(expected) if expected else None)


def test_the_first_visit_since_a_year_is_not_of_that_year() -> None:
    since = Interval(day("2011").earliest, day("2024-01-27").latest, "2011/..")
    told = a().visit("p:sun", PRK)
    told.events[0] = replace(told.events[0], interval=since)
    assert times(told) == [None]
    told.events[0] = replace(told.events[0], several=True)
    assert times(told) == [since]


def test_what_a_journey_puts_after_the_day_of_writing_is_still_planned() -> None:
    told = Told("a", published=day("2024-01-20").earliest).visit(
        "p:sun", PRK, when=WEEK, status=Status.PLANNED
    )
    told.meeting("p:sun", "p:pak", place=P)
    events = with_journeys(told.reading, load_lexicon()).events
    assert [m.status for m in events] == [Status.PLANNED, Status.PLANNED]


@pytest.mark.parametrize(
    ("told", "status", "when"),
    [
        # told in the past, and the journey there is to come
        (a().meeting("p:sun", "p:pak", place=P, past=True), Status.HELD, None),
        (a().visit("p:sun", P, past=True), Status.HELD, None),
        # … and there is no telling when it is told
        (a().meeting("p:sun", "p:pak", place=P), Status.PLANNED, WEEK),
    ],
)
def test_what_is_told_in_the_past_is_on_no_journey_to_come(
    told: Told, status: Status, when: str | None
) -> None:
    told.published = day("2024-01-20").earliest
    told.visit("p:sun", PRK, when=WEEK, status=Status.PLANNED)
    event = with_journeys(told.reading, load_lexicon()).events[0]
    assert (event.status, event.interval) == (status, day(when) if when else None)


def test_what_is_told_in_the_past_may_be_on_a_journey_that_has_begun() -> None:
    told = Told("a", published=day("2024-01-25").earliest).visit(
        "p:sun", PRK, when=WEEK, status=Status.PLANNED
    )
    told.meeting("p:sun", "p:pak", place=P, past=True)
    assert times(told) == [day(WEEK), day(WEEK)]


def arrival(words: str, **more: object) -> Told:
    """A sentence in which Sun flies to Pyongyang, and a meeting in what follows."""
    told = a().visit("p:sun", P, when="2024-01-26", words=words, at="flew")
    at = words.find("met")
    told.meeting("p:sun", "p:pak", **more)  # type: ignore[arg-type]
    sentence = told.events[0].sentence
    told.events[1] = replace(told.events[1], sentence=sentence, trigger=Span(at, at + 3))
    return told


@pytest.mark.parametrize(
    ("told", "place", "when"),
    [
        # where he flew
        (arrival("Sun flew to Pyongyang on Friday, where he met Pak."), P, "2024-01-26"),
        (arrival("Sun flew to Pyongyang, where he then met Pak.", when="2024-01-27"), P, "2024-01-27"),
        # … but what has a place of its own
        (arrival("Sun flew to Pyongyang, where he met Pak.", place=PERU), PERU, None),
        # … or is only planned
        (arrival("Sun flew to Pyongyang, where he is to be met.", status=Status.PLANNED), None, None),
        # not where he only flew as well
        (arrival("Sun flew to Pyongyang on Friday and met Pak."), None, None),
        # … nor behind another clause
        (arrival("Sun flew to Pyongyang, where rain fell, and met Pak."), None, None),
    ],
)
def test_a_meeting_where_a_journey_led(told: Told, place: str | None, when: str | None) -> None:
    meeting = with_journeys(told.reading, load_lexicon()).events[1]
    places = [argument.entity for argument in meeting.arguments if argument.role == "place"]
    assert places == ([place] if place else [])
    assert meeting.interval == (day(when) if when else None)
