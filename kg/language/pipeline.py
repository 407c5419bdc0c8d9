"""The English pipeline: a text → sentences, tokens, trees, with each name as one token.

The only module (beside the training) that knows spaCy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokens import Doc

from kg.errors import LanguageModelError
from kg.language.document import Document, Name, Sentence, Token
from kg.language.lexicon import Lexicon, load_lexicon
from kg.language.lines import TextLine, find_lines
from kg.language.names import Found, Line, Word, find_names, is_title_case
from kg.model import Span

MODEL = Path(__file__).parent / "model"
RECOGNISER = ("ner_tok2vec", "ner")
"""The components that run on single words, before names are joined."""


@cache
def load_pipeline(name: str | None = None) -> Language:
    """The trained pipeline of the package, or a user's own with Universal Dependencies, by name or path."""
    try:
        nlp = spacy.load(name or MODEL)
    except OSError as error:
        raise LanguageModelError(
            f"language model {name or MODEL}: cannot be loaded ({error}); name an installed spaCy pipeline"
        ) from error
    missing = {"parser"} - set(nlp.pipe_names)
    if missing:
        raise LanguageModelError(f"language model {name}: has no {', '.join(missing)}; a UD parser is needed")
    for abbreviation in load_lexicon().abbreviations:
        nlp.tokenizer.add_special_case(abbreviation, [{ORTH: abbreviation}])
    return nlp


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
        docs = [_merged(nlp, w, n) for w, n in zip(words, names, strict=True)]
        yield _document(text, lines, words, names, _parse(nlp, [doc for doc, _ in docs]), [s for _, s in docs])


def _words(nlp: Language, text: str, line: TextLine) -> tuple[Word, ...]:
    """The tokens of a line, without white space and footnote numbers."""
    notes = {span.start: span.end for span, _ in line.notes}
    words, start = [], line.span.start
    for cut in [*sorted(notes), line.span.end]:
        for token in nlp.make_doc(text[start:cut]):
            if not token.is_space:
                begin = start + token.idx
                words.append(Word(token.text, Span(begin, begin + len(token.text)), bool(token.whitespace_)))
        start = notes.get(cut, cut)
    return tuple(words)


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


def _merged(nlp: Language, words: Sequence[Word], names: Sequence[Found]) -> tuple[Doc, list[tuple[int, int]]]:
    """A line with each name as one token, and the words (first, last) that each token stands for."""
    ends = {name.first: name.last for name in names}
    slots, i = [], 0
    while i < len(words):
        slots.append((i, ends.get(i, i)))
        i = slots[-1][1] + 1
    texts = [_joined(words[first : last + 1]) for first, last in slots]
    return Doc(nlp.vocab, texts, [words[last].space for _, last in slots]), slots


def _joined(words: Sequence[Word]) -> str:
    return "".join(w.text + " " * w.space for w in words).rstrip()


def _document(
    text: str,
    lines: Sequence[TextLine],
    words: Sequence[Sequence[Word]],
    names: Sequence[Sequence[Found]],
    docs: Sequence[Doc],
    slots: Sequence[Sequence[tuple[int, int]]],
) -> Document:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for line, ws, found, doc, places in zip(lines, words, names, docs, slots, strict=True):
        by_first = {f.first: f for f in found}
        headline = is_title_case(ws)
        offset = len(tokens)
        for sent in doc.sents:
            spans = [Span(ws[places[t.i][0]].span.start, ws[places[t.i][1]].span.end) for t in sent]
            note = _note(line, spans[-1].end)
            sentences.append(
                Sentence(len(sentences), Span(spans[0].start, spans[-1].end), len(tokens), len(tokens) + len(sent) - 1, headline, note)
            )
            for t, span in zip(sent, spans, strict=True):
                name = _name(text, span, by_first.get(places[t.i][0]))
                tokens.append(
                    Token(
                        len(tokens), span, span.of(text), t.lemma_ or t.text, t.pos_, str(t.morph), t.dep_,
                        offset + t.head.i, len(sentences) - 1, name,
                    )
                )
    return Document(text, tuple(tokens), tuple(sentences))


def _name(text: str, span: Span, found: Found | None) -> Name | None:
    return None if found is None else Name(span, span.of(text), found.kind, found.key, found.form)


def _note(line: TextLine, end: int) -> str:
    """The number of the footnote that stands right behind a sentence."""
    return next((number for span, number in line.notes if 0 <= span.start - end <= 1), "")
