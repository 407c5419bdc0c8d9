"""How soon the page draws and how smoothly it moves, beside what pyvis makes of the same network by its defaults.

    python -m benchmarks.page                  # 200, 1,000 and 5,000 nodes
    python -m benchmarks.page --nodes 200      # other numbers; may be repeated

Both are opened offline in the Chromium of this machine. The first draw is the first frame that shows a painted
pixel; the time of a frame is what passes between two frames while a person drags the view.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright
from pyvis.network import Network

from benchmarks.network import network_world
from kg.analytics.analysis import Survey
from kg.export.page import export_page
from kg.export.page.drawing import draw
from kg.model import World

PATIENCE = 120
"""Seconds after which a page that shows nothing is left."""
IDLE = 0.22
"""So many of the actors of an invented network have nothing to do and are not drawn."""
WATCH = """(function look() {
    const canvas = document.querySelector('canvas');
    const small = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (canvas && canvas.width) small.drawImage(canvas, 0, 0, 150, 100);
    if (small.getImageData(0, 0, 150, 100).data.some((value) => value)) window.firstDraw = performance.now();
    else requestAnimationFrame(look);
})()"""
FRAMES = """window.times = []; (function next(last) {
    requestAnimationFrame((now) => { times.push(now - last); next(now); });
})(performance.now())"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--nodes", type=int, action="append", help="how many nodes (200, 1,000 and 5,000)")
    numbers = parser.parse_args().nodes or (200, 1000, 5000)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for number in numbers:
            world = network_world(round(number / (1 - 0.4 * IDLE)))
            for name, path, state in _pages(world, Path(folder)):
                size = path.stat().st_size / 1e6
                print(f"{name:28} {size:5.2f} MB   {_measured(browser, path.as_uri() + state)}", flush=True)
        browser.close()


def _pages(world: World, folder: Path) -> Iterator[tuple[str, Path, str]]:
    survey, ours = Survey(world), folder / "page.html"
    drawn = draw(survey)
    nodes = len(drawn.nodes)
    export_page(survey, ours)
    yield f"kg, {nodes:,} nodes", ours, ""
    if nodes > 1500:
        yield f"kg, {nodes:,}, all of them", ours, "#whole=yes"
    theirs = folder / "pyvis.html"
    theirs.write_text(_by_defaults(drawn).generate_html(), encoding="utf-8")
    yield f"pyvis, {nodes:,} nodes", theirs, ""


def _by_defaults(drawn: Network) -> Network:
    """The same nodes and lines as pyvis draws them when nothing is chosen, but for its library, which is inlined."""
    network = Network(directed=True, cdn_resources="in_line")
    for node in drawn.nodes:
        network.add_node(node["id"], node["label"])
    for edge in drawn.edges:
        network.add_edge(edge["from"], edge["to"])
    return network


def _measured(browser: Browser, address: str) -> str:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.route("http*://**", lambda route: route.abort())
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {WATCH})")
    try:
        page.goto(address, timeout=PATIENCE * 1000, wait_until="commit")
        _wait_for_first_draw(page)
        return f"first draw {page.evaluate('firstDraw') / 1000:6.2f} s   {_dragged(page)}"
    except TimeoutError:
        return f"first draw: nothing in {PATIENCE} s"
    finally:
        page.close()


def _wait_for_first_draw(page: Page) -> None:
    start = time.monotonic()
    while not page.evaluate("window.firstDraw"):
        if time.monotonic() - start > PATIENCE:
            raise TimeoutError("nothing is drawn")
        page.wait_for_timeout(100)


def _dragged(page: Page) -> str:
    box = page.locator("canvas").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.9
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    for step in range(40):
        page.mouse.move(x - 5 * step, y - 3 * step)
    times = page.evaluate("times.slice(1)")
    page.mouse.up()
    return f"a frame {statistics.median(times):5.0f} ms, the slowest {max(times):5.0f} ms"


if __name__ == "__main__":
    main()
