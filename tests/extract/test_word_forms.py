"""Dictionary words of forms, by regular endings."""

from dataclasses import replace

import pytest

from kg.extract.word_forms import words_of
from kg.language.document import Token
from kg.model import Span

TOKEN = Token(0, Span(0, 1), "", "", "VERB", "", "root", 0, 0)

ROWS = [
    ("intervened", "intervene"),
    ("provoking", "provoke"),
    ("denied", "deny"),
    ("denies", "deny"),
    ("shipped", "ship"),
    ("shelling", "shell"),
    ("clashes", "clash"),
    ("feuds", "feud"),
    ("Clashed", "clash"),
]


@pytest.mark.parametrize(("form", "base"), ROWS)
def test_bases(form, base):
    assert base in words_of(replace(TOKEN, text=form, lemma=form))


def test_adverbs_have_no_endings():
    assert words_of(replace(TOKEN, text="Perhaps", lemma="perhaps", pos="ADV")) == {"perhaps"}
