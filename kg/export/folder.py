"""A dataset from elsewhere → a folder as `kg build` makes it, as far as questions and checks want it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from kg.errors import GraphError
from kg.export.trig import Dataset, export_trig
from kg.files import is_own_folder, write_atomically
from kg.graph.store import STORE, TRIG, TURTLE, save_store

OWN = frozenset({TURTLE, TRIG, STORE})
"""What such a folder holds, and nothing else."""


def check_place(folder: Path) -> None:
    """Refuse a folder that holds other things, which would then tell of another graph.

    Raises:
        GraphError: if it does, or is no folder.
    """
    if not is_own_folder(folder):
        raise GraphError(f"{folder}: a link or no folder; choose another --out")
    others = (
        sorted(entry.name for entry in folder.iterdir() if entry.name not in OWN) if folder.exists() else []
    )
    if others:
        raise GraphError(
            f"{folder}: holds {others[0]} already, which kg pull does not write; choose another --out"
        )


def export_folder(dataset: Dataset, folder: Path) -> None:
    """Write Turtle, TriG and the store beside the folder, then put all in its place.

    Raises:
        GraphError: if that cannot be written, or the folder holds other things.
    """
    check_place(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
        try:
            write_atomically(beside / TURTLE, dataset.turtle)
            export_trig(dataset, beside / TRIG)
            save_store(beside)
            _replace(folder, beside)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise GraphError(f"{folder}: cannot be written ({error.strerror}); choose another --out") from error


def _replace(folder: Path, beside: Path) -> None:
    """Rename the new folder to its name; what was there goes aside first, and away last."""
    beside.chmod(0o755)
    aside = beside.with_name(f"{beside.name}.old")
    if folder.exists():
        folder.rename(aside)
    beside.rename(folder)
    shutil.rmtree(aside, ignore_errors=True)
