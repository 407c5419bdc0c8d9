"""Hangul syllables: how English spells each, how regularly, and what Pinyin makes of its Chinese characters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import product

from kg.resolve.romanization import Sounds
from kg.world.tables import Entry, read_table

FILE, CHARACTERS = "romanization.toml", "sino_korean.toml"
IRREGULAR, UNLISTED = 4, 8
"""How irregular a customary spelling counts, and one that the tables do not yield."""
MANY, RARE = 8, 7
"""How many characters a syllable of many names is read from, and how much one of few stands back."""
FIRST_SYLLABLE, ONSETS, VOWELS, CODAS = (
    0xAC00,
    "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ",
    "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
    ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"),
)


def likeliest(hangul: Sounds, forms: tuple[str, str]) -> str:
    """Of several syllables the one that both forms spell most regularly, a rare one last."""
    return min(sorted(hangul), key=lambda h: _rarity(h) + sum(_forms(h).get(f, UNLISTED) for f in forms))


@cache
def _rarity(hangul: str) -> int:
    """How irregularly another must be spelled to be less likely than one that few characters are read as."""
    characters = sum(len(listed) for listed in _characters().get(hangul, {}).values())
    return 0 if characters >= MANY else RARE


def onset_and_coda(hangul: str) -> str:
    """The consonants of a syllable, without its vowel."""
    number = ord(hangul) - FIRST_SYLLABLE
    return f"{ONSETS[number // 588]}{CODAS[number % 28]}"


def in_hangul(pinyin: Sounds) -> Sounds:
    """The Hangul syllables whose characters Pinyin reads so."""
    return frozenset().union(*(_readings_of_pinyin().get(p, frozenset()) for p in pinyin))


@cache
def syllable_spellings() -> Mapping[str, Sounds]:
    """Each spelling of a syllable with the Hangul that it may write."""
    found: dict[str, set[str]] = {}
    for hangul in {*_characters(), *korean_spellings("native").texts("syllables")}:
        for form in _forms(hangul):
            found.setdefault(form, set()).add(hangul)
    return {form: frozenset(hangul) for form, hangul in found.items()}


@cache
def _forms(hangul: str) -> Mapping[str, int]:
    """Every spelling of Hangul, with how irregular it is: its places in the lists of spellings, summed up."""
    if len(hangul) > 1:
        parts = product(*(_forms(syllable).items() for syllable in hangul))
        return {"".join(f for f, _ in part): sum(rank for _, rank in part) for part in parts}
    number = ord(hangul) - FIRST_SYLLABLE
    onset, vowel, coda = ONSETS[number // 588], VOWELS[number % 588 // 28], CODAS[number % 28]
    vowels = korean_spellings("vowels").texts(vowel)
    bare = korean_spellings("bare_vowels").texts(vowel) if onset in "ㅇㄹ" else ()
    starts = [_ranked(korean_spellings("onsets").texts(onset)), _ranked(("-",))]
    middles = [_ranked(vowels), _ranked(bare)]
    ends = _ranked(korean_spellings("codas").texts(coda) if coda else ("",))
    forms = dict.fromkeys(korean_spellings("customary").texts(hangul), IRREGULAR)
    for start, middle in zip(starts, middles, strict=True):
        for (a, i), (b, j), (c, k) in product(start, middle, ends):
            form = a.strip("-") + b + c
            forms[form] = min(i + j + k, forms.get(form, IRREGULAR))
    return forms


def _ranked(forms: tuple[str, ...]) -> list[tuple[str, int]]:
    return [(form, rank) for rank, form in enumerate(forms)]


@cache
def family_spellings() -> Mapping[str, Sounds]:
    """Each spelling of a family name with the Hangul that it may write."""
    found: dict[str, set[str]] = {}
    for family in korean_spellings("families").texts("names"):
        listed = korean_spellings("family_spellings").texts(family)
        forms = listed or tuple(_forms(family))
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
def korean_spellings(section: str) -> Entry:
    """A table of how Korean is spelled."""
    korean = read_table(FILE)["korean"]
    assert isinstance(korean, dict)
    return Entry(FILE, f"korean.{section}", korean[section])
