"""Long texts: extraction takes no more than twice the time for twice the text, whatever stands in it."""

from __future__ import annotations

import time
from datetime import date

import pytest

from kg.extract import read_statements
from kg.language.document import Document
from kg.language.lexicon import load_lexicon
from kg.language.pipeline import read_document
from kg.model import Article

SHORT, LONG = 10_000, 40_000

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
def test_time_grows_with_the_text(unit: str) -> None:
    seconds(read_document(unit * 10))  # what is loaded once is loaded
    short, long = (read_document(unit * (size // len(unit))) for size in (SHORT, LONG))
    assert seconds(long) < 0.3 + 2 * (LONG / SHORT) * seconds(short)


def seconds(doc: Document) -> float:
    """The processor time that extraction takes; parsing is done."""
    start = time.process_time()
    read_statements(Article("example", doc.text, published=date(2022, 6, 15)), doc, load_lexicon())
    return time.process_time() - start
