"""Sources without a name of their own: "an Omani official", "Kenya's central bank", "state television".

People are a group under the words that the text calls them by; a body that somebody owns is an organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.persons import fold
from kg.extract.predicates import preposition
from kg.language.document import Document, Token
from kg.model import EntityKind, Referent, Span
from kg.world.organizations import find_organization
from kg.world.surfaces import APOSTROPHES

OUTER = frozenset({"det", "nummod", "punct", "case", "fixed", "advmod", "cc"})
"""What stands before a noun without belonging to what it is called."""
OWNING = frozenset({"'s", "’s", "'", "’"})
LOOK_BACK = 3
"""Sentences before its own in which "the news" or "the official" may have been named."""


@dataclass(frozen=True, slots=True)
class Source:
    """A claimant: its key, and what the text says of it."""

    key: str
    referent: Referent


def people(context: Context, noun: Token) -> Source:
    """Unnamed people: "the official" is the one spoken of before."""
    if is_definite(context.doc, noun) and not modifiers(context.doc, noun):
        earlier = next(
            (t for t in words_before(context.doc, noun) if _introduces(context.doc, t, noun)), None
        )
        return people(context, earlier) if earlier is not None else called(context, noun, EntityKind.GROUP)
    return called(context, noun, EntityKind.GROUP)


def _introduces(doc: Document, earlier: Token, noun: Token) -> bool:
    return earlier.name is None and earlier.lemma == noun.lemma and not is_definite(doc, earlier)


def institution(context: Context, noun: Token, whole: Token | None = None) -> Source | None:
    """A body known by what it is and whose; one of nobody in particular is a group.

    `whole` is the noun that the body only modifies: "the finance ministry website".
    """
    words = modifiers(context.doc, whole or noun)
    if not words and is_definite(context.doc, noun):
        earlier = next((t for t in words_before(context.doc, noun) if _is_fuller(context.doc, t, noun)), None)
        return institution(context, earlier) if earlier is not None else None
    owned = any(t.name is not None for t in words)
    return called(context, noun, EntityKind.ORGANIZATION if owned else EntityKind.GROUP, whole)


def _is_fuller(doc: Document, token: Token, noun: Token) -> bool:
    return token.lemma == noun.lemma and bool(modifiers(doc, token))


def called(context: Context, noun: Token, kind: EntityKind, whole: Token | None = None) -> Source:
    """The referent of an unnamed source, under the words that the text calls it by."""
    words = [t for t in modifiers(context.doc, whole or noun) if t.i < noun.i]
    text = _in_running_text(context.doc, words[0] if words else noun, noun)
    known = find_organization(text) or find_organization(
        " ".join(w[:1].upper() + w[1:] for w in text.split())
    )
    sentence = context.doc.sentence(noun).span
    if known is not None and kind is EntityKind.ORGANIZATION:
        return body_called(context, known.name, sentence)
    country = next((t.name.key for t in words if t.name and t.name.kind is EntityKind.COUNTRY), None)
    key = f"{kind.lower()}:{fold(text)}"
    found = context.referents.things.get(key)
    return Source(key, found or Referent(key, kind, (text,), country=country, sentences=(sentence,)))


def _in_running_text(doc: Document, first: Token, last: Token) -> str:
    """The words from one token to another, without the capital that only opens the sentence."""
    text = " ".join(doc.text[first.span.start : last.span.end].split())
    opens = first.i == doc.sentence(first).first and first.name is None and first.text[1:].islower()
    return text[:1].lower() + text[1:] if opens else text


def body_called(context: Context, name: str, sentence: Span) -> Source:
    """The organisation of a name that stands where only a source can stand."""
    plain = " ".join(name.split()).translate(APOSTROPHES)
    forms = (plain, plain.removeprefix("The "))
    key = (
        next(filter(None, (_known_body(context, form) for form in forms)), None)
        or f"organization:{fold(forms[1])}"
    )
    found = context.referents.things.get(key)
    return Source(key, found or Referent(key, EntityKind.ORGANIZATION, (plain,), sentences=(sentence,)))


def _known_body(context: Context, name: str) -> str | None:
    entries = (e for end, e in context.lexicon.entries_at(name, 0) if end == len(name))
    return next((e.key for e in entries if e.kind is EntityKind.ORGANIZATION), None)


# ---------------------------------------------------------------- the words around a noun


def modifiers(doc: Document, noun: Token) -> list[Token]:
    """The words set before a noun that belong to what it is called: no article, no number."""
    run: list[Token] = []
    inside = {t.i for t in doc.subtree(noun)}
    for i in range(noun.i - 1, doc.sentence(noun).first - 1, -1):
        token = doc.tokens[i]
        if i not in inside or (token.relation in OUTER and not _belongs(token, noun)):
            break
        run.insert(0, token)
    return run


def _belongs(token: Token, noun: Token) -> bool:
    """The apostrophe of an owner, the hyphen of a compound."""
    return token.text in OWNING or (token.text in {"-", "–"} and token.head != noun.i)


def words_before(doc: Document, token: Token) -> Iterator[Token]:
    """The words before a token, in its own sentence and the few before it, the nearest first."""
    for i in range(token.i - 1, -1, -1):
        if doc.tokens[i].sentence < token.sentence - LOOK_BACK:
            return
        yield doc.tokens[i]


def is_definite(doc: Document, noun: Token) -> bool:
    """Whether a noun points back: "the news", "this report", with nothing that says whose or which."""
    phrases: Sequence[Token] = [c for c in doc.children(noun, "nmod") if preposition(doc, c)]
    if phrases or doc.children(noun, "nmod:poss", "acl"):
        return False
    return any(c.text.lower() in {"the", "this"} for c in doc.children(noun, "det"))
