"""The page for everybody: axe-core finds nothing to complain of, in any state, window and colour scheme."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from browser import AXE, DESK, PHONE, Visit
from wanted import wanted

Opening = Callable[..., Visit]

TALKS = "event/meeting-anna-dahl-luis-quispe-2023-05-11"
STATES = {
    "overview": "",
    "event": f"#node={TALKS}&focus=2",
    "actor": "#node=person/anna-dahl&from=2023-06&undated=no",
    "path": "#path=person/anna-dahl,country/BOL",
    "events": "#view=events",
    "events, one open": f"#view=events&node={TALKS}",
    "actors": "#view=actors&node=country/NOR",
    "network": "#view=network&node=country/NOR",
    "timeline": f"#view=timeline&node={TALKS}",
}
OF_MANY = {
    "an actor with much to do": "#node=country/XAA",
    "long tables, what changed": "#view=network&node=country/XAA&from=2023-06&to=2023-12",
    "folded rows": "#view=timeline&node=country/XAA",
    "rows on demand": "#view=actors",
}
FOUND = "axe.run().then((result) => result.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))"


def _check(visit: Visit, states: dict[str, str]) -> None:
    for name, state in states.items():
        visit.run(f"location.hash = {json.dumps(state)}")
        visit.page.wait_for_timeout(50)
        visit.run("document.getElementById('legend').open = true")
        found = visit.run(FOUND)
        assert not found, f"{name}: {found}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_axe_finds_nothing(opened: Opening, size: tuple[int, int], scheme: str) -> None:
    wanted(AXE.exists(), "axe-core is not installed: npm ci --prefix tests")
    visit = opened(size=size, color_scheme=scheme, bypass_csp=True)
    visit.page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
    _check(visit, STATES)
    visit.run("document.getElementById('show-help').click()")
    assert not visit.run(FOUND)


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_axe_finds_nothing_in_a_large_graph(opened: Opening, size: tuple[int, int]) -> None:
    wanted(AXE.exists(), "axe-core is not installed: npm ci --prefix tests")
    visit = opened("1500", size=size, bypass_csp=True)
    visit.page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
    _check(visit, OF_MANY)
