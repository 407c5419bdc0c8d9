"""Pledges without a day of their own: that of the talks they were made in, where there is one."""

from __future__ import annotations

import pytest
from texts import read

from kg.extract import read_statements


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # made in the talks told before
        (
            "Chad and Niger held talks on 3 May 2021. The two countries pledged to share the lake.",
            "2021-05-03",
        ),
        # a sentence between them
        (
            "Chad and Niger held talks on 3 May 2021. It rained. The two countries pledged to share the lake.",
            "2021-05-03",
        ),
        # with a day of its own
        (
            "Chad and Niger held talks on 3 May 2021. In 2019 the two countries pledged to share the lake.",
            "2019",
        ),
        # of other parties
        (
            "Chad and Mali held talks on 3 May 2021. Chad and Niger pledged to share the lake.",
            None,
        ),
        # talks still to come
        ("Chad and Niger will hold talks on 3 May 2031. The two countries pledged to share the lake.", None),
        # too far away
        (
            "Chad and Niger held talks on 3 May 2021. It rained. It rained. It rained. It rained. "
            "Chad and Niger pledged to share the lake.",
            None,
        ),
        # talks after it
        (
            "Chad and Niger pledged to share the lake. Chad and Niger held talks on 3 May 2021.",
            None,
        ),
    ],
)
def test_the_day_of_the_talks(text: str, day: str | None) -> None:
    context = read(text)
    reading = read_statements(context.article, context.doc, context.lexicon)
    (pledge,) = (e for e in reading.events if e.kind == "Pledge")
    assert (pledge.interval.edtf if pledge.interval else None) == day
