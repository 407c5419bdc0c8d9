"""Variables of a query set to values: as terms in VALUES, never as text pasted into its patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import QueryError
from kg.graph.terms import PREFIXES

Term = NamedNode | BlankNode | Literal | Triple


class Place(NamedTuple):
    """Where in a query a variable is set: the characters that its value takes the place of."""

    variable: str
    start: int
    end: int


FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
DATE, INTEGER = (NamedNode(PREFIXES["xsd"] + name) for name in ("date", "integer"))

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<long>"{3}(?:[^\\]|\\.)*?"{3} | '{3}(?:[^\\]|\\.)*?'{3})
      | (?P<string>"(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<escape>\\.)
      | (?P<variable>[?$]\w+)
      | (?P<word>\w+)
      | (?P<brace>[{}()\[\]])""",
    re.VERBOSE | re.DOTALL,
)
_DEEPER = {"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}


def bind(text: str, bindings: Mapping[str, str | Term]) -> str:
    """The query with some of its variables set: where it says VALUES ?it { UNDEF }, else at the head of its pattern.

    Raises:
        QueryError: if the query has no such variable.
    """
    found = list(tokens(text))
    variables = {match[0][1:] for match in found if match.lastgroup == "variable"}
    if unknown := sorted(bindings.keys() - variables):
        known = ", ".join(f"?{name}" for name in sorted(variables)) or "none"
        raise QueryError(f"query: no variable ?{unknown[0]} to set; it has {known}")
    terms = {name: as_term(value) if isinstance(value, str) else value for name, value in bindings.items()}
    places = [place for place in _places(found) if place.variable in terms]
    head = _start_of_pattern(found) or len(text)
    unplaced = sorted(terms.keys() - {place.variable for place in places})
    places += [Place(name, head, head) for name in unplaced]
    for place in sorted(places, key=lambda place: place.start, reverse=True):
        text = (
            text[: place.start]
            + f" VALUES ?{place.variable} {{ {terms[place.variable]} }}"
            + text[place.end :]
        )
    return text


def _places(found: Sequence[re.Match[str]]) -> Iterator[Place]:
    """Where a query leaves room for a value: VALUES ?variable { UNDEF }."""
    for i, (values, variable, *rest) in enumerate(zip(*(found[n:] for n in range(5)), strict=False)):
        words = [values[0].upper(), *(match[0].upper() for match in rest)]
        if variable.lastgroup == "variable" and words == ["VALUES", "{", "UNDEF", "}"]:
            yield Place(variable[0][1:], values.start(), found[i + 4].end())


def _start_of_pattern(found: Sequence[re.Match[str]]) -> int | None:
    """Behind the brace that opens the pattern; of CONSTRUCT { … } WHERE { … } the second."""
    words = [match[0].upper() for match in found]
    form = next((i for i, word in enumerate(words) if word in FORMS and found[i].lastgroup == "word"), 0)
    opened = [i for i, depth in depths(found) if i > form and depth == 0 and words[i] == "{"]
    if words[form : form + 2] == ["CONSTRUCT", "{"]:
        opened = opened[1:]
    return found[opened[0]].end() if opened else None


def depths(found: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The index of each brace, and how many are open before it."""
    depth = 0
    for i, match in enumerate(found):
        if match.lastgroup == "brace":
            yield i, depth
            depth += _DEEPER[match[0]]


def as_term(value: str) -> NamedNode | Literal:
    """A value from the command line: an IRI in angle brackets, a name with a known prefix, else a string.

    Raises:
        QueryError: if what stands in angle brackets is no IRI.
    """
    prefix, colon, local = value.partition(":")
    try:
        if value.startswith("<") and value.endswith(">"):
            return NamedNode(value[1:-1])
        if colon and prefix in PREFIXES:
            return NamedNode(PREFIXES[prefix] + local)
    except ValueError as error:
        raise QueryError(f"query: {value} is no IRI ({error})") from error
    return Literal(value)


def as_iri(value: str) -> str:
    """The IRI of a graph as people write it: with a known prefix, in angle brackets, or bare.

    Raises:
        QueryError: if it is none.
    """
    term = as_term(value)
    bare = as_term(f"<{value}>") if isinstance(term, Literal) else term
    return bare.value


def as_day(value: str) -> Literal:
    """A day as people write it for a program: 2024-01-26.

    Raises:
        ValueError: if it is none.
    """
    return Literal(date.fromisoformat(value).isoformat(), datatype=DATE)


def as_number(value: str) -> Literal:
    """A whole number.

    Raises:
        ValueError: if it is none.
    """
    return Literal(str(int(value)), datatype=INTEGER)


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The words, variables, IRIs and braces of a query, without its comments and strings."""
    kinds = {"word", "variable", "iri", "brace"}
    return (match for match in _TOKEN.finditer(text) if match.lastgroup in kinds)
