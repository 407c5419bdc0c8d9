"""Parsed lines → sentences and tokens of one document, each name one token, its title before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from kg.language.document import TITLE, Name, Sentence, Token
from kg.language.found import Found, Word
from kg.language.lines import TextLine
from kg.language.names import is_title_case
from kg.model import Span

LONGEST_HEADLINE = 25
"""Tokens; a longer line without a full stop is prose whose full stop is missing."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One token as the parser sees it: the words of a name (`first` to `last`), a title from `start` on before it."""

    start: int
    first: int
    last: int


def slots_of(words: Sequence[Word], names: Sequence[Found]) -> list[Slot]:
    """A line's words with each name, and the title before it, as one slot."""
    titles = {i for name in names if name.title is not None for i in range(name.title, name.first)}
    heads = {
        name.first if name.title is None else name.title: name for name in names if name.first not in titles
    }
    slots, i = [], 0
    while i < len(words):
        name = heads.get(i)
        slots.append(Slot(i, i, i) if name is None else Slot(i, name.first, name.last))
        i = slots[-1].last + 1
    return slots


class Writer:
    """Puts parsed lines together into one document, titles back before their names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []

    def add_line(
        self, line: TextLine, words: Sequence[Word], names: Sequence[Found], slots: Sequence[Slot], doc: Doc
    ) -> None:
        """Add a line's sentences and tokens."""
        by_first = {name.first: name for name in names}
        places = self._places(by_first, slots)
        headline = is_title_case(words) or _is_unfinished(words)
        for sent in _whole_sentences(doc):
            first = len(self.tokens)
            for t in sent:
                self._add_slot(words, by_first, slots[t.i], t, places)
            span = Span(self.tokens[first].span.start, self.tokens[-1].span.end)
            note = _note(line, span.end)
            self.sentences.append(
                Sentence(len(self.sentences), span, first, len(self.tokens) - 1, headline, note)
            )

    def _places(self, by_first: Mapping[int, Found], slots: Sequence[Slot]) -> list[int]:
        """The index in the document that each slot's name will have."""
        at, places = len(self.tokens), []
        for slot in slots:
            at += len(_title_parts(by_first, slot))
            places.append(at)
            at += 1
        return places

    def _add_slot(
        self,
        words: Sequence[Word],
        by_first: Mapping[int, Found],
        slot: Slot,
        t: SpacyToken,
        places: Sequence[int],
    ) -> None:
        for first, last in _title_parts(by_first, slot):
            span = Span(words[first].span.start, words[last].span.end)
            text = span.of(self.text)
            self._add(
                span,
                text.lower(),
                "PROPN" if text[:1].isalnum() else "PUNCT",
                "",
                TITLE,
                places[t.i],
                by_first.get(first),
            )
        span = Span(words[slot.first].span.start, words[slot.last].span.end)
        self._add(
            span, t.lemma_ or t.text, t.pos_, str(t.morph), t.dep_, places[t.head.i], by_first.get(slot.first)
        )

    def _add(
        self, span: Span, lemma: str, pos: str, feats: str, dep: str, head: int, found: Found | None
    ) -> None:
        text = span.of(self.text)
        name = None if found is None else Name(span, text, found.kind, found.key, found.form)
        self.tokens.append(
            Token(len(self.tokens), span, text, lemma, pos, feats, dep, head, len(self.sentences), name)
        )


def _is_unfinished(words: Sequence[Word]) -> bool:
    """Whether a line ends without a full stop, as headlines and captions do."""
    return len(words) <= LONGEST_HEADLINE and words[-1].text[-1:].isalnum()


def _whole_sentences(doc: Doc) -> Iterator[list[SpacyToken]]:
    """The sentences of a line; marks without a word (a closing quotation mark) stay with the sentence before."""
    held: list[SpacyToken] = []
    for sent in doc.sents:
        tokens = list(sent)
        if held and any(t.text[:1].isalnum() for t in tokens):
            yield held
            held = []
        held += tokens
    if held:
        yield held


def _title_parts(by_first: Mapping[int, Found], slot: Slot) -> list[tuple[int, int]]:
    """The words of a title, first to last of each; a gazetteer's name inside it is one part."""
    parts, i = [], slot.start
    while i < slot.first:
        last = by_first[i].last if i in by_first else i
        parts.append((i, last))
        i = last + 1
    return parts


def _note(line: TextLine, end: int) -> str:
    """The number of the footnote that stands right behind a sentence."""
    return next((number for span, number in line.notes if 0 <= span.start - end <= 1), "")
