"""Chinese names in Pinyin, Wade–Giles and the Cantonese and other spellings that families use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from kg.resolve.romanization import Reading, Sounds, given_splits, letters, orders, overlap, syllable_keys
from kg.world.tables import Entry, read_table

FILE, WADE_GILES = "romanization.toml", "wade_giles.toml"
PINYIN, OLDER, SOUTHERN = "Pinyin", "Wade–Giles", "Cantonese or another regional spelling"
PINYIN_OR_OLDER = "Pinyin that can be Wade–Giles without its marks"
VOWELS = "aeiouü"


@lru_cache(maxsize=65536)
def read_chinese(name: str) -> tuple[Reading, ...]:
    """Every reading of a name as family and one or two given syllables in Mandarin."""
    plain = letters(name, "ü")
    pinyin = tuple(_readings(plain, PINYIN, pinyin_syllables()))
    bare = bool(pinyin) and "-" not in plain and "'" not in plain
    older = tuple(_readings(plain, PINYIN_OR_OLDER if bare else OLDER, _older_syllables()))
    southern = () if pinyin else tuple(_readings(plain, SOUTHERN, _southern_syllables()))
    return (*pinyin, *older, *southern)


def read_pinyin(name: str) -> tuple[Reading, ...]:
    """The readings of a name that is Pinyin throughout."""
    return tuple(r for r in read_chinese(name) if r.spelling == PINYIN)


def same_chinese(first: Reading, second: Reading) -> str | None:
    """The syllables in Pinyin that both readings write, if they can be one name."""
    shared = overlap((first.family, *first.given), (second.family, *second.given))
    if shared is None:
        return None
    family, *given = (min(s) for s in shared)
    return f"{family.capitalize()} {''.join(given).capitalize()}"


def chinese_keys(reading: Reading) -> Iterator[str]:
    """Blocking keys of a reading."""
    return syllable_keys("zh", reading.family, reading.given, str)


def _readings(plain: str, spelling: str, syllables: Mapping[str, Sounds]) -> Iterator[Reading]:
    for family, rest, turned in orders(plain.replace(",", " ").split()):
        families = _families(family, syllables)
        for cut in given_splits(rest, syllables, 2) if families else ():
            if (turned and len(cut) < 2) or (spelling == PINYIN and not _well_cut(cut, rest)):
                continue
            yield Reading(families, tuple(syllables[s] for s in cut), spelling)


def _well_cut(cut: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Pinyin marks a second syllable that begins with a vowel, so that an unmarked one is no cut."""
    return (
        len(cut) < 2
        or cut[1][0] not in VOWELS
        or "".join(cut) not in words
        or cut[0][-1] not in VOWELS + "ng"
    )


def _families(word: str, syllables: Mapping[str, Sounds]) -> Sounds:
    compounds = {word.replace("-", "")} & _listed("compound_families")
    return (syllables.get(word, frozenset()) & _listed("families")) | compounds


@cache
def _listed(field: str) -> frozenset[str]:
    return frozenset(_chinese().texts(field))


@cache
def pinyin_syllables() -> Mapping[str, Sounds]:
    """Each way to write a syllable in Pinyin, with the syllables that it may be."""
    found: dict[str, set[str]] = {}
    for syllable in Entry(WADE_GILES, "syllables", _syllables()).fields:
        for form in {
            syllable,
            syllable.replace("ü", "u"),
            syllable.replace("ü", "yu"),
            syllable.replace("ü", "v"),
        }:
            found.setdefault(form, set()).add(syllable)
    return _frozen(found)


@cache
def _older_syllables() -> Mapping[str, Sounds]:
    found: dict[str, set[str]] = {}
    table = Entry(WADE_GILES, "syllables", _syllables())
    for syllable in table.fields:
        written = table.text(syllable)
        marks = (written, written.replace("'", ""))
        for form in {*marks, *(m.replace("ü", "u") for m in marks)}:
            found.setdefault(form, set()).add(syllable)
    return _with_customary(found, "customary")


@cache
def _southern_syllables() -> Mapping[str, Sounds]:
    found = {form: set(sounds) for form, sounds in (*pinyin_syllables().items(), *_older_syllables().items())}
    return _with_customary(found, "cantonese")


def _with_customary(found: dict[str, set[str]], section: str) -> Mapping[str, Sounds]:
    table = Entry(FILE, section, _section(section))
    for syllable in table.fields:
        for form in table.texts(syllable):
            found.setdefault(form, set()).add(syllable)
    return _frozen(found)


def _frozen(found: Mapping[str, set[str]]) -> Mapping[str, Sounds]:
    return {form: frozenset(sounds) for form, sounds in found.items()}


@cache
def _chinese() -> Entry:
    fields = read_table(FILE)["chinese"]
    assert isinstance(fields, dict)
    return Entry(FILE, "chinese", fields)


def _section(name: str) -> dict[str, object]:
    fields = _chinese().fields[name]
    assert isinstance(fields, dict)
    return fields


def _syllables() -> dict[str, object]:
    fields = read_table(WADE_GILES)["syllables"]
    assert isinstance(fields, dict)
    return fields
