"""How much work something is, counted and not timed: no other work on the machine disturbs it."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable


def steps(call: Callable[..., object], *arguments: object) -> int:
    """How many functions a call calls."""
    watched = cProfile.Profile()
    watched.runcall(call, *arguments)
    return sum(row[1] for row in pstats.Stats(watched).stats.values())  # type: ignore[attr-defined]
