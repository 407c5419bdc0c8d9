"""The graph of a folder, opened for questions: from its store if that is up to date, else from its files."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.errors import GraphError

STORE = Path("store") / "oxigraph"
HASH = Path("store") / "oxigraph.sha256"
TRIG, TURTLE = "graph.trig", "graph.ttl"


def open_graph(directory: Path) -> Store:
    """The dataset that was built into a folder, merged world as default graph, articles as named graphs.

    Raises:
        GraphError: if the folder holds no graph, or one that cannot be read.
    """
    trig, turtle = directory / TRIG, directory / TURTLE
    if trig.is_file() and not _is_outdated(trig, turtle):
        return _open_store(directory) or _load(trig, RdfFormat.TRIG)
    if turtle.is_file():
        return _load(turtle, RdfFormat.TURTLE)
    raise GraphError(f"{directory}: no {TRIG} or {TURTLE} here; make one with: kg build --out {directory}")


def save_store(directory: Path) -> None:
    """Load a folder's graph.trig into its store, so that the next question need not read it again.

    Raises:
        GraphError: if the store cannot be written.
    """
    target, beside = directory / STORE, directory / "store" / ".oxigraph.new"
    try:
        (directory / HASH).unlink(missing_ok=True)
        for old in (target, beside):
            shutil.rmtree(old, ignore_errors=True)
        beside.parent.mkdir(parents=True, exist_ok=True)
        _fill(beside, directory / TRIG)
        beside.rename(target)
        (directory / HASH).write_text(_fingerprint(directory), encoding="ascii")
    except OSError as error:
        raise GraphError(f"{target}: cannot be written ({error}); delete {directory / 'store'}") from error


def _fill(store: Path, trig: Path) -> None:
    Store(str(store)).bulk_load(path=str(trig), format=RdfFormat.TRIG)


def _is_outdated(trig: Path, turtle: Path) -> bool:
    """Whether a later build wrote the Turtle alone: of one build, the TriG begins with the Turtle."""
    if not turtle.is_file() or trig.stat().st_mtime_ns >= turtle.stat().st_mtime_ns:
        return False
    return not trig.read_bytes().startswith(turtle.read_bytes())


def _open_store(directory: Path) -> Store | None:
    """The store on disk; nothing if it is of another graph or damaged: the files hold the same."""
    try:
        if (directory / HASH).read_text(encoding="ascii") != _fingerprint(directory):
            return None
        return Store.read_only(str(directory / STORE))
    except (OSError, UnicodeDecodeError):
        return None


def _fingerprint(directory: Path) -> str:
    return hashlib.sha256((directory / TRIG).read_bytes()).hexdigest()


def _load(path: Path, syntax: RdfFormat) -> Store:
    store = Store()
    try:
        store.bulk_load(path=str(path), format=syntax)
    except (SyntaxError, OSError) as error:
        raise GraphError(f"{path}: cannot be read ({error}); build it again with kg build") from error
    return store
