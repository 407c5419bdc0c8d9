"""Weekdays, days, months and seasons that come again, and which of them is meant."""

from __future__ import annotations

from datetime import date, timedelta

from kg.language.times.days import day_interval, month_end, month_interval, unit_interval
from kg.language.times.expressions import Day, Month, Recurring, Season, Side, Tense, Unit, Weekday
from kg.model import Interval

SOON = timedelta(days=92)
"""How near a day or month must be to be the coming one where no tense tells."""

FAR = 8
"""How many years away one may lie: so long can it be to a February 29."""


def by_tense(point: Recurring, anchor: date, tense: Tense | None) -> Interval | None:
    """The last one that has begun, or the next one that is not over, as the tense tells."""
    if isinstance(point, Day) and point.weekday is not None:
        return _on_weekday(point, anchor)
    ones = around(point, anchor)
    last = next((one for one in reversed(ones) if one.earliest <= anchor), None)
    following = next((one for one in ones if one.latest >= anchor), None)
    if tense is Tense.FUTURE:
        return following
    if tense is Tense.PAST or isinstance(point, Weekday) or not following:
        return last
    return following if following.earliest <= anchor + SOON else last


def _of_year(point: Recurring, anchor: date) -> Interval | None:
    """The one of the year that a day lies in, which no weekday has alone."""
    return None if isinstance(point, Weekday) else in_year(point, anchor.year)


def _on_weekday(point: Day, anchor: date) -> Interval | None:
    """The one on its weekday: of three years in a row a date falls on it in one at most."""
    near = (in_year(point, year) for year in range(anchor.year - 1, anchor.year + 2))
    return next((one for one in near if one), None)


def by_side(point: Recurring, side: Side, anchor: date, tense: Tense | None) -> Interval | None:
    """The one that "last", "this" or "next" picks."""
    ones = around(point, anchor)
    match side:
        case Side.LAST | Side.PREVIOUS:
            return next((one for one in reversed(ones) if one.latest < anchor), None)
        case Side.NEXT:
            over = unit_interval(anchor, Unit.WEEK).latest if isinstance(point, Weekday) else anchor
            return next((one for one in ones if one.earliest > over), None)
        case Side.FOLLOWING:
            return next((one for one in ones if one.earliest > anchor), None)
        case Side.THIS if isinstance(point, Weekday):
            return by_tense(point, anchor, tense or Tense.FUTURE)
        case Side.THIS:
            running = (one for one in ones if one.earliest <= anchor <= one.latest)
            return next(running, None) or (
                by_tense(point, anchor, tense) if tense else _of_year(point, anchor)
            )
        case Side.THAT:
            return _of_year(point, anchor)


def within(point: Recurring, frame: Interval | None) -> Interval | None:
    """The one that begins inside a frame, if only one does."""
    if not frame:
        return None
    inside = [one for one in around(point, frame.earliest) if frame.earliest <= one.earliest <= frame.latest]
    return inside[0] if len(inside) == 1 else None


def around(point: Recurring, anchor: date) -> list[Interval]:
    """The ones before and after a day, in order."""
    if isinstance(point, Weekday):
        monday = anchor - timedelta(days=anchor.weekday())
        return [day_interval(monday + timedelta(days=point.weekday + 7 * week)) for week in (-1, 0, 1)]
    years = range(max(date.min.year, anchor.year - FAR), min(date.max.year - 1, anchor.year + FAR) + 1)
    return [one for year in years if (one := in_year(point, year))]


def in_year(point: Day | Month | Season, year: int) -> Interval | None:
    """The one of a year; a day only if that year has it, on its weekday where one is told."""
    match point:
        case Day(month, day, _, weekday):
            if day > month_end(year, month).day:
                return None
            found = date(year, month, day)
            return day_interval(found) if weekday in (None, found.weekday()) else None
        case Month(month):
            return month_interval(year, month)
        case Season(month, edtf):
            first = date(year, month, 1)
            last = month_end(year, month + 2) if month <= 10 else month_end(year + 1, month - 10)
            return Interval(first, last, f"{year:04}-{edtf}")
