"""Papers that nobody named signs: those of the two states whose people met, or visited, in the sentences before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.agreement_content import content_of
from kg.extract.agreement_parties import parties_of
from kg.extract.agreements import agreement_mention
from kg.extract.context import Context
from kg.extract.event_times import has_time
from kg.extract.frames import Match, match_rules
from kg.extract.rules import load_rules
from kg.extract.verbs import VERBAL, subjects
from kg.model import EventMention, Interval, Status

ENCOUNTERS = frozenset({"Meeting", "Summit", "Talks", "Visit"})
LOOK_BACK = 2
"""Sentences before its own in which people may have met to sign."""


def sign_where_they_met(context: Context, told: Sequence[EventMention]) -> Iterator[EventMention]:
    """Each paper signed without a signer: "Mary Banda met King Felipe. Eight agreements were signed"."""
    rules = [r for r in load_rules("agreements") if r.name in {"signed", "signing"}]
    met = [e for e in told if e.kind in ENCOUNTERS and e.status is Status.HELD and not e.several]
    for match in match_rules(context, rules) if met else ():
        if parties_of(context, match) or not _is_open(context, match):
            continue
        before = _nearest(context, match, met)
        states = {s for e in before for s in [_states(context, e)]}
        pair = states.pop() if len(states) == 1 else frozenset[str]()
        found = agreement_mention(context, match, sorted(pair)) if len(pair) == 2 else None
        if found is not None:
            yield replace(found, interval=found.interval or _day_of(before))


def _is_open(context: Context, match: Match) -> bool:
    """Whether nothing says who signs, when, or which paper: "an accord was signed", not "the accord", "in 1995"."""
    predicate = match.predicate
    trigger = predicate.trigger
    if trigger.dep == "acl":
        return False
    acting = subjects(context.doc, trigger) if trigger.pos in VERBAL else ()
    others = predicate.tokens("by", "between", "with", "subject", "possessor")
    content = content_of(context, match)
    open_ = content is not None and not content.definite and content.token is None
    return open_ and not acting and not others and not has_time(context, predicate)


def _nearest(context: Context, match: Match, met: Sequence[EventMention]) -> list[EventMention]:
    """The encounters of the nearest sentence that tells of any, up to the signing."""
    doc, trigger = context.doc, match.predicate.trigger
    for back in range(min(LOOK_BACK, trigger.sentence) + 1):
        span = doc.sentences[trigger.sentence - back].span
        here = [e for e in met if e.sentence == span and e.trigger < trigger.span]
        if here:
            return here
    return []


def _states(context: Context, event: EventMention) -> frozenset[str]:
    """The states of those who met, or of a visitor and where he went."""
    things = context.referents.things
    found = set()
    for argument in event.arguments:
        if argument.role != "place":
            known = context.lexicon.describe(argument.entity)
            thing = things.get(argument.entity)
            own = (thing.country if thing is not None else None) or (known.country if known else None)
            found.add(own or argument.entity)
    return frozenset(key for key in found if key.startswith("country/"))


def _day_of(events: Sequence[EventMention]) -> Interval | None:
    """The one day on which they met; on a visit one may sign on any."""
    told = [e.interval for e in events if e.interval is not None and e.kind != "Visit"]
    days = {day for day in told if day.earliest == day.latest}
    return days.pop() if len(days) == 1 else None
