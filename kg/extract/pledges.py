"""When a pledge was made that has no day of its own: on the day of the talks that it was made in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.context import Context
from kg.model import AgreementStatus, EventMention, Interval, Span, Status

PLEDGES = frozenset({"JointStatement", "Pledge"})
TALKS = frozenset({"Call", "Meeting", "Summit", "Talks"})
PARTS = frozenset({"participant"})
LOOK_BACK = 3
"""Sentences before its own in which a pledge may find its talks."""


def date_pledges(context: Context, events: Sequence[EventMention]) -> Iterator[EventMention]:
    """The events, each undated pledge with the day of the one meeting of its parties told beside it."""
    for event in events:
        day = _day_of_talks(context, event, events) if _lacks_day(event) else None
        yield event if day is None else replace(event, interval=day)


def _lacks_day(event: EventMention) -> bool:
    made = event.status in {AgreementStatus.AGREED, AgreementStatus.SIGNED}
    return event.kind in PLEDGES and event.interval is None and made and not event.untold


def _day_of_talks(context: Context, pledge: EventMention, events: Sequence[EventMention]) -> Interval | None:
    """The day of the talks of the same parties, in the nearest sentence that tells of such."""
    parties = {a.entity for a in pledge.arguments}
    held = [e for e in events if _is_dated_talks(e) and _sides(context, e) == parties]
    before = [e for e in held if 0 <= _distance(context, e.sentence, pledge.sentence) <= LOOK_BACK]
    nearest = min((_distance(context, e.sentence, pledge.sentence) for e in before), default=None)
    days = {e.interval for e in before if _distance(context, e.sentence, pledge.sentence) == nearest}
    return days.pop() if len(days) == 1 else None


def _is_dated_talks(event: EventMention) -> bool:
    return (
        event.kind in TALKS
        and event.status is Status.HELD
        and event.interval is not None
        and not event.several
    )


def _sides(context: Context, event: EventMention) -> set[str]:
    """The states and bodies that take part, persons counted for theirs."""
    things = context.referents.things
    taking_part = [a.entity for a in event.arguments if a.role in PARTS]
    return {things[k].country or k for k in taking_part if k in things}


def _distance(context: Context, earlier: Span, later: Span) -> int:
    """How many sentences one stands before the other."""
    numbers = {s.span: s.i for s in context.doc.sentences}
    return numbers[later] - numbers[earlier]
