"""The page for everybody: axe-core finds nothing to complain of, in any state, window and colour scheme."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from browser import AXE, DESK, PHONE, Visit, wanted

Opening = Callable[..., Visit]

STATES = {
    "overview": "",
    "event": "#node=event/meeting-anna-dahl-luis-quispe-2023-05-11&focus=2",
    "actor": "#node=person/anna-dahl&from=2023-06&undated=no",
    "path": "#path=person/anna-dahl,country/BOL",
    "events": "#view=events",
    "actors": "#view=actors&node=country/NOR",
    "network": "#view=network&node=country/NOR",
    "timeline": "#view=timeline&node=event/meeting-anna-dahl-luis-quispe-2023-05-11",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_axe_finds_nothing(opened: Opening, size: tuple[int, int], scheme: str) -> None:
    wanted(AXE.exists(), "axe-core is not installed: npm ci --prefix tests")
    visit = opened(size=size, color_scheme=scheme, bypass_csp=True)
    visit.page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
    for name, state in STATES.items():
        visit.run(f"location.hash = {json.dumps(state)}")
        visit.page.wait_for_timeout(50)
        visit.run("document.getElementById('legend').open = true")
        found = visit.run(
            "axe.run().then((result) => result.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))"
        )
        assert not found, f"{name}: {found}"
    visit.run("document.getElementById('show-help').click()")
    assert not visit.run("axe.run().then((result) => result.violations.map((v) => v.id))")
