"""Mended trees stay trees."""

from __future__ import annotations

from kg.language.document import Name, Token
from kg.language.lexicon import load_lexicon
from kg.language.repair import mend_tree
from kg.model import EntityKind, Span

WORDS = (
    ("Rwanda", "ROOT", 0),
    ("-", "punct", 2),
    ("Yemen", "compound", 3),
    ("Relations", "appos", 0),
)
"""A headline that the parser reads from its first name on; the second name is part of what hangs on the first."""


def _tokens() -> list[Token]:
    tokens, start = [], 0
    for i, (text, dep, head) in enumerate(WORDS):
        span = Span(start, start + len(text))
        name = Name(span, text, EntityKind.COUNTRY) if text in {"Rwanda", "Yemen"} else None
        tokens.append(Token(i, span, text, text.lower(), "PROPN", "", dep, head, 0, name))
        start = span.end + (text == "Yemen")
    return tokens


def test_no_word_comes_to_depend_on_itself() -> None:
    mended = mend_tree(_tokens(), load_lexicon())
    for token in mended:
        steps = 0
        while token.head != token.i:
            token, steps = mended[token.head], steps + 1  # noqa: PLW2901
            assert steps < len(mended), "a cycle"
