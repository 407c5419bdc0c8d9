"""Mended trees stay trees."""

from __future__ import annotations

import pytest

from kg.language.document import Name, Token
from kg.language.lexicon import load_lexicon
from kg.language.repair import mend_tree
from kg.model import EntityKind, Span

Word = tuple[str, str, str, int]
"""Its text, part of speech, relation and head; names are written as one word."""

HEADLINE: list[Word] = [
    ("Rwanda", "PROPN", "ROOT", 0),
    ("-", "PUNCT", "punct", 2),
    ("Yemen", "PROPN", "compound", 3),
    ("Relations", "PROPN", "appos", 0),
]
"""What the parser reads from its first name on; the second name is part of what hangs on the first."""
OPENING: list[Word] = [
    ("Meeting", "NOUN", "nsubj", 5),
    ("in", "ADP", "case", 2),
    ("Yemen", "PROPN", "ROOT", 2),
    (",", "PUNCT", "punct", 2),
    ("ministers", "NOUN", "appos", 2),
    ("agreed", "VERB", "acl", 4),
]
"""What the parser reads from the place on; the verb hangs on its own subject."""


def _tokens(words: list[Word]) -> list[Token]:
    tokens, start = [], 0
    for i, (text, pos, dep, head) in enumerate(words):
        span = Span(start, start + len(text))
        name = Name(span, text, EntityKind.COUNTRY) if text in {"Rwanda", "Yemen"} else None
        tokens.append(Token(i, span, text, text.lower(), pos, "", dep, head, 0, name))
        start = span.end
    return tokens


@pytest.mark.parametrize("words", [HEADLINE, OPENING])
def test_no_word_comes_to_depend_on_itself(words: list[Word]) -> None:
    mended = mend_tree(_tokens(words), load_lexicon())
    for token in mended:
        steps = 0
        while token.head != token.i:
            token, steps = mended[token.head], steps + 1  # noqa: PLW2901
            assert steps < len(mended), "a cycle"
