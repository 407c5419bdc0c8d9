"""kg pull: bring a graph from a server."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.elsewhere import bar, client_of, patience_of, retries, timeout, told, world_there
from kg.commands.options import user_there
from kg.export.folder import check_place, export_folder
from kg.graph.binding import as_iri
from kg.graph.remote.pull import pull
from kg.graph.remote.reading import WAYS, find_way, make_reader

EXAMPLE = """\b
Example:
  kg pull http://127.0.0.1:7878/query --out there      # then: kg query cq04 --graph there
  kg pull https://news.example/data --out there        # another's kg serve
"""


@click.command("pull", epilog=EXAMPLE)
@click.argument("address", metavar="URL")
@click.option(
    "--out",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to write it; a folder that is new, or from an earlier pull.",
)
@click.option(
    "--protocol",
    type=click.Choice(WAYS),
    help="SPARQL questions, or Graph Store Protocol.  [default: what the server answers at that address]",
)
@world_there
@user_there
@retries
@timeout
def command(
    *,
    address: str,
    out: Path,
    protocol: str | None,
    world: str | None,
    user: str | None,
    tries: int,
    seconds: float,
) -> None:
    """Bring the merged world and each article's own graph from a server into a folder, as kg build writes them.

    URL is a SPARQL or a Graph Store endpoint. The folder is written aside and put in its place as a whole;
    kg query --graph DIR asks it, kg validate --graph DIR checks it, kg serve --graph DIR serves it.

    \b
    Exit code: 0 all is here, 1 a server that does not give it, or a folder that cannot be written.
    """
    check_place(out)
    client, patience = client_of(user, seconds), patience_of(tries)
    way = protocol or find_way(address, client)
    with bar("reading") as progress:
        pulled = pull(
            make_reader(way, address, client, patience), client, as_iri(world) if world else None, progress
        )
    export_folder(pulled, out)
    triples = len(pulled.world) + sum(map(len, pulled.articles.values()))
    click.echo(f"kg: {told(triples, 1 + len(pulled.articles))} written to {out}", err=True)
