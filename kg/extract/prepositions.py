"""Prepositions: by which one a phrase is bound to what it depends on."""

from __future__ import annotations

from kg.language.document import Document, Token


def preposition(doc: Document, token: Token) -> str:
    """The preposition that marks a dependent, in lower case, "" if none: "with", "ahead of"."""
    cases = [c for c in doc.children(token, "case") if c.pos != "PART" and c.i < token.i]
    if not cases:
        return ""
    words = [w.text.lower() for c in cases for w in (c, *doc.children(c, "fixed"))]
    return " ".join(words)


def is_ahead(doc: Document, noun: Token) -> bool:
    """Whether a noun stands behind "ahead of", wherever the tree hangs the two words."""
    marks = [c for c in doc.children(noun, "case") if c.text.lower() == "of" and 0 < c.i < noun.i]
    return any(doc.tokens[c.i - 1].text.lower() == "ahead" for c in marks)
