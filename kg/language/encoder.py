"""The encoder of the shipped model: each word by its neighbours, then by both directions of its paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.util import registry
from thinc.api import Dropout, LayerNorm, Maxout, Model, chain, clone, expand_window, residual, with_array
from thinc.types import Floats2d

Array = NDArray[Any]
Encoder = Model[list[Floats2d], list[Floats2d]]


@registry.architectures("kg.WindowLSTMEncoder.v1")  # type: ignore[untyped-decorator]
def build_encoder(width: int, window_depth: int, lstm_depth: int) -> Encoder:
    """Build `window_depth` convolutions over three words, then `lstm_depth` two-way LSTMs, all residual."""
    window: Model[Floats2d, Floats2d] = chain(
        expand_window(window_size=1), Maxout(nO=width, nI=width * 3, nP=3, dropout=0.0, normalize=True)
    )
    recurrent: list[Encoder] = [
        chain(residual(bidirectional_lstm(width)), with_array(chain(LayerNorm(width), Dropout())))
        for _ in range(lstm_depth)
    ]
    layers: list[Any] = [with_array(clone(residual(window), window_depth), pad=window_depth), *recurrent]
    model = cast(Encoder, chain(*layers))
    model.set_dim("nO", width)
    return model


def bidirectional_lstm(width: int) -> Encoder:
    """Build one LSTM layer that reads each sequence both ways, half of the width for each way."""
    return Model(
        "bilstm",
        _forward,
        init=_initialize,
        dims={"nO": width, "nI": width},
        params={"W": None, "U": None, "b": None},
    )


def _initialize(model: Model[Any, Any], X: object = None, Y: object = None) -> None:  # noqa: N803 - thinc's names
    """Draw small weights, and start with open forget gates."""
    width, half = model.get_dim("nI"), model.get_dim("nO") // 2
    random = np.random.default_rng(int(np.random.randint(2**31)))
    of_input, of_state = (6 / (width + half)) ** 0.5, (3 / half) ** 0.5
    bias = np.zeros((2, 4 * half), dtype="f")
    bias[:, half : 2 * half] = 1.0
    drawn: dict[str, Any] = {
        "W": random.uniform(-of_input, of_input, (2, width, 4 * half)).astype("f"),
        "U": random.uniform(-of_state, of_state, (2, half, 4 * half)).astype("f"),
        "b": bias,
    }
    for name, weights in drawn.items():
        model.set_param(name, weights)


def _forward(
    model: Encoder, sequences: list[Floats2d], is_train: bool
) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Floats2d]]]:
    """Run both directions side by side; the second sees each sequence back to front."""
    of_input, of_state, bias = (cast(Array, model.get_param(name)) for name in "WUb")
    half = of_state.shape[1]
    lengths = [len(one) for one in sequences]
    order, bounds = _pack(lengths)
    seen = np.concatenate(cast(list[Array], sequences))[order]  # direction, packed word, width
    states = _run(seen @ of_input + bias[:, None], of_state, bounds)

    def backprop(d_outputs: list[Floats2d]) -> list[Floats2d]:
        d_flat = np.concatenate(cast(list[Array], d_outputs))
        d_hidden = np.stack([d_flat[order[0], :half], d_flat[order[1], half:]])
        d_gates, before = _run_back(states, d_hidden, of_state, bounds)
        model.inc_grad("W", cast(Any, seen.transpose(0, 2, 1) @ d_gates))
        model.inc_grad("U", cast(Any, before.transpose(0, 2, 1) @ d_gates))
        model.inc_grad("b", cast(Any, d_gates.sum(axis=1)))
        d_seen = d_gates @ of_input.transpose(0, 2, 1)
        d_inputs = np.empty_like(d_seen)
        for way in (0, 1):
            d_inputs[way, order[way]] = d_seen[way]
        return _unpack(d_inputs.sum(axis=0), lengths)

    outputs = np.empty((len(order[0]), 2 * half), dtype="f")
    outputs[order[0], :half] = states.hidden[0]
    outputs[order[1], half:] = states.hidden[1]
    return _unpack(outputs, lengths), backprop


@dataclass(frozen=True, slots=True)
class _States:
    """An LSTM's states by direction, packed word and width; the gates: input, forget, output, candidate."""

    gates: Array
    cells: Array
    squashed: Array
    hidden: Array


