"""What goes for every request: safe headers, one line in the log, and an ear only for one's own name."""

from __future__ import annotations

import logging
import time
from typing import Any

from falcon.asgi import Request, Response

from kg.serve.refusals import Refusal

LOG = logging.getLogger("kg.serve")

POLICY = "Content-Security-Policy"
HEADERS = {
    POLICY: "default-src 'none'; frame-ancestors 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
LOGGED = 200
"""Characters of a path that are worth a place in the log."""


class StrangeName(Refusal):
    """A request to a name that is not the server's."""

    status = 421


class Manners:
    """Safe headers, and a line in the log."""

    async def process_request(self, request: Request, _response: Response) -> None:
        """Note when it began."""
        request.context.began = time.monotonic()

    async def process_response(
        self, request: Request, response: Response, _resource: Any, _succeeded: bool
    ) -> None:
        """Add what headers are missing, and tell of the request."""
        for name, value in HEADERS.items():
            if response.get_header(name) is None:
                response.set_header(name, value)
        took = (time.monotonic() - request.context.began) * 1000
        path = ascii(request.path[:LOGGED])[1:-1]
        LOG.info("%s %s %s %s %.0f ms", request.remote_addr, request.method, path, response.status_code, took)


class Hosts:
    """On a machine of one's own, answer only to its own names: another's page may have given it one of theirs."""

    def __init__(self, names: frozenset[str] | None) -> None:
        self._names = names

    async def process_request(self, request: Request, _response: Response) -> None:
        """Refuse what was sent to another name."""
        if self._names is not None and request.host.lower() not in self._names:
            raise StrangeName(
                f"this is not {request.host!a}; ask for one of: {', '.join(sorted(self._names))}"
            )
