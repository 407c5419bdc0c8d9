"""Whom "it" and "its" mean: the one country that has acted so far, in the sentence or in the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.context import Context
from kg.extract.predicates import conjuncts, preposition
from kg.language.document import Token
from kg.model import EntityKind

NEUTER = frozenset({"it", "its", "itself"})


def bound(context: Context, pronoun: Token) -> tuple[str, ...]:
    """The country that a neuter pronoun means, where only one can be meant."""
    if pronoun.text.lower() not in NEUTER:
        return ()
    sentence = context.doc.sentence(pronoun)
    here = [t for t in context.doc.words(sentence) if t.i < pronoun.i]
    found = set(_acting(context, here))
    if not found and pronoun.relation == "nsubj" and sentence.i:
        found = set(_acting(context, context.doc.words(context.doc.sentences[sentence.i - 1])))
    return tuple(found) if len(found) == 1 else ()


def _acting(context: Context, tokens: Iterable[Token]) -> Iterator[str]:
    """The countries that are subjects or agents, or whose something is the subject."""
    for token in tokens:
        head = context.doc.head(token)
        owner = token.dep == "nmod:poss" and head is not None and head.relation == "nsubj"
        agent = token.dep == "obl:agent" or preposition(context.doc, token) == "by"
        if token.relation == "nsubj" or agent or owner:
            keys = [k for t in conjuncts(context.doc, token) for k in context.referents.of(t)]
            yield from (k for k in keys if context.referents.kind(k) is EntityKind.COUNTRY)
