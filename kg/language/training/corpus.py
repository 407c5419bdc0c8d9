"""Treebank paragraphs as spaCy training examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans, registry
from spacy.vocab import Vocab

from kg.language.training.augment import add_dateline, vary_names
from kg.language.training.entities import LabelledText, read_entities
from kg.language.training.invent import invent_name
from kg.language.training.spans import find_names
from kg.language.training.treebank import Sentence, group_paragraphs, read_treebank

MERGED, RENAMED, DATED = 0.75, 0.6, 0.06


def read_paragraphs(paths: Iterable[Path]) -> Iterator[list[Sentence]]:
    """Read the paragraphs of several treebank files."""
    for path in paths:
        yield from group_paragraphs(read_treebank(path))


def to_doc(sentences: list[Sentence], vocab: Vocab) -> Doc:
    """Build the annotated document of one paragraph."""
    offsets = [0, *accumulate(len(sentence.words) for sentence in sentences)]
    words = [word for sentence in sentences for word in sentence.words]
    doc = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=[
            offset + word.head
            for offset, sentence in zip(offsets, sentences, strict=False)
            for word in sentence.words
        ],
        deps=["ROOT" if word.deprel == "root" else word.deprel for word in words],
        sent_starts=[index == 0 for sentence in sentences for index in range(len(sentence.words))],
    )
    names = [
        Span(doc, offset + name.start, offset + name.end, label=name.label)
        for offset, sentence in zip(offsets, sentences, strict=False)
        for name in sentence.names
    ]
    doc.set_ents([name for name in names if name.label], missing=[name for name in names if not name.label])
    return doc


@registry.readers("kg.treebank.v1")  # type: ignore[untyped-decorator]
def treebank_reader(
    folder: str, files: list[str], copies: int, seed: int
) -> Callable[[Language], Iterator[Example]]:
    """A reader of treebank files, and of `copies` further versions with names merged or invented."""

    def read(nlp: Language) -> Iterator[Example]:
        random = Random(seed)  # noqa: S311 - to be repeated, not to be secret
        for sentences in read_paragraphs(Path(folder) / file for file in files):
            yield _example(sentences, nlp)
            for _ in range(copies):
                varied = [
                    vary_names(sentence, random, merged=MERGED, renamed=RENAMED) for sentence in sentences
                ]
                if random.random() < DATED:
                    varied[0] = add_dateline(varied[0], random)
                if any(new.words != old.words for new, old in zip(varied, sentences, strict=True)):
                    yield _example(varied, nlp)

    return read


def _example(sentences: list[Sentence], nlp: Language) -> Example:
    """The example of a paragraph: its bare words, and its annotation."""
    reference = to_doc(sentences, nlp.vocab)
    bare = Doc(
        nlp.vocab, words=[token.text for token in reference], spaces=[bool(t.whitespace_) for t in reference]
    )
    return Example(bare, reference)


@registry.readers("kg.entities.v1")  # type: ignore[untyped-decorator]
def entity_reader(
    folder: str, treebanks: list[str], files: list[str], partial: list[str], copies: int, seed: int
) -> Callable[[Language], Iterator[Example]]:
    """A reader of named entities: treebanks with brackets, entity files, and files that mark only some kinds.

    `copies` further versions of each text have other names in the place of its own.
    """

    def read(nlp: Language) -> Iterator[Example]:
        random = Random(seed)  # noqa: S311 - to be repeated, not to be secret
        for sentences in read_paragraphs(Path(folder) / file for file in treebanks):
            named = [replace(sentence, names=find_names(sentence)) for sentence in sentences]
            yield _example(named, nlp)
            for _ in range(copies):
                yield _example(
                    [vary_names(one, random, merged=0.0, renamed=RENAMED) for one in sentences], nlp
                )
        for file in [*files, *partial]:
            for labelled in read_entities(Path(folder) / file):
                for version in [labelled, *(rename_entities(labelled, random) for _ in range(copies))]:
                    yield _labelled_example(version, nlp, partial=file in partial)

    return read


def rename_entities(labelled: LabelledText, random: Random) -> LabelledText:
    """Give a text's persons and places, mostly, other names."""
    text, spans, seen = "", [], 0
    for start, end, label in labelled.spans:
        text += labelled.text[seen:start]
        name = labelled.text[start:end]
        if label in {"PERSON", "GPE", "LOC"} and random.random() < RENAMED:
            name = invent_name("PERSON" if label == "PERSON" else "GPE", random)
        spans.append((len(text), len(text) + len(name), label))
        text += name
        seen = end
    return LabelledText(text + labelled.text[seen:], tuple(spans))


def _labelled_example(labelled: LabelledText, nlp: Language, *, partial: bool) -> Example:
    """The example of a labelled text; in a partial one an unlabelled capitalised word may be anything."""
    reference = nlp.make_doc(labelled.text)
    spans = [
        reference.char_span(*span[:2], label=span[2], alignment_mode="expand") for span in labelled.spans
    ]
    found = filter_spans([span for span in spans if span is not None])
    covered = {index for span in found for index in range(span.start, span.end)}
    unknown = [
        reference[index : index + 1]
        for index in range(len(reference))
        if partial and index not in covered and reference[index].text[:1].isupper()
    ]
    reference.set_ents(found, missing=unknown, default="outside")
    return Example(nlp.make_doc(labelled.text), reference)
