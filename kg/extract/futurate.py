"""What is told in the present, and yet is to come: "she is flying to Lima on Friday", "she flies to Lima on 3 July"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from kg.extract.context import Context
from kg.extract.event_times import when
from kg.extract.predicates import Predicate
from kg.extract.verbs import is_finite_present
from kg.language.document import Document, Token
from kg.language.times import TimeMention
from kg.model import Interval, Status

DAY = timedelta(days=1)
AT_A_TIME = re.compile(r"\b(?:on|from)\s", re.IGNORECASE)
SOON = timedelta(days=180)
"""A day so far ahead is rather the one that has been: "on 3 June", written on 4 June."""


def time_ahead(context: Context, predicate: Predicate, time: Interval | None) -> Interval | None:
    """The day to come of what a clause tells as going on, where the `time` that it would be of is over or a named today."""
    written = context.article.creation_time
    going = _is_going_on(context.doc, predicate.clause)
    if written is None or time is None or not (going or _is_told_now(context.doc, predicate)):
        return None
    if not _has_its_time(context, predicate.clause):
        return None
    if time == Interval(written, written, str(written)):
        return time if going and _is_named(context, predicate, time) else None
    ahead = when(context, predicate, Status.PLANNED)
    if time.latest >= written or ahead is None or not written < ahead.earliest < written + SOON:
        return None
    return ahead


def _is_going_on(doc: Document, verb: Token) -> bool:
    """Whether a verb stands in the present progressive."""
    helped = any(c.lemma == "be" and "Tense=Pres" in c.feats for c in doc.children(verb, "aux"))
    return helped and verb.text.lower().endswith("ing")


def _is_told_now(doc: Document, predicate: Predicate) -> bool:
    """Whether an event stands in the simple present: "meets", "holds talks", not "follows his visit on Friday"."""
    verb = predicate.clause
    own = verb in {predicate.trigger, *predicate.slots.get("support", ())}
    return own and is_finite_present(verb) and not doc.children(verb, "aux")


def _has_its_time(context: Context, verb: Token) -> bool:
    """Whether a sentence has a time of its own: that of a dateline sets nothing."""
    times = context.times_in(context.doc.sentence(verb))
    return any(m.span.start > verb.span.start or _is_given(context, m) for m in times)


def _is_given(context: Context, time: TimeMention) -> bool:
    """Whether a time is that of a sentence: "On Friday", "From 3 July to 5 July", not "LIMA, 3 July - "."""
    start = time.span.start
    return bool(AT_A_TIME.search(context.article.text[max(0, start - 5) : start + 5]))


def _is_named(context: Context, predicate: Predicate, day: Interval) -> bool:
    """Whether the day of writing is told by its name: "on Monday", not "today"."""
    later = replace(context.article, published=day.latest + DAY)
    return when(replace(context, article=later), predicate) == day
