"""What syllabic languages and Japanese tell of two names: Korean, Chinese, Vietnamese and Burmese ones.

Each syllable counts: one more or another makes another name, so that they tell that names differ, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, product

from kg.model import Verdict
from kg.resolve.romanization import Finding, Reading
from kg.resolve.romanization_chinese import PINYIN_OR_OLDER, read_chinese, same_chinese
from kg.resolve.romanization_japanese import read_japanese, same_japanese
from kg.resolve.romanization_korean import PLAIN_PINYIN, KoreanReading, read_korean, same_korean
from kg.resolve.romanization_southeast import (
    is_part_of_burmese,
    is_part_of_vietnamese,
    read_burmese,
    read_vietnamese,
    same_burmese,
    same_vietnamese,
)

Read = Callable[[str], tuple[object, ...]]
SYLLABIC: tuple[tuple[str, Read], ...] = (
    ("Chinese", read_chinese),
    ("Korean", read_korean),
    ("Vietnamese", read_vietnamese),
    ("Burmese", read_burmese),
)


def judge_syllables(first: str, second: str) -> Finding | None:
    """What the syllabic languages and Japanese tell: the same in any of them, else what one leaves open."""
    found = list(chain(_korean(first, second), _chinese(first, second), _others(first, second)))
    if found:
        return min(found, key=lambda finding: finding[0] is not Verdict.SAME)
    for language, read in SYLLABIC:
        if read(first) and read(second):
            return Verdict.DIFFERENT, f"are {language} names of different syllables"
    return None


def _korean(first: str, second: str) -> Iterator[Finding]:
    for one, other in product(read_korean(first), read_korean(second)):
        hangul = same_korean(one, other)
        if hangul and PLAIN_PINYIN in {one.spelling, other.spelling}:
            yield Verdict.UNSURE, f"can both write {hangul} in Korean, but look like Chinese names in Pinyin"
        elif hangul:
            yield Verdict.SAME, f"({_in_turn(one, other)}) can both write {hangul}"


def _chinese(first: str, second: str) -> Iterator[Finding]:
    for one, other in product(read_chinese(first), read_chinese(second)):
        pinyin = same_chinese(one, other)
        if pinyin and PINYIN_OR_OLDER in {one.spelling, other.spelling}:
            yield Verdict.UNSURE, f"can both write {pinyin}, if one of them is Wade–Giles without its marks"
        elif pinyin:
            yield Verdict.SAME, f"({_in_turn(one, other)}) can both write the Chinese name {pinyin}"


def _in_turn(one: KoreanReading | Reading, other: KoreanReading | Reading) -> str:
    return one.spelling if one.spelling == other.spelling else f"{one.spelling}; {other.spelling}"


def _others(first: str, second: str) -> Iterator[Finding]:
    """Vietnamese, Burmese and Japanese, which have one reading of a name."""
    for one, other in product(read_vietnamese(first), read_vietnamese(second)):
        if name := same_vietnamese(one, other):
            yield Verdict.SAME, f"both write the Vietnamese name {name}"
        if is_part_of_vietnamese(one, other):
            yield Verdict.UNSURE, "may be one Vietnamese name, shortened, or two"
    for one, other in product(read_burmese(first), read_burmese(second)):
        if name := same_burmese(one, other):
            yield Verdict.SAME, f"both write the Burmese name {name}, whole or shortened"
        elif is_part_of_burmese(one, other):
            yield Verdict.UNSURE, "may be one Burmese name, shortened, or two"
    for one, other in product(read_japanese(first), read_japanese(second)):
        if name := same_japanese(one, other):
            yield (
                Verdict.SAME,
                f"both write the Japanese name of {name}, but for long vowels, spelling or order",
            )
