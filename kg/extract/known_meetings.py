"""Meetings that a text only calls by their place: "the Reykjavik summit", beside words of the states that met."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.wording import words
from kg.language.document import Sentence, Token
from kg.model import Argument, EventMention, Status
from kg.world.summits import KnownSummit, find_summit

RULE = "known-meeting"


def extract_known_meetings(context: Context) -> Iterator[EventMention]:
    """Each meeting called by its place, where its sentence names the states that are known to have met there."""
    for token in context.doc.tokens:
        if token.lemma.lower() in words("gatherings") and token.name is None:
            known = _known(context, token)
            if known is not None:
                yield _mention(context, token, *known)


def _known(context: Context, noun: Token) -> tuple[Token, KnownSummit] | None:
    """The place before the noun with the one meeting that it names."""
    sentence = context.doc.sentence(noun)
    for place in context.doc.children(noun, "compound", "nmod:desc"):
        found = find_summit(place.text, _states(context, sentence), context.article.creation_time)
        if found is not None and place.i < noun.i and place.name is not None:
            return place, found
    return None


def _states(context: Context, sentence: Sentence) -> set[str]:
    """The states (ISO3) that a sentence names."""
    keys = (t.name.key for t in context.doc.words(sentence) if t.name is not None and t.name.key)
    return {key.removeprefix("country/") for key in keys if key.startswith("country/")}


def _mention(context: Context, noun: Token, place: Token, known: KnownSummit) -> EventMention:
    participants = [Argument("participant", f"country/{state}") for state in known.states]
    places = [Argument("place", key) for key in context.referents.of(place)[:1]]
    return EventMention(
        kind="Meeting",
        rule=RULE,
        trigger=noun.span,
        sentence=context.doc.sentence(noun).span,
        arguments=tuple(sorted({*participants, *places})),
        interval=None,
        status=Status.HELD,
        name=known.name,
    )
