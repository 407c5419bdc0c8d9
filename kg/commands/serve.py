"""kg serve: let browsers and programs ask the graph."""

from __future__ import annotations

import re
from pathlib import Path

import click

from kg.commands.limits import LONGEST, seconds_of
from kg.commands.options import built_graph
from kg.serve.server import Place, serve
from kg.serve.work import Limits
from kg.serve.workers import MOST_WORKERS, usual_number

EXAMPLE = """\b
Example:
  kg serve                          # then open http://127.0.0.1:8765/
  curl --data-urlencode 'query=ASK { ?p a kg:Person }' http://127.0.0.1:8765/sparql
"""


ANY_ORIGIN = "*"
_ORIGIN = re.compile(r"https?://[^\s/?#@]+")


def _origin(_ctx: click.Context, _option: click.Parameter, written: str | None) -> str | None:
    if written is None or written == ANY_ORIGIN or _ORIGIN.fullmatch(written):
        return written
    raise click.BadParameter(f"{written!r} is no origin; write it as https://example.org, or {ANY_ORIGIN}")


@click.command("serve", epilog=EXAMPLE)
@built_graph
@click.option(
    "--host",
    default=Place.host,
    show_default=True,
    help="Where to listen; anything else than the default lets others ask too.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=Place.port,
    show_default=True,
    help="Where to listen; 0 takes one that is free.",
)
@click.option(
    "--cors",
    "origin",
    metavar="ORIGIN",
    callback=_origin,
    help="Whose pages may ask too, as https://example.org, or *.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True, max=LONGEST),
    callback=seconds_of,
    default=Limits.seconds,
    show_default=True,
    metavar="SECONDS",
    help="Stop a question when it takes longer.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(min=1),
    default=Limits.rows,
    show_default=True,
    metavar="N",
    help="Send no more rows or triples of an answer; a header tells where there are more.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1, max=MOST_WORKERS),
    default=usual_number,
    show_default="as many as there are cores, at least 2",
    metavar="N",
    help="Work on so many questions at once, each in a process of its own.",
)
def command(
    *,
    directory: Path,
    host: str,
    port: int,
    origin: str | None,
    timeout: float,
    max_rows: int,
    workers: int,
) -> None:
    """Answer SPARQL over HTTP, with a page for each thing and an editor; nothing can be changed.

    \b
    /             the page of the graph
    /sparql       SPARQL 1.1 Protocol; in a browser, an editor
    /data         Graph Store Protocol: ?default, ?graph=IRI; without either all graphs
    /id/…         a thing: page, Turtle, N-Triples, JSON-LD or RDF/XML
    /ontology     what the terms mean
    /void.ttl     what is in the graph, in VoID and DCAT

    Each request leaves a line on standard error. Ctrl-C ends it.
    """

    def tell(address: str) -> None:
        click.echo(f"kg: {directory} is served at {address}; Ctrl-C ends it", err=True)

    serve(directory, Place(host, port, origin), Limits(timeout, max_rows), workers, tell)
