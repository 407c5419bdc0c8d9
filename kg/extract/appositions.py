"""Persons whom a phrase itself names: "leaders, including A and B", "his counterpart, A,"."""

from __future__ import annotations

from kg.extract.coordination import conjuncts
from kg.extract.discourse import Discourse
from kg.extract.prepositions import preposition
from kg.language.document import TITLE, Token
from kg.model import EntityKind


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
    following = discourse.doc.tokens[token.i + 1 : token.i + 12]
    if not discourse.lexicon.is_office(token.text) or not following or following[0].text != ",":
        return ()
    person = next((t for t in following[1:] if t.dep != TITLE), None)
    if person is None or not person.names(EntityKind.PERSON) or person.relation == "nsubj":
        return ()
    definite = {c.text.lower() for c in discourse.doc.children(token, "det", "nmod")} & {
        "the",
        "his",
        "her",
        "its",
        "their",
    }
    return _person_ahead(discourse, person) if definite else ()


def _person_ahead(discourse: Discourse, token: Token) -> tuple[str, ...]:
    return tuple(k for k, r in discourse.things.items() if token.text in r.names)
