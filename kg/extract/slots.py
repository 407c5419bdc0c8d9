"""Slots of rules of two ends: what the plain slots of a predicate leave out.

Of a noun: "self" (whom it describes), "viewer" and "seen" ("A regards B as a friend"), "attribute" and
"participle" (its modifiers), "above" (the subjects of its clause) and "setting" (the same, where the noun is
a circumstance: "amid tensions"); of a verb or noun: "below" (the clauses that complement it); of an adjective
before a noun: "self" and "owner" ("Peru's official agency"). A slot may be a path: "object.with" is what
"with" brings in under the object ("deepened its ties with Peru").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from kg.extract.coordination import conjuncts, expand
from kg.extract.descriptions import become, company, described, is_compound, is_title, modified, view
from kg.extract.predicates import Predicate, noun_predicate, verb_predicate
from kg.extract.prepositions import preposition
from kg.extract.rules import Rule
from kg.extract.verbs import VERBAL, is_passive, objects, subjects
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token

MODIFIERS = ("amod", "compound", "nmod", "advmod", "nummod", "det", "xcomp")
CIRCUMSTANCES = frozenset(
    {"after", "amid", "amidst", "because of", "despite", "due to", "during", "given", "in", "over", "with"}
)
"""Prepositions under which a state of things is that of the clause's subject: "amid tensions with Peru"."""

OUTER = frozenset({"amid", "amidst", "because of", "despite", "due to", "given"})
"""Those of them that never belong to a noun."""

HANGING = frozenset({"against", "by", "for", "from", "on", "over", "to", "toward", "towards", "with"})
"""Prepositions whose phrase may hang on a verb or on its object, with the same sense."""

OBJECT_ACTS = frozenset({"accuse", "blame", "charge", "prevent", "stop", "suspect"})
DEEPEST = 3
"""Clauses below a verb that are still its complement: "refused | to join | in imposing"."""


def read_slots(doc: Document, rule: Rule, token: Token) -> Predicate | None:
    """The token with its slots where it is of the rule's word class."""
    words = words_of(token)
    if token.pos in VERBAL and words & rule.verbs:
        return _with(_controlled(doc, verb_predicate(doc, token)), _around_verb(doc, token))
    if token.pos in {"NOUN", "PROPN"} and words & rule.nouns:
        found = noun_predicate(doc, token, rule.support)
        return _with(
            found, {"self": described(doc, token), **_around_noun(doc, found), **view(doc, token, rule)}
        )
    if token.pos in {"ADJ", "ADV", "NOUN", "VERB", "PROPN"} and words & rule.adjectives:
        return _with(verb_predicate(doc, token), {**modified(doc, token), **become(doc, token)})
    return None


def _with(predicate: Predicate, more: Mapping[str, tuple[Token, ...]]) -> Predicate:
    slots = dict(predicate.slots)
    for name, tokens in more.items():
        slots[name] = tuple(dict.fromkeys((*slots.get(name, ()), *tokens)))
    return replace(predicate, slots={name: tokens for name, tokens in slots.items() if tokens})


def _controlled(doc: Document, predicate: Predicate) -> Predicate:
    """A verb with the subject that its governor gives it: "Peru accused Chad of arming rebels"."""
    verb = predicate.trigger
    head = doc.head(verb)
    if head is None or verb.relation not in {"advcl", "xcomp", "obl"} or is_passive(doc, head):
        return predicate
    if head.lemma not in OBJECT_ACTS | words("object_control"):
        return predicate
    given = objects(doc, head) or expand(doc, doc.children(head, "iobj")) or _marks(doc, head).get("on", ())
    return replace(predicate, slots={**predicate.slots, "subject": given})


def _around_verb(doc: Document, verb: Token) -> dict[str, tuple[Token, ...]]:
    """Companions, clauses below, phrases hung on the object, and what "where" stands for."""
    found = defaultdict(list, {slot: list(tokens) for slot, tokens in company(doc, verb).items()})
    found["below"] += _below(doc, verb)
    for thing in (*objects(doc, verb), *_marks(doc, verb).get("on", ())):
        found["below"] += _below(doc, thing)
    for thing in objects(doc, verb):
        for mark in HANGING & set(_marks(doc, thing)):
            found[mark] += _marks(doc, thing)[mark]
    for manner in modifiers_of(doc, verb):
        if manner.pos in {"ADJ", "ADV"}:
            found["to"] += _marks(doc, manner).get("to", ())
    if is_passive(doc, verb) and not subjects(doc, verb):
        found["subject"] += _hidden_agents(doc, verb)
    found["in"] += _where(doc, verb)
    return {slot: tuple(tokens) for slot, tokens in found.items()}


def _hidden_agents(doc: Document, verb: Token) -> tuple[Token, ...]:
    """The agents of a passive that hang on its last noun: "was given a loan | by Norway"."""
    nouns = doc.children(verb, "obj", "obl", "xcomp")
    return tuple(agent for noun in nouns for agent in _marks(doc, noun).get("by", ()))


