"""Why does the graph say so? What is known of a thing, sentence by sentence."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pyoxigraph import Store

from kg.errors import GraphError
from kg.graph.binding import as_term
from kg.graph.library import list_queries
from kg.graph.query import select
from kg.graph.results import shown

Row = dict[str, str]

MOST_CANDIDATES = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """What one sentence of one article says of a thing: as what, how far, by which rule, on whose word."""

    label: str
    kind: str
    role: str
    status: str
    date: str
    where: str
    article: str
    start: int
    end: int
    sentence: str
    rules: tuple[str, ...]
    said: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The reading for a reader: the statement, where it stands, the words."""
        told = ", ".join(part for part in (self.status, self.date, self.where) if part)
        role = f" as {self.role}" if self.role else ""
        yield f"{self.kind}{role}: {self.label} ({told})" if told else f"{self.kind}{role}: {self.label}"
        yield f"    {self.article} {self.start}-{self.end}: “{self.sentence}”"
        if self.rules:
            yield f"    rule: {', '.join(self.rules)}"
        if self.said:
            yield f"    on the word of: {', '.join(self.said)}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A thing, what is known of it beside its sentences, its readings, and their contradictions."""

    node: str
    label: str
    about: tuple[tuple[str, str], ...]
    readings: tuple[Reading, ...]
    conflicts: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The whole, line by line."""
        yield f"{self.label} ({self.node})"
        for what, values in groupby(self.about, key=itemgetter(0)):
            yield f"  {what}: {'; '.join(value for _, value in values)}"
        for reading in self.readings:
            yield from (f"  {line}" for line in reading.lines())
        for conflict in self.conflicts:
            yield f"  conflict: {conflict}"


def explain(graph: Store, asked: str) -> Explanation:
    """What a graph knows of an entity or event, by name (any that the texts use) or by IRI.

    Raises:
        GraphError: if nothing has the name (with names near it), or more than one thing has it (with each).
    """
    node, label = find_thing(graph, asked)
    about = _rows(graph, "about", node=node)
    conflicts = _rows(graph, "conflicts", node=node)
    return Explanation(
        shown(as_term(node)),
        label,
        tuple((row["what"], row["value"]) for row in about),
        tuple(_readings(_rows(graph, "readings", node=node) or _rows(graph, "mentions", node=node))),
        tuple(row["comment"] for row in conflicts),
    )


def find_thing(graph: Store, asked: str) -> tuple[str, str]:
    """The one thing that a name or an IRI means, with its label."""
    if asked.startswith(("<", "kgid:", "https://")):
        return _by_iri(graph, asked if not asked.startswith("https:") else f"<{asked}>")
    found = _rows(graph, "candidates", asked=asked)
    if len(found) == 1:
        return found[0]["node"], found[0]["label"]
    if found:
        each = "; ".join(f"{row['label']} ({row['node']})" for row in found[:MOST_CANDIDATES])
        more = "; …" if len(found) > MOST_CANDIDATES else ""
        raise GraphError(f"“{asked}” may mean {len(found)} things; ask for one of: {each}{more}")
    names = (row["name"] for row in _rows(graph, "names"))
    near = difflib.get_close_matches(asked, names, n=5, cutoff=0.5)
    raise GraphError(f"nothing is called “{asked}”; near it: {', '.join(near) or 'nothing'}")


def _by_iri(graph: Store, iri: str) -> tuple[str, str]:
    node = str(as_term(iri))
    labels = select(graph, "SELECT ?label WHERE { ?node rdfs:label ?label }", {"node": node})
    for row in labels:
        return node, shown(row["label"])
    raise GraphError(f"{node} is nothing that this graph describes")


def _readings(rows: list[Row]) -> Iterator[Reading]:
    """One reading for each statement, role and sentence, with every rule and voice behind it."""
    alike = itemgetter("article", "start", "kind", "label", "statement", "role", "status", "date", "sentence")
    for _, same in groupby(rows, key=alike):
        group = list(same)
        first = group[0]
        yield Reading(
            first["label"],
            first["kind"],
            first["role"],
            first["status"],
            first["date"],
            _joined(group, "where"),
            first["article"],
            int(first["start"]),
            int(first["end"]),
            first["sentence"],
            _all(group, "rule"),
            _all(group, "said"),
        )


def _all(rows: list[Row], column: str) -> tuple[str, ...]:
    return tuple(sorted({row[column] for row in rows if row[column]}))


def _joined(rows: list[Row], column: str) -> str:
    return ", ".join(_all(rows, column))


def _rows(graph: Store, name: str, **bindings: str) -> list[Row]:
    """The rows of one of the queries of `ontology/explain/`."""
    text = next(query.text for query in list_queries("explain") if query.name == name)
    results = select(graph, text, bindings)
    names = [variable.value for variable in results.variables]
    return [{name: shown(row[name]) for name in names} for row in results]
