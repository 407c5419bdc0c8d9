"""What hangs on what, while a tree is mended: look-ups on tokens that are still a list."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.document import Token, universal


def hangs_on_itself(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a token would depend on what depends on it."""
    above = tokens[token.head]
    while above.i not in {token.i, above.head}:
        above = tokens[above.head]
    return above.i == token.i != token.head


def words_around(tokens: list[Token], token: Token) -> list[Token]:
    """The tokens around one, of its sentence."""
    near = tokens[max(token.i - 60, 0) : token.i + 60]
    return [t for t in near if t.sentence == token.sentence]


def verb_above(tokens: list[Token], token: Token) -> Token | None:
    """The nearest verb that a word hangs on, through others."""
    seen = 0
    while token.head != token.i and seen < 60:
        token, seen = tokens[token.head], seen + 1
        if token.pos == "VERB":
            return token
    return None


def has_subject(tokens: list[Token], verb: Token) -> bool:
    """Whether a verb has a subject, of whatever kind."""
    return any(t.head == verb.i and universal(t.dep) == "nsubj" for t in words_around(tokens, verb))
