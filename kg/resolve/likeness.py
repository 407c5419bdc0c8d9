"""Whether two reports may be of one event: kind, actors, time and place compared one by one.

Each comparison says whether the reports contradict each other, don't tell, or share it (cross-document event
coreference in the form of Cybulska & Vossen 2015).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from enum import IntEnum
from functools import lru_cache
from itertools import product

from kg.identifiers import plain_words
from kg.model import Entity, Interval, Status
from kg.resolve.calendars import days_agree, days_told
from kg.resolve.reports import Report, days_of, is_country, place_kind, state_of
from kg.world.agreements import find_agreement

FEW_DAYS = timedelta(days=2)
MONTH = 31
WEEK, SOON, SEASON, YEAR = timedelta(days=7), timedelta(days=31), timedelta(days=92), timedelta(days=366)
AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})


class Match(IntEnum):
    """What two reports are to each other in one respect."""

    CONTRARY = 0
    UNTOLD = 1
    SHARED = 2


def may_be_one(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether nothing in two reports speaks against one event."""
    if not _kinds_agree(a, b) or match_times(a, b) is Match.CONTRARY:
        return False
    if a.family in {"Interaction", "Relation"}:
        return _same_act(a, b)
    apart = match_places(a, b, entities) is Match.CONTRARY or not are_of_one_time(a, b)
    return not apart and same_actors(a, b, entities)


