"""The dataset of a folder → the graphs of a server: each replaced as a whole, in batches that may be repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

from kg.errors import GraphError
from kg.graph.iris import article_iri
from kg.graph.query import has_graph, run_query
from kg.graph.remote.writing import Writer
from kg.graph.terms import KGID

WORLD = str(KGID["world"])
"""The graph of the merged world at a server that has no default graph."""

BLANK = "ASK { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } FILTER(ISBLANK(?s) || ISBLANK(?o)) }"

Progress = Callable[[int, int], None]
"""Is told how many triples of how many are there."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was sent."""

    graphs: int
    triples: int


def graphs_of(store: Store, articles: Sequence[str] = ()) -> list[str | None]:
    """The graphs to send: those of some articles, by their identifiers; else each one, the merged world (None) last.

    Raises:
        GraphError: if there is no graph of an article.
    """
    if not articles:
        return [*sorted(name.value for name in store.named_graphs()), None]
    names = [str(article_iri(identifier)) for identifier in articles]
    for identifier, name in zip(articles, names, strict=True):
        if not has_graph(store, name):
            raise GraphError(
                f"{identifier}: no article of this graph; kg query lists them by dcterms:identifier"
            )
    return [*names]


def push(
    store: Store, graphs: Sequence[str | None], writer: Writer, world: str | None, progress: Progress
) -> Pushed:
    """Send graphs, the merged world as the graph `world` (or as the default one, if that is None).

    Raises:
        GraphError: if there are blank nodes, which would be others each time that they are sent.
        RemoteError: if the server does not take them.
    """
    if run_query(store, BLANK):
        raise GraphError("the graph has blank nodes, which cannot be sent twice; kg build makes none")
    total, done = sum(_size(store, graph) for graph in graphs), 0
    for graph in graphs:
        for number, lines in enumerate(_batches(store, graph, writer.batch)):
            (writer.add if number else writer.replace)(graph or world, lines)
            done += len(lines)
            progress(done, total)
    return Pushed(len(graphs), done)


def _batches(store: Store, graph: str | None, size: int) -> Iterator[Sequence[bytes]]:
    """The triples of a graph as lines of N-Triples; one empty batch for an empty graph."""
    lines = (store.dump(format=RdfFormat.N_TRIPLES, from_graph=_name(graph)) or b"").splitlines(keepends=True)
    yield from (lines[start : start + size] for start in range(0, max(len(lines), 1), size))


def _size(store: Store, graph: str | None) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, _name(graph)))


def _name(graph: str | None) -> NamedNode | DefaultGraph:
    return NamedNode(graph) if graph else DefaultGraph()
