"""What commands that talk to other servers share; its HTTP library is loaded for those alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kg.graph.binding import Term, as_iri
from kg.graph.remote.ask import Endpoint, ask
from kg.graph.remote.exchange import Account, Client
from kg.graph.remote.patience import Patience
from kg.graph.results import Answered

PASSWORD = "KG_PASSWORD"  # noqa: S105  the name of a variable


world_there = click.option(
    "--world",
    metavar="IRI",
    help="The graph there that holds the merged world.  [default: the default graph; at Virtuoso kgid:world]",
)
batch_size = click.option(
    "--batch",
    type=click.IntRange(min=1),
    metavar="N",
    help="Triples of one request.  [default: 20000, by SPARQL Update 2000]",
)
retries = click.option(
    "--retries",
    "tries",
    type=click.IntRange(min=0),
    default=5,
    show_default=True,
    metavar="N",
    help="How often to try again where the server is busy or gone for a moment.",
)
timeout = click.option(
    "--timeout",
    "seconds",
    type=click.FloatRange(min=0),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for the whole answer to one request; 0 for no limit.",
)


def client_of(user: str | None, seconds: float) -> Client:
    """Who talks to the server."""
    return Client(account_of(user), seconds)


def patience_of(tries: int) -> Patience:
    """How often to try again; what goes wrong is told."""
    return Patience(lambda what: click.echo(f"kg: {what}", err=True), tries)


def told(triples: int, graphs: int) -> str:
    """How much was sent or brought."""
    return f"{triples} triple{'s' * (triples != 1)} in {graphs} graph{'s' * (graphs != 1)}"


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task(what, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def account_of(user: str | None) -> Account | None:
    """The user with the password from the environment, else from whoever sits at the terminal."""
    if user is None:
        return None
    password = os.environ.get(PASSWORD)
    if password is None and not sys.stdin.isatty():
        raise click.UsageError(f"no password for {user}; set {PASSWORD} in the environment")
    return Account(
        user, click.prompt("Password", hide_input=True, err=True) if password is None else password
    )


def ask_there(
    address: str, world: str | None, user: str | None, seconds: float, text: str, terms: Mapping[str, Term]
) -> Callable[[], Answered]:
    """What an endpoint answers; that it kept rows back, or asked more graphs than wanted, is said."""
    client = Client(account_of(user), seconds)
    answer = ask(Endpoint(address, client, as_iri(world) if world else None), text, terms)
    if answer.cut_at:
        click.echo(f"kg: {address} sends {answer.cut_at} rows at most; there may be more", err=True)
    if client.has_met_virtuoso and not world:
        click.echo(
            "kg: Virtuoso asks all its graphs at once; the merged world alone: --default-graph kgid:world",
            err=True,
        )
    return answer.results
