"""Meetings, summits and talks: who met whom, where, when, and whether it took place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.extract.context import Context
from kg.extract.frames import event_mention, match_rules
from kg.extract.rules import load_rules
from kg.language.descriptions import organization_key
from kg.model import EventMention
from kg.world.organizations import OrganizationKind, organizations

BLOC = "bloc-summit"


def extract_meetings(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of people or states face to face."""
    for match in match_rules(context, load_rules("meetings")):
        told = event_mention(context, match)
        if match.rule.name != BLOC or _is_of_a_bloc(told):
            yield told


def _is_of_a_bloc(told: EventMention) -> bool:
    """Whether a summit named only by whose it is, is a bloc's and the text says when or where: "the G20 summit in Rome"."""
    (actors, places) = (
        {a.entity for a in told.arguments if (a.role == "place") == here} for here in (False, True)
    )
    return actors <= _blocs() and bool(places or told.interval)


@cache
def _blocs() -> frozenset[str]:
    return frozenset(organization_key(body) for body in organizations() if body.kind is OrganizationKind.BLOC)
