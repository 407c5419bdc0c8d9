"""Times and settings that a journey gives to what happens on it.

Whoever "will travel to Seoul and Manila from June 5 to 14" and "will meet the president in Manila" meets him
on one of these days. An event without a time of its own takes that of the one dated journey of its actor, in
the same article, that leads to its place (narrative containment, Pustejovsky & Stubbs 2011).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.language.lexicon import Lexicon
from kg.model import AgreementStatus, EntityKind, EventMention, Interval, Reading, Referent, Status
from kg.resolve.arrivals import where_it_led
from kg.resolve.likeness import MONTH
from kg.resolve.reports import days_of

ACTORS = frozenset({"participant", "visitor"})
ENCOUNTERS = frozenset({"Meeting", "Talks", "Summit", "Call", "MessageExchange", "Visit"})
PLACES = frozenset({"place", "destination"})


def with_journeys(reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading, events on a journey dated by it."""
    things = {r.key: r for r in reading.referents}
    told = [
        _on_day_of_words(_with_told_status(_without_reach(m), reading.events), reading)
        for m in reading.events
    ]
    visits = [m for m in told if m.kind == "Visit"]
    written = reading.article.creation_time
    dated = [_on_journey(m, _dating(m, visits, written), things, lexicon) for m in visits]
    timed = [
        m
        if m.interval is not None or m.kind not in ENCOUNTERS
        else _on_journey(m, _dating(m, dated, written), things, lexicon)
        for m in told
    ]
    placed = [where_it_led(m, dated, reading) for m in timed]
    events = [_on_occasion(_not_before_its_time(m, reading), placed, things) for m in placed]
    return replace(reading, events=tuple(events))


def _without_reach(mention: EventMention) -> EventMention:
    """A single encounter without the time that only says since when there was none: "the first visit since 2011"."""
    open_ended = mention.interval is not None and ".." in mention.interval.edtf
    if (
        mention.kind not in ENCOUNTERS
        or mention.several
        or not open_ended
        or days_of(mention.interval) <= MONTH
    ):
        return mention
    return replace(mention, interval=None)


def _on_day_of_words(mention: EventMention, reading: Reading) -> EventMention:
    """A message without a time of its own that carries on what its author is told to have said right before.

    "Earlier this month, the king said … The two states will …, he said in his letter to the president".
    """
    if mention.kind != "MessageExchange" or mention.interval is not None or mention.untold:
        return mention
    writers = {a.entity for a in mention.arguments}
    text = reading.article.text
    days = {
        c.day
        for c in reading.claims
        if c.claimant in writers
        and c.day
        and not text[c.sentence.end : mention.sentence.start].strip()
        and c.sentence.end <= mention.sentence.start
    }
    return replace(mention, interval=days.pop()) if len(days) == 1 else mention


def _not_before_its_time(mention: EventMention, reading: Reading) -> EventMention:
    """What a journey dates after the day of writing has not been held yet."""
    written = reading.article.creation_time
    ahead = mention.interval is not None and written is not None and mention.interval.earliest > written
    if mention.kind in ENCOUNTERS and mention.status is Status.HELD and ahead:
        return replace(mention, status=Status.PLANNED)
    return mention


def _with_told_status(mention: EventMention, events: Sequence[EventMention]) -> EventMention:
    """A visit that only a headline names is as sure as the text says that the visitor's journey is."""
    if mention.kind != "Visit" or not mention.bare:
        return mention
    told = {
        e.status for e in events if e.kind == "Visit" and not e.bare and _visitors(e) & _visitors(mention)
    }
    return replace(mention, status=told.pop()) if len(told) == 1 else mention


def _on_occasion(
    mention: EventMention, events: Sequence[EventMention], things: Mapping[str, Referent]
) -> EventMention:
    """A pledge without a time of its own is of the encounter of its states told with it or last before it."""
    if (
        mention.kind not in {"Pledge", "JointStatement"}
        or mention.interval is not None
        or mention.status != AgreementStatus.AGREED
    ):
        return mention
    parties = {a.entity for a in mention.arguments if a.role == "party"}
    told = [
        e
        for e in events
        if e.kind in ENCOUNTERS
        and e.interval is not None
        and e.status is Status.HELD
        and e.sentence.start <= mention.sentence.start
        and _home_states(e, things) == parties
    ]
    return replace(mention, interval=max(told, key=lambda e: e.trigger).interval) if told else mention


def _home_states(event: EventMention, things: Mapping[str, Referent]) -> set[str]:
    """The states whose people, or whose soil, an encounter brings together."""
    found = set()
    for argument in event.arguments:
        thing = things.get(argument.entity)
        if argument.role in ACTORS:
            found.add(
                (thing.country if thing and thing.kind is EntityKind.PERSON else argument.entity)
                or argument.entity
            )
        elif argument.role == "destination":
            found.add(
                argument.entity
                if argument.entity.startswith("country/")
                else (thing.country if thing and thing.country else argument.entity)
            )
    return found


def _dating(
    mention: EventMention, visits: Sequence[EventMention], written: date | None
) -> Sequence[EventMention]:
    """The journeys on which an event may have been: what is told in the past was on none that lies ahead."""
    if not mention.past or written is None:
        return visits
    return [v for v in visits if v.interval is None or v.interval.earliest <= written]


def _on_journey(
    mention: EventMention, visits: Sequence[EventMention], things: Mapping[str, Referent], lexicon: Lexicon
) -> EventMention:
    if mention.interval is not None:
        return mention
    interval = _journey_time(mention, visits, things, lexicon)
    return replace(mention, interval=interval) if interval is not None else mention


def _journey_time(
    mention: EventMention, visits: Sequence[EventMention], things: Mapping[str, Referent], lexicon: Lexicon
) -> Interval | None:
    """The time of the one dated journey of an actor to where the event is; a tour may be dated as a whole."""
    actors = {a.entity for a in mention.arguments if a.role in ACTORS}
    states = _states(mention, things, lexicon)
    journeys = [v for v in visits if v.interval and _visitors(v) & actors and not _is_arrival(v)]
    there = {v.interval for v in journeys if states & _states(v, things, lexicon)}
    if not there and mention.kind == "Visit" and mention.bare:
        there = {v.interval for v in journeys}
    if not there and any(_visitors(v) & actors and states & _states(v, things, lexicon) for v in visits):
        there = {v.interval for v in journeys}
    return there.pop() if len(there) == 1 and states else None


def _is_arrival(visit: EventMention) -> bool:
    """Whether a journey is dated by one day of travelling, which is not the day of what follows."""
    return (
        visit.rule == "travelled"
        and visit.interval is not None
        and visit.interval.earliest == visit.interval.latest
    )


def _visitors(visit: EventMention) -> set[str]:
    return {a.entity for a in visit.arguments if a.role == "visitor"}


def _states(mention: EventMention, things: Mapping[str, Referent], lexicon: Lexicon) -> set[str]:
    """The countries of an event's places."""
    found = set()
    for argument in mention.arguments:
        if argument.role in PLACES:
            thing, known = things.get(argument.entity), lexicon.describe(argument.entity)
            if argument.entity.startswith("country/"):
                found.add(argument.entity)
            elif known is not None and known.country:
                found.add(known.country)
            elif thing is not None and thing.kind is EntityKind.PLACE and thing.country:
                found.add(thing.country)
    return found
