"""Pronouns: whom "he", "she" and "they" mean."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.claim_words import find_table, phrasal, speaks
from kg.extract.coordination import conjuncts
from kg.extract.discourse import LOOK_BACK, Discourse
from kg.extract.prepositions import preposition
from kg.extract.verbs import VERBAL
from kg.extract.word_forms import words_of
from kg.extract.wording import words
from kg.language.document import Document, Token
from kg.model import EntityKind

SINGULAR = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
REFLEXIVE = frozenset({"himself", "herself"})
OBJECTS = frozenset({"iobj", "obj", "obl"})
PLURAL = frozenset({"they", "them", "their", "theirs", "both", "themselves"})


def resolve_pronoun(discourse: Discourse, token: Token) -> None:
    """What a pronoun means, where it can mean but one thing."""
    word = token.text.lower()
    if word in SINGULAR:
        key = _last_person(discourse, token, SINGULAR[word])
        if key is not None:
            discourse.by_token[token.i] = (key,)
    elif word in PLURAL:
        keys = _last_group(discourse, token)
        if keys:
            discourse.by_token[token.i] = keys


def _last_person(discourse: Discourse, token: Token, gender: str) -> str | None:
    """The person a singular pronoun means: the subject of its own or the sentence before, else the only one."""
    if (judged := _judged(discourse, token, gender)) is not None:
        return judged
    if (officer := _officer_above(discourse, token)) is not None:
        keys = discourse.by_token.get(officer.i, ())
        return keys[0] if len(keys) == 1 and discourse.is_person(keys[0]) else None
    if (ahead := _named_ahead(discourse, token)) is not None and _fits(discourse, ahead, gender):
        return ahead
    apart = _set_apart(discourse, token)
    for back in range(LOOK_BACK + 1):
        candidates = [
            (t, k)
            for t, k in discourse.spoken_before(token, back)
            if discourse.is_person(k) and k not in apart and _fits(discourse, k, gender)
        ]
        if candidates:
            return _governing(discourse.doc, token, candidates) or _preferred(
                discourse.doc, token, candidates
            )
    return None


def _judged(discourse: Discourse, pronoun: Token, gender: str) -> str | None:
    """Whose deed it is for which somebody is thanked or blamed: "thanked Mary Banda for | her visit"."""
    doc, noun = discourse.doc, discourse.doc.head(pronoun)
    verb = doc.head(noun) if noun is not None and pronoun.dep == "nmod:poss" else None
    if noun is None or verb is None or preposition(doc, noun) not in {"for", "on"}:
        return None
    if verb.pos != "VERB" or not words_of(verb) & words("judging"):
        return None
    keys = {k for t in doc.children(verb, "obj") for k in discourse.by_token.get(t.i, ())}
    fitting = [k for k in keys if discourse.is_person(k) and _fits(discourse, k, gender)]
    return fitting[0] if len(keys) == len(fitting) == 1 else None


def _officer_above(discourse: Discourse, pronoun: Token) -> Token | None:
    """An officer without a name who acts in the clause above a pronoun: "the envoy led a team that | he chose"."""
    doc = discourse.doc
    for verb in doc.ancestors(pronoun):
        acting = [s for s in doc.children(verb, "nsubj") if s.i < pronoun.i]
        if acting and verb.pos in VERBAL:
            told = find_table("clause", phrasal(doc, verb)) is not None
            plain = (
                acting[0].name is None and acting[0].pos == "NOUN" and "Number=Plur" not in acting[0].feats
            )
            return acting[0] if plain and not told and discourse.lexicon.is_office(acting[0].text) else None
    return None


def _set_apart(discourse: Discourse, pronoun: Token) -> frozenset[str]:
    """The persons whom a pronoun cannot mean: those whom its own verb, or a phrase beside it, sets over against it."""
    doc, verb = discourse.doc, discourse.doc.head(pronoun)
    if verb is None or pronoun.text.lower() in REFLEXIVE or verb.pos not in VERBAL:
        return frozenset()
    if pronoun.relation != "nsubj":
        others = doc.children(verb, "nsubj") if pronoun.relation in OBJECTS else ()
    else:
        phrases = [c for c in doc.children(verb, "obl", "advcl") if c.i < pronoun.i]
        others = tuple(t for c in phrases if not doc.children(c, "nsubj") for t in doc.subtree(c))
    before = {k for t in others if t.dep != "nmod:poss" and t.name for k in discourse.by_token.get(t.i, ())}
    return frozenset(before | _named_below(discourse, pronoun, verb))


def _named_below(discourse: Discourse, subject: Token, verb: Token) -> set[str]:
    """Whom the clause of a subject names behind it, which is nobody whom "he" stands for: "He saw Mr Vega"."""
    if subject.relation != "nsubj":
        return set()
    below = (t for t in discourse.doc.subtree(verb) if t.i > subject.i)
    return {discourse.named[t.i] for t in below if t.i in discourse.named}


def _named_ahead(discourse: Discourse, pronoun: Token) -> str | None:
    """Who is named behind a phrase that the sentence opens with, and acts: "On his last day, Elias Haddad rested"."""
    doc, noun = discourse.doc, discourse.doc.head(pronoun)
    verb = doc.head(noun) if noun is not None and pronoun.dep == "nmod:poss" else None
    while verb is not None and verb.pos == "NOUN" and verb.i < pronoun.i:
        noun, verb = verb, doc.head(verb)
    if noun is None or verb is None or noun.relation != "obl" or verb.pos not in VERBAL:
        return None
    acting = doc.children(verb, "nsubj")
    opens = all(t.pos in {"CCONJ", "PUNCT", "ADV"} for t in _words_before(doc, noun))
    receives = words_of(verb) & words("receiving")
    return (
        discourse.named.get(acting[0].i)
        if acting and acting[0].i > noun.i and opens and not receives
        else None
    )


def _words_before(doc: Document, noun: Token) -> Sequence[Token]:
    """What a sentence holds before a phrase."""
    return doc.tokens[doc.sentence(noun).first : doc.subtree(noun)[0].i]


def _fits(discourse: Discourse, key: str, gender: str) -> bool:
    known = {discourse.lexicon.gender(name) for name in discourse.things[key].names} - {None}
    titled = {g for t in discourse.things[key].titled if (g := discourse.lexicon.title_gender(t))}
    return not (known | titled) or gender in (titled or known)


def _governing(doc: Document, pronoun: Token, candidates: Sequence[tuple[Token, str]]) -> str | None:
    """Who acts alone in the nearest clause that the pronoun stands in: "A said B would see his father"."""
    own = [(t, k) for t, k in candidates if t.relation == "nsubj" and t.sentence == pronoun.sentence]
    acting = {t.head: k for t, k in own if len(_joined(doc, t)) == 1}
    return next((acting[t.i] for t in doc.ancestors(pronoun) if t.i in acting), None)


def _preferred(doc: Document, pronoun: Token, candidates: Sequence[tuple[Token, str]]) -> str | None:
    """The only one, else who acts alone; of two who act, whoever speaks goes on speaking."""
    keys = list(dict.fromkeys(k for _, k in candidates))
    if len(keys) == 1:
        return keys[0]
    several = {t.i for t, _ in candidates if len(_joined(doc, t)) > 1}
    alone = [(t, k) for t, k in candidates if t.i not in several]
    if several and len({k for _, k in alone}) == 1:
        return alone[0][1]
    if pronoun.relation in OBJECTS:
        return None
    subjects = list(dict.fromkeys(k for t, k in candidates if _is_subject(doc, t)))
    if len(subjects) > 1 and not speaks(doc, pronoun):
        acting = [k for t, k in candidates if t.relation == "nsubj" and not _is_subordinate(doc, t)]
        subjects = list(dict.fromkeys(acting))
    return subjects[0] if subjects and (len(subjects) == 1 or speaks(doc, pronoun)) else None


def _is_subordinate(doc: Document, subject: Token) -> bool:
    """Whether a subject is only that of a clause told by the way: "who met Mary Banda", "while Mary Banda waited"."""
    verb = doc.head(subject)
    return verb is not None and verb.relation in {"acl", "advcl"}


def _joined(doc: Document, token: Token) -> tuple[Token, ...]:
    """The names that a subject joins by "and", of which "he" means neither; a name alone is itself."""
    head = doc.head(token)
    first = head if token.relation == "conj" and head is not None else token
    return conjuncts(doc, first) if _is_subject(doc, first) else (token,)


def _is_subject(doc: Document, token: Token) -> bool:
    head = doc.head(token)
    if token.relation == "nsubj":
        return True
    return head is not None and head.relation == "nsubj" and token.relation in {"flat", "appos"}


def _last_group(discourse: Discourse, token: Token) -> tuple[str, ...]:
    """What "they" means: the several subjects of the sentence before (or of this one), else all its persons."""
    for back in range(LOOK_BACK):
        group = _subject_group(discourse, token, back)
        if group or _is_of_a_state(discourse, token):
            return group
        spoken = discourse.spoken_before(token, back)
        persons = tuple(dict.fromkeys(k for _, k in spoken if discourse.is_person(k)))
        if persons:
            return persons if len(persons) > 1 else ()
    return ()


def _is_of_a_state(discourse: Discourse, token: Token) -> bool:
    """Whether a clause says why or when a state does what it does, and may call it "they": "Peru waits because they …"."""
    doc, verb = discourse.doc, discourse.doc.head(token)
    if verb is None or verb.relation != "advcl" or not doc.children(verb, "mark"):
        return False
    acting = (t for t in doc.words(doc.sentence(token)) if t.i < token.i and t.relation == "nsubj")
    keys = [discourse.by_token[t.i] for t in acting if t.i in discourse.by_token]
    return bool(keys) and all(discourse.things[k].kind is EntityKind.COUNTRY for k in keys[-1])


def _subject_group(discourse: Discourse, token: Token, back: int) -> tuple[str, ...]:
    """The last subject before a token, in its sentence or one before, that names two or more."""
    if token.sentence - back < 0:
        return ()
    words = discourse.doc.words(discourse.doc.sentences[token.sentence - back])
    for subject in reversed([t for t in words if t.i < token.i and t.relation == "nsubj"]):
        acting = _acting(discourse, subject, token)
        if len(acting) > 1:
            return acting
    return ()


def _acting(discourse: Discourse, subject: Token, before: Token) -> tuple[str, ...]:
    """The persons or states of a subject, with the persons whom its verb sets over against it."""
    others = [
        c for c in discourse.doc.children(discourse.doc.tokens[subject.head], "obj", "obl") if c.i < before.i
    ]
    keys = [k for t in conjuncts(discourse.doc, subject) for k in discourse.by_token.get(t.i, ())]
    if keys and all(discourse.is_person(k) for k in keys):
        beside = [c for c in others if c.relation == "obj" or preposition(discourse.doc, c) == "with"]
        keys += [
            k
            for c in beside
            for t in conjuncts(discourse.doc, c)
            for k in discourse.by_token.get(t.i, ())
            if discourse.is_person(k)
        ]
    return tuple(
        dict.fromkeys(k for k in keys if discourse.things[k].kind in {EntityKind.PERSON, EntityKind.COUNTRY})
    )
