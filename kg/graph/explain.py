"""Why does the graph say so? What is known of a thing, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pyoxigraph import Store

from kg.graph.binding import as_term
from kg.graph.find import Row, find_thing, rows
from kg.graph.identity import Compared, compared_with
from kg.graph.results import shown


@dataclass(frozen=True, slots=True)
class Reading:
    """What one sentence of one article says of a thing: as what, how far, by which rule, on whose word."""

    statement: str
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
    """A thing, what is known of it beside its sentences, who it is not, its readings, and their contradictions."""

    node: str
    label: str
    about: tuple[tuple[str, str], ...]
    others: tuple[Compared, ...]
    readings: tuple[Reading, ...]
    conflicts: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The whole, line by line."""
        yield f"{self.label} ({self.node})"
        for what, told in groupby(self.about, key=itemgetter(0)):
            values = [value for _, value in told]
            between = " " if all(value.endswith(".") for value in values) else "; "
            yield f"  {what}: {between.join(values)}"
        for other in self.others:
            yield from (f"  {line}" for line in other.lines(self.node))
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
    about = rows(graph, "about", node=node)
    conflicts = rows(graph, "conflicts", node=node)
    return Explanation(
        shown(as_term(node)),
        label,
        tuple((row["what"], row["value"]) for row in about),
        tuple(c for c in compared_with(graph, node) if c.others(node)),
        tuple(_readings(rows(graph, "readings", node=node) or rows(graph, "mentions", node=node))),
        tuple(row["comment"] for row in conflicts),
    )


def _readings(rows: list[Row]) -> Iterator[Reading]:
    """One reading for each statement, role and sentence, with every rule and voice behind it."""
    alike = itemgetter("article", "start", "kind", "label", "statement", "role", "status", "date", "sentence")
    for _, same in groupby(rows, key=alike):
        group = list(same)
        first = group[0]
        yield Reading(
            first["statement"],
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
