"""SPARQL over an opened graph: the project's prefixes are known; nothing is fetched, nothing changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import QueryError
from kg.graph.binding import FORMS, Term, bind, depths, tokens
from kg.graph.mistakes import explain_mistake
from kg.graph.terms import PREFIXES

Results = QuerySolutions | QueryTriples | QueryBoolean
_Graphs = Any
"""A list of names, or None; the engine's own type of it wants more than names."""

_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

DEEPEST = 200
"""Brackets in brackets; Oxigraph's parser is known to fail from some thousand on."""
UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"})


class Sources(NamedTuple):
    """The graphs that a question is put to, instead of all: merged into one, or each under its own name."""

    merged: Sequence[str] = ()
    named: Sequence[str] = ()


def run_query(
    graph: Store,
    text: str,
    bindings: Mapping[str, str | Term] | None = None,
    sources: Sources | None = None,
) -> Results:
    """Ask a graph; `bindings` set variables of the query to a value (`{"person": "Anna Dahl"}`).

    Raises:
        QueryError: if the query cannot be parsed, would fetch or change something, or lacks the variable.
    """
    for reading in (text, _unescaped(text)):
        found = list(tokens(reading))
        _refuse_what_is_too_deep(found)
        _refuse_what_reaches_out(graph, found)
    asked = bind(text, bindings) if bindings else text
    try:
        merged, named = _dataset(graph, sources or Sources())
        return graph.query(asked, prefixes=dict(PREFIXES), default_graph=merged, named_graphs=named)
    except SyntaxError as error:
        check_syntax(text)  # for places in what was asked, not in what it became by its values
        raise QueryError(explain_mistake(asked, str(error))) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: no answer ({error})") from error


def select(graph: Store, text: str, bindings: Mapping[str, str | Term] | None = None) -> QuerySolutions:
    """The rows of a SELECT."""
    results = run_query(graph, text, bindings)
    if not isinstance(results, QuerySolutions):
        raise QueryError("query: rows are wanted here; ask with SELECT")
    return results


def check_syntax(text: str) -> None:
    """Tell where a query cannot be parsed by the engine here; one that would ask other servers is not looked at.

    Raises:
        QueryError: if it cannot.
    """
    _refuse_what_is_too_deep(list(tokens(text)))
    if "SERVICE" in _unescaped(text).upper():  # the engine would not only parse it
        return
    try:
        Store().query(text, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        raise QueryError(explain_mistake(text, str(error))) from error


def _refuse_what_is_too_deep(found: list[re.Match[str]]) -> None:
    """Refuse what would break the parser down, and the process with it."""
    deepest = max((depth for _, depth in depths(found)), default=0)
    if deepest > DEEPEST:
        raise QueryError(f"query: its brackets are nested {deepest} deep; at most {DEEPEST} can be read")


def _refuse_what_reaches_out(graph: Store, found: list[re.Match[str]]) -> None:
    """Refuse SERVICE, updates, and FROM of a graph that is not in the dataset."""
    words = [(match[0].upper() if match.lastgroup == "word" else "") for match in found]
    if "SERVICE" in words:
        raise QueryError("query: SERVICE is refused, for kg asks no other server; ask the graph alone")
    form = next((word for word in words if word in UPDATES | FORMS), "")
    if form in UPDATES:
        raise QueryError(f"query: {form} is refused, for a built graph is only read; kg build makes it anew")
    for index, word in enumerate(words):
        if word == "FROM":
            _check_source(graph, found[index + 1 : index + 3])


def _check_source(graph: Store, following: list[re.Match[str]]) -> None:
    source = next((match[0] for match in following if match.lastgroup == "iri"), None)
    if source and not has_graph(graph, source[1:-1]):
        raise QueryError(
            f"query: FROM {source} is no graph of this dataset; name an article's graph, or none"
        )


def has_graph(graph: Store, iri: str) -> bool:
    """Whether a dataset has a named graph of that IRI (what is no IRI names none)."""
    with suppress(ValueError):
        return graph.contains_named_graph(NamedNode(iri))
    return False


def lacks_articles(graph: Store) -> bool:
    """Whether a dataset has the merged world alone, as where it was read from Turtle."""
    return next(iter(graph.named_graphs()), None) is None


def asks_articles(text: str) -> bool:
    """Whether a query looks into graphs by name."""
    return any(token[0].upper() == "GRAPH" for token in tokens(text))


def _dataset(graph: Store, sources: Sources) -> tuple[_Graphs, _Graphs]:
    """What the engine is told of the graphs to ask, merged and named; nothing where all of them are asked."""
    for iri in (*sources.merged, *sources.named):
        if not has_graph(graph, iri):
            raise QueryError(f"query: <{iri}> is no graph of this dataset; name an article's graph, or none")
    if not any(sources):
        return None, None
    return [NamedNode(iri) for iri in sources.merged], [NamedNode(iri) for iri in sources.named]


def _unescaped(text: str) -> str:
    """The query with its code point escapes resolved, which SPARQL allows even in keywords."""
    return _CODE_POINT.sub(lambda match: chr(int(match[1] or match[2], 16) % 0x110000), text)
