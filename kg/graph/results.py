"""What a query answers: rows as a table, CSV, TSV, JSON or XML, in their order; triples in a syntax of RDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from xml.parsers import expat

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)
from rdflib import Graph
from rich.cells import cell_len

from kg.errors import QueryError
from kg.graph.binding import Term
from kg.graph.query import Results
from kg.graph.terms import PREFIXES
from kg.graph.turtle import turtle_of

Answered = Results | list[Triple]
"""What the engine here answers, or (triples as a list) a server elsewhere."""

TABULAR: Mapping[str, QueryResultsFormat] = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
OF_TRIPLES: Mapping[str, RdfFormat] = {
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
OF_ROWS = ("table", *TABULAR)
FORMATS = (*OF_ROWS, "ttl", *OF_TRIPLES)

_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def usual_style(results: Answered, on_terminal: bool) -> str:
    """How an answer is written where nobody says how."""
    if is_of_triples(results):
        return "ttl"
    return "table" if on_terminal else "csv"


def is_of_triples(results: Answered) -> bool:
    """Whether an answer is a graph (of CONSTRUCT, DESCRIBE), and neither rows nor yes or no."""
    return isinstance(results, QueryTriples | list)


def write_results(results: Answered, style: str) -> str:
    """The answer in one of FORMATS; triples (CONSTRUCT, DESCRIBE) go as a graph, the rest as rows.

    Raises:
        QueryError: if the kind of answer has no such form.
    """
    if isinstance(results, QueryTriples | list):
        return write_triples(results, style)
    if style == "table":
        return _yes_or_no(results) if isinstance(results, QueryBoolean) else _table(results)
    if style not in TABULAR:
        raise QueryError(f"query: rows cannot be written as {style}; choose one of {', '.join(OF_ROWS)}")
    return (results.serialize(format=TABULAR[style]) or b"").decode("utf-8")


def shown(term: Term | None) -> str:
    """A term as a reader wants it in a cell: a short name, or the words without quotes."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return short(term.value)
    words = term.value if isinstance(term, Literal | BlankNode) else str(term)
    return visible(words)


def visible(text: str) -> str:
    """A text in one line, without marks that a reader could not see or that a terminal would obey."""
    return _INVISIBLE.sub(_visible, text)


def write_triples(triples: Iterable[Triple], style: str) -> str:
    """Triples as Turtle, N-Triples, JSON-LD or RDF/XML, sorted.

    Raises:
        QueryError: if that is no form of triples, or of these.
    """
    if style in OF_TRIPLES:
        written = serialize(sorted(set(triples), key=str), format=OF_TRIPLES[style]) or b""
        return checked(written, OF_TRIPLES[style]).decode("utf-8")
    if style != "ttl":
        choice = ", ".join(("ttl", *OF_TRIPLES))
        raise QueryError(
            f"query: triples (CONSTRUCT, DESCRIBE) cannot be written as {style}; choose {choice}"
        )
    lines = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return turtle_of(Graph().parse(data=lines.decode("utf-8"), format="nt"))


def checked(written: bytes, syntax: RdfFormat) -> bytes:
    """What was written, if it can be read again: XML has no form for some characters and names of properties.

    Raises:
        QueryError: if it has none for something in it.
    """
    try:
        if syntax == RdfFormat.RDF_XML:
            expat.ParserCreate(namespace_separator=" ").Parse(written, True)
    except expat.ExpatError as error:
        raise QueryError(
            f"query: RDF/XML has no form for a part of the answer ({error}); take Turtle"
        ) from error
    return written


def _yes_or_no(results: QueryBoolean) -> str:
    return "yes\n" if bool(results) else "no\n"


def _table(results: QuerySolutions) -> str:
    rows = [[shown(term) for term in solution] for solution in results]
    return table([variable.value for variable in results.variables], rows)


def table(names: Sequence[str], rows: Sequence[Sequence[str]], total: int | None = None) -> str:
    """Rows under their names in columns, with their number below (or the number of all, if these are the first)."""
    widths = [max(map(cell_len, column)) for column in zip(names, *rows, strict=True)]
    lines = (_line(cells, widths) for cells in (names, ["─" * width for width in widths], *rows))
    number = len(rows) if total is None else total
    first = f"the first {len(rows)} of " if len(rows) < number else ""
    return "\n".join((*lines, f"({first}{number} row{'' if number == 1 else 's'})", ""))


def cut(text: str, longest: int = 80) -> str:
    """A text that fits into a cell."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def short(iri: str) -> str:
    """An IRI with a known prefix, where it has one."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def whole(name: str) -> str:
    """The IRI of a name that `short` made."""
    prefix, _, local = name.partition(":")
    return f"{PREFIXES[prefix]}{local}" if prefix in PREFIXES else name


def _visible(match: re.Match[str]) -> str:
    return " " if match[0] in "\n\r\t" else f"\\u{ord(match[0]):04x}"
