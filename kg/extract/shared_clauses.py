"""The clauses above an event whose time and place it shares."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from kg.extract.clause_readings import is_plan
from kg.extract.occurring import befalling
from kg.extract.predicates import Predicate
from kg.extract.prepositions import preposition
from kg.extract.verbs import VERBAL, is_passive, is_past
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token

CARRIED = frozenset({"conj", "xcomp", "advcl", "acl", "obl", "nmod", "obj", "nsubj", "appos", "csubj"})
"""The relations through which a clause shares the time of the clause above it; not "that" and relative clauses."""


def levels(doc: Document, predicate: Predicate) -> Iterator[Token]:
    """The trigger, its clause, and the clauses above whose time it shares."""
    yield predicate.trigger
    yield from (v for v in doc.children(predicate.trigger, "acl") if _sets(doc, v))
    yield from (v for v in befalling(doc, predicate.trigger) if not words_of(v) & words("dropping"))
    yield from predicate.slots.get("support", ())
    current = predicate.trigger
    for head in doc.ancestors(predicate.trigger):
        if current.relation not in CARRIED or current.dep == "acl:relcl":
            return
        if head.lemma in words("reporting") or _is_topic(doc, current, head, predicate):
            return
        if head.pos in VERBAL or head.relation == "root":
            yield head
        current = head


def timed_levels(doc: Document, predicate: Predicate) -> Iterator[Token]:
    """The levels whose time an event shares: what is told in the past is not of the day of a plan above it."""
    planned = _plans_above(doc, predicate.trigger)
    return takewhile(lambda level: level.i not in planned, levels(doc, predicate))


def placed_levels(doc: Document, predicate: Predicate) -> Iterator[Token]:
    """The levels whose place an event shares: of a plan only the place that it is told of, by "where"."""
    above = (predicate.trigger, *doc.ancestors(predicate.trigger))
    there = any(c.text.lower() == "where" for t in above for c in doc.children(t, "advmod"))
    return levels(doc, predicate) if there else timed_levels(doc, predicate)


def _plans_above(doc: Document, trigger: Token) -> frozenset[int]:
    """A plan beside which a past clause only stands, and all above: "are to meet on Friday, | as they agreed"."""
    for clause, head in pairwise((trigger, *doc.ancestors(trigger))):
        if clause.relation == "advcl" and is_past(doc, clause) and is_plan(doc, head):
            return frozenset(t.i for t in (head, *doc.ancestors(head)))
    return frozenset()


def _sets(doc: Document, verb: Token) -> bool:
    """Whether a participle says when an event was: "a meeting | held on Friday"; a plan has no such tense."""
    return verb.lemma in words("holding") and is_passive(doc, verb)


def _is_topic(doc: Document, current: Token, head: Token, predicate: Predicate) -> bool:
    """Whether an event is only what is spoken of, so that its day is another: "said on Monday of a visit"."""
    if current.pos in VERBAL or head in predicate.slots.get("support", ()):
        return False
    object_ = current.relation == "obj" or current.dep == "nsubj:pass"
    spoken = object_ and bool(words_of(head) & words("mentioning"))
    return spoken or (current.relation in {"nmod", "obl"} and preposition(doc, current) in words("topics"))
