"""Reports of one event, put together: the best founded first, each to its one best home or to none.

What the result rests on is what the reports say, never the order of the articles. Reports are compared inside
blocks only: one family of kinds and one set of states, or one agreement's name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kg.model import Entity, Interval
from kg.resolve.agreed import is_proper, same_agreement
from kg.resolve.documents import is_blank, is_called_again, is_pointed_at, vagueness
from kg.resolve.likeness import (
    AHEAD,
    FEW_DAYS,
    MONTH,
    are_tied,
    match_places,
    match_times,
    may_be_one,
    name_key,
)
from kg.resolve.reports import FIRMNESS, Report, days_of, state_of
from kg.resolve.unnamed import Offices, fits_words, is_unnamed, may_be_another

Cluster = list[Report]
Rank = tuple[int, ...]

EVER, NEVER = "ever", "never"
"""In place of a month: of any, and of none."""


def cluster_reports(
    reports: Iterable[Report], entities: Mapping[str, Entity], offices: Offices = MappingProxyType({})
) -> list[Cluster]:
    """The reports of each event; `offices` tell of which people words like "the presidents" can speak."""
    clusters: list[Cluster] = []
    blocks: dict[Hashable, dict[int, Cluster]] = defaultdict(dict)
    for report in sorted(reports, key=lambda r: (_tells_little(r, entities), *_order(r))):
        asked, kept = _blocks(report, entities)
        near = {number: cluster for key in asked for number, cluster in blocks[key].items()}
        number = _home(report, near, entities, offices)
        if number is None:
            number = len(clusters)
            clusters.append([])
        clusters[number].append(report)
        for key in kept:
            blocks[key][number] = clusters[number]
    return clusters


def _tells_little(report: Report, entities: Mapping[str, Entity]) -> tuple[bool, bool, int]:
    """What only points back after all else, documents by how little their names tell."""
    return report.mention.definite, is_pointed_at(report), vagueness(report, entities)


def _order(report: Report) -> tuple[object, ...]:
    """Reports with more knowledge first, so that vaguer ones find them; then by what they say, then where."""
    m = report.mention
    return (
        m.definite,
        m.bare,
        -report.persons,
        report.time is None,
        FIRMNESS.index(m.status),
        days_of(report.time),
        not report.places,
        "" if report.time is None else report.time.edtf,
        m.kind,
        m.name or "",
        *report.standing,
    )


def _blocks(report: Report, entities: Mapping[str, Entity]) -> tuple[list[Hashable], list[Hashable]]:
    """Under which keys reports of the same event are looked for, and under which a report is kept."""
    if report.family == "Agreement":
        named = [("name", *name_key(report.mention.name))] if is_proper(report.mention.name) else []
        keys: list[Hashable] = [("text", report.article.identifier), *named]
        asked, kept = _by_month(report.time, (("parties", report.actors),))
        return [*keys, *asked], [*keys, *kept]
    family = "Encounter" if report.family in {"Meeting", "Call"} else report.family
    what = family, report.mention.relation_type or report.mention.plover
    states = frozenset(state_of(actor, entities) for actor in report.actors)
    people, anybody, bodies = ((*what, who) for who in (report.actors, ("any", states), ("body", states)))
    when = report.mention.interval
    if report.persons == len(report.actors):
        return _by_month(when, (people, bodies))[0], _by_month(when, (people, anybody))[1]
    return _by_month(when, (anybody,))[0], _by_month(when, (people, anybody, bodies))[1]


def _by_month(when: Interval | None, keys: Sequence[Hashable]) -> tuple[list[Hashable], list[Hashable]]:
    """Keys that ask for and keep reports of the same months; those of no month are asked by all and ask all."""
    months = _months(when)
    if not months:
        return [(key, EVER) for key in keys], [(key, month) for key in keys for month in (EVER, NEVER)]
    asked = [(key, month) for key in keys for month in (*months, NEVER)]
    return [*asked], [(key, month) for key in keys for month in (*months, EVER)]


def _months(interval: Interval | None) -> tuple[str, ...]:
    """The months that an interval of a month or less may touch."""
    if interval is None or days_of(interval) > MONTH:
        return ()
    ends = interval.earliest - FEW_DAYS, interval.earliest + (interval.latest - interval.earliest) / 2
    return tuple(sorted({f"{day:%Y-%m}" for day in (*ends, interval.latest + FEW_DAYS)}))


def _home(
    report: Report, near: Mapping[int, Cluster], entities: Mapping[str, Entity], offices: Offices
) -> int | None:
    """The cluster that a report fits best; none where none fits, or where two fit equally well."""
    fitting: Mapping[int, Cluster] = {n: c for n, c in near.items() if _fits(report, c, entities)}
    if is_blank(report, entities):
        fitting = _only(report, fitting)
    if is_unnamed(report):
        fitting = {n: c for n, c in fitting.items() if fits_words(report, c, offices)}
    ranked = {n: _rank(report, c, entities) for n, c in fitting.items()}
    best = max(ranked.values(), default=None)
    homes = [n for n, rank in ranked.items() if rank == best]
    if len(homes) != 1:
        return None
    others = (c for n, c in near.items() if n != homes[0] and _agrees(report, c, entities))
    return None if may_be_another(report, near[homes[0]], others, offices) else homes[0]


def _only(report: Report, fitting: Mapping[int, Cluster]) -> Mapping[int, Cluster]:
    """The one cluster of its own text that fits a report, else the only one that does; nothing where two do.

    What points back may point to any that its text tells of, the nearest first.
    """
    own = {n: c for n, c in fitting.items() if any(r.is_in_text_of(report) for r in c)}
    only = own or fitting
    return only if len(only) == 1 or (own and report.mention.definite) else {}


def _fits(report: Report, cluster: Sequence[Report], entities: Mapping[str, Entity]) -> bool:
    """Whether a report contradicts none of a cluster's reports and is tied to one of them."""
    told = _whole(report, cluster)
    own = [r for r in told if r.is_in_text_of(report)]
    tied = any(are_tied(report, r, entities) for r in _foretelling(report, own) or told)
    return tied and _agrees(report, cluster, entities)


