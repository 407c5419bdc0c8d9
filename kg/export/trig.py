"""The graphs of a world → TriG: the default graph first, as in Turtle, then each article's own graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import indent
from typing import Protocol

from rdflib import URIRef

from kg.files import write_atomically
from kg.graph.turtle import Statement, subject_blocks, term_text


class Dataset(Protocol):
    """The merged world as Turtle, and each article's graph with its name, sorted by it."""

    @property
    def turtle(self) -> str:
        """The default graph as Turtle."""

    def named(self) -> Iterable[tuple[URIRef, Iterable[Statement]]]:
        """The graphs of the articles."""


def export_trig(graphs: Dataset, path: Path) -> None:
    """Write the default graph and the named ones."""
    write_atomically(path, trig_of(graphs))


def trig_of(graphs: Dataset) -> str:
    """The graphs as a TriG document; its beginning is the Turtle document of the default graph."""
    return "\n".join((graphs.turtle, *graph_blocks(graphs)))


def graph_blocks(graphs: Dataset) -> Iterator[str]:
    """Each article's graph as a block of a TriG document, without the prefixes."""
    for name, triples in graphs.named():
        statements = indent("\n".join(subject_blocks(triples)), "    ")
        yield f"{term_text(name)} {{\n{statements}}}\n"
