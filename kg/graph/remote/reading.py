"""The two ways to read graphs of a server: the Graph Store Protocol, and questions in pages that are counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from pyoxigraph import NamedNode, Triple

from kg.errors import QueryError
from kg.graph.remote.ask import TRIPLES, Endpoint, ask, read_triples
from kg.graph.remote.exchange import Client
from kg.graph.remote.mishaps import PassingError, RemoteError
from kg.graph.remote.patience import Patience
from kg.graph.remote.writing import STORE, chosen
from kg.graph.terms import KGID, PREFIXES, SCHEMA

QUERY = "query"
WAYS = (QUERY, STORE)

ARTICLES = f"{KGID}article/"
"""How the IRI of an article begins, and of the graph of what it says."""
_KIND, _ARTICLE = NamedNode(PREFIXES["rdf"] + "type"), NamedNode(SCHEMA.NewsArticle)

PAGE = 10_000
"""Triples or names that are asked for at once; a server that sends fewer is asked more often."""


class Reader(Protocol):
    """Reads the graphs of a server by their IRI, the default graph where there is none."""

    def read(self, graph: str | None) -> list[Triple]:
        """All triples of a graph; none if there is no such graph."""

    def articles(self, world: Iterable[Triple]) -> list[str]:
        """The graphs of articles that are there, or may be; `world` is what the merged one says."""


@dataclass(frozen=True, slots=True)
class StoreReader:
    """By GET of the SPARQL 1.1 Graph Store Protocol; which articles there are, the merged world tells."""

    address: str
    client: Client
    patience: Patience

    def read(self, graph: str | None) -> list[Triple]:
        """All triples of a graph; none if there is no such graph."""
        try:
            return self.patience.until_done(lambda: self._get(graph))
        except RemoteError as error:
            if graph and error.status == 404:
                return []
            raise

    def articles(self, world: Iterable[Triple]) -> list[str]:
        """The articles of which the merged world speaks."""
        things = (
            triple.subject for triple in world if triple.predicate == _KIND and triple.object == _ARTICLE
        )
        names = {thing.value for thing in things if isinstance(thing, NamedNode)}
        return sorted(name for name in names if name.startswith(ARTICLES))

    def _get(self, graph: str | None) -> list[Triple]:
        return read_triples(self.client.send("GET", self.address, accept=TRIPLES, parameters=chosen(graph)))


@dataclass(frozen=True, slots=True)
class QueryReader:
    """By CONSTRUCT, page after page; whether anything is missing, the number tells that the server counts."""

    address: str
    client: Client
    patience: Patience
    page: int = PAGE

    def read(self, graph: str | None) -> list[Triple]:
        """All triples of a graph; none if there is no such graph.

        Raises:
            RemoteError: if they are not as many as the server counts.
        """
        number = self._number(f"SELECT (COUNT(*) AS ?n) {{ {_pattern(graph)} }}")
        if number <= self.page:
            return self._part(graph, "?p", number)
        counted = self._ask(f"SELECT ?p (COUNT(*) AS ?n) {{ {_pattern(graph)} }} GROUP BY ?p")
        triples = [triple for p, n in counted for triple in self._part(graph, str(p), int(n.value))]
        self._check(len(triples), number)
        return triples

    def articles(self, world: Iterable[Triple]) -> list[str]:
        """The named graphs that are articles'."""
        pattern = f'GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{ARTICLES}"))'
        number = self._number(f"SELECT (COUNT(DISTINCT ?g) AS ?n) {{ {pattern} }}")
        ordered = f"{{ SELECT DISTINCT ?g {{ {pattern} }} ORDER BY ?g }}"
        return sorted(name.value for (name,) in self._pages(f"SELECT ?g {{ {ordered} }}", number))

    def _part(self, graph: str | None, predicate: str, number: int) -> list[Triple]:
        """The triples of a graph that have a predicate, or any of them.

        A large graph is read by predicates, for what is read in pages has to be ordered, or Virtuoso begins
        its pages at one order and goes on in another, and to order all of it takes long.
        """
        ordered = f"{{ SELECT * {{ {_pattern(graph, predicate)} }} ORDER BY ?s ?p ?o }}"
        return self._pages(f"CONSTRUCT {{ ?s {predicate} ?o }} WHERE {{ {ordered} }}", number)

    def _pages(self, question: str, number: int) -> list[Any]:
        """An answer of so many rows or triples, each once, page after page."""
        found: dict[Any, None] = {}
        begin = 0
        while begin < number and (page := self._ask(f"{question} LIMIT {self.page} OFFSET {begin}")):
            found.update(dict.fromkeys(page))
            begin += len(page)
        self._check(len(found), number)
        return list(found)

    def _check(self, found: int, number: int) -> None:
        if found != number:
            raise RemoteError(
                f"{self.address}: {found} came where it counts {number}; is it being written to? Pull again"
            )

    def _number(self, question: str) -> int:
        ((number,),) = self._ask(question)
        return int(number.value)

    def _ask(self, question: str) -> list[Any]:
        endpoint = Endpoint(self.address, self.client)
        return self.patience.until_done(lambda: ask(endpoint, question).rows())


def _pattern(graph: str | None, predicate: str = "?p") -> str:
    triples = f"?s {predicate} ?o"
    return f"GRAPH {NamedNode(graph)} {{ {triples} }}" if graph else triples


def make_reader(way: str, address: str, client: Client, patience: Patience) -> Reader:
    """What reads in one of WAYS."""
    return (QueryReader if way == QUERY else StoreReader)(address, client, patience)


def find_way(address: str, client: Client) -> str:
    """The way to read at an address: by questions, if it answers one, else as a graph store.

    Raises:
        RemoteError: if it cannot be reached, does not know the user, or is a graph store that keeps things back.
    """
    try:
        ask(Endpoint(address, client), "ASK {}")
    except PassingError:
        raise
    except QueryError:
        way = STORE
    except RemoteError as error:
        if error.status in {401, 403}:
            raise
        way = STORE
    else:
        return QUERY
    check_whole(address, client)
    return way


def check_whole(address: str, client: Client) -> None:
    """Refuse to read the graph store of a server that was met, and that sends no long graph as a whole.

    Raises:
        RemoteError: if it is such a one.
    """
    if client.has_met_virtuoso:
        raise RemoteError(
            f"{address}: Virtuoso's graph store keeps long graphs back; name its /sparql or /sparql-auth instead"
        )
