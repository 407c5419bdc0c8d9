"""Answers that clients have not taken yet: all together no more of them than fits."""

from __future__ import annotations

import weakref
from collections.abc import AsyncIterator
from typing import Any

from falcon.asgi import Request, Response

from kg.serve.refusals import Exhausted

MOST_HELD = 1 << 29
"""Bytes of long answers that may wait to be taken."""
SHORT = 1 << 20
"""Bytes of an answer for which there is always room: so many connections there are not."""
FULL = "too many long answers wait to be taken; ask for less, or again in a moment"


class Outbox:
    """Counts the long answers from when they are there until they are sent, or given up."""

    def __init__(self, most: int = MOST_HELD) -> None:
        self._most = most
        self.held = 0

    async def process_response(
        self, request: Request, response: Response, _resource: Any, _succeeded: bool
    ) -> None:
        """Let an answer wait, if there is room.

        Raises:
            Exhausted: if there is none.
        """
        size = getattr(response.context, "held", 0)
        if size <= SHORT or request.method == "HEAD" or not isinstance(response.stream, AsyncIterator):
            return
        if self.held + size > self._most:
            response.stream = None
            response.delete_header("Content-Length")
            raise Exhausted(FULL)
        response.stream = waiting = _Waiting(response.stream)
        self.held += size
        weakref.finalize(waiting, self._let_go, size)

    def _let_go(self, size: int) -> None:
        self.held -= size


class _Waiting(AsyncIterator[bytes]):
    """The pieces of an answer; whoever holds this holds the answer."""

    def __init__(self, pieces: AsyncIterator[bytes]) -> None:
        self._pieces = pieces

    async def __anext__(self) -> bytes:
        return await anext(self._pieces)
