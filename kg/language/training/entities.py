"""Reading the entity files: CrossNER and UNER, as texts with labelled stretches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = {
    "politician": "PERSON",
    "person": "PERSON",
    "PER": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "ORG": "ORG",
    "country": "GPE",
    "location": "LOC",
    "LOC": "GPE",
    "event": "EVENT",
    "election": "EVENT",
    "misc": "MISC",
}
_UNSPACED_BEFORE = re.compile(r"^(?:[,.;:!?)\]}%]|''|'s|'|n't|'re|'ve|'ll|'d|'m)$")
_UNSPACED_AFTER = frozenset("([{$£€")


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A sentence with its entities as (start, end, label), offsets in characters."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def read_entities(path: Path) -> Iterator[LabelledText]:
    """Read a file of tokens with BIO labels, one sentence per block; the labels are ours."""
    tokens: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        fields = line.split("\t") if "\t" in line else line.split()
        if len(fields) < 2:
            if tokens:
                yield _join(tokens, labels)
            tokens, labels = [], []
        elif path.suffix == ".iob2":
            tokens.append(fields[1])
            labels.append(fields[2])
        else:
            tokens.append(fields[0])
            labels.append(fields[1])


def _join(tokens: list[str], labels: list[str]) -> LabelledText:
    """Write tokens as running text and set the entities over it."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    for index, (token, label) in enumerate(zip(tokens, labels, strict=True)):
        tight = _UNSPACED_BEFORE.match(token) or (index and tokens[index - 1] in _UNSPACED_AFTER)
        text += "" if tight or not text else " "
        start = len(text)
        text += token
        prefix, _, kind = label.partition("-")
        if prefix == "B" or (prefix == "I" and not (spans and labels[index - 1] != "O")):
            spans.append((start, len(text), LABELS.get(kind, "")))
        elif prefix == "I":
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
    return LabelledText(text, tuple(span for span in spans if span[2]))
