"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

EXPORTS = Path("exports")
DECISIONS = Path("decisions.csv")

built_graph = click.option(
    "--graph",
    "directory",
    default=EXPORTS,
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder that kg build wrote.",
)

NO_ARTICLES = "what each article says is not in this graph; build it with graph.trig: kg build --format trig"
"""Why there may be nothing where a folder has Turtle alone."""

user_there = click.option(
    "--user",
    envvar="KG_USER",
    show_envvar=True,
    metavar="NAME",
    help="Whom the server knows you as; the password comes from KG_PASSWORD, or is asked for.",
)
