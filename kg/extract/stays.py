"""Visits told by the way: whoever is abroad for something, and on whose journey something happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from kg.extract.circumstances import place_key, when
from kg.extract.context import Context
from kg.extract.coordination import conjuncts, expand
from kg.extract.frames import Match
from kg.extract.predicates import Predicate
from kg.extract.prepositions import preposition
from kg.extract.rules import Rule
from kg.extract.verbs import subjects
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import Argument, EntityKind

OCCASIONS = frozenset({"after", "during", "following", "in", "on"})
"""Prepositions by which a clause tells on what journey of its subject something happened."""

BRIEF = timedelta(days=7)
"""The longest time at which being somewhere is being on a visit there."""


def find_stays(context: Context, rule: Rule) -> Iterator[Match]:
    """Each person said to be in another country for something: "is in Hanoi to meet …", "was in Rabat on Tuesday"."""
    doc = context.doc
    for token in doc.tokens:
        if place_key(context, token) is None or not doc.children(token, "cop") or preposition(doc, token) != "in":
            continue
        predicate = Predicate(token, token, {"subject": subjects(doc, token), "in": conjuncts(doc, token)})
        visitors = _foreign_to(context, token, _travellers(context, predicate.tokens("subject")))
        if visitors and (_has_purpose(doc, token) or _is_brief(context, predicate)):
            yield Match(rule, predicate, visitors)


def with_traveller(context: Context, match: Match) -> Match:
    """A journey of which no owner is told with that of its clause: "during her visit to Chile, A met B"."""
    doc, noun = context.doc, match.predicate.trigger
    if match.arguments or match.predicate.tokens("by", "of") or not _may_be_subjects_own(doc, noun):
        return match
    if doc.children(noun, "cop") and preposition(doc, noun) == "on":
        own = replace(match.predicate, clause=noun)
        return replace(match, predicate=own, arguments=_travellers(context, subjects(doc, noun)))
    head = doc.head(noun)
    if head is None or noun.relation != "obl" or preposition(doc, noun) not in _occasions(head):
        return match
    acting = subjects(doc, head) or expand(doc, doc.children(head, "nsubj"))
    if len(acting) > 1 and _is_of_one(doc, noun):
        return match
    return replace(match, arguments=_travellers(context, acting))


def _occasions(verb: Token) -> frozenset[str]:
    return OCCASIONS | {"from"} if verb.lemma == "return" else OCCASIONS


def _may_be_subjects_own(doc: Document, noun: Token) -> bool:
    """ "her visit", "a visit", "an official visit": not "the visit", "the pope's visit"."""
    owners = doc.children(noun, "nmod:poss")
    first = {d.text.lower() for d in doc.children(noun, "det")}
    return all(o.pos == "PRON" for o in owners) and (bool(owners) or bool(first & {"a", "an"}))


def _is_of_one(doc: Document, noun: Token) -> bool:
    """Whether a journey is one person's: "her visit", not "their visit"."""
    return any("Number=Sing" in o.feats for o in doc.children(noun, "nmod:poss"))


def _travellers(context: Context, tokens: tuple[Token, ...]) -> tuple[Argument, ...]:
    """The persons among actors whose home is known, so that one can tell whether they are abroad."""
    things = context.referents.things
    keys = dict.fromkeys(k for t in tokens for k in context.referents.of(t))
    known = (k for k in keys if things[k].kind is EntityKind.PERSON and things[k].country)
    return tuple(Argument("visitor", key) for key in known)


def _foreign_to(context: Context, place: Token, visitors: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The visitors of a place that are not at home there."""
    key = place_key(context, place)
    known = context.lexicon.describe(key) if key is not None else None
    here = {key, known.country if known is not None else None}
    return tuple(a for a in visitors if context.referents.things[a.entity].country not in here)


def _has_purpose(doc: Document, place: Token) -> bool:
    """Whether a clause says for what somebody is in a place: "to meet the king", "for talks"."""
    behind = [c for c in doc.children(place, "acl", "advcl", "csubj", "xcomp") if c.i > place.i]
    if any(m.text.lower() == "to" for c in behind for m in doc.children(c, "mark")):
        return True
    phrases = (c for c in doc.children(place, "nmod", "obl") if preposition(doc, c) == "for")
    return any(c.lemma.lower() in words("visiting for") for c in phrases)


def _is_brief(context: Context, predicate: Predicate) -> bool:
    time = when(context, predicate)
    return time is not None and time.latest - time.earliest <= BRIEF
