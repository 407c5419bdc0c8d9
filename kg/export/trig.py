"""A dataset → TriG: the default graph first, as in Turtle, then each article's own graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from rdflib import Dataset

from kg.export.files import write_atomically
from kg.graph.turtle import subject_blocks, term_text, turtle_of


def export_trig(dataset: Dataset, path: Path) -> None:
    """Write a dataset with its named graphs."""
    write_atomically(path, trig_of(dataset))


def trig_of(dataset: Dataset) -> str:
    """A dataset as a TriG document; its beginning is the Turtle document of the default graph."""
    return "\n".join((turtle_of(dataset.default_graph), *_graph_blocks(dataset)))


def _graph_blocks(dataset: Dataset) -> Iterator[str]:
    named = (graph for graph in dataset.graphs() if graph.identifier != dataset.default_graph.identifier)
    for graph in sorted(named, key=lambda graph: str(graph.identifier)):
        statements = indent("\n".join(subject_blocks(graph)), "    ")
        yield f"{term_text(graph.identifier)} {{\n{statements}}}\n"
