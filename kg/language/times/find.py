"""Finds the time expressions of a text: maximal, in order, never overlapping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.language.times.expressions import TimeMention
from kg.language.times.place import Place
from kg.language.times.ranges import read_expression
from kg.language.times.words import expand, time_words
from kg.model import Span


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[TimeMention, ...]:
    """The time expressions of a text or of a stretch of it, with offsets into the whole text."""
    return tuple(_mentions(text, start, len(text) if end is None else min(end, len(text))))


def _mentions(text: str, start: int, end: int) -> Iterator[TimeMention]:
    pos = start
    while lead := _leads().search(text, pos, end):
        pos = lead.end()
        found = None if lead["name"] else read_expression(Place(text, start, lead.start(), end))
        if found:
            pos = found.end
            yield TimeMention(Span(lead.start(), pos), text[lead.start() : pos], found.expression)


@cache
def _leads() -> re.Pattern[str]:
    """The names that tell no time, and what a time expression can begin with."""
    names = "|".join(time_words()["names"]["words"])
    determined = rf"[Tt]h(?:e|is|at|ese) (?={FIRST}|{DETERMINED})"
    opened = rf"(?:{OPENERS}) (?={FIRST}|[Tt]h(?:e|is|at) |{DETERMINED})"
    leads = rf"{FIRST}|{determined}|{opened}|{ALONE}"
    return re.compile(rf"(?<![\w-])(?:(?P<name>{names})|(?<![$€£¥.,:/#+])(?:{expand(leads)}))")


FIRST = (
    r"<any_month>|<weekday>|<short_weekday>|<season> (?:of )?\d|<number> <unit>|\d|<day_word>|<holiday>"
    r"|<part> (?:of|in|on) |(?:[Ee]arly|[Ll]ate|[Mm]id|end)(?:-| )"
)
DETERMINED = (
    r"<unit>\b|<daypart>\b|<nth> week |<season>|<part> |(?:very )?same |current |past |last |next |coming "
    r"|following |previous |preceding |ensuing |year |day "
)
OPENERS = r"[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom|[Bb]etween|[Nn]o later than|[Tt]hrough"
ALONE = r"(?:[Ll]ast|[Nn]ext|past|coming|[Ff]ollowing|previous|[Ee]arlier|[Ll]ater) "
