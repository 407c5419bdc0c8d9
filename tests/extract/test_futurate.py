"""What is told as going on, and yet is to come."""

from __future__ import annotations

import pytest
from texts import marked_predicate

from kg.extract.event_times import when
from kg.extract.futurate import time_ahead


# Written on Wednesday, 15 June 2022.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a weekday, whichever side of the day of writing it stands on
        ("Kenya's envoy is [flying] to Peru on Monday evening.", "2022-06-20"),
        ("Kenya's envoy is [flying] to Peru on Friday.", "2022-06-17"),
        # the day of writing, by its name
        ("Kenya's envoy is [flying] to Peru on Wednesday night.", "2022-06-15"),
        # a day of the calendar
        ("Kenya's envoy is [meeting] the king on 3 July.", "2022-07-03"),
        # of a noun's light verb
        ("They are holding [talks] in Accra on Friday.", "2022-06-17"),
        # in the simple present
        ("Kenya's envoy [travels] to Peru on Friday.", "2022-06-17"),
        ("On Friday, Mary Banda [travels] to Peru.", "2022-06-17"),
        ("From 3 July through 5 July, Mary Banda [travels] to Peru.", "2022-07-03/2022-07-05"),
        ("Kenya's envoy [meets] the king on 14 June.", None),
        ("They [meet] in Accra on Wednesday, over tea.", None),
        ("Kenya's offer follows a [visit] to Peru on Friday.", None),
        ("LIMA, 15 June - Kenya's envoy [meets] the king.", None),
        ("Kenya's envoy has [met] the king on Friday.", None),
        # going on
        ("Kenya's envoy is [visiting] Peru.", None),
        ("Kenya's envoy is [visiting] Peru today.", None),
        ("Kenya's envoy is [visiting] Peru this week.", None),
        ("LIMA, 15 June - Kenya's envoy is [meeting] the king.", None),
        # over: under a picture
        ("Kenya's envoy is [meeting] the king on 14 June.", None),
        ("Kenya's envoy is [meeting] the king on 3 July 2021.", None),
        # told in the past, or as to come
        ("Kenya's envoy was [flying] to Peru on Monday.", None),
        ("Kenya's envoy [flew] to Peru on Monday.", None),
    ],
)
def test_time_ahead(text: str, expected: str | None) -> None:
    context, predicate = marked_predicate(text)
    time = time_ahead(context, predicate, when(context, predicate))
    assert (time and time.edtf) == expected
