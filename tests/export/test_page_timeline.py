"""The timeline: meetings, calls, visits and agreements by state, with pointer, keys and touch."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser import DESK, PHONE, Visit

NORWAY, TALKS = "country/NOR", "event/meeting-anna-dahl-luis-quispe-2023-05-11"
Opening = Callable[..., Visit]


def _marks(visit: Visit, state: str) -> list[str]:
    """What the marks of a state tell, from left to right."""
    lane = visit.page.locator(".lane", has=visit.page.locator("h3 a:first-child", has_text=state))
    marks = lane.locator(".sign")
    return [marks.nth(i).get_attribute("aria-label") or "" for i in range(marks.count())]


def test_a_state_has_what_its_people_took_part_in(opened: Opening) -> None:
    visit = opened()
    visit.page.click("#view-timeline")
    assert visit.state() == {"view": "timeline"}
    assert visit.page.is_hidden("#graph")
    told = _marks(visit, "Norway")
    assert any(mark.endswith("held, 11 May 2023") or "10 May 2023" in mark for mark in told)
    assert not [mark for mark in told if "accuses" in mark]  # an act is none of these
    assert not _marks(visit, "Bolivia")


def test_a_mark_opens_what_it_tells(opened: Opening) -> None:
    visit = opened(state="#view=timeline")
    visit.page.locator(f".sign[data-thing='{visit.numbers[TALKS]}']").first.click()
    assert visit.state() == {"view": "timeline", "node": TALKS}
    assert "Dahl met Peruvian President Luis Quispe in Lima on May 11, 2023." in visit.panel()
    assert visit.page.locator(".sign.here").count() == 2  # of Norway and of Peru


def test_what_is_no_fact_is_hollow(opened: Opening) -> None:
    visit = opened(state="#view=timeline")
    planned = visit.page.locator(".sign[aria-label*=', planned']").first
    assert planned.locator("path.hollow").count() == 1
    assert planned.locator("path.hollow").get_attribute("stroke-dasharray") == "8 6"
    assert not visit.page.locator(".sign[aria-label*=', held'] path.hollow").count()


def test_what_has_no_date_is_counted_and_led_to(opened: Opening) -> None:
    visit = opened(state="#view=timeline")
    undated = visit.page.locator(".lane h3 small a").first
    count = undated.inner_text().split()[1]
    undated.click()
    assert str(len(visit.state()["node"].split(","))) == count
    visit.page.uncheck("#undated")
    assert not visit.page.locator(".lane h3 small a").count()


def test_the_months_of_the_brush_are_those_of_the_timeline(opened: Opening) -> None:
    every = opened(state="#view=timeline").page.locator(".sign").count()
    assert 0 < opened(state="#view=timeline&from=2023-06").page.locator(".sign").count() < every


def test_arrow_keys_go_from_mark_to_mark(opened: Opening) -> None:
    visit = opened(state="#view=timeline")
    assert visit.page.locator(".sign[tabindex='0']").count() == 1
    visit.page.locator(".sign[tabindex='0']").focus()
    visit.press("ArrowRight")
    here = "(({ lane, thing }) => [lane, thing])(document.activeElement.dataset)"
    assert visit.run(here)[0] == "0"
    visit.press("ArrowDown")
    assert visit.run(here)[0] == "1"
    visit.press("ArrowUp", "Enter")
    assert visit.run(here)[0] == "0"  # the focus stays where it was
    assert visit.numbers[visit.state()["node"]] == int(visit.run(here)[1])


@pytest.mark.parametrize("world", ["small", "hostile"])
def test_it_goes_by_touch_on_a_phone(opened: Opening, world: str) -> None:
    visit = opened(world, size=PHONE, has_touch=True, state="#view=timeline")
    assert visit.run("document.documentElement.scrollWidth <= innerWidth")
    visit.page.locator(".sign").first.tap()
    assert visit.state()["node"]


def test_of_many_states_the_busiest_come_first(opened: Opening) -> None:
    visit = opened("1500", "#view=timeline")
    few = visit.page.locator(".lane").count()
    visit.page.locator("#table button", has_text="more states").click()
    assert visit.page.locator(".lane").count() > few == 25


def test_a_row_with_very_many_marks_is_folded(opened: Opening) -> None:
    visit = opened("1500", "#view=timeline")
    marks, fold = (visit.page.locator(".lane").first.locator(what) for what in (".sign", "button"))
    shown = {mark.get_attribute("data-thing") for mark in marks.all()}
    more = int(fold.inner_text().split()[1])
    fold.focus()
    visit.press("Enter")
    assert not fold.count()
    assert visit.run("document.activeElement.dataset.lane") == "0"  # and the arrow keys go on from here
    every = {mark.get_attribute("data-thing") for mark in marks.all()}
    assert len(every) == len(shown) + more
    folded = max(every - shown)
    again = opened("1500", f"#view=timeline&node={list(visit.numbers)[int(folded)]}", size=DESK)
    assert again.page.locator(f".sign.here[data-thing='{folded}']").count()  # what is open is not folded


def test_where_nothing_happened_it_is_empty(opened: Opening) -> None:
    visit = opened("empty")
    visit.page.click("#view-timeline")
    assert "0 events of 0 states" in visit.page.inner_text("#table")


def test_a_long_timeline_opens_on_the_latest_months_or_on_what_is_open(opened: Opening) -> None:
    visit = opened("1500", size=PHONE)
    visit.page.click("#view-timeline")
    shown = "(one) => { const { left, right } = one.getBoundingClientRect(); return left >= 0 && right <= innerWidth }"
    assert visit.run("document.getElementById('table').scrollLeft") > 100
    assert visit.page.locator("#table h2").evaluate(shown)  # the words do not scroll away
    first = visit.run(
        "Math.min(...[...document.querySelectorAll('.sign')].map((one) => Number(one.dataset.x)))"
    )
    earliest = visit.page.locator(f".sign[data-x='{first}']").first
    assert not earliest.evaluate(shown)
    thing = list(visit.numbers)[int(earliest.get_attribute("data-thing"))]
    visit = opened("1500", f"#view=timeline&node={thing}", size=PHONE)
    assert visit.page.locator(".sign.here").first.evaluate(shown)
