"""No more of an answer than is wanted: rows and triples up to a number, whole graphs up to a size."""

from __future__ import annotations

import io
from collections.abc import Mapping
from itertools import islice
from typing import Any, NamedTuple

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse_query_results,
)

from kg.errors import QueryError
from kg.graph.query import Results, has_graph
from kg.graph.results import checked, write_results, write_triples
from kg.graph.terms import PREFIXES

WHOLE: Mapping[str, RdfFormat] = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
OF_DATASETS: Mapping[str, RdfFormat] = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}
PREFIXED = {RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.RDF_XML}


class Excerpt(NamedTuple):
    """An answer, and whether there was more of it."""

    text: str
    is_cut: bool


class _Full(Exception):  # noqa: N818  no error, but how the engine is told to stop
    """No more is taken."""


class _Sink(io.BytesIO):
    """A file that takes what it is given until there are enough lines of it, or too many bytes."""

    def __init__(self, most_bytes: int, most_lines: int | None = None) -> None:
        super().__init__()
        self.lines = 0
        self._most_bytes, self._most_lines = most_bytes, most_lines

    def write(self, data: Any, /) -> int:
        taken = super().write(data)
        self.lines += data.count(b"\n")
        if self.is_cut() or self.is_too_long():
            raise _Full
        return taken

    def is_cut(self) -> bool:
        return self._most_lines is not None and self.lines > self._most_lines

    def is_too_long(self) -> bool:
        return self.tell() > self._most_bytes


def write_excerpt(results: Results, style: str, most_rows: int, most_bytes: int) -> Excerpt:
    """The first rows (or triples) of an answer; the engine looks for no more.

    Raises:
        QueryError: if the kind of answer has no such form, or it has too many bytes.
    """
    if isinstance(results, QueryTriples):
        return _triples(results, style, most_rows, most_bytes)
    if isinstance(results, QueryBoolean):
        return Excerpt(write_results(results, style), is_cut=False)
    sink = _Sink(most_bytes, most_rows + 1)
    try:
        results.serialize(sink, QueryResultsFormat.TSV)
    except _Full:
        if sink.is_too_long():
            raise _too_long(most_bytes) from None
    rows = _solutions(sink.getvalue(), most_rows)
    return Excerpt(write_results(rows, style), sink.is_cut())


def write_graph(graph: Store, iri: str | None, style: str, most_bytes: int) -> str | None:
    """A whole graph of a dataset, the default one where no IRI is given; nothing if it has none of that IRI.

    Raises:
        QueryError: if it has too many bytes.
    """
    if iri is not None and not has_graph(graph, iri):
        return None
    return _dumped(graph, WHOLE[style], most_bytes, DefaultGraph() if iri is None else NamedNode(iri))


def write_dataset(graph: Store, style: str, most_bytes: int) -> str:
    """All graphs of a dataset.

    Raises:
        QueryError: if they have too many bytes.
    """
    return _dumped(graph, OF_DATASETS[style], most_bytes)


def _dumped(
    graph: Store, syntax: RdfFormat, most_bytes: int, source: DefaultGraph | NamedNode | None = None
) -> str:
    prefixes = dict(PREFIXES) if syntax in PREFIXED else None
    sink = _Sink(most_bytes)
    try:
        graph.dump(sink, syntax, from_graph=source, prefixes=prefixes)
    except _Full:
        size = f"more than {most_bytes >> 20} MiB"
        raise QueryError(f"query: the graph has {size}; take it as a file that kg build wrote") from None
    return checked(sink.getvalue(), syntax).decode("utf-8")


def _triples(results: QueryTriples, style: str, most: int, most_bytes: int) -> Excerpt:
    found: list[Triple] = []
    size = 0
    for triple in islice(results, most + 1):
        found.append(triple)
        size += len(str(triple))
        if size > most_bytes:
            raise _too_long(most_bytes)
    return Excerpt(write_triples(found[:most], style), len(found) > most)


def _solutions(tsv: bytes, most: int) -> QuerySolutions:
    """The head and the first rows of what was taken; in TSV each row is one line."""
    lines = tsv.split(b"\n")[:-1][: most + 1]
    parsed = parse_query_results(b"".join(line + b"\n" for line in lines), QueryResultsFormat.TSV)
    if not isinstance(parsed, QuerySolutions):
        raise TypeError("rows were written and no rows read")
    return parsed


def _too_long(most_bytes: int) -> QueryError:
    return QueryError(f"query: the answer has more than {most_bytes >> 20} MiB; ask for less")
