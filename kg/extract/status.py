"""Whether an event took place: read off auxiliaries, negation, mood, and what the event's clause hangs on.

The scheme is that of event factuality (Saurí & Pustejovsky 2009): what governs an event lowers its status and
never raises it. The words stand in `status_words.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clause_readings import own_readings
from kg.extract.governing import governing_readings, is_setting, lexical_readings
from kg.extract.occurring import befalling
from kg.extract.predicates import Predicate
from kg.extract.prepositions import preposition
from kg.extract.status_words import said_by, status_words, statuses_of
from kg.extract.verbs import VERBAL, above_place, is_finite_present, is_passive, subject_with_for
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import Status

STRENGTH = (Status.HELD, Status.PLANNED, Status.POSSIBLE, Status.CANCELLED, Status.DENIED)
"""From the firmest on; of two readings the later one counts."""

FARTHEST = 40
"""Tokens; no "but" farther behind takes a plan back."""


def status_of(doc: Document, predicate: Predicate) -> Status:
    """The status of the event that a predicate reports."""
    found = [Status.HELD, *own_readings(doc, predicate.trigger)]
    if _is_when_to_come(doc, predicate.clause):
        found.append(Status.PLANNED)
    if predicate.clause.i != predicate.trigger.i and not _is_before_unreal(doc, predicate):
        denied = _is_denied_with(doc, predicate)
        found += [s for s in own_readings(doc, predicate.clause) if s is not Status.DENIED or denied]
    for verb in _acts(predicate):
        found += _planned_before(doc, verb)
    found += governing_readings(doc, predicate)
    for verb in befalling(doc, predicate.trigger):
        found += [*own_readings(doc, verb), *said_by(doc, verb)]
    if doc.quote(doc.sentence(predicate.trigger)).rstrip("'\"”’ ").endswith("?"):
        found.append(Status.POSSIBLE)
    status = max(_undone(found), key=STRENGTH.index)
    return Status.CANCELLED if status is Status.PLANNED and _came_to_nothing(doc, predicate) else status


def _is_when_to_come(doc: Document, verb: Token) -> bool:
    """Whether a clause in the present says when something is to be: "trade will be discussed as she hosts the king"."""
    head = doc.head(verb)
    marks = {c.text.lower() for c in doc.children(verb, "mark", "advmod")}
    timed = verb.relation == "advcl" and is_finite_present(verb) and bool(marks & words("timing"))
    return timed and head is not None and Status.PLANNED in own_readings(doc, head)


def _is_before_unreal(doc: Document, predicate: Predicate) -> bool:
    """Whether an event is only what something that did not come about would have followed: "would have come after talks"."""
    auxiliaries = {c.text.lower() for c in doc.children(predicate.clause, "aux")}
    return is_setting(doc, predicate.trigger) and "have" in auxiliaries


def _is_denied_with(doc: Document, predicate: Predicate) -> bool:
    """Whether the "not" of a noun's verb denies the noun's event: "held no talks", not "the talks did not end the war"."""
    clause = predicate.clause
    return (
        clause in predicate.slots.get("support", ())
        or clause.lemma in status_words()["denied"]["occurrences"]
    )


def _acts(predicate: Predicate) -> Iterator[Token]:
    """The words that say that an event is entered into: itself, "hold" talks, "return" to talks."""
    yield from (predicate.trigger, *predicate.slots.get("support", ()))
    if predicate.clause.lemma in words("entering"):
        yield predicate.clause


def _planned_before(doc: Document, verb: Token) -> Iterator[Status]:
    """ "told of his plan | to visit Samoa", where the tree hangs the infinitive on the verb."""
    if _is_ahead_of_arrival(doc, verb):
        yield Status.PLANNED
    if _is_aim(doc, verb):
        yield Status.POSSIBLE
    for mark in doc.children(verb, "mark"):
        noun = doc.tokens[mark.i - 1] if mark.i else mark
        if mark.text.lower() == "to" and noun.text.lower() == "yet":
            yield Status.DENIED
        meant = subject_with_for(doc, verb)
        noun = doc.head(meant) or noun if meant is not None and meant.relation == "nmod" else noun
        if mark.text.lower() == "to" and noun.pos == "NOUN":
            yield from statuses_of("nouns", noun.lemma.lower())
            yield from _called_off(doc, noun)
        for inclined in _inclined(doc, verb, noun) if mark.text.lower() == "to" else ():
            yield from statuses_of("inclinations", inclined.lemma.lower())


def _inclined(doc: Document, verb: Token, before: Token) -> Iterator[Token]:
    """The nouns of which an infinitive may say what they aim at: "a mandate to meet", "there is a wish in Oslo to meet"."""
    head = doc.head(verb)
    existing = doc.children(head, "nsubj") if head is not None and doc.children(head, "expl") else ()
    yield from (noun for noun in (before, *existing) if noun.pos == "NOUN")


def _is_ahead_of_arrival(doc: Document, verb: Token) -> bool:
    """ "has arrived in Accra to meet the king", "is in Accra to meet him", "travels there to meet him": what is ahead."""
    above = above_place(doc, verb)
    head = above or doc.head(verb)
    purpose = above is not None or verb.relation in {"advcl", "xcomp"}
    aimed = purpose and any(c.text.lower() == "to" for c in doc.children(verb, "mark"))
    return (
        aimed
        and head is not None
        and (head.lemma in words("arriving") or _is_staying(doc, head) or _is_under_way(head))
    )


def _is_under_way(verb: Token) -> bool:
    """Whether a journey is told in the simple present: "travels"."""
    return verb.lemma in words("journeys") and is_finite_present(verb)


def _is_staying(doc: Document, place: Token) -> bool:
    """Whether a clause says where somebody is now: "is in Accra"."""
    present = any("Tense=Pres" in c.feats for c in doc.children(place, "cop"))
    return present and preposition(doc, place) in {"at", "in"}


def _is_aim(doc: Document, verb: Token) -> bool:
    """Whether an infinitive says for what something is done or there: "a fund was set up | to meet needs"."""
    head = doc.head(verb)
    if (
        head is None
        or verb.relation != "advcl"
        or not any(c.text == "to" for c in doc.children(verb, "mark"))
    ):
        return False
    thing = head.pos == "NOUN" and bool(doc.children(head, "cop")) and not doc.children(head, "case")
    return thing or (head.pos in VERBAL and is_passive(doc, head) and bool(doc.children(head, "aux")))


def _called_off(doc: Document, noun: Token) -> Iterator[Status]:
    """ "shelved a plan | to visit Samoa": what becomes of a plan becomes of what is planned."""
    head = doc.head(noun)
    if head is not None and noun.relation == "obj":
        yield from (s for s in lexical_readings(doc, head, noun) if s is Status.CANCELLED)


def _came_to_nothing(doc: Document, predicate: Predicate) -> bool:
    """ "had planned to visit Samoa but fell ill": a plan of the past, and a clause with "but" behind it."""
    above = (predicate.trigger, *doc.ancestors(predicate.trigger))
    auxiliaries = {c.text.lower() for t in above for c in doc.children(t, "aux", "cop")}
    past = bool(auxiliaries & {"had", "was", "were"}) or any("Tense=Past" in t.feats for t in above)
    last = min(doc.sentence(predicate.trigger).last, predicate.trigger.i + FARTHEST)
    behind = doc.tokens[predicate.trigger.i + 1 : last + 1]
    return past and any(t.text == "but" and doc.tokens[t.head].pos in VERBAL for t in behind)


def _undone(found: list[Status]) -> list[Status]:
    """A plan that is negated is a plan called off: "will not travel", "will no longer travel"."""
    if Status.DENIED in found and Status.PLANNED in found:
        return [Status.CANCELLED]
    return found
