"""Where: the place that belongs to an event, of those that its sentence names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.context import Context
from kg.extract.predicates import Predicate
from kg.extract.prepositions import preposition
from kg.extract.shared_clauses import placed_levels
from kg.extract.verbs import VERBAL
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import EntityKind

PLACE_SLOTS = ("in", "at", "near", "outside", "on")


def where(context: Context, predicate: Predicate) -> tuple[str, ...]:
    """The place of an event: named in its clause, in a clause above, or at the head of its paragraph's sentence."""
    own = _own_places(predicate)
    if _is_sequel(context.doc, predicate):
        return _first_place(context, [own])
    opening = _opening_places(context, predicate)
    return _first_place(context, [own, *_places_above(context, predicate), opening])


def _own_places(predicate: Predicate) -> tuple[Token, ...]:
    """Where its own clause says, what follows first: what stands in front may belong to another event."""
    return tuple(sorted(predicate.tokens(*PLACE_SLOTS), key=lambda t: t.i < predicate.trigger.i))


def _is_sequel(doc: Document, predicate: Predicate) -> bool:
    """Whether an event is only named as what came before or after another: "met in Rome following talks with …"."""
    trigger = predicate.trigger
    return trigger.relation == "obl" and preposition(doc, trigger) in {
        "after",
        "ahead of",
        "before",
        "following",
        "since",
    }


def _opening_places(context: Context, predicate: Predicate) -> tuple[Token, ...]:
    """The place that a sentence opens with: "In Seoul, …", "Today in Seoul, …"."""
    doc = context.doc
    opening = [t for t in doc.words(doc.sentence(predicate.trigger)) if t.i < predicate.trigger.i][:8]
    for token in opening:
        if token.pos in VERBAL or token.text == ",":
            return ()
        if token.name is not None and preposition(doc, token) in PLACE_SLOTS:
            return (token,)
    return ()


def _places_above(context: Context, predicate: Predicate) -> Iterator[tuple[Token, ...]]:
    for level in placed_levels(context.doc, predicate):
        children = context.doc.children(level, "obl", "nmod", "advmod")
        yield tuple(c for c in children if preposition(context.doc, c) in PLACE_SLOTS)
        yield _travelled_to(context.doc, level)
    for child in context.doc.children(predicate.clause, "advcl", "xcomp"):
        yield _travelled_to(context.doc, child)


def _travelled_to(doc: Document, verb: Token) -> tuple[Token, ...]:
    """Where a journey leads that is told beside an event: "visited Rome and met …", "met … after travelling to Rome"."""
    if verb.lemma in words("visits"):
        return tuple(c for c in doc.children(verb, "obj") if not c.names(EntityKind.PERSON))
    if verb.lemma in words("journeys"):
        return tuple(c for c in doc.children(verb, "obl") if preposition(doc, c) in {"to", "in"})
    return ()


def _first_place(context: Context, groups: Iterable[tuple[Token, ...]]) -> tuple[str, ...]:
    for tokens in groups:
        for token in tokens:
            keys = places_of(context, token)
            if keys:
                return keys[:1] if context.lexicon.describe(keys[0]) is not None else keys[:2]
    return ()


def places_of(context: Context, token: Token) -> tuple[str, ...]:
    """The places that a phrase names, the most exact first: "Thailand's capital Bangkok" → Bangkok, Thailand.

    What stands before the noun only says where that is: "the Black Sea resort of Sochi" → Sochi, Black Sea.
    """
    named = sorted(_phrase(context, token), key=lambda t: t.i < token.i)
    keys = [k for t in named for k in (named_place(context, t),) if k is not None]
    exact = [k for k in keys if not k.startswith("country/")]
    return tuple(dict.fromkeys([*exact, *keys]))


def _phrase(context: Context, token: Token) -> list[Token]:
    """A token and the names that narrow it down ("the city of X", "Y's capital X"), no clause or officer below it."""
    doc, found = context.doc, [token]
    grounds = token.name is not None or token.lemma.lower() in words("grounds")
    for child in doc.children(token, "nmod", "appos", "flat", "compound", "amod"):
        if child.i < token.i and not grounds:
            continue
        officer = child.names(EntityKind.PERSON) or (
            child.name is None and context.lexicon.is_office(child.text)
        )
        if preposition(doc, child) in {"", "of", "in"} and not officer:
            found += _phrase(context, child)
    return found


def named_place(context: Context, token: Token) -> str | None:
    """The place that a name stands for where a place is meant: a capital is then a city, not a government."""
    name = token.name
    if name is None or name.kind in {EntityKind.PERSON, EntityKind.GROUP}:
        return None
    if name.kind is EntityKind.COUNTRY:
        if name.form in {"demonym", "metonym", "people"}:
            return None
        return context.lexicon.city_of_capital(name.text) if name.form == "capital" else name.key
    if name.kind is EntityKind.PLACE:
        keys = context.referents.of(token)
        return keys[0] if keys else None
    return None
