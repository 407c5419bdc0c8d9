"""What the clauses and nouns above an event say of it, up to the root of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clause_readings import own_readings
from kg.extract.predicates import Predicate
from kg.extract.prepositions import is_ahead, preposition
from kg.extract.status_words import said_by, statuses_of
from kg.extract.verbs import VERBAL, is_demanded
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import Status

DEPENDENT = frozenset(
    {
        "xcomp",
        "ccomp",
        "acl",
        "advcl",
        "csubj",
        "obj",
        "nsubj",
        "obl",
        "nmod",
        "conj",
        "appos",
        "dep",
        "parataxis",
    }
)

SHORT = frozenset({"hour", "minute", "moment", "day"})
"""Spans before an event that is near to come where no past is told of it."""

SETTINGS = frozenset({"after", "following", "since"})
"""Prepositions that make an event the one before another."""


def governing_readings(doc: Document, predicate: Predicate) -> Iterator[Status]:
    """What the clauses and nouns above an event say of it, up to the root of the sentence."""
    current, beside = predicate.trigger, False
    support = {t.i for t in predicate.slots.get("support", ())}
    for head in doc.ancestors(predicate.trigger):
        if current.relation not in DEPENDENT or _is_independent(doc, current):
            return
        if is_setting(doc, current):
            return
        if current.pos not in VERBAL and head.i not in support:
            if not _is_judged(doc, current, head) and not _is_entered(doc, current, head):
                yield from statuses_of("prepositions", preposition(doc, current))
            if is_ahead(doc, current) or _is_soon(doc, current):
                yield Status.PLANNED
        elif current.relation == "advcl" and _is_soon(doc, current):
            yield Status.PLANNED
        if current.relation == "conj":
            current = head if head.pos == current.pos else current
            if head.pos in VERBAL and current.pos in VERBAL:
                yield from _inherited_modals(doc, head, predicate.clause)
            current = head
            continue
        beside = beside or (current.relation in {"nmod", "obl"} and preposition(doc, current) == "during")
        if head.i not in support and not beside and _bears_on(doc, current, head):
            yield from lexical_readings(doc, head, current)
        beside = beside and head.pos not in VERBAL
        if head.i != predicate.clause.i and _shares_mood(current):
            readings = own_readings(doc, head)
            yield from (s for s in readings if s is not Status.DENIED or not _is_set_beside(doc, current))
        current = head


def _is_independent(doc: Document, token: Token) -> bool:
    """A clause that stands for itself: a relative clause, "while …", "as …", "as agreed …", a parenthesis."""
    if "VerbForm=Part" in token.feats and any(c.text.lower() == "as" for c in doc.children(token, "mark")):
        return True
    if token.relation == "parataxis" or token.dep == "acl:relcl":
        return not _is_hearsay(doc, token)
    return (
        token.relation == "advcl" and "VerbForm=Fin" in _finite(doc, token) and not _conditional(doc, token)
    )


def _is_hearsay(doc: Document, token: Token) -> bool:
    """Whether a clause is what a rumour tells, which looks like a relative clause: "denied rumours that they had met"."""
    noun = doc.tokens[token.head]
    opening = [t.text.lower() for t in doc.tokens[noun.i + 1 : noun.i + 2]]
    return noun.lemma.lower() in words("hearsay") and opening == ["that"]


def _conditional(doc: Document, token: Token) -> bool:
    return any(c.text.lower() in {"if", "unless", "whether"} for c in doc.children(token, "mark"))


def _finite(doc: Document, token: Token) -> str:
    return " ".join([token.feats, *(c.feats for c in doc.children(token, "aux", "cop"))])


def is_setting(doc: Document, token: Token) -> bool:
    """Whether an event is only the one after which another happened, "following" by the tree a verb or not."""
    behind = token.relation in {"obl", "nmod"} and preposition(doc, token) in SETTINGS
    return behind or (token.relation in {"acl", "advcl"} and token.text in SETTINGS)


def _is_judged(doc: Document, noun: Token, head: Token) -> bool:
    """Whether an event is what somebody is thanked or blamed for, which takes it for given: "praised her for the visit"."""
    verb = doc.head(head) if head.relation == "obj" else head
    judges = verb is not None and verb.pos in VERBAL and bool(words_of(verb) & words("judging"))
    return judges and preposition(doc, noun) in {"for", "on", "over"}


def _is_entered(doc: Document, noun: Token, head: Token) -> bool:
    """Whether a visit has begun, as whoever is on it has come: "landed | for his first visit to Peru"."""
    arrived = head.lemma in words("landing") and "Tense=Past" in head.feats and not doc.children(head, "aux")
    return arrived and preposition(doc, noun) == "for" and noun.lemma.lower() in words("visiting nouns")


def _is_soon(doc: Document, token: Token) -> bool:
    """ "spoke hours before a meeting": what was that near when it was written has not been told of as held."""
    if "VerbForm=Fin" in token.feats:
        return False
    marks = [c for c in doc.children(token, "case", "mark") if c.text.lower() == "before" and c.i > 0]
    return any(doc.tokens[c.i - 1].lemma.lower() in SHORT for c in marks)


def _inherited_modals(doc: Document, head: Token, verb: Token) -> Iterator[Status]:
    """ "will travel to Cairo and meet": the auxiliary of the first verb holds for a bare second one."""
    if not doc.children(verb, "aux", "nsubj") and "Tense=Past" not in verb.feats:
        yield from own_readings(doc, head)


def _bears_on(doc: Document, current: Token, head: Token) -> bool:
    """Whether a governor speaks of the event itself, not beside it ("after talks he plans to rest")."""
    if current.relation == "advcl":
        beside = _is_set_beside(doc, current) and not _is_matter(doc, current, head)
        return not beside and ("VerbForm=Inf" not in current.feats or is_demanded(doc, current))
    if current.relation in {"obl", "nmod"}:
        mark = preposition(doc, current)
        if mark == "on" and current.i < head.i and current.lemma.lower() in words("visiting nouns"):
            return False  # "on his visit he proposed …"
        if head.pos not in VERBAL:
            return mark not in {"at", "during", "in"}
        return mark in {
            "",
            "for",
            "on",
            "to",
            "of",
            "about",
            "against",
            "from",
            "out",
            "out of",
        }
    if current.relation == "nsubj":
        return current.dep == "nsubj:pass" or head.pos in {"ADJ", "NOUN"} or _is_cut_short(doc, current, head)
    return True


def _is_matter(doc: Document, clause: Token, verb: Token) -> bool:
    """Whether a gerund is what a verb is about: "agreed | on holding talks"."""
    return any(c.text.lower() == "on" and c.i > verb.i for c in doc.children(clause, "mark"))


def _is_cut_short(doc: Document, noun: Token, verb: Token) -> bool:
    """Whether a headline leaves out the auxiliary of what befalls an event: "Border talks | put off"."""
    alone = not doc.children(verb, "aux", "obj", "xcomp", "ccomp", "obl:agent")
    return alone and doc.sentence(noun).headline and verb.lemma in words("befalling")


def _is_set_beside(doc: Document, token: Token) -> bool:
    """Whether a "not" above says nothing of this clause: "if they meet", "after meeting them"; "to meet" shares it."""
    return token.relation == "advcl" and not any(c.text.lower() == "to" for c in doc.children(token, "mark"))


def _shares_mood(token: Token) -> bool:
    """Whether a dependent is as true as what it hangs on: infinitives, participles, nouns; not a "that" clause."""
    return token.relation not in {"ccomp", "parataxis"} and token.dep != "acl:relcl"


def lexical_readings(doc: Document, head: Token, current: Token) -> Iterator[Status]:
    """What a verb, a noun or an adjective says by its meaning of what hangs on it."""
    lemma = head.lemma.lower()
    if head.pos in VERBAL:
        if _reports_result(head, current) or _sets_a_thing(doc, head, current):
            return
        particle = next((c.text.lower() for c in doc.children(head, "compound:prt")), "")
        outward = "out" if preposition(doc, current) == "out of" else particle
        yield from said_by(doc, head, outward)
        if current.relation == "xcomp":
            yield from statuses_of("forms", head.text.lower())
        if current.relation in {"obj", "nsubj"} and current.pos not in VERBAL:
            yield from statuses_of("announcing", lemma)
        for phrase in doc.children(head, "obl"):
            yield from statuses_of("phrases", f"{lemma} {preposition(doc, phrase)} {phrase.lemma.lower()}")
        if not particle:
            return
        yield from statuses_of("verbs", lemma)
    elif head.pos in {"NOUN", "PROPN"}:
        yield from statuses_of("nouns", lemma)
    elif head.pos in {"ADJ", "ADV"}:
        yield from statuses_of("adjectives", lemma)


def _reports_result(head: Token, current: Token) -> bool:
    """ "agreed that they had met" reports; "agreed to meet" plans."""
    return (
        current.relation == "ccomp"
        and head.lemma in {"agree", "believe", "promise", "appear", "seem"}
        and "Tense=Past" in current.feats
    )


def _sets_a_thing(doc: Document, head: Token, current: Token) -> bool:
    """ "set the tone by visiting Samoa" plans nothing; "was set to visit" does."""
    other = [c for c in doc.children(head, "obj") if c.i != current.i]
    return head.lemma.lower() == "set" and bool(other) and current.relation != "obj"
