"""What is told as going on, and yet is to come: "she is flying to Lima on Friday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kg.extract.context import Context
from kg.extract.event_times import when
from kg.extract.predicates import Predicate
from kg.language.document import Token
from kg.model import Interval, Status

DAY = timedelta(days=1)
SOON = timedelta(days=180)
"""A day so far ahead is rather the one that has been: "on 3 June", written on 4 June."""


def time_ahead(context: Context, predicate: Predicate, time: Interval | None) -> Interval | None:
    """The day to come of what a clause tells as going on, where the `time` that it would be of is over or a named today."""
    written = context.article.creation_time
    if written is None or time is None or not _is_set_going(context, predicate.clause):
        return None
    if time == Interval(written, written, str(written)):
        return time if _is_named(context, predicate, time) else None
    ahead = when(context, predicate, Status.PLANNED)
    if time.latest >= written or ahead is None or not written < ahead.earliest < written + SOON:
        return None
    return ahead


def _is_set_going(context: Context, verb: Token) -> bool:
    """Whether a verb stands in the present progressive, with a time behind it: that of a dateline sets nothing."""
    doc = context.doc
    helped = any(c.lemma == "be" and "Tense=Pres" in c.feats for c in doc.children(verb, "aux"))
    timed = any(m.span.start > verb.span.start for m in context.times_in(doc.sentence(verb)))
    return helped and timed and verb.text.lower().endswith("ing")


def _is_named(context: Context, predicate: Predicate, day: Interval) -> bool:
    """Whether the day of writing is told by its name: "on Monday", not "today"."""
    later = replace(context.article, published=day.latest + DAY)
    return when(replace(context, article=later), predicate) == day
