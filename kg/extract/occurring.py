"""Verbs that say of an event whether and when it takes place: "talks which begin today", "a visit is called off"."""

from __future__ import annotations

from kg.extract.verbs import VERBAL, is_passive
from kg.extract.wording import words
from kg.language.document import Document, Token


def befalling(doc: Document, noun: Token) -> tuple[Token, ...]:
    """The verbs that say in a relative clause whether and when an event takes place: "talks | which begin today"."""
    if noun.pos in VERBAL:
        return ()
    holders = (noun, *(c for c in doc.children(noun, "nmod") if c.name is not None))
    clauses = (c for holder in holders for c in doc.children(holder, "acl") if c.dep == "acl:relcl")
    return tuple(verb for verb in clauses if befalls(doc, verb) and _is_about_its_holder(doc, verb))


def _is_about_its_holder(doc: Document, verb: Token) -> bool:
    """Whether the relative pronoun is the subject; what befalls a trip is not said of the place it leads to."""
    return any("PronType=Rel" in c.feats or c.text.lower() == "which" for c in doc.children(verb, "nsubj"))


def befalls(doc: Document, verb: Token) -> bool:
    """Whether a verb says of its subject that it takes place, is to, or is called off: not "the talks hold promise"."""
    lemma = verb.lemma.lower()
    if lemma == "take":
        return any(c.lemma.lower() == "place" for c in doc.children(verb, "obj"))
    return lemma in words("occurring") or (lemma in words("befalling") and is_passive(doc, verb))
