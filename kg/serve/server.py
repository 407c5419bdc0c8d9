"""The server itself: where it listens, whom it hears, when it hangs up."""

from __future__ import annotations

import asyncio
import itertools
import logging
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.errors import GraphError, KgError
from kg.graph.store import open_graph, save_store
from kg.serve.app import make_app
from kg.serve.work import Limits
from kg.serve.workers import START_UP, Workers

MOST_CONNECTIONS = 256
PATIENCE = 20
"""Seconds in which a new connection has to bring a request."""
SENDING = 300
"""Seconds in which an answer has to be taken, once it is there."""
VERSIONS = frozenset({"1.0", "1.1"})
"""Of HTTP; the framework knows no other that this server can be asked in."""
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

Asgi = Callable[[Any, Any, Any], Awaitable[None]]


@dataclass(frozen=True)
class Place:
    """Where a server listens, and whose pages may ask it too."""

    host: str = "127.0.0.1"
    port: int = 8765
    origin: str | None = None


def serve(directory: Path, place: Place, limits: Limits, workers: int, tell: Callable[[str], None]) -> None:
    """Answer at a place until interrupted, so many questions at once; `tell` hears the address once it listens.

    Raises:
        KgError: if there is no graph, or the place is taken.
    """
    with suppress(GraphError):
        save_store(directory)  # so that a process that was ended is soon followed by another
    open_graph(directory)
    with _listening(place) as listener:
        answering = Workers(directory, limits, workers)
        hosts = LOOPBACK | {"[::1]"} if place.host in LOOPBACK else None
        app = make_app(directory, answering, limits.rows, hosts, place.origin)
        config = Config(
            _bounded(cast("Asgi", app), limits.seconds + START_UP + SENDING),
            http=PoliteConnection,
            access_log=False,
            log_level="warning",
            server_header=False,
            ws="none",
            timeout_keep_alive=PATIENCE,
            timeout_graceful_shutdown=2,
        )
        _log_requests()
        tell(_address(place.host, listener.getsockname()[1]))
        try:
            Server(config).run(sockets=[listener])
        finally:
            answering.close()


class PoliteConnection(H11Protocol):
    """A connection that makes room: for it brings no request in time, or is the oldest idle one of too many."""

    _numbers = itertools.count()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin, and hang up on others where there are too many."""
        super().connection_made(transport)
        self.number = next(self._numbers)
        self.loop.call_later(PATIENCE, self._hang_up_if_silent)
        if len(self.connections) > MOST_CONNECTIONS:
            others = [c for c in self.connections if isinstance(c, PoliteConnection) and c.is_idle()]
            min(others, key=lambda connection: connection.number).hang_up()

    def is_idle(self) -> bool:
        """Whether nothing is being worked out for it: no request, an unfinished one, or one that is answered."""
        return not self.cycle or self.cycle.response_complete or self.cycle.more_body

    def hang_up(self) -> None:
        """Close at once, whatever is still to be sent."""
        self.connections.discard(self)
        self.transport.abort()

    def _hang_up_if_silent(self) -> None:
        if not self.cycle:
            self.hang_up()


def _bounded(app: Asgi, seconds: float) -> Asgi:
    """An app of which no request takes longer than that, the taking of the answer included; none of odd versions."""

    async def call(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        if scope["http_version"] not in VERSIONS:
            await _refuse_version(send)
            return
        async with asyncio.timeout(seconds):
            await app(scope, receive, send)

    return call


async def _refuse_version(send: Any) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 505, "headers": headers})
    await send({"type": "http.response.body", "body": b"ask in HTTP/1.1\n"})


@contextmanager
def _listening(place: Place) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    try:
        listener = socket.create_server((place.host, place.port), family=family, backlog=512)
    except (OSError, OverflowError) as error:
        raise KgError(
            f"{place.host}:{place.port}: cannot listen there ({error}); choose another: --host, --port"
        ) from error
    with listener:
        yield listener


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _log_requests() -> None:
    logger = logging.getLogger("kg.serve")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
