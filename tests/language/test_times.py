"""Rows of (text, expected) for time expressions: which are found, and which days they mean."""

from __future__ import annotations

import json
import re
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.times import Tense, find_times, resolve_anaphoric, resolve_time
from kg.language.times.words import table, time_words
from kg.model import Interval

SATURDAY = date(2024, 1, 27)
"""The day of writing of most rows."""

PAST, PRESENT, FUTURE = Tense.PAST, Tense.PRESENT, Tense.FUTURE


def texts(text: str) -> list[str]:
    return [mention.text for mention in find_times(text)]


def resolved(text: str, anchor: date | None = SATURDAY, tense: Tense | None = None) -> list[str | None]:
    found = [resolve_time(mention, anchor, tense) for mention in find_times(text)]
    return [one.edtf if one else None for one in found]


EXPLICIT = [
    ("They met on January 26, 2024.", "2024-01-26"),
    ("They met on January 26 2024 in Pyongyang.", "2024-01-26"),  # no comma
    ("They met on 26 January 2024.", "2024-01-26"),
    ("They met on the 26th of January 2024.", "2024-01-26"),
    ("They met on the 26th of January, 2024.", "2024-01-26"),
    ("They met on 26th January 2024.", "2024-01-26"),
    ("They met on January 26th, 2024.", "2024-01-26"),
    ("They met on Jan. 26, 2024.", "2024-01-26"),
    ("They met on Jan 26, 2024.", "2024-01-26"),
    ("They met on 26 Jan 2024.", "2024-01-26"),
    ("They met on 26-Jan-2024.", "2024-01-26"),
    ("Sept. 9, 1948, saw the state founded.", "1948-09-09"),
    ("signed on 2024-01-26", "2024-01-26"),
    ("2024-01-27 14:49:00", "2024-01-27"),
    ("2024-01-27T14:49:00Z", "2024-01-27"),
    ("2024-01-27T14:49:00+09:00 update", "2024-01-27"),
    ("2024/01/27", "2024-01-27"),
    ("2024.1.27", "2024-01-27"),
    ("am 27.01.2024", "2024-01-27"),  # dots: day first
    ("on 27/01/2024", "2024-01-27"),  # a day above 12 tells the order
    ("on 01/27/2024", "2024-01-27"),
    ("on 05/05/2024", "2024-05-05"),  # either order says the same
    ("OCTOBER 7, 2024", "2024-10-07"),
    ("PYONGYANG, Jan. 26, 2024 (Yonhap)", "2024-01-26"),
    ("on Friday, January 26, 2024, they met", "2024-01-26"),
    ("on Friday (January 26, 2024)", "2024-01-26"),
    ("on Friday 26 January 2024", "2024-01-26"),
    ("Fri, Jan 26, 2024", "2024-01-26"),
    ("Fri., 26 Jan. 2024", "2024-01-26"),
    ("on Friday, the 26th of January 2024", "2024-01-26"),
    ("on February 29, 2024", "2024-02-29"),
    ("on May 4, 2021", "2021-05-04"),
    ("on Christmas Day 2023", "2023-12-25"),
    ("December 7, 1941, a date", "1941-12-07"),
]


@pytest.mark.parametrize(("text", "edtf"), EXPLICIT)
@pytest.mark.parametrize("anchor", [None, SATURDAY, date(1999, 12, 31)])
def test_an_explicit_day_needs_no_anchor(text: str, edtf: str, anchor: date | None) -> None:
    assert resolved(text, anchor) == [edtf]


