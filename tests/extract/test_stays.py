"""Visits told by the way: who is abroad for something, and on whose journey something happens."""

from __future__ import annotations

import pytest
from texts import read

from kg.extract.visits import extract_visits

BANDA = "Zambian President Mary Banda"


def visits(text: str) -> list[tuple[str, str]]:
    """Where each visit leads, and its status."""
    found = extract_visits(read(text))
    return [(a.entity, e.status.value) for e in found for a in e.arguments if a.role == "destination"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # for something
        (f"{BANDA} is in Lima to meet farmers.", [("place/lima", "Held")]),
        (f"{BANDA} was in Peru for a conference.", [("country/PER", "Held")]),
        # for a while
        (f"{BANDA} is in Peru until Monday.", [("country/PER", "Held")]),
        # in a clause about somebody
        (f"{BANDA}, who was in Peru to meet farmers, left.", [("country/PER", "Held")]),
        # not told of as having been
        (f"{BANDA} will be in Peru for talks.", [("country/PER", "Planned")]),
        (f"{BANDA} was not in Peru on Monday.", [("country/PER", "Denied")]),
        (f"If {BANDA} is in Peru on Monday, she will speak.", [("country/PER", "Possible")]),
        # at home, for good, again and again, of no known home
        (f"{BANDA} is in Lusaka to meet farmers.", []),
        (f"{BANDA} is in Peru.", []),
        (f"{BANDA} is often in Peru for talks.", []),
        ("Mary Banda is in Peru for talks.", []),
        # the occasion of a clause
        (f"During her visit to Peru, {BANDA} praised farmers.", [("country/PER", "Held")]),
        (f"{BANDA} praised farmers during a visit to Peru.", [("country/PER", "Held")]),
        (f"{BANDA} will meet farmers during a visit to Peru.", [("country/PER", "Planned")]),
        (f"{BANDA} returned from a visit to Peru.", [("country/PER", "Held")]),
        (f"{BANDA}, on a visit to Peru, praised farmers.", [("country/PER", "Held")]),
        (f"{BANDA}, who is on a visit to Peru, praised farmers.", [("country/PER", "Held")]),
        # somebody else's, or only a matter
        (f"During the king's visit to Peru, {BANDA} praised farmers.", []),
        (f"{BANDA} praised farmers during the visit to Peru.", []),
        (f"{BANDA} insisted on a visit to Peru.", []),
    ],
)
def test_told_by_the_way(text: str, expected: list[tuple[str, str]]) -> None:
    assert visits(text) == expected
