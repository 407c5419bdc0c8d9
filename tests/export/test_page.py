"""What stands in the page, without a browser: data, looks, places, and nothing that a text could make run."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest
from hash_seeds import outputs_under_hash_seeds
from hypothesis import given
from hypothesis import strategies as st
from worlds import account, hostile_world, small_world, told_once

from kg.analytics.analysis import Survey
from kg.analytics.network import build_network
from kg.export.page import as_json, export_page, page
from kg.export.page.dossier import dossier, numbers, web_address
from kg.export.page.drawing import draw
from kg.export.page.layout import Box, parted, positions
from kg.export.page.look import the_look, words
from kg.export.page.remarks import remark, undated_label
from kg.export.page.selection import core, importances, thinned
from kg.export.page.times import is_inferred, spelled, when, with_times_in_words
from kg.model import AgreementStatus, Entity, EntityKind, Interval, Status, World

WORLDS = {"small": small_world, "hostile": hostile_world, "empty": World}


def _data(html: str, block: str) -> dict[str, object]:
    found = re.search(f'<script type="application/json" id="{block}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("world", WORLDS)
def test_nothing_in_the_page_names_another_address_to_load(world: str) -> None:
    html = page(Survey(WORLDS[world]()))
    assert not re.findall(r"<(?:script|link|img|iframe|object|embed)\b[^>]*\b(?:src|href)\s*=", html)
    assert not re.search(r"@import|url\(", html[: html.index("</style>")])
    assert "sourceMappingURL" not in html


@pytest.mark.parametrize("world", WORLDS)
def test_a_browser_is_told_what_it_needs(world: str) -> None:
    html = page(Survey(WORLDS[world]()))
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert html.count("<title>") == html.count('name="viewport"') == html.count("<h1>") == 1
    assert html.count("</script") == 6


def test_what_a_text_says_stands_only_in_data_and_cannot_leave_it() -> None:
    html = page(Survey(hostile_world()))
    assert "<img" not in html
    things = _data(html, "dossier")["things"]
    assert all("alert(1)" in thing["label"] for thing in things if thing["kind"] == "person")


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
    ("edtf", "expected"),
    [
        ("2024-01-26", "26 January 2024"),
        ("2024-01", "January 2024"),
        ("2024", "2024"),
        ("2019~", "about 2019"),
        ("2024-05~", "about May 2024"),
        ("2024-21", "spring 2024"),
        ("195X", "the 1950s"),
        ("18XX", "the 1800s"),
        ("2024-01-25/2024-01-26", "25–26 January 2024"),
        ("2024-05-30/2024-06-02", "30 May – 2 June 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2024-04/2024-06", "April – June 2024"),
        ("2023-10/2024-10", "October 2023 – October 2024"),  # no days that nobody told
        ("1950/1953", "1950–1953"),
        ("2017/..", "since 2017"),  # not to the day on which it was written
        ("2017-03-02/..", "since 2 March 2017"),
        ("../2024-06", "until June 2024"),
    ],
)
def test_a_time_is_written_as_people_write_it_and_no_more_exactly(edtf: str, expected: str) -> None:
    assert spelled(edtf) == expected


@pytest.mark.parametrize(
    ("kind", "edtf", "expected"),
    [
        ("Visit", "2023-10/2024-10", "between October 2023 and October 2024"),
        ("Meeting", "1950/1953", "between 1950 and 1953"),
        ("Talks", "2024-01-25/2024-01-26", "25–26 January 2024"),
        ("Visit", "2017/..", "since 2017"),
        ("Relation", "2023-10/2024-10", "October 2023 – October 2024"),
    ],
)
def test_what_does_not_last_lies_somewhere_within_a_wide_time(kind: str, edtf: str, expected: str) -> None:
    event = replace(small_world().events[0], kind=kind)
    assert when(event, Interval(date(2023, 10, 1), date(2024, 10, 31), edtf)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "2023-09 against 2024-09, the same but for the year.",
            "September 2023 against September 2024, the same but for the year.",
        ),
        ("held on 2023-05-11.", "held on 11 May 2023."),
        (
            "2017/.. in one, 2023-10/2024-10 in the other",
            "since 2017 in one, October 2023 – October 2024 in the other",
        ),
        ("Treaty of 1961: 1961 in both", "Treaty of 1961: 1961 in both"),
        ("resolution 2231-15 of CN-2023-09", "resolution 2231-15 of CN-2023-09"),
    ],
)
def test_times_in_our_sentences_are_spelled_out(sentence: str, expected: str) -> None:
    assert with_times_in_words(sentence) == expected


def test_a_remark_leads_to_the_articles_and_events_that_it_names() -> None:
    references = {"oslo": {"article": 0}, "oslo-2": {"article": 1}, "Talks in oslo, 2023-05": {"thing": 7}}
    sentence = "Talks in oslo, 2023-05: 2023-05 in oslo-2, 2023-06 in oslo and oslo_3."
    assert remark(sentence, references) == [
        *({"thing": 7}, ": May 2023 in ", {"article": 1}),
        *(", June 2023 in ", {"article": 0}, " and oslo_3."),
    ]
    assert remark("Nothing is named.", {}) == ["Nothing is named."]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Talks of A and B, Lima, 2023-05-11", "Talks of A and B, Lima"),
        ("Talks of A and B, Lima, 2023-05-11 (planned)", "Talks of A and B, Lima (planned)"),
        ("Agreement of 2023-05-11", "Agreement of 2023-05-11"),
        ("Pledge, 2023-05-11 and after", "Pledge, 2023-05-11 and after"),
        ("Talks of A and B", "Talks of A and B"),
    ],
)
def test_a_label_does_not_tell_the_time_that_stands_beside_it(label: str, expected: str) -> None:
    talks = next(event for event in small_world().events if event.merged.interval)
    told = replace(talks.merged, interval=Interval(date(2023, 5, 11), date(2023, 5, 11), "2023-05-11"))
    assert undated_label(replace(talks, label=label, merged=told)) == expected


@pytest.mark.parametrize(
    ("undated", "edtf", "expected"),
    [
        ((), "2023-05-10", False),
        (
            ("oslo_2023",),
            "2023-05-10",
            True,
        ),  # "on May 10": the year is that of the article, which was worked out
        (("oslo_2023",), "2023-05-11", False),  # another article tells it
        (("oslo_2023", "lima-2023-05-12"), "2023-05-11", False),  # the sentence tells the year
    ],
)
def test_a_time_rests_on_a_date_that_was_worked_out(
    undated: tuple[str, ...], edtf: str, expected: bool
) -> None:
    talks = next(event for event in small_world().events if event.kind == "Talks")
    day = date.fromisoformat(edtf)
    merged = replace(talks.merged, interval=Interval(day, day, edtf))
    assert is_inferred(replace(talks, merged=merged), undated) is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("InForce", "in force"), ("MessageExchange", "message exchange"), ("Held", "held")]
)
def test_names_become_words(name: str, expected: str) -> None:
    assert words(name) == expected


@pytest.mark.parametrize("status", [*Status, *AgreementStatus])
def test_each_status_has_a_look(status: str) -> None:
    look = the_look()
    firm = look.firmness[status] == "firm"
    assert (status in look.dashes) is not firm


def test_what_is_no_fact_looks_different_from_all_that_is_not_alike() -> None:
    look = the_look()
    looks = {status: (tuple(look.dashes.get(status, ())), look.marks.get(status)) for status in Status}
    assert len(set(looks.values())) == len(Status)


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


def test_families_differ_in_shape() -> None:
    shapes = [family.shape for family in the_look().families.values()]
    assert len(shapes) == len(set(shapes))
    assert set(shapes) == the_look().shapes.keys()


def test_what_is_no_fact_says_so() -> None:
    drawn = {node["id"]: node for node in draw(Survey(small_world())).nodes}
    held = drawn["event/meeting-anna-dahl-luis-quispe-2023-05-11"]
    planned = drawn["event/meeting-grace-wanjiru-luis-quispe-2023-06"]
    denied = drawn["event/meeting-anna-dahl-rosa-mamani"]
    assert "(planned)" in planned["label"]
    assert "(denied)" in denied["label"]
    assert "held" not in held["label"]


def test_a_time_that_was_worked_out_stands_in_brackets() -> None:
    world = small_world()
    undated = tuple(replace(article, published=None) for article in world.articles)
    nodes = {node["id"]: node["label"] for node in draw(Survey(replace(world, articles=undated))).nodes}
    assert nodes["event/call-anna-dahl-grace-wanjiru-2023-05-12"] == "Call\n[12 May 2023]"  # "on May 12"
    talks = nodes["event/meeting-anna-dahl-luis-quispe-2023-05-11"]
    assert talks == "Talks\n11 May 2023\n(date disputed)"  # told with its year, and otherwise
    assert "[date]: worked out" in page(Survey(replace(world, articles=undated)))
    assert "[date]" not in page(Survey(world)).partition("<script")[0]


@pytest.mark.parametrize(
    ("label", "ends"),
    [
        ("Agreement to share the waters of the lake between them", "lake…"),  # between two words
        ("Treaty of Fisheries", "Fisheries"),
        ("渔业条约" * 12, "…"),  # no words to part
    ],
)
def test_a_caption_ends_with_a_word(label: str, ends: str) -> None:
    world = small_world()
    events = [replace(e, label=label) if e.kind == "Treaty" else e for e in world.events]
    nodes = {node["id"]: node["label"] for node in draw(Survey(replace(world, events=tuple(events)))).nodes}
    assert nodes["event/treaty-of-fisheries-2023-05-11"].endswith(ends)


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
    network = draw(Survey(replace(world, events=acts)))
    lines = {(e["tone"], e["status"]): e for e in network.edges if e["tone"] != "belonging"}
    assert set(lines) == {("conflict", "Held"), ("conflict", "Planned"), ("cooperation", "Held")}
    assert lines["conflict", "Held"]["tells"] == ["event/ACCUSE-Held", "event/THREATEN-Held"]
    assert lines["conflict", "Planned"]["bend"] == 0  # a dashed curve is slow
    bends = {line["bend"] for line in lines.values()}
    assert len(bends) == 3, "lines between the same two nodes lie apart"


def test_every_thing_drawn_can_be_read_up() -> None:
    network, told = draw(Survey(small_world())), dossier(small_world())["things"]
    assert [thing["id"] for thing in told] == list(numbers(small_world()))
    assert {node["id"] for node in network.nodes} <= numbers(small_world()).keys()
    assert {thing for edge in network.edges for thing in edge["tells"]} <= numbers(small_world()).keys()


def test_every_sentence_stands_in_its_article_and_only_once() -> None:
    told = dossier(small_world())
    for article, start, end, quote in told["sentences"]:
        assert small_world().articles[article].text[start:end] == quote
    assert len(set(told["sentences"])) == len(told["sentences"])


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


def test_parts_that_nothing_ties_fill_the_window_side_by_side() -> None:
    graph = nx.disjoint_union_all([nx.star_graph(8)] * 4)
    graph = nx.relabel_nodes(graph, {i: f"n{i:02}" for i in graph})
    nx.set_edge_attributes(graph, 150.0, "length")
    places = positions(graph, dict.fromkeys(graph, Box(60.0, 10.0, 30.0)))
    width, height = (max(side) - min(side) for side in zip(*places.values(), strict=True))
    assert 0.7 < width / height < 2.0


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), unique=True, max_size=12))
def test_nodes_that_lie_on_each_other_are_parted(spots: list[tuple[int, int]]) -> None:
    places = {f"n{i:02}": (float(x), float(y)) for i, (x, y) in enumerate(spots)}
    moved = parted(places, dict.fromkeys(places, Box(20.0, 20.0, 20.0)))
    assert moved.keys() == places.keys()
    apart = (max(abs(x1 - x2), abs(y1 - y2)) for (x1, y1), (x2, y2) in combinations(moved.values(), 2))
    assert all(distance >= 39.8 for distance in apart)


def test_places_with_room_stay_where_they_are() -> None:
    places = {"a": (0.0, 0.0), "b": (100.0, 0.0)}
    assert parted(places, dict.fromkeys(places, Box(20.0, 20.0, 20.0))) == places


def test_same_bytes_under_any_hash_seed(root: Path) -> None:
    show = "from worlds import hostile_world as w; from kg.analytics.analysis import Survey; import sys\n"
    show += "from kg.export.page import page; sys.stdout.buffer.write(page(Survey(w())).encode())"
    assert len(outputs_under_hash_seeds(root, show)) == 1


def test_the_page_is_one_file(tmp_path: Path) -> None:
    export_page(Survey(small_world()), tmp_path / "graph.html")
    assert [file.name for file in tmp_path.iterdir()] == ["graph.html"]


def test_the_core_is_those_that_matter_most_and_what_they_have_with_each_other() -> None:
    world = small_world()
    importance = importances(world)
    shown = thinned(build_network(world), importance)
    for most in range(len(shown)):
        assert len(core(shown, importance, most)) <= most
    few = core(shown, importance, 12)
    assert {"country/NOR", "country/PER", "person/anna-dahl", "person/luis-quispe"} <= few
    assert "event/meeting-anna-dahl-luis-quispe-2023-05-11" in few
    assert "event/meeting-anna-dahl-rosa-mamani" not in few


def test_a_large_part_is_laid_out_and_no_two_of_its_boxes_overlap() -> None:
    graph = nx.barabasi_albert_graph(400, 2, seed=1)
    graph = nx.relabel_nodes(graph, {i: f"n{i:03}" for i in graph})
    nx.set_edge_attributes(graph, 90.0, "length")
    placed = positions(graph, dict.fromkeys(graph, Box(12.0, 12.0, 12.0)))
    points = sorted(placed.values())
    assert not [
        (a, b)
        for i, a in enumerate(points)
        for b in points[i + 1 :]
        if abs(a[0] - b[0]) < 23 and abs(a[1] - b[1]) < 23
    ]
    near = [math.dist(placed[a], placed[b]) for a, b in graph.edges]
    far = [math.dist(a, b) for a, b in zip(points, points[200:], strict=False)]
    assert sum(near) / len(near) < 0.7 * sum(far) / len(far)


def test_venues_and_what_has_no_event_are_left_to_the_search() -> None:
    world = small_world()
    media = Entity("organization/kbc", EntityKind.ORGANIZATION, "KBC", (), "country/UGA")
    uganda = Entity("country/UGA", EntityKind.COUNTRY, "Uganda", iso3="UGA")
    world = replace(world, entities=(*world.entities, media, uganda))
    drawn = {node["id"] for node in draw(Survey(world)).nodes}
    assert "place/lima" in drawn  # visited
    assert "place/nairobi" not in drawn  # a venue: stands in its event
    assert not {"organization/kbc", "country/UGA", "group/civil-society-leaders"} & drawn
    assert {"place/nairobi", "organization/kbc", "country/UGA"} <= {
        thing["id"] for thing in dossier(world)["things"]
    }
