"""What the network says, in the page: the figures of an actor in words, and tables whose rows lead to their events."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from browser import PHONE, Visit, playwright
from worlds import small_world

from kg.analytics.analysis import Survey
from kg.analytics.change import compare
from kg.analytics.tables import VIEWS
from kg.export.page import export_page
from kg.export.page.dossier import numbers
from kg.export.page.findings import MEMBERS, RANKS, ROWS, findings
from kg.model import Interval, World

DAHL, QUISPE = "person/anna-dahl", "person/luis-quispe"
Opening = Callable[..., Visit]


def test_the_page_tells_what_the_analysis_tells() -> None:
    world = small_world()
    found, told = Survey(world).analysis, findings(Survey(world).analysis, numbers(world))
    names = list(numbers(world))
    assert [names[row[0]] for row in told["actors"]] == [row.actor for row in found.standings]
    assert [[names[n] for n in row[-1]] for row in told["actors"]] == [
        list(s.events) for s in found.standings
    ]
    assert told["encounters"]["of"] == len(found.encounters) == len(told["encounters"]["rows"])
    assert {tuple(names[n] for n in row[0]) for row in told["pairs"]["rows"]} == {
        line.states for line in found.lines
    }
    assert [size for size, _ in told["communities"]["rows"]] == [len(group) for group in found.communities]


def test_of_nothing_nothing_is_told() -> None:
    told = findings(Survey(World()).analysis, {})
    assert told["actors"] == []
    assert told["triads"] == {"of": 0, "rows": []}


def test_an_actor_has_its_figures_in_words(opened: Opening) -> None:
    visit = opened(state=f"#node={DAHL}")
    visit.page.locator("#panel summary", has_text="by the weight of its ties").click()
    assert "others with whom it shares an event" in visit.panel()
    visit.page.locator("#panel .hint a", has_text="event").click()
    found = next(row for row in Survey(visit.world).analysis.standings if row.actor == DAHL)
    assert set(visit.state()["node"].split(",")) == set(found.events)


def test_what_may_have_been_before_the_months_is_said(browser: playwright.Browser, tmp_path: Path) -> None:
    world = small_world()
    wide = Interval(date(2022, 6, 1), date(2023, 5, 31), "2022-06/2023-05")
    call = next(event for event in world.events if event.kind == "Call")
    other = replace(call, merged=replace(call.merged, interval=wide))
    events = tuple(other if event is call else event for event in world.events)
    export_page(Survey(replace(world, events=events)), tmp_path / "graph.html")
    visit = Visit(browser.new_page(), (tmp_path / "graph.html").as_uri(), world)
    visit.go("#view=network&from=2023-05")
    brought = visit.page.locator("#changed dd").first
    assert brought.inner_text() == "4 events, of which 1 may lie before"
    tie = visit.page.locator("#table tr", has=visit.page.locator("td", has_text="Anna Dahl – Grace Wanjiru"))
    assert "June 2022 – May 2023" in tie.inner_text()
    brought.locator("a").last.click()
    visit.opens("Call between Anna Dahl and Grace Wanjiru, 12 May 2023")
    assert "between June 2022 and May 2023" in visit.panel()
    visit.page.close()


def test_rows_lead_to_the_events_they_rest_on(opened: Opening) -> None:
    visit = opened()
    visit.page.click("#view-network")
    assert visit.state() == {"view": "network"}
    first = visit.page.locator("#table table").first.locator("tbody tr").first
    row = Survey(visit.world).analysis.standings[0]
    assert first.locator("td[data-name=Strength]").inner_text() == f"{row.strength:g}"
    first.locator("td[data-name='Rests on'] a").click()
    assert set(visit.state()["node"].split(",")) == set(row.events)
    assert visit.page.locator("#panel h2").count() == len(row.events)
    visit.page.click("#view-graph")
    assert set(visit.run("graph.getSelectedNodes()")) <= {visit.numbers[event] for event in row.events}


def test_states_get_on_as_a_drawing_and_in_words(opened: Opening) -> None:
    visit = opened(state="#view=network")
    pair = visit.page.locator("#table tr", has=visit.page.locator("svg.line")).first
    assert re.search(r"cooperation \d", pair.locator("svg").get_attribute("aria-label") or "")
    pair.locator("summary").click()
    pair.locator("li a").first.click()
    assert visit.state()["node"]


def test_every_table_of_the_analysis_is_there(opened: Opening) -> None:
    visit = opened(state="#view=network")
    assert len(visit.page.locator("#table h2").all()) == len([*VIEWS, "changes"])


def test_one_jumps_to_what_one_wants(opened: Opening) -> None:
    visit = opened("1500", "#view=network")
    titles = visit.page.locator("#table h2").all_inner_texts()
    assert visit.page.locator(".jumps button").all_inner_texts() == titles
    visit.page.locator(".jumps button", has_text="What changed").click()
    playwright.expect(visit.page.locator("#changed h2")).to_be_in_viewport()
    assert visit.run("document.activeElement.textContent") == "What changed"


def test_where_nothing_happened_the_page_says_so(opened: Opening) -> None:
    visit = opened("empty")
    visit.page.click("#view-network")
    assert visit.page.inner_text("#table").count("Nothing of the kind is told.") == 8


def test_long_lists_are_cut_and_say_so(opened: Opening) -> None:
    visit = opened("1500", "#view=network")
    assert re.search(rf"The first {ROWS} of \d+", visit.page.inner_text("#table"))
    table = visit.page.locator("#table h2:has-text('Who shares events') + table")
    few = table.locator("tbody tr").count()
    visit.page.locator("#table h2:has-text('Who shares events') + table + button").click()
    assert few < table.locator("tbody tr").count() == ROWS
    told = json.loads(visit.page.locator("script#findings").text_content() or "")
    assert all(len(members) <= MEMBERS for _, members in told["communities"]["rows"])


def test_ties_have_their_dates(opened: Opening) -> None:
    visit = opened(state="#view=network")
    rows = visit.page.locator("#table h2:has-text('Who shares events') + table tbody tr")
    found = Survey(visit.world).analysis
    assert rows.count() == len(found.ties)
    told = rows.locator("td[data-name=When]").all_inner_texts()
    assert {"undated": "", "May 2023": "2023-05"}.items() >= {
        (words, tie.first[:7]) for words, tie in zip(told, found.ties, strict=True)
    }


def test_the_ranking_is_told_for_each_stretch_of_time(opened: Opening) -> None:
    visit = opened("1500", "#view=network")
    rows = visit.page.locator("#table h2:has-text('How the ranking changes') + table tbody tr")
    latest, earlier = (row.ranking for row in Survey(visit.world).analysis.periods[:-3:-1])
    told = rows.first.locator("td[data-name=Foremost]").inner_text()
    name = next(entity.label for entity in visit.world.entities if entity.identifier == latest[0])
    rank = f"({earlier.index(latest[0]) + 1})" if latest[0] in earlier else "(–)"
    assert told.startswith(f"1 {name} {rank}, 2 ")
    assert told.endswith(f" and {len(latest) - RANKS} more")


@pytest.mark.parametrize(
    ("world", "brush", "since", "until"),
    [
        ("small", "&from=2023-05&to=2023-05", date(2023, 4, 30), date(2023, 5, 31)),
        ("1500", "&from=2023-07&to=2023-12", date(2023, 6, 30), date(2023, 12, 31)),
        ("1500", "", date(2024, 8, 31), date(2024, 9, 30)),  # the last month in which anything lies
    ],
)
def test_the_brush_tells_what_changed(
    opened: Opening, world: str, brush: str, since: date, until: date
) -> None:
    visit = opened(world, f"#view=network{brush}")
    survey = Survey(visit.world)
    found, labels = compare(survey.analysis.told, since, until), survey.analysis.labels
    told = visit.page.inner_text("#changed dl")
    counts = {"New actors": found.actors, "New ties": found.ties, "Moved in rank": found.ranks}
    assert all(f"{name} ({len(some)})" in told for name, some in counts.items())
    assert f"{len(found.events)} event" in told
    moved = [f"{labels[actor]} {before} → {after}" for actor, before, after in found.ranks[:12]]
    assert ", ".join(moved) in " ".join(told.split())


def test_what_changed_follows_the_brush(opened: Opening) -> None:
    visit = opened("1500", "#view=network")
    assert "What September 2024 brought" in visit.page.inner_text("#changed")
    visit.page.locator("#from").focus()
    visit.press("ArrowRight")
    assert "What February 2022 – September 2024 brought" in visit.page.inner_text("#changed")
    visit.page.locator("#changed dd a").first.click()
    assert visit.state()["node"]


@pytest.mark.parametrize("world", ["small", "hostile"])
def test_it_fits_a_phone(opened: Opening, world: str) -> None:
    visit = opened(world, size=PHONE, has_touch=True, state="#view=network")
    assert visit.run("document.documentElement.scrollWidth <= innerWidth")
    assert visit.run("document.getElementById('table').scrollWidth <= innerWidth")
    visit.page.locator("#table td[data-name='Rests on'] a").first.tap()
    assert visit.state()["node"]
