"""Whether two texts tell of one document that the same parties signed, each in words of its own.

"A border treaty", "an agreement on the state border" and "a historic deal" are one where they are news of the same
days: the kind of paper goes together, and the matters of one stand in the other. What is called by no matter at all
("the agreement") is the only one that it can be, or none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import cache, lru_cache
from pathlib import Path

from kg.identifiers import plain_words
from kg.model import AgreementStatus, Entity, Interval
from kg.resolve.likeness import Match, match_times
from kg.resolve.reports import Report, days_of
from kg.resolve.wordings import by_stem, in_plain_words, said_in_every_pledge
from kg.world.countries import countries

NEWS = timedelta(days=3)
"""So long after a signing texts tell of it as news."""
MOST_WORDS = 0.6
PROMISES = frozenset({"Pledge", "Designation", "Resolution"})
"""Agreements that are no papers."""
ANY = "any"
"""The kind of a paper that is called by a word for any."""


def is_one_document(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether reports of two texts, of the same parties, may be of one paper, as far as its kind, days and matters go."""
    if a.is_in_text_of(b) or not is_document(a) or not is_document(b) or not _forms_agree(a, b):
        return False
    if _are_undated(a, b):
        return bool(matters(a, entities)) and matters(a, entities) == matters(b, entities)
    return _are_one_news(a, b) and _matters_agree(a, b, entities)


