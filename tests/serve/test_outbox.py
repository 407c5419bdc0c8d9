"""Long answers wait to be taken, but not too many of them."""

from __future__ import annotations

import asyncio
import gc

import pytest
from falcon import testing
from falcon.asgi import Request, Response

from kg.serve.answers import Answer
from kg.serve.outbox import SHORT, Outbox
from kg.serve.refusals import Exhausted
from kg.serve.replies import send

LONG, LINE = "x" * (2 * SHORT), "x\n"


def reply(outbox: Outbox, text: str, method: str = "GET") -> Response:
    """A reply that waits to be sent."""
    request, response = (
        Request(testing.create_scope(method=method), testing.ASGIRequestEventEmitter()),
        Response(),
    )
    send(response, Answer("text/csv", text))
    asyncio.run(outbox.process_response(request, response, None, True))
    return response


async def taken(response: Response) -> bytes:
    """What a client gets."""
    return b"".join([piece async for piece in response.stream])


def test_so_many_wait_and_no_more():
    outbox = Outbox(most=5 * SHORT)
    waiting = [reply(outbox, LONG), reply(outbox, LONG)]
    with pytest.raises(Exhausted, match="too many long answers wait"):
        reply(outbox, LONG)
    assert asyncio.run(taken(waiting.pop())) == LONG.encode()
    gc.collect()
    assert outbox.held == len(LONG)
    assert asyncio.run(taken(reply(outbox, LONG))) == LONG.encode()


def test_for_short_ones_there_is_always_room():
    assert asyncio.run(taken(reply(Outbox(most=0), LINE))) == LINE.encode()


def test_what_is_not_sent_does_not_wait():
    outbox = Outbox(most=0)
    reply(outbox, LONG, "HEAD")
    assert outbox.held == 0
