"""Calls and exchanges of messages: who spoke or wrote to whom at a distance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.actors import actors_in
from kg.extract.context import Context
from kg.extract.event_mentions import event_mention, tells_several
from kg.extract.frames import Match, match_rules
from kg.extract.prepositions import preposition
from kg.extract.present import one_with_each
from kg.extract.rules import load_rules
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import EventMention


def extract_exchanges(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of a call, or of letters and messages sent or exchanged."""
    for found in match_rules(context, load_rules("exchanges")):
        for match in _each_call(context, found) if not _reaches_nobody(context, found) else ():
            if match.rule.name == "spoke" and _is_face_to_face(context, match):
                talks = replace(match, rule=replace(match.rule, kind="Talks"))
                yield event_mention(context, talks)
            else:
                told = event_mention(context, match, place_role=None)
                yield replace(told, several=told.several and match is found)


def _reaches_nobody(context: Context, match: Match) -> bool:
    """Whether it is not known who got the calls or letters: "received calls from A and B"."""
    got = any(words_of(v) & words("getting") for v in match.predicate.slots.get("support", ()))
    return got and not actors_in(context, match.predicate, ("subject", "to", "possessor"))


def _each_call(context: Context, match: Match) -> Iterator[Match]:
    """One call with each of those with whom somebody had several: "received calls from A and B"."""
    several = match.rule.kind == "Call" and tells_several(match.predicate)
    yield from one_with_each(context, match, ("from", "to", "with")) if several else (match,)


def _is_face_to_face(context: Context, match: Match) -> bool:
    """Whether a clause says that people spoke in one place: "spoke in person", "spoke on the margins of the summit"."""
    doc, verb = context.doc, match.predicate.trigger
    beside = doc.children(verb, "obl", "advmod")
    below = (c for t in beside for c in (t, *doc.children(t, "compound", "amod")))
    if {t.lemma.lower() for t in below} & (words("means") - {"breakfast", "dinner", "lunch"}):
        return False
    return any(_is_ground(doc, t) for t in beside)


def _is_ground(doc: Document, token: Token) -> bool:
    """Whether a phrase says that those who speak are in one place."""
    word, mark = token.lemma.lower(), preposition(doc, token)
    if word in {"person", "face"} and mark in {"in", "face to"}:
        return True
    at_event = word in words("edges") | words("visiting for") and mark in {"at", "during", "on"}
    venue = token.name is not None and bool(set(token.text.lower().split()) & words("venues"))
    return at_event or (venue and mark in {"at", "in"})
