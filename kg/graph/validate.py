"""Does a built graph carry what it must? SHACL over the merged world, queries over the articles' graphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyshacl
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node

from kg.graph.library import list_queries
from kg.graph.ontology import ontology_directory
from kg.graph.query import select
from kg.graph.results import shown
from kg.graph.store import open_graph
from kg.graph.terms import KG


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One breach: the thing, what is demanded of it, what was found, and a sentence that it rests on."""

    label: str
    node: str
    message: str
    value: str = ""
    sentence: str = ""

    def __str__(self) -> str:
        """The breach in one line."""
        found = f"; found {self.value}" if self.value else ""
        said = f" — “{self.sentence}”" if self.sentence else ""
        return f"{self.label} ({self.node}): {self.message}{found}{said}"


@dataclass(frozen=True, slots=True)
class Report:
    """Every breach of a graph, sorted; none if it conforms."""

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def validate(directory: Path) -> Report:
    """Check the graph that was built into a folder against the shapes of the ontology.

    Raises:
        GraphError: if the folder holds no graph, or one that cannot be read.
    """
    store = open_graph(directory)
    merged = _default_graph(store)
    return Report(tuple(sorted({*check_shapes(merged), *_run_checks(store, merged)})))


def check_shapes(graph: Graph) -> Iterator[Finding]:
    """The breaches of the shapes in one graph."""
    shapes = Graph().parse(ontology_directory() / "shapes.ttl")
    _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", meta_shacl=False)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        yield _finding(graph, results, result)


def _finding(graph: Graph, results: Graph, result: Node) -> Finding:
    node = results.value(result, SH.focusNode)
    value = results.value(result, SH.value)
    message = results.value(result, SH.resultMessage)
    shown_value = "" if value is None or value == node else _label(graph, value)
    return Finding(_label(graph, node), _short(node), str(message), shown_value, _sentence(graph, node))


def _run_checks(store: Store, merged: Graph) -> Iterator[Finding]:
    for check in list_queries("checks"):
        for row in select(store, check.text):
            node, *where = (URIRef(term.value) for term in row)
            found = _short(where[0]) if where else ""
            yield Finding(_label(merged, node), _short(node), check.title, found, _sentence(merged, node))


def _default_graph(store: Store) -> Graph:
    graph = Graph()
    lines = store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b""
    return graph.parse(data=lines.decode("utf-8"), format="nt")


def _label(graph: Graph, node: Node | None) -> str:
    """A thing's label, or the words or the short name that stand for it."""
    found = (graph.value(node, prop) for prop in (RDFS.label, KG.content, KG.quote, RDFS.comment))
    return next((str(text) for text in found if text is not None), _short(node))


def _sentence(graph: Graph, node: Node | None) -> str:
    quotes = (str(quote) for quote in graph.objects(node, KG.evidence / KG.quote))
    return min(quotes, default="")


def _short(node: Node | None) -> str:
    return shown(NamedNode(str(node))) if isinstance(node, URIRef) else str(node)
