"""The corpus of the benchmark: real articles under other names, in other states, on other days."""

from __future__ import annotations

from pathlib import Path

import kg.pipeline
from benchmarks.build import STAGES, TABLES
from benchmarks.corpus import write_corpus
from benchmarks.people import make_people
from benchmarks.resolve import STEEPEST, accuracy, count_calls, make_readings, slope
from kg.language.lexicon import load_lexicon
from kg.resolve.entities import resolve_entities

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
        "analysis",
        "nq",
        "nq.gz",
    }


def test_made_up_persons_are_told_apart_and_put_together() -> None:
    """The benchmark's truth is one that can be found: hardly anybody is taken for another."""
    readings, truth = make_readings(120)
    precision, recall = accuracy(truth, resolve_entities(readings, load_lexicon()).of_referent)
    assert precision >= 0.99
    assert recall >= 0.9


def test_made_up_persons_are_the_same_each_time() -> None:
    assert make_people(40) == make_people(60)[:40]


def test_slope_in_log_log() -> None:
    assert round(slope((10, 20, 40), (1, 2, 4)), 6) == 1
    assert round(slope((10, 20, 40), (1, 4, 16)), 6) == 2


def test_the_cost_of_resolution_grows_with_the_corpus() -> None:
    """Function calls, which no other work on the machine disturbs; names that are known already are not read anew."""
    sizes = 75, 150, 300
    corpora = [make_readings(size)[0] for size in sizes]
    count_calls(corpora[-1])
    assert slope(sizes, [count_calls(readings) for readings in corpora]) < STEEPEST


def test_accuracy_of_pairs() -> None:
    truth = {("a", "1"): 1, ("b", "1"): 1, ("c", "1"): 2}
    assert accuracy(truth, {("a", "1"): "x", ("b", "1"): "x", ("c", "1"): "x"}) == (1 / 3, 1)
