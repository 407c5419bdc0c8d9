"""Whether a word that may be a time is one here, told from the words around it."""

from __future__ import annotations

import re
from functools import cache

from kg.language.times.words import one_of, pattern, time_words

LOWER_NOUN = r"[^\S\n]{1,2}[a-z]"


def month_stands(word: str, before: str, after: str) -> bool:
    """Whether a bare month name is the month: "in May", "the March summit", not "Theresa May"."""
    if word.isupper():
        return False
    words = time_words()["months"]
    if pattern(r" ?(?:[-–]|to|and|through) ?<month>\b").match(after):
        return True
    if (leads := words["after"].get(word)) is None or _ends_with(leads, before):
        return True
    if _ends_with(words["determiners"]["words"], before):
        return bool(re.match(LOWER_NOUN, after)) and not _starts_with(_function_words(), after)
    return (
        word not in words["never_alone"]
        and not re.match(r"\s{0,2}[A-Z]|['’]s", after)
        and not re.search(r"[A-Z][a-z]+\.? $", before)
    )


def weekday_stands(before: str) -> bool:
    """Whether a weekday is one day and not a habit ("every Friday")."""
    return not _ends_with(time_words()["weekdays"]["habits"], before)


def distance_stands(before: str) -> bool:
    """Whether a counted distance is told exactly and whole: not "more than two years ago"."""
    return not _ends_with(time_words()["units"]["hedges"], before) and not before.endswith(("-", "–"))


def day_of_month_stands(before: str, after: str) -> bool:
    """Whether "the 26th" is a day: "on the 26th," but not "the 26th session"."""
    return _ends_with(time_words()["day_of_month"]["after"], before) and not _noun_follows(after)


def year_stands(year: int, before: str, after: str, licensed: bool) -> bool:
    """Whether a bare number is a year."""
    if _is_numbered(before, after) or _counts_up(after) or _counts_things(year, before, after):
        return False
    if licensed or _ends_with(time_words()["years"]["after"], before):
        return True
    return year >= 1800 and any(
        (
            _ends_with(time_words()["years"]["after_loose"], before) and not _noun_follows(after),
            _modifies(before, after),
            _heads_clause(before, after),
            _follows_year(before),
            before.endswith("(") and after[:1] in (")", ",", ";"),
        )
    )


def _is_numbered(before: str, after: str) -> bool:
    """Whether the number names something: "resolution 1929", "the 1988 Committee"."""
    words = time_words()["years"]
    return _starts_with(words["numbered"], after) or _ends_with(words["numbers"], before.replace(".", ""))


def _counts_things(year: int, before: str, after: str) -> bool:
    """Whether it counts things: before such a noun always, unless "in" shows a year that is not round."""
    words = time_words()["years"]
    if not _starts_with(words["counted"], after):
        return False
    return year % 50 == 0 or year < 1800 or not _ends_with(words["after"], before)


def _counts_up(after: str) -> bool:
    """Whether a number goes on into a larger count: "1500 to 2000 troops"."""
    m = re.match(r"\s?(?:to|or|and|-|–)\s?(\d,\d{3}|\d{4,})(?!\d)", after)
    if not m:
        return False
    return not pattern("<year>").match(m[1]) or _starts_with(
        time_words()["years"]["counted"], after[m.end() :]
    )


def _modifies(before: str, after: str) -> bool:
    """A year before a noun: "the 1994 agreement", "November’s 2010 presidential election"."""
    words = time_words()["years"]
    determined = _ends_with(words["determiners"], before) or bool(re.search(r"\w['’]s? $", before))
    if determined and re.match(r"[^\S\n][A-Za-z]", after):
        return True
    return bool(_noun_pattern().match(after)) and not re.search(r"\b[A-Z]\w*[^\S\n]$", before)


def _heads_clause(before: str, after: str) -> bool:
    """A year as a subject, or as the object of naming: "2024 has been designated", "designated 2024 as"."""
    if re.match(r"\s{1,2}as\b", after):
        return True
    starts = not before.strip() or bool(re.search(r"[.,;:!?“\"'‘—–\n]\s{0,2}$", before))
    return (
        starts and not re.search(r"\d,?\s?$", before) and _starts_with(time_words()["years"]["verbs"], after)
    )


def _follows_year(before: str) -> bool:
    return bool(
        re.search(r"(?<![\d,.$€£])\b(?:1[89]|20)\d\d(?:,| and| or|, and|, or) $", before)
    ) and not re.search(r"[Rr]esolutions? (?:\d+,? )*", before)


def _noun_follows(after: str) -> bool:
    """Whether a noun or number goes on where a time would end."""
    return bool(re.match(r"[^\S\n]?[\w$€£%-]", after)) and not _starts_with(_function_words(), after)


def _function_words() -> list[str]:
    words: list[str] = time_words()["years"]["function_words"]
    return words


def _ends_with(words: list[str], before: str) -> bool:
    return bool(_tail(tuple(words)).search(before.lower()))


def _starts_with(words: list[str], after: str) -> bool:
    return bool(_head(tuple(words)).match(after))


@cache
def _tail(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){one_of(words)}\s{{1,2}}$")


@cache
def _head(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s{{1,2}}{one_of(words)}(?!\w)")


@cache
def _noun_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[A-Za-z-]{{1,20}}\s){{0,3}}{one_of(time_words()['years']['nouns'])}\b")
