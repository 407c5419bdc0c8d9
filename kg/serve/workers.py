"""Processes that answer, one question each at a time: one that takes too long or too much is ended, and another begun."""

from __future__ import annotations

import asyncio
import os
import queue
import signal
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
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

MOST_WORKERS = 64
START_UP = 60
"""Seconds that a process may take to be ready."""
MOST_WAITING = 200
"""Questions that may wait for a process; more are sent away."""
GRACE = 2
"""Seconds after which a process that nobody ended ends itself."""

READY, BROKEN = "ready", "broken"
BUSY = "too many questions at once; ask again in a moment"
TOO_MUCH = "the query took more memory, or goes deeper, than it may; ask for less"

Task = tuple[Callable[..., Answer], tuple[Any, ...]]

_FileStamp = tuple[int, int]
_Stamp = tuple[_FileStamp | None, _FileStamp | None]


@dataclass(frozen=True)
class Limits:
    """What a question may take: seconds, rows (or triples) of its answer, bytes of memory."""

    seconds: float = 30
    rows: int = 10_000
    memory: int = 4 << 30


def usual_number() -> int:
    """As many processes as the machine has cores, and never one alone, which a long question would keep from all others."""
    return min(max(2, os.cpu_count() or 1), MOST_WORKERS)


class Workers:
    """As many processes as may work at once, and the questions that wait for them."""

    def __init__(self, directory: Path, limits: Limits, number: int) -> None:
        self._limits = limits
        self._waiting = 0
        self._free = asyncio.Semaphore(number)
        self._threads = ThreadPoolExecutor(number)
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        for _ in range(number):
            self._idle.put(_Worker(directory, limits))

    async def ask(self, make: Callable[..., Answer], *arguments: Any) -> Answer:
        """The answer to a question, from the first process that is free.

        Raises:
            Exhausted: if it takes too much, or too many questions wait.
            KgError: what the question itself is refused for.
        """
        async with self._turn():
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self._ask, (make, arguments))

    def close(self) -> None:
        """End all processes."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with suppress(queue.Empty):
            while True:
                self._idle.get_nowait().end()

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """A question's turn, for which it waits no longer than it may then take."""
        if self._waiting >= MOST_WAITING:
            raise Exhausted(BUSY)
        self._waiting += 1
        try:
            await asyncio.wait_for(self._free.acquire(), self._limits.seconds)
        except TimeoutError:
            raise Exhausted(BUSY) from None
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._free.release()

    def _ask(self, task: Task) -> Answer:
        worker = self._idle.get()
        try:
            return worker.ask(task)
        finally:
            self._idle.put(worker)


class _Worker:
    """One process, and the way to it."""

    def __init__(self, directory: Path, limits: Limits) -> None:
        self._directory, self._limits = directory, limits
        self._begin()

    def ask(self, task: Task) -> Answer:
        """Its answer, if it comes in time."""
        if not self._process.is_alive():
            self._renew()
        try:
            reply = self._reply_to(task)
        except (EOFError, OSError) as error:
            self._renew()
            raise Exhausted(TOO_MUCH) from error
        if isinstance(reply, KgError):
            raise reply
        if not isinstance(reply, Answer):
            self._process.join(GRACE)  # it writes its traceback
            self._renew()
            raise RuntimeError("a worker broke; its traceback stands on standard error")
        return reply

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self._way.close()

    def _renew(self) -> None:
        self.end()
        self._begin()

    def _begin(self) -> None:
        context = get_context("spawn")
        self._way, other = context.Pipe()
        self._ready = False
        self._process = context.Process(
            target=_work, args=(other, self._directory, self._limits), name="kg-worker", daemon=True
        )
        self._process.start()
        other.close()

    def _reply_to(self, task: Task) -> Any:
        if not self._ready:
            if not self._way.poll(START_UP):
                raise EOFError
            self._way.recv()
            self._ready = True
        self._way.send(task)
        if self._way.poll(self._limits.seconds):
            return self._way.recv()
        self._renew()
        raise Exhausted(f"stopped after {self._limits.seconds:g} s; ask for less")


def _work(way: Connection, directory: Path, limits: Limits) -> None:
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
