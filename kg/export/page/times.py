"""Times as a person writes them, no more exact than the text: what is told in EDTF."""

from __future__ import annotations

import re
from collections.abc import Container

from kg.model import Account, Event, Interval

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
DAY = r"(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)"
EDTF = re.compile(rf"(?<![\w/-])(?:\d{{4}}{DAY}|(?:\d{{4}}|\.\.)(?=/))(?:/(?:\d{{4}}{DAY}?|\.\.))?(?![\w/-])")
"""A time in a sentence: a month or a day, or two ends."""


def written(interval: Interval | None, *, lasting: bool = True) -> str:
    """ "11 May 2023", "May 2023", "1–2 May 2023", "since 2017"; of what does not last, "between 2017 and 2019"."""
    return "" if interval is None else spelled(interval.edtf, lasting=lasting)


def when(event: Event, interval: Interval | None) -> str:
    """When an event is told to be; only a relation lasts, whatever else is told widely lies somewhere within."""
    return written(interval, lasting=event.kind == "Relation")


def is_inferred(event: Event, undated: Container[str]) -> bool:
    """Whether a time rests on a day of publication that was itself worked out: no sentence of it tells the year."""
    interval = event.merged.interval
    told = [a for a in event.accounts if interval is not None and a.interval == interval]
    return bool(told) and not any(_stands(a, undated) for a in told)


def _stands(account: Account, undated: Container[str]) -> bool:
    """Whether the time of an account comes from a dated article, or from words that tell the year."""
    year = account.interval.edtf.lstrip("./")[:4].rstrip("X") if account.interval else ""
    return account.article not in undated or any(year in told.quote for told in account.evidence)


def spelled(edtf: str, *, lasting: bool = True) -> str:
    """An EDTF string in words, each end as exact as it is told."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(first)
    if ".." in (first, last):
        return f"since {_one(first)}" if last == ".." else f"until {_one(last)}"
    if not lasting and len(first) < len("2024-01-01"):
        return f"between {_one(first)} and {_one(last)}"
    return _span(_one(first), _one(last))


def with_times_in_words(sentence: str) -> str:
    """A sentence of ours whose EDTF strings are spelled out; years alone stay as they are."""
    return EDTF.sub(lambda found: spelled(found[0]), sentence)


def _one(edtf: str) -> str:
    """ "2024-01-26" as "26 January 2024", "2024-21" as "spring 2024", "195X" as "the 1950s", "2019~" as "about 2019"."""
    if edtf.endswith("~"):
        return f"about {_one(edtf[:-1])}"
    year, _, rest = edtf.partition("-")
    month, _, day = rest.partition("-")
    if "X" in year:
        return f"the {year.replace('X', '0')}s"
    named = SEASONS.get(month) or (MONTHS[int(month) - 1] if month else "")
    return " ".join(filter(None, (day.lstrip("0"), named, year)))


def _span(first: str, last: str) -> str:
    """Two ends, without what the second says again: "1–2 May 2023", "30 May – 2 June 2023", "1950–1953"."""
    one, other = first.split(), last.split()
    if len(one) == len(other) == 1:
        return f"{first}–{last}"
    if len(one) == len(other) == len("dmy") and one[1:] == other[1:]:
        return f"{one[0]}–{last}"
    same_year = len(one) > 1 and one[-1] == other[-1]
    return f"{' '.join(one[:-1] if same_year else one)} – {last}"
