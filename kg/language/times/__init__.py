"""Time expressions in English news: where they stand, and which days they mean."""

from kg.language.times.expressions import Anaphoric, Bound, Open, Tense, TimeMention, Unit
from kg.language.times.find import find_times
from kg.language.times.resolve import resolve_anaphoric, resolve_time

__all__ = [
    "Anaphoric",
    "Bound",
    "Open",
    "Tense",
    "TimeMention",
    "Unit",
    "find_times",
    "resolve_anaphoric",
    "resolve_time",
]
