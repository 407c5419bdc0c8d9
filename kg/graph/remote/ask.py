"""A question put to a SPARQL endpoint elsewhere: the project's prefixes are known there too, values are bound as terms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.errors import QueryError
from kg.graph.binding import FORMS, Term, bind, tokens
from kg.graph.query import UPDATES, check_syntax
from kg.graph.remote.exchange import Client
from kg.graph.remote.mishaps import RemoteError
from kg.graph.remote.reply import Reply
from kg.graph.results import Answered
from kg.graph.terms import PREFIXES

FORM_BODY = "application/x-www-form-urlencoded"
ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.9"
TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
OF_TRIPLES = frozenset({"CONSTRUCT", "DESCRIBE"})

CUT_HEADERS = ("kg-cut-at-rows", "x-sparql-maxrows")
"""By which servers tell that they sent no more rows than they may."""

_WRITTEN_AS_NUMBER = re.compile(rb'(XMLSchema#boolean"\s*,\s*"value":\s*")([01])"')
"""Virtuoso's way of writing yes and no, in the order in which it writes the keys."""
_PLAIN = {"text/plain": RdfFormat.N_TRIPLES}
_SETTINGS = re.compile(r"""(?:\s*DEFINE\s+\S+\s+(?:"[^"]*"|<[^>]*>|[^\s"<]+)\s)*""", re.IGNORECASE)
"""Virtuoso's settings of one question, which it takes only from the very beginning."""
_PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}> " for prefix, namespace in PREFIXES.items())


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask; `world` is the graph that is asked as the default one, where the server has none of its own."""

    address: str
    client: Client
    world: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: rows, yes or no, or triples; each call of `results` reads them from the first."""

    reply: Reply
    of_triples: bool

    def results(self) -> Answered:
        """The answer, in the order in which it came.

        Raises:
            RemoteError: if it is something else than was asked, or is broken off.
        """
        return read_triples(self.reply) if self.of_triples else _read_rows(self.reply)

    def rows(self) -> list[Any]:
        """The rows as tuples of terms, or the triples; none for a yes or no."""
        results = self.results()
        if isinstance(results, QuerySolutions):
            return [tuple(row) for row in results]
        return [] if isinstance(results, QueryBoolean) else list(results)

    @property
    def cut_at(self) -> str:
        """The number of rows at which the server says that it stopped; empty if it does not."""
        return next((self.reply.headers[name] for name in CUT_HEADERS if name in self.reply.headers), "")


def ask(endpoint: Endpoint, text: str, bindings: Mapping[str, Term] | None = None) -> Answer:
    """Ask a server; `bindings` set variables of the query to a value, Virtuoso's DEFINEs may come before it.

    Raises:
        QueryError: if the query would change something, or the server cannot read it.
        RemoteError: if there is no answer, or none that is SPARQL's.
    """
    settings, text = _split(text)
    form = _form(text)
    if form in UPDATES:
        raise QueryError(f"query: {form} is refused, for kg query only asks; kg push sends a graph")
    asked = bind(text, bindings) if bindings else text
    sent = [
        ("query", settings + _PROLOGUE + asked),
        *([("default-graph-uri", endpoint.world)] if endpoint.world else []),
    ]
    of_triples = form in OF_TRIPLES
    answer = Answer(
        _post(endpoint, asked, urlencode(sent).encode(), TRIPLES if of_triples else ROWS), of_triples
    )
    answer.results()
    return answer


def _post(endpoint: Endpoint, asked: str, body: bytes, accept: str) -> Reply:
    """The reply to a query; a mistake in it is told by its place, where the engine here sees it too."""
    try:
        return endpoint.client.send("POST", endpoint.address, accept=accept, body=body, kind=FORM_BODY)
    except RemoteError as error:
        if error.status != 400:
            raise
        check_syntax(asked)
        raise QueryError(f"query: {error}") from error


def read_triples(reply: Reply) -> list[Triple]:
    """The triples of an answer, in whichever syntax it came.

    Raises:
        RemoteError: if it is no graph, or is broken off.
    """
    syntax = _PLAIN.get(reply.kind) or (RdfFormat.from_media_type(reply.kind) if reply.kind else None)
    if syntax is None:
        raise _something_else(reply, "triples")
    try:
        return [quad.triple for quad in parse(reply.body, syntax, base_iri=reply.address)]
    except (SyntaxError, ValueError) as error:
        raise RemoteError(f"{reply.address}: the answer cannot be read ({error}); ask again") from error


def _read_rows(reply: Reply) -> QuerySolutions | QueryBoolean:
    syntax = QueryResultsFormat.from_media_type(reply.kind) if reply.kind else None
    if syntax is None:
        raise _something_else(reply, "SPARQL results")
    body = _WRITTEN_AS_NUMBER.sub(_as_truth, reply.body) if syntax == QueryResultsFormat.JSON else reply.body
    try:
        rows = parse_query_results(body, syntax)
        if isinstance(rows, QueryBoolean):
            return rows
        for _ in rows:  # a broken one is told now, not when half of the rows are written
            pass
        return parse_query_results(body, syntax)
    except (SyntaxError, ValueError) as error:
        raise RemoteError(f"{reply.address}: the answer cannot be read ({error}); ask again") from error


def _as_truth(match: re.Match[bytes]) -> bytes:
    return match[1] + (b"true" if match[2] == b"1" else b"false") + b'"'


def _something_else(reply: Reply, wanted: str) -> RemoteError:
    kind = reply.kind or "something without a name"
    return RemoteError(
        f"{reply.address}: it answers {kind}, no {wanted}; give the address of a SPARQL endpoint"
    )


def _split(text: str) -> tuple[str, str]:
    """Virtuoso's settings, and the question itself."""
    match = _SETTINGS.match(text)
    end = match.end() if match else 0
    return text[:end], text[end:]


def _form(text: str) -> str:
    """The first word that tells what a query wants."""
    words = (match[0].upper() for match in tokens(text) if match.lastgroup == "word")
    return next((word for word in words if word in UPDATES | FORMS), "")
