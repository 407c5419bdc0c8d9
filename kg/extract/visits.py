"""Visits: who went where, when, and whether the journey was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.circumstances import places_of
from kg.extract.context import Context
from kg.extract.frames import Match, event_mention, match_rules
from kg.extract.rules import load_rules
from kg.model import Argument, EntityKind, EventMention


def extract_visits(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of a visit; a tour of several places is one visit to each."""
    for match in match_rules(context, load_rules("visits")):
        for destination in _destinations(context, match):
            arguments = (*_visitors(context, match), Argument("destination", destination))
            if len(arguments) > 1:
                yield event_mention(context, replace(match, arguments=arguments), place_role=None)


def _visitors(context: Context, match: Match) -> Iterator[Argument]:
    for key in match.fillers("visitor"):
        if context.referents.kind(key) is not EntityKind.ORGANIZATION:
            yield Argument("visitor", key)


def _destinations(context: Context, match: Match) -> tuple[str, ...]:
    """The places of the first slot that names any; no country visits itself."""
    homes = {context.referents.things[k].country or k for k in match.fillers("visitor")}
    for slot in match.rule.place:
        found = []
        for token in match.predicate.tokens(slot):
            found += [k for k in places_of(context, token)[:1] if k not in homes]
        if found:
            return tuple(dict.fromkeys(found))
    return ()
