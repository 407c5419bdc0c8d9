"""The clauses above an event whose time and place it shares."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.occurring import befalling
from kg.extract.predicates import Predicate
from kg.extract.prepositions import preposition
from kg.extract.verbs import VERBAL, is_passive
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
