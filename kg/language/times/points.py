"""The single points of time that a text can name, one rule a form."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from typing import NamedTuple

from kg.language.times.context import (
    day_of_month_stands,
    distance_stands,
    month_stands,
    weekday_stands,
    year_stands,
)
from kg.language.times.expressions import (
    Ago,
    Anaphoric,
    Century,
    Day,
    DayOfMonth,
    Decade,
    Expression,
    Month,
    Nearby,
    Relative,
    Season,
    Side,
    Stretch,
    Unit,
    Weekday,
    WeekOf,
    Year,
)
from kg.language.times.words import count_of, month_number, pattern, table, weekday_number


class Found(NamedTuple):
    """An expression, and where it ends in the text."""

    expression: Expression
    end: int


class Place(NamedTuple):
    """Where a rule is tried: the text, the stretch of it that may be read, and whether a range calls for a date."""

    text: str
    start: int
    pos: int
    end: int
    licensed: bool = False

    def at(self, pos: int, licensed: bool = True) -> Place:
        """The same text further on."""
        return self._replace(pos=pos, licensed=licensed)

    def match(self, template: str) -> re.Match[str] | None:
        """The match of a pattern right here."""
        return pattern(template).match(self.text, self.pos, self.end)

    def before(self) -> str:
        """The words just before."""
        return self.text[max(self.start, self.pos - 40) : self.pos]

    def after(self, end: int) -> str:
        """The words behind an expression that ends there."""
        return self.text[end : min(self.end, end + 40)]


Rule = Callable[[Place], Found | None]

CLOCK = r"(?:(?:T| )\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
DAY_END = r"(?![\w%]|:\d|[.,]\d)"


def read_iso(place: Place) -> Found | None:
    """Figures from the year down ("2024-01-26", "2024-01-27 14:49:00", "2024/1/26")."""
    m = place.match(rf"(?P<y>\d{{4}})([-/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}})(?!\d){CLOCK}(?![\w%]|[-/.]\d)")
    return _day(m, int(m["m"])) if m else None


def read_figures(place: Place) -> Found | None:
    """Figures from the day up ("26.01.2024"), and with strokes where day and month cannot be confused."""
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
        rf"(?P<mon><any_month>)\.? ?(?:the )?(?P<d><day>)<ordinal>(?:,? ?(?P<y><year>)(?! <counted>)|{DAY_END})"
    )
    if not m or (not m["y"] and pattern(r" <counted>\b").match(place.after(m.end()))):
        return None
    return _day(m, month_number(m["mon"]))


def read_day_month(place: Place) -> Found | None:
    """Day before month ("26 January 2024", "the 26th of January", "26-Jan-2024")."""
    m = place.match(
        r"(?:[Tt]he )?(?P<d><day>)<ordinal>(?: (?:of )?|-)(?P<mon><any_month>)(?:(?:,? |-)(?P<y><year>)|(?!\w))"
    )
    return _day(m, month_number(m["mon"])) if m else None


def read_weekday_day(place: Place) -> Found | None:
    """A weekday with its date beside it ("Friday, January 26", "Friday (January 26)", "Fri 26 Jan")."""
    m = place.match(r"(?P<w><weekday>|<short_weekday>)(?: <daypart>)?(?:(?P<open> ?\()|,? )(?:the )?")
    day = m and (read_month_day(place.at(m.end())) or read_day_month(place.at(m.end())))
    if not m or not day or not isinstance(day.expression, Day):
        return None
    closed = place.text.startswith(")", day.end, place.end)
    if m["open"] and not closed:
        return None
    dated = Day(day.expression.month, day.expression.day, day.expression.year, weekday_number(m["w"]))
    return Found(dated, day.end + bool(m["open"]))


def read_day_of_month(place: Place) -> Found | None:
    """A day whose month is told elsewhere ("the 26th")."""
    m = place.match(r"(?:[Tt]he )(?P<d><day>)(?:st|nd|rd|th)\b")
    if not m or not day_of_month_stands(place.before(), place.after(m.end())):
        return None
    return Found(DayOfMonth(int(m["d"])), m.end())


def read_month(place: Place) -> Found | None:
    """A month, alone where the words around it show that it is one ("September", "January 2024")."""
    m = place.match(r"(?P<mon><any_month>)(?:,? (?:of )?(?P<y><year>)(?! <counted>))")
    if m:
        return Found(Month(month_number(m["mon"]), int(m["y"])), m.end())
    m = place.match(r"(?P<mon><month>)\b(?!-[a-z])")
    if not m or not (place.licensed or month_stands(m["mon"], place.before(), place.after(m.end()))):
        return None
    return Found(Month(month_number(m["mon"])), m.end())


def read_season(place: Place) -> Found | None:
    """A season of a year ("spring 1994", "the winter of 2002"), or one that a range or `last` calls for."""
    m = place.match(r"(?:[Tt]he )?(?P<s><season>) (?:of )?(?P<y><year>)(?:[-–/]\d{2,4}(?!\d))?")
    if not m and place.licensed:
        m = place.match(r"(?P<s><season>)(?P<y>)\b(?! Olympics)")
    if not m:
        return None
    season = table("seasons")[m["s"].lower()]
    return Found(Season(season["month"], season["edtf"], int(m["y"]) if m["y"] else None), m.end())


def read_year(place: Place) -> Found | None:
    """A year, where the words around it show that the number is one."""
    m = place.match(r"(?:[Tt]he year )?(?P<y><year>)")
    if not m:
        return None
    spelled = m.start("y") > m.start()
    if not (spelled or year_stands(int(m["y"]), place.before(), place.after(m.end()), place.licensed)):
        return None
    return Found(Year(int(m["y"])), m.end())


def read_decade(place: Place) -> Found | None:
    """A decade or century ("the 1970s", "the 19th century")."""
    m = place.match(r"(?:[Tt]he )?(?P<y>(?:1[5-9]|20)\d0)(?:['’]?s)\b")
    if m:
        return Found(Decade(int(m["y"])), m.end())
    m = place.match(r"(?:[Tt]he )?(?P<c>1[5-9]|20)th(?: |-)[Cc]entury\b")
    return Found(Century(int(m["c"]) * 100 - 100), m.end()) if m else None


def read_weekday(place: Place) -> Found | None:
    """A weekday ("Friday", "Saturday evening")."""
    m = place.match(r"(?P<w><weekday>)\b(?: <daypart>\b)?")
    if not m or not (place.licensed or weekday_stands(place.before())):
        return None
    return Found(Weekday(weekday_number(m["w"])), m.end())


def read_day_word(place: Place) -> Found | None:
    """A day counted from the day of writing ("today", "the day before yesterday")."""
    m = place.match(r"(?:[Tt]he )?(?P<word><day_word>)\b(?: <daypart>\b)?")
    if not m:
        return None
    word = " ".join(m["word"].split())
    return Found(Relative(Unit.DAY, table("day_words")[word[0].lower() + word[1:]]), m.end())


SIDES = r"(?P<side>[Tt]his past|[Tt]his coming|[Tt]he current|[Tt]his|[Ll]ast|[Nn]ext)"
OFFSETS = {"this past": -1, "last": -1, "next": 1, "this coming": 1}


def read_relative_unit(place: Place) -> Found | None:
    """A week, month or year counted from that of writing ("last week", "this year", "the weekend")."""
    m = place.match(rf"{SIDES} (?P<unit><unit>)\b(?!-)")
    if m and m["unit"] not in ("day", "decade"):
        return Found(Relative(Unit(m["unit"]), OFFSETS.get(m["side"].lower(), 0)), m.end())
    return None


def read_nearby(place: Place) -> Found | None:
    """One of the recurring weekdays, months, seasons ("last Friday", "next March", "that summer")."""
    m = place.match(
        r"(?P<side>[Tt]his past|[Tt]his coming|[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat"
        r"|(?:[Tt]he )?(?:[Ff]ollowing|previous|coming|past)) "
    )
    point = m and _first(place.at(m.end()), (read_weekday, read_month, read_season))
    if not m or not point:
        return None
    if getattr(point.expression, "year", None) is not None:
        return point
    if isinstance(point.expression, Weekday | Month | Season):
        word = m["side"].lower().split()[-1]
        return Found(Nearby(point.expression, Side(SIDE_WORDS.get(word, word))), point.end)
    return None


SIDE_WORDS = {"past": "last", "coming": "next"}


def read_ago(place: Place) -> Found | None:
    """A distance from the day of writing ("two days ago", "three weeks from now")."""
    m = place.match(r"(?P<n><number>) (?P<unit><unit>)s?(?: (?P<past>ago)| from (?:now|today)|['’]? time)\b")
    if not m or not distance_stands(place.before()):
        return None
    if not m["past"] and "time" in m[0] and not place.before().rstrip().endswith("in"):
        return None
    count = count_of(m["n"])
    return Found(Ago(-count if m["past"] else count, Unit(m["unit"])), m.end())


def read_stretch(place: Place) -> Found | None:
    """A stretch up to, or from, the day of writing ("the past ten years", "the next three months")."""
    m = place.match(
        r"(?:(?:[Tt]he|[Tt]hese|[Tt]his) )?(?P<side>past|last|next|coming)(?: (?P<n><number>))? "
        r"(?P<unit><unit>)(?P<plural>s?)\b(?!-| of\b| before\b)"
    )
    if not m or bool(m["n"]) < bool(m["plural"]) or (not m["n"] and not _whole_stretch(m, place)):
        return None
    count = count_of(m["n"]) if m["n"] else 1
    return Found(Stretch(-count if m["side"] in ("past", "last") else count, Unit(m["unit"])), m.end())


def _whole_stretch(m: re.Match[str], place: Place) -> bool:
    """Whether "the last year" is a stretch: not "last year", nor "the next day" of a story."""
    if not m[0][:4].lower().startswith("the "):
        return False
    return m["side"] in ("past", "last", "coming") or bool(
        pattern(r"(?:.*\b)?(?:in|[Oo]ver|within|during|for) $").match(place.before())
    )


def read_anaphoric(place: Place) -> Found | None:
    """A time counted from one told before ("the same day", "that night", "the following year")."""
    m = place.match(
        r"(?P<side>[Tt]hat same|[Tt]he (?:very )?same|[Tt]hat|[Tt]he (?:following|next|ensuing|previous|preceding))"
        r" (?:(?P<unit><unit>)|<daypart>)\b(?!-)"
    )
    if m:
        word = m["side"].lower().split()[-1]
        offset = {"following": 1, "next": 1, "ensuing": 1, "previous": -1, "preceding": -1}.get(word, 0)
        return Found(Anaphoric(Unit(m["unit"] or "day"), offset), m.end())
    m = place.match(r"[Tt]he (?P<unit>day) (?P<side>before|after)(?=[.,;:)]|$)")
    return Found(Anaphoric(Unit.DAY, 1 if m["side"] == "after" else -1), m.end()) if m else None


def read_later(place: Place) -> Found | None:
    """A distance from a time told before ("two days later", "a year earlier")."""
    m = place.match(r"(?P<n><number>) (?P<unit><unit>)s? (?P<side>later|earlier)\b")
    if not m or not distance_stands(place.before()):
        return None
    count = count_of(m["n"])
    return Found(Anaphoric(Unit(m["unit"]), count if m["side"] == "later" else -count), m.end())


def read_week_of(place: Place) -> Found | None:
    """A week of a month ("the first week of June")."""
    m = place.match(r"[Tt]he (?P<nth><nth>) week (?:of|in) ")
    month = m and read_month(place.at(m.end()))
    return (
        Found(WeekOf(table("ordinals")[m["nth"].lower()], month.expression), month.end)
        if m and month
        else None
    )


def read_holiday(place: Place) -> Found | None:
    """A day that has a name ("Christmas Day 2023")."""
    m = place.match(r"(?P<name><holiday>)\b(?:,? (?P<y><year>))?")
    if not m:
        return None
    month, day = table("holidays")[" ".join(m["name"].replace("’", "'").split())]
    return Found(Day(month, day, int(m["y"]) if m["y"] else None), m.end())


RULES: tuple[Rule, ...] = (
    read_iso,
    read_figures,
    read_weekday_day,
    read_month_day,
    read_day_month,
    read_day_of_month,
    read_month,
    read_season,
    read_decade,
    read_year,
    read_weekday,
    read_day_word,
    read_week_of,
    read_relative_unit,
    read_nearby,
    read_ago,
    read_stretch,
    read_anaphoric,
    read_later,
    read_holiday,
)


def read_simple(place: Place) -> Found | None:
    """The longest single point that stands here."""
    found = [point for rule in RULES if (point := rule(place))]
    return max(found, key=lambda point: point.end, default=None)


def _first(place: Place, rules: tuple[Rule, ...]) -> Found | None:
    return next((point for rule in rules if (point := rule(place))), None)


def _day(m: re.Match[str], month: int) -> Found | None:
    return _checked_day(int(m["d"]), month, int(m["y"]) if m["y"] else None, m.end())


def _checked_day(day: int, month: int, year: int | None, end: int) -> Found | None:
    """A day that the calendar knows; years before 1500 are numbers of something else."""
    if year is not None and not 1500 <= year <= 2100:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return Found(Day(month, day, year), end)
