"""Event mentions made of what a rule has read: with the status, time and place that the clause gives."""

from __future__ import annotations

from kg.extract.context import Context
from kg.extract.event_places import where
from kg.extract.event_times import days_of_any_year, has_time, when
from kg.extract.frames import Match
from kg.extract.futurate import time_ahead
from kg.extract.last_times import last_time
from kg.extract.predicates import Predicate
from kg.extract.status import status_of
from kg.extract.verbs import VERBAL, is_past
from kg.extract.wording import words
from kg.model import Argument, EventMention, Interval, Status


def event_mention(
    context: Context,
    match: Match,
    *,
    place_role: str | None = "place",
    status: Status | None = None,
    interval: Interval | None = None,
) -> EventMention:
    """An event mention of a match, with the status, time and place that its clause gives."""
    predicate = match.predicate
    found = status or status_of(context.doc, predicate)
    time = interval or when(context, predicate, found)
    if found is Status.HELD and (ahead := time_ahead(context, predicate, time)) is not None:
        found, time = Status.PLANNED, ahead
    if found is Status.DENIED and (last := last_time(context, predicate)) is not None:
        found, time = Status.HELD, last
    found = _not_before_its_time(context, found, time)
    untold = time is None and has_time(context, predicate)
    arguments = list(match.arguments)
    if place_role is not None and not any(a.role == place_role for a in arguments):
        arguments += [Argument(place_role, key) for key in where(context, predicate)]
    return EventMention(
        kind=match.rule.kind,
        rule=match.rule.name,
        trigger=predicate.trigger.span,
        sentence=context.doc.sentence(predicate.trigger).span,
        arguments=tuple(sorted(set(arguments))),
        interval=time,
        status=found,
        plover=match.rule.plover,
        relation_type=match.rule.relation,
        bare=match.rule.generic or is_bare(context, predicate),
        several=tells_several(predicate),
        untold=untold,
        calendar=days_of_any_year(context, predicate, found) if untold else None,
        past=found is Status.HELD and is_past(context.doc, predicate.clause),
    )


def tells_several(predicate: Predicate) -> bool:
    """Whether an event noun, or a verb's object, is a plural that counts: "meetings", not "talks"."""
    nouns = (
        (predicate.trigger, *predicate.tokens("object"))
        if predicate.trigger.pos in VERBAL
        else (predicate.trigger,)
    )
    return any("Number=Plur" in t.feats and t.lemma.lower() in words("counted") for t in nouns)


def is_bare(context: Context, predicate: Predicate) -> bool:
    """Whether an event stands in a headline, or is a noun without any verb over it."""
    doc = context.doc
    if doc.sentence(predicate.trigger).headline:
        return True
    above = (predicate.trigger, *doc.ancestors(predicate.trigger))
    return predicate.trigger.pos not in VERBAL and not any(
        t.pos in VERBAL or doc.children(t, "cop") for t in above
    )


def _not_before_its_time(context: Context, status: Status, time: Interval | None) -> Status:
    """What lies wholly after the day of writing has not been held yet."""
    written = context.article.creation_time
    if status is Status.HELD and time is not None and written is not None and time.earliest > written:
        return Status.PLANNED
    return status
