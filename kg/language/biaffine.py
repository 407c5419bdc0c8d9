"""A dependency parser that scores every pair of words and takes the best tree (Dozat and Manning 2017)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.symbols import DEP, HEAD  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import Linear, Maxout, Model, Optimizer, chain, set_dropout_rate
from thinc.types import Floats2d

from kg.language.tree import best_tree

Array = NDArray[np.float32]
Heads = NDArray[np.int64]
ArcInput = tuple[Array, list[int]]
LabelInput = tuple[Array, Heads]

IMPOSSIBLE = -1e9
NO_HEAD = -1
LONGEST = 250
"""Words; what is longer (a table, a list) is parsed in pieces, since time and memory grow with the square."""


@registry.architectures("kg.BiaffineParser.v1")  # type: ignore[untyped-decorator]
def build_biaffine_parser(
    tok2vec: Model[list[Doc], list[Floats2d]], arc_width: int, label_width: int, hidden_width: int
) -> Model[Any, Any]:
    """Build the parser's network over an encoder: one part scores heads, one labels."""
    width = tok2vec.get_dim("nO")
    arcs: Model[ArcInput, list[Array]] = Model(
        "arcs",
        _score_arcs,
        init=_initialize_arcs,
        layers=[Maxout(nO=2 * arc_width, nI=width, nP=2, dropout=0.0, normalize=True)],
        dims={"width": arc_width},
        params={"U": None, "root": None, "bias": None},
    )
    features = 3 * label_width
    labels: Model[LabelInput, Array] = Model(
        "labels",
        _score_labels,
        init=_initialize_labels,
        layers=[
            Maxout(nO=2 * label_width, nI=width, nP=2, dropout=0.0, normalize=True),
            chain(Maxout(nO=hidden_width, nI=features, nP=2, dropout=0.0), Linear(nI=hidden_width)),
        ],
        dims={"width": label_width, "nO": None},
        params={"root": None},
    )
    return Model("biaffine", _no_forward, init=_initialize, layers=[tok2vec, arcs, labels], dims={"nO": None})


def _no_forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> Any:
    """The component runs the parts by itself: labels need the heads that arcs give."""
    raise NotImplementedError


def _initialize(model: Model[Any, Any], X: list[Doc] | None = None, Y: object = None) -> None:  # noqa: N803 - thinc
    """Prepare the parts; the number of labels must be known."""
    tok2vec, arcs, labels = model.layers
    labels.set_dim("nO", model.get_dim("nO"))
    tok2vec.initialize(X=X)
    arcs.initialize()
    labels.initialize()


def _initialize_arcs(model: Model[ArcInput, list[Array]], X: object = None, Y: object = None) -> None:  # noqa: N803
    """Start without any preference for a head."""
    width = model.get_dim("width")
    model.layers[0].initialize()
    model.set_param("U", cast(Any, np.eye(width, dtype="f")))
    model.set_param("root", cast(Any, np.zeros(width, dtype="f")))
    model.set_param("bias", cast(Any, np.zeros(width, dtype="f")))


def _initialize_labels(model: Model[LabelInput, Array], X: object = None, Y: object = None) -> None:  # noqa: N803
    """Give the output layer its size."""
    model.layers[1].layers[-1].set_dim("nO", model.get_dim("nO"))
    for layer in model.layers:
        layer.initialize()
    model.set_param("root", cast(Any, np.zeros(model.get_dim("width"), dtype="f")))


def _score_arcs(
    model: Model[ArcInput, list[Array]], words_in_sentences: ArcInput, is_train: bool
) -> tuple[list[Array], Callable[[list[Array]], Array]]:
    """Score, for each sentence, words (rows) by heads (columns, the root first)."""
    flat, lengths = words_in_sentences
    width = model.get_dim("width")
    table_weights, root, bias = (cast(Array, model.get_param(name)) for name in ("U", "root", "bias"))
    both, backprop_both = model.layers[0](flat, is_train)
    words, heads = both[:, :width], both[:, width:]
    scale = width**-0.5
    turned = (words @ table_weights + bias) * scale
    ends = np.cumsum(lengths)
    slices = [slice(end - length, end) for end, length in zip(ends, lengths, strict=True)]
    scores = []
    for part, length in zip(slices, lengths, strict=True):
        table = np.empty((length, length + 1), dtype="f")
        table[:, 0] = words[part] @ root * scale
        table[:, 1:] = turned[part] @ heads[part].T
        table[np.arange(length), np.arange(length) + 1] = IMPOSSIBLE
        scores.append(table)

    def backprop(d_scores: list[Array]) -> Array:
        d_both = np.zeros_like(both)
        d_turned = np.empty_like(turned)
        d_root = np.zeros_like(root)
        for part, d_table in zip(slices, d_scores, strict=True):
            d_turned[part] = d_table[:, 1:] @ heads[part]
            d_both[part, width:] = d_table[:, 1:].T @ turned[part]
            d_both[part, :width] = np.outer(d_table[:, 0], root) * scale
            d_root += d_table[:, 0] @ words[part] * scale
        d_turned *= scale
        d_both[:, :width] += d_turned @ table_weights.T
        model.inc_grad("U", words.T @ d_turned)
        model.inc_grad("bias", d_turned.sum(axis=0))
        model.inc_grad("root", cast(Any, d_root))
        return cast(Array, backprop_both(d_both))

    return scores, backprop


def _score_labels(
    model: Model[LabelInput, Array], words_with_heads: LabelInput, is_train: bool
) -> tuple[Array, Callable[[Array], Array]]:
    """Score the labels of each word under the head that it is given."""
    flat, heads = words_with_heads
    width = model.get_dim("width")
    root = cast(Array, model.get_param("root"))
    both, backprop_both = model.layers[0](flat, is_train)
    words, attached = both[:, :width], heads != NO_HEAD
    chosen = np.where(attached[:, None], both[heads, width:], root)
    scores, backprop_scores = model.layers[1](
        np.concatenate([words, chosen, words * chosen], axis=1), is_train
    )

    def backprop(d_scores: Array) -> Array:
        d_words, d_chosen, d_product = np.split(backprop_scores(d_scores), 3, axis=1)
        d_both = np.zeros_like(both)
        d_both[:, :width] = d_words + d_product * chosen
        d_chosen = d_chosen + d_product * words
        np.add.at(d_both[:, width:], heads[attached], d_chosen[attached])
        model.inc_grad("root", d_chosen[~attached].sum(axis=0))
        return cast(Array, backprop_both(d_both))

    return scores, backprop


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
