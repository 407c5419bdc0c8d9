"""Calls and exchanges of messages: who spoke or wrote to whom at a distance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.event_mentions import event_mention
from kg.extract.frames import Match, match_rules
from kg.extract.prepositions import preposition
from kg.extract.rules import load_rules
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import EventMention


def extract_exchanges(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of a call, or of letters and messages sent or exchanged."""
    for match in match_rules(context, load_rules("exchanges")):
        if match.rule.name == "spoke" and _is_face_to_face(context, match):
            talks = replace(match, rule=replace(match.rule, kind="Talks"))
            yield event_mention(context, talks)
        else:
            yield event_mention(context, match, place_role=None)


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
