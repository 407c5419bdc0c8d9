"""What the page lets through: types, statuses and times, in the graph and in the table; and what it saves."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from browser import DESK, PHONE, Visit, playwright

from kg.export.page.look import words

DAHL = "person/anna-dahl"
TALKS = "event/meeting-anna-dahl-luis-quispe-2023-05-11"
DENIED = "event/meeting-anna-dahl-rosa-mamani"
PLANNED = "event/meeting-grace-wanjiru-luis-quispe-2023-06"
Opening = Callable[..., Visit]


def test_the_legend_counts_and_switches_types(opened: Opening) -> None:
    visit = opened()
    persons = {entity.identifier for entity in visit.world.entities if entity.kind == "Person"}
    row = visit.page.locator("#legend label", has=visit.page.locator("[data-type=person]"))
    assert row.inner_text().split() == ["Persons", str(len(persons))]
    assert persons & visit.drawn()
    row.click()
    assert not persons & visit.drawn()
    assert "person" not in visit.state()["types"].split(",")
    row.click()
    assert persons & visit.drawn()
    assert visit.state() == {}


def test_the_legend_counts_and_switches_statuses(opened: Opening) -> None:
    visit = opened()
    counted = Counter(words(event.merged.status) for event in visit.world.events)
    shown = [
        line.split() for line in visit.page.locator("#legend label:has([data-status])").all_inner_texts()
    ]
    assert {" ".join(line[:-1]).lower(): int(line[-1]) for line in shown} == counted
    assert {DENIED, PLANNED} <= visit.drawn()
    visit.page.uncheck("#legend [data-status=denied]")
    visit.page.uncheck("#legend [data-status=planned]")
    assert not {DENIED, PLANNED} & visit.drawn()
    visit.page.click("#reset")
    assert {DENIED, PLANNED} <= visit.drawn()


def test_a_switched_off_line_is_gone(opened: Opening) -> None:
    visit = opened()
    before = visit.run("graph.body.data.edges.length")
    visit.page.uncheck("#legend [data-type=conflict]")
    assert visit.run("graph.body.data.edges.length") == before - 1


def test_the_brush_narrows_graph_and_table_and_counts_what_has_no_date(opened: Opening) -> None:
    visit = opened()
    dated = [event for event in visit.world.events if event.merged.interval]
    undated = len(visit.world.events) - len(dated)
    assert f"{len(dated)} of {len(dated)} dated events" in visit.page.inner_text("#span")
    assert visit.page.inner_text("#without") == f"{undated} without a date"
    box = visit.page.locator("#histogram").bounding_box()
    assert box
    visit.page.mouse.move(box["x"] + box["width"] - 4, box["y"] + 20)
    visit.page.mouse.down()
    visit.page.mouse.move(box["x"] + box["width"] - 8, box["y"] + 20)
    visit.page.mouse.up()
    assert visit.state() == {"from": "2023-06"}
    assert PLANNED in visit.drawn()
    assert TALKS not in visit.drawn()
    assert DENIED in visit.drawn()  # without a date
    visit.page.uncheck("#undated")
    assert DENIED not in visit.drawn()
    assert "person/ole-berg" not in visit.drawn()  # nothing of his is left
    visit.page.click("#view-events")
    assert visit.page.locator("#table tbody tr").count() == 1
    visit.page.click("#always")
    visit.page.check("#undated")
    assert visit.page.locator("#table tbody tr").count() == len(visit.world.events)


def test_the_brush_goes_by_keys_and_says_its_months(opened: Opening) -> None:
    visit = opened(size=PHONE)
    visit.page.focus("#to")
    visit.press("ArrowLeft")
    assert visit.page.get_attribute("#to", "aria-valuetext") == "May 2023"
    assert visit.state()["to"] == "2023-05"
    assert PLANNED not in visit.drawn()


def test_the_table_tells_the_same_and_is_sorted_by_any_column(opened: Opening) -> None:
    visit = opened()
    visit.page.click("#view-events")
    rows = visit.page.locator("#table tbody tr")
    assert rows.count() == len(visit.world.events)
    assert visit.page.is_hidden("#graph")
    visit.page.click("#table th button >> text=What")
    names = visit.page.locator("#table td[data-name=What]").all_inner_texts()
    assert names == sorted(names, key=str.lower)
    assert visit.page.get_attribute("#table th:has-text('What')", "aria-sort") == "ascending"
    visit.press("Enter")  # the focus stays on the heading
    assert visit.page.locator("#table td[data-name=What]").all_inner_texts() == names[::-1]
    visit.page.click("#table >> text=Treaty of Fisheries")
    visit.opens("Treaty of Fisheries")
    visit.page.click("#view-actors")
    assert visit.page.locator("#table tbody tr").count() == len(visit.world.entities)
    assert visit.page.locator("#table tbody tr").first.inner_text().startswith("Anna Dahl")


def test_a_table_fits_a_phone(opened: Opening) -> None:
    visit = opened(size=PHONE, state="#view=events")
    assert visit.run("document.documentElement.scrollWidth <= innerWidth")
    assert visit.run("document.getElementById('table').scrollWidth <= innerWidth")


def _saved(visit: Visit, what: str) -> bytes:
    visit.page.click("#save summary")
    with visit.page.expect_download() as download:
        visit.page.click(f"#save-{what}")
    return Path(download.value.path()).read_bytes()


def test_a_picture_is_what_is_seen(opened: Opening) -> None:
    picture = _saved(opened(), "png")
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 5000


@pytest.mark.parametrize("world", ["small", "hostile"])
def test_a_drawing_is_svg_with_all_that_is_seen(opened: Opening, world: str) -> None:
    visit = opened(world)
    drawing = ET.fromstring(_saved(visit, "svg"))
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    shapes = drawing.findall("{*}path")
    assert len(shapes) >= len(visit.drawn()) + visit.run("graph.body.data.edges.length")
    texts = {text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")}
    if world == "small":
        assert {"Anna Dahl", "Norway", "Peru"} <= texts


@pytest.mark.parametrize("world", ["small", "hostile"])
def test_the_timeline_is_saved_as_a_drawing_of_its_own(opened: Opening, world: str) -> None:
    visit = opened(world, "#view=timeline")
    drawing = ET.fromstring(_saved(visit, "svg"))
    tag = "{http://www.w3.org/2000/svg}"
    marks = [mark for mark in drawing.iter(f"{tag}a") if "data-thing" in mark.attrib]
    assert len(marks) == visit.page.locator(".sign").count()
    assert all(part.get("stroke") or part.get("fill") for part in drawing.iter(f"{tag}path"))
    assert not [mark for mark in marks if "href" in mark.attrib]  # there is no page behind it
    names = visit.page.locator(".lane h3 > a").all_inner_texts()
    assert {" ".join(name.split()) for name in names} <= {
        " ".join((text.text or "").split()) for text in drawing.iter(f"{tag}text")
    }
    assert _saved(visit, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize("view", ["events", "actors", "network"])
def test_a_table_is_saved_as_rows_alone(opened: Opening, view: str) -> None:
    visit = opened(state=f"#view={view}")
    visit.page.click("#save summary")
    assert visit.page.is_hidden("#save-png")
    assert visit.page.is_hidden("#save-svg")
    assert visit.page.is_visible("#save-csv")
    visit.page.click("#view-graph")
    visit.page.click("#save summary")
    assert visit.page.is_visible("#save-png")


def _labels(browser: playwright.Browser, visit: Visit) -> list[tuple[str, list[float]]]:
    """The words of each label, line by line, and the box that they take on the screen."""
    drawing = _saved(visit, "svg").decode()
    window = browser.new_page(viewport=visit.page.viewport_size)
    window.set_content(drawing[drawing.index("<svg") :])
    rows = window.evaluate(
        """() => [...document.querySelectorAll('text:not([fill=none])')].map((text) => {
            const { x, y, width, height } = text.getBBox();
            return [text.textContent, [x, y + height / 4, x + width, y + (3 * height) / 4]] })"""
    )
    window.close()
    return [tuple(row) for row in rows]


@pytest.mark.parametrize(
    ("world", "size", "least"),
    [("small", DESK, 18), ("small", PHONE, 15), ("1500", DESK, 40), ("5000", DESK, 40), ("5000", PHONE, 12)],
)
def test_no_label_lies_on_another(
    opened: Opening, browser: playwright.Browser, world: str, size: tuple[int, int], least: int
) -> None:
    boxes = [box for _, box in _labels(browser, opened(world, size=size))]
    assert len(boxes) >= least
    met = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if _meet(a, b)]
    assert not met


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_only_names_of_states_and_of_the_foremost_hide_a_node(
    opened: Opening, browser: playwright.Browser, size: tuple[int, int]
) -> None:
    visit = opened(size=size)
    states = {entity.label for entity in visit.world.entities if entity.kind == "Country"}
    spots = visit.run("graph.body.data.nodes.getIds().map((n) => graph.canvasToDOM(graph.getPosition(n)))")
    hiding = [
        words
        for words, (left, top, right, bottom) in _labels(browser, visit)
        if words not in states and any(left < at["x"] < right and top < at["y"] < bottom for at in spots)
    ]
    assert len(hiding) <= 1


def _meet(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_rows_are_those_of_what_is_selected(opened: Opening) -> None:
    visit = opened(state=f"#node={TALKS}")
    rows = list(csv.DictReader(io.StringIO(_saved(visit, "csv").decode("utf-8-sig"))))
    assert [row["article"] for row in rows] == ["lima-2023-05-12", "oslo_2023"]
    assert {row["id"] for row in rows} == {TALKS}
    assert rows[0]["sentence"] == "Dahl met Peruvian President Luis Quispe in Lima on May 11, 2023."
    assert (rows[0]["from"], rows[0]["status"]) == ("2023-05-11", "held")
    assert [row["publisher"] for row in rows] == ["Andina", ""]
    assert [row["worked out"] for row in rows] == ["", "article"]
    visit.press("Escape")
    everything = list(csv.DictReader(io.StringIO(_saved(visit, "csv").decode("utf-8-sig"))))
    things = {thing.identifier for thing in (*visit.world.entities, *visit.world.events)}
    assert {row["id"] for row in everything} == things


def test_a_row_is_no_formula(opened: Opening) -> None:
    visit = opened("hostile", f"#node={DAHL}")
    rows = list(csv.DictReader(io.StringIO(_saved(visit, "csv").decode("utf-8-sig"))))
    assert not [value for row in rows for value in row.values() if value.startswith(("=", "+", "-", "@"))]
    playwright.expect(visit.page.locator("#said")).to_have_text("graph.csv saved")
