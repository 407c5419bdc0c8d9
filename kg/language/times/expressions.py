"""What a time expression says, before it is known which days it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model import Span


class Tense(StrEnum):
    """The tense of the clause that a time expression stands in."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Unit(StrEnum):
    """A stretch of the calendar that people count in."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


class Side(StrEnum):
    """Which of the recurring days, months or seasons is meant."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    THAT = "that"
    FOLLOWING = "following"
    PREVIOUS = "previous"


class Bound(StrEnum):
    """How an open stretch of time hangs on the point that it names."""

    SINCE = "since"
    AFTER = "after"
    UNTIL = "until"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month ("January 26", "Friday, 26 January 2024"); the weekday counts from Monday = 0."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day whose month is told elsewhere ("the 26th")."""

    day: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month ("September", "January 2024")."""

    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season ("spring 1994"): the month it begins with, and its number in EDTF."""

    month: int
    edtf: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A year ("2017")."""

    year: int


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade, by its first year ("the 1970s")."""

    first: int


@dataclass(frozen=True, slots=True)
class Century:
    """A century, by the first year that is written with its digits ("the 19th century" = 1800)."""

    first: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday ("Friday", "Friday evening"), Monday = 0."""

    weekday: int


@dataclass(frozen=True, slots=True)
class Relative:
    """A unit counted from the one that the text is written in ("today", "last week", "next year")."""

    unit: Unit
    offset: int


@dataclass(frozen=True, slots=True)
class Ago:
    """A distance from the day of writing ("two days ago" = -2, "three weeks from now" = 3)."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch that ends (negative count) or begins with the day of writing ("the past ten years")."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Anaphoric:
    """A unit counted from the time told before ("the same day" = 0, "the following year" = 1)."""

    unit: Unit
    offset: int


Recurring = Day | Month | Season | Weekday


@dataclass(frozen=True, slots=True)
class Nearby:
    """One of the recurring days, months or seasons ("last September", "next Tuesday")."""

    point: Recurring
    side: Side


@dataclass(frozen=True, slots=True)
class Within:
    """A point inside a frame ("September last year", "Monday of this week", "the 5th of last month")."""

    point: Recurring | DayOfMonth
    frame: Relative | Anaphoric


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A week of a month, from its first day on; -1 is its last seven days, 0 the week around a day."""

    week: int
    of: Expression


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole ("early 1950s", "the first half of 2021"); the name is a key of the `parts`."""

    name: str
    whole: Expression


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another, both included ("June 13-17")."""

    start: Expression
    end: Expression


@dataclass(frozen=True, slots=True)
class Open:
    """A stretch with one end told ("since 2017", "until Friday")."""

    bound: Bound
    point: Expression


Expression = (
    Day
    | DayOfMonth
    | Month
    | Season
    | Year
    | Decade
    | Century
    | Weekday
    | Relative
    | Ago
    | Stretch
    | Anaphoric
    | Nearby
    | Within
    | WeekOf
    | Part
    | Range
    | Open
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression in a text."""

    span: Span
    text: str
    expression: Expression
