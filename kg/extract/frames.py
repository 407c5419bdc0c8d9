"""Rules applied to a text: triggers found, slots read, arguments resolved, event mentions made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.event_places import where
from kg.extract.event_times import has_time, when
from kg.extract.predicates import Predicate, noun_predicate, verb_predicate
from kg.extract.rules import Rule
from kg.extract.status import status_of
from kg.extract.verbs import VERBAL, is_passive, subjects
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import Argument, EntityKind, EventMention, Interval, Status

ACTORS = frozenset({EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION, EntityKind.GROUP})

FACING = frozenset({"object", "on", "to", "with"})
"""Slots of whoever stands over against those who act."""

LINKING = frozenset({"ADP", "ADV", "CCONJ", "PART", "PUNCT", "SCONJ"})
"""What may stand behind an object of which nothing is predicated: "called him | on Friday", not "| a friend"."""


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
    if predicate is None or not _admits(context, rule, predicate):
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


def _admits(context: Context, rule: Rule, predicate: Predicate) -> bool:
    """Whether particle, object and modifiers are those that the rule asks for."""
    doc, trigger = context.doc, predicate.trigger
    if rule.needs and not actors_in(context, predicate, rule.needs):
        return False
    if rule.no_infinitive and _has_infinitive(context, predicate):
        return False
    if (rule.intransitive and predicate.slots.get("object")) or is_habitual(doc, predicate):
        return False
    if rule.persons and not _is_between_persons(context, predicate):
        return False
    means = {t.lemma.lower() for t in doc.children(trigger, "obl")}
    if (rule.means and not means & rule.means) or means & rule.not_means:
        return False
    particles = {c.text.lower() for c in doc.children(trigger, "compound:prt")}
    if rule.particle and rule.particle not in particles:
        return False
    heads = {w for t in predicate.slots.get("object", ()) for w in _head_words(t)}
    if (rule.objects and not heads & rule.objects) or heads & rule.not_objects:
        return False
    modifiers = {
        c.text.lower() for c in doc.children(trigger, "amod", "compound", "nmod", "advmod", "nummod")
    }
    return not (rule.modifiers and not modifiers & rule.modifiers) and not modifiers & rule.not_modifiers


def _head_words(token: Token) -> set[str]:
    """The words by which a rule may ask for an object; an agreement's name counts as "agreement"."""
    if token.names(EntityKind.AGREEMENT):
        return {"agreement"}
    return {token.lemma.lower(), token.text.lower()}


def _has_infinitive(context: Context, predicate: Predicate) -> bool:
    doc = context.doc
    around = (predicate.trigger, *predicate.tokens("object", "on"))
    below = (c for t in around for c in doc.children(t, "xcomp", "advcl", "acl", "ccomp"))
    return any(
        "VerbForm=Inf" in c.feats and doc.children(c, "mark") for c in below if c.i > predicate.trigger.i
    )


def is_habitual(doc: Document, predicate: Predicate) -> bool:
    """Whether a clause tells what is done again and again: "they hold a summit every year"."""
    verb = predicate.clause
    if verb.pos not in VERBAL or "Tense=Pres" not in verb.feats or doc.children(verb, "aux"):
        return False
    beside = [c.text.lower() for c in doc.children(verb, "advmod", "obl", "obj")]
    determined = [d.text.lower() for c in doc.children(verb, "obl") for d in doc.children(c, "det")]
    return bool(set(beside) & words("habitual") or set(determined) & {"every", "each"})


def _is_between_persons(context: Context, predicate: Predicate) -> bool:
    """Whether a verb leads from persons to persons and says nothing of what they are ("called him | a friend")."""
    kinds = [
        {context.referents.kind(key) for key in actors_in(context, predicate, (slot,))}
        for slot in ("subject", "object")
    ]
    named = [t.i for t in predicate.tokens("object") if t.name is not None]
    last = max(named, default=predicate.trigger.i)
    behind = context.doc.tokens[last + 1 : last + 2]
    return all(found == {EntityKind.PERSON} for found in kinds) and all(t.pos in LINKING for t in behind)


