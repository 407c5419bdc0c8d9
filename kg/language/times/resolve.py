"""Which days a time expression means, read against the day of writing.

Where the text and that day do not tell, the answer is None. The readings, where English leaves a choice:

* A bare weekday, day or month is the last one up to the day of writing, in the future tense the next one from it
  on. Without a tense, a day or month that begins within the next `SOON` days is the coming one.
* "last Friday" is the latest Friday before the day of writing, "last September" the latest September that is over.
* "next Friday" is the next one of a later calendar week, "next March" the next one that has not begun.
* "earlier this month" and "later this year" are the whole month or year.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import ceil, floor

from kg.language.times.days import (
    ONE_DAY,
    add_units,
    day_interval,
    interval,
    month_end,
    month_interval,
    unit_interval,
    years_interval,
)
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
    Recurring,
    Relative,
    Season,
    Side,
    Stretch,
    Tense,
    TimeMention,
    Unit,
    Weekday,
    WeekOf,
    Within,
    Year,
)
from kg.language.times.words import table
from kg.model import Interval

SOON = timedelta(days=92)
FAR = 8
"""How many years a date may lie away: the longest wait for a February 29 is eight."""


def resolve_time(mention: TimeMention, anchor: date | None, tense: Tense | None = None) -> Interval | None:
    """When a time expression is, read on the anchor day; None where text and anchor do not tell."""
    return _guarded(lambda: _resolve(mention.expression, anchor, tense))


def resolve_anaphoric(mention: TimeMention, previous: Interval) -> Interval | None:
    """When an expression is that counts from a time told before ("the same day", "the following year", "the 26th").

    None for an expression that does not.
    """
    return _guarded(lambda: _resolve_from(mention.expression, previous))


def _guarded(resolve: Callable[[], Interval | None]) -> Interval | None:
    """None for days beyond the calendar."""
    try:
        return resolve()
    except (OverflowError, ValueError):
        return None


def _resolve(expression: Expression, anchor: date | None, tense: Tense | None) -> Interval | None:
    """The days that any expression means."""
    match expression:
        case Day(year=None) | Month(year=None) | Season(year=None) | Weekday():
            return _recurring(expression, anchor, tense) if anchor else None
        case Range(start, end):
            return _range(start, end, anchor, tense)
        case Open(bound, point):
            return _open(bound, point, anchor, tense)
        case Part(name, whole):
            return _part(name, _resolve(whole, anchor, tense))
        case WeekOf(week, month):
            return _week_of(week, _resolve(month, anchor, tense))
        case Within(point, frame):
            return _within(point, _resolve(frame, anchor, tense))
        case _:
            return _fixed(expression) or (_counted(expression, anchor, tense) if anchor else None)


def _fixed(expression: Expression) -> Interval | None:
    """What needs no day of writing."""
    match expression:
        case Day(month, day, int(year)):
            return day_interval(date(year, month, day))
        case Month(month, int(year)):
            return month_interval(year, month)
        case Season(year=int(year)):
            return _in_year(expression, year)
        case Year(year):
            return years_interval(year)
        case Decade(first):
            return years_interval(first, 10)
        case Century(first):
            return years_interval(first, 100)
        case _:
            return None


def _counted(expression: Expression, anchor: date, tense: Tense | None) -> Interval | None:
    """What is counted from the day of writing."""
    match expression:
        case Relative(Unit.WEEKEND, 0):
            return _weekend(anchor, tense)
        case Relative(unit, offset):
            return unit_interval(anchor, unit, offset)
        case Ago(count, unit):
            return _ago(count, unit, anchor)
        case Stretch(count, unit):
            return _stretch(count, unit, anchor)
        case Nearby(point, side):
            return _nearby(point, side, anchor, tense)
        case _:
            return None


def _weekend(anchor: date, tense: Tense | None) -> Interval:
    """The weekend of this week, which the past tense on a weekday cannot mean."""
    past = tense is Tense.PAST and anchor.weekday() < 5
    return unit_interval(anchor, Unit.WEEKEND, -1 if past else 0)


def _recurring(point: Recurring, anchor: date, tense: Tense | None) -> Interval | None:
    """The last or the next one, as the tense tells."""
    last, following = _last(point, anchor), _next(point, anchor)
    if tense is Tense.FUTURE:
        return following
    soon = following and anchor < following.earliest <= anchor + SOON
    if tense is not Tense.PAST and soon and not isinstance(point, Weekday):
        return following
    return last


def _last(point: Recurring, anchor: date) -> Interval | None:
    """The last one that has begun."""
    return next((one for one in reversed(_around(point, anchor)) if one.earliest <= anchor), None)


def _next(point: Recurring, anchor: date) -> Interval | None:
    """The next one that is not over."""
    return next((one for one in _around(point, anchor) if one.latest >= anchor), None)


def _around(point: Recurring, anchor: date) -> list[Interval]:
    """The ones before and after a day, in order."""
    if isinstance(point, Weekday):
        monday = anchor - timedelta(days=anchor.weekday())
        return [day_interval(monday + timedelta(days=point.weekday + 7 * week)) for week in (-1, 0, 1)]
    years = range(max(1, anchor.year - FAR), min(9998, anchor.year + FAR) + 1)
    return [one for year in years if (one := _in_year(point, year))]


def _in_year(point: Day | Month | Season, year: int) -> Interval | None:
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
            last = month + 2
            end = month_end(year + (last > 12), (last - 1) % 12 + 1)
            return Interval(date(year, month, 1), end, f"{year:04}-{edtf}")


def _nearby(point: Recurring, side: Side, anchor: date, tense: Tense | None) -> Interval | None:
    """The one that "last", "this" or "next" picks."""
    ones = _around(point, anchor)
    if side is Side.LAST:
        return next((one for one in reversed(ones) if one.latest < anchor), None)
    if side is Side.NEXT:
        start = unit_interval(anchor, Unit.WEEK).latest if isinstance(point, Weekday) else anchor
        return next((one for one in ones if one.earliest > start), None)
    if side is not Side.THIS:
        return None
    if isinstance(point, Weekday):
        return _recurring(point, anchor, tense or Tense.FUTURE)
    return _in_year(point, anchor.year)


def _ago(count: int, unit: Unit, anchor: date) -> Interval:
    """A distance, as exact as its unit: days to the day, weeks within three days, months and years whole."""
    point = add_units(anchor, count, unit)
    if unit is Unit.DAY:
        return day_interval(point)
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return interval(point - timedelta(days=3), point + timedelta(days=3))
    whole = unit_interval(point, Unit.MONTH if unit in (Unit.MONTH, Unit.QUARTER) else Unit.YEAR)
    return whole._replace(edtf=f"{whole.edtf}~")


def _stretch(count: int, unit: Unit, anchor: date) -> Interval:
    """From a distance to the day of writing, or from that day on."""
    earliest, latest = sorted((add_units(anchor, count, unit), anchor))
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        return interval(earliest, latest)
    digits = 4 if unit is Unit.DECADE or (unit is Unit.YEAR and abs(count) >= 5) else 7
    return Interval(earliest, latest, f"{earliest.isoformat()[:digits]}/{latest.isoformat()[:digits]}")


def _range(start: Expression, end: Expression, anchor: date | None, tense: Tense | None) -> Interval | None:
    """From the start of one to the end of the other; the one whose year is told leads the other."""
    if tense is Tense.FUTURE or _dated(start):
        first = _resolve(start, anchor, tense)
        last = first and _resolve(end, first.earliest, Tense.FUTURE if not _counts(end) else tense)
        last = _resolve(end, anchor, tense) if _counts(end) else last
    else:
        last = _resolve(end, anchor, tense)
        first = last and _resolve(start, last.latest, Tense.PAST)
        first = _resolve(start, anchor, tense) if _counts(start) else first
    if not first or not last or first.earliest > last.latest:
        return None
    return interval(first.earliest, last.latest)


def _dated(expression: Expression) -> bool:
    return _fixed(expression) is not None


def _counts(expression: Expression) -> bool:
    """Whether it is counted from the day of writing and from nothing else."""
    match expression:
        case Relative() | Ago() | Nearby() | Within():
            return True
        case Part(_, whole):
            return _counts(whole)
        case _:
            return False


def _open(bound: Bound, point: Expression, anchor: date | None, tense: Tense | None) -> Interval | None:
    """From a point to the day of writing, or from that day to a point."""
    if not anchor:
        return None
    backward = bound in (Bound.SINCE, Bound.AFTER)
    found = _resolve(
        point, anchor, (Tense.PAST if backward and tense is not Tense.FUTURE else tense or Tense.FUTURE)
    )
    if not found:
        return None
    earliest, latest = (anchor, found.latest) if not backward else (found.earliest, anchor)
    earliest = found.latest + ONE_DAY if bound is Bound.AFTER else earliest
    latest = found.earliest - ONE_DAY if bound is Bound.BEFORE else latest
    if earliest > latest:
        return None
    return Interval(earliest, latest, _open_edtf(bound, found))


def _open_edtf(bound: Bound, found: Interval) -> str:
    first, _, last = found.edtf.partition("/")
    match bound:
        case Bound.SINCE:
            return f"{first}/.."
        case Bound.UNTIL:
            return f"../{last or first}"
        case Bound.AFTER:
            return f"{found.latest + ONE_DAY}/.."
        case Bound.BEFORE:
            return f"../{found.earliest - ONE_DAY}"


def _part(name: str, whole: Interval | None) -> Interval | None:
    """The days of a part, cut at the grain that the whole is counted in."""
    if not whole:
        return None
    low, high = table("parts")[name]
    days = (whole.latest - whole.earliest).days + 1
    if days > 3 * 366:
        years = whole.latest.year - whole.earliest.year + 1
        return years_interval(
            whole.earliest.year + floor(low * years), ceil(high * years) - floor(low * years)
        )
    if days > 31 and whole.earliest.day == 1:
        return _months(whole, low, high)
    return interval(
        whole.earliest + timedelta(days=floor(low * days)),
        whole.earliest + timedelta(days=ceil(high * days) - 1),
    )


def _months(whole: Interval, low: float, high: float) -> Interval:
    count = 12 * (whole.latest.year - whole.earliest.year) + whole.latest.month - whole.earliest.month + 1
    first = add_units(whole.earliest, floor(low * count), Unit.MONTH)
    last = add_units(whole.earliest, ceil(high * count) - 1, Unit.MONTH)
    return interval(first, month_end(last.year, last.month))


def _week_of(week: int, month: Interval | None) -> Interval | None:
    """The seven days of a month's first, second … or last week."""
    if not month:
        return None
    if week < 0:
        return interval(month.latest - timedelta(days=6), month.latest)
    return interval(
        month.earliest + timedelta(days=7 * week - 7), month.earliest + timedelta(days=7 * week - 1)
    )


