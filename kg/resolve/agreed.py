"""Whether two reports are of one agreement: by its name, or by its parties, its time and its words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kg.identifiers import plain_words
from kg.model import Entity
from kg.resolve.documents import are_two_kinds, is_called_again, is_one_document
from kg.resolve.likeness import Match, match_times, same_name
from kg.resolve.reports import Report
from kg.resolve.wordings import in_plain_words, said_in_every_pledge
from kg.world.name_patterns import agreement_heads

MOST_WORDS = 0.6
HALF = 0.5


def same_agreement(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """The same name, or the same parties, time and mostly the same words."""
    if a.mention.definite or b.mention.definite:
        return _points_back(a, b) or (a.actors == b.actors and is_one_document(a, b, entities))
    contrary = match_times(a, b) is Match.CONTRARY
    if same_name(a, b) and is_proper(a.mention.name):
        steps = a.mention.status != b.mention.status
        return _within(a, b) and (steps or not contrary)
    if a.actors != b.actors or contrary or are_two_kinds(a, b):
        return False
    if _same_content(a, b) or is_one_document(a, b, entities) or is_called_again(a, b, entities):
        return True
    return not a.is_in_text_of(b) and _same_substance(a, b, entities)


def is_proper(name: str | None) -> bool:
    """Whether an agreement is called by a name of its own ("Treaty of Friendship"), not by its content."""
    return bool(name) and str(name)[0].isupper()


def _within(a: Report, b: Report) -> bool:
    """Whether one report names no party that the other does not."""
    return a.actors <= b.actors or b.actors <= a.actors


def _points_back(a: Report, b: Report) -> bool:
    """Whether "the accord" in one report is the agreement that the same text named before."""
    back, named = (a, b) if a.mention.definite else (b, a)
    before = back.is_in_text_of(named) and named.mention.trigger <= back.mention.trigger
    return before and not named.mention.definite


# ---------------------------------------------------------------- words


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


@lru_cache(maxsize=65536)
def content_words(name: str | None) -> frozenset[str]:
    """The words of an agreement's name that say what is agreed."""
    words = frozenset(w for w in plain_words(name or "") if len(w) > 3)
    return words - agreement_heads().keys() or words


def _same_substance(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """The same matters in other words: two texts seldom translate or shorten a readout alike.

    What every pledge says, and the parties' own names, say nothing of it. Of one time, most of the shorter
    one's matters must stand in the other; of unknown times, the matters must be the same.
    """
    parties = frozenset(w for p in a.actors if p in entities for w in _names(entities[p]))
    x, y = _matters(a, parties), _matters(b, parties)
    shared = len(x & y)
    if shared < 2:
        return False
    if match_times(a, b) is Match.SHARED:
        return shared / min(len(x), len(y)) >= MOST_WORDS and (
            shared == min(len(x), len(y)) or shared / len(x | y) >= HALF
        )
    return x == y


def _matters(report: Report, parties: frozenset[str]) -> frozenset[str]:
    """What a pledge is about: its words without number, without what every pledge says, one for synonyms."""
    words = in_plain_words(content_words(report.mention.name) - parties)
    return words - said_in_every_pledge() - parties


def _names(entity: Entity) -> frozenset[str]:
    return _words_of((entity.label, entity.iso3 or "", *entity.alt_labels))


@lru_cache(maxsize=4096)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in plain_words(name))
