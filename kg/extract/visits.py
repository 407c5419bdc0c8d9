"""Visits: who went where, when, and whether the journey was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from kg.extract.circumstances import place_key, places_of
from kg.extract.context import Context
from kg.extract.frames import Match, event_mention, match_rules
from kg.extract.rules import load_rules
from kg.extract.wording import words
from kg.language.document import Token
from kg.model import Argument, EntityKind, EventMention


def extract_visits(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of a visit; a tour of several places is one visit to each."""
    for match in match_rules(context, load_rules("visits")):
        if match.rule.name == "exchanged-visits":
            yield from _exchanged(context, match)
            continue
        for destination in _destinations(context, match):
            arguments = (*_visitors(context, match), Argument("destination", destination))
            if len(arguments) > 1:
                yield event_mention(context, replace(match, arguments=arguments), place_role=None)


def _exchanged(context: Context, match: Match) -> Iterator[EventMention]:
    """One visit each way: "the presidents of France and Algeria exchanged visits"."""
    homes = {key: context.referents.things[key].country for key in match.fillers("visitor")}
    for visitor, host in permutations(homes, 2):
        destination = homes[host]
        if destination is not None and homes[visitor] not in {None, destination}:
            arguments = (Argument("visitor", visitor), Argument("destination", destination))
            yield event_mention(context, replace(match, arguments=arguments), place_role=None)


def _visitors(context: Context, match: Match) -> Iterator[Argument]:
    """Persons, unnamed people, and states by their envoys; a state itself goes nowhere."""
    sent = {
        k
        for t in match.predicate.tokens(*match.rule.roles["visitor"])
        if t.lemma.lower() in words("envoys")
        for k in context.referents.of(t)
    }
    for key in match.fillers("visitor"):
        kind = context.referents.kind(key)
        if kind in {EntityKind.PERSON, EntityKind.GROUP} or key in sent:
            yield Argument("visitor", key)


def _destinations(context: Context, match: Match) -> tuple[str, ...]:
    """The places of the first slot that names any; no country visits itself."""
    homes = {context.referents.things[k].country or k for k in match.fillers("visitor")}
    for slot in match.rule.place:
        tokens = [t for token in match.predicate.tokens(slot) for t in listed_places(context, token)]
        found = [k for t in tokens for k in places_of(context, t)[:1] if k not in homes]
        if found:
            return _without_surroundings(context, found)
    return ()


def listed_places(context: Context, token: Token) -> list[Token]:
    """A place and those set in a row behind it: "to Kenya, Uganda, and the Congo"."""
    listed, doc = [token], context.doc
    comma = False
    for following in doc.tokens[token.i + 1 : doc.sentence(token).last + 1]:
        if place_key(context, following) is not None and comma and following.relation != "nsubj":
            listed.append(following)
            comma = False
        elif following.text in {",", "and"} or following.text.lower() in {"as", "well"}:
            comma = True
        elif following.text.lower() not in {"the", "("} or not comma:
            return listed
    return listed


def _without_surroundings(context: Context, keys: list[str]) -> tuple[str, ...]:
    """The places without the countries that others of them lie in: "Pyongyang, North Korea" is one destination."""
    countries = {
        known.country for k in keys if (known := context.lexicon.describe(k)) is not None and known.country
    }
    return tuple(dict.fromkeys(k for k in keys if k not in countries))
