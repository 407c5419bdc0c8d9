"""The last time of what has not been since."""

from __future__ import annotations

import pytest
from texts import marked_predicate

from kg.extract.last_times import last_time


# Written on Wednesday, 15 June 2022.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year
        ("Kenya's envoy has not [met] the king since 2019.", "2019"),
        # a month, of a noun
        ("The [summit] hasn't been held since May 2019.", "2019-05"),
        # with a light verb
        ("Peru and Chad have not held [talks] since 3 May 2021.", "2021-05-03"),
        # nobody
        ("No [summit] has taken place since 2019.", "2019"),
        # held again
        ("Kenya's envoy has [met] the king since 2019.", None),
        # in a time of its own
        ("Kenya's envoy did not [meet] the king in 2019.", None),
        # not yet
        ("Kenya's envoy has not [met] the king in 2019.", None),
        # of another clause's not
        ("She has not said that the envoy [met] the king since 2019.", None),
        ("She denied that the envoy had [met] the king since 2019.", None),
    ],
)
def test_last_time(text: str, expected: str | None) -> None:
    found = last_time(*marked_predicate(text))
    assert (found.edtf if found else None) == expected
