"""What a command may take at most: an engine at work cannot be asked to stop, so the process ends itself."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

import click

try:
    import resource
except ImportError:  # only Unix tells how much memory is taken
    resource = None  # type: ignore[assignment]

LONGEST = 86_400
"""Seconds; whoever wants more wants no limit."""
STOPPED = 1
TICK = 0.05
SHARE = 0.5
"""Of the machine's memory, what a question may take."""


def seconds_of(_ctx: click.Context, _option: click.Parameter, seconds: float) -> float:
    """A number of seconds, which “nan” is not."""
    if math.isnan(seconds):
        raise click.BadParameter("nan is no number of seconds")
    return seconds


@contextmanager
def stopped_at(seconds: float, most_memory: float | None = None) -> Iterator[None]:
    """End the process when its time is up (0 for no limit), or it takes more memory than it may."""
    reasons = (_too_long(seconds), _too_much(most_memory or _whole_memory() * SHARE))
    done = Event()
    Thread(target=_watch, args=(done, reasons), daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _watch(done: Event, reasons: tuple[Callable[[], str], ...]) -> None:
    while not done.wait(TICK):
        for reason in reasons:
            if why := reason():
                click.echo(f"kg: error: query: {why}", err=True)
                sys.stderr.flush()
                os._exit(STOPPED)


def _too_long(seconds: float) -> Callable[[], str]:
    until = time.monotonic() + seconds if seconds else math.inf
    why = f"stopped after {seconds:g} s; ask for less, or allow more: --timeout"
    return lambda: why if time.monotonic() > until else ""


def _too_much(most: float) -> Callable[[], str]:
    why = f"stopped, for it took more than {most / (1 << 30):.1f} GiB of memory; ask for less"
    return lambda: why if _taken() > most else ""


def _taken() -> int:
    """Bytes that the process has taken at its peak; macOS counts them one by one, others in thousands."""
    peak = 0
    if resource is not None:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak << 10


def _whole_memory() -> float:
    whole = math.inf
    if resource is not None:
        whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return whole
