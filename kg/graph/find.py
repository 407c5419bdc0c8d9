"""The one thing that a name or an IRI means in a graph, and the ready questions about it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Store

from kg.errors import GraphError
from kg.graph.binding import as_term
from kg.graph.library import list_queries
from kg.graph.query import run_query, select
from kg.graph.results import shown
from kg.model import Verdict
from kg.resolve.person_names import judge_names, name_keys
from kg.resolve.romanization_words import plain_letters

Row = dict[str, str]

MOST_CANDIDATES = 10
MOST_NEAR, MOST_ALIKE = 6, 4


_OWN_LABEL = """
SELECT ?label WHERE {
  OPTIONAL { ?node rdfs:label ?own }
  OPTIONAL { ?node schema:headline ?headline }
  OPTIONAL { ?node dcterms:identifier ?identifier }
  BIND(COALESCE(?own, ?headline, ?identifier) AS ?label)
  FILTER(BOUND(?label))
}
"""


def find_thing(graph: Store, asked: str) -> tuple[str, str]:
    """The one thing that a name or an IRI means, with its label.

    A name is one that the texts use, in whatever case, accents and hyphens; failing that, an article's.

    Raises:
        GraphError: if nothing has the name (with names near it), or more than one thing has it (with each).
    """
    if asked.startswith(("<", "kgid:", "https://")):
        return _by_iri(graph, asked if not asked.startswith("https:") else f"<{asked}>")
    if re.fullmatch(r"[a-z]+/\S+", asked):
        return _by_iri(graph, f"kgid:{asked}")
    found = (
        rows(graph, "candidates", asked=asked)
        or rows(graph, "articles", asked=asked)
        or _spelled_otherwise(graph, asked)
    )
    if len(found) == 1:
        return found[0]["node"], found[0]["label"]
    if found:
        each = "; ".join(f"{row['label']} ({row['node']})" for row in found[:MOST_CANDIDATES])
        more = "; …" if len(found) > MOST_CANDIDATES else ""
        raise GraphError(f"“{asked}” may mean {len(found)} things; ask for one of: {each}{more}")
    raise GraphError(_nothing_called(asked, (row["name"] for row in rows(graph, "names"))))


def unknown_names(graph: Store, asked: Iterable[str]) -> list[str]:
    """For each of the names that nothing in a graph has, what is near it."""
    unknown = [name for name in asked if not rows(graph, "known", asked=name)]
    known = [row["name"] for row in rows(graph, "known")] if unknown else []
    return [_nothing_called(name, known) for name in unknown]


def rows(graph: Store, name: str, **bindings: str) -> list[Row]:
    """The rows of one of the queries of `ontology/explain/`."""
    text = next(query.text for query in list_queries("explain") if query.name == name)
    results = select(graph, text, bindings)
    names = [variable.value for variable in results.variables]
    return [{name: shown(row[name]) for name in names} for row in results]


def _by_iri(graph: Store, iri: str) -> tuple[str, str]:
    node = shown(as_term(iri))
    for row in select(graph, _OWN_LABEL, {"node": node}):
        return node, shown(row["label"])
    if run_query(graph, "ASK { ?node ?property ?value }", {"node": node}):
        raise GraphError(
            f"{node} has no name, and is part of something else; see kg query 'DESCRIBE {as_term(iri)}'"
        )
    raise GraphError(f"{node} is nothing that this graph describes")


def _spelled_otherwise(graph: Store, asked: str) -> list[Row]:
    """The things that have the name but for case, accents, hyphens and spaces."""
    letters = plain_letters(asked)
    forms = [row["name"] for row in rows(graph, "names") if letters and plain_letters(row["name"]) == letters]
    found = {row["node"]: row for form in forms for row in rows(graph, "candidates", asked=form)}
    return [found[node] for node in sorted(found)]


def _nothing_called(asked: str, names: Iterable[str]) -> str:
    near = _near(asked, list(names))
    hint = (
        f"near it: {', '.join(near)}" if near else "no name is near it; a full name or a surname finds most"
    )
    return f"nothing is called “{asked}”; {hint}"


def _near(asked: str, names: Sequence[str]) -> list[str]:
    """The names that look like the one asked for, then those that may be spellings of it."""
    alike = _differing(difflib.get_close_matches(asked, names, n=MOST_NEAR * MOST_ALIKE, cutoff=0.5))
    return _differing([*alike[:MOST_ALIKE], *_spellings(asked, names)])[:MOST_NEAR]


def _differing(names: Iterable[str]) -> list[str]:
    """The names, each once, whatever its case, hyphens and full stops."""
    by_letters: dict[str, str] = {}
    for name in names:
        by_letters.setdefault(plain_letters(name) or name, name)
    return list(by_letters.values())


def _spellings(asked: str, names: Iterable[str]) -> Iterator[str]:
    keys = name_keys(asked)
    for name in names:
        if keys & name_keys(name) and judge_names(asked, name).verdict is Verdict.SAME:
            yield name
