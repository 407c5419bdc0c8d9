"""Arabic and Persian names: consonants spelled many ways, vowels by quality, articles, compounds of Abd."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

from kg.resolve.romanization import APOSTROPHES, Sounds
from kg.resolve.romanization_words import chained_keys, is_initial, name_words
from kg.world.names import descent_particles, hyphenated_particles
from kg.world.surfaces import fold
from kg.world.tables import Entry, read_table

FILE = "romanization.toml"


@lru_cache(maxsize=65536)
def read_arabic(name: str) -> tuple[str, ...]:
    """The words of a name that carries an Arabic given name or a particle of descent; else nothing."""
    plain = fold(name.translate(APOSTROPHES)).replace("'", "")
    compounds = _join_abd(plain)
    words = name_words(compounds).words
    marked = compounds != plain or _marks().search(plain)
    return words if words and (marked or _is_given(words[0])) else ()


@cache
def _marks() -> re.Pattern[str]:
    """An article, or a particle of descent with a father's name behind it."""
    return re.compile(rf"\b(?:al|el)\b|\b(?:{'|'.join(sorted(descent_particles()))})\b(?=[ -]\w)")


def _join_abd(plain: str) -> str:
    """Compounds of Abd in one word with one article ("abd al-fattah", "abdelfattah" → "abdlfattah")."""
    articles = "|".join(sorted(hyphenated_particles()))
    joined = re.sub(rf"\babd(?:[aeou]l?)?[ -]+(?:(?:{articles})[ -]+)?(?=\w)(?:al(?=lah\b))?", "abdl", plain)
    assimilated = re.sub(r"\babd[aeou]([rsnztd])(?=\1)", "abdl", joined)
    return re.sub(r"\babd[aeou]l(?=\w{2})", "abdl", assimilated)


def is_same_arabic(first: str, second: str) -> bool:
    """Whether two words can write one Arabic word."""
    if is_initial(first) or is_initial(second):
        return first[0] == second[0]
    return any(_agree(a, b) for a, b in product(sounds(first), sounds(second)))


def is_near_arabic(first: str, second: str) -> bool:
    """Whether two words have the same consonants and are not two known names that only vowels tell apart."""
    if is_same_arabic(first, second):
        return True
    contrast = _is_given(first) and _is_given(second)
    return not contrast and bool(skeleton(first)) and skeleton(first) == skeleton(second)


def _agree(first: Sequence[Sounds], second: Sequence[Sounds]) -> bool:
    return len(first) == len(second) and all(a & b for a, b in zip(first, second, strict=True))


@lru_cache(maxsize=65536)
def sounds(word: str) -> tuple[tuple[Sounds, ...], ...]:
    """The consonants and vowels of a word, each as all that it may be; a last h or French e may be silent."""
    plain = _respelled(word)
    forms = (plain, plain[:-1]) if re.search(r"[ae]h$|[^aeiou]e$", plain) else (plain,)
    return tuple(tuple(_sounds_of(match) for match in _spelled().findall(form)) for form in forms)


def _respelled(word: str) -> str:
    """One letter for a doubled consonant, "ai" for the spellings of one diphthong."""
    for old, new in (("aee", "ai"), ("ayee", "ai"), ("ae", "ai"), ("dhdh", "dh"), ("dj", "j"), ("iy", "i")):
        word = word.replace(old, new)
    return re.sub(r"([^aeiou])\1", r"\1", word)


@cache
def _sounds_of(spelling: str) -> Sounds:
    return frozenset(_arabic("sounds").texts(spelling))


@cache
def _spelled() -> re.Pattern[str]:
    """Spellings of one sound; y and w before a vowel are consonants."""
    listed = sorted(_arabic("sounds").fields, key=lambda s: (-len(s), s))
    glides = {s: r"(?![aeiou])" for s in listed if len(s) == 2 and s[1] in "yw"} | {"Y": "", "W": ""}
    return re.compile("|".join(re.escape(s) + glides.get(s, "") for s in listed))


def skeleton(word: str) -> str:
    """The consonants of a word by classes that no spelling crosses."""
    plain = _respelled(word)
    classes = _arabic("skeleton")
    return "".join(classes.text(s) for s in _consonants().findall(plain))


def arabic_keys(words: tuple[str, ...]) -> Iterator[str]:
    """Blocking keys: the whole name's consonants, and each word's with those, or the first, of a word before it."""
    yield f"ar:{skeleton(''.join(words))}"
    yield from chained_keys(
        "ar", [skeleton(word) for word in words], lambda word: (word,), lambda word: (word[:1],)
    )


@cache
def _consonants() -> re.Pattern[str]:
    listed = sorted(_arabic("skeleton").fields, key=lambda s: (-len(s), s))
    return re.compile("|".join(listed))


@cache
def _given_by_skeleton() -> Mapping[str, tuple[str, ...]]:
    fields = read_table("name_forms.toml")["arabic"]
    assert isinstance(fields, dict)
    found: dict[str, tuple[str, ...]] = {}
    for name in Entry("name_forms.toml", "arabic", fields).texts("given"):
        found[skeleton(name)] = (*found.get(skeleton(name), ()), name)
    return found


def _is_given(word: str) -> bool:
    return any(is_same_arabic(word, name) for name in _given_by_skeleton().get(skeleton(word), ()))


@cache
def _arabic(section: str) -> Entry:
    arabic = read_table(FILE)["arabic"]
    assert isinstance(arabic, dict)
    return Entry(FILE, f"arabic.{section}", arabic[section])
