"""A graph → Turtle: sorted, grouped by subject, one predicate a line, the same bytes for the same graph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import RDF, RDFS, XSD
from rdflib.term import Node

from kg.graph.terms import KGID, PREFIXES

Statement = tuple[Node, Node, Node]

FIRST_PREDICATES = {str(RDF.type): " 0", str(RDFS.label): " 1"}
"""What a reader wants to see first of each subject."""

BARE_DATATYPES = frozenset({XSD.integer, XSD.boolean})
"""Literals of these types are written without quotes."""

WIDTH = 90
"""A longer list of values takes a line each."""

_LOCAL_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_PATH = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_%~-][A-Za-z0-9_%~.!$&()*+,;=:@-]*)+")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f\u0080-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]')
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def turtle_of(graph: Iterable[Statement]) -> str:
    """A graph as a Turtle document."""
    return "\n".join((head(), *subject_blocks(graph)))


def head() -> str:
    """The base, against which our own things are written, and the prefixes."""
    prefixes = (f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in sorted(PREFIXES.items()))
    return "\n".join((f"@base <{KGID}> .", *prefixes, ""))


def subject_blocks(graph: Iterable[Statement]) -> Iterator[str]:
    """Each subject with all that the graph says of it, sorted."""
    subjects: defaultdict[Node, defaultdict[Node, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value in graph:
        subjects[subject][predicate].add(term_text(value))
    for subject in sorted(subjects, key=str):
        said = " ;\n    ".join(_predicates(subjects[subject]))
        yield f"{term_text(subject)} {said} .\n"


def _predicates(values: Mapping[Node, set[str]]) -> Iterator[str]:
    for predicate in sorted(values, key=lambda p: FIRST_PREDICATES.get(str(p), str(p))):
        verb = "a" if predicate == RDF.type else term_text(predicate)
        yield f"{verb} {_list(values[predicate])}"


def _list(values: Iterable[str]) -> str:
    texts = sorted(values)
    return (" , " if sum(map(len, texts)) <= WIDTH else " ,\n        ").join(texts)


def term_text(term: Node) -> str:
    """One term as Turtle writes it."""
    if isinstance(term, Literal):
        return _literal_text(term)
    return f"_:{term}" if isinstance(term, BNode) else _iri_text(str(term))


@lru_cache(maxsize=1 << 17)
def _iri_text(iri: str) -> str:
    if iri.startswith(KGID) and _PATH.fullmatch(path := iri[len(KGID) :]):
        return f"<{path}>"
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL_NAME.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def _literal_text(literal: Literal) -> str:
    if literal.datatype in BARE_DATATYPES:
        return str(literal)
    quoted = f'"{_ESCAPED.sub(_escape, str(literal))}"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    if literal.datatype and literal.datatype != XSD.string:
        return f"{quoted}^^{term_text(URIRef(literal.datatype))}"
    return quoted


def _escape(match: re.Match[str]) -> str:
    """An escape for what ends a string, and for what a reader could not see (control and direction marks)."""
    character = match[0]
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04X}"