def _agrees(report: Report, cluster: Sequence[Report], entities: Mapping[str, Entity]) -> bool:
    """Whether a report contradicts none of a cluster's reports."""
    told = _whole(report, cluster)
    own = [r for r in told if r.is_in_text_of(report)]
    heard = _as_heard(report, own)
    others = (
        r for r in told if not r.is_in_text_of(report) and not (heard.family == "Call" and r.mention.bare)
    )
    if any(_may_be_pointed_at(report, r, entities) for r in own):
        return True
    return all(_may_be_one(report, r, entities) for r in own) and all(
        _may_be_one(heard, r, entities) for r in others
    )


def _may_be_pointed_at(report: Report, other: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether a report is "the accord" that its text told of before, whatever others call it."""
    if report.mention.definite and report.family == "Agreement":
        return same_agreement(report, other, entities)
    return is_pointed_at(report) and is_called_again(report, other, entities)


def _whole(report: Report, cluster: Sequence[Report]) -> list[Report]:
    """The reports of a cluster that do not only point back, alike ones of other articles once."""
    return [r for r in _distinct(report, cluster) if not r.mention.definite]


def _as_heard(report: Report, own: Sequence[Report]) -> Report:
    """A report as others take it: "they discussed trade", in a text that tells of a call, is of the call."""
    if report.mention.bare and report.family == "Meeting" and any(r.family == "Call" for r in own):
        return replace(report, mention=replace(report.mention, kind="Call"))
    return report


def _foretelling(report: Report, own: Sequence[Report]) -> list[Report]:
    """Those reports of the same text that have held what a report has ahead, or the other way round.

    What ties it to others is not enough then: who has met may well mean to meet again.
    """
    if report.mention.bare or report.mention.definite:
        return []
    return [r for r in own if not r.mention.bare and _is_ahead(r) != _is_ahead(report)]


def _is_ahead(report: Report) -> bool:
    return report.mention.status in AHEAD


def _may_be_one(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether nothing in two reports speaks against one event."""
    if a.family == b.family == "Agreement":
        return same_agreement(a, b, entities)
    return may_be_one(a, b, entities)


def _rank(report: Report, cluster: Sequence[Report], entities: Mapping[str, Entity]) -> Rank:
    """How well a report fits: time and place told alike, its own text, as vague as it is, the same actors, how near.

    What only points back goes to the nearest first; states that may stand for two pairs of people stand for
    none.
    """
    near = _nearness(report, cluster)
    cluster = _distinct(report, cluster)
    exact = report.actors == max(cluster, key=lambda r: r.persons).actors
    alike = (
        max(match_times(report, r) for r in cluster),
        max(match_places(report, r, entities) for r in cluster),
        max(int(r.mention.status == report.mention.status) for r in cluster),
        int(near >= 0),
        int(all(r.mention.interval is None for r in (report, *cluster))),
        int(exact),
    )
    return (near, *alike) if report.mention.definite else (*alike, near if exact else 0)


def _distinct(report: Report, cluster: Sequence[Report]) -> list[Report]:
    """The reports of a cluster, of those of other articles that say the same only one."""
    own = [r for r in cluster if r.is_in_text_of(report)]
    return [*own, *{r.content: r for r in cluster if not r.is_in_text_of(report)}.values()]


def _nearness(report: Report, cluster: Sequence[Report]) -> int:
    """The last place up to a report where its article tells of a cluster's event.

    0 where it does so only later, -1 where it does nowhere.
    """
    same = [r.mention.trigger.start + 1 for r in cluster if r.is_in_text_of(report)]
    before = [start for start in same if start <= report.mention.trigger.start + 1]
    return max(before) if before else 0 if same else -1
