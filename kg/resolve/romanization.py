"""What all readings of a written name share: its letters, its syllables, and sets of sounds that overlap."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.model import Verdict

APOSTROPHES = str.maketrans("’‘ʼʻʿʾ`´", "''''''''")

Sounds = frozenset[str]
"""What one spelling may stand for."""


Finding = tuple[Verdict, str]
"""A verdict, and the predicate of the sentence that tells why."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A name of family and given syllables, as one language and spelling would read it."""

    family: Sounds
    given: tuple[Sounds, ...]
    spelling: str
    """How the spelling is called, for a reader ("North Korean spelling")."""


def letters(text: str, kept: str = "") -> str:
    """A name in lower case without marks, but for the marked letters to be kept; apostrophes are straight."""
    straight = text.translate(APOSTROPHES)
    if straight.isascii():
        return straight.casefold()
    found = []
    for char in unicodedata.normalize("NFC", straight).casefold():
        plain = unicodedata.normalize("NFD", char)
        found.append(char if char in kept else "".join(c for c in plain if not unicodedata.combining(c)))
    return "".join(found)


def splits(text: str, spellings: Mapping[str, Sounds], most: int) -> Iterator[tuple[str, ...]]:
    """Every way to cut a word into at most so many syllables; an apostrophe may stand between two."""
    text = text.removeprefix("'")
    if not text:
        yield ()
    elif most:
        for end in range(1, min(len(text), 8) + 1):
            if text[:end] in spellings:
                for rest in splits(text[end:], spellings, most - 1):
                    yield (text[:end], *rest)


def given_splits(words: Sequence[str], spellings: Mapping[str, Sounds], most: int) -> list[tuple[str, ...]]:
    """Every way to cut the words of a given name into syllables, a hyphen or space standing between two."""
    cuts: list[tuple[str, ...]] = [()]
    for chunk in (c for word in words for c in re.split(r"-+", word) if c):
        found = list(splits(chunk, spellings, most))
        cuts = [(*before, *cut) for before in cuts for cut in found if len(before) + len(cut) <= most]
    return [cut for cut in cuts if cut]


def orders(words: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Family name, the other words, and whether the family name stood last."""
    if len(words) > 1:
        yield words[0], tuple(words[1:]), False
        yield words[-1], tuple(words[:-1]), True


def overlap(first: Sequence[Sounds], second: Sequence[Sounds]) -> tuple[Sounds, ...] | None:
    """What two rows of syllables have in common, or None where one syllable of them shares nothing."""
    if len(first) != len(second):
        return None
    shared = tuple(a & b for a, b in zip(first, second, strict=True))
    return shared if all(shared) else None


def syllable_keys(
    language: str, family: Iterable[str], given: Sequence[Sounds], rough: Callable[[str], str]
) -> Iterator[str]:
    """Blocking keys: each family name with each sound of the last given syllable, and roughly that of the first."""
    starts = sorted({rough(sound) for sound in given[0]}) if len(given) > 1 else [""]
    for name, start, end in product(sorted(family), starts, sorted(given[-1])):
        yield f"{language}:{name}:{start}:{end}"
