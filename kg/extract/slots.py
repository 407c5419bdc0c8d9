"""Slots of rules of two ends: what the plain slots of a predicate leave out.

Of a noun: "self" (whom it describes), "viewer" and "seen" ("A regards B as a friend"), "attribute" and
"participle"; of a verb or noun: "below" (the clauses that complement it); of an adjective before a noun:
"self" and "owner" ("Peru's official agency"). A slot may be a path: "object.with" is what "with" brings
in under the object ("deepened its ties with Peru").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.extract.predicates import (
    VERBAL,
    Predicate,
    antecedent,
    conjuncts,
    expand,
    is_passive,
    noun_predicate,
    objects,
    preposition,
    subjects,
    verb_predicate,
)
from kg.extract.rules import Rule
from kg.language.document import Document, Token

MODIFIERS = ("amod", "compound", "nmod", "advmod", "nummod", "det", "xcomp")
COMPANY = frozenset({"along with", "together with", "alongside", "as well as"})
CIRCUMSTANCES = frozenset(
    {
        "after",
        "amid",
        "amidst",
        "because of",
        "despite",
        "due to",
        "during",
        "given",
        "in",
        "over",
        "through",
        "with",
    }
)
"""Prepositions under which a state of things is that of the clause's subject: "amid tensions with Peru"."""

HANGING = frozenset({"against", "by", "for", "from", "on", "over", "to", "toward", "towards", "with"})
"""Prepositions whose phrase may hang on a verb or on its object, with the same sense."""

OBJECT_ACTS = frozenset({"accuse", "blame", "charge", "prevent", "stop", "suspect"})
BECOMING = frozenset({"remain", "become", "stay", "be"})
DEEPEST = 3
"""Clauses below a verb that are still its complement: "refused | to join | in imposing"."""


def read_slots(doc: Document, rule: Rule, token: Token) -> Predicate | None:
    """The token with its slots where it is of the rule's word class."""
    words = {token.lemma.lower(), token.text.lower()}
    if token.pos in VERBAL and words & rule.verbs:
        return _with(_controlled(doc, verb_predicate(doc, token)), _around_verb(doc, token))
    if token.pos in {"NOUN", "PROPN"} and words & rule.nouns:
        found = noun_predicate(doc, token, rule.support)
        return _with(
            found, {"self": _described(doc, token), **_around_noun(doc, found), **_view(doc, token, rule)}
        )
    if token.pos in {"ADJ", "ADV", "NOUN", "VERB", "PROPN"} and words & rule.adjectives:
        return _with(verb_predicate(doc, token), _modified(doc, token))
    return None


def _with(predicate: Predicate, more: Mapping[str, tuple[Token, ...]]) -> Predicate:
    slots = dict(predicate.slots)
    for name, tokens in more.items():
        slots[name] = tuple(dict.fromkeys((*slots.get(name, ()), *tokens)))
    return replace(predicate, slots={name: tokens for name, tokens in slots.items() if tokens})


def _controlled(doc: Document, predicate: Predicate) -> Predicate:
    """A verb with its subject put right under a verb of accusing: "Peru accused Chad of arming rebels"."""
    verb = predicate.trigger
    head = doc.head(verb)
    if (
        head is None
        or head.lemma not in OBJECT_ACTS
        or verb.relation not in {"advcl", "xcomp", "obl"}
        or is_passive(doc, head)
    ):
        return predicate
    return replace(predicate, slots={**predicate.slots, "subject": objects(doc, head)})


def _around_verb(doc: Document, verb: Token) -> dict[str, tuple[Token, ...]]:
    """Companions, clauses below, phrases hung on the object, and what "where" stands for."""
    found = defaultdict(list, {slot: list(tokens) for slot, tokens in _company(doc, verb).items()})
    found["below"] += _below(doc, verb)
    for thing in (*objects(doc, verb), *_marks(doc, verb).get("on", ())):
        found["below"] += _below(doc, thing)
    for thing in objects(doc, verb):
        for mark in HANGING & set(_marks(doc, thing)):
            found[mark] += _marks(doc, thing)[mark]
    found["in"] += _where(doc, verb)
    return {slot: tuple(tokens) for slot, tokens in found.items()}


