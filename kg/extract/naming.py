"""The countries, places and organisations that a text names, and whose they are."""

from __future__ import annotations

from kg.extract.discourse import Discourse
from kg.extract.prepositions import preposition
from kg.language.document import Document, Token
from kg.model import EntityKind, Referent
from kg.world.surfaces import fold

LYING = frozenset({"", "in", "of"})
"""Prepositions by which a place lies in the country behind it, "" for none; what "includes" a country does not."""


def name_thing(discourse: Discourse, token: Token) -> str:
    """The key of a country, place or organisation, made on first mention."""
    name = token.name
    assert name is not None  # the caller has looked
    key = name.key or f"{name.kind.lower()}:{fold(name.text.removeprefix('the '))}"
    known = discourse.things.get(key)
    names = (*known.names, name.text) if known else (name.text,)
    sentences = (
        (*known.sentences, discourse.doc.sentence(token).span)
        if known
        else (discourse.doc.sentence(token).span,)
    )
    described = discourse.lexicon.describe(key)
    country = known.country if known and known.country else _owner(discourse.doc, token)
    country = country or (described.country if described else None)
    discourse.things[key] = Referent(
        key,
        name.kind,
        tuple(dict.fromkeys(names)),
        country=country,
        sentences=tuple(dict.fromkeys(sentences)),
    )
    return key


def _owner(doc: Document, token: Token) -> str | None:
    """The country set before an organisation, or behind a place: "Russian Security Council", "Kaspi, Georgia"."""
    neighbours = []
    if token.names(EntityKind.ORGANIZATION):
        neighbours = [c for c in doc.children(token, "nmod", "amod", "compound") if c.i < token.i]
        if token.i and doc.tokens[token.i - 1].name is not None:
            neighbours.append(doc.tokens[token.i - 1])
    elif token.names(EntityKind.PLACE):
        around = doc.children(token, "appos", "nmod", "amod", "compound", "flat")
        neighbours = [c for c in around if preposition(doc, c) in LYING]
    countries = [
        c.name.key for c in neighbours if c.name and c.name.kind is EntityKind.COUNTRY and c.name.key
    ]
    return countries[0] if len(set(countries)) == 1 else None
