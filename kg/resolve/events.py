"""Event mentions → events: one encounter told in several sentences and articles is one event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.identifiers import digest, plain_words, slug
from kg.model import Account, Entity, Event, Reading, Span
from kg.resolve.accounts import accounts, best_report, merged_account
from kg.resolve.agreed import content_words
from kg.resolve.coreference import Cluster, cluster_reports
from kg.resolve.entities import Identities
from kg.resolve.foretold import with_foretold
from kg.resolve.grounds import merge_reasons, preferences
from kg.resolve.history import stages_of
from kg.resolve.labels import event_label
from kg.resolve.likeness import usual_name
from kg.resolve.occasions import with_occasions
from kg.resolve.reports import ACTOR_ROLES, PLACE_ROLES, Report, find_reports, place_kind
from kg.resolve.slips import join_slips
from kg.resolve.unnamed import candidates, offices_of
from kg.world.places import PlaceKind

Told = tuple[str, Cluster, Account]
"""An event's identifier, its reports, and what they tell together."""

MOST_ACTORS = 6
MOST_WORDS = 5


@dataclass(frozen=True)
class Events:
    """The events, and the events that each mention (article, trigger) became."""

    events: tuple[Event, ...]
    of_trigger: Mapping[tuple[str, Span], tuple[str, ...]]


def resolve_events(readings: Sequence[Reading], identities: Identities) -> Events:
    """Join the reports of all articles into events: first what happened, then what was agreed there."""
    entities = identities.entities
    reports = list(find_reports(readings, identities))
    agreements = [r for r in reports if r.family == "Agreement"]
    offices = offices_of(readings, identities)
    happened = cluster_reports((r for r in reports if r.family != "Agreement"), entities, offices)
    named = list(_identified(join_slips(happened, entities)))
    settled = with_occasions(agreements, named, entities)
    named += _identified(cluster_reports(settled, entities))
    several = candidates(named, entities, offices)
    events = sorted(
        (replace(_event(*told, entities), may_be=several.get(told[0], ())) for told in named),
        key=lambda e: e.identifier,
    )
    return Events(tuple(with_foretold(events, [r.article for r in readings])), _of_trigger(named))


def _of_trigger(named: Iterable[Told]) -> Mapping[tuple[str, Span], tuple[str, ...]]:
    of_trigger = defaultdict(set)
    for identifier, cluster, _ in named:
        for report in cluster:
            of_trigger[(report.article.identifier, report.mention.trigger)].add(identifier)
    return {trigger: tuple(sorted(found)) for trigger, found in of_trigger.items()}


def _event(identifier: str, cluster: Cluster, merged: Account, entities: Mapping[str, Entity]) -> Event:
    best = best_report(cluster)
    names = sorted({r.mention.name for r in cluster if r.mention.name} - {best.mention.name})
    event = Event(
        identifier=identifier,
        kind=best.mention.kind,
        label="",
        merged=merged,
        accounts=accounts(cluster, merged),
        alt_labels=tuple(names),
        plover=best.mention.plover,
        relation_type=best.mention.relation_type,
        basis=best.mention.basis,
        stages=stages_of(cluster),
        several=best.mention.several,
    )
    return replace(
        event,
        label=event_label(event, best.mention.name, entities),
        reasons=merge_reasons(event, entities),
        preferences=preferences(event),
    )


# ---------------------------------------------------------------- identifiers


def _identified(clusters: Iterable[Cluster]) -> Iterator[Told]:
    """Each cluster with its identifier and what it tells; a counter in article order breaks ties."""
    seen: dict[str, int] = defaultdict(int)
    told = ((c, merged_account(c)) for c in clusters)
    found = ((_identifier(c, account), min(r.standing for r in c), c, account) for c, account in told)
    for base, _, cluster, account in sorted(found, key=lambda entry: entry[:2]):
        seen[base] += 1
        yield base if seen[base] == 1 else f"{base}-{seen[base]}", cluster, account


def _identifier(cluster: Cluster, account: Account) -> str:
    """Kind, what was agreed or done, actors, place and date."""
    best = best_report(cluster)
    when = account.interval.edtf.replace("/", "--").lower() if account.interval else ""
    words = (_kind(best.family), *_subject(best), *_ends(account))
    return "event/" + "-".join(w for w in (*words, when) if w)


def _kind(family: str) -> str:
    """ "message-exchange" for MessageExchange."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", family).lower()


def _subject(best: Report) -> Iterator[str]:
    """What tells an agreement, an act or a relation from others of the same pair."""
    if best.mention.name:
        name = usual_name(best.mention.name)
        said = content_words(name)
        words = [w for w in plain_words(name) if w in said]
        yield slug(" ".join(words[:MOST_WORDS]) or name)
    yield slug(best.mention.plover) if best.mention.plover else ""
    yield best.mention.relation_type or ""


def _ends(account: Account) -> Iterator[str]:
    """The actors, a digest for those beyond the first few, and the place."""
    actors = [_local(e) for role in ACTOR_ROLES for e in account.fillers(role)]
    yield from actors[:MOST_ACTORS]
    yield digest(*actors) if len(actors) > MOST_ACTORS else ""
    found = [e for role in PLACE_ROLES for e in account.fillers(role)]
    yield from [_local(e) for e in sorted(found, key=lambda e: (place_kind(e) is not PlaceKind.CITY, e))[:1]]


def _local(identifier: str) -> str:
    return identifier.rpartition("/")[2].lower()
