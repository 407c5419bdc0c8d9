"""Korean names as North and South spell them, in McCune–Reischauer, the Revised Romanization and Pinyin.

Each spelled syllable is read as the set of Hangul that it may write. A name that passed through Chinese is in
Pinyin, wholly or behind a Korean family name: its syllables are read back through the Korean readings of the
Chinese characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kg.resolve.romanization import Sounds, given_splits, letters, orders, overlap, syllable_keys
from kg.resolve.romanization_chinese import pinyin_syllables, read_pinyin
from kg.resolve.romanization_hangul import (
    family_spellings,
    in_hangul,
    korean_spellings,
    likeliest,
    onset_and_coda,
    syllable_spellings,
)

NORTH, SOUTH, OLDER, REVISED, CUSTOMARY, THROUGH_CHINESE = (
    "North Korean spelling",
    "South Korean spelling",
    "McCune–Reischauer",
    "Revised Romanization",
    "customary spelling",
    "Korean name read in Pinyin",
)
HALF_CHINESE = "Korean family name, given name read in Pinyin"
PLAIN_PINYIN = "Pinyin, or a Korean name written like it"


@dataclass(frozen=True, slots=True)
class KoreanReading:
    """A name in Hangul, syllable by syllable; `pinyin` where the given name was written so."""

    family: Sounds
    given: tuple[Sounds, ...]
    spelling: str
    written: tuple[str, ...]
    pinyin: tuple[Sounds, ...] = ()
    wholly_pinyin: bool = False


@lru_cache(maxsize=65536)
def read_korean(name: str) -> tuple[KoreanReading, ...]:
    """Every reading of a name as a Korean one, of one or two given syllables."""
    plain = letters(name, "ŏŭ").replace(",", " ")
    spelled = tuple(_spelled(plain, name)) or tuple(_behind_korean_family(plain))
    return (*spelled, *_wholly_pinyin(name))


def same_korean(first: KoreanReading, second: KoreanReading) -> str | None:
    """The name in Hangul that both readings can write; two names in Pinyin are Chinese names."""
    if first.pinyin and second.pinyin:
        if (first.wholly_pinyin and second.wholly_pinyin) or overlap(first.pinyin, second.pinyin) is None:
            return None
    elif first.wholly_pinyin or second.wholly_pinyin:
        spelled = second if first.wholly_pinyin else first
        if spelled.spelling == PLAIN_PINYIN:
            return None
    shared = overlap((first.family, *first.given), (second.family, *second.given))
    if shared is None:
        return None
    written = zip(first.written, second.written, strict=True)
    return "".join(likeliest(hangul, forms) for hangul, forms in zip(shared, written, strict=True))


def korean_keys(reading: KoreanReading) -> Iterator[str]:
    """Blocking keys of a reading."""
    return syllable_keys("ko", reading.family, reading.given, onset_and_coda)


def _spelled(plain: str, name: str) -> Iterator[KoreanReading]:
    chinese = len(plain.split()) == 2 and "-" not in plain and read_pinyin(name)
    spelling = PLAIN_PINYIN if chinese else _spelling(plain)
    for family, rest, turned in orders(plain.split()):
        families = family_spellings().get(family.replace("-", ""), frozenset())
        for cut in given_splits(rest, syllable_spellings(), 2) if families else ():
            if not turned or len(cut) == 2:
                given = tuple(syllable_spellings()[s] for s in cut)
                yield KoreanReading(families, given, spelling, (family, *cut))


def _behind_korean_family(plain: str) -> Iterator[KoreanReading]:
    """A Korean family name with a given name in Pinyin ("Park Minghao")."""
    family, *rest = plain.split() or [""]
    families = family_spellings().get(family, frozenset())
    if families and family not in pinyin_syllables():
        for cut in given_splits(rest, pinyin_syllables(), 2):
            pinyin = tuple(pinyin_syllables()[s] for s in cut)
            if all(given := tuple(in_hangul(p) for p in pinyin)):
                yield KoreanReading(families, given, HALF_CHINESE, (family, *cut), pinyin)


@cache
def _families() -> Sounds:
    return frozenset(korean_spellings("families").texts("names"))


def _wholly_pinyin(name: str) -> Iterator[KoreanReading]:
    for reading in read_pinyin(name):
        families = in_hangul(reading.family) & _families()
        given = tuple(in_hangul(syllable) for syllable in reading.given)
        if families and all(given):
            written = tuple(min(syllable) for syllable in (reading.family, *reading.given))
            yield KoreanReading(families, given, THROUGH_CHINESE, written, reading.given, wholly_pinyin=True)


@cache
def _northern_families() -> frozenset[str]:
    return frozenset(korean_spellings("north").texts("families"))


def _spelling(plain: str) -> str:
    """What the spelling of a name is called, by its marks and its words."""
    words = plain.split()
    if {"ŏ", "ŭ"} & set(plain):
        return OLDER
    if (len(words) == 3 and "-" not in plain) or not _northern_families().isdisjoint(words):
        return NORTH
    if ("eo" in plain or "eu" in plain) and not {"oo", "ou", "ee"} & {a + b for a, b in pairwise(plain)}:
        return REVISED
    return SOUTH if "-" in plain else CUSTOMARY
