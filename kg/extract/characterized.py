"""What kind of event one told before is: "He will fly to Quito. It is his first visit to Ecuador"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.context import Context
from kg.language.document import Document, Token
from kg.model import EventMention, Status

POINTING = frozenset({"it", "that", "this"})
LOOK_BACK = 2
"""Sentences before its own in which an event that is characterized may be told."""


def with_status_of_meant(context: Context, events: Sequence[EventMention]) -> Iterator[EventMention]:
    """The events; what only says of another of what kind it is ("this is his first visit") is no more certain than it."""
    nouns = {t.span: t for t in context.doc.tokens if _is_characterized(context.doc, t)}
    for event in events:
        noun = nouns.get(event.trigger)
        meant = _meant(context, noun, event, events) if noun is not None else None
        foretold = meant is not None and event.status is Status.HELD and meant.status is not Status.HELD
        yield replace(event, status=meant.status, bare=True) if foretold and meant is not None else event


def _is_characterized(doc: Document, noun: Token) -> bool:
    """Whether a noun is what "it", "this" or "that" is."""
    cop = doc.children(noun, "cop")
    return bool(cop) and any(s.text.lower() in POINTING for s in doc.children(noun, "nsubj"))


def _meant(
    context: Context, noun: Token, event: EventMention, events: Sequence[EventMention]
) -> EventMention | None:
    """The last event of the same kind told before, with somebody of this one in it."""
    first = context.doc.sentences[max(noun.sentence - LOOK_BACK, 0)].span.start
    who = {a for a in event.arguments if a.role in {"participant", "visitor"}}
    before = [
        e
        for e in events
        if first <= e.trigger.start < event.trigger.start and e.kind == event.kind and who & set(e.arguments)
    ]
    return max(before, key=lambda e: e.trigger, default=None)
