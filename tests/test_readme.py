"""What the README says is so: its commands, its links, its excerpt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def _block(marker: str) -> str:
    found = re.search(rf"^<!-- {marker} -->\n```\w+\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found, f"README.md has no code block under <!-- {marker} -->"
    return found[1]


@pytest.mark.parametrize("name", ["run", "test"])
def test_quick_start_is_one_line_each(name: str) -> None:
    assert _block(f"command: {name}").count("\n") == 1


def test_every_command_is_told() -> None:
    assert set(re.findall(r"^\| `kg (\w+)", README, re.MULTILINE)) == set(COMMANDS)


def test_excerpt_stands_in_the_graph() -> None:
    graph = (ROOT / "exports" / "graph.ttl").read_text(encoding="utf-8").splitlines()
    lines = [
        line for line in _block("excerpt: exports/graph.ttl").splitlines() if line.strip() not in {"", "…"}
    ]
    assert len(lines) > 3
    missing = [line for line in lines if line not in graph]
    assert not missing, f"the README shows what exports/graph.ttl does not say: {missing}"


def test_question_has_an_answer() -> None:
    asked = re.findall(r"kg query '([^']+)'", README)
    assert len(asked) == 1
    result = CliRunner().invoke(main, ["query", asked[0], "--graph", str(ROOT / "exports")])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("page", DOCS, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]
