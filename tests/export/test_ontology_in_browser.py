"""The page of the ontology in a real browser: for every window and colour scheme, asking nobody for anything."""

from __future__ import annotations

import pytest
from browser import AXE, DESK, PHONE, playwright
from wanted import wanted

from kg.export.ontology.page import PAGE
from kg.graph.ontology import ontology_directory


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_it_fits_asks_nothing_and_axe_finds_nothing(
    browser: playwright.Browser, size: tuple[int, int], scheme: str
) -> None:
    wanted(AXE.exists(), "axe-core is not installed: npm ci --prefix tests")
    viewport = {"width": size[0], "height": size[1]}
    window = browser.new_page(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    address = (ontology_directory() / PAGE).as_uri()
    window.goto(f"{address}#Meeting")
    assert {url.partition("#")[0] for url in asked if not url.startswith("data:")} == {address}
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (
        0 <= window.evaluate("document.getElementById('Meeting').getBoundingClientRect().top") < size[1] / 2
    )
    window.add_script_tag(content=AXE.read_text(encoding="utf-8"))
    found = window.evaluate(
        "axe.run().then((r) => r.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))"
    )
    assert not found
    window.close()


def test_its_own_policy_lets_it_be_drawn(browser: playwright.Browser) -> None:
    window = browser.new_page(color_scheme="dark")
    complaints: list[str] = []
    window.on("console", lambda said: complaints.append(said.text))
    window.goto((ontology_directory() / PAGE).as_uri())
    assert window.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 28)"
    assert not complaints
    window.close()
