"""What a process does that answers: one question after the other, within its limits, of the graph that was built last."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.graph.store import TRIG, TURTLE, Graph, open_graph
from kg.serve.answers import Answer
from kg.serve.refusals import Exhausted

try:
    import resource
except ImportError:  # only Unix has limits of memory
    resource = None  # type: ignore[assignment]

GRACE = 2
"""Seconds after which a process that nobody ended ends itself."""
READY, BROKEN = "ready", "broken"
TOO_MUCH = "the query took more memory, or goes deeper, than it may; ask for less"

_FileStamp = tuple[int, int]
_Stamp = tuple[_FileStamp | None, _FileStamp | None]


@dataclass(frozen=True)
class Limits:
    """What a question may take: seconds, rows (or triples) of its answer, bytes of memory."""

    seconds: float = 30
    rows: int = 10_000
    memory: int = 4 << 30


def work(way: Connection, directory: Path, limits: Limits) -> None:
    """Answer one question after the other until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory(limits.memory)
    current = _Current(directory)
    with suppress(KgError):
        current.graph()
    way.send(READY)
    with suppress(EOFError):
        while True:
            make, arguments = way.recv()
            signal.setitimer(signal.ITIMER_REAL, limits.seconds + GRACE)
            way.send(_reply(current, make, (limits.rows, *arguments), way))
            signal.setitimer(signal.ITIMER_REAL, 0)


def _reply(
    current: _Current, make: Callable[..., Answer], arguments: tuple[Any, ...], way: Connection
) -> Answer | KgError:
    """The answer, or why there is none; a bug is told to both sides."""
    try:
        return make(current.graph(), *arguments)
    except KgError as error:
        return error
    except MemoryError:
        return Exhausted(TOO_MUCH)
    except BaseException:
        way.send(BROKEN)
        raise


class _Current:
    """The graph of a folder as it is built now: opened again when it is built again."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._opened: tuple[_Stamp, Graph] | None = None

    def graph(self) -> Graph:
        """The graph."""
        stamp = _stamp(self._directory)
        if self._opened is None or self._opened[0] != stamp:
            self._opened = stamp, open_graph(self._directory)
        return self._opened[1]


def _bound_memory(most: int) -> None:
    """Let the process take no more address space, and leave no image of its memory behind."""
    if resource is not None:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _stamp(directory: Path) -> _Stamp:
    """By which a folder's graph is known to be another one than before."""
    return _of(directory / TRIG), _of(directory / TURTLE)


def _of(file: Path) -> _FileStamp | None:
    with suppress(OSError):
        status = file.stat()
        return status.st_mtime_ns, status.st_size
    return None
