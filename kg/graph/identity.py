"""Who is who: the verdicts on names that a graph holds, and what it tells of any two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pyoxigraph import Store

from kg.graph.binding import as_term
from kg.graph.find import Row, find_thing, rows
from kg.graph.results import shown
from kg.model import Verdict
from kg.resolve.person_names import judge_names
from kg.resolve.romanization_words import plain_letters

TOLD = {
    Verdict.SAME: "one person",
    Verdict.DIFFERENT: "not",
    Verdict.UNSURE: "may be",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in its article."""

    article: str
    start: int
    end: int
    quote: str

    def line(self) -> str:
        """The sentence for a reader."""
        return f"{self.article} {self.start}-{self.end}: “{self.quote}”"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two names held against each other, as a graph has it; `other` is the second person, if there is one."""

    verdict: Verdict
    by: str
    why: str
    names: tuple[str, ...]
    other: str
    label: str
    sentences: tuple[Sentence, ...]

    def lines(self) -> Iterator[str]:
        """The verdict for a reader: who it is or is not, why, and the words."""
        whom = f" {self.label} ({shown(as_term(self.other))})" if self.other else ""
        yield f"{TOLD[self.verdict]}{whom}: {self.why}"
        yield from (f"    {sentence.line()}" for sentence in self.sentences)


def compared_with(graph: Store, node: str) -> tuple[Compared, ...]:
    """Every comparison of a person's names."""
    return tuple(
        _compared(list(same))
        for _, same in groupby(rows(graph, "comparisons", node=node), itemgetter("comparison"))
    )


def _compared(found: list[Row]) -> Compared:
    first = found[0]
    names = tuple(sorted({row["name"] for row in found}))
    told = {(r["article"], int(r["start"]), int(r["end"]), r["sentence"]) for r in found if r["article"]}
    sentences = tuple(Sentence(*fields) for fields in sorted(told))
    return Compared(
        Verdict(first["verdict"]), first["by"], first["why"], names, first["other"], first["label"], sentences
    )


def explain_two(graph: Store, asked: str, other: str) -> Iterator[str]:
    """Whether two names are one person's in a graph, and why, line by line.

    Raises:
        GraphError: if one of them names nothing, or several things.
    """
    (node, label), (second, second_label) = find_thing(graph, asked), find_thing(graph, other)
    if node == second:
        yield f"“{asked}” and “{other}” are one: {label} ({shown(as_term(node))})"
        forms = {plain_letters(name) for name in (asked, other)} - {plain_letters(label)}
        found = [c for c in compared_with(graph, node) if not c.other]
        told = [c for c in found if forms & {plain_letters(name) for name in c.names}] or found
        yield from (f"  {line}" for c in told for line in c.lines())
        return
    yield f"“{asked}” and “{other}” are two: {label} ({shown(as_term(node))}), {second_label} ({shown(as_term(second))})"
    told = [c for c in compared_with(graph, node) if c.other == second]
    yield from (f"  {line}" for c in told for line in c.lines())
    if not told:
        yield f"  {_apart(node, label, second, second_label)}"


def _apart(node: str, label: str, other: str, other_label: str) -> str:
    """Why two things of which the graph says nothing were kept apart."""
    if all("person/" in iri for iri in (node, other)):
        return f"kept apart: {judge_names(label, other_label).reason}"
    return "kept apart: nothing was found that makes one of them"
