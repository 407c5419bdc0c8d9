"""The body that an expert works for: "Ana Torres, a professor at the University of Lima"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.coreference import Referents
from kg.extract.prepositions import preposition
from kg.extract.wording import words
from kg.language.document import Token
from kg.model import EntityKind, Referent

WORKING = frozenset({"at", "for", "from", "in", "of", "with"})


def with_affiliations(referents: Referents) -> Referents:
    """The referents, experts who represent no state given the body that the text sets beside them."""
    things = dict(referents.things)
    for token in referents.doc.tokens:
        for key in referents.of(token) if token.names(EntityKind.PERSON) else ():
            if _is_expert(things[key]):
                body = _told(things[key]) or next(_bodies(referents, token), None)
                things[key] = _works_for(things[key], body) if body is not None else things[key]
    return replace(referents, things=things)


def _is_expert(thing: Referent) -> bool:
    """Whether a person holds no office but that of somebody who knows or studies things."""
    if thing.kind is not EntityKind.PERSON:
        return False
    known = (set(office.label.split()) & words("experts") for office in thing.offices)
    return all(known) if thing.offices else thing.country is None


def _told(thing: Referent) -> str | None:
    """The body of an expert's office: "fellow at the Peru Institute", not "expert on NATO"."""
    found = (o.of for o in thing.offices if o.of and " on " not in o.label)
    return next((body for body in found if body.startswith("organization")), None)


def _works_for(thing: Referent, body: str) -> Referent:
    offices = tuple(replace(office, of=body) for office in thing.offices)
    return replace(thing, country=body, offices=offices)


def _bodies(referents: Referents, person: Token) -> Iterator[str]:
    """The bodies set beside a person's name with what he or she is there."""
    doc = referents.doc
    children = doc.children(person)
    for child in children:
        if child.relation == "appos" and child.lemma.lower() in words("experts"):
            yield from _employers(referents, child)
    if any(c.text.lower() in words("experts") for c in children if c.i < person.i):
        yield from (k for c in children if c.i < person.i for k in _body(referents, c))
    for child in doc.children(person, "nmod"):
        if child.i == person.i + 2 + bool(doc.children(child, "det")) and preposition(doc, child) in WORKING:
            yield from _body(referents, child)


def _employers(referents: Referents, noun: Token) -> Iterator[str]:
    """The bodies behind "a senior fellow | at the Peru Institute", the first one first."""
    for token in referents.doc.subtree(noun):
        phrase = token if preposition(referents.doc, token) else referents.doc.tokens[token.head]
        if token.i > noun.i and preposition(referents.doc, phrase) in WORKING:
            yield from _body(referents, token)


def _body(referents: Referents, token: Token) -> Iterator[str]:
    if token.names(EntityKind.ORGANIZATION):
        yield from referents.of(token)[:1]
