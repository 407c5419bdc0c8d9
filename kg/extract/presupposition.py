"""What a sentence takes for given: "Peru's aid to Chad may end" tells of aid that is still given."""

from __future__ import annotations

from kg.extract.predicates import Predicate, verb_predicate
from kg.extract.prepositions import preposition
from kg.extract.slots import CIRCUMSTANCES
from kg.extract.status import status_of
from kg.extract.status_words import status_words
from kg.extract.verbs import VERBAL
from kg.language.document import Document, Token
from kg.model import Status

ENDING = frozenset(
    {
        "abandon",
        "break",
        "cut",
        "drop",
        "end",
        "lose",
        "quit",
        "renounce",
        "resolve",
        "settle",
        "sever",
        "terminate",
        "withdraw",
    }
)
"""Verbs after whose doing their object is no more."""


STOPPING = frozenset({"cease", "quit", "stop"})


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
    if trigger.pos == "NOUN" and _is_object_of_end(trigger, head):
        return not is_ended(doc, predicate)
    if trigger.pos != "NOUN" or doc.children(trigger, "cop") or {"viewer", "seen"} & set(predicate.slots):
        return False
    owned = trigger.dep in {"nsubj", "nmod:poss"} or bool(doc.children(trigger, "nmod:poss"))
    return owned or preposition(doc, trigger) in CIRCUMSTANCES


def is_ended(doc: Document, predicate: Predicate) -> bool:
    """Whether a clause tells that what it names is no more: "Peru ended its alliance with Chad"."""
    head = doc.head(predicate.trigger)
    if head is None or not _is_object_of_end(predicate.trigger, head):
        return False
    return status_of(doc, verb_predicate(doc, head)) is Status.HELD and not _is_meant(doc, head)


def is_stopped(doc: Document, trigger: Token) -> bool:
    """Whether a clause only says what is to be done no longer: "stop | treating Chad as a friend"."""
    verb = next((t for t in (trigger, *doc.ancestors(trigger)) if t.pos in VERBAL), trigger)
    head = doc.head(verb)
    gerund = "VerbForm=Ger" in verb.feats or "VerbForm=Part" in verb.feats
    return (
        gerund and head is not None and verb.relation in {"xcomp", "advcl", "obj"} and head.lemma in STOPPING
    )


def _is_object_of_end(noun: Token, head: Token | None) -> bool:
    return (noun.relation == "obj" or noun.dep == "nsubj:pass") and head is not None and head.lemma in ENDING


def _is_meant(doc: Document, verb: Token) -> bool:
    """Whether a verb stands in an infinitive: what it would end is still there."""
    return any(c.text.lower() == "to" for c in doc.children(verb, "mark"))


def _hedged(doc: Document, trigger: Token) -> Status:
    """What the adjectives and determiners of a noun say of it: "possible alliance", "no alliance"."""
    for child in doc.children(trigger, "amod", "det"):
        said = {child.lemma.lower(), child.text.lower()}
        for status, words in status_words().items():
            if said & (words.get("adjectives", frozenset()) | words.get("determiners", frozenset())):
                return Status(status.capitalize())
    return Status.HELD
