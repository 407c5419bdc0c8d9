"""A browser for the tests of the page, and a page of each world."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from browser import CHROMIUM, DESK, FLAGS, Visit, playwright
from wanted import wanted
from worlds import hostile_world, small_world

from benchmarks.network import network_world
from kg.analytics.analysis import Survey
from kg.export.page import export_page
from kg.model import World

WORLDS: dict[str, Callable[[], World]] = {
    "small": small_world,
    "hostile": hostile_world,
    "empty": World,
    "1500": lambda: network_world(1550),
    "5000": lambda: network_world(5500),
}
"""The invented networks leave a tenth of their actors without anything to do; these are not drawn."""

Opening = Callable[..., Visit]


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    """One browser for a file of tests: as long as it runs, nothing else can have an event loop of its own."""
    wanted(playwright, "playwright is not installed: pip install 'kg-diplomacy[dev]'")
    wanted(CHROMIUM, "no Chromium on this machine: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[str, World]]:
    """World → the address of its page, which is made when first asked for, and the world."""
    folder, made = tmp_path_factory.mktemp("pages"), dict[str, World]()

    def page_of(name: str) -> tuple[str, World]:
        if name not in made:
            made[name] = WORLDS[name]()
            export_page(Survey(made[name]), folder / f"{name}.html")
        return (folder / f"{name}.html").as_uri(), made[name]

    return page_of


@pytest.fixture(scope="module")
def windows() -> Iterator[dict[str, Visit]]:
    """World → a window of ordinary size that shows its page, kept for the next test as loading takes time."""
    kept: dict[str, Visit] = {}
    yield kept
    for visit in kept.values():
        visit.page.close()


@pytest.fixture
def opened(
    browser: playwright.Browser,
    pages: Callable[[str], tuple[str, World]],
    windows: dict[str, Visit],
) -> Iterator[Opening]:
    """Opens the page of a world: in a kept window, or in one of its own when anything is asked of it."""
    visits: list[Visit] = []

    def in_new_window(world: str, size: tuple[int, int] = DESK, **more: object) -> Visit:
        viewport = {"width": size[0], "height": size[1]}
        window = browser.new_page(viewport=viewport, reduced_motion="reduce", accept_downloads=True, **more)
        return Visit(window, *pages(world))

    def open_page(world: str = "small", state: str = "", **more: object) -> Visit:
        if not more and world in windows and windows[world] not in visits:
            visits.append(windows[world])
            return windows[world].again(state)
        visits.append(in_new_window(world, **more))
        if not more:
            windows.setdefault(world, visits[-1])
        return visits[-1].go(state)

    yield open_page
    for visit in visits:
        assert visit.was_quiet()
        if visit not in windows.values():
            visit.page.close()
