"""Verbs: whether they are passive, who acts and who is acted on, however the clause turns them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.extract.coordination import conjuncts, expand
from kg.extract.prepositions import preposition
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import EntityKind

VERBAL = frozenset({"VERB", "AUX"})


def is_passive(doc: Document, verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    if any(c.dep in {"nsubj:pass", "aux:pass", "csubj:pass"} for c in doc.children(verb)):
        return True
    head = doc.head(verb)
    if verb.relation == "conj" and head is not None and doc.children(verb, "obl:agent"):
        return is_passive(doc, head)
    return verb.dep == "acl" and "VerbForm=Part" in verb.feats and "Tense=Past" in verb.feats


def is_past(doc: Document, clause: Token) -> bool:
    """Whether a clause is told in the past: "met", "was met", "has met", "was there"."""
    helped = doc.children(clause, "aux", "cop")
    finite = any("VerbForm=Fin" in t.feats and "Tense=Past" in t.feats for t in (clause, *helped))
    return finite or any(c.lemma == "have" and "VerbForm=Fin" in c.feats for c in helped)


def is_finite_present(verb: Token) -> bool:
    """Whether a verb itself stands in the present tense: "meets", not "meeting", "has met"."""
    return "Tense=Pres" in verb.feats and "VerbForm=Fin" in verb.feats


def subjects(doc: Document, verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The logical subjects of a verb, found through control, coordination, participles and relative clauses."""
    if is_passive(doc, verb):
        return expand(doc, _agents(doc, verb))
    own = _own_subjects(doc, verb)
    if own:
        return expand(doc, own)
    if meant := subject_with_for(doc, verb):
        return expand(doc, [meant])
    return _shared_subjects(doc, verb, depth) if depth < 6 else ()


def _agents(doc: Document, verb: Token) -> list[Token]:
    """Who does what a passive says: its "by"-phrase, else one that the tree hangs on its last phrase."""
    beside = doc.children(verb, "obl")
    own = [c for c in beside if c.dep == "obl:agent" or preposition(doc, c) == "by"]
    return own or [c for o in beside for c in _nominal_chain(doc, o) if preposition(doc, c) == "by"]


def _nominal_chain(doc: Document, phrase: Token) -> Iterator[Token]:
    """What hangs on a phrase through nouns alone: "at the door of his office | by the king"."""
    for child in doc.children(phrase, "nmod"):
        yield child
        yield from _nominal_chain(doc, child)


def _own_subjects(doc: Document, verb: Token) -> tuple[Token, ...]:
    """The subjects that hang on a verb or its auxiliary, else a name set off before it: "Banda, meanwhile, left"."""
    aside = (c for c in doc.children(verb, "parataxis") if c.name is not None and c.i < verb.i)
    helped = (s for c in doc.children(verb, "aux") for s in doc.children(c, "nsubj"))
    return (
        doc.children(verb, "nsubj")
        or tuple(helped)
        or tuple(c for c in aside if not doc.children(c, "cop", "case"))
    )


def subject_with_for(doc: Document, verb: Token) -> Token | None:
    """Who is to do what an infinitive says: "withdrew an invitation | for Chad to visit Peru"."""
    to = next((c for c in doc.children(verb, "mark") if c.text.lower() == "to"), None)
    if to is None or to.i == 0:
        return None
    last = doc.tokens[to.i - 1]
    phrase = takewhile(lambda t: t.i < to.i and t.pos not in VERBAL, (last, *doc.ancestors(last)))
    return next((t for t in phrase if preposition(doc, t) == "for"), None)


