"""The graphs of a server → a dataset as `kg build` makes it: the merged world, and what each article says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, RdfFormat, Triple, serialize
from rdflib import Graph, URIRef

from kg.graph.remote.exchange import Client
from kg.graph.remote.mishaps import RemoteError
from kg.graph.remote.push import WORLD
from kg.graph.remote.reading import Reader
from kg.graph.turtle import Statement, turtle_of


@dataclass(frozen=True)
class Pulled:
    """A dataset: the triples of the merged world, and those of each article's graph by its name."""

    world: list[Triple]
    articles: Mapping[str, list[Triple]]

    @cached_property
    def turtle(self) -> str:
        """The merged world as Turtle."""
        return turtle_of(_statements(self.world))

    def named(self) -> Iterator[tuple[URIRef, Iterator[Statement]]]:
        """Each article's graph with its name, sorted by it."""
        for name in sorted(self.articles):
            yield URIRef(name), _statements(self.articles[name])


def pull(reader: Reader, client: Client, world: str | None, progress: Callable[[int, int], None]) -> Pulled:
    """Bring the merged world, from the graph `world` or where kg push puts it, and the graph of each article.

    Raises:
        RemoteError: if the server does not give them as a whole, or has no merged world.
    """
    merged = reader.read(world or WORLD)
    if not merged and not world and not client.has_met_virtuoso:
        merged = reader.read(None)
    if not merged:
        raise RemoteError(
            f"no merged world there, neither as {WORLD} nor as the default graph; name it: --world"
        )
    names = reader.articles(merged)
    articles = {}
    for number, name in enumerate(names, start=1):
        if triples := reader.read(name):
            articles[name] = _without_blanks(name, triples)
        progress(number, len(names))
    return Pulled(_without_blanks("the merged world", merged), articles)


def _without_blanks(name: str, triples: list[Triple]) -> list[Triple]:
    if any(isinstance(term, BlankNode) for triple in triples for term in triple):
        raise RemoteError(
            f"{name}: has blank nodes, so it is no graph of kg; look at what else is stored there"
        )
    return triples


def _statements(triples: list[Triple]) -> Iterator[Statement]:
    lines = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return iter(Graph().parse(data=lines.decode("utf-8"), format="nt"))
