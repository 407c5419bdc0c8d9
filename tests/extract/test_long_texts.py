"""Long texts: extraction takes hardly more than ten times the steps for ten times the text, whatever stands in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from steps import steps

from kg.extract import read_statements
from kg.language.document import Document
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import Article, Span

LENGTH, TIMES = 2_000, 10

UNITS = [
    # one sentence without end
    "A met B and ",
    # full names and times
    "President Ali Hassan met Minister Paul Biya on Monday and ",
    # names alone
    "Ali Hassan, ",
    # new names
    "President Mary Banda of Zambia, ",
    # pronouns over many sentences
    "President Ali Hassan left. He said he met both ministers. ",
    # one body, named once and spoken of ever after
    "It said that trade grew. ",
    # pairs of states, and what points back at them
    "Kenya met Peru. They left the same day. ",
    # phrases inside phrases
    "the city of ",
    # nouns
    "talks between France and Germany, ",
    # plans
    "Kenya was set to meet Peru but ",
    # quotations
    "“We met France,” he said. ",
    # quotations that never end
    "“He said “",
    # brackets that never close
    "Kenya (Peru (",
]


@pytest.mark.parametrize("unit", UNITS)
def test_steps_grow_with_the_text(unit: str) -> None:
    short = read_document(unit * (LENGTH // len(unit)))
    long = repeated(short, TIMES)
    extraction(short)  # what is loaded once is loaded
    assert extraction(long) < 1.2 * TIMES * extraction(short)


def repeated(doc: Document, times: int) -> Document:
    """A document several times over, one after the other."""
    tokens, sentences = [], []
    for k in range(times):
        at, first, number = k * len(doc.text), k * len(doc.tokens), k * len(doc.sentences)
        tokens += [
            replace(
                t,
                i=t.i + first,
                span=moved(t.span, at),
                head=t.head + first,
                sentence=t.sentence + number,
                name=t.name and replace(t.name, span=moved(t.name.span, at)),
            )
            for t in doc.tokens
        ]
        sentences += [
            replace(s, i=s.i + number, span=moved(s.span, at), first=s.first + first, last=s.last + first)
            for s in doc.sentences
        ]
    return Document(doc.text * times, tuple(tokens), tuple(sentences))


def moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def extraction(doc: Document) -> int:
    """How many functions extraction calls; parsing is done."""
    return steps(
        read_statements, Article("example", doc.text, published=date(2022, 6, 15)), doc, load_lexicon()
    )
