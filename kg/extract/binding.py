"""Whom "it" and "its" mean: who acts in the nearest clause above, else the only one that has acted so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.context import Context
from kg.extract.predicates import conjuncts, preposition
from kg.language.document import Token
from kg.model import EntityKind

NEUTER = frozenset({"it", "its", "itself"})
BODIES = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION})


def bound(context: Context, pronoun: Token) -> tuple[str, ...]:
    """The country or organisation that a neuter pronoun means, where only one can be meant."""
    if pronoun.text.lower() not in NEUTER:
        return ()
    for tokens in _where_to_look(context, pronoun):
        found = set(_acting(context, tokens))
        if found:
            return tuple(found) if len(found) == 1 else ()
    return ()


def _where_to_look(context: Context, pronoun: Token) -> Iterator[Iterable[Token]]:
    """The clauses above, from the nearest on; what stands before; for a subject, the sentence before."""
    doc, sentence = context.doc, context.doc.sentence(pronoun)
    for head in doc.ancestors(pronoun):
        if head.i != pronoun.head or pronoun.dep == "nmod:poss":
            yield doc.children(head, "nsubj", "obl")
    yield [t for t in doc.words(sentence) if t.i < pronoun.i]
    if pronoun.relation == "nsubj" and sentence.i:
        yield doc.words(doc.sentences[sentence.i - 1])


def _acting(context: Context, tokens: Iterable[Token]) -> Iterator[str]:
    """The countries and organisations that are subjects or agents, or whose something is the subject."""
    for token in tokens:
        agent = token.dep == "obl:agent" or preposition(context.doc, token) == "by"
        if token.relation == "nsubj" or agent:
            own = [k for t in conjuncts(context.doc, token) for k in context.referents.of(t)]
            owners = [k for t in context.doc.children(token, "nmod:poss") for k in context.referents.of(t)]
            yield from (k for k in own or owners if context.referents.kind(k) in BODIES)
