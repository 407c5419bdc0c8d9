"""What a sentence takes for given: "Peru's aid to Chad may end" tells of aid that is still given."""

from __future__ import annotations

from kg.extract.predicates import Predicate, preposition, verb_predicate
from kg.extract.slots import CIRCUMSTANCES
from kg.extract.status import status_of, status_words
from kg.language.document import Document, Token
from kg.model import Status

ENDING = frozenset(
    {"abandon", "break", "drop", "end", "lose", "quit", "renounce", "sever", "terminate", "withdraw"}
)
"""Verbs after whose doing their object is no more."""


def status_told(doc: Document, predicate: Predicate) -> Status:
    """The status of what a predicate tells; what is taken for given is only hedged by its own noun."""
    if is_presupposed(doc, predicate):
        return _hedged(doc, predicate.trigger)
    if _is_set_off(doc, predicate.trigger):
        return status_of(doc, verb_predicate(doc, _main_verb(doc, predicate.trigger)))
    return status_of(doc, predicate)


def _is_set_off(doc: Document, verb: Token) -> bool:
    """Whether a participle goes with its main clause: "refused to pay, citing Chad"."""
    if verb.relation != "advcl" or ("VerbForm=Part" not in verb.feats and "VerbForm=Ger" not in verb.feats):
        return False
    behind_comma = verb.i > 0 and doc.tokens[verb.i - 1].text == ","
    return behind_comma and not doc.children(verb, "mark", "advmod", "nsubj")


def _main_verb(doc: Document, verb: Token) -> Token:
    """The verb of the clause that a participle or an infinitive goes with."""
    while verb.relation in {"advcl", "xcomp"} and (head := doc.head(verb)) is not None:
        verb = head
    return verb


def is_presupposed(doc: Document, predicate: Predicate) -> bool:
    """Whether a noun is taken for given: owned, a subject, or a circumstance ("amid tensions with Chad")."""
    trigger, head = predicate.trigger, doc.head(predicate.trigger)
    if trigger.pos != "NOUN" or doc.children(trigger, "cop") or {"viewer", "seen"} & set(predicate.slots):
        return False
    if trigger.relation == "obj" and head is not None and head.lemma in ENDING:
        return False
    owned = trigger.dep in {"nsubj", "nmod:poss"} or bool(doc.children(trigger, "nmod:poss"))
    return owned or preposition(doc, trigger) in CIRCUMSTANCES


def _hedged(doc: Document, trigger: Token) -> Status:
    """What the adjectives and determiners of a noun say of it: "possible alliance", "no alliance"."""
    for child in doc.children(trigger, "amod", "det"):
        said = {child.lemma.lower(), child.text.lower()}
        for status, words in status_words().items():
            if said & (words.get("adjectives", frozenset()) | words.get("determiners", frozenset())):
                return Status(status.capitalize())
    return Status.HELD
