"""Ceremonies: parades, funerals and inaugurations, and who attended them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.event_mentions import event_mention
from kg.extract.frames import Match, match_rules
from kg.extract.rules import load_rules
from kg.extract.verbs import VERBAL
from kg.model import EventMention


def extract_ceremonies(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of people or states at a public act."""
    for match in match_rules(context, load_rules("ceremonies")):
        if match.predicate.trigger.pos not in VERBAL or _is_told_of_ceremony(match):
            yield event_mention(context, match)


def _is_told_of_ceremony(match: Match) -> bool:
    """Whether a ceremony is what a verb speaks of: "the parade, which featured both leaders"."""
    nouns = {noun for rule in load_rules("ceremonies") for noun in rule.nouns}
    return any(t.lemma.lower() in nouns for t in match.predicate.tokens("subject"))
