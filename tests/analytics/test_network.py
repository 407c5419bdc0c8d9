"""Which of a world's things are nodes, which are edges, and what both carry."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest
from worlds import account, hostile_world, sentence, small_world, told_once

from kg.analytics.network import build_network, ends
from kg.model import Status, World

TALKS = "event/meeting-anna-dahl-luis-quispe-2023-05-11"


@pytest.fixture(scope="module")
def network() -> nx.MultiDiGraph:
    return build_network(small_world())


@pytest.mark.parametrize(
    ("node", "kind"),
    [
        ("country/NOR", "Country"),
        ("person/rosa-mamani", "Person"),
        ("organization/andina", "Organization"),
        ("group/civil-society-leaders", "Group"),
        ("place/lima", "Place"),  # visited
        (TALKS, "Talks"),
        ("event/treaty-of-fisheries-2023-05-11", "Treaty"),
    ],
)
def test_actors_places_and_events_are_nodes(network: nx.MultiDiGraph, node: str, kind: str) -> None:
    assert network.nodes[node]["type"] == kind


@pytest.mark.parametrize(
    "absent",
    [
        "event/interaction-accuse-per-bol",  # an act between two is an edge
        "event/relation-largest-trading-partner-of-nor-per",  # so is a relation
        "place/cusco",  # no event of the merged world is there
    ],
)
def test_acts_and_mere_names_of_places_are_no_nodes(network: nx.MultiDiGraph, absent: str) -> None:
    assert absent not in network


@pytest.mark.parametrize(
    ("source", "target", "interaction"),
    [
        (TALKS, "person/anna-dahl", "participant"),
        (TALKS, "place/lima", "place"),
        ("event/arrival-anna-dahl-lima-2023-05-10", "person/anna-dahl", "visitor"),
        ("event/arrival-anna-dahl-lima-2023-05-10", "place/lima", "destination"),
        ("event/treaty-of-fisheries-2023-05-11", "country/PER", "party"),
        ("country/PER", "country/BOL", "ACCUSE"),
        ("person/anna-dahl", "country/NOR", "represents"),
        ("organization/andina", "country/PER", "organizationOf"),
        ("place/lima", "country/PER", "inCountry"),
    ],
)
def test_roles_acts_and_belonging_are_edges(
    network: nx.MultiDiGraph, source: str, target: str, interaction: str
) -> None:
    between = network.get_edge_data(source, target).values()
    assert interaction in {attributes["interaction"] for attributes in between}


def test_a_node_carries_its_names_its_time_its_status_and_its_sentences(network: nx.MultiDiGraph) -> None:
    talks, dahl = network.nodes[TALKS], network.nodes["person/anna-dahl"]
    assert dahl["aliases"] == "A. Dahl | Dahl | Foreign Minister Anna Dahl"
    assert dahl["offices"] == "foreign minister (Norway)"
    assert dahl["country"] == "Norway"
    assert (talks["status"], talks["start"], talks["end"]) == ("Held", "2023-05-11", "2023-05-11")
    assert (talks["source_count"], talks["place"]) == (2, "Lima")
    assert talks["quote"].startswith("Dahl met Peruvian President Luis Quispe in Lima on May 11, 2023. | ")
    assert talks["uri"] == f"https://w3id.org/kg-diplomacy/id/{TALKS}"


@pytest.mark.parametrize(
    "world", [small_world(), hostile_world(), World()], ids=["small", "hostile", "empty"]
)
def test_keys_are_unique_and_attributes_scalar_and_of_one_type(world: World) -> None:
    network = build_network(world)
    keys = [key for *_, key in network.edges(keys=True)]
    assert len(keys) == len(set(keys))
    types: dict[str, set[type]] = {}
    for attributes in [*dict(network.nodes(data=True)).values(), *(d for *_, d in network.edges(data=True))]:
        for name, value in attributes.items():
            types.setdefault(name, set()).add(type(value))
    assert all(len(kinds) == 1 and kinds < {str, int, float} for kinds in types.values())


def test_an_act_with_a_third_side_is_a_node() -> None:
    said = sentence("lima-2023-05-12", "Peru accused")
    sides = {"actor": ("country/PER",), "recipient": ("country/BOL",), "place": ("place/lima",)}
    plain = told_once("event/a", "Interaction", "Act", account(sides, Status.HELD, said), plover="ACCUSE")
    asked = told_once(
        "event/b", "Interaction", "Act", account(sides | {"topic": ("country/KEN",)}, Status.HELD)
    )
    alone = told_once("event/c", "Interaction", "Act", account({"actor": ("country/PER",)}, Status.HELD))
    assert ends(plain) == ("actor", "recipient")  # the place is told as an attribute
    assert ends(asked) is None
    assert ends(alone) is None  # toward nobody that is named


def test_an_act_of_two_toward_two_is_four_edges_with_keys_of_their_own() -> None:
    world = small_world()
    sides = {"actor": ("country/KEN", "country/NOR"), "recipient": ("country/BOL", "country/PER")}
    act = told_once("event/a", "Interaction", "Act", account(sides, Status.DENIED), plover="AID")
    network = build_network(replace(world, events=(act,)))
    acts = [edge for edge in network.edges(keys=True, data="status") if edge[3]]
    assert len(acts) == len({key for _, _, key, _ in acts}) == 4
    assert {status for *_, status in acts} == {"Denied"}
