"""Whom "it", "its" and a stray "who" mean, where the plain references of a text leave them open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.context import Context
from kg.extract.coordination import conjuncts
from kg.extract.descriptions import COMPANY
from kg.extract.prepositions import preposition
from kg.extract.verbs import VERBAL, subjects
from kg.language.document import Document, Token
from kg.model import EntityKind

NEUTER = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which"})
BODIES = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION})


def bound(context: Context, pronoun: Token) -> tuple[str, ...]:
    """What a pronoun means: who acts in the nearest clause above, else the only one that has acted so far."""
    word = pronoun.text.lower()
    if word in RELATIVE:
        return tuple(_named(context, _antecedents(context.doc, pronoun)))
    if word not in NEUTER:
        return ()
    for tokens in _where_to_look(context, pronoun):
        found = {k for k in _named(context, tokens) if context.referents.kind(k) in BODIES}
        if found:
            return tuple(found) if len(found) == 1 else ()
    return ()


def _antecedents(doc: Document, pronoun: Token) -> tuple[Token, ...]:
    """What stands directly before a relative pronoun, with all that is coordinated with it."""
    i = pronoun.i - 1
    while i > doc.sentence(pronoun).first and doc.tokens[i].pos == "PUNCT":
        i -= 1
    token = doc.tokens[i]
    head = doc.head(token)
    return conjuncts(doc, head if token.relation == "conj" and head is not None else token)


def _named(context: Context, tokens: Iterable[Token]) -> Iterator[str]:
    """What tokens speak of, or those whose something they are: "Peru", "Peru's interests"."""
    for token in tokens:
        own = [k for t in conjuncts(context.doc, token) for k in context.referents.of(t)]
        owners = [k for t in context.doc.children(token, "nmod:poss") for k in context.referents.of(t)]
        yield from own or owners


def _where_to_look(context: Context, pronoun: Token) -> Iterator[list[Token]]:
    """The clauses above, from the nearest on; what stands before; for a subject, the sentence before."""
    doc, sentence = context.doc, context.doc.sentence(pronoun)
    for head in doc.ancestors(pronoun):
        if preposition(doc, head) in COMPANY:
            before = [t for t in doc.words(sentence) if t.i < pronoun.i and t.name is not None]
            yield before[-1:]
        if head.i != pronoun.head or pronoun.dep == "nmod:poss":
            acting = subjects(doc, head) if head.pos in VERBAL else ()
            yield [t for t in (*acting, *doc.children(head, "nsubj")) if t.i != pronoun.i]
    yield [t for t in doc.words(sentence) if t.i < pronoun.i and _acts(doc, t)]
    if pronoun.relation == "nsubj" and sentence.i:
        yield [t for t in doc.words(doc.sentences[sentence.i - 1]) if _acts(doc, t)]


def _acts(doc: Document, token: Token) -> bool:
    """Whether a token is a subject or an agent."""
    return token.relation == "nsubj" or token.dep == "obl:agent" or preposition(doc, token) == "by"