def _run(gates: Array, of_state: Array, bounds: list[tuple[int, int]]) -> _States:
    """Step through the packed words; `gates` holds the input's share, to which that of the state is added."""
    half = of_state.shape[1]
    cells, squashed, hidden = (np.zeros((*gates.shape[:2], half), dtype="f") for _ in range(3))
    for step, (start, end) in enumerate(bounds):
        gate = gates[:, start:end]
        before = _before(bounds, step)
        if step:
            gate += hidden[:, before] @ of_state
        np.clip(gate, -15, 15, out=gate)
        gate[..., : 3 * half] = 1 / (1 + np.exp(-gate[..., : 3 * half]))
        np.tanh(gate[..., 3 * half :], out=gate[..., 3 * half :])
        enter, forget, leave, candidate = _quarters(gate)
        cells[:, start:end] = enter * candidate
        if step:
            cells[:, start:end] += forget * cells[:, before]
        squashed[:, start:end] = np.tanh(cells[:, start:end])
        hidden[:, start:end] = leave * squashed[:, start:end]
    return _States(gates, cells, squashed, hidden)


def _run_back(
    states: _States, d_hidden: Array, of_state: Array, bounds: list[tuple[int, int]]
) -> tuple[Array, Array]:
    """Step back through the packed words; the gradient of the gates, and the state that each word met."""
    d_gates, d_cells = np.zeros_like(states.gates), np.zeros_like(states.cells)
    met = np.zeros_like(states.hidden)
    for step in reversed(range(len(bounds))):
        now = (slice(None), slice(*bounds[step]))
        enter, forget, leave, candidate = _quarters(states.gates[now])
        d_enter, d_forget, d_leave, d_candidate = _quarters(d_gates[now])
        squashed, d_cell = states.squashed[now], d_cells[now]
        d_cell += d_hidden[now] * leave * (1 - squashed * squashed)
        d_enter[...] = d_cell * candidate * enter * (1 - enter)
        d_leave[...] = d_hidden[now] * squashed * leave * (1 - leave)
        d_candidate[...] = d_cell * enter * (1 - candidate * candidate)
        if step:
            before = (slice(None), _before(bounds, step))
            d_forget[...] = d_cell * states.cells[before] * forget * (1 - forget)
            d_hidden[before] += d_gates[now] @ of_state.transpose(0, 2, 1)
            d_cells[before] += d_cell * forget
            met[now] = states.hidden[before]
    return d_gates, met


def _quarters(gates: Array) -> tuple[Array, Array, Array, Array]:
    """The four gates that stand side by side."""
    half = gates.shape[-1] // 4
    return (
        gates[..., :half],
        gates[..., half : 2 * half],
        gates[..., 2 * half : 3 * half],
        gates[..., 3 * half :],
    )


def _before(bounds: list[tuple[int, int]], step: int) -> slice:
    """The packed words one step earlier of the sequences that are still going on."""
    start, end = bounds[step]
    earlier = bounds[step - 1][0]
    return slice(earlier, earlier + end - start)


def _pack(lengths: list[int]) -> tuple[NDArray[np.int64], list[tuple[int, int]]]:
    """Order words by step, longest sequences first: the words for each direction, and each step's bounds."""
    starts = np.cumsum([0, *lengths[:-1]]).tolist()
    longest = sorted(range(len(lengths)), key=lambda index: -lengths[index])
    forwards: list[int] = []
    backwards: list[int] = []
    bounds: list[tuple[int, int]] = []
    for step in range(max(lengths, default=0)):
        going_on = [index for index in longest if lengths[index] > step]
        bounds.append((len(forwards), len(forwards) + len(going_on)))
        forwards.extend(starts[index] + step for index in going_on)
        backwards.extend(starts[index] + lengths[index] - 1 - step for index in going_on)
    return np.array([forwards, backwards], dtype=np.int64), bounds


def _unpack(flat: Array, lengths: list[int]) -> list[Floats2d]:
    """Cut a table of words back into its sequences."""
    return cast(list[Floats2d], np.split(flat, np.cumsum(lengths)[:-1]))
