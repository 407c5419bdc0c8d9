"""What somebody should know of articles that can be read: those that are one text, and those that are not in English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kg.model import Article

ENGLISH = Path(__file__).with_name("english.toml")
MOST_NAMED = 5
_WORD = re.compile(r"[^\W\d_]+")


class English(NamedTuple):
    """How English prose is known: the words that it has, and how much of a text they are."""

    words: frozenset[str]
    fewest: int
    share: float
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def doubts_about(articles: Sequence[Article]) -> Iterator[str]:
    """Each doubt on one line: the articles, what is odd in them, and what to do."""
    for copies in _copies(articles):
        yield f"{named(copies)}: the same text; where it is one report, name one of them alone"
    if foreign := [article.identifier for article in articles if not reads_like_english(article.text)]:
        yield f"{named(foreign)}: no English prose, so that little or nothing is read there; name a translation"


def reads_like_english(text: str) -> bool:
    """Whether a text may be English prose; a short one always may."""
    english, words = load_english(), _WORD.findall(text.lower())
    known = sum(word in english.words for word in words)
    return len(words) < english.fewest or known >= english.share * len(words)


def named(identifiers: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    more = len(identifiers) - MOST_NAMED
    return ", ".join(identifiers[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


@cache
def load_english() -> English:
    """What stands in english.toml."""
    table = tomllib.loads(ENGLISH.read_text(encoding="utf-8"))
    words, examples, counterexamples = (table[name] for name in ("words", "examples", "counterexamples"))
    return English(frozenset(words), table["fewest"], table["share"], tuple(examples), tuple(counterexamples))


def _copies(articles: Iterable[Article]) -> Iterator[list[str]]:
    """The articles that have one text but for the blanks around it, text by text."""
    by_text: dict[str, list[str]] = {}
    for article in articles:
        by_text.setdefault(article.text.strip(), []).append(article.identifier)
    return (copies for copies in by_text.values() if len(copies) > 1)