COARSE = [
    ("in January 2024", "2024-01"),
    ("in Jan. 2024", "2024-01"),
    ("in January of 2024", "2024-01"),
    ("in January, 2024", "2024-01"),
    ("in May 2022", "2022-05"),
    ("March 2022", "2022-03"),
    ("the November 2010 presidential election", "2010-11"),
    ("in 2017", "2017"),
    ("in the year 2017", "2017"),
    ("The 1994 agreement fell apart.", "1994"),
    ("the landmark 2018 summit", "2018"),
    ("the 2010 presidential election", "2010"),
    ("Trump’s 2018 meeting with Kim", "2018"),
    ("its 2018 declaration", "2018"),
    ("In exchange, 2024 has been designated", "2024"),
    ("They designated 2024 as the year of friendship", "2024"),
    ("2024 marks an anniversary", "2024"),
    ("the Treaty of Friendship (1961)", "1961"),
    ("the Treaty of Friendship, signed in 1961.", "1961"),
    ("Resolution 1718 (2006) bans it", "2006"),
    ("the summit of 2018 was", "2018"),
    ("as of 2017, they", "2017"),
    ("the 1970s", "197X"),
    ("the 1970’s", "197X"),
    ("in the 19th century", "18XX"),
    ("the early 1950s", "1950/1954"),
    ("the late 1990s", "1995/1999"),
    ("the mid-1990s", "1992/1997"),
    ("spring 1994", "1994-21"),
    ("the spring of 1994", "1994-21"),
    ("in summer 2008", "2008-22"),
    ("the fall of 2021", "2021-23"),
    ("autumn 2021", "2021-23"),
    ("the winter of 2002", "2002-24"),
    ("the winter of 2002-03", "2002-24"),
    ("the first half of 2021", "2021-01/2021-06"),
    ("the second half of 2021", "2021-07/2021-12"),
    ("the third quarter of 2021", "2021-07/2021-09"),
    ("early 2021", "2021-01/2021-06"),
    ("late 2021", "2021-07/2021-12"),
    ("late in 2021", "2021-07/2021-12"),
    ("mid-2021", "2021-04/2021-09"),
    ("at the end of 2021", "2021-09/2021-12"),
    ("late February 2024", "2024-02-15/2024-02-29"),
    ("early May 2021", "2021-05-01/2021-05-16"),
    ("mid-June 2021", "2021-06-08/2021-06-23"),
    ("the beginning of March 2021", "2021-03-01/2021-03-11"),
    ("the first week of June 2021", "2021-06-01/2021-06-07"),
    ("the last week of June 2021", "2021-06-24/2021-06-30"),
    ("1950-1953", "1950/1953"),
    ("the Korean War (1950–1953)", "1950/1953"),
    ("the 2022-2023 term", "2022/2023"),
    ("the 2022-23 term", "2022/2023"),
    ("the 2008-09 financial crisis", "2008/2009"),
    ("in 2011–12", "2011/2012"),
    ("the 1990-91 Gulf War", "1990/1991"),
    ("between 2017 and 2019", "2017/2019"),
    ("from 2017 to 2019", "2017/2019"),
    ("in 2017 and 2018", "2017/2018"),
    ("from 1990 to 1999", "199X"),
    ("May 30–June 2, 2021", "2021-05-30/2021-06-02"),
    ("June 13-17, 2021", "2021-06-13/2021-06-17"),
    ("13-17 June 2021", "2021-06-13/2021-06-17"),
    ("from 5 to 14 June 2022", "2022-06-05/2022-06-14"),
    ("January 26 and 27, 2024", "2024-01-26/2024-01-27"),
    ("from Dec. 30, 2023 to Jan. 2, 2024", "2023-12-30/2024-01-02"),
    ("from December 30, 2023 to January 2", "2023-12-30/2024-01-02"),
    ("between January and March 2024", "2024-01/2024-03"),
    ("March-May 2021", "2021-03/2021-05"),
    ("from late May to early June 2021", "2021-05-16/2021-06-15"),
]


@pytest.mark.parametrize(("text", "edtf"), COARSE)
@pytest.mark.parametrize("anchor", [None, SATURDAY])
def test_a_dated_stretch_needs_no_anchor(text: str, edtf: str, anchor: date | None) -> None:
    assert resolved(text, anchor) == [edtf]


