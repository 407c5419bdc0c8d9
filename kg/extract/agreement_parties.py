"""Who is bound by an agreement: the states and bodies that its clause, or the clause around it, names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.agreement_content import SIGNINGS
from kg.extract.context import Context
from kg.extract.coordination import conjuncts, expand
from kg.extract.frames import Match
from kg.extract.predicates import Predicate
from kg.extract.prepositions import preposition
from kg.extract.verbs import VERBAL, subjects
from kg.language.document import Document, Token
from kg.model import EntityKind

ANNOUNCING = frozenset({"announce", "declare", "decide", "proclaim"})
SHARED = frozenset({"between", "with"})


def parties_of(context: Context, match: Match) -> tuple[str, ...]:
    """The parties that the slots of a rule name; where there are none, those of the words around it."""
    if match.rule.name == SIGNINGS:
        return tuple(dict.fromkeys(_shared(context, match))) or tuple(
            dict.fromkeys(bound_by(context, match.fillers("party")))
        )
    agreed = {k for t in match.predicate.tokens("object") for k in context.referents.of(t)}
    named = [k for k in match.fillers("party") if k not in agreed]
    if _acts_unknown(context, match) and not match.rule.parties > 1:
        return ()
    own = [*bound_by(context, named), *_shared(context, match)]
    found = own or [*_around(context, match)]
    return tuple(dict.fromkeys(found))


def _acts_unknown(context: Context, match: Match) -> bool:
    """Whether somebody acts who stands for no known party: "we signed a deal with Peru"."""
    acting = subjects(context.doc, match.predicate.trigger) if match.predicate.trigger.pos in VERBAL else ()
    return bool(acting) and not [*_of(context, acting)]


def bound_by(context: Context, keys: Iterable[str]) -> Iterator[str]:
    """The states and organisations among actors; a person binds the state that he or she represents."""
    for key in keys:
        thing = context.referents.things[key]
        expert = thing.kind is EntityKind.PERSON and not thing.offices and not _is_state(thing.country)
        party = None if expert else thing.country if thing.kind is EntityKind.PERSON else key
        if party is not None and thing.kind is not EntityKind.GROUP:
            yield party


def signing_people(context: Context, match: Match) -> Iterator[str]:
    """The people among the parties whose state the text does not tell: another text may."""
    things = context.referents.things
    for key in match.fillers("party"):
        if things[key].kind is EntityKind.PERSON and not _is_state(things[key].country):
            yield key


def _is_state(key: str | None) -> bool:
    return key is not None and key.startswith("country/")


def _of(context: Context, tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        yield from bound_by(context, context.referents.of(token))


def _shared(context: Context, match: Match) -> Iterator[str]:
    """The parties that "their" names: "met his counterpart, reaffirming their stance"; those of "an accord with …"."""
    doc = context.doc
    for token in _contents(doc, match):
        yield from _of(context, (o for o in doc.children(token, "nmod:poss") if o.text.lower() == "their"))
        others = [c for c in doc.children(token, "nmod") if preposition(doc, c) in SHARED]
        yield from _of(context, (t for o in others for t in conjuncts(doc, o)))


def _contents(doc: Document, match: Match) -> Iterator[Token]:
    """The object of a verb, or what the tree makes of it where it takes an adjective for a verb."""
    yield from match.predicate.tokens("of" if match.rule.name == SIGNINGS else "object")
    for clause in doc.children(match.predicate.trigger, "xcomp"):
        if not doc.children(clause, "mark"):
            yield from doc.children(clause, "obj")


def _around(context: Context, match: Match) -> Iterator[str]:
    """The parties of a verb that names none: those of its object, of its clause, or of what is said beside it."""
    doc, trigger = context.doc, match.predicate.trigger
    announced = announcement(doc, match)
    if announced is not None:
        own = [*_of(context, subjects(doc, announced.trigger))]
        yield from own or _of(context, _acting_above(doc, announced.trigger))
    elif trigger.dep == "acl" and not doc.children(trigger, "obl:agent"):
        yield from _of(context, _acting_above(doc, trigger))
    elif trigger.relation == "conj":
        yield from _of(context, _acting_beside(doc, trigger))
    elif trigger.pos in VERBAL and not subjects(doc, trigger):
        for thing in match.predicate.tokens("object"):
            between = [t for t in doc.subtree(thing) if preposition(doc, t) == "between"]
            owners = (o for b in between for o in doc.children(b, "nmod"))
            yield from _of(context, (t for b in (*between, *owners) for t in conjuncts(doc, b)))


def _acting_above(doc: Document, participle: Token) -> tuple[Token, ...]:
    """Who acts in the clause over "the accord reached in Lima": "Peru and Chile carried out …"."""
    verb = next((t for t in doc.ancestors(participle) if t.pos in VERBAL), None)
    return subjects(doc, verb) if verb is not None else ()


def _acting_beside(doc: Document, verb: Token) -> tuple[Token, ...]:
    """Who acts in a clause that is said, where the tree hangs its second verb on the saying.

    "The statement said that both sides met and reaffirmed …".
    """
    head = doc.head(verb)
    said = [c for c in doc.children(head, "ccomp") if c.i < verb.i] if head is not None else []
    return expand(doc, (s for c in said for s in doc.children(c, "nsubj")))


def announcement(doc: Document, match: Match) -> Predicate | None:
    """The verb by which a designation is announced, above it or beside it under one noun."""
    verb = match.predicate.trigger
    head = doc.head(verb)
    if match.rule.kind != "Designation" or head is None:
        return None
    around = (head, *doc.children(head, "acl"))
    announcing = next((t for t in around if t.lemma in ANNOUNCING and t.i < verb.i), None)
    return Predicate(announcing, announcing, {}) if announcing is not None else None
