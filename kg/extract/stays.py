"""Visits told by the way: whoever is abroad for something, and on whose journey something happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from kg.extract.context import Context
from kg.extract.coordination import conjuncts, expand
from kg.extract.event_places import named_place
from kg.extract.event_times import when
from kg.extract.frames import Match
from kg.extract.predicates import Predicate, verb_predicate
from kg.extract.prepositions import preposition
from kg.extract.rules import Rule
from kg.extract.verbs import VERBAL, objects, subjects
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import Argument, EntityKind

OCCASIONS = frozenset({"after", "during", "following", "in"})
"""Prepositions by which a clause tells on what journey of its subject something happened."""

BRIEF = timedelta(days=7)
"""The longest time at which being somewhere is being on a visit there."""


def find_stays(context: Context, rule: Rule) -> Iterator[Match]:
    """Each person said to be in another country for something: "is in Hanoi to meet …", "was in Rabat on Tuesday"."""
    doc = context.doc
    for token in doc.tokens:
        if named_place(context, token) is None or not _tells_where(doc, token):
            continue
        predicate = Predicate(token, token, {"subject": subjects(doc, token), "in": conjuncts(doc, token)})
        visitors = _foreign_to(context, token, _travellers(context, predicate.tokens("subject")))
        if visitors and (_has_purpose(doc, token) or _is_brief(context, predicate)):
            yield Match(rule, predicate, visitors)


def _tells_where(doc: Document, place: Token) -> bool:
    """Whether a clause says that somebody is in a place, this time: not "is often in Peru"."""
    often = {c.text.lower() for c in doc.children(place, "advmod")} & words("habitual")
    return bool(doc.children(place, "cop")) and preposition(doc, place) == "in" and not often


def with_traveller(context: Context, match: Match) -> Match:
    """A journey of which no owner is told with that of its clause: "during her visit to Chile, A met B"."""
    doc, noun = context.doc, match.predicate.trigger
    others = {"by", "of"} & set(match.rule.roles["visitor"])
    if match.arguments or match.predicate.tokens(*sorted(others)) or not _may_be_subjects_own(doc, noun):
        return match
    if doc.children(noun, "cop") and preposition(doc, noun) == "on":
        own = replace(match.predicate, clause=noun)
        return replace(match, predicate=own, arguments=_travellers(context, subjects(doc, noun)))
    head = doc.head(noun)
    if head is None or not _is_occasion(doc, noun, head):
        return match
    acting = (
        (head,)
        if noun.relation == "nmod"
        else subjects(doc, head) or expand(doc, doc.children(head, "nsubj"))
    )
    if len(acting) > 1 and _is_of_one(doc, noun):
        return match
    return replace(match, arguments=_travellers(context, acting))


def _is_occasion(doc: Document, noun: Token, head: Token) -> bool:
    """Whether the subject acts on a journey: "On a visit, A said", "A, on a visit, said"; not "spoke on a visit"."""
    mark = preposition(doc, noun)
    if noun.relation == "nmod":
        return mark == "on" and head.names(EntityKind.PERSON)
    if noun.relation != "obl" or mark == "from":
        return noun.relation == "obl" and head.lemma == "return"
    opens = any(noun.i < s.i for s in doc.children(head, "nsubj")) or _is_set_off(doc, noun)
    return mark in OCCASIONS or (
        mark == "on" and (opens or head.lemma in words("journeys") | words("arriving"))
    )


def _is_set_off(doc: Document, noun: Token) -> bool:
    """Whether a phrase stands between a comma behind a subject and its verb: "A, currently on a visit, said"."""
    first = min(t.i for t in doc.subtree(noun) if t.pos != "PUNCT")
    behind = doc.tokens[first - 1].text == "," and noun.i < doc.tokens[noun.head].i
    return behind and doc.tokens[first - 2].relation == "nsubj"


def _may_be_subjects_own(doc: Document, noun: Token) -> bool:
    """ "her visit", "a visit", "an official visit": not "the visit", "the pope's visit"."""
    owners = doc.children(noun, "nmod:poss")
    first = {d.text.lower() for d in doc.children(noun, "det")}
    return all(o.pos == "PRON" for o in owners) and (bool(owners) or bool(first & {"a", "an"}))


def _is_of_one(doc: Document, noun: Token) -> bool:
    """Whether a journey is one person's: "her visit", not "their visit"."""
    return any("Number=Sing" in o.feats for o in doc.children(noun, "nmod:poss"))


