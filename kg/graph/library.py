"""The questions that come with the package: `ontology/queries/*.rq`, each with a head of `#+` comments."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError
from kg.graph.ontology import ontology_directory

_HEAD = re.compile(r"^#\+ *(\w+): *(.*?) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with a name, in words and in SPARQL; `example` is a command line that asks it."""

    name: str
    title: str
    description: str
    example: str
    text: str


def load_query(asked: str) -> str:
    """The SPARQL of a file, of a name in the library, or the text itself if it is neither.

    Raises:
        QueryError: if a file cannot be read, or a name is not known (with the nearest ones).
    """
    if asked.endswith(".rq"):
        return _read(Path(asked))
    if re.fullmatch(r"[\w-]+", asked):
        return find_query(asked).text
    return asked


def find_query(name: str) -> NamedQuery:
    """The question of a name, in whatever case."""
    queries = {query.name: query for query in list_queries()}
    if name.lower() not in queries:
        near = difflib.get_close_matches(name.lower(), queries, n=3, cutoff=0.4) or sorted(queries)[-3:]
        raise QueryError(f"query: no question is called “{name}”; near it: {', '.join(near)}")
    return queries[name.lower()]


def list_queries(folder: str = "queries") -> tuple[NamedQuery, ...]:
    """Every question of the library (or of another folder of the ontology), by name."""
    paths = sorted((ontology_directory() / folder).glob("*.rq"))
    return tuple(_parse(path.stem, _read(path)) for path in paths)


def _parse(name: str, text: str) -> NamedQuery:
    head = dict(_HEAD.findall(text))
    return NamedQuery(
        name, head.get("title", name), head.get("description", ""), head.get("example", ""), text
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read as a query ({error})") from error
