"""The merged world → Turtle."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset

from kg.files import write_atomically
from kg.graph.turtle import turtle_of


def export_turtle(dataset: Dataset, path: Path) -> None:
    """Write the default graph of a dataset."""
    write_atomically(path, turtle_of(dataset.default_graph))
