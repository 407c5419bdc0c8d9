"""Days without a year: of the year in which another text has the same event."""

from __future__ import annotations

from datetime import date

import pytest
from readings import Told, day, events_of

from kg.model import Interval, Status

SUN_PAK, P, PERU = ("p:sun", "p:pak"), "place/pyongyang", "country/PER"
PLANNED = Status.PLANNED
WRITTEN = date(2024, 5, 23)


def open_day(first: str, status: Status = Status.HELD, last: str = "") -> Told:
    """A text without a date in which two meet on a day of the calendar."""
    year = 2001 if last and last < first else 2000
    days = Interval(day(f"2000-{first}").earliest, day(f"{year}-{last or first}").latest, "")
    return Told("a").meeting(*SUN_PAK, untold=True, calendar=days, status=status)


def told(when: str | None = None, status: Status = Status.HELD, written: date | None = WRITTEN) -> Told:
    return Told("b", published=written).meeting(*SUN_PAK, when=when, status=status)


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        # the day on which a dated text has it
        (open_day("05-22"), told("2024-05-22"), 1),
        (open_day("05-22"), told("2024-05-20/2024-05-24"), 1),
        # … another day
        (open_day("05-21"), told("2024-05-22"), 2),
        # what was expected for the day came true on it
        (open_day("05-22", PLANNED), told("2024-05-22"), 1),
        # news of it, without a day
        (open_day("05-22"), told(), 1),
        # … weeks later
        (open_day("04-22"), told(), 2),
        # … in a text without a date
        (open_day("05-22"), told(written=None), 2),
        # plans of which none sets a day
        (open_day("06-10", PLANNED), told(status=PLANNED), 1),
        (open_day("09-10", PLANNED), told(status=PLANNED), 2),
        # over the end of a year
        (open_day("12-31", last="01-02"), told("2024-01-02"), 1),
        # a day that is not in each year
        (open_day("02-29"), told("2024-02-29"), 1),
        (open_day("02-29"), told("2023-02-28"), 2),
        # a day of which nobody can say more: "on Friday"
        (Told("a").meeting(*SUN_PAK, untold=True), told("2024-05-24"), 2),
        # a month alone ties what is held to no plan
        (open_day("05-01", last="05-31"), told("2024-05-22"), 1),
        (open_day("05-01", PLANNED, last="05-31"), told("2024-05-22"), 2),
    ],
)
def test_two_texts(one: Told, other: Told, events: int) -> None:
    assert len(events_of(one, other)) == events


def test_the_event_is_of_the_day_that_has_a_year() -> None:
    (event,) = events_of(open_day("05-22"), told("2024-05-22"))
    assert event.merged.interval == day("2024-05-22")


def test_two_years_fit_and_it_is_of_neither() -> None:
    told_twice = [
        Told(f"b{y}", published=date(y, 6, 1)).meeting(*SUN_PAK, when=f"{y}-05-22") for y in (2023, 2024)
    ]
    assert len(events_of(open_day("05-22"), *told_twice)) == 3
