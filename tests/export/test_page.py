"""What stands in the page, without a browser: data, looks, places, and nothing that a text could make run."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from hash_seeds import outputs_under_hash_seeds
from hypothesis import given
from hypothesis import strategies as st
from worlds import account, hostile_world, small_world, told_once

from kg.analytics.network import build_network
from kg.export.page import as_json, export_page, page
from kg.export.page.dossier import dossier, web_address
from kg.export.page.drawing import draw
from kg.export.page.layout import Box, positions
from kg.export.page.look import the_look, words, written
from kg.export.page.selection import importances, thinned
from kg.model import AgreementStatus, Entity, EntityKind, Interval, Status, World

WORLDS = {"small": small_world, "hostile": hostile_world, "empty": World}


def _data(html: str, block: str) -> dict[str, object]:
    found = re.search(f'<script type="application/json" id="{block}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("world", WORLDS)
def test_nothing_in_the_page_names_another_address_to_load(world: str) -> None:
    html = page(WORLDS[world]())
    assert not re.findall(r"<(?:script|link|img|iframe|object|embed)\b[^>]*\b(?:src|href)\s*=", html)
    assert not re.search(r"@import|url\(", html[: html.index("</style>")])
    assert "sourceMappingURL" not in html


@pytest.mark.parametrize("world", WORLDS)
def test_a_browser_is_told_what_it_needs(world: str) -> None:
    html = page(WORLDS[world]())
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert html.count("<title>") == html.count('name="viewport"') == html.count("<h1>") == 1
    assert html.count("</script") == 4


def test_what_a_text_says_stands_only_in_data_and_cannot_leave_it() -> None:
    html = page(hostile_world())
    assert "<img" not in html
    assert "alert(1)" in _data(html, "dossier")["things"]["person/anna-dahl"]["label"]


@given(st.text())
def test_data_holds_no_letter_that_ends_a_script(text: str) -> None:
    written = str(as_json({text: [text]}))
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == {text: [text]}


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://news.example/a?b=1&c=2", True),
        ("HTTP://news.example/", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("file:///etc/passwd", False),
        ("news.example/a", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, followed: bool) -> None:
    assert (web_address(url) is not None) is followed


@pytest.mark.parametrize(
    ("first", "last", "edtf", "expected"),
    [
        ("2024-01-26", "2024-01-26", "2024-01-26", "26 January 2024"),
        ("2024-01-01", "2024-01-31", "2024-01", "January 2024"),
        ("2024-01-01", "2024-12-31", "2024", "2024"),
        ("2024-05-30", "2024-06-02", "2024-05-30/2024-06-02", "30 May 2024 – 2 June 2024"),
    ],
)
def test_a_time_is_written_as_people_write_it(first: str, last: str, edtf: str, expected: str) -> None:
    assert written(Interval(date.fromisoformat(first), date.fromisoformat(last), edtf)) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("InForce", "in force"), ("MessageExchange", "message exchange"), ("Held", "held")]
)
def test_names_become_words(name: str, expected: str) -> None:
    assert words(name) == expected


@pytest.mark.parametrize("status", [*Status, *AgreementStatus])
def test_each_status_has_a_look(status: str) -> None:
    assert the_look().firmness[status] in the_look().firmness_titles


@pytest.mark.parametrize(
    ("kind", "roles", "family"),
    [
        ("Country", (), "country"),
        ("Call", ("participant",), "call"),  # by its kind, before its role
        ("Summit", ("participant", "place"), "meeting"),
        ("Visit", ("visitor", "destination"), "visit"),
        ("Treaty", ("party",), "agreement"),
        ("Coronation", ("crowned",), "act"),  # not known: still drawn
    ],
)
def test_kinds_and_roles_tell_the_family(kind: str, roles: tuple[str, ...], family: str) -> None:
    assert the_look().family_of(kind, frozenset(roles)).name == family


def test_families_differ_in_colour_and_shape() -> None:
    looks = [(family.colour, family.shape) for family in the_look().families.values()]
    assert len(looks) == len(set(looks))


def test_what_is_no_fact_looks_so_and_says_so() -> None:
    drawn = {node["id"]: node for node in draw(small_world()).nodes}
    held = drawn["event/meeting-anna-dahl-luis-quispe-2023-05-11"]
    planned = drawn["event/meeting-grace-wanjiru-luis-quispe-2023-06"]
    denied = drawn["event/meeting-anna-dahl-rosa-mamani"]
    assert [node["hollow"] for node in (held, planned, denied)] == [False, True, True]
    assert held["shapeProperties"] != planned["shapeProperties"] != denied["shapeProperties"]
    assert "(planned)" in planned["label"]
    assert "(denied)" in denied["label"]
    assert "held" not in held["label"]


def test_acts_of_one_tone_are_one_line_and_a_fact_and_a_rumour_are_two() -> None:
    world = small_world()
    sides = {"actor": ("country/PER",), "recipient": ("country/BOL",)}
    acts = tuple(
        told_once(f"event/{code}-{status}", "Interaction", code, account(sides, status), plover=code)
        for code, status in (
            ("ACCUSE", Status.HELD),
            ("THREATEN", Status.HELD),
            ("SANCTION", Status.PLANNED),
            ("AID", Status.HELD),
        )
    )
    network = draw(replace(world, events=acts))
    lines = {(e["tone"], bool(e["dashes"])): e for e in network.edges if e["tone"] != "belonging"}
    assert set(lines) == {("conflict", False), ("conflict", True), ("cooperation", False)}
    assert lines["conflict", False]["tells"] == ["event/ACCUSE-Held", "event/THREATEN-Held"]
    assert lines["conflict", True]["smooth"] is False  # a dashed curve is slow
    bends = {json.dumps(line["smooth"]) for line in lines.values()}
    assert len(bends) == 3, "lines between the same two nodes lie apart"


def test_every_thing_drawn_can_be_read_up() -> None:
    network, told = draw(small_world()), dossier(small_world())["things"]
    assert {node["id"] for node in network.nodes} <= told.keys()
    assert {thing for edge in network.edges for thing in edge["tells"]} <= told.keys()
    assert len({edge["id"] for edge in network.edges}) == len(network.edges)


@given(
    st.integers(0, 12).flatmap(
        lambda n: st.tuples(
            st.just(n),
            st.lists(st.tuples(st.integers(0, max(n - 1, 0)), st.integers(0, max(n - 1, 0))), max_size=15),
        )
    )
)
def test_no_two_boxes_overlap(drawn: tuple[int, list[tuple[int, int]]]) -> None:
    count, pairs = drawn
    graph = nx.Graph()
    graph.add_nodes_from(f"n{i:02}" for i in range(count))
    if count:
        graph.add_edges_from(((f"n{a:02}", f"n{b:02}") for a, b in pairs if a != b), length=100.0)
    boxes = {node: Box(40.0 + i, 12.0, 30.0) for i, node in enumerate(graph)}
    placed = positions(graph, boxes)
    assert placed.keys() == set(graph)
    for one, (x1, y1) in placed.items():
        for other, (x2, y2) in placed.items():
            if one < other:
                beside = abs(x1 - x2) >= boxes[one].half_width + boxes[other].half_width - 1
                above = y2 - y1 >= 41 or y1 - y2 >= 41
                assert beside or above, f"{one} at {x1, y1} and {other} at {x2, y2}"


def test_same_bytes_under_any_hash_seed(root: Path) -> None:
    show = "from worlds import hostile_world as w; from kg.export.page import page; import sys\n"
    show += "sys.stdout.buffer.write(page(w()).encode())"
    assert len(outputs_under_hash_seeds(root, show)) == 1


def test_the_page_is_one_file(tmp_path: Path) -> None:
    export_page(small_world(), tmp_path / "graph.html")
    assert [file.name for file in tmp_path.iterdir()] == ["graph.html"]


def test_at_most_so_many_are_drawn_and_those_that_matter_most() -> None:
    world = small_world()
    importance = importances(world)
    network = build_network(world)
    for most in range(len(network)):
        shown = thinned(network, importance, most)
        assert len(shown) <= most
    few = thinned(network, importance, 6)
    assert {"country/NOR", "country/PER", "person/anna-dahl"} <= set(few)


def test_venues_and_what_has_no_event_are_left_to_the_search() -> None:
    world = small_world()
    media = Entity("organization/kbc", EntityKind.ORGANIZATION, "KBC", (), "country/UGA")
    uganda = Entity("country/UGA", EntityKind.COUNTRY, "Uganda", iso3="UGA")
    world = replace(world, entities=(*world.entities, media, uganda))
    drawn = {node["id"] for node in draw(world).nodes}
    assert "place/lima" in drawn  # visited
    assert "place/nairobi" not in drawn  # a venue: stands in its event
    assert not {"organization/kbc", "country/UGA", "group/civil-society-leaders"} & drawn
    assert {"place/nairobi", "organization/kbc", "country/UGA"} <= dossier(world)["things"].keys()