def _around_noun(doc: Document, predicate: Predicate) -> dict[str, tuple[Token, ...]]:
    """Clauses below, modifiers, phrases hung on coordinated nouns, and what "where" means."""
    noun, above = predicate.trigger, _above(doc, predicate)
    found: dict[str, list[Token]] = defaultdict(list, below=list(_below(doc, noun)))
    found["attribute"] += modifiers_of(doc, noun)
    found["participle"] += [c for c in doc.children(noun, "acl") if c.pos in VERBAL]
    for other in _beside(doc, noun):
        for mark in HANGING & set(_marks(doc, other)):
            found[mark] += _marks(doc, other)[mark]
    found["in"] += _where(doc, predicate.clause)
    found["above"] += above
    found["setting"] += _setting(doc, noun, above)
    if not doc.children(noun, "nmod:poss", "det") and noun.relation == "conj":
        found["possessor"] += inner(doc, doc.tokens[noun.head]).get("possessor", ())
    if is_title(doc, noun):
        found["possessor"] += inner(doc, doc.tokens[noun.head]).get("possessor", ())
    return {slot: tuple(tokens) for slot, tokens in found.items()}


def _above(doc: Document, predicate: Predicate) -> tuple[Token, ...]:
    """The subjects of the clause that a noun stands in, unless its verb only carries the noun."""
    noun, clause = predicate.trigger, predicate.clause
    if clause.i == noun.i or "support" in predicate.slots:
        return ()
    found = subjects(doc, clause) or expand(doc, doc.children(clause, "nsubj"))
    return tuple(t for t in found if t.i != noun.i)


def _setting(doc: Document, noun: Token, above: tuple[Token, ...]) -> tuple[Token, ...]:
    """Whose circumstance a noun is: that of its clause; "amid" and its like belong to the main clause."""
    mark = preposition(doc, noun)
    if noun.relation == "obl" and mark in CIRCUMSTANCES:
        return above
    root = [noun, *doc.ancestors(noun)][-1]
    return subjects(doc, root) if mark in OUTER and root.pos in VERBAL else ()


def _beside(doc: Document, noun: Token) -> tuple[Token, ...]:
    """The nouns with which a noun is coordinated: "aid | and backing to Chad"."""
    head = doc.head(noun)
    above = (head,) if noun.relation == "conj" and head is not None and head.pos == "NOUN" else ()
    return (*above, *doc.children(noun, "conj"))


def modifiers_of(doc: Document, word: Token) -> tuple[Token, ...]:
    """What narrows a word down, adjectives taken for objects ("moved closer") and joined words among it."""
    adjectives = (c for c in doc.children(word, "obj") if c.pos == "ADJ")
    joined = (doc.tokens[word.i - 2],) if is_compound(doc, word) else ()
    return (*doc.children(word, *MODIFIERS), *adjectives, *joined)


def _marks(doc: Document, word: Token) -> dict[str, tuple[Token, ...]]:
    """The phrases behind a word, by preposition."""
    found: dict[str, tuple[Token, ...]] = {}
    for child in doc.children(word, "nmod", "obl"):
        mark = preposition(doc, child)
        if child.i > word.i and mark:
            found[mark] = (*found.get(mark, ()), *expand(doc, [child]))
    return found


def _where(doc: Document, verb: Token) -> tuple[Token, ...]:
    """What "where" stands for in a clause: what the clause hangs on, else the name directly before it."""
    adverbs = [c for c in doc.children(verb, "advmod") if c.text.lower() == "where"]
    if not adverbs:
        return ()
    if verb.dep == "acl:relcl":
        return (doc.tokens[verb.head],)
    before = [t for t in doc.words(doc.sentence(verb)) if t.i < adverbs[0].i and t.pos != "PUNCT"]
    return tuple(t for t in before[-1:] if t.name is not None)


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


def inner(doc: Document, token: Token) -> Mapping[str, tuple[Token, ...]]:
    """The slots of a token that fills a slot."""
    if token.pos in VERBAL:
        own = expand(doc, doc.children(token, "nsubj"))
        return {**verb_predicate(doc, token).slots, "below": _below(doc, token), "nsubj": own}
    participles = tuple(c for c in doc.children(token, "acl") if c.pos in VERBAL)
    more = {"attribute": modifiers_of(doc, token), "participle": participles}
    return {**noun_predicate(doc, token, frozenset()).slots, **more}


def tokens_at(doc: Document, predicate: Predicate, path: str) -> tuple[Token, ...]:
    """What fills a slot, or a slot of what fills it: "object.with"."""
    first, *rest = path.split(".")
    found = predicate.tokens(first)
    for step in rest:
        own = {"modifier", "possessor"} & {step}
        found = tuple(t for f in found if not (own and f.name) for t in inner(doc, f).get(step, ()))
    return found
