"""Calls and exchanges of messages: who spoke or wrote to whom at a distance."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.frames import event_mention, match_rules
from kg.extract.rules import load_rules
from kg.model import EventMention


def extract_exchanges(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of a call, or of letters and messages sent or exchanged."""
    for match in match_rules(context, load_rules("exchanges")):
        yield event_mention(context, match, place_role=None)
