"""The command line: which commands there are, and how their errors are told."""

from __future__ import annotations

import difflib
import errno
import os
import sys
from importlib import import_module
from typing import Any, NamedTuple

import click

from kg.errors import KgError, QueryError

FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""What a disk says that takes no more."""

EXAMPLE = """\b
Example:
  kg build            # reads ./seeds, writes ./exports
  kg query cq03       # asks what was written
"""


class Entry(NamedTuple):
    """Where a command lies, and its line in the list of commands."""

    module: str
    summary: str


COMMANDS = {
    "build": Entry("kg.commands.build", "Read articles and write their knowledge graph."),
    "query": Entry("kg.commands.query", "Ask the graph in SPARQL, or one of the ready questions."),
    "serve": Entry(
        "kg.commands.serve", "Let browsers and programs ask the graph: SPARQL, and a page for each thing."
    ),
    "push": Entry("kg.commands.push", "Send the graph to a server: Oxigraph, Fuseki, Virtuoso and others."),
    "pull": Entry("kg.commands.pull", "Bring a graph from a server into a folder."),
    "explain": Entry("kg.commands.explain", "Tell what the graph says of one thing, sentence by sentence."),
    "analyze": Entry("kg.commands.analyze", "Tell who is central, who meets whom, how states get on."),
    "path": Entry("kg.commands.path", "Tell how two actors are tied, step by step."),
    "resolve": Entry("kg.commands.resolve", "Decide who is who: go through the pairs of names in doubt."),
    "conflicts": Entry("kg.commands.conflicts", "List what the articles contradict each other in."),
    "validate": Entry("kg.commands.validate", "Check the graph against the shapes of the ontology."),
}


class LazyCommands(click.Group):
    """Commands that are imported when they are called, so that a question need not load a language model."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name].module).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first word, or a complaint with the one that is near it."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(error.message + hint, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, told without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command: what a user can mend becomes one line, a bug keeps its traceback."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"kg: error: {error}", err=True)
            ctx.exit(WRONG_USE if isinstance(error, QueryError) else FAILED)
        except OSError as error:
            if error.errno not in FULL:
                raise
            _forget_output()
            click.echo(
                f"kg: error: the output cannot be written ({error.strerror}); make room for it", err=True
            )
            ctx.exit(FAILED)
        except (KeyboardInterrupt, click.Abort):
            click.echo("kg: interrupted", err=True)
            ctx.exit(INTERRUPTED)


def _forget_output() -> None:
    """Let go of what is still to be written, which Python would try once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXAMPLE)
@click.version_option(package_name="kg-diplomacy", prog_name="kg")
def main() -> None:
    """Turn diplomatic news into a knowledge graph that can be cited, sentence by sentence."""
