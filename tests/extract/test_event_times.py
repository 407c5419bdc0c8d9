"""When: of the times that a sentence names, the one that belongs to an event."""

from __future__ import annotations

import pytest
from texts import marked_predicate

from kg.extract.event_times import days_of_any_year, tense_of, when
from kg.extract.status import status_of
from kg.language.times import Tense
from kg.model import Status


# Written on Wednesday, 15 June 2022.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a day
        ("Kenya's envoy [met] the king on 3 May 2021.", "2021-05-03"),
        # a weekday that is over
        ("Kenya's envoy [met] the king on Monday.", "2022-06-13"),
        # a weekday to come
        ("Kenya's envoy will [meet] the king on Friday.", "2022-06-17"),
        # a month
        ("Kenya's envoy [met] the king in March 2021.", "2021-03"),
        # a year
        ("Kenya's envoy [met] the king in 2019.", "2019"),
        # the narrower of two that agree
        ("Kenya's envoy will [meet] the king on Friday this week.", "2022-06-17"),
        # a weekday as an object
        ("Kenya's envoy [departed] Monday for Peru.", "2022-06-13"),
        # hung directly on the verb, not on what it came before
        ("Ahead of Saturday's summit, Kenya's envoy [met] the king on Monday.", "2022-06-13"),
        # hung on the noun of a day, not on the meeting ahead
        ("Ahead of Monday's summit, Kenya's envoy [met] the king on Friday morning.", "2022-06-10"),
        # of an accord that the talks are about
        ("[Talks] about the 2005 accord resumed in 2021.", "2021"),
        # of another event, which it only names
        ("They [met] on Monday to speak of the July summit.", "2022-06-13"),
        ("They met on Monday to [discuss] the July summit with the king.", "2022-06-13"),
        # of a call that is a visit
        ("He met the king on Monday and [called] on the queen on Tuesday.", "2022-06-14"),
        # of the speaking, not of what is spoken of
        ("They spoke on Monday on a [summit].", None),
        # of the calling off
        ("They cancelled the [summit] on Monday.", None),
        # what is put off to a day is not of it before
        ("They postponed the [summit] to Friday.", None),
        # of the journey, not of the talks ahead
        ("Kenya's envoy left on Monday for [talks] with the king.", "2022-06-13"),
        # of all that is listed behind it
        ("The fair follows last month's summit and the queen's [visit] to Fiji.", "2022-05"),
        ("The fair follows the May summit and the queen's [visit] to Fiji.", None),
        # of what is remembered, which is not of the day of remembering
        ("She recalled her [visit] to Accra in May 2019.", "2019-05"),
        ("She fondly remembered the [summit] in 2015.", "2015"),
        ("She recalled in May 2019 the [summit].", None),
        ("She recalled the [summit] on Monday.", None),
        # in a relative clause
        ("The [summit], which was held in May, was short.", "2022-05"),
        # in front
        ("On Monday, Kenya's envoy [met] the king.", "2022-06-13"),
        # yesterday
        ("Kenya's envoy [met] the king yesterday.", "2022-06-14"),
        # of a noun
        ("The [summit] on 3 May 2021 was short.", "2021-05-03"),
        # of a noun's light verb
        ("They held [talks] in Accra on Monday.", "2022-06-13"),
        # of the verb above an infinitive that has none
        ("On Monday, Kenya's envoy travelled to Accra to [meet] the king.", "2022-06-13"),
        # of two verbs, each its own
        ("They [met] in 2019 and signed an accord in 2021.", "2019"),
        ("They met in 2019 and [signed] an accord in 2021.", "2021"),
        # a relative clause has its own
        ("Kenya's envoy, who left in 2019, [met] the king in 2021.", "2021"),
        # what is said on Monday was not done on Monday
        ("Kenya said on Monday that its envoy had [met] the king.", None),
        # no time
        ("Kenya's envoy [met] the king.", None),
        # of what is said, before it and before the saying
        ("“Next week Kenya's envoy will [meet] the king,” she said.", "2022-06-20/2022-06-26"),
        # a day before a subject
        ("“Tomorrow Kenya's envoy [meets] the king,” she said on Monday.", "2022-06-16"),
        # of the day told before, not of the year
        ("He left on Monday, as in 2013. On the same day, Kenya's envoy [met] the king.", "2022-06-13"),
        # what is past is not of the day of a plan beside it
        (
            "A second round of talks between Kenya and Mali is scheduled for 2 July in Mombasa, "
            "where both countries [reiterated] their commitment to the accord.",
            None,
        ),
        ("They will fly home on Friday after they [met] the king.", None),
        ("The king is due in Lima on Friday, where his envoy [met] the queen on 3 May.", "2022-05-03"),
        # … but of one on which something else is held or agreed
        ("They flew to Lima on Friday as they [signed] an accord.", "2022-06-10"),
        ("A truce was agreed on Friday as both states [met] in Lima.", "2022-06-10"),
        # a day behind a subject
        ("The chair of the African Union, Mary Banda, today [met] the king.", "2022-06-15"),
    ],
)
def test_when(text: str, expected: str | None) -> None:
    context, found = marked_predicate(text)
    time = when(context, found, status_of(context.doc, found))
    assert (time and time.edtf) == expected


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        # told as past
        ("They [met].", Status.HELD, Tense.PAST),
        # told as future
        ("They will [meet].", Status.PLANNED, Tense.FUTURE),
        # called off before it came
        ("They will not [meet].", Status.CANCELLED, Tense.FUTURE),
        # perhaps to come
        ("They may [meet].", Status.POSSIBLE, Tense.FUTURE),
        # it did not happen
        ("They did not [meet].", Status.DENIED, Tense.PAST),
    ],
)
def test_tenses(text: str, status: Status, expected: Tense) -> None:
    context, found = marked_predicate(text)
    assert tense_of(context.doc, found.clause, status) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a day of the calendar, to come or over
        ("Kenya's envoy [met] the king on 22 May.", "05-22"),
        ("Kenya's envoy will [meet] the king on May 22.", "05-22"),
        ("Kenya's envoy will [visit] Peru from Jan. 8 to 9.", "01-08/01-09"),
        # a month
        ("Kenya's envoy [met] the king in June.", "06-01/06-30"),
        # what only the day of writing tells
        ("Kenya's envoy [met] the king on Friday.", None),
        ("Kenya's envoy [met] the king yesterday.", None),
        ("Kenya's envoy [met] the king last month.", None),
        # no days
        ("Kenya's envoy [met] the king.", None),
        ("Kenya's envoy [met] the king this year.", None),
    ],
)
def test_days_of_a_year_left_open(text: str, expected: str | None) -> None:
    context, predicate = marked_predicate(text)
    found = days_of_any_year(context, predicate, status_of(context.doc, predicate))
    days = [f"{d:%m-%d}" for d in (found.earliest, found.latest)] if found else []
    assert "/".join(dict.fromkeys(days)) == (expected or "")
