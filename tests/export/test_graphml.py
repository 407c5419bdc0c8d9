"""GraphML that other programs read: the same network back, nothing half written, the same bytes."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from hash_seeds import outputs_under_hash_seeds
from hypothesis import given
from hypothesis import strategies as st
from worlds import hostile_world, small_world

from kg.analytics.analysis import Survey
from kg.analytics.network import build_network
from kg.export.graphml import export_graphml, graphml, to_scalar, xml_text
from kg.model import Status, World

WORLDS = {"small": small_world, "hostile": hostile_world, "empty": World}


def _read(data: bytes) -> nx.MultiDiGraph:
    return nx.read_graphml(BytesIO(data), force_multigraph=True)


@pytest.mark.parametrize(
    ("value", "scalar"),
    [
        (None, None),
        (True, True),
        (3, 3),
        (0.5, 0.5),
        (Status.HELD, "Held"),
        (date(2024, 1, 26), "2024-01-26"),
        (("a", "b"), "a | b"),
        ({"b", "a"}, "a | b"),  # a set has no order of its own
        ({"a": 1, "b": date(2024, 1, 1)}, "a: 1 | b: 2024-01-01"),
        ("bell\x07, null\x00, half a pair \ud800, \ufffe", "bell, null, half a pair , "),
        ("tab\tline\r\nline\rline", "tab\tline\nline\nline"),
        ("김정은 🙂", "김정은 🙂"),
    ],
)
def test_values_become_scalars(value: object, scalar: object) -> None:
    assert to_scalar(value) == scalar


@pytest.mark.parametrize("world", WORLDS)
def test_networkx_reads_the_same_network_back(world: str) -> None:
    network = build_network(WORLDS[world]())
    again = _read(graphml(network))
    assert set(again.nodes) == set(network.nodes)
    assert set(again.edges(keys=True)) == set(network.edges(keys=True))
    for node, attributes in network.nodes(data=True):
        assert again.nodes[node] == {name: to_scalar(value) for name, value in attributes.items()}
    for *edge, attributes in network.edges(keys=True, data=True):
        told = {name: to_scalar(value) for name, value in attributes.items()}
        assert again.edges[tuple(edge)].items() >= told.items()


@pytest.mark.parametrize("attribute", ["label", "name", "type", "uri", "weight", "interaction"])
def test_each_edge_has_what_gephi_and_cytoscape_look_for(attribute: str) -> None:
    for *_, attributes in build_network(small_world()).edges(data=True):
        assert attributes[attribute]


NAMES = st.text(st.characters(), min_size=1, max_size=8).filter(xml_text)
VALUES = st.one_of(st.text(max_size=20), st.lists(st.text(max_size=5)), st.dates(), st.none())


@given(st.dictionaries(NAMES, VALUES, max_size=5), st.data())
def test_any_network_comes_back(nodes: dict[str, object], data: st.DataObject) -> None:
    network = nx.MultiDiGraph()
    for node, value in nodes.items():
        network.add_node(node, value=value)
    if nodes:
        ends = st.tuples(st.sampled_from(sorted(nodes)), st.sampled_from(sorted(nodes)))
        for i, (one, other) in enumerate(data.draw(st.lists(ends, max_size=8))):
            network.add_edge(one, other, key=f"edge {i}", value=data.draw(VALUES))
    again = _read(graphml(network))
    assert set(again.nodes) == {xml_text(node) for node in nodes}
    expected = {(xml_text(one), xml_text(other), key) for one, other, key in network.edges(keys=True)}
    assert set(again.edges(keys=True)) == expected
    for *edge, value in network.edges(keys=True, data="value"):
        one, other, key = edge
        assert again.edges[xml_text(one), xml_text(other), key].get("value", "") == (to_scalar(value) or "")


def test_a_failure_leaves_the_earlier_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    export_graphml(Survey(small_world()), path)
    before = path.read_bytes()
    with pytest.raises(AttributeError):
        export_graphml(Survey(World(events=(None,))), path)  # type: ignore[arg-type]
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["graph.graphml"]


def test_same_bytes_under_any_hash_seed(root: Path) -> None:
    show = (
        "from worlds import hostile_world as w; from kg.analytics.network import build_network; import sys\n"
    )
    show += "from kg.export.graphml import graphml; sys.stdout.buffer.write(graphml(build_network(w())))"
    assert len(outputs_under_hash_seeds(root, show)) == 1
