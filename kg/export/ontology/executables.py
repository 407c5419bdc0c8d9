"""The ready questions as SHACL SPARQL executables, as other endpoints publish theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment
from rdflib import Literal

from kg.export.templates import turtle_templates
from kg.graph.binding import FORMS, tokens
from kg.graph.library import NamedQuery, list_queries
from kg.graph.ontology import ONTOLOGY
from kg.graph.terms import PREFIXES
from kg.graph.turtle import term_text

QUERIES = "queries.ttl"

KINDS: Mapping[str, str] = {
    "text": "xsd:string",
    "name": "xsd:string",
    "date": "xsd:date",
    "number": "xsd:integer",
}
"""What values a parameter takes; one that is none of these is a thing."""


def executables() -> str:
    """Every question of the library as Turtle, with its parameters, the prefixes and an example."""
    queries = list_queries()
    return (
        _environment()
        .get_template("queries.ttl.jinja")
        .render(
            ontology=ONTOLOGY,
            prefixes=dict(sorted(PREFIXES.items())),
            kinds=KINDS,
            questions=[(query, form_of(query), body_of(query)) for query in queries],
        )
    )


def form_of(query: NamedQuery) -> str:
    """What a question asks for, as SHACL's terms begin: Select, Ask, Construct."""
    words = (match[0].upper() for match in tokens(query.text) if match.lastgroup == "word")
    return next(word for word in words if word in FORMS).title()


def body_of(query: NamedQuery) -> str:
    """The SPARQL of a question without its head, whose words stand beside it."""
    return re.sub(r"^#\+.*\n", "", query.text, flags=re.MULTILINE).strip()


def _long(text: str) -> str:
    """A text of several lines as a literal that can be read."""
    escaped = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'"""{escaped}\n"""'


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = turtle_templates(Path(__file__).parent / "template")
    environment.filters |= {"long": _long, "words": lambda text: term_text(Literal(text))}
    return environment
