"""Who is who: the verdicts on names that a graph holds, and what it tells of any two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """Two names held against each other, as a graph has it, and the person or persons whom it concerns."""

    verdict: Verdict
    by: str
    why: str
    names: tuple[str, ...]
    persons: tuple[tuple[str, str], ...]
    """IRI and label of each, by IRI."""
    sentences: tuple[Sentence, ...]

    @property
    def is_thin(self) -> bool:
        """Whether two names were merged on nothing but surname and office."""
        return self.by == "office" and len(self.names) > 1

    def others(self, node: str) -> tuple[tuple[str, str], ...]:
        """The persons but for one."""
        return tuple(person for person in self.persons if person[0] != node)

    def lines(self, node: str) -> Iterator[str]:
        """The verdict for a reader of what is known of one person: who it is or is not, why, and the words."""
        whom = "".join(f" {label} ({iri})" for iri, label in self.others(node))
        yield f"{TOLD[self.verdict]}{whom}: {self.why}"
        yield from (f"    {sentence.line()}" for sentence in self.sentences)


def compared_with(graph: Store, node: str) -> tuple[Compared, ...]:
    """Every comparison of a person's names."""
    return tuple(_compared(rows(graph, "comparisons", node=node)))


def doubtful(graph: Store) -> tuple[Compared, ...]:
    """The pairs that were nearly merged, then those that were merged on nothing but surname and office."""
    found = [c for c in _compared(rows(graph, "comparisons")) if c.verdict is Verdict.UNSURE or c.is_thin]
    return tuple(sorted(found, key=lambda c: (c.verdict is not Verdict.UNSURE, c.persons, c.names)))


def _compared(found: list[Row]) -> Iterator[Compared]:
    for _, same in groupby(found, itemgetter("comparison")):
        group = list(same)
        first = group[0]
        told = {(r["article"], int(r["start"]), int(r["end"]), r["sentence"]) for r in group if r["article"]}
        yield Compared(
            Verdict(first["verdict"]),
            first["by"],
            first["why"],
            tuple(sorted({row["name"] for row in group})),
            tuple(sorted({(row["person"], row["label"]) for row in group})),
            tuple(Sentence(*fields) for fields in sorted(told)),
        )


def explain_two(graph: Store, asked: str, other: str) -> Iterator[str]:
    """Whether two names are one person's in a graph, and why, line by line.

    Raises:
        GraphError: if one of them names nothing, or several things.
    """
    (node, label), (second, second_label) = find_thing(graph, asked), find_thing(graph, other)
    if node == second:
        yield f"“{asked}” and “{other}” are one: {label} ({shown(as_term(node))})"
        told = _of_forms(compared_with(graph, node), {asked, other} - {label})
    else:
        yield (
            f"“{asked}” and “{other}” are two: {label} ({shown(as_term(node))}), "
            f"{second_label} ({shown(as_term(second))})"
        )
        told = [c for c in compared_with(graph, node) if (second, second_label) in c.persons]
    yield from (f"  {line}" for c in told for line in c.lines(node))
    if node != second and not told:
        yield f"  {_apart(node, label, second, second_label)}"


def _of_forms(compared: Sequence[Compared], forms: set[str]) -> list[Compared]:
    """The comparisons that made one person of some forms; all of them where the forms only differ by a title."""
    merges = [c for c in compared if c.verdict is Verdict.SAME]
    letters = {plain_letters(form) for form in forms}
    return [c for c in merges if letters & {plain_letters(name) for name in c.names}] or merges


def _apart(node: str, label: str, other: str, other_label: str) -> str:
    """Why two things of which the graph says nothing were kept apart."""
    if all("person/" in iri for iri in (node, other)):
        return f"kept apart: {judge_names(label, other_label).reason}"
    return "kept apart: nothing was found that makes one of them"
