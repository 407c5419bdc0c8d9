"""Two written names: one name, two, or not to be told from the names alone."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

from kg.model import Verdict
from kg.resolve.person_names import judge_names, name_keys
from kg.resolve.romanization_korean import read_korean
from kg.world.tables import read_table

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
"""Written after the first code that passed those; unseen it had precision 1.00 and recall 0.847 (61 of 72)."""
LATER = _pairs("name_pairs_later.csv")
"""Written after that code was mended; unseen it had precision 1.00 and recall 0.935 (43 of 46)."""
FRESH = _pairs("name_pairs_fresh.csv")
"""Hard ones, written once more after; unseen they had precision 0.96 (24 of 25) and recall 0.80 (24 of 30)."""
TABLES = pytest.mark.parametrize(
    "pairs", [KNOWN, UNSEEN, LATER, FRESH], ids=["before", "after", "later", "fresh"]
)
NAMES = sorted({n for p in (*KNOWN, *UNSEEN, *LATER, *FRESH) for n in p[:2]})


def _figures(pairs: list[Pair]) -> tuple[float, float]:
    """Precision and recall of "same"."""
    found = Counter((p.verdict, judge_names(p.name1, p.name2).verdict is Verdict.SAME) for p in pairs)
    hits = found["same", True]
    return hits / (hits + found["different", True]), hits / (hits + found["same", False])


@TABLES
def test_same_is_said_rightly_and_mostly(pairs: list[Pair]) -> None:
    precision, recall = _figures(pairs)
    assert precision >= 0.98
    assert recall >= 0.85


@TABLES
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
    for one, other in combinations(NAMES[::7], 2):
        if not name_keys(one) & name_keys(other):
            assert judge_names(one, other).verdict is not Verdict.SAME, (one, other)


def test_blocks_are_small() -> None:
    """Few pairs of a mixed crowd share a key, so that nobody has to compare all with all."""
    block_of: dict[str, set[str]] = defaultdict(set)
    for name in NAMES:
        for key in name_keys(name):
            block_of[key].add(name)
    near = {pair for block in block_of.values() for pair in combinations(sorted(block), 2)}
    assert len(near) < 2 * len(NAMES)


def test_a_name_is_itself_however_spaced_and_cased() -> None:
    for name in NAMES:
        assert judge_names(name, f" {name.replace(' ', '  ')} ").verdict is Verdict.SAME
        assert judge_names(name, name.upper()).verdict is Verdict.SAME


ONSETS = {
    "ㄱ": ("g", "k"),
    "ㅁ": ("m", "m"),
    "ㅂ": ("b", "p"),
    "ㅅ": ("s", "s"),
    "ㅈ": ("j", "ch"),
    "ㅎ": ("h", "h"),
}
RHYMES = {
    "ㅓㅇ": ("eong", "ŏng"),
    "ㅕㅇ": ("yeong", "yŏng"),
    "ㅗ": ("o", "o"),
    "ㅜ": ("u", "u"),
    "ㅓㄴ": ("eon", "ŏn"),
    "ㅏㄴ": ("an", "an"),
    "ㅣㄴ": ("in", "in"),
}
"""Revised Romanization and McCune–Reischauer of sounds that make common syllables with one another."""


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(ONSETS)), st.sampled_from(sorted(RHYMES))), min_size=2, max_size=2
    )
)
@settings(max_examples=60, deadline=None)
def test_two_systems_write_one_korean_name(syllables: list[tuple[str, str]]) -> None:
    written = ["-".join(ONSETS[o][system] + RHYMES[r][system] for o, r in syllables) for system in (0, 1)]
    if all(read_korean(f"Kim {w}") for w in written):
        assert judge_names(f"Gim {written[0]}", f"Kim {written[1]}").verdict is Verdict.SAME


SYLLABLES = read_table("wade_giles.toml")["syllables"]
FAMILIES = ["zhang", "xu", "qian", "deng", "zhou", "cao", "xie", "lü"]


@given(st.sampled_from(FAMILIES), st.sampled_from(sorted(SYLLABLES)), st.sampled_from(sorted(SYLLABLES)))
@settings(max_examples=100, deadline=None)
def test_two_systems_write_one_chinese_name(family: str, first: str, second: str) -> None:
    pinyin = f"{family} {first}'{second}"
    older = f"{SYLLABLES[family]} {SYLLABLES[first]}-{SYLLABLES[second]}"
    assert judge_names(pinyin, older).verdict is Verdict.SAME
    assert name_keys(pinyin) & name_keys(older)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        # a short reason names the Hangul that both write, and how each is spelled
        ("Pak Myong Ho", "Park Myung-ho", ["North Korean spelling", "South Korean spelling", "박명호"]),
        # how the Pinyin came about
        ("Pak Myong Ho", "Park Minghao", ["read in Pinyin", "박명호"]),
        # the likeliest of the syllables that "o" may write
        ("Choe Son Hui", "Choi Son-hui", ["최선희"]),
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
    ("first", "second", "verdict"),
    [
        # Hungarian order: one of the words is a given name, so that the order tells nothing
        ("Orbán Viktor", "Viktor Orbán", "same"),
        # two words that are both given names may be two persons' in the other order
        ("Thomas James", "James Thomas", "unsure"),
        # a father's name stands behind the son's: two persons
        ("Hamad bin Khalifa", "Khalifa bin Hamad", "different"),
        # spellings of one given name
        ("Binyamin Netanyahu", "Benjamin Netanyahu", "same"),
    ],
)
def test_order_of_words(first: str, second: str, verdict: str) -> None:
    assert judge_names(first, second).verdict == verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        # "son of" and "daughter of", as the west of the Arab world spells them
        ("Yahya Ould Salem", "Yahia Weld Salim", "same"),
        ("Yahya Ould Salem", "Yahya Wuld Salem", "same"),
        ("Maryam Mint Salem", "Maryam bint Salem", "same"),
        # … may be left out
        ("Yahya Ould Salem", "Yahya Salem", "same"),
        # father and son
        ("Yahya Ould Salem", "Salem Ould Yahya", "different"),
        # at the end it is a family name
        ("Harriet Weld", "Harriet Stone", "different"),
        ("Harriet Weld", "Harriet", "unsure"),
    ],
)
def test_particles_of_descent(first: str, second: str, verdict: str) -> None:
    assert judge_names(first, second).verdict == verdict


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


TEXT = st.text(st.sampled_from("abdehijklmnorstuyz '-ŏüéИ한.,1"), max_size=25)


@given(st.sampled_from(NAMES) | TEXT, st.sampled_from(NAMES) | TEXT)
@settings(max_examples=150, deadline=None)
def test_order_does_not_matter_and_any_text_is_judged(first: str, second: str) -> None:
    judged = judge_names(first, second)
    assert judged == judge_names(second, first)
    if judged.verdict is Verdict.SAME:
        assert name_keys(first) & name_keys(second)


@pytest.mark.parametrize("section", ["slavic", "arabic"])
def test_no_given_name_stands_in_two_groups(section: str) -> None:
    table = read_table("name_forms.toml")[section]
    assert isinstance(table, dict)
    names = table["given"] if section == "arabic" else [form for group in table["groups"] for form in group]
    assert len(set(names)) == len(names)


def test_few_steps_a_pair() -> None:
    names = [n for p in KNOWN for n in p[:2]]
    judge_names("Kim Jong Un", "Kim Jong-un")  # what is loaded once is loaded
    pairs = [(name, other) for k, name in enumerate(names) for other in names[k + 1 : k + 6]]
    assert steps(lambda: [judge_names(*pair) for pair in pairs]) < 500 * len(pairs)
