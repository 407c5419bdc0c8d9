"""Points that count from the day of writing, or from a time told before, one rule a form."""

from __future__ import annotations

import re

from kg.language.times.context import distance_stands
from kg.language.times.dates import read_day_month, read_month, read_month_day, read_season, read_weekday
from kg.language.times.expressions import (
    Ago,
    Anaphoric,
    Day,
    Month,
    Nearby,
    Relative,
    Season,
    Side,
    Stretch,
    Unit,
    Weekday,
)
from kg.language.times.place import Found, Place, Rule, first_of
from kg.language.times.words import count_of, pattern, table

OFFSETS = {"this past": -1, "last": -1, "next": 1, "this coming": 1}
SIDES = {"past": Side.LAST, "coming": Side.NEXT}
STEPS = {"following": 1, "next": 1, "ensuing": 1, "previous": -1, "preceding": -1}


def read_day_word(place: Place) -> Found | None:
    """A day counted from the day of writing ("today", "the day before yesterday")."""
    m = place.match(r"(?:[Tt]he )?(?P<word><day_word>)\b(?: <daypart>\b)?")
    if not m:
        return None
    word = " ".join(m["word"].split())
    return Found(Relative(Unit.DAY, table("day_words")[word[0].lower() + word[1:]]), m.end())


def read_relative_unit(place: Place) -> Found | None:
    """A week, month or year counted from that of writing ("last week", "this year", "next weekend")."""
    m = place.match(
        r"(?P<side>[Tt]his past|[Tt]his coming|[Tt]he current|[Tt]he(?= weekend)|[Tt]his|[Ll]ast|[Nn]ext) "
        r"(?P<unit><unit>)\b(?!-)"
    )
    if not m or m["unit"] in ("day", "decade"):
        return None
    side = " ".join(m["side"].lower().split())
    return Found(Relative(Unit(m["unit"]), OFFSETS.get(side, 0)), m.end())


def read_nearby(place: Place) -> Found | None:
    """One of the recurring weekdays, days, months, seasons ("last Friday", "next March", "that summer")."""
    m = place.match(
        r"(?P<side>[Tt]his past|[Tt]his coming|[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat"
        r"|(?:[Tt]he )?(?:[Ff]ollowing|previous|coming|past)) "
    )
    found = m and first_of(place.at(m.end()), RECURRING_RULES)
    if not m or not found or not isinstance(found.expression, Day | Month | Season | Weekday):
        return None
    word = m["side"].lower().split()[-1]
    if getattr(found.expression, "year", None) is not None or (
        word == "that" and isinstance(found.expression, Day)
    ):
        return None
    return Found(Nearby(found.expression, SIDES.get(word) or Side(word)), found.end)


RECURRING_RULES: tuple[Rule, ...] = (read_weekday, read_month_day, read_day_month, read_month, read_season)


def read_ago(place: Place) -> Found | None:
    """A distance from the day of writing ("two days ago", "three weeks from now", "in two days’ time")."""
    m = place.match(
        r"(?P<n><number>) (?P<unit><unit>)s?(?:(?P<past> ago)| from (?:now|today)|(?P<time>['’]? time))\b"
    )
    if not m or not distance_stands(place.before()):
        return None
    if m["time"] and not place.before().rstrip().lower().endswith("in"):
        return None
    return Found(Ago(-count_of(m["n"]) if m["past"] else count_of(m["n"]), Unit(m["unit"])), m.end())


def read_stretch(place: Place) -> Found | None:
    """A stretch up to, or from, the day of writing ("the past ten years", "the next three months")."""
    m = place.match(
        r"(?P<the>[Tt]he |[Tt]hese |[Tt]his )?(?P<side>past|last|next|coming)(?: (?P<n><number>))? "
        r"(?P<unit><unit>)(?P<plural>s?)\b(?!-| of\b| before\b)"
    )
    if (
        not m
        or (m["plural"] and not m["n"])
        or not (_is_stretch(m, place) or (m["n"] and m["side"] != "last"))
    ):
        return None
    count = count_of(m["n"]) if m["n"] else 1
    return Found(Stretch(-count if m["side"] in ("past", "last") else count, Unit(m["unit"])), m.end())


def _is_stretch(m: re.Match[str], place: Place) -> bool:
    """Whether no number is needed: "the past year", not "last year", nor "the next day" of a story."""
    if not m["the"] or (not m["n"] and not m["the"].lower().startswith("the")):
        return False
    return (
        bool(m["n"])
        or m["side"] != "next"
        or bool(pattern(r"(?:.*\b)?(?:in|over|within|during|for) $").match(place.before().lower()))
    )


def read_anaphoric(place: Place) -> Found | None:
    """A time counted from one told before ("the same day", "that night", "the following year")."""
    m = place.match(
        r"(?P<side>[Tt]hat same|[Tt]he (?:very )?same|[Tt]hat"
        r"|[Tt]he (?:following|next|ensuing|previous|preceding)) (?:(?P<unit><unit>)|<daypart>)\b(?!-)"
    )
    if not m:
        return _read_beside(place)
    step = STEPS.get(m["side"].lower().split()[-1], 0)
    return Found(Anaphoric(Unit(m["unit"] or "day"), step), m.end())


def _read_beside(place: Place) -> Found | None:
    """The day, week or year before or after, where nothing says of what."""
    m = place.match(r"[Tt]he (?:(?P<unit><unit>)|<daypart>) (?P<side>before|after)(?=[.,;:)]|$)")
    return (
        Found(Anaphoric(Unit(m["unit"] or "day"), 1 if m["side"] == "after" else -1), m.end()) if m else None
    )


def read_distance(place: Place) -> Found | None:
    """A distance from a time told before ("two days later", "a year earlier")."""
    m = place.match(r"(?P<n><number>) (?P<unit><unit>)s? (?P<side>later|earlier)\b")
    if not m or not distance_stands(place.before()):
        return None
    count = count_of(m["n"])
    return Found(Anaphoric(Unit(m["unit"]), count if m["side"] == "later" else -count), m.end())


RELATIVE_RULES: tuple[Rule, ...] = (
    read_day_word,
    read_relative_unit,
    read_nearby,
    read_ago,
    read_stretch,
    read_anaphoric,
    read_distance,
)
