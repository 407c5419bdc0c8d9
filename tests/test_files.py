"""Files appear whole or not at all, one or several at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.files import ABANDONED, write_atomically, written_together


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_files_take_their_places_together(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    with written_together(out) as beside:
        write_atomically(beside / "a", "one")
        write_atomically(beside / "b", "two")
        assert list(out.iterdir()) == [beside]
    assert _texts(out) == {"a": "one", "b": "two"}


def test_nothing_is_changed_where_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")

    def write_both() -> None:
        with written_together(tmp_path) as beside:
            write_atomically(beside / "a", "new")
            write_atomically(beside / "a" / "below", "new")

    with pytest.raises(GraphError, match="cannot be written") as caught:
        write_both()
    place = tmp_path / "a" / "below"
    assert str(caught.value).startswith(f"{place}: ")  # where it is looked for, not where it was written
    assert _texts(tmp_path) == {"a": "old"}


def test_what_is_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(GraphError, match="cannot be written"), written_together(tmp_path) as beside:
        write_atomically(beside / "a", "new")


def test_what_a_killed_run_has_left_is_removed_once_it_is_old(tmp_path: Path) -> None:
    old, young = tmp_path / ".build-old", tmp_path / ".build-young"
    for place in (old, young):
        place.mkdir()
        (place / "a").write_text("half", encoding="utf-8")
    long_ago = old.stat().st_mtime - ABANDONED - 1
    os.utime(old, (long_ago, long_ago))
    with written_together(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == [young]
