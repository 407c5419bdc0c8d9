"""The graphs of a world → N-Quads, for bulk loads: a statement a line, in the order of the TriG, packed or not."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from io import BufferedWriter
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg.export.trig import graph_blocks
from kg.files import written_atomically
from kg.graph.build import Graphs
from kg.graph.turtle import head

PIECE = 1 << 16
"""Bytes that are packed at once."""


def export_nquads(graphs: Graphs, path: Path) -> None:
    """Write the default graph and the named ones, one after the other, so that never more than one is at hand."""
    with written_atomically(path) as file:
        serialize(statements(graphs), file, RdfFormat.N_QUADS)


def export_packed_nquads(graphs: Graphs, path: Path) -> None:
    """The same, packed by gzip, without the time and the name that it would note."""
    with (
        written_atomically(path) as file,
        gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed,
        BufferedWriter(packed, PIECE) as pieces,
    ):
        serialize(statements(graphs), pieces, RdfFormat.N_QUADS)


def statements(graphs: Graphs) -> Iterator[Quad]:
    """All that the graphs say, graph by graph, each sorted by subject."""
    yield from parse(graphs.turtle, RdfFormat.TURTLE)
    for block in graph_blocks(graphs):
        yield from parse(head() + block, RdfFormat.TRIG)
