"""Titles set off before a name: across a comma, or through a copula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.titles import POSSESSIVE, Title, heads_office, in_noun_phrase, title_of_phrase, title_tokens
from kg.language.document import Document, Token
from kg.language.lexicon import Lexicon
from kg.model import EntityKind
from kg.world.offices import Level, office_level

RULING = frozenset({Level.LEADER, Level.MINISTER, Level.VICE_MINISTER})
"""Offices beside which, unlike a general's or a professor's, no other is set."""


def titles_across_comma(doc: Document, name: Token, lexicon: Lexicon) -> Iterator[Title]:
    """ "the president of Georgia, Mikheil Saakashvili", "North Korea's leader, Kim Jong Un"."""
    title = title_tokens(doc, name)
    if office_level(" ".join(t.text for t in title)) in RULING:
        return
    i = (title[0].i if title else name.i) - 1
    if i <= doc.sentence(name).first or doc.tokens[i].text != ",":
        return
    start = i
    while start > doc.sentence(name).first and i - start < 10 and in_noun_phrase(doc.tokens[start - 1]):
        start -= 1
    phrase = doc.tokens[start:i]
    heads = [k for k, t in enumerate(phrase) if heads_office(phrase, k, lexicon)]
    if not heads or not _is_one(doc, phrase, heads[0]) or lexicon.is_plural_office(phrase[heads[0]].text):
        return
    if any(t.names(EntityKind.PERSON) for t in phrase) or _acts_elsewhere(doc, name, phrase[heads[0]]):
        return
    yield title_of_phrase(phrase, heads[0])


def _acts_elsewhere(doc: Document, name: Token, office: Token) -> bool:
    """Whether a subject's office is somebody else's: "After talks with the envoy, | Mary Banda left"."""
    if name.relation != "nsubj":
        return False
    if office.relation in {"obj", "obl"}:
        return office.head != name.head
    set_before = (t for t in doc.ancestors(office) if t.relation == "obl" and t.head == name.head)
    return office.relation == "nmod" and any(set_before)


def _is_one(doc: Document, phrase: Sequence[Token], head: int) -> bool:
    """Whether a phrase can be one certain person: it is definite, or opens with an office of a state's own."""
    if _is_definite(phrase[:head]):
        return True
    office, before = phrase[head], doc.tokens[max(phrase[head].i - 2, 0) : phrase[head].i]
    opens = head == 0 or phrase[head - 1].pos == "ADP"
    states = any(t.names(EntityKind.COUNTRY) for t in phrase[-1:])
    of = any(t.text == "of" for t in phrase[head + 1 : head + 2])
    behind_name = any(t.names(EntityKind.PERSON) for t in before)
    return opens and office.text[:1].isupper() and of and states and not behind_name


def _is_definite(lead: Sequence[Token]) -> bool:
    """ "the …", "North Korea's …", "Russian …": a phrase that can be one certain person."""
    return any(
        t.text.lower() == "the"
        or t.text in POSSESSIVE
        or t.name is not None
        or t.text.lower() in {"its", "their", "his", "her"}
        for t in lead
    )


def titles_by_copula(doc: Document, name: Token, lexicon: Lexicon) -> Iterator[Title]:
    """ "The charity's chairman is Saif al-Islam", "Park Jin is the foreign minister of South Korea"."""
    head = doc.head(name)
    noun: Token | None = None
    if (
        name.relation == "nsubj"
        and head is not None
        and doc.children(head, "cop")
        and not doc.children(head, "advmod")
    ):
        noun = head
    elif doc.children(name, "cop"):
        noun = next(iter(doc.children(name, "nsubj")), None)
    if noun is None or not lexicon.is_office(noun.text) or lexicon.is_plural_office(noun.text):
        return
    if doc.children(noun, "acl"):
        return
    phrase = [
        t
        for t in doc.subtree(noun)
        if t.pos not in {"AUX", "VERB"} and t.i != name.i and not t.names(EntityKind.PERSON)
    ]
    phrase = _contiguous(phrase, noun)
    yield title_of_phrase(phrase, phrase.index(noun))


def _contiguous(tokens: Sequence[Token], around: Token) -> list[Token]:
    kept = [around]
    for t in reversed([t for t in tokens if t.i < around.i]):
        if t.i == kept[0].i - 1 and t.text != ",":
            kept.insert(0, t)
    for t in (t for t in tokens if t.i > around.i):
        if t.i == kept[-1].i + 1 and t.text != ",":
            kept.append(t)
    return kept
