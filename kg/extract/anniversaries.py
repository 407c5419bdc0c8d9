"""Anniversaries: the year in which something began, from "50 years of …" or "the 50th anniversary of …"."""

from __future__ import annotations

import re
from datetime import date

from kg.extract.context import Context
from kg.extract.event_times import when
from kg.extract.predicates import Predicate
from kg.language.document import Document, Token
from kg.model import Interval

COUNTED = frozenset({"year", "years", "anniversary"})
NUMBER = re.compile(r"(\d{1,4})(?:st|nd|rd|th)?$")
NEAREST = 4
"""How far above the founding the count may stand: "anniversary | of the establishment | of relations"."""


def year_of_founding(context: Context, predicate: Predicate) -> Interval | None:
    """The year so many years before the one in which they are counted, None where either is untold."""
    years = years_counted(context.doc, predicate.trigger)
    told = when(context, predicate)
    now = told.latest if told is not None else context.article.creation_time
    if years is None or now is None or not 0 < years < now.year:
        return None
    year = now.year - years
    return Interval(date(year, 1, 1), date(year, 12, 31), f"{year:04}")


def years_counted(doc: Document, founding: Token) -> int | None:
    """The number of "75 years of relations" or "the 75th anniversary of the establishment of relations"."""
    current = founding
    for _, head in zip(range(NEAREST), doc.ancestors(founding), strict=False):
        if current.relation != "nmod" or head.pos not in {"NOUN", "PROPN"}:
            return None
        if {head.lemma.lower(), head.text.lower()} & COUNTED:
            numbers = (NUMBER.match(c.text) for c in doc.children(head, "nummod", "amod", "compound"))
            return next((int(m[1]) for m in numbers if m), None)
        current = head
    return None
