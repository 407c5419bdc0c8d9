"""Articles' graphs at a server that are no longer here: found, and removed."""

from __future__ import annotations

from collections.abc import Collection

from kg.graph.remote.exchange import Client
from kg.graph.remote.mishaps import RemoteError
from kg.graph.remote.patience import Patience
from kg.graph.remote.reading import ARTICLES, StoreReader, check_whole
from kg.graph.remote.writing import UPDATE, UPDATE_KIND, chosen

_ALL = (
    "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } "
    f'FILTER(STRSTARTS(STR(?g), "{ARTICLES}")) }}'
)


def remove_articles(
    protocol: str,
    address: str,
    client: Client,
    patience: Patience,
    world: str | None,
    but: Collection[str | None],
) -> None:
    """Remove the graphs of articles, but for those that are about to be replaced anyway.

    A graph store does not tell which graphs it has, so there it is those of which the merged world speaks.

    Raises:
        RemoteError: if the server refuses, or cannot tell which there are.
    """
    if protocol == UPDATE:
        patience.until_done(lambda: client.send("POST", address, body=_ALL.encode(), kind=UPDATE_KIND))
        return
    check_whole(address, client)
    reader = StoreReader(address, client, patience)
    for name in reader.articles(reader.read(world)):
        if name not in but:
            _remove(name, address, client, patience)


def _remove(name: str, address: str, client: Client, patience: Patience) -> None:
    try:
        patience.until_done(lambda: client.send("DELETE", address, parameters=chosen(name)))
    except RemoteError as error:
        if error.status != 404:
            raise
