"""Stages without the search for garbage: their records refer to each other in one direction and leave next to none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
