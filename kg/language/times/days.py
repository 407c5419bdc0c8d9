"""Counting on the calendar: units around a day, and intervals with their EDTF."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from kg.language.times.expressions import Unit
from kg.model import Interval

ONE_DAY = timedelta(days=1)


def interval(earliest: date, latest: date) -> Interval:
    """The interval between two days, with the shortest EDTF that says the same."""
    return Interval(earliest, latest, _edtf(earliest, latest))


def day_interval(day: date) -> Interval:
    """A single day."""
    return Interval(day, day, day.isoformat())


def month_interval(year: int, month: int) -> Interval:
    """A whole month."""
    return interval(date(year, month, 1), month_end(year, month))


def years_interval(first: int, count: int = 1) -> Interval:
    """A year, or several from the first one on."""
    return interval(date(first, 1, 1), date(first + count - 1, 12, 31))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last one of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_units(day: date, count: int, unit: Unit) -> date:
    """The day that lies some units before or after."""
    if unit in MONTHS_OF:
        return add_months(day, count * MONTHS_OF[unit])
    return day + timedelta(days=count * (1 if unit is Unit.DAY else 7))


def unit_interval(day: date, unit: Unit, offset: int = 0) -> Interval:
    """The unit that a day lies in, or one some units away; a week begins on Monday."""
    day = add_units(day, offset, unit)
    if unit in MONTHS_OF:
        months = MONTHS_OF[unit]
        since_start = (day.year * 12 + day.month - 1) % months
        first = add_months(day.replace(day=1), -since_start)
        return interval(first, add_months(first, months) - ONE_DAY)
    if unit is Unit.DAY:
        return day_interval(day)
    monday = day - timedelta(days=day.weekday())
    return interval(monday + timedelta(days=5 if unit is Unit.WEEKEND else 0), monday + timedelta(days=6))


MONTHS_OF = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}


def _edtf(earliest: date, latest: date) -> str:
    first, last = earliest.isoformat(), latest.isoformat()
    if first == last:
        return first
    if first[4:] == "-01-01" and last[4:] == "-12-31":
        return _edtf_years(first[:4], last[:4])
    if earliest.day == 1 and latest == month_end(latest.year, latest.month):
        return first[:7] if first[:7] == last[:7] else f"{first[:7]}/{last[:7]}"
    return f"{first}/{last}"


def _edtf_years(first: str, last: str) -> str:
    if first == last:
        return first
    if first[2:] == "00" and last == f"{first[:2]}99":
        return f"{first[:2]}XX"
    if first[3] == "0" and last == f"{first[:3]}9":
        return f"{first[:3]}X"
    return f"{first}/{last}"
