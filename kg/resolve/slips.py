"""One encounter under two years: most articles tell of it in one, a single later text in the year beside.

Whoever looks back writes a wrong year now and then. Two clusters are one event where the same people met at the
same place, in the land of one of them, in the same month (or on the same day of it) of two years that follow
each other; where no article tells of both; where at least two articles bear out one of them, and where the one
that tells of the other was written when that month was over, so that it reports no news. Whatever meets
every year abroad, by message or with new people stays two. The contradiction is kept as a conflict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.model import Entity, Interval, Status
from kg.resolve.accounts import merged_account
from kg.resolve.coreference import Cluster
from kg.resolve.likeness import MONTH, Match, match_places
from kg.resolve.reports import Report, days_of, state_of

FAMILIES = frozenset({"Meeting", "Visit"})

Presence = Mapping[tuple[str, str, str], set[str]]
"""Person, state and time → the articles that have the person there then."""


def join_slips(clusters: Sequence[Cluster], entities: Mapping[str, Entity]) -> list[Cluster]:
    """The clusters; those that one wrong year keeps apart as one, where neither may be a slip of a third."""
    presence = _presence(clusters, entities)
    near = sorted(set(_pairs(clusters, entities)))
    slips = [(i, j) for i, j in near if _is_slip(clusters[i], clusters[j], presence, entities)]
    often = Counter(number for pair in slips for number in pair)
    joined = dict(enumerate(clusters))
    for i, j in slips:
        if often[i] == often[j] == 1:
            joined[i] = [*clusters[i], *joined.pop(j)]
    return list(joined.values())


def _pairs(clusters: Sequence[Cluster], entities: Mapping[str, Entity]) -> Iterator[tuple[int, int]]:
    """Two clusters of the same family, people, state and time but for the year; nothing where three years would fit."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        people, states = _people(cluster), _states(cluster, entities)
        if cluster[0].family not in FAMILIES or not people or not states:
            continue
        account = merged_account(cluster)
        interval = account.interval
        plain = account.status is Status.HELD and not any(r.mention.several for r in cluster)
        if plain and interval is not None and days_of(interval) <= MONTH:
            for state in states:
                blocks[cluster[0].family, people, state, interval.edtf[5:]].append(number)
    yield from ((block[0], block[1]) for block in blocks.values() if len(block) == 2)


def _is_slip(one: Cluster, other: Cluster, presence: Presence, entities: Mapping[str, Entity]) -> bool:
    """Whether the one tells in a wrong year what several articles tell in the other."""
    x, y = merged_account(one).interval, merged_account(other).interval
    if x is None or y is None or abs(x.earliest.year - y.earliest.year) != 1:
        return False
    if _articles(one) & _articles(other) or not _is_visited(one, entities):
        return False
    if not any(match_places(a, b, entities) is Match.SHARED for a in one for b in other):
        return False
    for lone, rest, told, borne_out in ((one, other, x, y), (other, one, y, x)):
        support = _bearing_out(rest, borne_out, presence, entities)
        if len(_bearing_out(lone, told, presence, entities)) == 1 < len(support):
            return _looks_back(lone, told)
    return False


def _bearing_out(
    cluster: Cluster, when: Interval, presence: Presence, entities: Mapping[str, Entity]
) -> set[str]:
    """The articles that have all people of an encounter where it was, at its time."""
    found = [
        set().union(
            *(presence.get((person, state, when.edtf), set()) for state in _states(cluster, entities))
        )
        for person in _people(cluster)
    ]
    return set.intersection(*found) | _articles(cluster)


def _looks_back(cluster: Cluster, told: Interval) -> bool:
    """Whether every text was written when the time that it tells was over."""
    written = [r.article.creation_time for r in cluster]
    return all(day is not None and day > told.latest for day in written)


def _is_visited(cluster: Cluster, entities: Mapping[str, Entity]) -> bool:
    """Whether an encounter was in the land of one of its people, or is a visit to another's."""
    homes = {state_of(person, entities) for person in _people(cluster)}
    return cluster[0].family == "Visit" or bool(homes & _states(cluster, entities))


def _presence(clusters: Iterable[Cluster], entities: Mapping[str, Entity]) -> Presence:
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for report in (r for c in clusters for r in c if r.family in FAMILIES):
        told = report.mention.interval
        if told is None or report.mention.status is not Status.HELD:
            continue
        for state in (state_of(p, entities) for p in report.places):
            for actor in report.actors:
                found[actor, state, told.edtf].add(report.article.identifier)
    return found


def _people(cluster: Iterable[Report]) -> frozenset[str]:
    """The persons of an encounter; nobody where one of its actors is no person."""
    actors = max(
        (r.actors for r in cluster), key=lambda a: (sum(x.startswith("person/") for x in a), sorted(a))
    )
    return actors if all(a.startswith("person/") for a in actors) else frozenset()


def _states(cluster: Iterable[Report], entities: Mapping[str, Entity]) -> frozenset[str]:
    return frozenset(state_of(p, entities) for r in cluster for p in r.places)


def _articles(cluster: Iterable[Report]) -> set[str]:
    return {r.article.identifier for r in cluster}
