"""Event mentions → events: one encounter told in several sentences and articles is one event.

Inside an article and across articles the same question is asked: may two reports be of one event? They may if
kind, actors, time and place agree within what each knows (cross-document event coreference, in the form of
Cybulska & Vossen 2015: components compared one by one).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.identifiers import digest, slug
from kg.model import (
    Account,
    AgreementStatus,
    Argument,
    Article,
    Entity,
    EntityKind,
    Event,
    EventMention,
    Evidence,
    Interval,
    Reading,
    Span,
    Status,
)
from kg.resolve.entities import Identities
from kg.resolve.labels import event_label

FAMILY = {
    **dict.fromkeys(("Meeting", "Summit", "Talks", "Dialogue", "SigningCeremony", "Consultation"), "Meeting"),
    **dict.fromkeys(
        ("Agreement", "Treaty", "Pledge", "Designation", "JointStatement", "Ceasefire"), "Agreement"
    ),
}
ACTOR_ROLES = frozenset({"participant", "visitor", "party", "actor", "recipient", "source", "target"})
PLACE_ROLES = frozenset({"place", "destination"})
FIRMNESS = (
    Status.HELD,
    Status.CANCELLED,
    Status.PLANNED,
    Status.DENIED,
    Status.POSSIBLE,
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
    AgreementStatus.AGREED,
    AgreementStatus.VIOLATED,
    AgreementStatus.WITHDRAWN,
    AgreementStatus.PROPOSED,
)
"""Of several statuses told of one event, the first of these is the best founded."""


@dataclass(frozen=True, slots=True)
class Report:
    """An event mention with its article and its arguments as entities."""

    article: Article
    mention: EventMention
    arguments: tuple[Argument, ...]

    @property
    def family(self) -> str:
        """The kind under which reports can be of one event."""
        return FAMILY.get(self.mention.kind, self.mention.kind)

    def fillers(self, roles: Iterable[str]) -> frozenset[str]:
        """The entities in any of the roles."""
        wanted = set(roles)
        return frozenset(a.entity for a in self.arguments if a.role in wanted)


@dataclass(frozen=True)
class Events:
    """The events, and the event that each mention (article, trigger, rule) became."""

    events: tuple[Event, ...]
    of_trigger: Mapping[tuple[str, Span], tuple[str, ...]]


def resolve_events(readings: Sequence[Reading], identities: Identities) -> Events:
    """Join the reports of all articles into events."""
    reports = [_report(r.article, m, identities) for r in readings for m in r.events]
    clusters = _clusters(reports, identities.entities)
    events, of_trigger = [], defaultdict(list)
    for identifier, cluster in _identified(clusters, identities.entities):
        events.append(_event(identifier, cluster, identities.entities))
        for report in cluster:
            of_trigger[(report.article.identifier, report.mention.trigger)].append(identifier)
    triggers = {k: tuple(sorted(set(v))) for k, v in of_trigger.items()}
    return Events(tuple(sorted(events, key=lambda e: e.identifier)), triggers)


def _report(article: Article, mention: EventMention, identities: Identities) -> Report:
    arguments = {Argument(a.role, identities.of(article, a.entity)) for a in mention.arguments}
    return Report(article, mention, tuple(sorted(arguments)))


# ---------------------------------------------------------------- clustering


def _clusters(reports: Sequence[Report], entities: Mapping[str, Entity]) -> list[list[Report]]:
    """Reports of one event, article by article, the best founded first; blocked by family and one actor's state."""
    clusters: list[list[Report]] = []
    blocks: dict[tuple[str, str], list[list[Report]]] = defaultdict(list)
    for report in sorted(reports, key=_order):
        block = "Encounter" if report.family in {"Meeting", "Call"} else report.family
        keys = {(block, state) for state in _states(report, entities)}
        if report.family == "Agreement":
            keys.add((report.family, report.article.identifier))
        candidates = {id(c): c for key in sorted(keys) for c in blocks[key]}
        fitting = [
            c
            for c in candidates.values()
            if all(_may_be_one(report, r, entities) for r in c if not r.mention.definite)
        ]
        home = (
            max(fitting, key=lambda c: _nearness(report, c))
            if report.mention.definite and fitting
            else next(iter(fitting), None)
        )
        if home is None:
            home = []
            clusters.append(home)
        home.append(report)
        for key in keys:
            if home not in blocks[key]:
                blocks[key].append(home)
    return clusters


def _nearness(report: Report, cluster: Sequence[Report]) -> int:
    """The last place before a report where its article speaks of a cluster's event."""
    same = [r.mention.trigger.start for r in cluster if r.article.identifier == report.article.identifier]
    return max((start for start in same if start <= report.mention.trigger.start), default=-1)


def _order(report: Report) -> tuple[object, ...]:
    """Reports with more knowledge first, so that vaguer ones find them; then by article and place in it."""
    m = report.mention
    return (
        report.family,
        m.definite,
        m.bare,
        -len(report.fillers(ACTOR_ROLES)),
        FIRMNESS.index(m.status),
        m.interval is None,
        _width(m.interval),
        report.article.identifier,
        m.trigger,
    )


