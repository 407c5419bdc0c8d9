"""The shortest chain between two actors."""

from __future__ import annotations

import pytest
from worlds import small_world

from kg.analytics.network import build_network
from kg.analytics.paths import find_path

NETWORK = build_network(small_world())


@pytest.mark.parametrize(
    ("one", "other", "chain"),
    [
        # the call, the talks: two steps of one
        ("person/grace-wanjiru", "person/luis-quispe", ["person/anna-dahl"]),
        # nothing but that both are of one state, or that their states signed a treaty
        ("person/ole-berg", "person/anna-dahl", ["person/luis-quispe"]),
        ("country/BOL", "country/NOR", ["country/PER"]),
    ],
)
def test_chain(one: str, other: str, chain: list[str]) -> None:
    steps = find_path(NETWORK, one, other)
    assert [step.one for step in steps] == [one, *chain]
    assert [step.other for step in steps] == [*chain, other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("person/rosa-mamani", "person/anna-dahl"),  # a denied meeting is no tie
        ("person/anna-dahl", "person/anna-dahl"),
        ("person/nobody", "person/anna-dahl"),
    ],
)
def test_no_chain(one: str, other: str) -> None:
    assert find_path(NETWORK, one, other) == ()


def test_a_step_tells_its_events() -> None:
    (step,) = find_path(NETWORK, "person/anna-dahl", "person/luis-quispe")
    assert [told.identifier for told in step.events] == ["event/meeting-anna-dahl-luis-quispe-2023-05-11"]


def test_a_shared_event_goes_before_a_relation() -> None:
    (step,) = find_path(NETWORK, "country/NOR", "country/PER")
    assert [told.kind for told in step.events] == ["Treaty"]


def test_belonging_is_told_in_words() -> None:
    (step,) = find_path(NETWORK, "organization/andina", "country/PER")
    assert step.belonging == "Andina (organizationOf) Peru"
