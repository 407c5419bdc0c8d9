"""Rules applied to a text: triggers found, slots read, arguments resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.actors import actors_in, without_represented
from kg.extract.conditions import admits
from kg.extract.context import Context
from kg.extract.predicates import Predicate, noun_predicate, verb_predicate
from kg.extract.rules import Rule
from kg.extract.word_forms import words_of
from kg.language.document import Token
from kg.model import Argument, EntityKind

FACING = frozenset({"object", "on", "to", "with"})
"""Slots of whoever stands over against those who act."""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fired: its predicate, and the actors in each role."""

    rule: Rule
    predicate: Predicate
    arguments: tuple[Argument, ...]

    def fillers(self, role: str) -> tuple[str, ...]:
        """The actors in a role."""
        return tuple(a.entity for a in self.arguments if a.role == role)


def match_rules(context: Context, rules: Sequence[Rule]) -> Iterator[Match]:
    """Every place where a rule fires with enough actors; the first rule that does speaks for its trigger."""
    by_word = _index(rules)
    for token in context.doc.tokens:
        if token.name is not None or by_word.keys().isdisjoint(words_of(token)):
            continue
        words = (token.lemma.lower(), *sorted(words_of(token)))
        for rule in {r.name: r for word in words for r in by_word.get(word, ())}.values():
            match = match_rule(context, rule, token)
            if match is not None:
                yield match
                break


def _index(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    index: dict[str, list[Rule]] = {}
    for rule in rules:
        for word in sorted(rule.verbs | rule.nouns | rule.adjectives):
            index.setdefault(word, []).append(rule)
    return index


def match_rule(context: Context, rule: Rule, token: Token) -> Match | None:
    """What a rule reads at a token, None where the word is of another kind or actors are missing."""
    predicate = _predicate(context, rule, token)
    if predicate is None or not admits(context, rule, predicate):
        return None
    return _match(context, rule, predicate)


def match_noun(context: Context, rule: Rule, token: Token) -> Match | None:
    """What a noun rule reads at a token that its words do not name."""
    return _match(context, rule, noun_predicate(context.doc, token, rule.support))


def _match(context: Context, rule: Rule, predicate: Predicate) -> Match | None:
    arguments = _arguments(context, rule, predicate)
    counts = {role: _counted(context, rule, arguments, role) for role in rule.roles}
    if any(counts[role] < rule.at_least.get(role, 1) for role in rule.roles if rule.at_least.get(role, 1)):
        return None
    if any(_leaves_out_a_side(context, rule, predicate, role) for role in rule.roles):
        return None
    return Match(rule, predicate, arguments)


def _leaves_out_a_side(context: Context, rule: Rule, predicate: Predicate, role: str) -> bool:
    """Whether all actors stand over against somebody who is not known: "his first call was to meet with A and B"."""
    if rule.at_least.get(role, 1) < 2:
        return False
    return not _acting(context, predicate, (*rule.roles[role], *rule.fallback.get(role, ())))


def _acting(context: Context, predicate: Predicate, slots: Sequence[str]) -> list[str]:
    """The actors in slots that are not those of whoever is met, called or talked with."""
    return actors_in(context, predicate, [slot for slot in slots if slot not in FACING])


def _predicate(context: Context, rule: Rule, token: Token) -> Predicate | None:
    words = words_of(token)
    if token.pos in {"VERB", "AUX"} and words & rule.verbs:
        return verb_predicate(context.doc, token)
    if token.pos in {"NOUN", "PROPN"} and words & rule.nouns:
        return noun_predicate(context.doc, token, rule.support)
    if token.pos in {"ADJ", "NOUN", "VERB"} and words & rule.adjectives:
        return verb_predicate(context.doc, token)
    return None


def _arguments(context: Context, rule: Rule, predicate: Predicate) -> tuple[Argument, ...]:
    found: dict[Argument, None] = {}
    for role, slots in rule.roles.items():
        keys, needed = actors_in(context, predicate, slots), max(rule.at_least.get(role, 1), 1)
        for slot in rule.fallback.get(role, ()):
            if len(set(keys)) < needed or (needed > 1 and not _acting(context, predicate, slots)):
                keys += actors_in(context, predicate, (slot,))
        found.update({Argument(role, key): None for key in without_represented(context, keys)})
    return tuple(found)


def _counted(context: Context, rule: Rule, arguments: Iterable[Argument], role: str) -> int:
    """How many actors a role has, as far as they count for the rule."""
    found = {a.entity for a in arguments if a.role == role}
    return len([k for k in found if not (rule.named and context.referents.kind(k) is EntityKind.GROUP)])
