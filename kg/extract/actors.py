"""Who can take part in something: the actors that phrases speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.extract.predicates import Predicate
from kg.extract.verbs import is_passive, subjects
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import EntityKind

ACTORS = frozenset({EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION, EntityKind.GROUP})


def actors_in(context: Context, predicate: Predicate, slots: Sequence[str]) -> list[str]:
    """The actors that the fillers of the slots speak of, in text order."""
    keys: list[str] = []
    for slot in slots:
        for token in with_leaders(context.doc, predicate.tokens(slot)):
            keys += [k for k in context.referents.of(token) if context.referents.kind(k) in ACTORS]
    return list(dict.fromkeys(keys))


def with_leaders(doc: Document, tokens: Sequence[Token]) -> Iterator[Token]:
    """Actors, and those who lead them: "a delegation led by Mary Banda"."""
    for token in tokens:
        yield token
        if token.lemma.lower() in words("envoys"):
            led = (
                c for c in doc.children(token, "acl") if words_of(c) & words("leading") and is_passive(doc, c)
            )
            yield from (leader for verb in led for leader in subjects(doc, verb))


def without_represented(context: Context, keys: Sequence[str]) -> list[str]:
    """The actors without the countries that a person among them represents, and without unnamed people beside named ones."""
    things = context.referents.things
    represented = {things[k].country for k in keys if things[k].kind is EntityKind.PERSON}
    named = [k for k in keys if things[k].kind is not EntityKind.GROUP]
    return [k for k in (named if len(named) > 1 else keys) if k not in represented]
