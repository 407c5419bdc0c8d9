"""Pairs of states: levels, cooperation and conflict."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest
from networks import happening, states
from worlds import small_world

from kg.analytics.dyads import draw_lines, find_encounters
from kg.analytics.happenings import find_happenings
from kg.analytics.network import build_network
from kg.world.offices import Level


def delegations(**offices: str) -> nx.MultiDiGraph:
    """Two states and their people: x… is of country X, y… of country Y."""
    network = states("X", "Y")
    for name, office in offices.items():
        network.add_node(name, type="Person", offices=office)
        network.add_edge(name, name[0].upper(), type="Belonging")
    return network


@pytest.mark.parametrize(
    ("offices", "actors", "level"),
    [
        ({"x1": "president (X)", "y1": "king (Y)"}, ("x1", "y1"), Level.LEADER),
        (
            {"x1": "president (X)", "y1": "foreign minister (Y)"},
            ("x1", "y1"),
            Level.MINISTER,
        ),  # of both sides the lower
        (
            {"x1": "president (X)", "x2": "deputy foreign minister (X)", "y1": "king (Y)"},
            ("x1", "x2", "y1"),
            Level.LEADER,
        ),
        ({"x1": "former president (X)", "y1": "king (Y)"}, ("x1", "y1"), Level.OFFICIAL),  # no longer one
        ({"x1": "foreign minister (X) | poet (X)"}, ("x1", "Y"), Level.MINISTER),  # of Y nobody is named
        ({}, ("X", "Y"), Level.OFFICIAL),
    ],
)
def test_levels(offices: dict[str, str], actors: tuple[str, ...], level: Level) -> None:
    (row,) = find_encounters(delegations(**offices), [happening("talks", *actors)])
    assert (row.states, row.level, row.events) == (("X", "Y"), level, ("talks",))


@pytest.mark.parametrize("kind", ["Treaty", "Interaction"])
def test_only_contacts_are_encounters(kind: str) -> None:
    status = "Signed" if kind == "Treaty" else "Held"
    assert find_encounters(states("X", "Y"), [happening("it", "X", "Y", kind=kind, status=status)]) == ()


def test_no_encounter_of_one_state_with_itself() -> None:
    network = delegations(x1="president (X)", x2="prime minister (X)")
    assert find_encounters(network, [happening("talks", "x1", "x2")]) == ()


MAY = {"start": date(2023, 5, 11), "end": date(2023, 5, 11)}


@pytest.mark.parametrize(
    ("told", "month", "cooperation", "conflict"),
    [
        (happening("talks", "X", "Y", **MAY), "2023-05", 1, 0),  # CONSULT
        (
            happening("treaty", "X", "Y", kind="Treaty", status="Signed", **MAY),
            "2023-05",
            3.5,
            0,
        ),  # SUPPORT, CAMEO 057
        (happening("pledge", "X", "Y", kind="Pledge", status="Agreed"), "", 4, 0),  # AGREE
        (happening("act", "X", "Y", kind="Interaction", plover="THREATEN", toward=(("X", "Y"),)), "", 0, 6),
        (
            happening("visit", "X", "Y", start=date(2023, 5, 31), end=date(2023, 6, 1)),
            "",
            1,
            0,
        ),  # of two months: of none
    ],
)
def test_weights(told, month: str, cooperation: float, conflict: float) -> None:
    (line,) = draw_lines(states("X", "Y"), [told])
    (point,) = line.points
    assert (line.states, point.month, point.cooperation, point.conflict) == (
        ("X", "Y"),
        month,
        cooperation,
        conflict,
    )
    assert (line.cooperation, line.conflict) == (cooperation, conflict)


def test_a_line_adds_up() -> None:
    acts = [
        happening("talks", "X", "Y", **MAY),
        happening("aid", "X", "Y", kind="Interaction", plover="AID", toward=(("X", "Y"),), **MAY),
        happening("accuse", "X", "Y", kind="Interaction", plover="ACCUSE", toward=(("Y", "X"),)),
    ]
    (line,) = draw_lines(states("X", "Y"), acts)
    assert (line.cooperation, line.conflict) == (8, 2)
    assert [(point.month, point.events) for point in line.points] == [
        ("", ("accuse",)),
        ("2023-05", ("aid", "talks")),
    ]


def test_an_act_toward_two_is_none_between_the_two() -> None:
    told = happening(
        "act", "X", "Y", "Z", kind="Interaction", plover="ACCUSE", toward=(("X", "Y"), ("X", "Z"))
    )
    lines = draw_lines(states("X", "Y", "Z"), [told])
    assert [line.states for line in lines] == [("X", "Y"), ("X", "Z")]


def test_plans_and_denials_weigh_nothing() -> None:
    assert draw_lines(states("X", "Y"), [happening("talks", "X", "Y", status="Planned")]) == ()


def test_the_small_world() -> None:
    network = build_network(small_world())
    lines = {
        line.states: (line.cooperation, line.conflict)
        for line in draw_lines(network, find_happenings(network))
    }
    assert lines == {
        ("country/BOL", "country/PER"): (0, 2),
        ("country/KEN", "country/NOR"): (1, 0),
        ("country/NOR", "country/PER"): (1 + 1 + 1 + 3.5, 0),  # talks, visit, letter, treaty
    }
