"""Meetings, summits and talks: who met whom, where, when, and whether it took place."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.frames import event_mention, match_rules
from kg.extract.rules import load_rules
from kg.model import EventMention


def extract_meetings(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of people or states face to face."""
    for match in match_rules(context, load_rules("meetings")):
        yield event_mention(context, match)
