"""The editor in a real browser: a ready question brings rows, no other server is asked, and without scripts a form does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from serving import Served

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: pip install 'kg-diplomacy[dev]'"
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"
)


@dataclass
class Visit:
    """An open page, with all that it asked for and complained of."""

    page: playwright.Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: playwright.Browser) -> Iterator[Visit]:
    context = browser.new_context()
    visit = Visit(context.new_page())
    visit.page.on("request", lambda request: visit.asked.append(request.url))
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.on(
        "console", lambda said: visit.complaints.append(said.text) if said.type == "error" else None
    )
    yield visit
    context.close()


def asked_elsewhere(visit: Visit, served: Served) -> list[str]:
    return [url for url in visit.asked if not url.startswith((served.address, "data:", "blob:"))]


def test_a_ready_question_brings_rows(visit, small):
    visit.page.goto(f"{small.address}sparql")
    visit.page.select_option("#example", "who-met-whom")
    table = visit.page.locator(".yasr table tbody")
    playwright.expect(table).to_contain_text("Luis Quispe", timeout=10_000)
    playwright.expect(visit.page.locator("#plain")).to_be_hidden()
    assert asked_elsewhere(visit, small) == []
    assert visit.complaints == []


def test_a_thing_among_the_rows_is_looked_at_here(visit, small):
    visit.page.goto(f"{small.address}sparql")
    visit.page.evaluate(
        "document.querySelector('.CodeMirror').CodeMirror.setValue("
        "'SELECT ?p { ?p <http://www.w3.org/2000/01/rdf-schema#label> \"Anna Dahl\" }')"
    )
    visit.page.locator(".yasqe_queryButton").first.click()
    with visit.page.expect_popup() as opened:
        visit.page.locator("a.iri").first.click()
    playwright.expect(opened.value.locator("h1")).to_have_text("Anna Dahl")


def test_typing_asks_nobody(visit, small):
    visit.page.goto(f"{small.address}sparql")
    visit.page.locator(".yasqe .CodeMirror-code").first.click()
    visit.page.keyboard.press("Control+A")
    visit.page.keyboard.type("SELECT * { ?s a foaf:Per")
    visit.page.keyboard.press("Control+Space")
    visit.page.wait_for_timeout(500)
    assert asked_elsewhere(visit, small) == []
    assert visit.complaints == []


def test_what_cannot_be_parsed_is_told(visit, small):
    visit.page.goto(f"{small.address}sparql")
    visit.page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT * { ?s ')")
    visit.page.locator(".yasqe_queryButton").first.click()
    playwright.expect(visit.page.locator(".yasr")).to_contain_text("cannot be parsed", timeout=10_000)


def test_a_form_where_there_are_no_scripts(browser, small):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small.address}sparql")
    page.locator("#query").fill("SELECT ?who { ?p a kg:Person ; rdfs:label ?who } ORDER BY ?who")
    page.locator("#plain button").first.click()
    playwright.expect(page.locator("tbody tr").first).to_have_text("Anna Dahl")
    context.close()


def test_from_the_answer_to_a_thing_to_its_article(visit, small):
    visit.page.goto(f"{small.address}sparql?query=SELECT * {{ ?p a kg:Person ; rdfs:label 'Anna Dahl' }}")
    visit.page.locator("td a").click()
    playwright.expect(visit.page.locator("h1")).to_have_text("Anna Dahl")
    playwright.expect(visit.page.locator("blockquote").first).to_contain_text("Dahl")
    visit.page.locator(".source a").first.click()
    playwright.expect(visit.page.locator(".iri")).to_contain_text("/id/article/")
    assert asked_elsewhere(visit, small) == []
    assert visit.complaints == []


def test_the_page_of_the_graph_runs(visit, small):
    visit.page.goto(small.address)
    visit.page.wait_for_selector("html[data-drawn]", timeout=20_000)
    assert asked_elsewhere(visit, small) == []
    assert visit.complaints == []


def test_nothing_of_a_text_becomes_markup(visit, tight):
    for path in (
        "id/person/anna-dahl",
        "sparql?query=SELECT ?l { ?p rdfs:label ?l }",
        "id/article/oslo_2023",
    ):
        visit.page.goto(f"{tight.address}{path}")
        assert visit.page.locator("main img, main script").count() == 0
    assert visit.complaints == []