# Written on Saturday, 27 January 2024.
ANCHORED = [
    ("on Friday", None, "2024-01-26"),
    ("on Friday", PAST, "2024-01-26"),
    ("on Friday", PRESENT, "2024-01-26"),
    ("on Friday", FUTURE, "2024-02-02"),
    ("on Saturday", PAST, "2024-01-27"),  # the day itself
    ("on Saturday", FUTURE, "2024-01-27"),
    ("on Sunday", None, "2024-01-21"),
    ("will meet Sunday", FUTURE, "2024-01-28"),
    ("late Friday", None, "2024-01-26"),
    ("Friday evening", None, "2024-01-26"),
    ("on Friday’s talks", None, "2024-01-26"),
    ("last Friday", None, "2024-01-26"),
    ("last Saturday", PAST, "2024-01-20"),
    ("next Tuesday", None, "2024-01-30"),
    ("next Tuesday", FUTURE, "2024-01-30"),
    ("next Sunday", FUTURE, "2024-02-04"),  # tomorrow would be "Sunday" or "this Sunday"
    ("this Sunday", FUTURE, "2024-01-28"),
    ("this past Thursday", None, "2024-01-25"),
    ("the coming Monday", None, "2024-01-29"),
    ("Friday (January 26)", None, "2024-01-26"),
    ("Friday, January 26", None, "2024-01-26"),
    ("Friday, Jan. 26,", None, "2024-01-26"),
    ("Sunday, January 28", None, "2024-01-28"),  # the weekday tells the year
    ("Thursday, January 26", PAST, "2023-01-26"),
    ("Wednesday, January 27", FUTURE, None),  # on no Wednesday near
    ("Friday, January 26", FUTURE, "2024-01-26"),  # the weekday tells more than the tense
    ("January 25 (Thursday)", None, "2024-01-25"),
    ("on the 5th of last month", None, "2023-12-05"),
    ("on the 5th of this month,", None, "2024-01-05"),
    ("the week of March 4", FUTURE, "2024-03-04/2024-03-10"),
    ("the week of Jan. 10, 2024", None, "2024-01-08/2024-01-14"),
    ("Thursday, January 25 and Friday, January 26", PAST, "2024-01-25/2024-01-26"),
    ("no later than March 5", FUTURE, "../2024-03-05"),
    ("since late last year", None, "2023-07/.."),
    ("by late Friday", FUTURE, "../2024-02-02"),
    ("Jan 24-26", PAST, "2024-01-24/2024-01-26"),
    ("June 30-July 1", PAST, "2023-06-30/2023-07-01"),
    ("26 and 27 January", PAST, "2024-01-26/2024-01-27"),
    ("Tuesday-Thursday", PAST, "2024-01-23/2024-01-25"),
    ("earlier on Friday", PAST, "2024-01-26"),
    ("early Saturday morning", PAST, "2024-01-27"),
    ("until late 2025", None, "../2025-12"),
    ("They run through July 31", PRESENT, "../2024-07-31"),
    ("until Sunday", PAST, None),  # where it began is not told
    ("midway through 2025", None, "2025"),
    ("over next three months", None, "2024-01/2024-04"),
    ("in March for its latest nuclear test", PAST, "2023-03"),
    ("in March on a visit", PAST, "2023-03"),
    ("this December", PAST, "2023-12"),
    ("this winter", None, "2023-24"),  # the one that runs
    ("last winter", None, "2022-24"),
    ("over the weekend", FUTURE, "2024-01-27/2024-01-28"),
    ("this June 5", FUTURE, "2024-06-05"),
    ("Friday and Saturday", None, "2024-01-26/2024-01-27"),
    ("from Monday to Wednesday", PAST, "2024-01-22/2024-01-24"),
    ("from Monday to Wednesday", FUTURE, "2024-01-29/2024-01-31"),
    ("Monday through Friday", PAST, "2024-01-22/2024-01-26"),
    ("between Monday and Friday", PAST, "2024-01-22/2024-01-26"),
    ("today", None, "2024-01-27"),
    ("Today, they met.", None, "2024-01-27"),
    ("tonight", FUTURE, "2024-01-27"),
    ("this morning", None, "2024-01-27"),
    ("earlier today", None, "2024-01-27"),
    ("later on today", None, "2024-01-27"),
    ("last night", None, "2024-01-26"),
    ("yesterday", None, "2024-01-26"),
    ("yesterday evening", None, "2024-01-26"),
    ("the day before yesterday", None, "2024-01-25"),
    ("tomorrow", None, "2024-01-28"),
    ("the day after tomorrow", None, "2024-01-29"),
    ("today and tomorrow", None, "2024-01-27/2024-01-28"),
    ("this week", None, "2024-01-22/2024-01-28"),
    ("earlier this week", None, "2024-01-22/2024-01-28"),
    ("last week", None, "2024-01-15/2024-01-21"),
    ("next week", None, "2024-01-29/2024-02-04"),
    ("this month", None, "2024-01"),
    ("Earlier this month, Kim said", PAST, "2024-01"),
    ("later this month", FUTURE, "2024-01"),
    ("last month", None, "2023-12"),
    ("next month", None, "2024-02"),
    ("this year", None, "2024"),
    ("later this year", FUTURE, "2024"),
    ("last year", None, "2023"),
    ("next year", None, "2025"),
    ("early last year", None, "2023-01/2023-06"),
    ("late last month", None, "2023-12-16/2023-12-31"),
    ("early next month", None, "2024-02-01/2024-02-15"),
    ("the end of the year", FUTURE, "2024-09/2024-12"),
    ("the end of last year", None, "2023-09/2023-12"),
    ("last quarter", None, "2023-10/2023-12"),
    ("over this weekend", None, "2024-01-27/2024-01-28"),
    ("last weekend", None, "2024-01-20/2024-01-21"),
    ("next weekend", None, "2024-02-03/2024-02-04"),
    ("in December last year", None, "2023-12"),
    ("September last year", None, "2023-09"),
    ("in September of last year", None, "2023-09"),
    ("on January 5 this year", None, "2024-01-05"),
    ("on June 5 last year", None, "2023-06-05"),
    ("next year in March", None, "2025-03"),
    ("on Monday of this week", None, "2024-01-22"),
    ("Tuesday last week", None, "2024-01-16"),
    ("Tuesday next week", None, "2024-01-30"),
    ("last September", None, "2023-09"),
    ("last January", None, "2023-01"),  # this January is not over
    ("next March", None, "2024-03"),
    ("next January", None, "2025-01"),
    ("this March", None, "2024-03"),
    ("last May", None, "2023-05"),
    ("last summer", None, "2023-22"),
    ("this summer", None, "2024-22"),
    ("later this summer", None, "2024-22"),
    ("September", None, "2023-09"),
    ("in November", PAST, "2023-11"),
    ("in January", PAST, "2024-01"),  # the month itself
    ("in January", FUTURE, "2024-01"),
    ("in September", FUTURE, "2024-09"),
    ("in March", None, "2024-03"),  # no tense: the coming one is near, the last one far
    ("in March", PAST, "2023-03"),
    ("in May", PAST, "2023-05"),
    ("the March summit", PAST, "2023-03"),
    ("mid-June", PAST, "2023-06-08/2023-06-23"),
    ("late February", PAST, "2023-02-15/2023-02-28"),
    ("late February", FUTURE, "2024-02-15/2024-02-29"),
    ("January 26", None, "2024-01-26"),
    ("Jan. 26", PAST, "2024-01-26"),
    ("the 26th of January", PAST, "2024-01-26"),
    ("February 5", None, "2024-02-05"),  # in nine days, or almost a year ago
    ("February 5", PAST, "2023-02-05"),
    ("February 29", PAST, "2020-02-29"),
    ("February 29", FUTURE, "2024-02-29"),
    ("December 31", FUTURE, "2024-12-31"),
    ("Christmas Day", PAST, "2023-12-25"),
    ("New Year’s Day", PAST, "2024-01-01"),
    ("from March 4 to 11", FUTURE, "2024-03-04/2024-03-11"),
    ("from March 4 to 11", PAST, "2023-03-04/2023-03-11"),
    ("June 13-17", PAST, "2023-06-13/2023-06-17"),
    ("from June 5 to 14", PAST, "2023-06-05/2023-06-14"),
    ("from December 30 to January 2", PAST, "2023-12-30/2024-01-02"),
    ("from December 30 to January 2", FUTURE, "2024-12-30/2025-01-02"),
    ("September to November", PAST, "2023-09/2023-11"),
    ("in April and May", FUTURE, "2024-04/2024-05"),
    ("two days ago", None, "2024-01-25"),
    ("a week ago", None, "2024-01-17/2024-01-23"),
    ("three months ago", None, "2023-10~"),
    ("a year ago", None, "2023~"),
    ("75 years ago", None, "1949~"),
    ("three weeks from now", None, "2024-02-14/2024-02-20"),
    ("in two days’ time", None, "2024-01-29"),
    ("in the past week", None, "2024-01-20/2024-01-27"),
    ("in the past year", None, "2023-01/2024-01"),
    ("over the past three days", None, "2024-01-24/2024-01-27"),
    ("the past 10 years", None, "2014/2024"),
    ("in the last decade", None, "2014/2024"),
    ("in the next three months", None, "2024-01/2024-04"),
    ("over the next year", None, "2024-01/2025-01"),
    ("since 2017", None, "2017/.."),
    ("since the 1970s", None, "197X/.."),
    ("since the early 1990s", None, "1990/.."),
    ("since Friday", None, "2024-01-26/.."),
    ("since last year", None, "2023/.."),
    ("since January 26", None, "2024-01-26/.."),
    ("from 2017 onwards", None, "2017/.."),
    ("after 2017", None, "2018-01-01/.."),
    ("by 2030", None, "../2030"),
    ("by March 5", None, "../2024-03-05"),
    ("until Sunday", FUTURE, "../2024-01-28"),
    ("before Sunday", FUTURE, "../2024-01-27"),
    ("by the end of the year", FUTURE, "../2024-12"),
]