def _width(interval: Interval | None) -> int:
    return 0 if interval is None else (interval.latest - interval.earliest).days


def _states(report: Report, entities: Mapping[str, Entity]) -> set[str]:
    return {_state(e, entities) or e for e in report.fillers(ACTOR_ROLES)} or {"nobody"}


def _state(identifier: str, entities: Mapping[str, Entity]) -> str | None:
    entity = entities.get(identifier)
    if entity is None or entity.kind is EntityKind.COUNTRY:
        return identifier
    return entity.country


def _may_be_one(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """Whether two reports can be of one event, for all that each of them knows."""
    if (
        not _kinds_agree(a, b)
        or a.mention.plover != b.mention.plover
        or a.mention.relation_type != b.mention.relation_type
    ):
        return False
    if a.family in {"Interaction", "Relation"}:
        return (
            a.arguments == b.arguments
            and _times_agree(a, b, timedelta(0))
            and a.mention.status == b.mention.status
        )
    if a.family == "Agreement":
        return _same_agreement(a, b)
    return (
        _same_actors(a, b, entities)
        and _times_agree(a, b, _slack(a))
        and _places_agree(a, b, entities)
        and _statuses_agree(a, b)
    )


def _kinds_agree(a: Report, b: Report) -> bool:
    """The same kind; in one text "they discussed trade" may also be the call that it tells of."""
    if a.family == b.family:
        return True
    generic = any(r.mention.bare and r.family == "Meeting" for r in (a, b))
    return (
        generic
        and {a.family, b.family} == {"Meeting", "Call"}
        and a.article.identifier == b.article.identifier
    )


def _slack(report: Report) -> timedelta:
    """A visit may be dated by its first day in one report and by a later one in another."""
    return timedelta(days=2) if report.family == "Visit" else timedelta(0)


def _same_actors(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    """The same persons, or states and bodies standing for them; nobody is left over on either side."""
    x, y = a.fillers(ACTOR_ROLES), b.fillers(ACTOR_ROLES)
    if x == y:
        return True
    only_x, only_y = x - y, y - x
    return _stand_for(only_x, only_y, entities) and _stand_for(only_y, only_x, entities)


def _stand_for(some: frozenset[str], others: frozenset[str], entities: Mapping[str, Entity]) -> bool:
    return all(any(_abstracts(s, o, entities) or _abstracts(o, s, entities) for o in others) for s in some)


def _abstracts(general: str, special: str, entities: Mapping[str, Entity]) -> bool:
    """Whether a country stands for a person or body of its own."""
    entity = entities.get(special)
    return entity is not None and entity.kind is not EntityKind.COUNTRY and entity.country == general


def _times_agree(a: Report, b: Report, slack: timedelta) -> bool:
    x, y = a.mention.interval, b.mention.interval
    if x is None or y is None:
        return a.article.identifier == b.article.identifier or not (a.mention.untold or b.mention.untold)
    return x.earliest <= y.latest + slack and y.earliest <= x.latest + slack


def _places_agree(a: Report, b: Report, entities: Mapping[str, Entity]) -> bool:
    x, y = a.fillers(PLACE_ROLES), b.fillers(PLACE_ROLES)
    if not x or not y or x & y:
        return True
    return bool({_state(p, entities) for p in x} & {_state(p, entities) for p in y}) and any(
        _is_country(p, entities) for p in x | y
    )


def _is_country(identifier: str, entities: Mapping[str, Entity]) -> bool:
    return identifier in entities and entities[identifier].kind is EntityKind.COUNTRY


def _statuses_agree(a: Report, b: Report) -> bool:
    """What is only expected joins what was held where a time or a place ties them; a denial joins only denials."""
    x, y = a.mention.status, b.mention.status
    if x == y or a.mention.bare or b.mention.bare:
        return True
    if Status.DENIED in {x, y} or Status.CANCELLED in {x, y}:
        return False
    timed = a.mention.interval is not None and b.mention.interval is not None
    placed = bool(a.fillers(PLACE_ROLES)) and bool(b.fillers(PLACE_ROLES))
    return timed or placed


def _same_agreement(a: Report, b: Report) -> bool:
    """The same name, or the same parties, time and mostly the same words."""
    x, y = slug(a.mention.name or ""), slug(b.mention.name or "")
    if a.mention.definite or b.mention.definite:
        return _points_back(a, b)
    parties_x, parties_y = a.fillers({"party"}), b.fillers({"party"})
    if x == y and a.mention.name and a.mention.name[0].isupper():
        return parties_x <= parties_y or parties_y <= parties_x
    if not _times_agree(a, b, timedelta(0)) or parties_x != parties_y:
        return False
    words_x, words_y = _content_words(x), _content_words(y)
    shorter = min(len(words_x), len(words_y))
    whole = shorter if a.mention.bare != b.mention.bare else len(words_x | words_y)
    return shorter > 0 and len(words_x & words_y) / whole >= 0.6


def _points_back(a: Report, b: Report) -> bool:
    """Whether "the accord" in one report is the agreement that the same text named before."""
    back, named = (a, b) if a.mention.definite else (b, a)
    same_text = back.article.identifier == named.article.identifier
    return same_text and not named.mention.definite and named.mention.trigger <= back.mention.trigger


def _content_words(name: str) -> set[str]:
    return {w for w in name.split("-") if len(w) > 3}


# ---------------------------------------------------------------- description


def _identified(
    clusters: Sequence[list[Report]], entities: Mapping[str, Entity]
) -> list[tuple[str, list[Report]]]:
    """Each cluster with its identifier: kind, actors, date and place; a counter breaks ties."""
    seen: dict[str, int] = defaultdict(int)
    found = []
    for cluster in sorted(
        clusters, key=lambda c: (_identifier(c), min((r.article.identifier, r.mention.trigger) for r in c))
    ):
        base = _identifier(cluster)
        seen[base] += 1
        found.append((base if seen[base] == 1 else f"{base}-{seen[base]}", cluster))
    return found


def _identifier(cluster: Sequence[Report]) -> str:
    account = _merged(cluster)
    best = _best(cluster)
    actors = [
        e.rpartition("/")[2].lower()
        for r in ("participant", "visitor", "party", "actor", "recipient", "source", "target")
        for e in account.fillers(r)
    ]
    where = [e.rpartition("/")[2].lower() for r in sorted(PLACE_ROLES) for e in account.fillers(r)]
    when = account.interval.edtf.replace("/", "--").lower() if account.interval else ""
    what = [slug(best.mention.name)] if best.mention.name else []
    what += [w.lower() for w in (best.mention.plover, best.mention.relation_type) if w]
    words = slug("-".join([best.family.lower(), *what, *actors[:6], *where[:1]]))
    extra = digest(*actors) if len(actors) > 6 else ""
    return "event/" + "-".join(w for w in (words, when, extra) if w)


def _best(cluster: Sequence[Report]) -> Report:
    """The report that knows most, of the firmest status."""
    return min(
        cluster,
        key=lambda r: (
            r.mention.definite,
            r.mention.bare,
            FIRMNESS.index(r.mention.status),
            -len(r.fillers(ACTOR_ROLES)),
            r.mention.interval is None,
            _width(r.mention.interval),
            not r.fillers(PLACE_ROLES),
            r.article.identifier,
            r.mention.trigger,
        ),
    )


def _merged(cluster: Sequence[Report]) -> Account:
    return _account(None, cluster)


def _account(article: str | None, reports: Sequence[Report]) -> Account:
    """What some reports tell together: the firmest status, the narrowest time and place that it is founded on."""
    best = _best(reports)
    firm = [r for r in reports if r.mention.status == best.mention.status] or list(reports)
    evidence = tuple(sorted({_evidence(r) for r in reports}))
    return Account(
        article, _arguments(reports), _interval(firm) or _interval(reports), best.mention.status, evidence
    )


def _interval(reports: Sequence[Report]) -> Interval | None:
    """The narrowest time told; the earlier of two equally narrow ones."""
    told = [r.mention.interval for r in reports if r.mention.interval is not None]
    return min(told, key=lambda i: (_width(i), i.earliest, i.edtf)) if told else None


def _arguments(reports: Sequence[Report]) -> tuple[Argument, ...]:
    """The actors of the fullest report with those that others add, and the most exact place."""
    actors = {a for a in _best(reports).arguments if a.role not in PLACE_ROLES}
    actors |= {a for r in reports for a in r.arguments if a.role == "party"}
    places = [a for r in reports for a in r.arguments if a.role in PLACE_ROLES]
    exact = sorted(places, key=lambda a: (a.entity.startswith("country/"), a.entity))
    return tuple(sorted([*actors, *exact[:1]]))


def _evidence(report: Report) -> Evidence:
    span = report.mention.sentence
    return Evidence(report.article.identifier, span, span.of(report.article.text), report.mention.rule)


def _event(identifier: str, cluster: Sequence[Report], entities: Mapping[str, Entity]) -> Event:
    by_article: dict[str, list[Report]] = defaultdict(list)
    for report in cluster:
        by_article[report.article.identifier].append(report)
    best = _best(cluster)
    merged = _merged(cluster)
    kind = best.mention.kind
    names = sorted({r.mention.name for r in cluster if r.mention.name} - {best.mention.name})
    event = Event(
        identifier=identifier,
        kind=kind,
        label="",
        merged=merged,
        accounts=tuple(_account(a, found) for a, found in sorted(by_article.items())),
        alt_labels=tuple(n for n in names if n),
        plover=best.mention.plover,
        relation_type=best.mention.relation_type,
        basis=best.mention.basis,
    )
    return replace(event, label=event_label(event, best.mention.name, entities))


def first_day(interval: Interval | None) -> date | None:
    """The earliest day of an interval that may be unknown."""
    return interval.earliest if interval else None
