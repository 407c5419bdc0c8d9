"""kg query: ask the graph."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kg.commands.options import built_graph
from kg.graph.library import list_queries, load_query
from kg.graph.query import Results, run_query
from kg.graph.results import FORMATS, write_results
from kg.graph.store import open_graph

NO_RESULT = 1

EXAMPLE = """\b
Example:
  kg query 'SELECT ?who ?title { ?p a kg:Person ; rdfs:label ?who ; kg:holds/rdfs:label ?title }'
  kg query cq03 --out-format csv
"""


def _settings(_ctx: click.Context, _option: click.Parameter, written: tuple[str, ...]) -> dict[str, str]:
    settings = (setting.partition("=") for setting in written)
    return {_variable(name, sign): value for name, sign, value in settings}


def _variable(name: str, sign: str) -> str:
    if not sign:
        raise click.BadParameter(f"{name!r} is not VARIABLE=VALUE")
    return name.lstrip("?$")


@click.command("query", epilog=EXAMPLE)
@click.argument("question", required=False, metavar="[SPARQL | FILE.rq | NAME | -]")
@built_graph
@click.option(
    "--out-format",
    "style",
    default="table",
    show_default=True,
    type=click.Choice(FORMATS),
    help="How the answer is written.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    callback=_settings,
    metavar="VARIABLE=VALUE",
    help="Fix a variable of the question; may be repeated.",
)
@click.pass_context
def command(
    ctx: click.Context, *, question: str | None, directory: Path, style: str, settings: dict[str, str]
) -> None:
    """Ask the graph: in SPARQL, from a file, by the name of a ready question, or from standard input (-).

    Without a question, the ready ones are listed. The merged world is the default graph; what one article
    says stands in the graph of its IRI.

    \b
    Exit code: 0 an answer, 1 no rows or "no", 2 a question that cannot be read.
    """
    if question is None:
        _list_questions()
        return
    text = sys.stdin.read() if question == "-" else load_query(question)
    graph = open_graph(directory)
    answer = write_results(run_query(graph, text, settings), style)
    click.echo(answer, nl=not answer.endswith("\n"))
    # Rows are gone once they are written, so the first one is asked for again.
    ctx.exit(0 if _has_answer(run_query(graph, text, settings)) else NO_RESULT)


def _has_answer(results: Results) -> bool:
    return next(results, None) is not None if isinstance(results, Iterator) else bool(results)


def _list_questions() -> None:
    queries = list_queries()
    width = max((len(query.name) for query in queries), default=0)
    for query in queries:
        click.echo(f"{query.name:{width}}  {query.title}")
