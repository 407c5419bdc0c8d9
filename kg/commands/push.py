"""kg push: bring the graph to a server."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.elsewhere import bar, batch_size, client_of, patience_of, retries, timeout, told, world_there
from kg.commands.options import built_graph, user_there
from kg.graph.binding import as_iri
from kg.graph.remote.prune import remove_articles
from kg.graph.remote.push import WORLD, graphs_of, push
from kg.graph.remote.writing import PROTOCOLS, find_protocol, make_writer
from kg.graph.store import open_graph

EXAMPLE = """\b
Example:
  kg push http://127.0.0.1:7878/store                     # Oxigraph, Graph Store Protocol
  kg push http://127.0.0.1:3030/news/update               # Fuseki, SPARQL Update
  KG_PASSWORD=… kg push --user dba http://127.0.0.1:8890/sparql-graph-crud-auth   # Virtuoso
"""


@click.command("push", epilog=EXAMPLE)
@click.argument("address", metavar="URL")
@built_graph
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="ID",
    help="Send the graph of this article alone; may be repeated.",
)
@click.option(
    "--protocol",
    type=click.Choice(PROTOCOLS),
    help="Graph Store Protocol, or SPARQL Update.  [default: what the server takes at that address]",
)
@click.option("--prune", is_flag=True, help="First remove the graphs there of articles that are not here.")
@world_there
@user_there
@batch_size
@retries
@timeout
def command(
    *,
    address: str,
    directory: Path,
    articles: tuple[str, ...],
    protocol: str | None,
    prune: bool,
    world: str | None,
    user: str | None,
    batch: int | None,
    tries: int,
    seconds: float,
) -> None:
    """Send the graph to a server: the merged world and each article's own graph, or only those of some articles.

    URL is a Graph Store or an Update endpoint. Each graph that is sent takes the place of the one of that
    name there; other graphs stay, unless --prune. It is sent in batches, which are sent again where the server is busy or
    gone for a moment; after an interruption, the same command may simply be given again.

    \b
    Exit code: 0 all is there, 1 no graph, or a server that does not take it.
    """
    store = open_graph(directory)
    graphs = graphs_of(store, articles)
    client, patience = client_of(user, seconds), patience_of(tries)
    found = find_protocol(address, client)
    writer = make_writer(protocol or found, address, client, patience, batch)
    place = as_iri(world) if world else (WORLD if client.has_met_virtuoso else None)
    if prune and articles:
        raise click.UsageError("--prune is for the whole graph, and --article for a part of it")
    if prune:
        remove_articles(protocol or found, address, client, patience, place, graphs)
    with bar("sending") as progress:
        pushed = push(store, graphs, writer, place, progress)
    where = f"; the merged world is <{place}> there" if place and None in graphs else ""
    click.echo(f"kg: {told(pushed.triples, pushed.graphs)} sent to {address}{where}", err=True)