def _around_noun(doc: Document, predicate: Predicate) -> dict[str, tuple[Token, ...]]:
    """Clauses below, modifiers, phrases hung on coordinated nouns, and what "where" means."""
    noun, above = predicate.trigger, _above(doc, predicate)
    found: dict[str, list[Token]] = defaultdict(list, below=list(_below(doc, noun)))
    found["attribute"] += doc.children(noun, *MODIFIERS)
    found["participle"] += [c for c in doc.children(noun, "acl") if c.pos in VERBAL]
    for other in _beside(doc, noun):
        for mark in HANGING & set(_marks(doc, other)):
            found[mark] += _marks(doc, other)[mark]
    found["in"] += _where(doc, predicate.clause)
    found["above"] += above
    if preposition(doc, noun) in CIRCUMSTANCES:
        found["around"] += above
    if _is_title(doc, noun):
        found["possessor"] += inner(doc, doc.tokens[noun.head]).get("possessor", ())
    return {slot: tuple(tokens) for slot, tokens in found.items()}


def _above(doc: Document, predicate: Predicate) -> tuple[Token, ...]:
    """The subjects of the clause that a noun stands in, where its verb is not only there to carry the noun."""
    noun, clause = predicate.trigger, predicate.clause
    if clause.i == noun.i or "support" in predicate.slots:
        return ()
    found = subjects(doc, clause) or expand(doc, doc.children(clause, "nsubj"))
    return tuple(t for t in found if t.i != noun.i)


def _beside(doc: Document, noun: Token) -> tuple[Token, ...]:
    """The nouns with which a noun is coordinated: "aid | and backing to Chad"."""
    head = doc.head(noun)
    above = (head,) if noun.relation == "conj" and head is not None and head.pos == "NOUN" else ()
    return (*above, *doc.children(noun, "conj"))


def _marks(doc: Document, word: Token) -> dict[str, tuple[Token, ...]]:
    """The phrases behind a word, by preposition."""
    found: dict[str, tuple[Token, ...]] = {}
    for child in doc.children(word, "nmod", "obl"):
        mark = preposition(doc, child)
        if child.i > word.i and mark:
            found[mark] = (*found.get(mark, ()), *expand(doc, [child]))
    return found


def _where(doc: Document, verb: Token) -> tuple[Token, ...]:
    """What "where" stands for in a relative clause."""
    head = doc.head(verb)
    relative = verb.dep == "acl:relcl" and any(
        c.text.lower() == "where" for c in doc.children(verb, "advmod")
    )
    return (head,) if relative and head is not None else ()


def _company(doc: Document, verb: Token) -> dict[str, tuple[Token, ...]]:
    """ "Along with Peru, Chile …": whoever is named beside the subject shares its slot."""
    beside = expand(doc, (c for c in doc.children(verb, "obl") if preposition(doc, c) in COMPANY))
    return {"object" if is_passive(doc, verb) else "subject": beside}


def _below(doc: Document, token: Token) -> tuple[Token, ...]:
    """The verbs of the clauses that complement a verb or a noun, and of theirs."""
    found, level = [], [token]
    for _ in range(DEEPEST):
        level = [c for t in level for c in doc.children(t) if _complements(doc, c)]
        found += level
    return tuple(v for t in found for v in conjuncts(doc, t) if v.pos in VERBAL)


def _complements(doc: Document, token: Token) -> bool:
    marks = {c.text.lower() for c in doc.children(token, "mark")}
    if token.relation == "advcl":
        return bool(marks & {"in", "from", "to"})
    if marks & {"whether", "if"}:
        return False
    return token.relation in {"xcomp", "ccomp"} or (token.dep == "acl" and "to" in marks)


