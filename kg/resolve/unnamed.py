"""Meetings told without names: each is of the one meeting of its states at that time, or of none that anybody knows.

"Ministers of Peru and Chile held talks on Friday" is of the meeting that its text goes on to name, unless another
article tells of a second one of the two states on that day which the words fit as well: then it may be either.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache, lru_cache
from pathlib import Path

from kg.identifiers import plain_words
from kg.model import Account, Entity, Reading
from kg.resolve.entities import Identities
from kg.resolve.likeness import FEW_DAYS, Match, match_times, may_be_one
from kg.resolve.reports import Report, days_of, state_of

Offices = Mapping[str, frozenset[str]]
"""Person → the labels of the offices that any article gives him or her."""


def offices_of(readings: Iterable[Reading], identities: Identities) -> Offices:
    """The offices of each person, as all articles have them."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for referent in reading.referents:
            if referent.offices:
                found[identities.of(reading.article, referent.key)] |= {o.label for o in referent.offices}
    return {person: frozenset(labels) for person, labels in found.items()}


def is_unnamed(report: Report) -> bool:
    """Whether a report tells of a meeting and names none of the people."""
    return report.family == "Meeting" and bool(report.actors) and not report.persons


def may_be_another(
    report: Report, home: Sequence[Report], others: Iterable[Sequence[Report]], offices: Offices
) -> bool:
    """Whether a meeting without names may be that of its own text, and as well one that only other articles tell."""
    own = [r for r in home if r.is_in_text_of(report) and r.persons]
    if not own or not is_unnamed(report) or _points_back(report, own):
        return False
    return any(_is_rival(report, home, other) and fits_words(report, other, offices) for other in others)


def _is_rival(report: Report, home: Sequence[Report], other: Sequence[Report]) -> bool:
    """Whether others tell by name of a meeting at the time of a report; or of its home, where it tells no time."""
    if not any(r.persons for r in other) or any(r.is_in_text_of(report) for r in other):
        return False
    timed = [report] if report.time is not None else home
    return any(_of_one_day(a, b) for a in timed for b in other)


def _of_one_day(a: Report, b: Report) -> bool:
    exact = max(days_of(a.time), days_of(b.time)) <= FEW_DAYS.days
    return exact and match_times(a, b) is Match.SHARED


# ---------------------------------------------------------------- what they may be


def candidates(
    named: Sequence[tuple[str, Sequence[Report], Account]], entities: Mapping[str, Entity], offices: Offices
) -> Mapping[str, tuple[str, ...]]:
    """The meetings told without names only, each with the several that it may be."""
    known: dict[Hashable, dict[str, Sequence[Report]]] = defaultdict(dict)
    for identifier, cluster, _ in named:
        for key in _keys((r for r in cluster if r.family == "Meeting" and r.persons), entities):
            known[key][identifier] = cluster
    found = {}
    for identifier, cluster, _ in named:
        if all(is_unnamed(r) for r in cluster):
            near = _near(cluster, known, entities)
            fitting = (i for i, c in near.items() if _may_be(cluster, c, entities, offices))
            found[identifier] = tuple(sorted(fitting))
    return {identifier: several for identifier, several in found.items() if len(several) > 1}


def _near(
    cluster: Sequence[Report],
    known: Mapping[Hashable, Mapping[str, Sequence[Report]]],
    entities: Mapping[str, Entity],
) -> dict[str, Sequence[Report]]:
    """The meetings of the same states in the same articles or on the same days; those of no day are of their text's."""
    near = {i: c for key in _keys(cluster, entities) for i, c in known.get(key, {}).items()}
    if any(r.time is not None for r in cluster):
        return near
    keys = {key for c in near.values() for key in _keys(c, entities)}
    return {i: c for key in keys for i, c in known.get(key, {}).items()}


def _keys(reports: Iterable[Report], entities: Mapping[str, Entity]) -> Iterator[Hashable]:
    """The states that met, with each article that tells it and with each day on which they did."""
    for report in reports:
        states = frozenset(state_of(actor, entities) for actor in report.actors)
        yield states, report.article.identifier
        if report.time is not None and days_of(report.time) <= FEW_DAYS.days:
            for offset in range(days_of(report.time) + 1):
                yield states, report.time.earliest + timedelta(days=offset)


def _may_be(
    cluster: Sequence[Report], other: Sequence[Report], entities: Mapping[str, Entity], offices: Offices
) -> bool:
    compatible = all(may_be_one(a, b, entities) for a in cluster for b in other)
    return compatible and all(fits_words(r, other, offices) for r in cluster)


# ---------------------------------------------------------------- words


def _points_back(report: Report, own: Iterable[Report]) -> bool:
    """Whether a report goes on about people named before it: "the two sides also discussed …"."""
    named_before = any(r.mention.trigger < report.mention.trigger for r in own)
    return named_before and not _introducing().search(_words(report))


def fits_words(report: Report, cluster: Iterable[Report], offices: Offices) -> bool:
    """Whether the rank that a report gives the people is that of some of them, as far as anybody tells it."""
    rank = _rank_in(_words(report), report.mention.trigger.start - report.mention.sentence.start)
    labels = {label for r in cluster for actor in r.actors for label in offices.get(actor, ())}
    return rank is None or not labels or any(_has_rank(label, rank) for label in labels)


def _words(report: Report) -> str:
    return report.mention.sentence.of(report.article.text).casefold()


def _rank_in(sentence: str, position: int) -> str | None:
    """The plural of an office nearest to a place in a sentence, with the word that makes it one of deputies."""
    found = sorted(_ranks().finditer(sentence), key=lambda m: abs(m.start() - position))
    return " ".join(found[0].group().replace("-", " ").split()) if found else None


@lru_cache(maxsize=4096)
def _has_rank(label: str, rank: str) -> bool:
    """Whether an office is among those that a plural speaks of: "deputy foreign ministers" of no foreign minister."""
    table = _table()
    plural = max((p for p in table["ranks"] if rank.endswith(p)), key=len)
    if any(label.endswith(office) for office in table["beside"].get(plural, ())):
        return False
    if not any(label.endswith(office) for office in table["ranks"][plural]):
        return False
    deputy, of_deputies = (any(w in table["deputies"] for w in plain_words(text)) for text in (label, rank))
    return deputy == of_deputies or (deputy and plural in table["of_deputies"])


@cache
def _ranks() -> re.Pattern[str]:
    table = _table()
    plurals = "|".join(sorted(map(re.escape, table["ranks"]), key=len, reverse=True))
    deputies = "|".join(table["deputies"])
    return re.compile(rf"\b(?:(?:{deputies})[ -])?(?:{plurals})\b")


@cache
def _introducing() -> re.Pattern[str]:
    table = _table()
    plurals = "|".join(map(re.escape, (*table["people"], *table["ranks"])))
    return re.compile(rf"\b(?:{plurals})\s+(?:of|from|for)\b")


@cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
