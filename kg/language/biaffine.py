"""A dependency parser that scores every pair of words and takes the best tree (Dozat and Manning 2017)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.symbols import DEP, HEAD  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import Model, Optimizer, set_dropout_rate

from kg.language.biaffine_network import IMPOSSIBLE, NO_HEAD, Array, Heads
from kg.language.tree import best_tree

LONGEST = 250
"""Words; what is longer (a table, a list) is parsed in pieces, since time and memory grow with the square."""


@Language.factory(
    "kg_parser",
    assigns=["token.dep", "token.head"],
    requires=["doc.sents"],
    default_score_weights={"dep_uas": 0.0, "dep_las": 1.0},
)
def make_biaffine_parser(nlp: Language, name: str, model: Model[Any, Any]) -> "BiaffineParser":
    """Make the parser component of a pipeline."""
    return BiaffineParser(nlp.vocab, model, name)


class BiaffineParser(TrainablePipe):  # type: ignore[misc]
    """The parser as a component; sentences must be there before it."""

    def __init__(self, vocab: Vocab, model: Model[Any, Any], name: str = "parser") -> None:
        self.vocab = vocab
        self.model = model
        self.name = name
        self.cfg: dict[str, Any] = {"labels": []}
        self.scorer = registry.get("scorers", "spacy.parser_scorer.v1")()

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations that the parser knows."""
        return tuple(self.cfg["labels"])

    @property
    def label_data(self) -> tuple[str, ...]:
        """The relations, as `initialize` takes them."""
        return self.labels

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        labels: Sequence[str] | None = None,
    ) -> None:
        """Learn the relations of the examples and prepare the network."""
        sample: list[Doc] = []
        found = set(labels or ())
        for example in get_examples():
            if len(sample) < 10:
                sample.append(example.x)
            if labels is None:
                found.update(token.dep_ for token in example.reference)
        self.cfg["labels"] = sorted(found - {""})
        self.model.set_dim("nO", len(self.labels))
        self.model.initialize(X=sample)

    def predict(self, docs: Sequence[Doc]) -> list[tuple[Heads, list[str]]]:
        """Find heads (offsets in the document, NO_HEAD for a root) and relations of each document."""
        tok2vec, arcs, labels = self.model.layers
        docs = list(docs)
        if not any(len(doc) for doc in docs):
            return [(np.zeros(0, dtype="i8"), []) for _ in docs]
        lengths = [[n for sentence in doc.sents for n in _pieces(len(sentence))] for doc in docs]
        flat = np.concatenate(tok2vec.predict(docs))
        flat_lengths = [length for one in lengths for length in one]
        trees = [best_tree(table) for table in arcs.predict((flat, flat_lengths))]
        heads = _absolute(trees, flat_lengths)
        relations = labels.predict((flat, heads))
        relations[heads != NO_HEAD, self.labels.index("ROOT")] = IMPOSSIBLE
        names = [self.labels[best] for best in relations.argmax(axis=1)]
        results = []
        start = 0
        for doc in docs:
            own = heads[start : start + len(doc)]
            results.append((np.where(own == NO_HEAD, NO_HEAD, own - start), names[start : start + len(doc)]))
            start += len(doc)
        return results

    def set_annotations(self, docs: Sequence[Doc], scores: list[tuple[Heads, list[str]]]) -> None:
        """Write heads and relations into the documents."""
        for doc, (heads, names) in zip(docs, scores, strict=True):
            here = np.arange(len(doc))
            offsets = np.where(heads == NO_HEAD, 0, heads - here)
            deps = [
                self.vocab.strings.add("ROOT" if head == NO_HEAD else name)
                for head, name in zip(heads, names, strict=True)
            ]
            table = np.zeros((len(doc), 2), dtype="uint64")
            table[:, 0] = offsets.astype("int64").view("uint64")
            table[:, 1] = deps
            doc.from_array([HEAD, DEP], cast(Any, table))

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learn from gold trees: heads within the gold sentence, relations under the gold head."""
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        examples = [example for example in examples if len(example.reference)]
        if not examples:
            return losses
        set_dropout_rate(self.model, drop)
        tok2vec, arcs, labels = self.model.layers
        vectors, backprop_vectors = tok2vec.begin_update([example.predicted for example in examples])
        flat = np.concatenate(vectors)
        lengths, local, gold_labels = _gold(examples, {label: row for row, label in enumerate(self.labels)})
        tables, backprop_arcs = arcs.begin_update((flat, lengths))
        d_tables = [_difference(table, gold) for table, gold in zip(tables, local, strict=True)]
        heads = _absolute([gold - 1 for gold in local], lengths)
        relations, backprop_labels = labels.begin_update((flat, heads))
        d_relations = _difference(relations, gold_labels)
        d_flat = backprop_arcs(d_tables) + backprop_labels(d_relations)
        backprop_vectors(np.split(d_flat, np.cumsum([len(one) for one in vectors])[:-1]))
        if sgd is not None:
            self.finish_update(sgd)
        losses[self.name] += float(sum((table**2).sum() for table in d_tables) + (d_relations**2).sum())
        return losses


def _pieces(length: int) -> list[int]:
    """The lengths in which a sentence is parsed."""
    rest = length % LONGEST
    return [LONGEST] * (length // LONGEST) + [rest] * (rest > 0)


def _gold(examples: list[Example], rows: dict[str, int]) -> tuple[list[int], list[Heads], Heads]:
    """The sentence lengths, each sentence's heads (0 for the root, else 1 + the word), and all labels."""
    lengths: list[int] = []
    heads: list[Heads] = []
    labels: list[int] = []
    for example in examples:
        for sentence in example.reference.sents:
            lengths.append(len(sentence))
            heads.append(
                np.array(
                    [0 if token.head == token else token.head.i - sentence.start + 1 for token in sentence],
                    dtype="i8",
                )
            )
            labels.extend(rows[token.dep_] for token in sentence)
    return lengths, heads, np.array(labels, dtype="i8")


def _difference(scores: Array, gold: Heads) -> Array:
    """The gradient of the cross entropy: what the softmax of the scores gives too much to each column."""
    exponent = np.exp(scores - scores.max(axis=1, keepdims=True))
    d_scores = exponent / exponent.sum(axis=1, keepdims=True)
    d_scores[np.arange(len(gold)), gold] -= 1
    return cast(Array, d_scores)


def _absolute(trees: list[Heads], lengths: list[int]) -> Heads:
    """Heads within each sentence (NO_HEAD for the root) as places among all words."""
    starts = np.cumsum([0, *lengths[:-1]])
    return np.concatenate(
        [np.where(tree == NO_HEAD, NO_HEAD, tree + start) for tree, start in zip(trees, starts, strict=True)]
    )
