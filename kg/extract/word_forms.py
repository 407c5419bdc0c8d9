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
    form = token.text.lower()
    if token.name is not None:
        return frozenset({token.lemma.lower(), form, *form.split()})
    bases = _bases(form) if token.pos in INFLECTED else frozenset()
    return frozenset({token.lemma.lower(), form}) | bases


@lru_cache(maxsize=4096)
def _bases(form: str) -> frozenset[str]:
    return frozenset(base for base in _stripped(form) if len(base) >= SHORTEST)


def _stripped(form: str) -> Iterator[str]:
    """The form without each ending that it has; a doubled consonant made single: "shipped" → "ship"."""
    for ending, put_back in ENDINGS:
        if form.endswith(ending):
            stem = form[: len(form) - len(ending)]
            yield stem + put_back
            if not put_back and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
