"""The graph of a folder, opened for questions: from its store if that is up to date and whole, else from its files."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import RdfFormat, Store, parse

from kg.errors import GraphError
from kg.files import is_abandoned, is_own_folder

Graph = Store
"""A graph that is open, for those who need not know which engine it is."""

STORE = "store"
TRIG, TURTLE = "graph.trig", "graph.ttl"
SEAL = "seal"
"""The file of a store that tells the digest of all its others, for Oxigraph may find a damaged one empty, or never end."""
OWN_NOTES = frozenset({SEAL, "LOCK", "LOG"})

BATCH = 100_000
"""Statements that are loaded into a store at once: some 170 MiB of memory."""

_NAME = re.compile(r"graph-[0-9a-f]{64}")
_UNFINISHED = ".graph-"


class Source(NamedTuple):
    """The file that tells the graph of a folder."""

    path: Path
    syntax: RdfFormat


def open_graph(directory: Path) -> Store:
    """The dataset that was built into a folder, merged world as default graph, articles as named graphs.

    Raises:
        GraphError: if the folder holds no graph, or one that cannot be read.
    """
    source = _source(directory)
    store = _open_store(_place(directory, source))
    return _load(source) if store is None else store


def save_store(directory: Path) -> None:
    """Load a folder's graph into its store, so that no question need read it again; the old one stays until then.

    Raises:
        GraphError: if there is no graph, or the store cannot be written.
    """
    place = _place(directory, _source(directory))
    if not is_own_folder(place.parent):
        raise GraphError(f"{place.parent}: a link or no folder, so no store is kept; remove it")
    try:
        place.parent.mkdir(exist_ok=True)
        if not _is_whole(place):
            _fill(place, _source(directory))
        _remove_others(place)
    except OSError as error:
        raise GraphError(f"{place}: no store is kept ({error}); mend it, or delete {place.parent}") from error


def _source(directory: Path) -> Source:
    trig, turtle = directory / TRIG, directory / TURTLE
    if trig.is_file() and not _is_outdated(trig, turtle):
        return Source(trig, RdfFormat.TRIG)
    if turtle.is_file():
        return Source(turtle, RdfFormat.TURTLE)
    if directory.is_file():
        raise GraphError(f"{directory}: no folder; name the one that holds it: {directory.parent}")
    raise GraphError(f"{directory}: no {TRIG} or {TURTLE} here; make one with: kg build --out {directory}")


def _is_outdated(trig: Path, turtle: Path) -> bool:
    """Whether a later build wrote the Turtle alone: of one build, the TriG begins with the Turtle."""
    if not turtle.is_file() or trig.stat().st_mtime_ns >= turtle.stat().st_mtime_ns:
        return False
    return not trig.read_bytes().startswith(turtle.read_bytes())


def _place(directory: Path, source: Source) -> Path:
    """Where the store of just this graph lies."""
    digest = hashlib.sha256(source.path.suffix.encode())
    with source.path.open("rb") as file:
        hashlib.file_digest(file, lambda: digest)
    return directory / STORE / f"graph-{digest.hexdigest()}"


def _load(source: Source) -> Store:
    store = Store()
    try:
        store.bulk_load(path=str(source.path), format=source.syntax)
    except (SyntaxError, OSError) as error:
        raise _unreadable(source, error) from error
    return store


def _unreadable(source: Source, error: Exception) -> GraphError:
    return GraphError(f"{source.path}: cannot be read ({error}); build it again with kg build")


def _open_store(place: Path) -> Store | None:
    """The store on disk; nothing if there is none or it is damaged, for the files hold the same."""
    with suppress(OSError, RuntimeError, ValueError):
        if is_own_folder(place.parent) and _is_whole(place):
            return Store.read_only(str(place))
    return None


def _fill(place: Path, source: Source) -> None:
    """Make a store beside its place, seal it, and put it there in one step."""
    beside = Path(tempfile.mkdtemp(dir=place.parent, prefix=_UNFINISHED))
    try:
        _load_batches(Store(str(beside)), source)
        (beside / SEAL).write_text(_seal_of(beside), encoding="ascii")
        shutil.rmtree(place, ignore_errors=True)
        beside.rename(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _load_batches(store: Store, source: Source) -> None:
    """Load a file piece by piece: as a whole, Oxigraph would hold a million statements in memory before it writes."""
    statements = parse(path=str(source.path), format=source.syntax)
    try:
        while batch := list(islice(statements, BATCH)):
            store.bulk_extend(batch)
    except SyntaxError as error:
        raise _unreadable(source, error) from error
    store.optimize()  # the pieces into one, which is asked a third faster


def _is_whole(place: Path) -> bool:
    """Whether every file of a store is as it was when it was sealed."""
    if not is_own_folder(place):
        return False
    try:
        return (place / SEAL).read_text(encoding="ascii") == _seal_of(place)
    except (OSError, UnicodeDecodeError):
        return False


def _seal_of(place: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(place.iterdir()):
        if file.name not in OWN_NOTES:
            digest.update(f"{file.name} {_digest_of(file)}\n".encode())
    return digest.hexdigest()


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remove_others(place: Path) -> None:
    """Remove the stores of earlier graphs, and what killed runs have left."""
    for other in place.parent.iterdir():
        abandoned = other.name.startswith(_UNFINISHED) and is_abandoned(other)
        if other != place and (_NAME.fullmatch(other.name) or abandoned):
            shutil.rmtree(other, ignore_errors=True)
