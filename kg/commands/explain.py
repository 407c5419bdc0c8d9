"""kg explain: why does the graph say so?"""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.options import NO_ARTICLES, built_graph
from kg.graph.explain import explain
from kg.graph.identity import explain_two
from kg.graph.query import lacks_articles
from kg.graph.store import open_graph

EXAMPLE = """\b
Example:
  kg explain "Sun Weidong"
  kg explain "Pak Myong Ho" "Park Minghao"
  kg explain kgid:country/PRK --graph exports
"""


@click.command("explain", epilog=EXAMPLE)
@click.argument("name", metavar="NAME|IRI")
@click.argument("other", metavar="[NAME|IRI]", required=False)
@built_graph
def command(*, name: str, other: str | None, directory: Path) -> None:
    """Tell what the graph says of one thing: each statement, its sentence, and the rule that read it.

    NAME is any name that the texts use for a person, country, place, organisation or event, or the identifier
    of an article. With two names: whether they are one, and why.

    \b
    Exit code: 0 told, 1 nothing has that name or more than one thing has it.
    """
    graph = open_graph(directory)
    for line in explain_two(graph, name, other) if other else explain(graph, name).lines():
        click.echo(line)
    if lacks_articles(graph):
        click.echo(f"kg: {NO_ARTICLES}", err=True)
