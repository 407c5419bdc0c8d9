"""Meetings, summits and talks: who met whom, where, when, and whether it took place."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from functools import cache

from kg.extract.context import Context
from kg.extract.event_mentions import event_mention
from kg.extract.frames import Match, match_rules
from kg.extract.present import each_apart, greets_a_crowd, is_apart, without_matter
from kg.extract.rules import load_rules
from kg.extract.wording import words
from kg.language.descriptions import organization_key
from kg.language.document import Document, Token
from kg.model import Argument, EntityKind, EventMention
from kg.world.organizations import OrganizationKind, organizations

OF_BLOCS = frozenset({"bloc-summit", "bloc-meeting", "bloc-met"})
"""Rules of events that are named only by whose they are."""


def extract_meetings(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of people or states face to face."""
    told = [
        event_mention(context, _of_their_staffs(context, _of_their_blocs(context, m)))
        for found in match_rules(context, load_rules("meetings"))
        if (whole := without_matter(context, found)) is not None and not _is_none(context, whole)
        for m in each_apart(context, whole)
    ]
    at_summits = {a.entity for event in told if event.kind == "Summit" for a in event.arguments}
    yield from (event for event in told if _stands(context, event, at_summits))


def _is_none(context: Context, match: Match) -> bool:
    """Whether what a rule read is no meeting of those whom it names."""
    readings = (_hosts_a_body, _met_apart, greets_a_crowd, _goes_to_a_place)
    return any(reading(context, match) for reading in readings)


def _hosts_a_body(context: Context, match: Match) -> bool:
    """Whether what is welcomed or hosted is a body, not somebody: "hosted the G20", "welcomed NATO"."""
    hosted = match.predicate.tokens("object") if match.rule.name == "received" else ()
    kinds = {context.referents.kind(k) for t in hosted for k in context.referents.of(t)}
    return kinds == {EntityKind.ORGANIZATION} and all(t.name is not None for t in hosted)


def _goes_to_a_place(context: Context, match: Match) -> bool:
    """Whether a visit is not one by somebody known to persons: "paid a visit to Peru", "visits to the king" by nobody."""
    if match.rule.name != "visit-to-person":
        return False
    hosts = {k for t in match.predicate.tokens("to") for k in context.referents.of(t)}
    guests = set(match.fillers("participant")) - hosts
    return not guests or any(context.referents.kind(k) is not EntityKind.PERSON for k in hosts)


def _met_apart(context: Context, match: Match) -> bool:
    """Whether several people each met somebody who is not told: "A and B met separately with mediators"."""
    predicate = match.predicate
    others = [k for t in predicate.tokens("object", "with") for k in context.referents.of(t)]
    named = [k for k in others if context.referents.kind(k) is not EntityKind.GROUP]
    return is_apart(context, match) and not named and len(predicate.tokens("subject")) > 0


def _stands(context: Context, told: EventMention, at_summits: Set[str]) -> bool:
    """Whether what a rule read is an event of its own; a bloc's meeting beside its summit is mostly a part of it."""
    if told.rule == "views":
        return _names_a_person(context, told)
    apart = told.kind == "Summit" or not at_summits & {a.entity for a in told.arguments}
    return told.rule not in OF_BLOCS or (apart and _is_of_a_bloc(told))


def _names_a_person(context: Context, told: EventMention) -> bool:
    """Whether people exchange views; where states do, the text sums up a meeting or call that it tells elsewhere."""
    return any(context.referents.kind(a.entity) is EntityKind.PERSON for a in told.arguments)


def _of_their_blocs(context: Context, match: Match) -> Match:
    """A gathering of a bloc's people as one of the bloc: "EU leaders met"."""
    if match.rule.name != "bloc-met":
        return match
    return replace(match, arguments=tuple(_represented(context, match)))


def _represented(context: Context, match: Match) -> Iterator[Argument]:
    """The blocs whose people gather: "the foreign ministers of ASEAN", "EU leaders"; not one of them alone."""
    for token in match.predicate.tokens("subject"):
        if "Number=Plur" in token.feats and token.name is None:
            held = context.doc.children(token, "compound", "nmod", "nmod:poss", "amod")
            yield from (Argument("participant", key) for t in held for key in context.referents.of(t))


def _of_their_staffs(context: Context, match: Match) -> Match:
    """Talks of people's staffs as their states': "the ministers agreed to resume working-level talks"."""
    if not _is_of_staffs(context.doc, match.predicate.trigger):
        return match
    things = context.referents.things
    states = (a._replace(entity=things[a.entity].country or a.entity) for a in match.arguments)
    return replace(match, arguments=tuple(dict.fromkeys(states)))


def _is_of_staffs(doc: Document, noun: Token) -> bool:
    """Whether a noun says at which level below those named it is: "expert-level talks"."""
    levels = (t for t in doc.children(noun, "compound", "amod") if t.lemma.lower() == "level")
    said = (t for level in levels for t in doc.children(level, "compound", "amod"))
    return any(t.text.lower() in words("staffs") for t in said)


def _is_of_a_bloc(told: EventMention) -> bool:
    """Whether a summit named only by whose it is, is a bloc's and the text says when or where: "the G20 summit in Rome"."""
    (actors, places) = (
        {a.entity for a in told.arguments if (a.role == "place") == here} for here in (False, True)
    )
    return bool(actors) and actors <= _blocs() and bool(places or told.interval)


@cache
def _blocs() -> frozenset[str]:
    return frozenset(organization_key(body) for body in organizations() if body.kind is OrganizationKind.BLOC)
