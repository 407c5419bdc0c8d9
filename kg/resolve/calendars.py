"""Days that a text without a date tells but for the year, beside the days that another tells.

"On 22 May" is of the year in which a dated text has the same event on that day, or has it as news of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product

from kg.model import AgreementStatus, Interval, Status
from kg.resolve.reports import Report

NEWS = timedelta(days=-3), timedelta(0)
SOON = timedelta(0), timedelta(days=31)
DUE: Mapping[Status | AgreementStatus, tuple[timedelta, timedelta]] = {
    Status.HELD: NEWS,
    Status.PLANNED: SOON,
    Status.POSSIBLE: SOON,
}
"""When what a text tells without a day was or will be, from the day of writing."""


def days_agree(a: Report, b: Report, slack: timedelta) -> bool | None:
    """Whether two reports, one of which leaves the year open, may be of one day; None where one tells no day at all."""
    one, other = days_told(a), days_told(b)
    if one is None or other is None:
        return None
    pairs = product(_in_years_of(one, other, a), _in_years_of(other, one, b))
    return any(_overlap(x, y, slack) for x, y in pairs)


def days_told(report: Report) -> Interval | None:
    """The days that a report tells, the year left open or not; else, of news and of plans, those near the day of writing."""
    told, day = report.time or report.mention.calendar, report.article.creation_time
    if told is not None or day is None or report.mention.untold:
        return told
    due = DUE.get(report.mention.status)
    return due and Interval(day + due[0], day + due[1], "")


def _in_years_of(days: Interval, other: Interval, report: Report) -> Iterator[Interval]:
    """Days as they are; those of no year in each year that the other's touch, so that one year ends in the next."""
    if report.time is not None or report.mention.calendar is None:
        yield days
        return
    for year in range(other.earliest.year - 1, other.latest.year + 1):
        first = _in_year(days.earliest, year)
        yield Interval(first, first + (days.latest - days.earliest), "")


def _in_year(day: date, year: int) -> date:
    leaps = day.month == 2 and day.day == 29
    return date(year, 3, 1) if leaps and year % 4 else day.replace(year=year)


def _overlap(x: Interval, y: Interval, slack: timedelta) -> bool:
    return x.earliest <= y.latest + slack and y.earliest <= x.latest + slack
