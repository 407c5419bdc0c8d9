"""Words of a query that look like terms of the ontology and are none: why a query that can be read finds nothing."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from kg.graph.binding import tokens
from kg.graph.ontology import ontology_directory
from kg.graph.terms import PREFIXES

OURS = "kg"
MOST_NEAR = 3
_LOCAL = re.compile(r":(\w[\w-]*)")
_OWN_PREFIX = re.compile(rf"\bPREFIX\s+{OURS}:", re.IGNORECASE)


def misnamed_terms(text: str) -> list[str]:
    """For each name with our prefix that no term has, what is near it."""
    names = [] if _OWN_PREFIX.search(text) else dict.fromkeys(_names(text))
    return [_no_term(name) for name in names if name not in _terms()]


def _names(text: str) -> Iterator[str]:
    for token in tokens(text):
        if token[0] == OURS and (local := _LOCAL.match(text, token.end())):
            yield local[1]


def _no_term(name: str) -> str:
    near = difflib.get_close_matches(name, sorted(_terms()), n=MOST_NEAR)
    hint = (
        f"near it: {', '.join(f'{OURS}:{term}' for term in near)}"
        if near
        else "kg serve lists all at /ontology"
    )
    return f"{OURS}:{name} is no term of the ontology; {hint}"


@cache
def _terms() -> frozenset[str]:
    """The local names of all that the ontology describes."""
    described = {
        triple.subject for triple in parse(path=ontology_directory() / "kg.ttl", format=RdfFormat.TURTLE)
    }
    own = PREFIXES[OURS]
    return frozenset(
        node.value.removeprefix(own)
        for node in described
        if isinstance(node, NamedNode) and node.value.startswith(own)
    )
