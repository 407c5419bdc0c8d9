"""When: the time that belongs to an event, of those that its sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.extract.context import Context
from kg.extract.predicates import Predicate
from kg.extract.prepositions import is_ahead, preposition
from kg.extract.shared_clauses import timed_levels
from kg.extract.verbs import VERBAL
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.language.times import Anaphoric, Open, Tense, TimeMention, Unit, resolve_anaphoric, resolve_time
from kg.model import Interval, Status

ELSEWHEN = frozenset({"after", "ahead of", "before", "following", "since"})
"""Prepositions of an event before or after another, whose day is its own: "met him | after talks on Monday"."""


ANY_TWO_DAYS = date(2001, 12, 31), date(2002, 11, 13)
"""Days of writing on which no words but those of a calendar mean one day."""
SOME_YEAR, LONGEST = 2000, 31


def when(context: Context, predicate: Predicate, status: Status = Status.HELD) -> Interval | None:
    """The time of an event: the nearest expression of its own clause, else of a clause whose time it shares."""
    explained = _explained(context, predicate)
    if explained is not None:
        return _resolve(context, explained, predicate.clause, predicate, status)
    for level, mentions in expressions(context, predicate):
        resolved = (_resolve(context, mention, level, predicate, status) for mention in mentions)
        told = [i for i in resolved if i is not None and not _is_day_of_dropping(context, level, i)]
        if told:
            return _narrowed(told)
    return None


def _is_day_of_dropping(context: Context, level: Token, interval: Interval) -> bool:
    """Whether a time is that of calling an event off, not of the event: "cancelled the talks on Monday"."""
    written = context.article.creation_time
    drops = bool(words_of(level) & words("dropping")) and not _calls_on(context.doc, level)
    return drops and (written is None or interval.latest <= written)


def _calls_on(doc: Document, verb: Token) -> bool:
    """Whether "call" drops nothing: "called on the king", not "called off the talks"."""
    particles = {c.text.lower() for c in doc.children(verb, "compound:prt", "advmod")}
    return verb.lemma == "call" and "off" not in particles


def _narrowed(told: Sequence[Interval]) -> Interval:
    """The first of some times, else one within it that says more: "next week, on Friday"."""
    nearest = told[0]
    inside = [i for i in told if nearest.earliest <= i.earliest and i.latest <= nearest.latest]
    return min(inside, key=lambda i: i.latest - i.earliest)


def _explained(context: Context, predicate: Predicate) -> TimeMention | None:
    """The time that a clause with "when" tells more of: "by June 1993, | when both states signed a pact"."""
    doc, verb = context.doc, predicate.clause
    opening = next((c for c in doc.children(verb, "advmod", "mark") if c.text.lower() == "when"), None)
    if opening is None or opening.i < 2:
        return None
    before = doc.tokens[opening.i - 1 - (doc.tokens[opening.i - 1].text == ",")]
    found = (m for m in context.times_in(doc.sentence(verb)) if m.span.end == before.span.end)
    mention = next(found, None)
    if mention is None or not isinstance(mention.expression, Open):
        return mention
    return replace(mention, expression=mention.expression.point)


def has_time(context: Context, predicate: Predicate) -> bool:
    """Whether words tell the time of an event, be they understood or not."""
    return any(mentions for _, mentions in expressions(context, predicate))


def days_of_any_year(context: Context, predicate: Predicate, status: Status = Status.HELD) -> Interval | None:
    """The days that words tell but for the year, whenever they are written: "on 22 May", and not "on Friday"."""
    one, other = (
        when(replace(context, article=replace(context.article, published=day)), predicate, status)
        for day in ANY_TWO_DAYS
    )
    if one is None or other is None or (one.latest - one.earliest).days > LONGEST:
        return None
    days = [i.earliest.replace(year=SOME_YEAR) for i in (one, other)]
    if days[0] != days[1] or one.latest - one.earliest != other.latest - other.earliest:
        return None
    return Interval(days[0], days[0] + (one.latest - one.earliest), "")


def expressions(context: Context, predicate: Predicate) -> Iterator[tuple[Token, list[TimeMention]]]:
    """The time expressions of an event's clause and of those above it, level by level, the nearest first."""
    sentence = context.doc.sentence(predicate.trigger)
    mentions = context.times_in(sentence)
    chains = ((_governor_chain(context.doc, m, sentence.first, sentence.last), m) for m in mentions)
    placed = [
        (chain, m)
        for chain, m in chains
        if chain
        and not _is_argument(context.doc, chain[0], predicate)
        and not _is_new_day(context.doc, chain[0])
    ]
    for level in timed_levels(context.doc, predicate) if placed else ():
        found = [
            (chain.index(level.i), m)
            for chain, m in placed
            if _hangs_on(context.doc, chain, level, predicate)
        ]
        yield level, _nearest_first(found, predicate)


