"""kg query: ask the graph."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

import click
from click.core import ParameterSource

from kg.commands.limits import LONGEST, seconds_of, stopped_at
from kg.commands.options import NO_ARTICLES, built_graph, user_there
from kg.graph.library import NamedQuery, list_queries, load_query, parse_query
from kg.graph.misnamed import misnamed_terms
from kg.graph.query import asks_articles, lacks_articles, run_query
from kg.graph.results import FORMATS, Answered, usual_style, write_results
from kg.graph.store import Graph, open_graph

NO_RESULT = 1
STANDARD_INPUT = "-"

EXAMPLE = """\b
Example:
  kg query 'SELECT ?who ?title { ?p a kg:Person ; rdfs:label ?who ; kg:holds/rdfs:label ?title }'
  kg query meetings-of --person "Sun Weidong" --out-format csv
  kg query cq04 --endpoint http://127.0.0.1:7878/query
"""


def _settings(_ctx: click.Context, _option: click.Parameter, written: tuple[str, ...]) -> dict[str, str]:
    settings: dict[str, str] = {}
    for name, sign, value in (setting.partition("=") for setting in written):
        if settings.setdefault(_variable(name, sign), value) != value:
            raise click.BadParameter(f"{name} is set twice; ask once for each")
    return settings


def _variable(name: str, sign: str) -> str:
    if not sign:
        raise click.BadParameter(f"{name!r} is not VARIABLE=VALUE")
    return name.lstrip("?$")


@click.command(
    "query",
    epilog=EXAMPLE,
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
)
@click.argument("question", required=False, metavar="[SPARQL | FILE.rq | - | NAME [--PARAMETER VALUE]...]")
@built_graph
@click.option(
    "--out-format",
    "style",
    type=click.Choice(FORMATS),
    help="How the answer is written.  [default: table on a terminal, csv elsewhere; ttl for triples]",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    callback=_settings,
    metavar="VARIABLE=VALUE",
    help="Fix a variable of the question; may be repeated.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, max=LONGEST),
    callback=seconds_of,
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="Stop when it takes longer; 0 for no limit.",
)
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint, and no graph of this machine.")
@click.option(
    "--default-graph",
    "world",
    metavar="IRI",
    help="Ask this graph of the endpoint as the default one; wanted by Virtuoso: kgid:world.",
)
@user_there
@click.option("--exit-code", is_flag=True, help="Exit with 1 where the answer is no, or there are no rows.")
@click.option(
    "--list", "listed", is_flag=True, help="List the ready questions, or tell all of the one named."
)
@click.pass_context
def command(
    ctx: click.Context,
    *,
    question: str | None,
    directory: Path,
    style: str | None,
    settings: dict[str, str],
    timeout: float,
    endpoint: str | None,
    world: str | None,
    user: str | None,
    exit_code: bool,
    listed: bool,
) -> None:
    """Ask the graph: in SPARQL, from a file, by the name of a ready question, or from standard input (-).

    Many ready questions have parameters, which are set by name: --person "Sun Weidong". The merged world is
    the default graph; what one article says stands in the graph of its IRI.

    \b
    Exit code: 0 an answer, 1 no graph, stopped by a limit of time or memory, or (on request) no rows or “no”,
    2 a question that cannot be read.
    """
    if question is None or listed:
        _list_questions() if question is None else _tell(load_query(question))
        return
    _check_place(ctx, endpoint)
    settings |= _parameters(question, ctx.args)
    asked = _read(question)
    terms = asked.terms(settings)
    with stopped_at(timeout):
        hints: Callable[[], list[str]] = list
        if endpoint:
            # What speaks HTTP takes a while to load, so that only those who want it wait for it.
            ask_there = import_module("kg.commands.elsewhere").ask_there
            results = ask_there(endpoint, world, user, timeout, asked.text, terms)
        else:
            graph = open_graph(directory)
            results = partial(run_query, graph, asked.text, terms)
            hints = partial(_hints, graph, asked, settings, results)
        first = results()
        answer = write_results(first, style or usual_style(first, sys.stdout.isatty()))
        # Rows are gone once they are written, so the first one is asked for again.
        found = not exit_code or _has_answer(results())
        told = hints()
    click.echo(answer, nl=not answer.endswith("\n"))
    for hint in told:
        click.echo(f"kg: {hint}", err=True)
    ctx.exit(0 if found else NO_RESULT)


def _hints(
    graph: Graph, asked: NamedQuery, settings: Mapping[str, str], results: Callable[[], Answered]
) -> list[str]:
    """Why there is no answer: a term of the question is none, nothing has a name that it asks for, no article is there."""
    unknown = misnamed_terms(asked.text)
    if asks_articles(asked.text) and lacks_articles(graph):
        unknown.append(NO_ARTICLES)
    if names := asked.names(settings):
        # What compares names takes a while to load.
        unknown += import_module("kg.graph.find").unknown_names(graph, names)
    return unknown if unknown and not _has_answer(results()) else []


def _check_place(ctx: click.Context, endpoint: str | None) -> None:
    """Whether a question is put to one place, and told only what that place wants to know."""
    given = {name for name in ctx.params if ctx.get_parameter_source(name) == ParameterSource.COMMANDLINE}
    if endpoint and "directory" in given:
        raise click.UsageError("ask here (--graph) or at a server (--endpoint), not both")
    if not endpoint and given & {"world", "user"}:
        raise click.UsageError("--default-graph and --user are for a server; name it: --endpoint URL")


def _read(question: str) -> NamedQuery:
    if question == STANDARD_INPUT:
        return parse_query("the question", sys.stdin.read())
    return load_query(question)


def _parameters(question: str, written: Sequence[str]) -> dict[str, str]:
    """What the options that only a question knows are set to: --name value, or --name=value."""
    if question.startswith("--"):
        raise click.UsageError(f"no question before {question}; a question comes before its parameters")
    settings, words = {}, iter(written)
    for word in words:
        name, sign, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise click.UsageError(f"unexpected {word!r}; parameters of a question are set as --name value")
        following = value if sign else next(words, None)
        if following is None:
            raise click.UsageError(f"--{name} has no value")
        if name in settings:
            raise click.UsageError(f"--{name} is set twice; ask once for each")
        settings[name] = following
    return settings


def _has_answer(results: Answered) -> bool:
    return next(results, None) is not None if isinstance(results, Iterator) else bool(results)


def _list_questions() -> None:
    queries = list_queries()
    width = max((len(query.name) for query in queries), default=0)
    for query in queries:
        parameters = "".join(f" --{p.name}" if p.required else f" [--{p.name}]" for p in query.parameters)
        click.echo(f"{query.name:{width}}  {query.title}{parameters}")


def _tell(query: NamedQuery) -> None:
    """A question with what it can be told, an example, and its SPARQL."""
    click.echo(f"{query.name}: {query.title}\n{query.description}".rstrip())
    for parameter in query.parameters:
        click.echo(f"  --{parameter.name}  {parameter.description}{' (required)' * parameter.required}")
    click.echo(f"\n{query.text}", nl=False)