def are_tied(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether two reports that may be of one event also are, as far as their status and actors go.

    What is only expected or denied is one with what was held only where a time or a place ties them, or where it
    came true at once; what names nobody is one with what names people only where a time or a place does.
    """
    if a.family in {"Agreement", "Interaction", "Relation"}:
        return True
    x, y = a.mention, b.mention
    hangs = (x.bare or y.bare) and a.is_in_text_of(b)
    alike = x.status == y.status and not _names_only_one(a, b)
    if a.actors and (alike or hangs or _says_more_of(a, b)):
        return True
    if Match.SHARED in {match_times(a, b), match_places(a, b, entities)} or same_name(a, b):
        return True
    return bool(a.actors) and a.actors == b.actors and (_came_true(a, b) or _came_true(b, a))


def _names_only_one(a: Report, b: Report) -> bool:
    """Whether of two texts one names who met and the other only their states, which meet often."""
    return a.family == "Meeting" and bool(a.persons) != bool(b.persons) and not a.is_in_text_of(b)


def _came_true(expected: Report, held: Report) -> bool:
    """Whether what one text expects another tells as held when it was due, or within the week where no day was set."""
    if expected.mention.status not in AHEAD or held.mention.status is not Status.HELD:
        return False
    if expected.is_in_text_of(held):
        return False
    if expected.time is not None and days_of(expected.time) <= FEW_DAYS.days and held.time is None:
        due, told = expected.time, _day_of_writing(held)
        return told is not None and due.earliest <= told.latest <= due.latest + FEW_DAYS
    written = expected.article.creation_time
    if expected.time is not None or held.time is None or written is None:
        return False
    return written <= held.time.latest and held.time.earliest <= written + WEEK


def _says_more_of(a: Report, b: Report) -> bool:
    """Whether one report points back to the other: "The visit was called off", of those told of before."""
    back = a.mention.definite or b.mention.definite
    return back and a.is_in_text_of(b) and a.ends == b.ends


def _kinds_agree(a: Report, b: Report) -> bool:
    """The same kind; in one text "they discussed trade" may also be the call that it tells of."""
    if a.mention.plover != b.mention.plover or a.mention.relation_type != b.mention.relation_type:
        return False
    if a.mention.several != b.mention.several:
        return False
    if a.family == b.family:
        return True
    generic = any(r.mention.bare and r.family == "Meeting" for r in (a, b))
    return generic and {a.family, b.family} == {"Meeting", "Call"} and a.is_in_text_of(b)


def _same_act(a: Report, b: Report) -> bool:
    """The same pair: a relation goes on; acts without a day are one only where they are told alike."""
    if a.ends != b.ends:
        return False
    if a.family == "Relation":
        return True
    dated = match_times(a, b) is Match.SHARED
    return dated or (a.mention.status, a.mention.rule) == (b.mention.status, b.mention.rule)


# ---------------------------------------------------------------- actors, times, places


def same_actors(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """The same persons, or states and bodies standing for them; nobody is left over on either side."""
    x, y = a.actors, b.actors
    return _stand_for(x - y, y - x, entities) and _stand_for(y - x, x - y, entities)


def _stand_for(some: frozenset[str], others: frozenset[str], entities: Mapping[str, Entity]) -> bool:
    return all(any(_abstracts(s, o, entities) or _abstracts(o, s, entities) for o in others) for s in some)


def _abstracts(general: str, special: str, entities: Mapping[str, Entity]) -> bool:
    """Whether a country or body stands for a person or body of its own."""
    entity = entities.get(special)
    if entity is None or is_country(special, entities):
        return False
    home = state_of(special, entities) if is_country(general, entities) else entity.country
    return general == home


def match_times(a: Report, b: Report) -> Match:
    """Whether two reports tell overlapping times; a month or less is needed to share one.

    A visit may be dated by its first day in one report and by a later one in another.
    """
    x, y = a.time, b.time
    slack = FEW_DAYS if a.family == "Visit" else timedelta(0)
    if x is None or y is None:
        hidden = a.mention.untold or b.mention.untold
        return _match_days(a, b, slack) if hidden and not a.is_in_text_of(b) else Match.UNTOLD
    if x.earliest > y.latest + slack or y.earliest > x.latest + slack:
        return Match.CONTRARY
    return Match.SHARED if max(days_of(x), days_of(y)) <= MONTH else Match.UNTOLD


def _match_days(a: Report, b: Report, slack: timedelta) -> Match:
    """Whether days agree of which a text leaves the year open; a month alone ties nothing."""
    agree = days_agree(a, b, slack)
    if agree is None:
        return Match.UNTOLD if a.family == "Agreement" else Match.CONTRARY
    exact = all(days_of(days_told(r)) <= WEEK.days for r in (a, b))
    return (Match.SHARED if exact else Match.UNTOLD) if agree else Match.CONTRARY


def are_of_one_time(a: Report, b: Report) -> bool:
    """Whether texts that do not tell when were written at a time when news of the other's encounter was.

    A text that tells of a meeting without a date means a recent one, a text that expects one means one to come;
    where both name the same place, the meeting may be a year back. One that nothing dates is not the one that another
    text has in a whole year.
    """
    if a.is_in_text_of(b) or (a.time is not None and b.time is not None):
        return True
    undated, other = (a, b) if a.time is None else (b, a)
    written, told = undated.article.creation_time, other.time
    if told is None:
        told = _day_of_writing(other)
    if written is None:
        return days_of(other.time) <= MONTH
    if told is None:
        return True
    if undated.mention.status in AHEAD and other.time is not None:
        return told.latest >= written - FEW_DAYS and told.earliest <= written + SEASON
    back = YEAR if _exact(a) & _exact(b) else SOON
    return told.earliest <= written + (FEW_DAYS if other.time else back) and told.latest >= written - back


def _day_of_writing(report: Report) -> Interval | None:
    day = report.article.creation_time
    return None if day is None else Interval(day, day, str(day))


def _exact(report: Report) -> frozenset[str]:
    """The places that are no countries."""
    return frozenset(p for p in report.places if not p.startswith("country/"))


def match_places(a: Report, b: Report, entities: Mapping[str, Entity]) -> Match:
    """Whether two reports tell one place, or a country and a place in it.

    A palace may stand in any city, and a meeting at a sea in any; whoever tours a region visits several countries.
    """
    x, y = a.places, b.places
    if not x or not y:
        return Match.UNTOLD
    if x & y:
        return Match.SHARED
    if a.mention.kind != "Visit" and any(not is_country(state_of(p, entities), entities) for p in x | y):
        return Match.UNTOLD
    if not {state_of(p, entities) for p in x} & {state_of(p, entities) for p in y}:
        return Match.CONTRARY
    if any(is_country(p, entities) for p in x | y):
        return Match.SHARED
    alike = {place_kind(p) for p in x} & {place_kind(p) for p in y}
    return Match.CONTRARY if alike and not _is_named_within(x, y, entities) else Match.UNTOLD


def _is_named_within(some: Iterable[str], others: Iterable[str], entities: Mapping[str, Entity]) -> bool:
    """Whether the words of one place's name stand in another's: "the palace", "the Palace of Culture"."""
    names = ({frozenset(plain_words(entities[p].label)) for p in s if p in entities} for s in (some, others))
    return any(x <= y or y <= x for x, y in product(*names))


def same_name(a: Report, b: Report) -> bool:
    """Whether both call it by the same words, or by names that the gazetteer has for one agreement."""
    words = name_key(a.mention.name)
    return bool(words) and words == name_key(b.mention.name)


@lru_cache(maxsize=65536)
def usual_name(name: str) -> str:
    """A name; of an agreement that is known by several the first, so that "NPT" is what others write out."""
    known = find_agreement(name)
    return name if known is None else known.name


def name_key(name: str | None) -> tuple[str, ...]:
    """The words of a name, as it usually goes."""
    return tuple(plain_words(usual_name(name))) if name else ()
