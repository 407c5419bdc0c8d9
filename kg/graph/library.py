"""The questions that come with the package: `ontology/queries/*.rq`, each with a head of `#+` comments.

#+ title: Whom has a person met?
#+ description: As each article tells it.
#+ parameter: person (text, required): any name that the texts use
#+ example: kg query meetings-of --person "Wang Yi"
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal

from kg.errors import QueryError
from kg.graph.binding import Term, as_day, as_number, as_term
from kg.graph.ontology import ontology_directory

TYPES: Mapping[str, tuple[str, Callable[[str], Term]]] = {
    "text": ("words", Literal),
    "name": ("a name, in whatever case", lambda value: Literal(value.lower())),
    "date": ("a day, as 2024-01-26", as_day),
    "number": ("a whole number", as_number),
    "thing": ("an IRI, as <https://…> or kgid:country/PER", as_term),
}
"""What a parameter can be, how its values are called, and how they become terms."""

OF_NAMES = frozenset({"text", "name"})
"""Those whose values things are called by."""

ENDINGS = (".rq", ".sparql")
"""By which a question is known to be a file."""

_HEAD = re.compile(r"^#\+ *(\w+): *(.*?) *$", re.MULTILINE)
_PARAMETER = re.compile(r"(?P<name>\w+) \((?P<type>\w+)(?P<required>, required)?\): (?P<description>.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that whoever asks may, or must, set."""

    name: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question in words and in SPARQL; `example` is a command line that asks it."""

    name: str
    title: str
    description: str
    example: str
    parameters: tuple[Parameter, ...]
    text: str

    def terms(self, values: Mapping[str, str]) -> dict[str, Term]:
        """The values of its parameters, each as the kind of term that it has to be.

        Raises:
            QueryError: if a value is of another kind, a parameter is not known, or a required one is missing.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for parameter in self.parameters:
            if parameter.required and parameter.name not in values:
                raise QueryError(f"query: {self.name} needs --{parameter.name}, {parameter.description}")
        if known and (unknown := sorted(values.keys() - known.keys())):
            having = ", ".join(f"--{name}" for name in known)
            raise QueryError(f"query: {self.name} has no parameter --{unknown[0]}; it has {having}")
        return {n: _term(known[n], value) if n in known else as_term(value) for n, value in values.items()}

    def names(self, values: Mapping[str, str]) -> list[str]:
        """Those values of its parameters that things are called by."""
        return [values[p.name] for p in self.parameters if p.type in OF_NAMES and p.name in values]


def load_query(asked: str) -> NamedQuery:
    """The question of a file, of a name in the library, or of the text itself if it is neither.

    Raises:
        QueryError: if a file cannot be read, or a name is not known (with the nearest ones).
    """
    if asked.endswith(ENDINGS):
        return parse_query(Path(asked).stem, _read(Path(asked)))
    if re.fullmatch(r"[\w-]+", asked):
        return find_query(asked)
    return parse_query("the question", asked)


def find_query(name: str) -> NamedQuery:
    """The question of a name, in whatever case."""
    queries = {query.name: query for query in list_queries()}
    if name.lower() not in queries:
        near = difflib.get_close_matches(name.lower(), queries, n=3, cutoff=0.4) or sorted(queries)[-3:]
        raise QueryError(f"query: no question is called “{name}”; near it: {', '.join(near)}")
    return queries[name.lower()]


def list_queries(folder: str = "queries") -> tuple[NamedQuery, ...]:
    """Every question of the library (or of another folder of the ontology), by name."""
    paths = sorted((ontology_directory() / folder).glob("*.rq"), key=lambda path: path.stem)
    return tuple(parse_query(path.stem, _read(path)) for path in paths)


def parse_query(name: str, text: str) -> NamedQuery:
    """A query with what its head says of it.

    Raises:
        QueryError: if its head declares a parameter in another form than the one above.
    """
    lines = _HEAD.findall(text)
    head = dict(lines)
    parameters = tuple(_parameter(name, line) for key, line in lines if key == "parameter")
    words = (head.get("title", name), head.get("description", ""), head.get("example", ""))
    return NamedQuery(name, *words, parameters, text)


def _parameter(query: str, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None or found["type"] not in TYPES:
        form = f"NAME ({'|'.join(TYPES)}[, required]): DESCRIPTION"
        raise QueryError(f"query: {query} declares “#+ parameter: {line}”; write it as {form}")
    return Parameter(found["name"], found["type"], found["required"] is not None, found["description"])


def _term(parameter: Parameter, value: str) -> Term:
    wanted, make = TYPES[parameter.type]
    try:
        return make(value)
    except ValueError:
        raise QueryError(f"query: --{parameter.name} {value!r} is not {wanted}") from None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise QueryError(f"{path}: cannot be read as a query ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: cannot be read as a query ({error})") from error
