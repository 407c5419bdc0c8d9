"""Rules of two ends: one actor's act toward another, or how one stands to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, permutations, product

from kg.extract.binding import bound
from kg.extract.context import Context
from kg.extract.predicates import Predicate
from kg.extract.rules import Rule, load_rules
from kg.extract.slots import modifiers_of, read_slots, tokens_at
from kg.extract.word_forms import words_of
from kg.language.document import Document, Token
from kg.model import EntityKind

ACTORS = frozenset({EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION})

PARTS = frozenset({"member"})
"""Nouns that name a part of a body, which does not stand for the body."""

EACH_OTHER = frozenset({"each other", "one another"})
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dyad:
    """A rule that fired, its predicate and the pairs it links; `mutual` where one slot holds both ends."""

    rule: Rule
    predicate: Predicate
    pairs: tuple[Pair, ...]
    mutual: bool


def find_dyads(context: Context, rules: str, ends: Pair) -> Iterator[Dyad]:
    """Every place where a rule of a file finds both ends; the first rule that does speaks for its trigger."""
    by_word = _by_word(rules)
    for token in context.doc.tokens:
        if token.name is not None or by_word.keys().isdisjoint(words_of(token)):
            continue
        fitting = sorted({n for word in words_of(token) for n in by_word.get(word, ())})
        dyads = (_read(context, load_rules(rules)[number], token, ends) for number in fitting)
        found = next((d for d in dyads if d is not None), None)
        if found is not None:
            yield found


@cache
def _by_word(name: str) -> Mapping[str, tuple[int, ...]]:
    """For each word the numbers of the rules that it can trigger."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, rule in enumerate(load_rules(name)):
        for word in sorted(rule.verbs | rule.nouns | rule.adjectives):
            index[word].append(number)
    return {word: tuple(found) for word, found in index.items()}


def _read(context: Context, rule: Rule, token: Token, ends: Pair) -> Dyad | None:
    predicate = read_slots(context.doc, rule, token) if _is_qualified(context.doc, rule, token) else None
    if predicate is None or not _admits(context.doc, rule, predicate):
        return None
    first = _end(context, rule, predicate, ends[0], ())
    second = _end(context, rule, predicate, ends[1], first) if ends[1] in rule.roles else []
    mutual = rule.symmetric and not second and ends[1] not in rule.at_least
    if mutual:
        first = _end(context, replace(rule, fallback={}), predicate, ends[0], ())
    found = tuple(combinations(first, 2)) if mutual else tuple(product(first, second))
    if not second and ends[1] in rule.roles and _is_reciprocal(context.doc, rule, predicate, ends[1]):
        found = tuple(combinations(first, 2) if rule.symmetric else permutations(first, 2))
    if len(first) > 1 and set(first) == set(second):
        return None  # "sent troops to their borders": both ends are the same two
    pairs = tuple((a, b) for a, b in found if a != b)
    return Dyad(rule, predicate, pairs, mutual) if pairs else None


# ---------------------------------------------------------------- conditions


def _is_qualified(doc: Document, rule: Rule, trigger: Token) -> bool:
    """Whether particle and modifiers are those that the rule asks for."""
    if rule.particle and rule.particle not in {c.text.lower() for c in doc.children(trigger, "compound")}:
        return False
    if not rule.modifiers and not rule.not_modifiers:
        return True
    modifiers = {w for c in modifiers_of(doc, trigger) for w in words_of(c)}
    return not (rule.modifiers and not modifiers & rule.modifiers) and not modifiers & rule.not_modifiers


def _admits(doc: Document, rule: Rule, predicate: Predicate) -> bool:
    """Whether the content is what the rule asks for."""
    if any(
        len(predicate.tokens(slot)) < count for slot, count in rule.at_least.items() if slot not in rule.roles
    ):
        return False
    if rule.objects and not any(
        words_of(t) & rule.objects for s in rule.content or ("object",) for t in tokens_at(doc, predicate, s)
    ):
        return False
    return not any(words_of(t) & rule.not_objects for t in predicate.tokens("object"))


# ---------------------------------------------------------------- ends


def _end(context: Context, rule: Rule, predicate: Predicate, end: str, other: Sequence[str]) -> list[str]:
    keys = [k for path in rule.roles[end] for k in actors_at(context, predicate, path, other)]
    return list(dict.fromkeys(keys)) or _fallback(context, rule, predicate, end, other)


def _is_reciprocal(doc: Document, rule: Rule, predicate: Predicate, end: str) -> bool:
    """Whether "each other" or "one another" stands in a slot of an end."""
    tokens = (t for path in rule.roles[end] if path != "sentence" for t in tokens_at(doc, predicate, path))
    return any(_is_each_other(doc, t) for t in tokens)


def _is_each_other(doc: Document, token: Token) -> bool:
    around = [t.text.lower() for t in doc.tokens[max(token.i - 1, 0) : token.i + 2]]
    return " ".join(around[:2]) in EACH_OTHER or " ".join(around[-2:]) in EACH_OTHER


def _fallback(
    context: Context, rule: Rule, predicate: Predicate, end: str, other: Sequence[str]
) -> list[str]:
    found = (actors_at(context, predicate, path, other) for path in rule.fallback.get(end, ()))
    return next((keys for keys in found if keys), [])


def actors_at(context: Context, predicate: Predicate, path: str, other: Sequence[str] = ()) -> list[str]:
    """The actors that a slot speaks of; "sentence" is the one other country that the sentence names."""
    if path == "sentence":
        return _only_other(context, predicate, other)
    tokens = [
        t for t in tokens_at(context.doc, predicate, path) if t.name is not None or not words_of(t) & PARTS
    ]
    keys = [k for t in tokens for k in context.referents.of(t) or bound(context, t)]
    return [k for k in dict.fromkeys(keys) if context.referents.kind(k) in ACTORS]


def _only_other(context: Context, predicate: Predicate, other: Sequence[str]) -> list[str]:
    sentence = context.doc.sentence(predicate.trigger)
    keys = [k for t in context.doc.words(sentence) for k in context.referents.of(t)]
    rest = {k for k in keys if context.referents.kind(k) is EntityKind.COUNTRY} - set(other)
    return list(rest) if len(rest) == 1 and other else []
