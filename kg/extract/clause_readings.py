"""What a clause or a noun itself says of an event: its auxiliaries, adverbs, conjunctions, adjectives and determiners."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.status_words import status_words, statuses_of
from kg.extract.verbs import VERBAL, is_passive
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import Status

INVERTED = frozenset({"had", "should", "were"})
"""Auxiliaries that stand before their subject where "if" is left out: "Had they met, …"."""


def own_readings(doc: Document, token: Token) -> Iterator[Status]:
    """What a verb's auxiliaries, adverbs and conjunctions, or a noun's adjectives and determiners, say."""
    if _is_to_come(doc, token):
        yield Status.PLANNED
    for child in doc.children(token):
        word = child.text.lower()
        if child.relation == "aux":
            yield from statuses_of("modals", word)
            if word in INVERTED and any(s.i > child.i for s in doc.children(token, "nsubj")):
                yield Status.POSSIBLE
        elif child.relation == "advmod":
            yield from (s for s in statuses_of("adverbs", word) if not _is_left_open(doc, token, s))
            if word == "longer" and any(c.text.lower() == "no" for c in doc.children(child)):
                yield Status.DENIED
        elif child.relation == "mark":
            yield from statuses_of("adjectives", word)
            yield from _marked(doc, token, child)
        elif child.relation in {"nsubj", "obj"} and token.pos in VERBAL:
            yield from statuses_of("pronouns", word)
            for determiner in doc.children(child, "det", "cc"):
                yield from statuses_of("determiners", determiner.text.lower())
        elif child.relation == "acl" and _is_set_for(doc, token, child):
            yield Status.PLANNED
        elif child.relation == "amod":
            yield from statuses_of("adjectives", child.lemma.lower())
            yield from statuses_of("adjectives", word)
        elif child.relation in {"det", "case"} and token.pos not in VERBAL:
            yield from statuses_of("determiners", word)


def is_plan(doc: Document, clause: Token) -> bool:
    """Whether a clause itself tells what is to be: "they will meet", "talks are set for Friday", "she is due in Oslo"."""
    set_for = words_of(clause) & words("setting") if is_passive(doc, clause) else ()
    said = {s for word in set_for for s in statuses_of("verbs", word)}
    if clause.pos not in VERBAL:
        said.update(statuses_of("adjectives", clause.lemma.lower()))
    return Status.PLANNED in {*own_readings(doc, clause), *said}


def _is_left_open(doc: Document, verb: Token, status: Status) -> bool:
    """Whether a "not" only says what may or should not be: "may | not meet"."""
    auxiliaries = {c.text.lower() for c in doc.children(verb, "aux")}
    return status is Status.DENIED and bool(auxiliaries & status_words()["possible"]["open"])


def _is_to_come(doc: Document, verb: Token) -> bool:
    """ "The leaders are to meet", "their aim is to meet"."""
    to = next((c for c in doc.children(verb, "mark") if c.text.lower() == "to"), None)
    return to is not None and any(c.lemma == "be" and c.i < to.i for c in doc.children(verb, "aux", "cop"))


def _marked(doc: Document, verb: Token, mark: Token) -> Iterator[Status]:
    """What a conjunction says of its clause: "if they met", "was prevented | from meeting"."""
    yield from statuses_of("marks", " ".join(t.text.lower() for t in (mark, *doc.children(mark, "fixed"))))
    head = doc.head(verb)
    if mark.text.lower() == "from" and head is not None:
        yield from (s for w in sorted(words_of(head)) for s in statuses_of("kept_from", w))


def _is_set_for(doc: Document, noun: Token, participle: Token) -> bool:
    """ "a visit planned for June"; not "a visit expected to last a week"."""
    if noun.pos in VERBAL or "Tense=Past" not in participle.feats or doc.children(participle, "xcomp"):
        return False
    return Status.PLANNED in statuses_of("verbs", participle.lemma.lower())
