"""The two ways to write graphs of a server: the Graph Store Protocol, and SPARQL Update.

Either writes whole lines of N-Triples without blank nodes, so that a request that is repeated does no harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.graph.remote.exchange import Client
from kg.graph.remote.mishaps import RemoteError
from kg.graph.remote.patience import Patience

UPDATE, STORE = "update", "store"
PROTOCOLS = (STORE, UPDATE)
N_TRIPLES = "application/n-triples"
UPDATE_KIND = "application/sparql-update"

_NO_UPDATE = frozenset({400, 404, 405, 406, 415, 501})
"""By which an address refuses what is for an endpoint of updates."""


class Writer(Protocol):
    """Writes graphs by their IRI, the default graph where there is none."""

    @property
    def batch(self) -> int:
        """Triples of one request."""

    def replace(self, graph: str | None, lines: Sequence[bytes]) -> None:
        """Make a graph of just these triples."""

    def add(self, graph: str | None, lines: Sequence[bytes]) -> None:
        """Add triples to a graph."""


@dataclass(frozen=True, slots=True)
class GraphStore:
    """By PUT and POST of the SPARQL 1.1 Graph Store Protocol."""

    address: str
    client: Client
    patience: Patience
    batch: int = 20_000

    def replace(self, graph: str | None, lines: Sequence[bytes]) -> None:
        """Make a graph of just these triples, in one step of the server."""
        self._write("PUT", graph, lines)

    def add(self, graph: str | None, lines: Sequence[bytes]) -> None:
        """Add triples to a graph."""
        self._write("POST", graph, lines)

    def _write(self, method: str, graph: str | None, lines: Sequence[bytes]) -> None:
        # Virtuoso guesses the syntax from the beginning, and takes one long literal for plain text.
        shortest_first: list[bytes] = sorted(lines, key=len)
        body, which = b"".join(shortest_first), chosen(graph)
        self.patience.until_done(
            lambda: self.client.send(method, self.address, body=body, kind=N_TRIPLES, parameters=which)
        )


@dataclass(frozen=True, slots=True)
class Updates:
    """By SPARQL 1.1 Update."""

    address: str
    client: Client
    patience: Patience
    batch: int = 2_000  # Virtuoso's compiler has no memory for more than some 5,000 lines

    def replace(self, graph: str | None, lines: Sequence[bytes]) -> None:
        """Clear a graph and insert these triples, in one request."""
        self._write(f"CLEAR SILENT {f'GRAPH <{graph}>' if graph else 'DEFAULT'} ;\n{_insert(graph, lines)}")

    def add(self, graph: str | None, lines: Sequence[bytes]) -> None:
        """Insert triples into a graph."""
        self._write(_insert(graph, lines))

    def _write(self, update: str) -> None:
        body = update.encode()
        self.patience.until_done(lambda: self.client.send("POST", self.address, body=body, kind=UPDATE_KIND))


def make_writer(
    protocol: str, address: str, client: Client, patience: Patience, batch: int | None = None
) -> Writer:
    """What writes by one of PROTOCOLS, so many triples a request."""
    writer = GraphStore if protocol == STORE else Updates
    return writer(address, client, patience, batch) if batch else writer(address, client, patience)


def chosen(graph: str | None) -> list[tuple[str, str]]:
    """How the Graph Store Protocol names a graph."""
    return [("graph", graph)] if graph else [("default", "")]


def find_protocol(address: str, client: Client) -> str:
    """The way to write at an address: by updates, if it takes one that changes nothing, else as a graph store.

    Raises:
        RemoteError: if it cannot be reached, or does not know the user.
    """
    try:
        reply = client.send("POST", address, body=b"INSERT DATA {}", kind=UPDATE_KIND)
    except RemoteError as error:
        if error.status in _NO_UPDATE:
            return STORE
        raise
    return STORE if "html" in reply.kind else UPDATE


def _insert(graph: str | None, lines: Sequence[bytes]) -> str:
    triples = b"".join(lines).decode()
    return f"INSERT DATA {{ GRAPH <{graph}> {{\n{triples}}} }}" if graph else f"INSERT DATA {{\n{triples}}}"
