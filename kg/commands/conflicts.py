"""kg conflicts: where do the articles contradict each other?"""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.options import built_graph
from kg.graph.disagreement import ASPECTS, list_disagreements
from kg.graph.store import open_graph

EXAMPLE = """\b
Example:
  kg conflicts
  kg conflicts --about "Kim Jong Un" --aspect date
"""


@click.command("conflicts", epilog=EXAMPLE)
@built_graph
@click.option("--about", metavar="NAME", help="Only those about a thing whose name contains these words.")
@click.option("--aspect", type=click.Choice(ASPECTS), help="Only contradictions of one kind.")
def command(*, directory: Path, about: str | None, aspect: str | None) -> None:
    """List what the articles contradict each other in: both sides in their own words, with article and date.

    \b
    Exit code: 0, whether there are any or none.
    """
    found = list_disagreements(open_graph(directory), about, aspect)
    for disagreement in found:
        click.echo("\n".join(disagreement.lines()), nl=True)
        click.echo()
    click.echo(f"{len(found)} contradiction{'' if len(found) == 1 else 's'}")
