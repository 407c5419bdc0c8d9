"""Which days a time expression means, read against the day of writing.

Where the text and that day do not tell, the answer is None. Where English leaves a choice:

* A bare weekday, day or month is the last one up to the day of writing, in the future tense the next one
  from it on. Without a tense, a day or month that begins soon is the coming one (`recurring.SOON`).
* "last Friday" is the latest Friday before the day of writing, "last September" the latest one that is over.
* "next Friday" is the one of a later calendar week, "next March" the next one that has not begun.
* "earlier this month" and "later this year" are the whole month or year.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kg.language.times import counted
from kg.language.times.days import ONE_DAY, day_interval, interval, month_interval, years_interval
from kg.language.times.expressions import (
    Ago,
    Anaphoric,
    Bound,
    Century,
    Day,
    DayOfMonth,
    Decade,
    Expression,
    Month,
    Nearby,
    Open,
    Part,
    Range,
    Relative,
    Season,
    Side,
    Stretch,
    Tense,
    TimeMention,
    Weekday,
    WeekOf,
    Within,
    Year,
)
from kg.language.times.recurring import by_side, by_tense, in_year, within
from kg.model import Interval


def resolve_time(mention: TimeMention, anchor: date | None, tense: Tense | None = None) -> Interval | None:
    """When a time expression is, read on the anchor day; None where text and anchor do not tell."""
    return _on_calendar(lambda: _resolve(mention.expression, anchor, tense))


def resolve_anaphoric(mention: TimeMention, previous: Interval) -> Interval | None:
    """When an expression is that counts from a time told before ("the same day", "two years later").

    None for an expression that counts from nothing told before.
    """
    return _on_calendar(lambda: _resolve_from(mention.expression, previous))


def _on_calendar(resolve: Callable[[], Interval | None]) -> Interval | None:
    """What is found, or None where the days would lie beyond the years 1 to 9999."""
    try:
        return resolve()
    except (OverflowError, ValueError):
        return None


def _resolve(expression: Expression, anchor: date | None, tense: Tense | None) -> Interval | None:
    """The days that any expression means."""
    match expression:
        case Range(start, end):
            return _range(start, end, anchor, tense)
        case Open(bound, point):
            return _open(bound, point, anchor, tense) if anchor else None
        case Part() | WeekOf() | Within():
            return _inside(expression, lambda inner: _resolve(inner, anchor, tense))
    return _fixed(expression) or (_counted(expression, anchor, tense) if anchor else None)


def _inside(
    expression: Part | WeekOf | Within, resolve: Callable[[Expression], Interval | None]
) -> Interval | None:
    """A part of what another expression means."""
    match expression:
        case Part(name, whole):
            return counted.part(name, resolve(whole))
        case WeekOf(week, inner):
            return counted.week_of(week, resolve(inner))
        case Within(point, frame):
            around = resolve(frame)
            return (
                counted.day_within(point.day, around)
                if isinstance(point, DayOfMonth)
                else within(point, around)
            )


def _fixed(expression: Expression) -> Interval | None:
    """What needs no day of writing."""
    match expression:
        case Day(month, day, int(year)):
            return day_interval(date(year, month, day))
        case Month(month, int(year)):
            return month_interval(year, month)
        case Season(year=int(year)):
            return in_year(expression, year)
        case Year(first) | Decade(first) | Century(first):
            return years_interval(first, YEARS[type(expression)])
    return None


YEARS: dict[type[Expression], int] = {Year: 1, Decade: 10, Century: 100}


def _counted(expression: Expression, anchor: date, tense: Tense | None) -> Interval | None:
    """What is told from the day of writing."""
    match expression:
        case Day() | Month() | Season() | Weekday():
            return by_tense(expression, anchor, tense)
        case Nearby(point, Side.LAST | Side.THIS | Side.NEXT as side):
            return by_side(point, side, anchor, tense)
        case Relative(unit, offset):
            return counted.relative(unit, offset, anchor, tense)
        case Ago(count, unit):
            return counted.distance(count, unit, anchor)
        case Stretch(count, unit):
            return counted.stretch(count, unit, anchor)
    return None


def _range(start: Expression, end: Expression, anchor: date | None, tense: Tense | None) -> Interval | None:
    """From the start of one point to the end of the other; days that are running now, whatever the tense."""
    running = _range_of(start, end, anchor, None)
    if running and anchor and running.earliest <= anchor <= running.latest:
        return running
    return _range_of(start, end, anchor, tense) if tense else running


def _range_of(
    start: Expression, end: Expression, anchor: date | None, tense: Tense | None
) -> Interval | None:
    """The range as the tense has it.

    The one that is told better is read first: the start in the future tense or where it is dated, else the
    end. The other is then the next one behind it, or the last one before it.
    """
    if tense is Tense.FUTURE or _fixed(start):
        first = _resolve(start, anchor, tense)
        last = first and _resolve(end, *((anchor, tense) if _counts(end) else (first.earliest, Tense.FUTURE)))
    else:
        last = _resolve(end, anchor, tense)
        first = last and _resolve(start, *((anchor, tense) if _counts(start) else (last.latest, Tense.PAST)))
    if not first or not last or first.earliest > last.latest:
        return None
    return interval(first.earliest, last.latest)


def _counts(expression: Expression) -> bool:
    """Whether it counts from the day of writing, also where another point stands beside it."""
    match expression:
        case Part(_, whole):
            return _counts(whole)
    return isinstance(expression, Relative | Ago | Nearby | Within)


def _open(bound: Bound, point: Expression, anchor: date, tense: Tense | None) -> Interval | None:
    """From a point to the day of writing, or from that day to a point; None where that runs backwards."""
    found = _resolve(point, anchor, _open_tense(bound, tense))
    if not found:
        return None
    stretch = _bounded(bound, found, anchor)
    return stretch if stretch.earliest <= stretch.latest else None


def _open_tense(bound: Bound, tense: Tense | None) -> Tense | None:
    """The tense that the bound adds: since a past day, until a coming one."""
    if bound is Bound.SINCE and tense is not Tense.FUTURE:
        return Tense.PAST
    return Tense.FUTURE if tense is Tense.PRESENT and bound is not Bound.AFTER else tense


def _bounded(bound: Bound, found: Interval, anchor: date) -> Interval:
    first, _, last = found.edtf.partition("/")
    match bound:
        case Bound.SINCE:
            return Interval(found.earliest, anchor, f"{first}/..")
        case Bound.AFTER:
            return Interval(found.latest + ONE_DAY, anchor, f"{found.latest + ONE_DAY}/..")
        case Bound.UNTIL:
            return Interval(anchor, found.latest, f"../{last or first}")
        case Bound.BEFORE:
            return Interval(anchor, found.earliest - ONE_DAY, f"../{found.earliest - ONE_DAY}")


def _resolve_from(expression: Expression, previous: Interval) -> Interval | None:
    """The days that an expression means that counts from a time told before."""
    match expression:
        case Anaphoric(unit, offset):
            return counted.shifted(unit, offset, previous)
        case DayOfMonth(day):
            return counted.day_within(day, previous)
        case Nearby(point, Side.THAT | Side.PREVIOUS as side):
            return by_side(point, side, previous.earliest, None)
        case Nearby(point, Side.FOLLOWING as side):
            return by_side(point, side, previous.latest, None)
        case Part() | WeekOf() | Within():
            return _inside(expression, lambda inner: _resolve_from(inner, previous))
    return None
