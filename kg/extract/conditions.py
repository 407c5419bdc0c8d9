"""Whether a predicate has what its rule asks for beside its words: objects, particles, modifiers, persons."""

from __future__ import annotations

from kg.extract.actors import actors_in
from kg.extract.context import Context
from kg.extract.predicates import Predicate
from kg.extract.rules import Rule
from kg.extract.verbs import VERBAL
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import EntityKind

LINKING = frozenset({"ADP", "ADV", "CCONJ", "PART", "PUNCT", "SCONJ"})
"""What may stand behind an object of which nothing is predicated: "called him | on Friday", not "| a friend"."""


def admits(context: Context, rule: Rule, predicate: Predicate) -> bool:
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
