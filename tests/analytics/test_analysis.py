"""The whole analysis: figures that lead to their events, and the same from the file as from the world."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from worlds import hostile_world, small_world

from benchmarks.network import network_world
from kg.analytics.analysis import Survey, analyze, as_json
from kg.analytics.network import build_network, read_network
from kg.analytics.tables import VIEWS, note_on
from kg.errors import GraphError
from kg.export.analysis import export_analysis
from kg.export.graphml import export_graphml
from kg.model import World


def test_the_file_tells_the_same_as_the_world(tmp_path: Path) -> None:
    export_graphml(Survey(small_world()), tmp_path / "graph.graphml")
    assert analyze(read_network(tmp_path / "graph.graphml")) == analyze(build_network(small_world()))


def test_every_figure_leads_to_events_of_the_graph() -> None:
    known = {event.identifier for event in small_world().events}
    found = analyze(build_network(small_world()))
    rows = (*found.standings, *found.ties, *found.encounters, *found.triads, *found.periods)
    rows += tuple(point for line in found.lines for point in line.points)
    assert all(row.events and known.issuperset(row.events) for row in rows)


def test_ties_are_dated_by_their_events() -> None:
    events = {event.identifier: event for event in small_world().events}
    for tie in analyze(build_network(small_world())).ties:
        intervals = [interval for event in tie.events if (interval := events[event].merged.interval)]
        days = [str(day) for interval in intervals for day in (interval.earliest, interval.latest)]
        assert (tie.first, tie.last) == (min(days, default=""), max(days, default=""))


def test_an_estimate_is_told_as_one() -> None:
    few, many = (analyze(build_network(network_world(nodes))) for nodes in (400, 2200))
    assert note_on("actors", few) == note_on("ties", many) == ""
    assert note_on("actors", many) == f"betweenness is estimated from 250 of the {len(many.standings)} actors"
    assert as_json(many)["betweenness_sources"] == 250


def test_a_stretch_of_days() -> None:
    found = analyze(build_network(small_world()), since=date(2023, 5, 12))
    assert [row.actor for row in found.standings] == ["person/anna-dahl", "person/grace-wanjiru"]  # the call


@pytest.mark.parametrize(
    "world", [small_world(), hostile_world(), World()], ids=["small", "hostile", "empty"]
)
def test_every_view_has_its_columns(world: World) -> None:
    found = analyze(build_network(world))
    for view in VIEWS.values():
        assert all(len(row) == len(view.columns) for row in view.rows(found))


def test_json(tmp_path: Path) -> None:
    export_analysis(Survey(hostile_world()), tmp_path / "analysis.json")
    told = json.loads((tmp_path / "analysis.json").read_text(encoding="utf-8"))
    assert told == json.loads(json.dumps(as_json(analyze(build_network(hostile_world())))))
    assert {row["actor"] for row in told["standings"]} <= told["labels"].keys()


@pytest.mark.parametrize("content", [None, "", "<graphml", "{}"])
def test_no_network(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "graph.graphml").write_text(content)
    with pytest.raises(GraphError, match=r"graph\.graphml: .*kg build"):
        read_network(tmp_path / "graph.graphml")
