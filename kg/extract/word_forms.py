"""The dictionary words that a form in a text may be of, by the regular endings of English.

A lemma learned from treebanks can go wrong on a verb that they hold too rarely ("intervened", "feuded"); a
rule asks whether any of a token's words is one of its own, so that a base form too many does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.language.document import Token

INFLECTED = frozenset({"VERB", "AUX", "NOUN"})
ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)
"""What is cut off and what is put back: "denied" → "deny", "provoking" → "provoke"."""

SHORTEST = 3
"""Letters that a base form has at least."""


def words_of(token: Token) -> frozenset[str]:
    """A token's lemma, its form, and the base forms that it may have; of a name, also its words."""
    return _words(token.lemma, token.text, token.pos, token.name is not None)


@lru_cache(maxsize=1 << 14)
def _words(lemma: str, text: str, pos: str, is_name: bool) -> frozenset[str]:
    form = text.lower()
    if is_name:
        return frozenset({lemma.lower(), form, *form.split()})
    bases = (base for base in _stripped(form) if len(base) >= SHORTEST) if pos in INFLECTED else ()
    return frozenset({lemma.lower(), form, *bases})


def _stripped(form: str) -> Iterator[str]:
    """The form without each ending that it has; a doubled consonant made single: "shipped" → "ship"."""
    for ending, put_back in ENDINGS:
        if form.endswith(ending):
            stem = form[: len(form) - len(ending)]
            yield stem + put_back
            if not put_back and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
