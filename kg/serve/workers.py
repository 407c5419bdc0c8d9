"""Processes that answer, one question each at a time: one that takes too long or too much is ended, and another begun."""

from __future__ import annotations

import asyncio
import os
import queue
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.serve.answers import Answer
from kg.serve.refusals import Exhausted
from kg.serve.work import GRACE, TOO_MUCH, Limits, work

MOST_WORKERS = 64
START_UP = 60
"""Seconds that a process may take to be ready."""
MOST_WAITING = 200
"""Questions that may wait for a process; more are sent away."""
BUSY = "too many questions at once; ask again in a moment"
Task = tuple[Callable[..., Answer], tuple[Any, ...]]


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
            target=work, args=(other, self._directory, self._limits), name="kg-worker", daemon=True
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
