"""Two written names: one name, two, or not to be told from the names alone."""

from __future__ import annotations

import csv
import time
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.person_names import judge_names, name_keys
from kg.resolve.romanization import Verdict

HERE = Path(__file__).parent


class Pair(NamedTuple):
    """A row of a labelled table."""

    name1: str
    name2: str
    language: str
    verdict: str
    reason: str


def _pairs(file: str) -> list[Pair]:
    with (HERE / file).open(encoding="utf-8", newline="") as table:
        return [Pair(**row) for row in csv.DictReader(table)]


KNOWN = _pairs("name_pairs.csv")
"""Written before the code."""
UNSEEN = _pairs("name_pairs_unseen.csv")
"""Written after the code; it was not changed between writing them and the first measurement."""


def _figures(pairs: list[Pair]) -> tuple[float, float]:
    """Precision and recall of "same"."""
    found = Counter((p.verdict, judge_names(p.name1, p.name2).verdict is Verdict.SAME) for p in pairs)
    hits = found["same", True]
    return hits / (hits + found["different", True]), hits / (hits + found["same", False])


@pytest.mark.parametrize("pairs", [KNOWN, UNSEEN], ids=["written before", "written after"])
def test_same_is_said_rightly_and_mostly(pairs: list[Pair]) -> None:
    precision, recall = _figures(pairs)
    assert precision >= 0.98
    assert recall >= 0.84


@pytest.mark.parametrize("pairs", [KNOWN, UNSEEN], ids=["written before", "written after"])
def test_the_tables_are_fair(pairs: list[Pair]) -> None:
    """Same and different in like parts in each language, every row with its reason, no pair twice."""
    verdicts = Counter(p.verdict for p in pairs)
    assert set(verdicts) == {"same", "different"}
    assert min(verdicts.values()) >= 0.4 * len(pairs)
    assert len({frozenset(p[:2]) for p in pairs}) == len(pairs)
    assert all(p.reason for p in pairs)


@pytest.mark.parametrize("pair", KNOWN, ids=lambda p: f"{p.name1} / {p.name2}")
def test_known_pairs(pair: Pair) -> None:
    judged = judge_names(pair.name1, pair.name2)
    assert judged.verdict == pair.verdict, judged.reason


def test_forms_of_one_name_meet_in_a_block() -> None:
    names = sorted({n for p in (*KNOWN, *UNSEEN) for n in p[:2]})
    for one, other in combinations(names, 2):
        if not name_keys(one) & name_keys(other):
            assert judge_names(one, other).verdict is not Verdict.SAME, (one, other)


@pytest.mark.parametrize("name", sorted({n for p in KNOWN for n in p[:2]}))
def test_a_name_is_itself_however_spaced(name: str) -> None:
    assert judge_names(name, f" {name.replace(' ', '  ')} ").verdict is Verdict.SAME
    assert judge_names(name, name.upper()).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        # a short reason names the Hangul that both write, and how each is spelled
        ("Pak Myong Ho", "Park Myung-ho", ["North Korean spelling", "South Korean spelling", "박명호"]),
        # how the Pinyin came about
        ("Pak Myong Ho", "Park Minghao", ["read in Pinyin", "박명호"]),
        # what name two systems write in Chinese
        ("Mao Zedong", "Mao Tse-tung", ["Pinyin", "Wade–Giles", "Mao Zedong"]),
        # why two names differ
        ("Kim Jong-un", "Kim Jong-il", ["Korean names of different syllables"]),
    ],
)
def test_the_reason_can_be_read(first: str, second: str, told: list[str]) -> None:
    reason = judge_names(first, second).reason
    assert all(words in reason for words in told), reason
    assert f"“{first}”" in reason
    assert reason.endswith(".")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kim", "Kim Jong Un"),  # a family name alone is anybody's
        ("Sergei", "Sergei Lavrov"),  # so is a given name
        ("Li Gang", "Li Kang"),  # one Korean name, 리강, but two Chinese ones
        ("Mette Frederiksen", "Mette Fredriksen"),  # a slip or another name
        ("Kyaw Tint Swe", "Tint Swe"),  # a shortened Burmese name or another one
        ("Nguyen Van Thieu", "Nguyen Thieu"),  # a shortened Vietnamese name or another one
    ],
)
def test_what_names_alone_do_not_tell(first: str, second: str) -> None:
    assert judge_names(first, second).verdict is Verdict.UNSURE


NAMES = st.sampled_from(sorted({n for p in (*KNOWN, *UNSEEN) for n in p[:2]}))
TEXT = st.text(st.sampled_from("abdehijklmnorstuyz '-ŏüéИ한.,1"), max_size=25)


@given(NAMES | TEXT, NAMES | TEXT)
@settings(max_examples=150, deadline=None)
def test_order_does_not_matter_and_any_text_is_judged(first: str, second: str) -> None:
    judged = judge_names(first, second)
    assert judged == judge_names(second, first)
    if judged.verdict is Verdict.SAME:
        assert name_keys(first) & name_keys(second)


def test_thousands_a_second() -> None:
    names = [n for p in KNOWN for n in p[:2]]
    judge_names("Kim Jong Un", "Kim Jong-un")
    start = time.perf_counter()
    for k, name in enumerate(names):
        for other in names[k + 1 : k + 6]:
            judge_names(name, other)
    assert 5 * len(names) / (time.perf_counter() - start) > 500