def _travellers(context: Context, tokens: tuple[Token, ...]) -> tuple[Argument, ...]:
    """The actors whose home is known, so that one can tell whether they are abroad: persons, states by their people."""
    things = context.referents.things
    keys = dict.fromkeys(k for t in tokens for k in context.referents.of(t))
    sent = sent_by_states(context, tokens)
    known = (k for k in keys if k in sent or (things[k].kind is EntityKind.PERSON and things[k].country))
    return tuple(Argument("visitor", key) for key in known)


def sent_by_states(context: Context, tokens: tuple[Token, ...]) -> set[str]:
    """The states of which nouns name an envoy or somebody in office: "the president of Peru", "a Peruvian team"."""
    nouns = words("envoys") | words("in office")
    return {k for t in tokens if t.name is None and t.lemma.lower() in nouns for k in context.referents.of(t)}


def left_after(doc: Document, noun: Token) -> tuple[Token, ...]:
    """What somebody leaves after a visit of which no place is told: "left Chile | after paying a state visit"."""
    chain = (noun, *takewhile(lambda t: t.relation != "root", doc.ancestors(noun)))
    below = next((t for t in chain if _is_after(doc, t)), None)
    verb = doc.head(below) if below is not None else None
    if verb is None or verb.lemma not in {"leave", "depart"} or noun.pos in VERBAL:
        return ()
    return (*objects(doc, verb), *verb_predicate(doc, verb).tokens("from"))


def _is_after(doc: Document, token: Token) -> bool:
    marks = {c.text.lower() for c in doc.children(token, "case", "mark")}
    return token.relation in {"obl", "advcl"} and bool(marks & {"after", "following"})


def places_of_return(doc: Document, match: Match, *, unknown: bool) -> Iterator[tuple[Token, ...]]:
    """Where a journey back leads or comes from; whose home is unknown has been where he returns home from."""
    verb = match.predicate.trigger
    if not unknown:
        yield from (match.predicate.tokens(slot) for slot in match.rule.place)
    if not unknown or any(c.text.lower() == "home" for c in doc.children(verb)):
        yield match.predicate.tokens("from")


def home_of_host(context: Context, match: Match) -> tuple[str, ...]:
    """Where a visit leads whose place nobody names: "At the invitation of King Felipe, A is paying a state visit"."""
    doc, clause = context.doc, match.predicate.clause
    if match.rule.name != "visit" or not match.arguments:
        return ()
    asked = [c for c in doc.children(clause, "obl") if c.lemma.lower() == "invitation"]
    hosts = expand(doc, (h for c in asked for h in doc.children(c, "nmod", "nmod:poss")))
    things = context.referents.things
    homes = {things[k].country for h in hosts for k in context.referents.of(h)}
    return tuple(sorted(home for home in homes if home)) if len(homes) == 1 else ()


def _foreign_to(context: Context, place: Token, visitors: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The visitors of a place that are not at home there."""
    key = named_place(context, place)
    known = context.lexicon.describe(key) if key is not None else None
    here = {key, known.country if known is not None else None}
    things = context.referents.things
    return tuple(a for a in visitors if (things[a.entity].country or a.entity) not in here)


def _has_purpose(doc: Document, place: Token) -> bool:
    """Whether a clause says for what somebody is in a place: "to meet the king", "for talks"."""
    behind = [c for c in doc.children(place, "acl", "advcl", "csubj", "xcomp") if c.i > place.i]
    if any(m.text.lower() == "to" for c in behind for m in doc.children(c, "mark")):
        return True
    phrases = (c for c in doc.children(place, "nmod", "obl") if preposition(doc, c) == "for")
    return any(c.lemma.lower() in words("visiting for") for c in phrases)


def _is_brief(context: Context, predicate: Predicate) -> bool:
    doc, place = context.doc, predicate.trigger
    if any(preposition(doc, c) == "until" for c in doc.children(place, "obl", "nmod")):
        return True
    time = when(context, predicate)
    return time is not None and time.latest - time.earliest <= BRIEF
