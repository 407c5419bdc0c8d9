"""Sources without a name of their own: "an Omani official", "Kenya's central bank", "state television".

People are a group under the words that the text calls them by; a body that somebody owns is an organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.claim_words import source_nouns
from kg.extract.context import Context
from kg.extract.prepositions import preposition
from kg.identifiers import slug
from kg.language.document import Document, Token
from kg.model import EntityKind, Referent, Span
from kg.world.organizations import find_organization, organizations
from kg.world.surfaces import APOSTROPHES, fold

OUTER = frozenset({"det", "nummod", "punct", "case", "fixed", "advmod", "cc"})
"""What stands before a noun without belonging to what it is called."""
INTRODUCING = frozenset({"a", "an", "another", "one"})
OWNING = frozenset({"'s", "’s", "'", "’"})
PART_OF_NAME = frozenset({"for", "of", "from", "at"})
LONGEST_PHRASE = 6
"""Words behind a noun that can still belong to what it is called: "a spokesman FOR THE TURKISH PRESIDENT"."""
LOOK_BACK = 3
"""Sentences before its own in which "the news" or "the official" may have been named."""


@dataclass(frozen=True, slots=True)
class Source:
    """A claimant: its key, and what the text says of it."""

    key: str
    referent: Referent


def people(context: Context, noun: Token) -> Source | None:
    """Unnamed people: "the official" is the one spoken of before, and nobody where none was."""
    if _points_back(context.doc, noun):
        return introduced(context, noun)
    return called(context, noun, EntityKind.GROUP)


def introduced(context: Context, noun: Token) -> Source | None:
    """Who was "an official" shortly before "the official"."""
    if not _points_back(context.doc, noun):
        return None
    earlier = (t for t in words_before(context.doc, noun) if _introduces(context.doc, t, noun))
    return next((people(context, t) for t in earlier), None)


def _points_back(doc: Document, noun: Token) -> bool:
    return is_definite(doc, noun) and not modifiers(doc, noun) and "Number=Plur" not in noun.feats


def _introduces(doc: Document, earlier: Token, noun: Token) -> bool:
    """ "A Saudi official" before "the official"."""
    articles = {c.text.lower() for c in doc.children(earlier, "det", "nummod")}
    return earlier.name is None and earlier.lemma == noun.lemma and bool(articles & INTRODUCING)


def institution(context: Context, noun: Token, whole: Token | None = None) -> Source | None:
    """A body known by what it is and whose; one of nobody in particular is a group.

    `whole` is the noun that the body only modifies: "the finance ministry website".
    """
    words = modifiers(context.doc, whole or noun)
    if not words and is_definite(context.doc, noun):
        return _institution_before(context, noun)
    owned = any(t.name is not None for t in words)
    return called(context, noun, EntityKind.ORGANIZATION if owned else EntityKind.GROUP, whole)


def _institution_before(context: Context, noun: Token) -> Source | None:
    """ "The ministry", "the agency": the one body of that sort spoken of shortly before."""
    found: dict[str, Source] = {}
    for earlier in words_before(context.doc, noun):
        if earlier.name is None and earlier.lemma == noun.lemma and modifiers(context.doc, earlier):
            return institution(context, earlier)
        if _is_such_a_body(earlier, noun):
            found |= {
                key: Source(key, context.referents.things[key]) for key in context.referents.of(earlier)
            }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_such_a_body(token: Token, noun: Token) -> bool:
    if token.name is None or token.name.kind is not EntityKind.ORGANIZATION:
        return False
    word = noun.lemma.lower()
    return word in token.text.lower().split() or (
        word in source_nouns("press") and token.name.key in press_keys()
    )


@cache
def press_keys() -> frozenset[str]:
    """The news agencies, papers and broadcasters that the gazetteers know."""
    return frozenset(f"organization/{slug(body.name)}" for body in organizations() if body.is_media)


def called(context: Context, noun: Token, kind: EntityKind, whole: Token | None = None) -> Source:
    """The referent of an unnamed source, under the words that the text calls it by."""
    words = [t for t in modifiers(context.doc, whole or noun) if t.i < noun.i]
    last = noun if kind is EntityKind.ORGANIZATION else _phrase_end(context.doc, noun)
    text = _in_running_text(context.doc, words[0] if words else noun, last)
    known = find_organization(text) or find_organization(
        " ".join(w[:1].upper() + w[1:] for w in text.split())
    )
    sentence = context.doc.sentence(noun).span
    if known is not None and kind is EntityKind.ORGANIZATION:
        return body_called(context, known.name, sentence)
    key = f"{kind.lower()}:{fold(text)}"
    found = context.referents.things.get(key)
    return Source(
        key,
        found or Referent(key, kind, (text,), country=_country(context, noun, last), sentences=(sentence,)),
    )


def _phrase_end(doc: Document, noun: Token) -> Token:
    """Where "a spokesman for the president" ends: a short phrase behind it is part of the name."""
    behind = [c for c in doc.children(noun, "nmod") if c.i > noun.i and preposition(doc, c) in PART_OF_NAME]
    inside = [t.i for c in behind[:1] for t in doc.subtree(c)]
    short = inside and max(inside) - noun.i == len(inside) <= LONGEST_PHRASE
    return doc.tokens[max(inside)] if short else noun


def _country(context: Context, noun: Token, last: Token) -> str | None:
    """The one country that the words of an unnamed source name."""
    words = [*modifiers(context.doc, noun), *context.doc.tokens[noun.i : last.i + 1]]
    named = {t.name.key for t in words if t.name is not None and t.name.kind is EntityKind.COUNTRY}
    return named.pop() if len(named) == 1 else None


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
    """The words set before a noun that belong to what it is called: no article, no number, no rest of "11-point"."""
    run: list[Token] = []
    inside = {t.i for t in doc.subtree(noun)}
    for i in range(noun.i - 1, doc.sentence(noun).first - 1, -1):
        token = doc.tokens[i]
        if i not in inside or (token.relation in OUTER and not _belongs(token, noun)):
            break
        run.insert(0, token)
    torn = bool(run) and run[0].pos == "PUNCT"
    return run[2:] if torn else run


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
