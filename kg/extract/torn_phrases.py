"""Phrases of an event or of people that the tree hangs elsewhere, told by where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.extract.coordination import expand
from kg.extract.prepositions import preposition
from kg.extract.verbs import VERBAL, is_passive, objects
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import EntityKind

PHRASAL = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PART", "PROPN"})
"""Words of the phrases that may stand between an event noun and another phrase of its own."""


def partners_torn_off(doc: Document, noun: Token, clause: Token) -> Iterator[Token]:
    """With whom an event is, where the tree hangs it on the verb: "postponed its talks | with Chad"."""
    for child in doc.children(clause, "obl"):
        if preposition(doc, child) == "with" and doc.subtree(child)[0].i == noun.i + 1:
            yield from expand(doc, [child])


def agent_behind(doc: Document, noun: Token) -> Iterator[Token]:
    """Whose act a noun is, where other phrases stand between them: "a visit | to Chad last week | by Mary Banda"."""
    behind = doc.tokens[noun.i + 1 : doc.sentence(noun).last + 1]
    chain = tuple(takewhile(lambda t: t.pos in PHRASAL, behind))
    by = next((t for t in chain if t.text.lower() == "by" and t.relation == "case"), None)
    if by is not None and not any(is_passive(doc, t) for t in doc.ancestors(noun) if t.pos in VERBAL):
        agent = doc.tokens[by.head]
        yield from expand(doc, [agent]) if agent.pos in {"NOUN", "PROPN"} else ()


def hearers(doc: Document, verb: Token) -> tuple[Token, ...]:
    """The persons to whom one speaks on an occasion: "told the king in a meeting", "spoke of trade with her in a call"."""
    told = objects(doc, verb) if words_of(verb) & words("telling") else ()
    beside = expand(doc, (c for c in doc.children(verb, "obl") if preposition(doc, c) == "with"))
    return tuple(t for t in (*told, *beside) if t.names(EntityKind.PERSON))


def addressees(doc: Document, noun: Token, clause: Token) -> Iterator[Token]:
    """To whom a letter is, where the tree hangs it on the verb: "said in his letter | to the king"."""
    for child in doc.children(clause, "obl"):
        if preposition(doc, child) == "to" and doc.subtree(child)[0].i == noun.i + 1:
            yield from expand(doc, [child])


def origin_torn_off(doc: Document, token: Token) -> tuple[Token, ...]:
    """Whence people are, where the tree hangs it on the verb: "met his counterparts | from Chad and Niger"."""
    head = doc.head(token)
    if head is None or "Number=Plur" not in token.feats or token.relation not in {"obj", "obl", "nsubj"}:
        return ()
    beside = (c for c in doc.children(head, "obl") if preposition(doc, c) == "from")
    return tuple(c for c in beside if doc.subtree(c)[0].i == token.i + 1)


def honoured(doc: Document, noun: Token, clause: Token) -> Iterator[Token]:
    """For whom a meal is given: "hosted a dinner in honour of the king"."""
    for holder in (noun, clause):
        for child in doc.children(holder, "nmod", "obl"):
            if child.lemma.lower() in {"honour", "honor"} and preposition(doc, child) == "in":
                yield from expand(doc, doc.children(child, "nmod"))


def company_above(doc: Document, verb: Token) -> Iterator[Token]:
    """With whom the main clause has somebody act, who did so together: "signed a pact with her | while meeting in Lima"."""
    head = doc.head(verb)
    marks = {c.text.lower() for c in doc.children(verb, "mark", "advmod")}
    if (
        verb.relation != "advcl"
        or head is None
        or head.lemma in words("journeys")
        or doc.children(verb, "nsubj")
    ):
        return
    holders = (head, *doc.children(head, "obj")) if marks & {"after", "when", "while"} else ()
    beside = (c for holder in holders for c in doc.children(holder, "obl", "nmod"))
    found = expand(doc, (c for c in beside if preposition(doc, c) == "with"))
    yield from (t for t in found if t.names(EntityKind.PERSON))
