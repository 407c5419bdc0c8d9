"""Who a phrase gives as a source: whom it names, or who gave out the words it speaks of.

"A statement from the ministry" stands for the ministry; "an Omani official" is a group of its own, so that a
state is never made to say what one of its people says without a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.claim_words import find_table, phrasal, source_nouns
from kg.extract.context import Context
from kg.extract.predicates import VERBAL, expand, preposition, subjects
from kg.extract.said import last_word
from kg.extract.unnamed import (
    OWNING,
    Source,
    called,
    institution,
    is_definite,
    modifiers,
    people,
    words_before,
)
from kg.language.document import Document, Token
from kg.model import EntityKind

SPEAKERS = frozenset({EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION, EntityKind.GROUP})
PRONOUNS = {
    "he": ("people", "singular"),
    "she": ("people", "singular"),
    "they": ("people", "plural"),
    "it": ("institutions", "singular"),
}
"""What sort of source without a name a pronoun can mean."""
BODIES = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION})
AUTHORED_BY = frozenset({"by", "from", "of", "in", "on"})


def find_sources(context: Context, token: Token) -> tuple[Source, ...]:
    """The sources that a phrase gives, coordinated ones too; none where it speaks of nobody who can speak."""
    found: dict[str, Source] = {}
    for head in expand(context.doc, [token]):
        if head.i > last_word(context.doc, context.doc.sentence(head)):
            continue
        for source in _sources_of(context, head):
            found.setdefault(source.key, source)
    return tuple(found.values())


def _sources_of(context: Context, token: Token) -> Sequence[Source]:
    noun = token.lemma.lower()
    if token.pos == "PRON" or token.name is not None:
        return _unnamed_speaker(context, token) or _named(context, token)
    beside = _named_beside(context, token)
    if beside:
        return beside
    if noun in source_nouns("words"):
        return authors(context, token) or _rumour(context, token)
    if noun in source_nouns("institutions"):
        return tuple(filter(None, [institution(context, token)]))
    if noun in source_nouns("people") or context.lexicon.is_office(noun):
        return tuple(filter(None, [people(context, token)]))
    return _named(context, token)


def _named(context: Context, token: Token) -> Sequence[Source]:
    things = context.referents.things
    return [Source(k, things[k]) for k in context.referents.of(token) if things[k].kind in SPEAKERS]


def _unnamed_speaker(context: Context, pronoun: Token) -> Sequence[Source]:
    """Who "he", "it" or "they" is where a body or somebody unnamed just spoke; a person between is nearer."""
    if pronoun.name is not None or pronoun.text.lower() not in PRONOUNS:
        return ()
    sort, number = PRONOUNS[pronoun.text.lower()]
    for earlier in words_before(context.doc, pronoun):
        if earlier.sentence < pronoun.sentence - 1 or _kind(earlier) is EntityKind.PERSON:
            return ()
        body = sort == "institutions" and _kind(earlier) in BODIES
        if (body or earlier.lemma.lower() in source_nouns(sort)) and _has_spoken(
            context.doc, earlier, number
        ):
            return _sources_of(context, earlier)
    return ()


def _has_spoken(doc: Document, noun: Token, number: str) -> bool:
    """Whether a noun is the subject of a verb of saying (or stands behind it as its speaker)."""
    head = doc.head(noun)
    spoke = (
        head is not None
        and noun.relation in {"nsubj", "obj"}
        and find_table("clause", phrasal(doc, head)) is not None
    )
    return spoke and ("Number=Plur" in noun.feats) == (number == "plural")


def _named_beside(context: Context, noun: Token) -> Sequence[Source]:
    """The name in "KCNA news agency", "the BBC Arabic service", "an official, Amina Mohamed"."""
    doc, referents = context.doc, context.referents
    persons = [
        c for c in doc.children(noun, "appos", "flat") if c.i > noun.i and _kind(c) is EntityKind.PERSON
    ]
    if persons:
        return _named(context, persons[0])
    bodies = [
        t
        for t in (*modifiers(doc, noun), *doc.children(noun, "appos", "flat", "conj"))
        if _is_its_name(doc, t)
    ]
    if bodies and noun.lemma.lower() in source_nouns("institutions"):
        return _named(context, bodies[-1])
    return (
        _named(context, noun)
        if {referents.kind(k) for k in referents.of(noun)} == {EntityKind.PERSON}
        else ()
    )


def _is_set_off(doc: Document, token: Token) -> bool:
    """Whether a person's name stands between commas: "an aide to the king, Omar Said, …"."""
    around = [doc.tokens[i].text for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc.tokens)]
    return _kind(token) is EntityKind.PERSON and around == [",", ","]


def _kind(token: Token) -> EntityKind | None:
    return token.name.kind if token.name is not None else None


def _is_its_name(doc: Document, token: Token) -> bool:
    """Whether an organisation's name beside a noun is its own, not its owner's ("KCNA's office")."""
    return _kind(token) is EntityKind.ORGANIZATION and not any(
        c.text in OWNING for c in doc.children(token, "case")
    )


# ---------------------------------------------------------------- words and who gave them out


def authors(context: Context, noun: Token) -> Sequence[Source]:
    """Who gave out a statement, a report, the news."""
    for token in _authoring_phrases(context.doc, noun):
        found = () if token.i == noun.i else find_sources(context, token) or _behind_carrier(context, token)
        if found:
            return found
    return _authors_before(context, noun)


def _authoring_phrases(doc: Document, noun: Token) -> Iterator[Token]:
    """The phrases that may name an author: "released by X", "X's …", "… from X", "X issued …"."""
    for verb in doc.children(noun, "acl"):
        yield from (c for c in doc.children(verb, "obl") if preposition(doc, c) in {"by", "on"})
    yield from doc.children(noun, "nmod:poss")
    yield from (c for c in doc.children(noun, "nmod", "obl") if preposition(doc, c) in AUTHORED_BY)
    yield from (c for c in doc.children(noun, "compound", "amod") if c.name is not None)
    head = doc.head(noun)
    if head is not None and head.pos in VERBAL and noun.relation in {"obj", "obl"}:
        yield from subjects(doc, head)


def _behind_carrier(context: Context, token: Token) -> tuple[Source, ...]:
    """Whose website, page or account it is."""
    if token.lemma.lower() not in source_nouns("carriers"):
        return ()
    for child in sorted(context.doc.children(token, "compound", "nmod"), key=lambda c: c.name is not None):
        body = (
            institution(context, child, token)
            if child.lemma.lower() in source_nouns("institutions")
            else None
        )
        found = (body,) if body is not None else find_sources(context, child)
        if found:
            return found
    return ()


def _authors_before(context: Context, noun: Token) -> Sequence[Source]:
    """Who gave out "the news" that an earlier sentence spoke of."""
    if not is_definite(context.doc, noun):
        return ()
    for earlier in words_before(context.doc, noun):
        if earlier.lemma == noun.lemma and not is_definite(context.doc, earlier):
            return authors(context, earlier)
    return ()


def _rumour(context: Context, noun: Token) -> Sequence[Source]:
    """ "Reports suggest", with nobody behind them."""
    if noun.lemma.lower() not in source_nouns("rumours") or "Number=Plur" not in noun.feats:
        return ()
    return (
        () if context.doc.children(noun, "det", "nmod:poss") else (called(context, noun, EntityKind.GROUP),)
    )
