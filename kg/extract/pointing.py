"""What a sentence adds to an event told before: "The talks will be held in Oslo on Friday", "It did not take place"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.clauses import has_mark
from kg.extract.context import Context
from kg.extract.event_places import where
from kg.extract.event_times import when
from kg.extract.occurring import befalls
from kg.extract.predicates import Predicate, noun_predicate
from kg.extract.status import status_of
from kg.extract.verbs import VERBAL
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import Argument, EventMention, Status

KINDS_OF = {
    "meeting nouns": frozenset({"Meeting", "Summit", "Talks"}),
    "talking nouns": frozenset({"Meeting", "Summit", "Talks", "Call"}),
    "calling nouns": frozenset({"Call"}),
    "visiting nouns": frozenset({"Visit"}),
}
"""What kinds of events each list of nouns in `wording.toml` can speak of."""

MODALS = frozenset({"can", "could", "may", "might", "should", "would"})
LOOK_BACK = 3
"""Sentences before its own in which a phrase may find its event."""


def point_back(context: Context, events: Sequence[EventMention]) -> Iterator[EventMention]:
    """Each sentence that only says when, where or whether an event told before took place."""
    told = {e.trigger for e in events}
    known = sorted((e for e in events if _is_encounter(e)), key=lambda e: e.trigger)
    for token in context.doc.tokens:
        if token.span in told or not (kinds := _kinds(context.doc, token)):
            continue
        verb = _says_of(context.doc, token)
        meant = _meant(context, token, known, kinds) if verb is not None else None
        if verb is not None and meant is not None:
            again = _mention(context, token, verb, meant)
            if again.status is not Status.CANCELLED or not _is_supposed(context.doc, verb):
                yield again


def _is_encounter(event: EventMention) -> bool:
    return any(event.kind in kinds for kinds in KINDS_OF.values()) and not event.several


def _kinds(doc: Document, token: Token) -> frozenset[str]:
    """The kinds of event that a phrase can point back to: "the talks", "this visit", "it"."""
    if token.text.lower() == "it":
        return frozenset().union(*KINDS_OF.values())
    determiners = {c.text.lower() for c in doc.children(token, "det")}
    own = {c.lemma.lower() for c in doc.children(token, "nummod", "amod", "compound") if c.i < token.i}
    if not determiners & {"the", "this", "that", "these", "those"} or own - words("neutral"):
        return frozenset()
    fitting = (kinds for use, kinds in KINDS_OF.items() if token.lemma.lower() in words(use))
    return frozenset().union(*fitting)


def _says_of(doc: Document, token: Token) -> Token | None:
    """The verb that says of its subject that it takes place, is to, or is called off."""
    verb = doc.head(token)
    if token.relation != "nsubj" or verb is None or verb.pos not in VERBAL:
        return None
    return verb if befalls(doc, verb) and not has_mark(doc, verb, "before") else None


def _meant(
    context: Context, token: Token, known: Sequence[EventMention], kinds: frozenset[str]
) -> EventMention | None:
    """The one event of the nearest sentence that tells of any of these kinds."""
    doc = context.doc
    farthest = 1 if token.text.lower() == "it" else LOOK_BACK
    for back in range(farthest + 1):
        if token.sentence - back < 0:
            return None
        span = doc.sentences[token.sentence - back].span
        here = [e for e in known if e.sentence == span and e.kind in kinds and e.trigger < token.span]
        if here:
            return here[-1] if len({_who(e) for e in here}) == 1 else None
    return None


def _is_supposed(doc: Document, verb: Token) -> bool:
    """Whether a verb only says what might become of an event: "would be put off"."""
    return any(c.text.lower() in MODALS for c in doc.children(verb, "aux"))


def _who(event: EventMention) -> tuple[Argument, ...]:
    return tuple(a for a in event.arguments if a.role != "place")


def _mention(context: Context, token: Token, verb: Token, meant: EventMention) -> EventMention:
    """The event once more, with the time, place and status that this sentence gives it."""
    told = noun_predicate(context.doc, token, frozenset())
    predicate = Predicate(token, verb, told.slots)
    status = status_of(context.doc, predicate)
    places = () if meant.kind in {"Visit", "Call"} else where(context, predicate)
    return replace(
        meant,
        rule="pointing-back",
        trigger=token.span,
        sentence=context.doc.sentence(token).span,
        arguments=tuple(sorted({*_who(meant), *(Argument("place", key) for key in places)})),
        interval=when(context, predicate, status),
        status=status,
        definite=True,
        bare=False,
        untold=False,
    )
