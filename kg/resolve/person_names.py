"""Whether two written person names can be one name: by how languages are spelled, never by likeness.

Each name is read under every language that it fits; under one language, two names are the same if each
syllable or word of the one can write that of the other. Syllabic languages (Korean, Chinese, Vietnamese,
Burmese) also tell that two names differ, since a syllable more makes another name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from kg.resolve.romanization import Reading, Verdict
from kg.resolve.romanization_arabic import arabic_keys, is_near_arabic, is_same_arabic, read_arabic
from kg.resolve.romanization_chains import SameWord, compare_chains, one_letter_apart
from kg.resolve.romanization_chinese import (
    PINYIN_OR_OLDER,
    chinese_keys,
    read_chinese,
    read_pinyin,
    same_chinese,
)
from kg.resolve.romanization_japanese import japanese_keys, read_japanese, same_japanese
from kg.resolve.romanization_korean import KoreanReading, korean_keys, read_korean, same_korean
from kg.resolve.romanization_slavic import is_same_slavic, read_slavic, slavic_keys
from kg.resolve.romanization_southeast import (
    burmese_keys,
    is_part_of_burmese,
    is_part_of_vietnamese,
    read_burmese,
    read_vietnamese,
    same_burmese,
    same_vietnamese,
    vietnamese_keys,
)
from kg.resolve.romanization_words import Words, is_same_word, name_words, plain_letters, word_keys


@dataclass(frozen=True, slots=True)
class NameJudgement:
    """Whether two forms can be one name, and why, in a sentence."""

    verdict: Verdict
    reason: str


def judge_names(first: str, second: str) -> NameJudgement:
    """Whether two forms can be spellings of one name; that they are one person needs more evidence."""
    return _judge(*sorted((" ".join(first.split()), " ".join(second.split()))))


@lru_cache(maxsize=65536)
def name_keys(name: str) -> frozenset[str]:
    """Blocking keys: any two forms that are judged the same share one."""
    return frozenset(_keys(" ".join(name.split())))


@lru_cache(maxsize=65536)
def _judge(first: str, second: str) -> NameJudgement:
    judged = _of_letters(first, second) or _of_syllables(first, second) or _of_words(first, second)
    verdict, why = judged
    return NameJudgement(verdict, f"“{first}” and “{second}” {why}.")


Finding = tuple[Verdict, str]


def _of_letters(first: str, second: str) -> Finding | None:
    """What the letters alone tell: the same ones, or marks that contradict each other."""
    if not (plain_letters(first) and plain_letters(second)):
        return Verdict.UNSURE, "are not both names"
    if _marks_differ(first, second):
        return Verdict.DIFFERENT, "are both written with Vietnamese marks, and the marks differ"
    if _suffixes_differ(name_words(first), name_words(second)):
        return Verdict.DIFFERENT, "end in different suffixes of descent"
    if plain_letters(first) == plain_letters(second):
        return Verdict.SAME, "are the same but for case, accents, hyphens and spaces"
    return None


def _marks_differ(first: str, second: str) -> bool:
    """Whether both are fully marked Vietnamese names with other marks on the same letters."""
    if not (read_vietnamese(first) and read_vietnamese(first) == read_vietnamese(second)):
        return False
    plain = (unicodedata.normalize("NFC", n).casefold().replace("ð", "đ") for n in (first, second))
    words = [(a, b) for a, b in zip(*(p.split() for p in plain), strict=True) if a != b]
    return bool(words) and all(not a.isascii() and not b.isascii() for a, b in words)


def _suffixes_differ(first: Words, second: Words) -> bool:
    return bool(first.suffix and second.suffix) and first.suffix != second.suffix


# ---------------------------------------------------------------- syllables


def _of_syllables(first: str, second: str) -> Finding | None:
    """What the syllabic languages and Japanese tell."""
    found = next(
        (f for f in (_korean(first, second), _chinese(first, second), _others(first, second)) if f), None
    )
    if found:
        return found
    for language, read in SYLLABIC:
        if read(first) and read(second):
            return Verdict.DIFFERENT, f"are {language} names of different syllables"
    return None


def _korean(first: str, second: str) -> Finding | None:
    for one, other in product(read_korean(first), read_korean(second)):
        hangul = same_korean(one, other)
        if hangul and _is_plain_chinese(first, second):
            return Verdict.UNSURE, f"both write {hangul} in Korean, but are two names in Pinyin"
        if hangul:
            return Verdict.SAME, f"({_in_turn(one, other)}) both write {hangul}"
    return None


def _is_plain_chinese(first: str, second: str) -> bool:
    return "-" not in first + second and bool(read_pinyin(first)) and bool(read_pinyin(second))


def _in_turn(one: KoreanReading | Reading, other: KoreanReading | Reading) -> str:
    return one.spelling if one.spelling == other.spelling else f"{one.spelling}; {other.spelling}"


def _chinese(first: str, second: str) -> Finding | None:
    for one, other in product(read_chinese(first), read_chinese(second)):
        pinyin = same_chinese(one, other)
        if pinyin and PINYIN_OR_OLDER in {one.spelling, other.spelling}:
            return Verdict.UNSURE, f"both write {pinyin} if one of them is Wade–Giles, else two names"
        if pinyin:
            return Verdict.SAME, f"({_in_turn(one, other)}) both write the Chinese name {pinyin}"
    return None


def _others(first: str, second: str) -> Finding | None:
    """Vietnamese, Burmese and Japanese, which have one reading of a name."""
    for one, other in product(read_vietnamese(first), read_vietnamese(second)):
        if name := same_vietnamese(one, other):
            return Verdict.SAME, f"both write the Vietnamese name {name}"
        if is_part_of_vietnamese(one, other):
            return Verdict.UNSURE, "may be one Vietnamese name, shortened, or two"
    for one, other in product(read_burmese(first), read_burmese(second)):
        if name := same_burmese(one, other):
            return Verdict.SAME, f"both write the Burmese name {name}, whole or shortened"
        if is_part_of_burmese(one, other):
            return Verdict.UNSURE, "may be one Burmese name, shortened, or two"
    for one, other in product(read_japanese(first), read_japanese(second)):
        if name := same_japanese(one, other):
            return (
                Verdict.SAME,
                f"both write the Japanese name of {name}, but for long vowels, spelling or order",
            )
    return None


# ---------------------------------------------------------------- words


def _of_words(first: str, second: str) -> Finding:
    """What names of words tell: Arabic and Slavic ones by their sounds, all others by their letters."""
    return _slavic(first, second) or _arabic(first, second) or _plain(first, second)


def _slavic(first: str, second: str) -> Finding | None:
    """Two names with Slavic words; those that many languages have may leave first names out."""
    one, other = read_slavic(first), read_slavic(second)
    if not (one and other):
        return None
    found = _chains(one, other, is_same_slavic, "Cyrillic")
    words = name_words(first).words, name_words(second).words
    shared = compare_chains(*words, is_same_word, whole_start=False) is not Verdict.DIFFERENT
    return None if found[0] is Verdict.DIFFERENT and shared else found


def _arabic(first: str, second: str) -> Finding | None:
    """Two names of which one is Arabic; short vowels that no rule explains leave it open."""
    one, other = read_arabic(first), read_arabic(second)
    found = _chains(one, other, is_same_arabic, "Arabic") if one and other else None
    if not (one or other) or (found and found[0] is not Verdict.DIFFERENT):
        return found
    words = one or name_words(first).words, other or name_words(second).words
    if compare_chains(*words, is_near_arabic, whole_start=True) is Verdict.SAME:
        return Verdict.UNSURE, "have the same consonants, and vowels that may be one name's or two"
    return found


def _plain(first: str, second: str) -> Finding:
    """Two names by their letters alone."""
    one, other = name_words(first).words, name_words(second).words
    verdict = compare_chains(one, other, is_same_word, whole_start=False)
    japanese = read_japanese(first) and read_japanese(second)
    if verdict is Verdict.DIFFERENT and not japanese and one_letter_apart(one, other):
        return Verdict.UNSURE, "differ by one letter, which may be a slip or another name"
    return verdict, WHY[verdict]


def _chains(one: tuple[str, ...], other: tuple[str, ...], same: SameWord, script: str) -> Finding:
    if same("".join(one), "".join(other)):
        return Verdict.SAME, f"are spellings of one {script} name"
    verdict = compare_chains(one, other, same, whole_start=True)
    return verdict, WHY_IN_SCRIPT[verdict].format(script=script)


Read = Callable[[str], tuple[object, ...]]
SYLLABIC: tuple[tuple[str, Read], ...] = (
    ("Korean", read_korean),
    ("Chinese", read_chinese),
    ("Vietnamese", read_vietnamese),
    ("Burmese", read_burmese),
)
WHY = {
    Verdict.SAME: "are one name, with words, initials or short forms left out",
    Verdict.UNSURE: "share a name that others may have too",
    Verdict.DIFFERENT: "have different words for a name",
}
WHY_IN_SCRIPT = {
    Verdict.SAME: "are spellings of one {script} name, with words left out or added",
    Verdict.UNSURE: "share a {script} name that others may have too",
    Verdict.DIFFERENT: "are different {script} names, by their sounds",
}


# ---------------------------------------------------------------- keys


def _keys(name: str) -> Iterator[str]:
    yield f"letters:{plain_letters(name)}"
    yield from word_keys(name_words(name).words)
    for korean in read_korean(name):
        yield from korean_keys(korean)
    for chinese in read_chinese(name):
        yield from chinese_keys(chinese)
    for read, keys in (
        (read_vietnamese, vietnamese_keys), (read_burmese, burmese_keys), (read_japanese, japanese_keys),
    ):  # fmt: skip
        for reading in read(name):
            yield from keys(reading)
    if arabic := read_arabic(name):
        yield from arabic_keys(arabic)
    if slavic := read_slavic(name):
        yield from slavic_keys(slavic)
