"""Points of the calendar, one rule a form: days, months, seasons, years, weekdays."""

from __future__ import annotations

import re
from calendar import monthrange

from kg.language.times.context import day_of_month_stands, month_stands, weekday_stands, year_stands
from kg.language.times.expressions import (
    Century,
    Day,
    DayOfMonth,
    Decade,
    Month,
    Season,
    Weekday,
    WeekOf,
    Year,
)
from kg.language.times.place import Found, Place, Rule, first_of
from kg.language.times.words import month_number, table, weekday_number

CLOCK = r"(?:(?:T| )\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
DAY_END = r"(?![\w%]|:\d|[.,]\d)"


def read_iso(place: Place) -> Found | None:
    """Figures from the year down ("2024-01-26", "2024-01-27 14:49:00", "2024/1/26")."""
    m = place.match(rf"(?P<y>\d{{4}})([-/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}})(?!\d){CLOCK}(?![\w%]|[-/.]\d)")
    return _day(m, int(m["m"])) if m else None


def read_figures(place: Place) -> Found | None:
    """Figures from the day up ("26.01.2024"); with strokes only where day and month cannot be confused."""
    m = place.match(r"(?P<d>\d{1,2})([./])(?P<m>\d{1,2})\2(?P<y>\d{4})(?![\w%]|[./-]\d)")
    if not m:
        return None
    day, month = int(m["d"]), int(m["m"])
    if m[2] == "." or day > 12 or day == month:
        return _checked_day(day, month, int(m["y"]), m.end())
    return _checked_day(month, day, int(m["y"]), m.end()) if month > 12 else None


def read_month_day(place: Place) -> Found | None:
    """Month before day ("January 26, 2024", "Jan. 26", "March the 4th")."""
    m = place.match(
        r"(?P<mon><any_month>)\.? ?(?:the )?(?P<d><day>)<ordinal>"
        rf"(?:,? ?(?P<y><year>)(?! <counted>)|(?! <counted>\b){DAY_END})"
    )
    return _day(m, month_number(m["mon"])) if m else None


def read_day_month(place: Place) -> Found | None:
    """Day before month ("26 January 2024", "the 26th of January", "26-Jan-2024")."""
    m = place.match(
        r"(?:[Tt]he )?(?P<d><day>)<ordinal>(?: (?:of )?|-)(?P<mon><any_month>)"
        r"(?:(?:,? |-)(?P<y><year>)|(?!\w|-\d\d(?!\d| )))"
    )
    return _day(m, month_number(m["mon"])) if m else None


def read_weekday_day(place: Place) -> Found | None:
    """A weekday with its date beside it ("Friday, January 26", "Friday (January 26)", "Fri 26 Jan")."""
    m = place.match(r"(?P<w><weekday>|<short_weekday>)(?: <daypart>)?(?:(?P<open> ?\()|,? )(?:the )?")
    found = m and (read_month_day(place.at(m.end())) or read_day_month(place.at(m.end())))
    if not m or not found or not isinstance(found.expression, Day):
        return None
    if m["open"] and not place.text.startswith(")", found.end, place.end):
        return None
    day = found.expression
    return Found(Day(day.month, day.day, day.year, weekday_number(m["w"])), found.end + bool(m["open"]))


def read_day_weekday(place: Place) -> Found | None:
    """A date with its weekday in brackets behind it ("January 25 (Thursday)")."""
    found = first_of(place, (read_month_day, read_day_month))
    m = found and place.at(found.end).match(r" ?\((?P<w><weekday>|<short_weekday>)\)")
    if not m or not found or not isinstance(found.expression, Day):
        return None
    day = found.expression
    return Found(Day(day.month, day.day, day.year, weekday_number(m["w"])), m.end())


def read_day_of_month(place: Place) -> Found | None:
    """A day whose month is told elsewhere ("the 26th")."""
    m = place.match(
        r"[Tt]he (?P<d><day>)(?:st|nd|rd|th)\b(?P<of>(?= of (?:last|this|next|that|the same) month\b))?"
    )
    if not m or (m["of"] is None and not day_of_month_stands(place.before(), place.after(m.end()))):
        return None
    return Found(DayOfMonth(int(m["d"])), m.end())


