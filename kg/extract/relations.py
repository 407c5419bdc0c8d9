"""Relations: how one state or body stands to another, since when, and on whose word."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.anniversaries import year_of_founding, years_counted
from kg.extract.basis import basis_of, is_sought, is_undone
from kg.extract.context import Context
from kg.extract.dyads import Dyad, Pair, find_dyads
from kg.extract.event_times import when
from kg.extract.prepositions import preposition
from kg.extract.presupposition import is_ended, is_presupposed, is_stopped, status_told
from kg.extract.verbs import VERBAL
from kg.language.document import Document, Token
from kg.language.times import TimeMention
from kg.model import Argument, EntityKind, EventMention, Interval, Status

STATES = frozenset({EntityKind.COUNTRY})
BODIES = frozenset({EntityKind.ORGANIZATION})
EITHER = STATES | BODIES
LINKS = {
    "state-media-of": (BODIES, STATES),
    "permanent-member-of": (STATES, BODIES),
    "holds-veto-in": (STATES, BODIES),
    "member-of": (EITHER, BODIES),
    "allied-with": (STATES, STATES),
    "shares-border-with": (STATES, STATES),
    "established-diplomatic-relations-with": (STATES, STATES),
    "largest-trading-partner-of": (EITHER, STATES),
    "has-military-presence-in": (EITHER, STATES),
}
"""The kinds of things that a relation type may link where not both ends may be states or bodies."""

VIEWS = "regards-as"
"""Relations of this name are views, which a person holds for himself."""

SOUGHT = "seeks-"
"""Relations of this name are aims; they run from the one who seeks."""

UNMADE = frozenset({Status.DENIED, Status.CANCELLED})
BESIDE = frozenset({"appos", "conj", "nmod", "obj", "obl"})
"""The relations of a noun that is not what its clause tells."""

MEANS = "with"
"""The preposition of a relation that is the means of what the clause tells: "built with aid from Peru"."""

ANNIVERSARY = "anniversary"


def extract_relations(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of a standing relation."""
    for dyad in find_dyads(context, "relations", ("source", "target")):
        yield from _mentions(context, dyad)


def _mentions(context: Context, dyad: Dyad) -> Iterator[EventMention]:
    basis = basis_of(context.doc, dyad.predicate.trigger)
    relation, status = _relation(context, dyad, basis)
    over = is_ended(context.doc, dyad.predicate) or is_stopped(context.doc, dyad.predicate.trigger)
    if relation is None or status in UNMADE or over:
        return
    if dyad.rule.name == ANNIVERSARY and years_counted(context.doc, dyad.predicate.trigger) is None:
        return
    interval = _interval(context, dyad, status)
    for source, target in _linked(context, dyad, relation):
        yield EventMention(
            kind=dyad.rule.kind,
            rule=dyad.rule.name,
            trigger=dyad.predicate.trigger.span,
            sentence=context.doc.sentence(dyad.predicate.trigger).span,
            arguments=(Argument("source", source), Argument("target", target)),
            interval=interval,
            status=status,
            relation_type=relation,
            basis=basis,
        )


# ---------------------------------------------------------------- type and status


def _relation(context: Context, dyad: Dyad, basis: str) -> tuple[str | None, Status]:
    """The type and the status; what is only sought has a type of its own where the rule names one.

    What is only agreed or announced is an agreement, not a relation.
    """
    rule, trigger = dyad.rule, dyad.predicate.trigger
    if rule.name == ANNIVERSARY:
        return rule.relation, Status.HELD
    status = status_told(context.doc, dyad.predicate)
    given = is_presupposed(context.doc, dyad.predicate)
    if status is Status.HELD and is_undone(context.doc, trigger):
        status = Status.PLANNED
    sought = status not in UNMADE and not given and is_sought(context.doc, trigger)
    if sought and rule.sought:
        return rule.sought, _at_most(basis, Status.HELD)
    if rule.sought and status is Status.PLANNED:
        return None, status
    return rule.relation, _at_most(basis, Status.PLANNED if sought else status)


def _at_most(basis: str, status: Status) -> Status:
    """What is only alleged is possible at best."""
    return Status.POSSIBLE if basis == "alleged" and status is Status.HELD else status


# ---------------------------------------------------------------- ends


def _linked(context: Context, dyad: Dyad, relation: str) -> tuple[Pair, ...]:
    """The pairs as the relation links them: persons stand for their states, symmetric pairs are sorted."""
    found = [(_end(context, a, relation), _end(context, b, "")) for a, b in dyad.pairs]
    pairs = [(a, b) for a, b in found if a and b and a != b and _may_link(context, relation, a, b)]
    if not dyad.rule.symmetric:
        return tuple(dict.fromkeys(pairs))
    if relation.startswith(SOUGHT):
        return tuple(dict.fromkeys([*pairs, *((b, a) for a, b in pairs if dyad.mutual)]))
    return tuple(dict.fromkeys((min(p), max(p)) for p in pairs))


def _end(context: Context, key: str, relation: str) -> str | None:
    thing = context.referents.things[key]
    if thing.kind is not EntityKind.PERSON or relation.startswith(VIEWS):
        return key
    return thing.country


def _may_link(context: Context, relation: str, source: str, target: str) -> bool:
    sources, targets = LINKS.get(relation, (EITHER, EITHER))
    kinds = _kind(context, source), _kind(context, target)
    return (kinds[0] in sources or relation.startswith(VIEWS)) and kinds[1] in targets


def _kind(context: Context, key: str) -> EntityKind:
    if key in context.referents.things:
        return context.referents.kind(key)
    return EntityKind.COUNTRY if key.startswith("country/") else EntityKind.ORGANIZATION


# ---------------------------------------------------------------- since when


def _interval(context: Context, dyad: Dyad, status: Status) -> Interval | None:
    """The time given to a relation; that of the clause only where the relation is what the clause tells."""
    trigger = dyad.predicate.trigger
    if dyad.rule.name == ANNIVERSARY:
        return year_of_founding(context, dyad.predicate)
    times = context.times_in(context.doc.sentence(trigger))
    fitting = [m for m in times if _may_date(context.doc, m, dyad)]
    return when(context, dyad.predicate, status) if fitting else None


def _may_date(doc: Document, mention: TimeMention, dyad: Dyad) -> bool:
    """Whether no other clause stands between a time and a relation, nor the relation beside what is dated."""
    trigger, clause = dyad.predicate.trigger, dyad.predicate.clause
    shares = _is_told(doc, dyad)
    told = trigger.pos in VERBAL or "support" in dyad.predicate.slots
    over = {t.i for t in doc.ancestors(clause)} if told else set()
    for token in _upwards(doc, mention, trigger):
        if token.i in {trigger.i, clause.i} | over:
            return shares or token.i == trigger.i
        if token.pos in VERBAL and doc.children(token, "nsubj"):
            return False
    return shares


def _is_told(doc: Document, dyad: Dyad) -> bool:
    """Whether the clause tells the relation itself, or what is done by means of it."""
    trigger = dyad.predicate.trigger
    if trigger.pos in VERBAL:
        return not is_sought(doc, trigger)
    if "support" in dyad.predicate.slots:
        return True
    return trigger.relation not in BESIDE or preposition(doc, trigger) == MEANS


def _upwards(doc: Document, mention: TimeMention, trigger: Token) -> Iterator[Token]:
    """The first token of a time and all tokens above it."""
    first = next((t for t in doc.words(doc.sentence(trigger)) if mention.span.covers(t.span)), None)
    if first is not None:
        yield first
        yield from doc.ancestors(first)
