"""A dataset → TriG: the default graph first, as in Turtle, then each article's own graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from rdflib import Dataset
from rdflib.term import Node

from kg.files import write_atomically
from kg.graph.turtle import Statement, subject_blocks, term_text, turtle_of


def export_trig(dataset: Dataset, path: Path) -> None:
    """Write a dataset with its named graphs."""
    write_atomically(path, trig_of(dataset))


def trig_of(dataset: Dataset) -> str:
    """A dataset as a TriG document; its beginning is the Turtle document of the default graph."""
    default = dataset.default_graph.identifier
    graphs: defaultdict[Node, list[Statement]] = defaultdict(list)
    for subject, predicate, value, graph in dataset.quads():
        graphs[graph or default].append((subject, predicate, value))
    return "\n".join((turtle_of(graphs.pop(default, ())), *_graph_blocks(graphs)))


def _graph_blocks(graphs: dict[Node, list[Statement]]) -> Iterator[str]:
    for name in sorted(graphs, key=str):
        statements = indent("\n".join(subject_blocks(graphs[name])), "    ")
        yield f"{term_text(name)} {{\n{statements}}}\n"
