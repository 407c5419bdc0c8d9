"""Units, distances and shares: what a time expression counts off."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil, floor

from kg.language.times.days import (
    add_units,
    day_interval,
    interval,
    month_end,
    unit_interval,
    years_interval,
)
from kg.language.times.expressions import Tense, Unit
from kg.language.times.words import table
from kg.model import Interval

WEEKS = (Unit.WEEK, Unit.WEEKEND)
LONG_YEARS = 5
"""From how many years on a stretch is told in whole years."""


def relative(unit: Unit, offset: int, anchor: date, tense: Tense | None) -> Interval:
    """A unit counted from that of writing; on a weekday and in the past "this weekend" is the last one."""
    if unit is Unit.WEEKEND and offset == 0 and tense is Tense.PAST and anchor.weekday() < 5:
        offset = -1
    return unit_interval(anchor, unit, offset)


def distance(count: int, unit: Unit, anchor: date) -> Interval:
    """A distance, as exact as its unit: days to the day, weeks within three days, months and years whole."""
    point = add_units(anchor, count, unit)
    if unit is Unit.DAY:
        return day_interval(point)
    if unit in WEEKS:
        return interval(point - timedelta(days=3), point + timedelta(days=3))
    whole = unit_interval(point, Unit.MONTH if unit in (Unit.MONTH, Unit.QUARTER) else Unit.YEAR)
    return whole._replace(edtf=f"{whole.edtf}~")


def stretch(count: int, unit: Unit, anchor: date) -> Interval:
    """From a distance to the day of writing, or from that day on; the EDTF is as exact as the unit."""
    earliest, latest = sorted((add_units(anchor, count, unit), anchor))
    if unit is Unit.DAY or unit in WEEKS:
        return interval(earliest, latest)
    in_years = unit is Unit.DECADE or (unit is Unit.YEAR and abs(count) >= LONG_YEARS)
    first, last = (day.isoformat()[: 4 if in_years else 7] for day in (earliest, latest))
    return Interval(earliest, latest, first if first == last else f"{first}/{last}")


def shifted(unit: Unit, offset: int, previous: Interval) -> Interval:
    """The units that a time told before lies in, shifted: as wide as it where it is wider than the unit."""
    first, last = (unit_interval(day, unit, offset) for day in (previous.earliest, previous.latest))
    return interval(first.earliest, last.latest)


def day_within(day: int, previous: Interval | None) -> Interval | None:
    """The day of the month that another time lies in."""
    if not previous:
        return None
    first, last = previous.earliest, previous.latest
    if (first.year, first.month) != (last.year, last.month) or day > month_end(first.year, first.month).day:
        return None
    return day_interval(first.replace(day=day))


def week_of(week: int, month: Interval | None) -> Interval | None:
    """The seven days of a month's first, second … or last week; for 0 the week around a day."""
    if not month:
        return None
    if week == 0:
        return unit_interval(month.earliest, Unit.WEEK)
    first = month.latest - timedelta(days=6) if week < 0 else month.earliest + timedelta(days=7 * (week - 1))
    return interval(first, first + timedelta(days=6))


def part(name: str, whole: Interval | None) -> Interval | None:
    """The share of a whole that a part takes, in years, months or days, rounded outwards."""
    if not whole:
        return None
    first, last = whole.earliest, whole.latest
    days = (last - first).days + 1
    if days > 3 * 366:
        low, high = _share(name, last.year - first.year + 1)
        return years_interval(first.year + low, high - low)
    if days > 31 and first.day == 1:
        low, high = _share(name, 12 * (last.year - first.year) + last.month - first.month + 1)
        end = add_units(first, high - 1, Unit.MONTH)
        return interval(add_units(first, low, Unit.MONTH), month_end(end.year, end.month))
    low, high = _share(name, days)
    return interval(first + timedelta(days=low), first + timedelta(days=high - 1))


def _share(name: str, count: int) -> tuple[int, int]:
    low, high = table("parts")[name]
    return floor(low * count), ceil(high * count)
