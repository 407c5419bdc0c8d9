"""Names of words: what tells persons apart, without honorifics, particles and suffix, and short forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kg.resolve.romanization import APOSTROPHES
from kg.world.names import descent_particles, given_names, hyphenated_particles, name_particles
from kg.world.surfaces import fold
from kg.world.tables import Entry, read_table

FILE = "name_forms.toml"
LONG = 4
"""Words from which on the first given names are left out too ("Evo Morales" for Juan Evo Morales Ayma)."""
INITIAL = "~"
"""Begins a key that only counts where one of two names has initials."""


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of a name in order, and what follows it ("jr")."""

    words: tuple[str, ...]
    suffix: str = ""


@lru_cache(maxsize=65536)
def name_words(name: str) -> Words:
    """The words of a name that can tell persons apart."""
    words = _clean(name)
    suffix = words.pop() if len(words) > 1 and words[-1] in _listed("suffixes") else ""
    while len(words) > 1 and words[0] in _listed("honorifics"):
        words = words[1:]
    last = len(words) - 1
    kept = [w for k, w in enumerate(words) if w not in particles() or k == last or (k == 0 and w == "al")]
    return Words(tuple(kept or words), suffix)


@lru_cache(maxsize=65536)
def plain_letters(name: str) -> str:
    """The folded letters of a name, run together."""
    return "".join(_folded_words(name))


def _folded_words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(name.translate(APOSTROPHES)).replace("'", ""))


def _clean(name: str) -> list[str]:
    """The folded words, without punctuation and joined articles ("al-Sisi")."""
    plain = fold(name.translate(APOSTROPHES)).replace("'", "")
    return re.findall(r"[^\W\d_]+", _joined_articles().sub("", plain))


@cache
def _joined_articles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(hyphenated_particles()))})-")


@cache
def particles() -> frozenset[str]:
    """Words inside a name that may be left out ("de", "bin", "al")."""
    return frozenset(fold(p) for p in name_particles() | descent_particles())


def is_short_for(first: str, second: str) -> bool:
    """Whether one given name is a known short form of the other, or both of a third."""
    forms, others = {first, *_full_names().get(first, ())}, {second, *_full_names().get(second, ())}
    return bool(forms & others)


def initials(word: str) -> frozenset[str]:
    """The letters that a given name or its full form begins with."""
    return frozenset({word[0], *(full[0] for full in _full_names().get(word, ()))})


def is_initial(word: str) -> bool:
    """Whether a word is one letter."""
    return len(word) == 1


def is_same_word(first: str, second: str) -> bool:
    """The same word, a short form, or an initial of it."""
    if is_initial(first) or is_initial(second):
        return bool(initials(first) & initials(second))
    return first == second or is_short_for(first, second)


def word_keys(words: Sequence[str], *, syllabic: bool = False) -> Iterator[str]:
    """Blocking keys: the whole name, and its first word with each behind it; of syllables, three words in a row."""
    yield f"w:{''.join(words)}"
    if len(words) == 2:
        yield f"w:{'+'.join(sorted(words))}"
    if syllabic or len(words) >= LONG:
        yield from (f"w:{':'.join(words[k : k + 3])}" for k in range(len(words) - 2))
    for key in chained_keys("w", words, _forms, initials):
        if not syllabic or len(words) < 3 or key.startswith(INITIAL):
            yield key


def _forms(word: str) -> frozenset[str]:
    return frozenset({word, *_full_names().get(word, ())})


def chained_keys(
    language: str,
    words: Sequence[str],
    forms: Callable[[str], Iterable[str]],
    letters: Callable[[str], Iterable[str]],
) -> Iterator[str]:
    """Each word with each form of the one before it; with its letters too, for those who have an initial there."""
    for before, word in _joints(words):
        yield from sorted(f"{language}:{form}:{word}" for form in forms(before))
        yield from sorted(f"{INITIAL}{language}:{letter}:{word}" for letter in letters(before))


def _joints(words: Sequence[str]) -> list[tuple[str, str]]:
    """The first word with each behind it; where first names may be left out, each with the next, too."""
    firsts = [(words[0], word) for word in words[1:]]
    return firsts if len(words) < LONG else list(dict.fromkeys([*firsts, *pairwise(words)]))


def has_initials(name: str) -> bool:
    """Whether a word of a name is one letter."""
    return any(map(is_initial, name_words(name).words))


def is_turned(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two names of two words have them in opposite order."""
    return len(first) == 2 and tuple(first) == tuple(reversed(second))


def is_turned_for_certain(words: Sequence[str]) -> bool:
    """Whether one of two words is a given name and the other is not, so that their order tells nothing."""
    return sum(word in _given_names() for word in words) == 1


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(name) for name in given_names())


@cache
def _full_names() -> Mapping[str, tuple[str, ...]]:
    short = _table("short")
    return {fold(form): tuple(fold(full) for full in short.texts(form)) for form in short.fields}


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(_table(section).texts("words"))


def _table(section: str) -> Entry:
    fields = read_table(FILE)[section]
    assert isinstance(fields, dict)
    return Entry(FILE, section, fields)
