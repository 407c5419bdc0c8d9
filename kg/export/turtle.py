"""The merged world → Turtle."""

from __future__ import annotations

from pathlib import Path

from kg.files import write_atomically
from kg.graph.build import Graphs


def export_turtle(graphs: Graphs, path: Path) -> None:
    """Write the default graph."""
    write_atomically(path, graphs.turtle)
