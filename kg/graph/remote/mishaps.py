"""What goes wrong between us and a server: where, what its own words are, and what to do about it."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import requests

from kg.errors import GraphError
from kg.graph.remote.reply import Reply, shown_words
from kg.graph.results import visible

PASSING = frozenset({429, 502, 503, 504})
"""By which a server says that it may do better later."""

_REMEDY = "check the address"
_REMEDIES = {
    **dict.fromkeys((301, 302, 303, 307, 308), "name that address yourself, if you trust it"),
    400: "mend what was asked, or check the address",
    **dict.fromkeys((401, 403), "check --user, KG_PASSWORD in the environment, and the address"),
    405: "it takes no such request; name another address of that server (docs/remote.md)",
    413: "send less at once",
}
"""What to do about a status."""

_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)


class RemoteError(GraphError):
    """A server that cannot be reached, refuses, or answers what was not asked; `status` is what it said, or 0."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


class PassingError(RemoteError):
    """What may go well when it is tried again after `wait` seconds (0 where the server does not say)."""

    def __init__(self, message: str, status: int = 0, wait: float = 0) -> None:
        super().__init__(message, status)
        self.wait = wait


def check_address(address: str) -> None:
    """Refuse what is no plain address of a web server.

    Raises:
        RemoteError: if it is none, or carries a password, which others could read in lists of processes.
    """
    try:
        parts = urlsplit(address)
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and visible(address) == address
    except ValueError:
        fits = False
    if not fits:
        raise RemoteError(
            f"{shown_words(address)}: no address of a server; write it as http://host:7878/query"
        )
    if parts.username is not None:
        raise RemoteError(
            f"{parts.hostname}: an address with a user in it; give --user, and KG_PASSWORD in the environment"
        )


def refusal_of(reply: Reply) -> RemoteError:
    """What a status of 300 or more means, with the server's own words."""
    text = reply.body.decode("utf-8", "replace")
    words = shown_words(_TAG.sub(" ", text) if "html" in reply.kind else text)
    said = f"{reply.address}: {reply.status}" + (f", it says “{words}”" if words else "")
    if reply.status in PASSING:
        return PassingError(f"{said}; try again later", reply.status, _wait(reply))
    if reply.status < 400:
        onward = shown_words(reply.headers.get("location", "nowhere"))
        said = f"{reply.address}: {reply.status}, it sends on to {onward}, which is not followed"
    status = 403 if "permission" in words.lower() else reply.status
    return RemoteError(f"{said}; {_REMEDIES.get(status, _REMEDY)}", reply.status)


def failure_of(address: str, error: Exception, seconds: float) -> RemoteError:
    """What a request without a whole answer means."""
    causes = [type(cause) for cause in _causes(error)]
    if isinstance(error, requests.exceptions.InvalidURL | UnicodeError):
        return RemoteError(f"{address}: no address of a server; write it as http://host:7878/query")
    if socket.gaierror in causes:
        return RemoteError(f"{address}: no such host; check the address, or the network")
    if isinstance(error, requests.exceptions.SSLError):
        return RemoteError(f"{address}: its certificate is not trusted ({_words_of(error)})")
    if isinstance(error, requests.Timeout) or TimeoutError in causes:
        return PassingError(
            f"{address}: stopped, no whole answer after {seconds:g} s; ask for less, or allow more: --timeout"
        )
    if ConnectionRefusedError in causes:
        return PassingError(f"{address}: nothing listens there; is the server running?")
    return PassingError(f"{address}: the connection broke ({_words_of(error)}); try again")


def _wait(reply: Reply) -> float:
    told = reply.headers.get("retry-after", "")
    return float(told) if told.isascii() and told.isdigit() else 0


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _words_of(error: Exception) -> str:
    return shown_words(str(error) or type(error).__name__)
