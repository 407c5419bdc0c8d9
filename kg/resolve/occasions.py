"""At which encounter an agreement was reached, where one sentence tells of both.

"Peru and Chile agreed to share the port as their presidents met": the pledge is of the meeting, and of its day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.model import Account, Entity, Interval, Span, Status
from kg.resolve.coreference import Cluster
from kg.resolve.reports import Report, state_of

OCCASIONS = frozenset({"Meeting", "Call", "MessageExchange"})

Place = tuple[str, Span]
"""An article and a sentence of it."""
Held = Mapping[str, Interval | None]
"""Events with their times."""


def with_occasions(
    agreements: Iterable[Report],
    events: Iterable[tuple[str, Cluster, Account]],
    entities: Mapping[str, Entity],
) -> Iterator[Report]:
    """Reports of agreements, those told together with the one encounter of their parties as reached there."""
    told = _by_sentence(events, entities)
    for report in agreements:
        standing = report.article.identifier, report.mention.sentence
        parties = frozenset(state_of(actor, entities) for actor in report.actors)
        near = told.get((standing, parties), {})
        if len(near) != 1 or report.mention.definite:
            yield report
            continue
        ((event, interval),) = near.items()
        yield replace(report, occasion=event, occasion_time=interval)


def _by_sentence(
    events: Iterable[tuple[str, Cluster, Account]], entities: Mapping[str, Entity]
) -> Mapping[tuple[Place, frozenset[str]], Held]:
    """The encounters that were held, by sentence and by the states that met."""
    found: dict[tuple[Place, frozenset[str]], dict[str, Interval | None]] = defaultdict(dict)
    for identifier, cluster, account in events:
        for report in cluster:
            if report.family in OCCASIONS and report.mention.status is Status.HELD:
                states = frozenset(state_of(actor, entities) for actor in report.actors)
                standing = report.article.identifier, report.mention.sentence
                found[standing, states][identifier] = account.interval
    return found
