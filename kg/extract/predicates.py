"""Predicates and their arguments, read off the dependency tree.

A verb's or an event noun's arguments are put into slots named after grammar ("subject", "object", "with",
"between", "of", "possessor" …), however the clause turns them: passives, relative clauses, infinitives,
participles and shared subjects are undone here, once, so that the rules of the extractors stay plain.
The method is that of PredPatt (White et al. 2016), reduced to what events of diplomacy need.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.coordination import antecedent, expand
from kg.extract.occurring import befalling
from kg.extract.prepositions import is_ahead, preposition
from kg.extract.torn_phrases import (
    addressees,
    agent_behind,
    company_above,
    hearers,
    honoured,
    partners_torn_off,
)
from kg.extract.verbs import VERBAL, is_passive, objects, subjects
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token

Slots = Mapping[str, tuple[Token, ...]]

BOUND_BY = {
    "for": "journeys",
    "from": "leaving",
    "into": "entering",
    "out of": "leaving",
    "to": "consenting",
}
"""Prepositions by which an event noun is bound to a verb of a kind: "left FOR talks", "pulled OUT OF talks"."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A trigger with its slots; `clause` is the verb that carries its tense and modality (the trigger for a verb)."""

    trigger: Token
    clause: Token
    slots: Slots

    def tokens(self, *names: str) -> tuple[Token, ...]:
        """The fillers of the named slots, in text order, each once."""
        found = {t.i: t for name in names for t in self.slots.get(name, ())}
        return tuple(found[i] for i in sorted(found))


def verb_predicate(doc: Document, verb: Token) -> Predicate:
    """A verb with its arguments by slot."""
    slots: dict[str, list[Token]] = defaultdict(list)
    slots["subject"].extend(subjects(doc, verb))
    slots["object"].extend(objects(doc, verb))
    given = doc.children(verb, "obj")
    slots["to"].extend(expand(doc, (*doc.children(verb, "iobj"), *given[: len(given) > 1])))
    _fill_obliques(doc, verb, slots)
    slots["company"].extend(company_above(doc, verb))
    head = doc.head(verb)
    if verb.relation == "conj" and head is not None and head.pos in VERBAL:
        _inherit_obliques(doc, verb, head, slots)
    return Predicate(verb, verb, _frozen(slots))


def _inherit_obliques(doc: Document, verb: Token, head: Token, slots: dict[str, list[Token]]) -> None:
    """A place or topic said once for two verbs ("visited and held talks in Pyongyang") serves both."""
    own: dict[str, list[Token]] = defaultdict(list)
    _fill_obliques(doc, head, own)
    for mark in ("in", "at"):
        if not slots.get(mark):
            slots[mark].extend(t for t in own.get(mark, ()) if t.i < verb.i)


def _fill_obliques(doc: Document, head: Token, slots: dict[str, list[Token]]) -> None:
    for child in doc.children(head, "obl", "nmod", "advcl"):
        mark = preposition(doc, child)
        if child.relation == "advcl" and (mark == "" or child.pos in VERBAL):
            continue
        if child.dep in {"nmod:poss", "obl:agent"}:
            continue
        slots[mark].extend(expand(doc, [antecedent(doc, child)]))
        if child.lemma.lower() in words("edges"):
            _fill_from_edge(doc, child, slots)
        elif child.lemma.lower() in words("means") | words("wishes") or child.pos == "NUM":
            _fill_obliques(doc, child, slots)


def _fill_from_edge(doc: Document, edge: Token, slots: dict[str, list[Token]]) -> None:
    """What the tree hangs on the edge of an event, or on that event: "on the sidelines of the G20 | with …"."""
    inner = doc.children(edge, "nmod")
    for holder in (edge, *(c for c in inner if preposition(doc, c) == "of")):
        for child in doc.children(holder, "nmod"):
            if (mark := preposition(doc, child)) == "with":
                slots[mark].extend(expand(doc, [antecedent(doc, child)]))


def noun_predicate(doc: Document, noun: Token, support: frozenset[str]) -> Predicate:
    """An event noun with its own dependents and, under a support verb ("hold talks"), that verb's arguments."""
    slots: dict[str, list[Token]] = defaultdict(list)
    head = _carrier(doc, noun)
    for own in dict.fromkeys((noun, head)):
        _fill_from_noun(doc, own, slots)
    clause, held = _clause_of(doc, head, support)
    if clause is not None and held:
        slots["subject"].extend(t for t in subjects(doc, clause) if t.i != head.i)
        _fill_obliques(doc, clause, slots)
        slots["support"].append(clause)
        slots["company"].extend(company_above(doc, clause))
        if words_of(clause) & words("hosting"):
            slots["guests"].extend((*slots.get("for", ()), *honoured(doc, head, clause)))
    elif clause is not None and head.relation == "obj" and words_of(clause) & words("intending"):
        slots["subject"].extend(() if slots.get("between") else subjects(doc, clause))
        slots["with"].extend(partners_torn_off(doc, head, clause))
    elif clause is not None:
        _fill_from_occasion(doc, head, clause, slots)
    elif doc.children(head, "cop") and preposition(doc, head) in {"in", "on"}:
        slots["subject"].extend(expand(doc, doc.children(head, "nsubj")))
    return Predicate(noun, clause or noun, _frozen(slots))


