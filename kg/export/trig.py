"""The graphs of a world → TriG: the default graph first, as in Turtle, then each article's own graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from kg.files import write_atomically
from kg.graph.build import Graphs
from kg.graph.turtle import subject_blocks, term_text


def export_trig(graphs: Graphs, path: Path) -> None:
    """Write the default graph and the named ones."""
    write_atomically(path, trig_of(graphs))


def trig_of(graphs: Graphs) -> str:
    """The graphs as a TriG document; its beginning is the Turtle document of the default graph."""
    return "\n".join((graphs.turtle, *graph_blocks(graphs)))


def graph_blocks(graphs: Graphs) -> Iterator[str]:
    """Each article's graph as a block of a TriG document, without the prefixes."""
    for name, triples in graphs.named():
        statements = indent("\n".join(subject_blocks(triples)), "    ")
        yield f"{term_text(name)} {{\n{statements}}}\n"
