"""kg validate: does the graph carry what it must?"""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.options import built_graph
from kg.graph.validate import validate

BREACHED = 1

EXAMPLE = """\b
Example:
  kg validate --graph exports
"""


@click.command("validate", epilog=EXAMPLE)
@built_graph
@click.pass_context
def command(ctx: click.Context, *, directory: Path) -> None:
    """Check the graph against the shapes and checks of the ontology, one breach a line.

    \b
    Exit code: 0 nothing found, 1 breaches, or no graph.
    """
    findings = validate(directory).findings
    for finding in findings:
        click.echo(finding)
    click.echo(f"kg: {directory}: {len(findings) or 'no'} breach{'es' * (len(findings) != 1)}", err=True)
    ctx.exit(BREACHED if findings else 0)