def _carrier(doc: Document, noun: Token) -> Token:
    """The noun that carries an event noun in its clause: "a round of talks", "two days of meetings"."""
    head = doc.head(noun)
    if head is None or noun.relation != "nmod" or preposition(doc, noun) != "of":
        return noun
    return _carrier(doc, head) if head.lemma.lower() in words("carriers") else noun


def _fill_from_noun(doc: Document, noun: Token, slots: dict[str, list[Token]]) -> None:
    """What hangs on an event noun itself, and on a participle that says for when it is set."""
    slots["possessor"].extend(expand(doc, (c for c in doc.children(noun, "nmod:poss") if c.i < noun.i)))
    slots["modifier"].extend(_name_modifiers(doc, noun))
    _fill_obliques(doc, noun, slots)
    if not slots.get("by"):
        slots["by"].extend(agent_behind(doc, noun))
    for verb in befalling(doc, noun):
        _fill_obliques(doc, verb, slots)
    for verb in doc.children(noun, "acl"):
        if verb.lemma in words("hosting") and is_passive(doc, verb):
            slots["host"].extend(subjects(doc, verb))
        elif verb.lemma in words("setting") and is_passive(doc, verb):
            _fill_obliques(doc, verb, slots)
        elif verb.lemma in words("holding") and verb.dep == "acl:relcl" and not _has_object(doc, verb):
            slots["subject"].extend(subjects(doc, verb))
            _fill_obliques(doc, verb, slots)


def _has_object(doc: Document, verb: Token) -> bool:
    """Whether a verb of a relative clause has an object other than the noun that the clause is about."""
    return any("PronType=Rel" not in c.feats for c in doc.children(verb, "obj"))


def _name_modifiers(doc: Document, noun: Token) -> Iterator[Token]:
    """Names set before an event noun: "the Xi-Kim meeting", "US-China talks", "Pyongyang visit"."""
    for child in doc.children(noun, "compound", "amod", "nmod", "flat"):
        if child.i < noun.i and child.dep != "nmod:poss" and not preposition(doc, child):
            for token in doc.subtree(child):
                if token.name is not None:
                    yield token


def _clause_of(doc: Document, noun: Token, support: frozenset[str]) -> tuple[Token | None, bool]:
    """The verb that an event noun hangs on, and whether that verb only supports it."""
    current = noun
    for head in doc.ancestors(noun):
        if head.pos in VERBAL or doc.children(head, "cop"):
            direct = current.relation in {"obj", "nsubj", "conj", "obl", "acl"} and current.i == noun.i
            supports = head.lemma in support and (
                noun.relation == "obj" or noun.dep == "nsubj:pass" or _takes_part(doc, noun, head)
            )
            return head, supports and (direct or noun.relation == "conj")
        if head.pos == "NOUN" and current.relation == "conj" and head.relation in {"obj", "obl"}:
            verb = doc.head(head)
            if verb is not None and verb.lemma in support:
                return verb, True
        current = head
    return None, False


def _takes_part(doc: Document, noun: Token, verb: Token) -> bool:
    """ "take part in talks", "participate in a meeting", "sit down for talks", "preside over talks"."""
    mark = preposition(doc, noun)
    return noun.relation == "obl" and (mark in {"in", "for"} or (mark == "over" and verb.lemma == "preside"))


def _fill_from_occasion(doc: Document, noun: Token, clause: Token, slots: dict[str, list[Token]]) -> None:
    """What a clause says of an event that it does not itself tell: who acts on its occasion, who is there for it."""
    mark = preposition(doc, noun)
    bound = mark in BOUND_BY and clause.lemma in words(BOUND_BY[mark])
    ahead = is_ahead(doc, noun)
    occasion = bound or ahead or mark in words("occasions")
    owners = slots.get("possessor", ())
    if owners and (slots.get("with") or any(_are_several(t) for t in owners)):
        return  # "after the king's talks with X, Y spoke", "after the ministers' talks Y spoke": both sides are told
    if noun.relation == "obl" and (noun.head == clause.i or ahead) and occasion:
        present = subjects(doc, clause) or _passive_subjects(doc, clause)
        if mark in {"at", "during", "in"}:
            present += hearers(doc, clause)
        slots["outer"].extend(present)
        slots["subject"].extend(present if slots.get("with") and not slots.get("between") else ())
        slots["to"].extend(addressees(doc, noun, clause))
    elif mark in {"for", "on"} and noun.head == clause.i and _is_stay(doc, clause):
        slots["subject"].extend(() if slots.get("between") else subjects(doc, clause))
        slots["in"].append(clause)
    if noun in doc.children(clause, "nsubj") and not words_of(clause) & words("mentioning"):
        _fill_obliques(doc, clause, slots)


def _are_several(owner: Token) -> bool:
    """Whether a noun says whose something is by a plural: "the ministers' talks", not "their talks"."""
    return owner.pos == "NOUN" and "Number=Plur" in owner.feats


def _is_stay(doc: Document, clause: Token) -> bool:
    """Whether a clause says where somebody is: "She is in Peru"."""
    return bool(doc.children(clause, "cop")) and clause.name is not None and preposition(doc, clause) == "in"


def _passive_subjects(doc: Document, verb: Token) -> tuple[Token, ...]:
    return expand(doc, doc.children(verb, "nsubj:pass"))


def _frozen(slots: Mapping[str, list[Token]]) -> Slots:
    return {name: tuple({t.i: t for t in tokens}.values()) for name, tokens in slots.items() if tokens}
