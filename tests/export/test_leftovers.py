"""What an earlier build has left beside the files of a later one is told, where it tells of another graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.export.leftovers import digests_of, told_left_over


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        # all are written anew, or none was there
        ({"graph.ttl": "a", "graph.html": "a"}, {"graph.ttl": "b", "graph.html": "b"}, None),
        ({}, {"graph.ttl": "b"}, None),
        # some are written anew, and hold what they held: so do the others
        ({"graph.ttl": "a", "graph.html": "a"}, {"graph.ttl": "a"}, None),
        # one more format of the same
        ({"graph.ttl": "a"}, {"graph.nq": "a"}, None),
        # the rest is old
        ({"graph.ttl": "a", "graph.html": "a"}, {"graph.ttl": "b"}, "graph.html is of an earlier build"),
        (
            {"graph.ttl": "a", "void.ttl": "a", "analysis.json": "a"},
            {"graph.ttl": "b", "graph.nq": "b"},
            "analysis.json, void.ttl are of an earlier build",
        ),
        # what is no export is nobody's business
        ({"graph.ttl": "a", "notes.txt": "a"}, {"graph.ttl": "b"}, None),
    ],
)
def test_left_over(tmp_path: Path, before: dict[str, str], now: dict[str, str], told: str | None) -> None:
    _write(tmp_path, before)
    found = digests_of(tmp_path)
    _write(tmp_path, now)
    lines = list(told_left_over(tmp_path, [tmp_path / name for name in now], found))
    assert [line.partition(";")[0] for line in lines] == ([f"{tmp_path}: {told}"] if told else [])


def _write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
