"""Predicates and their arguments, read off the dependency tree.

A verb's or an event noun's arguments are put into slots named after grammar ("subject", "object", "with",
"between", "of", "possessor" …), however the clause turns them: passives, relative clauses, infinitives,
participles and shared subjects are undone here, once, so that the rules of the extractors stay plain.
The method is that of PredPatt (White et al. 2016), reduced to what events of diplomacy need.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import TITLE, Document, Token
from kg.model import EntityKind

Slots = Mapping[str, tuple[Token, ...]]

VERBAL = frozenset({"VERB", "AUX"})

BOUND_BY = {"for": "journeys", "from": "leaving", "out of": "leaving", "to": "consenting"}
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


def conjuncts(doc: Document, token: Token) -> tuple[Token, ...]:
    """A token and all that is coordinated with it; names set side by side count as coordinated."""
    found, queue = [token], [token]
    while queue:
        current = queue.pop()
        for child in doc.children(current, "conj", "appos", "flat"):
            joined = child.relation == "conj" and not _serves(doc, current, child)
            if joined or _names_two_persons(doc, current, child):
                found.append(child)
                queue.append(child)
            elif _is_person(child):
                queue.append(child)
    found += _listed_after(doc, found)
    return tuple(sorted({t.i: t for t in found}.values(), key=lambda t: t.i))


def befalling(doc: Document, noun: Token) -> tuple[Token, ...]:
    """The verbs that say in a relative clause whether and when an event takes place: "talks | which begin today"."""
    if noun.pos in VERBAL:
        return ()
    holders = (noun, *(c for c in doc.children(noun, "nmod") if c.name is not None))
    clauses = (c for holder in holders for c in doc.children(holder, "acl") if c.dep == "acl:relcl")
    return tuple(verb for verb in clauses if befalls(doc, verb) and _is_about_its_holder(doc, verb))


def _is_about_its_holder(doc: Document, verb: Token) -> bool:
    """Whether the relative pronoun is the subject; what befalls a trip is not said of the place it leads to."""
    return any("PronType=Rel" in c.feats or c.text.lower() == "which" for c in doc.children(verb, "nsubj"))


def befalls(doc: Document, verb: Token) -> bool:
    """Whether a verb says of its subject that it takes place, is to, or is called off: not "the talks hold promise"."""
    lemma = verb.lemma.lower()
    if lemma == "take":
        return any(c.lemma.lower() == "place" for c in doc.children(verb, "obj"))
    return lemma in words("occurring") or (lemma in words("befalling") and is_passive(doc, verb))


def _is_person(token: Token) -> bool:
    return token.name is not None and token.name.kind is EntityKind.PERSON


def _listed_after(doc: Document, found: Sequence[Token]) -> list[Token]:
    """The persons set in a row behind the last one: "A, B, as well as C", whatever the tree makes of a long list."""
    last = max((t for t in found if _is_person(t)), key=lambda t: t.i, default=None)
    listed: list[Token] = []
    if last is None:
        return listed
    comma = False
    for token in doc.tokens[last.i + 1 : doc.sentence(last).last + 1]:
        if _is_person(token):
            if not comma or token.relation == "nsubj" or _serves(doc, last, token):
                return listed
            listed.append(token)
            comma = False
        elif token.text in {",", "and", ";"} or token.text.lower() in {"as", "well", "including", "such"}:
            comma = True
        elif (
            token.dep != TITLE
            and not _is_home(doc, token)
            and not (comma and token.pos in {"ADJ", "NOUN", "DET", "PROPN"})
        ):
            return listed
    return listed


def _is_home(doc: Document, token: Token) -> bool:
    """The "of Estonia" behind a name in a list."""
    if token.text.lower() in {"of", "the"}:
        following = doc.tokens[token.i + 1 : token.i + 3]
        return any(t.name is not None and t.name.kind is EntityKind.COUNTRY for t in following)
    return (
        token.name is not None
        and token.name.kind is EntityKind.COUNTRY
        and doc.tokens[token.i - 1].text.lower() in {"of", "the"}
    )


def _names_two_persons(doc: Document, a: Token, b: Token) -> bool:
    both = a.name is not None and b.name is not None
    named = both and {a.name.kind, b.name.kind} == {EntityKind.PERSON} and a.text != b.text  # type: ignore[union-attr]
    return named and not _serves(doc, a, b)


def _serves(doc: Document, a: Token, b: Token) -> bool:
    """Whether a second person is only named in the office of the first: "A, adviser to President B"."""
    between = doc.tokens[a.i + 1 : b.i]
    to = next((t.i for t in reversed(between) if t.text.lower() in {"of", "to"}), None)
    title = [t for t in between if to is not None and t.i > to and t.name is None]
    ruling = {t.text.lower() for t in title} & words("ruling")
    return bool(ruling) and all(t.text not in {",", "and"} for t in title)


def preposition(doc: Document, token: Token) -> str:
    """The preposition that marks a dependent, in lower case, "" if none: "with", "ahead of"."""
    cases = [c for c in doc.children(token, "case") if c.pos != "PART" and c.i < token.i]
    if not cases:
        return ""
    words = [w.text.lower() for c in cases for w in (c, *doc.children(c, "fixed"))]
    return " ".join(words)


def is_ahead(doc: Document, noun: Token) -> bool:
    """Whether a noun stands behind "ahead of", wherever the tree hangs the two words."""
    marks = [c for c in doc.children(noun, "case") if c.text.lower() == "of" and 0 < c.i < noun.i]
    return any(doc.tokens[c.i - 1].text.lower() == "ahead" for c in marks)


def expand(doc: Document, tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The tokens with their conjuncts; relative pronouns replaced by what they stand for."""
    found: dict[int, Token] = {}
    for token in tokens:
        for t in conjuncts(doc, antecedent(doc, token)):
            found[t.i] = t
    return tuple(found[i] for i in sorted(found))


