"""The words of time, from `times.toml`, as pieces of regular expressions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

GAP = r"(?:[^\S\n]{1,2}|[^\S\n]?\n[^\S\n]?)"
ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
YEAR_NUMBER = r"(?:1[5-9]\d\d|20\d\d|2100)(?![\w%]|[.,]\d|:\d)"


@cache
def time_words() -> dict[str, Any]:
    """The tables of `times.toml`."""
    return tomllib.loads(files("kg.language").joinpath("times.toml").read_text(encoding="utf-8"))


def table(name: str) -> dict[str, Any]:
    """The words of one table, without the examples that stand with them."""
    return {word: value for word, value in time_words()[name].items() if word not in NOT_WORDS}


NOT_WORDS = frozenset({"evidence", "examples", "counterexamples"})


@cache
def pieces() -> Mapping[str, str]:
    """Every piece that the patterns are made of, by the name that they use for it."""
    months, weekdays = time_words()["months"], time_words()["weekdays"]
    full_month, full_weekday = one_of(_capitals(months["names"])), one_of(_capitals(weekdays["names"]))
    return {
        "gap": GAP,
        "ordinal": ORDINAL,
        "day": DAY_NUMBER,
        "year": YEAR_NUMBER,
        "month": full_month,
        "any_month": rf"(?:{full_month}|{one_of(_capitals(months['abbreviations']))}\.?)(?![A-Za-z])",
        "weekday": full_weekday,
        "short_weekday": rf"(?:{one_of(_capitals(weekdays['abbreviations']))}\.?)(?![A-Za-z])",
        "daypart": one_of(time_words()["dayparts"]["words"]),
        "season": one_of(_starts(table("seasons"))),
        "number": rf"(?:\d{{1,4}}|{one_of(_starts(table('numbers')))})",
        "nth": one_of(_starts(table("ordinals"))),
        "unit": one_of(time_words()["units"]["words"]),
        "day_word": one_of(_starts(table("day_words"))),
        "part": one_of(_starts(table("parts"))),
        "holiday": one_of(table("holidays")).replace("'", "['’]"),
        "counted": one_of(time_words()["years"]["counted"]),
    }


@cache
def pattern(template: str) -> re.Pattern[str]:
    """The pattern that a template stands for."""
    return re.compile(expand(template))


def expand(template: str) -> str:
    """A template with every `<name>` replaced by its piece, and every blank by a gap between words."""
    return re.sub(r"(?<!P)<([a-z_]+)>", lambda m: pieces()[m[1]], template.replace(" ", GAP))


def one_of(words: Iterable[str]) -> str:
    """Any of these words, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', GAP) for word in ordered)})"


def month_number(word: str) -> int:
    """The number of a month, from its name or abbreviation in any capitals."""
    months = time_words()["months"]
    number: int = (months["names"] | months["abbreviations"])[word.rstrip(".").capitalize()]
    return number


def weekday_number(word: str) -> int:
    """The number of a weekday (Monday = 0), from its name or abbreviation in any capitals."""
    weekdays = time_words()["weekdays"]
    number: int = (weekdays["names"] | weekdays["abbreviations"])[word.rstrip(".").capitalize()]
    return number


def count_of(word: str) -> int:
    """The number that a numeral or number word stands for."""
    return int(word) if word.isdigit() else int(time_words()["numbers"][word.lower()])


def _capitals(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word, word.upper())]


def _starts(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word, word[0].upper() + word[1:])]
