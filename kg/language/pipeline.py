"""The English pipeline: a text → sentences, tokens, trees, with each name as one token.

The only module, with its parts (`writer`, `biaffine`, `encoder`, `lemmas`) and the training, that knows spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from kg.errors import LanguageModelError
from kg.language import biaffine, encoder, lemmas
from kg.language.document import Document
from kg.language.found import Line, Word
from kg.language.lexicon import load_lexicon
from kg.language.lines import TextLine, find_lines
from kg.language.names import find_names
from kg.language.repair import mend_tree
from kg.language.writer import Slot, Writer, slots_of
from kg.model import Span

MODEL = Path(__file__).parent / "model"
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
        slots = [slots_of(w, n) for w, n in zip(words, names, strict=True)]
        docs = _parse(nlp, [_doc_of(nlp, w, s) for w, s in zip(words, slots, strict=True)])
        writer = Writer(text)
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


def _doc_of(nlp: Language, words: Sequence[Word], slots: Sequence[Slot]) -> Doc:
    """What the parser is handed: names without their titles."""
    return Doc(
        nlp.vocab, [_joined(words[s.first : s.last + 1]) for s in slots], [words[s.last].space for s in slots]
    )


def _joined(words: Sequence[Word]) -> str:
    return "".join(w.text + " " * w.space for w in words).rstrip()
