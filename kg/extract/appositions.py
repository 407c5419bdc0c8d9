"""Persons whom a phrase itself names: "leaders, including A and B", "his counterpart, A,"."""

from __future__ import annotations

from itertools import takewhile

from kg.extract.coordination import conjuncts
from kg.extract.discourse import Discourse
from kg.extract.prepositions import preposition
from kg.language.document import TITLE, Token
from kg.model import EntityKind

LONGEST = 14
"""Words of the longest title of an office that is set before a name with a comma."""


def persons_named_in(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """The persons named in "leaders, including A and B", or in apposition: "the president, A"."""
    found: list[str] = []
    for child in discourse.doc.children(token, "nmod", "acl", "appos", "flat", "obl"):
        if child.relation in {"appos", "flat"} or preposition(discourse.doc, child) in {
            "including",
            "such as",
            "like",
        }:
            named = [t for t in conjuncts(discourse.doc, child) if t.names(EntityKind.PERSON)]
            found += [
                k for t in named for k in discourse.by_token.get(t.i, ()) or _person_ahead(discourse, t)
            ]
    return tuple(found) or _set_off(discourse, token)


def _set_off(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """ "his counterpart, Pak Myong Ho,": a definite office and, set off by commas, who holds it."""
    following = discourse.doc.tokens[_phrase_end(discourse, token) + 1 :][:11]
    if not discourse.lexicon.is_office(token.text) or not following or following[0].text != ",":
        return ()
    person = next((t for t in following[1:] if t.dep != TITLE), None)
    if person is None or person.name is None or person.name.kind is not EntityKind.PERSON:
        return ()
    if person.relation == "nsubj" and not (token.relation == "nsubj" and token.head == person.head):
        return ()
    if token.pos == "PROPN" and following[0].i > token.i + 1:
        return _person_ahead(discourse, person)
    definite = {c.text.lower() for c in discourse.doc.children(token, "det", "nmod")} & {
        "the",
        "his",
        "her",
        "its",
        "their",
    }
    return _person_ahead(discourse, person) if definite else ()


def _phrase_end(discourse: Discourse, token: Token) -> int:
    """Where an office and the state that it is of end, as titles are written: "Minister of Trade of | Chad"."""
    behind = takewhile(_is_of_title, discourse.doc.tokens[token.i + 1 : token.i + LONGEST])
    words = [token, *behind]
    return words[-1].i if words[-1].names(EntityKind.COUNTRY) else token.i


def _is_of_title(token: Token) -> bool:
    capital = token.text[:1].isupper() and not token.names(EntityKind.PERSON)
    return capital or token.text.lower() in {"of", "and", "for", "the"}


def _person_ahead(discourse: Discourse, token: Token) -> tuple[str, ...]:
    return tuple(k for k, r in discourse.things.items() if token.text in r.names)
