"""Whether two reports may be of one event: kind, actors, time and place compared one by one.

Each comparison says whether the reports contradict each other, don't tell, or share it (cross-document event
coreference in the form of Cybulska & Vossen 2015).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import IntEnum

from kg.identifiers import plain_words
from kg.model import Entity
from kg.resolve.reports import Report, days_of, is_country, place_kind, state_of
from kg.world.name_patterns import agreement_heads

FEW_DAYS = timedelta(days=2)
MONTH = 31
MOST_WORDS = 0.6


class Match(IntEnum):
    """What two reports are to each other in one respect."""

    CONTRARY = 0
    UNTOLD = 1
    SHARED = 2


def may_be_one(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether nothing in two reports speaks against one event."""
    if a.family == b.family == "Agreement":
        return _same_agreement(a, b)
    if not _kinds_agree(a, b) or match_times(a, b) is Match.CONTRARY:
        return False
    if a.family in {"Interaction", "Relation"}:
        return _same_act(a, b)
    return same_actors(a, b, entities) and match_places(a, b, entities) is not Match.CONTRARY


def are_tied(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether two reports that may be of one event also are, as far as their status and actors go.

    What is only expected or denied is one with what was held only where a time or a place ties them; so is
    what names nobody.
    """
    if a.family in {"Agreement", "Interaction", "Relation"}:
        return True
    x, y = a.mention, b.mention
    if a.actors and (x.status == y.status or x.bare or y.bare or _says_more_of(a, b)):
        return True
    return Match.SHARED in {match_times(a, b), match_places(a, b, entities)} or _same_name(a, b)


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
    x, y = a.mention.interval, b.mention.interval
    if x is None or y is None:
        hidden = (a.mention.untold or b.mention.untold) and not a.is_in_text_of(b)
        return Match.CONTRARY if hidden else Match.UNTOLD
    slack = FEW_DAYS if a.family == "Visit" else timedelta(0)
    if x.earliest > y.latest + slack or y.earliest > x.latest + slack:
        return Match.CONTRARY
    return Match.SHARED if max(days_of(x), days_of(y)) <= MONTH else Match.UNTOLD


def match_places(a: Report, b: Report, entities: Mapping[str, Entity]) -> Match:
    """Whether two reports tell one place, or a country and a place in it; a palace may stand in any city."""
    x, y = a.places, b.places
    if not x or not y:
        return Match.UNTOLD
    if x & y:
        return Match.SHARED
    if not {state_of(p, entities) for p in x} & {state_of(p, entities) for p in y}:
        return Match.CONTRARY
    if any(is_country(p, entities) for p in x | y):
        return Match.SHARED
    alike = {place_kind(p) for p in x} & {place_kind(p) for p in y}
    return Match.CONTRARY if alike else Match.UNTOLD


def _same_name(a: Report, b: Report) -> bool:
    words = plain_words(a.mention.name or "")
    return bool(words) and words == plain_words(b.mention.name or "")


# ---------------------------------------------------------------- agreements


def _same_agreement(a: Report, b: Report) -> bool:
    """The same name, or the same parties, time and mostly the same words."""
    if a.mention.definite or b.mention.definite:
        return _points_back(a, b)
    contrary = match_times(a, b) is Match.CONTRARY
    if _same_name(a, b) and is_proper(a.mention.name):
        steps = a.mention.status != b.mention.status
        return _within(a, b) and (steps or not contrary)
    return a.actors == b.actors and not contrary and _same_content(a, b)


def is_proper(name: str | None) -> bool:
    """Whether an agreement is called by a name of its own ("Treaty of Friendship"), not by its content."""
    return bool(name) and str(name)[0].isupper()


def _within(a: Report, b: Report) -> bool:
    """Whether one report names no party that the other does not."""
    return a.actors <= b.actors or b.actors <= a.actors


def _same_content(a: Report, b: Report) -> bool:
    """Mostly the same words, or those of a headline mostly among the text's.

    In one text, or of one day, the words of one may also be a part of the other's.
    """
    x, y = content_words(a.mention.name), content_words(b.mention.name)
    shared, shorter = len(x & y), min(len(x), len(y))
    if not shared:
        return False
    if shared / (shorter if a.mention.bare != b.mention.bare else len(x | y)) >= MOST_WORDS:
        return True
    return 1 < shared == shorter and (a.is_in_text_of(b) or match_times(a, b) is Match.SHARED)


def content_words(name: str | None) -> frozenset[str]:
    """The words of an agreement's name that say what is agreed."""
    words = frozenset(w for w in plain_words(name or "") if len(w) > 3)
    return words - agreement_heads().keys() or words


def _points_back(a: Report, b: Report) -> bool:
    """Whether "the accord" in one report is the agreement that the same text named before."""
    back, named = (a, b) if a.mention.definite else (b, a)
    before = back.is_in_text_of(named) and named.mention.trigger <= back.mention.trigger
    return before and not named.mention.definite