def antecedent(doc: Document, token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if "PronType=Rel" not in token.feats and not (
        token.pos == "PRON" and token.text.lower() in {"who", "which", "whom"}
    ):
        return token
    for verb in doc.ancestors(token):
        if verb.dep == "acl:relcl":
            return doc.tokens[verb.head]
    return token


def is_passive(doc: Document, verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    if any(c.dep in {"nsubj:pass", "aux:pass", "csubj:pass"} for c in doc.children(verb)):
        return True
    head = doc.head(verb)
    if verb.relation == "conj" and head is not None and doc.children(verb, "obl:agent"):
        return is_passive(doc, head)
    return verb.dep == "acl" and "VerbForm=Part" in verb.feats and "Tense=Past" in verb.feats


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


def _own_subjects(doc: Document, verb: Token) -> tuple[Token, ...]:
    """The subjects that hang on a verb, else a name set off before it: "Banda, meanwhile, left"."""
    aside = (c for c in doc.children(verb, "parataxis") if c.name is not None and c.i < verb.i)
    return doc.children(verb, "nsubj") or tuple(c for c in aside if not doc.children(c, "cop", "case"))


def _agents(doc: Document, verb: Token) -> list[Token]:
    """Who does what a passive says: its "by"-phrase, else one that the tree hangs on its last phrase."""
    beside = doc.children(verb, "obl")
    own = [c for c in beside if c.dep == "obl:agent" or preposition(doc, c) == "by"]
    return own or [c for o in beside for c in doc.children(o, "nmod") if preposition(doc, c) == "by"]


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
    if verb.relation in {"xcomp", "advcl", "parataxis"} and not _has_own_subject(doc, verb):
        controlled = head.lemma in words("object_control") and verb.relation == "xcomp"
        objects_ = expand(doc, doc.children(head, "obj", "iobj")) if controlled else ()
        return objects_ or _surface_subjects(doc, head, depth)
    if verb.dep == "acl:relcl":
        return ()
    if verb.relation == "acl":
        return _noun_controlled(doc, verb, head, depth)
    return ()


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
    if "VerbForm=Part" in verb.feats or "VerbForm=Ger" in verb.feats or noun.name is not None:
        return conjuncts(doc, noun)
    owners = expand(doc, doc.children(noun, "nmod:poss"))
    if owners:
        return owners
    head = doc.head(noun)
    return subjects(doc, head, depth + 1) if head is not None and head.pos in VERBAL else ()


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


def verb_predicate(doc: Document, verb: Token) -> Predicate:
    """A verb with its arguments by slot."""
    slots: dict[str, list[Token]] = defaultdict(list)
    slots["subject"].extend(subjects(doc, verb))
    slots["object"].extend(objects(doc, verb))
    given = doc.children(verb, "obj")
    slots["to"].extend(expand(doc, (*doc.children(verb, "iobj"), *given[: len(given) > 1])))
    _fill_obliques(doc, verb, slots)
    head = doc.head(verb)
    if verb.relation == "conj" and head is not None and head.pos in VERBAL:
        _inherit_obliques(doc, verb, head, slots)
    return Predicate(verb, verb, _frozen(slots))


def _fill_obliques(doc: Document, head: Token, slots: dict[str, list[Token]]) -> None:
    for child in doc.children(head, "obl", "nmod", "advcl"):
        mark = preposition(doc, child)
        if child.relation == "advcl" and (mark == "" or child.pos in VERBAL):
            continue
        if child.dep in {"nmod:poss", "obl:agent"}:
            continue
        slots[mark].extend(expand(doc, [antecedent(doc, child)]))
        if child.lemma.lower() in words("means"):
            _fill_obliques(doc, child, slots)


def _inherit_obliques(doc: Document, verb: Token, head: Token, slots: dict[str, list[Token]]) -> None:
    """A place or topic said once for two verbs ("visited and held talks in Pyongyang") serves both."""
    own: dict[str, list[Token]] = defaultdict(list)
    _fill_obliques(doc, head, own)
    for mark in ("in", "at"):
        if not slots.get(mark):
            slots[mark].extend(t for t in own.get(mark, ()) if t.i < verb.i)


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
        if words_of(clause) & words("hosting"):
            slots["guests"].extend(slots.get("for", ()))
    elif clause is not None and head.relation == "obj" and words_of(clause) & words("intending"):
        slots["subject"].extend(() if slots.get("between") else subjects(doc, clause))
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


def _fill_from_occasion(doc: Document, noun: Token, clause: Token, slots: dict[str, list[Token]]) -> None:
    """What a clause says of an event that it does not itself tell: who acts on its occasion, who is there for it."""
    mark = preposition(doc, noun)
    bound = mark in BOUND_BY and clause.lemma in words(BOUND_BY[mark])
    ahead = is_ahead(doc, noun)
    occasion = bound or ahead or mark in words("occasions")
    if noun.relation == "obl" and (noun.head == clause.i or ahead) and occasion:
        present = subjects(doc, clause) or _passive_subjects(doc, clause)
        slots["outer"].extend(present)
        slots["subject"].extend(present if slots.get("with") and not slots.get("between") else ())
        slots["to"].extend(_addressees(doc, noun, clause))
    elif mark in {"for", "on"} and noun.head == clause.i and _is_stay(doc, clause):
        slots["subject"].extend(() if slots.get("between") else subjects(doc, clause))
        slots["in"].append(clause)
    if noun in doc.children(clause, "nsubj") and not words_of(clause) & words("mentioning"):
        _fill_obliques(doc, clause, slots)


def _is_stay(doc: Document, clause: Token) -> bool:
    """Whether a clause says where somebody is: "She is in Peru"."""
    return bool(doc.children(clause, "cop")) and clause.name is not None and preposition(doc, clause) == "in"


def _addressees(doc: Document, noun: Token, clause: Token) -> Iterator[Token]:
    """To whom a letter is, where the tree hangs it on the verb: "said in his letter | to the king"."""
    for child in doc.children(clause, "obl"):
        if preposition(doc, child) == "to" and doc.subtree(child)[0].i == noun.i + 1:
            yield from expand(doc, [child])


def _passive_subjects(doc: Document, verb: Token) -> tuple[Token, ...]:
    return expand(doc, doc.children(verb, "nsubj:pass"))


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
    """ "take part in talks", "participate in a meeting", "sit down for talks"."""
    return noun.relation == "obl" and preposition(doc, noun) in {"in", "for"}


def _frozen(slots: Mapping[str, list[Token]]) -> Slots:
    return {name: tuple({t.i: t for t in tokens}.values()) for name, tokens in slots.items() if tokens}