def names_one_paper(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether two texts call a paper of the same parties by the same kind and matters, whatever its day."""
    papers = all(is_document(r) and not is_blank(r, entities) for r in (a, b))
    return papers and a.actors == b.actors and _forms_agree(a, b) and _matters_agree(a, b, entities)


def is_called_again(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether the later of two reports of a text only calls the paper of the earlier: "the (historic, trade) deal"."""
    first, later = sorted((a, b), key=lambda r: r.mention.trigger)
    if not a.is_in_text_of(b) or not is_pointed_at(later) or not all(is_document(r) for r in (a, b)):
        return False
    shared = matters(first, entities) & matters(later, entities)
    return _forms_agree(a, b) and (bool(shared) or is_blank(later, entities))


def is_pointed_at(report: Report) -> bool:
    """Whether a sentence takes its paper for known, by no name of its own: "the …", "this …"."""
    name = report.mention.name or ""
    if not is_document(report) or not name[:1].islower():
        return False
    return bool(re.search(rf"\b(?:the|this|that)\s+{re.escape(name)}", report.evidence.quote, re.IGNORECASE))


def is_document(report: Report) -> bool:
    """Whether a report tells of one paper, between two parties at least, called by what it is."""
    signed = report.family == "Agreement" and report.mention.kind not in PROMISES
    kept = report.mention.status not in {AgreementStatus.WITHDRAWN, AgreementStatus.VIOLATED}
    called = report.mention.name is None or form_of(report) is not None
    return signed and kept and len(report.actors) > 1 and called


def is_blank(report: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether a document is called by nothing but what it is: "the historic agreement"."""
    return is_document(report) and not matters(report, entities)


def vagueness(report: Report, entities: Mapping[str, Entity]) -> int:
    """How little the name of a document tells, for comparison: what tells most comes first."""
    return -len(matters(report, entities)) if is_document(report) else 0


def form_of(report: Report) -> str | None:
    """What kind of paper a name is of; nothing where it names several, or none."""
    return _form_of(report.mention.name or "")


@lru_cache(maxsize=65536)
def _form_of(called: str) -> str | None:
    name = _head_of(called)
    found = [w for w in plain_words(name) if w in _forms()]
    return _forms()[found[0]] if found and not _names_several(name) else None


def matters(report: Report, entities: Mapping[str, Entity]) -> frozenset[str]:
    """What a document is about: the words of its name but for its kind, its parties and what news says of any."""
    return _matters(report.mention.name or "", _called(report.actors, entities))


# ---------------------------------------------------------------- kinds and matters


def _matters_agree(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether the matters of one are all, or some of them and most, those of the other."""
    x, y = matters(a, entities), matters(b, entities)
    shared, shorter = len(x & y), min(len(x), len(y))
    some = 2 if form_of(a) == form_of(b) and form_of(a) in _table()["rare"] else 3
    return shared == shorter or (shared >= some and shared / shorter >= MOST_WORDS)


def are_two_kinds(a: Report, b: Report) -> bool:
    """Whether two papers are of different kinds: no treaty is a joint statement."""
    return is_document(a) and is_document(b) and not _forms_agree(a, b)


def _forms_agree(a: Report, b: Report) -> bool:
    """The same kind of paper, or a word for any ("accord")."""
    x, y = form_of(a) or ANY, form_of(b) or ANY
    return x == y or ANY in {x, y}


# ---------------------------------------------------------------- days


def _are_undated(a: Report, b: Report) -> bool:
    """Whether one of them has no day by any words, in a text without a date: it may be of any time, or of the other's."""
    days = [r for r in (a, b) if r.time is None and r.article.creation_time is None]
    return bool(days) and not any(r.mention.untold for r in (a, b))


def _are_one_news(a: Report, b: Report) -> bool:
    """Whether both were signed, as their words or the days of writing tell, within a few days."""
    told = match_times(a, b)
    if told is not Match.UNTOLD:
        return told is Match.SHARED
    x, y = _news_of(a), _news_of(b)
    return x is not None and y is not None and x.earliest <= y.latest + NEWS and y.earliest <= x.latest + NEWS


def _news_of(report: Report) -> Interval | None:
    """The days that a report tells, else the day on which its text was written."""
    told, day = report.time, report.article.creation_time
    if told is not None:
        return told if days_of(told) <= NEWS.days else None
    return None if day is None or report.mention.untold else Interval(day, day, str(day))


# ---------------------------------------------------------------- words


@lru_cache(maxsize=65536)
def _matters(name: str, parties: frozenset[str]) -> frozenset[str]:
    words = {w for w in plain_words(_head_of(name)) if len(w) > 2 and not w.isdigit()}
    empty = parties | _said_of_documents() | _forms().keys()
    return by_stem(in_plain_words(words - empty) - empty)


def _head_of(name: str) -> str:
    """A name up to where it tells of circumstances, without the place at its end."""
    return _place_at_end().sub("", _circumstances().split(name, maxsplit=1)[0])


def _names_several(name: str) -> bool:
    """Whether a name joins two papers: "the trade pact and a fishing agreement"."""
    heads = "|".join(_forms())
    return bool(re.search(rf"\b(?:{heads})\b.*\band\b.*\b(?:{heads})\b", name, re.IGNORECASE))


def _called(parties: Iterable[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    known = ((p, entities.get(p)) for p in parties)
    return frozenset(w for p, e in known for w in _names_of(p, (e.label, *e.alt_labels) if e else ()))


@lru_cache(maxsize=4096)
def _names_of(party: str, labels: tuple[str, ...]) -> frozenset[str]:
    """The words by which a party goes: of a country its adjectives and its capital too."""
    country = countries().get(party.removeprefix("country/"))
    names = (*labels, *(s for s, _ in country.surfaces)) if country else labels
    return frozenset(word for name in names for word in plain_words(name))


@cache
def _table() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    )
    return found


@cache
def _forms() -> Mapping[str, str]:
    """Each word for a paper → the kind that it is of."""
    kinds: Mapping[str, list[str]] = _table()["forms"]  # type: ignore[assignment]
    return {
        **dict.fromkeys(_table()["any"], ANY),
        **{w: kind for kind, words in kinds.items() for w in words},
    }


@cache
def _said_of_documents() -> frozenset[str]:
    pledged = said_in_every_pledge() - frozenset(_table()["subjects"])
    return pledged | frozenset(_table()["said_of_documents"])


@cache
def _circumstances() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_table()['circumstances'])})\b", re.IGNORECASE)


@cache
def _place_at_end() -> re.Pattern[str]:
    return re.compile(r"\s+(?:in|at)\s+(?:the\s+)?(?:[A-Z]\w+\s*)+$")
