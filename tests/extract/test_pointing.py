"""What a sentence adds to an event that was told before."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, check_in_text, read

from kg.extract import EXTRACTORS
from kg.extract.pointing import point_back

ABOUT = "Mary Banda will hold talks with King Letsie. "


def added(text: str) -> list[tuple[str, str | None, str | None]]:
    """What each sentence that points back says: status, time and place."""
    context = read(text)
    events = [event for extract in EXTRACTORS for event in extract(context)]
    return [
        (
            e.status.value,
            e.interval.edtf if e.interval else None,
            next((a.entity for a in e.arguments if a.role == "place"), None),
        )
        for e in point_back(context, events)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # when and where
        ("The meeting took place in Accra on Monday.", ("Held", "2022-06-13", "place/accra")),
        # to come
        ("The talks will be held on Friday.", ("Planned", "2022-06-17", None)),
        # called off
        ("The talks have been cancelled.", ("Cancelled", None, None)),
        ("The talks were put off.", ("Cancelled", None, None)),
        # not held
        ("But it did not take place.", ("Denied", None, None)),
        # two sentences on
        ("Nobody spoke. The talks begin today.", ("Held", "2022-06-15", None)),
    ],
)
def test_what_is_added(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert added(ABOUT + text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # of another kind
        "The visit was cancelled.",
        # another one
        "A meeting was cancelled.",
        # another kind of talks
        "The border talks were cancelled.",
        # only supposed
        "The talks would be put off.",
        # what did not come about
        "They ended before they began.",
        "The talks collapsed before it began.",
        # something said of them
        "These talks hold promise.",
        "The talks failed.",
        # far off
        "It rained. It snowed. It froze. It thawed. The talks were cancelled.",
        # one of two that were told together
        "Chad held talks with Niger, and Peru held talks with Chile. The talks ended.",
    ],
)
def test_nothing_is_added(text: str) -> None:
    assert added(ABOUT + text) == []


@given(any_text)
def test_what_points_back_lies_in_the_text(text: str) -> None:
    context = read(text)
    events = [event for extract in EXTRACTORS for event in extract(context)]
    check_in_text(context, list(point_back(context, events)))
