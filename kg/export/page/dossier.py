"""What the page tells of each thing: who, what, when, where, each sentence, who says so.

Things, articles, sentences and claims are lists, and everything refers to them by number, so that no name is
written twice. What only turns a reference round (a country's people, a person's events) the page works out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from kg.analytics.network import sources
from kg.export.page.look import the_look, words
from kg.export.page.remarks import Remark, comment, mentioned, of_articles, remark, told_by, undated_label
from kg.export.page.times import is_inferred, when, with_times_in_words, written
from kg.model import Account, Article, Claim, Conflict, Entity, Event, Evidence, Interval, Tenure, World

Record = dict[str, Any]
Numbers = Mapping[str, int]


def dossier(world: World) -> dict[str, list[Any]]:
    """Articles, sentences, things, claims and conflicts, as plain data for the page."""
    number = numbers(world)
    pages = _Sentences(world.articles)
    offices = _offices(world, number, pages)
    events = {event.identifier: event for event in world.events}
    return {
        "things": [_entity(entity, number, pages, offices) for entity in world.entities]
        + [_event(event, number, pages) for event in world.events],
        "claims": _claims(world, number, pages),
        "conflicts": [_conflict(conflict, events, number, pages) for conflict in world.conflicts],
        "articles": [_article(article, pages.articles) for article in world.articles],
        "sentences": pages.rows,
    }


def numbers(world: World) -> dict[str, int]:
    """Identifier → number: entities first, then events."""
    entities = [entity.identifier for entity in world.entities]
    events = [event.identifier for event in world.events]
    return {identifier: i for i, identifier in enumerate(entities + events)}


def web_address(url: str | None) -> str | None:
    """An address that a reader may follow: one of the web, or none."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


class _Sentences:
    """Each sentence once: its article, its start and end, and its words."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles: Numbers = {article.identifier: i for i, article in enumerate(articles)}
        self.undated = {article.identifier for article in articles if article.published is None}
        self.rows: list[tuple[int, int, int, str]] = []
        self._known: dict[tuple[int, int, int, str], int] = {}

    def of(self, told: Iterable[Evidence]) -> list[int]:
        """The numbers of the sentences that some evidence stands in."""
        rows = [(self.articles[e.article], e.span.start, e.span.end, e.quote) for e in told]
        return list(dict.fromkeys(self._number(row) for row in rows))

    def _number(self, row: tuple[int, int, int, str]) -> int:
        if row not in self._known:
            self._known[row] = len(self.rows)
            self.rows.append(row)
        return self._known[row]


def _article(article: Article, number: Numbers) -> Record:
    return _known(
        id=article.identifier,
        headline=article.headline,
        publisher=article.publisher,
        published=article.published and article.published.isoformat(),
        inferred=article.published_inferred and article.published_inferred.isoformat(),
        inference=article.inference and remark(article.inference, mentioned(article.inference, number)),
        address=article.url,
        link=web_address(article.url),
    )


def _entity(
    entity: Entity, number: Numbers, pages: _Sentences, offices: Mapping[str, list[Record]]
) -> Record:
    return _known(
        id=entity.identifier,
        kind=words(entity.kind),
        type=the_look().family_of(entity.kind).name,
        label=entity.label,
        aliases=list(entity.alt_labels),
        country=number.get(entity.country or ""),
        offices=offices.get(entity.identifier),
        wikidata=entity.wikidata,
        state_media=entity.state_media,
        reasons=_reasons(entity, (e.article for e in entity.evidence), pages),
        evidence=pages.of(entity.evidence),
    )


def _event(event: Event, number: Numbers, pages: _Sentences) -> Record:
    act = event.plover or event.relation_type
    accounts = event.accounts if len(event.accounts) > 1 else ()
    return _known(
        id=event.identifier,
        kind=words(event.kind) + (f": {words(act)}" if act else ""),
        type=the_look().type_of(event),
        event=True,
        label=undated_label(event),
        aliases=list(event.alt_labels),
        firmness=the_look().firmness_of(event),
        basis=event.basis,
        evidence=pages.of(sources(event)),
        inferred=is_inferred(event, pages.undated),
        accounts=[_account(event, account, number, pages) for account in accounts],
        reasons=_reasons(event, told_by(event), pages),
    ) | _account(event, event.merged, number, pages)


def _reasons(thing: Entity | Event, articles: Iterable[str], pages: _Sentences) -> list[Remark]:
    references = of_articles(articles, pages.articles)
    return [remark(reason, references) for reason in thing.reasons]


def _account(event: Event, account: Account, number: Numbers, pages: _Sentences) -> Record:
    return _known(
        article=None if account.article is None else pages.articles[account.article],
        status=words(account.status),
        roles=[[words(role), [number[who] for who in account.fillers(role)]] for role in _roles(account)],
    ) | _time(event, account.interval)


def _roles(account: Account) -> list[str]:
    """The roles of an account: who, by the alphabet, then where."""
    roles = {argument.role for argument in account.arguments}
    return sorted(roles, key=lambda role: (role in ("destination", "place"), role))


def _time(event: Event, interval: Interval | None) -> Record:
    if interval is None:
        return {}
    first, last = interval.earliest.isoformat(), interval.latest.isoformat()
    return {"when": when(event, interval), "first": first} | ({"last": last} if last != first else {})


def _claims(world: World, number: Numbers, pages: _Sentences) -> list[Record]:
    order = {claim.identifier: i for i, claim in enumerate(world.claims)}
    return [_claim(claim, number, pages) | _known(via=order.get(claim.via or "")) for claim in world.claims]


def _claim(claim: Claim, number: Numbers, pages: _Sentences) -> Record:
    return _known(
        claimant=number[claim.claimant],
        stance=words(claim.stance),
        content=claim.content,
        about=[number[event] for event in claim.about],
        status=claim.status and words(claim.status),
        when=written(claim.interval),
        evidence=pages.of([claim.evidence]),
    )


def _conflict(conflict: Conflict, events: Mapping[str, Event], number: Numbers, pages: _Sentences) -> Record:
    return _known(
        aspect=conflict.aspect,
        comment=comment(conflict, events, number, pages.articles),
        preferred=[with_times_in_words(reason) for reason in conflict.preferences],
        concerns=[number[thing] for thing in conflict.concerns],
        evidence=pages.of(conflict.evidence),
    )


def _offices(world: World, number: Numbers, pages: _Sentences) -> dict[str, list[Record]]:
    """Holder → the offices held."""
    positions = {position.identifier: position for position in world.positions}
    held: dict[str, list[Record]] = defaultdict(list)
    for tenure in world.tenures:
        position = positions[tenure.position]
        office = _known(office=position.label, of=number.get(position.of or ""))
        held[tenure.holder].append(_tenure(tenure, pages) | office)
    return held


def _tenure(tenure: Tenure, pages: _Sentences) -> Record:
    return _known(former=tenure.former, when=written(tenure.interval), evidence=pages.of(tenure.evidence))


def _known(**values: object) -> Record:
    """The values that say something; the number 0 does."""
    return {name: value for name, value in values.items() if value or type(value) is int}
