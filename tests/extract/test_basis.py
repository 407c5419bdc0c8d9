"""On whose word a statement stands."""

import pytest

from kg.extract.basis import basis_of, basis_words, is_sought, is_undone
from kg.language.document import Document, Token
from kg.language.pipeline import read_document


def verb(text: str, word: str) -> tuple[Document, Token]:
    doc = read_document(text)
    return doc, next(t for t in doc.tokens if t.text == word)


BASES = [
    # the voice of the text
    ("Norway depends on Peru.", "depends", "asserted"),
    # verbs of saying, before and behind what is said
    ("The minister said Norway depends on Peru.", "depends", "reported"),
    ("Norway depends on Peru, the minister said.", "depends", "reported"),
    # a source beside the clause, an adverb in it
    ("According to the minister, Norway depends on Peru.", "depends", "reported"),
    ("Norway reportedly depends on Peru.", "depends", "reported"),
    # accusations
    ("Norway was accused of arming Peru.", "arming", "alleged"),
    ("Norway allegedly armed Peru.", "armed", "alleged"),
    # an accusation that a source reports is an accusation still
    ("The minister said Norway allegedly armed Peru.", "armed", "alleged"),
]


@pytest.mark.parametrize(("text", "word", "basis"), BASES)
def test_basis(text, word, basis):
    assert basis_of(*verb(text, word)) == basis


AIMS = [
    ("Norway seeks to deepen its ties with Peru.", "deepen", True),
    ("Norway is making efforts to deepen its ties with Peru.", "deepen", True),
    ("Norway sent an envoy to deepen its ties with Peru.", "deepen", True),
    ("Norway has deepened its ties with Peru.", "deepened", False),
    # what goes on is done
    ("Norway continues to deepen its ties with Peru.", "deepen", False),
    # an aim in another clause aims at something else
    ("Norway, which has deepened its ties with Peru, seeks peace.", "deepened", False),
]


@pytest.mark.parametrize(("text", "word", "sought"), AIMS)
def test_aims(text, word, sought):
    assert is_sought(*verb(text, word)) is sought


UNDONE = [
    ("Norway voted to deepen its ties with Peru.", "deepen", True),
    # what goes on is done
    ("Norway continues to deepen its ties with Peru.", "deepen", False),
    # what is said to have been done is told as done
    ("Norway is said to have deepened its ties with Peru.", "deepened", False),
]


@pytest.mark.parametrize(("text", "word", "undone"), UNDONE)
def test_what_was_only_to_be_done(text, word, undone):
    assert is_undone(*verb(text, word)) is undone


def test_words_are_lower_case_lemmas():
    for kinds in basis_words().values():
        for words in kinds.values():
            assert all(word == word.lower().strip() for word in words)
