"""Korean names as North and South spell them, in McCune–Reischauer, the Revised Romanization and Pinyin.

Each spelled syllable is read as the set of Hangul that it may write. A name that passed through Chinese is in
Pinyin, wholly or behind a Korean family name: its syllables are read back through the Korean readings of the
Chinese characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, product

from kg.resolve.romanization import Sounds, given_splits, letters, orders, overlap, pair_keys
from kg.resolve.romanization_chinese import pinyin_syllables, read_pinyin
from kg.world.tables import Entry, read_table

FILE, CHARACTERS = "romanization.toml", "sino_korean.toml"
NORTH, SOUTH, OLDER, REVISED, CUSTOMARY, THROUGH_CHINESE = (
    "North Korean spelling",
    "South Korean spelling",
    "McCune–Reischauer",
    "Revised Romanization",
    "customary spelling",
    "Korean name read in Pinyin",
)
PLAIN_PINYIN = "Pinyin, or a Korean name written like it"
FIRST_SYLLABLE, ONSETS, VOWELS, CODAS = (
    0xAC00,
    "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ",
    "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
    ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"),
)


@dataclass(frozen=True, slots=True)
class KoreanReading:
    """A name in Hangul, syllable by syllable; `pinyin` where the given name was written so."""

    family: Sounds
    given: tuple[Sounds, ...]
    spelling: str
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
    return None if shared is None else "".join(_commonest(s) for s in shared)


def korean_keys(reading: KoreanReading) -> Iterator[str]:
    """Blocking keys of a reading."""
    return pair_keys("ko", reading.family, reading.given[-1])


def _spelled(plain: str, name: str) -> Iterator[KoreanReading]:
    chinese = len(plain.split()) == 2 and "-" not in plain and read_pinyin(name)
    spelling = PLAIN_PINYIN if chinese else _spelling(plain)
    for family, rest, turned in orders(plain.split()):
        families = _family_spellings().get(family.replace("-", ""), frozenset())
        for cut in given_splits(rest, syllable_spellings(), 2) if families else ():
            if not turned or len(cut) == 2:
                yield KoreanReading(families, tuple(syllable_spellings()[s] for s in cut), spelling)


def _behind_korean_family(plain: str) -> Iterator[KoreanReading]:
    """A Korean family name with a given name in Pinyin ("Park Minghao")."""
    family, *rest = plain.split() or [""]
    families = _family_spellings().get(family, frozenset())
    if families and family not in pinyin_syllables():
        for cut in given_splits(rest, pinyin_syllables(), 2):
            pinyin = tuple(pinyin_syllables()[s] for s in cut)
            if all(given := tuple(_in_hangul(p) for p in pinyin)):
                yield KoreanReading(families, given, "Korean family name, given name read in Pinyin", pinyin)


def _wholly_pinyin(name: str) -> Iterator[KoreanReading]:
    for reading in read_pinyin(name):
        families = _in_hangul(reading.family) & frozenset(_korean("families").texts("names"))
        given = tuple(_in_hangul(syllable) for syllable in reading.given)
        if families and all(given):
            yield KoreanReading(families, given, THROUGH_CHINESE, reading.given, wholly_pinyin=True)


def _spelling(plain: str) -> str:
    """What the spelling of a name is called, by its marks and its words."""
    words = plain.split()
    if {"ŏ", "ŭ"} & set(plain):
        return OLDER
    if (len(words) == 3 and "-" not in plain) or set(words) & set(_korean("north").texts("families")):
        return NORTH
    if ("eo" in plain or "eu" in plain) and not {"oo", "ou", "ee"} & {a + b for a, b in pairwise(plain)}:
        return REVISED
    return SOUTH if "-" in plain else CUSTOMARY


def _commonest(hangul: Sounds) -> str:
    """Of several syllables the one that most characters are read as."""
    return max(sorted(hangul), key=lambda h: sum(len(c) for c in _characters().get(h, {}).values()))


def _in_hangul(pinyin: Sounds) -> Sounds:
    return frozenset().union(*(_readings_of_pinyin().get(p, frozenset()) for p in pinyin))


# ---------------------------------------------------------------- tables


@cache
def syllable_spellings() -> Mapping[str, Sounds]:
    """Each spelling of a syllable with the Hangul that it may write."""
    found: dict[str, set[str]] = {}
    for hangul in {*_characters(), *_korean("native").texts("syllables")}:
        for form in _forms(hangul):
            found.setdefault(form, set()).add(hangul)
    return {form: frozenset(hangul) for form, hangul in found.items()}


def _forms(hangul: str) -> set[str]:
    """Every spelling of one Hangul syllable."""
    number = ord(hangul) - FIRST_SYLLABLE
    onset, vowel, coda = ONSETS[number // 588], VOWELS[number % 588 // 28], CODAS[number % 28]
    vowels = _korean("vowels").texts(vowel)
    bare = _korean("bare_vowels").texts(vowel) if onset in "ㅇㄹ" else ()
    starts = [*product(_korean("onsets").texts(onset), vowels), *product([""], bare)]
    codas = _korean("codas").texts(coda) if coda else ("",)
    forms = {start.strip("-") + middle + end for (start, middle), end in product(starts, codas)}
    return {*forms, *_korean("customary").texts(hangul)}


@cache
def _family_spellings() -> Mapping[str, Sounds]:
    """Each spelling of a family name with the Hangul that it may write."""
    found: dict[str, set[str]] = {}
    for family in _korean("families").texts("names"):
        listed = _korean("family_spellings").texts(family)
        forms = listed or ("".join(parts) for parts in product(*(_forms(h) for h in family)))
        for form in forms:
            found.setdefault(form, set()).add(family)
    return {form: frozenset(families) for form, families in found.items()}


@cache
def _readings_of_pinyin() -> Mapping[str, Sounds]:
    found: dict[str, set[str]] = {}
    for hangul, by_pinyin in _characters().items():
        for pinyin in by_pinyin:
            found.setdefault(pinyin, set()).add(hangul)
    return {pinyin: frozenset(hangul) for pinyin, hangul in found.items()}


@cache
def _characters() -> Mapping[str, Mapping[str, str]]:
    """Hangul → Pinyin → characters."""
    readings = read_table(CHARACTERS)["readings"]
    assert isinstance(readings, dict)
    return readings


@cache
def _korean(section: str) -> Entry:
    korean = read_table(FILE)["korean"]
    assert isinstance(korean, dict)
    return Entry(FILE, f"korean.{section}", korean[section])
