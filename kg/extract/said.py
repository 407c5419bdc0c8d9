"""What a construction of speech yields: a source, a stance, the words claimed, and where they are said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.unnamed import Source
from kg.language.document import Document, Sentence, Token
from kg.model import Span, Stance

MARKS = frozenset("\"'“”‘’«»`")
ENDS = frozenset(".,;:!?…-–—()[]") | MARKS


DASHES = frozenset({"—", "–", "--"})
LONGEST_CREDIT = 4
DATELINE = 12
"""Tokens within which a dateline ends."""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as its sentence makes it; `anchor` is the verb or phrase that attributes it."""

    rule: str
    source: Source
    stance: Stance
    content: Span
    sentence: Sentence
    anchor: Span
    via: Source | None = None


def words_between(doc: Document, first: int, last: int) -> Span | None:
    """The span of tokens `first` to `last` without the punctuation around them; None where no word is left.

    A quotation mark stays where its partner stands inside.
    """
    while first <= last and set(doc.tokens[first].text) <= ENDS:
        first += 1
    while last >= first and set(doc.tokens[last].text) <= ENDS and not _closes(doc, first, last):
        last -= 1
    return Span(doc.tokens[first].span.start, doc.tokens[last].span.end) if first <= last else None


def _closes(doc: Document, first: int, last: int) -> bool:
    """Whether a mark at the end closes a quotation or bracket that was opened inside."""
    pairs = {"”": "“", "’": "‘", ")": "(", "»": "«", '"': '"', "'": "'", "]": "["}
    opening = pairs.get(doc.tokens[last].text)
    if opening is None:
        return False
    inside = [t.text for t in doc.tokens[first:last]]
    if opening == doc.tokens[last].text:
        return inside.count(opening) % 2 == 1
    return inside.count(opening) > inside.count(doc.tokens[last].text)


def whole(doc: Document, sentence: Sentence) -> Span | None:
    """The words of a whole sentence."""
    return words_between(doc, sentence.first, last_word(doc, sentence))


def last_word(doc: Document, sentence: Sentence) -> int:
    """Where a sentence ends, without the credit that a picture or a report has behind it: "— AFP"."""
    dashes = [t.i for t in doc.words(sentence) if t.text in DASHES and sentence.first < t.i < sentence.last]
    credit = doc.tokens[dashes[-1] + 1 : sentence.last + 1] if dashes else ()
    words = [t for t in credit if not set(t.text) <= ENDS]
    if (
        not words
        or len(words) > LONGEST_CREDIT
        or not all(t.text[:1].isupper() or t.text == "/" for t in words)
    ):
        return sentence.last
    return dashes[-1] - 1


def extent(doc: Document, tokens: Sequence[Token]) -> Span | None:
    """The words from the first to the last of some tokens."""
    return words_between(doc, min(t.i for t in tokens), max(t.i for t in tokens)) if tokens else None


def after_dateline(doc: Document, sentence: Sentence) -> int:
    """The first word of a sentence behind a dateline: "SEOUL: …", "KABUL, Afghanistan (AP) — …"."""
    first = doc.tokens[sentence.first]
    if len(first.text) > 2 and first.text.isupper():
        for token in doc.tokens[sentence.first + 1 : min(sentence.first + DATELINE, sentence.last)]:
            if token.text in DASHES | {":", "-"}:
                return token.i + 1
    return sentence.first
