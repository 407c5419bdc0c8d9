"""Titles before a name, read leftwards, word by word, to the state they belong to, another person, or where none goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.titles import Title, owned, split_titles, title_tokens
from kg.extract.wording import words
from kg.language.document import TITLE, Document, Token
from kg.language.lexicon import Lexicon
from kg.language.titles import STYLES
from kg.model import EntityKind

OWNERS = frozenset({EntityKind.COUNTRY, EntityKind.ORGANIZATION})


def titles_before(doc: Document, name: Token, lexicon: Lexicon) -> Iterator[Title]:
    """ "Chinese Vice-Foreign Minister Sun Weidong": one title, or several joined by "and" or set in a row."""
    tokens, owner = owned(title_tokens(doc, name))
    behind = country_behind(doc, name)
    if behind is not None and (
        owner is None or owner.name is None or owner.name.kind is not EntityKind.COUNTRY
    ):
        owner = behind
    texts = [t.text for t in tokens]
    address = {
        t.i for k, t in enumerate(tokens) if lexicon.is_address_at(texts, k) or t.text.lower() in STYLES
    }
    plain = [t for t in _without_brackets(tokens) if t.i not in address]
    while plain and plain[0].text.lower() in {"his", "her", "their", "the"}:
        plain.pop(0)
    for part in split_titles(plain, lexicon):
        yield Title(part, owner)


def _without_brackets(tokens: Sequence[Token]) -> Iterator[Token]:
    """A title's words without what is set in brackets: "Secretary General of … (OAS)"."""
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if depth <= 0:
            yield token
        depth -= token.text == ")"


def country_behind(doc: Document, name: Token) -> Token | None:
    """ "President Kais Saied of Tunisia"."""
    following = doc.tokens[name.i + 1 : name.i + 4]
    near = [t for t in following if t.text.lower() != "the"]
    if len(near) > 1 and near[0].text == "of" and near[1].name is not None and near[1].name.kind in OWNERS:
        return near[1] if near[1].name.form not in {"demonym", "people"} else None
    return _country_behind_next(doc, name) if near and near[0].text == "and" else None


def _country_behind_next(doc: Document, name: Token) -> Token | None:
    """ "President Parmelin and Foreign Minister Cassis | of Switzerland": two offices of one state, if they are two.

    Two heads may well be of two states: "Prime Minister A and President B of Chile".
    """
    behind = doc.tokens[name.i + 2 : doc.sentence(name).last + 1]
    other = next((t for t in behind if t.dep != TITLE), None)
    if other is None or other.name is None or other.name.kind is not EntityKind.PERSON:
        return None
    own, others = title_tokens(doc, name), title_tokens(doc, other)
    if (
        not own
        or not others
        or any(t.names(EntityKind.COUNTRY) for t in others)
        or own[-1].text == others[-1].text
        or all({t.lemma.lower() for t in title} & words("ruling") for title in (own, others))
    ):
        return None
    return country_behind(doc, other)
