"""Who a phrase gives as a source: whom it names, or who gave out the words it speaks of.

"A statement from the ministry" stands for the ministry; "an Omani official" is a group of its own, so that a
state is never made to say what one of its people says without a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.claim_words import names_source, speaks
from kg.extract.context import Context
from kg.extract.coordination import expand
from kg.extract.prepositions import preposition
from kg.extract.said import last_word
from kg.extract.unnamed import (
    OWNING,
    Source,
    called,
    institution,
    introduced,
    is_definite,
    modifiers,
    people,
    words_before,
)
from kg.extract.verbs import VERBAL, subjects
from kg.language.document import TITLE, Document, Token
from kg.model import EntityKind

SPEAKERS = frozenset({EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION, EntityKind.GROUP})
PRONOUNS = frozenset({"he", "she", "they", "it"})
BODIES = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION})
AUTHORED_BY = frozenset({"by", "from", "of", "in", "on"})
LONGEST_CHAIN = 20
"""So many sentences may open with "It", one behind the other, until nobody knows any more what it is."""


def find_sources(context: Context, token: Token) -> tuple[Source, ...]:
    """The sources that a phrase gives, coordinated ones too; none where it speaks of nobody who can speak."""
    found: dict[str, Source] = {}
    for head in expand(context.doc, [token]):
        if head.i > last_word(context.doc, context.doc.sentence(head)) or _opens_title(context.doc, head):
            continue
        for source in _sources_of(context, head):
            found.setdefault(source.key, source)
    return tuple(found.values())


def _opens_title(doc: Document, noun: Token) -> bool:
    """Whether an unnamed noun only opens the title of the person named behind it: "rebel | leader Omar Said"."""
    return (
        noun.name is None
        and noun.pos == "NOUN"
        and any(t.dep == TITLE for t in doc.tokens[noun.i + 1 : noun.i + 2])
    )


def _sources_of(context: Context, token: Token) -> Sequence[Source]:
    if token.pos == "PRON" or token.name is not None:
        return _unnamed_speaker(context, token) or _named(context, token)
    beside = _named_beside(context, token)
    if beside:
        return beside
    if names_source(token, "words"):
        return authors(context, token) or _foreign_press(context, token) or _rumour(context, token)
    if names_source(token, "institutions"):
        return tuple(filter(None, [institution(context, token)]))
    if names_source(token, "people") or context.lexicon.is_office(token.text):
        return tuple(filter(None, [people(context, token)]))
    return _named(context, token)


def _named(context: Context, token: Token) -> Sequence[Source]:
    things = context.referents.things
    return [Source(k, things[k]) for k in context.referents.of(token) if things[k].kind in SPEAKERS]


def _unnamed_speaker(context: Context, pronoun: Token) -> Sequence[Source]:
    """Who "he", "she" or "they" is where somebody without a name just spoke, and what body "it" is."""
    word = pronoun.text.lower()
    if pronoun.name is not None or word not in PRONOUNS:
        return ()
    if word == "it":
        return _body_before(context, pronoun)
    for earlier in words_before(context.doc, pronoun):
        if earlier.sentence < pronoun.sentence - 1 or _kind(earlier) is EntityKind.PERSON:
            return ()
        plural = "Number=Plur" in earlier.feats
        if names_source(earlier, "people") and plural == (word == "they") and speaks(context.doc, earlier):
            return _sources_of(context, earlier)
    return ()


def _body_before(context: Context, pronoun: Token) -> Sequence[Source]:
    """The one body that acts or speaks in this sentence or the one before; "it" there is what it was before that."""
    for _ in range(LONGEST_CHAIN):
        found, opening = _bodies_before(context, pronoun)
        if opening is None:
            return tuple(found.values()) if len(found) == 1 else ()
        pronoun = opening
    return ()


def _bodies_before(context: Context, pronoun: Token) -> tuple[Mapping[str, Source], Token | None]:
    """The bodies that act or speak in this sentence or the one before, or the "It" that this one is about."""
    found: dict[str, Source] = {}
    for earlier in words_before(context.doc, pronoun):
        if earlier.sentence < pronoun.sentence - 1:
            break
        if earlier.sentence < pronoun.sentence and earlier.text == "It" and _is_root(context.doc, earlier):
            return {}, None if found else earlier
        body = _kind(earlier) in BODIES or names_source(earlier, "institutions", "states")
        if (
            body
            and earlier.relation == "nsubj"
            and (_is_root(context.doc, earlier) or speaks(context.doc, earlier))
        ):
            found |= {source.key: source for source in _sources_of(context, earlier)}
    return found, None


def _is_root(doc: Document, subject: Token) -> bool:
    """Whether a subject is that of its sentence's main clause."""
    head = doc.head(subject)
    return head is not None and doc.head(head) is None


def _named_beside(context: Context, noun: Token) -> Sequence[Source]:
    """The name in "KCNA news agency", "the BBC Arabic service", "an official, Amina Mohamed"."""
    doc, referents = context.doc, context.referents
    behind = [t for t in doc.subtree(noun) if t.i > noun.i and _kind(t) is EntityKind.PERSON]
    persons = [t for t in behind if _is_beside(t, noun) or _is_set_off(doc, t)]
    if persons:
        return _named(context, persons[0])
    bodies = [
        t
        for t in (*modifiers(doc, noun), *doc.children(noun, "appos", "flat", "conj"))
        if _is_its_name(doc, t)
    ]
    if bodies and names_source(noun, "institutions"):
        return _named(context, bodies[-1])
    earlier = introduced(context, noun)
    if earlier is not None:
        return (earlier,)
    return (
        _named(context, noun)
        if {referents.kind(k) for k in referents.of(noun)} == {EntityKind.PERSON}
        else ()
    )


def _is_beside(token: Token, noun: Token) -> bool:
    return token.head == noun.i and token.relation in {"appos", "flat"}


def _is_set_off(doc: Document, token: Token) -> bool:
    """Whether a name stands between commas: "an aide to the king, Omar Said, …"."""
    around = [doc.tokens[i].text for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc.tokens)]
    return around == [",", ","]


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
    before = (c for c in doc.children(noun, "compound", "amod") if c.name is not None)
    yield from (c for c in before if not (_is_demonym(c) and names_source(noun, "printed")))
    head = doc.head(noun)
    beside = preposition(doc, noun) == "according to"
    if head is not None and head.pos in VERBAL and noun.relation in {"obj", "obl"} and not beside:
        yield from subjects(doc, head)


def _behind_carrier(context: Context, token: Token) -> tuple[Source, ...]:
    """Whose website, page or account it is."""
    if not names_source(token, "carriers"):
        return ()
    for child in sorted(context.doc.children(token, "compound", "nmod"), key=lambda c: c.name is not None):
        body = institution(context, child, token) if names_source(child, "institutions") else None
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


def _is_demonym(token: Token) -> bool:
    return token.names(EntityKind.COUNTRY) and token.name is not None and token.name.form == "demonym"


def _foreign_press(context: Context, noun: Token) -> Sequence[Source]:
    """ "a Japanese report": some medium of a country, which is not the country's own voice."""
    told = any(_is_demonym(c) for c in context.doc.children(noun, "amod", "compound"))
    return (called(context, noun, EntityKind.GROUP),) if told and names_source(noun, "printed") else ()


def _rumour(context: Context, noun: Token) -> Sequence[Source]:
    """ "Reports suggest", with nobody behind them."""
    if not names_source(noun, "rumours") or "Number=Plur" not in noun.feats:
        return ()
    return (
        () if context.doc.children(noun, "det", "nmod:poss") else (called(context, noun, EntityKind.GROUP),)
    )
