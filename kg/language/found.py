"""What the search for names passes on: words, lines of them, and the names found."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import EntityKind, Span

PERSON = EntityKind.PERSON
WEAK = 8
"""The rank of a gazetteer name that needs context."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token before parsing: its text, place, and whether white space follows."""

    text: str
    span: Span
    space: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a line: token indices (`first` to `last`, both inclusive) and what it denotes."""

    first: int
    last: int
    kind: EntityKind
    key: str | None = None
    form: str = "name"
    rank: int = 9
    """How well founded it is; the lowest wins where names overlap."""
    owner: str | None = None
    """The country that the gazetteer puts it in."""
    title: int | None = None
    """The first token of the title before it, None where it has none."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text as words, with the statistical recogniser's entities (first, last, label)."""

    words: tuple[Word, ...]
    entities: tuple[tuple[int, int, str], ...] = ()


def is_capitalised(word: str) -> bool:
    """Whether a word is written as names are: a capital first, no digit or sign in it."""
    signs = any(c.isdigit() or c in "|@#_*" for c in word)
    return bool(word) and word[0].isupper() and word not in {"I", "A"} and not signs
