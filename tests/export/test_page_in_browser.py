"""The page in a real browser: it draws, cites, asks no network, runs nothing that a text says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from browser import DESK, PHONE, Visit, playwright
from worlds import HOSTILE, small_world

from kg.analytics.analysis import Survey
from kg.export.page import export_page

TALKS = "event/meeting-anna-dahl-luis-quispe-2023-05-11"
ACCUSATION = "event/interaction-accuse-per-bol"
Opening = Callable[..., Visit]


@pytest.mark.parametrize(("scheme", "size"), [("light", DESK), ("dark", PHONE)])
@pytest.mark.parametrize("world", ["small", "hostile", "empty"])
def test_it_draws_in_any_window(opened: Opening, world: str, scheme: str, size: tuple[int, int]) -> None:
    visit = opened(world, size=size, color_scheme=scheme)
    assert visit.run("document.compatMode") == "CSS1Compat"
    assert visit.run("document.documentElement.scrollWidth <= innerWidth")
    painted = """() => { const c = document.querySelector('#graph canvas');
        return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v) }"""
    assert visit.run(painted) is (world != "empty")


TABLET, LYING = (768, 1024), (844, 390)
OVERLAP = """() => {
    const boxes = [...document.querySelectorAll('header > *')]
        .map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 2);
    return boxes.some((a, i) => boxes.slice(i + 1).some((b) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)) }"""


@pytest.mark.parametrize("size", [TABLET, LYING, (1024, 768), DESK, PHONE])
def test_the_graph_has_most_of_any_window_and_nothing_lies_on_another(
    opened: Opening, size: tuple[int, int]
) -> None:
    visit = opened(size=size)
    assert not visit.run(OVERLAP)
    assert visit.run("document.documentElement.scrollWidth <= innerWidth")
    graph = visit.page.locator("#graph").bounding_box()
    assert graph["width"] >= 0.5 * size[0]
    assert graph["height"] >= 0.4 * size[1]


@pytest.mark.parametrize(
    "state", ["", "#node=person/anna-dahl&focus=1", "#path=person/anna-dahl,country/BOL"]
)
@pytest.mark.parametrize("world", ["small", "1500"])
def test_the_first_drawing_is_as_good_as_any(opened: Opening, world: str, state: str) -> None:
    visit = opened(world, size=DESK, state=state)
    drawn = "document.querySelector('#graph canvas').toDataURL()"
    first = visit.run(drawn)
    visit.run("graph.redraw()")
    assert visit.run(drawn) == first


def test_a_click_on_a_node_shows_its_sentences_and_their_articles(opened: Opening) -> None:
    visit = opened()
    visit.click(TALKS)
    visit.opens("Talks of Anna Dahl and Luis Quispe in Lima, 11 May 2023")
    told = visit.panel()
    assert "Dahl met Peruvian President Luis Quispe in Lima on May 11, 2023." in told
    assert "Foreign minister A. Dahl held talks with President Quispe in Cusco on May 10." in told
    assert "Andina · 12 May 2023" in told
    assert "oslo_2023 · 13 May 2023 (worked out)" in told
    assert "the letter of May 13" not in told
    visit.page.click("#panel figcaption summary")
    assert "the letter of May 13" in visit.panel()
    conflict = "“Dahl in Lima” (Andina, 12 May 2023) has the talks on 11 May 2023, oslo_2023 (13 May 2023, worked out)"
    assert conflict in told
    assert "Shown: 11 May 2023 rather than 10 May 2023: the fuller account tells it so." in told
    assert "Both articles tell of the same two persons within a day." in told  # why it is one
    link = visit.page.locator("#panel figcaption a").first
    assert link.get_attribute("href") == "https://news.example/lima?a=1&b=2"
    assert "noopener" in (link.get_attribute("rel") or "")


PLANNED = "event/meeting-grace-wanjiru-luis-quispe-2023-06"
TREATY = "event/treaty-of-fisheries-2023-05-11"


def _pasted(visit: Visit) -> str:
    """What the clipboard holds, as a person would see it in a field of another page."""
    field = "document.body.append(Object.assign(document.createElement('textarea'), { id: 'elsewhere' }))"
    visit.run(field)
    visit.page.focus("#elsewhere")
    visit.press("Control+v")
    text = visit.page.input_value("#elsewhere")
    visit.run("document.getElementById('elsewhere').remove()")
    return text


def test_a_sentence_is_copied_with_all_that_a_citation_needs(opened: Opening) -> None:
    visit = opened(state=f"#node={TALKS}")
    visit.page.click("#panel figure .cite >> nth=0")
    playwright.expect(visit.page.locator("#said")).to_have_text("Citation copied")
    assert _pasted(visit) == (
        "“Dahl met Peruvian President Luis Quispe in Lima on May 11, 2023.” — “Dahl in Lima”, Andina, 12 May 2023. "
        "https://news.example/lima?a=1&b=2"
    )
    visit.page.click("#panel figure .cite >> nth=1")  # no headline, no day of its own, no address
    playwright.expect(visit.page.locator("#panel figure .cite >> nth=1")).to_have_text("Citation copied")
    assert _pasted(visit).endswith("in Cusco on May 10.” — 13 May 2023 (date worked out). oslo_2023")


def test_a_claim_is_copied_with_who_makes_it(opened: Opening) -> None:
    visit = opened(state=f"#node={TREATY}")
    visit.page.locator("#panel figure", has_text="We will never").locator(".cite").first.click()
    playwright.expect(visit.page.locator("#said")).to_have_text("Citation copied")
    assert "(Luis Quispe says, via Andina, via TV Peru) — “Dahl in Lima”, Andina, 12 May 2023." in _pasted(
        visit
    )


@pytest.mark.parametrize("how", ["button", "key"])
def test_what_is_open_is_copied_and_says_whether_it_is_so(opened: Opening, how: str) -> None:
    visit = opened(state=f"#node={PLANNED}")
    visit.page.click("text=Copy citations") if how == "button" else visit.press("c")
    playwright.expect(visit.page.locator("#said")).to_have_text("Citations copied")
    first, *sentences = _pasted(visit).split("\n")
    assert first == "Meeting of Grace Wanjiru and Luis Quispe in Nairobi, June 2023 (planned)"
    assert [one[:15] for one in sentences] == ["“Wanjiru is to "]


def test_it_is_copied_without_leave_to_use_the_clipboard_too(opened: Opening) -> None:
    visit = opened(state=f"#node={TALKS}", size=DESK)
    visit.run("void (navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')))")
    visit.page.click("#panel figure .cite >> nth=0")
    playwright.expect(visit.page.locator("#said")).to_have_text("Citation copied")
    assert _pasted(visit).startswith("“Dahl met Peruvian President")


def test_a_touch_does_the_same(opened: Opening) -> None:
    visit = opened(size=PHONE, has_touch=True)
    spot = visit.spot(visit.node(TALKS))
    visit.page.locator("#graph canvas").tap(position=spot)
    visit.opens("Talks of Anna Dahl and Luis Quispe in Lima, 11 May 2023")


def test_a_click_on_a_line_shows_the_act_that_it_stands_for(opened: Opening) -> None:
    visit = opened()
    one, other = (visit.node(f"country/{code}") for code in ("PER", "BOL"))
    middle = f"(() => {{ const [a, b] = [{one}, {other}]; return {{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }} }})()"
    visit.page.locator("#graph canvas").click(position=visit.spot(middle))
    visit.opens("Peru accuses Bolivia")
    assert "Peru accused Bolivia of closing the border." in visit.panel()


def test_what_the_articles_contradict_each_other_in_is_said_wherever_it_is_listed(opened: Opening) -> None:
    visit = opened(state="#node=person/anna-dahl")
    assert "held, 11 May 2023 conflict: date" in " ".join(visit.panel().split())
    assert visit.panel().count("conflict: date") == 1
    visit.page.click("#view-events")
    row = visit.page.locator("#table tbody tr", has_text="Talks of Anna Dahl")
    assert row.locator("td").nth(1).inner_text().split("\n")[-1].endswith("conflict: date")


def test_a_line_that_stands_for_several_acts_shows_each(opened: Opening) -> None:
    visit = opened(state=f"#node={ACCUSATION},event/relation-largest-trading-partner-of-nor-per")
    titles = visit.page.locator("#panel h2").all_inner_texts()
    assert titles == ["Peru accuses Bolivia", "Norway is the largest trading partner of Peru"]
    assert len(visit.run("graph.getSelectedEdges()")) == 2


def test_who_says_so_and_through_whom(opened: Opening) -> None:
    told = opened(state="#node=event/treaty-of-fisheries-2023-05-11").panel()
    assert "Luis Quispe says" in told
    assert "(via Andina)" in told


def test_a_country_shows_what_its_people_did(opened: Opening) -> None:
    told = opened(state="#node=country/KEN").panel()
    assert "Grace Wanjiru president" in told
    assert "Call between Anna Dahl and Grace Wanjiru, 12 May 2023" in told


def test_the_neighbours_of_what_the_pointer_is_on_stand_out(opened: Opening) -> None:
    visit = opened()
    canvas = visit.page.locator("#graph canvas")
    talks, norway, bolivia = (visit.node(thing) for thing in (TALKS, "country/NOR", "country/BOL"))
    seen = """(place) => { const { x, y } = graph.canvasToDOM(place);
        const one = document.createElement('canvas').getContext('2d');
        one.drawImage(document.querySelector('#graph canvas'), -x, -y);
        return [...one.getImageData(0, 0, 1, 1).data] }"""
    places = [visit.run(place) for place in (norway, bolivia)]
    before = [visit.page.evaluate(seen, place) for place in places]
    canvas.hover(position=visit.run(f"graph.canvasToDOM({talks})"))
    visit.page.wait_for_timeout(150)
    after = [visit.page.evaluate(seen, place) for place in places]
    assert [one != other for one, other in zip(before, after, strict=True)] == [
        True,
        True,
    ]  # neither took part
    canvas.hover(position=visit.run(f"graph.canvasToDOM({bolivia})"))
    visit.page.wait_for_timeout(150)
    assert visit.page.evaluate(seen, places[1]) == before[1]


def test_hostile_names_are_shown_and_never_run(opened: Opening) -> None:
    visit = opened("hostile")
    for thing in [entity.identifier for entity in visit.world.entities] + [TALKS, ACCUSATION]:
        visit.run(f"location.hash = '#node={thing}'")
        playwright.expect(visit.page.locator("#panel h2")).to_contain_text("<img src=x onerror=alert(1)>")
    summary = visit.page.locator("#panel summary")
    visit.run("location.hash = '#node=person/anna-dahl'")
    playwright.expect(summary.first).to_contain_text("foreign minister")
    parts = summary.first.locator(
        "bdi"
    ).all_inner_texts()  # so that a mark that turns the line round ends there
    assert [HOSTILE.split()[-1] in part for part in parts] == [True, True]
    for view in ("events", "actors", "network", "timeline"):
        visit.page.click(f"#view-{view}")
        assert "</script><img" in visit.page.inner_text("#table")
    visit.page.fill("#query", "</script>")
    assert "</script><img" in visit.page.inner_text("#found")
    visit.run("location.hash = '#path=person/anna-dahl,country/BOL'")
    playwright.expect(visit.page.locator("#panel h2")).to_contain_text("</script>")
    assert visit.run("document.images.length + document.scripts.length") == 6


def test_an_address_that_is_none_of_the_web_stays_text(browser: playwright.Browser, tmp_path: Path) -> None:
    world = small_world()
    articles = tuple(replace(article, url="javascript:alert(1)") for article in world.articles)
    export_page(Survey(replace(world, articles=articles)), tmp_path / "graph.html")
    visit = Visit(browser.new_page(), (tmp_path / "graph.html").as_uri(), world).go(f"#node={TALKS}")
    assert "javascript:alert(1)" in visit.panel()
    assert visit.page.locator("#panel a[href^='javascript']").count() == 0
    visit.page.close()


def test_a_tooltip_is_text(opened: Opening) -> None:
    visit = opened("hostile")
    visit.page.locator("#graph canvas").hover(position=visit.spot(visit.node(TALKS)))
    visit.page.wait_for_selector(".vis-tooltip")
    assert "".join(HOSTILE.split())[:30] in "".join(visit.page.inner_text(".vis-tooltip").split())
