"""The graph of a folder, opened for questions: from its store if that is up to date, else from its files."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.errors import GraphError

STORE = Path("store") / "oxigraph"
HASH = Path("store") / "oxigraph.sha256"
FILES = (("graph.trig", RdfFormat.TRIG), ("graph.ttl", RdfFormat.TURTLE))


def open_graph(directory: Path) -> Store:
    """The dataset that was built into a folder, merged world as default graph, articles as named graphs.

    Raises:
        GraphError: if the folder holds no graph, or one that cannot be read.
    """
    if (directory / HASH).is_file() and (store := _open_store(directory)) is not None:
        return store
    for name, syntax in FILES:
        if (directory / name).is_file():
            return _load(directory / name, syntax)
    raise GraphError(
        f"{directory}: no graph.trig or graph.ttl here; make one with: kg build --out {directory}"
    )


def save_store(directory: Path) -> None:
    """Load a folder's graph.trig into its store, so that the next question need not read it again."""
    target, beside = directory / STORE, directory / "store" / ".oxigraph.new"
    try:
        (directory / HASH).unlink(missing_ok=True)
        for old in (target, beside):
            shutil.rmtree(old, ignore_errors=True)
        beside.parent.mkdir(parents=True, exist_ok=True)
        _fill(beside, directory / "graph.trig")
        beside.rename(target)
        (directory / HASH).write_text(_fingerprint(directory), encoding="ascii")
    except OSError as error:
        raise GraphError(f"{target}: cannot be written ({error}); delete {directory / 'store'}") from error


def _fill(store: Path, trig: Path) -> None:
    Store(str(store)).bulk_load(path=str(trig), format=RdfFormat.TRIG)


def _open_store(directory: Path) -> Store | None:
    """The store on disk; nothing if it is of another graph or damaged: the files hold the same."""
    try:
        if (directory / HASH).read_text(encoding="ascii") != _fingerprint(directory):
            return None
        return Store.read_only(str(directory / STORE))
    except (OSError, UnicodeDecodeError):
        return None


def _fingerprint(directory: Path) -> str:
    return hashlib.sha256((directory / "graph.trig").read_bytes()).hexdigest()


def _load(path: Path, syntax: RdfFormat) -> Store:
    store = Store()
    try:
        store.bulk_load(path=str(path), format=syntax)
    except (SyntaxError, OSError) as error:
        raise GraphError(f"{path}: cannot be read ({error}); build it again with kg build") from error
    return store
