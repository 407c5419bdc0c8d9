"""SPARQL over an opened graph: the project's prefixes are known; nothing is fetched, nothing changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
)

from kg.errors import QueryError
from kg.graph.terms import PREFIXES

Term = NamedNode | BlankNode | Literal | Triple
Results = QuerySolutions | QueryTriples | QueryBoolean

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<long>"{3}(?:[^\\]|\\.)*?"{3} | '{3}(?:[^\\]|\\.)*?'{3})
      | (?P<string>"(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<escape>\\.)
      | (?P<variable>[?$]\w+)
      | (?P<word>\w+)
      | (?P<brace>\{)""",
    re.VERBOSE | re.DOTALL,
)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_POSITION = re.compile(r"error at (\d+):(\d+): ")

UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"})
FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


def run_query(graph: Store, text: str, bindings: Mapping[str, str] | None = None) -> Results:
    """Ask a graph; `bindings` set variables of the query to a value (`{"person": "Anna Dahl"}`).

    Raises:
        QueryError: if the query cannot be parsed, would fetch or change something, or lacks the variable.
    """
    for reading in (text, _unescaped(text)):
        _refuse_what_reaches_out(graph, list(tokens(reading)))
    asked = bind(text, bindings) if bindings else text
    try:
        return graph.query(asked, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        raise QueryError(_parse_message(asked, str(error))) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: no answer ({error})") from error


def select(graph: Store, text: str, bindings: Mapping[str, str] | None = None) -> QuerySolutions:
    """The rows of a SELECT."""
    results = run_query(graph, text, bindings)
    if not isinstance(results, QuerySolutions):
        raise QueryError("query: rows are wanted here; ask with SELECT")
    return results


def bind(text: str, bindings: Mapping[str, str]) -> str:
    """The query with some of its variables set, by VALUES at the head of its WHERE.

    Raises:
        QueryError: if the query has no such variable.
    """
    found = list(tokens(text))
    variables = {match[0][1:] for match in found if match.lastgroup == "variable"}
    if unknown := sorted(bindings.keys() - variables):
        known = ", ".join(f"?{name}" for name in sorted(variables)) or "none"
        raise QueryError(f"query: no variable ?{unknown[0]} to set; it has {known}")
    where = next((match.end() for match in found if match[0].upper() == "WHERE"), 0)
    head = next((match.end() for match in found if match[0] == "{" and match.end() > where), len(text))
    values = (f" VALUES ?{name} {{ {as_term(value)} }}" for name, value in sorted(bindings.items()))
    return text[:head] + "".join(values) + text[head:]


def as_term(value: str) -> NamedNode | Literal:
    """A value from the command line: an IRI in angle brackets, a name with a known prefix, else a string.

    Raises:
        QueryError: if what stands in angle brackets is no IRI.
    """
    prefix, colon, local = value.partition(":")
    try:
        if value.startswith("<") and value.endswith(">"):
            return NamedNode(value[1:-1])
        if colon and prefix in PREFIXES:
            return NamedNode(PREFIXES[prefix] + local)
    except ValueError as error:
        raise QueryError(f"query: {value} is no IRI ({error})") from error
    return Literal(value)


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The words, variables, IRIs and opening braces of a query, without its comments and strings."""
    kinds = {"word", "variable", "iri", "brace"}
    return (match for match in _TOKEN.finditer(text) if match.lastgroup in kinds)


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
    if source and not graph.contains_named_graph(NamedNode(source[1:-1])):
        raise QueryError(
            f"query: FROM {source} is no graph of this dataset; name an article's graph, or none"
        )


def _unescaped(text: str) -> str:
    """The query with its code point escapes resolved, which SPARQL allows even in keywords."""
    return _CODE_POINT.sub(lambda match: chr(int(match[1] or match[2], 16) % 0x110000), text)


def _parse_message(text: str, message: str) -> str:
    """One line: where the parser stopped, before what, and why where that is plain."""
    position = _POSITION.match(message)
    if position is None:
        return f"query: cannot be parsed: {' '.join(message.split())}"
    line, column = int(position[1]), int(position[2])
    rest = "".join(text.splitlines()[line - 1 : line])[column - 1 :].strip()
    before = f"before “{rest[:40]}”" if rest else "at the end of the line"
    why = ": a prefix is not declared" if "Prefix not found" in message else ""
    return f"query: line {line}, column {column}: cannot be parsed {before}{why}"