def _described(doc: Document, noun: Token) -> tuple[Token, ...]:
    """Whom a noun describes: its subject, what it stands beside ("Peru, an ally"), or itself."""
    found = [noun]
    head = doc.head(noun)
    if _is_predicate(doc, noun):
        found += subjects(doc, noun)
    if head is not None and noun.relation in {"xcomp", "obj"} and head.lemma in BECOMING:
        found += subjects(doc, head)
    if head is not None and (noun.relation == "appos" or _is_title(doc, noun)):
        found += conjuncts(doc, antecedent(doc, head))
    found += [t for c in doc.children(noun, "appos", "flat") if c.name is not None for t in conjuncts(doc, c)]
    return tuple(dict.fromkeys(found))


def _is_predicate(doc: Document, noun: Token) -> bool:
    """Whether a noun is said of a subject: "Peru is an ally (and a friend)"."""
    head = doc.head(noun)
    shared = noun.relation == "conj" and head is not None and bool(doc.children(head, "cop"))
    return shared or bool(doc.children(noun, "nsubj", "cop"))


def _is_title(doc: Document, noun: Token) -> bool:
    """Whether a noun stands before a name as what it is: "Peru's ally | Chad"."""
    return doc.tokens[noun.head].name is not None and noun.relation in {"compound", "nmod", "amod", "flat"}


def _view(doc: Document, noun: Token, rule: Rule) -> dict[str, tuple[Token, ...]]:
    """Who sees whom as what the noun says: "A regards B as a friend", "B, seen by A as a friend"."""
    verb = doc.head(noun)
    if verb is not None and verb.name is None and verb.pos not in VERBAL:
        verb = doc.head(verb)
    if (
        verb is None
        or not {verb.lemma.lower(), verb.text.lower()} & rule.support
        or preposition(doc, noun) not in {"as", ""}
    ):
        return {}
    seen = dict.fromkeys((*objects(doc, verb), *_company(doc, verb).get("object", ())))
    return {"viewer": subjects(doc, verb), "seen": tuple(t for t in seen if t.i != noun.i)}


def _modified(doc: Document, adjective: Token) -> dict[str, tuple[Token, ...]]:
    """The noun before which an adjective stands, the names that go with it, and whose it is."""
    chain = [adjective]
    while (head := doc.head(chain[-1])) is not None and chain[-1].relation in {"amod", "compound", "nmod"}:
        chain.append(head)
    if len(chain) == 1:
        return {}
    owners = [owner for token in chain for owner in doc.children(token, "nmod:poss")]
    return {"self": (chain[-1], *_names_beside(doc, chain[-1])), "owner": expand(doc, owners)}


def _names_beside(doc: Document, noun: Token) -> Iterator[Token]:
    """The names set directly beside a noun: "the KCNA news | agency", "the agency, KCNA"."""
    for child in doc.children(noun, "appos", "flat", "compound", "nmod"):
        if not preposition(doc, child) and child.dep != "nmod:poss":
            if child.name is not None:
                yield child
            yield from _names_beside(doc, child)


def inner(doc: Document, token: Token) -> Mapping[str, tuple[Token, ...]]:
    """The slots of a token that fills a slot."""
    if token.pos in VERBAL:
        own = expand(doc, doc.children(token, "nsubj"))
        return {**verb_predicate(doc, token).slots, "below": _below(doc, token), "nsubj": own}
    return {**noun_predicate(doc, token, frozenset()).slots, "attribute": doc.children(token, *MODIFIERS)}


def tokens_at(doc: Document, predicate: Predicate, path: str) -> tuple[Token, ...]:
    """What fills a slot, or a slot of what fills it: "object.with"."""
    first, *rest = path.split(".")
    found = predicate.tokens(first)
    for step in rest:
        own = {"modifier", "possessor"} & {step}
        found = tuple(t for f in found if not (own and f.name) for t in inner(doc, f).get(step, ()))
    return found
