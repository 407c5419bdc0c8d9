"""Whose official a person is, by those who are named beside: a list's owner, a country right beside, the company kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.coreference import Referents
from kg.extract.prepositions import preposition
from kg.extract.scenes import is_subject
from kg.extract.titles import POSSESSIVE, title_tokens
from kg.extract.titles_before import country_behind
from kg.extract.verbs import VERBAL
from kg.language.document import Document, Token
from kg.model import EntityKind, Referent


def of_list(referents: Referents, mentions: Sequence[Token]) -> str | None:
    """ "ROK leaders, including Foreign Minister Park Jin"."""
    doc = referents.doc
    for token in mentions:
        for head in _list_heads(doc, token):
            countries = {
                k
                for c in doc.children(head, "amod", "compound", "nmod")
                if c.i < head.i
                for k in referents.of(c)
                if referents.kind(k) is EntityKind.COUNTRY
            }
            if len(countries) == 1:
                return countries.pop()
    return None


def _list_heads(doc: Document, token: Token) -> Iterator[Token]:
    current = token
    for head in doc.ancestors(token):
        if head.pos in VERBAL:
            return
        if head.name is None and preposition(doc, current) in {"including", "such as"}:
            yield head
        current = head


def of_beside(referents: Referents, mentions: Sequence[Token]) -> str | None:
    """ "Mary Banda of Zambia", "Zambia's Mary Banda", "ministers Mary Banda in Lusaka and Elias Haddad in Beirut"."""
    doc = referents.doc
    for token in mentions:
        behind = country_behind(doc, token)
        if behind is not None and behind.name is not None and behind.name.kind is EntityKind.COUNTRY:
            return behind.name.key
        if (owner := _owner_before(doc, token)) is not None:
            return owner
        if _place_behind(doc, token) is not None and _is_one_of_several_placed(doc, token):
            return _place_behind(doc, token)
    return None


def _owner_before(doc: Document, token: Token) -> str | None:
    """The country whose possessive stands right before a name: "Zambia's | Mary Banda"."""
    owner = doc.tokens[token.i - 2] if token.i - 1 > doc.sentence(token).first else None
    if owner is None or doc.tokens[token.i - 1].text not in POSSESSIVE or owner.name is None:
        return None
    return owner.name.key if owner.name.kind is EntityKind.COUNTRY else None


def _place_behind(doc: Document, token: Token) -> str | None:
    """The country that "in" leads to right behind a name."""
    behind = [t for t in doc.tokens[token.i + 1 : token.i + 4] if t.text != "the"]
    if len(behind) < 2 or behind[0].text != "in" or behind[1].name is None:
        return None
    return behind[1].name.key if behind[1].name.kind is EntityKind.COUNTRY else None


def _is_one_of_several_placed(doc: Document, token: Token) -> bool:
    persons = [t for t in doc.words(doc.sentence(token)) if t.names(EntityKind.PERSON)]
    return sum(_place_behind(doc, t) is not None for t in persons) > 1


def of_company_behind(referents: Referents, mentions: Sequence[Token]) -> str | None:
    """The state of whoever is "his foreign minister": "President Banda and his Zambian foreign minister X"."""
    doc = referents.doc
    for token in mentions:
        for child in doc.children(token, "conj"):
            keys = referents.of(child) if child.name is not None else ()
            title = title_tokens(doc, child)
            lead = doc.tokens[(title[0].i if title else child.i) - 1].text.lower()
            other = referents.things[keys[0]] if keys else None
            if other is not None and other.kind is EntityKind.PERSON and lead in {"his", "her"}:
                counterpart = any("counterpart" in t.text.lower() for t in title)
                return None if counterpart else other.country
    return None


def of_company(referents: Referents, mentions: Sequence[Token], thing: Referent) -> str | None:
    """The state of the official named just before in one list, where the two hold different offices.

    "met Norwegian Prime Minister A and Foreign Minister B": two prime ministers would be of two states.
    """
    own = {office.label for office in thing.offices}
    for token in mentions:
        first = referents.doc.tokens[token.head]
        keys = referents.of(first) if token.relation == "conj" and first.i < token.i else ()
        other = referents.things[keys[0]] if keys else None
        if (
            other is not None
            and _place_behind(referents.doc, token) in {None, other.country}
            and other.kind is EntityKind.PERSON
            and other.country
            and not is_subject(referents.doc, token)
        ):
            theirs = {office.label for office in other.offices}
            return other.country if theirs and not own & theirs else None
    return None
