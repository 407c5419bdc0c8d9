"""Visits: who went where, when, and whether the journey was made."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import permutations

from kg.extract.context import Context
from kg.extract.event_mentions import event_mention
from kg.extract.event_places import named_place, places_of
from kg.extract.frames import Match, match_rules
from kg.extract.predicates import verb_predicate
from kg.extract.rules import load_rules
from kg.extract.stays import (
    find_stays,
    home_of_host,
    left_after,
    places_of_return,
    sent_by_states,
    with_traveller,
)
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import Argument, EntityKind, EventMention, Status

NEAR = 3
"""Sentences, its own among them, in which "the country" may be named."""


def extract_visits(context: Context) -> Iterator[EventMention]:
    """Each sentence's report of a visit; a tour of several places is one visit to each."""
    for match in _matches(context):
        if match.rule.name == "exchanged-visits":
            yield from _exchanged(context, match)
            continue
        for destination in _destinations(context, match):
            arguments = (*_visitors(context, match), Argument("destination", destination))
            if len(arguments) > 1:
                status = Status(match.rule.status) if match.rule.status else None
                told = replace(match, arguments=arguments)
                yield event_mention(context, told, place_role=None, status=status)


def _matches(context: Context) -> Iterator[Match]:
    """What the rules read, and the stays and journeys that are told by the way."""
    rules = load_rules("visits")
    for match in match_rules(context, rules):
        if match.rule.name != "taken" or _is_by_a_journey(match):
            yield _of_the_last(context, with_traveller(context, match))
    yield from find_stays(context, next(r for r in rules if r.name == "stay"))


def _of_the_last(context: Context, match: Match) -> Match:
    """A journey of the last of people of several states, where "who" may mean all: "talks of A and B, who flew to …"."""
    who = [c for c in context.doc.children(match.predicate.clause, "nsubj") if c.text.lower() == "who"]
    homes = {context.referents.things[a.entity].country for a in match.arguments}
    if not who or len(homes) < 2 or _is_of_all(context.doc, match.predicate.clause):
        return match
    named = [t for t in match.predicate.tokens("subject") if t.i < who[0].i]
    last = {key for t in named[-1:] for key in context.referents.of(t)}
    return replace(match, arguments=tuple(a for a in match.arguments if a.entity in last))


def _is_of_all(doc: Document, verb: Token) -> bool:
    """Whether a verb tells that several do it: "are visiting", "both flew"."""
    said = {t.text.lower() for t in doc.subtree(verb) if t.i <= verb.i and t.head == verb.i}
    return bool(said & {"all", "are", "both", "each", "have", "were"})


def _is_by_a_journey(match: Match) -> bool:
    """Whether it is a journey that takes somebody somewhere: "a tour that will take her to Peru"."""
    return any(t.lemma.lower() in words("visiting nouns") for t in match.predicate.tokens("subject"))


def _exchanged(context: Context, match: Match) -> Iterator[EventMention]:
    """One visit each way: "the presidents of France and Algeria exchanged visits"."""
    homes = {key: context.referents.things[key].country for key in match.fillers("visitor")}
    for visitor, host in permutations(homes, 2):
        destination = homes[host]
        if destination is not None and homes[visitor] not in {None, destination}:
            arguments = (Argument("visitor", visitor), Argument("destination", destination))
            yield event_mention(context, replace(match, arguments=arguments), place_role=None)


def _visitors(context: Context, match: Match) -> Iterator[Argument]:
    """Persons, unnamed people, and states by envoys that nobody named leads; a state itself goes nowhere."""
    sent = sent_by_states(context, match.predicate.tokens(*match.rule.roles["visitor"]))
    kinds = {key: context.referents.kind(key) for key in match.fillers("visitor")}
    led = EntityKind.PERSON in kinds.values()
    for key, kind in kinds.items():
        if kind in {EntityKind.PERSON, EntityKind.GROUP} or (key in sent and not led):
            yield Argument("visitor", key)


