"""Claims: who says what, how they stand to it, and through whom it came."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.extract.attribution import find_according, find_cited, find_footnoted, find_provided
from kg.extract.context import Context
from kg.extract.event_times import has_time, when
from kg.extract.predicates import verb_predicate
from kg.extract.quotations import find_continued
from kg.extract.said import Said
from kg.extract.speech import find_speech
from kg.extract.stated import find_stated
from kg.extract.unnamed import Source
from kg.extract.verbs import VERBAL
from kg.model import ClaimMention, EventMention, Interval, Referent, Span


def extract_claims(context: Context, events: Sequence[EventMention]) -> Iterator[ClaimMention]:
    """Each claim of a text in reading order, pointing to the events inside its words."""
    triggers = sorted({e.trigger for e in events})
    for said in find_claims(context):
        first, last = (bisect_left(triggers, (end,)) for end in said.content)
        inside = tuple(t for t in triggers[first:last] if said.content.covers(t))
        via = said.via.key if said.via is not None else None
        yield ClaimMention(
            said.rule,
            said.source.key,
            said.stance,
            said.content,
            said.sentence.span,
            inside,
            via,
            *_said_when(context, said),
        )


def _said_when(context: Context, said: Said) -> tuple[Interval | None, bool]:
    """When something is said, and whether words tell so that the text's date would be needed to read."""
    words = context.doc.words(said.sentence)
    verb = next((t for t in words if t.span == said.anchor and t.pos in VERBAL), None)
    if verb is None:
        return None, False
    predicate = verb_predicate(context.doc, verb)
    day = when(context, predicate)
    return day, day is None and has_time(context, predicate)


def claimants(context: Context) -> tuple[Referent, ...]:
    """The unnamed sources of a text that speak of nothing else, as referents."""
    known = context.referents.things
    found = {
        s.key: s.referent
        for said in find_claims(context)
        for s in (said.source, said.via)
        if s is not None and s.key not in known
    }
    return tuple(found[key] for key in sorted(found))


@lru_cache(maxsize=1)
def find_claims(context: Context) -> tuple[Said, ...]:
    """What every construction finds, each claim once, those inside another's words carried by it."""
    spoken = [*find_speech(context), *find_stated(context), *find_according(context), *find_cited(context)]
    anchored = sorted(spoken, key=_anchored_at)
    spoken = [_without_tags(context.doc.text, s, anchored) for s in spoken]
    spoken += [*find_continued(context, spoken), *find_footnoted(context), *find_provided(context)]
    distinct = {(s.source.key, s.stance, s.content): s for s in sorted(spoken, key=_order, reverse=True)}
    said = sorted(distinct.values(), key=_order)
    beside: dict[int, list[Said]] = defaultdict(list)
    for s in said:
        beside[s.sentence.i].append(s)
    return tuple(replace(s, via=s.via or _carrier(s, beside[s.sentence.i])) for s in said)


def _without_tags(text: str, claim: Said, anchored: Sequence[Said]) -> Said:
    """A claim up to where another verb of saying takes over: "…, Reuters reported", "…, adding that …"."""
    end = claim.content.end
    first, last = (bisect_left(anchored, place, key=_anchored_at) for place in (claim.content.start + 1, end))
    for other in anchored[first:last]:
        if claim.anchor == other.anchor or other.anchor.start >= end:
            continue
        before = text[: other.anchor.start].rstrip()
        if other.content.covers(claim.anchor) and other.content.end <= other.anchor.start:
            end = other.content.end
        elif other.source == claim.source and before.endswith(","):
            end = len(before) - 1
    return replace(claim, content=Span(claim.content.start, end))


def _anchored_at(said: Said) -> int:
    return said.anchor.start


def _order(said: Said) -> tuple[int, Span, Span, str, str]:
    return said.sentence.i, said.anchor, said.content, said.source.key, said.stance


def _carrier(claim: Said, among: Sequence[Said]) -> Source | None:
    """Who of a sentence claims the words in which this claim is made; the closest where several do."""
    around = [s for s in among if s.source.key != claim.source.key and _carries(s, claim)]
    return min(around, key=lambda s: s.content.end - s.content.start).source if around else None


def _carries(outer: Said, inner: Said) -> bool:
    return (
        outer.content.covers(inner.content)
        and outer.content.covers(inner.anchor)
        and outer.content != inner.content
    )
