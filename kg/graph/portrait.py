"""All that the merged world says of one thing, for a page about it."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolution, Store

from kg.graph.explain import Explanation, explain
from kg.graph.query import Results, run_query, select
from kg.graph.results import shown

NAMES = ("rdfs:label", "schema:headline", "dcterms:identifier")
"""By which a thing is called, the best first."""

_PROPERTIES = """
SELECT DISTINCT ?property ?value ?label WHERE { ?node ?property ?value OPTIONAL { ?value rdfs:label ?label } }
ORDER BY ?property ?label ?value
"""

_NAMED_BY = """
SELECT DISTINCT ?property ?value ?label WHERE { ?value ?property ?node OPTIONAL { ?value rdfs:label ?label } }
ORDER BY ?property ?label ?value
"""

_TRIPLES = """
CONSTRUCT { ?subject ?property ?value } WHERE {
  { ?node ?property ?value BIND(?node AS ?subject) }
  UNION { ?subject ?role ?node ; ?property ?value FILTER(?role != kg:mentions) }
  UNION { ?node kg:evidence ?subject . ?subject ?property ?value }
  UNION { ?statement ?role ?node ; kg:evidence ?subject . ?subject ?property ?value }
}
"""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a property: its IRI, if it is a thing, and how a reader wants it."""

    property: str
    iri: str | None
    shown: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """A thing with its values, the things that name it, and, where it has a name, its sentences."""

    iri: str
    label: str
    values: tuple[Value, ...]
    named_by: tuple[Value, ...]
    explanation: Explanation | None


def draw(graph: Store, iri: str, most: int) -> Portrait | None:
    """What is known of a thing, up to so many values; nothing if the graph does not speak of it."""
    node = _node(iri)
    if node is None:
        return None
    values, named_by = (_values(graph, query, node, most) for query in (_PROPERTIES, _NAMED_BY))
    if not values and not named_by:
        return None
    label = next((value.shown for name in NAMES for value in values if value.property == name), None)
    explanation = explain(graph, str(node)) if label else None
    return Portrait(iri, label or shown(node), values, named_by, explanation)


def triples_about(graph: Store, iri: str) -> Results | None:
    """What is said of a thing, what names it, and the sentences of both; nothing if the graph does not speak of it."""
    node = _node(iri)
    if node is None or not run_query(graph, "ASK { { ?node ?p ?o } UNION { ?s ?p ?node } }", {"node": node}):
        return None
    return run_query(graph, _TRIPLES, {"node": node})


def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None


def _values(graph: Store, query: str, node: NamedNode, most: int) -> tuple[Value, ...]:
    rows = select(graph, f"{query} LIMIT {most:d}", {"node": node})
    return tuple(_value(row) for row in rows)


def _value(row: QuerySolution) -> Value:
    value, label = row["value"], row["label"]
    iri = value.value if isinstance(value, NamedNode) else None
    return Value(shown(row["property"]), iri, shown(label) if label else shown(value))
