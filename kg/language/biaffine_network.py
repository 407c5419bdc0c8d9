"""The network of the biaffine parser: scores of heads for words, and of labels for both (Dozat and Manning 2017)."""

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Linear, Maxout, Model, chain
from thinc.types import Floats2d

Array = NDArray[np.float32]
Heads = NDArray[np.int64]
ArcInput = tuple[Array, list[int]]
LabelInput = tuple[Array, Heads]

IMPOSSIBLE = -1e9
NO_HEAD = -1


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