def _arguments(context: Context, rule: Rule, predicate: Predicate) -> tuple[Argument, ...]:
    found: dict[Argument, None] = {}
    for role, slots in rule.roles.items():
        keys, needed = actors_in(context, predicate, slots), max(rule.at_least.get(role, 1), 1)
        for slot in rule.fallback.get(role, ()):
            if len(set(keys)) < needed or (needed > 1 and not _acting(context, predicate, slots)):
                keys += actors_in(context, predicate, (slot,))
        found.update({Argument(role, key): None for key in without_represented(context, keys)})
    return tuple(found)


def actors_in(context: Context, predicate: Predicate, slots: Sequence[str]) -> list[str]:
    """The actors that the fillers of the slots speak of, in text order."""
    keys: list[str] = []
    for slot in slots:
        for token in with_leaders(context.doc, predicate.tokens(slot)):
            keys += [k for k in context.referents.of(token) if context.referents.kind(k) in ACTORS]
    return list(dict.fromkeys(keys))


def with_leaders(doc: Document, tokens: Sequence[Token]) -> Iterator[Token]:
    """Actors, and those who lead them: "a delegation led by Mary Banda"."""
    for token in tokens:
        yield token
        if token.lemma.lower() in words("envoys"):
            led = (
                c for c in doc.children(token, "acl") if words_of(c) & words("leading") and is_passive(doc, c)
            )
            yield from (leader for verb in led for leader in subjects(doc, verb))


def _counted(context: Context, rule: Rule, arguments: Iterable[Argument], role: str) -> int:
    """How many actors a role has, as far as they count for the rule."""
    found = {a.entity for a in arguments if a.role == role}
    return len([k for k in found if not (rule.named and context.referents.kind(k) is EntityKind.GROUP)])


def without_represented(context: Context, keys: Sequence[str]) -> list[str]:
    """The actors without the countries that a person among them represents, and without unnamed people beside named ones."""
    things = context.referents.things
    represented = {things[k].country for k in keys if things[k].kind is EntityKind.PERSON}
    named = [k for k in keys if things[k].kind is not EntityKind.GROUP]
    return [k for k in (named if len(named) > 1 else keys) if k not in represented]


def event_mention(
    context: Context,
    match: Match,
    *,
    place_role: str | None = "place",
    status: Status | None = None,
    interval: Interval | None = None,
) -> EventMention:
    """An event mention of a match, with the status, time and place that its clause gives."""
    predicate = match.predicate
    found = status or status_of(context.doc, predicate)
    time = interval or when(context, predicate, found)
    found = _not_before_its_time(context, found, time)
    arguments = list(match.arguments)
    if place_role is not None and not any(a.role == place_role for a in arguments):
        arguments += [Argument(place_role, key) for key in where(context, predicate)]
    return EventMention(
        kind=match.rule.kind,
        rule=match.rule.name,
        trigger=predicate.trigger.span,
        sentence=context.doc.sentence(predicate.trigger).span,
        arguments=tuple(sorted(set(arguments))),
        interval=time,
        status=found,
        plover=match.rule.plover,
        relation_type=match.rule.relation,
        bare=match.rule.generic or is_bare(context, predicate),
        several=tells_several(predicate),
        untold=time is None and has_time(context, predicate),
    )


def tells_several(predicate: Predicate) -> bool:
    """Whether an event noun, or a verb's object, is a plural that counts: "meetings", not "talks"."""
    nouns = (
        (predicate.trigger, *predicate.tokens("object"))
        if predicate.trigger.pos in VERBAL
        else (predicate.trigger,)
    )
    return any("Number=Plur" in t.feats and t.lemma.lower() in words("counted") for t in nouns)


def is_bare(context: Context, predicate: Predicate) -> bool:
    """Whether an event stands in a headline, or is a noun without any verb over it."""
    doc = context.doc
    if doc.sentence(predicate.trigger).headline:
        return True
    above = (predicate.trigger, *doc.ancestors(predicate.trigger))
    return predicate.trigger.pos not in VERBAL and not any(
        t.pos in VERBAL or doc.children(t, "cop") for t in above
    )


def _not_before_its_time(context: Context, status: Status, time: Interval | None) -> Status:
    """What lies wholly after the day of writing has not been held yet."""
    written = context.article.creation_time
    if status is Status.HELD and time is not None and written is not None and time.earliest > written:
        return Status.PLANNED
    return status


Extractor = Callable[[Context], Iterator[EventMention]]
