"""A page of ours, open in Chromium, and what a person does with it."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.export.page.dossier import numbers
from kg.model import World

try:
    from playwright import sync_api as playwright
except ImportError:  # the tests of the page are skipped then
    playwright = None

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RESET = """() => {
    document.activeElement.blur();
    document.getElementById('query').value = '';
    document.getElementById('found').hidden = true;
    document.getElementById('save').open = false;
    document.getElementById('help').close();
}"""
DESK, PHONE = (1280, 800), (390, 844)


@dataclass(eq=False)
class Visit:
    """An open page, with all that it asked for and complained of."""

    page: playwright.Page
    address: str
    world: World
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda asked: self.asked.append(asked.url))
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        self.numbers = numbers(self.world)

    def go(self, state: str = "") -> Visit:
        """Load and wait for the first drawing."""
        self.page.goto(self.address + state)
        self.page.wait_for_selector("html[data-drawn]", timeout=20_000)
        return self

    def again(self, state: str = "") -> Visit:
        """As after loading, without loading; whatever an earlier test left is put away."""
        self.page.mouse.move(0, 0)
        self.run(RESET)
        self.run(f"location.hash = {json.dumps(state)}; dispatchEvent(new Event('hashchange'))")
        self.page.click("#fit") if self.page.is_visible("#fit") else None
        return self

    def run(self, script: str) -> Any:
        """What a script answers."""
        return self.page.evaluate(script)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def panel(self) -> str:
        """What the evidence panel says."""
        return self.page.inner_text("#panel")

    def opens(self, title: str) -> None:
        """The panel comes to tell of something."""
        playwright.expect(self.page.locator("#panel h2").first).to_have_text(title)

    def state(self) -> dict[str, str]:
        """What the address says."""
        parts = self.run("location.hash").removeprefix("#").split("&")
        return dict(part.split("=", 1) for part in parts if part)

    def drawn(self) -> set[str]:
        """The things that are drawn as nodes."""
        things = list(self.numbers)
        return {things[n] for n in self.run("graph.body.data.nodes.getIds()")}

    def node(self, thing: str) -> str:
        """A script for where a thing is drawn."""
        return f"graph.getPosition({self.numbers[thing]})"

    def spot(self, place: str) -> dict[str, float]:
        """Where a place in the drawing is on the screen, in view and enlarged."""
        self.run(f"graph.moveTo({{ position: {place}, scale: 3, animation: false }})")
        return self.run(f"graph.canvasToDOM({place})")

    def click(self, thing: str, **how: Any) -> None:
        """Click a node."""
        self.page.locator("#graph canvas").click(position=self.spot(self.node(thing)), **how)

    def was_quiet(self) -> bool:
        """Whether it asked for nothing but itself, and complained of nothing."""
        assert {url.split("#")[0] for url in self.asked if not url.startswith("blob:")} == {self.address}
        assert not self.complaints
        return True
