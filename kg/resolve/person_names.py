"""Whether two written person names can be one name: by how languages are spelled, never by likeness.

Each name is read under every language that it fits; under one language, two names are the same if each
syllable or word of the one can write that of the other. Syllabic languages (Korean, Chinese, Vietnamese,
Burmese) also tell that two names differ, since a syllable more makes another name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Verdict
from kg.resolve.romanization import Finding
from kg.resolve.romanization_arabic import arabic_keys, read_arabic
from kg.resolve.romanization_chinese import chinese_keys, read_chinese
from kg.resolve.romanization_japanese import japanese_keys, read_japanese
from kg.resolve.romanization_korean import korean_keys, read_korean
from kg.resolve.romanization_slavic import is_same_slavic, read_slavic, slavic_keys
from kg.resolve.romanization_southeast import burmese_keys, read_burmese, read_vietnamese, vietnamese_keys
from kg.resolve.romanization_syllabic import judge_syllables
from kg.resolve.romanization_words import Words, is_initial, name_words, plain_letters, word_keys
from kg.resolve.romanization_wordwise import judge_words


@dataclass(frozen=True, slots=True)
class NameJudgement:
    """Whether two forms can be one name, and why, in a sentence."""

    verdict: Verdict
    reason: str


def judge_names(first: str, second: str) -> NameJudgement:
    """Whether two forms can be spellings of one name; that they are one person needs more evidence."""
    return _judge(*sorted((" ".join(first.split()), " ".join(second.split()))))


def are_whole(first: str, second: str) -> bool:
    """Whether two names that were judged the same have the same words, but for spelling and order, and no initials."""
    one, other = sorted(name_words(first).words), sorted(name_words(second).words)
    if len(one) != len(other) or any(map(is_initial, (*one, *other))):
        return False
    if one == other or (read_arabic(first) and read_arabic(second)):
        return True
    japanese = read_japanese(first)
    return bool(japanese and japanese == read_japanese(second)) or _are_whole_slavic(first, second)


def _are_whole_slavic(first: str, second: str) -> bool:
    """Word for word the same, or the Russian and the Ukrainian form of one given name."""
    one, other = read_slavic(first), read_slavic(second)
    return bool(one) and len(one) == len(other) and all(map(is_same_slavic, one, other))


@lru_cache(maxsize=65536)
def name_keys(name: str) -> frozenset[str]:
    """Blocking keys: any two forms that are judged the same share one."""
    return frozenset(_keys(" ".join(name.split())))


@lru_cache(maxsize=65536)
def _judge(first: str, second: str) -> NameJudgement:
    judged = _of_letters(first, second) or judge_syllables(first, second) or judge_words(first, second)
    verdict, why = judged
    return NameJudgement(verdict, f"“{first}” and “{second}” {why}.")


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
    """Whether both are Vietnamese names written with their marks, and other ones on the same letters."""
    if not (read_vietnamese(first) and read_vietnamese(first) == read_vietnamese(second)):
        return False
    one, other = (
        sorted(unicodedata.normalize("NFC", n).casefold().replace("ð", "đ").split()) for n in (first, second)
    )
    return _is_marked(one) and _is_marked(other) and one != other


def _is_marked(words: Sequence[str]) -> bool:
    """Whether most words have a mark, so that one without is meant to have none: the level tone."""
    return 2 * sum(not word.isascii() for word in words) > len(words)


def _suffixes_differ(first: Words, second: Words) -> bool:
    return bool(first.suffix and second.suffix) and first.suffix != second.suffix


def _keys(name: str) -> Iterator[str]:
    yield f"letters:{plain_letters(name)}"
    syllabic = bool(read_korean(name) or read_chinese(name))
    yield from word_keys(name_words(name).words, syllabic=syllabic)
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
