"""Whom "it" and "its" mean: one candidate or none."""

import pytest

from kg.extract.binding import bound
from kg.extract.context import build_context
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import Article

ROWS = [
    # the subject of the clause before
    ("Norway praised the plan, and it has sent aid to Kenya.", "it", ("country/NOR",)),
    # the subject of the sentence before
    ("Norway praised the plan. It has sent aid to Kenya.", "It", ("country/NOR",)),
    # a possessor inside the clause
    ("Norway has deepened its ties with Kenya.", "its", ("country/NOR",)),
    # the nearest clause decides
    ("NATO said Norway has deepened its ties with Kenya.", "its", ("country/NOR",)),
    # who is praised is not the one who praises
    ("NATO said that Norway had praised it.", "it", ("organization/nato",)),
    # company is kept with whoever is named last
    ("NATO praised Norway, along with its ally Peru.", "its", ("country/NOR",)),
    # two may be meant
    ("Norway and Kenya praised the plan, and it was signed.", "it", ()),
    ("Kenya was praised by Norway for its plan.", "its", ()),
    # none may
    ("It rained.", "It", ()),
]


@pytest.mark.parametrize(("text", "word", "expected"), ROWS)
def test_bound(text, word, expected):
    doc = read_document(text)
    context = build_context(Article("a", text), doc, load_lexicon())
    pronoun = next(t for t in doc.tokens if t.text == word)
    assert bound(context, pronoun) == expected
