"""How well a pipeline does on the annotated files: trees, words and entities."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.training.corpus import to_doc
from kg.language.training.entities import LabelledText, read_entities
from kg.language.training.treebank import Sentence, group_paragraphs, read_treebank

ONE_PLACE = {"GPE": "GPE/LOC", "LOC": "GPE/LOC"}
UNIVERSAL_NER = frozenset({"PERSON", "ORG", "GPE/LOC"})


@dataclass(frozen=True, slots=True)
class TreeScores:
    """Percentages over all words of a treebank file, punctuation included; `sentences` is an F1."""

    upos: float
    xpos: float
    feats: float
    lemma: float
    uas: float
    las: float
    universal_las: float
    las_without_punctuation: float
    sentences: float


@dataclass(frozen=True, slots=True)
class EntityScores:
    """Percentages over exact spans with their labels, and the F1 of each label."""

    precision: float
    recall: float
    f1: float
    by_label: tuple[tuple[str, float], ...]


def score_trees(nlp: Language, path: Path, *, whole_documents: bool = False) -> TreeScores:
    """Parse a file from its own tokens, by paragraphs or whole documents; sentences are predicted."""
    units = list(_units(path, whole_documents=whole_documents))
    gold = [to_doc(unit, nlp.vocab) for unit in units]
    bare = [Doc(nlp.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc]) for doc in gold]
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in ENTITY_COMPONENTS]):
        return compare_trees(gold, list(nlp.pipe(bare)))


ENTITY_COMPONENTS = ("ner", "kg_entities", "kg_names")


def _units(path: Path, *, whole_documents: bool) -> Iterator[list[Sentence]]:
    """The paragraphs of a file, or its documents."""
    unit: list[Sentence] = []
    for paragraph in group_paragraphs(read_treebank(path)):
        if not whole_documents or (unit and paragraph[0].opens == "document"):
            if unit:
                yield unit
            unit = []
        unit = [*unit, *paragraph]
    if unit:
        yield unit


def compare_trees(gold: Sequence[Doc], found: Sequence[Doc]) -> TreeScores:
    """Compare documents word by word."""
    right: Counter[str] = Counter()
    words = 0
    outside_punctuation = 0
    for one, other in zip(gold, found, strict=True):
        for true, guess in zip(one, other, strict=True):
            words += 1
            head = true.head.i == guess.head.i
            right["upos"] += true.pos_ == guess.pos_
            right["xpos"] += true.tag_ == guess.tag_
            right["feats"] += str(true.morph) == str(guess.morph)
            right["lemma"] += true.lemma_ == guess.lemma_
            right["uas"] += head
            right["las"] += head and true.dep_ == guess.dep_
            right["universal"] += head and _universal(true.dep_) == _universal(guess.dep_)
            outside_punctuation += true.dep_ != "punct"
            right["content"] += head and true.dep_ == guess.dep_ and true.dep_ != "punct"
    rate = {key: 100 * count / words for key, count in right.items()}
    sentences = _f1(
        chain.from_iterable(((i, s.start, s.end) for s in doc.sents) for i, doc in enumerate(gold)),
        chain.from_iterable(((i, s.start, s.end) for s in doc.sents) for i, doc in enumerate(found)),
    )[2]
    return TreeScores(
        upos=rate["upos"],
        xpos=rate["xpos"],
        feats=rate["feats"],
        lemma=rate["lemma"],
        uas=rate["uas"],
        las=rate["las"],
        universal_las=rate["universal"],
        las_without_punctuation=100 * right["content"] / outside_punctuation,
        sentences=sentences,
    )


def _universal(relation: str) -> str:
    """A relation without its subtype."""
    return relation.partition(":")[0]


def score_raw_text(nlp: Language, path: Path) -> tuple[float, float]:
    """Parse the text of a file's paragraphs; the F1 of words, and of words with right head and relation."""
    gold = [to_doc(unit, nlp.vocab) for unit in _units(path, whole_documents=False)]
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in ENTITY_COMPONENTS]):
        found = list(nlp.pipe([doc.text for doc in gold]))
    words = _f1(_placed(gold, with_heads=False), _placed(found, with_heads=False))
    return words[2], _f1(_placed(gold, with_heads=True), _placed(found, with_heads=True))[2]


def _placed(docs: Iterable[Doc], *, with_heads: bool) -> Iterator[tuple[object, ...]]:
    """Each word by its place in the text, with the place of its head and the relation if asked for."""
    for index, doc in enumerate(docs):
        for token in doc:
            place = (index, token.idx, token.idx + len(token))
            yield (*place, token.head.idx, token.dep_) if with_heads else place


def score_entities(nlp: Language, path: Path) -> EntityScores:
    """Find the entities of a file's texts; GPE and LOC count as one, and only labels that the file knows."""
    labelled = list(read_entities(path))
    known = UNIVERSAL_NER if path.suffix == ".iob2" else None
    keep = [name for name in nlp.pipe_names if name in ENTITY_COMPONENTS]
    with nlp.select_pipes(enable=keep):
        docs = list(nlp.pipe([one.text for one in labelled]))
    gold = list(_gold_spans(labelled))
    found = [
        (index, ent.start_char, ent.end_char, ONE_PLACE.get(ent.label_, ent.label_))
        for index, doc in enumerate(docs)
        for ent in doc.ents
    ]
    if known:
        found = [span for span in found if span[3] in known]
    labels = sorted({span[3] for span in gold})
    by_label = tuple(
        (label, _f1((s for s in gold if s[3] == label), (s for s in found if s[3] == label))[2])
        for label in labels
    )
    return EntityScores(*_f1(gold, found), by_label)


def _gold_spans(labelled: Iterable[LabelledText]) -> Iterator[tuple[int, int, int, str]]:
    """The annotated spans, each with the number of its text."""
    for index, one in enumerate(labelled):
        for start, end, label in one.spans:
            yield index, start, end, ONE_PLACE.get(label, label)


def _f1(gold: Iterable[object], found: Iterable[object]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a set of things, in percent."""
    true, guess = set(gold), set(found)
    both = len(true & guess)
    precision = 100 * both / len(guess) if guess else 0.0
    recall = 100 * both / len(true) if true else 0.0
    return precision, recall, 200 * both / (len(true) + len(guess)) if true or guess else 0.0


def measure_speed(nlp: Language, path: Path) -> float:
    """Words a second of processor time, the whole pipeline from raw paragraphs, the best of three runs."""
    texts = [
        "".join(word.form + " " * word.space for sentence in paragraph for word in sentence.words).strip()
        for paragraph in group_paragraphs(read_treebank(path))
    ]
    next(nlp.pipe(texts[:1]))
    rates = []
    for _ in range(3):
        start = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        rates.append(words / (time.process_time() - start))
    return max(rates)
