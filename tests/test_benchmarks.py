"""The corpus of the benchmark: real articles under other names, in other states, on other days."""

from __future__ import annotations

from pathlib import Path

import kg.pipeline
from benchmarks.build import STAGES, TABLES
from benchmarks.corpus import write_corpus

SEEDS = Path(__file__).parents[1] / "seeds"


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def test_a_corpus_begins_with_the_articles_themselves(tmp_path: Path) -> None:
    written = _texts(write_corpus(SEEDS, 5, tmp_path / "articles"))
    assert list(written.values()) == [
        path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))
    ]


def test_copies_tell_of_others(tmp_path: Path) -> None:
    written = list(_texts(write_corpus(SEEDS, 12, tmp_path / "articles")).values())
    assert len(set(written)) == len(written) == 12
    for copy in written[5:]:
        assert not [name for name in ("Sun Weidong", "Pyongyang", "Putin", "Beijing") if name in copy]


def test_copies_are_the_same_each_time(tmp_path: Path) -> None:
    assert _texts(write_corpus(SEEDS, 12, tmp_path / "a")) == _texts(write_corpus(SEEDS, 12, tmp_path / "b"))


def test_every_stage_that_is_watched_is_there() -> None:
    assert [name for name in STAGES if not callable(getattr(kg.pipeline, name, None))] == []
    assert {name for table in TABLES for name in getattr(kg.pipeline, table)} == {
        "ttl",
        "trig",
        "graphml",
        "html",
    }
