"""Trying again what a server could not do just now, with longer and longer waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from kg.graph.remote.mishaps import PassingError

T = TypeVar("T")

LONGEST = 60.0
"""Seconds between two attempts, whatever the server asks for."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often to try again, after how many seconds for the first time (then twice as many, and so on), and who is told."""

    tell: Callable[[str], None]
    retries: int = 5
    first_wait: float = 1.0

    def until_done(self, attempt: Callable[[], T]) -> T:
        """What an attempt gives, the first that goes well; all but the last that do not are told.

        Raises:
            RemoteError: if it cannot go well, or did not as often as there is patience for.
        """
        for number in range(self.retries):
            try:
                return attempt()
            except PassingError as error:
                wait = min(max(error.wait, self.first_wait * 2**number), LONGEST)
                self.tell(f"{error}; trying again in {wait:g} s")
                time.sleep(wait)
        return attempt()
