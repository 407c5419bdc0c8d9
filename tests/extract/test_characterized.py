"""What "it is his first visit" says of a visit told before."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, check_in_text, read

from kg.extract import EXTRACTORS
from kg.extract.characterized import with_status_of_meant
from kg.model import EventMention


def events(text: str) -> list[EventMention]:
    context = read(text)
    told = [event for extract in EXTRACTORS for event in extract(context)]
    return list(with_status_of_meant(context, told))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # to come
        ("King Letsie will visit Fiji. This is his first visit to Fiji.", ["Planned", "Planned"]),
        (
            "King Letsie is expected to visit Fiji. It is the king's second visit to Fiji.",
            ["Planned", "Planned"],
        ),
        # going on
        ("King Letsie arrived in Fiji. This is his first visit to Fiji.", ["Held", "Held"]),
        # another's
        (
            "Mary Banda will visit Fiji. King Letsie's visit to Fiji lasted a week.",
            ["Planned", "Held"],
        ),
        # of a place that one is yet to come to
        ("King Letsie will speak in Suva on Friday. It is his first visit to Fiji.", ["Planned"]),
        # nothing told before
        ("King Letsie spoke. It is his first visit to Fiji.", ["Held"]),
    ],
)
def test_statuses(text: str, expected: list[str]) -> None:
    visits = sorted((e for e in events(text) if e.kind == "Visit"), key=lambda e: e.trigger)
    assert [e.status.value for e in visits] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # talks to come
        (
            "Kenya, Mali and Ghana are to hold talks in Accra. It is the first meeting between the three countries.",
            ["Planned", "Planned"],
        ),
        # … of their people
        (
            "President Mary Banda of Zambia will meet King Letsie of Lesotho in Suva. "
            "This is the first meeting between Zambia and Lesotho.",
            ["Planned", "Planned"],
        ),
        # … of which nothing is read
        (
            "A trilateral session is to open in Accra. It is the first meeting of Kenya with Ghana.",
            ["Planned"],
        ),
        # held
        (
            "Kenya, Mali and Ghana held talks in Accra. It is the first meeting between the three countries.",
            ["Held", "Held"],
        ),
        # held before, of others than those who plan
        ("Chad will vote on Friday. It was the first meeting of Kenya with Ghana.", ["Held"]),
    ],
)
def test_meetings(text: str, expected: list[str]) -> None:
    meetings = sorted((e for e in events(text) if e.kind in {"Meeting", "Talks"}), key=lambda e: e.trigger)
    assert [e.status.value for e in meetings] == expected


@given(any_text)
def test_only_the_status_changes(text: str) -> None:
    context = read(text)
    told = [event for extract in EXTRACTORS for event in extract(context)]
    found = list(with_status_of_meant(context, told))
    assert [(e.trigger, e.arguments) for e in found] == [(e.trigger, e.arguments) for e in told]
    check_in_text(context, found)
