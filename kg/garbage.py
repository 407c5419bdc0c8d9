"""Stages without the search for garbage: their records refer to each other in one direction and leave next to none."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

EVERY = 25
"""So many things are handed on before they are set aside."""


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """Spare the interpreter's search for cycles, which goes through all that the corpus has made so far."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def set_aside(kept: Iterable[T]) -> Iterator[T]:
    """Hand on what stays, and every so often set it aside, so that the search need not go through it again.

    What has become garbage until then is collected before, and nothing is set aside any more at the end.
    """
    try:
        for number, thing in enumerate(kept, start=1):
            yield thing
            if number % EVERY == 0:
                gc.collect()
                gc.freeze()
    finally:
        gc.unfreeze()
