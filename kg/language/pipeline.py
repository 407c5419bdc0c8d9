"""The English pipeline: a text → sentences, tokens, trees, with each name as one token.

The only module (beside the training) that knows spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from kg.errors import LanguageModelError
from kg.language import biaffine, encoder, lemmas
from kg.language.document import TITLE, Document, Name, Sentence, Token
from kg.language.found import Found, Line, Word
from kg.language.lexicon import load_lexicon
from kg.language.lines import TextLine, find_lines
from kg.language.names import find_names, is_title_case
from kg.language.repair import mend_tree
from kg.model import Span

MODEL = Path(__file__).parent / "model"
LONGEST_HEADLINE = 25
"""Tokens; a longer line without a full stop is prose whose full stop is missing."""
LONGEST_WORD = 500
"""Characters; what goes on for longer without a space is no word and no address, but a wall of marks."""
UNDIVIDED = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
REGISTERED = (biaffine, encoder, lemmas)
"""The modules whose parts the shipped pipeline names; spaCy finds them once they are imported."""
RECOGNISER = ("ner",)
"""The components that run on single words, before names are joined."""


@cache
def load_pipeline(name: str | None = None) -> Language:
    """The trained pipeline of the package, or a user's own with Universal Dependencies, by name or path."""
    try:
        nlp = load_components(name or MODEL, exclude=("kg_entities",))
    except OSError as error:
        raise LanguageModelError(
            f"language model {name or MODEL}: cannot be loaded ({error}); name an installed spaCy pipeline"
        ) from error
    missing = {"parser"} - set(nlp.pipe_names)
    if missing:
        raise LanguageModelError(f"language model {name}: has no {', '.join(missing)}; a UD parser is needed")
    for abbreviation in load_lexicon().abbreviations:
        nlp.tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])  # type: ignore[union-attr]
    return nlp


def load_components(model: str | Path, exclude: Sequence[str] = ()) -> Language:
    """A pipeline as spaCy loads it, multiplying in one thread with numpy.

    The products are too small to share between cores, and no sum then depends on their number; on them numpy makes
    a third more words a second than thinc's BLIS.
    """
    threadpool_limits(1, user_api="blas")
    with use_ops("numpy", use_blis=False):
        return spacy.load(model, exclude=exclude)


def read_document(text: str, language_model: str | None = None) -> Document:
    """The sentences and trees of one text."""
    return next(read_documents([text], language_model))


def read_documents(texts: Sequence[str], language_model: str | None = None) -> Iterator[Document]:
    """The sentences and trees of each text, in order."""
    nlp, lexicon = load_pipeline(language_model), load_lexicon()
    for text in texts:
        lines = list(find_lines(text))
        words = [_words(nlp, text, line) for line in lines]
        entities = _recognise(nlp, words)
        names = find_names([Line(w, e) for w, e in zip(words, entities, strict=True)], lexicon)
        slots = [_slots(w, n) for w, n in zip(words, names, strict=True)]
        docs = _parse(nlp, [_doc_of(nlp, w, s) for w, s in zip(words, slots, strict=True)])
        writer = _Writer(text)
        for parts in zip(lines, words, names, slots, docs, strict=True):
            writer.add_line(*parts)
        yield Document(text, tuple(mend_tree(writer.tokens, lexicon)), tuple(writer.sentences))


def _words(nlp: Language, text: str, line: TextLine) -> tuple[Word, ...]:
    """The tokens of a line, without white space and footnote numbers."""
    notes = {span.start: span.end for span, _ in line.notes}
    words, start = [], line.span.start
    for cut in [*sorted(notes), line.span.end]:
        for begin, end in _pieces(text, start, cut):
            for token in nlp.make_doc(text[begin:end]):
                if not token.is_space:
                    span = Span(begin + token.idx, begin + token.idx + len(token.text))
                    words.append(Word(token.text, span, bool(token.whitespace_)))
        start = notes.get(cut, cut)
    return tuple(words)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of text whole, but cut in what no space divides for too long: the tokenizer takes its square."""
    for run in UNDIVIDED.finditer(text, start, end):
        for cut in range(run.start() + LONGEST_WORD, run.end(), LONGEST_WORD):
            yield start, cut
            start = cut
    yield start, end


def _recognise(nlp: Language, lines: Sequence[Sequence[Word]]) -> list[tuple[tuple[int, int, str], ...]]:
    docs = [Doc(nlp.vocab, [w.text for w in ws], [w.space for w in ws]) for ws in lines]
    docs = _run(nlp, docs, [n for n in nlp.pipe_names if n in RECOGNISER])
    return [tuple((e.start, e.end - 1, e.label_) for e in doc.ents) for doc in docs]


def _parse(nlp: Language, docs: Sequence[Doc]) -> list[Doc]:
    return _run(nlp, docs, [n for n in nlp.pipe_names if n not in RECOGNISER])


def _run(nlp: Language, docs: Sequence[Doc], components: Sequence[str]) -> list[Doc]:
    stream: Iterator[Doc] = iter(docs)
    for name in components:
        component = nlp.get_pipe(name)
        stream = component.pipe(stream) if hasattr(component, "pipe") else map(component, stream)
    return list(stream)


@dataclass(frozen=True, slots=True)
class Slot:
    """One token as the parser sees it: the words of a name (`first` to `last`), a title from `start` on before it."""

    start: int
    first: int
    last: int


def _slots(words: Sequence[Word], names: Sequence[Found]) -> list[Slot]:
    """A line's words with each name, and the title before it, as one slot."""
    heads = {
        name.first if name.title is None else name.title: name for name in names if not _in_title(name, names)
    }
    slots, i = [], 0
    while i < len(words):
        name = heads.get(i)
        slots.append(Slot(i, i, i) if name is None else Slot(i, name.first, name.last))
        i = slots[-1].last + 1
    return slots


def _in_title(name: Found, names: Sequence[Found]) -> bool:
    return any(other.title is not None and other.title <= name.first < other.first for other in names)


def _doc_of(nlp: Language, words: Sequence[Word], slots: Sequence[Slot]) -> Doc:
    """What the parser is handed: names without their titles."""
    return Doc(
        nlp.vocab, [_joined(words[s.first : s.last + 1]) for s in slots], [words[s.last].space for s in slots]
    )


def _joined(words: Sequence[Word]) -> str:
    return "".join(w.text + " " * w.space for w in words).rstrip()


class _Writer:
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
