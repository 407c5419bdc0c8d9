"""The page in a real browser: it draws, answers, cites, asks no network, runs nothing that a text says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from worlds import HOSTILE, hostile_world, small_world

from kg.export.page import export_page
from kg.model import World

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: pip install 'kg-diplomacy[dev]'"
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"desk": (1280, 800), "phone": (390, 844)}
TALKS = "event/meeting-anna-dahl-luis-quispe-2023-05-11"
WORLDS = {"small": small_world, "hostile": hostile_world, "empty": World}

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"
)


@dataclass
class Visit:
    """An open page, with all that it asked for and complained of."""

    page: playwright.Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        """Load and wait for the first drawing."""
        self.page.goto(address)
        self.page.wait_for_selector("html[data-drawn]", timeout=20_000)

    def panel(self) -> str:
        """What the evidence panel says."""
        return self.page.inner_text("#panel")

    def opens(self, title: str) -> None:
        """The panel comes to tell of something."""
        playwright.expect(self.page.locator("#panel h2")).to_have_text(title)

    def click_at(self, place: str) -> None:
        """Click where a script says that something is drawn."""
        spot = self.page.evaluate(f"graph.canvasToDOM({place})")
        self.page.locator("#graph canvas").click(position=spot)


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """World → address of its page."""
    folder = tmp_path_factory.mktemp("pages")
    for name, world in WORLDS.items():
        export_page(world(), folder / f"{name}.html")
    return {name: (folder / f"{name}.html").as_uri() for name in WORLDS}


@pytest.fixture(params=SIZES)
def visit(browser: playwright.Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    width, height = SIZES[request.param]
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    visit = Visit(page)
    page.on("request", lambda asked: visit.asked.append(asked.url))
    page.on("console", lambda said: visit.complaints.append(said.text))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (visit.complaints.append(dialog.message), dialog.dismiss()))
    yield visit
    page.close()


@pytest.mark.parametrize("world", WORLDS)
def test_it_draws_and_asks_for_nothing_but_itself(visit: Visit, pages: dict[str, str], world: str) -> None:
    visit.go(pages[world])
    visit.page.wait_for_timeout(300)
    assert visit.asked == [pages[world]]
    assert not visit.complaints
    assert visit.page.evaluate("document.compatMode") == "CSS1Compat"
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    painted = """() => { const c = document.querySelector('#graph canvas');
        return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v) }"""
    assert visit.page.evaluate(painted) is (world != "empty")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wanjiru", "Grace Wanjiru"),
        ("Foreign Minister Anna", "Anna Dahl"),  # an alias
        ("kingdom of NORWAY", "Norway"),
        ("peru accuses", "Peru accuses Bolivia"),  # an act, which is a line
    ],
)
def test_search_finds_by_any_name(visit: Visit, pages: dict[str, str], typed: str, found: str) -> None:
    visit.go(pages["small"])
    visit.page.keyboard.press("/")
    visit.page.keyboard.type(typed)
    assert visit.page.inner_text("#found li:first-child a").startswith(found)
    visit.page.keyboard.press("Enter")
    visit.opens(found)
    assert visit.page.is_hidden("#found")


def test_a_click_on_a_node_shows_its_sentences_and_their_articles(
    visit: Visit, pages: dict[str, str]
) -> None:
    visit.go(pages["small"])
    visit.page.evaluate(f"graph.focus('{TALKS}', {{ scale: 1, animation: false }})")
    visit.click_at(f"graph.getPosition('{TALKS}')")
    visit.opens("Talks of Anna Dahl and Luis Quispe in Lima, 11 May 2023")
    told = visit.panel()
    assert "Dahl met Peruvian President Luis Quispe in Lima on May 11, 2023." in told
    assert "Foreign minister A. Dahl held talks with President Quispe in Cusco on May 10." in told
    assert "Andina · 2023-05-12" in told
    assert "2023-05-13 (worked out: the letter of May 13)" in told
    assert "11 May 2023, oslo_2023 on 10 May 2023" in told  # the conflict
    assert "Both articles tell of the same two persons within a day." in told  # why it is one
    link = visit.page.locator("#panel figcaption a").first
    assert link.get_attribute("href") == "https://news.example/lima?a=1&b=2"
    assert "noopener" in (link.get_attribute("rel") or "")


def test_a_click_on_a_line_shows_the_act_that_it_stands_for(visit: Visit, pages: dict[str, str]) -> None:
    visit.go(pages["small"])
    middle = """(() => { const [a, b] = ['country/PER', 'country/BOL'].map((id) => graph.getPosition(id));
        return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } })()"""
    visit.page.evaluate(f"graph.moveTo({{ position: {middle}, scale: 1, animation: false }})")
    visit.click_at(middle)
    visit.opens("Peru accuses Bolivia")
    assert "Peru accused Bolivia of closing the border." in visit.panel()


def test_a_line_that_stands_for_several_acts_shows_each(visit: Visit, pages: dict[str, str]) -> None:
    acts = ("event%2Finteraction-accuse-per-bol", "event%2Frelation-largest-trading-partner-of-nor-per")
    visit.go(pages["small"] + "#" + ",".join(acts))
    titles = visit.page.locator("#panel h2").all_inner_texts()
    assert titles == ["Peru accuses Bolivia", "Norway is the largest trading partner of Peru"]
    assert len(visit.page.evaluate("graph.getSelectedEdges()")) == 2


def test_who_says_so_and_through_whom(visit: Visit, pages: dict[str, str]) -> None:
    visit.go(pages["small"] + "#event%2Ftreaty-of-fisheries-2023-05-11")
    told = visit.panel()
    assert "Luis Quispe says" in told
    assert "(via Andina)" in told


def test_a_country_shows_what_its_people_did(visit: Visit, pages: dict[str, str]) -> None:
    visit.go(pages["small"] + "#country%2FKEN")
    told = visit.panel()
    assert "Grace Wanjiru president" in told
    assert "Call between Anna Dahl and Grace Wanjiru, 12 May 2023" in told


def test_a_link_opens_what_it_names_and_back_goes_back(visit: Visit, pages: dict[str, str]) -> None:
    visit.go(pages["small"] + "#person%2Fanna-dahl")
    visit.opens("Anna Dahl")
    assert visit.page.evaluate("graph.getSelectedNodes()") == ["person/anna-dahl"]
    visit.page.locator("#panel dd a", has_text="Norway").click()
    visit.opens("Norway")
    visit.page.evaluate("history.back()")
    visit.opens("Anna Dahl")


@pytest.mark.parametrize("part", ["person/nobody", "__proto__", "%E0%A4%A", ",,", "</script>"])
def test_a_link_to_nothing_opens_the_overview(visit: Visit, pages: dict[str, str], part: str) -> None:
    visit.go(f"{pages['small']}#{part}")
    visit.opens("Select a node or a line")
    assert not visit.complaints


def test_the_legend_hides_what_it_names(visit: Visit, pages: dict[str, str]) -> None:
    visit.go(pages["small"])
    visit.page.evaluate("document.getElementById('legend').open = true")
    assert visit.page.locator("#legend input[data-family]").count() == 8
    seen = "graph.body.data.nodes.getIds().filter((id) => id.startsWith('person/')).length"
    assert visit.page.evaluate(seen) == 5
    visit.page.uncheck("#legend input[data-family=person]")
    assert visit.page.evaluate(seen) == 0


def test_the_table_tells_the_same_events(visit: Visit, pages: dict[str, str]) -> None:
    visit.go(pages["small"])
    visit.page.click("#twin")
    assert visit.page.locator("#table tbody tr").count() == len(small_world().events)
    assert visit.page.is_hidden("#graph")
    visit.page.click("#table >> text=Treaty of Fisheries")
    visit.opens("Treaty of Fisheries")


def test_hostile_names_are_shown_and_never_run(visit: Visit, pages: dict[str, str]) -> None:
    visit.go(pages["hostile"])
    for thing in [entity.identifier for entity in hostile_world().entities] + [TALKS]:
        visit.page.evaluate(f"location.hash = '#' + encodeURIComponent('{thing}')")
        visit.page.wait_for_timeout(30)
        assert "<img src=x onerror=alert(1)>" in visit.panel()
    visit.page.click("#twin")
    visit.page.fill("#query", "</script>")
    assert "</script><img" in visit.page.inner_text("#found")
    assert visit.page.evaluate("document.images.length + document.scripts.length") == 4
    assert visit.asked == [pages["hostile"]]
    assert not visit.complaints


def test_an_address_that_is_none_of_the_web_stays_text(browser: playwright.Browser, tmp_path: Path) -> None:
    world = small_world()
    articles = tuple(replace(article, url="javascript:alert(1)") for article in world.articles)
    export_page(replace(world, articles=articles), tmp_path / "graph.html")
    visit = Visit(browser.new_page())
    visit.go((tmp_path / "graph.html").as_uri() + f"#{TALKS}")
    assert "javascript:alert(1)" in visit.panel()
    assert visit.page.locator("#panel a[href^='javascript']").count() == 0
    visit.page.close()


def test_a_tooltip_is_text(visit: Visit, pages: dict[str, str]) -> None:
    visit.go(pages["hostile"])
    visit.page.evaluate(f"graph.focus('{TALKS}', {{ scale: 1, animation: false }})")
    spot = visit.page.evaluate(f"graph.canvasToDOM(graph.getPosition('{TALKS}'))")
    visit.page.locator("#graph canvas").hover(position=spot)
    visit.page.wait_for_selector(".vis-tooltip")
    assert "".join(HOSTILE.split())[:30] in "".join(visit.page.inner_text(".vis-tooltip").split())
    assert not visit.complaints
