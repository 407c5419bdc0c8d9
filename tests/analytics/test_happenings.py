"""Which rows a network gives to the measures."""

from __future__ import annotations

from datetime import date

import pytest
from networks import happening
from worlds import small_world

from kg.analytics.happenings import facts, find_happenings, state_of, states_of, within
from kg.analytics.network import build_network

NETWORK = build_network(small_world())
TOLD = {told.identifier.removeprefix("event/"): told for told in find_happenings(NETWORK)}
DAHL, QUISPE = "person/anna-dahl", "person/luis-quispe"


@pytest.mark.parametrize(
    ("event", "actors"),
    [
        ("meeting-anna-dahl-luis-quispe-2023-05-11", (DAHL, QUISPE)),  # the place took no part
        ("arrival-anna-dahl-lima-2023-05-10", ("country/PER", DAHL)),  # whoever visits Lima visits Peru
        ("interaction-accuse-per-bol", ("country/BOL", "country/PER")),
        ("relation-largest-trading-partner-of-nor-per", ("country/NOR", "country/PER")),
        ("treaty-of-fisheries-2023-05-11", ("country/NOR", "country/PER")),
    ],
)
def test_actors(event: str, actors: tuple[str, ...]) -> None:
    assert TOLD[event].actors == actors


def test_an_act_has_a_direction() -> None:
    assert TOLD["interaction-accuse-per-bol"].toward == (("country/PER", "country/BOL"),)


@pytest.mark.parametrize(
    "event",
    [
        "meeting-grace-wanjiru-luis-quispe-2023-06",  # planned
        "meeting-anna-dahl-rosa-mamani",  # denied
        "relation-largest-trading-partner-of-nor-per",  # stands, and does not happen
    ],
)
def test_no_facts(event: str) -> None:
    assert TOLD[event] not in facts(TOLD.values())


@pytest.mark.parametrize(
    ("actor", "state"),
    [(DAHL, "country/NOR"), ("country/PER", "country/PER"), ("person/rosa-mamani", None)],
)
def test_states(actor: str, state: str | None) -> None:
    assert state_of(NETWORK, actor) == state


def test_states_of_a_meeting() -> None:
    assert states_of(NETWORK, TOLD["meeting-anna-dahl-luis-quispe-2023-05-11"]) == (
        "country/NOR",
        "country/PER",
    )


@pytest.mark.parametrize(
    ("since", "until", "falls"),
    [
        (None, None, True),
        (date(2024, 1, 1), None, True),
        (date(2024, 1, 2), None, False),  # may have been on the first
        (None, date(2024, 1, 31), True),
        (None, date(2024, 1, 30), False),
    ],
)
def test_within(since: date | None, until: date | None, falls: bool) -> None:
    january = happening("talks", "a", "b", start=date(2024, 1, 1), end=date(2024, 1, 31))
    assert (january in within([january], since, until)) == falls


def test_what_has_no_day_falls_nowhere() -> None:
    assert within([happening("talks", "a", "b")], date(1900, 1, 1), None) == ()