def _governor_chain(doc: Document, mention: TimeMention, first: int, last: int) -> tuple[int, ...]:
    """The token of a time expression's head and all tokens above it."""
    inside = [
        t for t in doc.tokens[first : last + 1] if mention.span.start <= t.span.start < mention.span.end
    ]
    if not inside:
        return ()
    head = next(
        (t for t in inside if t.head == t.i or not mention.span.covers(doc.tokens[t.head].span)), inside[0]
    )
    above = (a.i for a in doc.ancestors(head))
    return (head.i, *_told_first(doc, head), *_remembered(doc, head), *above)


def _told_first(doc: Document, time: Token) -> Iterator[int]:
    """The verb of what is told before a verb of telling on which the tree hangs its time: "Today | we meet," she said."""
    verb = doc.tokens[time.head]
    for told in doc.children(verb, "ccomp"):
        if time.i < told.i < verb.i and all(s.i > time.i for s in doc.children(told, "nsubj")):
            yield told.i


def _remembered(doc: Document, time: Token) -> Iterator[int]:
    """What is remembered right before its month or year, which the tree hangs on the verb: "recalled her visit | in May"."""
    verb = doc.tokens[time.head]
    if preposition(doc, time) == "in" and words_of(verb) & words("remembering"):
        yield from (noun.i for noun in doc.children(verb, "obj") if noun.i < time.i)


def _is_argument(doc: Document, head: int, predicate: Predicate) -> bool:
    """Whether a time is what the predicate is about: "designated 2024 as …"; not in "Tomorrow | they meet"."""
    token = doc.tokens[head]
    beside = [c for c in doc.children(doc.tokens[token.head], token.relation) if c.i != head]
    return (
        not (token.relation == "nsubj" and beside)
        and token.head == predicate.trigger.i
        and token.relation in {"nsubj", "obj"}
        and not preposition(doc, token)
        and predicate.trigger.lemma not in words("journeys")
    )


def _is_new_day(doc: Document, head: int) -> bool:
    """Whether a time is that to which an event is put off: "postponed the talks | to Friday"."""
    token = doc.tokens[head]
    verb = doc.head(token)
    moved = verb is not None and words_of(verb) & words("moving")
    return bool(moved) and preposition(doc, token) in {"to", "till", "until"}


def _hangs_on(doc: Document, chain: Sequence[int], level: Token, predicate: Predicate) -> bool:
    """Whether a time expression belongs to a clause: no other clause stands between them."""
    if level.i not in chain:
        return False
    own = {predicate.trigger.i, predicate.clause.i, *(t.i for t in predicate.slots.get("support", ()))}
    between = [doc.tokens[i] for i in chain[: chain.index(level.i)]]
    verbs = [t for t in between if t.pos in VERBAL and t.text.lower() not in words("treaty_words")]
    others = [t for t in verbs if t.i not in own and not _is_undated(level, t)]
    beside = [t for t in between[1:] if _is_elsewhen(doc, t) and t.i != predicate.trigger.i]
    return len(between) <= 4 and not others and not beside and not _is_of_other(doc, between, predicate)


