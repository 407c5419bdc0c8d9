"""Noun phrases by their form: whether they are definite, a state's own, or speak of a head of state."""

from __future__ import annotations

from kg.extract.prepositions import preposition
from kg.language.document import Document, Token


def is_head_of_state(doc: Document, token: Token) -> bool:
    """ "the Peruvian Head of State", "the head of government"."""
    below = (c.lemma.lower() for c in doc.children(token, "nmod") if preposition(doc, c) == "of")
    return token.lemma.lower() == "head" and any(lemma in {"state", "government"} for lemma in below)


def is_of_its_state(doc: Document, token: Token) -> bool:
    """Whether a state owns an officer: "Peru's president"; "Peru's minister of trade" is another than its minister."""
    owned = any(c.name is not None for c in doc.children(token, "nmod:poss"))
    behind = (c for c in doc.children(token, "appos", "acl", "nmod") if c.i > token.i)
    return owned and "Number=Plur" not in token.feats and not any(behind)


def is_definite(doc: Document, token: Token) -> bool:
    """Whether a phrase speaks of one thing told before: "the president", "this minister"."""
    determiners = {c.text.lower() for c in doc.children(token, "det")}
    plural = "Number=Plur" in token.feats
    return not plural and bool(determiners & {"the", "this"}) and not doc.children(token, "acl")
