"""What kind of event one told before is: "He will fly to Quito. It is his first visit to Ecuador"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.clause_readings import is_plan
from kg.extract.context import Context
from kg.extract.rules import load_rules
from kg.language.document import Document, Token
from kg.model import AgreementStatus, EventMention, Status

ACTING = frozenset({"participant", "visitor"})
POINTING = frozenset({"it", "that", "this"})
LOOK_BACK = 2
"""Sentences before its own in which an event that is characterized may be told."""


def with_status_of_meant(context: Context, events: Sequence[EventMention]) -> Iterator[EventMention]:
    """The events; what only says of another of what kind it is ("this is his first visit") is no more certain than it."""
    nouns = {t.span: t for t in context.doc.tokens if _is_characterized(context.doc, t)}
    for event in events:
        noun = nouns.get(event.trigger)
        told = event.status if noun is None else _told_before(context, noun, event, events)
        foretold = event.status is Status.HELD and told is not Status.HELD
        yield replace(event, status=told, bare=True) if foretold else event


def _told_before(
    context: Context, noun: Token, event: EventMention, events: Sequence[EventMention]
) -> Status | AgreementStatus:
    """The status of what "it" means: of the event told before; of none read, planned where the sentence before plans."""
    meant = _meant(context, noun, event, events)
    if meant is not None:
        return meant.status
    before = context.doc.sentences[max(noun.sentence - 1, 0)]
    roots = [t for t in context.doc.words(before) if t.head == t.i and t.sentence < noun.sentence]
    planned = _is_present(context.doc, noun) and any(is_plan(context.doc, root) for root in roots)
    return Status.PLANNED if planned else event.status


def _is_present(doc: Document, noun: Token) -> bool:
    """Whether something is told to be, not to have been."""
    return any("Tense=Pres" in c.feats for c in doc.children(noun, "cop"))


def _is_characterized(doc: Document, noun: Token) -> bool:
    """Whether a noun is what "it", "this" or "that" is."""
    cop = doc.children(noun, "cop")
    return bool(cop) and any(s.text.lower() in POINTING for s in doc.children(noun, "nsubj"))


def _meant(
    context: Context, noun: Token, event: EventMention, events: Sequence[EventMention]
) -> EventMention | None:
    """The last event of the like told before, with somebody of this one, or all of its states, in it."""
    first = context.doc.sentences[max(noun.sentence - LOOK_BACK, 0)].span.start
    near = (e for e in events if first <= e.trigger.start < event.trigger.start)
    before = [e for e in near if _kind(e) == _kind(event) and _are_of(context, event, e)]
    return max(before, key=lambda e: e.trigger, default=None)


def _kind(event: EventMention) -> str:
    """The kind of an event; one text's talks are the next sentence's meeting."""
    meetings = {rule.kind for rule in load_rules("meetings")}
    return "Meeting" if event.kind in meetings else event.kind


def _are_of(context: Context, event: EventMention, other: EventMention) -> bool:
    """Whether somebody is in both of two events, or the states of the first are all in the second."""
    who, others = ({a for a in e.arguments if a.role in ACTING} for e in (event, other))
    homes, theirs = ({_state(context, a.entity) for a in found} for found in (who, others))
    return bool(who & others) or (len(homes) > 1 and homes <= theirs)


def _state(context: Context, key: str) -> str:
    """The state of a person, else what is named itself."""
    thing = context.referents.things.get(key)
    return key if thing is None else thing.country or key