def _shared_subjects(doc: Document, verb: Token, depth: int) -> tuple[Token, ...]:
    head = doc.head(verb)
    if head is None:
        return ()
    if verb.relation == "conj":
        return _surface_subjects(doc, head, depth)
    if _is_reason(doc, verb, head) and (given := doc.children(head, "obj")):
        return expand(doc, given)
    if verb.relation == "csubj" and "NumType=Ord" in head.feats:  # "was the first | to meet"
        return expand(doc, doc.children(head, "nsubj"))
    if verb.relation in {"xcomp", "advcl", "parataxis"} and not _has_own_subject(doc, verb):
        controlled = verb.relation == "xcomp" and head.lemma in words("object_control")
        controlled = controlled or is_demanded(doc, verb)
        objects_ = expand(doc, doc.children(head, "obj", "iobj")) if controlled else ()
        return objects_ or _surface_subjects(doc, head, depth)
    if verb.dep == "acl:relcl":
        return ()
    if verb.relation == "acl":
        return _noun_controlled(doc, verb, head, depth)
    return ()


def is_demanded(doc: Document, verb: Token) -> bool:
    """Whether an infinitive is what one wants an object to do, where the tree makes it an aim: "pushed Peru | to go"."""
    head = doc.head(verb)
    if head is None or verb.relation != "advcl" or "VerbForm=Inf" not in verb.feats:
        return False
    given = [t for c in doc.children(head, "obj") for t in doc.subtree(c) if head.i < c.i < verb.i]
    opening = doc.subtree(verb)[0].i
    return head.lemma in words("object_control") and any(t.i == opening - 1 for t in given)


def _is_reason(doc: Document, verb: Token, head: Token) -> bool:
    """Whether a verb says for what somebody is thanked or blamed, which he did himself: "thanked her for visiting"."""
    marks = {c.text.lower() for c in doc.children(verb, "mark", "case")}
    return bool(marks & {"for", "of"}) and bool(words_of(head) & words("judging"))


def _has_own_subject(doc: Document, verb: Token) -> bool:
    return bool(doc.children(verb, "nsubj", "csubj"))


def _surface_subjects(doc: Document, verb: Token, depth: int) -> tuple[Token, ...]:
    """The subjects as they stand, passive ones too ("was expected to visit")."""
    own = expand(doc, _own_subjects(doc, verb))
    if own:
        return own
    if verb.pos in VERBAL or doc.children(verb, "cop"):
        return _shared_subjects(doc, verb, depth + 1)
    return ()


def _noun_controlled(doc: Document, verb: Token, noun: Token, depth: int) -> tuple[Token, ...]:
    """The subject of "officials visiting Seoul", "his plan to visit", "made a decision to visit"."""
    if (above := above_place(doc, verb)) is not None:
        return _surface_subjects(doc, above, depth)
    if "VerbForm=Part" in verb.feats or "VerbForm=Ger" in verb.feats or noun.name is not None:
        return conjuncts(doc, noun)
    owners = expand(doc, doc.children(noun, "nmod:poss"))
    if owners:
        return owners
    head = doc.head(noun)
    return subjects(doc, head, depth + 1) if head is not None and head.pos in VERBAL else ()


def above_place(doc: Document, verb: Token) -> Token | None:
    """What an infinitive is the purpose of, where the tree hangs it on a place: "is in | Oslo to meet"."""
    place = doc.head(verb)
    if place is None or place.name is None or verb.relation != "acl" or "VerbForm=Inf" not in verb.feats:
        return None
    if not preposition(doc, place) or place.name.kind not in {EntityKind.COUNTRY, EntityKind.PLACE}:
        return None
    return place if doc.children(place, "cop") else doc.head(place)


def objects(doc: Document, verb: Token) -> tuple[Token, ...]:
    """The logical objects of a verb: direct objects, passive subjects, the noun of a passive participle."""
    found = list(doc.children(verb, "obj"))
    if is_passive(doc, verb):
        passive = list(doc.children(verb, "nsubj:pass"))
        head = doc.head(verb)
        if not passive and verb.relation == "acl" and head is not None:
            passive = [head]
        if not passive and verb.relation == "conj" and head is not None:
            passive = list(doc.children(head, "nsubj:pass"))
        found += passive
    return expand(doc, found)
