"""Ties by shared events."""

from __future__ import annotations

import pytest
from networks import happening, ties_of

from kg.analytics.ties import events_of, ordered, tie_actors


@pytest.mark.parametrize(
    ("events", "pair", "weight"),
    [
        (["ab"], "ab", 1),
        (["ab", "ab"], "ab", 2),
        (["abc"], "ab", 0.5),  # three share one event: Newman 2001
        (["abc", "ab"], "ab", 1.5),
    ],
)
def test_weights(events: list[str], pair: str, weight: float) -> None:
    assert ties_of(*events).edges[tuple(pair)]["weight"] == weight


@pytest.mark.parametrize("status", ["Planned", "Possible", "Denied", "Cancelled", "Proposed"])
def test_what_is_no_fact_ties_nobody(status: str) -> None:
    assert not tie_actors([happening("talks", "a", "b", status=status)])


def test_a_tie_leads_to_its_events() -> None:
    ties = tie_actors([happening("talks", "a", "b"), happening("call", "a", "c")])
    assert events_of(ties, "a") == ("call", "talks")
    assert ties.edges["a", "b"]["events"] == ("talks",)


def test_one_who_acts_alone_has_no_tie() -> None:
    ties = tie_actors([happening("speech", "a")])
    assert list(ties) == ["a"]
    assert not ties.edges


def test_order() -> None:
    assert list(ordered(ties_of("ab", "bc", "de"), "edcba")) == ["b", "a", "c", "d", "e"]
