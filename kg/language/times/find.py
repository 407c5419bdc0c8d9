"""Finds the time expressions of a text: maximal, in order, never overlapping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.language.times.expressions import (
    Anaphoric,
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
    TimeMention,
    Unit,
    Weekday,
    Within,
    Year,
)
from kg.language.times.points import Found, Place, read_simple
from kg.language.times.words import pieces, time_words
from kg.model import Span


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[TimeMention, ...]:
    """The time expressions of a text or of a stretch of it, with offsets into the whole text."""
    return tuple(_mentions(text, start, len(text) if end is None else min(end, len(text))))


def _mentions(text: str, start: int, end: int) -> Iterator[TimeMention]:
    pos = start
    while lead := _leads().search(text, pos, end):
        pos = lead.end()
        if lead["name"]:
            continue
        found = read_expression(Place(text, start, lead.start(), end))
        if found:
            pos = found.end
            yield TimeMention(Span(lead.start(), pos), text[lead.start() : pos], found.expression)


@cache
def _leads() -> re.Pattern[str]:
    """The names that tell no time, and the first words that a time expression can have."""
    names = "|".join(time_words()["names"]["words"])
    first = "|".join((*(pieces()[name] for name in FIRST_PIECES), *FIRST_WORDS))
    return re.compile(rf"(?<![\w-])(?:(?P<name>{names})|(?<![$€£¥.,:/#+])(?:{first}))".replace("<gap>", ""))


FIRST_PIECES = ("any_month", "weekday", "short_weekday", "season", "number", "day_word", "part", "holiday")
FIRST_WORDS = (
    r"\d",
    r"[Tt]h(?:e|is|at|ese)\b",
    r"[Ll]ast\b",
    r"[Nn]ext\b",
    r"[Pp]ast\b",
    r"[Ff]ollowing\b",
    r"[Ss]ince\b",
    r"[Uu]ntil\b",
    r"[Tt]ill\b",
    r"[Bb]y\b",
    r"[Bb]efore\b",
    r"[Aa]fter\b",
    r"[Ff]rom\b",
    r"[Bb]etween\b",
    r"[Ee]arlier\b",
    r"[Ll]ater\b",
)


def read_expression(place: Place) -> Found | None:
    """The expression that begins here: an open stretch, a range, or a point."""
    return read_open(place) or read_range(place)


OPENERS = {
    "since": Bound.SINCE,
    "after": Bound.AFTER,
    "until": Bound.UNTIL,
    "till": Bound.UNTIL,
    "by": Bound.UNTIL,
    "before": Bound.BEFORE,
}


def read_open(place: Place) -> Found | None:
    """A stretch with one end ("since 2017", "by Friday", "from 2017 on")."""
    m = place.match(r"(?P<word>[Ss]ince|[Aa]fter|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore) ")
    if not m:
        return _read_onward(place)
    point = read_point(place.at(m.end(), licensed=False))
    if not point or isinstance(point.expression, DayOfMonth) or not _closed(place.after(point.end)):
        return None
    return Found(Open(OPENERS[m["word"].lower()], point.expression), point.end)


def _read_onward(place: Place) -> Found | None:
    m = place.match(r"[Ff]rom ")
    point = m and read_point(place.at(m.end(), licensed=False))
    onward = point and place.at(point.end).match(r" (?:onwards?|on|to the present|until now|until today)\b")
    return Found(Open(Bound.SINCE, point.expression), onward.end()) if point and onward else None


def _closed(after: str) -> bool:
    """Whether an expression stands for itself, and does not modify a noun ("since Friday’s talks")."""
    return not re.match(r"['’]s?\b|-[a-z]", after)


def read_range(place: Place) -> Found | None:
    """A range with its preposition ("from March 4 to 11", "between 2017 and 2019"), or what stands without one."""
    m = place.match(r"(?P<word>[Ff]rom|[Bb]etween) ")
    if not m:
        return (
            read_years(place)
            or read_days(place)
            or _read_joined(place, r" ?[-–—] ?| to | through | until | and ")
        )
    inner = place.at(m.end(), licensed=False)
    joint = r" ?[-–—] ?| to | through | until | till " if m["word"].lower() == "from" else r" and "
    found = read_years(inner) or read_days(inner) or _read_joined(inner, joint, between=True)
    return found if found and isinstance(found.expression, Range) else None


def read_point(place: Place) -> Found | None:
    """A point with what narrows it: its part before, its frame behind ("early last year", "Monday of last week")."""
    return _read_part(place) or _read_later(place) or _read_framed(place)


def _read_framed(place: Place) -> Found | None:
    point = read_simple(place)
    if not point or not isinstance(point.expression, Day | Month | Weekday | Season):
        return point
    unit = "week" if isinstance(point.expression, Weekday) else "year"
    if getattr(point.expression, "year", None) is not None:
        return point
    m = place.at(point.end).match(rf",? (?:(?:of|in) )?(?=[Tt]|[Ll]|[Nn])(?=[^.]{{0,24}}\b{unit}\b)")
    frame = m and read_simple(place.at(m.end()))
    if frame and isinstance(frame.expression, Relative | Anaphoric) and frame.expression.unit == unit:
        return Found(Within(point.expression, frame.expression), frame.end)
    return point


def _read_part(place: Place) -> Found | None:
    m = place.match(
        r"(?:[Tt]he )?(?P<part><part>)(?:-| )(?:(?:of|in|on) )?(?:the )?(?P<whole>(?:week|month|year|decade)\b)?"
    )
    if not m:
        return None
    name = " ".join(m["part"].lower().split())
    if m["whole"]:
        return Found(Part(name, Relative(Unit(m["whole"]), 0)), m.end())
    whole = _read_framed(place.at(m.end()))
    if not whole or isinstance(whole.expression, DayOfMonth):
        return None
    if isinstance(whole.expression, PARTED) or _is_long(whole.expression):
        return Found(Part(name, whole.expression), whole.end)
    return whole if name in ("early", "late", "mid") else None


PARTED = (Month, Year, Decade, Season, Within)


def _is_long(expression: Expression) -> bool:
    """Whether a part of it can be told in days."""
    if isinstance(expression, Nearby):
        return not isinstance(expression.point, Day | Weekday)
    return isinstance(expression, Relative) and expression.unit is not Unit.DAY


def _read_later(place: Place) -> Found | None:
    """Earlier or later in a unit that runs ("later this year"): the whole unit, for the bounds move with the day."""
    m = place.match(r"(?:[Ee]arlier|[Ll]ater) (?:in |on )?(?:the )?(?P<whole>(?:week|month|year|day)\b)?")
    if not m:
        return None
    if m["whole"]:
        return Found(Anaphoric(Unit(m["whole"]), 0), m.end())
    return _read_framed(place.at(m.end(), licensed=False))


def read_years(place: Place) -> Found | None:
    """Two years with a stroke ("1950-1953", "2022/23")."""
    m = place.match(
        r"(?P<a>(?:1[5-9]|20)\d\d)[-–—/](?P<b>(?:1[5-9]|20)\d\d|\d\d)(?![\w%]|[-–/.,]\d)(?! <counted>)"
    )
    if not m:
        return None
    first = int(m["a"])
    last = int(m["b"]) if len(m["b"]) == 4 else first - first % 100 + int(m["b"])
    return Found(Range(Year(first), Year(last)), m.end()) if _years_stand(first, last, m["b"]) else None


def _years_stand(first: int, last: int, written: str) -> bool:
    """Whether two figures are years and not a year with its month ("2011-12") or a count."""
    return first < last <= first + 150 and (len(written) == 4 or (int(written) > 12 and last < first + 20))


def read_days(place: Place) -> Found | None:
    """Two days of one month ("June 13-17", "5 to 14 June 2021", "January 26 and 27")."""
    joint = r"(?: ?[-–—] ?| to | through | and )"
    tail = r"(?:,? (?P<y><year>)(?! <counted>)|(?![\w%]|[.,:]\d))"
    m = place.match(
        rf"(?P<mon><any_month>) (?P<a><day>)<ordinal>(?P<j>{joint})(?:the )?(?P<b><day>)<ordinal>(?! <any_month>){tail}"
    )
    m = m or place.match(
        rf"(?:[Tt]he )?(?P<a><day>)<ordinal>(?P<j>{joint})(?:the )?(?P<b><day>)<ordinal> (?:of )?(?P<mon><any_month>){tail}"
    )
    if not m or int(m["b"]) <= int(m["a"]) or ("and" in m["j"] and int(m["b"]) != int(m["a"]) + 1):
        return None
    return _day_range(m)


def _day_range(m: re.Match[str]) -> Found | None:
    year = f", {m['y']}" if m["y"] else ""
    start, end = (
        read_simple(Place(t, 0, 0, len(t))) for t in (f"{m['mon']} {m[side]}{year}" for side in ("a", "b"))
    )
    return Found(Range(start.expression, end.expression), m.end()) if start and end else None


def _read_joined(place: Place, joint: str, between: bool = False) -> Found | None:
    """A point, and where one is joined to it, the range of both."""
    start = read_point(place)
    if not start:
        return None
    m = place.at(start.end).match(rf"(?P<j>{joint})(?:the )?")
    end = m and read_point(place.at(m.end()))
    if m and end and _join(start.expression, end.expression, m["j"].strip(), between):
        return Found(Range(start.expression, end.expression), end.end)
    return start


def _join(start: Expression, end: Expression, joint: str, between: bool) -> bool:
    """Whether two points make a range; "and" joins neighbours only, unless "between" stands before."""
    if joint == "and" and not between:
        return _neighbours(start, end)
    same = type(_core(start)) is type(_core(end))
    return same and isinstance(_core(start), Day | Month | Year | Weekday | Decade | Season | Relative)


def _core(expression: Expression) -> Expression:
    while isinstance(expression, Part | Within | Nearby):
        expression = expression.whole if isinstance(expression, Part) else expression.point
    return expression


def _neighbours(start: Expression, end: Expression) -> bool:
    match start, end:
        case Weekday(a), Weekday(b):
            return (a + 1) % 7 == b
        case Relative(unit, a), Relative(other, b):
            return unit is other and a + 1 == b
        case Year(a), Year(b):
            return a + 1 == b
        case Month(a, None), Month(b, _):
            return a % 12 + 1 == b
        case _:
            return False
