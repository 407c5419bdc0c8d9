"""Descriptions: nouns and adjectives that say what somebody is, and in whose eyes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.coordination import antecedent, conjuncts, expand
from kg.extract.prepositions import preposition
from kg.extract.rules import Rule
from kg.extract.verbs import VERBAL, is_passive, objects, subjects
from kg.extract.word_forms import words_of
from kg.language.document import Document, Token

COMPANY = frozenset({"along with", "together with", "alongside", "as well as"})
BECOMING = frozenset({"be", "become", "feel", "grow", "remain", "seem", "stay", "turn"})


def described(doc: Document, noun: Token) -> tuple[Token, ...]:
    """Whom a noun describes: its subject, what it stands beside ("Peru, an ally"), or itself."""
    found = [noun]
    head = doc.head(noun)
    if _is_predicate(doc, noun):
        found += _described_by_name(doc, noun)
    if head is not None and noun.relation in {"xcomp", "obj"} and head.lemma in BECOMING:
        found += subjects(doc, head)
    if head is not None and (noun.relation == "appos" or is_title(doc, noun)):
        found += conjuncts(doc, antecedent(doc, head))
    if head is not None and noun.relation == "obj" and is_compound(doc, head):
        found += subjects(doc, head)
    found += _name_after(doc, noun)
    found += [t for c in doc.children(noun, "appos", "flat") if c.name is not None for t in conjuncts(doc, c)]
    return tuple(dict.fromkeys(found))


def _described_by_name(doc: Document, noun: Token) -> tuple[Token, ...]:
    """The subjects of a noun; where a relative pronoun leads to no name, the pronoun itself as well."""
    found = subjects(doc, noun)
    if any(t.name is not None for t in found):
        return found
    before = (t for t in doc.subtree(noun) if t.i < noun.i)
    return (*found, *(t for t in before if t.text.lower() in {"who", "which"}))


def _is_predicate(doc: Document, noun: Token) -> bool:
    """Whether a noun is said of a subject: "Peru is an ally (and a friend)"."""
    head = doc.head(noun)
    shared = noun.relation == "conj" and head is not None and bool(doc.children(head, "cop"))
    return shared or bool(doc.children(noun, "nsubj", "cop"))


def is_compound(doc: Document, word: Token) -> bool:
    """Whether a word is the second part of a hyphened one: "veto-holding"."""
    if word.i < 2 or doc.tokens[word.i - 2].sentence != word.sentence:
        return False
    hyphen = doc.tokens[word.i - 1]
    return hyphen.text == "-" and hyphen.span.end == word.span.start


def is_title(doc: Document, noun: Token) -> bool:
    """Whether a noun stands before a name as what it is: "Peru's ally | Chad"."""
    return doc.tokens[noun.head].name is not None and noun.relation in {"compound", "nmod", "amod", "flat"}


def _name_after(doc: Document, word: Token) -> tuple[Token, ...]:
    """The name directly behind a word that the tree sets beside it: "Peru's rival | Chad"."""
    following = doc.tokens[word.i + 1 : word.i + 2]
    return tuple(t for t in following if t.name is not None and t.head == word.head and t.dep == word.dep)


def become(doc: Document, adjective: Token) -> dict[str, tuple[Token, ...]]:
    """Whom an adjective is said of behind a verb of becoming: "Peru has grown wary"."""
    head = doc.head(adjective)
    if head is None or head.lemma not in BECOMING or adjective.relation not in {"xcomp", "obj"}:
        return {}
    return {"subject": subjects(doc, head)}


def view(doc: Document, noun: Token, rule: Rule) -> dict[str, tuple[Token, ...]]:
    """Who sees whom as what the noun says: "A regards B as a friend", "B, seen by A as a friend"."""
    verb = doc.head(noun)
    if verb is not None and verb.name is None and verb.pos not in VERBAL:
        verb = doc.head(verb)
    if verb is None or not words_of(verb) & rule.support or preposition(doc, noun) not in {"as", ""}:
        return {}
    seen = dict.fromkeys((*objects(doc, verb), *company(doc, verb).get("object", ())))
    return {"viewer": subjects(doc, verb), "seen": tuple(t for t in seen if t.i != noun.i)}


def modified(doc: Document, adjective: Token) -> dict[str, tuple[Token, ...]]:
    """The noun before which an adjective stands, the names that go with it, and whose it is."""
    chain = [adjective]
    while (head := doc.head(chain[-1])) is not None and chain[-1].relation in {"amod", "compound", "nmod"}:
        chain.append(head)
    if is_compound(doc, adjective):
        chain += doc.children(adjective, "obj")
    named = (*_names_beside(doc, chain[-1]), *_name_after(doc, chain[-1]))
    if len(chain) == 1 and not named:
        return {}
    owners = [owner for token in (*chain, *named) for owner in doc.children(token, "nmod:poss")]
    return {"self": (*described(doc, chain[-1]), *named), "owner": expand(doc, owners)}


def _names_beside(doc: Document, noun: Token) -> Iterator[Token]:
    """The names set directly beside a noun: "the KCNA news | agency", "the agency, KCNA"."""
    for child in doc.children(noun, "appos", "flat", "compound", "nmod"):
        if not preposition(doc, child) and child.dep != "nmod:poss":
            if child.name is not None:
                yield child
            yield from _names_beside(doc, child)


def company(doc: Document, verb: Token) -> dict[str, tuple[Token, ...]]:
    """ "Along with Peru, Chile …": whoever is named beside the subject shares its slot."""
    beside = expand(doc, (c for c in doc.children(verb, "obl") if preposition(doc, c) in COMPANY))
    return {"object" if is_passive(doc, verb) else "subject": beside}