def _is_elsewhen(doc: Document, token: Token) -> bool:
    """Whether a phrase tells of something before or after what its clause tells: "ahead of Monday's talks"."""
    return preposition(doc, token) in ELSEWHEN or is_ahead(doc, token)


def _is_of_other(doc: Document, chain: Sequence[Token], predicate: Predicate) -> bool:
    """Whether a time only says which accord or event is meant: "talks on the 2005 | accord", "on the July | summit".

    Behind its noun a bare day is that of the verb: "signed the accord | Friday".
    """
    named = chain[1:2] if chain and not preposition(doc, chain[0]) else []
    named = [t for t in named if t.i > chain[0].i or t.lemma.lower() not in words("treaty_words")]
    others = words("treaty_words") | words("meeting nouns") | words("visiting nouns")
    own = {predicate.trigger.i, *_listed_behind(doc, chain[0], predicate)} if chain else set()
    return any(t.lemma.lower() in others and t.i not in own for t in named)


def _listed_behind(doc: Document, time: Token, predicate: Predicate) -> Iterator[int]:
    """What an event is listed behind that a time owns, with all the list: "last month's summit and the queen's visit"."""
    first, listed = doc.head(predicate.trigger), predicate.trigger.relation in {"appos", "conj"}
    if first is not None and listed and time.dep == "nmod:poss" and time.head == first.i:
        yield first.i


def _is_undated(level: Token, verb: Token) -> bool:
    """An infinitive under a past verb that no day is set for: "agreed to deepen ties | on Friday"."""
    return (
        verb.relation in {"xcomp", "conj"}
        and "Tense=Past" in level.feats
        and verb.lemma not in words("scheduled")
    )


def _nearest_first(found: Sequence[tuple[int, TimeMention]], predicate: Predicate) -> list[TimeMention]:
    """The times by how far below their verb they hang, then by how far they stand from the trigger."""

    def distance(placed: tuple[int, TimeMention]) -> tuple[int, int]:
        trigger, (depth, mention) = predicate.trigger.span, placed
        return depth, min(abs(mention.span.start - trigger.end), abs(trigger.start - mention.span.end))

    return [mention for _, mention in sorted(found, key=distance)]


def _resolve(
    context: Context, mention: TimeMention, level: Token, predicate: Predicate, status: Status
) -> Interval | None:
    tense = Tense.PAST if _has_set_out(level) else tense_of(context.doc, predicate.clause, status)
    found = resolve_time(mention, context.article.creation_time, tense)
    return found or _resolve_back(context, mention, tense)


def _has_set_out(level: Token) -> bool:
    """Whether a day is that of a journey told in the past, whatever it is made for: "left on Friday | for talks"."""
    return level.lemma in words("journeys") and "VerbForm=Fin" in level.feats and "Tense=Past" in level.feats


def tense_of(doc: Document, clause: Token, status: Status) -> Tense | None:
    """The tense in which a clause's weekdays and months are to be read."""
    if status in {Status.PLANNED, Status.POSSIBLE} and "Tense=Past" not in clause.feats:
        return Tense.FUTURE
    auxiliaries = {c.text.lower() for c in doc.children(clause, "aux")}
    if auxiliaries & {"will", "shall", "'ll", "’ll", "wo"}:
        return Tense.FUTURE
    if status is Status.PLANNED:
        return Tense.FUTURE
    return Tense.PAST


def _counts_days(mention: TimeMention) -> bool:
    """Whether an expression counts from a day, which a month or a year told before is not: "on the same day"."""
    return isinstance(mention.expression, Anaphoric) and mention.expression.unit is Unit.DAY


def _resolve_back(context: Context, mention: TimeMention, tense: Tense | None) -> Interval | None:
    """ "the same year", "that night", against the last time told before."""
    before = [m for ms in context.times.values() for m in ms if m.span.end <= mention.span.start]
    for earlier in sorted(before, key=lambda m: m.span, reverse=True):
        previous = resolve_time(earlier, context.article.creation_time, tense)
        if previous is not None and (previous.earliest == previous.latest or not _counts_days(mention)):
            return resolve_anaphoric(mention, previous)
    return None