def _within(point: Recurring, frame: Interval | None) -> Interval | None:
    """The one inside a frame, where there is exactly one."""
    if not frame:
        return None
    inside = [one for one in _around(point, frame.earliest) if frame.earliest <= one.earliest <= frame.latest]
    return inside[0] if len(inside) == 1 else None


def _resolve_from(expression: Expression, previous: Interval) -> Interval | None:
    match expression:
        case Anaphoric(unit, offset):
            return _shifted(unit, offset, previous)
        case DayOfMonth(day):
            return _day_in(day, previous)
        case Nearby(point, Side.THAT):
            return _in_year(point, previous.earliest.year) if not isinstance(point, Weekday) else None
        case Nearby(point, Side.FOLLOWING):
            return (
                _nearby(point, Side.NEXT, previous.latest, None)
                if not isinstance(point, Weekday)
                else _next(point, previous.latest + ONE_DAY)
            )
        case Nearby(point, Side.PREVIOUS):
            return _nearby(point, Side.LAST, previous.earliest, None)
        case Within(point, Anaphoric() as frame):
            return _within(point, _resolve_from(frame, previous))
        case Part(name, whole):
            return _part(name, _resolve_from(whole, previous))
        case _:
            return None


def _shifted(unit: Unit, offset: int, previous: Interval) -> Interval:
    """The units that a time lies in, shifted: as wide as that time where it is wider than the unit."""
    first, last = (unit_interval(day, unit, offset) for day in (previous.earliest, previous.latest))
    return interval(first.earliest, last.latest)


def _day_in(day: int, previous: Interval) -> Interval | None:
    """The day of the month that the time before lies in."""
    first, last = previous.earliest, previous.latest
    if (first.year, first.month) != (last.year, last.month):
        return None
    return day_interval(first.replace(day=day))
