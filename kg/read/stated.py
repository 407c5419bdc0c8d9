"""What an article's text states of its own publication: headline, day and outlet.

One candidate or none: where two lines of the same kind disagree, the text states nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import TypeVar

from kg.read.rules import load_rules

T = TypeVar("T")


def stated_headline(text: str) -> str | None:
    """The first line that is no page furniture, where it reads like a headline and more text follows it."""
    rules = load_rules()
    bare = (_without_navigation(line) for line in _lines(text))
    lines = list(islice((line for line in bare if line and not rules.match("label", line)), 2))
    return lines[0] if len(lines) == 2 and is_headline(lines[0]) else None


def stated_date(text: str) -> date | None:
    """The day on which the text says that it was published; the day of an event is none."""
    for findings in load_rules().findings("date", _lines(text)):
        return _only(read_date(found["date"]) for found in findings)
    return None


def stated_publisher(text: str) -> str | None:
    """The outlet that the text says it comes from; who is credited for a picture or a wire is none."""
    for findings in load_rules().findings("publisher", _lines(text)):
        return _only(found["name"] for found in findings)
    return None


def is_headline(line: str) -> bool:
    """Whether a line reads like a headline: a few words, no list item, no stop at its end."""
    rules = load_rules()
    return len(line.split()) in rules.headline_words and bool(rules.match("headline", line))


def read_date(words: str) -> date | None:
    """The day that a full date names ("October 7, 2024", "7th Oct. 2024", "2024-10-07")."""
    months = load_rules().months
    numbers = [int(digits) for digits in re.findall(r"\d+", words)]
    named = [
        months.index(word.lower()) + 1
        for word in re.findall(r"[A-Z][a-z]{2}", words)
        if word.lower() in months
    ]
    try:
        return date(max(numbers), named[0], min(numbers)) if named else date(*numbers)
    except ValueError:
        return None


def _lines(text: str) -> list[str]:
    return [stripped for line in text.splitlines() if (stripped := line.strip())]


def _without_navigation(line: str) -> str:
    for rule in load_rules().kinds["navigation"]:
        line = rule.pattern.sub("", line)
    return line.strip()


def _only(candidates: Iterable[T | None]) -> T | None:
    distinct = set(candidates)
    return distinct.pop() if len(distinct) == 1 else None
