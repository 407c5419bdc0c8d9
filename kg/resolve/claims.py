"""Claim mentions → claims about events, each with its claimant and the chain that carries it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.identifiers import digest
from kg.model import AgreementStatus, Claim, ClaimMention, Evidence, Interval, Reading, Stance, Status
from kg.resolve.entities import Identities
from kg.resolve.events import Events

Told = tuple[Status | AgreementStatus | None, Interval | None]


@dataclass(frozen=True, slots=True)
class _Resolver:
    """One article's claims with what its names and events have been resolved to."""

    reading: Reading
    identities: Identities
    events: Events

    def claims(self) -> Iterator[Claim]:
        """Every claim; a carrier that makes no claim of its own makes one by carrying."""
        for mention in self.reading.claims:
            carrier = self._carrier(mention)
            if carrier is None:
                yield self._claim(mention, None)
                continue
            if carrier not in self.reading.claims:
                yield self._claim(carrier, None)
            yield self._claim(mention, self._identifier(carrier))

    def _carrier(self, mention: ClaimMention) -> ClaimMention | None:
        """The claim of whoever a claim came through: the closest around its words, else these words."""
        if mention.via is None:
            return None
        around = [
            m for m in self.reading.claims if m.claimant == mention.via and m.content.covers(mention.content)
        ]
        if around:
            return min(around, key=lambda m: (m.content.end - m.content.start, m.stance))
        return replace(mention, claimant=mention.via, stance=Stance.REPORTS, via=None)

    def _claim(self, mention: ClaimMention, via: str | None) -> Claim:
        article = self.reading.article
        status, interval = self._told(mention)
        return Claim(
            identifier=self._identifier(mention),
            claimant=self.identities.of(article, mention.claimant),
            stance=mention.stance,
            content=mention.content.of(article.text),
            evidence=Evidence(
                article.identifier, mention.sentence, mention.sentence.of(article.text), mention.rule
            ),
            about=self._about(mention),
            via=via,
            status=status,
            interval=interval,
        )

    def _identifier(self, mention: ClaimMention) -> str:
        article = self.reading.article
        claimant = self.identities.of(article, mention.claimant)
        key = digest(article.identifier, claimant, mention.stance, *map(str, mention.content))
        return f"claim/{claimant.rpartition('/')[2].lower()}-{key}"

    def _about(self, mention: ClaimMention) -> tuple[str, ...]:
        """The events that the words claimed tell of."""
        article = self.reading.article.identifier
        return tuple(
            sorted({e for t in mention.events for e in self.events.of_trigger.get((article, t), ())})
        )

    def _told(self, mention: ClaimMention) -> Told:
        """The status and time that the claim itself gives its event, where it speaks of one."""
        told = {(m.status, m.interval) for m in self.reading.events if m.trigger in mention.events}
        return told.pop() if len(told) == 1 else (None, None)


def resolve_claims(readings: Sequence[Reading], identities: Identities, events: Events) -> tuple[Claim, ...]:
    """Each claim of each article, pointing to the events inside the words claimed."""
    claims = {c.identifier: c for r in readings for c in _Resolver(r, identities, events).claims()}
    return tuple(claims[i] for i in sorted(claims))
