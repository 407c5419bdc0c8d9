"""Meetings told right behind the arrival that they follow: "flew to Lima on Friday, where he met the president"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import EventMention, Reading

MEETINGS = frozenset({"Meeting", "Talks", "Summit"})
WHERE = re.compile(r",\s+where\s+(?:\w+\s+){0,3}$")
"""What opens a clause on the place before it, up to its verb."""


def where_it_led(mention: EventMention, visits: Sequence[EventMention], reading: Reading) -> EventMention:
    """A meeting without a place, as one at the end of the journey that its sentence tells before, and of its day."""
    if mention.kind not in MEETINGS or any(a.role == "place" for a in mention.arguments):
        return mention
    led = [v for v in visits if _leads_to(v, mention, reading.article.text)]
    if len(led) != 1:
        return mention
    places = {a._replace(role="place") for a in led[0].arguments if a.role == "destination"}
    arguments = tuple(sorted({*mention.arguments, *places}))
    return replace(mention, arguments=arguments, interval=mention.interval or led[0].interval)


def _leads_to(visit: EventMention, meeting: EventMention, text: str) -> bool:
    """Whether a journey of one who meets stands before a meeting in its sentence, and "where" between them."""
    people = {a.entity for a in meeting.arguments if a.role == "participant"}
    travels = any(a.role == "visitor" and a.entity in people for a in visit.arguments)
    alike = visit.sentence == meeting.sentence and visit.status == meeting.status
    return travels and alike and bool(WHERE.search(text[visit.trigger.end : meeting.trigger.start]))
