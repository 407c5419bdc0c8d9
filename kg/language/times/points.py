"""A point of time with what narrows it: the part before it, the frame behind it."""

from __future__ import annotations

from kg.language.times.dates import DATE_RULES, read_month
from kg.language.times.expressions import (
    Anaphoric,
    Century,
    Day,
    DayOfMonth,
    Decade,
    Expression,
    Month,
    Nearby,
    Part,
    Recurring,
    Relative,
    Season,
    Unit,
    Weekday,
    Within,
    Year,
)
from kg.language.times.place import Found, Place, Rule, longest_of
from kg.language.times.relative import RELATIVE_RULES

POINT_RULES: tuple[Rule, ...] = DATE_RULES + RELATIVE_RULES
UNITS = r"(?P<whole>(?:week|month|year|decade)\b)?"


def read_point(place: Place) -> Found | None:
    """The point that begins here ("early last year", "Monday of last week", "the first half of 2021")."""
    return _read_part(place) or _read_running(place) or _read_framed(place)


def _read_framed(place: Place) -> Found | None:
    """A point, with the week or year around it where one is told."""
    found = longest_of(place, POINT_RULES)
    if not found or getattr(found.expression, "year", None) is not None:
        return found
    match found.expression:
        case Day() | Month() | Season() as point:
            return _read_frame(place.at(found.end), point, Unit.YEAR) or found
        case DayOfMonth() as point:
            return _read_frame(place.at(found.end), point, Unit.MONTH) or found
        case Weekday() as point:
            return _read_frame(place.at(found.end), point, Unit.WEEK) or found
        case Relative(Unit.YEAR) as frame:
            return _read_framed_month(place.at(found.end), frame) or found
    return found


def _read_frame(place: Place, point: Recurring | DayOfMonth, unit: Unit) -> Found | None:
    """The frame behind a point ("September last year")."""
    m = place.match(r",? (?:(?:of|in) )?(?=[TtLlNn])")
    frame = m and longest_of(place.at(m.end()), RELATIVE_RULES)
    if frame and isinstance(frame.expression, Relative | Anaphoric) and frame.expression.unit is unit:
        return Found(Within(point, frame.expression), frame.end)
    return None


def _read_framed_month(place: Place, frame: Relative) -> Found | None:
    """The month behind its frame ("next year in March")."""
    m = place.match(r",? in ")
    month = m and read_month(place.at(m.end()))
    if month and isinstance(month.expression, Month) and month.expression.year is None:
        return Found(Within(month.expression, frame), month.end)
    return None


def _read_part(place: Place) -> Found | None:
    """A part of a whole ("the early 1950s", "late in January", "the end of the year")."""
    m = place.match(
        r"(?:[Tt]he )?(?:(?P<part><part>) of |(?P<near>[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd)(?:-| (?:in |on )?))"
        rf"(?:the )?{UNITS}"
    )
    if not m or (m["near"] and m["near"].lower() == "end" and "-" not in m[0]):
        return None
    name = " ".join((m["part"] or m["near"]).lower().split())
    if m["whole"]:
        return Found(Part(name, Relative(Unit(m["whole"]), 0)), m.end())
    whole = _read_framed(place.at(m.end()))
    if not whole or isinstance(whole.expression, DayOfMonth | Century):
        return whole if whole and isinstance(whole.expression, Century) else None
    if _is_long(whole.expression):
        return Found(Part(name, whole.expression), whole.end)
    return whole if m["near"] else None


def _is_long(expression: Expression) -> bool:
    """Whether a part of it can be told in days."""
    match expression:
        case Month() | Year() | Decade() | Season():
            return True
        case Nearby(point) | Within(point):
            return not isinstance(point, Day | Weekday)
        case Relative(unit) | Anaphoric(unit):
            return unit is not Unit.DAY
    return False


def _read_running(place: Place) -> Found | None:
    """Earlier or later in a unit ("later this year"): the whole of it, for the cut moves with the day."""
    m = place.match(r"(?:[Ee]arlier|[Ll]ater) (?:in |on )?(?:the )?(?P<whole>(?:week|month|year|day)\b)?")
    if not m:
        return None
    if m["whole"]:
        return Found(Anaphoric(Unit(m["whole"]), 0), m.end())
    return _read_framed(place.at(m.end(), licensed=False))
