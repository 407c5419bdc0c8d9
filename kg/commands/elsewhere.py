"""What commands that talk to other servers share; its HTTP library is loaded for those alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

import click

from kg.graph.binding import Term, as_iri
from kg.graph.remote.ask import Endpoint, ask
from kg.graph.remote.exchange import Account, Client
from kg.graph.results import Answered

PASSWORD = "KG_PASSWORD"  # noqa: S105  the name of a variable


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
    """What an endpoint answers; it is said where the server tells that it kept rows back."""
    there = Endpoint(address, Client(account_of(user), seconds), as_iri(world) if world else None)
    answer = ask(there, text, terms)
    if answer.cut_at:
        click.echo(f"kg: {address} sends {answer.cut_at} rows at most; there may be more", err=True)
    return answer.results
