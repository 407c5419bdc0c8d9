"""Whether an event took place: read off auxiliaries, negation, mood, and what the event's clause hangs on.

The scheme is that of event factuality (Saurí & Pustejovsky 2009): what governs an event lowers its status and
never raises it. The words stand in `status.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kg.extract.occurring import befalling
from kg.extract.predicates import Predicate
from kg.extract.prepositions import is_ahead, preposition
from kg.extract.verbs import VERBAL, subject_with_for
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import Status

STRENGTH = (Status.HELD, Status.PLANNED, Status.POSSIBLE, Status.CANCELLED, Status.DENIED)
"""From the firmest on; of two readings the later one counts."""

DEPENDENT = frozenset(
    {
        "xcomp",
        "ccomp",
        "acl",
        "advcl",
        "csubj",
        "obj",
        "nsubj",
        "obl",
        "nmod",
        "conj",
        "appos",
        "dep",
        "parataxis",
    }
)

INVERTED = frozenset({"had", "should", "were"})
"""Auxiliaries that stand before their subject where "if" is left out: "Had they met, …"."""
SETTINGS = frozenset({"after", "following", "since"})
"""Prepositions that make an event the one before another."""
FARTHEST = 40
"""Tokens; no "but" farther behind takes a plan back."""


@cache
def status_words() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """The words of `status.toml`: for each kind of word the status that each lemma gives."""
    tables = tomllib.loads((Path(__file__).with_suffix(".toml")).read_text(encoding="utf-8"))
    return {
        status: {kind: frozenset(words) for kind, words in table.items() if "example" not in kind}
        for status, table in tables.items()
    }


def status_of(doc: Document, predicate: Predicate) -> Status:
    """The status of the event that a predicate reports."""
    found = [Status.HELD, *_own_readings(doc, predicate.trigger)]
    if predicate.clause.i != predicate.trigger.i and not _is_before_unreal(doc, predicate):
        denied = _is_denied_with(doc, predicate)
        found += [s for s in _own_readings(doc, predicate.clause) if s is not Status.DENIED or denied]
    for verb in (predicate.trigger, *predicate.slots.get("support", ())):
        found += _planned_before(doc, verb)
    found += _governing_readings(doc, predicate)
    for verb in befalling(doc, predicate.trigger):
        found += [*_own_readings(doc, verb), *_said_by(doc, verb)]
    if doc.quote(doc.sentence(predicate.trigger)).rstrip("'\"”’ ").endswith("?"):
        found.append(Status.POSSIBLE)
    status = max(_undone(found), key=STRENGTH.index)
    return Status.CANCELLED if status is Status.PLANNED and _came_to_nothing(doc, predicate) else status


def _is_before_unreal(doc: Document, predicate: Predicate) -> bool:
    """Whether an event is only what something that did not come about would have followed: "would have come after talks"."""
    auxiliaries = {c.text.lower() for c in doc.children(predicate.clause, "aux")}
    return _is_setting(doc, predicate.trigger) and "have" in auxiliaries


def _is_setting(doc: Document, token: Token) -> bool:
    return token.relation in {"obl", "nmod"} and preposition(doc, token) in SETTINGS


def _is_denied_with(doc: Document, predicate: Predicate) -> bool:
    """Whether the "not" of a noun's verb denies the noun's event: "held no talks", not "the talks did not end the war"."""
    clause = predicate.clause
    return (
        clause in predicate.slots.get("support", ())
        or clause.lemma in status_words()["denied"]["occurrences"]
    )


def _came_to_nothing(doc: Document, predicate: Predicate) -> bool:
    """ "had planned to visit Samoa but fell ill": a plan of the past, and a clause with "but" behind it."""
    above = (predicate.trigger, *doc.ancestors(predicate.trigger))
    auxiliaries = {c.text.lower() for t in above for c in doc.children(t, "aux", "cop")}
    past = bool(auxiliaries & {"had", "was", "were"}) or any("Tense=Past" in t.feats for t in above)
    last = min(doc.sentence(predicate.trigger).last, predicate.trigger.i + FARTHEST)
    behind = doc.tokens[predicate.trigger.i + 1 : last + 1]
    return past and any(t.text == "but" and doc.tokens[t.head].pos in VERBAL for t in behind)


def _undone(found: list[Status]) -> list[Status]:
    """A plan that is negated is a plan called off: "will not travel", "will no longer travel"."""
    if Status.DENIED in found and Status.PLANNED in found:
        return [Status.CANCELLED]
    return found


def _lookup(kind: str, word: str) -> Iterator[Status]:
    for status, listed in status_words().items():
        if word in listed.get(kind, ()):
            yield Status(status.capitalize())


def _own_readings(doc: Document, token: Token) -> Iterator[Status]:
    """What a verb's auxiliaries, adverbs and conjunctions, or a noun's adjectives and determiners, say."""
    if _is_to_come(doc, token):
        yield Status.PLANNED
    for child in doc.children(token):
        word = child.text.lower()
        if child.relation == "aux":
            yield from _lookup("modals", word)
            if word in INVERTED and any(s.i > child.i for s in doc.children(token, "nsubj")):
                yield Status.POSSIBLE
        elif child.relation == "advmod":
            yield from _lookup("adverbs", word)
            if word == "longer" and any(c.text.lower() == "no" for c in doc.children(child)):
                yield Status.DENIED
        elif child.relation == "mark":
            yield from _lookup("adjectives", word)
            yield from _marked(doc, token, child)
        elif child.relation in {"nsubj", "obj"} and token.pos in VERBAL:
            yield from _lookup("pronouns", word)
            for determiner in doc.children(child, "det", "cc"):
                yield from _lookup("determiners", determiner.text.lower())
        elif child.relation == "acl" and _is_set_for(doc, token, child):
            yield Status.PLANNED
        elif child.relation == "amod":
            yield from _lookup("adjectives", child.lemma.lower())
            yield from _lookup("adjectives", word)
        elif child.relation in {"det", "case"} and token.pos not in VERBAL:
            yield from _lookup("determiners", word)


def _marked(doc: Document, verb: Token, mark: Token) -> Iterator[Status]:
    """What a conjunction says of its clause: "if they met", "was prevented | from meeting"."""
    yield from _lookup("marks", " ".join(t.text.lower() for t in (mark, *doc.children(mark, "fixed"))))
    head = doc.head(verb)
    if mark.text.lower() == "from" and head is not None:
        yield from (s for w in sorted(words_of(head)) for s in _lookup("kept_from", w))


def _is_set_for(doc: Document, noun: Token, participle: Token) -> bool:
    """ "a visit planned for June"; not "a visit expected to last a week"."""
    if noun.pos in VERBAL or "Tense=Past" not in participle.feats or doc.children(participle, "xcomp"):
        return False
    return Status.PLANNED in _lookup("verbs", participle.lemma.lower())


def _is_ahead_of_arrival(doc: Document, verb: Token) -> bool:
    """ "has arrived in Accra to meet the king": what somebody has only come for."""
    head = doc.head(verb)
    purpose = verb.relation in {"advcl", "xcomp"} and any(
        c.text.lower() == "to" for c in doc.children(verb, "mark")
    )
    return purpose and head is not None and head.lemma in words("arriving")


def _planned_before(doc: Document, verb: Token) -> Iterator[Status]:
    """ "told of his plan | to visit Samoa", where the tree hangs the infinitive on the verb."""
    if _is_ahead_of_arrival(doc, verb):
        yield Status.PLANNED
    for mark in doc.children(verb, "mark"):
        noun = doc.tokens[mark.i - 1] if mark.i else mark
        if mark.text.lower() == "to" and noun.text.lower() == "yet":
            yield Status.DENIED
        meant = subject_with_for(doc, verb)
        noun = doc.head(meant) or noun if meant is not None and meant.relation == "nmod" else noun
        if mark.text.lower() == "to" and noun.pos == "NOUN":
            yield from _lookup("nouns", noun.lemma.lower())
            yield from _called_off(doc, noun)


def _called_off(doc: Document, noun: Token) -> Iterator[Status]:
    """ "shelved a plan | to visit Samoa": what becomes of a plan becomes of what is planned."""
    head = doc.head(noun)
    if head is not None and noun.relation == "obj":
        yield from (s for s in _lexical(doc, head, noun) if s is Status.CANCELLED)


def _is_to_come(doc: Document, verb: Token) -> bool:
    """ "The leaders are to meet", "their aim is to meet"."""
    to = next((c for c in doc.children(verb, "mark") if c.text.lower() == "to"), None)
    return to is not None and any(c.lemma == "be" and c.i < to.i for c in doc.children(verb, "aux", "cop"))


def _governing_readings(doc: Document, predicate: Predicate) -> Iterator[Status]:
    """What the clauses and nouns above an event say of it, up to the root of the sentence."""
    current = predicate.trigger
    support = {t.i for t in predicate.slots.get("support", ())}
    for head in doc.ancestors(predicate.trigger):
        if current.relation not in DEPENDENT or _is_independent(doc, current):
            return
        if _is_setting(doc, current):
            return
        if current.pos not in VERBAL and head.i not in support:
            yield from _lookup("prepositions", preposition(doc, current))
            if is_ahead(doc, current) or _is_soon(doc, current):
                yield Status.PLANNED
        if current.relation == "conj":
            current = head if head.pos == current.pos else current
            if head.pos in VERBAL and current.pos in VERBAL:
                yield from _inherited_modals(doc, head, predicate.clause)
            current = head
            continue
        if head.i not in support and _bears_on(doc, current, head):
            yield from _lexical(doc, head, current)
        if head.i != predicate.clause.i and _shares_mood(current):
            readings = _own_readings(doc, head)
            yield from (s for s in readings if s is not Status.DENIED or not _is_set_beside(doc, current))
        current = head


def _is_soon(doc: Document, noun: Token) -> bool:
    """ "spoke hours before a meeting": what was that near when it was written has not been told of as held."""
    marks = [c for c in doc.children(noun, "case") if c.text.lower() == "before" and c.i > 0]
    return any(doc.tokens[c.i - 1].lemma.lower() in {"hour", "minute", "moment"} for c in marks)


def _is_set_beside(doc: Document, token: Token) -> bool:
    """Whether a "not" above says nothing of this clause: "if they meet", "after meeting them"; "to meet" shares it."""
    return token.relation == "advcl" and not any(c.text.lower() == "to" for c in doc.children(token, "mark"))


def _inherited_modals(doc: Document, head: Token, verb: Token) -> Iterator[Status]:
    """ "will travel to Cairo and meet": the auxiliary of the first verb holds for a bare second one."""
    if not doc.children(verb, "aux", "nsubj") and "Tense=Past" not in verb.feats:
        yield from _own_readings(doc, head)


def _is_independent(doc: Document, token: Token) -> bool:
    """A finite clause that stands for itself: a relative clause, "while …", "as …", a parenthesis."""
    if token.relation == "parataxis" or token.dep == "acl:relcl":
        return not _is_hearsay(doc, token)
    return (
        token.relation == "advcl" and "VerbForm=Fin" in _finite(doc, token) and not _conditional(doc, token)
    )


def _is_hearsay(doc: Document, token: Token) -> bool:
    """Whether a clause is what a rumour tells, which looks like a relative clause: "denied rumours that they had met"."""
    noun = doc.tokens[token.head]
    opening = [t.text.lower() for t in doc.tokens[noun.i + 1 : noun.i + 2]]
    return noun.lemma.lower() in words("hearsay") and opening == ["that"]


def _conditional(doc: Document, token: Token) -> bool:
    return any(c.text.lower() in {"if", "unless", "whether"} for c in doc.children(token, "mark"))


def _finite(doc: Document, token: Token) -> str:
    return " ".join([token.feats, *(c.feats for c in doc.children(token, "aux", "cop"))])


def _shares_mood(token: Token) -> bool:
    """Whether a dependent is as true as what it hangs on: infinitives, participles, nouns; not a "that" clause."""
    return token.relation not in {"ccomp", "parataxis"} and token.dep != "acl:relcl"


def _bears_on(doc: Document, current: Token, head: Token) -> bool:
    """Whether a governor speaks of the event itself, not beside it ("after talks he plans to rest")."""
    if current.relation == "advcl":
        return not _is_set_beside(doc, current) and "VerbForm=Inf" not in current.feats
    if current.relation in {"obl", "nmod"}:
        mark = preposition(doc, current)
        if head.pos not in VERBAL:
            return mark not in {"at", "during", "in"}
        return mark in {
            "",
            "for",
            "on",
            "to",
            "of",
            "about",
            "against",
            "from",
            "out",
            "out of",
        }
    if current.relation == "nsubj":
        return current.dep == "nsubj:pass" or head.pos in {"ADJ", "NOUN"}
    return True


def _lexical(doc: Document, head: Token, current: Token) -> Iterator[Status]:
    lemma = head.lemma.lower()
    if head.pos in VERBAL:
        if _reports_result(head, current) or _sets_a_thing(doc, head, current):
            return
        particle = next((c.text.lower() for c in doc.children(head, "compound:prt")), "")
        outward = "out" if preposition(doc, current) == "out of" else particle
        yield from _said_by(doc, head, outward)
        if current.relation == "xcomp":
            yield from _lookup("forms", head.text.lower())
        if current.relation in {"obj", "nsubj"} and current.pos not in VERBAL:
            yield from _lookup("announcing", lemma)
        for phrase in doc.children(head, "obl"):
            yield from _lookup("phrases", f"{lemma} {preposition(doc, phrase)} {phrase.lemma.lower()}")
        if not particle:
            return
        yield from _lookup("verbs", lemma)
    elif head.pos in {"NOUN", "PROPN"}:
        yield from _lookup("nouns", lemma)
    elif head.pos in {"ADJ", "ADV"}:
        yield from _lookup("adjectives", lemma)


def _sets_a_thing(doc: Document, head: Token, current: Token) -> bool:
    """ "set the tone by visiting Samoa" plans nothing; "was set to visit" does."""
    other = [c for c in doc.children(head, "obj") if c.i != current.i]
    return head.lemma.lower() == "set" and bool(other) and current.relation != "obj"


def _said_by(doc: Document, verb: Token, particle: str = "") -> Iterator[Status]:
    """What a verb says of what it governs, with its particle: "call off"."""
    own = next((c.text.lower() for c in doc.children(verb, "compound:prt", "case")), "")
    for word in sorted(words_of(verb)):
        yield from _lookup("verbs", f"{word} {particle or own}".strip())


def _reports_result(head: Token, current: Token) -> bool:
    """ "agreed that they had met" reports; "agreed to meet" plans."""
    return (
        current.relation == "ccomp"
        and head.lemma in {"agree", "believe", "promise", "appear", "seem"}
        and "Tense=Past" in current.feats
    )