def read_month(place: Place) -> Found | None:
    """A month, alone where the words around it show that it is one ("September", "January 2024")."""
    m = place.match(r"(?P<mon><any_month>)(?:,? (?:of )?(?P<y><year>)(?! <counted>))")
    if m:
        return Found(Month(month_number(m["mon"]), int(m["y"])), m.end())
    m = place.match(r"(?P<mon><month>)\b(?!-[a-z]| (?:of )?['’]\d\d\b)")
    if not m or not (place.licensed or month_stands(m["mon"], place.before(), place.after(m.end()))):
        return None
    return Found(Month(month_number(m["mon"])), m.end())


def read_season(place: Place) -> Found | None:
    """A season of a year ("spring 1994", "the winter of 2002"); alone only where it is called for."""
    m = place.match(r"(?:[Tt]he )?(?P<s><season>) (?:of )?(?P<y><year>)(?:[-–/]\d{2,4}(?!\d))?")
    if not m and place.licensed:
        m = place.match(r"(?P<s><season>)(?P<y>)\b(?! Olympics)")
    if not m:
        return None
    season = table("seasons")[m["s"].lower()]
    return Found(Season(season["month"], season["edtf"], int(m["y"]) if m["y"] else None), m.end())


def read_year(place: Place) -> Found | None:
    """A year, where the words around it show that the number is one."""
    m = place.match(r"(?P<spelled>[Tt]he year )?(?P<y><year>)")
    if not m:
        return None
    year, after = int(m["y"]), place.after(m.end())
    if not (m["spelled"] or year_stands(year, place.before(), after, place.licensed)):
        return None
    return Found(Year(year), m.end())


def read_decade(place: Place) -> Found | None:
    """A decade ("the 1970s", "the 1970’s")."""
    m = place.match(r"(?P<the>[Tt]he )?(?P<y>(?:1[5-9]|20)\d0)(?P<mark>['’]?)s\b")
    if not m or (m["mark"] and not m["the"] and not place.licensed):
        return None
    return Found(Decade(int(m["y"])), m.end())


def read_century(place: Place) -> Found | None:
    """A century ("the 19th century")."""
    m = place.match(r"(?:[Tt]he )?(?P<c>1[5-9]|20)th(?: |-)[Cc]entury\b")
    return Found(Century(int(m["c"]) * 100 - 100), m.end()) if m else None


def read_weekday(place: Place) -> Found | None:
    """A weekday ("Friday", "Saturday evening")."""
    m = place.match(r"(?P<w><weekday>)\b(?: <daypart>\b)?")
    if not m or not (place.licensed or weekday_stands(place.before())):
        return None
    return Found(Weekday(weekday_number(m["w"])), m.end())


def read_week_of(place: Place) -> Found | None:
    """A week of a month, or around a day ("the first week of June", "the week of March 4")."""
    m = place.match(r"[Tt]he (?:(?P<nth><nth>) )?week (?:of|in) ")
    if not m:
        return None
    inner = place.at(m.end())
    found = read_month(inner) if m["nth"] else first_of(inner, (read_month_day, read_day_month))
    week = table("ordinals")[m["nth"].lower()] if m["nth"] else 0
    return Found(WeekOf(week, found.expression), found.end) if found else None


def read_holiday(place: Place) -> Found | None:
    """A day that has a name ("Christmas Day 2023")."""
    m = place.match(r"(?P<name><holiday>)\b(?:,? (?P<y><year>))?")
    if not m:
        return None
    month, day = table("holidays")[" ".join(m["name"].replace("’", "'").split())]
    return Found(Day(month, day, int(m["y"]) if m["y"] else None), m.end())


DATE_RULES: tuple[Rule, ...] = (
    read_iso,
    read_figures,
    read_weekday_day,
    read_day_weekday,
    read_month_day,
    read_day_month,
    read_day_of_month,
    read_month,
    read_season,
    read_decade,
    read_century,
    read_year,
    read_weekday,
    read_week_of,
    read_holiday,
)


def _day(m: re.Match[str], month: int) -> Found | None:
    return _checked_day(int(m["d"]), month, int(m["y"]) if m["y"] else None, m.end())


def _checked_day(day: int, month: int, year: int | None, end: int) -> Found | None:
    """A day that the calendar knows, of the years that news tells of."""
    if year is not None and not 1500 <= year <= 2100:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return Found(Day(month, day, year), end)
