"""Names written in Cyrillic at home: one plain transliteration, and given names in Russian and Ukrainian."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from kg.resolve.romanization import APOSTROPHES, letters
from kg.resolve.romanization_words import chained_keys, is_initial, name_words
from kg.world.tables import Entry, read_table

FILE = "name_forms.toml"
SCIENTIFIC = str.maketrans({"š": "sh", "ž": "zh", "č": "ch", "c": "ts", "j": "y", "ё": "e", "ë": "e"})
STEPS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"x", "ks"), (r"tch", "ch"), (r"c(?!h)", "k"), (r"w", "v"), (r"kh", "h"), (r"j(?=[aeou])", "zh"),
        (r"(?<=[^aeiouy])yo", "e"), (r"ye", "e"), (r"[yj]", "i"), (r"([a-z])\1+", r"\1"), (r"enka$", "enko"),
    )
)  # fmt: skip


@lru_cache(maxsize=65536)
def read_slavic(name: str) -> tuple[str, ...]:
    """The words of a name with a Slavic given name or family ending, transliterated plainly; else nothing."""
    words = name_words(_unscientific(name)).words
    plain = tuple(w if is_initial(w) else transliterate(w) for w in words)
    if len(plain) > 1 and (plain[0] in _groups() or plain[-1].endswith(_strong_endings())):
        return plain
    return ()


def transliterate(word: str) -> str:
    """A romanised word with each Cyrillic letter spelled in one way."""
    for pattern, plain in STEPS:
        word = pattern.sub(plain, word)
    return word


def _unscientific(name: str) -> str:
    """The scientific transliteration (č, š, ž, ch for х) in English letters."""
    plain = unicodedata.normalize("NFC", name.translate(APOSTROPHES)).casefold()
    if re.search(r"[čšž]", plain):
        plain = plain.replace("ch", "kh").translate(SCIENTIFIC)
    return letters(plain)


def is_same_slavic(first: str, second: str) -> bool:
    """The same word, or Russian and Ukrainian forms of one given name, or an initial of it."""
    if is_initial(first) or is_initial(second):
        return bool(_initials(first) & _initials(second))
    return first == second or (first in _groups() and _groups()[first] == _groups().get(second))


def slavic_keys(words: tuple[str, ...]) -> Iterator[str]:
    """Blocking keys: the whole name, and each word with the given name, or the letters, that one before may be."""
    yield f"ru:{''.join(words)}"
    yield from chained_keys("ru", words, lambda word: (_groups().get(word, word),), _initials)


def _initials(word: str) -> frozenset[str]:
    if is_initial(word):
        return frozenset({word, *transliterate(word)})
    return frozenset({word[0], *(m[0] for m in _members().get(_groups().get(word, ""), ()))})


@cache
def _groups() -> Mapping[str, str]:
    """Each form of a given name with the one that stands for all."""
    return {form: members[0] for members in _lists() for form in members}


@cache
def _members() -> Mapping[str, tuple[str, ...]]:
    return {members[0]: members for members in _lists()}


@cache
def _lists() -> tuple[tuple[str, ...], ...]:
    groups = _table("slavic").fields["groups"]
    assert isinstance(groups, list)
    return tuple(tuple(transliterate(form) for form in group) for group in groups)


@cache
@cache
def _strong_endings() -> tuple[str, ...]:
    return _table("slavic").texts("strong_endings")


def _table(section: str) -> Entry:
    fields = read_table(FILE)[section]
    assert isinstance(fields, dict)
    return Entry(FILE, section, fields)
