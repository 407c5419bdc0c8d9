"""A document: dependents, governors, subtrees and quotes of a tree made by hand."""

from __future__ import annotations

import pytest

from kg.language.document import Document, Sentence, Token
from kg.model import Span

TEXT = "Oman's envoy flew home. Nobody spoke."

# text, part of speech, relation, head
TREE = (
    ("Oman", "PROPN", "nmod:poss", 2),
    ("'s", "PART", "case", 0),
    ("envoy", "NOUN", "nsubj", 3),
    ("flew", "VERB", "root", 3),
    ("home", "ADV", "advmod", 3),
    (".", "PUNCT", "punct", 3),
    ("Nobody", "PRON", "nsubj", 7),
    ("spoke", "VERB", "root", 7),
    (".", "PUNCT", "punct", 7),
)


def make_document() -> Document:
    tokens, at = [], 0
    for i, (text, pos, dep, head) in enumerate(TREE):
        start = TEXT.index(text, at)
        at = start + len(text)
        tokens.append(Token(i, Span(start, at), text, text.lower(), pos, "", dep, head, int(i > 5)))
    sentences = (Sentence(0, Span(0, 23), 0, 5), Sentence(1, Span(24, len(TEXT)), 6, 8))
    return Document(TEXT, tuple(tokens), sentences)


DOC = make_document()
OMAN, CASE, ENVOY, FLEW = DOC.tokens[:4]


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [t.text for t in tokens]


@pytest.mark.parametrize(
    ("token", "relations", "expected"),
    [
        # all, in text order
        (FLEW, (), ["envoy", "home", "."]),
        # of one relation
        (FLEW, ("nsubj",), ["envoy"]),
        # of several
        (FLEW, ("punct", "advmod"), ["home", "."]),
        # a relation names its subtypes too
        (ENVOY, ("nmod",), ["Oman"]),
        # a subtype names itself alone
        (ENVOY, ("nmod:desc",), []),
        # a leaf has none
        (CASE, (), []),
    ],
)
def test_children(token: Token, relations: tuple[str, ...], expected: list[str]) -> None:
    assert texts(DOC.children(token, *relations)) == expected


def test_head() -> None:
    assert DOC.head(ENVOY) == FLEW


def test_a_root_has_no_head() -> None:
    assert DOC.head(FLEW) is None


def test_ancestors_come_nearest_first() -> None:
    assert texts(tuple(DOC.ancestors(CASE))) == ["Oman", "envoy", "flew"]


def test_subtree_is_in_text_order() -> None:
    assert texts(DOC.subtree(ENVOY)) == ["Oman", "'s", "envoy"]
    assert texts(DOC.subtree(FLEW)) == ["Oman", "'s", "envoy", "flew", "home", "."]


def test_a_relation_is_told_without_its_subtype() -> None:
    assert (OMAN.dep, OMAN.relation) == ("nmod:poss", "nmod")


def test_sentences() -> None:
    spoke = DOC.tokens[7]
    assert DOC.sentence(spoke).i == 1
    assert texts(DOC.words(DOC.sentence(spoke))) == ["Nobody", "spoke", "."]
    assert DOC.quote(DOC.sentence(FLEW)) == "Oman's envoy flew home."
