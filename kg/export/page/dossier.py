"""What the page tells of each node and line: who, what, when, where, each sentence, who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from kg.analytics.network import sources
from kg.export.page.look import the_look, words, written
from kg.model import Account, Article, Claim, Conflict, Event, Evidence, Tenure, World

Record = dict[str, Any]


def dossier(world: World) -> dict[str, dict[str, Record]]:
    """Articles, things, claims and conflicts, as plain data for the page; each refers by identifier."""
    return {
        "articles": {article.identifier: _article(article) for article in world.articles},
        "things": _entities(world) | _events(world),
        "claims": {claim.identifier: _claim(claim) for claim in world.claims},
        "conflicts": {conflict.identifier: _conflict(conflict) for conflict in world.conflicts},
    }


def web_address(url: str | None) -> str | None:
    """An address that a reader may follow: one of the web, or none."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _article(article: Article) -> Record:
    return _known(
        headline=article.headline,
        publisher=article.publisher,
        published=article.published and article.published.isoformat(),
        inferred=article.published_inferred and article.published_inferred.isoformat(),
        inference=article.inference,
        address=article.url,
        link=web_address(article.url),
    )


def _entities(world: World) -> dict[str, Record]:
    events, claims, conflicts = _events_of(world), _claims_by(world), _conflicts_of(world)
    offices, members = _offices(world), _members(world)
    return {
        entity.identifier: _known(
            kind=words(entity.kind),
            family=the_look().family_of(entity.kind).name,
            label=entity.label,
            aliases=list(entity.alt_labels),
            country=entity.country,
            members=members[entity.identifier],
            offices=offices[entity.identifier],
            wikidata=entity.wikidata,
            state_media=entity.state_media,
            events=events[entity.identifier],
            claims=claims[entity.identifier],
            conflicts=conflicts[entity.identifier],
            reasons=list(entity.reasons),
            evidence=_evidence(entity.evidence),
        )
        for entity in world.entities
    }


def _events(world: World) -> dict[str, Record]:
    claims, conflicts = _claims_about(world), _conflicts_of(world)
    return {
        event.identifier: _event(event)
        | _known(claims=claims[event.identifier], conflicts=conflicts[event.identifier])
        for event in world.events
    }


def _event(event: Event) -> Record:
    family = the_look().family_of(event.kind, frozenset(a.role for a in event.merged.arguments))
    act = event.plover or event.relation_type
    return _known(
        kind=words(event.kind) + (f": {words(act)}" if act else ""),
        family=family.name,
        event=True,
        label=event.label,
        aliases=list(event.alt_labels),
        firmness=the_look().firmness_of(event),
        basis=event.basis,
        evidence=_evidence(sources(event)),
        accounts=[_account(account) for account in event.accounts] if len(event.accounts) > 1 else [],
        reasons=list(event.reasons),
    ) | _account(event.merged)


def _account(account: Account) -> Record:
    interval = account.interval
    return _known(
        article=account.article,
        status=words(account.status),
        when=written(interval),
        day=interval and interval.earliest.isoformat(),
        roles=[[words(role), list(account.fillers(role))] for role in _roles(account)],
    )


def _roles(account: Account) -> list[str]:
    """The roles of an account: who, by the alphabet, then where."""
    roles = {argument.role for argument in account.arguments}
    return sorted(roles, key=lambda role: (role in ("destination", "place"), role))


def _claim(claim: Claim) -> Record:
    return _known(
        claimant=claim.claimant,
        stance=words(claim.stance),
        content=claim.content,
        via=claim.via,
        about=list(claim.about),
        status=claim.status and words(claim.status),
        when=written(claim.interval),
        evidence=_evidence([claim.evidence]),
    )


def _conflict(conflict: Conflict) -> Record:
    return {
        "aspect": conflict.aspect,
        "comment": conflict.comment,
        "concerns": list(conflict.concerns),
        "evidence": _evidence(conflict.evidence),
    }


def _evidence(told: Iterable[Evidence]) -> list[Record]:
    return [{"article": e.article, "quote": e.quote, "start": e.span.start, "end": e.span.end} for e in told]


def _members(world: World) -> dict[str, list[str]]:
    """Country or organisation → those who represent it or belong to it."""
    members: dict[str, list[str]] = defaultdict(list)
    for entity in world.entities:
        if entity.country:
            members[entity.country].append(entity.identifier)
    return members


def _offices(world: World) -> dict[str, list[Record]]:
    positions = {position.identifier: position for position in world.positions}
    held: dict[str, list[Record]] = defaultdict(list)
    for tenure in world.tenures:
        position = positions[tenure.position]
        held[tenure.holder].append(_tenure(tenure) | _known(office=position.label, of=position.of))
    return held


def _tenure(tenure: Tenure) -> Record:
    return _known(former=tenure.former, when=written(tenure.interval), evidence=_evidence(tenure.evidence))


def _events_of(world: World) -> dict[str, list[str]]:
    of: dict[str, list[str]] = defaultdict(list)
    for event in world.events:
        for entity in sorted({argument.entity for argument in event.merged.arguments}):
            of[entity].append(event.identifier)
    return of


def _claims_by(world: World) -> dict[str, list[str]]:
    by: dict[str, list[str]] = defaultdict(list)
    for claim in world.claims:
        by[claim.claimant].append(claim.identifier)
    return by


def _claims_about(world: World) -> dict[str, list[str]]:
    about: dict[str, list[str]] = defaultdict(list)
    for claim in world.claims:
        for event in claim.about:
            about[event].append(claim.identifier)
    return about


def _conflicts_of(world: World) -> dict[str, list[str]]:
    of: dict[str, list[str]] = defaultdict(list)
    for conflict in world.conflicts:
        for thing in conflict.concerns:
            of[thing].append(conflict.identifier)
    return of


def _known(**values: object) -> Record:
    return {name: value for name, value in values.items() if value}