@pytest.mark.parametrize(("text", "tense", "edtf"), ANCHORED)
def test_the_day_of_writing_tells(text: str, tense: Tense | None, edtf: str | None) -> None:
    assert resolved(text, SATURDAY, tense) == [edtf]


OTHER_DAYS = [
    ("on Friday", date(2024, 1, 26), None, "2024-01-26"),  # Friday written on a Friday
    ("on Friday", date(2024, 1, 26), FUTURE, "2024-01-26"),
    ("last Friday", date(2024, 1, 26), None, "2024-01-19"),
    (
        "next Friday",
        date(2024, 1, 22),
        FUTURE,
        "2024-02-02",
    ),  # this week's would be "Friday" or "this Friday"
    ("Friday and Saturday", date(2024, 1, 29), PAST, "2024-01-26/2024-01-27"),
    ("over the weekend", date(2024, 1, 29), PAST, "2024-01-27/2024-01-28"),
    ("this January", date(2024, 11, 5), FUTURE, "2025-01"),
    ("this summer", date(2024, 10, 5), PAST, "2024-22"),
    ("this weekend", date(2024, 1, 29), PAST, "2024-01-27/2024-01-28"),
    ("this weekend", date(2024, 1, 29), FUTURE, "2024-02-03/2024-02-04"),
    ("last weekend", date(2024, 1, 29), None, "2024-01-27/2024-01-28"),
    ("last month", date(2024, 3, 31), None, "2024-02"),  # a month that is too short
    ("a month ago", date(2024, 3, 31), None, "2024-02~"),
    ("last September", date(2024, 10, 5), None, "2024-09"),
    ("in December", date(2021, 7, 1), FUTURE, "2021-12"),
    ("yesterday", date(2024, 1, 1), None, "2023-12-31"),
    ("last week", date(2024, 1, 1), None, "2023-12-25/2023-12-31"),
    ("the June 14 summit", date(2021, 6, 7), None, "2021-06-14"),
    ("until 2017", date(2024, 1, 1), None, None),  # where it began is not told
    ("after 2030", date(2024, 1, 1), None, None),
    ("yesterday", date(1, 1, 1), None, None),  # before the calendar
    ("next decade of 2024", date(9999, 12, 31), None, "2024"),
]


