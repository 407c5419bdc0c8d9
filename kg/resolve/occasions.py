"""At which encounter an agreement was reached, where one sentence tells of both.

"Peru and Chile agreed to share the port as their presidents met": the pledge is of the meeting, and of its day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.identifiers import plain_words
from kg.model import Account, Argument, Entity, Interval, Span, Status
from kg.resolve.coreference import Cluster
from kg.resolve.reports import Report, is_country, state_of

OCCASIONS = frozenset({"Meeting", "Call", "MessageExchange"})
SIGNED = "signed"
"""The rule that reads who signs a paper."""
WHILE_THERE = re.compile(r"\b(?:to|and)\s+(?:\w+ly\s+)?$")
"""What stands before the signing that an encounter was for, or led to: no more than that came after it."""

Place = tuple[str, Span]
"""An article and a sentence of it."""
Held = Mapping[str, Interval | None]
"""Events with their times."""
Told = Mapping[Place, Mapping[frozenset[str], Held]]
"""The encounters that each sentence tells, by the states that met."""


def with_occasions(
    agreements: Iterable[Report],
    events: Iterable[tuple[str, Cluster, Account]],
    entities: Mapping[str, Entity],
) -> Iterator[Report]:
    """Reports of agreements, those told together with the one encounter of their parties as reached there."""
    told = _by_sentence(events, entities)
    for agreement in agreements:
        here = told.get((agreement.article.identifier, agreement.mention.sentence), {})
        report = _with_those_met(agreement, here, entities)
        near = here.get(_states(report, entities), {})
        if len(near) != 1 or report.mention.definite:
            yield report
            continue
        ((event, interval),) = near.items()
        yield replace(report, occasion=event, occasion_time=interval)


def _with_those_met(
    report: Report, told: Mapping[frozenset[str], Held], entities: Mapping[str, Entity]
) -> Report:
    """A paper that one state signs, with the one state that it met to sign it: "met her to sign the accord"."""
    parties = _states(report, entities)
    met = [states for states in told if parties < states and all(is_country(s, entities) for s in states)]
    lone = len(parties) == 1 and report.mention.rule == SIGNED and not _names_another(report)
    if not lone or not _is_signed_there(report) or len(met) != 1 or len(met[0]) != 2:
        return report
    (other,) = met[0] - parties
    return replace(report, arguments=tuple(sorted({*report.arguments, Argument("party", other)})))


def _is_signed_there(report: Report) -> bool:
    """Whether people met to sign, or met and signed; whoever signs after a meeting may do so with others."""
    mention = report.mention
    return bool(WHILE_THERE.search(report.article.text, mention.sentence.start, mention.trigger.start))


def _names_another(report: Report) -> bool:
    """Whether an agreement's words say whom else it binds: "a contract with the bank"."""
    return bool({"with", "between"} & set(plain_words(report.mention.name or "")))


def _by_sentence(events: Iterable[tuple[str, Cluster, Account]], entities: Mapping[str, Entity]) -> Told:
    """The encounters that were held, by sentence and by the states that met."""
    found: dict[Place, dict[frozenset[str], dict[str, Interval | None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for identifier, cluster, account in events:
        for report in cluster:
            if report.family in OCCASIONS and report.mention.status is Status.HELD:
                standing = report.article.identifier, report.mention.sentence
                found[standing][_states(report, entities)][identifier] = account.interval
    return found


def _states(report: Report, entities: Mapping[str, Entity]) -> frozenset[str]:
    return frozenset(state_of(actor, entities) for actor in report.actors)
