"""What each article itself tells, picked out of the resolved world."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.model import Account, Claim, Entity, Event, Evidence, Position, Tenure, World


@dataclass(slots=True)
class OwnStatements:
    """One article's part of the world, while it is gathered."""

    accounts: list[tuple[Event, Account]] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    tenures: list[tuple[Tenure, list[Evidence]]] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def evidence(self) -> Iterator[Evidence]:
        """The sentences that the article's statements rest on."""
        for _, account in self.accounts:
            yield from account.evidence
        for claim in self.claims:
            yield claim.evidence
        for _, sentences in self.tenures:
            yield from sentences


def own_statements(world: World) -> Mapping[str, OwnStatements]:
    """Article identifier → what that article tells."""
    own: defaultdict[str, OwnStatements] = defaultdict(OwnStatements)
    for event in world.events:
        for account in event.accounts:
            if account.article is not None:
                own[account.article].accounts.append((event, account))
    for claim in world.claims:
        own[claim.evidence.article].claims.append(claim)
    for tenure in world.tenures:
        for article, sentences in _by_article(tenure.evidence).items():
            own[article].tenures.append((tenure, sentences))
    _add_things(world, own)
    return own


def name_forms(entity: Entity, text: str) -> Iterator[str]:
    """The names of an entity that stand in a text as words of their own."""
    for form in (entity.label, *entity.alt_labels):
        if form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            yield form


def _add_things(world: World, own: Mapping[str, OwnStatements]) -> None:
    entities = {entity.identifier: entity for entity in world.entities}
    positions = {position.identifier: position for position in world.positions}
    for article in world.articles:
        told = own[article.identifier]
        offices = {tenure.position for tenure, _ in told.tenures} & positions.keys()
        told.positions = [positions[office] for office in sorted(offices)]
        named = {*world.mentioned.get(article.identifier, ()), *_spoken_of(told)} & entities.keys()
        around = {country for name in named if (country := entities[name].country) in entities}
        told.entities = [entities[name] for name in sorted(named | around)]


def _spoken_of(told: OwnStatements) -> Iterator[str]:
    for _, account in told.accounts:
        yield from (argument.entity for argument in account.arguments)
    for claim in told.claims:
        yield claim.claimant
    for tenure, _ in told.tenures:
        yield tenure.holder
    for position in told.positions:
        if position.of:
            yield position.of


def _by_article(evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    sentences: defaultdict[str, list[Evidence]] = defaultdict(list)
    for sentence in evidence:
        sentences[sentence.article].append(sentence)
    return sentences
