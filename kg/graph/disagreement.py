"""Where the articles contradict each other, each contradiction with both sides in their own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pyoxigraph import Store

from kg.graph.library import load_query
from kg.graph.query import select
from kg.graph.results import shown

ASPECTS = ("date", "place", "status", "number", "occasion", "relation")


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence of one article, with the day the article is of."""

    article: str
    written: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """In what articles contradict each other, about what, by which words; and which side the graph follows."""

    aspect: str
    comment: str
    about: tuple[str, ...]
    sides: tuple[Side, ...]
    preferred: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The contradiction for a reader."""
        yield f"{self.aspect}: {self.comment}"
        for side in self.sides:
            day = f" ({side.written})" if side.written else " (no date)"
            yield f"    {side.article}{day}: “{side.sentence}”"
        for reason in self.preferred:
            yield f"    preferred: {reason}"


def list_disagreements(
    graph: Store, about: str | None = None, aspect: str | None = None
) -> tuple[Disagreement, ...]:
    """The contradictions of a graph, by kind; only those about a name or of a kind, if one is given."""
    solutions = select(graph, load_query("conflicts").text)
    names = [variable.value for variable in solutions.variables]
    rows = [{name: shown(row[name]) for name in names} for row in solutions]
    found = [_disagreement(list(same)) for _, same in groupby(rows, key=itemgetter("aspect", "comment"))]
    return tuple(
        d for d in found if (aspect is None or d.aspect == aspect) and (about is None or _is_about(d, about))
    )


def _disagreement(rows: list[dict[str, str]]) -> Disagreement:
    first = rows[0]
    sides = dict.fromkeys(Side(r["article"], r["written"], " ".join(r["sentence"].split())) for r in rows)
    return Disagreement(
        first["aspect"],
        first["comment"],
        tuple(sorted({r["about"] for r in rows})),
        tuple(sides),
        tuple(sorted({r["preferred"] for r in rows} - {""})),
    )


def _is_about(disagreement: Disagreement, name: str) -> bool:
    return any(name.casefold() in told.casefold() for told in (*disagreement.about, disagreement.comment))
