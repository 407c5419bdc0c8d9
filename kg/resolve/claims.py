"""Claim mentions → claims about events, each with its claimant and the chain that carries it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Article, Claim, ClaimMention, Evidence, Reading, Span, Stance
from kg.resolve.entities import Identities
from kg.resolve.events import Events
from kg.identifiers import digest


def resolve_claims(readings: Sequence[Reading], identities: Identities, events: Events) -> tuple[Claim, ...]:
    """Each claim of each article, pointing to the events inside the words claimed."""
    claims = {c.identifier: c for r in readings for m in r.claims for c in _claims(r, m, identities, events)}
    return tuple(claims[i] for i in sorted(claims))


def _claims(reading: Reading, mention: ClaimMention, identities: Identities, events: Events) -> tuple[Claim, ...]:
    """The claim itself and, where it came through somebody else, the carrier's."""
    article = reading.article
    about = tuple(sorted({e for t in mention.events for e in events.of_trigger.get((article.identifier, t), ())}))
    via = None
    carriers: tuple[Claim, ...] = ()
    if mention.via is not None:
        carrier = _claim(article, mention, identities.of(article, mention.via), Stance.REPORTS, about, None)
        via, carriers = carrier.identifier, (carrier,)
    claim = _claim(article, mention, identities.of(article, mention.claimant), mention.stance, about, via)
    status, interval = _told(reading, mention)
    return (*carriers, Claim(claim.identifier, claim.claimant, claim.stance, claim.content, claim.evidence, about, via, status, interval))


def _told(reading: Reading, mention: ClaimMention):  # type: ignore[no-untyped-def]
    """The status and time that the claim itself gives its event, where it speaks of one."""
    told = [m for m in reading.events if m.trigger in mention.events]
    return (told[0].status, told[0].interval) if len(told) == 1 else (None, None)


def _claim(
    article: Article, mention: ClaimMention, claimant: str, stance: Stance, about: tuple[str, ...], via: str | None
) -> Claim:
    evidence = Evidence(article.identifier, mention.sentence, mention.sentence.of(article.text), mention.rule)
    content = _words(article, mention.content)
    key = digest(article.identifier, claimant, stance, str(mention.content.start), str(mention.content.end))
    return Claim(f"claim/{claimant.rpartition('/')[2].lower()}-{key}", claimant, stance, content, evidence, about, via)


def _words(article: Article, span: Span) -> str:
    return span.of(article.text)
