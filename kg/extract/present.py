"""Who is there: which of those whom a clause names are at an encounter, and which are only spoken of or greeted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.actors import actors_in
from kg.extract.context import Context
from kg.extract.frames import Match
from kg.extract.nominal_words import nominal_words
from kg.extract.prepositions import preposition
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import EntityKind

STATES = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION})

APART = frozenset({"individual", "individually", "separate", "separately"})


def without_matter(context: Context, match: Match) -> Match | None:
    """A discussion without those who are only part of its matter ("discussed | ties with Chad"); None if one is left."""
    if match.rule.name != "discussed":
        return match
    spoken_of = {k for t in _matters(context, match) for k in context.referents.of(t)}
    spoken_of -= {k for t in match.predicate.tokens("subject") for k in context.referents.of(t)}
    left = tuple(a for a in match.arguments if a.entity not in spoken_of)
    return replace(match, arguments=left) if len(left) > 1 else None


def _matters(context: Context, match: Match) -> Iterator[Token]:
    """Those whom "with" names right behind what is discussed, where it is something that one has with others."""
    doc = context.doc
    persons = EntityKind.PERSON in {
        context.referents.kind(k) for t in match.predicate.tokens("subject") for k in context.referents.of(t)
    }
    for matter in match.predicate.tokens("object"):
        for token in match.predicate.tokens("with"):
            kinds = {context.referents.kind(k) for k in context.referents.of(token)}
            shared = matter.lemma.lower() in words("shared") or (persons and kinds <= STATES)
            if shared and _follows(doc, matter, token):
                yield token


def _follows(doc: Document, noun: Token, token: Token) -> bool:
    """Whether a "with" stands right behind a noun and leads to a token."""
    behind = doc.tokens[noun.i + 1 : noun.i + 2]
    first = token if preposition(doc, token) else doc.head(token) or token
    return any(t.text.lower() == "with" for t in behind) and preposition(doc, first) == "with"


def each_apart(context: Context, match: Match) -> Iterator[Match]:
    """One encounter with each of those who were met separately: "met separately with A and B", "A and B met X apart"."""
    yield from one_with_each(context, match, ("object", "with")) if is_apart(context, match) else (match,)


def one_with_each(context: Context, match: Match, facing: Sequence[str]) -> Iterator[Match]:
    """One event with each of several who stand over against one; slots tell who faces whom."""
    faced = set(actors_in(context, match.predicate, facing))
    sides = [[a for a in match.arguments if (a.entity in faced) == here] for here in (True, False)]
    one, several = sorted(sides, key=len)
    if len(one) != 1 or len(several) < 2:
        yield match
        return
    yield from (replace(match, arguments=(*one, other)) for other in several)


def is_apart(context: Context, match: Match) -> bool:
    """Whether those who met did so one by one: "met separately", "held separate talks"."""
    beside = context.doc.children(match.predicate.trigger, "advmod", "amod")
    return any(c.text.lower() in APART for c in beside)


def greets_a_crowd(context: Context, match: Match) -> bool:
    """Whether those who welcome or are welcomed are people who act for nobody: "was greeted by students"."""
    if match.rule.name != "received":
        return False
    sides = (match.predicate.tokens("subject"), match.predicate.tokens("object"))
    return any(side and all(_is_of_a_crowd(context, t) for t in side) for side in sides)


def _is_of_a_crowd(context: Context, token: Token) -> bool:
    keys = context.referents.of(token)
    unnamed = bool(keys) and all(context.referents.kind(k) is EntityKind.GROUP for k in keys)
    return unnamed and token.lemma.lower() not in nominal_words()["delegates"]
