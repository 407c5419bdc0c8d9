"""Stretches of time: from one point to another, or with one end open."""

from __future__ import annotations

import re

from kg.language.times.expressions import (
    Bound,
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
    Weekday,
    Within,
    Year,
)
from kg.language.times.place import Found, Place
from kg.language.times.points import read_point
from kg.language.times.words import month_number

BOUNDS = {
    "since": Bound.SINCE,
    "after": Bound.AFTER,
    "until": Bound.UNTIL,
    "till": Bound.UNTIL,
    "by": Bound.UNTIL,
    "before": Bound.BEFORE,
    "no later than": Bound.UNTIL,
    "through": Bound.UNTIL,
}
DASH = r" ?[-–—] ?"


def read_expression(place: Place) -> Found | None:
    """The time expression that begins here: an open stretch, a range, or a point."""
    return _read_open(place) or _read_onward(place) or _read_range(place) or _read_bare(place)


def _read_open(place: Place) -> Found | None:
    """A stretch with one end ("since 2017", "by Friday")."""
    m = place.match(
        r"(?P<word>[Ss]ince|[Aa]fter|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Nn]o later than|[Tt]hrough) "
    )
    point = m and read_point(place.at(m.end(), licensed=False))
    if not m or not point or isinstance(point.expression, DayOfMonth):
        return None
    if not _stands_alone(place.after(point.end)) or re.search(r"(?:way|half|all)\s{1,2}$", place.before()):
        return None
    word = " ".join(m["word"].lower().split())
    return Found(Open(BOUNDS[word], point.expression), point.end)


def _stands_alone(after: str) -> bool:
    """Whether an expression does not modify a noun: not "since Friday’s talks"."""
    return not re.match(r"['’]s?\b|-[a-z]", after)


def _read_onward(place: Place) -> Found | None:
    """A stretch up to now that says so at its end ("from 2017 on")."""
    m = place.match(r"[Ff]rom ")
    point = m and read_point(place.at(m.end(), licensed=False))
    onward = point and place.at(point.end).match(r" (?:onwards?|on|to the present|until now|until today)\b")
    return Found(Open(Bound.SINCE, point.expression), onward.end()) if point and onward else None


def _read_range(place: Place) -> Found | None:
    """A range with its preposition ("from March 4 to 11", "between 2017 and 2019")."""
    m = place.match(r"(?:(?P<between>[Bb]etween)|[Ff]rom) ")
    if not m:
        return None
    inner = place.at(m.end(), licensed=False)
    joint = r" and " if m["between"] else rf"{DASH}| to | through | until | till "
    found = _read_years(inner) or _read_days(inner) or _read_joined(inner, joint, between=True)
    return found if found and isinstance(found.expression, Range) else None


def _read_bare(place: Place) -> Found | None:
    """A range without a preposition ("June 13-17", "Friday and Saturday"), or a point."""
    joint = rf"{DASH}| to | through | until | and "
    return _read_years(place) or _read_days(place) or _read_joined(place, joint, between=False)


def _read_years(place: Place) -> Found | None:
    """Two years with a stroke ("1950-1953", "2022/23")."""
    m = place.match(
        rf"(?P<a>(?:1[5-9]|20)\d\d)(?:{DASH}|/)(?P<b>(?:1[5-9]|20)\d\d|\d\d)(?![\w%]|[-/.,]\d)(?! <counted>)"
    )
    if not m:
        return None
    first = int(m["a"])
    last = int(m["b"]) if len(m["b"]) == 4 else first - first % 100 + int(m["b"])
    if len(m["b"]) == 2 and not _is_short_year(m, place.before()):
        return None
    return Found(Range(Year(first), Year(last)), m.end()) if first < last <= first + 150 else None


def _is_short_year(m: re.Match[str], before: str) -> bool:
    """Whether the second figure is a year ("the 2008-09 crisis"), and not a month ("2011-12")."""
    called_for = re.search(r"\b(?:the|in|of|during|its|their)\s{1,2}$", before.lower())
    return int(m["b"]) > 12 or "-" not in m[0] or called_for is not None


def _read_days(place: Place) -> Found | None:
    """Two days of one month ("June 13-17", "5 to 14 June 2021", "January 26 and 27")."""
    days = rf"(?P<a><day>)<ordinal>(?:{DASH}| to | through |(?P<and> and ))(?:the )?(?P<b><day>)<ordinal>"
    tail = r"(?:,? (?P<y><year>)(?! <counted>)|(?![\w%]|[.,:]\d| <counted>\b))"
    m = place.match(rf"(?P<mon><any_month>) {days}(?! <any_month>){tail}")
    m = m or place.match(rf"(?:[Tt]he )?{days} (?:of )?(?P<mon><any_month>){tail}")
    if not m:
        return None
    month, first, last = month_number(m["mon"]), int(m["a"]), int(m["b"])
    if last <= first or last > 31 or (m["and"] and last != first + 1):
        return None
    year = int(m["y"]) if m["y"] else None
    return Found(Range(Day(month, first, year), Day(month, last, year)), m.end())


def _read_joined(place: Place, joint: str, between: bool) -> Found | None:
    """A point, and where one is joined to it, the range of both."""
    start = read_point(place)
    if not start:
        return None
    m = place.at(start.end).match(rf"(?P<joint>{joint})(?:the )?")
    end = m and read_point(place.at(m.end()))
    if m and end and _are_joined(start.expression, end.expression, m["joint"].strip(), between):
        return Found(Range(start.expression, end.expression), end.end)
    return start


def _are_joined(start: Expression, end: Expression, joint: str, between: bool) -> bool:
    """Whether two points make a range; without "between" an "and" joins neighbours only."""
    if joint == "and" and not between:
        return _are_neighbours(start, end)
    same = type(_core(start)) is type(_core(end))
    return same and isinstance(_core(start), Day | Month | Year | Weekday | Decade | Season | Relative)


def _core(expression: Expression) -> Expression:
    """The point inside its part or frame."""
    match expression:
        case Part(_, inner) | Within(inner) | Nearby(inner):
            return _core(inner)
    return expression


def _are_neighbours(start: Expression, end: Expression) -> bool:
    """Whether one follows right upon the other."""
    match start, end:
        case (Day(a, b), Day(c, d)):
            return a == c and b + 1 == d
        case (Weekday(a), Weekday(b)):
            return (a + 1) % 7 == b
        case (Relative(unit, a), Relative(other, b)):
            return unit is other and a + 1 == b
        case (Month(a, None), Month(b)):
            return a % 12 + 1 == b
    return end == _next(start)


def _next(start: Expression) -> Expression | None:
    """The year or decade that follows."""
    match start:
        case Year(year):
            return Year(year + 1)
        case Decade(first):
            return Decade(first + 10)
    return None
