"""kg path: how are two actors tied?"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from kg.analytics.network import read_network
from kg.analytics.paths import find_path, node_of, tell_path
from kg.commands.options import built_graph
from kg.errors import GraphError
from kg.graph.explain import explain
from kg.graph.find import find_thing
from kg.graph.store import open_graph

NO_PATH = 1
NOTHING = "no chain of facts leads from one to the other; kg explain NAME tells what else is said of each"

EXAMPLE = """\b
Example:
  kg path "Sun Weidong" "Vladimir Putin"
"""


@click.command("path", epilog=EXAMPLE)
@click.argument("one", metavar="NAME|IRI")
@click.argument("other", metavar="NAME|IRI")
@built_graph
@click.pass_context
def command(ctx: click.Context, *, one: str, other: str, directory: Path) -> None:
    """Tell how two actors are tied: the shortest chain of events that both shared, with a sentence for each.

    Only what is told as a fact makes a tie. A shared event is a step of one, a standing relation of two, belonging
    to the same state of three.

    \b
    Exit code: 0 there is a chain, 1 there is none, or a name means nothing or several things.
    """
    network, graph = read_network(directory / "graph.graphml"), open_graph(directory)
    ends = [node_of(network, *find_thing(graph, name)) for name in (one, other)]
    if ends[0] == ends[1]:
        raise GraphError(f"“{one}” and “{other}” are one actor; name two")
    steps = find_path(network, *ends)
    for line in tell_path(network, steps, partial(explain, graph)):
        click.echo(line)
    if not steps:
        click.echo(NOTHING, err=True)
        ctx.exit(NO_PATH)
