"""When something was last: "have not met since 2019" denies no meeting and tells of one in 2019."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clause_readings import own_readings
from kg.extract.context import Context
from kg.extract.event_times import expressions
from kg.extract.occurring import befalling
from kg.extract.predicates import Predicate
from kg.language.document import Token
from kg.language.times import Bound, Open, Tense, TimeMention, resolve_time
from kg.model import Interval, Status


def last_time(context: Context, predicate: Predicate) -> Interval | None:
    """The time since which the clause of an event has it not be any more, None where it says no such thing."""
    if not any(_is_not_so_far(context, verb) for verb in _verbs(context, predicate)):
        return None
    times = (mention for _, mentions in expressions(context, predicate) for mention in mentions)
    since = next((point for mention in times if (point := _beginning(mention)) is not None), None)
    return None if since is None else resolve_time(since, context.article.creation_time, Tense.PAST)


def _verbs(context: Context, predicate: Predicate) -> Iterator[Token]:
    """The words that say whether an event took place."""
    yield from (predicate.trigger, predicate.clause, *predicate.slots.get("support", ()))
    yield from befalling(context.doc, predicate.trigger)


def _is_not_so_far(context: Context, verb: Token) -> bool:
    """Whether a verb says of a time up to now that something was not: "has not met", "nobody had met"."""
    perfect = any(c.lemma == "have" for c in context.doc.children(verb, "aux"))
    return perfect and list(own_readings(context.doc, verb)) == [Status.DENIED]


def _beginning(mention: TimeMention) -> TimeMention | None:
    """The point from which an open stretch of time goes on: 2019 of "since 2019"."""
    told = mention.expression
    return (
        replace(mention, expression=told.point)
        if isinstance(told, Open) and told.bound is Bound.SINCE
        else None
    )