@pytest.mark.parametrize(("text", "anchor", "tense", "edtf"), OTHER_DAYS)
def test_other_days_of_writing(text: str, anchor: date, tense: Tense | None, edtf: str | None) -> None:
    assert resolved(text, anchor, tense) == [edtf]


UNTOLD = [
    "on Friday",
    "January 26",
    "in September",
    "today",
    "last year",
    "two days ago",
    "the past year",
    "since 2017",
    "on the 26th,",
    "the same day",
    "from Monday to Wednesday",
    "December last year",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_without_a_day_of_writing_it_is_not_told(text: str) -> None:
    assert resolved(text, None) == [None]


SPANS = [
    ("They met on Friday (January 26) in Pyongyang.", ["Friday (January 26)"]),
    ("talks on Friday and Saturday", ["Friday and Saturday"]),
    ("on Monday and Wednesday", ["Monday", "Wednesday"]),  # not neighbours: two days
    ("in 1992 and 2017", ["1992", "2017"]),
    ("in 2017, 2018 and 2021", ["2017", "2018", "2021"]),
    ("on Friday. January was cold.", ["Friday", "January"]),
    ("have since 2017 refused", ["since 2017"]),
    ("since Friday’s talks", ["Friday"]),
    ("in the\n1970s", ["the\n1970s"]),  # a line break is a gap
    ("on January\n\n26 people", ["January"]),  # a paragraph break is not
    ("In January 26 people were killed.", ["January"]),
    ("In January 2000 soldiers marched.", ["January"]),
    ("October 7, 2024 No Comments", ["October 7, 2024"]),
    ("the June 23 Second Berlin Conference", ["June 23"]),
    ("In June North Korea withdrew.", ["June"]),
    ("(May 24)", ["May 24"]),
    ("Dec. 30, 2023, to Jan. 2, 2024", ["Dec. 30, 2023", "Jan. 2, 2024"]),
    ("the year 2024", ["the year 2024"]),
    ("1950-1953 and 1961.", ["1950-1953", "1961"]),
    ("on May 24, 500 people", ["May 24"]),
    ("I think that May 1 is far", ["May 1"]),  # "that" the conjunction
    ("during the 1930s and 1940s", ["the 1930s and 1940s"]),
    ("by December of ’73", []),  # a year of two figures: not told which
    ("beginning in 2003", ["2003"]),
    ("01-Feb-02", []),
    ("on JULY 4TH 2008", ["JULY 4TH 2008"]),
    (
        "at the 2006 Belarusian presidential election and 2010 Belarusian presidential election",
        ["2006", "2010"],
    ),
    ("last August 21", ["last August 21"]),
    ("in the next week or so", ["the next week"]),
    ("dates back to 1989", ["1989"]),
    ("last Friday and Saturday", ["last Friday", "Saturday"]),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_mentions_are_maximal_and_apart(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


NO_TIMES = [
    "for three days",  # durations
    "75 years of diplomatic relations",
    "a 90-minute call",
    "a few weeks ago",  # vague
    "recently, soon, currently, in recent years, for decades",
    "more than 20 years ago",
    "nearly two years ago",
    "10 to 15 years ago",
    "May I speak? Mrs. May may march",  # names and verbs
    "Prime Minister May met her.",
    "a deal proposed by May",
    "June Smith and August Hanning",
    "Sun Weidong, Mon Calamari, Sat",
    "second, fall, spring, the fall of Kabul",
    "resolution 2270",
    "Resolution 1929 was adopted",
    "the 1718 Committee",
    "the 1988 Committee",
    "Group of 77, G20, COP26, F-16, MiG-29, B-1B",
    "4,000 troops and $1998 and 1,998 and 2000 people and 2024%",
    "the 2000 soldiers",
    "a total of 2000 dollars",
    "Agenda 2030, Vision 2030, NATO 2030",
    "the 26th session and the 30th floor",
    "12:30 and 14:45:10",
    "by 1930 GMT, until 1800 hours, in 1500 BC",
    "2011-12",
    "the January 6 committee",
    "Mar-a-Lago",
    "S/2017/150, A/RES/70/1, No. 2024-15",
    "version 2.0.2017, phone 555-2017-99",
    "on 05/06/2024",  # day and month could be confused
    "2024-13-45",  # no such day
    "every Friday, on Sundays, each Monday",
    "The Good Friday Agreement, Black Sunday",
    "USA Today and Russia Today",
    "the last time, the next round, this time",
    "was to last 60 days",
    "the September 11 attacks",
    "the first half of the match",
    "the late Kim Jong Il",
    "the Winter Olympics",
    "a 2,017-strong force",
    "two days before the summit",
    "",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert texts(text) == []


DAY_BEFORE = Interval(date(2024, 1, 26), date(2024, 1, 26), "2024-01-26")
MONTH_BEFORE = Interval(date(1992, 1, 1), date(1992, 1, 31), "1992-01")

ANAPHORIC = [
    ("the same day", DAY_BEFORE, "2024-01-26"),
    ("that night", DAY_BEFORE, "2024-01-26"),
    ("later that day", DAY_BEFORE, "2024-01-26"),
    ("the same month", DAY_BEFORE, "2024-01"),
    ("that year", DAY_BEFORE, "2024"),
    ("later in the year", DAY_BEFORE, "2024"),
    ("the following day", DAY_BEFORE, "2024-01-27"),
    ("the next day", DAY_BEFORE, "2024-01-27"),
    ("the day after.", DAY_BEFORE, "2024-01-27"),
    ("the day before,", DAY_BEFORE, "2024-01-25"),
    ("the night before.", DAY_BEFORE, "2024-01-25"),
    ("the year before,", DAY_BEFORE, "2023"),
    ("the previous year", DAY_BEFORE, "2023"),
    ("the following year", MONTH_BEFORE, "1993"),
    ("two days later", DAY_BEFORE, "2024-01-28"),
    ("a year earlier", MONTH_BEFORE, "1991"),
    ("In April of the same year", MONTH_BEFORE, "1992-04"),
    ("in September that year", MONTH_BEFORE, "1992-09"),
    ("late that year", MONTH_BEFORE, "1992-07/1992-12"),
    ("the following March", MONTH_BEFORE, "1992-03"),
    ("the following Tuesday", DAY_BEFORE, "2024-01-30"),
    ("the previous September", DAY_BEFORE, "2023-09"),
    ("that summer", MONTH_BEFORE, "1992-22"),
    ("on the 24th,", MONTH_BEFORE, "1992-01-24"),
    ("on the 24th of the same month", MONTH_BEFORE, "1992-01-24"),
    ("the same day", MONTH_BEFORE, "1992-01"),  # as wide as what was told before
    ("on Friday", DAY_BEFORE, None),  # does not count from a time told before
    ("in 2017", DAY_BEFORE, None),
]


@pytest.mark.parametrize(("text", "previous", "edtf"), ANAPHORIC)
def test_times_that_count_from_one_told_before(text: str, previous: Interval, edtf: str | None) -> None:
    (mention,) = find_times(text)
    found = resolve_anaphoric(mention, previous)
    assert (found and found.edtf) == edtf
    if edtf and "that" not in text:
        assert resolve_time(mention, SATURDAY) is None


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "On Friday in May 2021 they met. On Monday they left."
    start = text.index("On Monday")
    (mention,) = find_times(text, start)
    assert (mention.text, mention.span) == ("Monday", (start + 3, start + 9))
    assert texts(text[:start]) == [m.text for m in find_times(text, 0, start)]


def test_an_end_cuts_an_expression_off() -> None:
    assert [m.text for m in find_times("in May 2021", 0, 6)] == ["May"]


def marked_examples() -> list[tuple[str, bool]]:
    """The examples and counterexamples that stand beside the words."""
    tables = list(time_words().values())
    tables += [rows["evidence"] for rows in tables if "evidence" in rows]
    examples = [(text, True) for rows in tables for text in rows.get("examples", ())]
    return examples + [(text, False) for rows in tables for text in rows.get("counterexamples", ())]


@pytest.mark.parametrize(("text", "found"), marked_examples())
def test_the_examples_beside_the_words_hold(text: str, found: bool) -> None:
    plain = text.replace("[", "").replace("]", "")
    assert texts(plain) == (re.findall(r"\[(.*?)\]", text) if found else [])


def test_every_part_is_a_share_of_a_whole() -> None:
    assert all(0 <= low < high <= 1 for low, high in table("parts").values())


STYLES = [
    lambda d: f"{d:%B} {d.day}, {d.year}",
    lambda d: f"{d.day} {d:%B} {d.year}",
    lambda d: f"{d:%b}. {d.day}, {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d:%A}, {d:%B} {d.day}, {d.year}",
    lambda d: f"the {d.day}th of {d:%B} {d.year}",
    lambda d: f"{d:%A} ({d.day} {d:%b} {d.year})",
]

days = st.dates(date(1500, 1, 1), date(2100, 12, 31))
"""Any day that English news tells of."""
anchors = st.none() | st.dates()
tenses = st.none() | st.sampled_from(Tense)
pieces = st.lists(
    st.sampled_from(
        [
            "the",
            "early",
            "late",
            "mid-",
            "end",
            "of",
            "first",
            "half",
            "last",
            "next",
            "this",
            "that",
            "same",
            "following",
            "year",
            "month",
            "week",
            "day",
            "Friday",
            "Sat",
            "January",
            "May",
            "Jan.",
            "26",
            "26th",
            "4",
            "2017",
            "1950s",
            "-1953",
            "to",
            "from",
            "between",
            "and",
            "since",
            "until",
            "by",
            "ago",
            "two",
            "years",
            "later",
            "(",
            ")",
            ",",
            ".",
            "'",
            "spring",
            "today",
            "tomorrow",
            "2024-01-26",
            ":",
            "\n",
        ]
    ),
    max_size=14,
).map(" ".join)


@given(days, st.sampled_from(STYLES), anchors, tenses)
def test_a_day_in_any_style_is_found_and_is_that_day(
    day: date, style: object, anchor: date, tense: Tense
) -> None:
    written = style(day)  # type: ignore[operator]
    (mention,) = find_times(f"They met on {written} in Geneva.")
    assert mention.text == written
    assert resolve_time(mention, anchor, tense) == (day, day, day.isoformat())


@given(st.one_of(pieces, st.text(), st.text(alphabet="0123456789-/. ,Mayto")), anchors, tenses)
def test_any_text_is_read_in_order_and_to_the_letter(text: str, anchor: date, tense: Tense) -> None:
    end = 0
    for mention in find_times(text):
        assert mention.span.start >= end
        assert mention.span.of(text) == mention.text
        end = mention.span.end
        found = resolve_time(mention, anchor, tense)
        assert found is None or found.earliest <= found.latest


DECADES = st.integers(150, 209).map(lambda tens: f"the {tens}0s")


@given(st.one_of(days.map(date.isoformat), DECADES, st.integers(1500, 2100).map("in {}".format)))
def test_the_edtf_says_the_bounds(text: str) -> None:
    (found,) = (resolve_time(mention, None) for mention in find_times(text))
    assert found
    assert found.earliest.isoformat().startswith(found.edtf.rstrip("X"))
    assert found.latest.isoformat().startswith(found.edtf.rstrip("X"))


@given(pieces, days, days)
def test_a_time_told_before_gives_ordered_bounds(text: str, first: date, other: date) -> None:
    previous = Interval(min(first, other), max(first, other), "")
    for mention in find_times(text):
        found = resolve_anaphoric(mention, previous)
        assert found is None or found.earliest <= found.latest


@given(days, st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_is_within_a_week_and_on_the_side_of_its_tense(day: date, weekday: str) -> None:
    (mention,) = find_times(f"on {weekday}")
    past, future = resolve_time(mention, day, PAST), resolve_time(mention, day, FUTURE)
    assert past
    assert future
    assert day - timedelta(days=7) < past.earliest <= day <= future.earliest < day + timedelta(days=7)
    assert f"{past.earliest:%A}" == f"{future.earliest:%A}" == weekday


HOSTILE = [
    "from " * 20_000,
    "the early " * 10_000,
    "Friday (" * 12_000,
    "1950-" * 20_000,
    "January " * 12_000,
    " " * 100_000,
    "2024-01-" * 12_000,
    "a" * 100_000,
    "the " * 25_000,
    "1" * 100_000,
    "since the end of the " * 5_000,
    "January 26, " * 8_000,
    "resolutions " + "1718, " * 16_000,
    "\n" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    find_times(text)
    assert time.process_time() - began < 5


SEEDS = Path(__file__).parents[2].parent / "shared" / "gold" / "seeds"


@pytest.mark.skipif(not SEEDS.exists(), reason="the annotated articles are not beside the repository")
@pytest.mark.parametrize("path", sorted(SEEDS.glob("00*.json")), ids=lambda path: path.stem)
def test_the_annotated_days_are_found_with_their_value(path: Path) -> None:
    """Each annotated day, month or year lies under a mention whose interval lies inside it or holds it."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (Path(__file__).parents[2] / "seeds" / f"{path.stem}.txt").read_text(encoding="utf-8")
    published = gold["published_inferred"]
    anchor = date.fromisoformat(published) if len(published) == 10 else None
    mentions = find_times(text)
    for timex in (t for t in gold["timex"] if re.fullmatch(r"\d{4}(-\d\d){0,2}", t["value"])):
        if timex["anchor"] == "other event" or "New Year" in timex["text"]:
            continue
        over = [m for m in mentions if m.span.start < timex["end"] and timex["start"] < m.span.end]
        assert [m for m in over if (one := resolve_time(m, anchor)) and timex["value"] in one.edtf], timex[
            "text"
        ]