def _destinations(context: Context, match: Match) -> tuple[str, ...]:
    """The places of the first slot that names any; nobody visits home, and whose home is unknown may only be back there."""
    homes = {context.referents.things[k].country or k for k in match.fillers("visitor")}
    for slot in _place_slots(context, match, homes):
        tokens = [t for token in slot for t in listed_places(context, token)]
        tokens = [t for t in tokens if match.rule.name == "visited" or not _is_venue(t)]
        found = [k for t in tokens for k in places_of(context, t)[:1] if not _lies_in(context, k, homes)]
        if found:
            return _without_surroundings(context, found)
    hosts = home_of_host(context, match) or _that_country(context, match, homes)
    return tuple(home for home in hosts if home not in homes)


def _that_country(context: Context, match: Match, homes: Set[str]) -> tuple[str, ...]:
    """What "arrived in the country" means: the only one spoken of near by that is not the visitor's own."""
    doc, here = context.doc, match.predicate.trigger.sentence
    nouns = [t for slot in match.rule.place for t in match.predicate.tokens(slot) if t.text == "country"]
    definite = any(d.text.lower() == "the" for t in nouns for d in doc.children(t, "det"))
    if not definite or not any(home.startswith("country/") for home in homes):
        return ()
    for sentence in reversed(doc.sentences[max(here - NEAR + 1, 0) : here + 1]):
        found = {k for t in doc.words(sentence) if t.name for k in context.referents.of(t)} - homes
        states = [k for k in sorted(found) if context.referents.kind(k) is EntityKind.COUNTRY]
        if states:
            return tuple(states) if len(states) == 1 else ()
    return ()


def _leads_back(doc: Document, verb: Token) -> bool:
    """Whether a journey may lead home: "returned to Lima", "flew back to Lima"."""
    return verb.lemma == "return" or any(c.text.lower() == "back" for c in doc.children(verb, "advmod"))


def _lies_in(context: Context, place: str, states: Set[str]) -> bool:
    """Whether a place is one of some states, or a place in one of them."""
    known = context.lexicon.describe(place)
    return place in states or (known is not None and known.country in states)


def _place_slots(context: Context, match: Match, homes: Set[str]) -> Iterator[tuple[Token, ...]]:
    """The slots that may name the destination, and what the tree hangs on the verb: "cancelled a trip | to Peru"."""
    doc, predicate = context.doc, match.predicate
    if _leads_back(doc, predicate.trigger):
        unknown = bool(homes & set(match.fillers("visitor")))
        yield from places_of_return(doc, match, unknown=unknown)
        return
    yield from (predicate.tokens(slot) for slot in match.rule.place)
    if predicate.trigger.relation == "obj" and predicate.clause.i != predicate.trigger.i:
        yield verb_predicate(doc, predicate.clause).tokens("to")
    yield left_after(doc, predicate.trigger)


def listed_places(context: Context, token: Token) -> list[Token]:
    """A place and those set in a row behind it: "to Kenya, Uganda, and the Congo"."""
    listed, doc = [token], context.doc
    comma = False
    for following in doc.tokens[token.i + 1 : doc.sentence(token).last + 1]:
        if named_place(context, following) is not None and comma and following.relation != "nsubj":
            listed.append(following)
            comma = False
        elif following.text in {",", "and"} or _says_as_well(doc, following):
            comma = True
        elif following.text.lower() not in {"the", "("} or not comma:
            return listed
    return listed


def _is_venue(token: Token) -> bool:
    """Whether a name is that of a house or an airport, to which one goes within a town."""
    return token.name is not None and bool(set(token.text.lower().split()) & words("venues"))


def _says_as_well(doc: Document, token: Token) -> bool:
    """The "as well as" of a list; not the "as" of "to Peru as Chad's envoy"."""
    around = [t.text.lower() for t in doc.tokens[max(token.i - 2, 0) : token.i + 3]]
    return token.text.lower() in {"as", "well"} and "well" in around


def _without_surroundings(context: Context, keys: list[str]) -> tuple[str, ...]:
    """The places without the countries that others of them lie in: "Pyongyang, North Korea" is one destination."""
    countries = {
        known.country for k in keys if (known := context.lexicon.describe(k)) is not None and known.country
    }
    return tuple(dict.fromkeys(k for k in keys if k not in countries))
